/**
 * Reading and writing attributes from the interpreter loop: property accessors, `__get__`, `__set__`,
 * `__getattr__`, `__getattribute__` and `__setattr__` in Python run in frames
 * (CPython Objects/object.c, typeobject.c: slot_tp_getattr_hook).
 */
import { delAttr, genericDelete, genericLookup, genericSet, ownAttribute } from "../objects/kernel/attribute.ts";
import { PyWrapperDescriptor } from "../objects/kernel/builtin.ts";
import { FUNCTION, isSubtype, MODULE, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import { missingAttribute } from "../objects/kernel/missing.ts";
import type { PyType, Value } from "../objects/kernel/object.ts";
import { type PyBaseException, PyModule, strFromJs } from "../objects/kernel/payload.ts";
import { PyError, typeError } from "../objects/kernel/raise.ts";
import { getattrHook, TRAMPOLINES } from "../objects/kernel/trampolines.ts";
import { PyFunction } from "../objects/types/function.ts";
import { PyProperty } from "../objects/types/property.ts";
import { callUnboundMethod, callValue, pushCall } from "./calls.ts";
import { after } from "./deliver.ts";
import type { Frame } from "./frame.ts";
import { DONE, type Result, SWITCHED } from "./outcome.ts";
import type { Thread } from "./thread.ts";

/** `self.name`; a class attribute that can be called with `self` in front goes to `method` unbound, if that is given. */
export function loadAttribute(
  thread: Thread,
  frame: Frame,
  self: Value,
  name: string,
  method?: (attribute: Value) => Result,
): Result {
  const type = typeOf(self);
  const slot = type.slots.__getattribute__;
  if (slot === genericLookup) return loadGeneric(thread, frame, self, type, name, method) ?? missing(self, name);
  if (slot === getattrHook) return loadHooked(thread, frame, self, type, name, method);
  return (slot === undefined ? undefined : slot(self, name)) ?? missing(self, name);
}

function missing(self: Value, name: string): never {
  throw missingAttribute(self, name);
}

const isAttributeError = (exception: PyBaseException): boolean => isSubtype(exception.cls, EXCEPTIONS.AttributeError);

/** object.__getattribute__; undefined if there is no such attribute. */
function loadGeneric(
  thread: Thread,
  frame: Frame,
  self: Value,
  type: PyType,
  name: string,
  method: ((attribute: Value) => Result) | undefined,
): Result {
  const attribute = lookupInType(type, name);
  const descriptor = attribute === undefined ? undefined : typeOf(attribute);
  const get = descriptor?.slots.__get__;
  if (get !== undefined && descriptor !== undefined) {
    const { __set__, __delete__ } = descriptor.slots;
    if (__set__ !== undefined || __delete__ !== undefined) {
      return callGet(thread, frame, attribute as Value, get, self, type);
    }
  }
  if (typeof self === "object" && type.traits.instanceDict) {
    const own = ownAttribute(self, name);
    if (own !== undefined) return own;
  }
  if (attribute === undefined || descriptor === undefined) return undefined;
  if (method !== undefined && descriptor.traits.methodDescriptor) return method(attribute);
  return get === undefined ? attribute : callGet(thread, frame, attribute, get, self, type);
}

type Get = (self: Value, instance: Value | undefined, owner: PyType | undefined) => Value;

function callGet(thread: Thread, frame: Frame, attribute: Value, get: Get, self: Value, type: PyType): Result {
  if (attribute instanceof PyProperty && typeof attribute.fget === "object" && attribute.fget.cls === FUNCTION) {
    if (get !== TRAMPOLINES.__get__) {
      pushCall(thread, frame, attribute.fget as PyFunction, [self], undefined);
      return SWITCHED;
    }
  }
  if (get !== TRAMPOLINES.__get__) return get(attribute, self, type);
  // Of all special methods this one alone is called as it was found, not bound.
  const method = lookupInType(typeOf(attribute), "__get__") as Value;
  return callValue(thread, frame, method, [attribute, self, type], undefined);
}

/** The type has `__getattr__`, or a `__getattribute__` of its own, in Python. */
function loadHooked(
  thread: Thread,
  frame: Frame,
  self: Value,
  type: PyType,
  name: string,
  method: ((attribute: Value) => Result) | undefined,
): Result {
  const fallback = lookupInType(type, "__getattr__");
  const getattribute = lookupInType(type, "__getattribute__") as Value;
  const useFallback = (ownThread: Thread, caller: Frame): Result =>
    callUnboundMethod(ownThread, caller, fallback as Value, self, [strFromJs(name)]);
  let found: Result;
  try {
    if (getattribute instanceof PyWrapperDescriptor && getattribute.slot === genericLookup) {
      found = loadGeneric(thread, frame, self, type, name, method);
    } else if (getattribute instanceof PyWrapperDescriptor) {
      found = (getattribute.slot as (self: Value, name: string) => Value | undefined)(self, name);
    } else {
      found = callUnboundMethod(thread, frame, getattribute, self, [strFromJs(name)]);
    }
  } catch (error) {
    if (fallback === undefined || !(error instanceof PyError && isAttributeError(error.exception))) throw error;
    return useFallback(thread, frame);
  }
  if (found === undefined) return fallback === undefined ? missing(self, name) : useFallback(thread, frame);
  if (fallback === undefined || found !== SWITCHED) return found;
  return after(thread, frame, found, {
    apply: (_thread, _caller, value) => value,
    recover: (ownThread, caller, exception) => {
      if (!isAttributeError(exception)) return undefined;
      ownThread.pending = null;
      return useFallback(ownThread, caller);
    },
  });
}

/** The module's `__getattr__`, if it is Python's and is to be asked. */
export function moduleHook(module: Value, name: string): PyFunction | undefined {
  if (!(module instanceof PyModule) || module.cls !== MODULE) return undefined;
  const hook = module.dict.get("__getattr__");
  if (!(hook instanceof PyFunction) || module.dict.has(name) || lookupInType(MODULE, name) !== undefined)
    return undefined;
  return hook;
}

/** Forget the value of a call made for its effect. */
export const DISCARD = { apply: (): Result => DONE };

/** `self.name = value`; with undefined, `del self.name`. */
export function storeAttribute(
  thread: Thread,
  frame: Frame,
  self: Value,
  name: string,
  value: Value | undefined,
): Result {
  const type = typeOf(self);
  const slot = value === undefined ? type.slots.__delattr__ : type.slots.__setattr__;
  if (slot === undefined) {
    if (value === undefined) delAttr(self, name);
    const has = type.slots.__getattribute__ === undefined ? "no" : "only read-only";
    throw typeError(`'${typeName(self)}' object has ${has} attributes (assign to .${name})`);
  }
  if (value === undefined ? slot === genericDelete : slot === genericSet) {
    return storeByDescriptor(thread, frame, self, type, name, value);
  }
  const dunder = value === undefined ? "__delattr__" : "__setattr__";
  if ((slot as unknown) === TRAMPOLINES[dunder]) {
    const method = lookupInType(type, dunder) as Value;
    const args = value === undefined ? [strFromJs(name)] : [strFromJs(name), value];
    return after(thread, frame, callUnboundMethod(thread, frame, method, self, args), DISCARD);
  }
  if (value === undefined) delAttr(self, name);
  else type.slots.__setattr__?.(self, name, value);
  return DONE;
}

function storeByDescriptor(
  thread: Thread,
  frame: Frame,
  self: Value,
  type: PyType,
  name: string,
  value: Value | undefined,
): Result {
  const attribute = lookupInType(type, name);
  if (attribute !== undefined) {
    const dunder = value === undefined ? "__delete__" : "__set__";
    const slot = typeOf(attribute).slots[dunder] as unknown;
    if (attribute instanceof PyProperty && slot !== TRAMPOLINES[dunder]) {
      const accessor = value === undefined ? attribute.fdel : attribute.fset;
      if (typeof accessor === "object" && accessor.cls === FUNCTION) {
        pushCall(thread, frame, accessor as PyFunction, value === undefined ? [self] : [self, value], undefined);
        return after(thread, frame, SWITCHED, DISCARD);
      }
    } else if (slot !== undefined && slot === TRAMPOLINES[dunder]) {
      const method = lookupInType(typeOf(attribute), dunder) as Value;
      const args = value === undefined ? [self] : [self, value];
      return after(thread, frame, callUnboundMethod(thread, frame, method, attribute, args), DISCARD);
    }
  }
  if (value === undefined) genericDelete(self, name);
  else genericSet(self, name, value);
  return DONE;
}
