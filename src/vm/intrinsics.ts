/** CALL_INTRINSIC_1 and CALL_INTRINSIC_2 (CPython Python/intrinsics.c). */
import type { INTRINSIC_1, INTRINSIC_2 } from "../bytecode/operators.ts";
import { lookupAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { ASYNC_GENERATOR, COROUTINE, DICT, NONE, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { isSequence, setItem, toArray } from "../objects/kernel/iterate.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString, type PyBaseException, PyList, PyTuple, strFromJs, tuple } from "../objects/kernel/payload.ts";
import { PyError, raise, runtimeError, systemError, typeError } from "../objects/kernel/raise.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { bug } from "../util/assert.ts";
import { prepareReraiseStar } from "./except-star.ts";
import type { Frame } from "./frame.ts";
import { unaryPositive } from "./ops/operators.ts";
import type { Result } from "./outcome.ts";
import { type Thread, type TypingHooks, typing } from "./thread.ts";

import { AsyncGenValue } from "./types/async-gen-value.ts";

type Intrinsic1 = (thread: Thread, frame: Frame, value: Value) => Result;
type Intrinsic2 = (thread: Thread, frame: Frame, value2: Value, value1: Value) => Result;

const invalid = (): never => {
  throw systemError("invalid intrinsic");
};

function hooks(): TypingHooks {
  if (typing.hooks === undefined) typing.load();
  return typing.hooks ?? bug("the typing types are not installed");
}

/** The value of an expression at the interactive prompt. */
function display(thread: Thread, value: Value): Value {
  const hook = thread.interpreter.sysDict.get("displayhook");
  if (hook === undefined) throw runtimeError("lost sys.displayhook");
  return call(hook, value);
}

/** `from module import *` into the frame's namespace. */
function importStar(frame: Frame, module: Value): Value {
  const { locals } = frame;
  if (locals === null) throw systemError("no locals found during 'import *'");
  const all = lookupAttr(module, "__all__");
  let names: Value[];
  if (all !== undefined) names = starNames(all);
  else {
    const dict = lookupAttr(module, "__dict__");
    if (dict === undefined) throw raise("ImportError", "from-import-* object has no __dict__ and no __all__");
    names = toArray(dict instanceof PyDict ? dict : call(lookupAttr(dict, "keys") as Value));
  }
  for (const name of names) {
    const text = jsString(name);
    if (text === undefined) throw badStarName(module, name, all !== undefined);
    if (all === undefined && text.startsWith("_")) continue;
    const value = lookupAttr(module, text);
    if (value === undefined) throw missingStarName(module, text);
    if (locals instanceof PyDict && locals.cls === DICT) locals.set(name, value);
    else setItem(locals, name, value);
  }
  return NONE;
}

/** `__all__` is asked by index, so what can only be iterated is none (CPython PySequence_GetItem). */
function starNames(all: Value): Value[] {
  if (all instanceof PyList || all instanceof PyTuple) return all.items.slice();
  const type = typeOf(all);
  const item = type.slots.__getitem__;
  if (item === undefined) throw typeError(`'${type.name}' object does not support indexing`);
  if (!isSequence(type)) throw typeError(`${type.name} is not a sequence`);
  const names: Value[] = [];
  try {
    for (;;) names.push(item(all, names.length));
  } catch (error) {
    if (!(error instanceof PyError) || !error.is(EXCEPTIONS.IndexError)) throw error;
  }
  return names;
}

function missingStarName(module: Value, name: string): unknown {
  const moduleName = jsString(lookupAttr(module, "__name__") ?? 0);
  return raise("AttributeError", strFromJs(`module '${moduleName}' has no attribute '${name}'`));
}

function badStarName(module: Value, name: Value, fromAll: boolean): unknown {
  const moduleName = lookupAttr(module, "__name__");
  const text = moduleName === undefined ? undefined : jsString(moduleName);
  if (text === undefined) {
    return typeError(`module __name__ must be a string, not ${typeName(moduleName ?? NONE)}`);
  }
  const where = fromAll ? `Item in ${text}.__all__` : `Key in ${text}.__dict__`;
  return typeError(strFromJs(`${where} must be str, not ${typeName(name)}`));
}

/** StopIteration must not leak out of a generator: it becomes a RuntimeError. */
function stopIterationError(frame: Frame, value: Value): Value {
  const exception = value as PyBaseException;
  const { generator } = frame;
  const kind =
    generator?.cls === COROUTINE ? "coroutine" : generator?.cls === ASYNC_GENERATOR ? "async generator" : "generator";
  let message: string | undefined;
  if (exception.cls.mro.includes(EXCEPTIONS.StopIteration)) message = `${kind} raised StopIteration`;
  else if (kind === "async generator" && exception.cls.mro.includes(EXCEPTIONS.StopAsyncIteration)) {
    message = "async generator raised StopAsyncIteration";
  }
  if (message === undefined) return exception;
  const error = runtimeError(message).exception;
  error.cause = exception;
  error.context = exception;
  error.suppressContext = true;
  return error;
}

export const INTRINSICS_1: Readonly<Record<(typeof INTRINSIC_1)[number], Intrinsic1>> = {
  INTRINSIC_1_INVALID: invalid,
  INTRINSIC_PRINT: (thread, _frame, value) => display(thread, value),
  INTRINSIC_IMPORT_STAR: (_thread, frame, module) => importStar(frame, module),
  INTRINSIC_STOPITERATION_ERROR: (_thread, frame, value) => stopIterationError(frame, value),
  INTRINSIC_ASYNC_GEN_WRAP: (_thread, _frame, value) => new AsyncGenValue(value),
  INTRINSIC_UNARY_POSITIVE: unaryPositive,
  INTRINSIC_LIST_TO_TUPLE: (_thread, _frame, list) => tuple((list as PyList).items),
  INTRINSIC_TYPEVAR: (_thread, _frame, name) => hooks().typeVar(name, undefined, undefined),
  INTRINSIC_PARAMSPEC: (_thread, _frame, name) => hooks().paramSpec(name),
  INTRINSIC_TYPEVARTUPLE: (_thread, _frame, name) => hooks().typeVarTuple(name),
  INTRINSIC_SUBSCRIPT_GENERIC: (_thread, _frame, parameters) => hooks().genericOf(parameters),
  INTRINSIC_TYPEALIAS: (_thread, _frame, parts) => {
    const [name, parameters, compute] = (parts as PyTuple).items;
    return hooks().typeAlias(name, parameters, compute);
  },
};

export const INTRINSICS_2: Readonly<Record<(typeof INTRINSIC_2)[number], Intrinsic2>> = {
  INTRINSIC_2_INVALID: invalid,
  INTRINSIC_PREP_RERAISE_STAR: (_thread, _frame, original, list) => prepareReraiseStar(original, list),
  INTRINSIC_TYPEVAR_WITH_BOUND: (_thread, _frame, name, bound) => hooks().typeVar(name, bound, undefined),
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS: (_thread, _frame, name, all) => hooks().typeVar(name, undefined, all),
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS: (_thread, _frame, func, parameters) => {
    (func as PyFunction).typeParams = parameters as PyTuple;
    return func;
  },
};
