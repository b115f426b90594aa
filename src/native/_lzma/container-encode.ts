/** The containers, written: .xz with one block, .lzma, and raw. */
import { crc32 } from "../../util/binary/checksums.ts";
import { type Encoder, littleEndian32, type Output } from "./buffers.ts";
import { CHECK_ID_MAX, CHECK_SIZES, type Check, newCheck } from "./checks.ts";
import { indexOf, numberBytes, XZ_FOOT_MAGIC, XZ_MAGIC } from "./container-decode.ts";
import { checkChain, encodeProperties, type Filter, makeEncoder } from "./filters.ts";
import { refuse } from "./problems.ts";

function blockHead(filters: readonly Filter[]): Uint8Array {
  const bytes = [0, filters.length - 1];
  for (const filter of filters) {
    const properties = encodeProperties(filter);
    bytes.push(...numberBytes(Number(filter.id)), properties.length, ...properties);
  }
  while (bytes.length % 4 !== 0) bytes.push(0);
  bytes[0] = bytes.length / 4;
  return Uint8Array.from([...bytes, ...littleEndian32(crc32(Uint8Array.from(bytes)))]);
}

export class XzEncoder implements Encoder {
  private readonly encoder: Encoder;
  private readonly flags: readonly number[];
  private readonly blockHead: Uint8Array;
  private readonly check: Check;
  private headWritten = false;
  private blockBegun = false;
  private compressed = 0;
  private uncompressed = 0;

  constructor(
    filters: readonly Filter[],
    private readonly checkId: number,
  ) {
    if (checkId > CHECK_ID_MAX) refuse("program");
    checkChain(filters, true);
    this.check = newCheck(checkId) ?? refuse("check");
    this.flags = [0, checkId];
    this.encoder = makeEncoder(filters);
    this.blockHead = blockHead(filters);
  }

  /** Without bytes there is no block. */
  encode(bytes: Uint8Array, end: boolean, output: Output): void {
    if (!this.headWritten) {
      output.append(
        Uint8Array.from([...XZ_MAGIC, ...this.flags, ...littleEndian32(crc32(Uint8Array.from(this.flags)))]),
      );
      this.headWritten = true;
    }
    if (bytes.length > 0 && !this.blockBegun) {
      output.append(this.blockHead);
      this.blockBegun = true;
    }
    if (this.blockBegun) this.block(bytes, end, output);
    if (end) this.foot(output);
  }

  private block(bytes: Uint8Array, end: boolean, output: Output): void {
    this.check.update(bytes);
    this.uncompressed += bytes.length;
    const before = output.length;
    this.encoder.encode(bytes, end, output);
    this.compressed += output.length - before;
    if (!end) return;
    for (let i = this.compressed; i % 4 !== 0; i++) output.push(0);
    output.append(this.check.digest());
  }

  private foot(output: Output): void {
    const { compressed, uncompressed } = this;
    const unpadded = this.blockHead.length + compressed + CHECK_SIZES[this.checkId];
    const index = indexOf(this.blockBegun ? [{ unpadded, uncompressed }] : []);
    output.append(index);
    const rest = [...littleEndian32(index.length / 4 - 1), ...this.flags];
    output.append(Uint8Array.from([...littleEndian32(crc32(Uint8Array.from(rest))), ...rest, ...XZ_FOOT_MAGIC]));
  }
}

const SIZE_UNKNOWN = new Uint8Array(8).fill(0xff);

export class AloneEncoder implements Encoder {
  private readonly encoder: Encoder;
  private headWritten = false;

  constructor(private readonly filter: Filter) {
    this.encoder = makeEncoder([filter]);
  }

  encode(bytes: Uint8Array, end: boolean, output: Output): void {
    if (!this.headWritten) {
      output.append(aloneProperties(this.filter));
      output.append(SIZE_UNKNOWN);
      this.headWritten = true;
    }
    this.encoder.encode(bytes, end, output);
  }
}

/** Dictionaries of .lzma files are 2**n or 2**n + 2**(n-1), the next larger one. */
function aloneProperties(filter: Filter): Uint8Array {
  const bytes = encodeProperties(filter);
  if (filter.kind !== "lzma") return bytes;
  let size = filter.options.dictionarySize - 1;
  for (const shift of [2, 3, 4, 8, 16]) size |= size >>> shift;
  bytes.set(littleEndian32(size === -1 ? size : size + 1), 1);
  return bytes;
}

export class RawEncoder implements Encoder {
  private readonly encoder: Encoder;

  constructor(filters: readonly Filter[]) {
    checkChain(filters, false);
    this.encoder = makeEncoder(filters);
  }

  encode(bytes: Uint8Array, end: boolean, output: Output): void {
    this.encoder.encode(bytes, end, output);
  }
}
