/**
 * The tokenizer: one token at a time, with the semantics of CPython 3.12's Parser/tokenizer.c.
 *
 * Lines are taken up lazily, as CPython reads them: `lineno`, `lineStart` and `lineEnd` belong to the line that holds
 * the last character read, which error positions depend on. An f-string is a mode of its own (PEP 701): the stack
 * `modes` says whether the next character is text of an f-string or ordinary Python.
 * `end of input` is the character code -1. Trap: INDENT, DEDENT and ENDMARKER have no start; their columns are -1.
 */
import { bug } from "../util/assert.ts";
import { continuesIdentifier, isDigit, startsIdentifier } from "./characters.ts";
import { SyntaxProblem } from "./errors.ts";
import { scanNumber } from "./numbers.ts";
import { utf8Length, utf8Problem } from "./source.ts";
import * as T from "./tokens.ts";
import { isIdentifierContinue, isIdentifierStart, isPrintable } from "./unicode.ts";

export type WarningCategory = "SyntaxWarning" | "DeprecationWarning";

/** Receives a warning; true turns it into a SyntaxError. */
export type WarningHandler = (category: WarningCategory, message: string, lineno: number) => boolean | undefined;

export interface TokenizerOptions {
  readonly ascii: boolean;
  /** Yield COMMENT and NL tokens and tolerate more, for the `tokenize` module. */
  readonly extraTokens?: boolean;
  readonly onWarning?: WarningHandler | undefined;
  /** Gives the next line, which ends with a newline, where the text is not known beforehand; undefined at the end. */
  readonly readLine?: (() => string | undefined) | undefined;
}

/** Why the tokenizer stopped. Names follow CPython's E_ codes. */
export type TokenizerState = "ok" | "eof" | "error" | "dedent" | "tabspace" | "toodeep" | "linecont" | "decode";

/** What the tokenizer knows about an f-string that is open. */
interface FStringMode {
  readonly quote: number;
  readonly quoteSize: number;
  readonly raw: boolean;
  readonly start: number;
  readonly lineStart: number;
  readonly lineno: number;
  /** Whether the next characters are the f-string's text; else an expression in braces. */
  inText: boolean;
  /** Brackets that are open inside this f-string. */
  bracketDepth: number;
  /** Replacement fields that are open, less one: -1 outside of any, 1 in a field of a format specification. */
  fieldDepth: number;
  inFormatSpec: boolean;
}

const MAX_INDENT = 100;
const MAX_LEVEL = 200;
const MAX_FSTRING_LEVEL = 150;
const MAX_FIELD_DEPTH = 3;
const TAB_SIZE = 8;
const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const END = -1;

export class Tokenizer {
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

