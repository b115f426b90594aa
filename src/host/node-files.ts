/**
 * NodeFiles: the real file system through node:fs, with a descriptor table of our own.
 *
 * Node has no `lseek` and no `dup`. A description therefore starts in step with the kernel's file position (so that a
 * child process that inherits it goes on at the right place) and switches to explicit offsets at the first `lseek`
 * that moves it. Trap: descriptor numbers are ours; `nativeFd` gives the kernel's for a child process.
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
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
} from "./constants.ts";
import { ERRNO, type ErrnoName } from "./errno.ts";
import { FdTable } from "./fd-table.ts";
import {
  type DirectoryEntry,
  type FileSystem,
  type FileSystemStat,
  HostError,
  type HostPath,
  type Keyboard,
  type Stat,
  type TerminalAttributes,
} from "./host.ts";
import type { Outside } from "./node-outside.ts";
import { KernelReader, NodePipe } from "./node-pipes.ts";
import {
  isTerminal,
  openKeyboard,
  setTerminalAttributes,
  setTerminalSize,
  terminalAttributes,
  terminalSize,
} from "./node-terminal.ts";
import { keyFromPath, pathFromBytes, pathToBytes } from "./path.ts";
import type { InputStream, OutputStream } from "./streams.ts";

interface FileDescription {
  readonly kind: "file";
  readonly nodeFd: number;
  readonly appends: boolean;
  /** null while the kernel's own position serves. */
  offset: number | null;
  /** Reads it without waiting, once somebody has asked whether it can be read. */
  reader: KernelReader | null;
}

type Description =
  | FileDescription
  | { readonly kind: "pipe"; readonly pipe: NodePipe; readonly end: "reader" | "writer" }
  | { readonly kind: "input"; readonly stream: InputStream }
  | { readonly kind: "output"; readonly stream: OutputStream };

export interface Stdio {
  readonly stdin?: InputStream;
  readonly stdout?: OutputStream;
  readonly stderr?: OutputStream;
}

/** How long to wait before asking a non-blocking terminal or pipe again. */
const RETRY_MILLISECONDS = 5;
/** Made when it is needed: while Node makes a snapshot there is no shared memory. */
let retryCell: Int32Array | undefined;

export class NodeFiles implements FileSystem {
  private readonly table = new FdTable<Description>((description) => call(null, () => this.release(description)));
  /** null while the process's own working folder serves. */
  private cwd: string | null;
  /** Descriptors that must not wait. */
  private readonly nonBlocking = new WeakSet<Description>();
  /** Pipes that were closed before the kernel had taken all of what was written. */
  private readonly lingering = new Set<NodePipe>();

  constructor(
    private readonly outside: Outside,
    stdio: Stdio = {},
    cwd: string | null = null,
  ) {
    this.cwd = cwd;
    this.table.add(stdio.stdin === undefined ? kernelFile(0) : { kind: "input", stream: stdio.stdin });
    this.table.add(stdio.stdout === undefined ? kernelFile(1) : { kind: "output", stream: stdio.stdout });
    this.table.add(stdio.stderr === undefined ? kernelFile(2) : { kind: "output", stream: stdio.stderr });
  }

  /** The kernel's number of a descriptor for a child, or null for a stream. */
  nativeFd(fd: number): number | null {
    const description = this.table.get(fd);
    if (description.kind === "pipe") return description.pipe.nativeFd(description.end);
    if (description.kind !== "file") return null;
    return description.offset === null ? description.nodeFd : kernelAt(description, description.offset);
  }

  /** How many of these are pipes. */
  countPipes(fds: readonly number[]): number {
    return new Set(fds.map((fd) => this.table.get(fd)).flatMap((each) => (each.kind === "pipe" ? [each.pipe] : [])))
      .size;
  }

  isPipe(fd: number): boolean {
    return this.table.get(fd).kind === "pipe";
  }

