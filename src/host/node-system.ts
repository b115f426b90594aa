/**
 * What the system tells of itself and of processes (getpriority(2), sched_setaffinity(2), setuid(2), sysconf(3) and their
 * like): from Node where it knows, from Linux's /proc, and by the system's small programs.
 *
 * Trap: a process of Node has several threads. What is set here of "this process" is set of its first thread, in which
 * Python runs, as the calls do it in CPython.
 */
import fs from "node:fs";
import { HostError, type HostPath, type OperatingSystem, type Scheduling } from "./host.ts";
import { hostError, pathText } from "./node-calls.ts";
import { processStat, readProc } from "./node-resources.ts";
import { outputOfPerl, outputOfTool, pathForTool } from "./system-tool.ts";

const os = () => process.getBuiltinModule("node:os");

const PRIO_PROCESS = 0;
const PRIO_PGRP = 1;
const PRIO_USER = 2;

/** A line `name: a b c` of /proc/PID/status. */
function statusLine(pid: number, name: string): string {
  const status = readProc(pid, "status");
  const line = status.split("\n").find((each) => each.startsWith(`${name}:`));
  if (line === undefined) throw new HostError("ENOSYS");
  return line.slice(name.length + 1).trim();
}

/** Node says what the system said in a place of its own. */
function attempt<Result>(body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    const { info } = error as { info?: { code?: string } };
    throw hostError(
      info?.code === undefined ? (error as NodeJS.ErrnoException) : Object.assign(new Error(), info),
      null,
      null,
    );
  }
}

/** To whom of a group, or of a user, does a process belong? */
const belongings: Readonly<Record<number, (pid: number) => number | undefined>> = {
  [PRIO_PGRP]: (pid) => processStat(pid)("group"),
  [PRIO_USER]: (pid) => (pid === 0 ? process.getuid?.() : fs.statSync(`/proc/${pid}`).uid),
};

/** The pids of a process group or of a user, of which 0 is this process's; ESRCH if there are none. */
function members(which: number, who: number): number[] {
  const belonging = belongings[which];
  if (belonging === undefined) throw new HostError("EINVAL");
  const wanted = who === 0 ? belonging(0) : who;
  const found = fs.readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return belonging(Number(name)) === wanted;
    } catch {
      // It has ended in the meantime.
      return false;
    }
  });
  if (found.length === 0) throw new HostError("ESRCH");
  return found.map(Number);
}

function priority(which: number, who: number): number {
  if (which === PRIO_PROCESS) return attempt(() => os().getPriority(who));
  return Math.min(...members(which, who).map((pid) => processStat(pid)("nice")));
}

function setPriority(which: number, who: number, value: number): void {
  const nice = Math.max(-20, Math.min(19, value));
  const pids = which === PRIO_PROCESS ? [who] : members(which, who);
  for (const pid of pids) attempt(() => os().setPriority(pid, nice));
}

/** `0,2-3`: the numbers. */
function numberList(text: string): number[] {
  return text.split(",").flatMap((part) => {
    const [first = 0, last = first] = part.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** Options of chrt(1) by the numbers of policies. */
const POLICIES: Readonly<Record<number, string>> = { 0: "--other", 1: "--fifo", 2: "--rr", 3: "--batch", 5: "--idle" };
const RESET_ON_FORK = 0x40000000;

/** What chrt(1) is told, a pid behind it. */
export function schedulingOptions({ policy, priority: level }: Scheduling): string[] {
  const option = POLICIES[policy & ~RESET_ON_FORK];
  if (option === undefined) throw new HostError("EINVAL");
  const reset = (policy & RESET_ON_FORK) === 0 ? [] : ["--reset-on-fork"];
  return [...reset, option, "--pid", String(level)];
}

function setScheduling(pid: number, scheduling: Scheduling): void {
  outputOfTool("chrt", [...schedulingOptions(scheduling), String(pid === 0 ? process.pid : pid)]);
}

/** perl's answer for a limit: a number, or nothing where there is none; an unknown name is an errno. */
const LIMIT =
  "use POSIX (); $! = 0; my $value = CALL; exit($! + 0) if !defined $value && $! + 0; print $value + 0 if defined $value;";

function limit(call: string, args: readonly string[]): bigint | null {
  const text = outputOfPerl(LIMIT.replace("CALL", call), args);
  return text === "" ? null : BigInt(text);
}

/** `glibc 2.36`, as it stands in the library itself: importing subprocess asks for it, which must not cost a process. */
function libraryVersion(): string | undefined {
  try {
    const file = /\S*\/libc(?:\.so\.6|-[\d.]+\.so)$/m.exec(fs.readFileSync("/proc/self/maps", "latin1"))?.[0];
    if (file === undefined) return undefined;
    const library = fs.readFileSync(file);
    const place = library.indexOf("GNU C Library");
    const version = /release version (\d+\.\d+)/.exec(library.toString("latin1", place, place + 200))?.[1];
    return place < 0 || version === undefined ? undefined : `glibc ${version}`;
  } catch {
    return undefined;
  }
}

type Ids = [real: number, effective: number, saved: number];

const setters = {
  uid: "setuid",
  euid: "seteuid",
  gid: "setgid",
  egid: "setegid",
} as const;

export const nodeSystem: OperatingSystem = {
  loadAverage: () => os().loadavg(),
  priority,
  setPriority,
  userIds: () => statusLine(0, "Uid").split("\t").slice(0, 3).map(Number) as Ids,
  groupIds: () => statusLine(0, "Gid").split("\t").slice(0, 3).map(Number) as Ids,
  setId: (kind, id) => attempt(() => process[setters[kind]]?.(id)),
  groups: () => statusLine(0, "Groups").split(" ").filter(Boolean).map(Number),
  setGroups: (groups) => attempt(() => process.setgroups?.(groups)),
  loginName: () => outputOfPerl("my $name = getlogin(); exit($! + 0) if !defined $name; print $name;", []),
  affinity: (pid) => numberList(statusLine(pid, "Cpus_allowed_list")),
  setAffinity: (pid, processors) => {
    const list = processors.join(",");
    if (list === "") throw new HostError("EINVAL");
    outputOfTool("taskset", ["--cpu-list", "--pid", list, String(pid === 0 ? process.pid : pid)]);
  },
  scheduling: (pid) => {
    const field = processStat(pid);
    return { policy: field("policy"), priority: field("realTimePriority") };
  },
  setScheduling,
  configuration: (name) => limit("POSIX::sysconf($ARGV[0])", [String(name)]),
  pathConfiguration: (path: HostPath, name) =>
    limit("POSIX::pathconf($ARGV[0], $ARGV[1])", [pathForTool(pathText(path)), String(name)]),
  configurationText: (name) => {
    const known = name === "GNU_LIBC_VERSION" ? libraryVersion() : undefined;
    return known ?? outputOfTool("getconf", [name]).replace(/\n$/, "");
  },
  sync: () => void outputOfTool("sync", []),
};
