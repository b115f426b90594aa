/**
 * exp, ln, log10 and power of decimals, correctly rounded (Ziv's method: compute with more digits until
 * the rounding is certain). All inner arithmetic is fixed point on bigint.
 */
import { divide, multiply, plus } from "./arithmetic.ts";
import { INEXACT, INVALID_OPERATION, MAX_EMAX, MIN_EMIN, ROUNDED, type Rounding, Work } from "./context.ts";
import {
  adjusted,
  compareNumbers,
  type DecimalNumber,
  digitCount,
  finite,
  infinity,
  isFiniteDecimal,
  isInteger,
  isZero,
  ONE,
  pow10,
  withSign,
  ZERO,
} from "./number.ts";

/** atanh(1/n) in fixed point with unit 10^digits. */
function inverseAtanh(n: bigint, digits: number): bigint {
  const unit = pow10(digits);
  const square = n * n;
  let term = unit / n;
  let sum = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term /= square;
    sum += term / k;
  }
  return sum;
}

let ln10Cache = { digits: 0, value: 0n };

/** ln 10 with `digits` fractional digits (Machin-like formula). */
function ln10(digits: number): bigint {
  if (ln10Cache.digits < digits) {
    const inner = digits + 10;
    const value = 46n * inverseAtanh(31n, inner) + 34n * inverseAtanh(49n, inner) + 20n * inverseAtanh(161n, inner);
    ln10Cache = { digits: inner, value };
  }
  return ln10Cache.value / pow10(ln10Cache.digits - digits);
}

/** e^(x / 10^digits) in fixed point, for |x| up to a few units. */
function fixedExp(x: bigint, digits: number): bigint {
  const halvings = Math.max(4, Math.floor(Math.sqrt(digits) / 2));
  const inner = digits + Math.ceil(halvings * 0.35) + 8;
  const unit = pow10(inner);
  const reduced = (x * pow10(inner - digits)) >> BigInt(halvings);
  let term = unit;
  let sum = unit;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = (term * reduced) / (unit * k);
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) / unit;
  return sum / pow10(inner - digits);
}

/** ln(x / 10^digits) in fixed point, for x between 1 and 10 units: Halley's iteration on exp. */
function fixedLn(x: bigint, digits: number): bigint {
  const unit = pow10(digits);
  const head = Number((x * 1_000_000_000_000_000n) / unit) / 1e15;
  let y = (BigInt(Math.round(Math.log(head) * 1e15)) * unit) / 1_000_000_000_000_000n;
  for (let correct = 14; correct < 2 * digits; correct *= 3) {
    const e = fixedExp(y, digits);
    y += (2n * unit * (x - e)) / (x + e);
  }
  return y;
}

/** A value known to lie within ±error units of `value * 10^exponent`. */
interface Approximation {
  readonly value: bigint;
  readonly exponent: number;
  readonly error: bigint;
}

/** Round the result of `compute(digits)`; more digits are asked for until both ends of the error round alike. */
function roundCertain(work: Work, negative: boolean, compute: (digits: number) => Approximation): DecimalNumber {
  const settings = { ...work.settings, rounding: "ROUND_HALF_EVEN" as Rounding };
  for (let digits = work.prec + 6; ; digits += Math.max(10, digits >> 1)) {
    const { value, exponent, error } = compute(digits);
    const low = new Work(settings);
    const high = new Work(settings);
    const lower = low.finish(finite(negative, value - error, exponent), true);
    const upper = high.finish(finite(negative, value + error, exponent), true);
    if (lower.kind !== upper.kind || (isFiniteDecimal(lower) && compareNumbers(lower, upper) !== 0)) continue;
    work.status |= low.status | high.status;
    return lower;
  }
}

export function exponential(work: Work, x: DecimalNumber): DecimalNumber {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  if (!isFiniteDecimal(x)) return x.negative ? ZERO : x;
  if (isZero(x)) return ONE;
  const { prec, Emax } = work.settings;
  // Beyond the range of exponents nothing needs computing.
  if (adjusted(x) > digitCount(BigInt(Emax)) + 2) return extremeExp(work, x.negative);
  if (adjusted(x) < -prec - 1) return nearOne(work, x.negative);
  return roundCertain(work, false, (digits) => approximateExp(x, digits));
}

