/**
 * Landing: compiled code is left in the middle, and tier 0 goes on there.
 *
 * An exit says where each variable and each stack slot of the frame is found among the values that the function hands
 * over. Each function on the JavaScript stack lands in turn, from the inside out, and ties the frame of the one before
 * to its own: `thread.landed` is the outermost one so far, whose `back` is where the compiled code was entered.
 * Invariant: `thread.frame` is the innermost frame, where tier 0 goes on. If an exception is pending it is raised there:
 * handlers and tracebacks are tier 0's business alone.
 */
import { PyFloat } from "../objects/kernel/payload.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { PyRange, PyRangeIterator } from "../objects/types/range.ts";
import { Frame, type Slot } from "../vm/frame.ts";
import { JUMP, type Outcome, RAISE, SWITCH } from "../vm/outcome.ts";
import type { Thread } from "../vm/thread.ts";

/** Where the value of a slot is: an index into the values, counted from the end if negative. */
export type Place =
  | { readonly kind: "constant"; readonly value: Slot }
  | { readonly kind: "value"; readonly at: number }
  | { readonly kind: "choice"; readonly at: number; readonly values: readonly Slot[] }
  | { readonly kind: "float"; readonly at: number; readonly bound?: number }
  | { readonly kind: "range" | "rangeIterator"; readonly parts: readonly number[] };

export interface Exit {
  readonly pc: number;
  /** The instruction waits for the value of a frame that has landed. */
  readonly waiting: boolean;
  readonly locals: readonly Place[];
  readonly stack: readonly Place[];
  /** Not a failed guard: the code was meant to be left here. */
  readonly isExpected: boolean;
  /** The condition of the guard that it belongs to. */
  readonly condition: string | undefined;
  /** The instruction can only be done in a frame. */
  readonly needsFrame: boolean;
}

function valueAt(place: Place, values: readonly Slot[]): Slot {
  const at = (index: number): Slot => values[index < 0 ? values.length + index : index];
  switch (place.kind) {
    case "constant":
      return place.value;
    case "value":
      return at(place.at);
    case "choice":
      return place.values[at(place.at) as number];
    case "float":
      if (place.bound !== undefined && (at(place.bound) as unknown) !== true) return undefined;
      return new PyFloat(at(place.at) as number);
    default: {
      const [a, b, c] = place.parts.map(at) as number[];
      return place.kind === "range" ? new PyRange(a, b, c) : new PyRangeIterator(a, b, c);
    }
  }
}

function fill(frame: Frame, exit: Exit, values: readonly Slot[]): void {
  const { stack } = frame;
  const { nlocalsplus } = frame.code;
  for (let i = 0; i < nlocalsplus; i++) stack[i] = valueAt(exit.locals[i], values);
  for (let i = 0; i < exit.stack.length; i++) stack[nlocalsplus + i] = valueAt(exit.stack[i], values);
  frame.pc = exit.pc;
  frame.sp = nlocalsplus + exit.stack.length;
}

/** An unframed function lands: it gives back `undefined`. */
export function landUnframed(
  thread: Thread,
  exit: Exit,
  depth: number,
  func: PyFunction,
  values: readonly Slot[],
): undefined {
  const { code } = func;
  // Until the caller lands in turn: if the JavaScript stack ends before, this frame is found nevertheless.
  const back = thread.landed === null ? thread.frame : thread.landed.back;
  const frame = new Frame(func, code, new Array(code.nlocalsplus + code.stacksize), back, depth, null);
  fill(frame, exit, values);
  // Nothing has landed below if the call could not even begin.
  if (exit.waiting && thread.landed !== null) thread.landed.back = frame;
  else thread.frame = frame;
  thread.landed = frame;
  return undefined;
}

/** A framed function lands: what the driver is to do. */
export function landFramed(thread: Thread, exit: Exit, frame: Frame, values: readonly Slot[]): Outcome {
  fill(frame, exit, values);
  if (!exit.waiting) return JUMP;
  return attach(thread, frame);
}

/** The function that `frame` called has landed. */
export function attach(thread: Thread, frame: Frame): Outcome {
  if (thread.landed !== null) thread.landed.back = frame;
  thread.landed = null;
  return thread.pending === null ? SWITCH : RAISE;
}
