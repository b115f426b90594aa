/**
 * The operations of decimal arithmetic that are exact up to one rounding (General Decimal Arithmetic
 * Specification; CPython's libmpdec). Each takes a Work, which collects the conditions.
 */
import {
  CLAMPED,
  DIVISION_BY_ZERO,
  DIVISION_IMPOSSIBLE,
  DIVISION_UNDEFINED,
  INEXACT,
  ROUNDED,
  type Rounding,
  roundShift,
  Work,
} from "./context.ts";
import {
  adjusted,
  compareNumbers,
  type DecimalNumber,
  digitCount,
  finite,
  infinity,
  isFiniteDecimal,
  isInteger,
  isNaNDecimal,
  isZero,
  pow10,
  withSign,
  ZERO,
} from "./number.ts";

export function plus(work: Work, x: DecimalNumber): DecimalNumber {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  // +(-0) is 0 unless rounding goes down.
  const positive = isZero(x) && work.settings.rounding !== "ROUND_FLOOR";
  return work.finish(positive ? withSign(x, false) : x);
}

export function minus(work: Work, x: DecimalNumber): DecimalNumber {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  const positive = isZero(x) && work.settings.rounding !== "ROUND_FLOOR";
  return work.finish(withSign(x, positive ? false : !x.negative));
}

export function absolute(work: Work, x: DecimalNumber): DecimalNumber {
  return work.nan(x) ?? work.finish(withSign(x, false));
}

export function add(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  if (!isFiniteDecimal(x)) return !isFiniteDecimal(y) && x.negative !== y.negative ? work.invalid() : x;
  if (!isFiniteDecimal(y)) return y;
  return addFinite(work, x, y);
}

function addFinite(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const exponent = Math.min(x.exponent, y.exponent);
  const negativeZero =
    work.settings.rounding === "ROUND_FLOOR" ? x.negative !== y.negative || x.negative : x.negative && y.negative;
  if (isZero(x) && isZero(y)) return work.finish(finite(negativeZero, 0n, exponent));
  if (isZero(x) || isZero(y)) {
    const value = isZero(x) ? y : x;
    const lowest = Math.max(exponent, value.exponent - work.prec - 1);
    const widened =
      value.exponent > lowest
        ? finite(value.negative, value.coefficient * pow10(value.exponent - lowest), lowest)
        : value;
    return work.finish(widened);
  }
  const [big, small] = adjusted(x) >= adjusted(y) ? [x, y] : [y, x];
  // Far below the last digit that counts, only the sign of the smaller number matters.
  const floor = Math.min(big.exponent, adjusted(big) - work.prec - 2) - 1;
  const tail = adjusted(small) < floor - 1 ? finite(small.negative, 1n, floor) : small;
  const base = Math.min(big.exponent, tail.exponent);
  const signed = (n: DecimalNumber): bigint => {
    const scaled = n.coefficient * pow10(n.exponent - base);
    return n.negative ? -scaled : scaled;
  };
  const sum = signed(big) + signed(tail);
  if (sum === 0n) return work.finish(finite(work.settings.rounding === "ROUND_FLOOR", 0n, base));
  return work.finish(finite(sum < 0n, sum < 0n ? -sum : sum, base));
}

export function subtract(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  return work.nan(x, y) ?? add(work, x, withSign(y, !y.negative));
}

/** The product without rounding; for finite numbers. */
const exactProduct = (x: DecimalNumber, y: DecimalNumber): DecimalNumber =>
  finite(x.negative !== y.negative, x.coefficient * y.coefficient, x.exponent + y.exponent);

export function multiply(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  const negative = x.negative !== y.negative;
  if (!isFiniteDecimal(x) || !isFiniteDecimal(y)) return isZero(x) || isZero(y) ? work.invalid() : infinity(negative);
  return work.finish(exactProduct(x, y));
}

