/**
 * Is an object still held by a variable? An answer for those who must know at once whether something has died, which
 * CPython reads off its reference count: a memoryview that nobody has any more must not keep a bytearray from growing.
 *
 * Looks at the variables and operand stacks of all running frames, their globals, and what these hold, a few steps
 * deep; stack homes above the stack's height keep stale values and do not count. Trap: an object that is held in a more hidden place is taken for
 * dead; a search that grows too long takes it for alive.
 */
import { PyObject, PyType } from "../objects/kernel/object.ts";
import { PyModule } from "../objects/kernel/payload.ts";
import { Frame } from "./frame.ts";
import { allThreads } from "./scheduler/scheduler.ts";
import { current } from "./thread.ts";

const DEPTH = 4;
const LONGEST_SEARCH = 20_000;

class Search {
  private readonly seen = new Set<object>();

  constructor(private readonly target: PyObject) {}

  /** The target is found, or the search is too long to go on. */
  private isOver(value: unknown): boolean {
    return value === this.target || this.seen.size > LONGEST_SEARCH;
  }

  visit(value: unknown, depth: number): boolean {
    if (this.isOver(value)) return true;
    if (typeof value !== "object" || value === null || depth === 0 || this.seen.has(value)) return false;
    this.seen.add(value);
    if (value instanceof Frame) return this.visitFrame(value, depth - 1);
    if (Array.isArray(value)) return value.some((item) => this.visit(item, depth));
    if (!(value instanceof PyObject) || value instanceof PyType || value instanceof PyModule) return false;
    return Object.values(value).some((part) => this.visit(part, depth - 1));
  }

  visitFrame(frame: Frame, depth: number): boolean {
    for (let i = 0; i < frame.sp; i++) if (this.visit(frame.stack[i], depth)) return true;
    return this.visit(frame.locals, depth) || this.visit(frame.globals, depth);
  }
}

export function isHeld(target: PyObject): boolean {
  const search = new Search(target);
  return allThreads(current.thread.interpreter).some((thread) => {
    for (let { frame } = thread; frame !== null; frame = frame.back) {
      if (search.visitFrame(frame, DEPTH)) return true;
    }
    return false;
  });
}
