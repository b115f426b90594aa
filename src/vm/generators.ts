/**
 * Resuming, yielding, throwing into and closing generators, coroutines and async generators
 * (CPython Objects/genobject.c), without the JavaScript stack wherever the interpreter loop drives.
 *
 * A resumption names a sink: the action that says what a yield and what a return mean to the one who
 * resumed (FOR_ITER, SEND, `next()`, `send()`...). Wrappers (asend, a coroutine's `__await__`) wrap sinks.
 * Trap: an exception is "thrown into" a frame by making the frame current with `thread.pending` set.
 */
import { CO_ITERABLE_COROUTINE } from "../bytecode/code.ts";
import * as OP from "../bytecode/generated/op.ts";
import { lookupAttr } from "../objects/kernel/attribute.ts";
import { callWith } from "../objects/kernel/call.ts";
import { ASYNC_GENERATOR, COROUTINE, NONE, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { endOfIteration } from "../objects/kernel/iterate.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import { missingAttribute } from "../objects/kernel/missing.ts";
import type { Value } from "../objects/kernel/object.ts";
import type { PyBaseException } from "../objects/kernel/payload.ts";
import {
  newException,
  PyError,
  recursionError,
  runtimeError,
  stopIteration,
  typeError,
  valueError,
} from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { TRAMPOLINES } from "../objects/kernel/trampolines.ts";
import { callUnboundMethod, callValue } from "./calls.ts";
import { after, continueWith } from "./deliver.ts";
import { type Action, type Frame, Then } from "./frame.ts";
import { JUMPED, LEAVE, LEFT, type Outcome, RAISE, type Result, SWITCHED } from "./outcome.ts";
import { PropagatedError, setContext } from "./raising.ts";
import { current, type Thread } from "./thread.ts";
import { COMPLETED, CREATED, EXECUTING, PyGenerator, SUSPENDED } from "./types/generator-object.ts";

/** Something that is driven like a generator without being one; see types/async_generator.ts, coroutine.ts. */
export interface Sendable {
  sendFrom(thread: Thread, frame: Frame, value: Value, sink: Sink): Result;
}

/** An action that knows what the end of a generator means. */
export interface Sink extends Action {
  returned(thread: Thread, caller: Frame, value: Value): Result;
}

export function isSendable(value: object): value is Sendable {
  return "sendFrom" in value;
}

const kindOf = (generator: PyGenerator): string =>
  generator.cls === COROUTINE ? "coroutine" : generator.cls === ASYNC_GENERATOR ? "async generator" : "generator";

/** The StopIteration that `return value` in a generator means to `next()`. */
export function endOfGenerator(value: Value): PyError {
  return value === NONE ? stopIteration() : stopIteration(value);
}

/** The value of a StopIteration. */
export function stopValue(exception: PyBaseException): Value {
  return exception.fields?.value ?? exception.args.items[0] ?? NONE;
}

/** Make the generator's frame current, on top of `frame`. */
export function activate(thread: Thread, frame: Frame | null, generator: PyGenerator, then: Then | null): Frame {
  const own = generator.frame as Frame;
  const depth = frame === null ? 1 : frame.depth + 1;
  if (depth > thread.recursionLimit) throw recursionError("maximum recursion depth exceeded");
  own.back = frame;
  own.depth = depth;
  own.then = then;
  generator.state = EXECUTING;
  generator.handled.previous = thread.handled;
  thread.handled = generator.handled;
  thread.frame = own;
  return own;
}

/** Check that the generator can be sent `value`; its end, if it has ended, is told by the result false. */
function canResume(generator: PyGenerator, value: Value, async: boolean): boolean {
  switch (generator.state) {
    case CREATED:
      if (value !== NONE) throw typeError(`can't send non-None value to a just-started ${kindOf(generator)}`);
      return true;
    case EXECUTING:
      throw valueError(`${kindOf(generator)} already executing`);
    case COMPLETED:
      if (generator.cls === COROUTINE && !async) throw runtimeError("cannot reuse already awaited coroutine");
      return false;
    default:
      return true;
  }
}

/** Send `value` into a generator from the loop. */
export function resume(thread: Thread, frame: Frame, generator: PyGenerator, value: Value, sink: Sink): Result {
  if (!canResume(generator, value, false)) return sink.returned(thread, frame, NONE);
  const own = activate(thread, frame, generator, new Then(sink, null));
  own.push(value);
  own.pc++;
  return SWITCHED;
}

/** Send `value` into a generator from a builtin. `done`: it returned. */
export function resumeNested(generator: PyGenerator, value: Value): { done: boolean; value: Value } {
  const { thread } = current;
  if (!canResume(generator, value, false)) return { done: true, value: NONE };
  const own = activate(thread, thread.frame, generator, null);
  own.push(value);
  own.pc++;
  own.entry = true;
  const result = thread.drive(thread, own);
  return { done: generator.frame === null, value: result };
}

/** The next item for a builtin, or undefined at the end, with its value in `endOfIteration`. */
export function nextNested(generator: PyGenerator): Value | undefined {
  const { done, value } = resumeNested(generator, NONE);
  if (!done) return value;
  endOfIteration.value = value === NONE ? undefined : value;
  return undefined;
}

/** As `nextNested`; in compiled code the generator gives items to `take` first, as long as that wants them. */
export function nextFeeding(generator: PyGenerator, take: (item: Value) => boolean): Value | undefined {
  const { frame } = generator;
  const { thread } = current;
  const outer = thread.collector;
  if (frame !== null && frame !== outer?.frame) thread.collector = { frame, take };
  try {
    return nextNested(generator);
  } finally {
    thread.collector = outer;
  }
}

/** YIELD_VALUE: suspend the current frame and give `value` to whoever resumed it. */
export function yieldFrom(thread: Thread, frame: Frame, value: Value): Outcome {
  const { back: caller, then } = frame;
  suspend(thread, frame);
  if (frame.entry) {
    frame.entry = false;
    thread.result = value;
    return LEAVE;
  }
  return continueWith(thread, caller as Frame, then, value);
}

function suspend(thread: Thread, frame: Frame): void {
  const generator = frame.generator as PyGenerator;
  generator.state = SUSPENDED;
  if (generator.handled.previous !== null) thread.handled = generator.handled.previous;
  generator.handled.previous = null;
  thread.frame = frame.back;
  frame.back = null;
  frame.then = null;
}

/** What a suspended generator waits for in `yield from` or `await`, or null. */
export function delegateOf(generator: PyGenerator): Value | null {
  const { frame } = generator;
  if (frame === null || generator.state !== SUSPENDED) return null;
  // A yield that delegates is the one in the loop SEND; YIELD_VALUE; RESUME (2 or 3).
  const next = frame.pc + 1;
  if (frame.code.ops[next] !== OP.RESUME || (frame.code.args[next] & 3) < 2) return null;
  return frame.peek(1);
}

/** Is `cls` exactly generator, coroutine (their iterators are driven directly)? */
function isPlainGenerator(value: Value): value is PyGenerator {
  return value instanceof PyGenerator && value.cls !== ASYNC_GENERATOR;
}

/** Send `value` to anything that can be delegated to (CPython PyIter_Send). */
export function sendTo(thread: Thread, frame: Frame, receiver: Value, value: Value, sink: Sink): Result {
  if (typeof receiver === "object") {
    if (isPlainGenerator(receiver)) return resume(thread, frame, receiver, value, sink);
    if (isSendable(receiver)) {
      return receiver.sendFrom(thread, frame, value, thread.tracer === null ? sink : announced(sink));
    }
  }
  const next = typeOf(receiver).slots.__next__;
  if (value === NONE && next !== undefined) return nextFrom(thread, frame, receiver, next, sink);
  const send = lookupAttr(receiver, "send");
  if (send === undefined) throw missingAttribute(receiver, "send");
  return stopAware(thread, frame, sink, () => callValue(thread, frame, send, [value], undefined));
}

/** As `sink`; the end is told as the StopIteration that it is in CPython. */
function announced(sink: Sink): Sink {
  return {
    apply: (thread, caller, value) => sink.apply(thread, caller, value),
    returned: (thread, caller, value) => {
      thread.tracer?.stopped(thread, caller, endOfGenerator(value).exception);
      return sink.returned(thread, caller, value);
    },
  };
}

/** The next item of any iterator, for a sink. */
export function nextFrom(
  thread: Thread,
  frame: Frame,
  receiver: Value,
  next: (self: Value) => Value | undefined,
  sink: Sink,
): Result {
  if (next === TRAMPOLINES.__next__) {
    const method = lookupInType(typeOf(receiver), "__next__") as Value;
    return stopAware(thread, frame, sink, () => callUnboundMethod(thread, frame, method, receiver, []));
  }
  let item: Value | undefined;
  endOfIteration.value = undefined;
  try {
    item = next(receiver);
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.StopIteration))) throw error;
    thread.tracer?.stopped(thread, frame, error.exception);
    return sink.returned(thread, frame, stopValue(error.exception));
  }
  if (item !== undefined) return sink.apply(thread, frame, item);
  const { value } = endOfIteration;
  if (value !== undefined) thread.tracer?.stopped(thread, frame, endOfGenerator(value).exception);
  return sink.returned(thread, frame, value ?? NONE);
}

