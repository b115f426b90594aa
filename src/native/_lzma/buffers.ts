/**
 * Where coders read and write. A decoder reads until its input is used up or its output is full, and goes on there with
 * the next call; so a coder is a chain of objects with one method.
 */

export class Input {
  at = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly end = bytes.length,
  ) {}

  get left(): number {
    return this.end - this.at;
  }
}

export class Output {
  private bytes = new Uint8Array(1024);
  length = 0;

  constructor(readonly limit = Number.POSITIVE_INFINITY) {}

  get room(): number {
    return this.limit - this.length;
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What is there, to be looked at or changed in place; valid until more is written. */
  view(from = 0): Uint8Array {
    return this.bytes.subarray(from, this.length);
  }

  /** Drop the first bytes. */
  drop(count: number): void {
    this.bytes.copyWithin(0, count, this.length);
    this.length -= count;
  }

  /** All of it, which is forgotten. */
  take(): Uint8Array {
    const result = this.bytes.slice(0, this.length);
    this.length = 0;
    return result;
  }
}

/** One part of a decoder. */
export interface Decoder {
  /** Go on as far as input and room for output reach; true at the end of the stream. */
  decode(input: Input, output: Output): boolean;
}

/** One part of an encoder. */
export interface Encoder {
  /** Take `bytes`; at the `end` write what is left, too. */
  encode(bytes: Uint8Array, end: boolean, output: Output): void;
}

/** Collects a number of bytes that may come piecemeal. */
export class Collector {
  private bytes = new Uint8Array(16);
  length = 0;

  /** The first `count` bytes, once there are as many. */
  collect(input: Input, count: number): Uint8Array | undefined {
    if (count > this.bytes.length) {
      const larger = new Uint8Array(count);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    while (this.length < count && input.left > 0) this.bytes[this.length++] = input.bytes[input.at++];
    return this.length >= count ? this.bytes.subarray(0, count) : undefined;
  }

  /** What is there, be it enough or not. */
  get soFar(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }
}

export const littleEndian32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff);

export const read32 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
