/**
 * The range coder's writing half.
 *
 * Trap: a carry can run through bytes of 0xff that are already known; so these are counted and written when it is decided.
 */
import type { Output } from "./buffers.ts";
import { MOVE_BITS, PROBABILITY_BITS, PROBABILITY_ONE } from "./model.ts";

const TOP = 2 ** 24;
/** Costs of bits in sixteenths of a bit, by a probability's highest bits. */
const PRICE_SHIFT = 4;

const PRICES = Uint16Array.from({ length: PROBABILITY_ONE >> PRICE_SHIFT }, (_, index) =>
  Math.round(-16 * Math.log2((index + 0.5) / (PROBABILITY_ONE >> PRICE_SHIFT))),
);

export class RangeEncoder {
  private low = 0;
  private range = 0xffffffff;
  private cache = 0;
  private cached = 1;

  constructor(private readonly output: Output) {}

  /** How many bytes the stream would have if it were ended here, what was taken from the output not counted. */
  get size(): number {
    return this.output.length + this.cached + 4;
  }

  private shift(): void {
    if (this.low < 0xff000000 || this.low >= 2 ** 32) {
      const carry = this.low >= 2 ** 32 ? 1 : 0;
      let byte = this.cache;
      do {
        this.output.push((byte + carry) & 0xff);
        byte = 0xff;
      } while (--this.cached !== 0);
      this.cache = Math.floor(this.low / TOP) & 0xff;
    }
    this.cached++;
    this.low = (this.low % TOP) * 256;
  }

  bit(probabilities: Uint16Array, index: number, bit: number): void {
    const probability = probabilities[index];
    const bound = (this.range >>> PROBABILITY_BITS) * probability;
    if (bit === 0) {
      this.range = bound;
      probabilities[index] = probability + ((PROBABILITY_ONE - probability) >> MOVE_BITS);
    } else {
      this.low += bound;
      this.range -= bound;
      probabilities[index] = probability - (probability >> MOVE_BITS);
    }
    while (this.range < TOP) {
      this.range *= 256;
      this.shift();
    }
  }

  /** The highest bit first; the root is at `base + 1`. */
  tree(probabilities: Uint16Array, base: number, bits: number, value: number): void {
    let node = 1;
    for (let i = bits - 1; i >= 0; i--) {
      const bit = (value >> i) & 1;
      this.bit(probabilities, base + node, bit);
      node = (node << 1) | bit;
    }
  }

  reverseTree(probabilities: Uint16Array, base: number, bits: number, value: number): void {
    let node = 1;
    for (let i = 0; i < bits; i++) {
      const bit = (value >> i) & 1;
      this.bit(probabilities, base + node, bit);
      node = (node << 1) | bit;
    }
  }

  directBits(value: number, count: number): void {
    for (let i = count - 1; i >= 0; i--) {
      this.range = Math.floor(this.range / 2);
      if ((value >>> i) & 1) this.low += this.range;
      if (this.range < TOP) {
        this.range *= 256;
        this.shift();
      }
    }
  }

  finish(): void {
    for (let i = 0; i < 5; i++) this.shift();
    this.low = 0;
    this.range = 0xffffffff;
    this.cache = 0;
    this.cached = 1;
  }
}

export const bitPrice = (probability: number, bit: number): number =>
  PRICES[(bit === 0 ? probability : PROBABILITY_ONE - 1 - probability) >> PRICE_SHIFT];
