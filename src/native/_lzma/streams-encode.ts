/**
 * The streams that hold LZMA data, written: LZMA1 with a marker at its end, and LZMA2 in chunks of at most 64 KiB, those that
 * would not be smaller stored as they are.
 */
import { type Encoder, Output } from "./buffers.ts";
import { LzmaEncoder, type SearchOptions } from "./lzma-encoder.ts";
import { LONGEST_MATCH, propertiesByte } from "./model.ts";
import type { LzmaOptions } from "./options.ts";

const BINARY_TREES = 0x10;

/** liblzma's own numbers of how far to look, for what is given as 0. */
function searchOf({ dictionarySize, niceLength, matchFinder, depth }: LzmaOptions): SearchOptions {
  const usual = matchFinder & BINARY_TREES ? 16 + Math.floor(niceLength / 2) : 4 + Math.floor(niceLength / 4);
  return { dictionarySize, niceLength, depth: depth === 0 ? usual : depth };
}

export class Lzma1Encoder implements Encoder {
  private readonly coded = new Output();
  private readonly lzma: LzmaEncoder;

  constructor(options: LzmaOptions) {
    this.lzma = new LzmaEncoder(options, searchOf(options), this.coded);
  }

  encode(bytes: Uint8Array, end: boolean, output: Output): void {
    this.lzma.finder.append(bytes);
    this.lzma.encode(end, () => true);
    if (end) {
      this.lzma.endMarker();
      this.lzma.finish();
    }
    output.append(this.coded.take());
  }
}

const MOST_UNCOMPRESSED = 1 << 21;
const MOST_COMPRESSED = 1 << 16;
/** No symbol takes more bytes than this. */
const LONGEST_SYMBOL = 32;

export class Lzma2Encoder implements Encoder {
  private readonly coded = new Output();
  private readonly lzma: LzmaEncoder;
  private readonly properties: number;
  private needsDictionaryReset = true;
  private needsProperties = true;
  private needsStateReset = true;

  constructor(options: LzmaOptions) {
    this.lzma = new LzmaEncoder(options, searchOf(options), this.coded);
    this.properties = propertiesByte(options);
    this.lzma.finder.held = 0;
  }

  encode(bytes: Uint8Array, end: boolean, output: Output): void {
    const { finder } = this.lzma;
    for (let at = 0; at < bytes.length || (end && at === 0); at += MOST_UNCOMPRESSED) {
      finder.append(bytes.subarray(at, at + MOST_UNCOMPRESSED));
      this.encodeChunks(end && at + MOST_UNCOMPRESSED >= bytes.length, output);
    }
    if (end) output.push(0);
  }

  private get chunkStart(): number {
    return this.lzma.finder.held ?? 0;
  }

  private get uncompressed(): number {
    return this.lzma.finder.at - this.chunkStart;
  }

  private encodeChunks(end: boolean, output: Output): void {
    const { lzma } = this;
    const fits = (): boolean =>
      this.uncompressed <= MOST_UNCOMPRESSED - LONGEST_MATCH && lzma.size <= MOST_COMPRESSED - LONGEST_SYMBOL;
    for (;;) {
      lzma.encode(end, fits);
      const full = !fits();
      if (full || (end && this.uncompressed > 0)) this.endChunk(output);
      if (!full) return;
    }
  }

  private endChunk(output: Output): void {
    const { lzma, coded, uncompressed } = this;
    lzma.finish();
    const bytes = coded.take();
    if (bytes.length + (this.needsProperties ? 6 : 5) < uncompressed + 3) this.compressedChunk(bytes, output);
    else this.storedChunks(output);
    lzma.finder.held = lzma.finder.at;
  }

  private compressedChunk(bytes: Uint8Array, output: Output): void {
    const size = this.uncompressed - 1;
    const resets = this.needsDictionaryReset ? 3 : this.needsProperties ? 2 : this.needsStateReset ? 1 : 0;
    output.push(0x80 | (resets << 5) | (size >> 16));
    for (const part of [size, bytes.length - 1]) {
      output.push((part >> 8) & 0xff);
      output.push(part & 0xff);
    }
    if (this.needsProperties) output.push(this.properties);
    output.append(bytes);
    this.needsDictionaryReset = this.needsProperties = this.needsStateReset = false;
  }

  private storedChunks(output: Output): void {
    const { finder } = this.lzma;
    for (let at = this.chunkStart; at < finder.at; at += MOST_COMPRESSED) {
      const part = finder.slice(at, Math.min(at + MOST_COMPRESSED, finder.at));
      output.push(this.needsDictionaryReset ? 1 : 2);
      output.push((part.length - 1) >> 8);
      output.push((part.length - 1) & 0xff);
      output.append(part);
      this.needsDictionaryReset = false;
    }
    this.lzma.resetState();
    this.needsStateReset = true;
  }
}
