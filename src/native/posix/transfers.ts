/**
 * posix: several buffers at once, and bytes from descriptor to descriptor (CPython Modules/posixmodule.c).
 *
 * Trap: what C leaves to one system call is a loop here; as there, whoever calls must reckon with less than he asked for.
 */
import { SEEK_CUR } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { getItem, isSequence, length } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { intArgument, toSsizeArgument } from "../../objects/types/arguments.ts";
import { getBuffer, getWritableBuffer } from "../../objects/types/buffer.ts";
import { concatenate } from "../../util/binary/concatenate.ts";
import { system } from "./paths.ts";
import { isWritable, readWhenReady, untilWritable, writeWhenReady } from "./waiting.ts";

const files = () => host().files;

const F_LOCKS = { F_ULOCK: 0, F_LOCK: 1, F_TLOCK: 2, F_TEST: 3 };
const F_WRLCK = 1;
const F_UNLCK = 2;

const ADVICE = {
  POSIX_FADV_NORMAL: 0,
  POSIX_FADV_RANDOM: 1,
  POSIX_FADV_SEQUENTIAL: 2,
  POSIX_FADV_WILLNEED: 3,
  POSIX_FADV_DONTNEED: 4,
  POSIX_FADV_NOREUSE: 5,
};

const FLAGS = { RWF_HIPRI: 1, RWF_DSYNC: 2, RWF_SYNC: 4, RWF_NOWAIT: 8, RWF_APPEND: 16 };

export const transferConstants = { ...F_LOCKS, ...ADVICE, ...FLAGS };

/** As much as one turn of a loop takes. */
const CHUNK = 1 << 18;

/** Fill the buffers, one after the other. */
function scatter(bytes: Uint8Array, buffers: readonly Uint8Array[]): void {
  let at = 0;
  for (const buffer of buffers) {
    const part = bytes.subarray(at, at + buffer.length);
    buffer.set(part);
    at += part.length;
  }
}

function buffersOf(value: Value, name: string, get: (item: Value) => Uint8Array): Uint8Array[] {
  if (!isSequence(typeOf(value))) throw typeError(`${name}() arg 2 must be a sequence`);
  return Array.from({ length: length(value) }, (_, i) => get(getItem(value, i)));
}

function readInto(
  fd: number,
  buffers: readonly Uint8Array[],
  readOnce: (fd: number, target: Uint8Array) => number,
): number {
  const target = new Uint8Array(buffers.reduce((total, each) => total + each.length, 0));
  const count = system(() => readOnce(fd, target));
  scatter(target.subarray(0, count), buffers);
  return count;
}

/** Flags that a file obeys without its being told, and what they come to afterwards; the kernel refuses others so. */
function checkFlags(flags: Value, allowed: number): number {
  const bits = intArgument(flags);
  if ((bits & ~allowed) !== 0) throw new HostError("EOPNOTSUPP");
  return bits;
}

/** An offset of preadv2(2). */
const WHERE_IT_STANDS = -1;

function preadv(fd: Value, buffers: Value, offset: Value, flags: Value): Value {
  const number = intArgument(fd);
  const targets = buffersOf(buffers, "preadv", getWritableBuffer);
  const start = toSsizeArgument(offset);
  system(() => checkFlags(flags, FLAGS.RWF_HIPRI));
  return readInto(number, targets, (from, target) =>
    start === WHERE_IT_STANDS ? files().read(from, target) : files().pread(from, target, start),
  );
}

function pwritev(fd: Value, buffers: Value, offset: Value, flags: Value): Value {
  const number = intArgument(fd);
  const data = concatenate(buffersOf(buffers, "pwritev", getBuffer));
  const start = toSsizeArgument(offset);
  return system(() => {
    const bits = checkFlags(flags, FLAGS.RWF_HIPRI | FLAGS.RWF_DSYNC | FLAGS.RWF_SYNC);
    const count = start === WHERE_IT_STANDS ? files().write(number, data) : files().pwrite(number, data, start);
    if ((bits & (FLAGS.RWF_DSYNC | FLAGS.RWF_SYNC)) !== 0) files().fsync(number);
    return count;
  });
}

/** Where bytes come from, or go to: at an offset of their own, or where the descriptor stands. */
interface Place {
  readonly fd: number;
  offset: number | null;
}

