/**
 * What list and tuple have in common: comparison, search, repetition, hash (CPython Objects/listobject.c,
 * tupleobject.c).
 *
 * Trap: comparing two items may run Python code that changes the very list, so these functions walk by
 * index, and read `items` and its length at each step.
 */
import { NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { iter, lengthHint, MAX_PUSHED_ITEMS, toArray } from "../kernel/iterate.ts";
import { toSsize } from "../kernel/number.ts";
import type { Value } from "../kernel/object.ts";
import { PyList, PyTuple } from "../kernel/payload.ts";
import { type Comparison, isEqual, reprText, type Sequence } from "../kernel/protocol.ts";
import { memoryError, type PyError, typeError } from "../kernel/raise.ts";
import type { Slots } from "../kernel/slots.ts";

/** More items than this are a MemoryError: the longest array that V8 keeps as one block. */
export const MAX_ITEMS = 0x7ffffff;

/** The length, or MemoryError if no array can be that long. */
export function checkedLength(length: number): number {
  if (length > MAX_ITEMS) throw memoryError();
  return length;
}

/** The six comparison slots of a type whose order is `order`; an operand it does not know gives NOT_IMPLEMENTED. */
export function comparisonSlots<Self extends Value>(
  accepts: (other: Value) => other is Self,
  order: (self: Self, other: Self, op: Comparison) => Value,
): Record<Comparison, (self: Self, other: Value) => Value> {
  const slot =
    (op: Comparison) =>
    (self: Self, other: Value): Value =>
      accepts(other) ? order(self, other, op) : NOT_IMPLEMENTED;
  return {
    __lt__: slot("__lt__"),
    __le__: slot("__le__"),
    __eq__: slot("__eq__"),
    __ne__: slot("__ne__"),
    __gt__: slot("__gt__"),
    __ge__: slot("__ge__"),
  };
}

/** The index of the first item from `start` to before `stop` that equals `value`, or -1. */
export function findItem(self: Sequence, value: Value, start = 0, stop = Number.MAX_SAFE_INTEGER): number {
  for (let i = start; i < stop && i < self.items.length; i++) if (isEqual(self.items[i], value)) return i;
  return -1;
}

/** How many items equal `value`. */
export function countItems(self: Sequence, value: Value): number {
  let count = 0;
  for (let i = 0; i < self.items.length; i++) if (isEqual(self.items[i], value)) count++;
  return count;
}

/** The reprs of the items, joined by commas. */
export function joinReprs(self: Sequence): string {
  let text = "";
  for (let i = 0; i < self.items.length; i++)
    text += i === 0 ? reprText(self.items[i]) : `, ${reprText(self.items[i])}`;
  return text;
}

/** All items of an iterable in a new array. `hint` is the guess CPython makes at its length, which Python code can see asked for. */
export function collectItems(iterable: Value, hint: number): Value[] {
  if (iterable instanceof PyList || iterable instanceof PyTuple) return toArray(iterable);
  const iterator = iter(iterable);
  lengthHint(iterable, hint);
  const advance = typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>;
  const items: Value[] = [];
  for (let item = advance(iterator); item !== undefined; item = advance(iterator)) {
    if (items.push(item) > MAX_PUSHED_ITEMS) throw memoryError();
  }
  return items;
}

/** A bound of `index(value, start, stop)`: clipped to what an array can have. */
export function searchIndex(value: Value): number {
  if (typeof value === "number") return value;
  if (typeOf(value).slots.__index__ === undefined) {
    throw typeError("slice indices must be integers or have an __index__ method");
  }
  return toSsize(value, undefined);
}

/** The items `count` times over. */
export function repeatItems(items: readonly Value[], count: number): Value[] {
  const length = items.length;
  if (count <= 0 || length === 0) return [];
  const total = checkedLength(length * count);
  if (length === 1) return new Array<Value>(total).fill(items[0]);
  const result = new Array<Value>(total);
  for (let i = 0; i < total; i++) result[i] = i < length ? items[i] : result[i - length];
  return result;
}

/** Make an index real, or throw `error()`. */
export function realIndex(index: number, length: number, error: () => PyError): number {
  const real = index < 0 ? index + length : index;
  if (real < 0 || real >= length) throw error();
  return real;
}

/** The subscript of a list or tuple that is no slice, as a number; `what` names the type in the message. */
export function subscriptIndex(key: Value, what: string): number {
  if (typeof key === "number") return key;
  if (typeOf(key).slots.__index__ === undefined) {
    throw typeError(`${what} indices must be integers or slices, not ${typeName(key)}`);
  }
  return toSsize(key, "IndexError");
}

/** `items[start:stop:step]` as an array. */
export function sliceItems(items: readonly Value[], start: number, step: number, count: number): Value[] {
  if (step === 1) return items.slice(start, start + count);
  const result = new Array<Value>(count);
  for (let i = 0, from = start; i < count; i++, from += step) result[i] = items[from];
  return result;
}
