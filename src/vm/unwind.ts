/**
 * Unwinding (the error labels of CPython's Python/ceval.c).
 *
 * Invariant: when `thread.pending` is set, the exception is on its way in `thread.frame`, at that
 * frame's `pc`. `unwind` leads it to a handler or out of the driver.
 * Trap: the handler is looked up by the instruction that raised; for RERAISE that is RERAISE itself,
 * while `pc` (what tracebacks show, what is pushed as lasti) becomes that of the first raise.
 */
import type { PyBaseException } from "../objects/kernel/payload.ts";
import { continueWith } from "./deliver.ts";
import { dropStack } from "./dropped.ts";
import type { Frame } from "./frame.ts";
import { LEAVE, type Outcome, SWITCH } from "./outcome.ts";
import type { Thread } from "./thread.ts";
import { COMPLETED } from "./types/generator-object.ts";
import { PyTraceback } from "./types/traceback.ts";

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
      thread.tracer?.reraised(thread, frame, raisedAt);
    } else {
      addTraceback(frame, exception);
      thread.tracer?.raised(thread, frame, raisedAt);
    }
    silent = false;
    const handler = code.handlerAt(raisedAt);
    if (handler !== undefined) {
      frame.sp = code.nlocalsplus + handler.depth;
      dropStack(thread, frame, frame.sp);
      if (handler.lasti) frame.push(frame.pc);
      const caught = thread.pending as PyBaseException;
      frame.push(caught);
      thread.pending = null;
      frame.pc = handler.target >> 1;
      if (thread.tracer === null) return SWITCH;
      const next = thread.tracer.handled(thread, frame, caught);
      if (next === caught) return SWITCH;
      thread.pending = next;
      continue;
    }
    thread.tracer?.unwound(thread, frame, raisedAt);
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