function readFrom(place: Place, target: Uint8Array): number {
  if (place.offset === null) return files().read(place.fd, target);
  const count = files().pread(place.fd, target, place.offset);
  place.offset += count;
  return count;
}

function writeTo(place: Place, data: Uint8Array): number {
  if (place.offset === null) return writeWhenReady(place.fd, data);
  const count = files().pwrite(place.fd, data, place.offset);
  place.offset += count;
  return count;
}

/** What could not be written is as if it had not been read. */
function giveBack(place: Place, count: number): void {
  if (place.offset !== null) place.offset -= count;
  else files().lseek(place.fd, -count, SEEK_CUR);
}

/** Bytes are copied only between what has a position: it can be read again. */
function requirePosition(fd: number): void {
  try {
    files().lseek(fd, 0, SEEK_CUR);
  } catch (error) {
    throw error instanceof HostError && error.code === "ESPIPE" ? new HostError("EINVAL") : error;
  }
}

/**
 * Copy until `count` bytes are copied, none are left, or there is no room for more. Only the first may be waited for, before
 * anything is read: whoever waits begins anew.
 */
function transfer(source: Place, target: Place, count: number): number {
  requirePosition(source.fd);
  untilWritable(target.fd);
  let copied = 0;
  while (copied < count && isWritable(target.fd)) {
    const chunk = new Uint8Array(Math.min(CHUNK, count - copied));
    const read = readFrom(source, chunk);
    if (read === 0) break;
    const written = writeTo(target, chunk.subarray(0, read));
    copied += written;
    if (written < read) {
      giveBack(source, read - written);
      break;
    }
  }
  return copied;
}

const sendfile = mayWait((outFd: Value, inFd: Value, offset: Value, count: Value): Value => {
  const [target, source] = [intArgument(outFd), intArgument(inFd)];
  const start = offset === NONE ? null : toSsizeArgument(offset);
  const most = toSsizeArgument(count);
  return system(() => {
    if ((start !== null && start < 0) || most < 0) throw new HostError("EINVAL");
    return transfer({ fd: source, offset: start }, { fd: target, offset: null }, most);
  });
});

function copyFileRange(source: Value, target: Value, count: Value, from: Value, to: Value): Value {
  const [input, output, most] = [intArgument(source), intArgument(target), toSsizeArgument(count)];
  if (most < 0) throw valueError("negative value for 'count' not allowed");
  const place = (fd: number, offset: Value): Place => ({
    fd,
    offset: offset === NONE ? null : toSsizeArgument(offset),
  });
  return system(() => {
    const [start, end] = [place(input, from), place(output, to)];
    requirePosition(output);
    return transfer(start, end, most);
  });
}

function lockf(fd: Value, command: Value, count: Value): void {
  const [number, kind, size] = [intArgument(fd), intArgument(command), toSsizeArgument(count)];
  const lock = { type: kind === F_LOCKS.F_ULOCK ? F_UNLCK : F_WRLCK, whence: SEEK_CUR, start: 0, length: size };
  system(() => {
    if (kind === F_LOCKS.F_TEST) {
      if (!files().isRangeFree(number, lock)) throw new HostError("EACCES");
    } else if (Object.values(F_LOCKS).includes(kind)) files().lockRange(number, lock, kind === F_LOCKS.F_LOCK);
    else throw new HostError("EINVAL");
  });
}

/** The advice is about speed alone, and a host is free not to take it. */
function advise(fd: Value, offset: Value, count: Value, advice: Value): void {
  const [number, kind] = [intArgument(fd), intArgument(advice)];
  toSsizeArgument(offset);
  const size = toSsizeArgument(count);
  system(() => {
    files().fstat(number);
    if (size < 0 || !Object.values(ADVICE).includes(kind)) throw new HostError("EINVAL");
    // Only of what has a position.
    files().lseek(number, 0, SEEK_CUR);
  });
}

