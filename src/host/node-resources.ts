/**
 * What processes have used, and their limits (getrusage(2), prlimit(2)): from Node where it tells, from Linux's /proc, and by
 * prlimit(1) to set a limit, which Node cannot.
 */
import fs from "node:fs";
import { HostError, type Limits, type ResourceUsage } from "./host.ts";
import { hostError } from "./node-calls.ts";
import { runSystemTool } from "./system-tool.ts";

/** As /proc counts time, on every Linux. */
const TICKS_PER_SECOND = 100;
/** Fields of /proc/self/stat behind the command, counted from the state. */
const STAT = { minorFaults: 8, majorFaults: 10, user: 13, system: 14 } as const;

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
  const stat = readProc("self/stat");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const field = (index: number): number => Number(fields[index]);
  return {
    userSeconds: field(STAT.user) / TICKS_PER_SECOND,
    systemSeconds: field(STAT.system) / TICKS_PER_SECOND,
    maxResidentKilobytes: 0,
    minorFaults: field(STAT.minorFaults),
    majorFaults: field(STAT.majorFaults),
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
  const line = readProc(`${pid === 0 ? "self" : pid}/limits`).split("\n")[resource + 1];
  const [, soft = "", hard = ""] = line?.match(/^.{25} *(\S+) +(\S+)/) ?? [];
  const limit = (text: string): bigint | null => (text === "unlimited" ? null : BigInt(text));
  return { soft: limit(soft), hard: limit(hard) };
}

export function setResourceLimits(pid: number, resource: number, { soft, hard }: Limits): void {
  const text = (limit: bigint | null): string => (limit === null ? "unlimited" : String(limit));
  const option = `--${OPTIONS[resource]}=${text(soft)}:${text(hard)}`;
  const args = [`--pid=${pid === 0 ? process.pid : pid}`, option];
  const { status, stderr, error } = runSystemTool("prlimit", args, ["ignore", "ignore", "pipe"]);
  if (error !== undefined) throw new HostError("ENOSYS");
  if (status === 0) return;
  if (stderr.includes("not permitted")) throw new HostError("EPERM");
  throw new HostError(stderr.includes("No such process") ? "ESRCH" : "EINVAL");
}

export function readProc(name: string): string {
  try {
    return fs.readFileSync(`/proc/${name}`, "latin1");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") throw hostError(error as NodeJS.ErrnoException, null, null);
    throw new HostError(fs.existsSync("/proc/self") ? "ESRCH" : "ENOSYS");
  }
}
