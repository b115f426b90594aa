/**
 * posix: the process, its environment and the system (CPython Modules/posixmodule.c).
 */

import { SIGNALS } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { errorText } from "../../host/errno.ts";
import { HostError } from "../../host/host.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyBytes, PyFloat } from "../../objects/kernel/payload.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import { sendToSelf } from "../_signal/state.ts";
import { encodedPath, fspath, pathValue, system, uncheckedPathArgument } from "./paths.ts";

const UNAME_RESULT = defineStructSequence(
  "posix.uname_result",
  "uname_result: Result from os.uname().\n\nThis object may be accessed either as a tuple of\n  (sysname, nodename, release, version, machine),\nor via the attributes sysname, nodename, release, version, and machine.\n\nSee os.uname for more information.",
  [
    ["sysname", "operating system name"],
    ["nodename", "name of machine on network (implementation-defined)"],
    ["release", "operating system release"],
    ["version", "operating system version"],
    ["machine", "hardware identifier"],
  ],
);

const TIMES_RESULT = defineStructSequence(
  "posix.times_result",
  "times_result: Result from os.times().\n\nThis object may be accessed either as a tuple of\n  (user, system, children_user, children_system, elapsed),\nor via the attributes user, system, children_user, children_system,\nand elapsed.\n\nSee os.times for more information.",
  [
    ["user", "user time"],
    ["system", "system time"],
    ["children_user", "user time of children"],
    ["children_system", "system time of children"],
    ["elapsed", "elapsed time since an arbitrary point in the past"],
  ],
);

export const processTypes = { uname_result: UNAME_RESULT.type, times_result: TIMES_RESULT.type };

const process = () => host().process;

function times(): Value {
  const { clock } = host();
  const cpu = Number(clock.processTimeNs()) / 1e9;
  const elapsed = Number(clock.monotonicNs()) / 1e9;
  return TIMES_RESULT.make([cpu, 0, 0, 0, elapsed].map((seconds) => new PyFloat(seconds)));
}

/** The environment as bytes, as os.environb has it. */
export function environmentDict(dict = new PyDict()): PyDict {
  const { environment } = process();
  const encoder = new TextEncoder();
  const encode = (text: string) => new PyBytes(encoder.encode(text));
  for (const name of environment.names()) dict.set(encode(name), encode(environment.get(name) ?? ""));
  return dict;
}

/** A name or a content, without what no variable holds. */
const environmentText = (value: Value): string => new TextDecoder("utf-8").decode(encodedBytes(value));

function encodedBytes(value: Value): Uint8Array {
  const path = encodedPath(value);
  return typeof path === "string" ? new TextEncoder().encode(path) : path;
}

const wait = {
  exited: (status: number) => (status & 0x7f) === 0,
  exitStatus: (status: number) => (status >> 8) & 0xff,
  signaled: (status: number) => (((status & 0x7f) + 1) << 24) >> 25 > 0,
  stopped: (status: number) => (status & 0xff) === 0x7f,
};

const CONTINUED = 0xffff;

const onStatus = (doc: string, answer: (status: number) => Value): MethodRow => [
  "($module, /, status)",
  doc,
  (status: Value) => answer(Number(toIndex(status))),
];

function waitStatusToExitCode(status: Value): Value {
  const code = Number(toIndex(status));
  if (wait.exited(code)) return wait.exitStatus(code);
  if (wait.signaled(code)) return -(code & 0x7f);
  if (wait.stopped(code)) throw valueError(`process stopped by delivery of signal ${(code >> 8) & 0xff}`);
  throw valueError(`invalid wait status: ${code}`);
}

/** A signal that the program sends itself goes to its own handler, if it has one. */
function kill(pid: number, signal: number): void {
  if (pid === process().pid) sendToSelf(signal);
  else system(() => process().kill(pid, signal));
}

