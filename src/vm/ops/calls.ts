/** Calls, function objects and intrinsics (CPython Python/bytecodes.c). */
import { INTRINSIC_1, INTRINSIC_2 } from "../../bytecode/operators.ts";
import { DICT, TUPLE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { isIterable, toArray } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, type PyCell, PyTuple } from "../../objects/kernel/payload.ts";
import { systemError, typeError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import type { PyCode } from "../../objects/types/code.ts";
import { PyFunction } from "../../objects/types/function.ts";
import { callValue } from "../calls.ts";
import { settle } from "../deliver.ts";
import type { Frame } from "../frame.ts";
import { jsFunctionText } from "../function-text.ts";
import { INTRINSICS_1, INTRINSICS_2 } from "../intrinsics.ts";
import { NEXT, type Outcome, type Result } from "../outcome.ts";
import type { Thread, Tracer } from "../thread.ts";
import type { OpBody } from "./body.ts";

/** The call with its events, where somebody watches. */
function watchedCall(
  tracer: Tracer,
  thread: Thread,
  frame: Frame,
  callable: Value,
  args: Value[],
  kwnames: KeywordNames,
  first: Value | undefined,
): Result {
  const run = (): Result => callValue(thread, frame, callable, args, kwnames);
  return tracer.call(thread, frame, callable, first, run);
}

function call(thread: Thread, frame: Frame, count: number): Outcome {
  const { stack } = frame;
  const first = frame.sp - count;
  const kwnames = thread.kwnames;
  thread.kwnames = undefined;
  const method = stack[first - 2];
  frame.sp = first - 2;
  let callable: Value;
  let args: Value[];
  if (method === null) {
    callable = stack[first - 1] as Value;
    args = stack.slice(first, first + count) as Value[];
  } else {
    callable = method as Value;
    args = stack.slice(first - 1, first + count) as Value[];
  }
  const { tracer } = thread;
  return settle(
    frame,
    tracer === null
      ? callValue(thread, frame, callable, args, kwnames)
      : watchedCall(tracer, thread, frame, callable, args, kwnames, args[0]),
  );
}

/** CALL_FUNCTION_EX: `f(*args, **kwargs)`. */
function callExtended(thread: Thread, frame: Frame, hasKeywords: boolean): Outcome {
  const keywords = hasKeywords ? frame.pop() : undefined;
  const given = frame.pop();
  const callable = frame.pop();
  frame.pop();
  let args: Value[];
  if (given instanceof PyTuple && given.cls === TUPLE) args = given.items.slice();
  else {
    if (!isIterable(typeOf(given))) {
      throw typeError(`${jsFunctionText(callable)} argument after * must be an iterable, not ${typeName(given)}`);
    }
    args = toArray(given);
  }
  const positional = args.length;
  let kwnames: string[] | undefined;
  if (keywords instanceof PyDict && keywords.cls === DICT && keywords.size > 0) {
    kwnames = [];
    for (let i = keywords.nextEntry(0); i >= 0; i = keywords.nextEntry(i + 1)) {
      const name = jsString(keywords.keys[i] as Value);
      if (name === undefined) throw typeError("keywords must be strings");
      kwnames.push(name);
      args.push(keywords.values[i] as Value);
    }
  }
  const { tracer } = thread;
  return settle(
    frame,
    tracer === null
      ? callValue(thread, frame, callable, args, kwnames)
      : watchedCall(tracer, thread, frame, callable, args, kwnames, positional === 0 ? undefined : args[0]),
  );
}

function makeFunction(frame: Frame, flags: number): PyFunction {
  const code = frame.pop() as PyCode;
  const closure = (flags & 8) !== 0 ? ((frame.pop() as PyTuple).items as PyCell[]) : undefined;
  const annotations = (flags & 4) !== 0 ? frame.pop() : undefined;
  const kwdefaults = (flags & 2) !== 0 ? frame.pop() : undefined;
  const defaults = (flags & 1) !== 0 ? frame.pop() : undefined;
  return newFunction(frame.func, code, closure, annotations, kwdefaults, defaults);
}

/** MAKE_FUNCTION in a call of `outer`. */
export function newFunction(
  outer: PyFunction,
  code: PyCode,
  closure?: readonly PyCell[],
  annotations?: Value,
  kwdefaults?: Value,
  defaults?: Value,
): PyFunction {
  const func = new PyFunction(code, outer.globals, outer.builtins, closure);
  if (annotations !== undefined) func.annotations = annotations as PyTuple | PyDict;
  if (kwdefaults !== undefined) func.kwdefaults = kwdefaults as PyDict;
  if (defaults !== undefined) func.defaults = defaults as PyTuple;
  return func;
}

export const CALLS = {
  CALL: call,
  CALL_FUNCTION_EX: (thread, frame, arg) => callExtended(thread, frame, (arg & 1) !== 0),
  KW_NAMES: (thread, frame, arg) => {
    const { caches, consts } = frame.code;
    caches[frame.pc] ??= (consts[arg] as PyTuple).items.map((name) => jsString(name) as string);
    thread.kwnames = caches[frame.pc] as readonly string[];
    return NEXT;
  },
  MAKE_FUNCTION: (_thread, frame, arg) => {
    const func = makeFunction(frame, arg);
    frame.push(func);
    return NEXT;
  },
  CALL_INTRINSIC_1: (thread, frame, arg) => {
    const name = INTRINSIC_1[arg];
    const body = name === undefined ? undefined : INTRINSICS_1[name];
    if (body === undefined) throw systemError(`invalid intrinsic ${arg}`);
    return settle(frame, body(thread, frame, frame.pop()));
  },
  CALL_INTRINSIC_2: (thread, frame, arg) => {
    const name = INTRINSIC_2[arg];
    const body = name === undefined ? undefined : INTRINSICS_2[name];
    if (body === undefined) throw systemError(`invalid intrinsic ${arg}`);
    const value1 = frame.pop();
    const value2 = frame.pop();
    return settle(frame, body(thread, frame, value2, value1));
  },
} satisfies Record<string, OpBody>;