  private release(description: Description): void {
    if (description.kind === "pipe") {
      const { pipe, end } = description;
      if (end === "reader") pipe.closeReader();
      else pipe.closeWriter();
      if (end === "writer" && !pipe.isFlushed) this.lingering.add(pipe);
    } else if (description.kind === "file") {
      if (description.reader !== null) description.reader.close();
      else if (description.nodeFd > 2) fs.closeSync(description.nodeFd);
    }
  }

  /** Wait until the kernel has what was written to pipes. */
  settle(): void {
    for (const pipe of this.lingering) {
      while (!pipe.isFlushed) {
        this.outside.wait(Number.POSITIVE_INFINITY);
        this.outside.receive();
      }
    }
    this.lingering.clear();
  }

  pipe(): [number, number] {
    const pipe = new NodePipe(this.outside);
    const reader = this.table.add({ kind: "pipe", pipe, end: "reader" });
    return [reader, this.table.add({ kind: "pipe", pipe, end: "writer" })];
  }

  isReadable(fd: number, watch: boolean): boolean {
    const description = this.table.get(fd);
    if (description.kind === "pipe") return description.end === "reader" && description.pipe.isReadable;
    if (description.kind !== "file") return true;
    if (description.reader === null) {
      if (!watch || !this.mayWait(fd)) return true;
      description.reader = new KernelReader(description.nodeFd, this.outside, this.isatty(fd), false);
    }
    return description.reader.isReadable;
  }

  isWriteEnd(fd: number): boolean {
    const description = this.table.get(fd);
    return description.kind === "pipe" && description.end === "writer";
  }

  isWritable(fd: number): boolean {
    const description = this.table.get(fd);
    return description.kind !== "pipe" || description.end === "reader" || description.pipe.isWritable;
  }

  isInheritable(fd: number): boolean {
    return this.table.isInheritable(fd);
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.table.setInheritable(fd, inheritable);
  }

  inherited(): number[] {
    return this.table.inherited();
  }

  isBlocking(fd: number): boolean {
    return !this.nonBlocking.has(this.table.get(fd));
  }

  setBlocking(fd: number, blocking: boolean): void {
    if (blocking) this.nonBlocking.delete(this.table.get(fd));
    else this.nonBlocking.add(this.table.get(fd));
  }

  /** Is it of a kind that can have nothing to read yet? */
  private mayWait(fd: number): boolean {
    const type = this.fstat(fd).mode & 0o170000;
    return type === S_IFIFO || type === S_IFSOCK || (type === S_IFCHR && this.isatty(fd));
  }

  stat(path: HostPath): Stat {
    return call(path, () => statFrom(fs.statSync(this.native(path), { bigint: true })));
  }

  lstat(path: HostPath): Stat {
    return call(path, () => statFrom(fs.lstatSync(this.native(path), { bigint: true })));
  }

  fstat(fd: number): Stat {
    const description = this.table.get(fd);
    if (description.kind !== "file") return STREAM_STAT;
    return call(null, () => statFrom(fs.fstatSync(description.nodeFd, { bigint: true })));
  }

  statvfs(path: HostPath): FileSystemStat {
    return call(path, () => {
      const { bsize, blocks, bfree, bavail, files, ffree } = fs.statfsSync(this.native(path));
      return { bsize, blocks, bfree, bavail, files, ffree };
    });
  }

