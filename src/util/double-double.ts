/**
 * Numbers of about 106 bits as the unevaluated sum of two doubles: what libm.ts computes with before it rounds once.
 *
 * The error-free transformations of Dekker and Knuth. Trap: products split their factors, so magnitudes above 2**996
 * overflow, and results below 2**-960 lose their lower half; callers scale.
 */

export class Pair {
  constructor(
    readonly hi: number,
    readonly lo: number,
  ) {}
}

export const ZERO = new Pair(0, 0);
export const ONE = new Pair(1, 0);

const SPLITTER = 134217729;

export function pair(value: number): Pair {
  return new Pair(value, 0);
}

export function toDouble(a: Pair): number {
  return a.hi + a.lo;
}

/** a + b exactly. */
export function twoSum(a: number, b: number): Pair {
  const sum = a + b;
  const part = sum - a;
  return new Pair(sum, a - (sum - part) + (b - part));
}

/** hi + lo exactly, for |hi| >= |lo|. */
function quickSum(hi: number, lo: number): Pair {
  const sum = hi + lo;
  return new Pair(sum, lo - (sum - hi));
}

/** a * b exactly. */
export function twoProduct(a: number, b: number): Pair {
  const product = a * b;
  const splitA = SPLITTER * a;
  const highA = splitA - (splitA - a);
  const lowA = a - highA;
  const splitB = SPLITTER * b;
  const highB = splitB - (splitB - b);
  const lowB = b - highB;
  return new Pair(product, lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB));
}

export function addPairs(a: Pair, b: Pair): Pair {
  const high = twoSum(a.hi, b.hi);
  const low = twoSum(a.lo, b.lo);
  const first = quickSum(high.hi, high.lo + low.hi);
  return quickSum(first.hi, first.lo + low.lo);
}

export function addDouble(a: Pair, b: number): Pair {
  const high = twoSum(a.hi, b);
  return quickSum(high.hi, high.lo + a.lo);
}

export function negatePair(a: Pair): Pair {
  return new Pair(-a.hi, -a.lo);
}

export function subtractPairs(a: Pair, b: Pair): Pair {
  return addPairs(a, new Pair(-b.hi, -b.lo));
}

export function multiplyPairs(a: Pair, b: Pair): Pair {
  const product = twoProduct(a.hi, b.hi);
  return quickSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

export function multiplyDouble(a: Pair, b: number): Pair {
  const product = twoProduct(a.hi, b);
  return quickSum(product.hi, product.lo + a.lo * b);
}

/** Exact, for a power of two. */
export function scalePair(a: Pair, power: number): Pair {
  return new Pair(a.hi * power, a.lo * power);
}

export function dividePairs(a: Pair, b: Pair): Pair {
  const first = a.hi / b.hi;
  const rest = subtractPairs(a, multiplyDouble(b, first));
  const second = rest.hi / b.hi;
  const last = subtractPairs(rest, multiplyDouble(b, second)).hi / b.hi;
  return addDouble(quickSum(first, second), last);
}

export function squareRootPair(a: Pair): Pair {
  if (a.hi === 0) return ZERO;
  const root = Math.sqrt(a.hi);
  const rest = subtractPairs(a, twoProduct(root, root));
  const first = quickSum(root, rest.hi / (2 * root));
  const again = subtractPairs(a, multiplyPairs(first, first));
  return addDouble(first, again.hi / (2 * root));
}
