/**
 * The matcher's small steps in a subject: anchors, runs of one item, groups matched again (CPython
 * Modules/_sre/sre_lib.h: SRE(at), SRE(count), and the GROUPREF opcodes).
 *
 * Trap: each takes the subject as it is, so `end` is where the search ends, not the length of the text.
 */
import { isAsciiWord, isUnicodeWord, lowerAscii, lowerUnicode } from "./characters.ts";
import { AT } from "./opcodes.ts";
import * as P from "./program.ts";
import type { State } from "./state.ts";
import type { Units } from "./subject.ts";

/** Does `position` satisfy one of the anchors and boundaries of `AT`? */
export function isAt(code: number, units: Units, position: number, end: number): boolean {
  switch (code) {
    case AT.BEGINNING:
    case AT.BEGINNING_STRING:
      return position === 0;
    case AT.BEGINNING_LINE:
      return position === 0 || units.charCodeAt(position - 1) === 10;
    case AT.END:
      return position === end || (end - position === 1 && units.charCodeAt(position) === 10);
    case AT.END_LINE:
      return position === end || units.charCodeAt(position) === 10;
    case AT.END_STRING:
      return position === end;
    default: {
      if (end === 0) return false;
      const isWord = code === AT.UNI_BOUNDARY || code === AT.UNI_NON_BOUNDARY ? isUnicodeWord : isAsciiWord;
      const before = position > 0 && isWord(units.charCodeAt(position - 1));
      const after = position < end && isWord(units.charCodeAt(position));
      const boundary = code === AT.BOUNDARY || code === AT.LOC_BOUNDARY || code === AT.UNI_BOUNDARY;
      return (before !== after) === boundary;
    }
  }
}

/** How far from `position`, at most to `limit`, the characters pass a test. */
export function countItems(state: State, kind: number, argument: number, position: number, limit: number): number {
  const { units } = state;
  let at = position;
  switch (kind) {
    case P.ALL:
      return limit > position ? limit : position;
    case P.CHAR:
      while (at < limit && units.charCodeAt(at) === argument) at++;
      return at;
    case P.NOT_CHAR:
      while (at < limit && units.charCodeAt(at) !== argument) at++;
      return at;
    case P.ANY:
      while (at < limit && units.charCodeAt(at) !== 10) at++;
      return at;
    default: {
      const set = state.program.sets[argument];
      const { low } = set;
      while (at < limit) {
        const c = units.charCodeAt(at);
        if (c < 256 ? low[c] === 0 : !set.high(c)) break;
        at++;
      }
      return at;
    }
  }
}

/** Where the text of a group, matched again at `position`, ends; -1 if it does not match. */
export function matchGroup(state: State, group: number, fold: number, position: number): number {
  const { marks, units, end } = state;
  const start = marks[2 * group];
  const stop = marks[2 * group + 1];
  if (start < 0 || stop < start) return -1;
  const change = fold === 0 ? undefined : fold === 3 ? lowerUnicode : lowerAscii;
  let at = position;
  for (let from = start; from < stop; from++, at++) {
    if (at >= end) return -1;
    const expected = units.charCodeAt(from);
    const actual = units.charCodeAt(at);
    if (actual !== expected && (change === undefined || change(actual) !== change(expected))) return -1;
  }
  return at;
}
