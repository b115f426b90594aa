/**
 * The bottom of the diagnosis: tokens read one by one, and the ways to report an error.
 *
 * The diagnosis goes over a source that the parser refused, twice, as CPython does: once to find the last token that
 * was looked at, once with the rules for wrong programs. Those rules depend on the order of attempts and on how far
 * the tokenizer has read, so here, unlike in parser/, tokens are read on demand and rules try alternatives in the
 * order of CPython's grammar. A rule returns null (or false) if it does not match.
 * Trap: a reported error ends the diagnosis at once: it is thrown.
 */
import type { SyntaxProblemType } from "../errors.ts";
import { SyntaxProblem } from "../errors.ts";
import { encodeSource } from "../source.ts";
import { toText } from "../text.ts";
import { COLUMN, END, END_COLUMN, END_LINE, LINE, NAME_INDEX, START, STRIDE, TokenBuffer } from "../token-buffer.ts";
import { showText } from "../tokenizer/lines.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import { DEDENT, ENDMARKER, ERRORTOKEN, INDENT, NAME, NEWLINE } from "../tokens.ts";

/** Where something stands: a node or a token. Columns are bytes from 0. */
export interface Place {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

export type Range = [lineno: number, column: number, endLineno: number, endColumn: number];

export interface DiagnosisOptions {
  readonly maxIntDigits: number;
  readonly interactive: boolean;
  readonly closeBlocks: boolean;
  readonly barryAsFlufl: boolean;
  /** The minor version of Python 3 whose syntax is allowed. */
  readonly featureVersion: number;
  /** Whether a warning of the literals was turned into an error. */
  isError(message: string, lineno: number): boolean;
}

const softKeywords = ["_", "case", "match", "type"];

export abstract class TokenReader {
  protected at = 0;
  protected readonly buffer: TokenBuffer;
  /** Whether the rules for wrong programs are tried. */
  protected withInvalid = false;
  private readonly levels: number[] = [];
  private readonly memo: Map<number, { end: number; result: unknown }>[] = [];
  private started = false;

  constructor(
    protected readonly tokenizer: Tokenizer,
    protected readonly options: DiagnosisOptions,
  ) {
    this.buffer = new TokenBuffer(tokenizer, options.featureVersion);
  }

  /** Start again at the first token. */
  protected restart(withInvalid: boolean): void {
    this.at = 0;
    this.memo.length = 0;
    this.withInvalid = withInvalid;
  }

  private fill(): void {
    const buffer = this.buffer;
    let type = buffer.fetch();
    if (this.options.interactive && type === ENDMARKER && this.started) {
      buffer.endInteractive(this.options.closeBlocks);
      this.started = false;
      type = NEWLINE;
    } else {
      this.started = true;
    }
    this.levels.push(this.tokenizer.level);
    if (type === ERRORTOKEN) this.tokenizerError();
  }

  /** The type of the current token, which is read if need be. */
  protected type(): number {
    if (this.at >= this.buffer.length) this.fill();
    return this.buffer.data[this.at] as number;
  }

  protected take(type: number): boolean {
    if (this.type() !== type) return false;
    this.at += STRIDE;
    return true;
  }

  /** Take a token of one of several types. */
  protected takeAny(...types: number[]): boolean {
    if (!types.includes(this.type())) return false;
    this.at += STRIDE;
    return true;
  }

  protected ahead(...types: number[]): boolean {
    return types.includes(this.type());
  }

  /** Take a token and tell where it stands. */
  protected token(...types: number[]): Place | null {
    const at = this.at;
    return this.takeAny(...types) ? this.tokenPlace(at) : null;
  }

  protected tokenPlace(at: number): Place {
    const [lineno, col_offset, end_lineno, end_col_offset] = this.tokenRange(at);
    return { lineno, col_offset, end_lineno, end_col_offset };
  }

  protected tokenRange(at: number): Range {
    const data = this.buffer.data;
    return [
      data[at + LINE] as number,
      data[at + COLUMN] as number,
      data[at + END_LINE] as number,
      data[at + END_COLUMN] as number,
    ];
  }

  protected tokenText(at: number): string {
    const data = this.buffer.data;
    return this.tokenizer.text.slice(data[at + START], data[at + END]);
  }

  protected isAdjacent(first: number, second: number): boolean {
    return this.buffer.data[first + END] === this.buffer.data[second + START];
  }

