/**
 * The C library's functions on doubles, correctly rounded (gamma functions excepted: libm-special.ts).
 *
 * glibc's own results differ from the correctly rounded ones in some 0.1 % of arguments for exp, log, pow, sin, cos,
 * and in up to a fifth of them for log10 and the hyperbolic functions. V8's Math differs from both, so its functions
 * serve only as first guesses (sqrt, which is exact, excepted). Domain errors give NaN and poles an infinity, as in C;
 * the callers in the math module make exceptions of them. Trap: a result in the subnormal range is rounded only once.
 */
import {
  addDouble,
  addPairs,
  dividePairs,
  multiplyDouble,
  multiplyPairs,
  ONE,
  Pair,
  pair,
  scalePair,
  squareRootPair,
  subtractPairs,
  toDouble,
  twoProduct,
  twoSum,
} from "./double-double.ts";
import {
  anglePair,
  complementRoot,
  expMinusOnePair,
  expPair,
  expParts,
  HALF_PI,
  hyperbolicSineSeries,
  INVERSE_LN2,
  INVERSE_LN10,
  logOnePlusPair,
  logPair,
  PI,
  reduceQuarter,
  sineCosinePair,
} from "./elementary.ts";
import { copySign, frexp, isNegative, ldexp } from "./float-bits.ts";
import { fastExp, fastLog, fastPow } from "./libm-fast.ts";
import { fastSine } from "./libm-fast-trig.ts";

const SMALLEST_NORMAL = 2 ** -1022;

/** The double nearest to mantissa * 2**exponent, also when that is subnormal. */
export function scaleRounded(mantissa: Pair, exponent: number): number {
  if (exponent > -1000)
    return exponent > 1000
      ? toDouble(mantissa) * 2 ** 1000 * 2 ** (exponent - 1000)
      : toDouble(mantissa) * 2 ** exponent;
  const rounded = toDouble(mantissa);
  const low = ldexp(rounded, exponent);
  if (low >= SMALLEST_NORMAL) return low;
  const back = ldexp(low, -exponent);
  // Rounding to 53 bits first may have made or unmade a tie: settle it by the exact remainder.
  const unit = ldexp(1, -1074 - exponent);
  const rest = mantissa.hi - back + mantissa.lo;
  if (rest > unit / 2) return low + 2 ** -1074;
  if (rest < -unit / 2) return low - 2 ** -1074;
  return low;
}

export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.79) return Infinity;
  if (x < -745.2) return 0;
  if (Math.abs(x) < 1e-30) return 1 + x;
  const fast = fastExp(x, 0, 0);
  if (!Number.isNaN(fast)) return fast;
  const [mantissa, exponent] = expParts(pair(x));
  return scaleRounded(mantissa, exponent);
}

export function exp2(x: number): number {
  return x === Math.floor(x) && Math.abs(x) < 2000 ? ldexp(1, x) : pow(2, x);
}

export function expm1(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  if (x > 709.79) return Infinity;
  if (x < -50) return -1;
  if (Math.abs(x) < 1e-25) return x;
  if (x > 500) return exp(x);
  return toDouble(expMinusOnePair(pair(x)));
}

/** ln of any positive finite double. */
function logOfPositive(x: number): Pair {
  if (x >= SMALLEST_NORMAL) return logPair(x);
  return subtractPairs(logPair(x * 2 ** 60), multiplyDouble(logPair(2), 60));
}

export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x < 0 ? Number.NaN : x;
  const fast = x >= SMALLEST_NORMAL ? fastLog(x) : Number.NaN;
  return Number.isNaN(fast) ? toDouble(logOfPositive(x)) : fast;
}

export function log2(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x < 0 ? Number.NaN : x;
  const [mantissa, exponent] = frexp(x);
  if (mantissa === 0.5) return exponent - 1;
  const [size, shift] = mantissa < Math.SQRT1_2 ? [mantissa * 2, exponent - 1] : [mantissa, exponent];
  return toDouble(addDouble(multiplyPairs(logPair(size), INVERSE_LN2), shift));
}

export function log10(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x < 0 ? Number.NaN : x;
  return toDouble(multiplyPairs(logOfPositive(x), INVERSE_LN10));
}

export function log1p(x: number): number {
  if (Number.isNaN(x) || x === 0 || x === Infinity) return x;
  if (x <= -1) return x === -1 ? -Infinity : Number.NaN;
  if (Math.abs(x) < 1e-25) return x;
  if (x > 1e15 || x < -0.8) return toDouble(logOfSum(twoSum(1, x)));
  return toDouble(logOnePlusPair(pair(x)));
}

