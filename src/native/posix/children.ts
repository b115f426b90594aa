/**
 * posix: other programs as children of this one (CPython Modules/posixmodule.c).
 *
 * There is no fork. A child begins with its program (`posix_spawn`, the spawn family, `_posixsubprocess`). The exec
 * family keeps this process as a shell around the new program: it waits for it and ends as it does, under its own pid.
 */
import { SIGNALS } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { ERRNO, errorText } from "../../host/errno.ts";
import { type Children, HostError, type HostPath, type Start } from "../../host/host.ts";
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { getItem, toArray } from "../../objects/kernel/iterate.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { osError } from "../../objects/types/exceptions/os_error.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import { pathArgument, system } from "./paths.ts";
import { NOTHING_USED, usageTuple } from "./rusage.ts";

const WNOHANG = 1;
const WEXITED = 4;
const WNOWAIT = 0x1000000;
const P_ALL = 0;
const P_PID = 1;
const P_PGID = 2;
const CLD_EXITED = 1;
const CLD_KILLED = 2;
const CLD_DUMPED = 3;
const P_WAIT = 0;
const ENOSYS = 38;

export const childConstants = {
  P_WAIT,
  P_NOWAIT: 1,
  P_NOWAITO: 1,
  WNOHANG,
  WUNTRACED: 2,
  WSTOPPED: 2,
  WEXITED,
  WCONTINUED: 8,
  WNOWAIT,
  P_ALL,
  P_PID,
  P_PGID,
  CLD_EXITED,
  CLD_KILLED,
  CLD_DUMPED,
  CLD_TRAPPED: 4,
  CLD_STOPPED: 5,
  CLD_CONTINUED: 6,
  POSIX_SPAWN_OPEN: 0,
  POSIX_SPAWN_CLOSE: 1,
  POSIX_SPAWN_DUP2: 2,
};

export function children(): Children {
  const { children: known } = host();
  if (known === null) throw osError(ENOSYS, errorText(ENOSYS));
  return known;
}

function textOf(path: HostPath): string {
  return typeof path === "string" ? path : new TextDecoder().decode(path);
}

/** Any str, bytes or path-like, as text. */
export function pathText(value: Value, functionName: string, argument = "path"): string {
  return textOf(pathArgument(value, functionName, argument).host);
}

/** A child that has ended among `pids`: its pid and status. */
function ended(pids: readonly number[]): [number, number] | undefined {
  for (const pid of pids) {
    const status = children().status(pid);
    if (status !== null) return [pid, status];
  }
  return undefined;
}

/** Wait for one of several children to end; undefined if none has and `options` has WNOHANG. It is forgotten, unless WNOWAIT. */
function waitForOne(chosen: () => number[], options: number): [number, number] | undefined {
  const look = (): [number, number] | undefined =>
    system(() => {
      if (chosen().length === 0) throw new HostError("ECHILD");
      const found = ended(chosen());
      if (found !== undefined && (options & WNOWAIT) === 0) children().forget(found[0]);
      return found;
    });
  const found = look();
  if (found !== undefined || (options & WNOHANG) !== 0) return found;
  const hasEnded = (): boolean => chosen().some((each) => children().status(each) !== null) || chosen().length === 0;
  system(() => hooks.waitFor(hasEnded, Number.POSITIVE_INFINITY));
  return look() ?? waitForOne(chosen, options);
}

/** waitpid; [0, 0] if none has ended and `options` has WNOHANG. */
function waitFor(pid: number, options: number): [number, number] {
  return waitForOne(() => (pid > 0 ? [pid] : children().pids()), options) ?? [0, 0];
}

const WAITID_RESULT = defineStructSequence(
  "posix.waitid_result",
  "waitid_result: Result from waitid.\n\nThis object may be accessed either as a tuple of\n  (si_pid, si_uid, si_signo, si_status, si_code),\nor via the attributes si_pid, si_uid, and so on.\n\nSee os.waitid for more information.",
  ["si_pid", "si_uid", "si_signo", "si_status", "si_code"].map((name) => [name, undefined] as const),
);

export const childTypes = { waitid_result: WAITID_RESULT.type };

