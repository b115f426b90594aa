/** csv.writer: rows to lines of text (CPython Modules/_csv.c: join_append_data). */
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { forEach, iter, next } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyComplex, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { suppress } from "../../objects/kernel/raise.ts";
import { textToJs } from "../../objects/types/text.ts";
import { csvError, type PyDialect, QUOTING } from "./dialect.ts";

export class PyWriter extends PyObject {
  constructor(
    readonly write: Value,
    readonly dialect: PyDialect,
  ) {
    super(WRITER);
  }
}

/** PyNumber_Check. */
function isNumber(value: Value): boolean {
  const { slots } = typeOf(value);
  return (
    slots.__index__ !== undefined ||
    slots.__int__ !== undefined ||
    slots.__float__ !== undefined ||
    value instanceof PyComplex
  );
}

function mustQuote(field: Value, quoting: number): boolean {
  switch (quoting) {
    case QUOTING.QUOTE_NONNUMERIC:
      return !isNumber(field);
    case QUOTING.QUOTE_ALL:
      return true;
    case QUOTING.QUOTE_STRINGS:
      return textOf(field) !== undefined;
    case QUOTING.QUOTE_NOTNULL:
      return field !== NONE;
    default:
      return false;
  }
}

/** A field as it is written. */
function fieldText(dialect: PyDialect, text: string, isNull: boolean, quote: boolean): string {
  const { delimiter, quoteChar, escapeChar, lineTerminator, quoting, doubleQuote } = dialect;
  let quoted = quote;
  let out = "";
  for (const c of text) {
    const special = c === delimiter || c === escapeChar || c === quoteChar || c === "\n" || c === "\r";
    if (special || lineTerminator.includes(c)) {
      let escaped = false;
      if (quoting === QUOTING.QUOTE_NONE) escaped = true;
      else if (c === quoteChar && doubleQuote) out += quoteChar;
      else if (c === quoteChar || c === escapeChar) escaped = true;
      if (escaped) {
        if (escapeChar === undefined) throw csvError("need to escape, but no escapechar set");
        out += escapeChar;
      } else quoted = true;
    }
    out += c;
  }
  if (text === "" && delimiter === " " && dialect.skipInitialSpace) {
    if (cannotQuote(quoting, isNull)) {
      throw csvError("empty field must be quoted if delimiter is a space and skipinitialspace is true");
    }
    quoted = true;
  }
  return quoted ? `${quoteChar}${out}${quoteChar}` : out;
}

/** May an empty field not be quoted? */
function cannotQuote(quoting: number, isNull: boolean): boolean {
  if (quoting === QUOTING.QUOTE_NONE) return true;
  return isNull && (quoting === QUOTING.QUOTE_STRINGS || quoting === QUOTING.QUOTE_NOTNULL);
}

function writeRow(self: PyWriter, row: Value): Value {
  const { dialect } = self;
  const iterator = suppress(EXCEPTIONS.TypeError, () => iter(row));
  if (iterator === undefined) throw csvError(`iterable expected, not ${typeName(row)}`);
  let record = "";
  let count = 0;
  let isNull = false;
  for (let field = next(iterator); field !== undefined; field = next(iterator)) {
    const quote = mustQuote(field, dialect.quoting);
    isNull = field === NONE;
    const text = textOf(field);
    const shown = isNull ? "" : text === undefined ? strText(field) : textToJs(text);
    if (count > 0) record += dialect.delimiter;
    record += fieldText(dialect, shown, isNull, quote);
    count++;
  }
  if (count > 0 && record === "") {
    if (cannotQuote(dialect.quoting, isNull)) throw csvError("single empty field record must be quoted");
    record = fieldText(dialect, "", isNull, true);
  }
  return call(self.write, strFromJs(record + dialect.lineTerminator));
}

export const WRITER: PyType = defineType<PyWriter>("_csv.writer", {
  doc: "CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n",
  traits: { noConstructor: true, basetype: true },
  methods: {
    writerow: [
      "~($self, row, /)",
      "writerow(iterable)\n\nConstruct and write a CSV record from an iterable of fields.  Non-string\nelements will be converted to string.",
      writeRow,
    ],
    writerows: [
      "~($self, rows, /)",
      "writerows(iterable of iterables)\n\nConstruct and write a series of iterables to a csv file.  Non-string\nelements will be converted to string.",
      (self: PyWriter, rows: Value) =>
        forEach(rows, (row) => {
          writeRow(self, row);
        }),
    ],
  },
  members: { dialect: [(self) => self.dialect] },
});