  /** Number of INDENT (positive) or DEDENT (negative) tokens still to be yielded. */
  pendingIndents = 0;
  indentation = 0;
  readonly extraTokens: boolean;
  private readonly indents: number[] = [0];
  private readonly alternateIndents: number[] = [0];
  private readonly modes: FStringMode[] = [];
  private atLineStart = true;
  private commentNewline = false;
  /** Start of the token being read, as CPython's tok->start; -1 between tokens. */
  private tokenStart = -1;
  /** The start of the first line of a string that may span lines. */
  private firstLineno = 0;
  private multilineStart = 0;
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
    this.onWarning = options.onWarning;
    this.readLine = options.readLine;
  }

  /** Read the next token into the fields above and return its type. */
  next(): number {
    const modes = this.modes;
    const mode = modes.length > 0 ? (modes[modes.length - 1] as FStringMode) : null;
    const type = mode?.inText ? this.nextInText(mode) : this.nextRegular(mode);
    if (this.state === "decode") return this.fillToken(T.ERRORTOKEN, -1, -1);
    return type;
  }

  /** Whether an f-string is open. */
  get inFString(): boolean {
    return this.modes.length > 0;
  }

  /** The start of the line on which the string or f-string token just read began. */
  get tokenLineStart(): number {
    return this.multilineStart;
  }

  /** Start the indentation anew, as after one statement in interactive mode. */
  closeIndentation(): void {
    this.pendingIndents = -this.indentation;
    this.indentation = 0;
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

  private back(c: number): void {
    if (c !== END) this.cursor--;
  }

  private takeLine(): boolean {
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
  private appendLine(): boolean {
    const line = this.readLine?.();
    if (line === undefined) return false;
    if (this.tokenStart >= 0 || this.modes.length > 0) {
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

  private fillToken(type: number, start: number, end: number): number {
    this.type = type;
    this.start = start;
    this.end = end;
    this.startLine = this.lineno;
    this.startColumn = start >= this.lineStart ? this.columnOf(start) : -1;
    this.endColumn = end >= this.lineStart ? this.columnOf(end) : -1;
    return type;
  }

  /** A token that may have begun on an earlier line. */
  private fillString(type: number, start: number, end: number): number {
    this.type = type;
    this.start = start;
    this.end = end;
    this.startLine = this.firstLineno;
    this.startColumn =
      this.multilineStart === this.lineStart ? this.columnOf(start) : this.columnFrom(this.multilineStart, start);
    this.endColumn = end >= this.lineStart ? this.columnOf(end) : -1;
    return type;
  }

  private fail(state: TokenizerState): number {
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

  private nextRegular(mode: FStringMode | null): number {
    let blankLine = false;
    for (;;) {
      this.tokenStart = -1;
      blankLine = false;
      if (this.atLineStart) {
        this.atLineStart = false;
        const result = this.readIndentation();
        if (result === T.ERRORTOKEN) return result;
        blankLine = result === T.NL;
      }
      this.tokenStart = this.cursor;
      if (this.pendingIndents !== 0) return this.pendingIndent();
      const type = this.nextInLine(mode, blankLine);
      if (type >= 0) return type;
    }
  }

  private pendingIndent(): number {
    this.tokenStart = this.cursor;
    const dedent = this.pendingIndents < 0;
    this.pendingIndents += dedent ? 1 : -1;
    const type = dedent ? T.DEDENT : T.INDENT;
    if (!this.extraTokens) return this.fillToken(type, -1, -1);
    return this.fillToken(type, dedent ? this.cursor : this.lineStart, this.cursor);
  }

  /** Measure the indentation of a line. Returns T.NL for a blank line, ERRORTOKEN on failure, else 0. */
  private readIndentation(): number {
    let column = 0;
    let alternate = 0;
    let continued = 0;
    let c: number;
    for (;;) {
      c = this.nextCharacter();
      if (c === 0x20) {
        column++;
        alternate++;
      } else if (c === 0x09) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        alternate++;
      } else if (c === 0x0c) {
        column = alternate = 0;
      } else if (c === BACKSLASH) {
        continued = continued || column;
        if (!this.continueLine()) return T.ERRORTOKEN;
      } else {
        break;
      }
    }
    this.back(c);
    if (c === 0x23 || c === 0x0a || c === 0x0d) return T.NL;
    if (this.level > 0) return 0;
    return continued ? this.indent(continued, continued) : this.indent(column, alternate);
  }

  private indent(column: number, alternate: number): number {
    const indents = this.indents;
    const alternates = this.alternateIndents;
    const current = indents[this.indentation] as number;
    if (column > current) {
      if (this.indentation + 1 >= MAX_INDENT) {
        this.cursor = this.lineEnd;
        return this.fail("toodeep");
      }
      if (alternate <= (alternates[this.indentation] as number)) return this.inconsistentTabs();
      this.pendingIndents++;
      this.indentation++;
      indents[this.indentation] = column;
      alternates[this.indentation] = alternate;
      return 0;
    }
    while (this.indentation > 0 && column < (indents[this.indentation] as number)) {
      this.pendingIndents--;
      this.indentation--;
    }
    if (column !== indents[this.indentation]) {
      this.cursor = this.lineEnd;
      return this.fail("dedent");
    }
    return alternate === alternates[this.indentation] ? 0 : this.inconsistentTabs();
  }

  private inconsistentTabs(): number {
    this.cursor = this.lineEnd;
    return this.fail("tabspace");
  }

  /** After a backslash: go to the next line. */
  private continueLine(): boolean {
    let c = this.nextCharacter();
    if (c === 0x0d) c = this.nextCharacter();
    if (c !== 0x0a) {
      this.fail("linecont");
      return false;
    }
    c = this.nextCharacter();
    if (c === END) {
      this.state = "eof";
      this.cursor = this.lineEnd;
      this.fillToken(T.ERRORTOKEN, -1, -1);
      return false;
    }
    this.back(c);
    return true;
  }

  /** The token after the indentation; -1 if the line is to be skipped. */
  private nextInLine(mode: FStringMode | null, blankLine: boolean): number {
    for (;;) {
      this.tokenStart = -1;
      let c: number;
      do {
        c = this.nextCharacter();
      } while (c === 0x20 || c === 0x09 || c === 0x0c);
      const start = c === END ? this.cursor : this.cursor - 1;
      this.tokenStart = start;
      if (c === 0x23) {
        this.cursor = this.lineEnd;
        if (this.extraTokens) return this.comment(start, blankLine);
        if (this.text.charCodeAt(this.lineEnd - 1) !== 0x0a) c = this.nextCharacter();
        else c = 0x0a;
      }
      if (c === END) return this.endOfInput();
      if (startsIdentifier(c)) return this.identifier(mode);
      if (c === 0x0d) c = this.nextCharacter();
      if (c === 0x0a) {
        const type = this.newline(start, blankLine);
        if (type < 0) return -1;
        return type;
      }
      if (isDigit(c)) return this.number(c);
      if (c === 0x2e && isDigit(this.peek())) return this.number(c);
      if (c === QUOTE || c === DOUBLE_QUOTE) return this.string(c, mode);
      if (c !== BACKSLASH) return this.punctuation(c, mode);
      if (!this.continueLine()) return T.ERRORTOKEN;
    }
  }

  private comment(start: number, blankLine: boolean): number {
    if (this.text.charCodeAt(this.cursor - 1) === 0x0a) this.cursor--;
    if (this.text.charCodeAt(this.cursor - 1) === 0x0d) this.cursor--;
    this.commentNewline = blankLine;
    return this.fillToken(T.COMMENT, start, this.cursor);
  }

  private endOfInput(): number {
    const type = this.level > 0 || this.state !== "eof" ? T.ERRORTOKEN : T.ENDMARKER;
    return this.fillToken(type, this.extraTokens ? this.cursor : -1, this.extraTokens ? this.cursor : -1);
  }

  private newline(start: number, blankLine: boolean): number {
    this.atLineStart = true;
    if (blankLine || this.level > 0) {
      if (!this.extraTokens) return -1;
      this.commentNewline = false;
      return this.fillToken(T.NL, start, this.cursor);
    }
    if (this.commentNewline && this.extraTokens) {
      this.commentNewline = false;
      return this.fillToken(T.NL, start, this.cursor);
    }
    this.fillToken(T.NEWLINE, start, this.cursor - 1);
    if (!this.extraTokens) this.endColumn++;
    return T.NEWLINE;
  }

  private identifier(mode: FStringMode | null): number {
    const text = this.text;
    const start = this.tokenStart;
    let at = start;
    let c = text.charCodeAt(at);
    let high = 0;
    do {
      high |= c;
      c = text.charCodeAt(++at);
    } while (continuesIdentifier(c));
    this.cursor = at;
    if ((c === QUOTE || c === DOUBLE_QUOTE) && at - start <= 2) {
      const prefix = text.slice(start, at).toLowerCase();
      const isFString = prefix === "f" || prefix === "rf" || prefix === "fr";
      if (isFString || prefix === "b" || prefix === "r" || prefix === "u" || prefix === "br" || prefix === "rb") {
        this.cursor++;
        return isFString ? this.startFString(c, prefix) : this.string(c, mode);
      }
    }
    if (high >= 128 && !this.extraTokens && !this.verifyIdentifier(start, at)) return T.ERRORTOKEN;
    return this.fillToken(T.NAME, start, at);
  }

  private verifyIdentifier(start: number, end: number): boolean {
    const name = this.text.slice(start, end);
    if (utf8Problem(name) !== null) {
      this.problem = new SyntaxProblem("SyntaxError", `(unicode error) ${utf8Problem(name)}`);
      this.fail("decode");
      return false;
    }
    let at = start;
    for (const character of name) {
      const c = character.codePointAt(0) as number;
      at += character.length;
      if (at - character.length === start ? isIdentifierStart(c) : isIdentifierContinue(c)) continue;
      this.cursor = at;
      const number = `U+${c.toString(16).toUpperCase().padStart(4, "0")}`;
      if (isPrintable(c)) this.error(`invalid character '${character}' (${number})`);
      else this.error(`invalid non-printable character ${number}`);
      return false;
    }
    return true;
  }

  private number(c: number): number {
    const start = this.tokenStart;
    return scanNumber(this, c) ? this.fillToken(T.NUMBER, start, this.cursor) : T.ERRORTOKEN;
  }

  /** A string that is no f-string; its first quote has been read. */
  private string(quote: number, mode: FStringMode | null): number {
    const text = this.text;
    const start = this.tokenStart;
    this.firstLineno = this.lineno;
    this.multilineStart = this.lineStart;
    if (text.charCodeAt(this.cursor) === quote) {
      if (text.charCodeAt(this.cursor + 1) !== quote) {
        this.cursor++;
        return this.fillString(T.STRING, start, this.cursor);
      }
      this.cursor += 2;
      return this.longString(quote, start, mode);
    }
    for (;;) {
      const c = this.nextCharacter();
      if (c === quote) return this.fillString(T.STRING, start, this.cursor);
      if (c === END || c === 0x0a) return this.unterminated(quote, 1, c === END, mode);
      if (c === BACKSLASH && this.nextCharacter() === 0x0d) this.nextCharacter();
    }
  }

  private longString(quote: number, start: number, mode: FStringMode | null): number {
    for (;;) {
      const c = this.nextCharacter();
      if (c === quote) {
        const text = this.text;
        if (text.charCodeAt(this.cursor) === quote && text.charCodeAt(this.cursor + 1) === quote) {
          this.cursor += 2;
          return this.fillString(T.STRING, start, this.cursor);
        }
      } else if (c === END) {
        return this.unterminated(quote, 3, true, mode);
      } else if (c === BACKSLASH && this.nextCharacter() === 0x0d) {
        this.nextCharacter();
      }
    }
  }

  private unterminated(quote: number, size: number, atEnd: boolean, mode: FStringMode | null): number {
    const last = this.lineno;
    this.cursor = this.tokenStart + 1;
    this.lineStart = this.multilineStart;
    this.lineno = this.firstLineno;
    if (mode !== null && mode.quote === quote && mode.quoteSize === size) {
      return this.error("f-string: expecting '}'");
    }
    this.endedInString = atEnd;
    if (size === 3) return this.error(`unterminated triple-quoted string literal (detected at line ${last})`);
    return this.error(`unterminated string literal (detected at line ${last})`);
  }

  private startFString(quote: number, prefix: string): number {
    const text = this.text;
    const start = this.tokenStart;
    this.firstLineno = this.lineno;
    this.multilineStart = this.lineStart;
    let size = 1;
    if (text.charCodeAt(this.cursor) === quote && text.charCodeAt(this.cursor + 1) === quote) {
      size = 3;
      this.cursor += 2;
    }
    if (this.modes.length + 1 >= MAX_FSTRING_LEVEL) return this.error("too many nested f-strings");
    this.modes.push({
      quote,
      quoteSize: size,
      raw: prefix.length === 2,
      start,
      lineStart: this.lineStart,
      lineno: this.lineno,
      inText: true,
      bracketDepth: 0,
      fieldDepth: -1,
      inFormatSpec: false,
    });
    return this.fillString(T.FSTRING_START, start, this.cursor);
  }

  private nextInText(mode: FStringMode): number {
    const start = this.cursor;
    if (start >= this.text.length && this.state === "ok") this.appendLine();
    const text = this.text;
    this.tokenStart = start;
    this.firstLineno = this.lineno;
    if (text.charCodeAt(start) === OPEN_BRACE && text.charCodeAt(start + 1) !== OPEN_BRACE) {
      if (!this.enterField(mode)) return this.error("f-string: expressions nested too deeply");
      return this.nextRegular(mode);
    }
    if (this.atQuotes(mode)) {
      this.cursor += mode.quoteSize;
      this.modes.pop();
      return this.fillToken(T.FSTRING_END, start, this.cursor);
    }
    this.multilineStart = this.lineStart;
    return this.textToken(mode, start);
  }

  private atQuotes(mode: FStringMode): boolean {
    if (this.cursor === this.lineEnd) this.takeLine();
    const text = this.text;
    const at = this.cursor;
    if (text.charCodeAt(at) !== mode.quote) return false;
    return mode.quoteSize === 1 || (text.charCodeAt(at + 1) === mode.quote && text.charCodeAt(at + 2) === mode.quote);
  }

  private enterField(mode: FStringMode): boolean {
    mode.fieldDepth++;
    if (mode.fieldDepth >= MAX_FIELD_DEPTH) return false;
    mode.inText = false;
    return true;
  }

  /** Text of an f-string up to its end or the next replacement field. */
  private textToken(mode: FStringMode, start: number): number {
    let namedEscape = false;
    for (;;) {
      if (this.atQuotes(mode)) return this.fillString(T.FSTRING_MIDDLE, start, this.cursor);
      const c = this.nextCharacter();
      const inFormatSpec = mode.inFormatSpec && mode.fieldDepth >= 0;
      if (c === END || (mode.quoteSize === 1 && c === 0x0a)) {
        if (inFormatSpec && c === 0x0a) {
          this.cursor--;
          return this.leaveText(mode, start);
        }
        return this.unterminatedFString(mode);
      }
      if (c === OPEN_BRACE) {
        if (this.peek() === OPEN_BRACE && !inFormatSpec) {
          this.cursor++;
          return this.fillDoubledBrace(start);
        }
        this.cursor--;
        if (!this.enterField(mode)) return this.error("f-string: expressions nested too deeply");
        return this.leaveText(mode, start);
      }
      if (c === CLOSE_BRACE) {
        if (namedEscape) return this.fillString(T.FSTRING_MIDDLE, start, this.cursor);
        if (this.peek() === CLOSE_BRACE && !inFormatSpec && mode.bracketDepth === 0) {
          this.cursor++;
          return this.fillDoubledBrace(start);
        }
        this.cursor--;
        return this.leaveText(mode, start);
      }
      if (c !== BACKSLASH) continue;
      let escaped = this.nextCharacter();
      if (escaped === 0x0d) escaped = this.nextCharacter();
      if (escaped === OPEN_BRACE || escaped === CLOSE_BRACE) {
        if (!mode.raw && !this.warnInvalidEscape(escaped)) return T.ERRORTOKEN;
        this.cursor--;
      } else if (escaped === 0x4e && !mode.raw && this.peek() === OPEN_BRACE) {
        this.cursor++;
        namedEscape = true;
      }
    }
  }

  private warnInvalidEscape(c: number): boolean {
    return this.warn("SyntaxWarning", `invalid escape sequence '\\${String.fromCharCode(c)}'`);
  }

  /** Text that ends with the first of two equal braces; its end column, as the parser sees it, is after the second. */
  private fillDoubledBrace(start: number): number {
    const type = this.fillString(T.FSTRING_MIDDLE, start, this.cursor - 1);
    if (!this.extraTokens) this.endColumn++;
    return type;
  }

  private leaveText(mode: FStringMode, start: number): number {
    mode.inText = false;
    mode.inFormatSpec = false;
    return this.fillString(T.FSTRING_MIDDLE, start, this.cursor);
  }

  private unterminatedFString(mode: FStringMode): number {
    const last = this.lineno;
    this.cursor = mode.start + 1;
    this.lineStart = mode.lineStart;
    this.lineno = mode.lineno;
    this.endedInString = mode.quoteSize === 3;
    const name = mode.quoteSize === 3 ? "triple-quoted f-string" : "f-string";
    return this.error(`unterminated ${name} literal (detected at line ${last})`);
  }

  private punctuation(c: number, mode: FStringMode | null): number {
    const start = this.tokenStart;
    const isColon = c === 0x3a;
    if (isColon && mode !== null && mode.fieldDepth >= 0 && mode.bracketDepth - 1 === mode.fieldDepth) {
      mode.inText = true;
      mode.inFormatSpec = true;
      return this.fillToken(T.COLON, start, this.cursor);
    }
    const type = this.operatorType(c);
    if (type < T.LPAR) return this.unknownCharacter(c);
    if (type === T.LPAR || type === T.LSQB || type === T.LBRACE) return this.openBracket(c, type, mode);
    if (type === T.RPAR || type === T.RSQB || type === T.RBRACE) return this.closeBracket(c, type, mode);
    return this.fillToken(type, start, this.cursor);
  }

  /** The longest operator that starts with a character; reads the rest of it. -1 if there is none. */
  private operatorType(c: number): number {
    const single = singleOperators[c];
    if (single === undefined || single < 0) {
      if (c !== 0x21 || this.peek() !== 0x3d) return single === undefined ? -1 : -single;
      this.cursor++;
      return T.NOTEQUAL;
    }
    const second = this.peek();
    if (c === 0x2e) {
      if (second !== 0x2e || this.text.charCodeAt(this.cursor + 1) !== 0x2e) return single;
      this.cursor += 2;
      return T.ELLIPSIS;
    }
    const double = longerOperators[c]?.get(second);
    if (double === undefined) return single;
    this.cursor++;
    if (this.peek() !== 0x3d) return double;
    const triple = tripleOperators.get(double);
    if (triple === undefined) return double;
    this.cursor++;
    return triple;
  }

  private unknownCharacter(c: number): number {
    if (c < 0x20 || c === 0x7f) {
      return this.error(`invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, "0")}`);
    }
    return this.fillToken(T.OP, this.tokenStart, this.cursor);
  }

  private openBracket(c: number, type: number, mode: FStringMode | null): number {
    if (this.level >= MAX_LEVEL) return this.error("too many nested parentheses");
    this.bracketStack[this.level] = c;
    this.bracketLines[this.level] = this.lineno;
    this.bracketColumns[this.level] = this.columnOf(this.tokenStart);
    this.level++;
    if (mode !== null) mode.bracketDepth++;
    return this.fillToken(type, this.tokenStart, this.cursor);
  }

  private closeBracket(c: number, type: number, mode: FStringMode | null): number {
    const character = String.fromCharCode(c);
    if (mode !== null && mode.bracketDepth === 0 && c === CLOSE_BRACE) {
      return this.error("f-string: single '}' is not allowed");
    }
    if (!this.extraTokens && this.level === 0) return this.error(`unmatched '${character}'`);
    if (this.level > 0) {
      this.level--;
      const opening = this.bracketStack[this.level] as number;
      const matches = c === opening + (opening === 0x28 ? 1 : 2);
      if (!this.extraTokens && !matches) return this.mismatch(character, opening, mode);
    }
    if (mode !== null) {
      mode.bracketDepth--;
      if (mode.bracketDepth < 0) return this.error(`f-string: unmatched '${character}'`);
      if (c === CLOSE_BRACE && mode.bracketDepth === mode.fieldDepth) {
        mode.fieldDepth--;
        mode.inText = true;
        mode.inFormatSpec = false;
      }
    }
    return this.fillToken(type, this.tokenStart, this.cursor);
  }

  private mismatch(character: string, opening: number, mode: FStringMode | null): number {
    if (mode !== null && opening === OPEN_BRACE && mode.bracketDepth - 1 === mode.fieldDepth) {
      return this.error(`f-string: unmatched '${character}'`);
    }
    const line = this.bracketLines[this.level] as number;
    const where = line === this.lineno ? "" : ` on line ${line}`;
    const shown = String.fromCharCode(opening);
    return this.error(`closing parenthesis '${character}' does not match opening parenthesis '${shown}'${where}`);
  }
}

/** Operators of one character by code; a negative entry is one that longer operators need checked first. */
const singleOperators: number[] = [];
/** Operators of two characters: first code, then second. */
const longerOperators: Map<number, number>[] = [];
/** Operators of three characters that end with "=", by the number of their first two. */
const tripleOperators = new Map<number, number>();
for (const [text, type] of T.operators) {
  const first = text.charCodeAt(0);
  if (text.length === 1) singleOperators[first] = text === "!" ? -type : type;
  else if (text.length === 2 && first !== 0x21) {
    const longer = longerOperators[first] ?? new Map<number, number>();
    longerOperators[first] = longer;
    longer.set(text.charCodeAt(1), type);
  } else if (text.endsWith("=") && text.length === 3) {
    tripleOperators.set(T.operators.get(text.slice(0, 2)) ?? bug("operator without its beginning"), type);
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
