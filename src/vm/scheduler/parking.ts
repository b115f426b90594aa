/**
 * Parking: how a builtin that has to wait lets go of the JavaScript stack, so that its thread is nothing but heap frames.
 *
 * The builtin calls `hooks.waitFor`, which throws a Parking; the call is made anew, from its start, when what it waits
 * for has come. Trap: that is only right for a builtin without an effect before its wait; `makeParkable` says which are.
 */
import { type Definition, waitingCall } from "../../objects/kernel/builtin.ts";
import type { DriverBody } from "../calls.ts";
import type { Frame, Then } from "../frame.ts";
import { LEFT, type Result } from "../outcome.ts";
import type { Thread } from "../thread.ts";

/** A thread that waits on no JavaScript stack. */
export interface Parked {
  /** Its current frame, in the middle of a call. */
  readonly frame: Frame;
  readonly ready: () => boolean;
  /** In milliseconds of the scheduler's clock. */
  readonly deadline: number;
  /** Make the call again. */
  readonly retry: () => Result;
  /** What is to be done with its value, other than to push it. */
  then: Then | null;
}

/** Thrown by `waitFor`, caught by the attempt below it. */
export class Parking extends Error {
  override readonly name = "Parking";
  constructor(
    readonly ready: () => boolean,
    readonly deadline: number,
  ) {
    super("a builtin that must not be left was left");
  }
}

/** Call a builtin for `frame`; if it has to wait, park the thread. */
function attempt(thread: Thread, frame: Frame, act: () => Result): Result {
  const outer = thread.attempting;
  thread.attempting = frame;
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Parking)) throw error;
    const { ready, deadline } = error;
    thread.parked = { frame, ready, deadline, retry: () => attempt(thread, frame, act), then: null };
    thread.isStopping = true;
    thread.result = undefined;
    return LEFT;
  } finally {
    thread.attempting = outer;
    thread.deadline = undefined;
  }
}

/** A builtin that may be left while it waits. In the main thread it never is: all others run on top of that. */
const callWaiting = (
  definition: Definition,
  ...[thread, frame, self, args, kwnames]: Parameters<DriverBody>
): Result =>
  thread.base === null
    ? definition.call(self, args, kwnames)
    : attempt(thread, frame, () => definition.call(self, args.slice(), kwnames));

waitingCall.run = callWaiting as typeof waitingCall.run;
