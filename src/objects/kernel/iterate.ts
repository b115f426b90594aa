/**
 * Iteration, items, length and membership of any value (CPython Objects/abstract.c).
 */
import { callSpecial, callWith } from "./call.ts";
import { DICT, GENERATOR, isSubtype, NONE, NOT_IMPLEMENTED, shownName, TYPE, typeName, typeOf } from "./core-types.ts";
import { EXCEPTIONS } from "./exception-types.ts";
import { lookupInType } from "./lookup.ts";
import { hasSequenceSlots, toSsize } from "./number.ts";
import { PyType, type Value } from "./object.ts";
import { intOf, PyList, PyTuple } from "./payload.ts";
import { isEqual } from "./protocol.ts";
import { memoryError, overflowError, PyError, stopIteration, suppress, typeError, valueError } from "./raise.ts";

/** Made by types/iterator.ts: the iterator over a sequence that has only `__getitem__`. */
export const sequenceIteration: { make: ((self: Value) => Value) | undefined } = { make: undefined };

/** `iter(value)`. */
export function iter(value: Value): Value {
  const type = typeOf(value);
  const slot = type.slots.__iter__;
  if (slot !== undefined) {
    const iterator = slot(value);
    if (typeOf(iterator).slots.__next__ === undefined) {
      throw typeError(`iter() returned non-iterator of type '${typeName(iterator)}'`);
    }
    return iterator;
  }
  if (isSequence(type) && sequenceIteration.make) return sequenceIteration.make(value);
  throw typeError(`'${shownName(type)}' object is not iterable`);
}

/** PySequence_Check: items by index, and no dict. A class that defines `__getitem__` itself has both kinds of slot. */
export function isSequence(type: PyType): boolean {
  if (type.slots.__getitem__ === undefined || isSubtype(type, DICT)) return false;
  return type.mro.find((each) => each.attributes.has("__getitem__"))?.traits.subscriptOnly !== true;
}

/** Would `iter()` find something to ask? */
export const isIterable = (type: PyType): boolean => type.slots.__iter__ !== undefined || isSequence(type);

/**
 * The value that the generator which ended last returned: `__next__` gives undefined at its end and has no
 * other way to tell. Whoever wants it empties this first.
 */
export const endOfIteration: { value: Value | undefined } = { value: undefined };

/** The StopIteration of an iterator that has just ended. */
export function stopOfIteration(): PyError {
  const { value } = endOfIteration;
  endOfIteration.value = undefined;
  return stopIteration(value);
}

