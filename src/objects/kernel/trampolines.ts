/**
 * Trampolines: the slot functions of types that define a dunder in Python (CPython
 * Objects/typeobject.c, slot_tp_* and slot_nb_*). Each looks its attribute up on the type at every
 * call and checks what comes back.
 *
 * There is exactly one function for a slot, so `slots.__add__ === TRAMPOLINES.__add__` tells whether a
 * type's operator is Python code; the VM uses that to run it without a nested driver.
 */
import { callSpecial, callUnbound, callWith } from "./call.ts";
import { INT, isInstance, isSubtype, MEMORYVIEW, NONE, NOT_IMPLEMENTED, typeName, typeOf } from "./core-types.ts";
import { setExactLength } from "./exact-length.ts";
import { EXCEPTIONS } from "./exception-types.ts";
import { lookupInType } from "./lookup.ts";
import type { PyObject, PyType, Value } from "./object.ts";
import { intFromBigInt, intOf } from "./payload.ts";
import { attributeError, overflowError, PyError, typeError, valueError } from "./raise.ts";
import { type KeywordNames, SLOT_ROWS, type SlotName, type Slots } from "./slots.ts";
import { isTrue } from "./truth.ts";

/** Call a special method that the slot says is there; AttributeError if it vanished meanwhile. */
function special(self: Value, name: string, ...args: Value[]): Value {
  const result = callSpecial(self, name, args);
  if (result === undefined) throw attributeError(name, name, self);
  return result;
}

/** As `special`, but NOT_IMPLEMENTED where there is no such method. */
function maybe(self: Value, name: string, ...args: Value[]): Value {
  return callSpecial(self, name, args) ?? NOT_IMPLEMENTED;
}

function binaryTrampoline(slot: SlotName): (left: Value, right: Value) => Value {
  const reflected = `__r${slot.slice(2)}`;
  const trampoline = (left: Value, right: Value): Value => {
    const leftType = typeOf(left);
    const rightType = typeOf(right);
    let tryRight = leftType !== rightType && rightType.slots[slot] === trampoline;
    if (leftType.slots[slot] === trampoline) {
      if (tryRight && isSubtype(rightType, leftType) && overrides(leftType, rightType, reflected)) {
        const result = maybe(right, reflected, left);
        if (result !== NOT_IMPLEMENTED) return result;
        tryRight = false;
      }
      const result = maybe(left, slot, right);
      if (result !== NOT_IMPLEMENTED || leftType === rightType) return result;
    }
    return tryRight ? maybe(right, reflected, left) : NOT_IMPLEMENTED;
  };
  return trampoline;
}

/** Does `right` give the reflected method another meaning than `left` does? */
function overrides(left: PyType, right: PyType, name: string): boolean {
  const ours = lookupInType(right, name);
  return ours !== undefined && ours !== lookupInType(left, name);
}

function power(base: Value, exponent: Value, modulus: Value): Value {
  if (modulus === NONE) return binaryPower(base, exponent);
  // Three-argument pow never tries the reflected method.
  if (typeOf(base).slots.__pow__ === TRAMPOLINES.__pow__) return maybe(base, "__pow__", exponent, modulus);
  return NOT_IMPLEMENTED;
}

function binaryPower(left: Value, right: Value): Value {
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  let tryRight = leftType !== rightType && rightType.slots.__pow__ === TRAMPOLINES.__pow__;
  if (leftType.slots.__pow__ === TRAMPOLINES.__pow__) {
    if (tryRight && isSubtype(rightType, leftType) && overrides(leftType, rightType, "__rpow__")) {
      const result = maybe(right, "__rpow__", left);
      if (result !== NOT_IMPLEMENTED) return result;
      tryRight = false;
    }
    const result = maybe(left, "__pow__", right);
    if (result !== NOT_IMPLEMENTED || leftType === rightType) return result;
  }
  return tryRight ? maybe(right, "__rpow__", left) : NOT_IMPLEMENTED;
}

function hash(self: Value): number | bigint {
  const result = special(self, "__hash__");
  const value = intOf(result);
  if (value === undefined) throw typeError("__hash__ method should return an integer");
  // A hash is a signed 64-bit number; a larger int is hashed as an int is.
  const folded = typeof value === "bigint" && BigInt.asIntN(64, value) !== value ? hashOfBigInt(value) : value;
  return folded === -1 ? -2 : folded;
}

const MODULUS = (1n << 61n) - 1n;

function hashOfBigInt(value: bigint): number | bigint {
  const magnitude = (value < 0n ? -value : value) % MODULUS;
  return intFromBigInt(value < 0n ? -magnitude : magnitude);
}

function length(self: Value): number {
  const result = special(self, "__len__");
  const index = typeOf(result).slots.__index__;
  if (index === undefined) throw typeError(`'${typeName(result)}' object cannot be interpreted as an integer`);
  const value = intOf(index(result)) as number | bigint;
  if (value < 0) throw valueError("__len__() should return >= 0");
  if (typeof value === "bigint" && value > 0x7fffffffffffffffn) {
    throw overflowError("cannot fit 'int' into an index-sized integer");
  }
  return Number(value);
}

setExactLength(length, (self) => {
  const result = special(self, "__len__");
  return intOf((typeOf(result).slots.__index__ as NonNullable<Slots["__index__"]>)(result)) as number | bigint;
});

function truth(self: Value): boolean {
  const result = special(self, "__bool__");
  if (typeof result !== "boolean") throw typeError(`__bool__ should return bool, returned ${typeName(result)}`);
  return result;
}

