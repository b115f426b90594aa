/**
 * math on floats: the C library's functions with Python's exceptions (CPython Modules/mathmodule.c).
 *
 * The rule for most: NaN out of something else is a domain error, infinity out of finite arguments a range error
 * (or a domain error where the function has a pole).
 */
import { callSpecial } from "../../objects/kernel/call.ts";
import { FLOAT, NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { binaryOperator, toDouble, toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, PyFloat, tuple } from "../../objects/kernel/payload.ts";
import { raising } from "../../objects/kernel/problem.ts";
import { overflowError, type PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { copySign, frexp, isNegative, ldexp } from "../../util/float-bits.ts";
import { bitLength, floatToInt, shiftRight } from "../../util/int.ts";
import * as libm from "../../util/libm.ts";
import { erf, erfc, gamma, lgamma } from "../../util/libm-special.ts";

const domainError = (): PyError => valueError("math domain error");
const rangeError = (): PyError => overflowError("math range error");

/** A function of one float. `overflows`: an infinite result of a finite argument is a range error, not a pole. */
function unary(
  name: string,
  compute: (x: number) => number,
  overflows: boolean,
  doc: string | undefined,
): [string, MethodRow] {
  const body = (argument: Value): Value => {
    const x = argument instanceof PyFloat ? argument.value : toDouble(argument);
    const result = compute(x);
    if (!Number.isFinite(result) && Number.isFinite(x)) {
      throw overflows && !Number.isNaN(result) ? rangeError() : domainError();
    }
    if (Number.isNaN(result) && !Number.isNaN(x)) throw domainError();
    return new PyFloat(result);
  };
  return [name, ["($module, x, /)", doc, body]];
}

/** A function of two floats. */
function binary(compute: (x: number, y: number) => number) {
  return (first: Value, second: Value): Value => {
    const x = toDouble(first);
    const y = toDouble(second);
    const result = compute(x, y);
    if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) throw domainError();
    if (Math.abs(result) === Infinity && Number.isFinite(x) && Number.isFinite(y)) throw rangeError();
    return new PyFloat(result);
  };
}

function gammaChecked(argument: Value): Value {
  const x = toDouble(argument);
  if (x === -Infinity || (x === Math.floor(x) && x <= 0)) throw domainError();
  const result = gamma(x);
  if (Math.abs(result) === Infinity && x !== Infinity) throw rangeError();
  return new PyFloat(result);
}

function lgammaChecked(argument: Value): Value {
  const x = toDouble(argument);
  if (Number.isFinite(x) && x === Math.floor(x) && x <= 0) throw domainError();
  const result = lgamma(x);
  if (result === Infinity && Number.isFinite(x)) throw rangeError();
  return new PyFloat(result);
}

function powChecked(first: Value, second: Value): Value {
  const x = toDouble(first);
  const y = toDouble(second);
  const result = libm.pow(x, y);
  if (Number.isFinite(x) && Number.isFinite(y) && !Number.isFinite(result)) {
    throw Number.isNaN(result) || x === 0 ? domainError() : rangeError();
  }
  return new PyFloat(result);
}

/** A logarithm of any real number, ints beyond the floats included. */
function logarithm(argument: Value, compute: (x: number) => number): number {
  const int = intOf(argument);
  if (int !== undefined && typeof int === "bigint") {
    if (int < 0) throw domainError();
    const value = Number(int);
    if (Number.isFinite(value)) return compute(value);
    const drop = bitLength(int) - 64;
    const [mantissa, exponent] = frexp(Number(shiftRight(int, drop)));
    return compute(mantissa) + compute(2) * (exponent + drop);
  }
  const x = int === undefined ? toDouble(argument) : int;
  if (x <= 0 && !Number.isNaN(x)) throw domainError();
  return compute(x);
}

function log(argument: Value, base: Value | undefined): Value {
  const numerator = logarithm(argument, libm.log);
  if (base === undefined) return new PyFloat(numerator);
  const denominator = logarithm(base, libm.log);
  return binaryOperator(new PyFloat(numerator), new PyFloat(denominator), "__truediv__");
}

/** x - n * y for the n nearest to x / y, ties to even. */
function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (Math.abs(x) === Infinity || y === 0) return Number.NaN;
  if (Math.abs(y) === Infinity) return x;
  const size = Math.abs(x);
  const divisor = Math.abs(y);
  const rest = size % divisor;
  const complement = divisor - rest;
  let result: number;
  if (rest < complement) result = rest;
  else if (rest > complement) result = -complement;
  else result = rest - 2 * ((0.5 * (size - rest)) % divisor);
  return copySign(1, x) * result;
}

const BITS = new BigInt64Array(1);
const DOUBLE = new Float64Array(BITS.buffer);