  access(path: HostPath, mode: number): boolean {
    try {
      call(path, () => fs.accessSync(this.native(path), mode));
      return true;
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  }

  open(path: HostPath, flags: number, mode = 0o777): number {
    const nodeFd = call(path, () => fs.openSync(this.native(path), nativeFlags(flags), mode));
    return this.table.add({
      kind: "file",
      nodeFd,
      appends: (flags & O_APPEND) !== 0,
      offset: null,
      reader: null,
    });
  }

  close(fd: number): void {
    this.table.close(fd);
  }

  read(fd: number, target: Uint8Array): number {
    const description = this.table.get(fd);
    if (description.kind === "input") return description.stream.read(target);
    if (description.kind === "output") throw new HostError("EBADF");
    if (description.kind === "pipe") {
      if (description.end === "writer") throw new HostError("EBADF");
      return description.pipe.read(target);
    }
    if (description.reader !== null) return description.reader.read(target);
    const count = readNode(description.nodeFd, target, description.offset);
    if (description.offset !== null) description.offset += count;
    return count;
  }

  write(fd: number, data: Uint8Array): number {
    const description = this.table.get(fd);
    if (description.kind === "input") throw new HostError("EBADF");
    if (description.kind === "pipe") {
      if (description.end === "reader") throw new HostError("EBADF");
      return description.pipe.write(data);
    }
    if (description.kind === "output") {
      description.stream.write(data);
      return data.length;
    }
    const count = writeNode(description.nodeFd, data, description.offset);
    if (description.offset !== null) {
      description.offset = description.appends ? this.fstat(fd).size : description.offset + count;
    }
    return count;
  }

  pread(fd: number, target: Uint8Array, offset: number): number {
    const description = this.seekable(fd, offset);
    return readNode(description.nodeFd, target, offset);
  }

  pwrite(fd: number, data: Uint8Array, offset: number): number {
    const description = this.seekable(fd, offset);
    return writeNode(description.nodeFd, data, offset);
  }

  lseek(fd: number, offset: number, whence: number): number {
    const description = this.seekable(fd, 0);
    const current = description.offset ?? kernelPosition(description.nodeFd);
    const origin =
      whence === SEEK_SET ? 0 : whence === SEEK_CUR ? current : whence === SEEK_END ? this.fstat(fd).size : -1;
    if (origin === -1 || origin + offset < 0) throw new HostError("EINVAL");
    if (origin + offset !== current) description.offset = origin + offset;
    return origin + offset;
  }

  ftruncate(fd: number, length: number): void {
    const description = this.table.get(fd);
    if (description.kind !== "file" || length < 0) throw new HostError("EINVAL");
    call(null, () => fs.ftruncateSync(description.nodeFd, length));
  }

  truncate(path: HostPath, length: number): void {
    if (length < 0) throw new HostError("EINVAL", path);
    const target = this.native(path);
    call(path, () => {
      const nodeFd = fs.openSync(target, fs.constants.O_WRONLY);
      try {
        fs.ftruncateSync(nodeFd, length);
      } finally {
        fs.closeSync(nodeFd);
      }
    });
  }

  fsync(fd: number): void {
    const description = this.table.get(fd);
    if (description.kind !== "file") throw new HostError("EINVAL");
    call(null, () => fs.fsyncSync(description.nodeFd));
  }

  dup(fd: number): number {
    return this.table.dup(fd);
  }

  dup2(fd: number, target: number): void {
    this.table.dup2(fd, target);
  }

  isatty(fd: number): boolean {
    const description = this.table.get(fd);
    return description.kind === "file" && isTerminal(description.nodeFd);
  }

  terminalSize(fd: number): { columns: number; lines: number } {
    return terminalSize(this.terminal(fd));
  }

  keyboard(fd: number): Keyboard {
    return openKeyboard(this.terminal(fd));
  }

  terminalAttributes(fd: number): TerminalAttributes {
    return terminalAttributes(this.terminal(fd));
  }

  setTerminalSize(fd: number, size: { readonly columns: number; readonly lines: number }): void {
    setTerminalSize(this.terminal(fd), size);
  }

  setTerminalAttributes(fd: number, attributes: TerminalAttributes, discards: boolean): void {
    setTerminalAttributes(this.terminal(fd), attributes, discards);
  }

  private terminal(fd: number): number {
    const description = this.table.get(fd);
    if (description.kind !== "file") throw new HostError("ENOTTY");
    return description.nodeFd;
  }

  readFile(path: HostPath): Uint8Array {
    const { buffer, byteOffset, length } = call(path, () => fs.readFileSync(this.native(path)));
    // A Buffer's own subarray() and slice() are slow, and slice() means something else.
    return new Uint8Array(buffer, byteOffset, length);
  }

  mkdir(path: HostPath, mode = 0o777): void {
    call(path, () => fs.mkdirSync(this.native(path), mode));
  }

  rmdir(path: HostPath): void {
    call(path, () => fs.rmdirSync(this.native(path)));
  }

  unlink(path: HostPath): void {
    call(path, () => fs.unlinkSync(this.native(path)));
  }

  rename(from: HostPath, to: HostPath): void {
    call(from, () => fs.renameSync(this.native(from), this.native(to)), to);
  }

  link(existing: HostPath, path: HostPath): void {
    call(existing, () => fs.linkSync(this.native(existing), this.native(path)), path);
  }

  symlink(target: HostPath, path: HostPath): void {
    const content = typeof target === "string" ? target : Buffer.from(target);
    call(target, () => fs.symlinkSync(content, this.native(path)), path);
  }

  readlink(path: HostPath): HostPath {
    return call(path, () => pathFromBytes(fs.readlinkSync(this.native(path), { encoding: "buffer" })));
  }

  readdir(path: HostPath): DirectoryEntry[] {
    return call(path, () => {
      const entries = fs.readdirSync(this.native(path), {
        withFileTypes: true,
        encoding: "buffer",
      });
      return entries.map((entry) => ({
        name: pathFromBytes(entry.name),
        type: entryType(entry),
        ino: 0,
      }));
    });
  }

  chmod(path: HostPath, mode: number): void {
    call(path, () => fs.chmodSync(this.native(path), mode));
  }

  fchmod(fd: number, mode: number): void {
    const description = this.table.get(fd);
    if (description.kind !== "file") throw new HostError("EINVAL");
    call(null, () => fs.fchmodSync(description.nodeFd, mode));
  }

  chown(path: HostPath, uid: number, gid: number, followSymlinks = true): void {
    const change = followSymlinks ? fs.chownSync : fs.lchownSync;
    call(path, () => change(this.native(path), uid, gid));
  }

  utimes(path: HostPath, atimeNs: bigint, mtimeNs: bigint, followSymlinks = true): void {
    const change = followSymlinks ? fs.utimesSync : fs.lutimesSync;
    call(path, () => change(this.native(path), seconds(atimeNs), seconds(mtimeNs)));
  }

  futimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    const description = this.table.get(fd);
    if (description.kind !== "file") throw new HostError("EINVAL");
    call(null, () => fs.futimesSync(description.nodeFd, seconds(atimeNs), seconds(mtimeNs)));
  }