/** The next item, or undefined at the end. `iterator` must be one (a result of `iter`). */
export function next(iterator: Value): Value | undefined {
  const slot = typeOf(iterator).slots.__next__;
  if (slot === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
  return slot(iterator);
}

/**
 * How long an array may become by pushing. It grows by half, and V8 ends the whole process, uncatchably, where that
 * would pass 2^27 items.
 */
export const MAX_PUSHED_ITEMS = 89_000_000;

/**
 * The next item of a generator, installed by the VM. Where it runs in compiled code it gives its items to `take`, as long
 * as that wants them, and is not suspended for each: so `take` must run no Python code. What it did not want is the
 * result; undefined at the end.
 */
export const feeding: { next: (generator: Value, take: (item: Value) => boolean) => Value | undefined } = { next };

/** All items of an iterable in a new array. Lists and tuples are copied without their iterators. */
export function toArray(iterable: Value): Value[] {
  if (iterable instanceof PyList && iterable.cls.slots.__iter__ === listIteration.slot) return iterable.items.slice();
  if (iterable instanceof PyTuple && iterable.cls.slots.__iter__ === listIteration.tupleSlot)
    return iterable.items.slice();
  const items: Value[] = [];
  const iterator = iter(iterable);
  const slot = typeOf(iterator).slots.__next__ as (self: Value) => Value | undefined;
  const take = (item: Value): boolean => items.length < MAX_PUSHED_ITEMS && items.push(item) > 0;
  const isFeeding = typeOf(iterator) === GENERATOR;
  for (;;) {
    const item = isFeeding ? feeding.next(iterator, take) : slot(iterator);
    if (item === undefined) return items;
    if (!take(item)) throw memoryError();
  }
}

/** The builtin `__iter__` of list and tuple, set by their types: a subclass that overrides it is iterated. */
export const listIteration: { slot: unknown; tupleSlot: unknown } = { slot: 0, tupleSlot: 0 };

/** Call `visit` with each item; stop early if it returns false. */
// biome-ignore lint/suspicious/noConfusingVoidType: a visitor that returns nothing goes on
export function forEach(iterable: Value, visit: (item: Value) => boolean | void): void {
  const iterator = iter(iterable);
  const slot = typeOf(iterator).slots.__next__ as (self: Value) => Value | undefined;
  for (;;) {
    const item = slot(iterator);
    if (item === undefined || visit(item) === false) return;
  }
}

/**
 * An estimate of the number of items: `__len__`, else `__length_hint__`, else `fallback`. Python code can
 * see that it is asked (PyObject_LengthHint).
 */
export function lengthHint(value: Value, fallback: number): number {
  const type = typeOf(value);
  const slot = type.slots.__len__;
  if (slot !== undefined) {
    const known = suppress(EXCEPTIONS.TypeError, () => slot(value));
    if (known !== undefined) return known;
  }
  if (lookupInType(type, "__length_hint__") === undefined) return fallback;
  const hint = suppress(EXCEPTIONS.TypeError, () => callSpecial(value, "__length_hint__", []));
  if (hint === undefined || hint === NOT_IMPLEMENTED) return fallback;
  const count = intOf(hint);
  if (count === undefined) throw typeError(`__length_hint__ must be an integer, not ${typeName(hint)}`);
  if (BigInt.asIntN(64, BigInt(count)) !== BigInt(count)) {
    throw overflowError(`Python int too large to convert to C ssize_t`);
  }
  if (count < 0) throw valueError("__length_hint__() should return >= 0");
  return Number(count);
}

/** `len(value)`. */
export function length(value: Value): number {
  const slot = typeOf(value).slots.__len__;
  if (slot === undefined) throw typeError(`object of type '${typeName(value)}' has no len()`);
  return slot(value);
}

/** `value[key]`, `Class[key]` included. */
export function getItem(value: Value, key: Value): Value {
  const slot = typeOf(value).slots.__getitem__;
  if (slot !== undefined) return slot(value, key);
  if (value instanceof PyType) return getClassItem(value, key);
  throw typeError(`'${typeName(value)}' object is not subscriptable`);
}

function getClassItem(cls: PyType, key: Value): Value {
  const method = lookupInType(cls, "__class_getitem__");
  if (method !== undefined && method !== NONE) {
    const get = typeOf(method).slots.__get__;
    const bound = get === undefined ? method : get(method, undefined, cls);
    return callWith(bound, [key]);
  }
  if (aliasOfType.make && cls === TYPE) return aliasOfType.make(cls, key);
  throw typeError(`type '${cls.name}' is not subscriptable`);
}

/** `type[int]`: made by types/generic_alias.ts. */
export const aliasOfType: { make: ((origin: Value, args: Value) => Value) | undefined } = { make: undefined };

/** `value[key] = item`. */
export function setItem(value: Value, key: Value, item: Value): void {
  const slot = typeOf(value).slots.__setitem__;
  if (slot === undefined) {
    checkSequenceIndex(value, key);
    throw typeError(`'${typeName(value)}' object does not support item assignment`);
  }
  slot(value, key, item);
}

/** `del value[key]`. */
export function delItem(value: Value, key: Value): void {
  const slot = typeOf(value).slots.__delitem__;
  if (slot === undefined) {
    const reason = checkSequenceIndex(value, key) ? "doesn't" : "does not";
    throw typeError(`'${typeName(value)}' object ${reason} support item deletion`);
  }
  slot(value, key);
}

/** Is this an index into a sequence, though one that lets nothing be changed? Then it must fit before that is said. */
function checkSequenceIndex(value: Value, key: Value): boolean {
  if (!hasSequenceSlots(typeOf(value)) || typeOf(key).slots.__index__ === undefined) return false;
  toSsize(key, "IndexError");
  return true;
}

/** `item in container`. */
export function contains(container: Value, item: Value): boolean {
  const type = typeOf(container);
  const slot = type.slots.__contains__;
  if (slot !== undefined) return slot(container, item);
  if (lookupInType(type, "__contains__") === NONE) throw typeError(`'${type.name}' object is not a container`);
  let found = false;
  let iterator: Value;
  try {
    iterator = iter(container);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.TypeError)) {
      throw typeError(`argument of type '${shownName(type)}' is not iterable`);
    }
    throw error;
  }
  for (let each = next(iterator); each !== undefined; each = next(iterator)) {
    if (isEqual(each, item)) {
      found = true;
      break;
    }
  }
  return found;
}
