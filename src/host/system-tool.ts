/** The system's small programs that do what Node has no call for. Trap: the Python program may have changed PATH. */
import type { SpawnSyncReturns, StdioOptions } from "node:child_process";
import { ERRNO, type ErrnoName, errorText } from "./errno.ts";
import { HostError } from "./host.ts";

const SYSTEM_PATH = "/usr/bin:/bin";

/** A descriptor of ours has a path of its own in another process. */
export const pathForTool = (path: string): string => path.replace(/^\/proc\/self\//, `/proc/${process.pid}/`);

/** Run one to its end, with messages in English. */
export function runSystemTool(name: string, args: readonly string[], stdio: StdioOptions): SpawnSyncReturns<string> {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const env = { PATH: `${SYSTEM_PATH}:${process.env.PATH ?? ""}`, LC_ALL: "C" };
  return spawnSync(name, args, { encoding: "latin1", env, stdio });
}

/** What one prints that changes or asks for something; its message tells which system call failed, and how. */
export function outputOfTool(name: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = runSystemTool(name, args, ["ignore", "pipe", "pipe"]);
  if (error !== undefined) throw new HostError("ENOSYS");
  if (status === 0) return stdout;
  const known = Object.entries(ERRNO).find(([, errno]) => stderr.includes(errorText(errno)));
  throw new HostError((known?.[0] ?? "EINVAL") as ErrnoName);
}

/**
 * What a script of perl(1) prints; it ends with an errno for a status if its call fails. `fd` is the kernel's number of
 * what it has as descriptor 3.
 */
export function outputOfPerl(script: string, args: readonly string[], fd?: number): string {
  const stdio: StdioOptions = ["ignore", "pipe", "ignore", ...(fd === undefined ? [] : [fd])];
  const { status, stdout, error } = runSystemTool("perl", ["-e", script, ...args], stdio);
  if (error !== undefined) throw new HostError("ENOSYS");
  if (status === 0) return stdout;
  const known = Object.entries(ERRNO).find(([, errno]) => errno === status);
  throw new HostError((known?.[0] ?? "EIO") as ErrnoName);
}
