/**
 * Where the matcher stands in one subject (CPython Modules/_sre/sre.h, SRE_STATE).
 */
import type { Program } from "./program.ts";
import type { Units } from "./subject.ts";

/** Where the matcher stands in one subject. */
export class State {
  lastMark = -1;
  lastIndex = -1;
  /** Start of the match, and of the next search. */
  start: number;
  /** After a match: its end. */
  position: number;
  /** The next match must not be empty if it begins at `start`. */
  mustAdvance = false;
  /** The whole subject must match. */
  matchAll = false;
  readonly marks: Int32Array;

  constructor(
    readonly program: Program,
    readonly units: Units,
    groups: number,
    start: number,
    readonly end: number,
  ) {
    this.start = start;
    this.position = start;
    this.marks = new Int32Array(2 * groups).fill(-1);
  }

  reset(): void {
    this.lastMark = -1;
    this.lastIndex = -1;
  }
}
