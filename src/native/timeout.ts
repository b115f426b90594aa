/** Lengths of time as the modules are given them (CPython: _PyTime_FromSecondsObject in Python/pytime.c). */
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyFloat } from "../objects/kernel/payload.ts";
import { overflowError, valueError } from "../objects/kernel/raise.ts";

const NANOSECONDS_IN = { second: 1e9, millisecond: 1e6 };

/** Seconds; the sign is for the caller to check. */
export function secondsArgument(value: Value): number {
  return timeArgument(value, NANOSECONDS_IN.second);
}

/** Whole milliseconds, of a part of one the next away from nothing. */
export function millisecondsArgument(value: Value): number {
  const milliseconds = timeArgument(value, NANOSECONDS_IN.millisecond);
  return Math.sign(milliseconds) * Math.ceil(Math.abs(milliseconds));
}

/** A number of units of so many nanoseconds, of which all together must fit a signed number of 64 bits. */
function timeArgument(value: Value, unit: number): number {
  const isInRange = (time: number): boolean => Math.abs(time) * unit < 2 ** 63;
  if (value instanceof PyFloat) {
    const time = value.value;
    if (Number.isNaN(time)) throw valueError("Invalid value NaN (not a number)");
    if (!isInRange(time)) throw overflowError("timestamp out of range for platform time_t");
    return time;
  }
  const time = Number(toIndex(value));
  if (!isInRange(time)) throw overflowError("timestamp too large to convert to C _PyTime_t");
  return time;
}
