/**
 * What CPython's reference counts do when a value is dropped, where it is plain to see that nobody else
 * holds it: a generator that a `for` made itself is closed, a coroutine that nobody awaited is reported.
 */
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS } from "../bytecode/opcode-properties.ts";
import { lookupAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { ASYNC_GENERATOR, COROUTINE, GENERATOR } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import type { PyBaseException } from "../objects/kernel/payload.ts";
import { strText } from "../objects/kernel/protocol.ts";
import { PyError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { callValue } from "./calls.ts";
import { after } from "./deliver.ts";
import type { Frame, Slot, Then } from "./frame.ts";
import { closeFrom, closeNested, delegateOf } from "./generators.ts";
import { setFinalizer } from "./heap/garbage.ts";
import { isNoted, noteQuietly, requestCheck } from "./heap/lifetimes.ts";
import { DONE, type Result } from "./outcome.ts";
import { current, POLL_TRACE, type Thread } from "./thread.ts";
import { COMPLETED, CREATED, PyGenerator, SUSPENDED } from "./types/generator-object.ts";

/** What its end means for a generator, a coroutine or an async generator (CPython Objects/genobject.c: _PyGen_Finalize). */
function finalizerOf(generator: PyGenerator): (() => void) | undefined {
  const { state, cls, finalizer } = generator;
  if (cls === ASYNC_GENERATOR && finalizer !== null && !generator.closed && state <= SUSPENDED) {
    return () => guarded(generator, () => call(finalizer, generator));
  }
  if (state === CREATED && cls === COROUTINE) return () => guarded(generator, () => warnUnawaited(generator));
  if (state === SUSPENDED) return () => guarded(generator, () => closeNested(generator));
  return undefined;
}
for (const type of [GENERATOR, COROUTINE, ASYNC_GENERATOR]) {
  setFinalizer(
    type,
    (generator) => finalizerOf(generator as PyGenerator),
    (generator) => (generator as PyGenerator).state === COMPLETED,
    (generator) => isQuiet(generator as PyGenerator),
  );
}

/** Is it closed without a handler of its own, of another generator or of a tracer? */
function isQuiet(generator: PyGenerator): boolean {
  const isTraced = (current.thread.poll & POLL_TRACE) !== 0;
  return generator.cls === GENERATOR && !generator.code.hasHandlers && delegateOf(generator) === null && !isTraced;
}

/** Must somebody be told when this new generator dies? It was made by the instruction at `caller.pc`, if that is known. */
export function noteGenerator(caller: Frame | null, then: Then | null, generator: PyGenerator): void {
  if (generator.cls === GENERATOR && !generator.code.hasHandlers) return;
  if (caller === null || !isDelegate(caller, then)) noteQuietly(generator);
}

/**
 * The generator of `frame` is going to delegate to `receiver`, which it closes when it dies itself: where that can be
 * seen, somebody must be told of its death, and of those that delegate to it.
 */
export function noteDelegation(frame: Frame, receiver: Value): void {
  if (typeof receiver !== "object") return;
  const canBeSeen =
    receiver instanceof PyGenerator ? receiver.code.hasHandlers || isNoted(receiver) : receiver.cls.traits.heap;
  if (!canBeSeen) return;
  let holder: Frame | null = frame;
  while (holder !== null && holder.generator !== null) holder = holder.back;
  for (let each: Frame | null = frame; each !== null; each = each.back) {
    const { generator } = each;
    if (generator === null || isNoted(generator)) return;
    if (generator.cls === GENERATOR) noteQuietly(generator, holder);
  }
}

/** The instruction that takes the value of the call under way, or -1. */
function takerOf(caller: Frame): number {
  const { ops } = caller.code;
  const op = ops[caller.pc];
  return op === OP.CALL || op === OP.CALL_FUNCTION_EX ? ops[caller.pc + 1 + CACHE_COUNTS[op]] : -1;
}

/** Does `await` or `yield from` take what is made? Then it is seen by nobody else, and ends with the one that delegates. */
function isDelegate(caller: Frame, then: Then | null): boolean {
  if (caller.code.ops[caller.pc] === OP.GET_YIELD_FROM_ITER) return true;
  const taker = then === null ? takerOf(caller) : -1;
  return taker === OP.GET_AWAITABLE || taker === OP.GET_YIELD_FROM_ITER;
}

function guarded(generator: PyGenerator, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    reportIgnored(error.exception, generator);
  }
}

/** Is this a suspended generator that lives on the stack of one frame only? */
function isTemporary(value: Slot): value is PyGenerator {
  return value instanceof PyGenerator && value.temporary && value.state === SUSPENDED;
}

/** A generator was made by the call at `caller.pc`: if a `for` takes it at once, nobody else ever sees it. */
export function markTemporary(caller: Frame, generator: PyGenerator): void {
  generator.temporary = takerOf(caller) === (generator.cls === ASYNC_GENERATOR ? OP.GET_AITER : OP.GET_ITER);
}

/** POP_TOP dropped `value`. */
export function dropped(thread: Thread, frame: Frame, value: Value): Result {
  if (!isTemporary(value)) {
    requestCheck(thread);
    return DONE;
  }
  if (value.finalizer !== null && !value.closed) {
    return after(thread, frame, callValue(thread, frame, value.finalizer, [value], undefined), { apply: () => DONE });
  }
  return after(thread, frame, closeFrom(thread, frame, value), {
    apply: () => DONE,
    recover: (ownThread, _caller, exception) => {
      ownThread.pending = null;
      reportIgnored(exception, value);
      return DONE;
    },
  });
}

function reportIgnored(exception: PyBaseException, value: Value): void {
  hooks.unraisable(exception, undefined, value);
}

/** An exception cuts the stack down to `from`: close the generators of the loops that it leaves. */
export function dropStack(thread: Thread, frame: Frame, from: number): void {
  const { stack } = frame;
  for (let i = stack.length - 1; i >= from; i--) {
    const value = stack[i];
    if (!isTemporary(value)) continue;
    stack[i] = undefined;
    const { pending } = thread;
    thread.pending = null;
    try {
      closeNested(value);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      reportIgnored(error.exception, value);
    }
    thread.pending = pending;
  }
}

/** What CPython does when the object goes, or its frame is cleared (_PyGen_Finalize). */
export function finalize(generator: PyGenerator): void {
  finalizerOf(generator)?.();
}

/**
 * "coroutine '...' was never awaited" (_PyErr_WarnUnawaitedCoroutine). The library's function, which tells the origin too,
 * may be broken; a warning that a filter made an error is none the less given.
 */
function warnUnawaited(coroutine: PyGenerator): void {
  const warn = lookupAttr(hooks.importModule("warnings"), "_warn_unawaited_coroutine");
  if (warn !== undefined) {
    try {
      call(warn, coroutine);
      return;
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      reportIgnored(error.exception, coroutine);
      if (error.is(EXCEPTIONS.RuntimeWarning)) return;
    }
  }
  hooks.warn(EXCEPTIONS.RuntimeWarning, `coroutine '${strText(coroutine.qualname)}' was never awaited`, 1);
}
