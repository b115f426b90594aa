/**
 * posix: the operating system, through the host (CPython Modules/posixmodule.c). `os` is made of it.
 *
 * Absent on purpose, as on a system without it: fork. Functions are in files, scandir, stat, process and children.
 */
import * as constants from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList } from "../../objects/kernel/payload.ts";
import { auditedFunctions } from "./audit.ts";
import { childConstants, childFunctions, childTypes } from "./children.ts";
import { configurationFunctions, configurationNames, namesDict } from "./configuration.ts";
import { deviceConstants, deviceFunctions } from "./devices.ts";
import { fileFunctions, fileTypes } from "./files.ts";
import { identityFunctions, MOST_GROUPS } from "./identity.ts";
import { spawnConstants, spawnFunctions } from "./posix-spawn.ts";
import { environmentDict, processFunctions, processTypes } from "./process.ts";
import { programConstants, programFunctions } from "./programs.ts";
import { DIR_ENTRY, scandir } from "./scandir.ts";
import { schedulingConstants, schedulingFunctions, schedulingTypes } from "./scheduling.ts";
import { statFunctions, statTypes } from "./stat.ts";
import { transferConstants, transferFunctions } from "./transfers.ts";

const EXIT_CODES = {
  EX_OK: 0,
  EX_USAGE: 64,
  EX_DATAERR: 65,
  EX_NOINPUT: 66,
  EX_NOUSER: 67,
  EX_NOHOST: 68,
  EX_UNAVAILABLE: 69,
  EX_SOFTWARE: 70,
  EX_OSERR: 71,
  EX_OSFILE: 72,
  EX_CANTCREAT: 73,
  EX_IOERR: 74,
  EX_TEMPFAIL: 75,
  EX_PROTOCOL: 76,
  EX_NOPERM: 77,
  EX_CONFIG: 78,
};

/** Bits of `sys.setdlopenflags`. */
const DYNAMIC_LOADING = {
  RTLD_LAZY: 1,
  RTLD_NOW: 2,
  RTLD_NOLOAD: 4,
  RTLD_DEEPBIND: 8,
  RTLD_GLOBAL: 256,
  RTLD_LOCAL: 0,
  RTLD_NODELETE: 4096,
};

/** Bits of `f_flag` in statvfs_result. */
const MOUNT_FLAGS = {
  ST_RDONLY: 1,
  ST_NOSUID: 2,
  ST_NODEV: 4,
  ST_NOEXEC: 8,
  ST_SYNCHRONOUS: 16,
  ST_MANDLOCK: 64,
  ST_WRITE: 128,
  ST_APPEND: 256,
  ST_NOATIME: 1024,
  ST_NODIRATIME: 2048,
  ST_RELATIME: 4096,
};

/** O_*, SEEK_* and the access modes; S_* are stat's, signals signal's. */
const hostConstants = Object.fromEntries(
  Object.entries(constants).filter(([name]) => /^(O_|[FRWX]_OK$)/.test(name)),
) as Record<string, number>;

/** What os.supports_fd, os.supports_dir_fd and os.supports_follow_symlinks are made of. */
const HAVE =
  "FACCESSAT FCHDIR FCHMOD FCHMODAT FCHOWN FCHOWNAT FDOPENDIR FSTATAT FSTATVFS FTRUNCATE FUTIMENS FUTIMES FUTIMESAT LINKAT LCHOWN LSTAT LUTIMES MKDIRAT MKFIFOAT OPENAT READLINKAT RENAMEAT SYMLINKAT UNLINKAT UTIMENSAT".split(
    " ",
  );

/** Those for which the host must know the path of an open folder. */
const OF_FOLDERS = /AT$|^(FCHDIR|FDOPENDIR|FSTATVFS)$/;

function availableFunctions(): string[] {
  const { platform } = host();
  const hasFolders = platform !== "darwin" && platform !== "win32";
  return HAVE.filter((name) => hasFolders || !(OF_FOLDERS.test(name) && name !== "LSTAT")).map(
    (name) => `HAVE_${name}`,
  );
}

export default defineModule("posix", {
  doc: "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for more information on calls.",
  constants: {
    ...hostConstants,
    ...EXIT_CODES,
    ...childConstants,
    ...programConstants,
    ...spawnConstants,
    ...schedulingConstants,
    ...transferConstants,
    ...deviceConstants,
    ...DYNAMIC_LOADING,
    ...MOUNT_FLAGS,
    NGROUPS_MAX: MOST_GROUPS,
    TMP_MAX: 238328,
  },
  functions: auditedFunctions({
    ...fileFunctions,
    ...statFunctions,
    ...processFunctions,
    ...childFunctions,
    ...programFunctions,
    ...spawnFunctions,
    ...identityFunctions,
    ...schedulingFunctions,
    ...configurationFunctions,
    ...deviceFunctions,
    ...transferFunctions,
    scandir: [
      "($module, /, path=None)",
      "Return an iterator of DirEntry objects for given path.\n\npath can be specified as either str, bytes, or a path-like object.  If path\nis bytes, the names of yielded DirEntry objects will also be bytes; in\nall other circumstances they will be str.\n\nIf path is None, uses the path='.'.",
      (path: Value) => scandir(path),
    ],
  }),
  types: { ...fileTypes, ...statTypes, ...processTypes, ...childTypes, ...schedulingTypes, DirEntry: DIR_ENTRY },
  setup: (module) => {
    for (const [name, table] of Object.entries(configurationNames)) module.dict.set(name, namesDict(table));
    module.dict.set("error", EXCEPTIONS.OSError);
    module.dict.set("environ", environmentDict());
    module.dict.set("_have_functions", new PyList(availableFunctions()));
  },
});
