/**
 * slice (CPython Objects/sliceobject.c). What a slice takes of a sequence is in kernel/slice.ts; here
 * `indices()` does the same for lengths of any size.
 */

import { genericLookup } from "../kernel/attribute.ts";
import { NONE, SLICE, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { toIndex } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intFromBigInt, PySlice, strFromJs, tuple } from "../kernel/payload.ts";
import { type Comparison, compare, reprText } from "../kernel/protocol.ts";
import { typeError, valueError } from "../kernel/raise.ts";
import { hashSlice } from "../kernel/tuple-hash.ts";
import { checkCount, refuseKeywords } from "./arguments.ts";
import { comparisonSlots } from "./sequence.ts";

completeType<PySlice>(SLICE, {
  doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
  slots: {
    __new__: (_cls: PyType, args: Value[], kwnames) => {
      refuseKeywords("slice", kwnames);
      checkCount("slice", args.length, 1, 3);
      return args.length === 1 ? new PySlice(NONE, args[0], NONE) : new PySlice(args[0], args[1], args[2] ?? NONE);
    },
    __repr__: (self) => strFromJs(`slice(${reprText(self.start)}, ${reprText(self.stop)}, ${reprText(self.step)})`),
    __hash__: (self) => hashSlice([self.start, self.stop, self.step]),
    __getattribute__: genericLookup,
    ...comparisonSlots((other): other is PySlice => other instanceof PySlice, compareSlices),
  },
  allocate: () => new PySlice(NONE, NONE, NONE),
  methods: {
    indices: [
      "~($self, len, /)",
      "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.",
      indices,
    ],
    __reduce__: [
      "~($self, /)",
      "Return state information for pickling.",
      (self: PySlice) => tuple([self.cls, tuple([self.start, self.stop, self.step])]),
    ],
  },
  members: {
    start: [(self) => self.start],
    stop: [(self) => self.stop],
    step: [(self) => self.step],
  },
});

/** As the tuples (start, stop, step) compare. */
function compareSlices(self: PySlice, other: PySlice, op: Comparison): Value {
  if (self === other) return op === "__eq__" || op === "__le__" || op === "__ge__";
  return compare(tuple([self.start, self.stop, self.step]), tuple([other.start, other.stop, other.step]), op);
}

function sliceIndex(value: Value): bigint {
  if (typeOf(value).slots.__index__ === undefined) {
    throw typeError("slice indices must be integers or None or have an __index__ method");
  }
  return BigInt(toIndex(value));
}

/** The parts of a slice for a sequence of any length, in ints of any size (_PySlice_GetLongIndices). */
export function longIndices(self: PySlice, length: bigint): { start: bigint; stop: bigint; step: bigint } {
  const step = self.step === NONE ? 1n : sliceIndex(self.step);
  if (step === 0n) throw valueError("slice step cannot be zero");
  const lowest = step < 0n ? -1n : 0n;
  const highest = step < 0n ? length - 1n : length;
  const clip = (value: Value, otherwise: bigint): bigint => {
    if (value === NONE) return otherwise;
    const index = sliceIndex(value);
    if (index < 0n) return index + length < lowest ? lowest : index + length;
    return index > highest ? highest : index;
  };
  const start = clip(self.start, step < 0n ? highest : lowest);
  return { start, stop: clip(self.stop, step < 0n ? lowest : highest), step };
}

function indices(self: PySlice, length: Value): Value {
  const count = BigInt(toIndex(length));
  if (count < 0n) throw valueError("length should not be negative");
  const { start, stop, step } = longIndices(self, count);
  return tuple([intFromBigInt(start), intFromBigInt(stop), intFromBigInt(step)]);
}
