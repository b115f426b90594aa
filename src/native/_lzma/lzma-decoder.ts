/**
 * Decoding LZMA: literals and matches out of a range-coded stream, with the last bytes that came out as the dictionary.
 *
 * Trap: input may end within a symbol. While less is there than the longest symbol takes, a copy of the whole state is made
 * before each one and put back if it could not be finished.
 */
import type { Input, Output } from "./buffers.ts";
import { Dictionary } from "./dictionary.ts";
import {
  ALIGN,
  ALIGN_BITS,
  afterLiteral,
  afterMatch,
  afterRep,
  afterShortRep,
  distanceState,
  END_DISTANCE,
  FIRST_DIRECT_SLOT,
  FIRST_MODELLED_SLOT,
  IS_MATCH,
  IS_REP,
  IS_REP_0,
  IS_REP_0_LONG,
  IS_REP_1,
  IS_REP_2,
  LENGTH_CHOICE,
  LENGTH_CHOICE_2,
  LENGTH_HIGH,
  LENGTH_LOW,
  LENGTH_MIDDLE,
  LITERAL_SIZE,
  LITERAL_STATES,
  LITERALS,
  MATCH_LENGTH,
  MOVE_BITS,
  newProbabilities,
  PROBABILITY_BITS,
  PROBABILITY_ONE,
  type Properties,
  REP_LENGTH,
  SHORTEST_MATCH,
  SLOT_BITS,
  SLOTS,
  slotBase,
  slotBits,
  specialTree,
} from "./model.ts";
import { refuse } from "./problems.ts";

/** No symbol takes more bytes. */
const LONGEST_SYMBOL = 21;
/** The range is renewed when its highest byte is zero. */
const TOP_BYTE = 0xff000000;
/** The bytes a range-coded stream begins with. */
export const RANGE_START = 5;

/** Input ended within a symbol. */
const OUT_OF_INPUT = Symbol("out of input");

/** Why decoding stopped: all that was asked for is there, or input ended, or the mark of the end was met. */
export type Stop = "limit" | "input" | "marker";

interface Snapshot {
  readonly probabilities: Uint16Array;
  readonly numbers: readonly number[];
}

export class LzmaDecoder {
  readonly dictionary: Dictionary;
  private properties: Properties = { lc: 0, lp: 0, pb: 0 };
  private probabilities: Uint16Array = new Uint16Array(0);
  private state = 0;
  private rep0 = 0;
  private rep1 = 0;
  private rep2 = 0;
  private rep3 = 0;
  /** As signed 32-bit integers, which V8 keeps unboxed. */
  private range = -1;
  private code = 0;
  /** Bytes of the current match that are still to be copied. */
  private pending = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  private end = 0;

  constructor(dictionarySize: number) {
    this.dictionary = new Dictionary(dictionarySize);
  }

  setProperties(properties: Properties): void {
    this.properties = properties;
  }

  resetState(): void {
    this.probabilities = newProbabilities(this.properties);
    this.state = this.rep0 = this.rep1 = this.rep2 = this.rep3 = this.pending = 0;
  }

  /** Begin a range-coded stream with its first five bytes. */
  start(bytes: Uint8Array): void {
    if (bytes[0] !== 0) refuse("data");
    this.range = -1;
    this.code = (bytes[1] << 24) | (bytes[2] << 16) | (bytes[3] << 8) | bytes[4];
  }

  /** Does the range-coded stream end here? Then nothing is left in `code`. */
  get finished(): boolean {
    return this.code === 0;
  }

  get matchIsOpen(): boolean {
    return this.pending > 0;
  }

  /**
   * Decode at most `limit` bytes from the input up to `end`. Where a marker may stand, it is looked for even if no more
   * bytes are wanted.
   */
  run(input: Input, end: number, output: Output, limit: number, markerAllowed: boolean): Stop {
    this.bytes = input.bytes;
    this.at = input.at;
    this.end = end;
    this.dictionary.output = output;
    const stop = this.decode(limit, markerAllowed);
    this.dictionary.flush();
    input.at = this.at;
    return stop;
  }