/** Run a call whose StopIteration is the end of an iteration. */
function stopAware(thread: Thread, frame: Frame, sink: Sink, run: () => Result): Result {
  let result: Result;
  try {
    result = run();
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.StopIteration))) throw error;
    thread.tracer?.stopped(thread, frame, error.exception);
    return sink.returned(thread, frame, stopValue(error.exception));
  }
  return after(thread, frame, result, {
    apply: (ownThread, caller, value) => sink.apply(ownThread, caller, value),
    recover: (ownThread, caller, exception) => {
      if (!new PyError(exception).is(EXCEPTIONS.StopIteration)) return undefined;
      ownThread.pending = null;
      ownThread.tracer?.stopped(ownThread, caller, exception);
      return sink.returned(ownThread, caller, stopValue(exception));
    },
  });
}

/** SEND: a yield is the value of the instruction, a return jumps to END_SEND. */
export const SEND_SINK: Sink = {
  apply: (_thread, _caller, value) => value,
  returned: (_thread, caller, value) => {
    caller.push(value);
    caller.pc = caller.code.args[caller.pc];
    return JUMPED;
  },
};

/** `next(g)`, `g.send(x)`, `g.throw(e)`: the end is a StopIteration. */
export const CALL_SINK: Sink = {
  apply: (_thread, _caller, value) => value,
  returned: (_thread, _caller, value) => {
    throw endOfGenerator(value);
  },
};

