/**
 * Powers of floats and the arithmetic of complex numbers, on bare pairs (CPython Objects/complexobject.c).
 *
 * Apart from the types, because int and float give a complex number for a fractional power of a negative one.
 */
import { floatPower as realPower } from "../../util/float.ts";
import { atan2, cos, exp, hypot, log, pow, sin } from "../../util/libm.ts";
import type { Value } from "../kernel/object.ts";
import { PyComplex, PyFloat } from "../kernel/payload.ts";
import { raising } from "../kernel/problem.ts";
import { overflowError, zeroDivisionError } from "../kernel/raise.ts";

/** A complex number outside any object. */
export interface Pair {
  readonly real: number;
  readonly imag: number;
}

/** `base ** exponent` of two floats; a complex value if the base is negative and the exponent fractional. */
export function floatPower(base: number, exponent: number): Value {
  const result = raising(() => realPower(base, exponent));
  if (result !== undefined) return new PyFloat(result);
  return toComplex(complexPower({ real: base, imag: 0 }, { real: exponent, imag: 0 }));
}

export function toComplex(pair: Pair): PyComplex {
  return new PyComplex(pair.real, pair.imag);
}

export function multiplyPairs(a: Pair, b: Pair): Pair {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real };
}

/** Undefined for a division by zero. */
function quotient(a: Pair, b: Pair): Pair | undefined {
  const real = Math.abs(b.real);
  const imag = Math.abs(b.imag);
  if (real >= imag) {
    if (real === 0) return undefined;
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / denominator, imag: (a.imag - a.real * ratio) / denominator };
  }
  if (imag >= real) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    return { real: (a.real * ratio + a.imag) / denominator, imag: (a.imag * ratio - a.real) / denominator };
  }
  return { real: Number.NaN, imag: Number.NaN };
}

export function dividePairs(a: Pair, b: Pair): Pair {
  const result = quotient(a, b);
  if (result === undefined) throw zeroDivisionError("complex division by zero");
  return result;
}

export function complexPower(base: Pair, exponent: Pair): Pair {
  const { real, imag } = exponent;
  const integral = imag === 0 && real === Math.floor(real) && Math.abs(real) <= 100;
  const result = integral ? integralPower(base, real) : generalPower(base, exponent);
  if (result === undefined) throw zeroDivisionError("0.0 to a negative or complex power");
  if (isInfinite(result.real) || isInfinite(result.imag)) throw overflowError("complex exponentiation");
  return result;
}

function isInfinite(value: number): boolean {
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
}

function integralPower(base: Pair, exponent: number): Pair | undefined {
  const size = Math.abs(exponent);
  let result: Pair = { real: 1, imag: 0 };
  let square = base;
  for (let bit = 1; size >= bit; bit *= 2) {
    if (size & bit) result = multiplyPairs(result, square);
    square = multiplyPairs(square, square);
  }
  return exponent > 0 ? result : quotient({ real: 1, imag: 0 }, result);
}

function generalPower(base: Pair, exponent: Pair): Pair | undefined {
  if (exponent.real === 0 && exponent.imag === 0) return { real: 1, imag: 0 };
  if (base.real === 0 && base.imag === 0) {
    return exponent.imag !== 0 || exponent.real < 0 ? undefined : { real: 0, imag: 0 };
  }
  const size = hypot([base.real, base.imag]);
  const angle = atan2(base.imag, base.real);
  let length = pow(size, exponent.real);
  let phase = angle * exponent.real;
  if (exponent.imag !== 0) {
    length /= exp(angle * exponent.imag);
    phase += exponent.imag * log(size);
  }
  return { real: length * cos(phase), imag: length * sin(phase) };
}

/** The absolute value; OverflowError if finite parts give none. */
export function complexSize(value: Pair): number {
  const { real, imag } = value;
  if (!Number.isFinite(real) || !Number.isFinite(imag)) {
    if (isInfinite(real) || isInfinite(imag)) return Number.POSITIVE_INFINITY;
    return Number.NaN;
  }
  const size = hypot([real, imag]);
  if (!Number.isFinite(size)) throw overflowError("absolute value too large");
  return size;
}
