/**
 * The containers made since the last collection, while a program uses the collector (`gc.collect()` and the like): the
 * heap cannot be asked for objects that nothing reaches, so those that may have become garbage are written down.
 *
 * Any cycle has one of these in it: a list, a dict, a set, an instance, a cell, a generator or a frame's exception.
 * `made` is null for a program that never asks, and then costs one comparison.
 */
import type { PyObject } from "./object.ts";

export const allocations: {
  made: PyObject[] | null;
  /** Beyond so many, `overflow` is called: it sees to it that some go soon. */
  limit: number;
  overflow: () => void;
} = { made: null, limit: 50_000, overflow: () => undefined };

export function noteAllocation(object: PyObject): void {
  const made = allocations.made as PyObject[];
  made.push(object);
  if (made.length === allocations.limit) allocations.overflow();
}
