/**
 * Python's 64-bit hashes: int, float, complex, str, bytes, tuple, frozenset, and of identities.
 *
 * Follows Python/pyhash.c, Objects/tupleobject.c and Objects/setobject.c as built for 64 bits, whatever the
 * word size here. A hash is a Python int in the signed 64-bit range: a number when that is exact, else a bigint.
 * Trap: -1 is never a hash (it becomes -2), and hash("") is 0 under every key.
 */
import { frexp } from "./float-bits.ts";
import { type PyInt, toInt } from "./int.ts";
import {
  type SipKey,
  sipHash13,
  sipHash13CodePoints,
  sipHash13Latin1,
  sipHash13Units,
  sipHashHigh,
  sipHashLow,
  ZERO_KEY,
} from "./siphash.ts";

const MODULUS = (1n << 61n) - 1n;
const TWO_32 = 0x100000000;
const INFINITY_HASH = 314159;

/** The low 32 bits of a hash as a signed word: what a table indexes by. */
export function lowBits(hash: PyInt): number {
  return typeof hash === "number" ? hash | 0 : Number(BigInt.asIntN(32, hash));
}

/** The upper 32 bits of a hash as a signed word. */
export function highBits(hash: PyInt): number {
  return typeof hash === "number" ? Math.floor(hash / TWO_32) | 0 : Number(BigInt.asIntN(32, hash >> 32n));
}

/** The hash made of two words, with -1 replaced. */
export function joinHash(low: number, high: number): PyInt {
  if (high === -1 && low === -1) return -2;
  if (high >= -0x200000 && high < 0x200000) {
    const value = high * TWO_32 + (low >>> 0);
    if (value >= -Number.MAX_SAFE_INTEGER) return value;
  }
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}

export function hashInt(value: PyInt): PyInt {
  if (typeof value === "number") return value === -1 ? -2 : value;
  const size = (value < 0n ? -value : value) % MODULUS;
  const hash = value < 0n ? -size : size;
  return hash === -1n ? -2 : toInt(hash);
}

/** The hash of a float that is no NaN: a NaN hashes by its identity. */
export function hashFloat(value: number): PyInt {
  if (Number.isSafeInteger(value)) return value === -1 ? -2 : value + 0;
  if (value === Infinity) return INFINITY_HASH;
  if (value === -Infinity) return -INFINITY_HASH;
  const [mantissa, exponent] = frexp(Math.abs(value));
  const shift = (((exponent - 53) % 61) + 61) % 61;
  // Multiplying by 2**shift modulo 2**61 - 1 turns the 61 bits around.
  const whole = BigInt(mantissa * 2 ** 53) << BigInt(shift);
  const size = (whole & MODULUS) + (whole >> 61n);
  const hash = toInt(size >= MODULUS ? size - MODULUS : size);
  const signed = value < 0 ? (typeof hash === "number" ? 0 - hash : -hash) : hash;
  return signed === -1 ? -2 : signed;
}

const IMAGINARY_LOW = 1000003;

/** hash(real) + 1000003 * hash(imag), in 64 bits. */
export function hashComplex(real: PyInt, imag: PyInt): PyInt {
  if (imag === 0) return real;
  const sum = BigInt.asIntN(64, BigInt(real) + BigInt(IMAGINARY_LOW) * BigInt(imag));
  return sum === -1n ? -2 : toInt(sum);
}

export function hashBytes(bytes: Uint8Array, key: SipKey): PyInt {
  if (bytes.length === 0) return 0;
  sipHash13(bytes, key);
  return joinHash(sipHashLow, sipHashHigh);
}

/** The hash of a str that has no surrogate code unit. */
export function hashString(text: string, key: SipKey): PyInt {
  const length = text.length;
  if (length === 0) return 0;
  let all = 0;
  for (let index = 0; index < length; index++) all |= text.charCodeAt(index);
  if (all < 256) sipHash13Latin1(text, key);
  else sipHash13Units(text, key);
  return joinHash(sipHashLow, sipHashHigh);
}

/** The hash of a str given by its code points: one, two or four bytes each, as the largest demands. */
export function hashCodePoints(codePoints: ArrayLike<number>, key: SipKey): PyInt {
  if (codePoints.length === 0) return 0;
  let largest = 0;
  for (let index = 0; index < codePoints.length; index++) largest = Math.max(largest, codePoints[index] as number);
  if (largest > 0xffff) {
    sipHash13CodePoints(codePoints, key);
  } else {
    let text = "";
    for (let index = 0; index < codePoints.length; index++) text += String.fromCharCode(codePoints[index] as number);
    if (largest < 256) sipHash13Latin1(text, key);
    else sipHash13Units(text, key);
  }
  return joinHash(sipHashLow, sipHashHigh);
}

