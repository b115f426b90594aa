/**
 * The driver around the loop: where it begins and ends on the JavaScript stack, and the one `catch` that makes what was
 * thrown the pending exception.
 *
 * `runAbove` is the door for compiled code. Trap: what it has called may throw through the compiled code's own
 * JavaScript function, so that never holds anything that is not in its frame.
 */
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS } from "../bytecode/opcode-properties.ts";
import { isSubtype, NONE } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyError } from "../objects/kernel/raise.ts";
import { Leaving } from "../objects/kernel/thread.ts";
import { finishGenerator } from "./deliver.ts";
import type { Frame } from "./frame.ts";
import { beginDriver, endDriver } from "./heap/lifetimes.ts";
import { execute, OVER } from "./loop.ts";
import { FOR_SINK } from "./ops/flow.ts";
import { LEAVE, NEXT, type Outcome, RAISE, SWITCH } from "./outcome.ts";
import { exceptionOfHost, PropagatedError, setContext } from "./raising.ts";
import { leaveInstruction } from "./scheduler/parking.ts";
import { step } from "./step.ts";
import { POLL_STEP, scheduling, type Thread } from "./thread.ts";
import { ABSENT, tiering } from "./tiering.ts";

/** Run `entry`, the current frame, to its end on the JavaScript stack. */
export function drive(thread: Thread, entry: Frame): Value {
  const outer = beginDriver();
  try {
    return advance(thread, entry) ?? scheduling.settle(thread, entry);
  } finally {
    endDriver(outer);
  }
}

/** As `drive`; undefined if the thread stops on the way (`isStopping`). `wake` delivers what it had stopped for. */
export function advance(thread: Thread, entry: Frame, wake?: () => Outcome): Value | undefined {
  const { handled } = thread;
  const outer = entry.generator === null ? handled : (entry.generator.handled.previous ?? handled);
  let first = wake;
  const { nesting } = thread;
  for (;;) {
    let result: Value | undefined;
    thread.nesting = nesting;
    try {
      if (first !== undefined) {
        const deliver = first;
        first = undefined;
        if (deliver() === LEAVE) result = thread.result;
      } else if ((thread.poll & POLL_STEP) !== 0) result = step(thread);
      else if (enterAbove(thread) === LEAVE) result = thread.result;
      else result = execute(thread) as Value | undefined;
    } catch (error) {
      if (error instanceof Leaving) {
        try {
          leaveInstruction(thread, error);
        } catch (failure) {
          raiseHere(thread, failure);
        }
        // It stops, unless what it left for is a call, which is a frame now.
        if (!thread.isStopping) continue;
        thread.isStopping = false;
        return undefined;
      }
      try {
        if (!(error instanceof PyError)) leaveUnbegun(thread, entry);
        // No room left even to unwind: only a driver further out can go on.
        if (thread.pending !== null && !(error instanceof PyError)) throw error;
        raiseHere(thread, error);
      } catch (fatal) {
        thread.pending = null;
        // Not Python's: leave nothing of this driver behind for the one outside.
        thread.frame = entry.back;
        thread.handled = outer;
        throw fatal;
      }
      continue;
    }
    if (result === undefined && thread.pending !== null) {
      const exception = thread.pending;
      thread.pending = null;
      throw new PropagatedError(exception);
    }
    if (result !== undefined) return result;
    if (thread.isStopping) {
      thread.isStopping = false;
      return undefined;
    }
  }
}

/**
 * The JavaScript stack may have run out just where a driver was to begin, or while compiled code was landing. Its frames
 * are current then, but nobody runs them: the frame that waits for them is the one in which it is raised.
 */
function leaveUnbegun(thread: Thread, entry: Frame): void {
  if (thread.landed !== null) thread.frame = thread.landed.back;
  thread.landed = null;
  const unbegun: Frame[] = [];
  let frame = thread.frame;
  for (; frame !== null && frame !== entry; frame = frame.back) if (frame.entry) unbegun.push(frame);
  if (frame === null) return;
  for (const each of unbegun) {
    each.entry = false;
    thread.frame = each.back;
    if (each.generator !== null) finishGenerator(thread, each.generator);
  }
}

/** Something was thrown in the current frame: make it the pending exception. */
function raiseHere(thread: Thread, error: unknown): void {
  const exception = exceptionOfHost(error);
  const frame = thread.frame as Frame;
  if (frame.code.ops[frame.pc] === OP.FOR_ITER && isSubtype(exception.cls, EXCEPTIONS.StopIteration)) {
    // An iterator ended by raising: the loop ends.
    thread.tracer?.stopped(thread, frame, exception);
    FOR_SINK.returned(thread, frame, NONE);
    return;
  }
  if (!(error instanceof PropagatedError)) setContext(thread, exception);
  thread.kwnames = undefined;
  thread.pending = exception;
}

/** Frames of compiled code that may lie on the JavaScript stack with drivers above them. */
const MOST_NESTED = 40;

/**
 * Compiled code has called what is on top of `frame` now: run that. Its value is pushed if the result is NEXT. After
 * any other result the driver goes on at the frame that is current then, and compiled code has to leave: so before the
 * call all that it knows is in its frame.
 */
export function runAbove(thread: Thread, frame: Frame): Outcome {
  if (thread.nesting >= MOST_NESTED) return thread.pending === null ? SWITCH : RAISE;
  const next = frame.pc + 1 + CACHE_COUNTS[frame.code.ops[frame.pc]];
  const { nativeLimit } = thread;
  thread.nesting++;
  const isOver = enterAbove(thread) !== LEAVE && (isBack(thread, frame) || execute(thread, frame.depth) === OVER);
  thread.nesting--;
  thread.nativeLimit = Math.min(nativeLimit, thread.recursionLimit);
  if (!isOver) return LEAVE;
  return thread.frame === frame && frame.pc === next && thread.poll === 0 ? NEXT : SWITCH;
}

const isBack = (thread: Thread, frame: Frame): boolean => thread.frame === frame && thread.pending === null;

/** The current frame has just begun, or is a generator that was resumed: go on in compiled code if there is some. */
function enterAbove(thread: Thread): Outcome | typeof ABSENT {
  const frame = thread.frame as Frame;
  const { code } = frame;
  if (code.tier === undefined || thread.poll !== 0 || thread.pending !== null) return ABSENT;
  const { ops } = code;
  if (ops[frame.pc] === OP.POP_TOP && ops[frame.pc + 1] === OP.RESUME && ops[frame.pc - 1] === OP.RETURN_GENERATOR) {
    // A generator begins: the None that it was sent goes.
    frame.sp--;
    frame.pc++;
  }
  return ops[frame.pc] === OP.RESUME ? tiering.enter(thread, frame, frame.pc) : ABSENT;
}
