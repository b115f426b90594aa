/** _stat: constants and tests for the `st_mode` of files (CPython Modules/_stat.c). */

import type { MethodRow } from "../objects/kernel/define.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { intOf } from "../objects/kernel/payload.ts";
import { overflowError, typeError } from "../objects/kernel/raise.ts";

const FORMAT_MASK = 0o170000;

const TYPES = {
  S_IFDIR: 0o040000,
  S_IFCHR: 0o020000,
  S_IFBLK: 0o060000,
  S_IFREG: 0o100000,
  S_IFIFO: 0o010000,
  S_IFLNK: 0o120000,
  S_IFSOCK: 0o140000,
  S_IFDOOR: 0,
  S_IFPORT: 0,
  S_IFWHT: 0,
};

const PERMISSIONS = {
  S_ISUID: 0o4000,
  S_ISGID: 0o2000,
  S_ISVTX: 0o1000,
  S_ENFMT: 0o2000,
  S_IREAD: 0o400,
  S_IWRITE: 0o200,
  S_IEXEC: 0o100,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
};

const FLAGS = {
  UF_NODUMP: 1,
  UF_IMMUTABLE: 2,
  UF_APPEND: 4,
  UF_OPAQUE: 8,
  UF_NOUNLINK: 16,
  UF_COMPRESSED: 32,
  UF_HIDDEN: 0x8000,
  SF_ARCHIVED: 0x10000,
  SF_IMMUTABLE: 0x20000,
  SF_APPEND: 0x40000,
  SF_NOUNLINK: 0x100000,
  SF_SNAPSHOT: 0x200000,
};

const FIELDS = {
  ST_MODE: 0,
  ST_INO: 1,
  ST_DEV: 2,
  ST_NLINK: 3,
  ST_UID: 4,
  ST_GID: 5,
  ST_SIZE: 6,
  ST_ATIME: 7,
  ST_MTIME: 8,
  ST_CTIME: 9,
};

function modeOf(value: Value): number {
  const mode = intOf(value);
  if (mode === undefined) throw typeError("an integer is required");
  if (mode < 0) throw overflowError("can't convert negative value to unsigned int");
  if (mode > 0xffffffffffffffffn) throw overflowError("Python int too large to convert to C unsigned long");
  if (mode > 0xffffffff) throw overflowError("mode out of range");
  return mode as number;
}

const test = (doc: string, type: number): MethodRow => [
  "~($module, mode, /)",
  doc,
  (mode: Value) => type !== 0 && (modeOf(mode) & FORMAT_MASK) === type,
];

const isFrom = (name: string, what: string): string => `${name}(mode) -> bool\n\nReturn True if mode is from a${what}.`;

const LETTERS: readonly (readonly [type: number, letter: string])[] = [
  [TYPES.S_IFREG, "-"],
  [TYPES.S_IFDIR, "d"],
  [TYPES.S_IFLNK, "l"],
  [TYPES.S_IFBLK, "b"],
  [TYPES.S_IFCHR, "c"],
  [TYPES.S_IFIFO, "p"],
  [TYPES.S_IFSOCK, "s"],
];

/** As `ls -l` shows it. */
function fileMode(value: Value): string {
  const mode = modeOf(value);
  let text = LETTERS.find(([type]) => (mode & FORMAT_MASK) === type)?.[1] ?? "?";
  for (const [shift, special, letter] of [
    [6, PERMISSIONS.S_ISUID, "s"],
    [3, PERMISSIONS.S_ISGID, "s"],
    [0, PERMISSIONS.S_ISVTX, "t"],
  ] as const) {
    const bits = (mode >> shift) & 7;
    const execute = (bits & 1) !== 0;
    const last = (mode & special) === 0 ? (execute ? "x" : "-") : execute ? letter : letter.toUpperCase();
    text += ((bits & 4) !== 0 ? "r" : "-") + ((bits & 2) !== 0 ? "w" : "-") + last;
  }
  return text;
}

