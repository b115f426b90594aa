/**
 * Tiering: where compiled code hooks into the driver. The compiler (jit/) installs itself here; with nothing installed
 * the driver never leaves tier 0.
 *
 * Tier 0 counts calls and loop turns in `code.heat` and notes in `code.seen` what instructions have worked on. A code
 * object that became hot is offered to the compiler at its RESUME and at its backward jumps.
 */
import type { Value } from "../objects/kernel/object.ts";
import type { PyFunction } from "../objects/types/function.ts";
import type { Frame, Slot } from "./frame.ts";
import type { Outcome } from "./outcome.ts";
import type { Thread } from "./thread.ts";

/** Bits of `code.seen`. */
export const SEEN_INT = 1;
export const SEEN_FLOAT = 2;
export const SEEN_STR = 4;
export const SEEN_OTHER = 8;
/** An int result beyond 32 bits. */
export const SEEN_WIDE = 16;
export const SEEN_LIST = 32;
export const SEEN_TUPLE = 64;
export const SEEN_DICT = 128;

/** Nothing compiled to run here: tier 0 goes on. */
export const ABSENT = -1;

/** A function compiled to be called with its arguments; gives `undefined` if it has landed in tier 0. */
export type Direct = (depth: number, func: PyFunction, ...args: Value[]) => Value | undefined;

export interface Tiering {
  /** Calls and loop turns after which code is offered. */
  threshold: number;
  /**
   * The frame stands at RESUME or, with its jump at `from` taken, behind a backward jump; it may go on in compiled code.
   */
  enter(thread: Thread, frame: Frame, from: number): Outcome | typeof ABSENT;
  /** Call a function that is compiled, with `count` values of `stack`, from a frame so deep. */
  call(
    thread: Thread,
    depth: number,
    func: PyFunction,
    stack: readonly Slot[],
    from: number,
    count: number,
  ): Value | undefined;
}

export const tiering: Tiering = {
  threshold: Number.POSITIVE_INFINITY,
  enter: () => ABSENT,
  call: () => undefined,
};
