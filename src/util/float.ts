/**
 * Arithmetic of Python floats where it is more than JavaScript's: floor division, powers, rounding, exact ratios.
 *
 * Follows Objects/floatobject.c. Comparison of an int with a float needs no helper: `compare` in int.ts is exact,
 * because JavaScript compares a bigint with a number by their mathematical values.
 * Trap: 0.0 and -0.0 are told apart everywhere (Object.is), and a NaN keeps no sign here.
 */
import { copySign, decompose, isNegative, productError } from "./float-bits.ts";
import { divideToDouble, type PyInt, toInt } from "./int.ts";
import { pow } from "./libm.ts";
import { overflowProblem, Problem, valueProblem, zeroDivisionProblem } from "./problem.ts";

export { isNegative };

/** ERANGE as float.__pow__ and the math module report it: OverflowError(34, 'Numerical result out of range'). */
export class RangeProblem extends Problem {
  readonly errno = 34;

  constructor() {
    super("OverflowError", "Numerical result out of range");
  }
}

export function asIntegerRatio(value: number): [numerator: PyInt, denominator: PyInt] {
  if (Number.isNaN(value)) throw valueProblem("cannot convert NaN to integer ratio");
  if (!Number.isFinite(value)) throw overflowProblem("cannot convert Infinity to integer ratio");
  if (Number.isSafeInteger(value)) return [value + 0, 1];
  let [mantissa, exponent] = decompose(value);
  while (mantissa % 2 === 0 && exponent < 0) {
    mantissa /= 2;
    exponent++;
  }
  const signed = BigInt(value < 0 ? -mantissa : mantissa);
  return exponent >= 0 ? [toInt(signed << BigInt(exponent)), 1] : [toInt(signed), toInt(1n << BigInt(-exponent))];
}

export function floatDivide(a: number, b: number): number {
  if (b === 0) throw zeroDivisionProblem("float division by zero");
  return a / b;
}

export function floatFloorDivide(a: number, b: number): number {
  if (b === 0) throw zeroDivisionProblem("float floor division by zero");
  return divmodParts(a, b)[0];
}

export function floatModulo(a: number, b: number): number {
  if (b === 0) throw zeroDivisionProblem("float modulo");
  const remainder = a % b;
  if (remainder === 0) return copySign(0, b);
  return b < 0 !== remainder < 0 ? remainder + b : remainder;
}

export function floatDivmod(a: number, b: number): [quotient: number, remainder: number] {
  if (b === 0) throw zeroDivisionProblem("float divmod()");
  return divmodParts(a, b);
}

function divmodParts(a: number, b: number): [number, number] {
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder === 0) {
    remainder = copySign(0, b);
  } else if (b < 0 !== remainder < 0) {
    remainder += b;
    quotient -= 1;
  }
  if (quotient === 0) return [copySign(0, a / b), remainder];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, remainder];
}

/** a ** b; undefined when the result is complex (a negative base, a fractional exponent). */
export function floatPower(a: number, b: number): number | undefined {
  if (b === 0) return 1;
  if (Number.isNaN(a)) return a;
  if (Number.isNaN(b)) return a === 1 ? 1 : b;
  if (b === Infinity || b === -Infinity) {
    const size = Math.abs(a);
    return size === 1 ? 1 : b > 0 === size > 1 ? Infinity : 0;
  }
  const odd = Math.abs(b) % 2 === 1;
  if (a === Infinity || a === -Infinity) {
    if (b > 0) return odd ? a : Infinity;
    return odd ? copySign(0, a) : 0;
  }
  if (a === 0) {
    if (b < 0) throw zeroDivisionProblem("0.0 cannot be raised to a negative power");
    return odd ? a : 0;
  }
  if (a < 0 && b !== Math.floor(b)) return undefined;
  const size = Math.abs(a) === 1 ? 1 : pow(Math.abs(a), b);
  if (size === Infinity) throw new RangeProblem();
  return a < 0 && odd ? -size : size;
}

/** round(value) to the nearest integral double, a tie going to the even one. */
export function roundHalfEven(value: number): number {
  if (!(Math.abs(value) < 4503599627370496)) return value;
  const floor = Math.floor(value);
  const rest = value - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  return rounded === 0 ? copySign(0, value) : rounded;
}

/** round(value, digits): the double nearest to the exactly rounded decimal. */
export function roundToDigits(value: number, digits: PyInt): number {
  if (!Number.isFinite(value) || value === 0 || digits > 323) return value;
  if (digits < -308) return value * 0;
  const places = Number(digits);
  const scaled = scaledDigits(Math.abs(value), places);
  const size = Number(`${scaled}e${-places}`);
  if (size === Infinity) throw overflowProblem("rounded value too large to represent");
  return isNegative(value) ? -size : size;
}

const POWERS_OF_TEN: bigint[] = [1n];

export function powerOfTen(exponent: number): bigint {
  while (POWERS_OF_TEN.length <= exponent) POWERS_OF_TEN.push((POWERS_OF_TEN.at(-1) as bigint) * 10n);
  return POWERS_OF_TEN[exponent] as bigint;
}

/** The decimal digits of value * 10**places rounded half to even; value is finite and >= 0, |places| <= 1100. */
export function scaledDigits(value: number, places: number): string {
  if (places >= 0 && places <= 22 && (value > 1e-200 || value === 0)) {
    const fast = scaledByDoubles(value, 10 ** places);
    if (fast !== undefined) return String(fast);
  }
  const [mantissa, exponent] = decompose(value);
  let numerator = BigInt(mantissa);
  let denominator = 1n;
  if (places > 0) numerator *= powerOfTen(places);
  else denominator = powerOfTen(-places);
  if (exponent > 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return (up ? quotient + 1n : quotient).toString();
}

/** The same by an error-free product, while the result is small enough; scale is an exact power of ten. */
function scaledByDoubles(value: number, scale: number): number | undefined {
  const product = value * scale;
  if (!(product < 2 ** 51)) return undefined;
  const error = productError(value, scale, product);
  const floor = Math.floor(product);
  const rest = product - floor - 0.5;
  if (rest === 0) return error > 0 || (error === 0 && floor % 2 === 1) ? floor + 1 : floor;
  // The rest is a multiple of the product's last place, the error at most half of one: it cannot turn the sign.
  return rest > 0 ? floor + 1 : floor;
}

/** The double nearest to numerator / denominator, both positive. */
export function ratioToDouble(numerator: PyInt, denominator: PyInt): number {
  return divideToDouble(BigInt(numerator), BigInt(denominator));
}