/** Which children `waitid` waits for. */
function chosenBy(idtype: number, id: number): () => number[] {
  const known = (): number[] => children().pids();
  if (idtype === P_ALL) return known;
  if (idtype === P_PID) return () => known().filter((pid) => pid === id);
  if (idtype !== P_PGID) throw new HostError("EINVAL");
  const group = id === 0 ? processField(0, GROUP_FIELD) : id;
  return () => known().filter((pid) => processField(pid, GROUP_FIELD) === group);
}

/** Stopped and continued children are not told of. */
const waitid = mayWait((idtype: Value, id: Value, options: Value): Value => {
  const [kind, number, bits] = [intArgument(idtype), intArgument(id), intArgument(options)];
  const chosen = system(() => {
    if ((bits & WAITABLE) === 0) throw new HostError("EINVAL");
    return chosenBy(kind, number);
  });
  const found = waitForOne(chosen, bits);
  if (found === undefined) return NONE;
  const [pid, status] = found;
  const signal = status & 0x7f;
  const code = signal === 0 ? CLD_EXITED : (status & CORE_DUMPED) === 0 ? CLD_KILLED : CLD_DUMPED;
  const { uid } = host().process;
  return WAITID_RESULT.make([pid, uid, SIGNALS.SIGCHLD, signal === 0 ? (status >> 8) & 0xff : signal, code]);
});

const WAITABLE = WEXITED | 2 | 8;
const CORE_DUMPED = 0x80;

const waitpid = mayWait(
  (pid: Value, options: Value): Value => tuple(waitFor(Number(toIndex(pid)), Number(toIndex(options)))),
);

/** The host does not tell what a child has used. */
const withUsage = ([pid, status]: [number, number]): Value => tuple([pid, status, usageTuple(NOTHING_USED)]);

/** argv as the exec and spawn families take it. */
function argumentList(value: Value, functionName: string): string[] {
  if (!(value instanceof PyTuple) && !(value instanceof PyList)) {
    throw typeError(`${functionName}() arg 2 must be a tuple or list`);
  }
  if (value.items.length === 0) throw valueError(`${functionName}() arg 2 must not be empty`);
  const args = value.items.map((item) => pathText(item, functionName, "argv"));
  if (args[0] === "") throw valueError(`${functionName}() arg 2 first element cannot be empty`);
  return args;
}

function environmentArgument(value: Value, functionName: string): Record<string, string> {
  const keys = value instanceof PyDict ? undefined : lookupAttr(value, "keys");
  if (!(value instanceof PyDict) && keys === undefined) {
    throw typeError(`${functionName}: environment must be a mapping object, not ${typeName(value)}`);
  }
  const entries =
    value instanceof PyDict
      ? [...value.entries()]
      : toArray(call(keys as Value)).map((key) => [key, getItem(value, key)] as const);
  return Object.fromEntries(
    entries.map(([name, content]) => [pathText(name, functionName), pathText(content, functionName)]),
  );
}

function inherited(file: string, args: readonly string[], environment: Start["environment"] = null): Start {
  return {
    file,
    args,
    cwd: null,
    environment,
    descriptors: [0, 1, 2],
    newSession: false,
    uid: undefined,
    gid: undefined,
    umask: undefined,
  };
}

/** Where execvp would find the program. */
function candidates(file: string, environment: Start["environment"]): string[] {
  if (file.includes("/")) return [file];
  const path = environment === null ? host().process.environment.get("PATH") : environment.PATH;
  return (path ?? "/bin:/usr/bin").split(":").map((folder) => `${folder === "" ? "." : folder}/${file}`);
}

/** Start the first of several programs that there is; as execvp, a refusal counts more than an absence. */
export function startFirst(files: readonly HostPath[], request: Omit<Start, "file">): number {
  let failure: HostError | undefined;
  for (const file of files) {
    try {
      return children().start({ ...request, file });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const isAbsent = error.code === "ENOENT" || error.code === "ENOTDIR";
      if (failure === undefined || !isAbsent) failure = error;
      if (!isAbsent && error.code !== "EACCES") break;
    }
  }
  throw failure ?? new HostError("ENOENT");
}

