/**
 * The error functions and the gamma functions.
 *
 * erf and erfc are correctly rounded like libm.ts. gamma and lgamma are not the C library's but CPython's own
 * (Lanczos' sum with g = 6.0246..., thirteen terms, reflection below zero), whose rounding errors are part of what
 * programs see: so the numeric recipe is CPython's, operation by operation. Trap: do not "improve" the order of the
 * arithmetic there.
 */
import {
  addDouble,
  addPairs,
  dividePairs,
  multiplyDouble,
  multiplyPairs,
  negatePair,
  ONE,
  Pair,
  pair,
  scalePair,
  subtractPairs,
  toDouble,
  twoProduct,
} from "./double-double.ts";
import { expPair, expParts } from "./elementary.ts";
import { copySign, isNegative } from "./float-bits.ts";
import { cos, exp, log, pow, scaleRounded, sin } from "./libm.ts";

const INVERSE_ROOT_PI = new Pair(0.5641895835477563, 7.66772980658294e-18);

/** Where erfc goes over from 1 - erf to the continued fraction. */
const FRACTION_FROM = 3;

/** erf x for 0 <= x < 7: e**(-x*x) times a series of positive terms. */
function erfSeries(x: number): Pair {
  const square = twoProduct(x, x);
  let term = pair(2 * x);
  let sum = term;
  for (let n = 1; term.hi > sum.hi * 1e-34; n++) {
    term = dividePairs(multiplyPairs(term, scalePair(square, 2)), pair(2 * n + 1));
    sum = addPairs(sum, term);
  }
  return multiplyPairs(multiplyPairs(sum, expPair(negatePair(square))), INVERSE_ROOT_PI);
}

export function erf(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const size = Math.abs(x);
  if (size < 1e-20) return toDouble(multiplyDouble(scalePair(INVERSE_ROOT_PI, 2), x));
  return copySign(size > 6.5 ? 1 : toDouble(erfSeries(size)), x);
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x < FRACTION_FROM) {
    if (x < -6.5) return 2;
    if (Math.abs(x) < 1e-20) return 1;
    const size = erfSeries(Math.abs(x));
    return toDouble(subtractPairs(ONE, x < 0 ? negatePair(size) : size));
  }
  if (x > 27.3) return 0;
  let denominator = pair(x);
  for (let k = Math.ceil(800 / (x * x)) + 12; k > 0; k--) {
    denominator = addDouble(dividePairs(pair(k / 2), denominator), x);
  }
  const [mantissa, exponent] = expParts(negatePair(twoProduct(x, x)));
  return scaleRounded(dividePairs(multiplyPairs(mantissa, INVERSE_ROOT_PI), denominator), exponent);
}

const LANCZOS_G = 6.02468004077673;
const LANCZOS_G_LESS_HALF = 5.52468004077673;

/** Coefficients from the constant term up. */
const NUMERATOR: readonly number[] = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
];
const DENOMINATOR: readonly number[] = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

/** The quotient of the two polynomials; from 5 on as polynomials in 1/x, which cannot overflow. */
function lanczosSum(x: number): number {
  const small = x < 5;
  let numerator = 0;
  let denominator = 0;
  for (let step = 0; step < NUMERATOR.length; step++) {
    const index = small ? NUMERATOR.length - 1 - step : step;
    numerator = (small ? numerator * x : numerator / x) + (NUMERATOR[index] as number);
    denominator = (small ? denominator * x : denominator / x) + (DENOMINATOR[index] as number);
  }
  return numerator / denominator;
}

/** sin(pi * x) for finite x, by the nearest quarter turn. */
function sinOfTurns(x: number): number {
  const y = Math.abs(x) % 2;
  const quarter = Math.floor(2 * y + 0.5);
  const parts = [
    () => sin(Math.PI * y),
    () => cos(Math.PI * (y - 0.5)),
    () => sin(Math.PI * (1 - y)),
    () => -cos(Math.PI * (y - 1.5)),
    () => sin(Math.PI * (y - 2)),
  ];
  return copySign(1, x) * (parts[quarter] as () => number)();
}

const LAST_EXACT = 23;

function factorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return product;
}

/** math.gamma without its exceptions: NaN for a domain error, an infinity for a pole or an overflow. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x === -Infinity ? Number.NaN : x;
  if (x === 0) return isNegative(x) ? -Infinity : Infinity;
  if (x === Math.floor(x)) {
    if (x < 0) return Number.NaN;
    if (x <= LAST_EXACT) return factorial(x - 1);
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinOfTurns(x) : Infinity;
  const y = size + LANCZOS_G_LESS_HALF;
  const lost = size > LANCZOS_G_LESS_HALF ? y - size - LANCZOS_G_LESS_HALF : y - LANCZOS_G_LESS_HALF - size;
  const correction = (lost * LANCZOS_G) / y;
  let value: number;
  if (x < 0) {
    value = ((-Math.PI / sinOfTurns(size) / size) * exp(y)) / lanczosSum(size);
    value -= correction * value;
  } else {
    value = lanczosSum(size) / exp(y);
    value += correction * value;
  }
  // Beyond 140 the power would overflow before the factor e**-y brings it down: take its root twice.
  const twice = size >= 140;
  const root = twice ? pow(y, size / 2 - 0.25) : pow(y, size - 0.5);
  for (let count = twice ? 2 : 1; count > 0; count--) value = x < 0 ? value / root : value * root;
  return value;
}

const LOG_PI = 1.1447298858494002;

/** math.lgamma without its exceptions. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Infinity;
  if (x === Math.floor(x) && x <= 2) return x <= 0 ? Infinity : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let value = log(lanczosSum(size)) - LANCZOS_G;
  value += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
  if (x < 0) value = LOG_PI - log(Math.abs(sinOfTurns(size))) - log(size) - value;
  return value;
}
