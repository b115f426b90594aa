/**
 * Raising (CPython Python/errors.c): from values, from JavaScript errors, and the context of an exception.
 */
import { callWith } from "../objects/kernel/call.ts";
import { isSubtype, typeOf } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { PyType, type Value } from "../objects/kernel/object.ts";
import { PyBaseException } from "../objects/kernel/payload.ts";
import { reprText } from "../objects/kernel/protocol.ts";
import { isStackOverflow, memoryError, PyError, recursionError, typeError } from "../objects/kernel/raise.ts";
import { InternalError } from "../util/assert.ts";
import type { Thread } from "./thread.ts";

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
      `calling ${reprText(value)} should have returned an instance of BaseException, not ${reprText(typeOf(made))}`,
    );
  }
  throw typeError("exceptions must derive from BaseException");
}

const MEMORY_TEXTS = [
  "Invalid array length",
  "Invalid string length",
  "Invalid typed array length",
  "Invalid count value",
  "allocation failed",
  "Maximum BigInt size exceeded",
  "Set maximum size exceeded",
  "Map maximum size exceeded",
];

/**
 * What a JavaScript error means to Python; our own mistakes pass on.
 *
 * Trap: this runs when the stack has just run out, and may run out itself: no regular expressions here.
 */
export function exceptionOfHost(error: unknown): PyBaseException {
  if (error instanceof PyError) return error.exception;
  if (error instanceof Error && !(error instanceof InternalError)) {
    if (isStackOverflow(error)) return recursionError("maximum recursion depth exceeded").exception;
    for (const text of MEMORY_TEXTS) if (error.message.includes(text)) return memoryError().exception;
  }
  throw error;
}
