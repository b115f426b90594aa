/**
 * posix: waiting for children, and the groups and sessions of processes (CPython Modules/posixmodule.c). Children are
 * started in programs.ts and posix-spawn.ts, and by `_posixsubprocess`.
 */

import { SIGNALS } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { type Children, HostError } from "../../host/host.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { tuple } from "../../objects/kernel/payload.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import { osErrorOf } from "../os-errors.ts";
import { system } from "./paths.ts";
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

export const childConstants = {
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
};

export function children(): Children {
  const { children: known } = host();
  if (known === null) throw osErrorOf("ENOSYS");
  return known;
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
export function waitFor(pid: number, options: number): [number, number] {
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
    if (known === null || !known.pids().includes(number)) throw osErrorOf("ESRCH");
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
