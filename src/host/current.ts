/**
 * The host of the interpreter that runs now. JavaScript runs one interpreter at a time, so whoever
 * enters an interpreter says which host is its world.
 */
import { bug } from "../util/assert.ts";
import type { Host } from "./host.ts";

let current: Host | undefined;

export function host(): Host {
  return current ?? bug("no host is in use");
}

/** Use `next` from now on; gives back what was used before. */
export function useHost(next: Host | undefined): Host | undefined {
  const previous = current;
  current = next;
  return previous;
}

/** Write all of it, however often the descriptor takes only a part; to the host that is current if no other is named. */
export function writeAll(fd: number, data: Uint8Array, { files }: Host = host()): void {
  for (let at = 0; at < data.length; ) at += files.write(fd, data.subarray(at));
}

export function writeText(fd: number, text: string): void {
  writeAll(fd, new TextEncoder().encode(text));
}