/** The key that PYTHONHASHSEED stands for: 0 gives zeros, any other number a linear congruential sequence. */
export function keyFromSeed(seed: number): SipKey {
  if (seed === 0) return ZERO_KEY;
  const words: [number, number, number, number] = [0, 0, 0, 0];
  let state = seed | 0;
  for (let index = 0; index < 16; index++) {
    state = (Math.imul(state, 214013) + 2531011) | 0;
    words[index >> 2] = (words[index >> 2] as number) | (((state >>> 16) & 255) << ((index & 3) * 8));
  }
  return words;
}

/** 64-bit arithmetic in halves; the result of each step stays in these two words. */
let low = 0;
let high = 0;

function multiply(byLow: number, byHigh: number): void {
  const a0 = low & 0xffff;
  const a1 = low >>> 16;
  const b0 = byLow & 0xffff;
  const b1 = byLow >>> 16;
  const p00 = a0 * b0;
  const middle = a1 * b0 + (p00 >>> 16);
  const other = a0 * b1 + (middle & 0xffff);
  const carry = a1 * b1 + Math.floor(middle / 65536) + Math.floor(other / 65536);
  high = (carry + Math.imul(high, byLow) + Math.imul(low, byHigh)) | 0;
  low = ((other & 0xffff) << 16) | (p00 & 0xffff);
}

function addWords(otherLow: number, otherHigh: number): void {
  const sum = (low >>> 0) + (otherLow >>> 0);
  high = (high + otherHigh + (sum > 0xffffffff ? 1 : 0)) | 0;
  low = sum | 0;
}

const PRIME_1_LOW = 0x85ebca87 | 0;
const PRIME_1_HIGH = 0x9e3779b1 | 0;
const PRIME_2_LOW = 0x27d4eb4f | 0;
const PRIME_2_HIGH = 0xc2b2ae3d | 0;
const PRIME_5_LOW = 0x165667c5;
const PRIME_5_HIGH = 0x27d4eb2f;

/** The hash of a tuple from its items' hashes. */
export function hashTuple(hashes: readonly PyInt[]): PyInt {
  low = PRIME_5_LOW;
  high = PRIME_5_HIGH;
  for (const hash of hashes) {
    const [sumLow, sumHigh] = [low, high];
    low = lowBits(hash);
    high = highBits(hash);
    multiply(PRIME_2_LOW, PRIME_2_HIGH);
    addWords(sumLow, sumHigh);
    const turned = (high << 31) | (low >>> 1);
    low = (low << 31) | (high >>> 1);
    high = turned;
    multiply(PRIME_1_LOW, PRIME_1_HIGH);
  }
  addWords(hashes.length ^ (PRIME_5_LOW ^ 3527539), PRIME_5_HIGH);
  if (low === -1 && high === -1) return 1546275796;
  return joinHash(low, high);
}

/** The hash of a frozenset from its items' hashes, in any order. */
export function hashFrozenSet(hashes: readonly PyInt[]): PyInt {
  let sumLow = 0;
  let sumHigh = 0;
  for (const hash of hashes) {
    const itemLow = lowBits(hash);
    const itemHigh = highBits(hash);
    low = itemLow ^ 89869747 ^ (itemLow << 16);
    high = itemHigh ^ ((itemHigh << 16) | (itemLow >>> 16));
    multiply(3644798167 | 0, 0);
    sumLow ^= low;
    sumHigh ^= high;
  }
  // The number of items, as if by (count + 1) * 1927868237.
  low = hashes.length + 1;
  high = 0;
  multiply(1927868237, 0);
  low ^= sumLow;
  high ^= sumHigh;
  const shiftedLow = ((low >>> 11) | (high << 21)) ^ ((low >>> 25) | (high << 7));
  const shiftedHigh = (high >>> 11) ^ (high >>> 25);
  low ^= shiftedLow;
  high ^= shiftedHigh;
  multiply(69069, 0);
  addWords(907133923, 0);
  if (low === -1 && high === -1) return 590923713;
  return joinHash(low, high);
}

/** The hash of an object by its address-like identity: rotated, because addresses end in zero bits. */
export function hashIdentity(id: PyInt): PyInt {
  const rest = BigInt(id) & 15n;
  const value = BigInt.asIntN(64, (BigInt(id) >> 4n) | (rest << 60n));
  return value === -1n ? -2 : toInt(value);
}
