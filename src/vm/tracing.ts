/**
 * sys.settrace and sys.setprofile as tools of the monitoring (CPython Python/legacy_tracing.c, sysmodule.c:
 * trace_trampoline), and turning the watching of a thread on and off.
 */

import { PyBuiltinFunction } from "../objects/kernel/builtin.ts";
import { callWith } from "../objects/kernel/call.ts";
import { METHOD_DESCRIPTOR, NONE, typeOf } from "../objects/kernel/core-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { type PyBaseException, tuple } from "../objects/kernel/payload.ts";
import { addRoot } from "../objects/kernel/roots.ts";
import type { Frame } from "./frame.ts";
import { EVENT, type EventName, PROFILE_TOOL, TRACE_TOOL } from "./monitoring/events.ts";
import { unwatched } from "./monitoring/fire.ts";
import { type LegacyCallback, MISSING, type Monitoring } from "./monitoring/monitors.ts";
import { WATCHER } from "./monitoring/watcher.ts";
import { current, POLL_TRACE, type Thread } from "./thread.ts";
import { frameLocals, localsToFast, traceOf } from "./types/frame.ts";

addRoot(() => (current.thread as Thread | undefined)?.interpreter.monitoring.callbacks);

/** The thread is watched from now on: no frame has an instruction behind it that was. */
function noteFrames(thread: Thread): void {
  for (let frame = thread.frame; frame !== null; frame = frame.back) {
    const trace = traceOf(frame);
    trace.last = frame.pc;
    trace.jumped = -1;
  }
}

/** Turn the watching of a thread on or off to match what is set. */
export function updateTracing(thread: Thread): void {
  const { traceFunction, profileFunction, interpreter } = thread;
  const on = traceFunction !== null || profileFunction !== null || interpreter.monitoring.isUsed;
  if (on && thread.watched === null) noteFrames(thread);
  thread.watched = on ? WATCHER : null;
  thread.tracer = thread.isWatching > 0 ? null : thread.watched;
  if (thread.tracer !== null) thread.poll |= POLL_TRACE;
  else thread.poll &= ~POLL_TRACE;
}

/** Run with what is watched switched on, though a callback runs. */
export function rewatched<T>(thread: Thread, run: () => T): T {
  const { isWatching, watchedEvent } = thread;
  thread.isWatching = 0;
  thread.watchedEvent = -1;
  updateTracing(thread);
  try {
    return run();
  } finally {
    thread.isWatching = isWatching;
    thread.watchedEvent = watchedEvent;
    updateTracing(thread);
  }
}

export function setTrace(thread: Thread, func: Value | null): void {
  thread.traceFunction = func;
  setLegacy(thread, TRACE_TOOL, traceCallbacks, (each) => each.traceFunction !== null);
}

export function setProfile(thread: Thread, func: Value | null): void {
  thread.profileFunction = func;
  setLegacy(thread, PROFILE_TOOL, profileCallbacks, (each) => each.profileFunction !== null);
}

/** Threads that trace or profile, by interpreter and tool. */
const users = new WeakMap<Monitoring, [Set<Thread>, Set<Thread>]>();

type Callbacks = Partial<Record<EventName, LegacyCallback>>;

/** The events of a tool are on while any thread uses it. */
function setLegacy(thread: Thread, tool: number, callbacks: Callbacks, uses: (thread: Thread) => boolean): void {
  const { monitoring } = thread.interpreter;
  const own = users.get(monitoring) ?? [new Set(), new Set()];
  users.set(monitoring, own);
  const threads = own[tool - PROFILE_TOOL];
  if (uses(thread)) threads.add(thread);
  else threads.delete(thread);
  let events = 0;
  for (const name of Object.keys(callbacks) as EventName[]) {
    monitoring.callbacks[tool][EVENT[name]] = callbacks[name] ?? null;
    if (name === "INSTRUCTION" && !monitoring.opcodesWanted) continue;
    if (name !== "C_RETURN" && name !== "C_RAISE") events |= 1 << EVENT[name];
  }
  monitoring.setGlobal(tool, threads.size > 0 ? events : 0);
  updateTracing(thread);
}

/** Call a trace or profile function. What it changes in `f_locals` becomes the variables' values. */
function callFunction(thread: Thread, func: Value, frame: Frame, event: number, what: string, argument: Value): Value {
  const trace = traceOf(frame);
  return unwatched(thread, event, () => {
    if (trace.localsShown) frameLocals(frame);
    try {
      return callWith(func, [frame, what, argument]);
    } finally {
      if (trace.localsShown) localsToFast(frame);
      trace.localsShown = false;
    }
  });
}

