/**
 * Locks on files (flock(2), and byte ranges with fcntl(2)), which Node has not: a short perl(1) is given the descriptor and
 * takes the lock.
 *
 * Trap: both kinds are locks of the open file description, which this process and the child share; so they stay when the
 * child has ended, until the file is closed here. A classic fcntl lock would go with the child; one of a description
 * (F_OFD_SETLK) excludes classic ones of other processes all the same.
 */

import { ERRNO, type ErrnoName } from "./errno.ts";
import { HostError, type RangeLock } from "./host.ts";
import { runSystemTool } from "./system-tool.ts";

const F_OFD_SETLK = 37;
const F_OFD_SETLKW = 38;

const OPEN = 'open(F, "<&=3") or exit(9);';
const FLOCK = `${OPEN} exit(flock(F, $ARGV[0]) ? 0 : $! + 0);`;
/** struct flock: type, whence, start, length, process. */
const RANGE = `${OPEN} my ($command, @lock) = @ARGV; exit(fcntl(F, $command, pack("s s x4 q q i x4", @lock, 0)) ? 0 : $! + 0);`;

function run(nodeFd: number, script: string, numbers: readonly number[]): void {
  const args = ["-e", script, ...numbers.map(String)];
  const { status, error } = runSystemTool("perl", args, ["ignore", "ignore", "ignore", nodeFd]);
  if (error !== undefined) throw new HostError("ENOLCK");
  if (status === 0) return;
  const known = Object.entries(ERRNO).find(([, number]) => number === status);
  throw new HostError((known?.[0] ?? "ENOLCK") as ErrnoName);
}

/** `operation` is LOCK_SH, LOCK_EX or LOCK_UN, perhaps with LOCK_NB. */
export function lockFile(nodeFd: number, operation: number): void {
  run(nodeFd, FLOCK, [operation]);
}

export function lockRange(nodeFd: number, { type, whence, start, length }: RangeLock, wait: boolean): void {
  if (process.platform !== "linux") throw new HostError("ENOLCK");
  run(nodeFd, RANGE, [wait ? F_OFD_SETLKW : F_OFD_SETLK, type, whence, start, length]);
}
