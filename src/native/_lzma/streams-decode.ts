/**
 * The streams that hold LZMA data: LZMA1 (one range-coded stream, which a marker or a known size ends) and LZMA2 (chunks, each
 * of which says its sizes, what is reset before it, or that it is stored as it is).
 */
import { Collector, type Decoder, type Input, type Output } from "./buffers.ts";
import { LzmaDecoder, RANGE_START } from "./lzma-decoder.ts";
import { type Properties, propertiesOf } from "./model.ts";
import { refuse } from "./problems.ts";

export class Lzma1Decoder implements Decoder {
  private readonly lzma: LzmaDecoder;
  private readonly head = new Collector();
  private started = false;
  private atEnd = false;

  /** `size` is undefined where only a marker ends the stream. Where the size is known there may still be one. */
  constructor(
    dictionarySize: number,
    properties: Properties,
    private size: number | undefined,
  ) {
    this.lzma = new LzmaDecoder(dictionarySize);
    this.lzma.setProperties(properties);
    this.lzma.resetState();
  }

  decode(input: Input, output: Output): boolean {
    const { lzma } = this;
    if (!this.started) {
      const bytes = this.head.collect(input, RANGE_START);
      if (bytes === undefined) return false;
      lzma.start(bytes);
      this.started = true;
    }
    if (this.atEnd) return this.endMarked(input);
    const limit = Math.min(output.room, this.size ?? output.room);
    const before = output.length;
    const stop = lzma.run(input, input.end, output, limit, this.size === undefined);
    if (this.size !== undefined) {
      this.size -= output.length - before;
      if (this.size > 0 || stop !== "limit") return false;
      if (lzma.matchIsOpen) refuse("data");
      return this.endOfSize(input, output);
    }
    if (stop !== "marker") return false;
    this.atEnd = true;
    return this.endMarked(input);
  }

  private endMarked(input: Input): boolean {
    if (!this.lzma.normalise(input, input.end)) return false;
    if (!this.lzma.finished) refuse("data");
    return true;
  }

  /** All bytes are there. What is left may be nothing, or a marker. */
  private endOfSize(input: Input, output: Output): boolean {
    if (!this.lzma.normalise(input, input.end)) return false;
    if (this.lzma.finished) return true;
    const stop = this.lzma.run(input, input.end, output, 0, true);
    if (stop !== "marker") return stop === "input" ? false : refuse("data");
    this.size = undefined;
    this.atEnd = true;
    return this.endMarked(input);
  }
}

const CONTROL_END = 0;
const CONTROL_STORED_RESET = 1;
const CONTROL_STORED = 2;
const CONTROL_LZMA = 0x80;
const CONTROL_STATE_RESET = 0xa0;
const CONTROL_NEW_PROPERTIES = 0xc0;
const CONTROL_ALL_RESET = 0xe0;

export class Lzma2Decoder implements Decoder {
  private readonly lzma: LzmaDecoder;
  private readonly head = new Collector();
  private stage: "control" | "stored" | "lzma" = "control";
  private needsDictionaryReset = true;
  private needsProperties = true;
  private needsStateReset = true;
  private uncompressed = 0;
  private compressed = 0;
  private started = false;

  constructor(dictionarySize: number) {
    this.lzma = new LzmaDecoder(dictionarySize);
  }

  decode(input: Input, output: Output): boolean {
    for (;;) {
      if (this.stage === "control") {
        const ended = this.control(input);
        if (ended === undefined) return false;
        if (ended) return true;
      }
      if (!(this.stage === "stored" ? this.stored(input, output) : this.chunk(input, output))) return false;
      this.stage = "control";
    }
  }

  /** Read the head of a chunk; true at the end, undefined if it is not all there. */
  private control(input: Input): boolean | undefined {
    const first = this.head.collect(input, 1);
    if (first === undefined) return undefined;
    const control = first[0];
    if (control === CONTROL_END) return true;
    const resets = control >= CONTROL_ALL_RESET || control === CONTROL_STORED_RESET;
    if (!resets && this.needsDictionaryReset) refuse("data");
    if (control < CONTROL_LZMA && control > CONTROL_STORED) refuse("data");
    const size = control < CONTROL_LZMA ? 3 : control >= CONTROL_NEW_PROPERTIES ? 6 : 5;
    const bytes = this.head.collect(input, size);
    if (bytes === undefined) return undefined;
    if (resets) {
      this.needsDictionaryReset = false;
      this.lzma.dictionary.reset();
    }
    if (control < CONTROL_LZMA) {
      if (resets) this.needsProperties = true;
      this.compressed = ((bytes[1] << 8) | bytes[2]) + 1;
      this.stage = "stored";
    } else {
      this.beginChunk(control, bytes);
    }
    this.head.clear();
    return false;
  }

  private beginChunk(control: number, bytes: Uint8Array): void {
    this.uncompressed = (((control & 0x1f) << 16) | (bytes[1] << 8) | bytes[2]) + 1;
    this.compressed = ((bytes[3] << 8) | bytes[4]) + 1;
    if (control >= CONTROL_NEW_PROPERTIES) {
      this.lzma.setProperties(propertiesOf(bytes[5]) ?? refuse("data"));
      this.needsProperties = false;
    } else if (this.needsProperties) {
      refuse("data");
    }
    if (control >= CONTROL_STATE_RESET) {
      this.lzma.resetState();
      this.needsStateReset = false;
    } else if (this.needsStateReset) {
      refuse("data");
    }
    this.stage = "lzma";
    this.started = false;
  }

  private stored(input: Input, output: Output): boolean {
    const count = Math.min(this.compressed, input.left, output.room);
    this.lzma.dictionary.output = output;
    this.lzma.dictionary.append(input.bytes.subarray(input.at, input.at + count));
    input.at += count;
    this.compressed -= count;
    return this.compressed === 0;
  }

  private chunk(input: Input, output: Output): boolean {
    const { lzma } = this;
    if (!this.started) {
      if (this.compressed < RANGE_START) refuse("data");
      const bytes = this.head.collect(input, RANGE_START);
      if (bytes === undefined) return false;
      lzma.start(bytes);
      this.head.clear();
      this.compressed -= RANGE_START;
      this.started = true;
    }
    const all = input.left >= this.compressed;
    const end = all ? input.at + this.compressed : input.end;
    const at = input.at;
    const before = output.length;
    const stop = lzma.run(input, end, output, Math.min(output.room, this.uncompressed), false);
    this.uncompressed -= output.length - before;
    if (this.uncompressed === 0 && lzma.matchIsOpen) refuse("data");
    const whole = this.uncompressed === 0 && lzma.normalise(input, end);
    this.compressed -= input.at - at;
    if (whole) {
      if (this.compressed > 0 || !lzma.finished) refuse("data");
      return true;
    }
    // All of the chunk is here, but it does not give what it should.
    if (all && (stop === "input" || this.uncompressed === 0)) refuse("data");
    return false;
  }
}
