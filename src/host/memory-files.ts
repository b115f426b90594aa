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
  O_NONBLOCK,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  R_OK,
  S_IFMT,
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
  W_OK,
  X_OK,
} from "./constants.ts";
import { Descriptors } from "./descriptors.ts";
import type { ErrnoName } from "./errno.ts";
import {
  type DirectoryEntry,
  type FileSystem,
  type FileSystemStat,
  HostError,
  type HostPath,
  ifPossible,
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
  type MemoryTerminal,
  PipeInode,
} from "./memory-inodes.ts";
import { type Found, isInside, type MemoryOptions, MemoryTree } from "./memory-tree.ts";
import { keyFromPath, pathFromKey, pathToBytes } from "./path.ts";

/** The flags of open that stay with the description. */
const OPEN_FLAGS = O_ACCMODE | O_APPEND;
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

export class MemoryFiles extends Descriptors<Description> implements FileSystem {
  private readonly tree: MemoryTree;
  private mask = 0o022;

  constructor(private readonly options: MemoryOptions) {
    super();
    this.tree = new MemoryTree(options);
  }

  /** The last descriptor of an end of a pipe is closed. */
  protected release(description: Description): void {
    const { inode } = description;
    if (!(inode instanceof PipeInode)) return;
    if (isWriter(description)) inode.pipe.isWriterOpen = false;
    else inode.pipe.isReaderOpen = false;
  }

  /** Put a device into the tree; its folder must exist. */
  addDevice(path: string, device: Device): void {
    const found = this.tree.find(path, true);
    this.tree.enter(found.folder, found.name, new DeviceInode(this.tree.nextInode(), device, this.options.now()));
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
    const { folder, name } = this.tree.find(path, true);
    const { uid, gid, now } = this.options;
    this.tree.enter(folder, name, new FileInode(this.tree.nextInode(), 0o644, uid, gid, now(), content));
  }

  private makeFolders(path: string): void {
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (parent === "" || this.isFolder(parent)) return;
    this.makeFolders(parent);
    this.mkdir(parent, 0o755);
  }

  private isFolder(path: string): boolean {
    return ifPossible(() => this.tree.find(path, true).inode instanceof FolderInode) ?? false;
  }

  stat(path: HostPath): Stat {
    return this.tree.existing(path, true).stat();
  }

  lstat(path: HostPath): Stat {
    return this.tree.existing(path, false).stat();
  }

  fstat(fd: number): Stat {
    return this.table.get(fd).inode.stat();
  }

  statvfs(path: HostPath): FileSystemStat {
    this.tree.existing(path, true);
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
    return (
      ifPossible(() => {
        const inode = this.tree.existing(path, true);
        return mode === F_OK ? inode !== null : this.tree.may(inode, mode);
      }) ?? false
    );
  }

  open(path: HostPath, flags: number, mode = 0o777): number {
    const creates = (flags & O_CREAT) !== 0;
    const exclusive = creates && (flags & O_EXCL) !== 0;
    const found = this.tree.find(path, !exclusive && (flags & O_NOFOLLOW) === 0);
    if (found.inode !== null && exclusive) throw new HostError("EEXIST", path);
    const inode = found.inode ?? this.createFile(found, path, creates, mode);
    if (found.inode !== null) this.checkOpen(inode, flags, path);
    if ((flags & O_TRUNC) !== 0 && inode instanceof FileInode) this.resize(inode, 0);
    return this.table.add({ inode, flags, position: 0 });
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
    const inode = this.tree.existing(path, true);
    if (inode instanceof FolderInode) throw new HostError("EISDIR", path);
    if (!(inode instanceof FileInode) || length < 0) throw new HostError("EINVAL", path);
    this.tree.demand(inode, W_OK, path);
    this.resize(inode, length);
  }

  fsync(fd: number): void {
    this.table.get(fd);
  }

  statusFlags(fd: number): number {
    const { flags } = this.table.get(fd);
    return (flags & OPEN_FLAGS) | (this.isBlocking(fd) ? 0 : O_NONBLOCK);
  }

  lock(fd: number): never {
    this.table.get(fd);
    throw new HostError("ENOLCK");
  }

  lockRange(fd: number): never {
    return this.lock(fd);
  }

  isRangeFree(fd: number): never {
    return this.lock(fd);
  }

  allocate(fd: number, offset: number, length: number): void {
    if (offset < 0 || length <= 0) throw new HostError("EINVAL");
    const end = offset + length;
    if (end > this.table.get(fd).inode.size) this.ftruncate(fd, end);
  }

  pipe(): [number, number] {
    const { uid, gid, now } = this.options;
    const inode = new PipeInode(this.tree.nextInode(), 0o600, uid, gid, now());
    const reader = this.table.add({ inode, flags: O_RDONLY, position: 0 });
    return [reader, this.table.add({ inode, flags: O_WRONLY, position: 0 })];
  }

