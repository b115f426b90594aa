/**
 * posix: opening, reading, naming and changing files (CPython Modules/posixmodule.c).
 */

import { O_CLOEXEC, O_NONBLOCK, S_IFLNK, S_IFMT } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { type HostPath, ifPossible } from "../../host/host.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { getItem } from "../../objects/kernel/iterate.ts";
import { toDouble, toIndex, toSsize } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyBytes, PyFloat, PyList, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import { osErrorOf } from "../os-errors.ts";
import { ownerArgument } from "./accounts.ts";
import { descriptorOf, isTerminal } from "./file-descriptor.ts";
import { folderOf, type Path, pathArgument, pathBelow, pathOrDescriptor, pathValue, system } from "./paths.ts";
import { closeDescriptor, duplicateDescriptor, duplicateOnto, readWhenReady, writeWhenReady } from "./waiting.ts";

const files = () => host().files;

const TERMINAL_SIZE = defineStructSequence(
  "os.terminal_size",
  "A tuple of (columns, lines) for holding terminal window size",
  [
    ["columns", "width of the terminal window in characters"],
    ["lines", "height of the terminal window in characters"],
  ],
);

export const fileTypes = { terminal_size: TERMINAL_SIZE.type };

/** A row of functions with one path and nothing else. */
function onPath(name: string, signature: string, doc: string, act: (path: Path) => Value | undefined): MethodRow {
  return [
    signature,
    doc,
    (value: Value, dirFd: Value | undefined) => {
      const path = pathBelow(value, dirFd ?? NONE, name);
      return system(() => act(path), path.shown) ?? NONE;
    },
  ];
}

function open(path: Value, flags: Value, mode: Value, dirFd: Value): Value {
  const target = pathBelow(path, dirFd, "open");
  return system(() => files().open(target.host, intArgument(flags) | O_CLOEXEC, intArgument(mode)), target.shown);
}

function read(fd: Value, length: Value): Value {
  const size = toSsize(length, "OverflowError");
  if (size < 0) throw osErrorOf("EINVAL");
  const target = new Uint8Array(Math.min(size, 0x7ffff000));
  const count = system(() => readWhenReady(intArgument(fd), target));
  return new PyBytes(count === target.length ? target : target.slice(0, count));
}

function rename(name: "rename" | "replace"): MethodRow {
  return [
    "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
    name === "rename" ? "Rename a file or directory." : "Rename a file or directory, overwriting the destination.",
    (source: Value, target: Value, sourceFd: Value, targetFd: Value) => {
      const from = pathBelow(source, sourceFd, name, "src");
      const to = pathBelow(target, targetFd, name, "dst");
      system(() => files().rename(from.host, to.host), from.shown, to.shown);
    },
  ];
}

function link(source: Value, target: Value, sourceFd: Value, targetFd: Value, follow: Value): void {
  const from = pathBelow(source, sourceFd, "link", "src");
  const to = pathBelow(target, targetFd, "link", "dst");
  // Without folders CPython leaves it to link(2), which links a link itself.
  const follows = isTrue(follow) && (sourceFd !== NONE || targetFd !== NONE);
  system(() => files().link(follows ? files().realpath(from.host) : from.host, to.host), from.shown, to.shown);
}

function symlink(source: Value, target: Value, _isDirectory: Value, dirFd: Value): void {
  const from = pathArgument(source, "symlink", "src");
  const to = pathBelow(target, dirFd, "symlink", "dst");
  system(() => files().symlink(from.host, to.host), from.shown, to.shown);
}

function readlink(path: Value, dirFd: Value): Value {
  const target = pathBelow(path, dirFd, "readlink");
  return pathValue(
    system(() => files().readlink(target.host), target.shown),
    target.isBytes,
  );
}

/** The names in an open folder are str. */
function listdir(path: Value): Value {
  const target = pathOrDescriptor(path, "listdir", { orNone: true });
  const shown = typeof target === "number" ? target : target.shown;
  const folder = system(() => folderOf(target));
  const entries = system(() => files().readdir(folder), shown);
  const isBytes = typeof target !== "number" && target.isBytes;
  return new PyList(entries.map((entry) => pathValue(entry.name, isBytes)));
}

/** The working folder gets its lasting name: that of a descriptor may be another folder's one day. */
function enterFolder(fd: number): void {
  files().chdir(files().realpath(files().folderPath(fd)));
}

function chdir(path: Value): void {
  const target = pathOrDescriptor(path, "chdir");
  if (typeof target === "number") system(() => enterFolder(target), target);
  else system(() => files().chdir(target.host), target.shown);
}

