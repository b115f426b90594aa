/**
 * Locks on files (flock(2), and byte ranges with fcntl(2)), which Node has not: a short perl(1) is given the descriptor and
 * takes the lock.
 *
 * Trap: both kinds are locks of the open file description, which this process and the child share; so they stay when the
 * child has ended, until the file is closed here. A classic fcntl lock would go with the child; one of a description
 * (F_OFD_SETLK) excludes classic ones of other processes all the same.
 */

import { HostError, type RangeLock } from "./host.ts";
import { outputOfPerl } from "./system-tool.ts";

const F_OFD_GETLK = 36;
const F_OFD_SETLK = 37;
const F_OFD_SETLKW = 38;
const F_UNLCK = 2;

const OPEN = 'open(F, "<&=3") or exit(9);';
const FLOCK = `${OPEN} exit(flock(F, $ARGV[0]) ? 0 : $! + 0);`;
/** struct flock: type, whence, start, length, process; prints the type that the kernel leaves in it. */
const RANGE = `${OPEN} my ($command, @range) = @ARGV; my $lock = pack("s s x4 q q i x4", @range, 0); exit($! + 0) unless fcntl(F, $command, $lock); print unpack("s", $lock);`;

function run(nodeFd: number, script: string, numbers: readonly number[]): string {
  try {
    return outputOfPerl(script, numbers.map(String), nodeFd);
  } catch (error) {
    // Without perl there are no locks.
    throw error instanceof HostError && error.code === "ENOSYS" ? new HostError("ENOLCK") : error;
  }
}

/** `operation` is LOCK_SH, LOCK_EX or LOCK_UN, perhaps with LOCK_NB. */
export function lockFile(nodeFd: number, operation: number): void {
  run(nodeFd, FLOCK, [operation]);
}

function onRange(nodeFd: number, command: number, { type, whence, start, length }: RangeLock): string {
  if (process.platform !== "linux") throw new HostError("ENOLCK");
  return run(nodeFd, RANGE, [command, type, whence, start, length]);
}

export function lockRange(nodeFd: number, lock: RangeLock, wait: boolean): void {
  onRange(nodeFd, wait ? F_OFD_SETLKW : F_OFD_SETLK, lock);
}

/** Would nobody else's lock be in the way? */
export function isRangeFree(nodeFd: number, lock: RangeLock): boolean {
  return onRange(nodeFd, F_OFD_GETLK, lock) === String(F_UNLCK);
}
