/**
 * Decompressing bzip2 streams, a block at a time.
 *
 * Trap: input may end anywhere. Reading then gives up with OutOfBits, and the block is begun again when more has come.
 * Files with "randomised" blocks, which no program has written since bzip2 0.9.5, are refused as invalid.
 */
import { addToCrc, CRC_START, combineCrc } from "./checksum.ts";
import { BLOCK_MAGIC, END_MAGIC, GROUP_SIZE } from "./compress.ts";

/** The stream is not one of bzip2's, or damaged. */
export class InvalidStream {}

class OutOfBits {}

const LONGEST_CODE = 20;
const MOST_SELECTORS = 18_002;

const invalid = (): never => {
  throw new InvalidStream();
};

class BitReader {
  /** The next bit. */
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  bit(): number {
    const byte = this.at >> 3;
    if (byte >= this.bytes.length) throw new OutOfBits();
    const bit = (this.bytes[byte] >> (7 - (this.at & 7))) & 1;
    this.at++;
    return bit;
  }

  bits(count: number): number {
    let value = 0;
    for (let left = count; left > 0; ) {
      const byte = this.at >> 3;
      if (byte >= this.bytes.length) throw new OutOfBits();
      const free = 8 - (this.at & 7);
      const take = Math.min(left, free);
      value = value * 2 ** take + ((this.bytes[byte] >> (free - take)) & ((1 << take) - 1));
      this.at += take;
      left -= take;
    }
    return value;
  }
}

/** Codes of one table: for each length the first code, and where its symbols begin among those in order. */
interface Decoder {
  readonly shortest: number;
  readonly first: number[];
  readonly count: number[];
  readonly offset: number[];
  readonly symbols: number[];
}

function makeDecoder(lengths: readonly number[]): Decoder {
  const count: number[] = new Array(LONGEST_CODE + 1).fill(0);
  for (const length of lengths) count[length]++;
  const first: number[] = [0];
  const offset: number[] = [0];
  let code = 0;
  let total = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code *= 2;
    first[length] = code;
    offset[length] = total;
    code += count[length];
    total += count[length];
  }
  const symbols = lengths.map((_, symbol) => symbol).sort((a, b) => lengths[a] - lengths[b] || a - b);
  return { shortest: Math.min(...lengths), first, count, offset, symbols };
}

function readSymbol(reader: BitReader, decoder: Decoder): number {
  let code = reader.bits(decoder.shortest);
  for (let length = decoder.shortest; ; length++) {
    const place = code - decoder.first[length];
    if (place >= 0 && place < decoder.count[length]) return decoder.symbols[decoder.offset[length] + place];
    if (length === LONGEST_CODE) return invalid();
    code = code * 2 + reader.bit();
  }
}

export class Decompressor {
  private input: Uint8Array = new Uint8Array(0);
  private level = 0;
  private combined = 0;
  /** Where in the first byte of `input` the next bit is. */
  private bitOffset = 0;
  private output: Uint8Array = new Uint8Array(0);
  ended = false;

  /** What is left of the input; behind the end of the stream it is not part of it. */
  rest(): Uint8Array {
    return this.input.slice(this.bitOffset > 0 ? 1 : 0);
  }

  /** Did the last call leave input that it did not look at? */
  hasInput = false;

  /** At most `limit` bytes of what comes out; all if it is negative. */
  decompress(data: Uint8Array, limit: number): Uint8Array {
    const joined = new Uint8Array(this.input.length + data.length);
    joined.set(this.input);
    joined.set(data, this.input.length);
    this.input = joined;
    const parts: Uint8Array[] = [];
    let total = 0;
    for (;;) {
      const room = limit < 0 ? this.output.length : Math.min(limit - total, this.output.length);
      if (room > 0) parts.push(this.output.subarray(0, room));
      total += room;
      this.output = this.output.subarray(room);
      if (this.output.length > 0 || (limit >= 0 && total >= limit)) {
        this.hasInput = this.rest().length > 0;
        break;
      }
      if (this.ended || !this.advance()) {
        this.hasInput = false;
        break;
      }
    }
    const result = new Uint8Array(total);
    let at = 0;
    for (const part of parts) {
      result.set(part, at);
      at += part.length;
    }
    return result;
  }

  /** Read a header, block or end; false if it is not all there. */
  private advance(): boolean {
    const reader = new BitReader(this.input);
    reader.at = this.bitOffset;
    try {
      if (this.level === 0) this.header(reader);
      else this.part(reader);
    } catch (error) {
      if (error instanceof OutOfBits) return false;
      throw error;
    }
    this.input = this.input.slice(reader.at >> 3);
    this.bitOffset = reader.at & 7;
    if (this.ended && this.bitOffset > 0) {
      this.input = this.input.slice(1);
      this.bitOffset = 0;
    }
    return true;
  }

  private header(reader: BitReader): void {
    for (const c of "BZh") if (reader.bits(8) !== c.charCodeAt(0)) invalid();
    const level = reader.bits(8) - 0x30;
    if (level < 1 || level > 9) invalid();
    this.level = level;
  }

