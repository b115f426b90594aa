/**
 * Pipe: bytes on their way from one descriptor to another inside this process. A pipe that a child is to share becomes
 * one of the kernel's (node-pipes.ts); until then, and on hosts without a kernel, this is all there is.
 */
import { HostError } from "./host.ts";

/** Linux's. */
const CAPACITY = 65536;

export class Pipe {
  private chunks: Uint8Array[] = [];
  private size = 0;
  isReaderOpen = true;
  isWriterOpen = true;

  get isReadable(): boolean {
    return this.size > 0 || !this.isWriterOpen;
  }

  get isWritable(): boolean {
    return this.size < CAPACITY || !this.isReaderOpen;
  }

  /** 0 at the end; EAGAIN if nothing has come. */
  read(target: Uint8Array): number {
    if (this.size === 0) {
      if (this.isWriterOpen) throw new HostError("EAGAIN");
      return 0;
    }
    let filled = 0;
    while (filled < target.length && this.chunks.length > 0) {
      const part = this.chunks[0].subarray(0, target.length - filled);
      target.set(part, filled);
      filled += part.length;
      if (part.length === this.chunks[0].length) this.chunks.shift();
      else this.chunks[0] = this.chunks[0].subarray(part.length);
    }
    this.size -= filled;
    return filled;
  }

  /** May take less than given; EAGAIN if it is full. */
  write(data: Uint8Array): number {
    if (!this.isReaderOpen) throw new HostError("EPIPE");
    const part = data.slice(0, CAPACITY - this.size);
    if (part.length === 0 && data.length > 0) throw new HostError("EAGAIN");
    this.push(part);
    return part.length;
  }

  /** Put bytes in, full or not. */
  push(data: Uint8Array): void {
    if (data.length === 0) return;
    this.chunks.push(data);
    this.size += data.length;
  }

  get available(): number {
    return this.size;
  }

  /** The first bytes, which stay. */
  peek(length: number): Uint8Array {
    const all = this.drain();
    this.push(all);
    return all.slice(0, length);
  }

  /** All that is in it. */
  drain(): Uint8Array {
    const all = new Uint8Array(this.size);
    if (all.length > 0) this.read(all);
    return all;
  }
}
