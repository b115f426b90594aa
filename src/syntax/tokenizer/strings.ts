/**
 * String literals and f-strings, which are a mode of their own (PEP 701): the stack `modes` says whether the next
 * character is text of an f-string or ordinary Python.
 */
import * as T from "../tokens.ts";
import { END, LineTokenizer } from "./lines.ts";

/** What the tokenizer knows about an f-string that is open. */
export interface FStringMode {
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

const MAX_FSTRING_LEVEL = 150;
const MAX_FIELD_DEPTH = 3;
export const BACKSLASH = 0x5c;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

export abstract class StringTokenizer extends LineTokenizer {
  protected readonly modes: FStringMode[] = [];

  /** A token outside of an f-string's text. */
  protected abstract nextRegular(mode: FStringMode | null): number;

  override get inFString(): boolean {
    return this.modes.length > 0;
  }

  /** A string that is no f-string; its first quote has been read. */
  protected string(quote: number, mode: FStringMode | null): number {
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

  protected startFString(quote: number, prefix: string): number {
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

  protected nextInText(mode: FStringMode): number {
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
}
