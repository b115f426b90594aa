/**
 * Exponential, logarithm, sine, cosine and arc tangent to about 100 bits, as pairs of doubles.
 *
 * libm.ts rounds these once, which gives the correctly rounded double except for arguments in some 10**-13 of all.
 * The host's Math functions serve only as first guesses that one Newton step makes exact.
 * Trap: arguments must be in the range where neither overflow nor underflow can occur; libm.ts deals with the rest.
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
  squareRootPair,
  subtractPairs,
  twoProduct,
  ZERO,
} from "./double-double.ts";
import { decompose } from "./float-bits.ts";

export const LN2 = new Pair(Math.LN2, 2.3190468138462996e-17);
export const INVERSE_LN2 = new Pair(Math.LOG2E, 2.0355273740931033e-17);
export const INVERSE_LN10 = new Pair(Math.LOG10E, 1.098319650216765e-17);
export const PI = new Pair(Math.PI, 1.2246467991473532e-16);
export const HALF_PI = new Pair(1.5707963267948966, 6.123233995736766e-17);

/** ln 2 in parts whose products with an exponent are exact. */
const LN2_FIRST = 0.6931471805592082;
const LN2_SECOND = 7.371002565161996e-13;
const LN2_THIRD = 5.8029889835956905e-25;

const INVERSE_FACTORIALS: Pair[] = [ONE];
for (let n = 1; n <= 30; n++) INVERSE_FACTORIALS.push(dividePairs(INVERSE_FACTORIALS[n - 1] as Pair, pair(n)));

const STEPS = 256;
const powersOfE: Pair[] = [];

/** e**(index / 256 - 1) for index 0..512, by the series. */
function powerTable(): Pair[] {
  if (powersOfE.length === 0) {
    for (let index = -STEPS; index <= STEPS; index++)
      powersOfE.push(addDouble(expMinusOneSeries(pair(index / STEPS), 30), 1));
  }
  return powersOfE;
}

/** e**x - 1 for small |x|, with full relative precision. */
function expMinusOneSeries(x: Pair, terms: number): Pair {
  let sum = INVERSE_FACTORIALS[terms] as Pair;
  for (let n = terms - 1; n >= 1; n--) sum = addPairs(multiplyPairs(sum, x), INVERSE_FACTORIALS[n] as Pair);
  return multiplyPairs(sum, x);
}

/** The same for |x| <= 1/512, where single doubles are enough from the fifth term on. */
function expMinusOneTiny(x: Pair): Pair {
  const h = x.hi;
  const tail = 1 / 120 + h * (1 / 720 + h * (1 / 5040 + h * (1 / 40320 + h * (1 / 362880 + h / 3628800))));
  let sum = addDouble(INVERSE_FACTORIALS[4] as Pair, h * tail);
  sum = addPairs(multiplyPairs(sum, x), INVERSE_FACTORIALS[3] as Pair);
  sum = addPairs(multiplyPairs(sum, x), INVERSE_FACTORIALS[2] as Pair);
  sum = addDouble(multiplyPairs(sum, x), 1);
  return multiplyPairs(sum, x);
}

/** e**x as a pair and a power of two, |x| < 2000. */
export function expParts(x: Pair): [mantissa: Pair, exponent: number] {
  const exponent = Math.round(x.hi * Math.LOG2E);
  let rest = addDouble(x, -exponent * LN2_FIRST);
  rest = addDouble(rest, -exponent * LN2_SECOND);
  rest = subtractPairs(rest, twoProduct(exponent, LN2_THIRD));
  const index = Math.round(rest.hi * STEPS);
  const base = powerTable()[index + STEPS] as Pair;
  const small = addDouble(rest, -index / STEPS);
  return [addPairs(base, multiplyPairs(base, expMinusOneTiny(small))), exponent];
}

/** e**x, |x| < 600. */
export function expPair(x: Pair): Pair {
  const [mantissa, exponent] = expParts(x);
  return scalePair(mantissa, 2 ** exponent);
}

/** e**x - 1, |x| < 600, precise also for small x. */
export function expMinusOnePair(x: Pair): Pair {
  const size = Math.abs(x.hi);
  if (size < 1 / 512) return expMinusOneTiny(x);
  if (size < 0.35) return expMinusOneSeries(x, 22);
  return addDouble(expPair(x), -1);
}