function spawnFamily(name: string, searches: boolean, hasEnvironment: boolean): MethodRow {
  return [
    `($module, mode, ${searches ? "file" : "path"}, ${hasEnvironment ? "argv, env" : "argv"}, /)`,
    "Execute a program in a new process.\n\nIf mode == P_NOWAIT return the pid of the process.\nIf mode == P_WAIT return the process's exit code if it exits normally;\notherwise return -SIG, where SIG is the signal that killed it.",
    (mode: Value, path: Value, argv: Value, env: Value | undefined) => {
      const args = argumentList(argv, name);
      const environment = env === undefined ? null : environmentArgument(env, name);
      const file = pathText(path, name);
      const request = inherited(file, args, environment);
      const files = searches ? candidates(file, environment) : [file];
      const pid = system(() => startFirst(files, request));
      if (toIndex(mode) !== P_WAIT) return pid;
      const [, status] = waitFor(pid, 0);
      return (status & 0x7f) === 0 ? (status >> 8) & 0xff : -(status & 0x7f);
    },
  ];
}

/** The new program takes the place of this one, which stays only to wait for it. */
/** `shown` is the file that an error names. */
function become(request: Start, shown?: Value): never {
  const pid = system(() => children().start(request), shown);
  const [, status] = waitFor(pid, 0);
  const signal = status & 0x7f;
  if (signal !== 0) host().process.kill(host().process.pid, signal);
  return host().process.exit(signal === 0 ? (status >> 8) & 0xff : 128 + signal);
}

/** As system(3): -1, and no exception, where no child can be had. */
function systemCommand(command: Value): number {
  const request = inherited("/bin/sh", ["sh", "-c", pathText(command, "system", "command")]);
  if (host().children === null) return -1;
  return waitFor(
    system(() => children().start(request)),
    0,
  )[1];
}

/** The file actions of posix_spawn, in their order, on descriptors 0, 1 and 2 and those that are named. */
function applyActions(actions: Value, descriptors: (number | null)[], opened: number[]): void {
  for (const action of toArray(actions)) {
    if (!(action instanceof PyTuple) || action.items.length === 0) {
      throw typeError("Each file_actions element must be a non-empty tuple");
    }
    const [kind, first, ...rest] = action.items;
    const target = Number(toIndex(first));
    if (kind === childConstants.POSIX_SPAWN_CLOSE) descriptors[target] = null;
    else if (kind === childConstants.POSIX_SPAWN_DUP2)
      descriptors[Number(toIndex(rest[0]))] = descriptors[target] ?? target;
    else if (kind === childConstants.POSIX_SPAWN_OPEN) {
      const [path, flags, mode] = rest;
      const fd = system(() =>
        host().files.open(pathArgument(path, "posix_spawn").host, Number(toIndex(flags)), Number(toIndex(mode))),
      );
      opened.push(fd);
      descriptors[target] = fd;
    } else throw typeError("Unknown file_actions identifier");
  }
  for (let i = 0; i < descriptors.length; i++) descriptors[i] ??= null;
}

function posixSpawn(name: string, searches: boolean): MethodRow {
  return [
    "($module, path, argv, env, /, *, file_actions=(),\n            setpgroup=<unrepresentable>, resetids=False, setsid=False,\n            setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)",
    "Execute the program specified by path in a new process.\n\n  path\n    Path of executable file.\n  argv\n    Tuple or list of strings.\n  env\n    Dictionary of strings mapping to strings.\n  file_actions\n    A sequence of file action tuples.\n  setpgroup\n    The pgroup to use with the POSIX_SPAWN_SETPGROUP flag.\n  resetids\n    If the value is `true` the POSIX_SPAWN_RESETIDS will be activated.\n  setsid\n    If the value is `true` the POSIX_SPAWN_SETSID or POSIX_SPAWN_SETSID_NP will be activated.\n  setsigmask\n    The sigmask to use with the POSIX_SPAWN_SETSIGMASK flag.\n  setsigdef\n    The sigmask to use with the POSIX_SPAWN_SETSIGDEF flag.\n  scheduler\n    A tuple with the scheduler policy (optional) and parameters.",
    (path: Value, argv: Value, env: Value, actions: Value, group: Value | undefined, _reset: Value, session: Value) => {
      const file = pathText(path, name);
      const environment = environmentArgument(env, name);
      const descriptors: (number | null)[] = [0, 1, 2];
      const opened: number[] = [];
      try {
        applyActions(actions, descriptors, opened);
        const request = inherited(file, argumentList(argv, name), environment);
        const newSession = isTrue(session) || (group !== undefined && toIndex(group) === 0);
        const files = searches ? candidates(file, null) : [file];
        return system(() => startFirst(files, { ...request, descriptors, newSession }), path);
      } finally {
        for (const fd of opened) host().files.close(fd);
      }
    },
  ];
}

