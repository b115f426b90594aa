/**
 * The Mersenne Twister behind `random`: seeding, 32-bit output, random(), getrandbits().
 *
 * Matsumoto and Nishimura's MT19937 with the seeding by array of Modules/_randommodule.c. The state can be read and
 * set whole, as Random.getstate and setstate need. Trap: seed(int) uses the absolute value, in 32-bit words, lowest
 * first.
 */
import { absolute, type PyInt, toInt } from "../int.ts";

const SIZE = 624;
const SHIFT = 397;
const UPPER = 0x80000000;
const LOWER = 0x7fffffff;
const MATRIX = 0x9908b0df;

export class MersenneTwister {
  readonly words = new Uint32Array(SIZE);
  /** The next word to give out; SIZE when all are used. */
  index = SIZE;

  seedByNumber(seed: number): void {
    const words = this.words;
    words[0] = seed;
    for (let index = 1; index < SIZE; index++) {
      const previous = words[index - 1] as number;
      words[index] = Math.imul(previous ^ (previous >>> 30), 1812433253) + index;
    }
    this.index = SIZE;
  }

  seedByArray(key: ArrayLike<number>): void {
    this.seedByNumber(19650218);
    const words = this.words;
    let at = 1;
    let from = 0;
    for (let count = Math.max(SIZE, key.length); count > 0; count--) {
      const previous = words[at - 1] as number;
      const mixed = (words[at] as number) ^ Math.imul(previous ^ (previous >>> 30), 1664525);
      words[at] = mixed + (key[from] as number) + from;
      from = (from + 1) % key.length;
      at = this.step(at);
    }
    for (let count = SIZE - 1; count > 0; count--) {
      const previous = words[at - 1] as number;
      words[at] = ((words[at] as number) ^ Math.imul(previous ^ (previous >>> 30), 1566083941)) - at;
      at = this.step(at);
    }
    words[0] = UPPER;
  }

  /** The next place, wrapping from the last word to the second with the last word copied to the first. */
  private step(at: number): number {
    if (at + 1 < SIZE) return at + 1;
    this.words[0] = this.words[SIZE - 1] as number;
    return 1;
  }

  seedByInt(seed: PyInt): void {
    const digits = absolute(seed).toString(16);
    const key: number[] = [];
    for (let end = digits.length; end > 0; end -= 8) {
      key.push(Number.parseInt(digits.slice(Math.max(0, end - 8), end), 16));
    }
    this.seedByArray(key);
  }

  nextWord(): number {
    if (this.index >= SIZE) this.refill();
    let word = this.words[this.index++] as number;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  }

  private refill(): void {
    const words = this.words;
    for (let index = 0; index < SIZE; index++) {
      const next = words[(index + 1) % SIZE] as number;
      const mixed = ((words[index] as number) & UPPER) | (next & LOWER);
      words[index] = (words[(index + SHIFT) % SIZE] as number) ^ (mixed >>> 1) ^ (mixed & 1 ? MATRIX : 0);
    }
    this.index = 0;
  }

  /** A double in [0, 1) of 53 random bits. */
  random(): number {
    const high = this.nextWord() >>> 5;
    const low = this.nextWord() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** An int of `count` random bits, count >= 0; the first words drawn are the lowest. */
  randomBits(count: number): PyInt {
    if (count === 0) return 0;
    if (count <= 32) return this.nextWord() >>> (32 - count);
    let value = 0n;
    let shift = 0n;
    for (let left = count; left > 0; left -= 32) {
      const word = left < 32 ? this.nextWord() >>> (32 - left) : this.nextWord();
      value |= BigInt(word) << shift;
      shift += 32n;
    }
    return toInt(value);
  }
}