/** ln x for a normal positive double. */
export function logPair(x: number): Pair {
  const exponent = Math.round(Math.log2(x));
  const mantissa = x * 2 ** -Math.trunc(exponent / 2) * 2 ** -(exponent - Math.trunc(exponent / 2));
  if (mantissa === 1) return multiplyDouble(LN2, exponent);
  const fraction = logOnePlusPair(subtractPairs(pair(mantissa), ONE));
  return exponent === 0 ? fraction : addPairs(multiplyDouble(LN2, exponent), fraction);
}

/** ln(1 + x), -0.9 < x < 1e17, precise also for small x. */
export function logOnePlusPair(x: Pair): Pair {
  const guess = Math.log1p(x.hi);
  const shrink = expMinusOnePair(pair(-guess));
  const rest = addPairs(addPairs(x, shrink), multiplyPairs(x, shrink));
  return addPairs(pair(guess), subtractPairs(rest, scalePair(multiplyPairs(rest, rest), 0.5)));
}

const HALF_PI_PARTS = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32] as const;

/** x = quarter * pi/2 + rest with |rest| <= pi/4 or a little more. */
export function reduceQuarter(x: number): [quarter: number, rest: Pair] {
  if (Math.abs(x) < 0.7853981633974483) return [0, pair(x)];
  if (Math.abs(x) > 500000) return reduceHuge(x);
  const quarter = Math.round(x * 0.6366197723675814);
  let rest = addDouble(pair(x), -quarter * HALF_PI_PARTS[0]);
  rest = addDouble(rest, -quarter * HALF_PI_PARTS[1]);
  rest = addDouble(rest, -quarter * HALF_PI_PARTS[2]);
  rest = subtractPairs(rest, twoProduct(quarter, HALF_PI_PARTS[3]));
  return [quarter & 3, rest];
}

const HUGE_BITS = 1400n;
let halfPiFixed: bigint | undefined;

/** pi / 2 in fixed point, by Machin's formula. */
function computeHalfPi(): bigint {
  const one = 1n << (HUGE_BITS + 64n);
  const inverseTangent = (n: bigint) => {
    let term = one / n;
    let sum = term;
    for (let k = 3n; term !== 0n; k += 2n) {
      term /= -n * n;
      sum += term / k;
    }
    return sum;
  };
  return (8n * inverseTangent(5n) - 2n * inverseTangent(239n)) >> 64n;
}

function reduceHuge(x: number): [number, Pair] {
  halfPiFixed ??= computeHalfPi();
  const [mantissa, exponent] = decompose(x);
  const shift = HUGE_BITS + BigInt(exponent);
  const fixed = BigInt(mantissa) << shift;
  let quarter = fixed / halfPiFixed;
  let rest = fixed - quarter * halfPiFixed;
  if (rest * 2n > halfPiFixed) {
    quarter += 1n;
    rest -= halfPiFixed;
  }
  const scaled = fixedToPair(rest);
  const turns = Number(quarter & 3n);
  return x < 0 ? [(4 - turns) & 3, negatePair(scaled)] : [turns, scaled];
}

function fixedToPair(value: bigint): Pair {
  const scale = (part: bigint) => {
    const size = part < 0n ? -part : part;
    const drop = Math.max(0, size.toString(2).length - 53);
    return Number(part / (1n << BigInt(drop))) * 2 ** (drop - 700) * 2 ** (700 - Number(HUGE_BITS));
  };
  const hi = scale(value);
  const exact = hi === 0 ? 0n : toFixed(hi);
  return new Pair(hi, scale(value - exact));
}

function toFixed(value: number): bigint {
  const [mantissa, exponent] = decompose(value);
  const shift = HUGE_BITS + BigInt(exponent);
  const size = shift >= 0n ? BigInt(mantissa) << shift : BigInt(mantissa) >> -shift;
  return value < 0 ? -size : size;
}

const ANGLE_STEPS = 32;
const sines: Pair[] = [];
const cosines: Pair[] = [];

function sineSeries(x: Pair, terms: number): Pair {
  const square = multiplyPairs(x, x);
  let sum = ZERO;
  for (let n = terms; n >= 1; n--) {
    const factor = INVERSE_FACTORIALS[2 * n + 1] as Pair;
    sum = multiplyPairs(square, n % 2 === 1 ? subtractPairs(sum, factor) : addPairs(sum, factor));
  }
  return addPairs(x, multiplyPairs(x, sum));
}

