/**
 * Raising and unwinding (CPython Python/errors.c and the error labels of Python/ceval.c).
 *
 * Invariant: when `thread.pending` is set, the exception is on its way in `thread.frame`, at that
 * frame's `pc`. `unwind` leads it to a handler or out of the driver.
 * Trap: the handler is looked up by the instruction that raised; for RERAISE that is RERAISE itself,
 * while `pc` (what tracebacks show, what is pushed as lasti) is already that of the first raise.
 */
import { InternalError } from "../util/assert.ts";
import { isSubtype, typeName } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { callWith } from "../objects/kernel/call.ts";
import { PyType, type Value } from "../objects/kernel/object.ts";
import { PyBaseException } from "../objects/kernel/payload.ts";
import { memoryError, PyError, recursionError, typeError } from "../objects/kernel/raise.ts";
import { continueWith } from "./deliver.ts";
import { dropStack } from "./dropped.ts";
import type { Frame } from "./frame.ts";
import { LEAVE, type Outcome, SWITCH } from "./outcome.ts";
import type { Thread } from "./thread.ts";
import { COMPLETED } from "./types/generator-object.ts";
import { PyTraceback } from "./types/traceback.ts";

/** An exception that comes out of a nested driver: it was raised in Python code and has its context. */
export class PropagatedError extends PyError {}

/** Give an exception that is being raised its `__context__`: the one being handled, unless that makes a cycle. */
export function setContext(thread: Thread, exception: PyBaseException): void {
  const handling = thread.handling;
  if (handling === null || handling === exception) return;
  // If the new exception is already in the chain, cut the chain there. Cycles made by hand must not hang us.
  let slow: PyBaseException = handling;
  let turn = false;
  for (let each: PyBaseException = handling; each.context !== null; each = each.context) {
    if (each.context === exception) {
      each.context = null;
      break;
    }
    if (turn) slow = slow.context as PyBaseException;
    turn = !turn;
    if (each.context === slow) break;
  }
  exception.context = handling;
}

/** Raise in the current frame. */
export function raiseException(thread: Thread, exception: PyBaseException): undefined {
  setContext(thread, exception);
  thread.pending = exception;
  return undefined;
}

/** `raise value`: an exception, or a class to make one of. */
export function exceptionFrom(value: Value): PyBaseException {
  if (value instanceof PyBaseException) return value;
  if (value instanceof PyType && isSubtype(value, EXCEPTIONS.BaseException)) {
    const made = callWith(value, []);
    if (made instanceof PyBaseException) return made;
    throw typeError(
      `calling <class '${value.name}'> should have returned an instance of BaseException, not <class '${typeName(made)}'>`,
    );
  }
  throw typeError("exceptions must derive from BaseException");
}

/** What a JavaScript error means to Python; our own mistakes pass on. */
export function exceptionOfHost(error: unknown): PyBaseException {
  if (error instanceof PyError) return error.exception;
  if (error instanceof RangeError) {
    if (/stack/i.test(error.message)) return recursionError("maximum recursion depth exceeded").exception;
    if (/Invalid (array|string|typed array) length|allocation failed|Maximum BigInt|Invalid count value/i.test(error.message)) {
      return memoryError().exception;
    }
  }
  // Firefox: "InternalError: too much recursion".
  if (error instanceof Error && !(error instanceof InternalError) && /too much recursion/.test(error.message)) {
    return recursionError("maximum recursion depth exceeded").exception;
  }
  throw error;
}

export function addTraceback(frame: Frame, exception: PyBaseException): void {
  exception.traceback = new PyTraceback(exception.traceback as PyTraceback | null, frame, frame.pc);
}

/** Lead the pending exception to its handler. SWITCH: go on there; LEAVE: it leaves the driver, still pending. */
export function unwind(thread: Thread, reraised: boolean): Outcome {
  let frame = thread.frame as Frame;
  let silent = reraised;
  for (;;) {
    const exception = thread.pending as PyBaseException;
    const raisedAt = frame.pc;
    const { code } = frame;
    if (silent) {
      // RERAISE says where the exception was raised first.
      frame.pc = thread.reraisePc;
    } else {
      addTraceback(frame, exception);
      thread.tracer?.raised(thread, frame, exception);
    }
    silent = false;
    const handler = code.handlerAt(raisedAt);
    if (handler !== undefined) {
      frame.sp = code.nlocalsplus + handler.depth;
      dropStack(thread, frame, frame.sp);
      if (handler.lasti) frame.push(frame.pc);
      frame.push(thread.pending);
      thread.pending = null;
      frame.pc = handler.target >> 1;
      return SWITCH;
    }
    thread.tracer?.returned(thread, frame, null);
    dropStack(thread, frame, code.nlocalsplus);
    const outcome = leave(thread, frame);
    if (outcome !== undefined) return outcome;
    frame = thread.frame as Frame;
  }
}

/** End a frame by the pending exception. Undefined: unwind the frame that is current now. */
function leave(thread: Thread, frame: Frame): Outcome | undefined {
  const generator = frame.generator;
  if (generator !== null) {
    generator.state = COMPLETED;
    generator.frame = null;
    thread.handled = generator.handled.previous ?? thread.handled;
    generator.handled.previous = null;
  }
  thread.frame = frame.back;
  if (frame.entry) {
    frame.entry = false;
    thread.result = undefined;
    return LEAVE;
  }
  const caller = frame.back as Frame;
  for (let then = frame.then; then !== null; then = then.next) {
    const exception = thread.pending as PyBaseException;
    const result = then.action.recover?.(thread, caller, exception);
    if (result === undefined) continue;
    thread.pending = null;
    const outcome = continueWith(thread, caller, then.next, result);
    if (outcome === SWITCH || outcome === LEAVE) return outcome;
    return undefined;
  }
  return undefined;
}

/** Does an exception match what stands behind `except`? */
export function matchesException(exception: Value, pattern: Value): boolean {
  if (pattern instanceof PyType) {
    return exception instanceof PyBaseException && isSubtype(exception.cls, pattern);
  }
  return exception === pattern;
}

