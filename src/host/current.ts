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
