/** Generators, `await`, `async for` (CPython Python/bytecodes.c). */
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from "../../bytecode/code.ts";
import { ASYNC_GENERATOR, COROUTINE, GENERATOR, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { type PyBaseException, tuple } from "../../objects/kernel/payload.ts";
import { PyError, runtimeError, typeError } from "../../objects/kernel/raise.ts";
import { TRAMPOLINES } from "../../objects/kernel/trampolines.ts";
import { callUnboundMethod } from "../calls.ts";
import { after, continueWith, settle } from "../deliver.ts";
import { markTemporary, noteGenerator } from "../dropped.ts";
import type { Frame } from "../frame.ts";
import { awaitIterator, delegateOf, isCoroutineLike, SEND_SINK, sendTo, yieldFrom } from "../generators.ts";
import { LEAVE, type Outcome, type Result } from "../outcome.ts";
import type { Thread } from "../thread.ts";
import { PyGenerator } from "../types/generator-object.ts";
import type { OpBody } from "./body.ts";

/** The frame becomes a generator's; the generator is the value of the call. */
function returnGenerator(thread: Thread, frame: Frame): Outcome {
  const { flags } = frame.code;
  const type =
    (flags & CO_COROUTINE) !== 0 ? COROUTINE : (flags & CO_ASYNC_GENERATOR) !== 0 ? ASYNC_GENERATOR : GENERATOR;
  const generator = new PyGenerator(frame, type);
  frame.generator = generator;
  const { back, then, entry } = frame;
  thread.frame = back;
  frame.back = null;
  frame.then = null;
  frame.entry = false;
  if (type !== COROUTINE && back !== null && then === null && !entry) markTemporary(back, generator);
  noteGenerator(entry ? null : back, then, generator);
  if (type === COROUTINE && thread.coroutineOriginDepth > 0) {
    generator.origin = originOf(back, thread.coroutineOriginDepth);
  }
  if (entry) {
    thread.result = generator;
    return LEAVE;
  }
  return continueWith(thread, back as Frame, then, generator);
}

/** `cr_origin`: (filename, line, function) of the frames that made the coroutine. */
function originOf(from: Frame | null, depth: number): Value {
  const entries: Value[] = [];
  for (let each = from; each !== null && entries.length < depth; each = each.back) {
    entries.push(tuple([each.code.filename, each.line, each.code.name]));
  }
  return tuple(entries);
}

function getAwaitable(thread: Thread, frame: Frame, where: number): Result {
  const value = frame.pop();
  if (where !== 0 && typeOf(value).slots.__await__ === undefined && !isCoroutineLike(value)) {
    const method = where === 1 ? "__aenter__" : "__aexit__";
    throw typeError(
      `'async with' received an object from ${method} that does not implement __await__: ${typeName(value)}`,
    );
  }
  return after(thread, frame, awaitIterator(thread, frame, value), {
    apply: (_thread, _caller, iterator) => {
      if (iterator instanceof PyGenerator && iterator.cls === COROUTINE && delegateOf(iterator) !== null) {
        throw runtimeError("coroutine is being awaited already");
      }
      return iterator;
    },
  });
}

function asyncIterator(thread: Thread, frame: Frame): Result {
  const value = frame.pop();
  const type = typeOf(value);
  const slot = type.slots.__aiter__;
  if (slot === undefined) {
    throw typeError(`'async for' requires an object with __aiter__ method, got ${type.name}`);
  }
  const made: Result =
    slot === TRAMPOLINES.__aiter__
      ? callUnboundMethod(thread, frame, lookupInType(type, "__aiter__") as Value, value, [])
      : slot(value);
  return after(thread, frame, made, {
    apply: (_thread, _caller, iterator) => {
      if (typeOf(iterator).slots.__anext__ === undefined) {
        throw typeError(
          `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(iterator)}`,
        );
      }
      return iterator;
    },
  });
}

function asyncNext(thread: Thread, frame: Frame): Result {
  const iterator = frame.peek(1);
  const type = typeOf(iterator);
  const slot = type.slots.__anext__;
  if (slot === undefined) {
    throw typeError(`'async for' requires an iterator with __anext__ method, got ${type.name}`);
  }
  if (type === ASYNC_GENERATOR) return slot(iterator);
  const made: Result =
    slot === TRAMPOLINES.__anext__
      ? callUnboundMethod(thread, frame, lookupInType(type, "__anext__") as Value, iterator, [])
      : slot(iterator);
  return after(thread, frame, made, {
    apply: (ownThread, caller, awaitable) => {
      let made: Result;
      try {
        made = awaitIterator(ownThread, caller, awaitable);
      } catch (error) {
        if (error instanceof PyError) throw invalidAnext(awaitable, error.exception);
        throw error;
      }
      return after(ownThread, caller, made, {
        apply: (_thread, _caller, iterator) => iterator,
        recover: (lastThread, _caller, exception) => {
          lastThread.pending = invalidAnext(awaitable, exception).exception;
          return undefined;
        },
      });
    },
  });
}

function invalidAnext(awaitable: Value, cause: PyBaseException): PyError {
  const error = typeError(`'async for' received an invalid object from __anext__: ${typeName(awaitable)}`);
  error.exception.cause = cause;
  error.exception.context = cause;
  error.exception.suppressContext = true;
  return error;
}

export const GENERATORS = {
  RETURN_GENERATOR: returnGenerator,
  YIELD_VALUE: (thread, frame) => yieldFrom(thread, frame, frame.pop()),
  SEND: (thread, frame) => {
    const value = frame.pop();
    const receiver = frame.peek(1);
    return settle(frame, sendTo(thread, frame, receiver, value, SEND_SINK));
  },
  GET_AWAITABLE: (thread, frame, arg) => settle(frame, getAwaitable(thread, frame, arg)),
  GET_AITER: (thread, frame) => settle(frame, asyncIterator(thread, frame)),
  GET_ANEXT: (thread, frame) => settle(frame, asyncNext(thread, frame)),
} satisfies Record<string, OpBody>;
