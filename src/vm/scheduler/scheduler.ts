/**
 * The scheduler: Python threads as stacks of heap frames, of which one runs at a time (CPython Python/ceval_gil.c).
 *
 * A thread that waits, or has had its time, leaves the JavaScript stack down to its innermost driver. The loop that its
 * turn came from goes on with somebody else; in a driver that a builtin has started (the main thread's lowest is one as
 * well) that loop is `settle`, and whatever runs on top of it may take up the thread's frames above the driver.
 * Trap: what lies below the driver waits for all that is on top of it. See deadlock.ts.
 */
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { addRoot } from "../../objects/kernel/roots.ts";
import { continueWith } from "../deliver.ts";
import { advance, drive } from "../drive.ts";
import type { Frame } from "../frame.ts";
import type { Interpreter } from "../interpreter.ts";
import { LEAVE, type Outcome, RAISE } from "../outcome.ts";
import { current, POLL_RECORD, POLL_SIGNAL, POLL_SWITCH, Segment, scheduling, Thread } from "../thread.ts";
import { updateTracing } from "../tracing.ts";
import { Abandoned, breakDeadlock, failToWait, type Wait } from "./deadlock.ts";
import { canLeave, isPinned, Parking } from "./parking.ts";

/** How often the poll word is looked at before the clock is. */
const POLLS = 100;

/** Identities are addresses in CPython: far apart. */
const IDENT_STEP = 0x1000;

/** What a thread runs, and who is told of its end. */
export interface Work {
  /** The frame to begin with, or its value where no Python frame is needed for it. */
  begin(thread: Thread): Frame | undefined;
  failed(error: PyError): void;
  ended(thread: Thread): void;
  /** Does the end of the program wait for its end? */
  isAwaited?(thread: Thread): boolean;
}

/** Runs Python's handlers of the signals that have come; installed by `_signal`. Throws what they raise. */
export const signals: { handle: () => void } = { handle: () => undefined };

/** Milliseconds that only go forward. */
function now(): number {
  return Number(host().clock.monotonicNs()) / 1e6;
}

/** Threads besides the main one. */
let threads: Thread[] = [];
addRoot(() => threads);
/** All that take turns, in the order in which they will run. */
let turns: Thread[] = [];
/** Who waits on the JavaScript stack, the innermost last. */
const waits: Wait[] = [];
/** What a thread does until it ends; the main thread has one in `runTurn` only. */
const works = new WeakMap<Thread, Work>();
let lastIdent = 0;
let interval = 5;
let sliceEnd = 0;
let polls = POLLS;
/** Signals are looked for while the program computes. */
let watchesSignals = false;
/** The main thread leaves the JavaScript stack as the others do (`runTurn`). */
let takesTurns = false;

export function switchInterval(): number {
  return interval / 1000;
}

export function setSwitchInterval(seconds: number): void {
  interval = seconds * 1000;
}

/** Who is told that a moment has come, whatever the program does then. */
let watchdog: { readonly deadline: number; readonly bark: () => void } | undefined;

/**
 * Call `bark` so many seconds from now, once, at a poll of whichever thread runs, or while all wait; undefined: not any
 * more. Trap: nobody polls inside of a builtin that takes long.
 */
export function setWatchdog(interpreter: Interpreter, seconds: number, bark: (() => void) | undefined): void {
  watchdog = bark && { deadline: now() + seconds * 1000, bark };
  updatePolls(interpreter);
}

function askWatchdog(interpreter: Interpreter): void {
  if (watchdog === undefined || watchdog.deadline > now()) return;
  const { bark } = watchdog;
  setWatchdog(interpreter, 0, undefined);
  bark();
}

/** Is there anybody else who wants to run while a thread waits? */
export function isConcurrent(): boolean {
  return threads.length > 0 || watchesSignals || watchdog !== undefined;
}

/** Every thread that has not ended. */
export function allThreads(interpreter: Interpreter): Thread[] {
  return [interpreter.mainThread, ...threads];
}

/** Polls cost something, so they are asked for only while there is something to look for. */
function updatePolls(interpreter: Interpreter): void {
  const { mainThread } = interpreter;
  mainThread.onPoll = onPoll;
  if (isConcurrent() || takesTurns) mainThread.poll |= POLL_SWITCH;
  else mainThread.poll &= ~POLL_SWITCH;
  mainThread.mayLeave = threads.length > 0 || takesTurns;
  if (!mainThread.mayLeave && mainThread.segment === null) turns = turns.filter((each) => each !== mainThread);
  else if (!turns.includes(mainThread)) turns.push(mainThread);
}

export function watchSignals(interpreter: Interpreter): void {
  watchesSignals = true;
  updatePolls(interpreter);
}

