/**
 * What is wrong with a main program before its first token, where a file differs from a string: the tokenizer reads a
 * file by lines (CPython Parser/tokenizer.c, tok_underflow_file and check_coding_spec), so it knows the line of a null
 * byte and of what is not UTF-8, and blames the file as a whole, without a place, for its encoding.
 *
 * Trap: a broken line is found even behind a syntax error, since the rest of a file is read to look for unclosed
 * brackets; only an error of the tokenizer's own in an earlier line comes first.
 */
import type { Value } from "../objects/kernel/object.ts";
import { strText } from "../objects/kernel/protocol.ts";
import { SyntaxProblem } from "../syntax/errors.ts";
import { findCookie, readSource } from "../syntax/source.ts";
import { iterateTokens } from "../syntax/token-iterator.ts";
import { brokenUtf8At } from "../util/codecs/utf8.ts";
import { decodeSource, problemToError } from "./compiling.ts";

const UTF8_MARK = [0xef, 0xbb, 0xbf];
/** Errors that a source cut off after a line has only because it was cut off. */
const CUT_OFF = /^(unterminated triple-quoted|unexpected EOF|'.' was never closed)/;

/** Throws the PyError that CPython raises for a file of these bytes before it is parsed, if there is one. */
export function checkFileSource(source: Uint8Array, filename: Value): void {
  const problem = nullByte(source) ?? encodingProblem(source, filename);
  if (problem !== undefined) throw problemToError(problem, filename);
}

function nullByte(source: Uint8Array): SyntaxProblem | undefined {
  const at = source.indexOf(0);
  if (at < 0) return undefined;
  const before = new TextDecoder().decode(source.subarray(0, at)).split("\n");
  const text = before[before.length - 1];
  return new SyntaxProblem(
    "SyntaxError",
    "source code cannot contain null bytes",
    before.length,
    0,
    before.length,
    0,
    text,
  );
}

function encodingProblem(source: Uint8Array, filename: Value): SyntaxProblem | undefined {
  const hasMark = UTF8_MARK.every((byte, i) => source[i] === byte);
  const cookie = findCookie(hasMark ? source.subarray(3) : source);
  if (cookie !== null) return declaredProblem(source, cookie);
  return hasMark ? undefined : brokenLine(source, filename);
}

function declaredProblem(source: Uint8Array, cookie: string): SyntaxProblem | undefined {
  try {
    readSource(source, { endWithNewline: true, decode: decodeSource });
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const isNamed = error.msg.startsWith("encoding problem");
    return new SyntaxProblem("SyntaxError", isNamed ? error.msg : `encoding problem: ${cookie}`);
  }
}

/** The first line that is not UTF-8, in a file that declares no encoding. */
function brokenLine(source: Uint8Array, filename: Value): SyntaxProblem | undefined {
  const at = brokenUtf8At(source);
  if (at === undefined) return undefined;
  const lines = new TextDecoder().decode(source.subarray(0, at)).split(/\r\n?|\n/);
  const earlier = lines.slice(0, -1).map((line) => `${line}\n`);
  if (tokenizerProblem(earlier.join("")) !== undefined) return undefined;
  const byte = `\\x${(source[at] as number).toString(16)}`;
  const message = `Non-UTF-8 code starting with '${byte}' in file ${strText(filename)} on line ${lines.length}`;
  const advice = "but no encoding declared; see https://peps.python.org/pep-0263/ for details";
  return new SyntaxProblem("SyntaxError", `${message}, ${advice}`);
}

function tokenizerProblem(text: string): SyntaxProblem | undefined {
  try {
    for (const _ of iterateTokens(text, { extraTokens: false }));
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return CUT_OFF.test(error.msg) ? undefined : error;
  }
}
