/**
 * _statistics: the inverse of the normal distribution, by Wichura's algorithm AS241 (CPython Modules/_statisticsmodule.c).
 */
import { defineModule } from "../objects/kernel/module.ts";
import { toDouble } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyFloat } from "../objects/kernel/payload.ts";
import { valueError } from "../objects/kernel/raise.ts";
import { log } from "../util/libm.ts";

/** Numerator and denominator of a rational function, highest power first. */
type Rational = readonly [readonly number[], readonly number[]];

const CENTRE: Rational = [
  [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1.0,
  ],
];

const SHOULDER: Rational = [
  [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1.0,
  ],
];

const TAIL: Rational = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1.0,
  ],
];

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient);

function inverseNormal(p: number, mu: number, sigma: number): number {
  if (p <= 0 || p >= 1 || sigma <= 0) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    const x = (polynomial(CENTRE[0], r) * q) / polynomial(CENTRE[1], r);
    return mu + x * sigma;
  }
  const r = Math.sqrt(-log(q <= 0 ? p : 1 - p));
  const [from, [numerator, denominator]] = r <= 5 ? [1.6, SHOULDER] : [5, TAIL];
  const x = polynomial(numerator, r - from) / polynomial(denominator, r - from);
  return mu + (q < 0 ? -x : x) * sigma;
}

export default defineModule("_statistics", {
  doc: "Accelerators for the statistics module.\n",
  functions: {
    _normal_dist_inv_cdf: [
      "($module, p, mu, sigma, /)",
      undefined,
      (p: Value, mu: Value, sigma: Value) => {
        const result = inverseNormal(toDouble(p), toDouble(mu), toDouble(sigma));
        if (Number.isNaN(result)) throw valueError("inv_cdf undefined for these parameters");
        return new PyFloat(result);
      },
    ],
  },
});