  realpath(path: HostPath): HostPath {
    return call(path, () => pathFromBytes(fs.realpathSync.native(this.native(path), { encoding: "buffer" })));
  }

  umask(mask: number): number {
    return process.umask(mask & 0o777);
  }

  getcwd(): HostPath {
    return this.cwd ?? call(null, () => process.cwd());
  }

  /** A host with a working folder of its own leaves the process's alone. */
  chdir(path: HostPath): void {
    if (this.cwd === null && typeof path === "string") {
      call(path, () => process.chdir(path));
      return;
    }
    if ((this.stat(path).mode & S_IFDIR) !== S_IFDIR) throw new HostError("ENOTDIR", path);
    this.cwd = keyFromPath(this.realpath(path));
  }

  /** The path as node:fs takes it: absolute where this host has its own working folder. */
  private native(path: HostPath): string | Buffer {
    if (path.length === 0) throw new HostError("ENOENT", path);
    if (typeof path === "string") return this.cwd === null || path.startsWith("/") ? path : `${this.cwd}/${path}`;
    if (this.cwd === null || path[0] === 0x2f) return Buffer.from(path);
    return Buffer.concat([pathToBytes(`${this.cwd}/`), path]);
  }

  private seekable(fd: number, offset: number): FileDescription {
    const description = this.table.get(fd);
    if (offset < 0) throw new HostError("EINVAL");
    if (description.kind !== "file") throw new HostError("ESPIPE");
    const type = this.fstat(fd).mode & 0o170000;
    if (type === S_IFIFO || type === S_IFSOCK || type === S_IFCHR) throw new HostError("ESPIPE");
    return description;
  }
}

