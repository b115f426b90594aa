/** _bisect (CPython Modules/_bisectmodule.c). */

import { getAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { LIST, NONE, typeName, typeOf } from "../objects/kernel/core-types.ts";
import type { MethodRow } from "../objects/kernel/define.ts";
import { exactLength } from "../objects/kernel/exact-length.ts";
import { getItem } from "../objects/kernel/iterate.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyList } from "../objects/kernel/payload.ts";
import { isTrueComparison } from "../objects/kernel/protocol.ts";
import { overflowError, typeError, valueError } from "../objects/kernel/raise.ts";
import { add, floorDivide } from "../util/int.ts";

type Side = "left" | "right";

/** A bound: an int in the range of C's Py_ssize_t. */
function bound(value: Value): number | bigint {
  const index = toIndex(value);
  if (typeof index === "bigint" && BigInt.asIntN(64, index) !== index) {
    throw overflowError("Python int too large to convert to C ssize_t");
  }
  return index;
}

/** The optional upper bound; -1 for none. */
function upperBound(value: Value): number | bigint {
  if (value === NONE) return -1;
  if (typeOf(value).slots.__index__ === undefined) {
    throw typeError(`argument should be integer or None, not '${typeName(value)}'`);
  }
  return bound(value);
}

/** Where `x` goes in the sorted part of `a`: left or right of what equals it. */
function search(side: Side, a: Value, x: Value, low: Value, high: Value, key: Value): number | bigint {
  let start = bound(low);
  let end = upperBound(high);
  if (start < 0) throw valueError("lo must be non-negative");
  if (end === -1) end = exactLength(a);
  while (start < end) {
    const middle: number | bigint = floorDivide(add(start, end), 2);
    const item = getItem(a, middle);
    const rank = key === NONE ? item : call(key, item);
    if (side === "left" ? isTrueComparison(rank, x, "__lt__") : !isTrueComparison(x, rank, "__lt__")) {
      start = add(middle, 1);
    } else end = middle;
  }
  return start;
}

function insert(side: Side, a: Value, x: Value, low: Value, high: Value, key: Value): void {
  const index = search(side, a, key === NONE ? x : call(key, x), low, high, key);
  if (a instanceof PyList && a.cls === LIST) a.items.splice(Number(index), 0, x);
  else call(getAttr(a, "insert"), index, x);
}

const SIGNATURE = "($module, /, a, x, lo=0, hi=None, *, key=None)";
const BOUNDS =
  "Optional args lo (default 0) and hi (default len(a)) bound the\nslice of a to be searched.\n\nA custom key function can be supplied to customize the sort order.";

const searchRow = (side: Side, doc: string): MethodRow => [
  SIGNATURE,
  `Return the index where to insert item x in list a, assuming a is sorted.\n\n${doc}\n\n${BOUNDS}`,
  (a: Value, x: Value, low: Value, high: Value, key: Value) => search(side, a, x, low, high, key),
];

const insertRow = (side: Side): MethodRow => [
  SIGNATURE,
  `Insert item x in list a, and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the ${side} of the ${side}most x.\n\n${BOUNDS}`,
  (a: Value, x: Value, low: Value, high: Value, key: Value) => insert(side, a, x, low, high, key),
];

export default defineModule("_bisect", {
  doc: "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion. For long lists of items with\nexpensive comparison operations, this can be an improvement over the more\ncommon approach.\n",
  functions: {
    bisect_right: searchRow(
      "right",
      "The return value i is such that all e in a[:i] have e <= x, and all e in\na[i:] have e > x.  So if x already appears in the list, a.insert(i, x) will\ninsert just after the rightmost x already there.",
    ),
    insort_right: insertRow("right"),
    bisect_left: searchRow(
      "left",
      "The return value i is such that all e in a[:i] have e < x, and all e in\na[i:] have e >= x.  So if x already appears in the list, a.insert(i, x) will\ninsert just before the leftmost x already there.",
    ),
    insort_left: insertRow("left"),
  },
});