/** ln of a positive pair of ordinary size. */
function logOfSum(x: Pair): Pair {
  const high = logPair(x.hi);
  const ratio = x.lo / x.hi;
  return addDouble(high, ratio - (ratio * ratio) / 2);
}

/** x**y for the arguments float.__pow__ leaves: x > 0 and both finite. Others are taken as C takes them. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!(x > 0) || x === Infinity || y === Infinity || y === -Infinity)
    return x === -1 ? (Number.isInteger(y) ? powSign(y) : Number.isFinite(y) ? Number.NaN : 1) : powSpecial(x, y);
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;
  const exact = powSmall(x, y);
  if (exact !== undefined) return exact;
  const fast = x >= SMALLEST_NORMAL ? fastPow(x, y) : Number.NaN;
  if (!Number.isNaN(fast)) return fast;
  const guess = y * Math.log(x);
  if (guess > 710) return Infinity;
  if (guess < -746) return 0;
  const [mantissa, exponent] = powParts(x, y);
  return scaleRounded(mantissa, exponent);
}

function powSign(y: number): number {
  return Math.abs(y) % 2 === 1 ? -1 : 1;
}

function powSpecial(x: number, y: number): number {
  const odd = Number.isInteger(y) && Math.abs(y) % 2 === 1;
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y)) {
    if (!Number.isInteger(y)) return Number.NaN;
    const size = pow(-x, y);
    return odd ? -size : size;
  }
  const base = Math.abs(x);
  const size = Number.isFinite(y) ? ((base === 0) === y > 0 ? 0 : Infinity) : base > 1 === y > 0 ? Infinity : 0;
  return odd && isNegative(x) ? -size : size;
}

/** A small whole exponent by products of pairs, far from overflow and underflow. */
function powSmall(x: number, y: number): number | undefined {
  if (!Number.isInteger(y) || y < 0 || y > 16 || x > 1e15 || x < 1e-15) return undefined;
  let result = ONE;
  let square = pair(x);
  for (let rest = y; ; rest >>= 1) {
    if (rest & 1) result = multiplyPairs(result, square);
    if (rest <= 1) return toDouble(result);
    square = multiplyPairs(square, square);
  }
}

function powParts(x: number, y: number): [Pair, number] {
  const [fraction, exponent] = frexp(x);
  const [size, shift] = fraction < Math.SQRT1_2 ? [fraction * 2, exponent - 1] : [fraction, exponent];
  const whole = twoProduct(shift, y);
  // The power of two contributes an integer to the exponent at once, and its fraction through ln 2.
  const turns = Math.round(whole.hi);
  const part = addDouble(whole, -turns);
  const natural = addPairs(multiplyDouble(logPair(size), y), multiplyPairs(part, logPair(2)));
  const [mantissa, own] = expParts(natural);
  return [mantissa, own + turns];
}

export function sin(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (Math.abs(x) < 1e-20) return x;
  const fast = fastSine(x, 0);
  if (!Number.isNaN(fast)) return fast;
  const [quarter, rest] = reduceQuarter(x);
  const [sine, cosine] = sineCosinePair(rest);
  const size = toDouble(quarter % 2 === 0 ? sine : cosine);
  return quarter >= 2 ? -size : size;
}

export function cos(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const fast = fastSine(x, 1);
  if (!Number.isNaN(fast)) return fast;
  const [quarter, rest] = reduceQuarter(x);
  const [sine, cosine] = sineCosinePair(rest);
  const size = toDouble(quarter % 2 === 0 ? cosine : sine);
  return quarter === 1 || quarter === 2 ? -size : size;
}

export function tan(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (Math.abs(x) < 1e-20) return x;
  const [quarter, rest] = reduceQuarter(x);
  const [sine, cosine] = sineCosinePair(rest);
  return quarter % 2 === 0 ? toDouble(dividePairs(sine, cosine)) : -toDouble(dividePairs(cosine, sine));
}

export function asin(x: number): number {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  if (Math.abs(x) < 1e-20) return x;
  return copySign(toDouble(anglePair(pair(Math.abs(x)), complementRoot(x))), x);
}

export function acos(x: number): number {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  const angle = anglePair(complementRoot(x), pair(Math.abs(x)));
  return toDouble(x < 0 ? subtractPairs(PI, angle) : angle);
}

export function atan(x: number): number {
  if (Number.isNaN(x) || Math.abs(x) < 1e-20) return x;
  const size = Math.abs(x);
  if (size > 1e17) return copySign(toDouble(size === Infinity ? HALF_PI : subtractPairs(HALF_PI, pair(1 / size))), x);
  return copySign(toDouble(anglePair(pair(size), ONE)), x);
}

