/**
 * BytesIO: a binary stream in memory (CPython Modules/_io/bytesio.c).
 */
import { instanceDict } from "../../objects/kernel/attribute.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { forEach } from "../../objects/kernel/iterate.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { PyBytes, PyList, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { bufferError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { getBuffer, isLent, viewOfBytes, writableArgument } from "../../objects/types/buffer.ts";
import { BUFFERED_IO_BASE, PyIOBase, sizeArgument } from "./iobase.ts";

export class PyBytesIO extends PyIOBase {
  /** May be longer than `length`. */
  data = new Uint8Array(0);
  length = 0;
  position = 0;
  /** Views from getbuffer() that forbid resizing. */
  exports = 0;

  constructor(cls: PyType = BYTES_IO) {
    super(cls);
  }

  get bytes(): Uint8Array {
    return this.data.subarray(0, this.length);
  }
}

function requireOpen(self: PyBytesIO): void {
  if (self.ioClosed) throw valueError("I/O operation on closed file.");
}

function requireResizable(self: PyBytesIO): void {
  requireOpen(self);
  if (isLent(self)) throw bufferError("Existing exports of data: object cannot be re-sized");
}

function grow(self: PyBytesIO, length: number): void {
  if (length > self.data.length) {
    const data = new Uint8Array(Math.max(length, self.data.length * 2, 64));
    data.set(self.bytes);
    self.data = data;
  }
}

function take(self: PyBytesIO, size: number): Uint8Array {
  const available = Math.max(0, self.length - self.position);
  const count = size < 0 ? available : Math.min(size, available);
  const start = self.position;
  self.position += count;
  return self.data.slice(start, start + count);
}

function read(self: PyBytesIO, size: Value): Value {
  requireOpen(self);
  return new PyBytes(take(self, sizeArgument(size)));
}

function readline(self: PyBytesIO, size: Value): Value {
  requireOpen(self);
  return new PyBytes(takeLine(self, sizeArgument(size)));
}

function takeLine(self: PyBytesIO, limit: number): Uint8Array {
  if (self.position >= self.length) return new Uint8Array(0);
  const newline = self.bytes.indexOf(10, self.position);
  const length = (newline < 0 ? self.length : newline + 1) - self.position;
  return take(self, limit >= 0 ? Math.min(limit, length) : length);
}

function readlines(self: PyBytesIO, hint: Value): Value {
  requireOpen(self);
  const limit = sizeArgument(hint);
  const lines: Value[] = [];
  let total = 0;
  for (let line = takeLine(self, -1); line.length > 0; line = takeLine(self, -1)) {
    lines.push(new PyBytes(line));
    total += line.length;
    if (limit > 0 && total >= limit) break;
  }
  return new PyList(lines);
}

function write(self: PyBytesIO, value: Value): number {
  const data = getBuffer(value);
  requireResizable(self);
  if (data.length === 0) return 0;
  const end = self.position + data.length;
  grow(self, end);
  if (self.position > self.length) self.data.fill(0, self.length, self.position);
  self.data.set(data, self.position);
  self.position = end;
  self.length = Math.max(self.length, end);
  return data.length;
}

function seek(self: PyBytesIO, offset: Value, whence: Value): number {
  requireOpen(self);
  const position = toSsize(offset, "OverflowError");
  const mode = Number(toIndex(whence));
  if (mode === 0 && position < 0) throw valueError(`negative seek value ${position}`);
  if (mode < 0 || mode > 2) throw valueError(`invalid whence (${mode}, should be 0, 1 or 2)`);
  const base = mode === 0 ? 0 : mode === 1 ? self.position : self.length;
  self.position = Math.max(0, base + position);
  return self.position;
}

function truncate(self: PyBytesIO, size: Value): number {
  requireResizable(self);
  const length = size === NONE ? self.position : toSsize(size, "OverflowError");
  if (length < 0) throw valueError(`negative size value ${length}`);
  if (length < self.length) self.length = length;
  return length;
}

function getBufferView(self: PyBytesIO): Value {
  requireOpen(self);
  self.exports++;
  return viewOfBytes(self, self.bytes, false, () => {
    self.exports = Math.max(0, self.exports - 1);
  });
}

function getState(self: PyBytesIO): Value {
  requireOpen(self);
  const dict = instanceDict(self);
  return tuple([new PyBytes(self.bytes.slice()), self.position, dict === undefined ? NONE : dict.copy()]);
}

function setState(self: PyBytesIO, state: Value): void {
  if (!(state instanceof PyTuple) || state.items.length < 3) {
    throw typeError(`${typeName(self)}.__setstate__ argument should be 3-tuple, got ${typeName(state)}`);
  }
  requireResizable(self);
  const [content, position, dict] = state.items;
  self.data = getBuffer(content).slice();
  self.length = self.data.length;
  self.position = toSsize(position, "OverflowError");
  if (self.position < 0) throw valueError("position value cannot be negative");
  if (dict instanceof PyDict) for (const [key, value] of dict.entries()) instanceDict(self)?.set(key, value);
}

const nothing = "($self, /)";
const yes = (self: PyBytesIO): boolean => {
  requireOpen(self);
  return true;
};

export const BYTES_IO = defineType<PyBytesIO>("_io.BytesIO", {
  doc: "Buffered I/O implementation using an in-memory bytes buffer.",
  base: BUFFERED_IO_BASE,
  traits: { basetype: true },
  allocate: (cls) => new PyBytesIO(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyBytesIO(cls)],
  initialize: [
    "($self, /, initial_bytes=b'')",
    (self, initial: Value) => {
      requireResizable(self);
      self.data = initial === NONE ? new Uint8Array(0) : getBuffer(initial).slice();
      self.length = self.data.length;
      self.position = 0;
    },
  ],
  slots: {
    __iter__: (self) => {
      requireOpen(self);
      return self;
    },
    __next__: (self) => {
      requireOpen(self);
      const line = takeLine(self, -1);
      return line.length === 0 ? undefined : new PyBytes(line);
    },
  },
  methods: {
    read: [
      "($self, size=-1, /)",
      "Read at most size bytes, returned as a bytes object.\n\nIf the size argument is negative, read until EOF is reached.\nReturn an empty bytes object at EOF.",
      read,
    ],
    read1: [
      "($self, size=-1, /)",
      "Read at most size bytes, returned as a bytes object.\n\nIf the size argument is negative or omitted, read until EOF is reached.\nReturn an empty bytes object at EOF.",
      read,
    ],
    readline: [
      "($self, size=-1, /)",
      "Next line from the file, as a bytes object.\n\nRetain newline.  A non-negative size argument limits the maximum\nnumber of bytes to return (an incomplete line may be returned then).\nReturn an empty bytes object at EOF.",
      readline,
    ],
    readlines: [
      "($self, size=None, /)",
      "List of bytes objects, each a line from the file.\n\nCall readline() repeatedly and return a list of the lines so read.\nThe optional size argument, if given, is an approximate bound on the\ntotal number of bytes in the lines returned.",
      readlines,
    ],
    readinto: [
      "($self, buffer, /)",
      "Read bytes into buffer.\n\nReturns number of bytes read (0 for EOF), or None if the object\nis set not to block and has no data to read.",
      (self: PyBytesIO, buffer: Value) => {
        const target = writableArgument(buffer, "readinto");
        requireOpen(self);
        const data = take(self, target.length);
        target.set(data);
        return data.length;
      },
    ],
    write: ["($self, b, /)", "Write bytes to file.\n\nReturn the number of bytes written.", write],
    writelines: [
      "($self, lines, /)",
      "Write lines to the file.\n\nNote that newlines are not added.  lines can be any iterable object\nproducing bytes-like objects. This is equivalent to calling write() for\neach element.",
      (self: PyBytesIO, lines: Value) => {
        requireOpen(self);
        forEach(lines, (line) => void write(self, line));
      },
    ],
    seek: [
      "($self, pos, whence=0, /)",
      "Change stream position.\n\nSeek to byte offset pos relative to position indicated by whence:\n     0  Start of stream (the default).  pos should be >= 0;\n     1  Current position - pos may be negative;\n     2  End of stream - pos usually negative.\nReturns the new absolute position.",
      seek,
    ],
    tell: [
      nothing,
      "Current file position, an integer.",
      (self: PyBytesIO) => {
        requireOpen(self);
        return self.position;
      },
    ],
    truncate: [
      "($self, size=None, /)",
      "Truncate the file to at most size bytes.\n\nSize defaults to the current file position, as returned by tell().\nThe current file position is unchanged.  Returns the new size.",
      truncate,
    ],
    getvalue: [
      nothing,
      "Retrieve the entire contents of the BytesIO object.",
      (self: PyBytesIO) => {
        requireOpen(self);
        return new PyBytes(self.bytes.slice());
      },
    ],
    getbuffer: [nothing, "Get a read-write view over the contents of the BytesIO object.", getBufferView],
    flush: [nothing, "Does nothing.", requireOpen],
    close: [
      nothing,
      "Disable all I/O operations.",
      (self: PyBytesIO) => {
        if (isLent(self)) throw bufferError("Existing exports of data: object cannot be re-sized");
        self.ioClosed = true;
        self.data = new Uint8Array(0);
      },
    ],
    isatty: [
      nothing,
      "Always returns False.\n\nBytesIO objects are not connected to a TTY-like device.",
      (self: PyBytesIO) => {
        requireOpen(self);
        return false;
      },
    ],
    readable: [nothing, "Returns True if the IO object can be read.", yes],
    writable: [nothing, "Returns True if the IO object can be written.", yes],
    seekable: [nothing, "Returns True if the IO object can be seeked.", yes],
    __getstate__: ["~($self, /)", undefined, getState],
    __setstate__: ["~($self, state, /)", undefined, setState],
  },
  getset: { closed: [(self) => self.ioClosed, undefined, "True if the file is closed."] },
});
