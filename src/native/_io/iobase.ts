/**
 * _IOBase, _RawIOBase, _BufferedIOBase and _TextIOBase (CPython Modules/_io/iobase.c, bufferedio.c,
 * textio.c): the behaviour that every stream class, Python's own included, can fall back on.
 *
 * Trap: the mixins call the other methods of the object through attribute lookup, since a subclass may
 * have overridden any of them.
 */
import { getAttr, instanceDict, lookupAttr, setAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { forEach } from "../../objects/kernel/iterate.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyByteArray, PyBytes, PyList } from "../../objects/kernel/payload.ts";
import { newException, PyError, raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { getBuffer, getWritableBuffer } from "../../objects/types/buffer.ts";
import { WEAKREF_ROW } from "../../objects/types/class-creation.ts";

export const DEFAULT_BUFFER_SIZE = 8192;

/** io.UnsupportedOperation: both an OSError and a ValueError. */
export const UNSUPPORTED_OPERATION = defineType("io.UnsupportedOperation", {
  base: EXCEPTIONS.OSError,
  bases: [EXCEPTIONS.OSError, EXCEPTIONS.ValueError],
  traits: { heap: true, basetype: true, instanceDict: true, weakrefs: true },
  getset: { __weakref__: WEAKREF_ROW },
});
UNSUPPORTED_OPERATION.mro = [
  UNSUPPORTED_OPERATION,
  EXCEPTIONS.OSError,
  EXCEPTIONS.ValueError,
  ...EXCEPTIONS.Exception.mro,
];

export function unsupported(message: string): PyError {
  return new PyError(newException(UNSUPPORTED_OPERATION, message));
}

/** The payload of every stream; subclasses written in Python have at least this. */
export class PyIOBase extends PyObject {
  /** Set by IOBase.close. */
  ioClosed = false;
}

const isClosed = (self: Value): boolean => isTrue(getAttr(self, "closed"));

/** ValueError if the stream is closed. */
export function checkClosed(self: Value, message = "I/O operation on closed file."): void {
  if (isClosed(self)) throw valueError(message);
}

function checkAbility(self: Value, method: "readable" | "writable" | "seekable", what: string): void {
  if (!isTrue(call(getAttr(self, method)))) throw unsupported(what);
}

export const checkReadable = (self: Value): void => checkAbility(self, "readable", "File or stream is not readable.");
export const checkWritable = (self: Value): void => checkAbility(self, "writable", "File or stream is not writable.");
export const checkSeekable = (self: Value): void => checkAbility(self, "seekable", "File or stream is not seekable.");

/** A size argument: -1 for None and for negative numbers. */
export function sizeArgument(size: Value): number {
  if (size === NONE) return -1;
  if (typeof size === "object" && size.cls.slots.__index__ === undefined) {
    throw typeError(`argument should be integer or None, not '${typeName(size)}'`);
  }
  const number = toSsize(size, "OverflowError");
  return number < 0 ? -1 : number;
}

function close(self: Value): void {
  if (isClosed(self)) return;
  try {
    call(getAttr(self, "flush"));
  } finally {
    if (self instanceof PyIOBase) self.ioClosed = true;
    else setAttr(self, "__IOBase_closed", true);
  }
}

/** IOBase.readline: by peeking where the stream can, else byte by byte. */
function readline(self: Value, size: Value): Value {
  const limit = sizeArgument(size);
  const peek = lookupAttr(self, "peek");
  const parts: number[] = [];
  while (limit < 0 || parts.length < limit) {
    let count = 1;
    if (peek !== undefined) {
      const ahead = call(peek, 1);
      if (!(ahead instanceof PyBytes))
        throw raise("OSError", `peek() should have returned a bytes object, not '${typeName(ahead)}'`);
      if (ahead.bytes.length > 0) {
        const newline = ahead.bytes.indexOf(10);
        count = newline < 0 ? ahead.bytes.length : newline + 1;
        if (limit >= 0) count = Math.min(count, limit - parts.length);
      }
    }
    const data = call(getAttr(self, "read"), count);
    if (!(data instanceof PyBytes))
      throw raise("OSError", `read() should have returned a bytes object, not '${typeName(data)}'`);
    if (data.bytes.length === 0) break;
    for (const byte of data.bytes) parts.push(byte);
    if (parts.at(-1) === 10) break;
  }
  return new PyBytes(Uint8Array.from(parts));
}

/** IOBase.readlines(hint): whole lines until at least `hint` bytes or characters are read. */
function readlines(self: Value, hint: Value): Value {
  const limit = sizeArgument(hint);
  const lines: Value[] = [];
  let length = 0;
  forEach(self, (line) => {
    lines.push(line);
    length += Number(toIndex(call(getAttr(line, "__len__"))));
    return limit <= 0 || length < limit;
  });
  return new PyList(lines);
}

function writelines(self: Value, lines: Value): void {
  checkClosed(self);
  forEach(lines, (line) => void call(getAttr(self, "write"), line));
}

/** `__next__` of any stream: a line, or the end where `readline` gives nothing. */
export function nextLine(self: Value): Value | undefined {
  const line = call(getAttr(self, "readline"));
  return Number(toIndex(call(getAttr(line, "__len__")))) === 0 ? undefined : line;
}

const nothing = "($self, /)";
const hidden = "~($self, /)";

function refusePickling(self: Value): never {
  throw typeError(`cannot pickle '${typeOf(self).name}' instances`);
}

/** Streams over something of the system are not pickled. */
export const NOT_PICKLED: Readonly<Record<string, MethodRow>> = {
  __reduce__: [hidden, undefined, refusePickling],
  __reduce_ex__: ["~($self, protocol, /)", undefined, refusePickling],
};

export const IO_BASE = defineType<PyIOBase>("_io._IOBase", {
  doc: "The abstract base class for all I/O classes.\n\nThis class provides dummy implementations for many methods that\nderived classes can override selectively; the default implementations\nrepresent a file that cannot be read, written or seeked.\n\nEven though IOBase does not declare read, readinto, or write because\ntheir signatures will vary, implementations and clients should\nconsider those methods part of the interface. Also, implementations\nmay raise UnsupportedOperation when operations they do not support are\ncalled.\n\nThe basic type used for binary data read from or written to a file is\nbytes. Other bytes-like objects are accepted as method arguments too.\nIn some cases (such as readinto), a writable object is required. Text\nI/O classes work with str data.\n\nNote that calling any method (except additional calls to close(),\nwhich are ignored) on a closed stream should raise a ValueError.\n\nIOBase (and its subclasses) support the iterator protocol, meaning\nthat an IOBase object can be iterated over yielding the lines in a\nstream.\n\nIOBase also supports the :keyword:`with` statement. In this example,\nfp is closed after the suite of the with statement is complete:\n\nwith open('spam.txt', 'r') as fp:\n    fp.write('Spam and eggs!')\n",
  traits: { basetype: true, instanceDict: true, weakrefs: true },
  allocate: (cls) => new PyIOBase(cls),
  slots: {
    __iter__: (self) => {
      checkClosed(self);
      return self;
    },
    __next__: nextLine,
  },
  methods: {
    seek: [
      "($self, offset, whence=os.SEEK_SET, /)",
      "Change the stream position to the given byte offset.\n\n  offset\n    The stream position, relative to 'whence'.\n  whence\n    The relative position to seek from.\n\nThe offset is interpreted relative to the position indicated by whence.\nValues for whence are:\n\n* os.SEEK_SET or 0 -- start of stream (the default); offset should be zero or positive\n* os.SEEK_CUR or 1 -- current stream position; offset may be negative\n* os.SEEK_END or 2 -- end of stream; offset is usually negative\n\nReturn the new absolute position.",
      () => {
        throw unsupported("seek");
      },
    ],
    tell: [nothing, "Return current stream position.", (self: Value) => call(getAttr(self, "seek"), 0, 1)],
    truncate: [
      "($self, size=None, /)",
      "Truncate file to size bytes.\n\nFile pointer is left unchanged. Size defaults to the current IO position\nas reported by tell(). Return the new size.",
      () => {
        throw unsupported("truncate");
      },
    ],
    flush: [
      nothing,
      "Flush write buffers, if applicable.\n\nThis is not implemented for read-only and non-blocking streams.",
      (self: Value) => checkClosed(self),
    ],
    close: [
      nothing,
      "Flush and close the IO object.\n\nThis method has no effect if the file is already closed.",
      close,
    ],
    seekable: [
      nothing,
      "Return whether object supports random access.\n\nIf False, seek(), tell() and truncate() will raise OSError.\nThis method may need to do a test seek().",
      () => false,
    ],
    readable: [
      nothing,
      "Return whether object was opened for reading.\n\nIf False, read() will raise OSError.",
      () => false,
    ],
    writable: [
      nothing,
      "Return whether object was opened for writing.\n\nIf False, write() will raise OSError.",
      () => false,
    ],
    _checkClosed: [hidden, undefined, (self: Value) => checkClosed(self)],
    _checkSeekable: [
      hidden,
      undefined,
      (self: Value) => {
        checkSeekable(self);
        return true;
      },
    ],
    _checkReadable: [
      hidden,
      undefined,
      (self: Value) => {
        checkReadable(self);
        return true;
      },
    ],
    _checkWritable: [
      hidden,
      undefined,
      (self: Value) => {
        checkWritable(self);
        return true;
      },
    ],
    fileno: [
      nothing,
      "Return underlying file descriptor if one exists.\n\nRaise OSError if the IO object does not use a file descriptor.",
      () => {
        throw unsupported("fileno");
      },
    ],
    isatty: [
      nothing,
      "Return whether this is an 'interactive' stream.\n\nReturn False if it can't be determined.",
      (self: Value) => {
        checkClosed(self);
        return false;
      },
    ],
    __enter__: [
      hidden,
      undefined,
      (self: Value) => {
        checkClosed(self);
        return self;
      },
    ],
    __exit__: [
      "~($self, /, *args)",
      undefined,
      (self: Value) => {
        call(getAttr(self, "close"));
      },
    ],
    readline: [
      "($self, size=-1, /)",
      "Read and return a line from the stream.\n\nIf size is specified, at most size bytes will be read.\n\nThe line terminator is always b'\\n' for binary files; for text\nfiles, the newlines argument to open can be used to select the line\nterminator(s) recognized.",
      readline,
    ],
    readlines: [
      "($self, hint=-1, /)",
      "Return a list of lines from the stream.\n\nhint can be specified to control the number of lines read: no more\nlines will be read if the total size (in bytes/characters) of all\nlines so far exceeds hint.",
      readlines,
    ],
    writelines: [
      "($self, lines, /)",
      "Write a list of lines to stream.\n\nLine separators are not added, so it is usual for each of the\nlines provided to have a line separator at the end.",
      writelines,
    ],
  },
  getset: {
    closed: [(self) => (self instanceof PyIOBase ? self.ioClosed : lookupAttr(self, "__IOBase_closed") !== undefined)],
    __dict__: [(self) => instanceDict(self) as Value],
  },
});

/** What only a subclass can do. */
function notImplemented(): never {
  throw new PyError(newException(EXCEPTIONS.NotImplementedError));
}

/** RawIOBase.read through readinto. */
function rawRead(self: Value, size: Value): Value {
  const count = sizeArgument(size);
  if (count < 0) return call(getAttr(self, "readall"));
  const buffer = new PyByteArray(new Uint8Array(count));
  const result = call(getAttr(self, "readinto"), buffer);
  if (result === NONE) return NONE;
  return new PyBytes(buffer.bytes.slice(0, Number(toIndex(result))));
}

function readAll(self: Value): Value {
  const parts: Uint8Array[] = [];
  for (;;) {
    const data = call(getAttr(self, "read"), DEFAULT_BUFFER_SIZE);
    if (data === NONE && parts.length === 0) return NONE;
    if (data === NONE) break;
    if (!(data instanceof PyBytes)) throw typeError("read() should return bytes");
    if (data.bytes.length === 0) break;
    parts.push(data.bytes);
  }
  return new PyBytes(joinBytes(parts));
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export const RAW_IO_BASE = defineType<PyIOBase>("_io._RawIOBase", {
  doc: "Base class for raw binary I/O.",
  base: IO_BASE,
  traits: { basetype: true },
  methods: {
    read: ["($self, size=-1, /)", undefined, rawRead],
    readall: [nothing, "Read until EOF, using multiple read() call.", readAll],
    readinto: ["~($self, buffer, /)", undefined, notImplemented],
    write: ["~($self, data, /)", undefined, notImplemented],
  },
});

function readInto(method: "read" | "read1") {
  return (self: Value, buffer: Value): Value => {
    const target = getWritableBuffer(buffer);
    const data = call(getAttr(self, method), target.length);
    const bytes = getBuffer(data);
    if (bytes.length > target.length) {
      throw valueError(`read() returned too much data: ${target.length} bytes requested, ${bytes.length} returned`);
    }
    target.set(bytes);
    return bytes.length;
  };
}

export const BUFFERED_IO_BASE = defineType<PyIOBase>("_io._BufferedIOBase", {
  doc: "Base class for buffered IO objects.\n\nThe main difference with RawIOBase is that the read() method\nsupports omitting the size argument, and does not have a default\nimplementation that defers to readinto().\n\nIn addition, read(), readinto() and write() may raise\nBlockingIOError if the underlying raw stream is in non-blocking\nmode and not ready; unlike their raw counterparts, they will never\nreturn None.\n\nA typical implementation should not inherit from a RawIOBase\nimplementation, but wrap one.\n",
  base: IO_BASE,
  traits: { basetype: true },
  methods: {
    detach: [
      nothing,
      "Disconnect this buffer from its underlying raw stream and return it.\n\nAfter the raw stream has been detached, the buffer is in an unusable\nstate.",
      () => {
        throw unsupported("detach");
      },
    ],
    read: [
      "($self, size=-1, /)",
      "Read and return up to n bytes.\n\nIf the size argument is omitted, None, or negative, read and\nreturn all data until EOF.\n\nIf the size argument is positive, and the underlying raw stream is\nnot 'interactive', multiple raw reads may be issued to satisfy\nthe byte count (unless EOF is reached first).\nHowever, for interactive raw streams (as well as sockets and pipes),\nat most one raw read will be issued, and a short result does not\nimply that EOF is imminent.\n\nReturn an empty bytes object on EOF.\n\nReturn None if the underlying raw stream was open in non-blocking\nmode and no data is available at the moment.",
      () => {
        throw unsupported("read");
      },
    ],
    read1: [
      "($self, size=-1, /)",
      "Read and return up to size bytes, with at most one read() call to the underlying raw stream.\n\nReturn an empty bytes object on EOF.\nA short result does not imply that EOF is imminent.",
      () => {
        throw unsupported("read1");
      },
    ],
    readinto: ["($self, buffer, /)", undefined, readInto("read")],
    readinto1: ["($self, buffer, /)", undefined, readInto("read1")],
    write: [
      "($self, b, /)",
      "Write buffer b to the IO stream.\n\nReturn the number of bytes written, which is always\nthe length of b in bytes.\n\nRaise BlockingIOError if the buffer is full and the\nunderlying raw stream cannot accept more data at the moment.",
      () => {
        throw unsupported("write");
      },
    ],
  },
});

export const TEXT_IO_BASE = defineType<PyIOBase>("_io._TextIOBase", {
  doc: "Base class for text I/O.\n\nThis class provides a character and line based interface to stream\nI/O. There is no readinto method because Python's character strings\nare immutable.\n",
  base: IO_BASE,
  traits: { basetype: true },
  methods: {
    detach: [
      nothing,
      "Separate the underlying buffer from the TextIOBase and return it.\n\nAfter the underlying buffer has been detached, the TextIO is in an unusable state.",
      () => {
        throw unsupported("detach");
      },
    ],
    read: [
      "($self, size=-1, /)",
      "Read at most size characters from stream.\n\nRead from underlying buffer until we have size characters or we hit EOF.\nIf size is negative or omitted, read until EOF.",
      () => {
        throw unsupported("read");
      },
    ],
    readline: [
      "($self, size=-1, /)",
      "Read until newline or EOF.\n\nReturn an empty string if EOF is hit immediately.\nIf size is specified, at most size characters will be read.",
      () => {
        throw unsupported("readline");
      },
    ],
    write: [
      "($self, s, /)",
      "Write string s to stream.\n\nReturn the number of characters written\n(which is always equal to the length of the string).",
      () => {
        throw unsupported("write");
      },
    ],
  },
  getset: {
    encoding: [() => NONE, undefined, "Encoding of the text stream.\n\nSubclasses should override.\n"],
    newlines: [
      () => NONE,
      undefined,
      "Line endings translated so far.\n\nOnly line endings translated during reading are considered.\n\nSubclasses should override.\n",
    ],
    errors: [() => NONE, undefined, "The error setting of the decoder or encoder.\n\nSubclasses should override.\n"],
  },
});

/** Is this an exact instance of `type`, so that its own methods can be used without lookup? */
export function isExactly(value: Value, type: PyType): boolean {
  return typeof value === "object" && value.cls === type;
}
