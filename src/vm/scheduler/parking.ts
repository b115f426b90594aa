/**
 * Parking: how a builtin that has to wait lets go of the JavaScript stack, so that its thread is nothing but heap frames.
 *
 * The builtin calls `hooks.waitFor`, which throws a Parking, or `hooks.callWaiting`, which throws a Calling: the call is
 * made anew, from its start, when what it waits for has come. Trap: that is only right for a builtin without an effect
 * before its wait; `mayWait` says which are.
 */
import * as OP from "../../bytecode/generated/op.ts";
import { type Definition, waitingCall } from "../../objects/kernel/builtin.ts";
import { callWith } from "../../objects/kernel/call.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { Leaving } from "../../objects/kernel/thread.ts";
import { callValue, type DriverBody } from "../calls.ts";
import { after } from "../deliver.ts";
import type { Frame, Then } from "../frame.ts";
import { JUMPED, LEFT, type Result } from "../outcome.ts";
import { current, type Thread } from "../thread.ts";

/** A thread that waits on no JavaScript stack. */
export interface Parked {
  /** Its current frame, in the middle of an instruction. */
  readonly frame: Frame;
  readonly ready: () => boolean;
  /** In milliseconds of the scheduler's clock. */
  readonly deadline: number;
  /** Only another thread can bring what it waits for. */
  readonly isForThreads: boolean;
  /** What the builtin was called with: no frame holds it meanwhile. */
  readonly held: readonly (Value | undefined)[];
  /** Do it again. */
  readonly retry: () => Result;
  /** What is to be done with its value, other than to push it. */
  then: Then | null;
}

/** What a call gave for which a builtin was left. */
export interface Reply {
  readonly result: Value;
  readonly args: Value[];
}

export class Parking extends Leaving {
  override readonly name = "Parking";
  constructor(
    readonly ready: () => boolean,
    readonly deadline: number,
    readonly isForThreads: boolean,
  ) {
    super("a builtin that must not be left was left");
  }
}

class Calling extends Leaving {
  override readonly name = "Calling";
  constructor(
    readonly callable: Value,
    readonly args: Value[],
  ) {
    super("a builtin that must not be left was left");
  }
}

/** Is the thread inside a builtin that called back into Python? */
export function isPinned(thread: Thread): boolean {
  let frame = thread.frame as Frame;
  while (!frame.entry && frame.back !== null) frame = frame.back;
  return frame !== thread.base;
}

/** Can the thread leave the JavaScript stack here, in the middle of a builtin? */
export function canLeave(thread: Thread): boolean {
  return thread.mayLeave && thread.attempting !== null && thread.attempting === thread.frame;
}

/**
 * `hooks.mayLeave`. A builtin that is called again with a reply must go the same way as before, even if all others have
 * ended meanwhile and there is nothing left to leave for.
 */
export function mayLeave(): boolean {
  const { thread } = current;
  return thread.reply !== null || canLeave(thread);
}

/** `hooks.callWaiting`. */
export function callWaiting(callable: Value, makeArgs: () => Value[]): Reply {
  const { thread } = current;
  const { reply } = thread;
  if (reply !== null) {
    thread.reply = null;
    return reply;
  }
  const args = makeArgs();
  if (canLeave(thread)) throw new Calling(callable, args);
  return { result: callWith(callable, args.slice()), args };
}

/** Stop for what `leaving` asks, and then do `retry`. */
function leave(thread: Thread, frame: Frame, leaving: Leaving, held: Parked["held"], retry: () => Result): Result {
  if (leaving instanceof Calling) {
    const { callable, args } = leaving;
    return after(thread, frame, callValue(thread, frame, callable, args.slice(), undefined), {
      apply: (ownThread, _caller, result) => {
        ownThread.reply = { result, args };
        return retry();
      },
    });
  }
  const { ready, deadline, isForThreads } = leaving as Parking;
  thread.parked = { frame, ready, deadline, isForThreads, held, retry, then: null };
  thread.isStopping = true;
  thread.result = undefined;
  return LEFT;
}

/** In a builtin that may wait: do what must not be done twice. */
export function stayingOnStack<Result>(act: () => Result): Result {
  const { thread } = current;
  const outer = thread.attempting;
  thread.attempting = null;
  try {
    return act();
  } finally {
    thread.attempting = outer;
  }
}

/** Call a builtin for `frame`; if it has to wait, leave. */
function attempt(thread: Thread, frame: Frame, held: Parked["held"], act: () => Result): Result {
  const outer = thread.attempting;
  thread.attempting = frame;
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Leaving)) throw error;
    thread.attempting = outer;
    return leave(thread, frame, error, held, () => attempt(thread, frame, held, act));
  } finally {
    thread.attempting = outer;
    thread.deadline = undefined;
  }
}

/** An instruction was left that has taken nothing from the stack: it is done again. */
export function leaveInstruction(thread: Thread, leaving: Leaving): Result {
  return leave(thread, thread.frame as Frame, leaving, [], () => JUMPED);
}

/** A builtin that may be left while it waits. */
const callMayWait = (
  definition: Definition,
  ...[thread, frame, self, args, kwnames]: Parameters<DriverBody>
): Result =>
  thread.mayLeave
    ? attempt(thread, frame, [self, ...args], () => definition.call(self, args.slice(), kwnames))
    : definition.call(self, args, kwnames);

waitingCall.run = callMayWait as typeof waitingCall.run;

/** The `__next__` of an iterator that may wait, for FOR_ITER, which keeps the iterator on the stack. */
export function nextMayWait<Item>(iterator: Value, next: () => Item): Item {
  const { thread } = current;
  const { frame } = thread;
  if (!thread.mayLeave || frame === null || thread.attempting !== null) return next();
  if (frame.code.ops[frame.pc] !== OP.FOR_ITER || frame.stack[frame.sp - 1] !== iterator) return next();
  thread.attempting = frame;
  try {
    return next();
  } finally {
    thread.attempting = null;
    thread.deadline = undefined;
  }
}
