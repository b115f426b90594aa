/**
 * Telling the tools of an event (CPython Python/instrumentation.c: call_instrumentation_vector).
 *
 * While a callback runs nothing is watched: POLL_TRACE is off, so the fast driver runs it.
 */
import { callWith } from "../../objects/kernel/call.ts";
import type { Value } from "../../objects/kernel/object.ts";
import type { PyBaseException } from "../../objects/kernel/payload.ts";
import { PyError, valueError } from "../../objects/kernel/raise.ts";
import type { Frame } from "../frame.ts";
import { POLL_TRACE, type Thread } from "../thread.ts";
import { EVENT, EVENT_NAMES, INSTRUMENTED_EVENTS, TRACE_TOOL } from "./events.ts";
import { type CodeMonitors, DISABLE, monitorsOf } from "./monitors.ts";

/** Run a callback with nothing watched. */
export function unwatched<T>(thread: Thread, event: number, run: () => T): T {
  const { pending, watchedEvent } = thread;
  thread.tracer = null;
  thread.pending = null;
  thread.poll &= ~POLL_TRACE;
  thread.watchedEvent = event;
  thread.isWatching += 1;
  try {
    const result = run();
    thread.pending = pending;
    return result;
  } finally {
    thread.isWatching -= 1;
    thread.watchedEvent = watchedEvent;
    // The callback may have switched everything off.
    if (thread.watched !== null && thread.isWatching === 0) {
      thread.tracer = thread.watched;
      thread.poll |= POLL_TRACE;
    }
  }
}

/** Tell the tools, the highest first, of `event` at the instruction. `args` follow the code object. */
function tell(
  thread: Thread,
  frame: Frame,
  monitors: CodeMonitors,
  event: number,
  index: number,
  args: readonly Value[],
): void {
  const { callbacks } = thread.interpreter.monitoring;
  const tools = monitors.toolsAt(thread.interpreter.monitoring, event, index);
  for (let tool = TRACE_TOOL; tool >= 0; tool--) {
    const callback = (tools & (1 << tool)) === 0 ? null : callbacks[tool][event];
    if (callback === null) continue;
    if (typeof callback === "function") {
      callback(thread, frame, args);
      continue;
    }
    const result = unwatched(thread, event, () => callWith(callback, [frame.code, ...args]));
    if (result !== DISABLE) continue;
    if (event >= INSTRUMENTED_EVENTS) {
      callbacks[tool][event] = null;
      throw valueError(`Cannot disable ${EVENT_NAMES[event]} events. Callback removed.`);
    }
    monitors.disable(event, index, tool);
  }
}

/** An event of the instruction at `index`. */
export function fire(thread: Thread, frame: Frame, event: number, index: number, ...args: Value[]): void {
  const monitors = monitorsOf(frame.code);
  if (monitors.toolsAt(thread.interpreter.monitoring, event, index) === 0) return;
  tell(thread, frame, monitors, event, index, [index * 2, ...args]);
}

/** LINE: its argument is the line. */
export function fireLine(thread: Thread, frame: Frame, monitors: CodeMonitors, index: number, line: number): void {
  tell(thread, frame, monitors, EVENT.LINE, index, [line]);
}

/** An event while `exception` is on its way; one that a callback raises takes its place. */
export function fireProtected(
  thread: Thread,
  frame: Frame,
  event: number,
  index: number,
  exception: PyBaseException,
  ...args: Value[]
): PyBaseException {
  try {
    fire(thread, frame, event, index, ...args);
    return exception;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return error.exception;
  }
}
