/** What the types of itertools share: slots, traits, the deprecated pickling. */

import { genericLookup } from "../../objects/kernel/attribute.ts";
import { typeName, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { PyObject, Value } from "../../objects/kernel/object.ts";
import { intOf, PyTuple } from "../../objects/kernel/payload.ts";
import { overflowError, typeError } from "../../objects/kernel/raise.ts";
import type { Slots } from "../../objects/kernel/slots.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { checkTupleCount } from "../../objects/types/arguments.ts";

export const ITERATOR_SLOTS = { __getattribute__: genericLookup, __iter__: (self: PyObject): Value => self } as const;
export const TRAITS = { basetype: true } as const;

/** The next item of an iterator, or undefined. */
export function advance(iterator: Value): Value | undefined {
  return (typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>)(iterator);
}

function warnPickling(): void {
  hooks.warn(
    EXCEPTIONS.DeprecationWarning,
    "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.",
    1,
  );
}

/** The rows of `__reduce__` and `__setstate__`: both are deprecated, and say so. */
export function pickling<Self>(
  reduce: (self: Self) => Value,
  setState?: (self: Self, state: Value) => void,
): Record<string, MethodRow> {
  const rows: Record<string, MethodRow> = {
    __reduce__: [
      "~($self, /)",
      "Return state information for pickling.",
      (self: Self) => {
        warnPickling();
        return reduce(self);
      },
    ],
  };
  if (setState !== undefined) {
    rows.__setstate__ = [
      "~($self, state, /)",
      "Set state information for unpickling.",
      (self: Self, state: Value) => {
        warnPickling();
        setState(self, state);
      },
    ];
  }
  return rows;
}

/** A Py_ssize_t argument of a constructor. */
export function sizeArgument(value: Value): number {
  const index = toIndex(value);
  if (typeof index === "bigint") throw overflowError("Python int too large to convert to C ssize_t");
  return index;
}

/** The items of a state, which must be a tuple of as many. */
export function stateItems(state: Value, count: number): Value[] {
  if (!(state instanceof PyTuple)) throw typeError("state is not a tuple");
  checkTupleCount(state.items.length, count, count);
  return state.items;
}

/** An int in a state. */
export function stateInt(value: Value): number {
  const int = intOf(value);
  if (int === undefined) throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  if (typeof int === "bigint") throw overflowError("Python int too large to convert to C ssize_t");
  return int;
}