/** Throw `exception` into a generator (gen.throw), for a sink. */
export function throwInto(
  thread: Thread,
  frame: Frame,
  generator: PyGenerator,
  exception: PyBaseException,
  sink: Sink,
  closing = false,
): Result {
  if (generator.state === EXECUTING) throw valueError(`${kindOf(generator)} already executing`);
  const delegate = delegateOf(generator);
  if (delegate !== null) {
    if (new PyError(exception).is(EXCEPTIONS.GeneratorExit)) {
      const failure = closeDelegate(thread, frame, generator, delegate);
      return throwHere(thread, frame, generator, failure ?? exception, sink, closing);
    }
    if (isPlainGenerator(delegate) && typeof delegate === "object") {
      return throwThrough(thread, frame, generator, delegate, exception, sink);
    }
    const method = lookupAttr(delegate, "throw");
    if (method !== undefined) return throwByMethod(thread, frame, generator, method, exception, sink);
  }
  return throwHere(thread, frame, generator, exception, sink, closing);
}

/** Raise `exception` at the point where the generator is suspended. */
function throwHere(
  thread: Thread,
  frame: Frame,
  generator: PyGenerator,
  exception: PyBaseException,
  sink: Sink | null,
  closing: boolean,
): Result {
  if (generator.state === COMPLETED) {
    if (generator.cls === COROUTINE && !closing) throw runtimeError("cannot reuse already awaited coroutine");
    throw new PyError(exception);
  }
  const own = activate(thread, frame, generator, sink === null ? null : new Then(sink, null));
  chainHandled(thread, generator, exception);
  thread.pending = exception;
  thread.tracer?.thrown(thread, own, own.pc);
  // The driver unwinds from `thread.frame`, which is the generator's.
  return undefined;
}