export const transferFunctions: Record<string, MethodRow> = {
  readv: [
    "($module, fd, buffers, /)",
    "Read from a file descriptor fd into an iterable of buffers.\n\nThe buffers should be mutable buffers accepting bytes.\nreadv will transfer data into each buffer until it is full\nand then move on to the next buffer in the sequence to hold\nthe rest of the data.\n\nreadv returns the total number of bytes read,\nwhich may be less than the total capacity of all the buffers.",
    mayWait((fd: Value, buffers: Value) =>
      readInto(intArgument(fd), buffersOf(buffers, "readv", getWritableBuffer), readWhenReady),
    ),
  ],
  writev: [
    "($module, fd, buffers, /)",
    "Iterate over buffers, and write the contents of each to a file descriptor.\n\nReturns the total number of bytes written.\nbuffers must be a sequence of bytes-like objects.",
    mayWait((fd: Value, buffers: Value) => {
      const [number, data] = [intArgument(fd), concatenate(buffersOf(buffers, "writev", getBuffer))];
      return system(() => writeWhenReady(number, data));
    }),
  ],
  preadv: [
    "($module, fd, buffers, offset, flags=0, /)",
    "Reads from a file descriptor into a number of mutable bytes-like objects.\n\nCombines the functionality of readv() and pread(). As readv(), it will\ntransfer data into each buffer until it is full and then move on to the next\nbuffer in the sequence to hold the rest of the data. Its fourth argument,\nspecifies the file offset at which the input operation is to be performed. It\nwill return the total number of bytes read (which can be less than the total\ncapacity of all the objects).\n\nThe flags argument contains a bitwise OR of zero or more of the following flags:\n\n- RWF_HIPRI\n- RWF_NOWAIT\n\nUsing non-zero flags requires Linux 4.6 or newer.",
    preadv,
  ],
  pwritev: [
    "($module, fd, buffers, offset, flags=0, /)",
    "Writes the contents of bytes-like objects to a file descriptor at a given offset.\n\nCombines the functionality of writev() and pwrite(). All buffers must be a sequence\nof bytes-like objects. Buffers are processed in array order. Entire contents of first\nbuffer is written before proceeding to second, and so on. The operating system may\nset a limit (sysconf() value SC_IOV_MAX) on the number of buffers that can be used.\nThis function writes the contents of each object to the file descriptor and returns\nthe total number of bytes written.\n\nThe flags argument contains a bitwise OR of zero or more of the following flags:\n\n- RWF_DSYNC\n- RWF_SYNC\n- RWF_APPEND\n\nUsing non-zero flags requires Linux 4.7 or newer.",
    pwritev,
  ],
  sendfile: [
    "($module, /, out_fd, in_fd, offset, count)",
    "Copy count bytes from file descriptor in_fd to file descriptor out_fd.",
    sendfile,
  ],
  copy_file_range: [
    "($module, /, src, dst, count, offset_src=None,\n                offset_dst=None)",
    "Copy count bytes from one file descriptor to another.\n\n  src\n    Source file descriptor.\n  dst\n    Destination file descriptor.\n  count\n    Number of bytes to copy.\n  offset_src\n    Starting offset in src.\n  offset_dst\n    Starting offset in dst.\n\nIf offset_src is None, then src is read from the current position;\nrespectively for offset_dst.",
    copyFileRange,
  ],
  lockf: [
    "($module, fd, command, length, /)",
    "Apply, test or remove a POSIX lock on an open file descriptor.\n\n  fd\n    An open file descriptor.\n  command\n    One of F_LOCK, F_TLOCK, F_ULOCK or F_TEST.\n  length\n    The number of bytes to lock, starting at the current position.",
    lockf,
  ],
  posix_fadvise: [
    "($module, fd, offset, length, advice, /)",
    "Announce an intention to access data in a specific pattern.\n\nAnnounce an intention to access data in a specific pattern, thus allowing\nthe kernel to make optimizations.\nThe advice applies to the region of the file specified by fd starting at\noffset and continuing for length bytes.\nadvice is one of POSIX_FADV_NORMAL, POSIX_FADV_SEQUENTIAL,\nPOSIX_FADV_RANDOM, POSIX_FADV_NOREUSE, POSIX_FADV_WILLNEED, or\nPOSIX_FADV_DONTNEED.",
    advise,
  ],
  posix_fallocate: [
    "($module, fd, offset, length, /)",
    "Ensure a file has allocated at least a particular number of bytes on disk.\n\nEnsure that the file specified by fd encompasses a range of bytes\nstarting at offset bytes from the beginning and continuing for length bytes.",
    (fd: Value, offset: Value, size: Value) => {
      const [number, start, count] = [intArgument(fd), toSsizeArgument(offset), toSsizeArgument(size)];
      system(() => files().allocate(number, start, count));
    },
  ],
};
