/**
 * mmap: a file, or nothing, as a mutable block of bytes (CPython Modules/mmapmodule.c).
 *
 * The block is a copy of the file. What is changed through the object is written to the file at once; what is changed
 * through a memoryview of it, at flush() and close(). Trap: what others write to the file after mapping is not seen. Advice (madvise) is not
 * taken.
 */

import { host } from "../host/current.ts";
import { audit } from "../objects/kernel/audit.ts";
import { NONE, shownName, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { defineType } from "../objects/kernel/define.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { iter } from "../objects/kernel/iterate.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex, toSsize } from "../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { PyBytes, PyList, PySlice } from "../objects/kernel/payload.ts";
import { bufferError, indexError, overflowError, typeError, valueError } from "../objects/kernel/raise.ts";
import { sliceRange } from "../objects/kernel/slice.ts";
import { getBuffer, isLent, viewOfBytes } from "../objects/types/buffer.ts";
import { findLastSequence, findSequence } from "../util/text/search.ts";
import { osErrorOf } from "./os-errors.ts";
import { system } from "./posix/paths.ts";

const PAGE = 4096;
const SHARED = 1;
const PRIVATE = 2;
const READ = 1;
const WRITE = 2;
const ACCESS = ["ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY"] as const;
const ACCESS_DEFAULT = 0;
const ACCESS_READ = 1;
const ACCESS_WRITE = 2;
const ACCESS_COPY = 3;

class PyMemoryMap extends PyObject {
  position = 0;
  /** Views that somebody holds. */
  exports = 0;
  closed = false;

  constructor(
    cls: PyType,
    public bytes: Uint8Array,
    /** A descriptor of its own, or -1 for a map of nothing. */
    readonly fd: number,
    readonly offset: number,
    readonly access: number,
    /** Changes go to the file. */
    private readonly shared: boolean,
  ) {
    super(cls);
  }

  /** Write a part to the file. */
  store(start: number, end: number): void {
    if (this.fd < 0 || !this.shared) return;
    for (let at = start; at < end; ) {
      const rest = this.bytes.subarray(at, end);
      at += system(() => host().files.pwrite(this.fd, rest, this.offset + at));
    }
  }

  close(): void {
    if (this.closed) return;
    if (isLent(this)) throw bufferError("cannot close exported pointers exist");
    if (this.access !== ACCESS_READ) this.store(0, this.bytes.length);
    this.closed = true;
    if (this.fd >= 0) system(() => host().files.close(this.fd));
  }
}

/** The map, which must be open. */
function open(self: PyMemoryMap): PyMemoryMap {
  if (self.closed) throw valueError("mmap closed or invalid");
  return self;
}

/** The map, which must be open and writable. */
function writable(self: PyMemoryMap): PyMemoryMap {
  open(self);
  if (self.access === ACCESS_READ) throw typeError("mmap can't modify a readonly memory map.");
  return self;
}

function construct(
  cls: PyType,
  fileno: Value,
  lengthValue: Value,
  flagsValue: Value,
  protValue: Value,
  accessValue: Value,
  offsetValue: Value,
): Value {
  const [fd, flags, prot, asked] = [fileno, flagsValue, protValue, accessValue].map((value) => Number(toIndex(value)));
  const length = toSsize(lengthValue, "OverflowError");
  const offset = toSsize(offsetValue, "OverflowError");
  if (length < 0) throw overflowError("memory mapped length must be positive");
  if (offset < 0) throw overflowError("memory mapped offset must be positive");
  if (asked !== ACCESS_DEFAULT && (flags !== SHARED || prot !== (READ | WRITE))) {
    throw valueError("mmap can't specify both access and flags, prot.");
  }
  if (asked < 0 || asked >= ACCESS.length) throw valueError("mmap invalid access parameter.");
  audit("mmap.__new__", fd, length, asked, offset);
  const onlyOne = (prot & (READ | WRITE)) === READ ? ACCESS_READ : ACCESS_DEFAULT;
  const access = asked !== ACCESS_DEFAULT ? asked : (prot & (READ | WRITE)) === WRITE ? ACCESS_WRITE : onlyOne;
  const shared = access !== ACCESS_COPY && (flags & PRIVATE) === 0;
  if (fd === -1) {
    if (length === 0 || offset % PAGE !== 0) throw osErrorOf("EINVAL");
    return new PyMemoryMap(cls, new Uint8Array(length), -1, offset, access, shared);
  }
  return mapFile(cls, fd, length, offset, access, shared);
}

function mapFile(cls: PyType, fd: number, asked: number, offset: number, access: number, shared: boolean): Value {
  const { files } = host();
  const { size } = system(() => files.fstat(fd));
  let length = asked;
  if (length === 0) {
    if (size === 0) throw valueError("cannot mmap an empty file");
    if (offset >= size) throw valueError("mmap offset is greater than file size");
    length = size - offset;
  } else if (size < offset || size - offset < length) throw valueError("mmap length is greater than file size");
  if (offset % PAGE !== 0) throw osErrorOf("EINVAL");
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const count = system(() => files.pread(fd, bytes.subarray(at), offset + at));
    if (count === 0) break;
    at += count;
  }
  return new PyMemoryMap(
    cls,
    bytes,
    system(() => files.dup(fd)),
    offset,
    access,
    shared,
  );
}

