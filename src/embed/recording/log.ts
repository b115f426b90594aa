/**
 * The record of a run: a row for each instruction, and what changed before it, in a form that is read in both directions.
 *
 * Row `i` is about the moment before instruction `i`; the last row is the end. `changesEnd[i]` says how many entries of the
 * change log had been written by then. A change is an operation with its target, what was there and what is there now.
 */
import type { MirrorFrame, MirrorObject } from "./mirror.ts";

/** A value as it is kept: a primitive or another immutable value as it is, or the mirror of an object. */
export type Kept = unknown;

/** No value: above the top of the stack. An unbound variable is undefined, CPython's NULL is null. */
export const ABSENT = Symbol("absent");

/** frame, index, before, after */
export const SLOT = 1;
/** object, part, at, number removed, number inserted, the removed, the inserted */
export const SPLICE = 2;
/** object, before, after */
export const LENGTH = 3;
/** at, number removed, number inserted, the frames removed, those inserted */
export const CHAIN = 4;
/** before, after: the exception that is being handled */
export const HANDLING = 5;

export const ENTERED = 1;
export const LEAVING = 2;
export const RAISED = 4;
/** The first instruction of a line, or of its next turn. */
export const LINE = 8;

const FIRST_ROWS = 4096;

export class Log {
  length = 0;
  frames = new Int32Array(FIRST_ROWS);
  pcs = new Int32Array(FIRST_ROWS);
  depths = new Int32Array(FIRST_ROWS);
  events = new Uint8Array(FIRST_ROWS);
  /** Characters written by then. */
  outputs = new Int32Array(FIRST_ROWS);
  /** The row in which the frame that waits for this one was last; -1 for none. */
  callers = new Int32Array(FIRST_ROWS);
  changesEnd = new Int32Array(FIRST_ROWS);
  readonly changes: Kept[] = [];

  add(frame: number, pc: number, depth: number, event: number, output: number, caller: number): void {
    const at = this.length++;
    if (at === this.frames.length) this.grow();
    this.frames[at] = frame;
    this.pcs[at] = pc;
    this.depths[at] = depth;
    this.events[at] = event;
    this.outputs[at] = output;
    this.callers[at] = caller;
    this.changesEnd[at] = this.changes.length;
  }

  private grow(): void {
    const size = this.frames.length * 2;
    const grown = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(size);
      next.set(old);
      return next;
    };
    this.frames = grown(this.frames);
    this.pcs = grown(this.pcs);
    this.depths = grown(this.depths);
    this.outputs = grown(this.outputs);
    this.callers = grown(this.callers);
    this.changesEnd = grown(this.changesEnd);
    const events = new Uint8Array(size);
    events.set(this.events);
    this.events = events;
  }
}

/** What the state consists of besides the contents of the mirrors. */
export interface Moment {
  chain: MirrorFrame[];
  handling: Kept;
}

/** Entries of the change log that make one change. */
export function changeSize(changes: readonly Kept[], at: number): number {
  switch (changes[at]) {
    case SLOT:
      return 5;
    case SPLICE:
      return 6 + (changes[at + 4] as number) + (changes[at + 5] as number);
    case LENGTH:
      return 4;
    case CHAIN:
      return 4 + (changes[at + 2] as number) + (changes[at + 3] as number);
    default:
      return 3;
  }
}

/** Do a change, or with `back` take it back. */
export function applyChange(changes: readonly Kept[], at: number, moment: Moment, back: boolean): void {
  switch (changes[at]) {
    case SLOT:
      (changes[at + 1] as MirrorFrame).slots[changes[at + 2] as number] = changes[at + (back ? 3 : 4)];
      break;
    case SPLICE: {
      const [removed, inserted] = [changes[at + 4] as number, changes[at + 5] as number];
      const first = at + 6;
      const old = changes.slice(first, first + removed);
      const now = changes.slice(first + removed, first + removed + inserted);
      const part = (changes[at + 1] as MirrorObject).parts[changes[at + 2] as number] as Kept[];
      if (back) part.splice(changes[at + 3] as number, inserted, ...old);
      else part.splice(changes[at + 3] as number, removed, ...now);
      break;
    }
    case LENGTH:
      (changes[at + 1] as MirrorObject).length = changes[at + (back ? 2 : 3)] as number;
      break;
    case CHAIN: {
      const [removed, inserted] = [changes[at + 2] as number, changes[at + 3] as number];
      const first = at + 4;
      const old = changes.slice(first, first + removed) as MirrorFrame[];
      const now = changes.slice(first + removed, first + removed + inserted) as MirrorFrame[];
      if (back) moment.chain.splice(changes[at + 1] as number, inserted, ...old);
      else moment.chain.splice(changes[at + 1] as number, removed, ...now);
      break;
    }
    case HANDLING:
      moment.handling = changes[at + (back ? 1 : 2)];
  }
}
