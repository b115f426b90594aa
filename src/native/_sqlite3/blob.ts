/**
 * sqlite3.Blob: reading and writing a part of one value in place (CPython Modules/_sqlite/blob.c).
 *
 * SQLite's WebAssembly build does not export sqlite3_blob_open and its kin, so the value is read and written with
 * statements that behave alike: triggers and checks do not run, the type and length stay, and a row that somebody else
 * changed is not touched any more. Traps: a write copies the whole value, and counts as a change of a row.
 */
import { defineType } from "../../objects/kernel/define.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, PySlice } from "../../objects/kernel/payload.ts";
import { indexError, overflowError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { sliceRange } from "../../objects/kernel/slice.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { CONFIGURATIONS, ERROR_CODES, SQLITE_BLOB, SQLITE_ROW, SQLITE_TEXT } from "./codes.ts";
import type { Dependent, PyConnection } from "./connection.ts";
import { programmingError, resultError } from "./errors.ts";
import { type Library, TRANSIENT } from "./library.ts";
import type { Trampoline } from "./trampolines.ts";
import { columnReader, fromSql } from "./values.ts";

type Place = {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly row: bigint;
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const sqlError = (message: string): unknown => resultError(ERROR_CODES.SQLITE_ERROR, ERROR_CODES.SQLITE_ERROR, message);

const INT_MAX = 0x7fffffff;

const TYPE_NAMES = ["", "integer", "real", "text", "blob", "null"];

/** The rows of a query with text arguments, as JavaScript values. */
function query(connection: PyConnection, sql: string, ...texts: string[]): Value[][] {
  const { library } = connection;
  const { calls } = library;
  const { address } = connection.prepare(new TextEncoder().encode(sql));
  try {
    texts.forEach((text, index) => {
      const bytes = new TextEncoder().encode(text);
      calls.sqlite3_bind_text(address, index + 1, library.lend(bytes), bytes.length, TRANSIENT);
    });
    const rows: Value[][] = [];
    while (calls.sqlite3_step(address) === SQLITE_ROW) {
      const count = calls.sqlite3_column_count(address);
      rows.push(Array.from({ length: count }, (_, column) => fromSql(columnReader(library, address, column))));
    }
    return rows;
  } finally {
    calls.sqlite3_finalize(address);
  }
}

/** Is there such a table, which can be read and written in place? */
function checkTable(connection: PyConnection, { schema, table }: Place): void {
  const sql = "SELECT type, wr FROM pragma_table_list WHERE schema = ? COLLATE NOCASE AND name = ? COLLATE NOCASE";
  const [found] = query(connection, sql, schema, table);
  if (found === undefined) throw sqlError(`no such table: ${schema}.${table}`);
  if (found[0] === "virtual") throw sqlError(`cannot open virtual table: ${table}`);
  if (found[0] === "view") throw sqlError(`cannot open view: ${table}`);
  if (found[1] === 1) throw sqlError(`cannot open table without rowid: ${table}`);
}

/** Writing in place would pass by indexes and foreign keys. */
function checkColumn(connection: PyConnection, { schema, table, column }: Place, isReadOnly: boolean): void {
  const here = "WHERE name = ? COLLATE NOCASE";
  const columns = query(connection, `SELECT 1 FROM pragma_table_xinfo(?, ?) ${here}`, table, schema, column);
  if (columns.length === 0) throw sqlError(`no such column: "${column}"`);
  if (isReadOnly) return;
  const foreign = query(
    connection,
    'SELECT 1 FROM pragma_foreign_key_list(?, ?) WHERE "from" = ? COLLATE NOCASE AND ' +
      "(SELECT foreign_keys FROM pragma_foreign_keys)",
    table,
    schema,
    column,
  );
  if (foreign.length > 0) throw sqlError("cannot open foreign key column for writing");
  const indexed = query(
    connection,
    "SELECT 1 FROM pragma_index_list(?, ?) AS list, pragma_index_info(list.name, ?) AS part " +
      "WHERE part.name = ? COLLATE NOCASE OR part.cid = -2",
    table,
    schema,
    schema,
    column,
  );
  if (indexed.length > 0) throw sqlError("cannot open indexed column for writing");
}

export class PyBlob extends PyObject implements Dependent {
  isClosed = false;
  /** The row was changed by somebody else. */
  isExpired = false;
  /** Is this object changing it? */
  isWriting = false;
  offset = 0;

  constructor(
    readonly connection: PyConnection,
    readonly place: Place,
    readonly isReadOnly: boolean,
    readonly type: number,
    public size: number,
  ) {
    super(BLOB);
  }

  check(): void {
    this.connection.check();
    if (this.isClosed) throw programmingError("Cannot operate on a closed blob.");
  }

  release(): void {
    this.isClosed = true;
    this.connection.dependents.delete(this);
  }

  /** It holds no lock. */
  letGo(): void {}

  /** It is of no use any more. */
  private abort(): unknown {
    this.size = 0;
    return resultError(ERROR_CODES.SQLITE_ABORT, ERROR_CODES.SQLITE_ABORT, "query aborted");
  }

  /** The whole value. */
  private content(): Uint8Array {
    const found = this.isExpired ? undefined : readValue(this.connection, this.place);
    if (found === undefined || found.type !== this.type || found.bytes.length !== this.size) throw this.abort();
    return found.bytes;
  }

  read(start: number, count: number): Uint8Array {
    return count === 0 ? new Uint8Array(0) : this.content().slice(start, start + count);
  }

  write(data: Uint8Array, start: number): void {
    if (this.isReadOnly) {
      throw resultError(
        ERROR_CODES.SQLITE_READONLY,
        ERROR_CODES.SQLITE_READONLY,
        "attempt to write a readonly database",
      );
    }
    const content = this.content();
    content.set(data, start);
    this.isWriting = true;
    try {
      withoutTriggers(this.connection, () => this.store(content));
    } finally {
      this.isWriting = false;
    }
  }

  private store(content: Uint8Array): void {
    const { connection, place } = this;
    const { library } = connection;
    const { calls } = library;
    const sql = `UPDATE ${quoted(place.schema)}.${quoted(place.table)} SET ${quoted(place.column)} = ? WHERE rowid = ?`;
    const { address } = connection.prepare(new TextEncoder().encode(sql));
    const store = this.type === SQLITE_TEXT ? calls.sqlite3_bind_text : calls.sqlite3_bind_blob;
    store(address, 1, library.lend(content), content.length, TRANSIENT);
    calls.sqlite3_bind_int64(address, 2, place.row);
    connection.finish(address);
  }
}

/** The bytes of a text or blob; undefined if there is no such row. */
function readValue(connection: PyConnection, place: Place): { type: number; bytes: Uint8Array } | undefined {
  const { library } = connection;
  const { calls } = library;
  const sql = `SELECT ${quoted(place.column)} FROM ${quoted(place.schema)}.${quoted(place.table)} WHERE rowid = ?`;
  const { address } = connection.prepare(new TextEncoder().encode(sql));
  try {
    calls.sqlite3_bind_int64(address, 1, place.row);
    const code = connection.patiently(() => calls.sqlite3_step(address));
    if (code !== SQLITE_ROW) return undefined;
    const reader = columnReader(library, address, 0);
    const type = reader.type();
    return {
      type,
      bytes: type === SQLITE_TEXT || type === SQLITE_BLOB ? reader.bytes(type === SQLITE_TEXT) : new Uint8Array(0),
    };
  } finally {
    calls.sqlite3_finalize(address);
  }
}

/** Run with triggers and CHECK constraints switched off. */
function withoutTriggers(connection: PyConnection, run: () => void): void {
  const { library, db } = connection;
  const { calls } = library;
  const triggers = CONFIGURATIONS.SQLITE_DBCONFIG_ENABLE_TRIGGER;
  const before = library.withRoom(4, (room) => {
    calls.sqlite3__wasm_db_config_ip(db, triggers, -1, room);
    return library.pointerAt(room);
  });
  const [[checks]] = query(connection, "PRAGMA ignore_check_constraints");
  calls.sqlite3__wasm_db_config_ip(db, triggers, 0, 0);
  query(connection, "PRAGMA ignore_check_constraints = 1");
  try {
    run();
  } finally {
    query(connection, `PRAGMA ignore_check_constraints = ${checks}`);
    calls.sqlite3__wasm_db_config_ip(db, triggers, before, 0);
  }
}

const hookPointers = new WeakMap<Library, number>();

/** Have the blobs of a connection told of changes in its rows. */
function watchRows(connection: PyConnection): void {
  const { library } = connection;
  let pointer = hookPointers.get(library);
  if (pointer === undefined) {
    const changed = (handle: number, _db: number, _op: number, schema: number, table: number, row: bigint): void =>
      expire(library.handles.get<PyConnection>(handle), library.cText(schema) ?? "", library.cText(table) ?? "", row);
    pointer = library.point({ changed: ["viiiiijj", changed] satisfies Trampoline }).changed;
    hookPointers.set(library, pointer);
  }
  if (connection.rowWatch !== 0) return;
  connection.rowWatch = library.handles.add(connection);
  library.calls.sqlite3_preupdate_hook(connection.db, pointer, connection.rowWatch);
}

const areAlike = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

function expire(connection: PyConnection, schema: string, table: string, row: bigint): void {
  for (const blob of connection.dependents) {
    if (!(blob instanceof PyBlob) || blob.isWriting || blob.place.row !== row) continue;
    if (areAlike(blob.place.schema, schema) && areAlike(blob.place.table, table)) blob.isExpired = true;
  }
}

export function openBlob(connection: PyConnection, place: Place, isReadOnly: boolean): PyBlob {
  checkTable(connection, place);
  checkColumn(connection, place, isReadOnly);
  const value = readValue(connection, place);
  if (value === undefined) throw sqlError(`no such rowid: ${place.row}`);
  const { type, bytes } = value;
  if (type !== SQLITE_TEXT && type !== SQLITE_BLOB) throw sqlError(`cannot open value of type ${TYPE_NAMES[type]}`);
  watchRows(connection);
  const blob = new PyBlob(connection, place, isReadOnly, type, bytes.length);
  connection.depend(blob);
  return blob;
}

function read(self: PyBlob, length: Value): Value {
  self.check();
  const wanted = intArgument(length);
  const rest = self.size - self.offset;
  const count = wanted < 0 || wanted > rest ? rest : wanted;
  const bytes = self.read(self.offset, count);
  self.offset += count;
  return new PyBytes(bytes);
}

function write(self: PyBlob, data: Value): void {
  const bytes = getBuffer(data);
  self.check();
  if (bytes.length > self.size - self.offset) throw valueError("data longer than blob length");
  self.write(bytes, self.offset);
  self.offset += bytes.length;
}

function seek(self: PyBlob, offset: Value, origin: Value): void {
  const distance = intArgument(offset);
  const whence = intArgument(origin);
  self.check();
  const starts = [0, self.offset, self.size];
  if (whence < 0 || whence >= starts.length) {
    throw valueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END");
  }
  const target = starts[whence] + distance;
  if (target > INT_MAX) throw overflowError("seek offset results in overflow");
  if (target < 0 || target > self.size) throw valueError("offset out of blob range");
  self.offset = target;
}

function placeOf(self: PyBlob, key: Value): number {
  const index = toSsize(key, "IndexError");
  const place = index < 0 ? index + self.size : index;
  if (place < 0 || place >= self.size) throw indexError("Blob index out of range");
  return place;
}

const isIndex = (key: Value): boolean =>
  intOf(key) !== undefined || (typeof key === "object" && key.cls.slots.__index__ !== undefined);

function getItem(self: PyBlob, key: Value): Value {
  self.check();
  if (isIndex(key)) return self.read(placeOf(self, key), 1)[0];
  if (!(key instanceof PySlice)) throw typeError("Blob indices must be integers");
  const { start, step, count } = sliceRange(key, self.size);
  if (count === 0) return new PyBytes(new Uint8Array(0));
  const all = self.read(0, self.size);
  return new PyBytes(Uint8Array.from({ length: count }, (_, index) => all[start + index * step]));
}

function setItem(self: PyBlob, key: Value, value: Value): void {
  self.check();
  if (isIndex(key)) {
    const place = placeOf(self, key);
    const byte = toIndex(value);
    if (byte < 0 || byte > 255) throw valueError("byte must be in range(0, 256)");
    self.write(Uint8Array.of(Number(byte)), place);
    return;
  }
  if (!(key instanceof PySlice)) throw typeError("Blob indices must be integers");
  const { start, step, count } = sliceRange(key, self.size);
  const data = getBuffer(value);
  if (data.length !== count) throw indexError("Blob slice assignment is wrong size");
  if (count === 0) return;
  if (step === 1) self.write(data, start);
  else {
    const all = self.read(0, self.size);
    data.forEach((byte, index) => {
      all[start + index * step] = byte;
    });
    self.write(all, 0);
  }
}

function deleteItem(self: PyBlob, key: Value): void {
  self.check();
  if (isIndex(key)) throw typeError("Blob doesn't support item deletion");
  if (key instanceof PySlice) throw typeError("Blob doesn't support slice deletion");
  throw typeError("Blob indices must be integers");
}

export const BLOB: PyType = defineType<PyBlob>("sqlite3.Blob", {
  traits: { noConstructor: true, weakrefs: true, subscriptOnly: true },
  slots: {
    __len__: (self) => {
      self.check();
      return self.size;
    },
    __getitem__: getItem,
    __setitem__: setItem,
    __delitem__: deleteItem,
  },
  methods: {
    close: [
      "($self, /)",
      "Close the blob.",
      (self: PyBlob) => {
        self.connection.check();
        self.release();
      },
    ],
    __enter__: [
      "($self, /)",
      "Blob context manager enter.",
      (self: PyBlob) => {
        self.check();
        return self;
      },
    ],
    __exit__: [
      "($self, type, val, tb, /)",
      "Blob context manager exit.",
      (self: PyBlob) => {
        self.check();
        self.release();
        return false;
      },
    ],
    read: [
      "($self, length=-1, /)",
      "Read data at the current offset position.\n\n  length\n    Read length in bytes.\n\nIf the end of the blob is reached, the data up to end of file will be returned.\nWhen length is not specified, or is negative, Blob.read() will read until the\nend of the blob.",
      read,
    ],
    seek: [
      "($self, offset, origin=0, /)",
      "Set the current access position to offset.\n\nThe origin argument defaults to os.SEEK_SET (absolute blob positioning).\nOther values for origin are os.SEEK_CUR (seek relative to the current position)\nand os.SEEK_END (seek relative to the blob's end).",
      seek,
    ],
    tell: [
      "($self, /)",
      "Return the current access position for the blob.",
      (self: PyBlob) => {
        self.check();
        return self.offset;
      },
    ],
    write: [
      "($self, data, /)",
      "Write data at the current offset.\n\nThis function cannot change the blob length.  Writing beyond the end of the\nblob will result in an exception being raised.",
      write,
    ],
  },
});