export function fma(work: Work, x: DecimalNumber, y: DecimalNumber, z: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined && !(x.kind !== "signaling" && y.kind !== "signaling" && z.kind === "signaling")) return nan;
  if (isNaNDecimal(z) || nan !== undefined) return work.nan(z) ?? (nan as DecimalNumber);
  if (isFiniteDecimal(x) && isFiniteDecimal(y)) return add(work, exactProduct(x, y), z);
  const product = multiply(work, x, y);
  return isNaNDecimal(product) ? product : add(work, product, z);
}

export function divide(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  const negative = x.negative !== y.negative;
  if (!isFiniteDecimal(x)) return isFiniteDecimal(y) ? infinity(negative) : work.invalid();
  if (!isFiniteDecimal(y)) {
    work.status |= CLAMPED;
    return finite(negative, 0n, work.etiny);
  }
  if (isZero(y)) {
    if (isZero(x)) return work.invalid(DIVISION_UNDEFINED);
    work.status |= DIVISION_BY_ZERO;
    return infinity(negative);
  }
  const ideal = x.exponent - y.exponent;
  if (isZero(x)) return work.finish(finite(negative, 0n, ideal));
  const shift = Math.max(0, work.prec + 1 + digitCount(y.coefficient) - digitCount(x.coefficient));
  const numerator = x.coefficient * pow10(shift);
  let quotient = numerator / y.coefficient;
  const sticky = numerator % y.coefficient !== 0n;
  let exponent = ideal - shift;
  if (!sticky) {
    while (exponent < ideal && quotient % 10n === 0n) {
      quotient /= 10n;
      exponent++;
    }
  }
  return work.finish(finite(negative, quotient, exponent), sticky);
}

/** Quotient and remainder toward zero; undefined if the quotient has more digits than the precision. */
function divideTruncated(
  work: Work,
  x: DecimalNumber,
  y: DecimalNumber,
): { quotient: bigint; remainder: DecimalNumber } | undefined {
  const exponent = Math.min(x.exponent, y.exponent);
  if (isZero(x) || adjusted(x) < adjusted(y)) return { quotient: 0n, remainder: x };
  if (adjusted(x) - adjusted(y) > work.prec) return undefined;
  const left = x.coefficient * pow10(x.exponent - exponent);
  const right = y.coefficient * pow10(y.exponent - exponent);
  const quotient = left / right;
  if (digitCount(quotient) > work.prec) return undefined;
  return { quotient, remainder: finite(x.negative, left % right, exponent) };
}

export function divideInteger(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  return divmod(work, x, y, true).quotient;
}

export function remainder(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  if (!isFiniteDecimal(x)) return work.invalid();
  if (!isFiniteDecimal(y)) return work.finish(x);
  if (isZero(y)) return work.invalid(isZero(x) ? DIVISION_UNDEFINED : 1);
  const parts = divideTruncated(work, x, y);
  if (parts === undefined) return work.invalid(DIVISION_IMPOSSIBLE);
  return work.finish(widen(parts.remainder, Math.min(x.exponent, y.exponent)));
}

/** The same value with a lower exponent. */
function widen(x: DecimalNumber, exponent: number): DecimalNumber {
  return x.exponent > exponent ? finite(x.negative, x.coefficient * pow10(x.exponent - exponent), exponent) : x;
}

export function divmod(
  work: Work,
  x: DecimalNumber,
  y: DecimalNumber,
  quotientOnly = false,
): { quotient: DecimalNumber; remainder: DecimalNumber } {
  const both = (n: DecimalNumber) => ({ quotient: n, remainder: n });
  const nan = work.nan(x, y);
  if (nan !== undefined) return both(nan);
  const negative = x.negative !== y.negative;
  if (!isFiniteDecimal(x)) {
    if (!isFiniteDecimal(y)) return both(work.invalid());
    return { quotient: infinity(negative), remainder: quotientOnly ? ZERO : work.invalid() };
  }
  if (!isFiniteDecimal(y)) return { quotient: finite(negative, 0n, 0), remainder: work.finish(x) };
  if (isZero(y)) {
    if (isZero(x)) return both(work.invalid(DIVISION_UNDEFINED));
    work.status |= DIVISION_BY_ZERO;
    return { quotient: infinity(negative), remainder: quotientOnly ? ZERO : work.invalid() };
  }
  const parts = divideTruncated(work, x, y);
  if (parts === undefined) return both(work.invalid(DIVISION_IMPOSSIBLE));
  const rest = quotientOnly ? ZERO : work.finish(widen(parts.remainder, Math.min(x.exponent, y.exponent)));
  return { quotient: work.finish(finite(negative, parts.quotient, 0)), remainder: rest };
}

