/**
 * os.stat_result and the functions that ask for file status (CPython Modules/posixmodule.c).
 */
import { S_IFSOCK } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import type { FileSystemStat, Stat } from "../../host/host.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, PyFloat } from "../../objects/kernel/payload.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import { floatSeconds, wholeSeconds } from "../../util/nanoseconds.ts";
import { endpointOf } from "../_socket/endpoint.ts";
import { folderOf, pathBelow, pathOrDescriptor, system } from "./paths.ts";

export const STAT_RESULT = defineStructSequence(
  "os.stat_result",
  "stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.\n\nPosix/windows: If your platform supports st_blksize, st_blocks, st_rdev,\nor st_flags, they are available as attributes only.\n\nSee os.stat for more information.",
  [
    ["st_mode", "protection bits"],
    ["st_ino", "inode"],
    ["st_dev", "device"],
    ["st_nlink", "number of hard links"],
    ["st_uid", "user ID of owner"],
    ["st_gid", "group ID of owner"],
    ["st_size", "total size, in bytes"],
    ["", "integer time of last access"],
    ["", "integer time of last modification"],
    ["", "integer time of last change"],
    ["st_atime", "time of last access"],
    ["st_mtime", "time of last modification"],
    ["st_ctime", "time of last change"],
    ["st_atime_ns", "time of last access in nanoseconds"],
    ["st_mtime_ns", "time of last modification in nanoseconds"],
    ["st_ctime_ns", "time of last change in nanoseconds"],
    ["st_blksize", "blocksize for filesystem I/O"],
    ["st_blocks", "number of blocks allocated"],
    ["st_rdev", "device type (if inode device)"],
  ],
  10,
);

const STATVFS_RESULT = defineStructSequence(
  "os.statvfs_result",
  "statvfs_result: Result from statvfs or fstatvfs.\n\nThis object may be accessed either as a tuple of\n  (bsize, frsize, blocks, bfree, bavail, files, ffree, favail, flag, namemax),\nor via the attributes f_bsize, f_frsize, f_blocks, f_bfree, and so on.\n\nSee os.statvfs for more information.",
  [
    "f_bsize",
    "f_frsize",
    "f_blocks",
    "f_bfree",
    "f_bavail",
    "f_files",
    "f_ffree",
    "f_favail",
    "f_flag",
    "f_namemax",
    "f_fsid",
  ].map((name) => [name, undefined] as const),
  10,
);

const int = (value: number | bigint): Value => (typeof value === "bigint" ? intFromBigInt(value) : value);

export function statValue(stat: Stat): Value {
  const times = [stat.atimeNs, stat.mtimeNs, stat.ctimeNs];
  return STAT_RESULT.make([
    stat.mode,
    int(stat.ino),
    int(stat.dev),
    stat.nlink,
    stat.uid,
    stat.gid,
    stat.size,
    ...times.map((time) => intFromBigInt(wholeSeconds(time))),
    ...times.map((time) => new PyFloat(floatSeconds(time))),
    ...times.map(intFromBigInt),
    stat.blksize,
    stat.blocks,
    stat.rdev,
  ]);
}

/** A socket holds the place of a device, and is told as what it is. */
function statDescriptor(fd: number): Stat {
  const stat = host().files.fstat(fd);
  return endpointOf(fd) === undefined ? stat : { ...stat, mode: S_IFSOCK | 0o777, rdev: 0, nlink: 1 };
}

function statPath(path: Value, dirFd: Value, follow: Value): Value {
  const target = pathOrDescriptor(path, "stat", { dirFd });
  if (typeof target === "number") {
    if (!isTrue(follow)) throw valueError("stat: cannot use fd and follow_symlinks together");
    return statValue(system(() => statDescriptor(target), target));
  }
  const ask = isTrue(follow) ? "stat" : "lstat";
  return statValue(system(() => host().files[ask](target.host), target.shown));
}

function statvfsValue(found: FileSystemStat): Value {
  const { bsize, blocks, bfree, bavail, files, ffree } = found;
  return STATVFS_RESULT.make([bsize, bsize, blocks, bfree, bavail, files, ffree, ffree, 0, 255, 0]);
}

export const statFunctions: Record<string, MethodRow> = {
  stat: [
    "($module, /, path, *, dir_fd=None, follow_symlinks=True)",
    "Perform a stat system call on the given path.\n\n  path\n    Path to be examined; can be string, bytes, a path-like object or\n    open-file-descriptor int.\n  dir_fd\n    If not None, it should be a file descriptor open to a directory,\n    and path should be a relative string; path will then be relative to\n    that directory.\n  follow_symlinks\n    If False, and the last element of the path is a symbolic link,\n    stat will examine the symbolic link itself instead of the file\n    the link points to.\n\ndir_fd and follow_symlinks may not be implemented\n  on your platform.  If they are unavailable, using them will raise a\n  NotImplementedError.\n\nIt's an error to use dir_fd or follow_symlinks when specifying path as\n  an open file descriptor.",
    statPath,
  ],
  lstat: [
    "($module, /, path, *, dir_fd=None)",
    "Perform a stat system call on the given path, without following symbolic links.\n\nLike stat(), but do not follow symbolic links.\nEquivalent to stat(path, follow_symlinks=False).",
    (path: Value, dirFd: Value) => {
      const target = pathBelow(path, dirFd, "lstat");
      return statValue(system(() => host().files.lstat(target.host), target.shown));
    },
  ],
  fstat: [
    "($module, /, fd)",
    "Perform a stat system call on the given file descriptor.\n\nLike stat(), but for an open file descriptor.\nEquivalent to os.stat(fd).",
    (fd: Value) => statValue(system(() => statDescriptor(intArgument(fd)))),
  ],
  statvfs: [
    "($module, /, path)",
    "Perform a statvfs system call on the given path.\n\npath may always be specified as a string.\nOn some platforms, path may also be specified as an open file descriptor.\n  If this functionality is unavailable, using it raises an exception.",
    (path: Value) => {
      const target = pathOrDescriptor(path, "statvfs");
      const shown = typeof target === "number" ? target : target.shown;
      return statvfsValue(system(() => host().files.statvfs(folderOf(target)), shown));
    },
  ],
  fstatvfs: [
    "($module, fd, /)",
    "Perform an fstatvfs system call on the given fd.\n\nEquivalent to statvfs(fd).",
    (fd: Value) => {
      const number = intArgument(fd);
      return statvfsValue(system(() => host().files.statvfs(host().files.folderPath(number))));
    },
  ],
};

export const statTypes = { stat_result: STAT_RESULT.type, statvfs_result: STATVFS_RESULT.type };