function contains(self: Value, item: Value): boolean {
  const type = typeOf(self);
  const method = lookupInType(type, "__contains__");
  if (method === NONE) throw typeError(`'${type.name}' object is not a container`);
  return isTrue(special(self, "__contains__", item));
}

function iterate(self: Value): Value {
  const type = typeOf(self);
  if (lookupInType(type, "__iter__") === NONE) throw typeError(`'${type.name}' object is not iterable`);
  return special(self, "__iter__");
}

function next(self: Value): Value | undefined {
  try {
    return special(self, "__next__");
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.StopIteration)) return undefined;
    throw error;
  }
}

function init(self: Value, args: Value[], kwnames: KeywordNames): void {
  const type = typeOf(self);
  const method = lookupInType(type, "__init__") as Value;
  const result = callUnbound(method, self, type, args, kwnames);
  if (result !== NONE) throw typeError(`__init__() should return None, not '${typeName(result)}'`);
}

/** tp_new of a class whose `__new__` is Python code: a static method that is given the class. */
export function newTrampoline(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const attribute = lookupInType(cls, "__new__") as Value;
  const get = typeOf(attribute).slots.__get__;
  const callable = get === undefined ? attribute : get(attribute, undefined, cls);
  return callWith(callable, [cls, ...args], kwnames);
}

/** `__getattribute__`, then `__getattr__` (CPython's slot_tp_getattr_hook). */
export function getattrHook(self: Value, name: string): Value | undefined {
  const type = typeOf(self);
  const getattr = lookupInType(type, "__getattr__");
  const getattribute = lookupInType(type, "__getattribute__") as Value;
  const slot = isWrapperOf(getattribute);
  try {
    const found = slot ? slot(self, name) : callUnbound(getattribute, self, type, [name]);
    if (found !== undefined || getattr === undefined) return found;
  } catch (error) {
    if (getattr === undefined || !(error instanceof PyError && error.is(EXCEPTIONS.AttributeError))) throw error;
  }
  return callUnbound(getattr, self, type, [name]);
}

/** The slot function behind a builtin's `__getattribute__`, so that "absent" needs no exception. */
function isWrapperOf(attribute: Value): Slots["__getattribute__"] {
  const holder = attribute as Partial<{ slot: Slots["__getattribute__"] }>;
  return typeof attribute === "object" && typeof holder.slot === "function" ? holder.slot : undefined;
}

function buffer(self: Value, flags: number): PyObject {
  const result = special(self, "__buffer__", flags);
  if (!isInstance(result, MEMORYVIEW)) throw typeError("__buffer__ returned non-memoryview object");
  return result as PyObject;
}

const unary =
  (name: string) =>
  (self: Value): Value =>
    special(self, name);

const inplace =
  (name: string) =>
  (self: Value, other: Value): Value =>
    maybe(self, name, other);

/** The trampolines that are not made by rule. */
const ODD: Partial<Record<SlotName, unknown>> = {
  __hash__: hash,
  __call__: (self: Value, args: Value[], kwnames: KeywordNames) => {
    const type = typeOf(self);
    return callUnbound(lookupInType(type, "__call__") as Value, self, type, args, kwnames);
  },
  __getattribute__: getattrHook,
  __setattr__: (self: Value, name: string, value: Value) => void special(self, "__setattr__", name, value),
  __delattr__: (self: Value, name: string) => void special(self, "__delattr__", name),
  __iter__: iterate,
  __next__: next,
  // Of all special methods this one alone is called as it was found, not bound.
  __get__: (self: Value, instance: Value | undefined, owner: PyType | undefined) => {
    const get = lookupInType(typeOf(self), "__get__");
    return get === undefined ? self : callWith(get, [self, instance ?? NONE, owner ?? NONE]);
  },
  __set__: (self: Value, instance: Value, value: Value) => void special(self, "__set__", instance, value),
  __delete__: (self: Value, instance: Value) => void special(self, "__delete__", instance),
  __init__: init,
  __len__: length,
  __bool__: truth,
  __contains__: contains,
  __getitem__: (self: Value, key: Value) => special(self, "__getitem__", key),
  __setitem__: (self: Value, key: Value, value: Value) => void special(self, "__setitem__", key, value),
  __delitem__: (self: Value, key: Value) => void special(self, "__delitem__", key),
  __index__: (self: Value) => {
    const result = special(self, "__index__");
    if (!isInstance(result, INT)) throw typeError(`__index__ returned non-int (type ${typeName(result)})`);
    return result;
  },
  __pow__: power,
  __ipow__: (self: Value, exponent: Value) => maybe(self, "__ipow__", exponent),
  __buffer__: buffer,
  __release_buffer__: (self: Value, view: Value) => void special(self, "__release_buffer__", view),
};

/** The one trampoline of each slot (none for the sequence slots, which Python code cannot fill). */
export const TRAMPOLINES: Readonly<Partial<Record<SlotName, unknown>>> = (() => {
  const made: Partial<Record<SlotName, unknown>> = { ...ODD };
  for (const row of SLOT_ROWS) {
    if (made[row.slot] !== undefined || row.slot.startsWith("sq_")) continue;
    if (row.kind === "binary") made[row.slot] = binaryTrampoline(row.slot);
    else if (row.kind === "compare") made[row.slot] = inplace(row.slot);
    else if (row.kind === "inplace") made[row.slot] = inplace(row.slot);
    else if (row.kind === "unary" || row.kind === "string") made[row.slot] = unary(row.slot);
  }
  return made;
})();
