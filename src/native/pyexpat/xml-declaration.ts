/** The pseudo-attributes of `<?xml ...?>` (expat's xmltok.c: doParseXmlDecl). */
import { isSpaceUnit, skipSpace } from "./scan.ts";

export interface XmlDeclaration {
  version: string | undefined;
  encoding: string | undefined;
  /** Where the encoding's name stands. */
  encodingAt: number;
  standalone: boolean | undefined;
}

interface PseudoAttribute {
  name: string;
  at: number;
  value: string;
  valueAt: number;
  next: number;
}

/** Undefined at the end; a number is where it is wrong. */
function pseudoAttribute(text: string, at: number, end: number): PseudoAttribute | number | undefined {
  if (at === end) return undefined;
  if (!isSpaceUnit(text.charCodeAt(at))) return at;
  const start = skipSpace(text, at, end);
  if (start === end) return undefined;
  let p = start;
  while (text[p] !== "=" && !isSpaceUnit(text.charCodeAt(p))) {
    if (p >= end || text.charCodeAt(p) >= 0x80) return p;
    p++;
  }
  const name = text.slice(start, p);
  p = skipSpace(text, p, end);
  if (text[p] !== "=" || name === "") return p;
  p = skipSpace(text, p + 1, end);
  const quote = text[p];
  if (quote !== '"' && quote !== "'") return p;
  const valueAt = p + 1;
  for (p = valueAt; text[p] !== quote; p++) if (!/[-\w.]/.test(text[p] ?? "")) return p;
  return { name, at: start, value: text.slice(valueAt, p), valueAt, next: p + 1 };
}

/** The declaration at text[start:end]; a number is where it is wrong. */
export function parseXmlDeclaration(
  text: string,
  start: number,
  declarationEnd: number,
  isTextDeclaration: boolean,
): XmlDeclaration | number {
  const end = declarationEnd - "?>".length;
  const result: XmlDeclaration = { version: undefined, encoding: undefined, encodingAt: 0, standalone: undefined };
  let at = start + "<?xml".length;
  let each = pseudoAttribute(text, at, end);
  if (each === undefined) return end;
  if (typeof each === "number") return each;
  if (each.name === "version") {
    result.version = each.value;
    at = each.next;
    each = pseudoAttribute(text, at, end);
    if (typeof each === "number") return each;
    if (each === undefined) return isTextDeclaration ? end : result;
  } else if (!isTextDeclaration) return each.at;
  if (each.name === "encoding") {
    if (!/^[A-Za-z]/.test(each.value)) return each.valueAt;
    result.encoding = each.value;
    result.encodingAt = each.valueAt;
    at = each.next;
    each = pseudoAttribute(text, at, end);
    if (typeof each === "number") return each;
    if (each === undefined) return result;
  }
  if (each.name !== "standalone" || isTextDeclaration) return each.at;
  if (each.value !== "yes" && each.value !== "no") return each.valueAt;
  result.standalone = each.value === "yes";
  const behind = skipSpace(text, each.next, end);
  return behind === end ? result : behind;
}
