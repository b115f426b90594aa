/**
 * Operations on arrays of numbers that bytes, and texts by code points, share beyond util/text/search.ts: replacing,
 * tabs, padding (CPython Objects/stringlib/transmogrify.h).
 */
import { findSequence } from "../../util/text/search.ts";
import { memoryError } from "../kernel/raise.ts";
import type { Units } from "./text.ts";

export type UnitArray = Uint8Array | Uint16Array | Uint32Array;

/** So many units are sooner compared one by one than hashed. */
const FEW = 8;

/** Is a unit one of `set`? */
export function memberOf(set: Units): (unit: number) => boolean {
  if (set.length === 1) {
    const only = set[0];
    return (unit) => unit === only;
  }
  if (set.length <= FEW) {
    return (unit) => {
      for (let i = 0; i < set.length; i++) if (set[i] === unit) return true;
      return false;
    };
  }
  const members = new Set(Array.from(set));
  return (unit) => members.has(unit);
}

/** Where `old` occurs in `hay` without overlap, at most `most` times; before each unit and at the end if it is empty. */
function placesOf(hay: Units, old: Units, most: number): number[] {
  const places: number[] = [];
  let at = 0;
  while (places.length < most) {
    at = findSequence(hay, old, at, hay.length);
    if (at < 0) break;
    places.push(at);
    at += Math.max(1, old.length);
  }
  return places;
}

/**
 * `hay` with the first `most` occurrences of `old` replaced; undefined if there is none. `make` makes the array
 * of the result, which may be at most `limit` long.
 */
export function replaceUnits<T extends UnitArray>(
  hay: T,
  old: Units,
  replacement: Units,
  most: number,
  make: (length: number) => T,
  limit: number,
): T | undefined {
  const places = placesOf(hay, old, most);
  if (places.length === 0) return undefined;
  const length = hay.length + places.length * (replacement.length - old.length);
  if (length > limit) throw memoryError();
  const result = make(length);
  let from = 0;
  let to = 0;
  for (const place of places) {
    result.set(hay.subarray(from, place), to);
    to += place - from;
    result.set(replacement, to);
    to += replacement.length;
    from = place + old.length;
  }
  result.set(hay.subarray(from), to);
  return result;
}

/** Walk over `hay`, telling for each tab how many spaces stand for it, and -1 for any other unit. */
function walkTabs(hay: Units, tabSize: number, visit: (unit: number, spaces: number) => void): void {
  let column = 0;
  for (let i = 0; i < hay.length; i++) {
    const unit = hay[i];
    if (unit === 9) {
      const spaces = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      column += spaces;
      visit(unit, spaces);
    } else {
      visit(unit, -1);
      column = unit === 10 || unit === 13 ? 0 : column + 1;
    }
  }
}

/** With each tab replaced by spaces up to the next multiple of `tabSize`; columns start anew after a line end. */
export function expandTabUnits<T extends UnitArray>(
  hay: T,
  tabSize: number,
  make: (length: number) => T,
  limit: number,
): T {
  let length = 0;
  walkTabs(hay, tabSize, (_unit, spaces) => {
    length += spaces < 0 ? 1 : spaces;
  });
  if (length > limit) throw memoryError();
  const result = make(length);
  let at = 0;
  walkTabs(hay, tabSize, (unit, spaces) => {
    if (spaces < 0) result[at++] = unit;
    else {
      result.fill(32, at, at + spaces);
      at += spaces;
    }
  });
  return result;
}

/** How much padding goes before and behind something of `length` in a field of `width`, as str.center divides it. */
export function centerPadding(length: number, width: number): [left: number, right: number] {
  const total = width - length;
  const left = Math.floor(total / 2) + (total % 2 === 1 && width % 2 === 1 ? 1 : 0);
  return [left, total - left];
}
