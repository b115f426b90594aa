/**
 * The context of decimal arithmetic: precision, rounding, limits, and the signals with their flags and traps.
 *
 * Trap: an operation collects conditions in `status`; what Python sees (exceptions, sticky flags) is
 * decided once, when the operation is over.
 */
import { type DecimalNumber, digitCount, finite, infinity, isZero, pow10, QUIET_NAN } from "./number.ts";

export const ROUNDINGS = [
  "ROUND_UP",
  "ROUND_DOWN",
  "ROUND_CEILING",
  "ROUND_FLOOR",
  "ROUND_HALF_UP",
  "ROUND_HALF_DOWN",
  "ROUND_HALF_EVEN",
  "ROUND_05UP",
] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** Conditions, one bit each. The first five are all signalled as InvalidOperation. */
export const INVALID_OPERATION = 1;
export const CONVERSION_SYNTAX = 2;
export const DIVISION_IMPOSSIBLE = 4;
export const DIVISION_UNDEFINED = 8;
export const INVALID_CONTEXT = 16;
export const FLOAT_OPERATION = 32;
export const DIVISION_BY_ZERO = 64;
export const OVERFLOW = 128;
export const UNDERFLOW = 256;
export const SUBNORMAL = 512;
export const INEXACT = 1024;
export const ROUNDED = 2048;
export const CLAMPED = 4096;
export const ANY_INVALID = 31;

/** 10^18 - 1 for Python; here the nearest double, one more. Nothing of that size is ever computed digit by digit. */
export const MAX_PREC = 1e18;
export const MAX_EMAX = 1e18;
export const MIN_EMIN = -1e18;

/** A setting as a Python int: what is beyond the safe integers is one of the limits. */
export function settingValue(value: number): number | bigint {
  if (Number.isSafeInteger(value)) return value;
  const size = BigInt(Math.abs(value)) - 1n;
  return value < 0 ? -size : size;
}

/** More digits than this cannot be held. */
const MAX_DIGITS = 100_000_000;

export interface Settings {
  prec: number;
  rounding: Rounding;
  Emin: number;
  Emax: number;
  capitals: number;
  clamp: number;
}

/** One operation under way: the settings, and the conditions met so far. */
export class Work {
  status = 0;

  constructor(readonly settings: Settings) {}

  get prec(): number {
    return this.settings.prec;
  }

  get etiny(): number {
    return this.settings.Emin - this.settings.prec + 1;
  }

  invalid(condition: number = INVALID_OPERATION): DecimalNumber {
    this.status |= condition;
    return QUIET_NAN;
  }

  /** The operand that is a NaN decides: quieted, its payload cut to the precision. Undefined if there is none. */
  nan(...operands: DecimalNumber[]): DecimalNumber | undefined {
    const signaling = operands.find((x) => x.kind === "signaling");
    if (signaling !== undefined) this.status |= INVALID_OPERATION;
    const found = signaling ?? operands.find((x) => x.kind === "quiet");
    return found === undefined ? undefined : this.quiet(found);
  }

  private quiet(x: DecimalNumber): DecimalNumber {
    const room = this.settings.prec - this.settings.clamp;
    const coefficient = digitCount(x.coefficient) > room ? x.coefficient % pow10(Math.max(room, 0)) : x.coefficient;
    return { negative: x.negative, kind: "quiet", coefficient, exponent: 0 };
  }

  /** Round to the precision and fit into the exponent range. `sticky` says that digits below were lost already. */
  finish(x: DecimalNumber, sticky = false): DecimalNumber {
    if (x.kind !== "finite") return x;
    const { prec, Emin, Emax, clamp } = this.settings;
    const { etiny } = this;
    if (x.coefficient === 0n && !sticky) return this.finishZero(x);
    const digits = digitCount(x.coefficient);
    const top = x.exponent + digits - 1;
    if (top > Emax) return this.overflow(x.negative);
    const lowest = Math.max(etiny, x.exponent + digits - prec);
    const subnormal = top < Emin;
    if (x.exponent < lowest || sticky) return this.round(x, lowest, sticky, subnormal);
    if (subnormal) this.status |= SUBNORMAL;
    const highest = Emax - prec + 1;
    if (clamp === 1 && x.exponent > highest) {
      this.status |= CLAMPED;
      return finite(x.negative, x.coefficient * pow10(x.exponent - highest), highest);
    }
    return x;
  }

