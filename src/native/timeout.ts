/** Lengths of time as the modules are given them (CPython: _PyTime_FromSecondsObject in Python/pytime.c). */
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyFloat } from "../objects/kernel/payload.ts";
import { overflowError, valueError } from "../objects/kernel/raise.ts";

/** Nanoseconds are signed numbers of 64 bits. */
const isInRange = (seconds: number): boolean => Math.abs(seconds) * 1e9 < 2 ** 63;

/** Seconds; the sign is for the caller to check. */
export function secondsArgument(value: Value): number {
  if (value instanceof PyFloat) {
    const seconds = value.value;
    if (Number.isNaN(seconds)) throw valueError("Invalid value NaN (not a number)");
    if (!isInRange(seconds)) throw overflowError("timestamp out of range for platform time_t");
    return seconds;
  }
  const seconds = Number(toIndex(value));
  if (!isInRange(seconds)) throw overflowError("timestamp too large to convert to C _PyTime_t");
  return seconds;
}