/** What `fstat` says about a stream: a pipe. */
const STREAM_STAT: Stat = {
  dev: 0,
  ino: 0,
  mode: S_IFIFO | 0o600,
  nlink: 1,
  uid: 0,
  gid: 0,
  rdev: 0,
  size: 0,
  blksize: 4096,
  blocks: 0,
  atimeNs: 0n,
  mtimeNs: 0n,
  ctimeNs: 0n,
};

/** A path for Node's functions that take nothing but text. */
export function pathText(path: HostPath): string {
  return typeof path === "string" ? path : new TextDecoder().decode(path);
}

function kernelFile(nodeFd: number): FileDescription {
  return { kind: "file", nodeFd, appends: false, offset: null, reader: null };
}

/** The file anew, with the kernel's own position where ours is; the description itself where that cannot be. */
function kernelAt({ nodeFd, appends }: FileDescription, offset: number): number {
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

/** The kernel's position of a descriptor; where /proc does not tell it, the file was not moved yet. */
function kernelPosition(nodeFd: number): number {
  try {
    const match = /^pos:\s*(\d+)/m.exec(fs.readFileSync(`/proc/self/fdinfo/${nodeFd}`, "latin1"));
    return match === null ? 0 : Number(match[1]);
  } catch {
    return 0;
  }
}

function readNode(nodeFd: number, target: Uint8Array, offset: number | null): number {
  if (target.length === 0) return 0;
  return call(null, () => whenReady(() => fs.readSync(nodeFd, target, 0, target.length, offset), 0));
}

function writeNode(nodeFd: number, data: Uint8Array, offset: number | null): number {
  return call(null, () => whenReady(() => fs.writeSync(nodeFd, data, 0, data.length, offset), 0));
}

/** Node makes terminals and pipes non-blocking; Python expects to wait. `atEnd` answers Windows' EOF. */
function whenReady(attempt: () => number, atEnd: number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EOF") return atEnd;
      if (code !== "EAGAIN" && code !== "EINTR") throw error;
      retryCell ??= new Int32Array(new SharedArrayBuffer(4));
      Atomics.wait(retryCell, 0, 0, RETRY_MILLISECONDS);
    }
  }
}

/** Run a node:fs call and turn its failure into a HostError. */
function call<Result>(path: HostPath | null, body: () => Result, path2: HostPath | null = null): Result {
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

function statFrom(stats: fs.BigIntStats): Stat {
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

function entryType(entry: fs.Dirent<Buffer>): number {
  if (entry.isFile()) return S_IFREG;
  if (entry.isDirectory()) return S_IFDIR;
  if (entry.isSymbolicLink()) return S_IFLNK;
  if (entry.isFIFO()) return S_IFIFO;
  if (entry.isSocket()) return S_IFSOCK;
  if (entry.isCharacterDevice()) return S_IFCHR;
  return entry.isBlockDevice() ? S_IFBLK : 0;
}

/** Node takes times as a double of seconds, which keeps about 200 ns of a present-day time. */
/** Node takes a negative number for "now", but not a negative text. */
function seconds(ns: bigint): number | string {
  const number = Number(ns / 1_000_000_000n) + Number(ns % 1_000_000_000n) / 1e9;
  return number < 0 ? String(number) : number;
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
function nativeFlags(flags: number): number {
  let native = flags & O_ACCMODE;
  for (const [bits, name] of FLAG_NAMES) {
    if ((flags & bits) === bits) native |= (fs.constants[name] as number | undefined) ?? 0;
  }
  return native;
}