function chmod(path: Value, mode: Value, dirFd: Value, follow: Value): void {
  const target = pathOrDescriptor(path, "chmod", { dirFd });
  const bits = intArgument(mode);
  if (typeof target === "number") system(() => files().fchmod(target, bits), target);
  else if (isTrue(follow) || !isLink(target.host)) system(() => files().chmod(target.host, bits), target.shown);
  else if (dirFd !== NONE) throw valueError("chmod: cannot use dir_fd and follow_symlinks together");
  else throw raise("NotImplementedError", "chmod: follow_symlinks unavailable on this platform");
}

function chown(path: Value, uid: Value, gid: Value, dirFd: Value, follow: Value): void {
  const target = pathOrDescriptor(path, "chown", { dirFd });
  const [owner, group] = [ownerArgument(uid, "uid"), ownerArgument(gid, "gid")];
  if (typeof target !== "number") {
    system(() => files().chown(target.host, owner, group, isTrue(follow)), target.shown);
    return;
  }
  if (!isTrue(follow)) throw valueError("chown: cannot use fd and follow_symlinks together");
  system(() => files().fchown(target, owner, group), target);
}

/** Seconds (int or float) to nanoseconds, rounding down as CPython does for files. */
export function nanoseconds(value: Value): bigint {
  if (value instanceof PyFloat) {
    const seconds = toDouble(value);
    const whole = Math.floor(seconds);
    return BigInt(whole) * 1_000_000_000n + BigInt(Math.floor((seconds - whole) * 1e9));
  }
  return BigInt(toIndex(value)) * 1_000_000_000n;
}

function utime(path: Value, times: Value, ns: Value | undefined, dirFd: Value, follow: Value): void {
  const target = pathOrDescriptor(path, "utime", { dirFd });
  if (times !== NONE && ns !== undefined)
    throw valueError("utime: you may specify either 'times' or 'ns' but not both");
  const [atime, mtime] = utimeTimes(times, ns);
  // Not named in an error: it may be the time that the file system does not take.
  if (typeof target !== "number") system(() => files().utimes(target.host, atime, mtime, isTrue(follow)));
  else if (isTrue(follow)) system(() => files().futimes(target, atime, mtime));
  else throw valueError("utime: cannot use fd and follow_symlinks together");
}

function utimeTimes(times: Value, ns: Value | undefined): [bigint, bigint] {
  if (times !== NONE) {
    if (!(times instanceof PyTuple) || times.items.length !== 2) {
      throw typeError("utime: 'times' must be either a tuple of two ints or None");
    }
    return [nanoseconds(times.items[0]), nanoseconds(times.items[1])];
  }
  if (ns === undefined) {
    const now = host().clock.timeNs();
    return [now, now];
  }
  if (!(ns instanceof PyTuple) || ns.items.length !== 2) throw typeError("utime: 'ns' must be a tuple of two ints");
  return [BigInt(toIndex(getItem(ns, 0))), BigInt(toIndex(getItem(ns, 1)))];
}

function truncate(path: Value, length: Value): void {
  const target = pathOrDescriptor(path, "truncate");
  const size = toSsize(length, "OverflowError");
  if (typeof target === "number") system(() => files().ftruncate(target, size), target);
  else system(() => files().truncate(target.host, size), target.shown);
}

function access(path: Value, mode: Value, dirFd: Value, _effective: Value, follow: Value): Value {
  const target = pathBelow(path, dirFd, "access");
  const wanted = intArgument(mode);
  if (isTrue(follow) || !isLink(target.host)) return files().access(target.host, wanted);
  // Whoever finds a link may do all with it.
  return true;
}

function isLink(path: HostPath): boolean {
  return ifPossible(() => (files().lstat(path).mode & S_IFMT) === S_IFLNK) ?? false;
}

function terminalSize(fd: Value): Value {
  const { columns, lines } = system(() => files().terminalSize(intArgument(fd)));
  return TERMINAL_SIZE.make([columns, lines]);
}

function openPipe(flags: number): Value {
  const ends = system(() => files().pipe());
  for (const fd of ends) {
    if ((flags & O_NONBLOCK) !== 0) files().setBlocking(fd, false);
    if ((flags & O_CLOEXEC) === 0) files().setInheritable(fd, true);
  }
  return tuple(ends);
}

/** What is not open is passed over, and so is what can no more be written to its end. */
function closeRange(low: Value, high: Value): void {
  const [first, end] = [intArgument(low), intArgument(high)];
  for (const fd of files().openNumbers()) {
    if (fd >= first && fd < end) ifPossible(() => closeDescriptor(fd));
  }
}

function synchronize(fd: Value): void {
  const number = descriptorOf(fd);
  system(() => files().fsync(number));
}

