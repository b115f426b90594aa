/**
 * The hash of a tuple (CPython Objects/tupleobject.c: xxHash with 64-bit lanes).
 *
 * Dicts look tuples up often, and BigInt is slow: here a 64-bit word is two 32-bit halves, and a dict,
 * which wants no more than 32 bits of a hash, gets them without any BigInt (`foldTuple`).
 */
import type { Value } from "./object.ts";
import { hashOf } from "./protocol.ts";

/** The halves of the word computed last. */
let low = 0;
let high = 0;

/** `x * y` modulo 2**64, of halves; the result is in `low` and `high`. */
function multiply(xLow: number, xHigh: number, yLow: number, yHigh: number): void {
  const a = xLow & 0xffff;
  const b = xLow >>> 16;
  const c = yLow & 0xffff;
  const d = yLow >>> 16;
  const ac = a * c;
  const middle = a * d + b * c + (ac >>> 16);
  // `middle` is below 2**34: what is above its low 16 bits is carried exactly.
  const carry = Math.floor(middle / 65536);
  low = ((middle & 0xffff) << 16) | (ac & 0xffff);
  high = (carry + b * d + Math.imul(xLow, yHigh) + Math.imul(xHigh, yLow)) | 0;
}

const product = { low: 0, high: 0 };

/** `x * y` modulo 2**64, of halves. What is given holds until the next call. */
export function multiplyWords(xLow: number, xHigh: number, yLow: number, yHigh: number): Readonly<typeof product> {
  multiply(xLow, xHigh, yLow, yHigh);
  product.low = low;
  product.high = high;
  return product;
}

/** Mix the hashes of the items; the length comes into it for tuples, not for slices. */
function compute(items: readonly Value[], withLength = true): void {
  // The primes of xxHash are 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F and 0x27D4EB2F165667C5.
  let sumLow = 0x165667c5;
  let sumHigh = 0x27d4eb2f;
  for (let i = 0; i < items.length; i++) {
    const hash = hashOf(items[i]);
    if (typeof hash === "number") multiply(hash | 0, Math.floor(hash / 4294967296) | 0, 0x27d4eb4f, 0xc2b2ae3d);
    else multiply(Number(BigInt.asIntN(32, hash)), Number(BigInt.asIntN(32, hash >> 32n)), 0x27d4eb4f, 0xc2b2ae3d);
    const sum = (sumLow >>> 0) + (low >>> 0);
    sumHigh = (sumHigh + high + (sum > 0xffffffff ? 1 : 0)) | 0;
    sumLow = sum | 0;
    multiply((sumLow << 31) | (sumHigh >>> 1), (sumHigh << 31) | (sumLow >>> 1), 0x85ebca87, 0x9e3779b1);
    sumLow = low;
    sumHigh = high;
  }
  low = sumLow;
  high = sumHigh;
  if (withLength) {
    const sum = (sumLow >>> 0) + ((items.length ^ 0x165667c5 ^ 3527539) >>> 0);
    low = sum | 0;
    high = (sumHigh + 0x27d4eb2f + (sum > 0xffffffff ? 1 : 0)) | 0;
  }
  if (low === -1 && high === -1) {
    low = 1546275796;
    high = 0;
  }
}

/** `hash()` of a tuple of these items. */
export function hashTuple(items: readonly Value[]): number | bigint {
  compute(items);
  return hashOfHalves(low, high);
}

/** `hash()` of a slice with these parts. */
export function hashSlice(parts: readonly Value[]): number | bigint {
  compute(parts, false);
  return hashOfHalves(low, high);
}

/** The int of 64 bits that has these halves. */
export function hashOfHalves(low: number, high: number): number | bigint {
  if (high >= -0x200000 && high < 0x200000 && (high !== -0x200000 || low !== 0)) {
    return high * 4294967296 + (low >>> 0);
  }
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}

/** `hash()` of a tuple of these items as the two halves of 64 bits, given to `take`. */
export function tupleHashHalves(items: readonly Value[], take: (low: number, high: number) => void): void {
  compute(items);
  take(low, high);
}

/** `fold(hashTuple(items))` (dict.ts). */
export function foldTuple(items: readonly Value[]): number {
  compute(items);
  return high === low >> 31 ? low : low ^ high;
}