export const processFunctions: Record<string, MethodRow> = {
  fspath: [
    "($module, /, path)",
    "Return the file system path representation of the object.\n\nIf the object is str or bytes, then allow it to pass through as-is. If the\nobject defines __fspath__(), then return the result of that method. All other\ntypes raise a TypeError.",
    fspath,
  ],
  getpid: ["($module, /)", "Return the current process id.", () => process().pid],
  getppid: [
    "($module, /)",
    "Return the parent's process id.\n\nIf the parent process has already exited, Windows machines will still\nreturn its id; others systems will return the id of the 'init' process (1).",
    () => process().ppid,
  ],
  getuid: ["($module, /)", "Return the current process's user id.", () => process().uid],
  geteuid: ["($module, /)", "Return the current process's effective user id.", () => process().euid],
  getgid: ["($module, /)", "Return the current process's group id.", () => process().gid],
  getegid: ["($module, /)", "Return the current process's effective group id.", () => process().egid],
  cpu_count: [
    "($module, /)",
    "Return the number of logical CPUs in the system.\n\nReturn None if indeterminable.",
    () => process().cpuCount,
  ],
  uname: [
    "($module, /)",
    "Return an object identifying the current operating system.\n\nThe object behaves like a named tuple with the following fields:\n  (sysname, nodename, release, version, machine)",
    () => {
      const { sysname, nodename, release, version, machine } = process().uname();
      return UNAME_RESULT.make([sysname, nodename, release, version, machine]);
    },
  ],
  times: [
    "($module, /)",
    "Return a collection containing process timing information.\n\nThe object returned behaves like a named tuple with these fields:\n  (utime, stime, cutime, cstime, elapsed_time)\nAll fields are floating-point numbers.",
    times,
  ],
  kill: [
    "($module, pid, signal, /)",
    "Kill a process with a signal.",
    (pid: Value, signal: Value) => kill(Number(toIndex(pid)), Number(toIndex(signal))),
  ],
  strerror: [
    "($module, code, /)",
    "Translate an error code to a message string.",
    (code: Value) => errorText(Number(toIndex(code))),
  ],
  putenv: [
    "($module, name, value, /)",
    "Change or add an environment variable.",
    (name: Value, value: Value) => {
      const [key, content] = [environmentText(name), environmentText(value)];
      if (key.includes("=")) throw valueError("illegal environment variable name");
      system(() => {
        if (key === "") throw new HostError("EINVAL");
        process().environment.set(key, content);
      });
    },
  ],
  unsetenv: [
    "($module, name, /)",
    "Delete an environment variable.",
    (name: Value) => {
      const key = environmentText(name);
      system(() => {
        if (key === "" || key.includes("=")) throw new HostError("EINVAL");
        process().environment.unset(key);
      });
    },
  ],
  urandom: [
    "($module, size, /)",
    "Return a bytes object containing random bytes suitable for cryptographic use.",
    (size: Value) => {
      const length = toSsize(size, "OverflowError");
      if (length < 0) throw valueError("negative argument not allowed");
      return new PyBytes(host().randomBytes(length));
    },
  ],
  _exit: [
    "($module, /, status)",
    "Exit to the system with specified status, without normal exit processing.",
    (status: Value) => process().exit(Number(toIndex(status)) & 0xff),
  ],
  abort: [
    "($module, /)",
    "Abort the interpreter immediately.\n\nThis function 'dumps core' or otherwise fails in the hardest way possible\non the hosting operating system.  This function never returns.",
    () => {
      sendToSelf(SIGNALS.SIGABRT);
      // Whatever the program does about the signal.
      process().exit(128 + SIGNALS.SIGABRT);
    },
  ],
  WIFEXITED: onStatus("Return True if the process returning status exited via the exit() system call.", wait.exited),
  WEXITSTATUS: onStatus("Return the process return code from status.", wait.exitStatus),
  WIFSIGNALED: onStatus("Return True if the process returning status was terminated by a signal.", wait.signaled),
  WTERMSIG: onStatus(
    "Return the signal that terminated the process that provided the status value.",
    (status) => status & 0x7f,
  ),
  WIFSTOPPED: onStatus("Return True if the process returning status was stopped.", wait.stopped),
  WSTOPSIG: onStatus("Return the signal that stopped the process that provided the status value.", wait.exitStatus),
  WIFCONTINUED: [
    "($module, /, status)",
    "Return True if a particular process was continued from a job control stop.\n\nReturn True if the process returning status was continued from a\njob control stop.",
    (status: Value) => toIndex(status) === CONTINUED,
  ],
  WCOREDUMP: [
    "($module, status, /)",
    "Return True if the process returning status was dumped to a core file.",
    (status: Value) => (Number(toIndex(status)) & 0x80) !== 0,
  ],
  waitstatus_to_exitcode: ["($module, /, status)", "Convert a wait status to an exit code.", waitStatusToExitCode],
  register_at_fork: [
    "($module, /, *, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)",
    "Register callables to be called when forking a new process.",
    () => undefined,
  ],
  _path_normpath: [
    "($module, /, path)",
    "Basic path normalization.",
    (path: Value) => {
      const { host: text, isBytes } = uncheckedPathArgument(path, "_path_normpath");
      return pathValue(typeof text === "string" ? normalize(text) : normalizeBytes(text), isBytes);
    },
  ],
};

/** posixpath.normpath: no ".", no double slashes, ".." resolved where it can be. */
function normalize(path: string): string {
  if (path === "") return ".";
  const root = path.startsWith("//") && !path.startsWith("///") ? "//" : path.startsWith("/") ? "/" : "";
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (root === "" && parts.length === 0) || parts.at(-1) === "..") parts.push(part);
    else if (parts.length > 0) parts.pop();
  }
  return root + parts.join("/") || ".";
}

function normalizeBytes(bytes: Uint8Array): Uint8Array {
  const text = normalize(String.fromCharCode(...bytes));
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}
