/**
 * Payloads of `re.Pattern` and `re.Match`, and what both sides need of each other: matching a pattern against a
 * subject, and reading the groups of the result (CPython Modules/_sre/sre.c).
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { declareType, NONE } from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { EMPTY_BYTES, PyList, type PyTuple } from "../../objects/kernel/payload.ts";
import { overflowError, systemError, typeError } from "../../objects/kernel/raise.ts";
import type { Program } from "./program.ts";
import { State } from "./state.ts";
import { Subject } from "./subject.ts";

export const PATTERN = declareType("Pattern");
export const MATCH = declareType("Match");

/** The words that `re` has written, and what the matcher makes of them. */
export interface CompiledPattern {
  readonly code: readonly number[];
  readonly program: Program;
}

export class PyPattern extends PyObject {
  constructor(
    readonly pattern: Value,
    readonly flags: number,
    private readonly compiled: () => CompiledPattern,
    readonly groups: number,
    readonly groupIndex: PyDict | undefined,
    readonly indexGroup: PyTuple | undefined,
    /** Undefined for a pattern that was compiled from neither text nor bytes. */
    readonly isBytes: boolean | undefined,
  ) {
    super(PATTERN);
  }

  /** What `re` made of the pattern. */
  get code(): readonly number[] {
    return this.compiled().code;
  }

  get program(): Program {
    return this.compiled().program;
  }

  /** A state at the beginning of `value`; TypeError if this pattern cannot be used on it. */
  stateOf(value: Value, pos = 0, endpos = Number.MAX_SAFE_INTEGER): Search {
    const subject = Subject.of(value);
    if (subject.isBytes && this.isBytes === false) {
      throw typeError("cannot use a string pattern on a bytes-like object");
    }
    if (!subject.isBytes && this.isBytes === true) {
      throw typeError("cannot use a bytes pattern on a string-like object");
    }
    const clip = (index: number): number => Math.min(Math.max(index, 0), subject.length);
    const start = clip(pos);
    const end = clip(endpos);
    return { subject, state: new State(this.program, subject.units, this.groups, start, end), pos: start, endpos: end };
  }
}

/** A pattern at work on a subject. */
export interface Search {
  readonly subject: Subject;
  readonly state: State;
  readonly pos: number;
  readonly endpos: number;
}

export class PyMatch extends PyObject {
  regs: PyTuple | undefined = undefined;

  constructor(
    readonly re: PyPattern,
    readonly subject: Subject,
    readonly pos: number,
    readonly endpos: number,
    /** Start and end of each group, the whole match first; -1 where a group did not take part. */
    readonly marks: Int32Array,
    readonly lastIndex: number,
  ) {
    super(MATCH);
  }

  get groupCount(): number {
    return this.re.groups + 1;
  }

  /** The text of a group that exists, or `otherwise`. */
  group(index: number, otherwise: Value): Value {
    const start = this.marks[2 * index];
    return start < 0 ? otherwise : this.subject.sliceNow(start, this.marks[2 * index + 1]);
  }
}

/** The match that the state has just found. */
export function makeMatch(pattern: PyPattern, { subject, state, pos, endpos }: Search): PyMatch {
  const marks = new Int32Array(2 * (pattern.groups + 1)).fill(-1);
  marks[0] = state.start;
  marks[1] = state.position;
  for (let index = 0; index < 2 * pattern.groups; index += 2) {
    if (index + 1 > state.lastMark || state.marks[index] < 0 || state.marks[index + 1] < 0) continue;
    marks[index + 2] = state.marks[index];
    marks[index + 3] = state.marks[index + 1];
    if (marks[index + 2] > marks[index + 3]) {
      throw systemError("The span of capturing group is wrong, please report a bug for the re module.");
    }
  }
  return new PyMatch(pattern, subject, pos, endpos, marks, state.lastIndex);
}

/** The text of group `index` (from 1) in the state, or undefined. */
export function groupInState({ subject, state }: Search, index: number): Value | undefined {
  const mark = 2 * (index - 1);
  if (mark >= state.lastMark || state.marks[mark] < 0 || state.marks[mark + 1] < 0) return undefined;
  return subject.slice(state.marks[mark], state.marks[mark + 1]);
}

/** Step past the match: the next search begins at its end, and must not find the empty match there again. */
export function advance(state: State): void {
  state.mustAdvance = state.position === state.start;
  state.start = state.position;
}

/** The pieces as one str or bytes; TypeError if one is of the other kind. */
export function joinPieces(isBytes: boolean, pieces: Value[]): Value {
  if (!isBytes && pieces.every((piece) => typeof piece === "string")) return pieces.join("");
  return call(getAttr(isBytes ? EMPTY_BYTES : "", "join"), new PyList(pieces));
}

/** A Py_ssize_t argument. */
export function sizeArgument(value: Value): number {
  const index = toIndex(value);
  if (typeof index === "number") return index;
  if (BigInt.asIntN(64, index) !== index) throw overflowError("Python int too large to convert to C ssize_t");
  return index < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

export const orNone = (value: Value | undefined): Value => value ?? NONE;
