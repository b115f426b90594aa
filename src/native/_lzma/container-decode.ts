/**
 * The containers, read: .xz (a head, blocks with a check each, an index of them, a foot), .lzma (thirteen bytes and LZMA1), and
 * either by its first byte. After one stream all are at their end: what follows is for the caller.
 */
import { crc32 } from "../../util/binary/checksums.ts";
import { Collector, type Decoder, type Input, type Output, read32 } from "./buffers.ts";
import { CHECK_NONE, CHECK_SIZES, CHECK_UNKNOWN, type Check, newCheck } from "./checks.ts";
import { checkChain, decodeProperties, decoderMemory, FILTER_LZMA1, type Filter, makeDecoder } from "./filters.ts";
import { propertiesOf } from "./model.ts";
import { refuse } from "./problems.ts";
import { Lzma1Decoder } from "./streams-decode.ts";

export const XZ_MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
export const XZ_FOOT_MAGIC = [0x59, 0x5a];
export const HEAD_SIZE = 12;
/** Filters from here on are liblzma's own, and in no file. */
const RESERVED_FILTERS = 0x4000000000000000n;

export interface Container extends Decoder {
  /** The check of the stream, as far as it is known. */
  readonly check: number;
}

function limitMemory(filters: readonly Filter[], limit: number): void {
  if (decoderMemory(filters) > limit) refuse("memory");
}

/** A number in groups of seven bits. */
class NumberReader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
    private readonly end: number,
  ) {}

  next(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 63n; shift += 7n) {
      if (this.at >= this.end) refuse("data");
      const byte = this.bytes[this.at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return byte === 0 && shift > 0n ? refuse("data") : value;
    }
    return refuse("data");
  }
}

interface BlockHead {
  readonly size: number;
  readonly filters: Filter[];
  readonly compressed: number | undefined;
  readonly uncompressed: number | undefined;
}

function readBlockHead(bytes: Uint8Array): BlockHead {
  const end = bytes.length - 4;
  if (crc32(bytes.subarray(0, end)) !== read32(bytes, end)) refuse("data");
  const flags = bytes[1];
  if ((flags & 0x3c) !== 0) refuse("options");
  const reader = new NumberReader(bytes, 2, end);
  const compressed = flags & 0x40 ? Number(reader.next()) : undefined;
  if (compressed === 0) refuse("data");
  const uncompressed = flags & 0x80 ? Number(reader.next()) : undefined;
  const filters: Filter[] = [];
  for (let i = 0; i <= (flags & 3); i++) {
    const id = reader.next();
    const size = Number(reader.next());
    if (id >= RESERVED_FILTERS || reader.at + size > end) refuse("data");
    filters.push(decodeProperties(id, bytes.slice(reader.at, reader.at + size)));
    reader.at += size;
  }
  for (let i = reader.at; i < end; i++) if (bytes[i] !== 0) refuse("options");
  checkChain(filters, true);
  return { size: bytes.length, filters, compressed, uncompressed };
}

/** The sizes of a block, as the index has them. */
interface BlockSizes {
  readonly unpadded: number;
  readonly uncompressed: number;
}

type Stage = "head" | "block head" | "block" | "padding" | "check" | "index" | "foot" | "end";

export class XzDecoder implements Container {
  check = CHECK_UNKNOWN;
  private stage: Stage = "head";
  private readonly bytes = new Collector();
  private checkId = CHECK_NONE;
  private readonly blocks: BlockSizes[] = [];
  private head: BlockHead | undefined;
  private decoder: Decoder | undefined;
  private summer: Check | undefined;
  private compressed = 0;
  private uncompressed = 0;
  private expectedIndex: Uint8Array | undefined;
  private indexSize = 0;

  constructor(private readonly memoryLimit: number) {}

  decode(input: Input, output: Output): boolean {
    while (this.stage !== "end") if (!this.advance(input, output)) return false;
    return true;
  }