  private finishZero(x: DecimalNumber): DecimalNumber {
    const { prec, Emax, clamp } = this.settings;
    const highest = clamp === 1 ? Emax - prec + 1 : Emax;
    const exponent = Math.min(Math.max(x.exponent, this.etiny), highest);
    if (exponent !== x.exponent) this.status |= CLAMPED;
    return exponent === x.exponent ? x : finite(x.negative, 0n, exponent);
  }

  private overflow(negative: boolean): DecimalNumber {
    this.status |= OVERFLOW | INEXACT | ROUNDED;
    const { prec, Emax, rounding } = this.settings;
    const toward =
      rounding === "ROUND_DOWN" ||
      rounding === "ROUND_05UP" ||
      (rounding === "ROUND_CEILING" && negative) ||
      (rounding === "ROUND_FLOOR" && !negative);
    if (!toward) return infinity(negative);
    if (prec > MAX_DIGITS) throw new RangeError("Invalid array length");
    return finite(negative, pow10(prec) - 1n, Emax - prec + 1);
  }

  private round(x: DecimalNumber, lowest: number, sticky: boolean, subnormal: boolean): DecimalNumber {
    const shift = lowest - x.exponent;
    const { quotient, inexact } = roundShift(x.coefficient, shift, this.settings.rounding, x.negative, sticky);
    let coefficient = quotient;
    let exponent = shift > 0 ? lowest : x.exponent;
    if (digitCount(coefficient) > this.settings.prec) {
      coefficient /= 10n;
      exponent++;
    }
    this.status |= ROUNDED;
    if (inexact) this.status |= INEXACT;
    const result = finite(x.negative, coefficient, exponent);
    if (coefficient !== 0n && exponent + digitCount(coefficient) - 1 > this.settings.Emax)
      return this.overflow(x.negative);
    if (subnormal) {
      this.status |= SUBNORMAL;
      if (inexact) this.status |= UNDERFLOW;
      if (coefficient === 0n) this.status |= CLAMPED;
    }
    return result;
  }
}

/** coefficient / 10^shift, rounded. A shift of 0 or less only looks at `sticky`. */
export function roundShift(
  coefficient: bigint,
  shift: number,
  rounding: Rounding,
  negative: boolean,
  sticky = false,
): { quotient: bigint; inexact: boolean } {
  if (shift <= 0) {
    return {
      quotient: sticky && awayFrom(coefficient, 0, rounding, negative, true) ? coefficient + 1n : coefficient,
      inexact: sticky,
    };
  }
  if (shift > digitCount(coefficient) + 1) {
    const inexact = coefficient !== 0n || sticky;
    return { quotient: inexact && awayFrom(0n, -1, rounding, negative, true) ? 1n : 0n, inexact };
  }
  const unit = pow10(shift);
  const quotient = coefficient / unit;
  const rest = coefficient % unit;
  const inexact = rest !== 0n || sticky;
  if (!inexact) return { quotient, inexact };
  const twice = rest * 2n;
  const half = twice > unit || (twice === unit && sticky) ? 1 : twice === unit ? 0 : -1;
  return { quotient: awayFrom(quotient, half, rounding, negative, inexact) ? quotient + 1n : quotient, inexact };
}

/** Does rounding go away from zero? `half` compares what is cut off with one half. */
function awayFrom(quotient: bigint, half: number, rounding: Rounding, negative: boolean, inexact: boolean): boolean {
  if (!inexact) return false;
  switch (rounding) {
    case "ROUND_UP":
      return true;
    case "ROUND_DOWN":
      return false;
    case "ROUND_CEILING":
      return !negative;
    case "ROUND_FLOOR":
      return negative;
    case "ROUND_HALF_UP":
      return half >= 0;
    case "ROUND_HALF_DOWN":
      return half > 0;
    case "ROUND_HALF_EVEN":
      return half > 0 || (half === 0 && quotient % 2n === 1n);
    case "ROUND_05UP":
      return quotient % 5n === 0n;
  }
}

/** Is a zero or a number whose adjusted exponent is in the subnormal range? */
export function isSubnormal(x: DecimalNumber, settings: Settings): boolean {
  return x.kind === "finite" && !isZero(x) && x.exponent + digitCount(x.coefficient) - 1 < settings.Emin;
}
