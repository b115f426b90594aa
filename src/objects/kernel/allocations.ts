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
  /** Where the oldest and the middle generation end in `made`; what lies behind them is the youngest. */
  ends: readonly [oldest: number, middle: number];
  overflow: () => void;
} = { made: null, limit: 50_000, ends: [0, 0], overflow: () => undefined };

export function noteAllocation(object: PyObject): void {
  const made = allocations.made as PyObject[];
  made.push(object);
  if (made.length === allocations.limit) allocations.overflow();
}

/** Of what was made before a collection keep what is alive, in its generation; gives the others. */
export function keepAlive(before: readonly PyObject[], isAlive: (object: PyObject) => boolean): PyObject[] {
  const kept: PyObject[] = [];
  const dead: PyObject[] = [];
  const ends: [number, number] = [0, 0];
  for (let i = 0; i < before.length; i++) {
    if (!isAlive(before[i])) {
      dead.push(before[i]);
      continue;
    }
    kept.push(before[i]);
    if (i < allocations.ends[0]) ends[0] = kept.length;
    if (i < allocations.ends[1]) ends[1] = kept.length;
  }
  // What finalizers have made meanwhile is the youngest.
  allocations.made = [...kept, ...(allocations.made ?? [])];
  allocations.ends = ends;
  return dead;
}

/** The program is over: the next one may never ask. */
export function forgetAllocations(): void {
  allocations.made = null;
  allocations.ends = [0, 0];
}

/** What survived a collection of `generation` and the younger ones is a generation older. */
export function growOlder(generation: number): void {
  const count = allocations.made?.length ?? 0;
  allocations.ends = [generation === 0 ? allocations.ends[0] : count, count];
}