  /** One part of the file; false if input or room is missing for it. */
  private advance(input: Input, output: Output): boolean {
    switch (this.stage) {
      case "head":
        return this.streamHead(input);
      case "block head":
        return this.blockHead(input);
      case "block":
        return this.block(input, output);
      case "padding":
        return this.padding(input);
      case "check":
        return this.blockCheck(input);
      case "index":
        return this.index(input);
      default:
        return this.foot(input);
    }
  }

  private enter(stage: Stage): true {
    this.stage = stage;
    this.bytes.clear();
    return true;
  }

  private streamHead(input: Input): boolean {
    const bytes = this.bytes.collect(input, HEAD_SIZE);
    // What cannot be a head any more is refused at once.
    const known = this.bytes.soFar.subarray(0, XZ_MAGIC.length);
    if (known.some((byte, i) => byte !== XZ_MAGIC[i])) refuse("format");
    if (bytes === undefined) return false;
    if (crc32(bytes.subarray(6, 8)) !== read32(bytes, 8)) refuse("data");
    if (bytes[6] !== 0 || bytes[7] > 15) refuse("options");
    this.check = this.checkId = bytes[7];
    return this.enter("block head");
  }

  private blockHead(input: Input): boolean {
    const first = this.bytes.collect(input, 1);
    if (first === undefined) return false;
    if (first[0] === 0) {
      this.stage = "index";
      return true;
    }
    const bytes = this.bytes.collect(input, (first[0] + 1) * 4);
    if (bytes === undefined) return false;
    this.head = readBlockHead(bytes);
    limitMemory(this.head.filters, this.memoryLimit);
    this.decoder = makeDecoder(this.head.filters);
    this.summer = newCheck(this.checkId);
    this.compressed = this.uncompressed = 0;
    return this.enter("block");
  }

  private block(input: Input, output: Output): boolean {
    const { head, decoder } = this;
    if (head === undefined || decoder === undefined) return refuse("data");
    const at = input.at;
    const before = output.length;
    const ended = decoder.decode(input, output);
    this.compressed += input.at - at;
    this.uncompressed += output.length - before;
    this.summer?.update(output.view(before));
    if (this.compressed > (head.compressed ?? Number.POSITIVE_INFINITY)) refuse("data");
    if (this.uncompressed > (head.uncompressed ?? Number.POSITIVE_INFINITY)) refuse("data");
    if (!ended) return false;
    if (this.compressed !== (head.compressed ?? this.compressed)) refuse("data");
    if (this.uncompressed !== (head.uncompressed ?? this.uncompressed)) refuse("data");
    const unpadded = head.size + this.compressed + CHECK_SIZES[this.checkId];
    this.blocks.push({ unpadded, uncompressed: this.uncompressed });
    return this.enter("padding");
  }

  private padding(input: Input): boolean {
    const bytes = this.bytes.collect(input, -this.compressed & 3);
    if (bytes === undefined) return false;
    if (bytes.some((byte) => byte !== 0)) refuse("data");
    return this.enter("check");
  }

  private blockCheck(input: Input): boolean {
    const bytes = this.bytes.collect(input, CHECK_SIZES[this.checkId]);
    if (bytes === undefined) return false;
    const digest = this.summer?.digest();
    if (digest?.some((byte, i) => byte !== bytes[i])) refuse("data");
    return this.enter("block head");
  }

  /** The index tells what was there; so its size is known, and all of its bytes but the order of groups. */
  private index(input: Input): boolean {
    this.expectedIndex ??= indexOf(this.blocks);
    const expected = this.expectedIndex;
    const bytes = this.bytes.collect(input, expected.length);
    if (this.bytes.soFar.some((byte, i) => byte !== expected[i])) refuse("data");
    if (bytes === undefined) return false;
    this.indexSize = expected.length;
    return this.enter("foot");
  }

