/** The chance of the fuzzers: a case is a function of its seed, so a failure is repeated by naming it. */

/** mulberry32: the same numbers everywhere. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** As many items as `from` to `to`, each made anew. */
  some<Item>(from: number, to: number, make: () => Item): Item[] {
    return Array.from({ length: from + this.below(to - from + 1) }, make);
  }
}