/** The place of a double among all doubles: neighbours differ by one, both zeros are 0. */
function placeOf(value: number): bigint {
  DOUBLE[0] = value;
  const bits = BITS[0];
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function atPlace(place: bigint, signOfZero: number): number {
  if (place === 0n) return copySign(0, signOfZero);
  BITS[0] = place < 0n ? -place | -0x8000000000000000n : place;
  return DOUBLE[0];
}

/** The double `steps` after x in the direction of y, not beyond y. */
function stepTowards(x: number, y: number, steps: bigint): number {
  if (Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  if (x === y || steps === 0n) return steps === 0n ? x : y;
  const from = placeOf(x);
  const to = placeOf(y);
  const distance = to > from ? to - from : from - to;
  if (steps >= distance) return y;
  const place = to > from ? from + steps : from - steps;
  return atPlace(place, to > from ? -1 : 1);
}

function nextAfter(first: Value, second: Value, steps: Value): Value {
  const x = toDouble(first);
  const y = toDouble(second);
  if (steps === NONE) return new PyFloat(stepTowards(x, y, 1n));
  const count = toIndex(steps);
  if (count < 0) throw valueError("steps must be a non-negative integer");
  return new PyFloat(stepTowards(x, y, BigInt(count)));
}

function ulp(argument: Value): Value {
  const x = Math.abs(toDouble(argument));
  if (!Number.isFinite(x)) return new PyFloat(x);
  const above = atPlace(placeOf(x) + 1n, 1);
  return new PyFloat(above === Infinity ? x - atPlace(placeOf(x) - 1n, 1) : above - x);
}

/** floor and ceil: of a float at once, else by the special method, else as a float. */
function rounding(special: string, round: (x: number) => number) {
  return (value: Value): Value => {
    if (typeof value === "number" || typeof value === "bigint") return value;
    if (!(value instanceof PyFloat && value.cls === FLOAT)) {
      const result = callSpecial(value, special, []);
      if (result !== undefined) return result;
    }
    const x = toDouble(value);
    return raising(() => floatToInt(round(x)));
  };
}

function trunc(value: Value): Value {
  const result = callSpecial(value, "__trunc__", []);
  if (result === undefined) throw typeError(`type ${typeName(value)} doesn't define __trunc__ method`);
  return result;
}

function ldexpChecked(argument: Value, exponent: Value): Value {
  const x = toDouble(argument);
  const power = intOf(exponent);
  if (power === undefined) throw typeError("Expected an int as second argument to ldexp.");
  if (x === 0 || !Number.isFinite(x)) return new PyFloat(x);
  const result = ldexp(x, Number(power < -100000 ? -100000 : power > 100000 ? 100000 : power));
  if (!Number.isFinite(result)) throw rangeError();
  return new PyFloat(result);
}

function modf(argument: Value): Value {
  const x = toDouble(argument);
  if (Number.isNaN(x)) return tuple([new PyFloat(x), new PyFloat(x)]);
  if (!Number.isFinite(x)) return tuple([new PyFloat(copySign(0, x)), new PyFloat(x)]);
  const whole = Math.trunc(x);
  return tuple([new PyFloat(copySign(x - whole, x)), new PyFloat(isNegative(x) && whole === 0 ? -0 : whole)]);
}

function frexpPair(argument: Value): Value {
  const [mantissa, exponent] = frexp(toDouble(argument));
  return tuple([new PyFloat(mantissa), exponent]);
}

function isClose(first: Value, second: Value, relative: Value, absolute: Value): boolean {
  const a = toDouble(first);
  const b = toDouble(second);
  const relativeTolerance = toDouble(relative);
  const absoluteTolerance = toDouble(absolute);
  if (relativeTolerance < 0 || absoluteTolerance < 0) throw valueError("tolerances must be non-negative");
  if (a === b) return true;
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return false;
  const difference = Math.abs(b - a);
  return (
    difference <= Math.abs(relativeTolerance * b) ||
    difference <= Math.abs(relativeTolerance * a) ||
    difference <= absoluteTolerance
  );
}

const TO_DEGREES = 180 / Math.PI;
const TO_RADIANS = Math.PI / 180;

const plain = (compute: (x: number) => Value, doc: string | undefined): MethodRow => [
  "($module, x, /)",
  doc,
  (argument: Value) => compute(toDouble(argument)),
];

export const floatFunctions: Record<string, MethodRow> = Object.fromEntries<MethodRow>([
  unary(
    "acos",
    libm.acos,
    false,
    "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.",
  ),
  unary("acosh", libm.acosh, false, "Return the inverse hyperbolic cosine of x."),
  unary(
    "asin",
    libm.asin,
    false,
    "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.",
  ),
  unary("asinh", libm.asinh, false, "Return the inverse hyperbolic sine of x."),
  unary(
    "atan",
    libm.atan,
    false,
    "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.",
  ),
  [
    "atan2",
    [
      "($module, y, x, /)",
      "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.",
      binary(libm.atan2),
    ],
  ],
  unary("atanh", libm.atanh, false, "Return the inverse hyperbolic tangent of x."),
  unary("cbrt", libm.cbrt, false, "Return the cube root of x."),
  [
    "ceil",
    [
      "($module, x, /)",
      "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.",
      rounding("__ceil__", Math.ceil),
    ],
  ],
  [
    "copysign",
    [
      "($module, x, y, /)",
      "Return a float with the magnitude (absolute value) of x but the sign of y.\n\nOn platforms that support signed zeros, copysign(1.0, -0.0)\nreturns -1.0.\n",
      binary((x, y) => (Number.isNaN(x) ? x : copySign(x, y))),
    ],
  ],
  unary("cos", libm.cos, false, "Return the cosine of x (measured in radians)."),
  unary("cosh", libm.cosh, true, "Return the hyperbolic cosine of x."),
  ["degrees", plain((x) => new PyFloat(x * TO_DEGREES), "Convert angle x from radians to degrees.")],
  unary("erf", erf, false, "Error function at x."),
  unary("erfc", erfc, false, "Complementary error function at x."),
  unary("exp", libm.exp, true, "Return e raised to the power of x."),
  unary("exp2", libm.exp2, true, "Return 2 raised to the power of x."),
  unary(
    "expm1",
    libm.expm1,
    true,
    "Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.",
  ),
  unary("fabs", Math.abs, false, "Return the absolute value of the float x."),
  [
    "floor",
    [
      "($module, x, /)",
      "Return the floor of x as an Integral.\n\nThis is the largest integer <= x.",
      rounding("__floor__", Math.floor),
    ],
  ],
  [
    "fmod",
    ["($module, x, y, /)", "Return fmod(x, y), according to platform C.\n\nx % y may differ.", binary((x, y) => x % y)],
  ],
  [
    "frexp",
    [
      "($module, x, /)",
      "Return the mantissa and exponent of x, as pair (m, e).\n\nm is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0.",
      frexpPair,
    ],
  ],
  ["gamma", ["($module, x, /)", "Gamma function at x.", gammaChecked]],
  [
    "isclose",
    [
      "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
      'Determine whether two floating-point numbers are close in value.\n\n  rel_tol\n    maximum difference for being considered "close", relative to the\n    magnitude of the input values\n  abs_tol\n    maximum difference for being considered "close", regardless of the\n    magnitude of the input values\n\nReturn True if a is close in value to b, and False otherwise.\n\nFor the values to be considered close, the difference between them\nmust be smaller than at least one of the tolerances.\n\n-inf, inf and NaN behave similarly to the IEEE 754 Standard.  That\nis, NaN is not close to anything, even itself.  inf and -inf are\nonly close to themselves.',
      isClose,
    ],
  ],
  [
    "isfinite",
    plain((x) => Number.isFinite(x), "Return True if x is neither an infinity nor a NaN, and False otherwise."),
  ],
  [
    "isinf",
    plain((x) => Math.abs(x) === Infinity, "Return True if x is a positive or negative infinity, and False otherwise."),
  ],
  ["isnan", plain((x) => Number.isNaN(x), "Return True if x is a NaN (not a number), and False otherwise.")],
  ["ldexp", ["($module, x, i, /)", "Return x * (2**i).\n\nThis is essentially the inverse of frexp().", ldexpChecked]],
  ["lgamma", ["($module, x, /)", "Natural logarithm of absolute value of Gamma function at x.", lgammaChecked]],
  [
    "log",
    [
      "~($module, x, base=<unrepresentable>, /)",
      "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.",
      log,
    ],
  ],
  unary(
    "log1p",
    libm.log1p,
    false,
    "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.",
  ),
  [
    "log10",
    ["($module, x, /)", "Return the base 10 logarithm of x.", (x: Value) => new PyFloat(logarithm(x, libm.log10))],
  ],
  [
    "log2",
    ["($module, x, /)", "Return the base 2 logarithm of x.", (x: Value) => new PyFloat(logarithm(x, libm.log2))],
  ],
  [
    "modf",
    [
      "($module, x, /)",
      "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.",
      modf,
    ],
  ],
  [
    "nextafter",
    [
      "($module, x, y, /, *, steps=None)",
      "Return the floating-point value the given number of steps after x towards y.\n\nIf steps is not specified or is None, it defaults to 1.\n\nRaises a TypeError, if x or y is not a double, or if steps is not an integer.\nRaises ValueError if steps is negative.",
      nextAfter,
    ],
  ],
  ["pow", ["($module, x, y, /)", "Return x**y (x to the power of y).", powChecked]],
  ["radians", plain((x) => new PyFloat(x * TO_RADIANS), "Convert angle x from degrees to radians.")],
  [
    "remainder",
    [
      "($module, x, y, /)",
      "Difference between x and the closest integer multiple of y.\n\nReturn x - n*y where n*y is the closest integer multiple of y.\nIn the case where x is exactly halfway between two multiples of\ny, the nearest even value of n is used. The result is always exact.",
      binary(remainder),
    ],
  ],
  unary("sin", libm.sin, false, "Return the sine of x (measured in radians)."),
  unary("sinh", libm.sinh, true, "Return the hyperbolic sine of x."),
  unary("sqrt", Math.sqrt, false, "Return the square root of x."),
  unary("tan", libm.tan, false, "Return the tangent of x (measured in radians)."),
  unary("tanh", libm.tanh, false, "Return the hyperbolic tangent of x."),
  [
    "trunc",
    [
      "($module, x, /)",
      "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.",
      trunc,
    ],
  ],
  ["ulp", ["($module, x, /)", "Return the value of the least significant bit of the float x.", ulp]],
]);