  private foot(input: Input): boolean {
    const bytes = this.bytes.collect(input, HEAD_SIZE);
    if (bytes === undefined) return false;
    if (XZ_FOOT_MAGIC.some((byte, i) => byte !== bytes[10 + i])) refuse("data");
    if (crc32(bytes.subarray(4, 10)) !== read32(bytes, 0)) refuse("data");
    if (bytes[8] !== 0 || bytes[9] > 15) refuse("options");
    if (read32(bytes, 4) !== this.indexSize / 4 - 1 || bytes[9] !== this.checkId) refuse("data");
    return this.enter("end");
  }
}

/** A number in groups of seven bits. */
export function numberBytes(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return [...bytes, rest];
}

/** The index of these blocks: there is one way to write it. */
export function indexOf(blocks: readonly BlockSizes[]): Uint8Array {
  const bytes = [0, ...numberBytes(blocks.length)];
  for (const { unpadded, uncompressed } of blocks) bytes.push(...numberBytes(unpadded), ...numberBytes(uncompressed));
  while (bytes.length % 4 !== 0) bytes.push(0);
  const crc = crc32(Uint8Array.from(bytes));
  for (let shift = 0; shift < 32; shift += 8) bytes.push((crc >>> shift) & 0xff);
  return Uint8Array.from(bytes);
}

const ALONE_HEAD_SIZE = 13;
/** Of a file whose kind is guessed, more than 256 GiB are not believed. */
const LARGEST_GUESSED = 2 ** 38;

export class AloneDecoder implements Container {
  readonly check = CHECK_NONE;
  private readonly head = new Collector();
  private decoder: Decoder | undefined;

  /** `guessed`: nobody said that it is a .lzma file, so only usual heads are believed. */
  constructor(
    private readonly memoryLimit: number,
    private readonly guessed: boolean,
  ) {}

  decode(input: Input, output: Output): boolean {
    if (this.decoder === undefined) {
      this.start(input);
      if (this.decoder === undefined) return false;
    }
    return this.decoder.decode(input, output);
  }

  private start(input: Input): void {
    const first = this.head.collect(input, 1);
    if (first === undefined) return;
    const properties = propertiesOf(first[0]) ?? refuse("format");
    const bytes = this.head.collect(input, ALONE_HEAD_SIZE);
    if (bytes === undefined) return;
    const dictionarySize = read32(bytes, 1);
    const unknown = read32(bytes, 5) === 0xffffffff && read32(bytes, 9) === 0xffffffff;
    const size = read32(bytes, 9) * 2 ** 32 + read32(bytes, 5);
    if (this.guessed) {
      const usual = dictionarySize === 0xffffffff || isUsualDictionary(dictionarySize);
      if (!usual || (!unknown && size >= LARGEST_GUESSED)) refuse("format");
    }
    limitMemory([decodeProperties(FILTER_LZMA1, bytes.slice(0, 5))], this.memoryLimit);
    this.decoder = new Lzma1Decoder(dictionarySize, properties, unknown ? undefined : size);
  }
}

/** 2**n or 2**n + 2**(n-1). */
function isUsualDictionary(size: number): boolean {
  if (size === 0) return false;
  const top = 31 - Math.clz32(size);
  return (size & (size - 1)) === 0 || size === 2 ** top + 2 ** (top - 1);
}

export class AutoDecoder implements Container {
  private container: Container | undefined;

  constructor(private readonly memoryLimit: number) {}

  get check(): number {
    return this.container?.check ?? CHECK_UNKNOWN;
  }

  decode(input: Input, output: Output): boolean {
    if (this.container === undefined) {
      if (input.left === 0) return false;
      const isXz = input.bytes[input.at] === XZ_MAGIC[0];
      this.container = isXz ? new XzDecoder(this.memoryLimit) : new AloneDecoder(this.memoryLimit, true);
    }
    return this.container.decode(input, output);
  }
}

export class RawDecoder implements Container {
  readonly check = CHECK_NONE;
  private readonly decoder: Decoder;

  constructor(filters: readonly Filter[]) {
    checkChain(filters, false);
    this.decoder = makeDecoder(filters);
  }

  decode(input: Input, output: Output): boolean {
    return this.decoder.decode(input, output);
  }
}