  private decode(limit: number, markerAllowed: boolean): Stop {
    for (let left = limit; ; ) {
      if (this.pending > 0) {
        const count = Math.min(this.pending, left);
        this.dictionary.copy(this.rep0, count);
        this.pending -= count;
        left -= count;
        if (this.pending > 0) return "limit";
      }
      if (left === 0) return markerAllowed ? this.markerFollows() : "limit";
      if (this.end - this.at >= LONGEST_SYMBOL) {
        this.symbol();
      } else {
        const before = this.snapshot();
        if (!this.tryOne()) {
          this.restore(before);
          return "input";
        }
      }
      if (this.pending < 0) return markerAllowed ? "marker" : refuse("data");
      if (this.pending === 0) left--;
    }
  }

  /** Take a marker if the next symbol is one, else leave all as it is. */
  private markerFollows(): Stop {
    const before = this.snapshot();
    const mark = this.dictionary.mark();
    const whole = this.tryOne();
    if (whole && this.pending < 0) return "marker";
    this.restore(before);
    this.dictionary.backTo(mark);
    return whole ? "limit" : "input";
  }

  private tryOne(): boolean {
    try {
      this.symbol();
      return true;
    } catch (error) {
      if (error === OUT_OF_INPUT) return false;
      throw error;
    }
  }

  private snapshot(): Snapshot {
    const { state, rep0, rep1, rep2, rep3, range, code, pending, at } = this;
    return {
      probabilities: this.probabilities.slice(),
      numbers: [state, rep0, rep1, rep2, rep3, range, code, pending, at],
    };
  }

  private restore({ probabilities, numbers }: Snapshot): void {
    this.probabilities = probabilities;
    [this.state, this.rep0, this.rep1, this.rep2, this.rep3, this.range, this.code, this.pending, this.at] = numbers;
  }

  /** Renew the range where a stream ends; false if the byte for it is not there yet. */
  normalise(input: Input, end: number): boolean {
    if ((this.range & TOP_BYTE) !== 0) return true;
    if (input.at >= end) return false;
    this.range <<= 8;
    this.code = (this.code << 8) | input.bytes[input.at++];
    return true;
  }

  private next(): number {
    if (this.at === this.end) throw OUT_OF_INPUT;
    return this.bytes[this.at++];
  }

  private bit(index: number): number {
    if ((this.range & TOP_BYTE) === 0) {
      this.code = (this.code << 8) | this.next();
      this.range <<= 8;
    }
    const probability = this.probabilities[index];
    const bound = Math.imul(this.range >>> PROBABILITY_BITS, probability);
    if (this.code >>> 0 < bound >>> 0) {
      this.range = bound;
      this.probabilities[index] = probability + ((PROBABILITY_ONE - probability) >> MOVE_BITS);
      return 0;
    }
    this.range = (this.range - bound) | 0;
    this.code = (this.code - bound) | 0;
    this.probabilities[index] = probability - (probability >> MOVE_BITS);
    return 1;
  }

  /** The leaf of a tree whose root is at `base + 1`; the highest bit comes first. */
  private tree(base: number, bits: number): number {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | this.bit(base + node);
    return node - (1 << bits);
  }

  private reverseTree(base: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const bit = this.bit(base + node);
      node = (node << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  private directBits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      if ((this.range & TOP_BYTE) === 0) {
        this.code = (this.code << 8) | this.next();
        this.range <<= 8;
      }
      this.range >>>= 1;
      const over = this.code >>> 0 >= this.range;
      if (over) this.code = (this.code - this.range) | 0;
      value = (value << 1) | (over ? 1 : 0);
    }
    return value;
  }

