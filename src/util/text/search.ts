/**
 * Finding, counting, splitting and line breaking on sequences of code points or bytes.
 *
 * What str and bytes share, over anything indexed by position. Follows Objects/stringlib. Trap: an empty needle is
 * found at every position including the end, so counting gives length + 1; splitting by it is the caller's error.
 */
import { isLineBreak, isSpace } from "../unicode/properties.ts";

type Sequence = ArrayLike<number>;

/** The first occurrence of needle that lies within [start, end), or -1. */
export function findSequence(text: Sequence, needle: Sequence, start: number, end: number): number {
  const size = needle.length;
  if (size === 0) return start <= end ? start : -1;
  const skip = skipTable(needle, size);
  const final = needle[size - 1] as number;
  for (let at = start; at + size <= end; ) {
    const last = text[at + size - 1] as number;
    if (last === final && matchesAt(text, needle, at)) return at;
    at += skip === undefined ? 1 : (skip.get(last) ?? size);
  }
  return -1;
}

/** Horspool's table: how far the needle may move for the unit under its end; not worth while for a short one. */
function skipTable(needle: Sequence, size: number): Map<number, number> | undefined {
  if (size < 4) return undefined;
  const skip = new Map<number, number>();
  for (let index = 0; index < size - 1; index++) skip.set(needle[index] as number, size - 1 - index);
  return skip;
}

export function matchesAt(text: Sequence, needle: Sequence, at: number): boolean {
  for (let index = 0; index < needle.length; index++) if (text[at + index] !== needle[index]) return false;
  return true;
}

/** The last occurrence of needle that lies within [start, end), or -1. */
export function findLastSequence(text: Sequence, needle: Sequence, start: number, end: number): number {
  for (let at = end - needle.length; at >= start; at--) if (matchesAt(text, needle, at)) return at;
  return -1;
}

/** Occurrences that do not overlap, at most `limit`. */
export function countSequence(text: Sequence, needle: Sequence, start: number, end: number, limit = Infinity): number {
  if (needle.length === 0) return start > end ? 0 : Math.min(end - start + 1, limit);
  let count = 0;
  for (let at = start; count < limit; count++) {
    at = findSequence(text, needle, at, end);
    if (at < 0) break;
    at += needle.length;
  }
  return count;
}

/** A piece of a sequence: positions [start, end). */
export type Span = readonly [start: number, end: number];

/** split(separator, limit); a negative limit is none. */
export function splitBySequence(text: Sequence, separator: Sequence, limit: number): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  for (let left = limit; left !== 0; left--) {
    const at = findSequence(text, separator, start, text.length);
    if (at < 0) break;
    pieces.push([start, at]);
    start = at + separator.length;
  }
  pieces.push([start, text.length]);
  return pieces;
}

export function splitLastBySequence(text: Sequence, separator: Sequence, limit: number): Span[] {
  const pieces: Span[] = [];
  let end = text.length;
  for (let left = limit; left !== 0; left--) {
    const at = findLastSequence(text, separator, 0, end);
    if (at < 0) break;
    pieces.push([at + separator.length, end]);
    end = at;
  }
  pieces.push([0, end]);
  return pieces.reverse();
}

/** ASCII white space, what bytes methods strip and split by. */
export function isAsciiSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

/** split() by runs of white space; what the limit leaves over keeps the white space at its far end. */
export function splitBySpace(text: Sequence, limit: number, space: (unit: number) => boolean = isSpace): Span[] {
  const pieces: Span[] = [];
  let at = 0;
  const skip = () => {
    while (at < text.length && space(text[at] as number)) at++;
  };
  skip();
  for (let left = limit; at < text.length && left !== 0; left--) {
    const start = at;
    while (at < text.length && !space(text[at] as number)) at++;
    pieces.push([start, at]);
    skip();
  }
  if (at < text.length) pieces.push([at, text.length]);
  return pieces;
}

export function splitLastBySpace(text: Sequence, limit: number, space: (unit: number) => boolean = isSpace): Span[] {
  const pieces: Span[] = [];
  let at = text.length;
  const skip = () => {
    while (at > 0 && space(text[at - 1] as number)) at--;
  };
  skip();
  for (let left = limit; at > 0 && left !== 0; left--) {
    const end = at;
    while (at > 0 && !space(text[at - 1] as number)) at--;
    pieces.push([at, end]);
    skip();
  }
  if (at > 0) pieces.push([0, at]);
  return pieces.reverse();
}

/** A line break for bytes: CR and LF only. */
export function isAsciiLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}

/** splitlines(): CR LF is one break. */
export function splitLines(text: Sequence, keepEnds: boolean, breaks: (unit: number) => boolean = isLineBreak): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && !breaks(text[end] as number)) end++;
    let next = end;
    if (next < text.length) next += text[next] === 13 && text[next + 1] === 10 ? 2 : 1;
    lines.push([start, keepEnds ? next : end]);
    start = next;
  }
  return lines;
}

/** expandtabs(): a column count starts anew after CR or LF. */
export function expandTabs(text: Sequence, size: number): number[] {
  const out: number[] = [];
  let column = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] as number;
    if (unit === 9) {
      const count = size > 0 ? size - (column % size) : 0;
      for (let filled = 0; filled < count; filled++) out.push(32);
      column += count;
      continue;
    }
    out.push(unit);
    column = isAsciiLineBreak(unit) ? 0 : column + 1;
  }
  return out;
}

/** strip(): positions left after removing the units that `drop` names. */
export function stripSpan(text: Sequence, drop: (unit: number) => boolean, left: boolean, right: boolean): Span {
  let start = 0;
  let end = text.length;
  if (left) while (start < end && drop(text[start] as number)) start++;
  if (right) while (end > start && drop(text[end - 1] as number)) end--;
  return [start, end];
}