const DOC =
  "S_IFMT_: file type bits\nS_IFDIR: directory\nS_IFCHR: character device\nS_IFBLK: block device\nS_IFREG: regular file\nS_IFIFO: fifo (named pipe)\nS_IFLNK: symbolic link\nS_IFSOCK: socket file\nS_IFDOOR: door\nS_IFPORT: event port\nS_IFWHT: whiteout\n\nS_ISUID: set UID bit\nS_ISGID: set GID bit\nS_ENFMT: file locking enforcement\nS_ISVTX: sticky bit\nS_IREAD: Unix V7 synonym for S_IRUSR\nS_IWRITE: Unix V7 synonym for S_IWUSR\nS_IEXEC: Unix V7 synonym for S_IXUSR\nS_IRWXU: mask for owner permissions\nS_IRUSR: read by owner\nS_IWUSR: write by owner\nS_IXUSR: execute by owner\nS_IRWXG: mask for group permissions\nS_IRGRP: read by group\nS_IWGRP: write by group\nS_IXGRP: execute by group\nS_IRWXO: mask for others (not in group) permissions\nS_IROTH: read by others\nS_IWOTH: write by others\nS_IXOTH: execute by others\n\nUF_NODUMP: do not dump file\nUF_IMMUTABLE: file may not be changed\nUF_APPEND: file may only be appended to\nUF_OPAQUE: directory is opaque when viewed through a union stack\nUF_NOUNLINK: file may not be renamed or deleted\nUF_COMPRESSED: OS X: file is hfs-compressed\nUF_HIDDEN: OS X: file should not be displayed\nSF_ARCHIVED: file may be archived\nSF_IMMUTABLE: file may not be changed\nSF_APPEND: file may only be appended to\nSF_NOUNLINK: file may not be renamed or deleted\nSF_SNAPSHOT: file is a snapshot file\n\nST_MODE\nST_INO\nST_DEV\nST_NLINK\nST_UID\nST_GID\nST_SIZE\nST_ATIME\nST_MTIME\nST_CTIME\n\nFILE_ATTRIBUTE_*: Windows file attribute constants\n                   (only present on Windows)\n";

export default defineModule("_stat", {
  doc: DOC,
  constants: { ...TYPES, ...PERMISSIONS, ...FLAGS, ...FIELDS },
  functions: {
    S_ISDIR: test(isFrom("S_ISDIR", " directory"), TYPES.S_IFDIR),
    S_ISCHR: test(isFrom("S_ISCHR", " character special device file"), TYPES.S_IFCHR),
    S_ISBLK: test(isFrom("S_ISBLK", " block special device file"), TYPES.S_IFBLK),
    S_ISREG: test(isFrom("S_ISREG", " regular file"), TYPES.S_IFREG),
    S_ISFIFO: test(isFrom("S_ISFIFO", " FIFO (named pipe)"), TYPES.S_IFIFO),
    S_ISLNK: test(isFrom("S_ISLNK", " symbolic link"), TYPES.S_IFLNK),
    S_ISSOCK: test(isFrom("S_ISSOCK", " socket"), TYPES.S_IFSOCK),
    S_ISDOOR: test(isFrom("S_ISDOOR", " door"), TYPES.S_IFDOOR),
    S_ISPORT: test(isFrom("S_ISPORT", "n event port"), TYPES.S_IFPORT),
    S_ISWHT: test(isFrom("S_ISWHT", " whiteout"), TYPES.S_IFWHT),
    S_IMODE: [
      "~($module, mode, /)",
      "Return the portion of the file's mode that can be set by os.chmod().",
      (mode: Value) => modeOf(mode) & 0o7777,
    ],
    S_IFMT: [
      "~($module, mode, /)",
      "Return the portion of the file's mode that describes the file type.",
      (mode: Value) => modeOf(mode) & FORMAT_MASK,
    ],
    filemode: ["~($module, mode, /)", "Convert a file's mode to a string of the form '-rwxrwxrwx'", fileMode],
  },
});
