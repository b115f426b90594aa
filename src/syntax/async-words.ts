/**
 * Where `async` and `await` are keywords in the Python before 3.7, for compile() with a `_feature_version`.
 *
 * There they were names, but for an `async` before `def`, and both inside of the `async def` (the "async hacks" of
 * CPython's tokenizer). Trap: as in CPython such a function ends with the first token that is not indented more than its
 * `async`, so a function on one line ends there too; a type comment on a line of its own is no such token.
 */
import { KEYWORD_ASYNC, KEYWORD_AWAIT, NAME, NEWLINE, TYPE_COMMENT } from "./tokens.ts";

/** `def` after blanks and line continuations; in brackets lines and comments may come before it too. */
const DEF = /(?:[ \t\f]|\\\r?\n)*def(?![\w\u0080-\uffff])/y;
const DEF_IN_BRACKETS = /(?:[ \t\f\r\n]|\\\r?\n|#[^\n]*)*def(?![\w\u0080-\uffff])/y;

/** What the tokenizer tells about the token just read. */
interface TokenState {
  readonly text: string;
  readonly end: number;
  readonly level: number;
  readonly indentation: number;
}

export class AsyncWords {
  private inside = false;
  /** The indentation of the `async def`, and whether its first line has ended. */
  private indentation = 0;
  private pastFirstLine = false;
  /** The bracket depth before the next token. */
  private level = 0;

  /** The type of a token that was read: a keyword `async` or `await`, or NAME where that is no keyword; else as it was. */
  classify(type: number, token: TokenState): number {
    const level = this.level;
    this.level = token.level;
    if (type === NEWLINE) {
      this.pastFirstLine = this.inside;
      return type;
    }
    if (type === TYPE_COMMENT) return type;
    if (this.pastFirstLine && level === 0 && this.indentation >= token.indentation) {
      this.inside = false;
      this.pastFirstLine = false;
    }
    if (type !== KEYWORD_ASYNC && type !== KEYWORD_AWAIT) return type;
    if (this.inside) return type;
    if (type === KEYWORD_AWAIT || !this.precedesDef(token)) return NAME;
    this.inside = true;
    this.indentation = token.indentation;
    return type;
  }

  private precedesDef({ text, end, level }: TokenState): boolean {
    const pattern = level > 0 ? DEF_IN_BRACKETS : DEF;
    pattern.lastIndex = end;
    return pattern.test(text);
  }
}