  isReadable(fd: number): boolean {
    const description = this.table.get(fd);
    const { inode } = description;
    if (inode instanceof DeviceInode) return inode.device.terminal?.isReadable ?? true;
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

  isatty(fd: number): boolean {
    const { inode } = this.table.get(fd);
    return inode instanceof DeviceInode && inode.device.isTerminal;
  }

  terminalSize(fd: number): { columns: number; lines: number } {
    if (!this.isatty(fd)) throw new HostError("ENOTTY");
    return this.terminal(fd)?.size() ?? { columns: 80, lines: 24 };
  }

  setTerminalSize(fd: number): void {
    this.noTerminal(fd);
  }

  keyboard(fd: number): Keyboard {
    return this.terminal(fd)?.keyboard() ?? this.noTerminal(fd);
  }

  terminalAttributes(fd: number): TerminalAttributes {
    return this.terminal(fd)?.attributes ?? this.noTerminal(fd);
  }

  setTerminalAttributes(fd: number, attributes: TerminalAttributes): void {
    const terminal = this.terminal(fd) ?? this.noTerminal(fd);
    terminal.attributes = attributes;
  }

  private terminal(fd: number): MemoryTerminal | undefined {
    const { inode } = this.table.get(fd);
    return inode instanceof DeviceInode ? inode.device.terminal : undefined;
  }

  private noTerminal(fd: number): never {
    this.table.get(fd);
    throw new HostError("ENOTTY");
  }

  readFile(path: HostPath): Uint8Array {
    const inode = this.tree.existing(path, true);
    this.tree.demand(inode, R_OK, path);
    if (inode instanceof FolderInode) throw new HostError("EISDIR", path);
    if (inode instanceof FileInode) return inode.content();
    return new Uint8Array(0);
  }

  mkdir(path: HostPath, mode = 0o777): void {
    const { folder, name, inode } = this.tree.find(path, false);
    if (inode !== null) throw new HostError("EEXIST", path);
    this.tree.demand(folder, W_OK | X_OK, path);
    const { uid, gid, now } = this.options;
    const child = new FolderInode(this.tree.nextInode(), mode & 0o1777 & ~this.mask, uid, gid, now());
    child.parent = folder;
    folder.nlink += 1;
    this.tree.enter(folder, name, child);
  }

  rmdir(path: HostPath): void {
    const { folder, name, inode } = this.tree.find(path, false);
    if (inode === null) throw new HostError("ENOENT", path);
    if (!(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
    if (name === ".") throw new HostError("EINVAL", path);
    if (name === "..") throw new HostError("ENOTEMPTY", path);
    if (inode === this.tree.root) throw new HostError("EBUSY", path);
    this.tree.demandRemoval(folder, inode, path);
    if (inode.entries.size > 0) throw new HostError("ENOTEMPTY", path);
    this.tree.forget(folder, name, inode);
  }

  unlink(path: HostPath): void {
    const found = this.tree.find(path, false);
    const { folder, name, inode } = found;
    if (inode === null) throw new HostError("ENOENT", path);
    if (inode instanceof FolderInode) throw new HostError("EISDIR", path);
    if (found.wantsFolder) throw new HostError("ENOTDIR", path);
    this.tree.demandRemoval(folder, inode, path);
    this.tree.forget(folder, name, inode);
  }

  rename(from: HostPath, to: HostPath): void {
    const source = this.tree.find(from, false);
    const target = this.tree.find(to, false);
    const fail = (code: ErrnoName): never => {
      throw new HostError(code, from, to);
    };
    const moved = source.inode;
    if (moved === null) throw new HostError("ENOENT", from, to);
    if ([".", ".."].includes(source.name) || [".", ".."].includes(target.name) || moved === this.tree.root)
      fail("EBUSY");
    if (moved === target.inode) return;
    this.tree.demandRemoval(source.folder, moved, from);
    this.tree.demand(target.folder, W_OK | X_OK, to);
    if (moved instanceof FolderInode) {
      if (isInside(target.folder, moved)) fail("EINVAL");
      if (target.inode !== null && !(target.inode instanceof FolderInode)) fail("ENOTDIR");
      if (target.inode instanceof FolderInode && target.inode.entries.size > 0) fail("ENOTEMPTY");
    } else {
      if (source.wantsFolder || target.wantsFolder) fail("ENOTDIR");
      if (target.inode instanceof FolderInode) fail("EISDIR");
    }
    if (target.inode !== null) {
      this.tree.demandRemoval(target.folder, target.inode, to);
      this.tree.forget(target.folder, target.name, target.inode);
    }
    this.tree.move(moved, source, target);
  }

  link(existing: HostPath, path: HostPath): void {
    const inode = this.tree.find(existing, false).inode;
    const { folder, name, inode: present } = this.tree.find(path, false);
    if (inode === null) throw new HostError("ENOENT", existing, path);
    if (inode instanceof FolderInode) throw new HostError("EPERM", existing, path);
    if (present !== null) throw new HostError("EEXIST", existing, path);
    this.tree.demand(folder, W_OK | X_OK, path);
    inode.nlink += 1;
    inode.ctimeNs = this.options.now();
    this.tree.enter(folder, name, inode);
  }

  symlink(target: HostPath, path: HostPath): void {
    const { folder, name, inode } = this.tree.find(path, false);
    const size = pathToBytes(target).length;
    if (size === 0) throw new HostError("ENOENT", target, path);
    if (inode !== null) throw new HostError("EEXIST", target, path);
    this.tree.demand(folder, W_OK | X_OK, path);
    const { uid, gid, now } = this.options;
    this.tree.enter(folder, name, new LinkInode(this.tree.nextInode(), keyFromPath(target), size, uid, gid, now()));
  }

  mkfifo(path: HostPath): never {
    throw new HostError(this.tree.find(path, false).inode === null ? "EPERM" : "EEXIST", path);
  }

  readlink(path: HostPath): HostPath {
    const inode = this.tree.existing(path, false);
    if (!(inode instanceof LinkInode)) throw new HostError("EINVAL", path);
    return pathFromKey(inode.target);
  }

  readdir(path: HostPath): DirectoryEntry[] {
    const inode = this.tree.existing(path, true);
    if (!(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
    this.tree.demand(inode, R_OK, path);
    return Array.from(inode.entries, ([name, entry]) => ({
      name: pathFromKey(name),
      type: entry.type,
      ino: entry.ino,
    }));
  }

  chmod(path: HostPath, mode: number): void {
    this.setMode(this.tree.existing(path, true), mode, path);
  }

  fchmod(fd: number, mode: number): void {
    this.setMode(this.table.get(fd).inode, mode, null);
  }

  chown(path: HostPath, uid: number, gid: number, followSymlinks = true): void {
    this.setOwner(this.tree.existing(path, followSymlinks), uid, gid, path);
  }

  fchown(fd: number, uid: number, gid: number): void {
    this.setOwner(this.table.get(fd).inode, uid, gid, null);
  }

  private setOwner(inode: Inode, uid: number, gid: number, path: HostPath | null): void {
    const same = (uid === -1 || uid === inode.uid) && (gid === -1 || gid === inode.gid);
    if (this.options.uid !== 0 && !(same && inode.uid === this.options.uid)) throw new HostError("EPERM", path);
    if (uid !== -1) inode.uid = uid;
    if (gid !== -1) inode.gid = gid;
    inode.ctimeNs = this.options.now();
  }

  utimes(path: HostPath, atimeNs: bigint, mtimeNs: bigint, followSymlinks = true): void {
    this.setTimes(this.tree.existing(path, followSymlinks), atimeNs, mtimeNs, path);
  }

  futimes(fd: number, atimeNs: bigint, mtimeNs: bigint): void {
    this.setTimes(this.table.get(fd).inode, atimeNs, mtimeNs, null);
  }

  realpath(path: HostPath): HostPath {
    const found = this.tree.find(path, true);
    if (found.inode === null) throw new HostError("ENOENT", path);
    if (found.inode instanceof FolderInode) return pathFromKey(this.tree.folderPath(found.inode));
    const folder = this.tree.folderPath(found.folder);
    return pathFromKey(`${folder === "/" ? "" : folder}/${found.name}`);
  }

  folderPath(fd: number): HostPath {
    const { inode } = this.table.get(fd);
    if (!(inode instanceof FolderInode)) throw new HostError("ENOTDIR");
    return pathFromKey(this.tree.folderPath(inode));
  }

  umask(mask: number): number {
    const old = this.mask;
    this.mask = mask & 0o777;
    return old;
  }

  getcwd(): HostPath {
    return pathFromKey(this.tree.folderPath(this.tree.cwd));
  }

  chdir(path: HostPath): void {
    const inode = this.tree.existing(path, true);
    if (!(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
    this.tree.demand(inode, X_OK, path);
    this.tree.cwd = inode;
  }

  private createFile(found: Found, path: HostPath, creates: boolean, mode: number): FileInode {
    if (!creates) throw new HostError("ENOENT", path);
    if (found.wantsFolder) throw new HostError("EISDIR", path);
    if (found.folder.parent === null) throw new HostError("ENOENT", path);
    this.tree.demand(found.folder, W_OK | X_OK, path);
    const { uid, gid, now } = this.options;
    const inode = new FileInode(this.tree.nextInode(), mode & 0o7777 & ~this.mask, uid, gid, now());
    this.tree.enter(found.folder, found.name, inode);
    return inode;
  }

  private checkOpen(inode: Inode, flags: number, path: HostPath): void {
    const access = flags & O_ACCMODE;
    if (inode instanceof LinkInode) throw new HostError("ELOOP", path);
    if ((flags & O_DIRECTORY) !== 0 && !(inode instanceof FolderInode)) throw new HostError("ENOTDIR", path);
    if (inode instanceof FolderInode && (access !== O_RDONLY || (flags & O_CREAT) !== 0)) {
      throw new HostError("EISDIR", path);
    }
    if (access !== O_WRONLY) this.tree.demand(inode, R_OK, path);
    if (access !== O_RDONLY || (flags & O_TRUNC) !== 0) this.tree.demand(inode, W_OK, path);
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
    this.tree.touch(inode);
    return data.length;
  }

  private resize(inode: FileInode, length: number): void {
    if (length > MAXIMUM_FILE) throw new HostError("EFBIG");
    inode.resize(length);
    this.tree.touch(inode);
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
}
