/** MemoryBIO: a queue of bytes with an end (CPython Modules/_ssl.c, PySSLMemoryBIO). */
import { defineType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyBytes } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { plainError } from "./errors.ts";

export class PyMemoryBio extends PyObject {
  private chunks: Uint8Array[] = [];
  pending = 0;
  isEnding = false;

  constructor(cls: PyType = MEMORY_BIO) {
    super(cls);
  }

  get isAtEnd(): boolean {
    return this.isEnding && this.pending === 0;
  }

  push(data: Uint8Array): void {
    if (data.length === 0) return;
    this.chunks.push(data.slice());
    this.pending += data.length;
  }

  take(size: number): Uint8Array {
    const target = new Uint8Array(Math.min(size, this.pending));
    for (let filled = 0; filled < target.length; ) {
      const chunk = this.chunks[0];
      const part = chunk.subarray(0, target.length - filled);
      target.set(part, filled);
      filled += part.length;
      if (part.length === chunk.length) this.chunks.shift();
      else this.chunks[0] = chunk.subarray(part.length);
    }
    this.pending -= target.length;
    return target;
  }
}

function construct(cls: PyType, args: Value[], keywords: PyDict): Value {
  if (args.length > 0) throw typeError("MemoryBIO() takes no positional arguments");
  if (keywords.size > 0) throw typeError("MemoryBIO() takes no keyword arguments");
  return new PyMemoryBio(cls);
}

function write(self: PyMemoryBio, data: Value): number {
  const bytes = getBuffer(data);
  if (self.isEnding) throw plainError("cannot write() after write_eof()");
  self.push(bytes);
  return bytes.length;
}

export const MEMORY_BIO: PyType = defineType<PyMemoryBio>("_ssl.MemoryBIO", {
  construct: ["(*args, **kwargs)", construct],
  methods: {
    read: [
      "($self, size=-1, /)",
      'Read up to size bytes from the memory BIO.\n\nIf size is not specified, read the entire buffer.\nIf the return value is an empty bytes instance, this means either\nEOF or that no data is available. Use the "eof" property to\ndistinguish between the two.',
      (self: PyMemoryBio, size: Value) => {
        const wanted = Number(toIndex(size));
        return new PyBytes(self.take(wanted < 0 ? self.pending : wanted));
      },
    ],
    write: ["($self, b, /)", "Writes the bytes b into the memory BIO.\n\nReturns the number of bytes written.", write],
    write_eof: [
      "($self, /)",
      'Write an EOF marker to the memory BIO.\n\nWhen all data has been read, the "eof" property will be True.',
      (self: PyMemoryBio) => {
        self.isEnding = true;
      },
    ],
  },
  getset: {
    pending: [({ pending }) => pending, undefined, "The number of bytes pending in the memory BIO."],
    eof: [({ isAtEnd }) => isAtEnd, undefined, "Whether the memory BIO is at EOF."],
  },
});
