/**
 * MemoryFiles: a complete POSIX file system made of JavaScript objects, with links, modes, times and descriptors.
 *
 * It follows what Linux does (path_resolution(7) and the manual page of each call), because CPython's os module passes
 * that behaviour through. User 0 may do anything, as root may; other users are held to the mode bits.
 */
import {
  F_OK,
  O_ACCMODE,
  O_APPEND,
  O_CREAT,
  O_DIRECTORY,
  O_EXCL,
  O_NOFOLLOW,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  R_OK,
  S_IFMT,
  S_ISVTX,
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
  W_OK,
  X_OK,
} from "./constants.ts";
import type { ErrnoName } from "./errno.ts";
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
import {
  type Device,
  DeviceInode,
  FileInode,
  FolderInode,
  type Inode,
  type LazyContent,
  LinkInode,
  PipeInode,
} from "./memory-inodes.ts";
import { keyFromPath, pathFromKey, pathToBytes } from "./path.ts";

const MAXIMUM_LINKS_FOLLOWED = 40;
const MAXIMUM_NAME = 255;
const MAXIMUM_PATH = 4096;
const MAXIMUM_FILE = 2 ** 32;

interface Description {
  readonly inode: Inode;
  readonly flags: number;
  position: number;
}

function isWriter({ flags }: Description): boolean {
  return (flags & O_ACCMODE) === O_WRONLY;
}

/** Has it no position? */
function isStream({ inode }: Description): boolean {
  return inode instanceof DeviceInode || inode instanceof PipeInode;
}

/** The last descriptor of an end of a pipe is closed. */
function release(description: Description): void {
  const { inode } = description;
  if (!(inode instanceof PipeInode)) return;
  if (isWriter(description)) inode.pipe.isWriterOpen = false;
  else inode.pipe.isReaderOpen = false;
}

/** Where a path leads: the folder that holds (or would hold) the last name, and the inode if there is one. */
interface Found {
  readonly folder: FolderInode;
  readonly name: string;
  readonly inode: Inode | null;
  /** The path ended in "/" so it must name a folder. */
  readonly wantsFolder: boolean;
}

export interface MemoryFilesOptions {
  readonly now: () => bigint;
  readonly uid: number;
  readonly gid: number;
}

export class MemoryFiles implements FileSystem {
  readonly root: FolderInode;
  private readonly table = new FdTable<Description>(release);
  private readonly nonBlocking = new WeakSet<Description>();
  private cwd: FolderInode;
  private mask = 0o022;
  private lastInode = 1;

  constructor(private readonly options: MemoryFilesOptions) {
    this.root = new FolderInode(1, 0o755, 0, 0, options.now());
    this.root.parent = this.root;
    this.cwd = this.root;
  }

  /** Put a device into the tree; its folder must exist. */
  addDevice(path: string, device: Device): void {
    const found = this.find(path, true);
    this.enter(found.folder, found.name, new DeviceInode(this.nextInode(), device, this.options.now()));
  }

  /** Create a file, with the folders above it. */
  addFile(path: string, content: string | Uint8Array, mode = 0o644): void {
    this.makeFolders(path);
    const fd = this.open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
    this.write(fd, typeof content === "string" ? new TextEncoder().encode(content) : content);
    this.close(fd);
  }

  /** The same for a file whose content is there only when it is asked for. */
  addLazyFile(path: string, content: LazyContent): void {
    this.makeFolders(path);
    const { folder, name } = this.find(path, true);
    const { uid, gid, now } = this.options;
    this.enter(folder, name, new FileInode(this.nextInode(), 0o644, uid, gid, now(), content));
  }

  private makeFolders(path: string): void {
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (parent === "" || this.isFolder(parent)) return;
    this.makeFolders(parent);
    this.mkdir(parent, 0o755);
  }

