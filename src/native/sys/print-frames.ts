/**
 * The frames of a traceback as text, with source lines and carets (CPython Python/traceback.c, PEP 657).
 *
 * Trap: columns of code positions are UTF-8 bytes; carets are placed by display width, in which East Asian
 * wide characters count twice.
 */
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import { intOf, jsString, PyList } from "../../objects/kernel/payload.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";
import type { Expr } from "../../syntax/generated/ast.ts";
import { parse } from "../../syntax/parse.ts";
import { readSource } from "../../syntax/source.ts";
import { eastAsianWidthOf } from "../../util/unicode/properties.ts";
import { current } from "../../vm/thread.ts";
import type { PyTraceback } from "../../vm/types/traceback.ts";

/** After so many equal lines a recursion is folded. */
const SHOWN_REPEATS = 3;
const DEFAULT_LIMIT = 1000;

/** All frames as lines without margin, each with its newline. "" if `sys.tracebacklimit` forbids any. */
export function formatFrames(traceback: PyTraceback | null): string {
  const entries: PyTraceback[] = [];
  for (let each = traceback; each !== null; each = each.next) entries.push(each);
  const sources = new Map<string, string[] | undefined>();
  let text = "";
  let last = "";
  let count = 0;
  for (const entry of entries.slice(Math.max(0, entries.length - frameLimit()))) {
    const { code } = entry.frame;
    const filename = jsString(code.filename) as string;
    const head = `  File "${filename}", line ${entry.line}, in ${code.name}\n`;
    if (head !== last) {
      text += repeatNote(count);
      count = 0;
    }
    last = head;
    count++;
    if (count <= SHOWN_REPEATS) text += head + sourceLine(entry, filename, sources);
  }
  return text + repeatNote(count);
}

function repeatNote(count: number): string {
  const more = count - SHOWN_REPEATS;
  return more <= 0 ? "" : `  [Previous line repeated ${more} more time${more > 1 ? "s" : ""}]\n`;
}

/** `sys.tracebacklimit`. */
export function frameLimit(): number {
  const limit = current.thread.interpreter.sysDict.get("tracebacklimit");
  const value = limit === undefined ? undefined : intOf(limit);
  if (value === undefined) return DEFAULT_LIMIT;
  return value <= 0 ? 0 : Math.min(Number(value), Number.MAX_SAFE_INTEGER);
}

/** The stripped source line and its carets; "" if the source is not there. */
function sourceLine(entry: PyTraceback, filename: string, sources: Map<string, string[] | undefined>): string {
  if (entry.line <= 0 || (filename.startsWith("<") && filename.endsWith(">"))) return "";
  if (!sources.has(filename)) sources.set(filename, readLines(filename));
  const line = sources.get(filename)?.[entry.line - 1];
  if (line === undefined) return "";
  const indent = line.length - line.replace(/^[ \t\f]+/, "").length;
  return `    ${line.slice(indent)}\n${carets(entry, line, indent)}`;
}

function readLines(filename: string): string[] | undefined {
  for (const path of candidates(filename)) {
    try {
      const { text } = readSource(host().files.readFile(path), { endWithNewline: false });
      return text.split(/\r\n|\r|\n/);
    } catch (error) {
      if (!(error instanceof HostError || error instanceof SyntaxProblem)) throw error;
    }
  }
  return undefined;
}

/** The file as named, then by its last part in each folder of `sys.path`. */
function candidates(filename: string): string[] {
  const path = current.thread.interpreter.sysDict.get("path");
  const folders = path instanceof PyList ? path.items : [];
  const tail = filename.slice(filename.lastIndexOf("/") + 1);
  const others = folders.flatMap((folder) => {
    const text = jsString(folder);
    return text === undefined ? [] : [text === "" || text.endsWith("/") ? text + tail : `${text}/${tail}`];
  });
  return [filename, ...others];
}

/** Where the operator or the brackets lie in a range: they get carets, the rest tildes. */
interface Anchors {
  readonly left: number;
  readonly right: number;
}

function carets(entry: PyTraceback, line: string, indent: number): string {
  const position = entry.frame.code.positionAt(entry.index);
  if (position === undefined || position.col_offset < 0 || position.end_col_offset < 0) return "";
  if (position.lineno !== entry.line) return "";
  const start = characterOffset(line, position.col_offset);
  const single = position.end_lineno === position.lineno;
  const end = single ? characterOffset(line, position.end_col_offset) : line.trimEnd().length;
  const segment = line.slice(start, end);
  const anchors = single ? findAnchors(segment) : undefined;
  if (end - start === line.length - indent && anchors === undefined) return "";
  let marks = "";
  for (let i = 0; i < segment.length; ) {
    const c = segment.codePointAt(i) as number;
    const inside = anchors !== undefined && !(i >= anchors.left && i < anchors.right);
    marks += (inside ? "~" : "^").repeat(widthOf(c));
    i += c > 0xffff ? 2 : 1;
  }
  return `    ${" ".repeat(displayWidth(line.slice(indent, start)))}${marks}\n`;
}

/** The UTF-16 offset of a UTF-8 byte offset. */
function characterOffset(text: string, bytes: number): number {
  let at = 0;
  for (let rest = bytes; rest > 0 && at < text.length; ) {
    const c = text.codePointAt(at) as number;
    rest -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    at += c > 0xffff ? 2 : 1;
  }
  return at;
}

function widthOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  const width = eastAsianWidthOf(codePoint);
  return width === "W" || width === "F" ? 2 : 1;
}

function displayWidth(text: string): number {
  let width = 0;
  for (const c of text) width += widthOf(c.codePointAt(0) as number);
  return width;
}

/** If the segment is one binary operation or subscript: where its operator or brackets are. */
function findAnchors(segment: string): Anchors | undefined {
  let expression: Expr;
  try {
    const tree = parse(segment, { mode: "exec" });
    if (tree.kind !== "Module" || tree.body.length !== 1 || tree.body[0].kind !== "Expr") return undefined;
    expression = tree.body[0].value;
  } catch (error) {
    if (error instanceof SyntaxProblem) return undefined;
    throw error;
  }
  if (expression.kind === "BinOp") return operatorAnchors(segment, expression.left, expression.right);
  if (expression.kind !== "Subscript") return undefined;
  const left = segment.indexOf("[", characterOffset(segment, expression.value.end_col_offset ?? 0));
  const right = segment.indexOf("]", characterOffset(segment, (expression.slice.end_col_offset ?? 0) + 1));
  const slice = characterOffset(segment, expression.slice.end_col_offset ?? 0);
  const close = segment[slice] === "]" ? slice : right;
  return { left: left < 0 ? segment.length : left, right: close < 0 ? segment.length : close + 1 };
}

/** The operator between two operands, behind what parentheses stand before it. */
function operatorAnchors(segment: string, left: Expr, right: Expr): Anchors | undefined {
  const start = characterOffset(segment, left.end_col_offset ?? 0);
  const end = characterOffset(segment, right.col_offset);
  for (let i = start; i < end; i++) {
    if (/\s/.test(segment[i]) || segment[i] === ")") continue;
    const two = i + 1 < end && !/[\s(]/.test(segment[i + 1]);
    return { left: i, right: two ? i + 2 : i + 1 };
  }
  return undefined;
}
