/**
 * SipHash-1-3 with a 128-bit key: the hash of str and bytes, and the source hash in a .pyc file.
 *
 * Follows Python/pyhash.c. 64-bit words are kept as 32-bit halves, so the loop makes no bigint.
 * Trap: the result is left in `sipHashLow` and `sipHashHigh`, to be read before the next call.
 */

/** Four 32-bit words: k0 low, k0 high, k1 low, k1 high. */
export type SipKey = readonly [number, number, number, number];

export const ZERO_KEY: SipKey = [0, 0, 0, 0];

/** The result of the last sipHash13 call, as signed 32-bit halves. */
export let sipHashLow = 0;
export let sipHashHigh = 0;

let v0l = 0;
let v0h = 0;
let v1l = 0;
let v1h = 0;
let v2l = 0;
let v2h = 0;
let v3l = 0;
let v3h = 0;

function round(): void {
  let low = (v0l >>> 0) + (v1l >>> 0);
  v0h = (v0h + v1h + (low > 0xffffffff ? 1 : 0)) | 0;
  v0l = low | 0;
  let high = v1h;
  v1h = ((high << 13) | (v1l >>> 19)) ^ v0h;
  v1l = ((v1l << 13) | (high >>> 19)) ^ v0l;
  high = v0h;
  v0h = v0l;
  v0l = high;
  low = (v2l >>> 0) + (v3l >>> 0);
  v2h = (v2h + v3h + (low > 0xffffffff ? 1 : 0)) | 0;
  v2l = low | 0;
  high = v3h;
  v3h = ((high << 16) | (v3l >>> 16)) ^ v2h;
  v3l = ((v3l << 16) | (high >>> 16)) ^ v2l;
  low = (v0l >>> 0) + (v3l >>> 0);
  v0h = (v0h + v3h + (low > 0xffffffff ? 1 : 0)) | 0;
  v0l = low | 0;
  high = v3h;
  v3h = ((high << 21) | (v3l >>> 11)) ^ v0h;
  v3l = ((v3l << 21) | (high >>> 11)) ^ v0l;
  low = (v2l >>> 0) + (v1l >>> 0);
  v2h = (v2h + v1h + (low > 0xffffffff ? 1 : 0)) | 0;
  v2l = low | 0;
  high = v1h;
  v1h = ((high << 17) | (v1l >>> 15)) ^ v2h;
  v1l = ((v1l << 17) | (high >>> 15)) ^ v2l;
  high = v2h;
  v2h = v2l;
  v2l = high;
}

function absorb(low: number, high: number): void {
  v3l ^= low;
  v3h ^= high;
  round();
  v0l ^= low;
  v0h ^= high;
}

function start(key: SipKey): void {
  v0l = key[0] ^ 0x70736575;
  v0h = key[1] ^ 0x736f6d65;
  v1l = key[2] ^ 0x6e646f6d;
  v1h = key[3] ^ 0x646f7261;
  v2l = key[0] ^ 0x6e657261;
  v2h = key[1] ^ 0x6c796765;
  v3l = key[2] ^ 0x79746573;
  v3h = key[3] ^ 0x74656462;
}

function finish(low: number, high: number, length: number): void {
  absorb(low, high | (length << 24));
  v2l ^= 0xff;
  round();
  round();
  round();
  sipHashLow = v0l ^ v1l ^ v2l ^ v3l;
  sipHashHigh = v0h ^ v1h ^ v2h ^ v3h;
}

/** Hash `length` bytes that `byteAt` gives. */
function hashBytes(key: SipKey, length: number, byteAt: (index: number) => number): void {
  start(key);
  const whole = length - (length & 7);
  const word = (index: number) =>
    byteAt(index) | (byteAt(index + 1) << 8) | (byteAt(index + 2) << 16) | (byteAt(index + 3) << 24);
  for (let index = 0; index < whole; index += 8) absorb(word(index), word(index + 4));
  let low = 0;
  let high = 0;
  for (let index = whole; index < length; index++) {
    const shift = (index - whole) * 8;
    if (shift < 32) low |= byteAt(index) << shift;
    else high |= byteAt(index) << (shift - 32);
  }
  finish(low, high, length);
}

export function sipHash13(bytes: Uint8Array, key: SipKey): void {
  hashBytes(key, bytes.length, (index) => bytes[index] as number);
}

/** The bytes are the code units of a string below U+0100. */
export function sipHash13Latin1(text: string, key: SipKey): void {
  start(key);
  const length = text.length;
  const whole = length - (length & 7);
  for (let index = 0; index < whole; index += 8) {
    absorb(
      text.charCodeAt(index) |
        (text.charCodeAt(index + 1) << 8) |
        (text.charCodeAt(index + 2) << 16) |
        (text.charCodeAt(index + 3) << 24),
      text.charCodeAt(index + 4) |
        (text.charCodeAt(index + 5) << 8) |
        (text.charCodeAt(index + 6) << 16) |
        (text.charCodeAt(index + 7) << 24),
    );
  }
  let low = 0;
  let high = 0;
  for (let index = whole; index < length; index++) {
    const shift = (index - whole) * 8;
    if (shift < 32) low |= text.charCodeAt(index) << shift;
    else high |= text.charCodeAt(index) << (shift - 32);
  }
  finish(low, high, length);
}

/** The bytes are the 16-bit code units of a string, low byte first. */
export function sipHash13Units(text: string, key: SipKey): void {
  hashBytes(key, text.length * 2, (index) => (text.charCodeAt(index >> 1) >> ((index & 1) * 8)) & 255);
}

/** The bytes are those of 32-bit code points, low byte first. */
export function sipHash13CodePoints(codePoints: ArrayLike<number>, key: SipKey): void {
  hashBytes(key, codePoints.length * 4, (index) => ((codePoints[index >> 2] as number) >> ((index & 3) * 8)) & 255);
}
