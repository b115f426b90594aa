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
import { childConstants, childFunctions } from "./children.ts";
import { fileFunctions, fileTypes } from "./files.ts";
import { environmentDict, processFunctions, processTypes } from "./process.ts";
import { DIR_ENTRY, scandir } from "./scandir.ts";
import { statFunctions, statTypes } from "./stat.ts";

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

const WAIT = { WNOHANG: 1, WUNTRACED: 2, WCONTINUED: 8, P_ALL: 0, P_PID: 1, P_PGID: 2 };

/** O_*, SEEK_* and the access modes; S_* are stat's, signals signal's. */
const hostConstants = Object.fromEntries(
  Object.entries(constants).filter(([name]) => /^(O_|[FRWX]_OK$)/.test(name)),
) as Record<string, number>;

/** What os.supports_fd, os.supports_dir_fd and os.supports_follow_symlinks are made of. */
const HAVE =
  "FACCESSAT FCHDIR FCHMOD FCHMODAT FCHOWN FCHOWNAT FDOPENDIR FSTATAT FSTATVFS FTRUNCATE FUTIMENS FUTIMES FUTIMESAT LINKAT LCHOWN LSTAT LUTIMES MKDIRAT OPENAT READLINKAT RENAMEAT SYMLINKAT UNLINKAT UTIMENSAT".split(
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
  constants: { ...hostConstants, ...EXIT_CODES, ...WAIT, ...childConstants, NGROUPS_MAX: 65536, TMP_MAX: 238328 },
  functions: auditedFunctions({
    ...fileFunctions,
    ...statFunctions,
    ...processFunctions,
    ...childFunctions,
    scandir: [
      "($module, /, path=None)",
      "Return an iterator of DirEntry objects for given path.\n\npath can be specified as either str, bytes, or a path-like object.  If path\nis bytes, the names of yielded DirEntry objects will also be bytes; in\nall other circumstances they will be str.\n\nIf path is None, uses the path='.'.",
      (path: Value) => scandir(path),
    ],
  }),
  types: { ...fileTypes, ...statTypes, ...processTypes, DirEntry: DIR_ENTRY },
  setup: (module) => {
    module.dict.set("error", EXCEPTIONS.OSError);
    module.dict.set("environ", environmentDict());
    module.dict.set("_have_functions", new PyList(availableFunctions()));
  },
});
