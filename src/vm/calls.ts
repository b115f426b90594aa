/**
 * Calling anything from the interpreter loop: Python functions, methods and classes become frames of the
 * same driver; only builtins run on the JavaScript stack (CPython Objects/call.c, typeobject.c: type_call).
 */
import { CO_OPTIMIZED } from "../bytecode/code.ts";
import { PyBuiltinFunction, PyMethodDescriptor, PyMethodWrapper } from "../objects/kernel/builtin.ts";
import { callMethodDescriptor } from "../objects/kernel/call.ts";
import { FUNCTION, isSubtype, NONE, TYPE, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import { type PyObject, PyType, type Value } from "../objects/kernel/object.ts";
import type { PyBaseException } from "../objects/kernel/payload.ts";
import { PyMethod } from "../objects/kernel/payload.ts";
import { recursionError, typeError } from "../objects/kernel/raise.ts";
import type { KeywordNames } from "../objects/kernel/slots.ts";
import { PyStaticMethod } from "../objects/kernel/static-method.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { newTrampoline, TRAMPOLINES } from "../objects/kernel/trampolines.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { callType } from "../objects/types/type.ts";
import { bindArguments } from "./arguments.ts";
import { after } from "./deliver.ts";
import { type Action, Frame, type Slot, Then } from "./frame.ts";
import { type CallResult, type Result, SWITCHED } from "./outcome.ts";
import { PropagatedError } from "./raising.ts";
import { current, type Thread } from "./thread.ts";
import { tiering } from "./tiering.ts";

/** A builtin that the interpreter runs itself, so that the Python code it calls needs no nested driver. */
export type DriverBody = (
  thread: Thread,
  frame: Frame,
  self: Value | undefined,
  args: Value[],
  kwnames: KeywordNames,
) => Result;

/** Make a frame on top of `back`; RecursionError if that is one too many. */
export function newFrame(
  thread: Thread,
  func: PyFunction,
  stack: Slot[],
  back: Frame | null,
  locals: Value | null,
): Frame {
  const depth = back === null ? 1 : back.depth + 1;
  if (depth > thread.recursionLimit) throw recursionError("maximum recursion depth exceeded");
  if (!func.code.isDecoded) func.code.decode();
  // Code that has its names in a namespace gets the function's globals for one.
  const namespace = locals === null && (func.code.flags & CO_OPTIMIZED) === 0 ? func.globals : locals;
  return new Frame(func, func.code, stack, back, depth, namespace);
}

/** Make a frame for the call current. */
export function pushCall(thread: Thread, back: Frame, func: PyFunction, args: Value[], kwnames: KeywordNames): Frame {
  const frame = newFrame(thread, func, bindArguments(func, args, kwnames), back, null);
  thread.frame = frame;
  return frame;
}

/** Run a Python function to its end on the JavaScript stack: for builtins that call back. */
export function callNested(func: PyFunction, args: Value[], kwnames: KeywordNames): Value {
  const { thread } = current;
  const { code } = func;
  const isPlain = kwnames === undefined && code.plainArguments === args.length;
  const isCompiled = code.compiled !== undefined && thread.poll === 0;
  if (isCompiled && isPlain) return callCompiled(thread, func, args);
  const stack = bindArguments(func, args, kwnames);
  if (isCompiled) return callCompiled(thread, func, stack);
  const frame = newFrame(thread, func, stack, thread.frame, null);
  frame.entry = true;
  thread.frame = frame;
  return thread.drive(thread, frame);
}

/** The same for a function that is compiled. */
function callCompiled(thread: Thread, func: PyFunction, args: readonly Slot[]): Value {
  const { frame } = thread;
  const value = tiering.call(thread, frame?.depth ?? 0, func, args, 0, func.code.parameters);
  if (value !== undefined) return value;
  const landed = landOn(thread, frame);
  landed.entry = true;
  return thread.drive(thread, landed);
}

/** Compiled code that was called has landed: its outermost frame, on top of `frame` now. Throws if it could not even begin. */
function landOn(thread: Thread, frame: Frame | null): Frame {
  const { landed, pending } = thread;
  thread.landed = null;
  if (landed === null) {
    thread.pending = null;
    throw new PropagatedError(pending as PyBaseException);
  }
  landed.back = frame;
  return landed;
}

/** Call a function that is compiled, for the current instruction of `frame`. `args` begins with all its parameters. */
function callInPlace(thread: Thread, frame: Frame, func: PyFunction, args: readonly Slot[]): Result {
  const value = tiering.call(thread, frame.depth, func, args, 0, func.code.parameters);
  if (value !== undefined) return value;
  landOn(thread, frame);
  return thread.pending === null ? SWITCHED : undefined;
}

/** Call `callable` for the current instruction of `frame`. `args` is the callee's from now on. */
export function callValue(thread: Thread, frame: Frame, callable: Value, args: Value[], kwnames: KeywordNames): Result {
  let target = callable;
  for (let depth = 0; ; depth++) {
    if (typeof target !== "object") throw notCallable(target);
    // `A.__call__ = A()`: the same object again and again.
    if (depth > thread.recursionLimit) throw recursionError("maximum recursion depth exceeded");
    if (target.cls === FUNCTION) {
      const func = target as PyFunction;
      const { shortcut } = func.code;
      if (shortcut !== undefined && kwnames === undefined && thread.poll === 0) {
        const answer = shortcut(func.globals, args);
        if (answer !== undefined) return answer;
      }
      if (func.code.compiled !== undefined && thread.poll === 0) {
        const isPlain = kwnames === undefined && func.code.plainArguments === args.length;
        return callInPlace(thread, frame, func, isPlain ? args : bindArguments(func, args, kwnames));
      }
      pushCall(thread, frame, func, args, kwnames);
      return SWITCHED;
    }
    if (target instanceof PyMethod) {
      args.unshift(target.self);
      target = target.func;
      continue;
    }
    if (target instanceof PyBuiltinFunction) {
      const body = target.definition.inDriver as DriverBody | undefined;
      if (body === undefined) {
        return target.invoke(args, kwnames);
      }
      return body(thread, frame, target.self, args, kwnames);
    }
    if (target instanceof PyMethodDescriptor) return callDescriptor(thread, frame, target, args, kwnames);
    const call = target.cls.slots.__call__;
    if (call === undefined) throw notCallable(target);
    if (target instanceof PyType && call === TYPE.slots.__call__ && target !== TYPE) {
      return instantiate(thread, frame, target, args, kwnames);
    }
    if (call !== TRAMPOLINES.__call__) return callBySlot(thread, frame, target, call, args, kwnames);
    const method = lookupInType(target.cls, "__call__") as Value;
    if (typeOf(method).traits.methodDescriptor) {
      args.unshift(target);
      target = method;
    } else {
      const get = typeOf(method).slots.__get__;
      target = get === undefined ? method : get(method, target, target.cls);
    }
  }
}

function notCallable(value: Value): unknown {
  return typeError(`'${typeName(value)}' object is not callable`);
}

type CallSlot = (self: Value, args: Value[], kwnames: KeywordNames) => Value;

function callBySlot(
  thread: Thread,
  frame: Frame,
  target: Value,
  call: CallSlot,
  args: Value[],
  kwnames: KeywordNames,
): Result {
  if (target instanceof PyMethodWrapper) {
    const { descriptor, self } = target;
    const body = driverSlots.get(descriptor.slot as object);
    if (body !== undefined) return body(thread, frame, self, args, kwnames);
  }
  const body = driverSlots.get(call);
  return body === undefined ? call(target, args, kwnames) : body(thread, frame, target, args, kwnames);
}

/**
 * Slots of builtins that the interpreter runs itself, when they are called by name (`g.__next__()`) or, `__call__`, when
 * their object is called: what they call needs no nested driver then, and a thread in it can be left.
 */
export const driverSlots = new Map<object, DriverBody>();

function callDescriptor(
  thread: Thread,
  frame: Frame,
  descriptor: PyMethodDescriptor,
  args: Value[],
  kwnames: KeywordNames,
): Result {
  const body = descriptor.definition.inDriver as DriverBody | undefined;
  if (body === undefined || args.length === 0 || !isSubtype(typeOf(args[0]), descriptor.owner)) {
    return callMethodDescriptor(descriptor, args, kwnames);
  }
  return body(thread, frame, args[0], args.slice(1), kwnames);
}

/** `cls(*args)`: `__new__`, then `__init__`, each in a frame if it is Python code. */
export function instantiate(thread: Thread, frame: Frame, cls: PyType, args: Value[], kwnames: KeywordNames): Result {
  const create = cls.slots.__new__;
  if (create === undefined || cls.traits.noConstructor) return callType(cls, args, kwnames);
  if (create !== newTrampoline)
    return initialize(thread, frame, cls, create(cls, args.slice(), kwnames), args, kwnames);
  const attribute = lookupInType(cls, "__new__") as Value;
  const get = typeOf(attribute).slots.__get__;
  const function_ =
    attribute instanceof PyStaticMethod
      ? attribute.callable
      : get === undefined
        ? attribute
        : get(attribute, undefined, cls);
  const made = callValue(thread, frame, function_, [cls, ...args], kwnames);
  return after(thread, frame, made, {
    apply: (ownThread, caller, instance) => initialize(ownThread, caller, cls, instance, args, kwnames),
  });
}

function initialize(
  thread: Thread,
  frame: Frame,
  cls: PyType,
  instance: Value,
  args: Value[],
  kwnames: KeywordNames,
): Result {
  const type = typeOf(instance);
  if (type.finalizes) hooks.mortal(instance as PyObject);
  if (!isSubtype(type, cls)) return instance;
  const init = type.slots.__init__;
  if (init === undefined) return instance;
  if (init !== TRAMPOLINES.__init__) {
    init(instance, args, kwnames);
    return instance;
  }
  const method = lookupInType(type, "__init__") as Value;
  if (typeOf(method) !== FUNCTION) {
    init(instance, args, kwnames);
    return instance;
  }
  args.unshift(instance);
  pushCall(thread, frame, method as PyFunction, args, kwnames).then = new Then(new Initialized(instance), null);
  return SWITCHED;
}

/** What `__init__` returned is checked, and the instance is the value. */
export class Initialized implements Action {
  constructor(readonly instance: Value) {}

  apply(_thread: Thread, _caller: Frame, value: Value): Result {
    if (value !== NONE) throw typeError(`__init__() should return None, not '${typeName(value)}'`);
    return this.instance;
  }
}

/** Call a special method found on the type of `self`; undefined in `found` if there is none. */
export function callSpecialMethod(
  thread: Thread,
  frame: Frame,
  self: Value,
  name: string,
  args: Value[],
): CallResult | typeof ABSENT {
  const type = typeOf(self);
  const method = lookupInType(type, name);
  if (method === undefined) return ABSENT;
  return callUnboundMethod(thread, frame, method, self, args) as CallResult;
}

export const ABSENT: unique symbol = Symbol("absent");

/** Call a class attribute as a method of `self`. */
export function callUnboundMethod(thread: Thread, frame: Frame, method: Value, self: Value, args: Value[]): Result {
  const type = typeOf(self);
  if (typeOf(method).traits.methodDescriptor) {
    args.unshift(self);
    return callValue(thread, frame, method, args, undefined);
  }
  const get = typeOf(method).slots.__get__;
  return callValue(thread, frame, get === undefined ? method : get(method, self, type), args, undefined);
}