/** What the generator itself is handling is the context of what is thrown into it; what its resumer handles is not. */
function chainHandled(thread: Thread, generator: PyGenerator, exception: PyBaseException): void {
  if (generator.handled.exception !== null) setContext(thread, exception);
}

/** Throw into the innermost of a chain of delegating generators; each outer one waits for its delegate. */
function throwThrough(
  thread: Thread,
  frame: Frame,
  generator: PyGenerator,
  delegate: PyGenerator,
  exception: PyBaseException,
  sink: Sink,
): Result {
  const own = activate(thread, frame, generator, new Then(sink, null));
  try {
    return throwInto(thread, own, delegate, exception, DELEGATE_SINK);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    // The delegate could not even be entered: the outer generator gets that error.
    thread.frame = own;
    thread.pending = error.exception;
    chainHandled(thread, generator, error.exception);
    return undefined;
  }
}

/** The delegate of a generator that was thrown into answered: what it yields, the outer one yields. */
const DELEGATE_SINK: Sink = {
  apply: (thread, own, value) => {
    const { back, then } = own;
    suspend(thread, own);
    if (own.entry) {
      own.entry = false;
      thread.result = value;
      return LEFT;
    }
    const outcome = continueWith(thread, back as Frame, then, value);
    return outcome === LEAVE ? LEFT : outcome === RAISE ? undefined : SWITCHED;
  },
  returned: (thread, own, value) => {
    // CLEANUP_THROW turns it into the value of the `yield from`.
    thread.frame = own;
    thread.pending = endOfGenerator(value).exception;
    thread.tracer?.thrown(thread, own, own.pc);
    return undefined;
  },
  recover: (thread, own, exception) => {
    chainHandled(thread, own.generator as PyGenerator, exception);
    thread.tracer?.thrown(thread, own, own.pc);
    return undefined;
  },
};

function throwByMethod(
  thread: Thread,
  frame: Frame,
  generator: PyGenerator,
  method: Value,
  exception: PyBaseException,
  sink: Sink,
): Result {
  const own = activate(thread, frame, generator, new Then(sink, null));
  let value: Value;
  try {
    value = callWith(method, [exception]);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    thread.pending = error.exception;
    if (!(error instanceof PropagatedError)) setContext(thread, error.exception);
    return undefined;
  }
  suspend(thread, own);
  return sink.apply(thread, frame, value);
}

/** `delegate.close`; an error in looking it up has nowhere to go. */
function lookupClose(delegate: Value): Value | undefined {
  try {
    return lookupAttr(delegate, "close");
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    hooks.unraisable(error.exception, undefined, delegate);
    return undefined;
  }
}