function cosineSeries(x: Pair, terms: number): Pair {
  const square = multiplyPairs(x, x);
  let sum = ZERO;
  for (let n = terms; n >= 1; n--) {
    const factor = INVERSE_FACTORIALS[2 * n] as Pair;
    sum = multiplyPairs(square, n % 2 === 1 ? subtractPairs(sum, factor) : addPairs(sum, factor));
  }
  return addDouble(sum, 1);
}

/** Sine and cosine for |x| <= 1/64: single doubles are enough from the fourth term on. */
function tinySine(x: Pair, square: Pair): Pair {
  const s = square.hi;
  let sum = addDouble(INVERSE_FACTORIALS[7] as Pair, -s * (1 / 362880 - s * (1 / 39916800 - s / 6227020800)));
  sum = subtractPairs(multiplyPairs(sum, square), INVERSE_FACTORIALS[5] as Pair);
  sum = addPairs(multiplyPairs(sum, square), INVERSE_FACTORIALS[3] as Pair);
  return subtractPairs(x, multiplyPairs(x, multiplyPairs(sum, square)));
}

function tinyCosine(square: Pair): Pair {
  const s = square.hi;
  let sum = addDouble(INVERSE_FACTORIALS[6] as Pair, -s * (1 / 40320 - s * (1 / 3628800 - s / 479001600)));
  sum = subtractPairs(multiplyPairs(sum, square), INVERSE_FACTORIALS[4] as Pair);
  sum = addDouble(multiplyPairs(sum, square), 0.5);
  return addDouble(negatePair(multiplyPairs(sum, square)), 1);
}

/** Sine and cosine for |x| <= 0.8 or so. */
export function sineCosinePair(x: Pair): [sine: Pair, cosine: Pair] {
  const index = Math.round(Math.abs(x.hi) * ANGLE_STEPS);
  if (index === 0) {
    const own = multiplyPairs(x, x);
    return [tinySine(x, own), tinyCosine(own)];
  }
  if (sines.length === 0) {
    for (let step = 0; step <= ANGLE_STEPS; step++) {
      sines.push(sineSeries(pair(step / ANGLE_STEPS), 14));
      cosines.push(cosineSeries(pair(step / ANGLE_STEPS), 15));
    }
  }
  const negative = x.hi < 0;
  const rest = addDouble(negative ? negatePair(x) : x, -index / ANGLE_STEPS);
  const square = multiplyPairs(rest, rest);
  const sine = tinySine(rest, square);
  const cosine = tinyCosine(square);
  const baseSine = sines[index] as Pair;
  const baseCosine = cosines[index] as Pair;
  const wholeSine = addPairs(multiplyPairs(baseSine, cosine), multiplyPairs(baseCosine, sine));
  const wholeCosine = subtractPairs(multiplyPairs(baseCosine, cosine), multiplyPairs(baseSine, sine));
  return [negative ? negatePair(wholeSine) : wholeSine, wholeCosine];
}

/** The angle of the point (x, y) for x >= 0, y >= 0, not both zero. */
export function anglePair(y: Pair, x: Pair): Pair {
  if (y.hi > x.hi) return subtractPairs(HALF_PI, anglePair(x, y));
  const guess = Math.atan(y.hi / x.hi);
  const [sine, cosine] = sineCosinePair(pair(guess));
  const across = subtractPairs(multiplyPairs(y, cosine), multiplyPairs(x, sine));
  const along = addPairs(multiplyPairs(x, cosine), multiplyPairs(y, sine));
  return addPairs(pair(guess), dividePairs(across, along));
}

/** sqrt(1 - x*x), |x| <= 1. */
export function complementRoot(x: number): Pair {
  return squareRootPair(multiplyPairs(subtractPairs(ONE, pair(x)), addDouble(pair(x), 1)));
}

/** sinh x for |x| < 0.35, precise also for small x. */
export function hyperbolicSineSeries(x: Pair): Pair {
  const square = multiplyPairs(x, x);
  let sum = INVERSE_FACTORIALS[23] as Pair;
  for (let n = 21; n >= 3; n -= 2) sum = addPairs(multiplyPairs(sum, square), INVERSE_FACTORIALS[n] as Pair);
  return addPairs(x, multiplyPairs(multiplyPairs(sum, square), x));
}