/** A field of /proc/PID/stat behind the name, which may hold anything: the group, or the session, of a process. */
export function processField(pid: Value, index: number): number {
  const number = Number(toIndex(pid));
  const shown = number === 0 ? "self" : String(number);
  try {
    const text = new TextDecoder("latin1").decode(host().files.readFile(`/proc/${shown}/stat`));
    return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[index]);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { children: known } = host();
    if (known === null || !known.pids().includes(number)) throw osError(ERRNO.ESRCH, errorText(ERRNO.ESRCH));
    // In C it would still be there until it is waited for.
    return known.hasSession(number) ? number : processField(0, index);
  }
}

const GROUP_FIELD = 2;
const SESSION_FIELD = 3;

export const childFunctions: Record<string, MethodRow> = {
  waitpid: [
    "($module, pid, options, /)",
    "Wait for completion of a given child process.\n\nReturns a tuple of information regarding the child process:\n    (pid, status)\n\nThe options argument is ignored on Windows.",
    waitpid,
  ],
  wait: [
    "($module, /)",
    "Wait for completion of a child process.\n\nReturns a tuple of information about the child process:\n    (pid, status)",
    mayWait(() => tuple(waitFor(-1, 0))),
  ],
  wait3: [
    "($module, /, options)",
    "Wait for completion of a child process.\n\nReturns a tuple of information about the child process:\n  (pid, status, rusage)",
    mayWait((options: Value) => withUsage(waitFor(-1, Number(toIndex(options))))),
  ],
  wait4: [
    "($module, /, pid, options)",
    "Wait for completion of a specific child process.\n\nReturns a tuple of information about the child process:\n  (pid, status, rusage)",
    mayWait((pid: Value, options: Value) => withUsage(waitFor(Number(toIndex(pid)), Number(toIndex(options))))),
  ],
  waitid: [
    "($module, idtype, id, options, /)",
    "Returns the result of waiting for a process or processes.\n\n  idtype\n    Must be one of be P_PID, P_PGID or P_ALL.\n  id\n    The id to wait on.\n  options\n    Constructed from the ORing of one or more of WEXITED, WSTOPPED\n    or WCONTINUED and additionally may be ORed with WNOHANG or WNOWAIT.\n\nReturns either waitid_result or None if WNOHANG is specified and there are\nno children in a waitable state.",
    waitid,
  ],
  system: ["($module, /, command)", "Execute the command in a subshell.", systemCommand],
  posix_spawn: posixSpawn("posix_spawn", false),
  posix_spawnp: posixSpawn("posix_spawnp", true),
  spawnv: spawnFamily("spawnv", false, false),
  spawnve: spawnFamily("spawnve", false, true),
  spawnvp: spawnFamily("spawnvp", true, false),
  spawnvpe: spawnFamily("spawnvpe", true, true),
  execv: [
    "($module, path, argv, /)",
    "Execute an executable path with arguments, replacing current process.\n\n  path\n    Path of executable file.\n  argv\n    Tuple or list of strings.",
    (path: Value, argv: Value) => become(inherited(pathText(path, "execv"), argumentList(argv, "execv"))),
  ],
  execve: [
    "($module, /, path, argv, env)",
    "Execute an executable path with arguments, replacing current process.\n\n  path\n    Path of executable file.\n  argv\n    Tuple or list of strings.\n  env\n    Dictionary of strings mapping to strings.",
    (path: Value, argv: Value, env: Value) =>
      become(
        inherited(pathText(path, "execve"), argumentList(argv, "execve"), environmentArgument(env, "execve")),
        path,
      ),
  ],
  getpgid: [
    "($module, /, pid)",
    "Call the system call getpgid(), and return the result.",
    (pid: Value) => processField(pid, GROUP_FIELD),
  ],
  getpgrp: ["($module, /)", "Return the current process group id.", () => processField(0, GROUP_FIELD)],
  getsid: [
    "($module, pid, /)",
    "Call the system call getsid(pid) and return the result.",
    (pid: Value) => processField(pid, SESSION_FIELD),
  ],
  killpg: [
    "($module, pgid, signal, /)",
    "Kill a process group with a signal.",
    (group: Value, signal: Value) =>
      system(() => host().process.kill(-Number(toIndex(group)), Number(toIndex(signal)))),
  ],
};
