/**
 * Compressing as libbzip2 1.0.8 does, bit for bit.
 *
 * Bytes go through runs (four equal ones and a count), the Burrows-Wheeler transform, move-to-front with runs of zeros, and up
 * to six tables of prefix codes, chosen for each fifty symbols. Trap: a run that is still open when a block is full
 * belongs to the next block.
 */
import { addToCrc, CRC_START, combineCrc } from "./checksum.ts";
import { codeLengths, codesOf } from "./codes.ts";
import { transform } from "./rotations.ts";

export const BLOCK_MAGIC = [0x314159, 0x265359];
export const END_MAGIC = [0x177245, 0x385090];
export const GROUP_SIZE = 50;
const LONGEST_RUN = 255;
const LONGEST_CODE = 17;
const ITERATIONS = 4;
const RUN_A = 0;
const RUN_B = 1;
/** What a code is taken to cost in and outside of the part a table begins with. */
const CHEAP = 0;
const DEAR = 15;

class BitWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;
  private pending = 0;
  private bits = 0;
  /** Bytes that were whole before the last bits came: libbzip2 hands on no others until more bits come. */
  private settled = 0;

  put(value: number, count: number): void {
    this.settled = this.length;
    for (let left = count; left > 0; ) {
      const take = Math.min(left, 8 - this.bits);
      left -= take;
      this.pending = (this.pending << take) | (Math.floor(value / 2 ** left) & ((1 << take) - 1));
      this.bits += take;
      if (this.bits === 8) this.flushByte();
    }
  }

  private flushByte(): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = this.pending;
    this.pending = 0;
    this.bits = 0;
  }

  pad(): void {
    if (this.bits > 0) this.put(0, 8 - this.bits);
  }

  /** What can be handed on, which is forgotten; `all` at the end of the stream. */
  take(all: boolean): Uint8Array {
    const count = all ? this.length : this.settled;
    const result = this.bytes.slice(0, count);
    this.bytes.copyWithin(0, count, this.length);
    this.length -= count;
    this.settled = 0;
    return result;
  }
}

export class Compressor {
  private readonly out = new BitWriter();
  private readonly block: Uint8Array;
  private readonly capacity: number;
  private length = 0;
  private crc = CRC_START;
  private combined = 0;
  private blocks = 0;
  private runByte = -1;
  private runLength = 0;

  constructor(private readonly level: number) {
    this.capacity = level * 100_000 - 19;
    this.block = new Uint8Array(level * 100_000);
  }

  compress(data: Uint8Array): Uint8Array {
    for (let i = 0; i < data.length; i++) {
      if (this.length >= this.capacity) this.endBlock(false);
      this.add(data[i]);
    }
    if (this.length >= this.capacity) this.endBlock(false);
    return this.out.take(false);
  }

  finish(): Uint8Array {
    this.endRun();
    this.runByte = -1;
    this.runLength = 0;
    this.endBlock(true);
    return this.out.take(true);
  }

  private add(byte: number): void {
    if (byte === this.runByte && this.runLength < LONGEST_RUN) {
      this.runLength++;
      return;
    }
    this.endRun();
    this.runByte = byte;
    this.runLength = 1;
  }

  private endRun(): void {
    if (this.runByte < 0) return;
    for (let i = 0; i < this.runLength; i++) this.crc = addToCrc(this.crc, this.runByte);
    for (let i = 0; i < Math.min(4, this.runLength); i++) this.block[this.length++] = this.runByte;
    if (this.runLength >= 4) this.block[this.length++] = this.runLength - 4;
  }

  private endBlock(last: boolean): void {
    const { out } = this;
    const crc = ~this.crc >>> 0;
    if (this.length > 0) this.combined = combineCrc(this.combined, crc);
    if (this.blocks++ === 0) for (const c of `BZh${this.level}`) out.put(c.charCodeAt(0), 8);
    if (this.length > 0) {
      for (const part of BLOCK_MAGIC) out.put(part, 24);
      out.put(crc, 32);
      out.put(0, 1);
      writeBlock(out, this.block.subarray(0, this.length));
    }
    this.length = 0;
    this.crc = CRC_START;
    if (!last) return;
    for (const part of END_MAGIC) out.put(part, 24);
    out.put(this.combined, 32);
    out.pad();
  }
}

/** Places in a list of the bytes last seen, runs of zeros as numbers of base two, an end mark. */
function moveToFront(last: Uint8Array, used: readonly number[]): Uint16Array {
  const list = [...used];
  const symbols = new Uint16Array(last.length + 1);
  let count = 0;
  let zeros = 0;
  const endZeros = (): void => {
    for (; zeros > 0; zeros = (zeros - 1) >> 1) symbols[count++] = zeros % 2 === 1 ? RUN_A : RUN_B;
  };
  for (let i = 0; i < last.length; i++) {
    const place = list.indexOf(last[i]);
    if (place === 0) {
      zeros++;
      continue;
    }
    endZeros();
    list.copyWithin(1, 0, place);
    list[0] = last[i];
    symbols[count++] = place + 1;
  }
  endZeros();
  symbols[count++] = used.length + 1;
  return symbols.subarray(0, count);
}