/** gen_close_iter: close what a generator delegates to; the exception that came of it, or undefined. */
function closeDelegate(
  thread: Thread,
  frame: Frame,
  generator: PyGenerator,
  delegate: Value,
): PyBaseException | undefined {
  const own = activate(thread, frame, generator, null);
  try {
    if (isPlainGenerator(delegate)) closeNested(delegate);
    else {
      const close = lookupClose(delegate);
      if (close !== undefined) callWith(close, []);
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return error.exception;
  } finally {
    suspend(thread, own);
  }
}

/** `close()` for the loop. */
export function closeFrom(thread: Thread, frame: Frame, generator: PyGenerator): Result {
  if (generator.state === CREATED) {
    generator.state = COMPLETED;
    generator.frame = null;
    return NONE;
  }
  if (generator.state === COMPLETED) return NONE;
  if (generator.state === EXECUTING) throw valueError(`${kindOf(generator)} already executing`);
  const delegate = delegateOf(generator);
  const failure = delegate === null ? undefined : closeDelegate(thread, frame, generator, delegate);
  const exit = failure ?? newException(EXCEPTIONS.GeneratorExit);
  return throwHere(thread, frame, generator, exit, closeSink(kindOf(generator)), true);
}

const closeSink = (kind: string): Sink => ({
  apply: () => {
    throw runtimeError(`${kind} ignored GeneratorExit`);
  },
  returned: () => NONE,
  recover: (thread, _caller, exception) => {
    const error = new PyError(exception);
    if (!error.is(EXCEPTIONS.GeneratorExit) && !error.is(EXCEPTIONS.StopIteration)) return undefined;
    thread.pending = null;
    return NONE;
  },
});

/** `close()` from a builtin. */
export function closeNested(generator: PyGenerator): void {
  if (generator.state === CREATED) {
    generator.state = COMPLETED;
    generator.frame = null;
    return;
  }
  if (generator.state === COMPLETED) return;
  const exit = newException(EXCEPTIONS.GeneratorExit);
  let answer: { done: boolean; value: Value };
  try {
    answer = throwNested(generator, exit, true);
  } catch (error) {
    if (error instanceof PyError && (error.is(EXCEPTIONS.GeneratorExit) || error.is(EXCEPTIONS.StopIteration))) return;
    throw error;
  }
  if (!answer.done) throw runtimeError(`${kindOf(generator)} ignored GeneratorExit`);
}

/** Throw into a generator from a builtin. */
export function throwNested(
  generator: PyGenerator,
  exception: PyBaseException,
  closing = false,
): { done: boolean; value: Value } {
  const { thread } = current;
  if (generator.state === EXECUTING) throw valueError(`${kindOf(generator)} already executing`);
  let thrown = exception;
  const delegate = delegateOf(generator);
  // Null at the end of the interpreter: nobody waits, this driver is left with the value.
  const caller = thread.frame as Frame;
  if (delegate !== null) {
    if (new PyError(exception).is(EXCEPTIONS.GeneratorExit)) {
      thrown = closeDelegate(thread, caller, generator, delegate) ?? exception;
    } else {
      const answer = throwToDelegate(thread, caller, generator, delegate, exception);
      if (answer instanceof PyError) thrown = answer.exception;
      else if (answer !== undefined) return { done: false, value: answer };
    }
  }
  throwHere(thread, caller, generator, thrown, null, closing);
  const own = generator.frame as Frame;
  own.entry = true;
  const value = thread.drive(thread, own);
  return { done: generator.frame === null, value };
}

/** What the delegate yields when thrown into; the error it answers with; undefined if it cannot be thrown into. */
function throwToDelegate(
  thread: Thread,
  caller: Frame,
  generator: PyGenerator,
  delegate: Value,
  exception: PyBaseException,
): Value | PyError | undefined {
  const own = activate(thread, caller, generator, null);
  try {
    if (isPlainGenerator(delegate)) {
      const { done, value } = throwNested(delegate, exception);
      return done ? endOfGenerator(value) : value;
    }
    const method = lookupAttr(delegate, "throw");
    return method === undefined ? undefined : callWith(method, [exception]);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return error;
  } finally {
    suspend(thread, own);
  }
}

/** May `value` be awaited as it is: a coroutine, or a generator marked by `types.coroutine`? */
export function isCoroutineLike(value: Value): value is PyGenerator {
  return (
    value instanceof PyGenerator &&
    (value.cls === COROUTINE || (value.cls !== ASYNC_GENERATOR && (value.code.flags & CO_ITERABLE_COROUTINE) !== 0))
  );
}

/** The iterator that `await value` drives (_PyCoro_GetAwaitableIter), where no Python code is needed for it. */
export function checkAwaitIterator(iterator: Value): Value {
  if (isCoroutineLike(iterator)) throw typeError("__await__() returned a coroutine");
  if (typeOf(iterator).slots.__next__ === undefined) {
    throw typeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`);
  }
  return iterator;
}

/** `value.__await__()` in a frame, checked; what may be awaited as it is comes back unchanged. */
export function awaitIterator(thread: Thread, frame: Frame, value: Value): Result {
  if (isCoroutineLike(value)) return value;
  const slot = typeOf(value).slots.__await__;
  if (slot === undefined) throw typeError(`object ${typeName(value)} can't be used in 'await' expression`);
  if (slot !== TRAMPOLINES.__await__) return checkAwaitIterator(slot(value));
  const method = lookupInType(typeOf(value), "__await__") as Value;
  return after(thread, frame, callUnboundMethod(thread, frame, method, value, []), {
    apply: (_thread, _caller, iterator) => checkAwaitIterator(iterator),
  });
}
