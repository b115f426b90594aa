/**
 * What a slice means for a sequence of a given length (CPython Objects/sliceobject.c: PySlice_Unpack,
 * PySlice_AdjustIndices). The type itself is objects/types/slice.ts.
 */
import { NONE, typeOf } from "./core-types.ts";
import { toSsize } from "./number.ts";
import type { Value } from "./object.ts";
import type { PySlice } from "./payload.ts";
import { typeError, valueError } from "./raise.ts";

export interface SliceRange {
  /** First index taken, if `count` is not 0. */
  readonly start: number;
  /** The end, clipped to the sequence; -1 for "before the first item" if the step is negative. */
  readonly stop: number;
  readonly step: number;
  /** How many items are taken. */
  readonly count: number;
}

const LARGEST = Number.MAX_SAFE_INTEGER;

/** A slice's part as an index: clipped to the ends, never an error for its size. */
function sliceIndex(value: Value): number {
  if (typeof value === "number") return value;
  if (typeOf(value).slots.__index__ === undefined) {
    throw typeError("slice indices must be integers or None or have an __index__ method");
  }
  return toSsize(value, undefined);
}

/** The three parts as numbers, each clipped; may run Python code (`__index__`), so measure the sequence after it. */
export function unpackSlice(slice: PySlice): { start: number; stop: number; step: number } {
  const step = slice.step === NONE ? 1 : sliceIndex(slice.step);
  if (step === 0) throw valueError("slice step cannot be zero");
  const start = slice.start === NONE ? (step < 0 ? LARGEST : 0) : sliceIndex(slice.start);
  const stop = slice.stop === NONE ? (step < 0 ? -LARGEST : LARGEST) : sliceIndex(slice.stop);
  return { start, stop, step: Math.max(step, -LARGEST) };
}

/** The items that the unpacked parts take from a sequence of `length` items. */
export function adjustSlice(parts: { start: number; stop: number; step: number }, length: number): SliceRange {
  const { step } = parts;
  const lowest = step < 0 ? -1 : 0;
  const highest = step < 0 ? length - 1 : length;
  const clip = (index: number): number => {
    const real = index < 0 ? index + length : index;
    return real < lowest ? lowest : real > highest ? highest : real;
  };
  const start = clip(parts.start);
  const stop = clip(parts.stop);
  const span = step < 0 ? start - stop : stop - start;
  return { start, stop, step, count: span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1 };
}

/** What `slice` takes from a sequence whose length cannot change while its parts are asked for. */
export function sliceRange(slice: PySlice, length: number): SliceRange {
  return adjustSlice(unpackSlice(slice), length);
}

/** A search bound (`start`, `end` of str.find and list.index): absent or None is `otherwise`; clipped. */
export function searchBound(value: Value | undefined, otherwise: number): number {
  return value === undefined || value === NONE ? otherwise : sliceIndex(value);
}

/** Clip search bounds to a sequence of `length` items (CPython's ADJUST_INDICES); the start may stay beyond the end. */
export function adjustBounds(start: number, end: number, length: number): [start: number, end: number] {
  const last = end > length ? length : end < 0 ? Math.max(0, end + length) : end;
  return [start < 0 ? Math.max(0, start + length) : start, last];
}
