/**
 * How a piece of work in the VM ends: the protocol of every helper and every instruction body.
 *
 * A helper gives a Result. Besides a value that is: `undefined` (an exception is pending in the
 * thread), SWITCHED (another frame was made current; its value will be delivered to this frame's current
 * instruction), DONE (finished, nothing to push), JUMPED (finished, and `frame.pc` says where to go on).
 * An instruction body gives an Outcome, a small number for the driver.
 *
 * Trap: while a frame waits for another one its `pc` stays at the instruction that waits (tracebacks
 * need that) and its `sp` is that without the operands. Who delivers moves `pc` on.
 */
import type { Value } from "../objects/kernel/object.ts";

export const SWITCHED: unique symbol = Symbol("switched");
export const DONE: unique symbol = Symbol("done");
export const JUMPED: unique symbol = Symbol("jumped");

/** The driver is to be left, with `thread.result`: a generator that it was started for has yielded. */
export const LEFT: unique symbol = Symbol("left");

export type Result = Value | undefined | typeof SWITCHED | typeof DONE | typeof JUMPED | typeof LEFT;
/** What calls give: a value, an exception, or a frame that will give it. */
export type CallResult = Value | undefined | typeof SWITCHED;

/** Go on with the instruction after `frame.pc` and its caches. */
export const NEXT = 0;
/** Go on at `frame.pc`. */
export const JUMP = 1;
/** `thread.pending` is set: unwind. */
export const RAISE = 2;
/** As RAISE, for an exception that is raised again: no traceback entry for this frame. */
export const RERAISE = 3;
/** `thread.frame` is another frame now: go on at its `pc`. */
export const SWITCH = 4;
/** Leave the driver: its entry frame has ended or yielded, `thread.result` has the value. */
export const LEAVE = 5;

export type Outcome = 0 | 1 | 2 | 3 | 4 | 5;