  /** The source between the end of a token and the start of another. */
  protected textBetween(first: number, second: number): string {
    const data = this.buffer.data;
    return this.tokenizer.text.slice(data[first + END], data[second + START]);
  }

  protected identifierAt(at: number): string {
    return this.buffer.nameTable.identifier(this.buffer.data[at + NAME_INDEX] as number);
  }

  /** Take a soft keyword. */
  protected takeWord(word: string): boolean {
    if (!this.aheadWord(word)) return false;
    this.at += STRIDE;
    return true;
  }

  protected aheadWord(word: string): boolean {
    return this.type() === NAME && this.spelling(this.at) === word;
  }

  /** Whether a soft keyword is ahead, or, as CPython has it, the beginning of one. */
  protected aheadSoftKeyword(): boolean {
    if (this.type() !== NAME) return false;
    const name = this.spelling(this.at);
    return softKeywords.some((keyword) => keyword.startsWith(name));
  }

  private spelling(at: number): string {
    return this.buffer.nameTable.names[this.buffer.data[at + NAME_INDEX] as number] as string;
  }

  /** The bracket depth after the last token taken. */
  protected levelBefore(): number {
    return this.levels[this.at / STRIDE - 1] as number;
  }

  /** From the token at `start` to the last one taken that is not layout. */
  protected range(start: number): Range {
    const data = this.buffer.data;
    let last = this.at - STRIDE;
    while (last > 0 && isLayout(data[last] as number)) last -= STRIDE;
    const endLine = data[last + END_LINE] as number;
    return [data[start + LINE] as number, data[start + COLUMN] as number, endLine, data[last + END_COLUMN] as number];
  }

  protected place(start: number): Place {
    const [lineno, col_offset, end_lineno, end_col_offset] = this.range(start);
    return { lineno, col_offset, end_lineno, end_col_offset };
  }

  /** Remember what a rule gave at a place, as the rules do that CPython's grammar marks so. */
  protected memoized<Result>(rule: number, parse: () => Result): Result {
    let table = this.memo[rule];
    if (table === undefined) {
      table = new Map();
      this.memo[rule] = table;
    }
    const start = this.at;
    const known = table.get(start);
    if (known !== undefined) {
      this.at = known.end;
      return known.result as Result;
    }
    const result = parse();
    if (result === null || result === false) this.at = start;
    table.set(start, { end: this.at, result });
    return result;
  }

  /** Try an alternative: if it does not match, go back to where it started. */
  protected attempt<Result>(parse: () => Result): Result {
    const start = this.at;
    const result = parse();
    if (result === null || result === false) this.at = start;
    return result;
  }

  /** Whether something follows, which is not taken. */
  protected follows(parse: () => unknown): boolean {
    const start = this.at;
    const result = parse();
    this.at = start;
    return result !== null && result !== false;
  }

  /** Any number of repetitions. */
  protected many<Item>(parse: () => Item | null): Item[] {
    const items: Item[] = [];
    for (;;) {
      const item = this.attempt(parse);
      if (item === null || item === false) return items;
      items.push(item);
    }
  }

  /** One or more with a separator between them. */
  protected separated<Item>(separator: number, parse: () => Item | null): Item[] | null {
    const first = this.attempt(parse);
    if (first === null) return null;
    const items = [first];
    for (;;) {
      const item = this.attempt(() => (this.take(separator) ? parse() : null));
      if (item === null) return items;
      items.push(item);
    }
  }

  /** The error `message` at the last token that was read. */
  protected raise(message: string, type: SyntaxProblemType = "SyntaxError"): never {
    return this.raiseAtToken(this.buffer.length - STRIDE, message, type);
  }

  /** Refuse syntax, once it has matched, that came with a later minor version than is allowed. */
  protected requires(version: number, what: string): void {
    if (this.options.featureVersion >= version) return;
    this.raise(`${what} only supported in Python 3.${version} and greater`);
  }

  protected raiseIndentation(message: string): never {
    return this.raise(message, "IndentationError");
  }

  protected raiseOnNextToken(message: string): never {
    this.type();
    return this.raiseAtToken(this.at, message, "SyntaxError");
  }

