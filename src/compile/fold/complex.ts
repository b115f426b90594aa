/**
 * Arithmetic on complex constants (CPython: Objects/complexobject.c).
 *
 * Trap: products and quotients are those of the C code, operation by operation: signs of zeros depend on it.
 */
import { ComplexConstant } from "../../bytecode/constants.ts";
import { atan2, cos, exp, hypot, log, pow, sin } from "../../util/libm.ts";
import { overflowProblem, zeroDivisionProblem } from "../../util/problem.ts";

const ONE = new ComplexConstant(1, 0);

export function addComplex(a: ComplexConstant, b: ComplexConstant): ComplexConstant {
  return new ComplexConstant(a.real + b.real, a.imag + b.imag);
}

export function subtractComplex(a: ComplexConstant, b: ComplexConstant): ComplexConstant {
  return new ComplexConstant(a.real - b.real, a.imag - b.imag);
}

export function multiplyComplex(a: ComplexConstant, b: ComplexConstant): ComplexConstant {
  return new ComplexConstant(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real);
}

export function divideComplex(a: ComplexConstant, b: ComplexConstant): ComplexConstant {
  const sizeReal = Math.abs(b.real);
  const sizeImag = Math.abs(b.imag);
  if (sizeReal >= sizeImag) {
    if (sizeReal === 0) throw zeroDivisionProblem("complex division by zero");
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return new ComplexConstant((a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator);
  }
  if (sizeImag >= sizeReal) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    return new ComplexConstant((a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator);
  }
  return new ComplexConstant(Number.NaN, Number.NaN);
}

export function powerComplex(a: ComplexConstant, b: ComplexConstant): ComplexConstant {
  const small = b.imag === 0 && b.real === Math.floor(b.real) && Math.abs(b.real) <= 100;
  const result = small ? integralPower(a, b.real) : generalPower(a, b);
  if (!Number.isFinite(result.real) || !Number.isFinite(result.imag)) {
    if (Math.abs(result.real) === Infinity || Math.abs(result.imag) === Infinity) {
      throw overflowProblem("complex exponentiation");
    }
  }
  return result;
}

function integralPower(base: ComplexConstant, exponent: number): ComplexConstant {
  if (exponent <= 0) return divideComplex(ONE, repeatedSquares(base, -exponent));
  return repeatedSquares(base, exponent);
}

function repeatedSquares(base: ComplexConstant, exponent: number): ComplexConstant {
  let result = ONE;
  let square = base;
  for (let mask = 1; exponent >= mask; mask <<= 1) {
    if (exponent & mask) result = multiplyComplex(result, square);
    square = multiplyComplex(square, square);
  }
  return result;
}

function generalPower(a: ComplexConstant, b: ComplexConstant): ComplexConstant {
  if (a.real === 0 && a.imag === 0) {
    if (b.imag !== 0 || b.real < 0) throw zeroDivisionProblem("0.0 to a negative or complex power");
    return new ComplexConstant(0, 0);
  }
  const size = hypot([a.real, a.imag]);
  const angle = atan2(a.imag, a.real);
  let length = pow(size, b.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length *= exp(-angle * b.imag);
    phase += b.imag * log(size);
  }
  return new ComplexConstant(length * cos(phase), length * sin(phase));
}
