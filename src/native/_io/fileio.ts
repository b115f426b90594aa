/**
 * FileIO: a file descriptor as a raw stream (CPython Modules/_io/fileio.c).
 */

import {
  O_APPEND,
  O_CLOEXEC,
  O_CREAT,
  O_EXCL,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
  S_IFDIR,
  S_IFMT,
  S_IFREG,
} from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { call } from "../../objects/kernel/call.ts";
import { isInstance, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { jsString, PyBytes, strFromJs } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { PyError, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { getBuffer, writableArgument } from "../../objects/types/buffer.ts";
import { osError } from "../../objects/types/exceptions/os_error.ts";
import { BRIEFLY, forgetObject, noteObject } from "../../vm/heap/lifetimes.ts";
import { pathArgument, system } from "../posix/paths.ts";
import { closeDescriptor, readWhenReady, writeWhenReady } from "../posix/waiting.ts";
import {
  DEFAULT_BUFFER_SIZE,
  joinBytes,
  NOT_PICKLED,
  PyIOBase,
  RAW_IO_BASE,
  sizeArgument,
  unsupported,
} from "./iobase.ts";

export class PyFileIO extends PyIOBase {
  fd = -1;
  created = false;
  readable = false;
  writable = false;
  appending = false;
  closeFd = true;
  /** Undefined until asked. */
  seekable: boolean | undefined = undefined;
  blockSize = DEFAULT_BUFFER_SIZE;

  constructor(cls: PyType = FILE_IO) {
    super(cls);
  }
}

function closedError(): PyError {
  return valueError("I/O operation on closed file");
}

function requireOpen(self: PyFileIO): number {
  if (self.fd < 0) throw closedError();
  return self.fd;
}

/** Take the mode apart; ValueErrors are CPython's. Gives the flags for open. */
function parseMode(self: PyFileIO, mode: string): number {
  let plus = false;
  let seen = 0;
  let flags = 0;
  const bad = (): PyError => valueError("Must have exactly one of create/read/write/append mode and at most one plus");
  for (const c of mode) {
    if (c === "b") continue;
    if (c === "+") {
      if (plus) throw bad();
      plus = true;
      continue;
    }
    if (!"xrwa".includes(c)) throw valueError(`invalid mode: ${mode}`);
    if (seen++ > 0) throw bad();
    if (c === "r") self.readable = true;
    else self.writable = true;
    if (c === "x") flags |= O_EXCL | O_CREAT;
    if (c === "w") flags |= O_CREAT | O_TRUNC;
    if (c === "a") flags |= O_APPEND | O_CREAT;
    self.created = c === "x";
    self.appending = c === "a";
  }
  if (seen === 0) throw bad();
  if (plus) {
    self.readable = true;
    self.writable = true;
    return flags | O_RDWR;
  }
  return self.readable ? flags : flags | O_WRONLY;
}

function initialize(self: PyFileIO, file: Value, mode: Value, closefd: Value, opener: Value): void {
  if (self.fd >= 0 && self.closeFd) closeOwn(self);
  self.fd = -1;
  self.readable = false;
  self.writable = false;
  self.seekable = undefined;
  const modeText = jsString(mode);
  if (modeText === undefined) throw typeError(`FileIO() argument 'mode' must be str, not ${typeName(mode)}`);
  if (typeof file === "object" && isInstance(file, EXCEPTIONS.BaseException))
    throw typeError("expected str, bytes or os.PathLike object");
  const given = isDescriptor(file) ? descriptorArgument(file) : -1;
  const flags = parseMode(self, modeText) | O_CLOEXEC;
  self.closeFd = isTrue(closefd);
  audit("open", file, mode, flags);
  if (given >= 0) self.fd = given;
  else openFile(self, file, flags, opener);
  checkOpened(self, file, given >= 0);
  noteObject(self, true, BRIEFLY);
  self["$name"] = file;
  if (self.dict !== undefined) self.dict.set("name", file);
  if (self.appending) system(() => host().files.lseek(self.fd, 0, 2));
}

/** An int that no descriptor can be is taken for a name of the wrong type. */
function descriptorArgument(file: Value): number {
  const fd = suppress(EXCEPTIONS.OverflowError, () => intArgument(file));
  if (fd === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(file)}`);
  if (fd < 0) throw valueError("negative file descriptor");
  return fd;
}

function isDescriptor(file: Value): boolean {
  return (
    typeof file === "number" ||
    typeof file === "boolean" ||
    (typeof file === "object" && typeOf(file).slots.__index__ !== undefined)
  );
}

function openFile(self: PyFileIO, file: Value, flags: number, opener: Value): void {
  if (!self.closeFd) throw valueError("Cannot use closefd=False with file name");
  const path = pathArgument(file, "open", "path");
  if (opener === NONE) {
    self.fd = system(() => host().files.open(path.host, flags, 0o666), path.shown);
    return;
  }
  const result = call(opener, file, flags);
  if (typeOf(result).slots.__index__ === undefined) throw typeError("expected integer from opener");
  self.fd = Number(toIndex(result));
  if (self.fd < 0) throw valueError(`opener returned ${self.fd}`);
}

/** A folder is no file; the block size decides how much is buffered. */
function checkOpened(self: PyFileIO, file: Value, given: boolean): void {
  const stat = system(() => host().files.fstat(self.fd), given ? self.fd : file);
  if ((stat.mode & S_IFMT) === S_IFDIR) {
    if (!given) closeOwn(self);
    self.fd = -1;
    throw osError(21, "Is a directory", file);
  }
  if (stat.blksize > 1) self.blockSize = stat.blksize;
}

function closeOwn(self: PyFileIO): void {
  forgetObject(self);
  const { fd } = self;
  self.fd = -1;
  system(() => closeDescriptor(fd));
}

function close(self: PyFileIO): void {
  self.ioClosed = true;
  if (!self.closeFd) self.fd = -1;
  else if (self.fd >= 0) closeOwn(self);
}

export function isSeekable(self: PyFileIO): boolean {
  const fd = requireOpen(self);
  if (self.seekable === undefined) {
    try {
      host().files.lseek(fd, 0, 1);
      self.seekable = true;
    } catch {
      self.seekable = false;
    }
  }
  return self.seekable;
}

function requireReadable(self: PyFileIO): number {
  const fd = requireOpen(self);
  if (!self.readable) throw unsupported("File not open for reading");
  return fd;
}

/** Read once into `target`; undefined if the read would block. */
export function readRaw(self: PyFileIO, target: Uint8Array): number | undefined {
  const fd = requireReadable(self);
  return wouldBlock(() => readWhenReady(fd, target));
}

/** Write once; undefined if the write would block. */
export function writeRaw(self: PyFileIO, data: Uint8Array): number | undefined {
  const fd = requireOpen(self);
  if (!self.writable) throw unsupported("File not open for writing");
  const count = wouldBlock(() => writeWhenReady(fd, data));
  return count === undefined || count === data.length || !isRegular(fd) ? count : writeRest(fd, data, count);
}

/**
 * A disk takes less than all when it is full, or a limit is reached. The rest is tried, so that this is said now: importlib
 * does not look at the count (CPython's does since 3.12.8), and would leave a cut cache file that nobody can load.
 */
function writeRest(fd: number, data: Uint8Array, written: number): number {
  let count = written;
  while (count < data.length) count += system(() => host().files.write(fd, data.subarray(count)));
  return count;
}

function isRegular(fd: number): boolean {
  return (host().files.fstat(fd).mode & S_IFMT) === S_IFREG;
}

function wouldBlock(act: () => number): number | undefined {
  try {
    return system(act);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.BlockingIOError)) return undefined;
    throw error;
  }
}

function read(self: PyFileIO, size: Value): Value {
  requireReadable(self);
  const wanted = sizeArgument(size);
  if (wanted < 0) return readAll(self);
  const target = new Uint8Array(wanted);
  const count = readRaw(self, target);
  return count === undefined ? NONE : new PyBytes(count === wanted ? target : target.slice(0, count));
}

function readAll(self: PyFileIO): Value {
  const fd = requireReadable(self);
  let guess = DEFAULT_BUFFER_SIZE;
  try {
    guess = Math.max(host().files.fstat(fd).size - host().files.lseek(fd, 0, 1) + 1, DEFAULT_BUFFER_SIZE);
  } catch {
    // A pipe has neither size nor position.
  }
  const parts: Uint8Array[] = [];
  for (;;) {
    const target = new Uint8Array(guess);
    const count = readRaw(self, target);
    if (count === undefined && parts.length === 0) return NONE;
    if (!count) break;
    parts.push(target.subarray(0, count));
  }
  return new PyBytes(joinBytes(parts));
}

export function seekRaw(self: PyFileIO, offset: number, whence: number): number {
  const fd = requireOpen(self);
  return system(() => host().files.lseek(fd, offset, whence));
}

function truncate(self: PyFileIO, size: Value): Value {
  const fd = requireOpen(self);
  if (!self.writable) throw unsupported("File not open for writing");
  const length = size === NONE ? seekRaw(self, 0, 1) : toSsize(size, "OverflowError");
  system(() => host().files.ftruncate(fd, length));
  return length;
}

function modeText(self: PyFileIO): string {
  if (self.created) return self.readable ? "xb+" : "xb";
  if (self.appending) return self.readable ? "ab+" : "ab";
  if (self.readable) return self.writable ? "rb+" : "rb";
  return "wb";
}

function repr(self: PyFileIO): string {
  const type = `_io.${self.cls.name}`;
  if (self.fd < 0) return `<${type} [closed]>`;
  const closefd = self.closeFd ? "True" : "False";
  const name = self.dict === undefined ? self["$name"] : self.dict.get("name");
  if (name === undefined) return `<${type} fd=${self.fd} mode='${modeText(self)}' closefd=${closefd}>`;
  return `<${type} name=${reprText(name)} mode='${modeText(self)}' closefd=${closefd}>`;
}

const nothing = "($self, /)";

/** A file that nobody has any more was left open; `source` is the stream that the program had. */
export function warnUnclosed(self: PyFileIO, source: Value): void {
  if (self.fd < 0 || !self.closeFd) return;
  try {
    hooks.warn(EXCEPTIONS.ResourceWarning, strFromJs(`unclosed file ${reprText(source)}`), 1, source);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    hooks.unraisable(error.exception, undefined, source);
  }
}

export const FILE_IO = defineType<PyFileIO>("_io.FileIO", {
  doc: "Open a file.\n\nThe mode can be 'r' (default), 'w', 'x' or 'a' for reading,\nwriting, exclusive creation or appending.  The file will be created if it\ndoesn't exist when opened for writing or appending; it will be truncated\nwhen opened for writing.  A FileExistsError will be raised if it already\nexists when opened for creating. Opening a file for creating implies\nwriting so this mode behaves in a similar way to 'w'.Add a '+' to the mode\nto allow simultaneous reading and writing. A custom opener can be used by\npassing a callable as *opener*. The underlying file descriptor for the file\nobject is then obtained by calling opener with (*name*, *flags*).\n*opener* must return an open file descriptor (passing os.open as *opener*\nresults in functionality similar to passing None).",
  base: RAW_IO_BASE,
  traits: { basetype: true },
  allocate: (cls) => new PyFileIO(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyFileIO(cls)],
  initialize: ["($self, /, file, mode='r', closefd=True, opener=None)", initialize],
  slots: { __repr__: repr },
  methods: {
    read: [
      "($self, size=-1, /)",
      "Read at most size bytes, returned as bytes.\n\nOnly makes one system call, so less data may be returned than requested.\nIn non-blocking mode, returns None if no data is available.\nReturn an empty bytes object at EOF.",
      read,
    ],
    readall: [
      nothing,
      "Read all data from the file, returned as bytes.\n\nIn non-blocking mode, returns as much as is immediately available,\nor None if no data is available.  Return an empty bytes object at EOF.",
      readAll,
    ],
    readinto: [
      "($self, buffer, /)",
      "Same as RawIOBase.readinto().",
      (self: PyFileIO, buffer: Value) => readRaw(self, writableArgument(buffer, "readinto")) ?? NONE,
    ],
    write: [
      "($self, b, /)",
      "Write buffer b to file, return number of bytes written.\n\nOnly makes one system call, so not all of the data may be written.\nThe number of bytes actually written is returned.  In non-blocking mode,\nreturns None if the write would block.",
      (self: PyFileIO, data: Value) => writeRaw(self, getBuffer(data)) ?? NONE,
    ],
    seek: [
      "($self, pos, whence=0, /)",
      "Move to new file position and return the file position.\n\nArgument offset is a byte count.  Optional argument whence defaults to\nSEEK_SET or 0 (offset from start of file, offset should be >= 0); other values\nare SEEK_CUR or 1 (move relative to current position, positive or negative),\nand SEEK_END or 2 (move relative to end of file, usually negative, although\nmany platforms allow seeking beyond the end of a file).\n\nNote that not all file objects are seekable.",
      (self: PyFileIO, position: Value, whence: Value) => {
        requireOpen(self);
        if (typeName(position) === "float") throw typeError("an integer is required");
        return seekRaw(self, toSsize(position, "OverflowError"), Number(toIndex(whence)));
      },
    ],
    tell: [
      nothing,
      "Current file position.\n\nCan raise OSError for non seekable files.",
      (self: PyFileIO) => seekRaw(self, 0, 1),
    ],
    truncate: [
      "($self, size=None, /)",
      "Truncate the file to at most size bytes and return the truncated size.\n\nSize defaults to the current file position, as returned by tell().\nThe current file position is changed to the value of size.",
      truncate,
    ],
    close: [
      nothing,
      "Close the file.\n\nA closed file cannot be used for further I/O operations.  close() may be\ncalled more than once without error.",
      close,
    ],
    seekable: [nothing, "True if file supports random-access.", isSeekable],
    readable: [
      nothing,
      "True if file was opened in a read mode.",
      (self: PyFileIO) => requireOpen(self) >= 0 && self.readable,
    ],
    writable: [
      nothing,
      "True if file was opened in a write mode.",
      (self: PyFileIO) => requireOpen(self) >= 0 && self.writable,
    ],
    fileno: [nothing, "Return the underlying file descriptor (an integer).", requireOpen],
    isatty: [
      nothing,
      "True if the file is connected to a TTY device.",
      (self: PyFileIO) => host().files.isatty(requireOpen(self)),
    ],
    _dealloc_warn: ["~($self, source, /)", undefined, warnUnclosed],
    ...NOT_PICKLED,
  },
  members: {
    _blksize: [(self) => self.blockSize],
    _finalizing: [() => false],
  },
  getset: {
    closed: [(self) => self.fd < 0, undefined, "True if the file is closed"],
    closefd: [(self) => self.closeFd, undefined, "True if the file descriptor will be closed by close()."],
    mode: [modeText, undefined, "String giving the file mode"],
  },
});