const makeDirectory: MethodRow = [
  "($module, /, path, mode=511, *, dir_fd=None)",
  "Create a directory.\n\nIf dir_fd is not None, it should be a file descriptor open to a directory,\n  and path should be relative; path will then be relative to that directory.\ndir_fd may not be implemented on your platform.\n  If it is unavailable, using it will raise a NotImplementedError.\n\nThe mode argument is ignored on Windows. Where it is used, the current umask\nvalue is first masked out.",
  (path: Value, mode: Value, dirFd: Value) => {
    const target = pathBelow(path, dirFd, "mkdir");
    const bits = intArgument(mode);
    system(() => files().mkdir(target.host, bits), target.shown);
  },
];

const makeFifo: MethodRow = [
  "($module, /, path, mode=438, *, dir_fd=None)",
  'Create a "fifo" (a POSIX named pipe).\n\nIf dir_fd is not None, it should be a file descriptor open to a directory,\n  and path should be relative; path will then be relative to that directory.\ndir_fd may not be implemented on your platform.\n  If it is unavailable, using it will raise a NotImplementedError.',
  (path: Value, mode: Value, dirFd: Value) => {
    const target = pathBelow(path, dirFd, "mkfifo");
    const bits = intArgument(mode);
    // CPython names no file in this error.
    system(() => files().mkfifo(target.host, bits));
  },
];

const ONE_PATH = "($module, /, path, *, dir_fd=None)";