export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const tall = Math.abs(y);
  const wide = Math.abs(x);
  if (tall === 0) return isNegative(x) ? copySign(Math.PI, y) : y;
  let angle: Pair;
  if (tall === Infinity || wide === Infinity) {
    angle = tall === wide ? scalePair(HALF_PI, 0.5) : tall === Infinity ? HALF_PI : pair(0);
  } else {
    const [, rise] = frexp(tall);
    const [, run] = frexp(wide);
    if (wide === 0 || rise - run > 120) angle = HALF_PI;
    else if (run - rise > 120 && !isNegative(x)) return copySign(tall / wide, y);
    else if (run - rise > 120) angle = pair(0);
    else {
      const scale = -Math.max(rise, run);
      angle = anglePair(pair(ldexp(tall, scale)), pair(ldexp(wide, scale)));
    }
  }
  return copySign(toDouble(isNegative(x) ? subtractPairs(PI, angle) : angle), y);
}

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size < 1e-20 || size === Infinity) return x;
  if (size < 0.35) return copySign(toDouble(hyperbolicSineSeries(pair(size))), x);
  return copySign(hyperbolic(size, -1), x);
}

export function cosh(x: number): number {
  return Number.isNaN(x) ? x : hyperbolic(Math.abs(x), 1);
}

/** (e**x + sign * e**-x) / 2 for x >= 0. */
function hyperbolic(x: number, sign: number): number {
  if (x > 711) return Infinity;
  if (x > 50) {
    const [mantissa, exponent] = expParts(pair(x));
    return scaleRounded(mantissa, exponent - 1);
  }
  const up = expPair(pair(x));
  return toDouble(scalePair(addPairs(up, multiplyDouble(dividePairs(ONE, up), sign)), 0.5));
}

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size < 1e-20) return x;
  if (size > 25) return copySign(1, x);
  const rise = expMinusOnePair(pair(2 * size));
  return copySign(toDouble(dividePairs(rise, addDouble(rise, 2))), x);
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size < 1e-20 || size === Infinity) return x;
  if (size > 1e15)
    return copySign(toDouble(addPairs(logOfPositive(size), addDouble(logPair(2), 1 / size / size / 4))), x);
  const square = twoProduct(size, size);
  const root = squareRootPair(addDouble(square, 1));
  const excess = addPairs(pair(size), dividePairs(square, addDouble(root, 1)));
  return copySign(toDouble(logOnePlusPair(excess)), x);
}

export function acosh(x: number): number {
  if (!(x >= 1) || x === Infinity) return x === Infinity ? x : Number.NaN;
  if (x === 1) return 0;
  if (x > 1e15) return toDouble(addPairs(logOfPositive(x), logPair(2)));
  const above = twoSum(x, -1);
  const root = squareRootPair(multiplyPairs(above, addDouble(pair(x), 1)));
  return toDouble(logOnePlusPair(addPairs(above, root)));
}

export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1)) return size === 1 ? copySign(Infinity, x) : Number.NaN;
  if (size < 1e-20) return x;
  const ratio = dividePairs(pair(2 * size), subtractPairs(ONE, pair(size)));
  return copySign(toDouble(scalePair(logOnePlusPair(ratio), 0.5)), x);
}

export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [mantissa, exponent] = frexp(Math.abs(x));
  const third = Math.floor(exponent / 3);
  const size = mantissa * 2 ** (exponent - 3 * third);
  const guess = Math.cbrt(size);
  const cube = multiplyDouble(twoProduct(guess, guess), guess);
  const step = subtractPairs(pair(size), cube).hi / (3 * guess * guess);
  return copySign(ldexp(guess + step, third), x);
}

/** The length of a vector, as math.hypot and math.dist want it. */
export function hypot(coordinates: readonly number[]): number {
  let largest = 0;
  let invalid = false;
  for (const coordinate of coordinates) {
    const size = Math.abs(coordinate);
    if (size === Infinity) return Infinity;
    if (Number.isNaN(size)) invalid = true;
    else if (size > largest) largest = size;
  }
  if (invalid) return Number.NaN;
  if (largest === 0) return 0;
  const [, exponent] = frexp(largest);
  let sum = new Pair(0, 0);
  for (const coordinate of coordinates) {
    const size = ldexp(coordinate, -exponent);
    sum = addPairs(sum, twoProduct(size, size));
  }
  return scaleRounded(squareRootPair(sum), exponent);
}

export function sqrt(x: number): number {
  return Math.sqrt(x);
}
