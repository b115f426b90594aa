/**
 * The tokenizer: one token at a time, with the semantics of CPython 3.12's Parser/tokenizer.c.
 *
 * The top layer: indentation, comments, names, numbers, operators. Trap: what a comment is, is decided where it stands: a
 * type comment is a token if the parser wants them, and all comments are for the `tokenize` module.
 */
import { bug } from "../../util/assert.ts";
import { isPrintable } from "../../util/unicode/properties.ts";
import { continuesIdentifier, isDigit, startsIdentifier } from "../characters.ts";
import { SyntaxProblem } from "../errors.ts";
import { scanNumber } from "../numbers.ts";
import { utf8Problem } from "../source.ts";
import * as T from "../tokens.ts";
import { isIdentifierContinue, isIdentifierStart } from "../unicode.ts";
import { END } from "./lines.ts";
import { BACKSLASH, CLOSE_BRACE, type FStringMode, OPEN_BRACE, StringTokenizer } from "./strings.ts";

const MAX_INDENT = 100;
const MAX_LEVEL = 200;
const TAB_SIZE = 8;
const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;

export class Tokenizer extends StringTokenizer {
  /** Number of INDENT (positive) or DEDENT (negative) tokens still to be yielded. */
  pendingIndents = 0;
  indentation = 0;
  private readonly indents: number[] = [0];
  private readonly alternateIndents: number[] = [0];
  private atLineStart = true;
  private commentNewline = false;

  /** Read the next token into the fields above and return its type. */
  next(): number {
    const modes = this.modes;
    const mode = modes.length > 0 ? (modes[modes.length - 1] as FStringMode) : null;
    const type = mode?.inText ? this.nextInText(mode) : this.nextRegular(mode);
    if (this.state === "decode") return this.fillToken(T.ERRORTOKEN, -1, -1);
    return type;
  }

  /** Start the indentation anew, as after one statement in interactive mode. */
  closeIndentation(): void {
    this.pendingIndents = -this.indentation;
    this.indentation = 0;
  }
  protected override nextRegular(mode: FStringMode | null): number {
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
        const type = this.typeComments ? this.typeComment(start, blankLine) : 0;
        if (type > 0) return type;
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

  /** A type comment, which is a token of what follows "type:" or "ignore" in it; 0 for any other comment. */
  private typeComment(start: number, blankLine: boolean): number {
    const endsLine = this.text.charCodeAt(this.lineEnd - 1) === 0x0a;
    const end = endsLine ? this.lineEnd - 1 : this.lineEnd;
    const comment = this.text.slice(start, end);
    const prefix = /^#[ \t]*type:[ \t]*/.exec(comment)?.[0];
    if (prefix === undefined || (!endsLine && comment.endsWith(":") && prefix === comment)) return 0;
    if (!endsLine) this.nextCharacter();
    const from = start + prefix.length;
    const ignore = /^ignore(?![0-9A-Za-z\u0080-\uffff])/.test(comment.slice(prefix.length));
    this.cursor = end;
    if (!ignore) return this.fillToken(T.TYPE_COMMENT, from, end);
    if (blankLine) {
      this.cursor = this.lineEnd;
      this.atLineStart = true;
    }
    return this.fillToken(T.TYPE_IGNORE, from + "ignore".length, this.cursor);
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
