/** Python values to SQLite's and back (CPython Modules/_sqlite: statement.c, cursor.c, connection.c). */
import { NONE, STR } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, intOf, PyBytes, PyFloat, PyStr, strFromJs } from "../../objects/kernel/payload.ts";
import { overflowError } from "../../objects/kernel/raise.ts";
import { getBuffer, hasBuffer } from "../../objects/types/buffer.ts";
import { decodeBytes, encodeStr } from "../../objects/types/str-codecs.ts";
import { SQLITE_BLOB, SQLITE_FLOAT, SQLITE_INTEGER, SQLITE_NULL, SQLITE_TEXT } from "./codes.ts";
import type { Library } from "./library.ts";

/** A value of SQLite's. */
export type SqlValue =
  | { readonly type: typeof SQLITE_NULL }
  | { readonly type: typeof SQLITE_INTEGER; readonly integer: bigint }
  | { readonly type: typeof SQLITE_FLOAT; readonly float: number }
  | { readonly type: typeof SQLITE_TEXT | typeof SQLITE_BLOB; readonly bytes: Uint8Array };

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const SQL_NULL: SqlValue = { type: SQLITE_NULL };

/** The UTF-8 of a str; UnicodeEncodeError if it holds a surrogate. */
export function utf8(text: Value): Uint8Array {
  return typeof text === "string" ? encoder.encode(text) : encodeStr(text).bytes;
}

/** The str of UTF-8; UnicodeDecodeError if it is none. */
export function textOfUtf8(bytes: Uint8Array): Value {
  try {
    return strFromJs(decoder.decode(bytes));
  } catch {
    return decodeBytes(new PyBytes(bytes), bytes);
  }
}

/** What SQLite is given for a value; undefined if it has no such type. */
export function toSql(value: Value): SqlValue | undefined {
  if (value === NONE) return SQL_NULL;
  if (typeof value === "string" || value instanceof PyStr) return { type: SQLITE_TEXT, bytes: utf8(value) };
  if (value instanceof PyFloat) return { type: SQLITE_FLOAT, float: value.value };
  const int = intOf(value);
  if (int !== undefined) {
    const integer = BigInt(int);
    if (BigInt.asIntN(64, integer) !== integer)
      throw overflowError("Python int too large to convert to SQLite INTEGER");
    return { type: SQLITE_INTEGER, integer };
  }
  return hasBuffer(value) ? { type: SQLITE_BLOB, bytes: getBuffer(value) } : undefined;
}

/** The calls that read a value: a column's of a row, or an argument's of a function. */
export interface ValueReader {
  type(): number;
  integer(): bigint;
  float(): number;
  /** The bytes of a text or blob. */
  bytes(isText: boolean): Uint8Array;
}

export function argumentReader(library: Library, value: number): ValueReader {
  const { calls } = library;
  return {
    type: () => calls.sqlite3_value_type(value),
    integer: () => calls.sqlite3_value_int64(value),
    float: () => calls.sqlite3_value_double(value),
    bytes: (isText) => {
      const address = isText ? calls.sqlite3_value_text(value) : calls.sqlite3_value_blob(value);
      return library.copy(address, calls.sqlite3_value_bytes(value));
    },
  };
}

export function columnReader(library: Library, statement: number, column: number): ValueReader {
  const { calls } = library;
  return {
    type: () => calls.sqlite3_column_type(statement, column),
    integer: () => calls.sqlite3_column_int64(statement, column),
    float: () => calls.sqlite3_column_double(statement, column),
    bytes: (isText) => {
      const address = isText
        ? calls.sqlite3_column_text(statement, column)
        : calls.sqlite3_column_blob(statement, column);
      return library.copy(address, calls.sqlite3_column_bytes(statement, column));
    },
  };
}

/** The Python value of SQLite's; `text` makes one of the bytes of a text. */
export function fromSql(reader: ValueReader, text: (bytes: Uint8Array) => Value = textOfUtf8): Value {
  switch (reader.type()) {
    case SQLITE_INTEGER:
      return intFromBigInt(reader.integer());
    case SQLITE_FLOAT:
      return new PyFloat(reader.float());
    case SQLITE_TEXT:
      return text(reader.bytes(true));
    case SQLITE_BLOB:
      return new PyBytes(reader.bytes(false));
    default:
      return NONE;
  }
}

/** Is it a str, and of no subclass? */
export const isPlainStr = (value: Value): boolean =>
  typeof value === "string" || (value instanceof PyStr && value.cls === STR);
