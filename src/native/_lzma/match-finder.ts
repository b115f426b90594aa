/**
 * The bytes that an encoder looks back at, and where earlier ones like those at a position are: chains of positions whose
 * first four bytes hash alike, and the last positions with the same two and three bytes.
 *
 * Trap: positions are indices into `buffer`, which slides; all tables slide with it.
 */
import { LONGEST_MATCH, SHORTEST_MATCH } from "./model.ts";

const NOWHERE = -1;
const HASH_2_SIZE = 1 << 16;
const HASH_3_BITS = 16;
const FIRST_SIZE = 1 << 16;
/** The buffer is this much longer than the dictionary, so that it need not slide often. */
const SLACK = 1 << 18;

export interface Match {
  readonly length: number;
  readonly distance: number;
}

export class MatchFinder {
  private buffer = new Uint8Array(FIRST_SIZE);
  private end = 0;
  /** The position that is encoded next. */
  at = 0;
  /** The first byte that has to stay although it may be further back than the dictionary reaches. */
  held: number | undefined;
  /** How far positions are in the tables. */
  private inserted = 0;
  private previous = new Int32Array(FIRST_SIZE);
  private readonly last2 = new Int32Array(HASH_2_SIZE).fill(NOWHERE);
  private readonly last3 = new Int32Array(1 << HASH_3_BITS).fill(NOWHERE);
  private readonly last4: Int32Array;
  private readonly hash4Shift: number;

  constructor(
    private readonly dictionarySize: number,
    private readonly niceLength: number,
    private readonly depth: number,
  ) {
    const bits = Math.min(20, Math.max(14, 31 - Math.clz32(dictionarySize)));
    this.hash4Shift = 32 - bits;
    this.last4 = new Int32Array(1 << bits).fill(NOWHERE);
  }

  get left(): number {
    return this.end - this.at;
  }

  byte(distance: number): number {
    return this.buffer[this.at - 1 - distance];
  }

  get current(): number {
    return this.buffer[this.at];
  }

  slice(start: number, end: number): Uint8Array {
    return this.buffer.slice(start, end);
  }

  append(bytes: Uint8Array): void {
    if (this.end + bytes.length > this.buffer.length) this.makeRoom(bytes.length);
    this.buffer.set(bytes, this.end);
    this.end += bytes.length;
  }

  private makeRoom(count: number): void {
    const unneeded = Math.min(this.held ?? this.at, this.at - this.dictionarySize);
    if (unneeded > SLACK) this.slide(unneeded);
    const needed = this.end + count;
    if (needed <= this.buffer.length) return;
    const size = Math.max(needed, Math.min(this.buffer.length * 2, this.dictionarySize + 2 * SLACK));
    const buffer = new Uint8Array(size);
    buffer.set(this.buffer.subarray(0, this.end));
    this.buffer = buffer;
    const previous = new Int32Array(size);
    previous.set(this.previous.subarray(0, this.inserted));
    this.previous = previous;
  }

  private slide(by: number): void {
    this.buffer.copyWithin(0, by, this.end);
    this.previous.copyWithin(0, by, this.inserted);
    this.end -= by;
    this.at -= by;
    this.inserted -= by;
    if (this.held !== undefined) this.held -= by;
    for (const table of [this.previous.subarray(0, this.inserted), this.last2, this.last3, this.last4]) {
      for (let i = 0; i < table.length; i++) table[i] = table[i] < by ? NOWHERE : table[i] - by;
    }
  }

  private hash3(at: number): number {
    const { buffer } = this;
    const three = buffer[at] | (buffer[at + 1] << 8) | (buffer[at + 2] << 16);
    return Math.imul(three, 0x9e3779b1) >>> (32 - HASH_3_BITS);
  }

  private hash4(at: number): number {
    const { buffer } = this;
    const four = buffer[at] | (buffer[at + 1] << 8) | (buffer[at + 2] << 16) | (buffer[at + 3] << 24);
    return Math.imul(four, 0x9e3779b1) >>> this.hash4Shift;
  }

  /** Put the positions before `until` into the tables. The last three of all bytes are too near to the end. */
  private insert(until: number): void {
    const stop = Math.min(until, this.end - 3);
    const { buffer, previous, last2, last3, last4 } = this;
    for (; this.inserted < stop; this.inserted++) {
      const at = this.inserted;
      const hash4 = this.hash4(at);
      previous[at] = last4[hash4];
      last4[hash4] = at;
      last3[this.hash3(at)] = at;
      last2[buffer[at] | (buffer[at + 1] << 8)] = at;
    }
  }

  private equalLength(a: number, b: number, limit: number): number {
    const { buffer } = this;
    let length = 0;
    while (length < limit && buffer[a + length] === buffer[b + length]) length++;
    return length;
  }

  /** How long the bytes at `ahead` of the current position are like those at a distance. */
  repeatLength(distance: number, ahead = 0): number {
    const at = this.at + ahead;
    const other = at - distance - 1;
    if (other < 0 || at >= this.end) return 0;
    return this.equalLength(at, other, Math.min(LONGEST_MATCH, this.end - at));
  }

  /** Matches at `ahead` of the current position, each longer and further away than the one before. */
  find(ahead = 0): Match[] {
    const at = this.at + ahead;
    this.insert(at);
    const limit = Math.min(LONGEST_MATCH, this.end - at);
    const found: Match[] = [];
    if (limit < 4) return found;
    const oldest = Math.max(0, at - this.dictionarySize);
    let best = SHORTEST_MATCH - 1;
    const consider = (other: number): boolean => {
      if (this.buffer[other + best] !== this.buffer[at + best]) return false;
      const length = this.equalLength(at, other, limit);
      if (length <= best) return false;
      best = length;
      found.push({ length, distance: at - other - 1 });
      return length >= this.niceLength || length === limit;
    };
    const near2 = this.last2[this.buffer[at] | (this.buffer[at + 1] << 8)];
    if (near2 >= oldest && consider(near2)) return found;
    const near3 = this.last3[this.hash3(at)];
    if (near3 >= oldest && near3 !== near2 && consider(near3)) return found;
    let other = this.last4[this.hash4(at)];
    for (let i = this.depth; i > 0 && other >= oldest; i--) {
      if (consider(other)) break;
      other = this.previous[other];
    }
    return found;
  }
}
