/**
 * Hash, equality, order, repr and str of any value (CPython Objects/object.c).
 */
import { FLOAT, isSubtype, NOT_IMPLEMENTED, shownName, TUPLE, typeName, typeOf } from "./core-types.ts";
import type { Value } from "./object.ts";
import { jsString, PyFloat, PyTuple, textOf } from "./payload.ts";
import { recursionError, typeError, whileComparing } from "./raise.ts";
import type { BinarySlot, Slots } from "./slots.ts";
import { isTrue } from "./truth.ts";

export type Comparison = "__lt__" | "__le__" | "__eq__" | "__ne__" | "__gt__" | "__ge__";

const SWAPPED: Record<Comparison, Comparison> = {
  __lt__: "__gt__",
  __le__: "__ge__",
  __eq__: "__eq__",
  __ne__: "__ne__",
  __gt__: "__lt__",
  __ge__: "__le__",
};

const SYMBOL: Record<Comparison, string> = {
  __lt__: "<",
  __le__: "<=",
  __eq__: "==",
  __ne__: "!=",
  __gt__: ">",
  __ge__: ">=",
};

/** `hash(value)`: a Python int in the signed 64-bit range. Throws TypeError if unhashable. */
export function hashOf(value: Value): number | bigint {
  if (typeof value === "number") return value === -1 ? -2 : value;
  const slot = typeOf(value).slots.__hash__;
  if (slot === undefined) throw typeError(`unhashable type: '${typeName(value)}'`);
  return slot(value);
}

/** `left <op> right` of JavaScript numbers. */
export function compareNumbers(left: number, right: number, op: Comparison): boolean {
  switch (op) {
    case "__lt__":
      return left < right;
    case "__le__":
      return left <= right;
    case "__eq__":
      return left === right;
    case "__ne__":
      return left !== right;
    case "__gt__":
      return left > right;
    case "__ge__":
      return left >= right;
  }
}

/** Anything whose items lie in an array; a list may put another array in its place. */
export interface Sequence {
  readonly items: Value[];
}

/** `left <op> right` in lexicographic order. */
export function compareSequences(left: Sequence, right: Sequence, op: Comparison): Value {
  try {
    return compareItems(left, right, op);
  } catch (error) {
    throw whileComparing(error);
  }
}

function compareItems(left: Sequence, right: Sequence, op: Comparison): Value {
  // Unlike tuples, lists of different lengths are unequal before any item is asked.
  const isEquality = op === "__eq__" || op === "__ne__";
  if (isEquality && left.items.length !== right.items.length && !(left instanceof PyTuple)) return op === "__ne__";
  let i = 0;
  while (i < left.items.length && i < right.items.length) {
    if (!isEqual(left.items[i], right.items[i])) break;
    i++;
  }
  if (i < left.items.length && i < right.items.length) {
    if (op === "__eq__") return false;
    if (op === "__ne__") return true;
    return compare(left.items[i], right.items[i], op);
  }
  return compareNumbers(left.items.length, right.items.length, op);
}

/** `slots[op]`, written so that each property is looked up where only it is. */
function slotOf(slots: Slots, op: Comparison): BinarySlot | undefined {
  switch (op) {
    case "__lt__":
      return slots.__lt__;
    case "__le__":
      return slots.__le__;
    case "__eq__":
      return slots.__eq__;
    case "__ne__":
      return slots.__ne__;
    case "__gt__":
      return slots.__gt__;
    case "__ge__":
      return slots.__ge__;
  }
}

/** `left <op> right` for the six comparisons; any value may come back. */
export function compare(left: Value, right: Value, op: Comparison): Value {
  if (typeof left === "number") {
    if (typeof right === "number") return compareNumbers(left, right, op);
  } else if (left instanceof PyFloat && right instanceof PyFloat && left.cls === FLOAT && right.cls === FLOAT) {
    return compareNumbers(left.value, right.value, op);
  } else if (left instanceof PyTuple && right instanceof PyTuple && left.cls === TUPLE && right.cls === TUPLE) {
    return compareSequences(left, right, op);
  }
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  const forward = slotOf(leftType.slots, op);
  const backward = slotOf(rightType.slots, SWAPPED[op]);
  let checked = false;
  if (leftType !== rightType && backward !== undefined && isSubtype(rightType, leftType)) {
    checked = true;
    const result = backward(right, left);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (forward !== undefined) {
    const result = forward(left, right);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (!checked && backward !== undefined) {
    const result = backward(right, left);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (op === "__eq__") return left === right;
  if (op === "__ne__") return left !== right;
  throw typeError(
    `'${SYMBOL[op]}' not supported between instances of '${shownName(leftType)}' and '${shownName(rightType)}'`,
  );
}

/** The truth of `left <op> right`; unlike containers, identity decides nothing. */
export function isTrueComparison(left: Value, right: Value, op: Comparison): boolean {
  return isTrue(compare(left, right, op));
}

/** `left is right or left == right`: how containers compare their items (PyObject_RichCompareBool). */
export function isEqual(left: Value, right: Value): boolean {
  if (left === right) return true;
  const kind = typeof left;
  // Two primitives of one kind are equal only if they are identical.
  if (kind !== "object" && kind === typeof right) return false;
  if (left instanceof PyTuple && right instanceof PyTuple && left.cls === TUPLE && right.cls === TUPLE) {
    return areEqual(left.items, right.items);
  }
  return isTrue(compare(left, right, "__eq__"));
}

function areEqual(left: readonly Value[], right: readonly Value[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (!isEqual(left[i], right[i])) return false;
  return true;
}

/** `repr(value)` as a str value. */
export function repr(value: Value): Value {
  const slot = typeOf(value).slots.__repr__;
  if (slot === undefined) return `<${typeName(value)} object>`;
  return checkString(slot(value), "__repr__");
}

/** What a `__repr__` or `__str__` gave, if it is a str. */
function checkString(result: Value, name: string): Value {
  if (typeof result !== "string" && textOf(result) === undefined) {
    throw typeError(`${name} returned non-string (type ${typeName(result)})`);
  }
  return result;
}

/** `str(value)` as a str value. */
export function str(value: Value): Value {
  if (typeof value === "string") return value;
  const slot = typeOf(value).slots.__str__;
  return slot === undefined ? repr(value) : checkString(slot(value), "__str__");
}

/** `repr(value)` as a JavaScript string, for messages and for building other reprs. Surrogates survive as UTF-16. */
export function reprText(value: Value): string {
  return jsString(repr(value)) as string;
}

/** `str(value)` as a JavaScript string. */
export function strText(value: Value): string {
  return jsString(str(value)) as string;
}

/** The str `value` as a JavaScript string, or TypeError(message). */
export function expectStr(value: Value, message: string): string {
  if (textOf(value) === undefined) throw typeError(message);
  return jsString(value) as string;
}

const active = new Set<object>();

/** Containers within containers beyond this are a RecursionError, whatever the host's stack would bear. */
const DEEPEST_REPR = 10_000;

/** Build the repr of a container; `placeholder` where it (indirectly) contains itself. */
export function reprGuard<T>(self: object, placeholder: T, build: () => T): T {
  if (active.has(self)) return placeholder;
  if (active.size >= DEEPEST_REPR) {
    throw recursionError("maximum recursion depth exceeded while getting the repr of an object");
  }
  active.add(self);
  try {
    return build();
  } finally {
    active.delete(self);
  }
}
