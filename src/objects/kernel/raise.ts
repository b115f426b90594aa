/**
 * Raising from TypeScript: `throw typeError("...")`.
 *
 * A PyError carries a Python exception through JavaScript frames. It is deliberately no `Error`:
 * capturing a JavaScript stack costs several times the throw itself. The VM catches it at the edge
 * of each builtin call and goes on with the exception alone.
 */

import { InternalError } from "../../util/assert.ts";
import { isSubtype } from "./core-types.ts";
import { EXCEPTIONS, type ExceptionName } from "./exception-types.ts";
import type { PyType, Value } from "./object.ts";
import { PyBaseException, tuple } from "./payload.ts";

export class PyError {
  constructor(readonly exception: PyBaseException) {}

  /** Is the exception of this type or of one derived from it? */
  is(type: PyType): boolean {
    return isSubtype(this.exception.cls, type);
  }
}

/** An instance of a builtin exception whose constructor keeps nothing but `args`. */
export function newException(type: PyType, ...args: Value[]): PyBaseException {
  return new PyBaseException(tuple(args), type);
}

/** A PyError of the builtin exception `name` with one message. */
export function raise(name: ExceptionName, message: Value): PyError {
  return new PyError(newException(EXCEPTIONS[name], message));
}

export const typeError = (message: Value): PyError => raise("TypeError", message);
export const valueError = (message: Value): PyError => raise("ValueError", message);
export const indexError = (message: Value): PyError => raise("IndexError", message);
export const runtimeError = (message: Value): PyError => raise("RuntimeError", message);
export const overflowError = (message: Value): PyError => raise("OverflowError", message);
export const zeroDivisionError = (message: Value): PyError => raise("ZeroDivisionError", message);
export const systemError = (message: Value): PyError => raise("SystemError", message);
export const memoryError = (): PyError => new PyError(newException(EXCEPTIONS.MemoryError));
export const recursionError = (message: Value): PyError => raise("RecursionError", message);

const STACK_TEXTS = ["Maximum call stack size exceeded", "too much recursion"];

/**
 * Has the host's stack run out?
 *
 * Trap: this runs when it just has, and may run out of it itself: no regular expressions here.
 */
export function isStackOverflow(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof InternalError) return false;
  for (const text of STACK_TEXTS) if (error.message.includes(text)) return true;
  return false;
}

/** What is thrown on where containers are compared: the end of the stack there has words of its own. */
export const whileComparing = (error: unknown): unknown =>
  isStackOverflow(error) ? recursionError("maximum recursion depth exceeded in comparison") : error;

export const bufferError = (message: Value): PyError => raise("BufferError", message);
export const indexOutOfRange = (typeName: string): PyError => raise("IndexError", `${typeName} index out of range`);
export const keyError = (key: Value): PyError => raise("KeyError", key);

/** AttributeError with the `name` and `obj` that suggestions are made from. */
export function attributeError(message: Value, name: Value, obj: Value): PyError {
  const error = raise("AttributeError", message);
  error.exception.fields = { name, obj };
  return error;
}

/** NameError (or UnboundLocalError) with its `name`. */
export function nameError(
  message: string,
  name: string,
  type: "NameError" | "UnboundLocalError" = "NameError",
): PyError {
  const error = raise(type, message);
  error.exception.fields = { name };
  return error;
}

/** StopIteration with its value; no argument when the value is absent. */
export function stopIteration(value?: Value): PyError {
  const exception =
    value === undefined ? newException(EXCEPTIONS.StopIteration) : newException(EXCEPTIONS.StopIteration, value);
  if (value !== undefined) exception.fields = { value };
  return new PyError(exception);
}

/** Run `body`; give undefined if it raises one of `type`, and let anything else pass. */
export function suppress<T>(type: PyType, body: () => T): T | undefined {
  try {
    return body();
  } catch (error) {
    if (error instanceof PyError && error.is(type)) return undefined;
    throw error;
  }
}
