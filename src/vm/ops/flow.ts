/** Jumps, loops, returns (CPython Python/bytecodes.c). */
import { CO_COROUTINE, CO_ITERABLE_COROUTINE } from "../../bytecode/code.ts";
import { COROUTINE, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { iter } from "../../objects/kernel/iterate.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { TRAMPOLINES } from "../../objects/kernel/trampolines.ts";
import { callUnboundMethod } from "../calls.ts";
import { after, returnFrom, settle } from "../deliver.ts";
import { noteDelegation } from "../dropped.ts";
import type { Frame } from "../frame.ts";
import { nextFrom, resume, type Sink } from "../generators.ts";
import { DONE, JUMP, JUMPED, NEXT, type Outcome, type Result } from "../outcome.ts";
import { POLL_STEP, type Thread } from "../thread.ts";
import { test } from "../truth.ts";
import { COMPLETED, PyGenerator } from "../types/generator-object.ts";
import type { OpBody } from "./body.ts";

function jump(frame: Frame, target: number): Outcome {
  frame.pc = target;
  return JUMP;
}

function jumpIf(thread: Thread, frame: Frame, target: number, wanted: boolean): Outcome {
  const result = test(thread, frame, frame.pop(), (caller, truth): Result => {
    if (truth !== wanted) return DONE;
    caller.pc = target;
    return JUMPED;
  });
  return settle(frame, result);
}

/** FOR_ITER: an item is pushed; at the end the iterator goes and END_FOR is skipped. */
export const FOR_SINK: Sink = {
  apply: (_thread, _frame, value) => value,
  returned: (_thread, frame) => {
    frame.sp--;
    frame.pc = frame.code.args[frame.pc] + 1;
    return JUMPED;
  },
};

/** FOR_ITER over a generator that runs. */
export const FOR_GENERATOR_SINK: Sink = {
  apply: FOR_SINK.apply,
  returned: (thread, frame, value) => {
    thread.tracer?.generatorEnded(thread, frame, value);
    return FOR_SINK.returned(thread, frame, value);
  },
};

function poll(thread: Thread, frame: Frame): Outcome | undefined {
  return (thread.poll & ~POLL_STEP) === 0 ? undefined : thread.onPoll(thread, frame);
}

/** `iter(value)`, in a frame if `__iter__` is Python code. */
function getIterator(thread: Thread, frame: Frame, value: Value): Result {
  const type = typeOf(value);
  if (type.slots.__iter__ !== TRAMPOLINES.__iter__) return iter(value);
  const method = lookupInType(type, "__iter__") as Value;
  if (method === NONE) return iter(value);
  return after(thread, frame, callUnboundMethod(thread, frame, method, value, []), {
    apply: (_thread, _caller, iterator) => {
      if (typeOf(iterator).slots.__next__ === undefined) {
        throw typeError(`iter() returned non-iterator of type '${typeName(iterator)}'`);
      }
      return iterator;
    },
  });
}

/** The iterator of `yield from`, which is the current frame's. */
function delegate(thread: Thread, frame: Frame): Result {
  return after(thread, frame, yieldFromIterator(thread, frame, frame.pop()), {
    apply: (_thread, caller, iterator) => {
      noteDelegation(caller, iterator);
      return iterator;
    },
  });
}

/** `yield from value`: coroutines may be delegated to by coroutines only. */
function yieldFromIterator(thread: Thread, frame: Frame, value: Value): Result {
  if (typeOf(value) === COROUTINE) {
    if ((frame.code.flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) === 0) {
      throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return value;
  }
  return value instanceof PyGenerator && typeOf(value).slots.__next__ !== undefined
    ? value
    : getIterator(thread, frame, value);
}

export const FLOW = {
  RESUME: (thread, frame) => poll(thread, frame) ?? NEXT,
  JUMP_FORWARD: (_thread, frame, arg) => jump(frame, arg),
  JUMP_BACKWARD: (thread, frame, arg) => {
    const outcome = poll(thread, frame);
    if (outcome !== undefined) return outcome;
    return jump(frame, arg);
  },
  JUMP_BACKWARD_NO_INTERRUPT: (_thread, frame, arg) => jump(frame, arg),
  POP_JUMP_IF_FALSE: (thread, frame, arg) => jumpIf(thread, frame, arg, false),
  POP_JUMP_IF_TRUE: (thread, frame, arg) => jumpIf(thread, frame, arg, true),
  POP_JUMP_IF_NONE: (_thread, frame, arg) => (frame.pop() === NONE ? jump(frame, arg) : NEXT),
  POP_JUMP_IF_NOT_NONE: (_thread, frame, arg) => (frame.pop() === NONE ? NEXT : jump(frame, arg)),
  RETURN_VALUE: (thread, frame) => returnFrom(thread, frame, frame.pop()),
  RETURN_CONST: (thread, frame, arg) => returnFrom(thread, frame, frame.code.consts[arg]),
  GET_ITER: (thread, frame) => settle(frame, getIterator(thread, frame, frame.pop())),
  GET_YIELD_FROM_ITER: (thread, frame) => settle(frame, delegate(thread, frame)),
  FOR_ITER: (thread, frame) => {
    const iterator = frame.peek(1);
    if (iterator instanceof PyGenerator && typeOf(iterator) !== COROUTINE) {
      const sink = iterator.state === COMPLETED ? FOR_SINK : FOR_GENERATOR_SINK;
      return settle(frame, resume(thread, frame, iterator, NONE, sink));
    }
    const next = typeOf(iterator).slots.__next__;
    if (next === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
    return settle(frame, nextFrom(thread, frame, iterator, next, FOR_SINK));
  },
} satisfies Record<string, OpBody>;
