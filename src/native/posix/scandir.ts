/**
 * os.scandir and os.DirEntry (CPython Modules/posixmodule.c).
 */
import { S_IFDIR, S_IFLNK, S_IFMT, S_IFREG } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { type DirectoryEntry, HostError, type HostPath, type Stat } from "../../host/host.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { intFromBigInt } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { folderOf, joinPath, pathOrDescriptor, pathValue, system } from "./paths.ts";
import { statValue } from "./stat.ts";

class PyDirEntry extends PyObject {
  private followed: Stat | undefined = undefined;
  private unfollowed: Stat | undefined = undefined;

  constructor(
    readonly entry: DirectoryEntry,
    readonly name: Value,
    readonly path: Value,
    private readonly hostPath: HostPath,
  ) {
    super(DIR_ENTRY);
  }

  stat(follow: boolean): Stat {
    if (follow) {
      this.followed ??= system(() => host().files.stat(this.hostPath), this.path);
      return this.followed;
    }
    this.unfollowed ??= system(() => host().files.lstat(this.hostPath), this.path);
    return this.unfollowed;
  }

  /** Has the entry this type? A file that is gone has none. */
  is(type: number, follow: boolean): boolean {
    const known = this.entry.type;
    if (known !== 0 && !(follow && known === S_IFLNK)) return known === type;
    try {
      const found = follow ? host().files.stat(this.hostPath) : host().files.lstat(this.hostPath);
      return (found.mode & S_IFMT) === type;
    } catch (error) {
      if (error instanceof HostError && error.code === "ENOENT") return false;
      return system(() => {
        throw error;
      }, this.path);
    }
  }
}

export const DIR_ENTRY = defineType<PyDirEntry>("posix.DirEntry", {
  traits: { noConstructor: true },
  slots: { __repr__: (self) => `<DirEntry ${reprText(self.name)}>` },
  methods: {
    is_dir: [
      "($self, /, *, follow_symlinks=True)",
      "Return True if the entry is a directory; cached per entry.",
      (self: PyDirEntry, follow: Value) => self.is(S_IFDIR, isTrue(follow)),
    ],
    is_file: [
      "($self, /, *, follow_symlinks=True)",
      "Return True if the entry is a file; cached per entry.",
      (self: PyDirEntry, follow: Value) => self.is(S_IFREG, isTrue(follow)),
    ],
    is_symlink: [
      "($self, /)",
      "Return True if the entry is a symbolic link; cached per entry.",
      (self: PyDirEntry) => self.is(S_IFLNK, false),
    ],
    is_junction: ["($self, /)", "Return True if the entry is a junction; cached per entry.", () => false],
    stat: [
      "($self, /, *, follow_symlinks=True)",
      "Return stat_result object for the entry; cached per entry.",
      (self: PyDirEntry, follow: Value) => statValue(self.stat(isTrue(follow))),
    ],
    inode: [
      "($self, /)",
      "Return inode of the entry; cached per entry.",
      (self: PyDirEntry) => {
        const inode = self.entry.ino === 0 ? self.stat(false).ino : self.entry.ino;
        return typeof inode === "bigint" ? intFromBigInt(inode) : inode;
      },
    ],
    __fspath__: ["($self, /)", "Returns the path for the entry.", (self: PyDirEntry) => self.path],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    name: [(self) => self.name, undefined, 'the entry\'s base filename, relative to scandir() "path" argument'],
    path: [
      (self) => self.path,
      undefined,
      "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)",
    ],
  },
});

class PyScandirIterator extends PyObject {
  position = 0;

  constructor(
    public entries: readonly DirectoryEntry[],
    readonly make: (entry: DirectoryEntry) => PyDirEntry,
  ) {
    super(SCANDIR_ITERATOR);
  }
}

const SCANDIR_ITERATOR = defineType<PyScandirIterator>("posix.ScandirIterator", {
  traits: { noConstructor: true },
  slots: {
    __iter__: (self) => self,
    __next__: (self) => (self.position < self.entries.length ? self.make(self.entries[self.position++]) : undefined),
  },
  methods: {
    __enter__: ["~($self, /)", undefined, (self: PyScandirIterator) => self],
    __exit__: ["~($self, *args)", undefined, (self: PyScandirIterator) => close(self)],
    close: ["~($self, /)", undefined, close],
  },
});

function close(self: PyScandirIterator): void {
  self.entries = [];
}

/** The entries of an open folder are named without it. */
export function scandir(path: Value): Value {
  const given = pathOrDescriptor(path, "scandir", { orNone: true });
  const shown = typeof given === "number" ? given : given.shown;
  const isBytes = typeof given !== "number" && given.isBytes;
  const folder = system(() => folderOf(given));
  const entries = system(() => host().files.readdir(folder), shown);
  return new PyScandirIterator(entries, (entry) => {
    const full = joinPath(folder, entry.name);
    const name = pathValue(entry.name, isBytes);
    return new PyDirEntry(entry, name, typeof given === "number" ? name : pathValue(full, isBytes), full);
  });
}
