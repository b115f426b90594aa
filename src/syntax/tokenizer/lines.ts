/**
 * The bottom of the tokenizer: characters, taken up line by line, and the token that is made of them.
 *
 * The tokenizer is one object whose class is built in layers, one file each: lines, strings, tokenizer. Lines are taken
 * up lazily, as CPython reads them: `lineno`, `lineStart` and `lineEnd` belong to the line that holds the last character
 * read, which error positions depend on. The end of the input is the character code -1.
 * Trap: INDENT, DEDENT and ENDMARKER have no start; their columns are -1.
 */
import { SyntaxProblem } from "../errors.ts";
import { utf8Length } from "../source.ts";
import * as T from "../tokens.ts";

export type WarningCategory = "SyntaxWarning" | "DeprecationWarning";

/** Receives a warning; true turns it into a SyntaxError. */
export type WarningHandler = (category: WarningCategory, message: string, lineno: number) => boolean | undefined;

export interface TokenizerOptions {
  readonly ascii: boolean;
  /** Yield COMMENT and NL tokens and tolerate more, for the `tokenize` module. */
  readonly extraTokens?: boolean;
  /** Yield TYPE_COMMENT and TYPE_IGNORE tokens. */
  readonly typeComments?: boolean;
  readonly onWarning?: WarningHandler | undefined;
  /** Gives the next line, which ends with a newline, where the text is not known beforehand; undefined at the end. */
  readonly readLine?: (() => string | undefined) | undefined;
}

/** Why the tokenizer stopped. Names follow CPython's E_ codes. */
export type TokenizerState = "ok" | "eof" | "error" | "dedent" | "tabspace" | "toodeep" | "linecont" | "decode";

/** The code of the end of the input. */
export const END = -1;

export abstract class LineTokenizer {
  /** The token just read: indices into the text (-1: none), lines from 1, columns in bytes (-1: none). */
  type = T.ENDMARKER;
  start = -1;
  end = -1;
  startLine = 0;
  startColumn = -1;
  endColumn = -1;

  /** The line of the last character read. */
  lineno = 0;
  lineStart = 0;
  lineEnd = 0;
  /** Index of the next character. */
  cursor = 0;
  /** Where CPython's buffer starts: the line of the token that is being read. */
  bufferStart = 0;
  state: TokenizerState = "ok";
  /** The problem if `state` is "error" or "decode". */
  problem: SyntaxProblem | null = null;
  /** Whether the end of the input came inside a string, which more input could close. */
  endedInString = false;
  /** Whether the end of the input came where no token had begun. */
  endedBetweenTokens = false;

  /** Open brackets. */
  level = 0;
  readonly bracketStack: number[] = [];
  readonly bracketLines: number[] = [];
  readonly bracketColumns: number[] = [];

  readonly extraTokens: boolean;
  protected readonly typeComments: boolean;
  /** Start of the token being read, as CPython's tok->start; -1 between tokens. */
  protected tokenStart = -1;
  /** The start of the first line of a string that may span lines. */
  protected firstLineno = 0;
  protected multilineStart = 0;
  private readonly ascii: boolean;
  private readonly onWarning: WarningHandler | undefined;
  private readonly readLine: (() => string | undefined) | undefined;
  private columnIndex = 0;
  private columnValue = 0;

  constructor(
    /** If there is a `readLine`: the lines from that of the token being read to the last one read. */
    public text: string,
    options: TokenizerOptions,
  ) {
    this.ascii = options.ascii;
    this.extraTokens = options.extraTokens ?? false;
    this.typeComments = options.typeComments ?? false;
    this.onWarning = options.onWarning;
    this.readLine = options.readLine;
  }

  /** Whether an f-string is open. */
  abstract get inFString(): boolean;

  /** The start of the line on which the string or f-string token just read began. */
  get tokenLineStart(): number {
    return this.multilineStart;
  }

