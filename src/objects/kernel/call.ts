/**
 * Calling a Python value from TypeScript (CPython Objects/call.c).
 *
 * These functions throw. A Python function called here runs to its end in a nested driver on the
 * JavaScript stack; the VM's own CALL never comes this way for Python functions.
 */
import { PyBuiltinFunction, type PyMethodDescriptor } from "./builtin.ts";
import { FUNCTION, isSubtype, shownName, typeOf } from "./core-types.ts";
import { lookupInType } from "./lookup.ts";
import type { PyType, Value } from "./object.ts";
import { PyMethod } from "./payload.ts";
import { attributeError, typeError } from "./raise.ts";
import type { KeywordNames } from "./slots.ts";
import { hooks } from "./thread.ts";

/** Call with positional arguments followed by those of `kwnames`. The array may be kept by the callee. */
export function callWith(callable: Value, args: Value[], kwnames?: KeywordNames): Value {
  if (typeof callable === "object") {
    if (callable.cls === FUNCTION) return hooks.callFunction(callable, args, kwnames);
    if (callable instanceof PyBuiltinFunction) return callable.invoke(args, kwnames);
    if (callable instanceof PyMethod) return callWith(callable.func, [callable.self, ...args], kwnames);
  }
  const type = typeOf(callable);
  const slot = type.slots.__call__;
  if (slot === undefined) throw typeError(`'${shownName(type)}' object is not callable`);
  return slot(callable, args, kwnames);
}

/** Call with positional arguments. */
export function call(callable: Value, ...args: Value[]): Value {
  return callWith(callable, args, undefined);
}

/** Call an unbound builtin method: the first argument is self, and is checked. */
export function callMethodDescriptor(descriptor: PyMethodDescriptor, args: Value[], kwnames: KeywordNames): Value {
  const { owner, definition } = descriptor;
  const positional = args.length - (kwnames === undefined ? 0 : kwnames.length);
  if (positional === 0) throw typeError(`unbound method ${definition.fullName}() needs an argument`);
  const type = typeOf(args[0]);
  if (!isSubtype(type, owner)) {
    throw typeError(
      `descriptor '${definition.name}' for '${shownName(owner)}' objects doesn't apply to a '${shownName(type)}' object`,
    );
  }
  return definition.call(args[0], args.slice(1), kwnames, true);
}

/**
 * Look `name` up on the type of `self` (never on the instance) and bind it, without making a bound
 * method where that can be avoided. Undefined if there is none.
 */
export function callSpecial(self: Value, name: string, args: Value[]): Value | undefined {
  const type = typeOf(self);
  const attribute = lookupInType(type, name);
  return attribute === undefined ? undefined : callUnbound(attribute, self, type, args);
}

/** Call a class attribute as a method of `self`. */
export function callUnbound(attribute: Value, self: Value, type: PyType, args: Value[], kwnames?: KeywordNames): Value {
  const attributeType = typeOf(attribute);
  if (attributeType.traits.methodDescriptor) return callWith(attribute, [self, ...args], kwnames);
  const get = attributeType.slots.__get__;
  return callWith(get === undefined ? attribute : get(attribute, self, type), args, kwnames);
}

/** Call a special method that must be there. */
export function callRequired(self: Value, name: string, args: Value[]): Value {
  const result = callSpecial(self, name, args);
  if (result === undefined) throw attributeError(name, name, self);
  return result;
}
