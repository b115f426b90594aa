/**
 * _posixsubprocess: starting other programs for subprocess (CPython Modules/_posixsubprocess.c).
 *
 * The host starts the child in one step, so a failure is known at once; it is told through the pipe in which subprocess
 * expects the words of a child that could not start its program. Trap: nothing of ours can run in the child, so there is
 * no preexec_fn.
 */
import { host } from "../host/current.ts";
import { type ChildSettings, HostError, type HostPath } from "../host/host.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { toArray } from "../objects/kernel/iterate.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { runtimeError, valueError } from "../objects/kernel/raise.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { endpointOf } from "./_socket/endpoint.ts";
import { ownerArgument } from "./posix/accounts.ts";
import { pathArgument } from "./posix/paths.ts";
import { pathText, startFirst } from "./posix/programs.ts";

const integer = (value: Value): number => Number(toIndex(value));

/** "K=V" for each variable; a later one wins. */
function environmentOf(list: Value): Record<string, string> | null {
  if (list === NONE) return null;
  const pairs = toArray(list).map((item) => {
    const text = pathText(item);
    const equals = text.indexOf("=");
    return [text.slice(0, equals), text.slice(equals + 1)] as const;
  });
  return Object.fromEntries(pairs);
}

/** The child's 0, 1 and 2, then what else it is to have. -1 is our own. */
function descriptorsFor(
  standard: readonly number[],
  closesOthers: boolean,
  passed: readonly number[],
): (number | null)[] {
  const { files } = host();
  const table: (number | null)[] = standard.map((fd, i) => openOrNull(fd === -1 ? i : fd));
  const others = closesOthers ? passed : [...files.inherited(), ...passed];
  for (const fd of others) if (fd > 2) table[fd] = openOrNull(fd);
  return Array.from(table, (fd) => fd ?? null);
}

function openOrNull(fd: number): number | null {
  try {
    host().files.isBlocking(fd);
    endpointOf(fd)?.forChild?.();
    return fd;
  } catch {
    return null;
  }
}

/** What a child says that could not start: the kind of error, its number in hex, and where it came to. */
function report(pipe: number, error: HostError, cwd: HostPath | null): void {
  const where = cwd !== null && error.path === cwd ? "noexec:chdir" : "";
  host().files.write(pipe, new TextEncoder().encode(`OSError:${error.errno.toString(16).toUpperCase()}:${where}`));
}

function forkExec(...all: Value[]): Value {
  const [args, executables, closeFds, passFds, cwd, env] = all;
  const [p2cread, , , c2pwrite, , errwrite, errpipeRead, errpipeWrite] = all.slice(6, 14).map(integer);
  const [, session, group, gid, extraGroups, uid, umask, preexec] = all.slice(14);
  if (preexec !== NONE) throw runtimeError("preexec_fn not supported: no code of this program runs in the child");
  const passed = toArray(passFds).map(integer);
  if (passed.some((fd, i) => fd < 0 || (i > 0 && fd <= passed[i - 1]))) throw valueError("bad value(s) in fds_to_keep");
  const argv = toArray(args).map((each) => pathText(each));
  const files = toArray(executables).map((each) => pathArgument(each, "fork_exec").host);
  const folder: HostPath | null = cwd === NONE ? null : pathArgument(cwd, "fork_exec", "cwd").host;
  const named = passed.filter((fd) => fd !== errpipeWrite && fd !== errpipeRead);
  const request = {
    args: argv,
    cwd: folder,
    environment: environmentOf(env),
    descriptors: descriptorsFor([p2cread, c2pwrite, errwrite], isTrue(closeFds), named),
    newSession: isTrue(session),
    uid: uid === NONE ? undefined : integer(uid),
    gid: gid === NONE ? undefined : integer(gid),
    umask: integer(umask) < 0 ? undefined : integer(umask),
    settings: settingsOf(integer(group), extraGroups),
  };
  return start(files, request, errpipeWrite);
}

/** A negative group is this process's. */
function settingsOf(group: number, extraGroups: Value): ChildSettings | undefined {
  if (group < 0 && extraGroups === NONE) return undefined;
  const groups = extraGroups === NONE ? null : toArray(extraGroups).map((each) => ownerArgument(each, "gid"));
  return { group: group < 0 ? null : group, groups, heldSignals: null, defaultSignals: [], scheduling: null };
}

function start(files: readonly HostPath[], request: Parameters<typeof startFirst>[1], pipe: number): number {
  try {
    return startFirst(files, request);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    report(pipe, error, request.cwd);
    // A pid that no process has: its status is asked for once, and is not there.
    return NEVER_STARTED;
  }
}

/** Above Linux's largest pid. */
const NEVER_STARTED = 4_194_305;

export default defineModule("_posixsubprocess", {
  doc: "A POSIX helper for the subprocess module.",
  functions: {
    fork_exec: [
      "($module, args, executable_list, close_fds, pass_fds, cwd, env,\n          p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,\n          errpipe_read, errpipe_write, restore_signals, call_setsid,\n          pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn,\n          allow_vfork, /)",
      "Spawn a fresh new child process.\n\nFork a child process, close parent file descriptors in the child as appropriate\nand duplicate the few that are needed before calling exec() in the child\nprocess.\n\nIf close_fds is True, close file descriptors 3 and higher, except those listed\nin the sorted tuple pass_fds.\n\nThe preexec_fn, if supplied, will be called immediately before closing file\ndescriptors and exec.\n\nWARNING: preexec_fn is NOT SAFE if your application uses threads.\n         It may trigger infrequent, difficult to debug deadlocks.\n\nIf an error occurs in the child process before the exec, it is\nserialized and written to the errpipe_write fd per subprocess.py.\n\nReturns: the child process's PID.\n\nRaises: Only on an error in the parent process.",
      forkExec,
    ],
  },
});
