/**
 * Unwinding (the error labels of CPython's Python/ceval.c).
 *
 * Invariant: when `thread.pending` is set, the exception is on its way in `thread.frame`, at that
 * frame's `pc`. `unwind` leads it to a handler or out of the driver.
 * Trap: the handler is looked up by the instruction that raised; for RERAISE that is RERAISE itself,
 * while `pc` (what tracebacks show, what is pushed as lasti) becomes that of the first raise.
 */
import type { ExceptionEntry } from "../bytecode/exceptiontable.ts";
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS } from "../bytecode/opcode-properties.ts";
import { isSubtype } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { type PyBaseException, strFromJs } from "../objects/kernel/payload.ts";
import { continueWith, finishGenerator } from "./deliver.ts";
import { dropStack } from "./dropped.ts";
import type { Frame } from "./frame.ts";
import { LEAVE, type Outcome, SWITCH } from "./outcome.ts";
import { recording } from "./recording.ts";
import type { Thread } from "./thread.ts";
import { PyTraceback } from "./types/traceback.ts";

export function addTraceback(frame: Frame, exception: PyBaseException, index: number): void {
  exception.traceback = new PyTraceback(exception.traceback as PyTraceback | null, frame, index);
}

/** Where `caller` is while `callee` runs for it: behind the caches of a call that needs no driver of its own. */
export function waitingIndex(caller: Frame, callee: Frame): number {
  const op = caller.code.ops[caller.pc];
  const isDirect = callee.generator === null ? op === OP.CALL && callee.then === null : op === OP.SEND;
  return isDirect && !callee.entry ? caller.pc + CACHE_COUNTS[op] : caller.pc;
}

/** Lead the pending exception to its handler. SWITCH: go on there; LEAVE: it leaves the driver, still pending. */
export function unwind(thread: Thread, reraised: boolean): Outcome {
  let frame = thread.frame as Frame;
  let raisedAt = frame.pc;
  let isSilent = reraised;
  if (reraised) {
    // RERAISE says where the exception was raised first.
    frame.pc = thread.reraisePc;
    thread.tracer?.reraised(thread, frame, raisedAt);
  } else noteRaise(thread, frame, raisedAt);
  for (;;) {
    const { code } = frame;
    const handler = code.handlerAt(raisedAt);
    if (handler !== undefined) {
      if (handleAt(thread, frame, handler, isSilent ? frame.pc : raisedAt)) return SWITCH;
      // What a callback raised there: CPython looks for its handler from the instruction before.
      raisedAt = frame.pc - 1;
      continue;
    }
    thread.tracer?.unwound(thread, frame, raisedAt);
    if (!isSilent) frame.pc = raisedAt;
    dropStack(thread, frame, code.nlocalsplus);
    const outcome = leave(thread, frame);
    if (outcome !== undefined) return outcome;
    const callee = frame;
    frame = thread.frame as Frame;
    if (frame.code.ops[frame.pc] === OP.LOAD_ATTR) addAttributeContext(frame, thread.pending as PyBaseException);
    raisedAt = waitingIndex(frame, callee);
    isSilent = false;
    noteRaise(thread, frame, raisedAt);
  }
}

/** The exception is raised in the frame, or has come out of one that it waited for. */
function noteRaise(thread: Thread, frame: Frame, index: number): void {
  const exception = thread.pending as PyBaseException;
  addTraceback(frame, exception, index);
  recording.recorder?.raised(frame, exception);
  thread.tracer?.raised(thread, frame, index);
}

/** The frame goes on at its handler; false if a callback that was told of it raised. */
function handleAt(thread: Thread, frame: Frame, handler: ExceptionEntry, lasti: number): boolean {
  const caught = thread.pending as PyBaseException;
  frame.sp = frame.code.nlocalsplus + handler.depth;
  dropStack(thread, frame, frame.sp);
  if (handler.lasti) frame.push(lasti);
  frame.push(caught);
  thread.pending = null;
  frame.pc = handler.target >> 1;
  if (thread.tracer === null) return true;
  const next = thread.tracer.handled(thread, frame, caught);
  if (next === caught) return true;
  thread.pending = next;
  return false;
}

/** An AttributeError out of a property or `__getattr__` learns what was looked for, unless it knows. */
function addAttributeContext(frame: Frame, exception: PyBaseException): void {
  if (!isSubtype(exception.cls, EXCEPTIONS.AttributeError)) return;
  const { fields } = exception;
  if (fields?.name !== undefined || fields?.obj !== undefined) return;
  const name = frame.code.names[frame.code.args[frame.pc] >> 1];
  exception.fields = { ...fields, name: strFromJs(name), obj: frame.stack[frame.sp] as Value };
}

/** End a frame by the pending exception. Undefined: unwind the frame that is current now. */
function leave(thread: Thread, frame: Frame): Outcome | undefined {
  const generator = frame.generator;
  if (generator !== null) finishGenerator(thread, generator);
  thread.frame = frame.back;
  if (frame.entry) {
    frame.entry = false;
    thread.result = undefined;
    return LEAVE;
  }
  const caller = frame.back as Frame;
  caller.isWaitingWithOperands = false;
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
