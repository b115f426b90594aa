/** cmath: functions of complex numbers (CPython Modules/cmathmodule.c). */
import { callSpecial } from "../../objects/kernel/call.ts";
import { COMPLEX, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { binaryOperator, toDouble, warnIfSubclass } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyComplex, PyFloat, tuple } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { atan2, hypot } from "../../util/libm.ts";
import * as functions from "./functions.ts";
import type { Complex } from "./special.ts";

/** A complex argument: a complex, something with `__complex__`, or a real number. */
function complexArgument(value: Value): Complex {
  if (value instanceof PyComplex) return [value.real, value.imag];
  if (value instanceof PyFloat || typeof value !== "object") return [toDouble(value), 0];
  const special = callSpecial(value, "__complex__", []);
  if (special === undefined) return [toDouble(value), 0];
  if (!(special instanceof PyComplex)) {
    throw typeError(`__complex__ returned non-complex (type ${typeName(special)})`);
  }
  warnIfSubclass(special, COMPLEX, `${typeName(value)}.__complex__`);
  return [special.real, special.imag];
}

const complexValue = ([real, imag]: Complex): Value => new PyComplex(real, imag);

const unary = (compute: (real: number, imag: number) => Complex, doc: string | undefined): MethodRow => [
  "($module, z, /)",
  doc,
  (z: Value) => complexValue(compute(...complexArgument(z))),
];

const predicate = (test: (real: number, imag: number) => boolean, doc: string | undefined): MethodRow => [
  "($module, z, /)",
  doc,
  (z: Value) => test(...complexArgument(z)),
];

const isInfinite = (x: number): boolean => Math.abs(x) === Infinity;

/** |z|; OverflowError if finite parts are too large for it. */
function size(real: number, imag: number): number {
  const result = hypot([real, imag]);
  if (isInfinite(result) && Number.isFinite(real) && Number.isFinite(imag)) throw functions.rangeError();
  return result;
}

function log(z: Value, base: Value | undefined): Value {
  const numerator = complexValue(functions.log(...complexArgument(z)));
  if (base === undefined) return numerator;
  const denominator = functions.log(...complexArgument(base));
  if (denominator[0] === 0 && denominator[1] === 0) throw functions.domainError();
  return binaryOperator(numerator, complexValue(denominator), "__truediv__");
}

/** |z| of a difference, for comparisons: an overflow is infinity. */
const distance = (a: Complex, b: Complex): number => hypot([a[0] - b[0], a[1] - b[1]]);

function isClose(first: Value, second: Value, relative: Value, absolute: Value): boolean {
  const a = complexArgument(first);
  const b = complexArgument(second);
  const relativeTolerance = toDouble(relative);
  const absoluteTolerance = toDouble(absolute);
  if (relativeTolerance < 0 || absoluteTolerance < 0) throw valueError("tolerances must be non-negative");
  if (a[0] === b[0] && a[1] === b[1]) return true;
  if (a.some(isInfinite) || b.some(isInfinite)) return false;
  const difference = distance(a, b);
  return (
    difference <= relativeTolerance * hypot([b[0], b[1]]) ||
    difference <= relativeTolerance * hypot([a[0], a[1]]) ||
    difference <= absoluteTolerance
  );
}

const moduleFunctions: Record<string, MethodRow> = {
  acos: unary(functions.acos, "Return the arc cosine of z."),
  acosh: unary(functions.acosh, "Return the inverse hyperbolic cosine of z."),
  asin: unary(functions.asin, "Return the arc sine of z."),
  asinh: unary(functions.asinh, "Return the inverse hyperbolic sine of z."),
  atan: unary(functions.atan, "Return the arc tangent of z."),
  atanh: unary(functions.atanh, "Return the inverse hyperbolic tangent of z."),
  cos: unary(functions.cos, "Return the cosine of z."),
  cosh: unary(functions.cosh, "Return the hyperbolic cosine of z."),
  exp: unary(functions.exp, "Return the exponential value e**z."),
  isclose: [
    "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
    'Determine whether two complex numbers are close in value.\n\n  rel_tol\n    maximum difference for being considered "close", relative to the\n    magnitude of the input values\n  abs_tol\n    maximum difference for being considered "close", regardless of the\n    magnitude of the input values\n\nReturn True if a is close in value to b, and False otherwise.\n\nFor the values to be considered close, the difference between them must be\nsmaller than at least one of the tolerances.\n\n-inf, inf and NaN behave similarly to the IEEE 754 Standard. That is, NaN is\nnot close to anything, even itself. inf and -inf are only close to themselves.',
    isClose,
  ],
  isfinite: predicate(
    (x, y) => Number.isFinite(x) && Number.isFinite(y),
    "Return True if both the real and imaginary parts of z are finite, else False.",
  ),
  isinf: predicate((x, y) => isInfinite(x) || isInfinite(y), "Checks if the real or imaginary part of z is infinite."),
  isnan: predicate(
    (x, y) => Number.isNaN(x) || Number.isNaN(y),
    "Checks if the real or imaginary part of z not a number (NaN).",
  ),
  log: [
    "($module, z, base=<unrepresentable>, /)",
    "log(z[, base]) -> the logarithm of z to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of z.",
    log,
  ],
  log10: unary(functions.log10, "Return the base-10 logarithm of z."),
  phase: [
    "($module, z, /)",
    "Return argument, also known as the phase angle, of a complex.",
    (z: Value) => {
      const [real, imag] = complexArgument(z);
      return new PyFloat(atan2(imag, real));
    },
  ],
  polar: [
    "($module, z, /)",
    "Convert a complex from rectangular coordinates to polar coordinates.\n\nr is the distance from 0 and phi the phase angle.",
    (z: Value) => {
      const [real, imag] = complexArgument(z);
      return tuple([new PyFloat(size(real, imag)), new PyFloat(atan2(imag, real))]);
    },
  ],
  rect: [
    "($module, r, phi, /)",
    "Convert from polar coordinates to rectangular coordinates.",
    (r: Value, phi: Value) => complexValue(functions.rect(toDouble(r), toDouble(phi))),
  ],
  sin: unary(functions.sin, "Return the sine of z."),
  sinh: unary(functions.sinh, "Return the hyperbolic sine of z."),
  sqrt: unary(functions.sqrt, "Return the square root of z."),
  tan: unary(functions.tan, "Return the tangent of z."),
  tanh: unary(functions.tanh, "Return the hyperbolic tangent of z."),
};

export default defineModule("cmath", {
  doc: "This module provides access to mathematical functions for complex\nnumbers.",
  constants: {
    pi: new PyFloat(Math.PI),
    e: new PyFloat(Math.E),
    tau: new PyFloat(2 * Math.PI),
    inf: new PyFloat(Infinity),
    infj: new PyComplex(0, Infinity),
    nan: new PyFloat(Number.NaN),
    nanj: new PyComplex(0, Number.NaN),
  },
  functions: moduleFunctions,
});