/** A signal was noted: its handler runs at the next poll of the main thread. */
export function noteSignal(interpreter: Interpreter): void {
  interpreter.mainThread.onPoll = onPoll;
  interpreter.mainThread.poll |= POLL_SIGNAL;
}

/** What must be done before there is a second thread. */
export const beforeThreads: { prepare: () => void; install: (interpreter: Interpreter) => void } = {
  prepare: () => undefined,
  install: () => undefined,
};

export function hasOtherThreads(): boolean {
  return threads.length > 0;
}

/** Start a thread; it runs when the one that starts it waits or has had its time. */
export function startThread(interpreter: Interpreter, work: Work): Thread {
  if (threads.length === 0) {
    beforeThreads.prepare();
    beforeThreads.install(interpreter);
  }
  const main = interpreter.mainThread;
  const thread = new Thread(interpreter, main.ident + ++lastIdent * IDENT_STEP, drive);
  thread.recursionLimit = main.recursionLimit;
  thread.poll = POLL_SWITCH | (main.poll & POLL_RECORD);
  thread.onPoll = onPoll;
  thread.mayLeave = true;
  if (interpreter.monitoring.isUsed) updateTracing(thread);
  works.set(thread, work);
  threads.push(thread);
  turns.push(thread);
  updatePolls(interpreter);
  return thread;
}

/** At a poll: handle signals, and let others run if the time is over. */
function onPoll(thread: Thread, _frame: Frame): Outcome | undefined {
  try {
    handleSignals(thread);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    thread.pending = error.exception;
    return RAISE;
  }
  if (--polls > 0 || (thread.poll & POLL_SWITCH) === 0) return undefined;
  polls = POLLS;
  if (now() < sliceEnd) return undefined;
  host().receive();
  askWatchdog(thread.interpreter);
  if (!turns.some(canRun) && (thread.base === null || isPinned(thread))) {
    beginSlice();
    return undefined;
  }
  thread.isStopping = true;
  thread.result = undefined;
  return LEAVE;
}

function beginSlice(): void {
  sliceEnd = now() + interval;
  polls = POLLS;
}

/** Is it on the heap, with something to do? */
function isAvailable(thread: Thread): boolean {
  if (thread.isOnStack) return false;
  return thread.segment === null ? works.has(thread) : thread.segment.outcome === undefined;
}

const canRun = (thread: Thread): boolean => isAvailable(thread) && isDue(thread);

function isDue({ parked, poll }: Thread): boolean {
  return parked === null || (poll & POLL_SIGNAL) !== 0 || parked.ready() || parked.deadline <= now();
}

/** The next in line is another one. */
function standBehind(thread: Thread): void {
  const place = turns.indexOf(thread);
  if (place >= 0) turns.push(...turns.splice(place, 1));
}

/** Let a thread run until it waits, ends, or has had its time. */
function runSlice(thread: Thread): void {
  standBehind(thread);
  const { segment } = thread;
  takeUp(thread, () => {
    if (segment !== null) runSegment(thread, segment);
    else {
      const work = works.get(thread) as Work;
      if (runOn(thread, work)) end(thread, work);
    }
  });
}

function takeUp(thread: Thread, run: () => void): void {
  const before = current.thread;
  current.thread = thread;
  thread.isOnStack = true;
  beginSlice();
  try {
    run();
  } finally {
    current.thread = before;
    thread.isOnStack = false;
  }
}

/**
 * A turn of an event loop: whoever can run does so for a while, the main thread with `work` as one among others, and then
 * nothing of Python is on the JavaScript stack. Gives the milliseconds until somebody can run again; undefined when the
 * work is done. Signals that have come are handled.
 */
export function runTurn(interpreter: Interpreter, work: Work): number | undefined {
  const { mainThread } = interpreter;
  if (!takesTurns) works.set(mainThread, work);
  takesTurns = true;
  updatePolls(interpreter);
  for (const each of turns.slice()) if (canRun(each)) runSlice(each);
  askWatchdog(interpreter);
  if (!takesTurns) return undefined;
  return Math.max(0, Math.min(nextDeadline(), watchdog?.deadline ?? Infinity) - now());
}

/** When the first of those can run that wait for nothing but the time. */
function nextDeadline(): number {
  return Math.min(...turns.map((each) => (isAvailable(each) ? (each.parked?.deadline ?? 0) : Infinity)));
}

/** Run; true if the thread has come to its end. */
function runOn(thread: Thread, work: Work): boolean {
  try {
    if (thread.base === null) {
      const frame = work.begin(thread);
      if (frame === undefined) return true;
      frame.entry = true;
      thread.base = frame;
      thread.frame = frame;
    }
    return advance(thread, thread.base, awakening(thread)) !== undefined;
  } catch (error) {
    if (error instanceof Abandoned && error.thread === thread) return true;
    if (!(error instanceof PyError)) throw error;
    work.failed(error);
    return true;
  }
}