  private isFolder(path: string): boolean {
    try {
      return this.find(path, true).inode instanceof FolderInode;
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  }

  stat(path: HostPath): Stat {
    return this.existing(path, true).stat();
  }

  lstat(path: HostPath): Stat {
    return this.existing(path, false).stat();
  }

  fstat(fd: number): Stat {
    return this.table.get(fd).inode.stat();
  }

  statvfs(path: HostPath): FileSystemStat {
    this.existing(path, true);
    return {
      bsize: 4096,
      blocks: 1 << 20,
      bfree: 1 << 19,
      bavail: 1 << 19,
      files: 1 << 20,
      ffree: 1 << 19,
    };
  }

  access(path: HostPath, mode: number): boolean {
    try {
      return mode === F_OK ? this.existing(path, true) !== null : this.may(this.existing(path, true), mode);
    } catch (error) {
      if (error instanceof HostError) return false;
      throw error;
    }
  }

  open(path: HostPath, flags: number, mode = 0o777): number {
    const creates = (flags & O_CREAT) !== 0;
    const exclusive = creates && (flags & O_EXCL) !== 0;
    const found = this.find(path, !exclusive && (flags & O_NOFOLLOW) === 0);
    if (found.inode !== null && exclusive) throw new HostError("EEXIST", path);
    const inode = found.inode ?? this.createFile(found, path, creates, mode);
    if (found.inode !== null) this.checkOpen(inode, flags, path);
    if ((flags & O_TRUNC) !== 0 && inode instanceof FileInode) this.resize(inode, 0);
    return this.table.add({ inode, flags, position: 0 });
  }

  close(fd: number): void {
    this.table.close(fd);
  }

  read(fd: number, target: Uint8Array): number {
    const description = this.table.get(fd);
    if (description.inode instanceof PipeInode) {
      if (isWriter(description)) throw new HostError("EBADF");
      return description.inode.pipe.read(target);
    }
    const count = this.readAt(description, target, description.position);
    description.position += count;
    return count;
  }

  write(fd: number, data: Uint8Array): number {
    const description = this.table.get(fd);
    if (description.inode instanceof PipeInode) {
      if (!isWriter(description)) throw new HostError("EBADF");
      return description.inode.pipe.write(data);
    }
    if ((description.flags & O_APPEND) !== 0) description.position = description.inode.size;
    const count = this.writeAt(description, data, description.position);
    description.position += count;
    return count;
  }

  pread(fd: number, target: Uint8Array, offset: number): number {
    if (offset < 0) throw new HostError("EINVAL");
    const description = this.table.get(fd);
    if (isStream(description)) throw new HostError("ESPIPE");
    return this.readAt(description, target, offset);
  }

  pwrite(fd: number, data: Uint8Array, offset: number): number {
    if (offset < 0) throw new HostError("EINVAL");
    const description = this.table.get(fd);
    if (isStream(description)) throw new HostError("ESPIPE");
    return this.writeAt(description, data, (description.flags & O_APPEND) !== 0 ? description.inode.size : offset);
  }

  lseek(fd: number, offset: number, whence: number): number {
    const description = this.table.get(fd);
    if (isStream(description)) throw new HostError("ESPIPE");
    const origins: Record<number, number> = {
      [SEEK_SET]: 0,
      [SEEK_CUR]: description.position,
      [SEEK_END]: description.inode.size,
    };
    const origin = origins[whence];
    if (origin === undefined || origin + offset < 0) throw new HostError("EINVAL");
    description.position = origin + offset;
    return description.position;
  }

  ftruncate(fd: number, length: number): void {
    const { inode, flags } = this.table.get(fd);
    if (!(inode instanceof FileInode) || (flags & O_ACCMODE) === O_RDONLY || length < 0) throw new HostError("EINVAL");
    this.resize(inode, length);
  }

  truncate(path: HostPath, length: number): void {
    const inode = this.existing(path, true);
    if (inode instanceof FolderInode) throw new HostError("EISDIR", path);
    if (!(inode instanceof FileInode) || length < 0) throw new HostError("EINVAL", path);
    this.demand(inode, W_OK, path);
    this.resize(inode, length);
  }

  fsync(fd: number): void {
    this.table.get(fd);
  }

  dup(fd: number): number {
    return this.table.dup(fd);
  }

  dup2(fd: number, target: number): void {
    this.table.dup2(fd, target);
  }

  pipe(): [number, number] {
    const { uid, gid, now } = this.options;
    const inode = new PipeInode(this.nextInode(), 0o600, uid, gid, now());
    const reader = this.table.add({ inode, flags: O_RDONLY, position: 0 });
    return [reader, this.table.add({ inode, flags: O_WRONLY, position: 0 })];
  }

  isReadable(fd: number): boolean {
    const description = this.table.get(fd);
    const { inode } = description;
    return !(inode instanceof PipeInode) || (!isWriter(description) && inode.pipe.isReadable);
  }

  isWriteEnd(fd: number): boolean {
    const description = this.table.get(fd);
    return description.inode instanceof PipeInode && isWriter(description);
  }

  isWritable(fd: number): boolean {
    const description = this.table.get(fd);
    const { inode } = description;
    return !(inode instanceof PipeInode) || !isWriter(description) || inode.pipe.isWritable;
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

  isatty(fd: number): boolean {
    const { inode } = this.table.get(fd);
    return inode instanceof DeviceInode && inode.device.isTerminal;
  }

  terminalSize(fd: number): { columns: number; lines: number } {
    if (!this.isatty(fd)) throw new HostError("ENOTTY");
    return { columns: 80, lines: 24 };
  }

  setTerminalSize(fd: number): void {
    this.noTerminal(fd);
  }

  keyboard(fd: number): Keyboard {
    return this.noTerminal(fd);
  }

  terminalAttributes(fd: number): TerminalAttributes {
    return this.noTerminal(fd);
  }

  setTerminalAttributes(fd: number): void {
    this.noTerminal(fd);
  }

  private noTerminal(fd: number): never {
    this.table.get(fd);
    throw new HostError("ENOTTY");
  }

  readFile(path: HostPath): Uint8Array {
    const inode = this.existing(path, true);
    this.demand(inode, R_OK, path);
    if (inode instanceof FolderInode) throw new HostError("EISDIR", path);
    if (inode instanceof FileInode) return inode.content();
    return new Uint8Array(0);
  }

  mkdir(path: HostPath, mode = 0o777): void {
    const { folder, name, inode } = this.find(path, false);
    if (inode !== null) throw new HostError("EEXIST", path);
    this.demand(folder, W_OK | X_OK, path);
    const { uid, gid, now } = this.options;
    const child = new FolderInode(this.nextInode(), mode & 0o1777 & ~this.mask, uid, gid, now());
    child.parent = folder;
    folder.nlink += 1;
    this.enter(folder, name, child);
  }

  rmdir(path: HostPath): void {
    const { folder, name, inode } = this.find(path, false);
    if (inode === null) throw new HostError("ENOENT", path);
    if (!(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
    if (name === ".") throw new HostError("EINVAL", path);
    if (name === "..") throw new HostError("ENOTEMPTY", path);
    if (inode === this.root) throw new HostError("EBUSY", path);
    this.demandRemoval(folder, inode, path);
    if (inode.entries.size > 0) throw new HostError("ENOTEMPTY", path);
    this.forget(folder, name, inode);
  }

  unlink(path: HostPath): void {
    const found = this.find(path, false);
    const { folder, name, inode } = found;
    if (inode === null) throw new HostError("ENOENT", path);
    if (inode instanceof FolderInode) throw new HostError("EISDIR", path);
    if (found.wantsFolder) throw new HostError("ENOTDIR", path);
    this.demandRemoval(folder, inode, path);
    this.forget(folder, name, inode);
  }

  rename(from: HostPath, to: HostPath): void {
    const source = this.find(from, false);
    const target = this.find(to, false);
    const fail = (code: ErrnoName): never => {
      throw new HostError(code, from, to);
    };
    const moved = source.inode;
    if (moved === null) throw new HostError("ENOENT", from, to);
    if ([".", ".."].includes(source.name) || [".", ".."].includes(target.name) || moved === this.root) fail("EBUSY");
    if (moved === target.inode) return;
    this.demandRemoval(source.folder, moved, from);
    this.demand(target.folder, W_OK | X_OK, to);
    if (moved instanceof FolderInode) {
      if (isInside(target.folder, moved)) fail("EINVAL");
      if (target.inode !== null && !(target.inode instanceof FolderInode)) fail("ENOTDIR");
      if (target.inode instanceof FolderInode && target.inode.entries.size > 0) fail("ENOTEMPTY");
    } else {
      if (source.wantsFolder || target.wantsFolder) fail("ENOTDIR");
      if (target.inode instanceof FolderInode) fail("EISDIR");
    }
    if (target.inode !== null) {
      this.demandRemoval(target.folder, target.inode, to);
      this.forget(target.folder, target.name, target.inode);
    }
    this.move(moved, source, target);
  }

  link(existing: HostPath, path: HostPath): void {
    const inode = this.find(existing, false).inode;
    const { folder, name, inode: present } = this.find(path, false);
    if (inode === null) throw new HostError("ENOENT", existing, path);
    if (inode instanceof FolderInode) throw new HostError("EPERM", existing, path);
    if (present !== null) throw new HostError("EEXIST", existing, path);
    this.demand(folder, W_OK | X_OK, path);
    inode.nlink += 1;
    inode.ctimeNs = this.options.now();
    this.enter(folder, name, inode);
  }

  symlink(target: HostPath, path: HostPath): void {
    const { folder, name, inode } = this.find(path, false);
    const size = pathToBytes(target).length;
    if (size === 0) throw new HostError("ENOENT", target, path);
    if (inode !== null) throw new HostError("EEXIST", target, path);
    this.demand(folder, W_OK | X_OK, path);
    const { uid, gid, now } = this.options;
    this.enter(folder, name, new LinkInode(this.nextInode(), keyFromPath(target), size, uid, gid, now()));
  }

  readlink(path: HostPath): HostPath {
    const inode = this.existing(path, false);
    if (!(inode instanceof LinkInode)) throw new HostError("EINVAL", path);
    return pathFromKey(inode.target);
  }

  readdir(path: HostPath): DirectoryEntry[] {
    const inode = this.existing(path, true);
    if (!(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
    this.demand(inode, R_OK, path);
    return Array.from(inode.entries, ([name, entry]) => ({
      name: pathFromKey(name),
      type: entry.type,
      ino: entry.ino,
    }));
  }

  chmod(path: HostPath, mode: number): void {
    this.setMode(this.existing(path, true), mode, path);
  }

  fchmod(fd: number, mode: number): void {
    this.setMode(this.table.get(fd).inode, mode, null);
  }

  chown(path: HostPath, uid: number, gid: number, followSymlinks = true): void {
    const inode = this.existing(path, followSymlinks);
    const same = (uid === -1 || uid === inode.uid) && (gid === -1 || gid === inode.gid);
    if (this.options.uid !== 0 && !(same && inode.uid === this.options.uid)) throw new HostError("EPERM", path);
    if (uid !== -1) inode.uid = uid;
    if (gid !== -1) inode.gid = gid;
    inode.ctimeNs = this.options.now();
  }

  utimes(path: HostPath, atimeNs: bigint, mtimeNs: bigint, followSymlinks = true): void {
    this.setTimes(this.existing(path, followSymlinks), atimeNs, mtimeNs, path);
  }

  futimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    this.setTimes(this.table.get(fd).inode, atimeNs, mtimeNs, null);
  }

  realpath(path: HostPath): HostPath {
    const found = this.find(path, true);
    if (found.inode === null) throw new HostError("ENOENT", path);
    if (found.inode instanceof FolderInode) return pathFromKey(this.folderPath(found.inode));
    const folder = this.folderPath(found.folder);
    return pathFromKey(`${folder === "/" ? "" : folder}/${found.name}`);
  }

  umask(mask: number): number {
    const old = this.mask;
    this.mask = mask & 0o777;
    return old;
  }

  getcwd(): HostPath {
    return pathFromKey(this.folderPath(this.cwd));
  }

  chdir(path: HostPath): void {
    const inode = this.existing(path, true);
    if (!(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
    this.demand(inode, X_OK, path);
    this.cwd = inode;
  }

  private nextInode(): number {
    this.lastInode += 1;
    return this.lastInode;
  }

  private existing(path: HostPath, follow: boolean): Inode {
    const { inode } = this.find(path, follow);
    if (inode === null) throw new HostError("ENOENT", path);
    return inode;
  }

  /** Walk a path; a missing last name is no error here, a missing folder before it is. */
  private find(path: HostPath, follow: boolean): Found {
    const key = keyFromPath(path);
    if (key === "") throw new HostError("ENOENT", path);
    if (key.includes("\0")) throw new HostError("EINVAL", path);
    if (pathToBytes(path).length >= MAXIMUM_PATH) throw new HostError("ENAMETOOLONG", path);
    return this.walk(key, this.cwd, follow, 0, path);
  }

  private walk(key: string, start: FolderInode, follow: boolean, linksFollowed: number, path: HostPath): Found {
    let folder = key.startsWith("/") ? this.root : start;
    const names = key.split("/").filter((name) => name !== "");
    const wantsFolder = key.endsWith("/");
    if (names.length === 0) return { folder, name: ".", inode: folder, wantsFolder };
    for (let i = 0; i < names.length; i += 1) {
      const name = names[i] as string;
      const last = i === names.length - 1;
      const inode = this.step(folder, name, path);
      if (inode instanceof LinkInode && (!last || follow || wantsFolder)) {
        if (linksFollowed >= MAXIMUM_LINKS_FOLLOWED) throw new HostError("ELOOP", path);
        const rest = names.slice(i + 1).join("/");
        const onward = `${inode.target}${rest === "" ? "" : `/${rest}`}${wantsFolder ? "/" : ""}`;
        return this.walk(onward, folder, follow, linksFollowed + 1, path);
      }
      if (last) {
        if (wantsFolder && inode !== null && !(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
        return { folder, name, inode, wantsFolder };
      }
      if (inode === null) throw new HostError("ENOENT", path);
      if (!(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
      folder = inode;
    }
    throw new HostError("ENOENT", path);
  }

  private step(folder: FolderInode, name: string, path: HostPath): Inode | null {
    this.demand(folder, X_OK, path);
    if (name === ".") return folder;
    if (name === "..") return folder.parent ?? folder;
    if (name.length > MAXIMUM_NAME || pathToBytes(pathFromKey(name)).length > MAXIMUM_NAME) {
      throw new HostError("ENAMETOOLONG", path);
    }
    return folder.entries.get(name) ?? null;
  }

  private createFile(found: Found, path: HostPath, creates: boolean, mode: number): FileInode {
    if (!creates) throw new HostError("ENOENT", path);
    if (found.wantsFolder) throw new HostError("EISDIR", path);
    if (found.folder.parent === null) throw new HostError("ENOENT", path);
    this.demand(found.folder, W_OK | X_OK, path);
    const { uid, gid, now } = this.options;
    const inode = new FileInode(this.nextInode(), mode & 0o7777 & ~this.mask, uid, gid, now());
    this.enter(found.folder, found.name, inode);
    return inode;
  }

  private checkOpen(inode: Inode, flags: number, path: HostPath): void {
    const access = flags & O_ACCMODE;
    if (inode instanceof LinkInode) throw new HostError("ELOOP", path);
    if ((flags & O_DIRECTORY) !== 0 && !(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
    if (inode instanceof FolderInode && (access !== O_RDONLY || (flags & O_CREAT) !== 0)) {
      throw new HostError("EISDIR", path);
    }
    if (access !== O_WRONLY) this.demand(inode, R_OK, path);
    if (access !== O_RDONLY || (flags & O_TRUNC) !== 0) this.demand(inode, W_OK, path);
  }

  private readAt(description: Description, target: Uint8Array, offset: number): number {
    const { inode, flags } = description;
    if ((flags & O_ACCMODE) === O_WRONLY) throw new HostError("EBADF");
    if (inode instanceof FolderInode) throw new HostError("EISDIR");
    if (inode instanceof DeviceInode) return inode.device.read(target);
    inode.atimeNs = this.options.now();
    return (inode as FileInode).readAt(target, offset);
  }

  private writeAt(description: Description, data: Uint8Array, offset: number): number {
    const { inode, flags } = description;
    if ((flags & O_ACCMODE) === O_RDONLY) throw new HostError("EBADF");
    if (inode instanceof DeviceInode) return inode.device.write(data);
    if (offset + data.length > MAXIMUM_FILE) throw new HostError("EFBIG");
    (inode as FileInode).writeAt(data, offset);
    this.touch(inode);
    return data.length;
  }

  private resize(inode: FileInode, length: number): void {
    if (length > MAXIMUM_FILE) throw new HostError("EFBIG");
    inode.resize(length);
    this.touch(inode);
  }

  private enter(folder: FolderInode, name: string, inode: Inode): void {
    if (folder.parent === null) throw new HostError("ENOENT");
    folder.entries.set(name, inode);
    this.touch(folder);
  }

  /** Drop a name; the inode lives on while another name or a descriptor holds it. */
  private forget(folder: FolderInode, name: string, inode: Inode): void {
    folder.entries.delete(name);
    if (inode instanceof FolderInode) {
      inode.nlink = 0;
      inode.parent = null;
      folder.nlink -= 1;
    } else {
      inode.nlink -= 1;
    }
    inode.ctimeNs = this.options.now();
    this.touch(folder);
  }

  private move(inode: Inode, source: Found, target: Found): void {
    source.folder.entries.delete(source.name);
    if (inode instanceof FolderInode) {
      source.folder.nlink -= 1;
      target.folder.nlink += 1;
      inode.parent = target.folder;
    }
    inode.ctimeNs = this.options.now();
    this.touch(source.folder);
    this.enter(target.folder, target.name, inode);
  }

  private touch(inode: Inode): void {
    inode.mtimeNs = this.options.now();
    inode.ctimeNs = inode.mtimeNs;
  }

  private setMode(inode: Inode, mode: number, path: HostPath | null): void {
    if (this.options.uid !== 0 && this.options.uid !== inode.uid) throw new HostError("EPERM", path);
    inode.mode = (inode.mode & S_IFMT) | (mode & 0o7777);
    inode.ctimeNs = this.options.now();
  }

  private setTimes(inode: Inode, atimeNs: bigint, mtimeNs: bigint, path: HostPath | null): void {
    if (this.options.uid !== 0 && this.options.uid !== inode.uid) throw new HostError("EPERM", path);
    inode.atimeNs = atimeNs;
    inode.mtimeNs = mtimeNs;
    inode.ctimeNs = this.options.now();
  }

  private folderPath(folder: FolderInode): string {
    const names: string[] = [];
    for (let inode = folder; inode !== this.root; inode = inode.parent as FolderInode) {
      if (inode.parent === null) throw new HostError("ENOENT");
      for (const [name, entry] of inode.parent.entries) if (entry === inode) names.unshift(name);
    }
    return `/${names.join("/")}`;
  }

  private may(inode: Inode, wanted: number): boolean {
    const { uid, gid } = this.options;
    if (uid === 0) return (wanted & X_OK) === 0 || inode instanceof FolderInode || (inode.mode & 0o111) !== 0;
    const shift = inode.uid === uid ? 6 : inode.gid === gid ? 3 : 0;
    return ((inode.mode >> shift) & wanted) === wanted;
  }

  private demand(inode: Inode, wanted: number, path: HostPath): void {
    if (!this.may(inode, wanted)) throw new HostError("EACCES", path);
  }

  /** Removing a name needs its folder writable and, in a sticky folder, ownership. */
  private demandRemoval(folder: FolderInode, inode: Inode, path: HostPath): void {
    this.demand(folder, W_OK | X_OK, path);
    const { uid } = this.options;
    if ((folder.mode & S_ISVTX) !== 0 && uid !== 0 && uid !== inode.uid && uid !== folder.uid) {
      throw new HostError("EPERM", path);
    }
  }
}

function isInside(folder: FolderInode, ancestor: FolderInode): boolean {
  for (let inode: FolderInode | null = folder; inode !== null; inode = inode.parent) {
    if (inode === ancestor) return true;
    if (inode.parent === inode) return false;
  }
  return false;
}
