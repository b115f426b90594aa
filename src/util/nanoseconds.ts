/** Points in time as file systems have them: nanoseconds since 1970, perhaps before. */

/** Whole seconds, rounded down. */
export function wholeSeconds(nanoseconds: bigint): bigint {
  const whole = nanoseconds / 1_000_000_000n;
  return nanoseconds % 1_000_000_000n < 0n ? whole - 1n : whole;
}

/** Seconds as CPython computes them: whole seconds plus 1e-9 times the rest. */
export function floatSeconds(nanoseconds: bigint): number {
  const whole = wholeSeconds(nanoseconds);
  return Number(whole) + 1e-9 * Number(nanoseconds - whole * 1_000_000_000n);
}
