/**
 * NodeFiles: the real file system through node:fs, with a descriptor table of our own.
 *
 * Node has no `lseek` and no `dup`. A description therefore starts in step with the kernel's file position (so that a
 * child process that inherits it goes on at the right place) and switches to explicit offsets at the first `lseek`
 * that moves it. Trap: descriptor numbers are ours; `nativeFd` gives the kernel's for a child process.
 */
import fs from "node:fs";
import {
  O_APPEND,
  O_CLOEXEC,
  O_NONBLOCK,
  O_RDONLY,
  O_WRONLY,
  S_IFCHR,
  S_IFDIR,
  S_IFIFO,
  S_IFSOCK,
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
} from "./constants.ts";
import { Descriptors } from "./descriptors.ts";
import {
  type DirectoryEntry,
  type FileSystem,
  type FileSystemStat,
  HostError,
  type HostPath,
  type Keyboard,
  type RangeLock,
  type Stat,
  type TerminalAttributes,
} from "./host.ts";
import {
  call,
  entryType,
  kernelAt,
  kernelFlags,
  kernelPosition,
  nativeFlags,
  pathText,
  readNode,
  seconds,
  statFrom,
  writeNode,
} from "./node-calls.ts";
import { givenDescriptors } from "./node-given.ts";
import { isRangeFree, lockFile, lockRange } from "./node-locks.ts";
import type { Outside } from "./node-outside.ts";
import { KernelReader, makeFifo, NodePipe } from "./node-pipes.ts";
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
import { outputOfTool, pathForTool } from "./system-tool.ts";

interface FileDescription {
  readonly kind: "file";
  readonly nodeFd: number;
  readonly appends: boolean;
  /** Was it opened not to wait (O_NONBLOCK)? */
  readonly neverWaits: boolean;
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

export class NodeFiles extends Descriptors<Description> implements FileSystem {
  /** null while the process's own working folder serves. */
  private cwd: string | null;
  /** Pipes that were closed before the kernel had taken all of what was written. */
  private readonly lingering = new Set<NodePipe>();

  constructor(
    private readonly outside: Outside,
    stdio: Stdio = {},
    cwd: string | null = null,
    /** The process is somebody else's, and so is what it was given. */
    private readonly isGuest = false,
  ) {
    super();
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
    return description.offset === null
      ? description.nodeFd
      : kernelAt(description.nodeFd, description.appends, description.offset);
  }

  /** How many of these are pipes. */
  countPipes(fds: readonly number[]): number {
    return new Set(fds.map((fd) => this.table.get(fd)).flatMap((each) => (each.kind === "pipe" ? [each.pipe] : [])))
      .size;
  }

  isPipe(fd: number): boolean {
    return this.table.get(fd).kind === "pipe";
  }

  protected override given(): [fd: number, description: Description][] {
    return this.isGuest ? [] : givenDescriptors().map(({ fd, appends }) => [fd, { ...kernelFile(fd), appends }]);
  }

  protected release(description: Description): void {
    call(null, () => this.closeKernel(description));
  }

  private closeKernel(description: Description): void {
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
    this.table.adopt();
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
      description.reader = new KernelReader(description.nodeFd, this.outside, this.isatty(fd), description.neverWaits);
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
    this.table.adopt();
    const nodeFd = call(path, () => fs.openSync(this.native(path), nativeFlags(flags), mode));
    const neverWaits = (flags & O_NONBLOCK) !== 0;
    const fd = this.table.add({ ...kernelFile(nodeFd), appends: (flags & O_APPEND) !== 0, neverWaits });
    if (neverWaits) this.setBlocking(fd, false);
    return fd;
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
    const count = readNode(description.nodeFd, target, description.offset, this.isBlocking(fd));
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
    const count = writeNode(description.nodeFd, data, description.offset, this.isBlocking(fd));
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

  statusFlags(fd: number): number {
    const description = this.table.get(fd);
    const waiting = this.isBlocking(fd) ? 0 : O_NONBLOCK;
    if (description.kind === "pipe") return waiting | (description.end === "reader" ? O_RDONLY : O_WRONLY);
    if (description.kind !== "file") return waiting | (description.kind === "input" ? O_RDONLY : O_WRONLY);
    if (process.platform !== "linux") throw new HostError("ENOSYS");
    const flags = call(null, () => kernelFlags(description.nodeFd));
    if (Number.isNaN(flags)) throw new HostError("ENOSYS");
    return (flags & ~O_CLOEXEC & ~O_NONBLOCK) | waiting | (description.appends ? O_APPEND : 0);
  }

  lock(fd: number, operation: number): void {
    lockFile(this.lockable(fd), operation);
  }

  lockRange(fd: number, lock: RangeLock, wait: boolean): void {
    lockRange(this.lockable(fd), this.fromStart(fd, lock), wait);
  }

  isRangeFree(fd: number, lock: RangeLock): boolean {
    return isRangeFree(this.lockable(fd), this.fromStart(fd, lock));
  }

  /** The kernel's own position may not be ours. */
  private fromStart(fd: number, lock: RangeLock): RangeLock {
    if (lock.whence !== SEEK_CUR) return lock;
    return { ...lock, whence: SEEK_SET, start: lock.start + this.lseek(fd, 0, SEEK_CUR) };
  }

  allocate(fd: number, offset: number, length: number): void {
    this.seekable(fd, offset);
    if (length <= 0) throw new HostError("EINVAL");
    const path = pathForTool(pathText(this.folderPath(fd)));
    outputOfTool("fallocate", ["--offset", String(offset), "--length", String(length), path]);
  }

  private lockable(fd: number): number {
    const description = this.table.get(fd);
    if (description.kind !== "file") throw new HostError("ENOLCK");
    return description.nodeFd;
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

  mkfifo(path: HostPath, mode: number): void {
    call(path, () => makeFifo([this.native(path)], mode & 0o777 & ~process.umask()));
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

  fchown(fd: number, uid: number, gid: number): void {
    const description = this.table.get(fd);
    if (description.kind !== "file") throw new HostError("EINVAL");
    call(null, () => fs.fchownSync(description.nodeFd, uid, gid));
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

  folderPath(fd: number): HostPath {
    const description = this.table.get(fd);
    if (description.kind !== "file") throw new HostError("ENOTDIR");
    if (process.platform !== "linux") throw new HostError("ENOSYS");
    return `/proc/self/fd/${description.nodeFd}`;
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

function kernelFile(nodeFd: number): FileDescription {
  return { kind: "file", nodeFd, appends: false, neverWaits: false, offset: null, reader: null };
}
