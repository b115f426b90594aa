/** Raising, handlers, `with` (CPython Python/bytecodes.c, ceval.c: do_raise, exception_group_match). */

import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { isSubtype, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { PyBaseException, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { runtimeError, typeError } from "../../objects/kernel/raise.ts";
import { callValue } from "../calls.ts";
import { settle } from "../deliver.ts";
import type { Frame } from "../frame.ts";
import { stopValue } from "../generators.ts";
import { NEXT, type Outcome, RAISE, RERAISE } from "../outcome.ts";
import { exceptionFrom, raiseException } from "../raising.ts";
import type { Thread } from "../thread.ts";
import type { OpBody } from "./body.ts";

/** `raise`, `raise a`, `raise a from b`. */
function raise(thread: Thread, frame: Frame, count: number): Outcome {
  const cause = count === 2 ? frame.pop() : undefined;
  if (count === 0) {
    const handling = thread.handling;
    if (handling === null) throw runtimeError("No active exception to reraise");
    thread.pending = handling;
    thread.reraisePc = frame.pc;
    return RERAISE;
  }
  const exception = exceptionFrom(frame.pop());
  if (cause !== undefined) {
    if (cause === NONE) exception.cause = null;
    else if (cause instanceof PyBaseException || isExceptionClass(cause)) exception.cause = exceptionFrom(cause);
    else throw typeError("exception causes must derive from BaseException");
    exception.suppressContext = true;
  }
  raiseException(thread, exception);
  return RAISE;
}

function isExceptionClass(value: Value): value is PyType {
  return value instanceof PyType && isSubtype(value, EXCEPTIONS.BaseException);
}

function checkPattern(pattern: Value): void {
  const items = pattern instanceof PyTuple ? pattern.items : [pattern];
  for (const item of items) {
    if (!isExceptionClass(item)) {
      throw typeError("catching classes that do not inherit from BaseException is not allowed");
    }
  }
}

function checkGroupPattern(pattern: Value): void {
  checkPattern(pattern);
  const items = pattern instanceof PyTuple ? pattern.items : [pattern];
  for (const item of items) {
    if (isSubtype(item as PyType, EXCEPTIONS.BaseExceptionGroup)) {
      throw typeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
    }
  }
}

/** PyErr_GivenExceptionMatches: by the MRO alone. */
export function exceptionMatches(exception: Value, pattern: Value): boolean {
  if (pattern instanceof PyTuple) return pattern.items.some((item) => exceptionMatches(exception, item));
  return pattern instanceof PyType && isSubtype(typeOf(exception), pattern);
}

/** `except* pattern`: [rest, match]. */
function splitGroup(exception: Value, pattern: Value): [Value, Value] {
  if (exception === NONE) return [NONE, NONE];
  const isGroup = isSubtype(typeOf(exception), EXCEPTIONS.BaseExceptionGroup);
  if (exceptionMatches(exception, pattern)) {
    if (isGroup) return [NONE, exception];
    return [NONE, call(EXCEPTIONS.BaseExceptionGroup, "", tuple([exception]))];
  }
  if (!isGroup) return [exception, NONE];
  const pair = call(getAttr(exception, "split"), pattern);
  if (!(pair instanceof PyTuple)) {
    throw typeError(`${typeName(exception)}.split must return a tuple, not ${typeName(pair)}`);
  }
  if (pair.items.length < 2) {
    throw typeError(`${typeName(exception)}.split must return a 2-tuple, got tuple of size ${pair.items.length}`);
  }
  return [pair.items[1], pair.items[0]];
}

/** Look a special method up on the type and bind it; undefined if there is none. */
export function lookupSpecial(self: Value, name: string): Value | undefined {
  const type = typeOf(self);
  const method = lookupInType(type, name);
  if (method === undefined) return undefined;
  const get = typeOf(method).slots.__get__;
  return get === undefined ? method : get(method, self, type);
}

function enterWith(thread: Thread, frame: Frame, isAsync: boolean): Outcome {
  const manager = frame.pop();
  const prefix = isAsync ? "a" : "";
  const enter = lookupSpecial(manager, `__${prefix}enter__`);
  const protocol = `'${typeName(manager)}' object does not support the ${isAsync ? "asynchronous " : ""}context manager protocol`;
  if (enter === undefined) throw typeError(protocol);
  const exit = lookupSpecial(manager, `__${prefix}exit__`);
  if (exit === undefined) throw typeError(`${protocol} (missed __${prefix}exit__ method)`);
  frame.push(exit);
  return settle(frame, callValue(thread, frame, enter, [], undefined));
}

export const EXCEPTION_OPS = {
  RAISE_VARARGS: raise,
  PUSH_EXC_INFO: (thread, frame) => {
    const exception = frame.pop();
    frame.push(thread.handled.exception ?? NONE);
    frame.push(exception);
    thread.handled.exception = exception as PyBaseException;
    return NEXT;
  },
  POP_EXCEPT: (thread, frame) => {
    const previous = frame.pop();
    thread.handled.exception = previous instanceof PyBaseException ? previous : null;
    return NEXT;
  },
  CHECK_EXC_MATCH: (_thread, frame) => {
    const pattern = frame.pop();
    checkPattern(pattern);
    frame.push(exceptionMatches(frame.peek(1), pattern));
    return NEXT;
  },
  CHECK_EG_MATCH: (thread, frame) => {
    const pattern = frame.pop();
    const exception = frame.pop();
    checkGroupPattern(pattern);
    const [rest, match] = splitGroup(exception, pattern);
    frame.push(rest);
    frame.push(match);
    if (match !== NONE) thread.handled.exception = match as PyBaseException;
    return NEXT;
  },
  RERAISE: (thread, frame, arg) => {
    thread.reraisePc = arg === 0 ? frame.pc : (frame.peek(arg + 1) as number);
    thread.pending = frame.pop() as PyBaseException;
    return RERAISE;
  },
  BEFORE_WITH: (thread, frame) => enterWith(thread, frame, false),
  BEFORE_ASYNC_WITH: (thread, frame) => enterWith(thread, frame, true),
  WITH_EXCEPT_START: (thread, frame) => {
    const exception = frame.peek(1) as PyBaseException;
    const exit = frame.peek(4);
    const args: Value[] = [exception.cls, exception, exception.traceback ?? NONE];
    return settle(frame, callValue(thread, frame, exit, args, undefined));
  },
  /** The delegate was thrown into and ended: the value of its StopIteration is that of the `yield from`. */
  CLEANUP_THROW: (thread, frame) => {
    const exception = frame.pop() as PyBaseException;
    if (isSubtype(exception.cls, EXCEPTIONS.StopIteration)) {
      frame.sp -= 2;
      frame.push(NONE);
      frame.push(stopValue(exception));
      return NEXT;
    }
    thread.reraisePc = frame.pc;
    thread.pending = exception;
    return RERAISE;
  },
  END_ASYNC_FOR: (thread, frame) => {
    const exception = frame.pop() as PyBaseException;
    if (isSubtype(exception.cls, EXCEPTIONS.StopAsyncIteration)) {
      frame.pop();
      return NEXT;
    }
    thread.reraisePc = frame.pc;
    thread.pending = exception;
    return RERAISE;
  },
} satisfies Record<string, OpBody>;