export const fileFunctions: Record<string, MethodRow> = {
  open: [
    "($module, /, path, flags, mode=511, *, dir_fd=None)",
    "Open a file for low level IO.  Returns a file descriptor (integer).",
    open,
  ],
  close: [
    "($module, /, fd)",
    "Close a file descriptor.",
    (fd: Value) => system(() => closeDescriptor(intArgument(fd))),
  ],
  closerange: [
    "($module, fd_low, fd_high, /)",
    "Closes all file descriptors in [fd_low, fd_high), ignoring errors.",
    closeRange,
  ],
  read: ["($module, fd, length, /)", "Read from a file descriptor.  Returns a bytes object.", mayWait(read)],
  write: [
    "($module, fd, data, /)",
    "Write a bytes object to a file descriptor.",
    mayWait((fd: Value, data: Value) => system(() => writeWhenReady(intArgument(fd), getBuffer(data)))),
  ],
  pread: [
    "($module, fd, length, offset, /)",
    "Read a number of bytes from a file descriptor starting at a particular offset.",
    (fd: Value, length: Value, offset: Value) => {
      const target = new Uint8Array(toSsize(length, "OverflowError"));
      const count = system(() => files().pread(intArgument(fd), target, toSsize(offset, "OverflowError")));
      return new PyBytes(target.slice(0, count));
    },
  ],
  pwrite: [
    "($module, fd, buffer, offset, /)",
    "Write bytes to a file descriptor starting at a particular offset.",
    (fd: Value, data: Value, offset: Value) =>
      system(() => files().pwrite(intArgument(fd), getBuffer(data), toSsize(offset, "OverflowError"))),
  ],
  lseek: [
    "($module, fd, position, how, /)",
    "Set the position of a file descriptor.  Return the new position.",
    (fd: Value, position: Value, how: Value) =>
      system(() => files().lseek(intArgument(fd), toSsize(position, "OverflowError"), intArgument(how))),
  ],
  dup: [
    "($module, fd, /)",
    "Return a duplicate of a file descriptor.",
    (fd: Value) => system(() => duplicateDescriptor(intArgument(fd))),
  ],
  dup2: [
    "($module, /, fd, fd2, inheritable=True)",
    "Duplicate file descriptor.",
    (fd: Value, target: Value, inheritable: Value) => {
      system(() => duplicateOnto(intArgument(fd), intArgument(target)));
      if (!isTrue(inheritable)) files().setInheritable(intArgument(target), false);
      return target;
    },
  ],
  isatty: ["($module, fd, /)", "Return True if the fd is connected to a terminal.", isTerminal],
  fsync: ["($module, /, fd)", "Force write of fd to disk.", synchronize],
  fdatasync: ["($module, /, fd)", "Force write of fd to disk without forcing update of metadata.", synchronize],
  ftruncate: [
    "($module, fd, length, /)",
    "Truncate a file, specified by file descriptor, to a specific length.",
    (fd: Value, length: Value) => system(() => files().ftruncate(intArgument(fd), toSsize(length, "OverflowError"))),
  ],
  truncate: ["($module, /, path, length)", "Truncate a file, specified by path, to a specific length.", truncate],
  access: [
    "($module, /, path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
    "Use the real uid/gid to test for access to a path.",
    access,
  ],
  chdir: ["($module, /, path)", "Change the current working directory to the specified path.", chdir],
  fchdir: [
    "($module, /, fd)",
    "Change to the directory of the given file descriptor.\n\nfd must be opened on a directory, not a file.\nEquivalent to os.chdir(fd).",
    (fd: Value) => {
      const number = descriptorOf(fd);
      system(() => enterFolder(number));
    },
  ],
  getcwd: [
    "($module, /)",
    "Return a unicode string representing the current working directory.",
    () =>
      pathValue(
        system(() => files().getcwd()),
        false,
      ),
  ],
  getcwdb: [
    "($module, /)",
    "Return a bytes string representing the current working directory.",
    () =>
      pathValue(
        system(() => files().getcwd()),
        true,
      ),
  ],
  listdir: ["($module, /, path=None)", "Return a list containing the names of the files in the directory.", listdir],
  mkdir: makeDirectory,
  mkfifo: makeFifo,
  rmdir: onPath("rmdir", ONE_PATH, "Remove a directory.", (path) => void files().rmdir(path.host)),
  unlink: onPath("unlink", ONE_PATH, "Remove a file (same as remove()).", (path) => void files().unlink(path.host)),
  remove: onPath("remove", ONE_PATH, "Remove a file (same as unlink()).", (path) => void files().unlink(path.host)),
  rename: rename("rename"),
  replace: rename("replace"),
  link: [
    "($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
    "Create a hard link to a file.",
    link,
  ],
  symlink: [
    "($module, /, src, dst, target_is_directory=False, *, dir_fd=None)",
    "Create a symbolic link pointing to src named dst.",
    symlink,
  ],
  readlink: [
    "($module, /, path, *, dir_fd=None)",
    "Return a string representing the path to which the symbolic link points.",
    readlink,
  ],
  chmod: [
    "($module, /, path, mode, *, dir_fd=None, follow_symlinks=True)",
    "Change the access permissions of a file.",
    chmod,
  ],
  fchmod: [
    "($module, /, fd, mode)",
    "Change the access permissions of the file given by file descriptor fd.",
    (fd: Value, mode: Value) => system(() => files().fchmod(intArgument(fd), intArgument(mode))),
  ],
  chown: [
    "($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
    "Change the owner and group id of path to the numeric uid and gid.",
    chown,
  ],
  fchown: [
    "($module, /, fd, uid, gid)",
    "Change the owner and group id of the file specified by file descriptor.\n\nEquivalent to os.chown(fd, uid, gid).",
    (fd: Value, uid: Value, gid: Value) => {
      const [number, owner, group] = [intArgument(fd), ownerArgument(uid, "uid"), ownerArgument(gid, "gid")];
      system(() => files().fchown(number, owner, group));
    },
  ],
  lchown: [
    "($module, /, path, uid, gid)",
    "Change the owner and group id of path to the numeric uid and gid.\n\nThis function will not follow symbolic links.\nEquivalent to os.chown(path, uid, gid, follow_symlinks=False).",
    (path: Value, uid: Value, gid: Value) => chown(path, uid, gid, NONE, false),
  ],
  utime: [
    "($module, /, path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)",
    "Set the access and modified time of path.",
    utime,
  ],
  umask: [
    "($module, mask, /)",
    "Set the current numeric umask and return the previous umask.",
    (mask: Value) => files().umask(intArgument(mask)),
  ],
  get_terminal_size: [
    "~($module, fd=1, /)",
    "Return the size of the terminal window as (columns, lines).",
    terminalSize,
  ],
  get_inheritable: [
    "($module, fd, /)",
    "Get the close-on-exe flag of the specified file descriptor.",
    (fd: Value) => system(() => files().isInheritable(intArgument(fd))),
  ],
  set_inheritable: [
    "($module, fd, inheritable, /)",
    "Set the inheritable flag of the specified file descriptor.",
    (fd: Value, inheritable: Value) =>
      system(() => files().setInheritable(intArgument(fd), toIndex(inheritable) !== 0)),
  ],
  get_blocking: [
    "($module, fd, /)",
    "Get the blocking mode of the file descriptor.",
    (fd: Value) => system(() => files().isBlocking(intArgument(fd))),
  ],
  set_blocking: [
    "($module, fd, blocking, /)",
    "Set the blocking mode of the specified file descriptor.\n\nSet the O_NONBLOCK flag if blocking is False,\nclear the O_NONBLOCK flag otherwise.",
    (fd: Value, blocking: Value) => system(() => files().setBlocking(intArgument(fd), isTrue(blocking))),
  ],
  pipe: [
    "($module, /)",
    "Create a pipe.\n\nReturns a tuple of two file descriptors:\n  (read_fd, write_fd)",
    () => tuple(system(() => files().pipe())),
  ],
  pipe2: [
    "($module, flags, /)",
    "Create a pipe with flags set atomically.\n\nReturns a tuple of two file descriptors:\n  (read_fd, write_fd)\n\nflags can be constructed by ORing together one or more of these values:\nO_NONBLOCK, O_CLOEXEC.",
    (flags: Value) => openPipe(intArgument(flags)),
  ],
};
