/**
 * The inodes of the in-memory file system: folders, files, symbolic links and the character devices of /dev.
 *
 * Invariants: a folder's `nlink` is 2 plus its subfolders; `entries` holds neither "." nor ".."; a removed folder has
 * no parent, which is how a working folder that is gone is noticed.
 */
import { S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFMT, S_IFREG } from "./constants.ts";
import type { Keyboard, Stat, TerminalAttributes } from "./host.ts";
import { Pipe } from "./pipe.ts";

const BLOCK_SIZE = 4096;

export abstract class Inode {
  nlink = 1;
  atimeNs: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
  abstract readonly size: number;

  constructor(
    readonly ino: number,
    /** Type and permission bits. */
    public mode: number,
    public uid: number,
    public gid: number,
    now: bigint,
  ) {
    this.atimeNs = now;
    this.mtimeNs = now;
    this.ctimeNs = now;
  }

  get type(): number {
    return this.mode & S_IFMT;
  }

  get rdev(): number {
    return 0;
  }

  stat(): Stat {
    return {
      dev: 1,
      ino: this.ino,
      mode: this.mode,
      nlink: this.nlink,
      uid: this.uid,
      gid: this.gid,
      rdev: this.rdev,
      size: this.size,
      blksize: BLOCK_SIZE,
      blocks: Math.ceil(this.size / 512),
      atimeNs: this.atimeNs,
      mtimeNs: this.mtimeNs,
      ctimeNs: this.ctimeNs,
    };
  }
}

export class FolderInode extends Inode {
  readonly entries = new Map<string, Inode>();
  parent: FolderInode | null = null;
  override nlink = 2;

  constructor(ino: number, permissions: number, uid: number, gid: number, now: bigint) {
    super(ino, S_IFDIR | permissions, uid, gid, now);
  }

  get size(): number {
    return BLOCK_SIZE;
  }
}

/** A pipe, which no folder holds. */
export class PipeInode extends Inode {
  readonly pipe = new Pipe();
  readonly size = 0;

  constructor(ino: number, permissions: number, uid: number, gid: number, now: bigint) {
    super(ino, S_IFIFO | permissions, uid, gid, now);
  }
}

/** Content that is fetched when it is first read or written; until then only its size is known. */
export interface LazyContent {
  readonly size: number;
  readonly mtimeNs: bigint;
  load(): Uint8Array;
}

export class FileInode extends Inode {
  private bytes = new Uint8Array(0);
  private length = 0;
  private lazy: LazyContent | undefined;

  constructor(ino: number, permissions: number, uid: number, gid: number, now: bigint, lazy?: LazyContent) {
    super(ino, S_IFREG | permissions, uid, gid, now);
    if (lazy === undefined) return;
    this.lazy = lazy;
    this.length = lazy.size;
    this.mtimeNs = lazy.mtimeNs;
  }

  get size(): number {
    return this.length;
  }

  content(): Uint8Array {
    this.fetch();
    return this.bytes.slice(0, this.length);
  }

  private fetch(): void {
    if (this.lazy === undefined) return;
    // A copy: what was loaded may be a part of an archive, and this file may be written.
    this.bytes = this.lazy.load().slice();
    this.length = this.bytes.length;
    this.lazy = undefined;
  }

  readAt(target: Uint8Array, offset: number): number {
    this.fetch();
    const part = this.bytes.subarray(Math.min(offset, this.length), Math.min(offset + target.length, this.length));
    target.set(part);
    return part.length;
  }

  writeAt(data: Uint8Array, offset: number): void {
    if (data.length === 0) return;
    this.fetch();
    this.reserve(offset + data.length);
    this.bytes.set(data, offset);
    this.length = Math.max(this.length, offset + data.length);
  }

  resize(length: number): void {
    if (length === 0) this.lazy = undefined;
    this.fetch();
    this.reserve(length);
    if (length < this.length) this.bytes.fill(0, length, this.length);
    this.length = length;
  }

  /** Bytes past `length` are always zero, so that growing leaves a hole of zeros. */
  private reserve(capacity: number): void {
    if (capacity <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(capacity, this.bytes.length * 2, 64));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

export class LinkInode extends Inode {
  constructor(
    ino: number,
    readonly target: string,
    readonly size: number,
    uid: number,
    gid: number,
    now: bigint,
  ) {
    super(ino, S_IFLNK | 0o777, uid, gid, now);
  }
}

/** The far end of a terminal of this machine: keys and a screen. */
export interface MemoryTerminal {
  size(): { columns: number; lines: number };
  keyboard(): Keyboard;
  /** Is there a line to read, or the end? */
  readonly isReadable: boolean;
  read(target: Uint8Array): number;
  attributes: TerminalAttributes;
}

export interface Device {
  read(target: Uint8Array): number;
  write(data: Uint8Array): number;
  readonly isTerminal: boolean;
  /** What stands behind a terminal that has keys. */
  readonly terminal?: MemoryTerminal;
  /** Major and minor number as `makedev` packs them. */
  readonly rdev: number;
}

export class DeviceInode extends Inode {
  constructor(
    ino: number,
    readonly device: Device,
    now: bigint,
  ) {
    super(ino, S_IFCHR | 0o666, 0, 0, now);
  }

  get size(): number {
    return 0;
  }

  override get rdev(): number {
    return this.device.rdev;
  }
}
