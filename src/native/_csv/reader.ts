/**
 * csv.reader: lines of text to rows (CPython Modules/_csv.c: parse_process_char).
 *
 * A record may go over several lines; `line_num` counts lines, not records.
 */
import { call } from "../../objects/kernel/call.ts";
import { FLOAT, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { next } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyList, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import { textToJs } from "../../objects/types/text.ts";
import { type CsvState, csvError, type PyDialect, QUOTING } from "./dialect.ts";

type State =
  | "startRecord"
  | "startField"
  | "escaped"
  | "inField"
  | "inQuoted"
  | "escapedInQuoted"
  | "quoteInQuoted"
  | "eatLineEnd"
  | "afterEscapedLineEnd";

/** The end of a line, which is no character. */
const END = "";

const isLineEnd = (c: string): boolean => c === "\n" || c === "\r" || c === END;

export class PyReader extends PyObject {
  lineNumber = 0;
  private state: State = "startRecord";
  private field = "";
  private fieldLength = 0;
  private numeric = false;
  private fields: Value[] = [];

  constructor(
    private readonly module: CsvState,
    readonly input: Value,
    readonly dialect: PyDialect,
  ) {
    super(READER);
  }

  private reset(): void {
    this.state = "startRecord";
    this.field = "";
    this.fieldLength = 0;
    this.numeric = false;
    this.fields = [];
  }

  private add(c: string): void {
    const { fieldLimit } = this.module;
    if (this.fieldLength >= fieldLimit) throw csvError(`field larger than field limit (${fieldLimit})`);
    this.field += c;
    this.fieldLength++;
  }

  private save(): void {
    const text = strFromJs(this.field);
    const { numeric } = this;
    this.field = "";
    this.fieldLength = 0;
    this.numeric = false;
    this.fields.push(numeric ? call(FLOAT, text) : text);
  }

  private endRecord(c: string): void {
    this.save();
    this.state = c === END ? "startRecord" : "eatLineEnd";
  }

  private feed(c: string): void {
    switch (this.state) {
      case "startRecord":
        if (c === END) return;
        if (isLineEnd(c)) this.state = "eatLineEnd";
        else this.startField(c);
        return;
      case "startField":
        this.startField(c);
        return;
      case "escaped":
        this.add(c === END ? "\n" : c);
        this.state = c === "\n" || c === "\r" ? "afterEscapedLineEnd" : "inField";
        return;
      case "afterEscapedLineEnd":
        if (c !== END) this.inField(c);
        return;
      case "inField":
        this.inField(c);
        return;
      case "inQuoted":
        this.inQuoted(c);
        return;
      case "escapedInQuoted":
        this.add(c === END ? "\n" : c);
        this.state = "inQuoted";
        return;
      case "quoteInQuoted":
        this.quoteInQuoted(c);
        return;
      case "eatLineEnd":
        if (c === END) this.state = "startRecord";
        else if (!isLineEnd(c)) {
          throw csvError("new-line character seen in unquoted field - do you need to open the file with newline=''?");
        }
    }
  }

  private startField(c: string): void {
    const { dialect } = this;
    if (isLineEnd(c)) this.endRecord(c);
    else if (c === dialect.quoteChar && dialect.quoting !== QUOTING.QUOTE_NONE) this.state = "inQuoted";
    else if (c === dialect.escapeChar) this.state = "escaped";
    else if (c === " " && dialect.skipInitialSpace) this.state = "startField";
    else if (c === dialect.delimiter) {
      this.save();
      this.state = "startField";
    } else {
      if (dialect.quoting === QUOTING.QUOTE_NONNUMERIC) this.numeric = true;
      this.add(c);
      this.state = "inField";
    }
  }

  private inField(c: string): void {
    this.state = "inField";
    if (isLineEnd(c)) this.endRecord(c);
    else if (c === this.dialect.escapeChar) this.state = "escaped";
    else if (c === this.dialect.delimiter) {
      this.save();
      this.state = "startField";
    } else this.add(c);
  }

  private inQuoted(c: string): void {
    const { dialect } = this;
    if (c === END) return;
    if (c === dialect.escapeChar) this.state = "escapedInQuoted";
    else if (c === dialect.quoteChar && dialect.quoting !== QUOTING.QUOTE_NONE) {
      this.state = dialect.doubleQuote ? "quoteInQuoted" : "inField";
    } else this.add(c);
  }

  private quoteInQuoted(c: string): void {
    const { dialect } = this;
    if (dialect.quoting !== QUOTING.QUOTE_NONE && c === dialect.quoteChar) {
      this.add(c);
      this.state = "inQuoted";
    } else if (c === dialect.delimiter) {
      this.save();
      this.state = "startField";
    } else if (isLineEnd(c)) this.endRecord(c);
    else if (dialect.strict) throw csvError(`'${dialect.delimiter}' expected after '${dialect.quoteChar}'`);
    else {
      this.add(c);
      this.state = "inField";
    }
  }

  /** The next record; undefined at the end of the input. */
  nextRecord(): Value | undefined {
    this.reset();
    do {
      const line = next(this.input);
      if (line === undefined) {
        if (this.fieldLength === 0 && this.state !== "inQuoted") return undefined;
        if (this.dialect.strict) throw csvError("unexpected end of data");
        this.save();
        break;
      }
      const text = textOf(line);
      if (text === undefined) {
        throw csvError(
          `iterator should return strings, not ${typeName(line)} (the file should be opened in text mode)`,
        );
      }
      this.lineNumber++;
      for (const c of textToJs(text)) this.feed(c);
      this.feed(END);
    } while (this.state !== "startRecord");
    const { fields } = this;
    this.fields = [];
    return new PyList(fields);
  }
}

export const READER: PyType = defineType<PyReader>("_csv.reader", {
  doc: "CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n",
  traits: { noConstructor: true, basetype: true },
  slots: { __iter__: (self) => self, __next__: (self) => self.nextRecord() },
  members: { dialect: [(self) => self.dialect], line_num: [(self) => self.lineNumber] },
});
