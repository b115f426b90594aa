/**
 * Marking the heap from its roots (CPython has reference counts instead): what is alive, and who holds it.
 *
 * Roots are the threads with the frames that they run, the interpreter with its modules, and what the tables of builtin
 * modules hold (objects/kernel/roots.ts). Everything else, types included, is alive because one of these leads to it.
 *
 * Trap: what the body of a builtin that is running holds in JavaScript variables is not seen. Who concludes from the
 * absence of a mark must not do so for what is older than the innermost driver (see lifetimes.ts).
 */

import { PyCell } from "../../objects/kernel/payload.ts";
import { rootValues } from "../../objects/kernel/roots.ts";
import { current } from "../thread.ts";
import { traverse, visitValue } from "./traverse.ts";

/** Each object that is alive, and the one through which it was reached; null for a root. */
export type Marked = Map<object, object | null>;

/** Everything that can be reached. */
export function mark(): Marked {
  const marked: Marked = new Map();
  const waiting: object[] = [];
  let holder: object | null = null;
  const visit = (child: object): void => {
    if (marked.has(child)) return;
    marked.set(child, holder);
    waiting.push(child);
  };
  for (const root of [current.thread, ...rootValues()]) visitValue(root, visit);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    holder = next;
    traverse(next, visit);
  }
  return marked;
}

/** How far `findNearby` looks, in objects and in references. */
const NEARBY = 400;
const NEARBY_REFERENCES = 4000;

/** References that were followed by the cheaper ways of looking, for whoever must account for it. */
export const followed = { count: 0 };

/** Frames whose variables are looked at first, from the running one outwards. */
const FRAMES = 100;

/** The way to `target` if it is the value of a variable, or of an operand, of a running frame. */
function heldByFrame(target: object): object[] | undefined {
  let way: object[] | undefined;
  let frame = current.thread.frame;
  for (let left = FRAMES; left > 0 && frame !== null && way === undefined; left--) {
    const holder: object = frame;
    traverse(holder, (child) => {
      followed.count++;
      if (child === target) way = [holder];
      else if (child instanceof PyCell && child.value === target) way ??= [holder, child];
    });
    frame = frame.back;
  }
  return way;
}

/**
 * Who holds `target`, if that is found near the running frames: the way to it, from a frame on. Undefined: not there,
 * which says nothing about its life.
 */
export function findNearby(target: object): object[] | undefined {
  const holders: Marked = new Map();
  const waiting: object[] = [];
  let holder: object | null = null;
  let found = false;
  const visit = (child: object): void => {
    followed.count++;
    if (holders.has(child)) return;
    holders.set(child, holder);
    if (child === target) found = true;
    else waiting.push(child);
  };
  const { frame } = current.thread;
  if (frame === null) return undefined;
  const direct = heldByFrame(target);
  if (direct !== undefined) return direct;
  visit(frame);
  const limit = followed.count + NEARBY_REFERENCES;
  for (let i = 0; i < waiting.length && i < NEARBY && !found && followed.count < limit; i++) {
    holder = waiting[i];
    traverse(holder, visit);
  }
  return found ? wayTo(holders, target) : undefined;
}

/** The holders of `target`, from a root on, `target` left out. */
export function wayTo(marked: Marked, target: object): object[] {
  const way: object[] = [];
  for (let each = marked.get(target) ?? null; each !== null; each = marked.get(each) ?? null) way.push(each);
  return way.reverse();
}

/** Does `holder` refer to `target` directly? */
export function refersTo(holder: object, target: object): boolean {
  let found = false;
  traverse(holder, (child) => {
    followed.count++;
    if (child === target) found = true;
  });
  return found;
}

/** Is each of them held by the one before it, and `target` by the last? Whether the first is alive is not asked. */
export function leadsTo(way: readonly object[], target: object): boolean {
  for (let i = 0; i < way.length; i++) {
    if (!refersTo(way[i], i + 1 < way.length ? way[i + 1] : target)) return false;
  }
  return true;
}
