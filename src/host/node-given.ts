/**
 * The descriptors that a process was given by whoever started it, beside 0, 1 and 2.
 *
 * Trap: Node opens descriptors of its own before any of our code runs, and sets close-on-exec on those that it was given, so
 * neither numbers nor flags tell them apart. Node's own are polls, events, and pipes of which it has both ends.
 */
import fs from "node:fs";
import { O_APPEND } from "./constants.ts";
import { kernelFlags } from "./node-calls.ts";

interface Given {
  readonly fd: number;
  readonly appends: boolean;
}

const FOLDER = "/proc/self/fd";

export function givenDescriptors(): Given[] {
  const targets = new Map<number, string>();
  try {
    for (const name of fs.readdirSync(FOLDER)) {
      const fd = Number(name);
      const target = fd > 2 ? targetOf(fd) : undefined;
      if (target !== undefined && !target.startsWith("anon_inode:")) targets.set(fd, target);
    }
  } catch {
    // No such folder: what was given is not told.
    return [];
  }
  const all = [...targets.values()];
  const isOneEnd = (target: string): boolean => all.indexOf(target) === all.lastIndexOf(target);
  return [...targets]
    .filter(([, target]) => !target.startsWith("pipe:") || isOneEnd(target))
    .map(([fd]) => ({ fd, appends: (kernelFlags(fd) & O_APPEND) !== 0 }))
    .sort((a, b) => a.fd - b.fd);
}

/** undefined if it is closed by now, as that is by which the folder was read. */
function targetOf(fd: number): string | undefined {
  try {
    return fs.readlinkSync(`${FOLDER}/${fd}`);
  } catch {
    return undefined;
  }
}
