/**
 * How many columns of a terminal a text takes: wide characters of East Asia two, marks that combine none (Unicode 15, as
 * wcwidth(3) counts). Trap: positions in a text are in UTF-16 units and never inside of a cluster, which is what the
 * cursor steps over: a character and the marks on it.
 */
import { categoryOf, eastAsianWidthOf } from "../../../util/unicode/properties.ts";

const TAB_STOP = 8;
const SOFT_HYPHEN = 0xad;
const HANGUL_MEDIAL = 0x1160;
const HANGUL_FINAL_END = 0x11ff;

/** Of a character that is no control character. */
export function widthOf(codePoint: number): number {
  if (codePoint < 0x7f) return 1;
  if (codePoint === SOFT_HYPHEN) return 1;
  const category = categoryOf(codePoint);
  if (category === "Mn" || category === "Me" || category === "Cf") return 0;
  if (codePoint >= HANGUL_MEDIAL && codePoint <= HANGUL_FINAL_END) return 0;
  const width = eastAsianWidthOf(codePoint);
  return width === "W" || width === "F" ? 2 : 1;
}

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || codePoint === 0x7f;
}

/** What is shown for a character that stands in `column`: a tab as blanks, a control character as ^X. */
export function shown(character: string, column: number): { readonly text: string; readonly width: number } {
  const codePoint = character.codePointAt(0) as number;
  if (codePoint === 9) {
    const width = TAB_STOP - (column % TAB_STOP);
    return { text: " ".repeat(width), width };
  }
  if (isControl(codePoint)) return { text: `^${String.fromCharCode(codePoint ^ 0x40)}`, width: 2 };
  return { text: character, width: widthOf(codePoint) };
}

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += shown(character, width).width;
  return width;
}

function isMark(codePoint: number): boolean {
  return !isControl(codePoint) && widthOf(codePoint) === 0;
}

/** The end of the cluster that begins at `at`. */
export function nextPosition(text: string, at: number): number {
  if (at >= text.length) return text.length;
  let end = at + characterLength(text, at);
  while (end < text.length && isMark(text.codePointAt(end) as number)) end += characterLength(text, end);
  return end;
}

/** The beginning of the cluster that ends at `at`. */
export function previousPosition(text: string, at: number): number {
  let start = at;
  while (start > 0) {
    start -= isTrail(text.charCodeAt(start - 1)) && start > 1 ? 2 : 1;
    if (!isMark(text.codePointAt(start) as number)) break;
  }
  return start;
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