/** e^x as value * 10^exponent with about `digits` digits. */
function approximateExp(x: DecimalNumber, digits: number): Approximation {
  const inner = digits + Math.max(0, adjusted(x)) + 4;
  const shift = x.exponent + inner;
  const scaled = shift >= 0 ? x.coefficient * pow10(shift) : x.coefficient / pow10(-shift);
  const fixed = x.negative ? -scaled : scaled;
  const unit = ln10(inner);
  let power = fixed / unit;
  if (fixed < 0n) power -= 1n;
  const rest = (fixed - power * unit) / pow10(inner - digits);
  return { value: fixedExp(rest, digits), exponent: Number(power) - digits, error: 100n };
}

function extremeExp(work: Work, negative: boolean): DecimalNumber {
  return work.finish(negative ? finite(false, 1n, work.etiny - 2) : finite(false, 1n, work.settings.Emax + 1));
}

/** 1 plus or minus less than half a unit of the last place. */
function nearOne(work: Work, below: boolean): DecimalNumber {
  const { prec } = work;
  const inner = new Work({ ...work.settings, rounding: "ROUND_HALF_EVEN" });
  const close = below ? finite(false, pow10(prec + 2) - 1n, -prec - 2) : finite(false, pow10(prec + 2) + 1n, -prec - 2);
  const result = inner.finish(close);
  work.status |= inner.status;
  return result;
}

/** ln of a positive finite number as value * 10^-digits. */
function approximateLn(x: DecimalNumber, digits: number): Approximation {
  const inner = digits + 6;
  const power = adjusted(x);
  const count = digitCount(x.coefficient);
  const shift = inner - (count - 1);
  const mantissa = shift >= 0 ? x.coefficient * pow10(shift) : x.coefficient / pow10(-shift);
  const value = fixedLn(mantissa, inner) + BigInt(power) * ln10(inner);
  return { value, exponent: -inner, error: 100n + BigInt(Math.abs(power)) };
}

export function naturalLogarithm(work: Work, x: DecimalNumber): DecimalNumber {
  const special = logarithmSpecial(work, x);
  if (special !== undefined) return special;
  if (compareNumbers(x, ONE) === 0) return ZERO;
  return roundSigned(work, (digits) => approximateLn(x, digits + lossNearOne(x)));
}

/** Digits lost because the logarithm of a number near one is small. */
function lossNearOne(x: DecimalNumber): number {
  const power = adjusted(x);
  if (power !== 0 && power !== -1) return 0;
  const exponent = Math.min(x.exponent, 0);
  const difference = x.coefficient * pow10(x.exponent - exponent) - pow10(-exponent);
  return Math.max(0, -(exponent + digitCount(difference < 0n ? -difference : difference)) + 1);
}

function roundSigned(work: Work, compute: (digits: number) => Approximation): DecimalNumber {
  const negative = compute(20).value < 0n;
  return roundCertain(work, negative, (digits) => {
    const { value, exponent, error } = compute(digits);
    return { value: value < 0n ? -value : value, exponent, error };
  });
}

function logarithmSpecial(work: Work, x: DecimalNumber): DecimalNumber | undefined {
  const nan = work.nan(x);
  if (nan !== undefined) return nan;
  if (isZero(x)) return infinity(true);
  if (x.negative) return work.invalid();
  return isFiniteDecimal(x) ? undefined : infinity(false);
}

export function commonLogarithm(work: Work, x: DecimalNumber): DecimalNumber {
  const special = logarithmSpecial(work, x);
  if (special !== undefined) return special;
  const power = adjusted(x);
  if (x.coefficient === pow10(digitCount(x.coefficient) - 1)) {
    return work.finish(finite(power < 0, BigInt(Math.abs(power)), 0));
  }
  return roundSigned(work, (digits) => {
    const inner = digits + lossNearOne(x);
    const { value, exponent, error } = approximateLn(x, inner);
    const scale = -exponent;
    return { value: (value * pow10(scale)) / ln10(scale), exponent, error: error + 10n };
  });
}

