/**
 * Start-up snapshots of Node: a heap that was prepared by a script, from which Node starts with everything in place.
 *
 * Trap: a snapshot belongs to one Node program, one processor and V8's options: under others Node prints an error and
 * ends. Whoever starts from one must know that it fits.
 */
import { spawnSync } from "node:child_process";

/**
 * Options under which Node makes the same snapshot each time: names hash alike, and the collector keeps to one thread.
 * The room for young objects is so large that none of it is used twice: V8 leaves a field of short typed arrays as it
 * was in memory, which must be nothing. The bytecode of functions that have run is kept: they will run again.
 */
export const REPEATABLE = [
  "--no-warnings",
  "--random-seed=1",
  "--single-threaded",
  "--no-flush-bytecode",
  "--min-semi-space-size=256",
  "--max-semi-space-size=256",
];

/** Run Node in an empty environment: what went wrong, or null. Addresses of Node's own get into a snapshot: where the system can, they are always the same. */
export function runNode(options: readonly string[], cwd: string): string | null {
  const [command = "", ...args] = ["setarch", "-R", process.execPath, ...options];
  const env = { PATH: process.env.PATH ?? "" };
  const settled = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  if (settled.status === 0) return null;
  const plain = spawnSync(process.execPath, options, { cwd, env, encoding: "utf8" });
  return plain.status === 0 ? null : plain.stderr.trim();
}

/**
 * Node starts only from a snapshot that was made under the options it has itself: let it take one that was made under other
 * options, which must differ in nothing that lasts. False if the snapshot has no such mark.
 */
export function acceptUnder(
  options: readonly string[],
  blob: Buffer,
  madeUnder: readonly string[],
  cwd: string,
): boolean {
  const made = spawnSync(process.execPath, [...madeUnder, "-p", TAG], { cwd, env: {}, encoding: "utf8" });
  const usual = spawnSync(process.execPath, [...options, "-p", TAG], { cwd, env: {}, encoding: "utf8" });
  const [from, to] = [made, usual].map(({ stdout }) => Number(stdout)) as [number, number];
  const pattern = Buffer.alloc(4);
  pattern.writeUInt32LE(from);
  const place = blob.subarray(0, HEADER_AT_MOST).indexOf(pattern);
  if (place >= 0) blob.writeUInt32LE(to, place);
  return place >= 0;
}

const TAG = "v8.cachedDataVersionTag()";
/** Node's own description of a snapshot lies within this. */
const HEADER_AT_MOST = 1024;