  /** The column in bytes of an index in the current line. */
  columnOf(index: number): number {
    if (this.ascii) return index - this.lineStart;
    if (index < this.columnIndex || this.columnIndex < this.lineStart) {
      this.columnIndex = this.lineStart;
      this.columnValue = 0;
    }
    let value = this.columnValue;
    for (let at = this.columnIndex; at < index; at++) value += utf8Length(this.text.charCodeAt(at));
    this.columnIndex = index;
    this.columnValue = value;
    return value;
  }

  private columnFrom(lineStart: number, index: number): number {
    if (this.ascii) return index - lineStart;
    let value = 0;
    for (let at = lineStart; at < index; at++) value += utf8Length(this.text.charCodeAt(at));
    return value;
  }

  /** Read a character, taking up the next line if this one is used up; -1 at the end. */
  nextCharacter(): number {
    if (this.cursor === this.lineEnd && !this.takeLine()) return END;
    return this.text.charCodeAt(this.cursor++);
  }

  /** The next character without reading it; of the current line only. */
  peek(): number {
    return this.cursor < this.lineEnd ? this.text.charCodeAt(this.cursor) : END;
  }

  protected back(c: number): void {
    if (c !== END) this.cursor--;
  }

  protected takeLine(): boolean {
    if (this.state !== "ok") return false;
    if (this.cursor >= this.text.length && !this.appendLine()) {
      this.state = "eof";
      this.endedBetweenTokens = this.tokenStart < 0;
      return false;
    }
    const text = this.text;
    if (this.tokenStart < 0) this.bufferStart = this.cursor;
    this.lineStart = this.cursor;
    this.lineno++;
    const newline = text.indexOf("\n", this.cursor);
    this.lineEnd = newline < 0 ? text.length : newline + 1;
    return true;
  }

  /** Read one more line. Where nothing refers to the lines before it, they are given up: text that grows is slow. */
  protected appendLine(): boolean {
    const line = this.readLine?.();
    if (line === undefined) return false;
    if (this.tokenStart >= 0 || this.inFString) {
      this.text += line;
      return true;
    }
    this.text = line;
    this.cursor = 0;
    this.lineEnd = 0;
    this.columnIndex = 0;
    this.columnValue = 0;
    return true;
  }

  protected fillToken(type: number, start: number, end: number): number {
    this.type = type;
    this.start = start;
    this.end = end;
    this.startLine = this.lineno;
    this.startColumn = start >= this.lineStart ? this.columnOf(start) : -1;
    this.endColumn = end >= this.lineStart ? this.columnOf(end) : -1;
    return type;
  }

  /** A token that may have begun on an earlier line. */
  protected fillString(type: number, start: number, end: number): number {
    this.type = type;
    this.start = start;
    this.end = end;
    this.startLine = this.firstLineno;
    this.startColumn =
      this.multilineStart === this.lineStart ? this.columnOf(start) : this.columnFrom(this.multilineStart, start);
    this.endColumn = end >= this.lineStart ? this.columnOf(end) : -1;
    return type;
  }

  protected fail(state: TokenizerState): number {
    this.state = state;
    return this.fillToken(T.ERRORTOKEN, -1, -1);
  }

  /** The error "message" at the last character read, or at a range of columns given in code points from 1. */
  error(message: string, column = -1, endColumn = -1): number {
    const offset = column < 0 ? countCodePoints(this.text, this.lineStart, this.cursor) : column;
    const newline = this.text.indexOf("\n", this.lineStart);
    const line = this.text.slice(this.lineStart, newline < 0 ? this.text.length : newline);
    const end = endColumn < 0 ? offset : endColumn;
    this.problem = new SyntaxProblem("SyntaxError", message, this.lineno, offset, this.lineno, end, showText(line));
    return this.fail("error");
  }

  /** Emit a warning; false if it was turned into an error. */
  warn(category: WarningCategory, message: string): boolean {
    if (!this.onWarning?.(category, message, this.lineno)) return true;
    this.error(message);
    return false;
  }
}

export function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit >= 0xdc00) count++;
  }
  return count;
}

/** A piece of source as it is shown to people: what is not UTF-8 becomes U+FFFD. */
export function showText(text: string): string {
  return text.replace(/[\udc80-\udcff]/gu, "\ufffd");
}
