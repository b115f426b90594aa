/** Filters that change bytes without changing their number, before an encoder or behind a decoder: delta and branches. */
import type { Convert } from "./branches.ts";
import { type Decoder, type Encoder, type Input, Output } from "./buffers.ts";

/** At least as many bytes as any filter wants to see at once. */
const LOOK_AHEAD = 64;

class Deltas {
  private readonly history: Uint8Array;
  private at = 0;

  constructor(private readonly distance: number) {
    this.history = new Uint8Array(distance);
  }

  private turn(): void {
    this.at = this.at + 1 === this.distance ? 0 : this.at + 1;
  }

  encode(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      bytes[i] = byte - this.history[this.at];
      this.history[this.at] = byte;
      this.turn();
    }
  }

  decode(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] += this.history[this.at];
      this.history[this.at] = bytes[i];
      this.turn();
    }
  }
}

/** Differences to the byte `distance` before. */
export function deltaConvert(distance: number, encoding: boolean): Convert {
  const deltas = new Deltas(distance);
  return (bytes) => {
    if (encoding) deltas.encode(bytes);
    else deltas.decode(bytes);
    return bytes.length;
  };
}

/** Bytes that pass through a filter: the first `done` of them are converted. */
class Passage {
  readonly bytes = new Output();
  private done = 0;
  private position: number;

  constructor(
    private readonly convert: Convert,
    start: number,
  ) {
    this.position = start;
  }

  /** Convert what can be; at the end the rest counts as done. */
  advance(ended: boolean): void {
    const count = this.convert(this.bytes.view(this.done), this.position);
    this.done += count;
    this.position = (this.position + count) >>> 0;
    if (ended) this.done = this.bytes.length;
  }

  get waiting(): number {
    return this.done;
  }

  handOn(output: Output): void {
    const count = Math.min(this.done, output.room);
    output.append(this.bytes.view().subarray(0, count));
    this.bytes.drop(count);
    this.done -= count;
  }
}

/** What `next` decodes, converted back. */
export class FilterDecoder implements Decoder {
  private readonly passage: Passage;
  private ended = false;

  constructor(
    private readonly next: Decoder,
    convert: Convert,
    start: number,
  ) {
    this.passage = new Passage(convert, start);
  }

  decode(input: Input, output: Output): boolean {
    const { passage } = this;
    passage.handOn(output);
    while (!this.ended) {
      const more = new Output(Math.min(1 << 16, Math.max(output.room, LOOK_AHEAD)));
      this.ended = this.next.decode(input, more);
      passage.bytes.append(more.view());
      passage.advance(this.ended);
      passage.handOn(output);
      if (more.room > 0 || output.room === 0) break;
    }
    return this.ended && passage.waiting === 0;
  }
}

export class FilterEncoder implements Encoder {
  private readonly passage: Passage;

  constructor(
    private readonly next: Encoder,
    convert: Convert,
    start: number,
  ) {
    this.passage = new Passage(convert, start);
  }

  encode(bytes: Uint8Array, end: boolean, output: Output): void {
    this.passage.bytes.append(bytes);
    this.passage.advance(end);
    const converted = new Output();
    this.passage.handOn(converted);
    this.next.encode(converted.take(), end, output);
  }
}
