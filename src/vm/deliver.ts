/**
 * Delivering the value of a frame (or of a finished action) to the frame that waits for it.
 */

import { CACHE_COUNTS } from "../bytecode/opcode-properties.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyError } from "../objects/kernel/raise.ts";
import { type Action, appendAction, type Frame, type Then } from "./frame.ts";
import {
  DONE,
  JUMP,
  JUMPED,
  LEAVE,
  LEFT,
  NEXT,
  type Outcome,
  RAISE,
  type Result,
  SWITCH,
  SWITCHED,
} from "./outcome.ts";
import type { Thread } from "./thread.ts";
import { COMPLETED, type PyGenerator } from "./types/generator-object.ts";

/** An instruction body's last step: push the value, or pass on what happened instead. */
export function settle(frame: Frame, result: Result): Outcome {
  switch (result) {
    case undefined:
      return RAISE;
    case SWITCHED:
      return SWITCH;
    case DONE:
      return NEXT;
    case JUMPED:
      return JUMP;
    case LEFT:
      return LEAVE;
    default:
      frame.push(result as Value);
      return NEXT;
  }
}

/** Is a frame on top of `frame` to run first? An exception that was thrown into one waits for it as a call does. */
const isInFrame = (thread: Thread, frame: Frame, result: Result): boolean =>
  result === SWITCHED || (result === undefined && thread.frame !== frame);

/**
 * The frame that was called by `frame`: compiled code may have left others above it. If `frame` is that of a generator and
 * has passed on what another yielded, the frame that goes on.
 */
function calleeOf(thread: Thread, frame: Frame): Frame {
  const top = thread.frame as Frame;
  let callee: Frame | null = top;
  while (callee !== null && callee.back !== frame) callee = callee.back;
  return callee ?? top;
}

/** Apply the actions to `result`, then let `caller` go on. Never NEXT or JUMP: `caller` is current, its `pc` set. */
export function continueWith(thread: Thread, caller: Frame, then: Then | null, first: Result): Outcome {
  let result = first;
  let rest = then;
  caller.isWaitingWithOperands = false;
  while (rest !== null && typeof result !== "symbol" && result !== undefined) {
    const { action } = rest;
    rest = rest.next;
    try {
      result = action.apply(thread, caller, result);
    } catch (error) {
      if (!(error instanceof PyError) || rest === null) throw error;
      result = recoverFrom(thread, caller, rest, error);
      rest = null;
    }
  }
  if (result === SWITCHED || (rest !== null && isInFrame(thread, caller, result))) {
    const callee = calleeOf(thread, caller);
    caller.isWaitingWithOperands = true;
    for (; rest !== null; rest = rest.next) callee.then = appendAction(callee.then, rest.action);
    return settle(caller, result);
  }
  if (result === LEFT && thread.parked !== null) {
    for (; rest !== null; rest = rest.next) thread.parked.then = appendAction(thread.parked.then, rest.action);
  }
  const outcome = settle(caller, result);
  if (outcome === NEXT) {
    caller.pc += 1 + CACHE_COUNTS[caller.code.ops[caller.pc]];
    return SWITCH;
  }
  return outcome === JUMP ? SWITCH : outcome;
}

/** An action threw: an action behind it may deal with that, or put another exception in its place. */
function recoverFrom(thread: Thread, caller: Frame, then: Then, error: PyError): Result {
  thread.pending = error.exception;
  for (let rest: Then | null = then; rest !== null; rest = rest.next) {
    const result = rest.action.recover?.(thread, caller, thread.pending);
    if (result === undefined) continue;
    thread.pending = null;
    let value: Result = result;
    for (let next = rest.next; next !== null && typeof value !== "symbol" && value !== undefined; next = next.next) {
      value = next.action.apply(thread, caller, value);
    }
    return value;
  }
  const { pending } = thread;
  thread.pending = null;
  throw pending === error.exception ? error : new PyError(pending);
}

/** Let `action` have the result of a helper, now or when its frame ends. */
export function after(thread: Thread, frame: Frame, result: Result, action: Action): Result {
  if (isInFrame(thread, frame, result)) {
    const callee = calleeOf(thread, frame);
    callee.then = appendAction(callee.then, action);
    frame.isWaitingWithOperands = true;
    return result;
  }
  if (result === LEFT && thread.parked !== null) thread.parked.then = appendAction(thread.parked.then, action);
  if (result === undefined || typeof result === "symbol") return result;
  return action.apply(thread, frame, result);
}

/** `frame` returned `value`. */
export function returnFrom(thread: Thread, frame: Frame, value: Value): Outcome {
  const caller = frame.back;
  const generator = frame.generator;
  thread.frame = caller;
  if (generator !== null) finishGenerator(thread, generator);
  if (frame.entry) {
    frame.entry = false;
    thread.result = value;
    return LEAVE;
  }
  const then = frame.then;
  if (generator !== null && then !== null) {
    const { action } = then;
    if (action.returned !== undefined) {
      return continueWith(thread, caller as Frame, then.next, endWith(thread, caller as Frame, then, value));
    }
  }
  return continueWith(thread, caller as Frame, then, value);
}

/** The first action's word on a generator that ended; those behind it may deal with what it throws. */
function endWith(thread: Thread, caller: Frame, then: Then, value: Value): Result {
  try {
    return then.action.returned?.(thread, caller, value);
  } catch (error) {
    if (!(error instanceof PyError) || then.next === null) throw error;
    return recoverFrom(thread, caller, then.next, error);
  }
}

/** Its frame has ended. */
export function finishGenerator(thread: Thread, generator: PyGenerator): void {
  generator.state = COMPLETED;
  generator.frame = null;
  if (generator.handled.previous !== null) thread.handled = generator.handled.previous;
  generator.handled.previous = null;
}