function tableCount(symbols: number): number {
  return symbols < 200 ? 2 : symbols < 600 ? 3 : symbols < 1200 ? 4 : symbols < 2400 ? 5 : 6;
}

/** To begin with, each table is for a part of the symbols, all parts about equally frequent. */
function firstTables(frequencies: readonly number[], count: number, total: number): number[][] {
  const tables: number[][] = new Array(count);
  let remaining = total;
  let start = 0;
  for (let part = count; part > 0; part--) {
    const wanted = Math.floor(remaining / part);
    let end = start - 1;
    let sum = 0;
    while (sum < wanted && end < frequencies.length - 1) sum += frequencies[++end];
    if (end > start && part !== count && part !== 1 && (count - part) % 2 === 1) sum -= frequencies[end--];
    const [from, to] = [start, end];
    tables[part - 1] = frequencies.map((_, symbol) => (symbol >= from && symbol <= to ? CHEAP : DEAR));
    start = end + 1;
    remaining -= sum;
  }
  return tables;
}

interface Coding {
  tables: number[][];
  selectors: number[];
}

function chooseTables(symbols: Uint16Array, alphabet: number): Coding {
  const frequencies: number[] = new Array(alphabet).fill(0);
  for (const symbol of symbols) frequencies[symbol]++;
  const count = tableCount(symbols.length);
  let tables = firstTables(frequencies, count, symbols.length);
  let selectors: number[] = [];
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const uses = tables.map(() => new Array<number>(alphabet).fill(0));
    selectors = [];
    for (let start = 0; start < symbols.length; start += GROUP_SIZE) {
      const group = symbols.subarray(start, start + GROUP_SIZE);
      const best = cheapest(tables, group);
      selectors.push(best);
      for (const symbol of group) uses[best][symbol]++;
    }
    tables = uses.map((use) => codeLengths(use, LONGEST_CODE));
  }
  return { tables, selectors };
}

function cheapest(tables: readonly number[][], group: Uint16Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let t = 0; t < tables.length; t++) {
    const lengths = tables[t];
    let cost = 0;
    for (let i = 0; i < group.length; i++) cost += lengths[group[i]];
    if (cost < least) {
      least = cost;
      best = t;
    }
  }
  return best;
}

function writeBlock(out: BitWriter, block: Uint8Array): void {
  const { last, origin } = transform(block);
  out.put(origin, 24);
  const used = [...new Set(block)].sort((a, b) => a - b);
  writeUsed(out, new Set(used));
  const symbols = moveToFront(last, used);
  const { tables, selectors } = chooseTables(symbols, used.length + 2);
  out.put(tables.length, 3);
  out.put(selectors.length, 15);
  writeSelectors(out, selectors, tables.length);
  for (const lengths of tables) writeLengths(out, lengths);
  const codes = tables.map(codesOf);
  for (let i = 0; i < symbols.length; i++) {
    const table = selectors[Math.floor(i / GROUP_SIZE)];
    out.put(codes[table][symbols[i]], tables[table][symbols[i]]);
  }
}

/** Which bytes there are: a bit for each sixteen, then sixteen bits for each of these that has any. */
function writeUsed(out: BitWriter, used: ReadonlySet<number>): void {
  const rows = Array.from({ length: 16 }, (_, row) => Array.from({ length: 16 }, (__, i) => used.has(row * 16 + i)));
  for (const row of rows) out.put(row.includes(true) ? 1 : 0, 1);
  for (const row of rows) if (row.includes(true)) for (const bit of row) out.put(bit ? 1 : 0, 1);
}

function writeSelectors(out: BitWriter, selectors: readonly number[], count: number): void {
  const list = Array.from({ length: count }, (_, i) => i);
  for (const selector of selectors) {
    const place = list.indexOf(selector);
    list.copyWithin(1, 0, place);
    list[0] = selector;
    out.put(2 ** (place + 1) - 2, place + 1);
  }
}

/** The first length, then for each symbol how it differs: steps up (10) and down (11), and an end (0). */
function writeLengths(out: BitWriter, lengths: readonly number[]): void {
  let current = lengths[0];
  out.put(current, 5);
  for (const length of lengths) {
    for (; current < length; current++) out.put(2, 2);
    for (; current > length; current--) out.put(3, 2);
    out.put(0, 1);
  }
}