/** A trace function that raises is unset. */
function traceEvent(thread: Thread, frame: Frame, event: number, what: string, argument: Value): void {
  const trace = traceOf(frame);
  const func = what === "call" ? thread.traceFunction : trace.function;
  if (func === null || thread.traceFunction === null) return;
  let result: Value;
  try {
    result = callFunction(thread, func, frame, event, what, argument);
  } catch (error) {
    setTrace(thread, null);
    trace.function = null;
    throw error;
  }
  if (result !== NONE) trace.function = result;
}

function profileEvent(thread: Thread, frame: Frame, event: number, what: string, argument: Value): void {
  const func = thread.profileFunction;
  if (func === null) return;
  try {
    callFunction(thread, func, frame, event, what, argument);
  } catch (error) {
    setProfile(thread, null);
    throw error;
  }
}

type Teller = typeof traceEvent;

/** An event without an argument. */
const plain =
  (tell: Teller, event: number, what: string): LegacyCallback =>
  (thread, frame) =>
    tell(thread, frame, event, what, NONE);

/** An event whose argument is the event's own third. */
const withValue =
  (tell: Teller, event: number, what: string): LegacyCallback =>
  (thread, frame, args) =>
    tell(thread, frame, event, what, args[1]);

const exceptionEvent =
  (event: number): LegacyCallback =>
  (thread, frame, args) => {
    const exception = args[1] as PyBaseException;
    traceEvent(thread, frame, event, "exception", tuple([exception.cls, exception, exception.traceback ?? NONE]));
  };

function lineEvent(thread: Thread, frame: Frame, event: number): void {
  if (traceOf(frame).lines) traceEvent(thread, frame, event, "line", NONE);
}

/** A backward jump within a line reaches the line again; others are seen when their target is reached. */
const jumpEvent =
  (event: number): LegacyCallback =>
  (thread, frame, args) => {
    const from = (args[0] as number) >> 1;
    const to = (args[1] as number) >> 1;
    if (to > from || frame.code.lineAt(to) !== frame.code.lineAt(from)) return;
    lineEvent(thread, frame, event);
  };

const traceCallbacks: Callbacks = {
  PY_START: plain(traceEvent, EVENT.PY_START, "call"),
  PY_RESUME: plain(traceEvent, EVENT.PY_RESUME, "call"),
  PY_THROW: plain(traceEvent, EVENT.PY_THROW, "call"),
  PY_RETURN: withValue(traceEvent, EVENT.PY_RETURN, "return"),
  PY_YIELD: withValue(traceEvent, EVENT.PY_YIELD, "return"),
  PY_UNWIND: plain(traceEvent, EVENT.PY_UNWIND, "return"),
  RAISE: exceptionEvent(EVENT.RAISE),
  STOP_ITERATION: exceptionEvent(EVENT.STOP_ITERATION),
  // Asked for, with nobody to be told.
  EXCEPTION_HANDLED: () => undefined,
  LINE: (thread, frame) => lineEvent(thread, frame, EVENT.LINE),
  JUMP: jumpEvent(EVENT.JUMP),
  BRANCH: jumpEvent(EVENT.BRANCH),
  INSTRUCTION: (thread, frame) => {
    if (traceOf(frame).opcodes) traceEvent(thread, frame, EVENT.INSTRUCTION, "opcode", NONE);
  },
};

/** What a profiler is told of a call: builtin functions as they are, methods of builtin types bound. */
const callEvent =
  (event: number, what: string): LegacyCallback =>
  (thread, frame, [, callable, self]) => {
    if (callable instanceof PyBuiltinFunction) {
      profileEvent(thread, frame, event, what, callable);
      return;
    }
    const type = typeOf(callable);
    if (type !== METHOD_DESCRIPTOR || self === MISSING) return;
    profileEvent(thread, frame, event, what, type.slots.__get__?.(callable, self, typeOf(self)) ?? callable);
  };

const profileCallbacks: Callbacks = {
  PY_START: plain(profileEvent, EVENT.PY_START, "call"),
  PY_RESUME: plain(profileEvent, EVENT.PY_RESUME, "call"),
  PY_THROW: withValue(profileEvent, EVENT.PY_THROW, "call"),
  PY_RETURN: withValue(profileEvent, EVENT.PY_RETURN, "return"),
  PY_YIELD: withValue(profileEvent, EVENT.PY_YIELD, "return"),
  PY_UNWIND: plain(profileEvent, EVENT.PY_UNWIND, "return"),
  CALL: callEvent(EVENT.CALL, "c_call"),
  C_RETURN: callEvent(EVENT.C_RETURN, "c_return"),
  C_RAISE: callEvent(EVENT.C_RAISE, "c_exception"),
};