function itemIndex(self: PyMemoryMap, key: Value): number {
  const index = toSsize(key, "IndexError");
  const { length } = self.bytes;
  const real = index < 0 ? index + length : index;
  if (real < 0 || real >= length) throw indexError("mmap index out of range");
  return real;
}

function isIndex(key: Value): boolean {
  return typeOf(key).slots.__index__ !== undefined;
}

function getItem(self: PyMemoryMap, key: Value): Value {
  const { bytes } = open(self);
  if (isIndex(key)) return bytes[itemIndex(self, key)];
  if (!(key instanceof PySlice)) throw typeError("mmap indices must be integers");
  const { start, step, count } = sliceRange(key, bytes.length);
  return new PyBytes(Uint8Array.from({ length: count }, (_, i) => bytes[start + i * step]));
}

function setItem(self: PyMemoryMap, key: Value, value: Value): void {
  const { bytes } = writable(self);
  if (isIndex(key)) {
    const index = itemIndex(self, key);
    if (!isIndex(value)) throw typeError("mmap item value must be an int");
    const byte = toIndex(value);
    if (byte < 0 || byte > 255) throw valueError("mmap item value must be in range(0, 256)");
    bytes[index] = Number(byte);
    self.store(index, index + 1);
    return;
  }
  if (!(key instanceof PySlice)) throw typeError("mmap indices must be integers");
  const { start, step, count } = sliceRange(key, bytes.length);
  const data = getBuffer(value);
  if (data.length !== count) throw indexError("mmap slice assignment is wrong size");
  for (let i = 0; i < count; i++) bytes[start + i * step] = data[i];
  if (count > 0) {
    const last = start + (count - 1) * step;
    self.store(Math.min(start, last), Math.max(start, last) + 1);
  }
}

/** A search bound, clipped; negative counts from the end. */
function bound(value: Value | undefined, otherwise: number, length: number): number {
  if (value === undefined) return otherwise;
  const index = toSsize(value, "OverflowError");
  return Math.min(index < 0 ? Math.max(0, index + length) : index, length);
}

const finder =
  (search: typeof findSequence) =>
  (self: PyMemoryMap, sub: Value, from: Value | undefined, to: Value | undefined): number => {
    const { bytes, position } = open(self);
    const needle = getBuffer(sub);
    const start = bound(from, position, bytes.length);
    return search(bytes, needle, start, bound(to, bytes.length, bytes.length));
  };

function take(self: PyMemoryMap, count: number): Value {
  const start = self.position;
  self.position += count;
  return new PyBytes(self.bytes.slice(start, start + count));
}

function read(self: PyMemoryMap, count: Value): Value {
  const rest = Math.max(0, open(self).bytes.length - self.position);
  if (count === NONE) return take(self, rest);
  if (!isIndex(count)) throw typeError(`argument should be integer or None, not '${typeName(count)}'`);
  const wanted = toSsize(count, "OverflowError");
  return take(self, wanted < 0 || wanted > rest ? rest : wanted);
}

function readByte(self: PyMemoryMap): Value {
  if (self.position >= open(self).bytes.length) throw valueError("read byte out of range");
  return self.bytes[self.position++];
}

function readLine(self: PyMemoryMap): Value {
  const { bytes, position } = open(self);
  if (position >= bytes.length) return take(self, 0);
  const newline = bytes.indexOf(10, position);
  return take(self, (newline < 0 ? bytes.length : newline + 1) - position);
}

function write(self: PyMemoryMap, value: Value): Value {
  const data = getBuffer(value);
  const { bytes, position } = writable(self);
  if (position > bytes.length || bytes.length - position < data.length) throw valueError("data out of range");
  bytes.set(data, position);
  self.position += data.length;
  self.store(position, self.position);
  return data.length;
}

function writeByte(self: PyMemoryMap, value: Value): void {
  const byte = toIndex(value);
  if (byte < 0) throw overflowError("unsigned byte integer is less than minimum");
  if (byte > 255) throw overflowError("unsigned byte integer is greater than maximum");
  const { bytes, position } = writable(self);
  if (position >= bytes.length) throw valueError("write byte out of range");
  bytes[position] = Number(byte);
  self.position++;
  self.store(position, position + 1);
}

function seek(self: PyMemoryMap, distance: Value, whence: Value): void {
  const { bytes, position } = open(self);
  const way = Number(toIndex(whence));
  if (way < 0 || way > 2) throw valueError("unknown seek type");
  const target = [0, position, bytes.length][way] + toSsize(distance, "OverflowError");
  if (target < 0 || target > bytes.length) throw valueError("seek out of range");
  self.position = target;
}

function move(self: PyMemoryMap, to: Value, from: Value, length: Value): void {
  const [target, source, count] = [to, from, length].map((value) => toSsize(value, "OverflowError"));
  const { bytes } = writable(self);
  const isOut = (start: number): boolean => start < 0 || start > bytes.length - count;
  if (count < 0 || isOut(target) || isOut(source)) throw valueError("source, destination, or count out of range");
  bytes.copyWithin(target, source, source + count);
  self.store(target, target + count);
}