/** x^y. */
export function power(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  const integer = isInteger(y);
  const odd = integer && isOdd(y);
  const negative = x.negative && odd;
  if (isZero(y)) return isZero(x) ? work.invalid() : ONE;
  if (!isFiniteDecimal(y)) return powerInfinite(work, x, y);
  if (isZero(x)) {
    if (x.negative && !integer) return y.negative ? infinity(false) : ZERO;
    return y.negative ? infinity(negative) : finite(negative, 0n, 0);
  }
  if (!isFiniteDecimal(x)) {
    if (x.negative && !integer) return work.invalid();
    return y.negative ? finite(negative, 0n, 0) : infinity(negative);
  }
  if (x.negative && !integer) return work.invalid();
  if (compareNumbers(withSign(x, false), ONE) === 0) return powerOfOne(work, x, y, integer, negative);
  const limits = beyondLimits(work, x, y, negative);
  if (limits !== undefined) return limits;
  if (integer && y.coefficient * pow10(Math.max(y.exponent, 0)) < 1_000_000n) return integerPower(work, x, y);
  return generalPower(work, x, y, negative);
}

function isOdd(y: DecimalNumber): boolean {
  if (y.exponent > 0) return false;
  return (y.coefficient / pow10(-y.exponent)) % 2n === 1n;
}

function powerInfinite(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  if (x.negative && !isZero(x)) return work.invalid();
  const order = isFiniteDecimal(x) ? compareNumbers(withSign(x, false), ONE) : 1;
  if (order === 0) {
    work.status |= INEXACT | ROUNDED;
    return finite(false, pow10(work.prec - 1), -(work.prec - 1));
  }
  return order > 0 === !y.negative ? infinity(false) : ZERO;
}

function powerOfOne(
  work: Work,
  x: DecimalNumber,
  y: DecimalNumber,
  integer: boolean,
  negative: boolean,
): DecimalNumber {
  const { prec } = work;
  if (integer) {
    const count = Number(y.coefficient * pow10(Math.max(0, Math.min(y.exponent, 20)))) * (y.negative ? -1 : 1);
    const exponent = y.negative ? 0 : Math.max(x.exponent * Math.min(count, prec), 1 - prec);
    if (exponent === 1 - prec || x.exponent * count < 1 - prec) work.status |= ROUNDED;
    return finite(negative, pow10(-Math.min(exponent, 0)), Math.min(exponent, 0));
  }
  work.status |= INEXACT | ROUNDED;
  return finite(false, pow10(prec - 1), 1 - prec);
}

/** Overflow and underflow that can be told from the exponents alone. */
function beyondLimits(work: Work, x: DecimalNumber, y: DecimalNumber, negative: boolean): DecimalNumber | undefined {
  const scale = adjusted(y);
  if (scale < digitCount(BigInt(work.settings.Emax)) + 3) return undefined;
  const grows = adjusted(x) >= 0 === !y.negative;
  if (Math.abs(adjusted(x)) === 0 && scale < 40) return undefined;
  return work.finish(grows ? finite(negative, 1n, work.settings.Emax + 1) : finite(negative, 1n, work.etiny - 2));
}

/** By repeated squaring, with enough digits that the final rounding is all that shows. */
function integerPower(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  let count = y.exponent >= 0 ? y.coefficient * pow10(y.exponent) : y.coefficient / pow10(-y.exponent);
  const inner = new Work({
    ...work.settings,
    prec: work.prec + 5 + digitCount(y.coefficient),
    rounding: "ROUND_HALF_EVEN",
    Emax: MAX_EMAX,
    Emin: MIN_EMIN,
    clamp: 0,
  });
  let result = ONE;
  let base = y.negative ? divide(inner, ONE, x) : x;
  while (count > 0n) {
    if (count & 1n) result = multiply(inner, result, base);
    count >>= 1n;
    if (count > 0n) base = multiply(inner, base, base);
  }
  work.status |= inner.status & (INEXACT | ROUNDED);
  const final = new Work({ ...work.settings, rounding: "ROUND_HALF_EVEN" });
  const rounded = final.finish(result);
  work.status |= final.status;
  return rounded;
}

