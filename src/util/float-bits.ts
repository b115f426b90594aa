/**
 * The parts of a double: sign, mantissa, exponent, and exact products.
 *
 * What C gets from frexp, ldexp, copysign and signbit. Trap: 0.0 and -0.0 are told apart everywhere; a NaN keeps no
 * sign.
 */

const doubles = new Float64Array(1);
const words = new Uint32Array(doubles.buffer);
const LOW = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;

export function highWordOf(value: number): number {
  doubles[0] = value;
  return words[1 - LOW] as number;
}

export function lowWordOf(value: number): number {
  doubles[0] = value;
  return words[LOW] as number;
}

export function fromWords(high: number, low: number): number {
  words[1 - LOW] = high;
  words[LOW] = low;
  return doubles[0] as number;
}

export function isNegative(value: number): boolean {
  return value < 0 || (value === 0 && 1 / value < 0);
}

export function copySign(size: number, signed: number): number {
  const positive = Math.abs(size);
  return isNegative(signed) ? -positive : positive;
}

/** value = mantissa * 2**exponent with 0.5 <= |mantissa| < 1; zero, infinities and NaN come back with exponent 0. */
export function frexp(value: number): [mantissa: number, exponent: number] {
  if (value === 0 || !Number.isFinite(value)) return [value, 0];
  const high = highWordOf(value);
  const biased = (high >>> 20) & 0x7ff;
  if (biased === 0) {
    const [mantissa, exponent] = frexp(value * 2 ** 54);
    return [mantissa, exponent - 54];
  }
  return [fromWords((high & 0x800fffff) | 0x3fe00000, lowWordOf(value)), biased - 1022];
}

/** value * 2**exponent, rounded once; an overflow gives an infinity. */
export function ldexp(value: number, exponent: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const [mantissa, own] = frexp(value);
  const total = own + exponent;
  if (total > 1024) return mantissa * Infinity;
  if (total < -1080) return mantissa * 0;
  if (total > 0) return mantissa * 2 * 2 ** (total - 1);
  if (total > -1000) return mantissa * 2 ** total;
  return mantissa * 2 ** (total + 600) * 2 ** -600;
}

/** |value| = mantissa * 2**exponent with an integer mantissa below 2**53; value is finite. */
export function decompose(value: number): [mantissa: number, exponent: number] {
  const high = highWordOf(value);
  const low = lowWordOf(value);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (high & 0xfffff) * 0x100000000 + low;
  return biased === 0 ? [fraction, -1074] : [fraction + 0x10000000000000, biased - 1075];
}

/** a * b - product exactly, for product = fl(a * b) without overflow or underflow on the way. */
export function productError(a: number, b: number, product: number): number {
  const splitA = a * 134217729;
  const highA = splitA - (splitA - a);
  const lowA = a - highA;
  const splitB = b * 134217729;
  const highB = splitB - (splitB - b);
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}
