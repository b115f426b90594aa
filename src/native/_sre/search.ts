/**
 * Where to try a match (CPython Modules/_sre/sre_lib.h, SRE(search)): at one place, or at each that could begin one.
 *
 * Trap: `mustAdvance` counts for the first place only.
 */
import type { CharacterSet } from "./characters.ts";
import { matchFrom } from "./matcher.ts";
import { AT } from "./opcodes.ts";
import { POSITION } from "./program.ts";
import type { State } from "./state.ts";

/** Match at `start`. */
export function matchAtStart(state: State): boolean {
  state.reset();
  return matchFrom(state, state.start, 0, true);
}

/** Find the first match from `start` on; `start` becomes where it begins. */
export function findFirst(state: State): boolean {
  state.reset();
  const { program, end } = state;
  if (state.start > end || end - state.start < program.minimum) return false;
  if (program.prefix.length > 0) return searchPrefix(state);
  if (program.first !== undefined) return searchFirst(state, program.first);
  return searchAnywhere(state);
}

function searchPrefix(state: State): boolean {
  const { program, units, end } = state;
  const { prefix, prefixSkip } = program;
  state.mustAdvance = false;
  // Neither bytes nor plain texts hold such characters.
  const plain = typeof units === "string";
  if (plain && prefix.some((c) => c > 0xffff)) return false;
  const wide = prefix.findIndex((c) => c >= 0xd800);
  const needle = String.fromCharCode(...(wide < 0 ? prefix : prefix.slice(0, wide)));
  for (let from = state.start; ; from++) {
    from = needle === "" ? from : units.indexOf(needle, from);
    if (from < 0 || from + prefix.length > end) return false;
    if (wide >= 0 && prefix.some((c, i) => units.charCodeAt(from + i) !== c)) continue;
    state.start = from;
    state.position = from + prefix.length;
    if (program.literal) return true;
    if (matchFrom(state, from + prefixSkip, 2 * prefixSkip, false)) return true;
    state.reset();
  }
}

function searchFirst(state: State, first: CharacterSet): boolean {
  const { units, end } = state;
  const { low } = first;
  state.mustAdvance = false;
  for (let from = state.start; from < end; from++) {
    const c = units.charCodeAt(from);
    if (c < 256 ? low[c] === 0 : !first.high(c)) continue;
    state.start = from;
    if (matchFrom(state, from, 0, false)) return true;
    state.reset();
  }
  return false;
}

function searchAnywhere(state: State): boolean {
  const { program, end } = state;
  const { ops, minimum } = program;
  const last = minimum > 1 ? Math.max(state.start, end - minimum + 1) : end;
  let from = state.start;
  let found = matchFrom(state, from, 0, true);
  state.mustAdvance = false;
  const anchored = ops[0] === POSITION && (ops[1] === AT.BEGINNING || ops[1] === AT.BEGINNING_STRING);
  if (!found && anchored) return false;
  while (!found && from < last) {
    from++;
    state.reset();
    state.start = from;
    found = matchFrom(state, from, 0, false);
  }
  return found;
}
