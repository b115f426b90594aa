/**
 * What processes have used, and their limits (getrusage(2), prlimit(2)): from Node where it tells, from Linux's /proc, and by
 * prlimit(1) to set a limit, which Node cannot.
 */
import fs from "node:fs";
import { HostError, type Limits, type ResourceUsage } from "./host.ts";
import { hostError } from "./node-calls.ts";
import { outputOfTool } from "./system-tool.ts";

/** As /proc counts time, on every Linux. */
const TICKS_PER_SECOND = 100;
/** Fields of /proc/PID/stat behind the command, counted from the state. */
const STAT = {
  group: 2,
  minorFaults: 8,
  majorFaults: 10,
  user: 13,
  system: 14,
  nice: 16,
  realTimePriority: 37,
  policy: 38,
} as const;

/** The fields of a process, of which 0 is this one, by their names. */
export function processStat(pid: number): (name: keyof typeof STAT) => number {
  const stat = readProc(pid, "stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (name) => Number(fields[STAT[name]]);
}

/** Of the process; of those of its children that have ended and were waited for, the times and page faults. */
export function resourceUsage(who: "self" | "children"): ResourceUsage {
  if (who === "self") {
    const used = process.resourceUsage();
    return {
      userSeconds: used.userCPUTime / 1e6,
      systemSeconds: used.systemCPUTime / 1e6,
      maxResidentKilobytes: used.maxRSS,
      minorFaults: used.minorPageFault,
      majorFaults: used.majorPageFault,
      blocksRead: used.fsRead,
      blocksWritten: used.fsWrite,
      voluntarySwitches: used.voluntaryContextSwitches,
      involuntarySwitches: used.involuntaryContextSwitches,
    };
  }
  const field = processStat(0);
  return {
    userSeconds: field("user") / TICKS_PER_SECOND,
    systemSeconds: field("system") / TICKS_PER_SECOND,
    maxResidentKilobytes: 0,
    minorFaults: field("minorFaults"),
    majorFaults: field("majorFaults"),
    blocksRead: 0,
    blocksWritten: 0,
    voluntarySwitches: 0,
    involuntarySwitches: 0,
  };
}

/** Options of prlimit(1) by the numbers of RLIMIT_*, which is also the order in /proc. */
const OPTIONS =
  "cpu fsize data stack core rss nproc nofile memlock as locks sigpending msgqueue nice rtprio rttime".split(" ");

export function resourceLimits(pid: number, resource: number): Limits {
  const line = readProc(pid, "limits").split("\n")[resource + 1];
  const [, soft = "", hard = ""] = line?.match(/^.{25} *(\S+) +(\S+)/) ?? [];
  const limit = (text: string): bigint | null => (text === "unlimited" ? null : BigInt(text));
  return { soft: limit(soft), hard: limit(hard) };
}

export function setResourceLimits(pid: number, resource: number, { soft, hard }: Limits): void {
  const text = (limit: bigint | null): string => (limit === null ? "unlimited" : String(limit));
  const option = `--${OPTIONS[resource]}=${text(soft)}:${text(hard)}`;
  const args = [`--pid=${pid === 0 ? process.pid : pid}`, option];
  outputOfTool("prlimit", args);
}

/** A file about a process, of which 0 is this one. */
export function readProc(pid: number, name: string): string {
  try {
    return fs.readFileSync(`/proc/${pid === 0 ? "self" : pid}/${name}`, "latin1");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") throw hostError(error as NodeJS.ErrnoException, null, null);
    throw new HostError(fs.existsSync("/proc/self") ? "ESRCH" : "ENOSYS");
  }
}