export function remainderNear(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  if (!isFiniteDecimal(x)) return work.invalid();
  if (!isFiniteDecimal(y)) return work.finish(x);
  if (isZero(y)) return work.invalid(isZero(x) ? DIVISION_UNDEFINED : 1);
  const exponent = Math.min(x.exponent, y.exponent);
  if (isZero(x)) return work.finish(finite(x.negative, 0n, exponent));
  const distance = adjusted(x) - adjusted(y);
  if (distance >= work.prec + 1) return work.invalid(DIVISION_IMPOSSIBLE);
  if (distance <= -2) return work.finish(widen(x, Math.min(x.exponent, Math.max(y.exponent, x.exponent - work.prec))));
  const left = x.coefficient * pow10(x.exponent - exponent);
  const right = y.coefficient * pow10(y.exponent - exponent);
  let quotient = left / right;
  let rest = left % right;
  if (2n * rest + (quotient & 1n) > right) {
    rest -= right;
    quotient++;
  }
  if (digitCount(quotient) > work.prec) return work.invalid(DIVISION_IMPOSSIBLE);
  const negative = rest < 0n ? !x.negative : x.negative;
  return work.finish(finite(negative, rest < 0n ? -rest : rest, exponent));
}

/** Floor of the square root: Newton's iteration from above. */
export function integerSqrt(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

export function squareRoot(work: Work, x: DecimalNumber): DecimalNumber {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  if (x.kind === "infinite") return x.negative ? work.invalid() : x;
  const ideal = Math.floor(x.exponent / 2);
  if (isZero(x)) return work.finish(finite(x.negative, 0n, ideal));
  if (x.negative) return work.invalid();
  const odd = x.exponent % 2 !== 0;
  let radicand = odd ? x.coefficient * 10n : x.coefficient;
  let exponent = ideal;
  const shift = Math.max(0, work.prec + 1 - Math.ceil(digitCount(radicand) / 2));
  radicand *= pow10(2 * shift);
  exponent -= shift;
  let root = integerSqrt(radicand);
  const sticky = root * root !== radicand;
  if (!sticky) {
    while (exponent < ideal && root % 10n === 0n) {
      root /= 10n;
      exponent++;
    }
  }
  // The specification rounds half even, whatever the context says.
  const settings = { ...work.settings, rounding: "ROUND_HALF_EVEN" as Rounding };
  const inner = new Work(settings);
  const result = inner.finish(finite(false, root, exponent), sticky);
  work.status |= inner.status;
  return result;
}

export function quantize(work: Work, x: DecimalNumber, pattern: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, pattern);
  if (nan !== undefined) return nan;
  if (!isFiniteDecimal(x) || !isFiniteDecimal(pattern)) return x.kind === pattern.kind ? x : work.invalid();
  return rescale(work, x, pattern.exponent, work.settings.rounding);
}

function rescale(work: Work, x: DecimalNumber, exponent: number, rounding: Rounding): DecimalNumber {
  const { prec, Emax } = work.settings;
  if (exponent > Emax || exponent < work.etiny) return work.invalid();
  if (isZero(x)) return work.finish(finite(x.negative, 0n, exponent));
  if (adjusted(x) > Emax || adjusted(x) - exponent + 1 > prec) return work.invalid();
  const shift = exponent - x.exponent;
  if (shift <= 0) return work.finish(widen(x, exponent));
  const { quotient, inexact } = roundShift(x.coefficient, shift, rounding, x.negative);
  const result = finite(x.negative, quotient, exponent);
  if (digitCount(quotient) > prec || adjusted(result) > Emax) return work.invalid();
  work.status |= ROUNDED | (inexact ? INEXACT : 0);
  return work.finish(result);
}