  /** One symbol: a byte is written, or `pending` is the length of a match, or -1 after the mark of the end. */
  private symbol(): void {
    const { state } = this;
    const positionState = this.dictionary.total & ((1 << this.properties.pb) - 1);
    if (this.bit(IS_MATCH + (state << 4) + positionState) === 0) {
      this.literal();
      this.state = afterLiteral(state);
    } else if (this.bit(IS_REP + state) === 0) {
      this.match(positionState);
    } else {
      this.repeat(positionState);
    }
  }

  private literal(): void {
    const { lc, lp } = this.properties;
    const { dictionary } = this;
    const context = ((dictionary.total & ((1 << lp) - 1)) << lc) + (dictionary.last >> (8 - lc));
    const base = LITERALS + LITERAL_SIZE * context;
    if (this.state < LITERAL_STATES) {
      dictionary.put(this.tree(base, 8));
      return;
    }
    // Behind a match the byte is most likely not the one that would have gone on with it.
    let node = 1;
    let expected = dictionary.at(this.rep0);
    while (node < 0x100) {
      const side = (expected >> 7) & 1;
      const bit = this.bit(base + 0x100 + (side << 8) + node);
      node = (node << 1) | bit;
      if (bit !== side) break;
      expected <<= 1;
    }
    while (node < 0x100) node = (node << 1) | this.bit(base + node);
    dictionary.put(node & 0xff);
  }

  private match(positionState: number): void {
    this.rep3 = this.rep2;
    this.rep2 = this.rep1;
    this.rep1 = this.rep0;
    const length = this.length(MATCH_LENGTH, positionState);
    const slot = this.tree(SLOTS + (distanceState(length) << SLOT_BITS), SLOT_BITS);
    this.rep0 = this.distance(slot);
    this.state = afterMatch(this.state);
    if (this.rep0 === END_DISTANCE) {
      this.pending = -1;
      return;
    }
    if (!this.dictionary.reaches(this.rep0)) refuse("data");
    this.pending = length;
  }

  private distance(slot: number): number {
    if (slot < FIRST_MODELLED_SLOT) return slot;
    const bits = slotBits(slot);
    const base = slotBase(slot);
    if (slot < FIRST_DIRECT_SLOT) return base + this.reverseTree(specialTree(slot), bits);
    const high = this.directBits(bits - ALIGN_BITS);
    const low = this.reverseTree(ALIGN, ALIGN_BITS);
    return (base + ((high << ALIGN_BITS) >>> 0) + low) >>> 0;
  }

  private repeat(positionState: number): void {
    const { state, dictionary } = this;
    if (!dictionary.reaches(0)) refuse("data");
    if (this.bit(IS_REP_0 + state) === 0) {
      if (this.bit(IS_REP_0_LONG + (state << 4) + positionState) === 0) {
        if (!dictionary.reaches(this.rep0)) refuse("data");
        this.state = afterShortRep(state);
        dictionary.put(dictionary.at(this.rep0));
        return;
      }
    } else {
      let distance = this.rep1;
      if (this.bit(IS_REP_1 + state) === 1) {
        distance = this.rep2;
        if (this.bit(IS_REP_2 + state) === 1) {
          distance = this.rep3;
          this.rep3 = this.rep2;
        }
        this.rep2 = this.rep1;
      }
      this.rep1 = this.rep0;
      this.rep0 = distance;
    }
    this.state = afterRep(state);
    const length = this.length(REP_LENGTH, positionState);
    if (!dictionary.reaches(this.rep0)) refuse("data");
    this.pending = length;
  }

  private length(base: number, positionState: number): number {
    if (this.bit(base + LENGTH_CHOICE) === 0) {
      return SHORTEST_MATCH + this.tree(base + LENGTH_LOW + (positionState << 3), 3);
    }
    if (this.bit(base + LENGTH_CHOICE_2) === 0) {
      return SHORTEST_MATCH + 8 + this.tree(base + LENGTH_MIDDLE + (positionState << 3), 3);
    }
    return SHORTEST_MATCH + 16 + this.tree(base + LENGTH_HIGH, 8);
  }
}