/** Deliver to a thread what it has waited for. */
function awakening(thread: Thread): (() => Outcome) | undefined {
  const { parked } = thread;
  if (parked === null) return undefined;
  return () => {
    thread.parked = null;
    handleSignals(thread);
    thread.deadline = parked.deadline;
    return continueWith(thread, parked.frame, parked.then, parked.retry());
  };
}

function end(thread: Thread, work: Work): void {
  const { interpreter } = thread;
  works.delete(thread);
  if (thread === interpreter.mainThread) {
    takesTurns = false;
    thread.base = null;
  } else {
    threads = threads.filter((each) => each !== thread);
    turns = turns.filter((each) => each !== thread);
  }
  work.ended(thread);
  thread.frame = null;
  updatePolls(interpreter);
}

/** Run what a driver is to run; its end is for that driver. */
function runSegment(thread: Thread, segment: Segment): void {
  try {
    const value = advance(thread, segment.entry, awakening(thread));
    if (value !== undefined) segment.outcome = { value };
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    segment.outcome = { error };
  }
}

/**
 * The thread has left the JavaScript stack down to the driver of `entry`: let all run that can, it among them, until that
 * is over. Gives the driver's value.
 */
function settle(thread: Thread, entry: Frame): Value {
  const { segment: outer, isOnStack } = thread;
  const segment = new Segment(entry);
  standBehind(thread);
  thread.segment = segment;
  thread.isOnStack = false;
  try {
    runOthers({ thread, ready: () => segment.outcome !== undefined, deadline: Infinity, isForThreads: true, segment });
  } finally {
    thread.segment = outer;
    thread.isOnStack = isOnStack;
    updatePolls(thread.interpreter);
  }
  const outcome = segment.outcome as NonNullable<Segment["outcome"]>;
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}
scheduling.settle = settle;

/** `hooks.waitFor`. */
export function waitFor(ready: () => boolean, seconds: number, isForThreads = false): boolean {
  const { thread } = current;
  const deadline = thread.deadline ?? now() + seconds * 1000;
  thread.deadline = undefined;
  const { failure } = thread;
  thread.failure = null;
  if (failure !== null) throw failure;
  if (ready()) return true;
  if (deadline <= now()) return false;
  if (canLeave(thread)) throw new Parking(ready, deadline, isForThreads);
  return runOthers({ thread, ready, deadline, isForThreads, segment: null });
}

/** Let others run on top of a thread, until it is `ready`; false if the time is over first. */
function runOthers(wait: Wait): boolean {
  const { thread, ready, deadline, segment } = wait;
  const handlesSignals = segment === null && thread === thread.interpreter.mainThread;
  waits.push(wait);
  try {
    for (;;) {
      host().receive();
      askWatchdog(thread.interpreter);
      if (handlesSignals) handleSignals(thread);
      if (ready()) return true;
      if (deadline <= now()) return false;
      if (isPointless(thread)) throw new Abandoned(thread);
      const next = turns.find(canRun);
      if (next !== undefined) runSlice(next);
      else sleep(wait);
    }
  } finally {
    waits.pop();
    beginSlice();
  }
}

/** Nobody can run: wait for the time, or for news from outside. */
function sleep(wait: Wait): void {
  const soonest = Math.min(wait.deadline, nextDeadline(), watchdog?.deadline ?? Infinity);
  if (soonest === Infinity && breakDeadlock(turns, waits)) return;
  try {
    host().wait((soonest - now()) / 1000);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    failToWait(wait, error);
  }
}

/** The main thread has ended and cannot go on before this one is gone, for which nobody would wait in CPython. */
function isPointless(thread: Thread): boolean {
  const { mainThread } = thread.interpreter;
  const { segment } = mainThread;
  if (thread === mainThread || segment?.outcome === undefined || segment.entry.back !== null) return false;
  return works.get(thread)?.isAwaited?.(thread) === false;
}

/** Throws what their handlers raise. */
function handleSignals(thread: Thread): void {
  if ((thread.poll & POLL_SIGNAL) === 0) return;
  thread.poll &= ~POLL_SIGNAL;
  signals.handle();
}

/** The JavaScript stack was cut off: who was on it, or below it, has lost his builtins, and so himself. */
export function recover(interpreter: Interpreter): void {
  const { mainThread } = interpreter;
  const cut = threads.filter(({ isOnStack, segment }) => isOnStack || segment !== null);
  waits.length = 0;
  current.thread = mainThread;
  mainThread.isOnStack = false;
  mainThread.isStopping = false;
  mainThread.attempting = null;
  mainThread.segment = null;
  mainThread.parked = null;
  for (const thread of cut) end(thread, works.get(thread) as Work);
}