/** Round to an integer; `exact` sets the flags that the operation of that name sets. */
export function toIntegral(work: Work, x: DecimalNumber, rounding: Rounding, exact: boolean): DecimalNumber {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  if (!isFiniteDecimal(x) || x.exponent >= 0) return x;
  const { quotient, inexact } = roundShift(x.coefficient, -x.exponent, rounding, x.negative);
  if (exact) work.status |= ROUNDED | (inexact ? INEXACT : 0);
  return finite(x.negative, quotient, 0);
}

/** Without trailing zeros. */
export function reduce(work: Work, x: DecimalNumber): DecimalNumber {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  const rounded = work.finish(x);
  if (!isFiniteDecimal(rounded)) return rounded;
  if (isZero(rounded)) return finite(rounded.negative, 0n, 0);
  const { prec, Emax, clamp } = work.settings;
  const highest = clamp === 1 ? Emax - prec + 1 : Emax;
  let { coefficient, exponent } = rounded;
  while (exponent < highest && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return finite(rounded.negative, coefficient, exponent);
}

/** -1, 0 or 1 as a number; NaN if an operand is. */
export function compare(work: Work, x: DecimalNumber, y: DecimalNumber, signal = false): DecimalNumber {
  if (signal && (isNaNDecimal(x) || isNaNDecimal(y))) work.status |= 1;
  return work.nan(x, y) ?? fromSign(compareNumbers(x, y));
}

export const fromSign = (sign: number): DecimalNumber => finite(sign < 0, sign === 0 ? 0n : 1n, 0);

/** The total order of all representations: -1, 0 or 1. */
export function compareTotal(x: DecimalNumber, y: DecimalNumber): number {
  if (x.negative !== y.negative) return x.negative ? -1 : 1;
  const direction = x.negative ? -1 : 1;
  const rank = (n: DecimalNumber): number => (n.kind === "quiet" ? 2 : n.kind === "signaling" ? 1 : 0);
  if (rank(x) !== rank(y)) return rank(x) < rank(y) ? -direction : direction;
  if (rank(x) > 0) return x.coefficient === y.coefficient ? 0 : x.coefficient < y.coefficient ? -direction : direction;
  const order = compareNumbers(x, y);
  if (order !== 0 || x.kind === "infinite") return order;
  return x.exponent === y.exponent ? 0 : x.exponent < y.exponent ? -direction : direction;
}

/** max (sign 1) or min (-1); a quiet NaN loses against a number. */
export function extreme(
  work: Work,
  x: DecimalNumber,
  y: DecimalNumber,
  sign: 1 | -1,
  magnitude: boolean,
): DecimalNumber {
  if (isNaNDecimal(x) || isNaNDecimal(y)) {
    if (x.kind === "quiet" && !isNaNDecimal(y)) return work.finish(y);
    if (y.kind === "quiet" && !isNaNDecimal(x)) return work.finish(x);
    return work.nan(x, y) as DecimalNumber;
  }
  const left = magnitude ? withSign(x, false) : x;
  const right = magnitude ? withSign(y, false) : y;
  const order = compareNumbers(left, right) || compareTotal(x, y);
  return work.finish(order * sign >= 0 ? x : y);
}

/** The next number up (1) or down (-1). */
export function nextNumber(work: Work, x: DecimalNumber, direction: 1 | -1): DecimalNumber {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  const { prec, Emax } = work.settings;
  if (x.kind === "infinite") {
    if (x.negative === direction < 0) return x;
    return finite(x.negative, pow10(prec) - 1n, Emax - prec + 1);
  }
  const rounding: Rounding = direction > 0 ? "ROUND_CEILING" : "ROUND_FLOOR";
  const inner = new Work({ ...work.settings, rounding });
  const rounded = inner.finish(x);
  if (compareNumbers(rounded, x) !== 0) return rounded;
  const tiny = finite(direction < 0, 1n, work.etiny - 1);
  return addFinite(new Work({ ...work.settings, rounding }), x, tiny);
}

export function sameQuantum(x: DecimalNumber, y: DecimalNumber): boolean {
  if (!isFiniteDecimal(x) || !isFiniteDecimal(y))
    return (isNaNDecimal(x) && isNaNDecimal(y)) || (x.kind === "infinite" && y.kind === "infinite");
  return x.exponent === y.exponent;
}

export function logB(work: Work, x: DecimalNumber): DecimalNumber {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  if (!isFiniteDecimal(x)) return infinity(false);
  if (isZero(x)) {
    work.status |= DIVISION_BY_ZERO;
    return infinity(true);
  }
  const exponent = adjusted(x);
  return work.finish(finite(exponent < 0, BigInt(Math.abs(exponent)), 0));
}

/** The value of an integer operand within ±limit, or undefined. */
function smallInteger(y: DecimalNumber, limit: number): number | undefined {
  if (!isInteger(y) || y.exponent !== 0 || y.coefficient > BigInt(limit)) return undefined;
  return y.negative ? -Number(y.coefficient) : Number(y.coefficient);
}

export function scaleB(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  const power = isFiniteDecimal(y) ? smallInteger(y, 2 * (work.settings.Emax + work.prec)) : undefined;
  if (power === undefined) return work.invalid();
  return isFiniteDecimal(x) ? work.finish(finite(x.negative, x.coefficient, x.exponent + power)) : x;
}

export function shiftDigits(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  const count = isFiniteDecimal(y) ? smallInteger(y, work.prec) : undefined;
  if (count === undefined) return work.invalid();
  if (!isFiniteDecimal(x)) return x;
  const coefficient = count < 0 ? x.coefficient / pow10(-count) : (x.coefficient * pow10(count)) % pow10(work.prec);
  return finite(x.negative, coefficient, x.exponent);
}

export function rotateDigits(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  const count = isFiniteDecimal(y) ? smallInteger(y, work.prec) : undefined;
  if (count === undefined) return work.invalid();
  if (!isFiniteDecimal(x)) return x;
  const { prec } = work;
  const left = ((count % prec) + prec) % prec;
  const value = x.coefficient % pow10(prec);
  const coefficient = ((value * pow10(left)) % pow10(prec)) + value / pow10(prec - left);
  return finite(x.negative, coefficient, x.exponent);
}

/** Digit-wise and, or, xor of numbers that consist of 0 and 1. */
export function logical(
  work: Work,
  x: DecimalNumber,
  y: DecimalNumber,
  op: (a: number, b: number) => number,
): DecimalNumber {
  const left = logicalDigits(x, work.prec);
  const right = logicalDigits(y, work.prec);
  if (left === undefined || right === undefined) return work.invalid();
  const width = Math.max(left.length, right.length);
  const a = left.padStart(width, "0");
  const b = right.padStart(width, "0");
  let text = "";
  for (let i = 0; i < width; i++) text += op(Number(a[i]), Number(b[i]));
  return finite(false, BigInt(text), 0);
}

function logicalDigits(x: DecimalNumber, prec: number): string | undefined {
  if (!isFiniteDecimal(x) || x.negative || x.exponent !== 0) return undefined;
  const text = x.coefficient.toString();
  return /^[01]*$/.test(text) ? text.slice(-prec) : undefined;
}

export function logicalInvert(work: Work, x: DecimalNumber): DecimalNumber {
  const ones = finite(false, BigInt("1".repeat(work.prec)), 0);
  return logical(work, x, ones, (a, b) => a ^ b);
}