function flush(self: PyMemoryMap, offset: Value, size: Value | undefined): void {
  const { bytes } = open(self);
  const start = toSsize(offset, "OverflowError");
  const count = size === undefined ? bytes.length : toSsize(size, "OverflowError");
  if (count + start < 0 || bytes.length - start < count || start < 0) throw valueError("flush values out of range");
  if (self.access === ACCESS_READ || self.access === ACCESS_COPY) return;
  if (start % PAGE !== 0) throw osErrorOf("EINVAL");
  self.store(start, start + count);
}

function resize(self: PyMemoryMap, value: Value): void {
  const size = toSsize(value, "OverflowError");
  open(self);
  if (isLent(self)) throw bufferError("mmap can't resize with extant buffers exported.");
  if (self.access !== ACCESS_WRITE && self.access !== ACCESS_DEFAULT) {
    throw typeError("mmap can't resize a readonly or copy-on-write memory map.");
  }
  if (size < 0) throw valueError("new size out of range");
  if (self.fd >= 0) system(() => host().files.ftruncate(self.fd, self.offset + size));
  const resized = new Uint8Array(size);
  resized.set(self.bytes.subarray(0, size));
  self.bytes = resized;
}

function sizeOfFile(self: PyMemoryMap): number {
  open(self);
  if (self.fd < 0) throw osErrorOf("EBADF");
  return system(() => host().files.fstat(self.fd)).size;
}

function repr(self: PyMemoryMap): string {
  const name = shownName(self.cls);
  if (self.closed) return `<${name} closed=True>`;
  const { bytes, position, offset, access } = self;
  return `<${name} closed=False, access=${ACCESS[access]}, length=${bytes.length}, pos=${position}, offset=${offset}>`;
}

const MMAP = defineType<PyMemoryMap>("mmap.mmap", {
  doc: "mmap(fileno, length[, flags[, prot[, access[, offset]]]])\n\nMaps length bytes from the file specified by the file descriptor fileno,\nand returns a mmap object.  To map anonymous memory, pass -1 as the fileno\n(both versions).",
  traits: { basetype: true, weakrefs: true },
  construct: ["~(fileno, length, flags=1, prot=3, access=0, offset=0)", construct],
  slots: {
    __repr__: repr,
    __len__: (self) => open(self).bytes.length,
    __getitem__: getItem,
    __setitem__: setItem,
    __delitem__: (self, key) => {
      writable(self);
      throw typeError(
        key instanceof PySlice ? "mmap object doesn't support slice deletion" : "mmap doesn't support item deletion",
      );
    },
    // Iteration gives the bytes one by one as bytes objects, unlike indexing.
    __iter__: (self) => iter(new PyList(Array.from(open(self).bytes, (byte) => new PyBytes(Uint8Array.of(byte))))),
    __buffer__: (self) => {
      open(self);
      self.exports++;
      return viewOfBytes(self, self.bytes, self.access === ACCESS_READ, () => {
        self.exports--;
      });
    },
  },
  methods: {
    close: ["~($self, /)", undefined, (self: PyMemoryMap) => self.close()],
    find: ["~($self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", undefined, finder(findSequence)],
    rfind: ["~($self, sub, start=<unrepresentable>, end=<unrepresentable>, /)", undefined, finder(findLastSequence)],
    flush: ["~($self, offset=0, size=<unrepresentable>, /)", undefined, flush],
    move: ["~($self, dest, src, count, /)", undefined, move],
    read: ["~($self, n=None, /)", undefined, read],
    read_byte: ["~($self, /)", undefined, readByte],
    readline: ["~($self, /)", undefined, readLine],
    resize: ["~($self, newsize, /)", undefined, resize],
    seek: ["~($self, pos, whence=0, /)", undefined, seek],
    size: ["~($self, /)", undefined, sizeOfFile],
    tell: ["~($self, /)", undefined, (self: PyMemoryMap) => open(self).position],
    write: ["~($self, bytes, /)", undefined, write],
    write_byte: ["~($self, byte, /)", undefined, writeByte],
    __enter__: ["~($self, /)", undefined, (self: PyMemoryMap) => open(self)],
    __exit__: ["~($self, *args)", undefined, (self: PyMemoryMap) => self.close()],
  },
  getset: { closed: [(self) => self.closed] },
});

export default defineModule("mmap", {
  constants: {
    PROT_READ: READ,
    PROT_WRITE: WRITE,
    PROT_EXEC: 4,
    MAP_SHARED: SHARED,
    MAP_PRIVATE: PRIVATE,
    MAP_ANON: 32,
    MAP_ANONYMOUS: 32,
    PAGESIZE: PAGE,
    ALLOCATIONGRANULARITY: PAGE,
    ACCESS_DEFAULT,
    ACCESS_READ,
    ACCESS_WRITE,
    ACCESS_COPY,
  },
  types: { mmap: MMAP },
  setup: (module) => {
    module.dict.set("error", EXCEPTIONS.OSError);
  },
});
