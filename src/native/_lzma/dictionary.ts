/**
 * The dictionary of a decoder: the last bytes that came out. It grows to its full size only as bytes come, since a header can
 * ask for 4 GiB; then it is written in a circle.
 */
import type { Output } from "./buffers.ts";

const FIRST_SIZE = 1 << 16;
const SMALLEST_DICTIONARY = 4096;

interface Mark {
  readonly position: number;
  readonly byte: number;
  readonly total: number;
}

export class Dictionary {
  private readonly size: number;
  private buffer: Uint8Array;
  private position = 0;
  private flushed = 0;
  private wrapped = false;
  /** How many bytes were written since the last reset, modulo 2**32. */
  total = 0;
  output: Output | undefined;

  constructor(size: number) {
    this.size = Math.max(size, SMALLEST_DICTIONARY);
    this.buffer = new Uint8Array(Math.min(this.size, FIRST_SIZE));
  }

  reset(): void {
    this.flush();
    this.position = this.flushed = this.total = 0;
    this.wrapped = false;
  }

  /** Hand on what was written since the last time. */
  flush(): void {
    this.output?.append(this.buffer.subarray(this.flushed, this.position));
    this.flushed = this.position;
  }

  /** At the end of the buffer: a larger one, or from its beginning again. */
  private turn(): void {
    this.flush();
    if (this.buffer.length < this.size) {
      const larger = new Uint8Array(Math.min(this.size, this.buffer.length * 2));
      larger.set(this.buffer);
      this.buffer = larger;
    } else {
      this.position = this.flushed = 0;
      this.wrapped = true;
    }
  }

  put(byte: number): void {
    if (this.position === this.buffer.length) this.turn();
    this.buffer[this.position++] = byte;
    this.total = (this.total + 1) | 0;
  }

  /** Is there a byte at this distance? 0 is the last one. */
  reaches(distance: number): boolean {
    return distance < (this.wrapped ? this.buffer.length : this.position);
  }

  at(distance: number): number {
    const index = this.position - distance - 1;
    return this.buffer[index < 0 ? index + this.buffer.length : index];
  }

  get last(): number {
    return this.reaches(0) ? this.at(0) : 0;
  }

  copy(distance: number, count: number): void {
    for (let left = count; left > 0; ) {
      if (this.position === this.buffer.length) this.turn();
      const { buffer } = this;
      let from = this.position - distance - 1;
      if (from < 0) from += buffer.length;
      const part = Math.min(left, buffer.length - this.position, buffer.length - from);
      for (let i = 0; i < part; i++) buffer[this.position + i] = buffer[from + i];
      this.position += part;
      left -= part;
    }
    this.total = (this.total + count) | 0;
  }

  /** Bytes that are in the stream as they are. */
  append(bytes: Uint8Array): void {
    for (const byte of bytes) this.put(byte);
    this.flush();
  }

  /** Before one byte is tried; a mark is valid while no more than that is written. */
  mark(): Mark {
    if (this.position === this.buffer.length) this.turn();
    return { position: this.position, byte: this.buffer[this.position], total: this.total };
  }

  backTo(mark: Mark): void {
    this.position = mark.position;
    this.buffer[this.position] = mark.byte;
    this.total = mark.total;
  }
}