  private raiseAtToken(at: number, message: string, type: SyntaxProblemType): never {
    const [lineno, column, endLineno, endColumn] = this.tokenRange(at);
    const tokenizer = this.tokenizer;
    const offset = column >= 0 ? column + 1 : tokenizer.columnOf(tokenizer.cursor);
    throw this.problem(type, message, [lineno, offset, endLineno, endColumn >= 0 ? endColumn + 1 : -1]);
  }

  protected raiseEndOfInput(): never {
    if (this.tokenizer.level > 0) throw this.unclosedBracket();
    return this.raise("unexpected EOF while parsing");
  }

  protected unclosedBracket(): SyntaxProblem {
    const { level, bracketLines, bracketColumns, bracketStack } = this.tokenizer;
    const line = bracketLines[level - 1] as number;
    const bracket = String.fromCharCode(bracketStack[level - 1] as number);
    return this.problemInRange("SyntaxError", `'${bracket}' was never closed`, [
      line,
      bracketColumns[level - 1] as number,
      line,
      -1,
    ]);
  }

  protected raiseAt(place: Place, message: string): never {
    return this.raiseRange(place, place, message);
  }

  protected raiseRange(first: Place, last: Place, message: string): never {
    const { lineno, col_offset } = first;
    throw this.problemInRange("SyntaxError", message, [lineno, col_offset, last.end_lineno, last.end_col_offset]);
  }

  /** From a place to where the tokenizer is. */
  protected raiseFrom(place: Place, message: string): never {
    const { cursor, lineno } = this.tokenizer;
    const column = this.tokenizer.columnOf(cursor);
    throw this.problem("SyntaxError", message, [place.lineno, place.col_offset + 1, lineno, column]);
  }

  protected problemInRange(type: SyntaxProblemType, message: string, range: Range): SyntaxProblem {
    const [line, column, endLine, endColumn] = range;
    return this.problem(type, message, [line, column + 1, endLine, endColumn + 1]);
  }

  /** Byte columns from 1 become code points of the line that CPython would show. */
  private problem(type: SyntaxProblemType, message: string, range: Range): SyntaxProblem {
    const [line, column, endLine, endColumn] = range;
    const text = this.shownLine(line);
    const offset = characterOffset(text, column);
    const end = endColumn > 0 ? characterOffset(text, endColumn) : endColumn;
    return new SyntaxProblem(type, message, line, offset, endLine, end, toText(text));
  }

  private shownLine(lineno: number): string {
    const { text, lineEnd, bufferStart } = this.tokenizer;
    if (this.tokenizer.lineno <= lineno && lineEnd > bufferStart) return showText(text.slice(bufferStart, lineEnd));
    let start = 0;
    for (let line = 1; line < lineno; line++) {
      const newline = text.indexOf("\n", start);
      if (newline < 0) break;
      start = newline + 1;
    }
    const end = text.indexOf("\n", start);
    return showText(text.slice(start, end < 0 ? text.length : end));
  }

  /** Report what stopped the tokenizer. */
  private tokenizerError(): never {
    const { state, problem, lineno, cursor, bufferStart } = this.tokenizer;
    switch (state) {
      case "error":
        throw problem;
      case "decode":
        return this.raise(problem?.msg ?? "");
      case "eof":
        return this.raiseEndOfInput();
      case "dedent":
        return this.raiseIndentation("unindent does not match any outer indentation level");
      case "tabspace": {
        const message = "inconsistent use of tabs and spaces in indentation";
        throw this.problemInRange("TabError", message, [lineno, 0, lineno, -1]);
      }
      case "toodeep": {
        const message = "too many levels of indentation";
        throw this.problemInRange("IndentationError", message, [lineno, 0, lineno, -1]);
      }
      default: {
        const column = encodeSource(this.tokenizer.text.slice(bufferStart, cursor)).length - 1;
        const message = "unexpected character after line continuation character";
        throw this.problemInRange("SyntaxError", message, [lineno, column, lineno, -1]);
      }
    }
  }
}

function isLayout(type: number): boolean {
  return type === ENDMARKER || type === NEWLINE || type === INDENT || type === DEDENT;
}

function characterOffset(text: string, column: number): number {
  if (column <= 0) return column;
  const bytes = encodeSource(text);
  const limited = Math.min(column, bytes.length + 1);
  const known = bytes.subarray(0, limited);
  const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(known);
  return Array.from(decoded).length + (limited > bytes.length ? 1 : 0);
}
