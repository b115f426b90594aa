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
import { countCodePoints, type WarningHandler } from "./tokenizer/lines.ts";
import { Tokenizer } from "./tokenizer/tokenizer.ts";
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

/** Gives the next line of a source each time; undefined or "" at the end. */
export type LineReader = () => Text | undefined;

/** Yields the tokens of a source that is read line by line; throws a SyntaxProblem where CPython raises. */
export function* iterateLines(read: LineReader, options: TokenIteratorOptions): Generator<TokenInfo, void> {
  const { extraTokens, onWarning } = options;
  let lacksNewline = false;
  let lineno = 0;
  const readLine = (): string | undefined => {
    lineno++;
    const { text } = readSource(withoutNull(read() ?? "", lineno), {
      endWithNewline: false,
      keepCarriageReturns: true,
    });
    if (text === "") return undefined;
    if (text.endsWith("\n")) return text;
    lacksNewline = true;
    return `${text}\n`;
  };
  const tokenizer = new Tokenizer("", { ascii: false, extraTokens, onWarning, readLine });
  yield* tokensOf(tokenizer, () => lacksNewline);
}

function withoutNull(line: Text, lineno: number): Text {
  const at = line instanceof WideText ? line.codePoints.indexOf(0) : line.indexOf("\0");
  if (at < 0) return line;
  const before = line instanceof WideText ? new WideText(line.codePoints.subarray(0, at)) : line.slice(0, at);
  throw new SyntaxProblem("SyntaxError", "source code cannot contain null bytes", lineno, 0, lineno, 0, before);
}

/** Yields the tokens of a source; throws a SyntaxProblem where CPython raises. */
export function* iterateTokens(input: Text, options: TokenIteratorOptions): Generator<TokenInfo, void> {
  const { extraTokens, onWarning } = options;
  const source = readSource(input, { endWithNewline: true, keepCarriageReturns: extraTokens });
  const last = input instanceof WideText ? input.codePoints.at(-1) : input.charCodeAt(input.length - 1);
  const lacksNewline = last !== 0x0a;
  const tokenizer = new Tokenizer(source.text, { ascii: source.ascii, extraTokens, onWarning });
  yield* tokensOf(tokenizer, () => lacksNewline);
}

function* tokensOf(tokenizer: Tokenizer, lacksNewline: () => boolean): Generator<TokenInfo, void> {
  for (;;) {
    const type = tokenizer.next();
    if (type === T.ERRORTOKEN) throw tokenizerProblem(tokenizer);
    const implicitNewline = lacksNewline() && tokenizer.lineEnd === tokenizer.text.length;
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
    type: shownType(type, extraTokens, string),
    string: extraTokens && (isNewline || type === T.NL) ? newlineText(text, start, implicitNewline) : toText(string),
    start: [isString ? tokenizer.startLine : lineno, column],
    end: [lineno, endColumn + (extraTokens && isNewline ? 1 : 0)],
    line: toText(line),
  };
}

/** For `tokenize` all operators are OP; otherwise `async` and `await` have types of their own. */
function shownType(type: number, extraTokens: boolean, string: string): number {
  if (extraTokens) return type > T.DEDENT && type < T.OP ? T.OP : type;
  if (type !== T.NAME) return type;
  return string === "async" ? T.ASYNC : string === "await" ? T.AWAIT : type;
}

function newlineText(text: string, start: number, implicit: boolean): string {
  if (implicit) return "";
  return text[start] === "\r" ? "\r\n" : "\n";
}

/** The end of the input inside a statement has no line to show. */
function tokenizerProblem(tokenizer: Tokenizer): SyntaxProblem {
  const { state, problem, lineno, text, bufferStart, lineEnd } = tokenizer;
  if (problem !== null) return problem;
  const last = text.charCodeAt(lineEnd - 1) === 0x0a ? lineEnd - 1 : lineEnd;
  const line = toText(text.slice(bufferStart, last));
  const make = (type: SyntaxProblemType, message: string): SyntaxProblem =>
    new SyntaxProblem(type, message, lineno, countCodePoints(text, bufferStart, last) + 1, null, null, line);
  switch (state) {
    case "eof": {
      const offset = tokenizer.endedBetweenTokens && !tokenizer.inFString ? 0 : lineEnd - bufferStart;
      return new SyntaxProblem("SyntaxError", "unexpected EOF in multi-line statement", lineno, offset);
    }
    case "dedent":
      return make("IndentationError", "unindent does not match any outer indentation level");
    case "tabspace":
      return make("TabError", "inconsistent use of tabs and spaces in indentation");
    case "toodeep":
      return make("IndentationError", "too many levels of indentation");
    default:
      return make("SyntaxError", "unexpected character after line continuation character");
  }
}