function generalPower(work: Work, x: DecimalNumber, y: DecimalNumber, negative: boolean): DecimalNumber {
  const exact = exactRoot(work, x, y);
  if (exact !== undefined) return exact;
  const extra = Math.max(0, adjusted(y)) + digitCount(BigInt(Math.abs(adjusted(x)) + 1)) + 5;
  return roundCertain(work, negative, (digits) => {
    const { value, exponent } = approximateLn(withSign(x, false), digits + extra + lossNearOne(withSign(x, false)));
    const product = finite(
      value < 0n !== y.negative,
      (value < 0n ? -value : value) * y.coefficient,
      exponent + y.exponent,
    );
    return approximateExp(product, digits);
  });
}

/** A fractional power that has a finite value, such as 4 ** 0.5: rounding alone would never be certain. */
function exactRoot(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber | undefined {
  const inner = new Work({ ...work.settings, prec: work.prec + 10, rounding: "ROUND_HALF_EVEN" });
  const guess = roundCertainLimited(inner, x, y);
  if (guess === undefined) return undefined;
  let { coefficient, exponent } = guess;
  while (coefficient !== 0n && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  if (digitCount(coefficient) > work.prec) return undefined;
  const candidate = finite(false, coefficient, exponent);
  if (!satisfies(candidate, x, y)) return undefined;
  work.status |= INEXACT | ROUNDED;
  const { prec } = work;
  const padding = prec - digitCount(coefficient);
  return plus(work, finite(false, coefficient * pow10(padding), exponent - padding));
}

/** x^y to the precision of `work`, without insisting on certainty. */
function roundCertainLimited(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber | undefined {
  const digits = work.prec + 10 + Math.max(0, adjusted(y));
  const { value, exponent } = approximateLn(x, digits + 10);
  const product = finite(
    value < 0n !== y.negative,
    (value < 0n ? -value : value) * y.coefficient,
    exponent + y.exponent,
  );
  if (adjusted(product) > 18) return undefined;
  const approximation = approximateExp(product, digits);
  const scratch = new Work(work.settings);
  const result = scratch.finish(finite(false, approximation.value, approximation.exponent));
  return isFiniteDecimal(result) ? result : undefined;
}

/** Is candidate^(1/y) exactly x? Only for exponents with a small denominator, where an exact value is possible. */
function satisfies(candidate: DecimalNumber, x: DecimalNumber, y: DecimalNumber): boolean {
  if (y.exponent >= 0 || -y.exponent > 4 || y.negative) return false;
  let numerator = y.coefficient;
  let denominator = pow10(-y.exponent);
  for (let divisor = gcd(numerator, denominator); divisor > 1n; divisor = gcd(numerator, denominator)) {
    numerator /= divisor;
    denominator /= divisor;
  }
  if (numerator > 1000n || denominator > 1000n) return false;
  const left = finite(false, candidate.coefficient ** denominator, candidate.exponent * Number(denominator));
  const right = finite(false, x.coefficient ** numerator, x.exponent * Number(numerator));
  return compareNumbers(left, right) === 0;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** pow(x, y, modulus) for integers. */
export function modularPower(work: Work, x: DecimalNumber, y: DecimalNumber, modulus: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y, modulus);
  if (nan !== undefined) return nan;
  const valid = isInteger(x) && isInteger(y) && isInteger(modulus) && !y.negative && !isZero(modulus);
  if (!valid || (isZero(x) && isZero(y))) return work.invalid(INVALID_OPERATION);
  const integer = (n: DecimalNumber): bigint =>
    n.exponent >= 0 ? n.coefficient * pow10(n.exponent) : n.coefficient / pow10(-n.exponent);
  const m = integer(modulus);
  if (digitCount(m) > work.prec) return work.invalid(INVALID_OPERATION);
  let base = integer(x) % m;
  let result = 1n % m;
  let count = integer(y);
  const negative = x.negative && count % 2n === 1n;
  while (count > 0n) {
    if (count & 1n) result = (result * base) % m;
    base = (base * base) % m;
    count >>= 1n;
  }
  return finite(negative, result, 0);
}
