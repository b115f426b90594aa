/**
 * Deadlocks that CPython does not know: a thread could go on, but waits below the builtin of another one on the
 * JavaScript stack, and that one waits, below a builtin too, for what only the first can do.
 *
 * Trap: it is found only if all wait for one another and nobody for the time or for the world outside.
 */
import type { HostError } from "../../host/host.ts";
import { runtimeError } from "../../objects/kernel/raise.ts";
import { InternalError } from "../../util/assert.ts";
import type { Segment, Thread } from "../thread.ts";

/** A thread in a loop in which others run on top of it. */
export interface Wait {
  readonly thread: Thread;
  readonly ready: () => boolean;
  /** In milliseconds of the scheduler's clock. */
  readonly deadline: number;
  readonly isForThreads: boolean;
  /** What the driver runs that waits; null for a builtin. */
  readonly segment: Segment | null;
}

/** The thread's JavaScript stack is given up, and all that it had still to do. */
export class Abandoned extends InternalError {
  constructor(readonly thread: Thread) {
    super("a thread was given up");
  }
}

const TEXT =
  "deadlock: the thread that this wait is for is inside a builtin function that cannot return before this thread's does";

/** Has the thread, or its builtin at the top of the JavaScript stack, nothing to wait for but another thread? */
function waitsForThreads(thread: Thread, waits: readonly Wait[]): boolean {
  if (thread.parked !== null) return thread.parked.isForThreads && thread.parked.deadline === Infinity;
  if (thread.segment?.outcome !== undefined) return true;
  const innermost = waits.findLast((wait) => wait.thread === thread && wait.segment === null);
  return innermost?.isForThreads ?? false;
}

/** Nobody can run: if it will remain so, let the one at the top fail, so that another one below can go on. */
export function breakDeadlock(turns: readonly Thread[], waits: readonly Wait[]): boolean {
  const innermost = waits.at(-1);
  const isDue = (wait: Wait): boolean => wait !== innermost && (wait.deadline < Infinity || wait.ready());
  if (innermost === undefined || !waits.some(isDue)) return false;
  const { thread, segment } = innermost;
  if (!turns.every((each) => waitsForThreads(each, waits))) return false;
  const { mainThread } = thread.interpreter;
  if (mainThread.segment?.outcome !== undefined && mainThread.segment.entry.back === null) throw new Abandoned(thread);
  if (segment !== null && thread.parked === null) return false;
  fail(innermost, runtimeError(TEXT));
  return true;
}

/** The builtin that waits is to throw `error`: at once, or when it is called again. */
function fail({ thread, segment }: Wait, error: unknown): void {
  const { parked } = thread;
  if (segment === null || parked === null) throw error;
  thread.failure = error;
  thread.parked = { ...parked, ready: () => true };
}

/** The host cannot wait for ever: who waits for the world outside is told so, and others that nobody will come. */
export function failToWait(wait: Wait, error: HostError): void {
  fail(wait, wait.thread.parked?.isForThreads === true ? runtimeError(TEXT) : error);
}
