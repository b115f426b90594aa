/** The arguments of `throw()`: an exception, or the deprecated (type, value, traceback). */
import { callWith } from "../objects/kernel/call.ts";
import { isInstance, isSubtype, NONE, TRACEBACK, typeName } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { PyType, type Value } from "../objects/kernel/object.ts";
import { PyBaseException, PyTuple, type TracebackLike } from "../objects/kernel/payload.ts";
import { reprText } from "../objects/kernel/protocol.ts";
import { PyError, typeError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";

/** Three-argument throw() is on its way out. */
export function warnOldThrow(args: readonly Value[], what: string): void {
  if (args.length < 2) return;
  const message = `the (type, exc, tb) signature of ${what}() is deprecated, use the single-arg signature instead.`;
  hooks.warn(EXCEPTIONS.DeprecationWarning, message, 1);
}

function instanceOf(cls: PyType, value: Value): PyBaseException {
  if (value instanceof PyBaseException && isSubtype(value.cls, cls)) return value;
  const args = value === NONE ? [] : value instanceof PyTuple ? value.items.slice() : [value];
  try {
    const made = callWith(cls, args);
    if (made instanceof PyBaseException) return made;
    throw typeError(
      `calling ${reprText(cls)} should have returned an instance of BaseException, not ${typeName(made)}`,
    );
  } catch (error) {
    // What goes wrong here is what is thrown into the generator.
    if (error instanceof PyError) return error.exception;
    throw error;
  }
}

/** The exception to be thrown into a generator. */
export function exceptionToThrow(type: Value, value: Value | undefined, traceback: Value | undefined): PyBaseException {
  if (traceback !== undefined && traceback !== NONE && !isInstance(traceback, TRACEBACK)) {
    throw typeError("throw() third argument must be a traceback object");
  }
  let exception: PyBaseException;
  if (type instanceof PyType && isSubtype(type, EXCEPTIONS.BaseException)) exception = instanceOf(type, value ?? NONE);
  else if (type instanceof PyBaseException) {
    if (value !== undefined && value !== NONE) throw typeError("instance exception may not have a separate value");
    exception = type;
  } else {
    throw typeError(`exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`);
  }
  if (traceback !== undefined && traceback !== NONE) exception.traceback = traceback as TracebackLike;
  return exception;
}
