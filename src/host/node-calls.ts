/**
 * node:fs as a system's calls: Linux's numbers in and out, and a HostError for every failure.
 *
 * Trap: Node makes terminals and pipes non-blocking, so a read or write may have to be tried again until it is ready.
 */
import fs from "node:fs";
import {
  O_ACCMODE,
  O_APPEND,
  O_CREAT,
  O_DIRECTORY,
  O_DSYNC,
  O_EXCL,
  O_NOCTTY,
  O_NOFOLLOW,
  O_NONBLOCK,
  O_SYNC,
  O_TRUNC,
  S_IFBLK,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFLNK,
  S_IFREG,
  S_IFSOCK,
} from "./constants.ts";
import { ERRNO, type ErrnoName } from "./errno.ts";
import { HostError, type HostPath, type Stat } from "./host.ts";

/** How long to wait before asking a non-blocking terminal or pipe again. */
const RETRY_MILLISECONDS = 5;
/** Made when it is needed: while Node makes a snapshot there is no shared memory. */
let pauseCell: Int32Array | undefined;

/** Hold this thread, which computes nothing meanwhile. */
export function pause(milliseconds: number): void {
  pauseCell ??= new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(pauseCell, 0, 0, milliseconds);
}

/** A path for Node's functions that take nothing but text. */
export function pathText(path: HostPath): string {
  return typeof path === "string" ? path : new TextDecoder().decode(path);
}

/** The file opened anew, with the kernel's own position at `offset`; the same number where that cannot be. */
export function kernelAt(nodeFd: number, appends: boolean, offset: number): number {
  const access = fs.constants.O_RDWR;
  try {
    const again = fs.openSync(`/proc/self/fd/${nodeFd}`, access | (appends ? fs.constants.O_APPEND : 0));
    const chunk = new Uint8Array(Math.min(offset, 65536));
    for (let at = 0; at < offset; ) {
      const count = fs.readSync(again, chunk, 0, Math.min(chunk.length, offset - at), null);
      if (count === 0) break;
      at += count;
    }
    return again;
  } catch {
    return nodeFd;
  }
}

/** A number that the kernel tells of a descriptor; NaN where /proc does not. */
function kernelFact(nodeFd: number, name: "pos" | "flags", base: number): number {
  const information = fs.readFileSync(`/proc/self/fdinfo/${nodeFd}`, "latin1");
  return Number.parseInt(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(information)?.[1] ?? "", base);
}

/** The kernel's position of a descriptor; where /proc does not tell it, the file was not moved yet. */
export function kernelPosition(nodeFd: number): number {
  try {
    return kernelFact(nodeFd, "pos", 10) || 0;
  } catch {
    return 0;
  }
}

/** How a descriptor was opened (Linux's O_*); NaN where /proc does not tell it. */
export const kernelFlags = (nodeFd: number): number => kernelFact(nodeFd, "flags", 8);

export function readNode(nodeFd: number, target: Uint8Array, offset: number | null, waits = true): number {
  if (target.length === 0) return 0;
  return call(null, () => whenReady(() => fs.readSync(nodeFd, target, 0, target.length, offset), 0, waits));
}

export function writeNode(nodeFd: number, data: Uint8Array, offset: number | null, waits = true): number {
  return call(null, () => whenReady(() => fs.writeSync(nodeFd, data, 0, data.length, offset), 0, waits));
}

/** Node makes terminals and pipes non-blocking; Python expects to wait. `atEnd` answers Windows' EOF. */
function whenReady(attempt: () => number, atEnd: number, waits: boolean): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EOF") return atEnd;
      if ((code !== "EAGAIN" || !waits) && code !== "EINTR") throw error;
      pause(RETRY_MILLISECONDS);
    }
  }
}

/** Run a node:fs call and turn its failure into a HostError. */
export function call<Result>(path: HostPath | null, body: () => Result, path2: HostPath | null = null): Result {
  try {
    return body();
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw hostError(error as NodeJS.ErrnoException, path, path2);
  }
}

export function hostError(error: NodeJS.ErrnoException, path: HostPath | null, path2: HostPath | null): HostError {
  const code = error.code;
  if (code !== undefined && code in ERRNO) return new HostError(code as ErrnoName, path, path2);
  if (code === "ERR_INVALID_ARG_VALUE" || code === "ERR_OUT_OF_RANGE") return new HostError("EINVAL", path, path2);
  if (code === "ERR_FS_FILE_TOO_LARGE") return new HostError("EFBIG", path, path2);
  return new HostError("EIO", path, path2);
}

export function statFrom(stats: fs.BigIntStats): Stat {
  return {
    dev: stats.dev,
    ino: stats.ino,
    mode: Number(stats.mode),
    nlink: Number(stats.nlink),
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    rdev: Number(stats.rdev),
    size: Number(stats.size),
    blksize: Number(stats.blksize),
    blocks: Number(stats.blocks),
    atimeNs: stats.atimeNs,
    mtimeNs: stats.mtimeNs,
    ctimeNs: stats.ctimeNs,
  };
}

export function entryType(entry: fs.Dirent<Buffer>): number {
  if (entry.isFile()) return S_IFREG;
  if (entry.isDirectory()) return S_IFDIR;
  if (entry.isSymbolicLink()) return S_IFLNK;
  if (entry.isFIFO()) return S_IFIFO;
  if (entry.isSocket()) return S_IFSOCK;
  if (entry.isCharacterDevice()) return S_IFCHR;
  return entry.isBlockDevice() ? S_IFBLK : 0;
}

/**
 * A time as Node takes it: a double of seconds, of which it keeps whole microseconds and drops the rest, so half of one is
 * added. Trap: a negative number would mean "now" to it, a negative text does not.
 */
export function seconds(ns: bigint): number | string {
  const microseconds = ns / 1000n;
  const number = Number(microseconds / 1_000_000n) + (Number(microseconds % 1_000_000n) + 0.5) / 1e6;
  return ns < 0n ? String(Number(ns) / 1e9) : number;
}

const FLAG_NAMES: [number, keyof typeof fs.constants][] = [
  [O_CREAT, "O_CREAT"],
  [O_EXCL, "O_EXCL"],
  [O_NOCTTY, "O_NOCTTY"],
  [O_TRUNC, "O_TRUNC"],
  [O_APPEND, "O_APPEND"],
  [O_NONBLOCK, "O_NONBLOCK"],
  [O_DSYNC, "O_DSYNC"],
  [O_SYNC, "O_SYNC"],
  [O_DIRECTORY, "O_DIRECTORY"],
  [O_NOFOLLOW, "O_NOFOLLOW"],
];

/** Linux's numbers to this system's; a flag it does not have is dropped. */
export function nativeFlags(flags: number): number {
  let native = flags & O_ACCMODE;
  for (const [bits, name] of FLAG_NAMES) {
    if ((flags & bits) === bits) native |= (fs.constants[name] as number | undefined) ?? 0;
  }
  return native;
}
