/**
 * The tree of a file system in memory: how a path leads to an inode, what hangs where, and who may do what.
 *
 * Follows path_resolution(7). Trap: an inode lives on without a name while a descriptor holds it; a folder whose
 * `parent` is null was removed.
 */
import { S_ISVTX, W_OK, X_OK } from "./constants.ts";
import { HostError, type HostPath } from "./host.ts";
import { FolderInode, type Inode, LinkInode } from "./memory-inodes.ts";
import { keyFromPath, pathFromKey, pathToBytes } from "./path.ts";

const MAXIMUM_LINKS_FOLLOWED = 40;
const MAXIMUM_NAME = 255;
const MAXIMUM_PATH = 4096;

/** Where a path leads: the folder that holds (or would hold) the last name, and the inode if there is one. */
export interface Found {
  readonly folder: FolderInode;
  readonly name: string;
  readonly inode: Inode | null;
  /** The path ended in "/" so it must name a folder. */
  readonly wantsFolder: boolean;
}

export interface MemoryOptions {
  readonly now: () => bigint;
  readonly uid: number;
  readonly gid: number;
}

export class MemoryTree {
  readonly root: FolderInode;
  cwd: FolderInode;
  private lastInode = 1;

  constructor(private readonly options: MemoryOptions) {
    this.root = new FolderInode(1, 0o755, 0, 0, options.now());
    this.root.parent = this.root;
    this.cwd = this.root;
  }

  nextInode(): number {
    this.lastInode += 1;
    return this.lastInode;
  }

  existing(path: HostPath, follow: boolean): Inode {
    const { inode } = this.find(path, follow);
    if (inode === null) throw new HostError("ENOENT", path);
    return inode;
  }

  /** Walk a path; a missing last name is no error here, a missing folder before it is. */
  find(path: HostPath, follow: boolean): Found {
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

  enter(folder: FolderInode, name: string, inode: Inode): void {
    if (folder.parent === null) throw new HostError("ENOENT");
    folder.entries.set(name, inode);
    this.touch(folder);
  }

  /** Drop a name; the inode lives on while another name or a descriptor holds it. */
  forget(folder: FolderInode, name: string, inode: Inode): void {
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

  move(inode: Inode, source: Found, target: Found): void {
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

  touch(inode: Inode): void {
    inode.mtimeNs = this.options.now();
    inode.ctimeNs = inode.mtimeNs;
  }

  folderPath(folder: FolderInode): string {
    const names: string[] = [];
    for (let inode = folder; inode !== this.root; inode = inode.parent as FolderInode) {
      if (inode.parent === null) throw new HostError("ENOENT");
      for (const [name, entry] of inode.parent.entries) if (entry === inode) names.unshift(name);
    }
    return `/${names.join("/")}`;
  }

  may(inode: Inode, wanted: number): boolean {
    const { uid, gid } = this.options;
    if (uid === 0) return (wanted & X_OK) === 0 || inode instanceof FolderInode || (inode.mode & 0o111) !== 0;
    const shift = inode.uid === uid ? 6 : inode.gid === gid ? 3 : 0;
    return ((inode.mode >> shift) & wanted) === wanted;
  }

  demand(inode: Inode, wanted: number, path: HostPath): void {
    if (!this.may(inode, wanted)) throw new HostError("EACCES", path);
  }

  /** Removing a name needs its folder writable and, in a sticky folder, ownership. */
  demandRemoval(folder: FolderInode, inode: Inode, path: HostPath): void {
    this.demand(folder, W_OK | X_OK, path);
    const { uid } = this.options;
    if ((folder.mode & S_ISVTX) !== 0 && uid !== 0 && uid !== inode.uid && uid !== folder.uid) {
      throw new HostError("EPERM", path);
    }
  }
}

/** Is the folder this one, or below it? */
export function isInside(folder: FolderInode, ancestor: FolderInode): boolean {
  for (let inode: FolderInode | null = folder; inode !== null; inode = inode.parent) {
    if (inode === ancestor) return true;
    if (inode.parent === inode) return false;
  }
  return false;
}
