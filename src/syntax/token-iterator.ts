/**
 * The tokens as the `tokenize` module shows them, with comments and with columns in code points.
 *
 * Follows Python/Python-tokenize.c of CPython 3.12 (the `_tokenize` module). Operators are all OP, and without extra
 * tokens neither COMMENT nor NL appear. Trap: a newline that the source lacks at its end is yielded as an empty string.
 */
import { type Text, WideText } from "../bytecode/constants.ts";
import { SyntaxProblem, type SyntaxProblemType } from "./errors.ts";
import { readSource } from "./source.ts";
import { toText } from "./text.ts";
import { countCodePoints, Tokenizer, type WarningHandler } from "./tokenizer.ts";
import * as T from "./tokens.ts";

export interface TokenInfo {
  readonly type: number;
  readonly string: Text;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
  /** The physical line, or the lines of a string that spans several. */
  readonly line: Text;
}

export interface TokenIteratorOptions {
  /** Yield COMMENT and NL tokens, and accept some wrong sources. */
  readonly extraTokens: boolean;
  readonly onWarning?: WarningHandler;
}

const multilineTokens = new Set<number>([T.STRING, T.FSTRING_START, T.FSTRING_MIDDLE]);

/** Yields the tokens of a source; throws a SyntaxProblem where CPython raises. */
export function* iterateTokens(input: Text, options: TokenIteratorOptions): Generator<TokenInfo, void> {
  const { extraTokens, onWarning } = options;
  const source = readSource(input, { endWithNewline: true, keepCarriageReturns: extraTokens });
  const last = input instanceof WideText ? input.codePoints.at(-1) : input.charCodeAt(input.length - 1);
  const lacksNewline = last !== 0x0a;
  const tokenizer = new Tokenizer(source.text, { ascii: source.ascii, extraTokens, onWarning });
  for (;;) {
    const type = tokenizer.next();
    if (type === T.ERRORTOKEN) throw tokenizerProblem(tokenizer);
    const implicitNewline = lacksNewline && tokenizer.lineEnd === source.text.length;
    yield describe(tokenizer, type, implicitNewline);
    if (type === T.ENDMARKER) return;
  }
}

function describe(tokenizer: Tokenizer, type: number, implicitNewline: boolean): TokenInfo {
  const { text, start, end, extraTokens, lineno } = tokenizer;
  const isTrailing = type === T.ENDMARKER || (type === T.DEDENT && tokenizer.state === "eof");
  if (extraTokens && isTrailing) {
    return { type, string: "", start: [lineno + 1, 0], end: [lineno + 1, 0], line: "" };
  }
  const isString = multilineTokens.has(type);
  const lineStart = isString ? tokenizer.tokenLineStart : tokenizer.lineStart;
  const line = text.slice(lineStart, tokenizer.lineEnd - (implicitNewline ? 1 : 0));
  const column = start >= lineStart ? countCodePoints(text, lineStart, start) : -1;
  const endColumn = end >= tokenizer.lineStart ? countCodePoints(text, tokenizer.lineStart, end) : -1;
  const string = start < 0 ? "" : text.slice(start, end);
  const isNewline = type === T.NEWLINE;
  return {
    type: extraTokens && type > T.DEDENT && type < T.OP ? T.OP : type,
    string: extraTokens && (isNewline || type === T.NL) ? newlineText(text, start, implicitNewline) : toText(string),
    start: [isString ? tokenizer.startLine : lineno, column],
    end: [lineno, endColumn + (extraTokens && isNewline ? 1 : 0)],
    line: toText(line),
  };
}

function newlineText(text: string, start: number, implicit: boolean): string {
  if (implicit) return "";
  return text[start] === "\r" ? "\r\n" : "\n";
}

function tokenizerProblem(tokenizer: Tokenizer): SyntaxProblem {
  const { state, problem, lineno, text, cursor, lineStart, bufferStart, lineEnd } = tokenizer;
  if (problem !== null) return problem;
  const line = toText(text.slice(lineStart, cursor));
  const make = (type: SyntaxProblemType, message: string, offset: number): SyntaxProblem =>
    new SyntaxProblem(type, message, lineno, offset, null, null, line);
  switch (state) {
    case "eof":
      return make("SyntaxError", "unexpected EOF in multi-line statement", lineEnd - bufferStart);
    case "dedent":
      return make("IndentationError", "unindent does not match any outer indentation level", cursor - lineStart);
    case "tabspace":
      return make("TabError", "inconsistent use of tabs and spaces in indentation", cursor - lineStart);
    case "toodeep":
      return make("IndentationError", "too many levels of indentation", cursor - lineStart);
    default:
      return make(
        "SyntaxError",
        "unexpected character after line continuation character",
        Math.max(cursor - bufferStart - 1, 0),
      );
  }
}
