/**
 * BufferedReader, BufferedWriter and BufferedRandom (CPython Modules/_io/bufferedio.c).
 *
 * Invariant: at most one of "bytes read ahead" (`data` from `position` to `end`) and "bytes to write"
 * (`pending`) is non-empty. The raw stream stands after what was read ahead, and before what is pending.
 */
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { PyByteArray, PyBytes } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { newException, PyError, raise, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { getBuffer, writableArgument } from "../../objects/types/buffer.ts";
import { basicSize } from "../../objects/types/type-layouts.ts";
import { BRIEFLY, noteObject } from "../../vm/heap/lifetimes.ts";
import { nextMayWait } from "../../vm/scheduler/parking.ts";
import { FILE_IO, isSeekable, type PyFileIO, readRaw, seekRaw, writeRaw } from "./fileio.ts";
import {
  BUFFERED_IO_BASE,
  checkReadable,
  checkSeekable,
  checkWritable,
  DEFAULT_BUFFER_SIZE,
  isExactly,
  joinBytes,
  NOT_PICKLED,
  PyIOBase,
  sizeArgument,
  unsupported,
} from "./iobase.ts";
import { holdUnwritten, releaseWritten } from "./unwritten.ts";

export class PyBuffered extends PyIOBase {
  /** Undefined before `__init__` and after `detach`. */
  raw: Value | undefined = undefined;
  detached = false;
  bufferSize = DEFAULT_BUFFER_SIZE;
  /** Bytes read ahead: `data[position..end]`. */
  data = new Uint8Array(0);
  position = 0;
  end = 0;
  /** Bytes written but not yet given to the raw stream. */
  pending: Uint8Array[] = [];
  pendingLength = 0;
}

function rawOf(self: PyBuffered): Value {
  if (self.raw !== undefined) return self.raw;
  throw valueError(self.detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
}

function isClosed(self: PyBuffered): boolean {
  const raw = rawOf(self);
  if (isExactly(raw, FILE_IO)) return (raw as PyFileIO).fd < 0;
  return getAttr(raw, "closed") === true;
}

function requireOpen(self: PyBuffered, what: string): Value {
  const raw = rawOf(self);
  if (isClosed(self)) throw valueError(`${what} closed file`);
  return raw;
}

function available(self: PyBuffered): number {
  return self.end - self.position;
}

/** Read once from the raw stream; undefined if it would block. */
function readOnce(self: PyBuffered, target: Uint8Array): number | undefined {
  const raw = rawOf(self);
  if (isExactly(raw, FILE_IO)) return readRaw(raw as PyFileIO, target);
  const holder = new PyByteArray(target);
  const result = call(getAttr(raw, "readinto"), holder);
  return result === NONE ? undefined : checkedCount(result, target.length);
}

function checkedCount(result: Value, room: number): number {
  const count = Number(toIndex(result));
  if (count < 0 || count > room) {
    throw raise("OSError", `raw readinto() returned invalid length ${count} (should have been between 0 and ${room})`);
  }
  return count;
}

/** Fill the empty buffer by one raw read; what came, undefined if it would block. */
function fill(self: PyBuffered): number | undefined {
  if (self.data.length < self.bufferSize) self.data = new Uint8Array(self.bufferSize);
  self.position = 0;
  self.end = 0;
  const count = readOnce(self, self.data);
  self.end = count ?? 0;
  return count;
}

/** May a read from the raw stream have to wait, in a builtin that can be left meanwhile? */
function mustGather(self: PyBuffered): boolean {
  const raw = rawOf(self);
  return hooks.mayLeave() && !(isExactly(raw, FILE_IO) && isSeekable(raw as PyFileIO));
}

/** Read ahead until there is enough, taking nothing: whoever is left in here loses nothing by it. */
function gather(self: PyBuffered, isEnough: () => boolean): void {
  if (!mustGather(self)) return;
  while (!isEnough()) {
    const room = self.bufferSize;
    if (self.position > 0 || self.data.length < self.end + room) {
      const data = new Uint8Array(Math.max(self.data.length, 2 * available(self), room) + room);
      data.set(self.data.subarray(self.position, self.end));
      self.end -= self.position;
      self.position = 0;
      self.data = data;
    }
    const raw = rawOf(self);
    const count = isExactly(raw, FILE_IO)
      ? readRaw(raw as PyFileIO, self.data.subarray(self.end, self.end + room))
      : gatherFromPython(self, raw, room);
    if (!count) return;
    self.end += count;
  }
}

function gatherFromPython(self: PyBuffered, raw: Value, room: number): number {
  const { result, args } = hooks.callWaiting(getAttr(raw, "readinto"), () => [new PyByteArray(new Uint8Array(room))]);
  if (result === NONE) return 0;
  const count = checkedCount(result, room);
  self.data.set((args[0] as PyByteArray).bytes.subarray(0, count), self.end);
  return count;
}

const hasLine = (self: PyBuffered, limit: number) => (): boolean =>
  (limit >= 0 && available(self) >= limit) || self.data.subarray(0, self.end).indexOf(10, self.position) >= 0;

function takeBuffered(self: PyBuffered, count: number): Uint8Array {
  const taken = self.data.slice(self.position, self.position + count);
  self.position += taken.length;
  return taken;
}

function readAll(self: PyBuffered): Value {
  const raw = rawOf(self);
  const parts = [takeBuffered(self, available(self))];
  const readall = lookupAttr(raw, "readall");
  if (readall !== undefined) {
    const rest = call(readall);
    if (rest === NONE) return parts[0].length > 0 ? new PyBytes(parts[0]) : NONE;
    if (!(rest instanceof PyBytes)) throw typeError("readall() should return bytes");
    return new PyBytes(joinBytes([...parts, rest.bytes]));
  }
  for (;;) {
    const rest = call(getAttr(raw, "read"));
    if (rest === NONE && parts.every((part) => part.length === 0)) return NONE;
    if (rest === NONE) return new PyBytes(joinBytes(parts));
    if (!(rest instanceof PyBytes)) throw typeError("read() should return bytes");
    if (rest.bytes.length === 0) return new PyBytes(joinBytes(parts));
    parts.push(rest.bytes);
  }
}

/** Up to `count` bytes, fewer only at the end or where the raw stream would block (then possibly None). */
function readCount(self: PyBuffered, count: number): Value {
  if (count <= available(self)) return new PyBytes(takeBuffered(self, count));
  const parts = [takeBuffered(self, available(self))];
  let missing = count - parts[0].length;
  while (missing > 0) {
    // Large requests go straight to the result; the rest through the buffer.
    const direct = missing >= self.bufferSize ? new Uint8Array(missing - (missing % self.bufferSize)) : undefined;
    const got = direct === undefined ? fill(self) : readOnce(self, direct);
    if (got === undefined && parts.every((part) => part.length === 0)) return NONE;
    if (!got) break;
    const part = direct === undefined ? takeBuffered(self, Math.min(missing, got)) : direct.subarray(0, got);
    parts.push(part);
    missing -= part.length;
  }
  return new PyBytes(joinBytes(parts));
}

function read(self: PyBuffered, size: Value): Value {
  const count = sizeArgument(size);
  if (count < 0 && size !== NONE && Number(toIndex(size)) < -1)
    throw valueError("read length must be non-negative or -1");
  requireOpen(self, "read of");
  flushPending(self);
  gather(self, () => count >= 0 && available(self) >= count);
  return count < 0 ? readAll(self) : readCount(self, count);
}

function read1(self: PyBuffered, size: Value): Value {
  const wanted = sizeArgument(size);
  requireOpen(self, "read of");
  flushPending(self);
  const count = wanted < 0 ? self.bufferSize : wanted;
  if (count === 0) return new PyBytes(new Uint8Array(0));
  gather(self, () => available(self) > 0);
  if (available(self) > 0) return new PyBytes(takeBuffered(self, Math.min(count, available(self))));
  const target = new Uint8Array(count);
  const got = readOnce(self, target) ?? 0;
  return new PyBytes(target.slice(0, got));
}

function readInto(self: PyBuffered, buffer: Value, once: boolean): Value {
  const target = writableArgument(buffer, once ? "readinto1" : "readinto");
  requireOpen(self, "readinto of");
  flushPending(self);
  gather(self, () => available(self) >= (once ? Math.min(1, target.length) : target.length));
  let written = 0;
  while (written < target.length) {
    if (available(self) === 0) {
      if (once && written > 0) break;
      const got = fill(self);
      if (got === undefined && written === 0) return NONE;
      if (!got) break;
    }
    const part = takeBuffered(self, Math.min(target.length - written, available(self)));
    target.set(part, written);
    written += part.length;
    if (once) break;
  }
  return written;
}

function peek(self: PyBuffered): Value {
  requireOpen(self, "peek of");
  flushPending(self);
  gather(self, () => available(self) > 0);
  if (available(self) === 0) fill(self);
  return new PyBytes(self.data.slice(self.position, self.end));
}

function takeLine(self: PyBuffered, limit: number): Uint8Array {
  gather(self, hasLine(self, limit));
  const parts: Uint8Array[] = [];
  let length = 0;
  while (limit < 0 || length < limit) {
    if (available(self) === 0 && !fill(self)) break;
    const newline = self.data.subarray(0, self.end).indexOf(10, self.position);
    let count = newline < 0 ? available(self) : newline + 1 - self.position;
    if (limit >= 0) count = Math.min(count, limit - length);
    parts.push(takeBuffered(self, count));
    length += count;
    if (newline >= 0) break;
  }
  return joinBytes(parts);
}

function readline(self: PyBuffered, size: Value): Value {
  const limit = sizeArgument(size);
  requireOpen(self, "readline of");
  flushPending(self);
  return new PyBytes(takeLine(self, limit));
}

/** Give all pending bytes to the raw stream. BlockingIOError if it takes no more. */
export function flushPending(self: PyBuffered): void {
  if (self.pendingLength === 0) return;
  const raw = rawOf(self);
  let data = joinBytes(self.pending);
  self.pending = [];
  self.pendingLength = 0;
  const keep = (): void => {
    self.pending = [data];
    self.pendingLength = data.length;
  };
  while (data.length > 0) {
    let count: number | undefined;
    try {
      count = isExactly(raw, FILE_IO) ? writeRaw(raw as PyFileIO, data) : writeOnce(raw, data);
    } catch (error) {
      keep();
      throw error;
    }
    if (count === undefined) {
      keep();
      throw blocked("write could not complete without blocking", 0);
    }
    data = data.subarray(count);
  }
  releaseWritten(self);
}

function writeOnce(raw: Value, data: Uint8Array): number | undefined {
  const result = call(getAttr(raw, "write"), new PyBytes(data.slice()));
  if (result === NONE) return undefined;
  const count = Number(toIndex(result));
  if (count < 0 || count > data.length) {
    throw raise(
      "OSError",
      `raw write() returned invalid length ${count} (should have been between 0 and ${data.length})`,
    );
  }
  return count;
}

function blocked(message: string, written: number): PyError {
  const exception = newException(EXCEPTIONS.BlockingIOError, 11, message, written);
  exception.fields = { errno: 11, strerror: message, characters_written: written };
  return new PyError(exception);
}

/** Forget what was read ahead, so that the raw stream stands where the reader does. */
function dropReadAhead(self: PyBuffered): void {
  const ahead = available(self);
  self.position = 0;
  self.end = 0;
  if (ahead > 0) rawSeek(self, -ahead, 1);
}

function rawSeek(self: PyBuffered, offset: number, whence: number): number {
  const raw = rawOf(self);
  if (isExactly(raw, FILE_IO)) return seekRaw(raw as PyFileIO, offset, whence);
  return Number(toIndex(call(getAttr(raw, "seek"), offset, whence)));
}

function write(self: PyBuffered, value: Value): number {
  const data = getBuffer(value);
  requireOpen(self, "write to");
  dropReadAhead(self);
  if (self.pendingLength + data.length > self.bufferSize) {
    flushPending(self);
  }
  if (self.pendingLength === 0) holdUnwritten(self);
  self.pending.push(data.slice());
  self.pendingLength += data.length;
  if (self.pendingLength >= self.bufferSize) flushPending(self);
  return data.length;
}

function flush(self: PyBuffered): void {
  requireOpen(self, "flush of");
  flushPending(self);
}

function flushRandom(self: PyBuffered): void {
  flush(self);
  if (available(self) > 0) dropReadAhead(self);
}

function tell(self: PyBuffered): number {
  const raw = rawOf(self);
  const at = isExactly(raw, FILE_IO) ? seekRaw(raw as PyFileIO, 0, 1) : Number(toIndex(call(getAttr(raw, "tell"))));
  if (at < 0) throw raise("OSError", `Raw stream returned invalid position ${at}`);
  return Math.max(0, at - available(self) + self.pendingLength);
}

function seek(self: PyBuffered, offset: Value, whence: Value): number {
  const mode = Number(toIndex(whence));
  if (mode < 0 || mode > 4) throw valueError(`whence value ${mode} unsupported`);
  const raw = requireOpen(self, "seek of");
  checkSeekable(raw);
  let target = toSsize(offset, "OverflowError");
  if (mode !== 2 && available(self) > 0) {
    // A move inside what was read ahead costs no system call.
    const delta = mode === 1 ? target : target - tell(self);
    if (delta >= -self.position && delta <= available(self)) {
      self.position += delta;
      return tell(self);
    }
  }
  flushPending(self);
  if (mode === 1) target -= available(self);
  self.position = 0;
  self.end = 0;
  return rawSeek(self, target, mode);
}

function truncate(self: PyBuffered, size: Value): Value {
  const raw = requireOpen(self, "truncate of");
  if (call(getAttr(raw, "writable")) !== true) throw unsupported("truncate");
  flushPending(self);
  return call(getAttr(raw, "truncate"), size === NONE ? tell(self) : size);
}

function close(self: PyBuffered): void {
  const raw = rawOf(self);
  if (isClosed(self)) return;
  try {
    call(getAttr(self, "flush"));
  } finally {
    call(getAttr(raw, "close"));
  }
}

function detach(self: PyBuffered): Value {
  const raw = rawOf(self);
  call(getAttr(self, "flush"));
  self.raw = undefined;
  self.detached = true;
  return raw;
}

function repr(self: PyBuffered): string {
  const name = lookupAttr(self, "name");
  return name === undefined ? `<${typeName(self)}>` : `<${typeName(self)} name=${reprText(name)}>`;
}

function initialize(self: PyBuffered, raw: Value, size: Value | undefined): void {
  const wanted = size === undefined ? DEFAULT_BUFFER_SIZE : toSsize(size, "OverflowError");
  if (wanted <= 0) throw valueError("buffer size must be strictly positive");
  self.raw = raw;
  noteObject(self, true, BRIEFLY);
  self.detached = false;
  self.bufferSize = wanted;
  self.position = 0;
  self.end = 0;
  self.pending = [];
  self.pendingLength = 0;
}

function deallocWarn(self: PyBuffered, source: Value): void {
  if (self.raw !== undefined) suppress(EXCEPTIONS.Exception, () => call(getAttr(rawOf(self), "_dealloc_warn"), source));
}

const nothing = "($self, /)";
const INIT = "($self, /, raw, buffer_size=DEFAULT_BUFFER_SIZE)";
const ask = (name: string): MethodRow => [nothing, undefined, (self: PyBuffered) => call(getAttr(rawOf(self), name))];

const common: Record<string, MethodRow> = {
  detach: [nothing, undefined, detach],
  close: [nothing, undefined, close],
  seekable: ask("seekable"),
  fileno: ask("fileno"),
  isatty: ask("isatty"),
  tell: [nothing, undefined, (self: PyBuffered) => tell(self)],
  seek: ["($self, target, whence=0, /)", undefined, seek],
  truncate: ["($self, pos=None, /)", undefined, truncate],
  _dealloc_warn: ["($self, source, /)", undefined, deallocWarn],
  __sizeof__: [nothing, undefined, (self: PyBuffered) => basicSize(self.cls) + self.bufferSize],
  ...NOT_PICKLED,
};

const reading: Record<string, MethodRow> = {
  read: ["($self, size=-1, /)", undefined, mayWait(read)],
  read1: ["($self, size=-1, /)", undefined, mayWait(read1)],
  readinto: [
    "($self, buffer, /)",
    undefined,
    mayWait((self: PyBuffered, buffer: Value) => readInto(self, buffer, false)),
  ],
  readinto1: [
    "($self, buffer, /)",
    undefined,
    mayWait((self: PyBuffered, buffer: Value) => readInto(self, buffer, true)),
  ],
  peek: ["($self, size=0, /)", undefined, mayWait(peek)],
  readline: ["($self, size=-1, /)", undefined, mayWait(readline)],
};

const members = {
  raw: [(self: PyBuffered): Value => self.raw ?? NONE] as const,
  _finalizing: [() => false] as const,
};

const getset = {
  closed: [(self: PyBuffered): Value => isClosed(self)] as const,
  name: [(self: PyBuffered): Value => getAttr(rawOf(self), "name")] as const,
  mode: [(self: PyBuffered): Value => getAttr(rawOf(self), "mode")] as const,
};

function nextLine(self: PyBuffered): Value | undefined {
  if (getAttr(self.cls, "readline") !== getAttr(BUFFERED_READER, "readline") && self.cls !== BUFFERED_RANDOM) {
    const line = call(getAttr(self, "readline"));
    return line instanceof PyBytes && line.bytes.length === 0 ? undefined : line;
  }
  requireOpen(self, "readline of");
  flushPending(self);
  const line = nextMayWait(self, () => takeLine(self, -1));
  return line.length === 0 ? undefined : new PyBytes(line);
}

const make = (cls: PyType): PyBuffered => new PyBuffered(cls);

export const BUFFERED_READER = defineType<PyBuffered>("_io.BufferedReader", {
  doc: "Create a new buffered reader using the given readable raw IO object.",
  base: BUFFERED_IO_BASE,
  traits: { basetype: true },
  allocate: make,
  initialize: [
    INIT,
    (self, raw: Value, size: Value | undefined) => {
      checkReadable(raw);
      initialize(self, raw, size);
    },
  ],
  slots: { __repr__: repr, __next__: nextLine },
  methods: {
    ...common,
    ...reading,
    flush: [nothing, undefined, (self: PyBuffered) => call(getAttr(rawOf(self), "flush"))],
    readable: ask("readable"),
  },
  members,
  getset,
});

export const BUFFERED_WRITER = defineType<PyBuffered>("_io.BufferedWriter", {
  doc: "A buffer for a writeable sequential RawIO object.\n\nThe constructor creates a BufferedWriter for the given writeable raw\nstream. If the buffer_size is not given, it defaults to\nDEFAULT_BUFFER_SIZE.",
  base: BUFFERED_IO_BASE,
  traits: { basetype: true },
  allocate: make,
  initialize: [
    INIT,
    (self, raw: Value, size: Value | undefined) => {
      checkWritable(raw);
      initialize(self, raw, size);
    },
  ],
  slots: { __repr__: repr },
  methods: {
    ...common,
    write: ["($self, buffer, /)", undefined, write],
    flush: [nothing, undefined, flush],
    writable: ask("writable"),
  },
  members,
  getset,
});

export const BUFFERED_RANDOM = defineType<PyBuffered>("_io.BufferedRandom", {
  doc: "A buffered interface to random access streams.\n\nThe constructor creates a reader and writer for a seekable stream,\nraw, given in the first argument. If the buffer_size is omitted it\ndefaults to DEFAULT_BUFFER_SIZE.",
  base: BUFFERED_IO_BASE,
  traits: { basetype: true },
  allocate: make,
  initialize: [
    INIT,
    (self, raw: Value, size: Value | undefined) => {
      checkSeekable(raw);
      checkReadable(raw);
      checkWritable(raw);
      initialize(self, raw, size);
    },
  ],
  slots: { __repr__: repr, __next__: nextLine },
  methods: {
    ...common,
    ...reading,
    write: ["($self, buffer, /)", undefined, write],
    flush: [nothing, undefined, flushRandom],
    readable: ask("readable"),
    writable: ask("writable"),
  },
  members,
  getset,
});