  private part(reader: BitReader): void {
    const isEnd = reader.bits(8) === END_MAGIC[0] >> 16;
    const magic = isEnd ? END_MAGIC : BLOCK_MAGIC;
    reader.at -= 8;
    for (const half of magic) {
      for (const shift of [16, 8, 0]) if (reader.bits(8) !== ((half >> shift) & 0xff)) invalid();
    }
    const crc = reader.bits(32);
    if (isEnd) {
      if (crc !== this.combined) invalid();
      this.ended = true;
      return;
    }
    const bytes = readBlock(reader, this.level * 100_000);
    this.output = endRuns(bytes, crc);
    this.combined = combineCrc(this.combined, crc);
  }
}

/** The bytes of a block as they were transformed back, runs not yet spelled out. */
function readBlock(reader: BitReader, capacity: number): Uint8Array {
  if (reader.bit() !== 0) invalid();
  const origin = reader.bits(24);
  const used = readUsed(reader);
  const tables = reader.bits(3);
  if (tables < 2 || tables > 6) invalid();
  const selectors = readSelectors(reader, tables);
  const decoders = Array.from({ length: tables }, () => makeDecoder(readLengths(reader, used.length + 2)));
  const last = readSymbols(reader, used, selectors, decoders, capacity);
  if (origin >= last.length) invalid();
  return transformBack(last, origin);
}

function readUsed(reader: BitReader): number[] {
  const rows = reader.bits(16);
  const used: number[] = [];
  for (let row = 0; row < 16; row++) {
    if (((rows >> (15 - row)) & 1) === 0) continue;
    const bits = reader.bits(16);
    for (let i = 0; i < 16; i++) if (((bits >> (15 - i)) & 1) === 1) used.push(row * 16 + i);
  }
  if (used.length === 0) invalid();
  return used;
}

function readSelectors(reader: BitReader, tables: number): number[] {
  const count = reader.bits(15);
  if (count < 1) invalid();
  const list = Array.from({ length: tables }, (_, i) => i);
  const selectors: number[] = [];
  for (let i = 0; i < count; i++) {
    let place = 0;
    while (reader.bit() === 1) if (++place >= tables) invalid();
    const selector = list[place];
    list.copyWithin(1, 0, place);
    list[0] = selector;
    // More of them than any block needs were written by some programs: they are of no use.
    if (i < MOST_SELECTORS) selectors.push(selector);
  }
  return selectors;
}

function readLengths(reader: BitReader, alphabet: number): number[] {
  let length = reader.bits(5);
  return Array.from({ length: alphabet }, () => {
    for (;;) {
      if (length < 1 || length > LONGEST_CODE) invalid();
      if (reader.bit() === 0) return length;
      length += reader.bit() === 0 ? 1 : -1;
    }
  });
}

function readSymbols(
  reader: BitReader,
  used: readonly number[],
  selectors: readonly number[],
  decoders: readonly Decoder[],
  capacity: number,
): Uint8Array {
  const list = [...used];
  const out = new Uint8Array(capacity);
  let length = 0;
  let run = 0;
  let place = 1;
  for (let count = 0; ; count++) {
    const selector = selectors[Math.floor(count / GROUP_SIZE)];
    if (selector === undefined) invalid();
    const symbol = readSymbol(reader, decoders[selector]);
    if (symbol < 2) {
      if (place > 2 * 1024 * 1024) invalid();
      run += (symbol + 1) * place;
      place *= 2;
      continue;
    }
    if (run > 0) {
      if (length + run > capacity) invalid();
      out.fill(list[0], length, length + run);
      length += run;
      run = 0;
    }
    place = 1;
    if (symbol === used.length + 1) return out.subarray(0, length);
    if (length >= capacity) invalid();
    const byte = list[symbol - 1];
    list.copyWithin(1, 0, symbol - 1);
    list[0] = byte;
    out[length++] = byte;
  }
}

function transformBack(last: Uint8Array, origin: number): Uint8Array {
  const starts = new Int32Array(257);
  for (const byte of last) starts[byte + 1]++;
  for (let i = 0; i < 256; i++) starts[i + 1] += starts[i];
  const next = new Int32Array(last.length);
  for (let i = 0; i < last.length; i++) next[starts[last[i]]++] = i;
  const out = new Uint8Array(last.length);
  let at = next[origin];
  for (let i = 0; i < out.length; i++) {
    out[i] = last[at];
    at = next[at];
  }
  return out;
}

/** Spell out the runs, and check the sum of what comes out. */
function endRuns(bytes: Uint8Array, expected: number): Uint8Array {
  let size = 0;
  const each = (take: (byte: number, count: number) => void): void => {
    let run = 0;
    let previous = -1;
    for (const byte of bytes) {
      if (run === 4) {
        if (byte > 0) take(previous, byte);
        run = 0;
        previous = -1;
        continue;
      }
      run = byte === previous ? run + 1 : 1;
      previous = byte;
      take(byte, 1);
    }
  };
  each((_, count) => {
    size += count;
  });
  const out = new Uint8Array(size);
  let at = 0;
  each((byte, count) => {
    out.fill(byte, at, at + count);
    at += count;
  });
  let crc = CRC_START;
  for (const byte of out) crc = addToCrc(crc, byte);
  if (~crc >>> 0 !== expected) invalid();
  return out;
}
