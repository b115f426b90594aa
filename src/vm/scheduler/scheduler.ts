/**
 * The scheduler: Python threads as stacks of heap frames, of which one runs at a time (CPython Python/ceval_gil.c).
 *
 * The main thread lies at the bottom of the JavaScript stack. When it waits, or its time is over, the others run on top
 * of it, each from its own lowest driver; one that waits or has had its time leaves the JavaScript stack again.
 * Trap: a thread inside a builtin that called back into Python cannot leave. It is `pinned`: others run on top of it,
 * but none of those below it, so it goes on until that builtin returns.
 */
import { host } from "../../host/current.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { addRoot } from "../../objects/kernel/roots.ts";
import { continueWith } from "../deliver.ts";
import { advance, drive } from "../drive.ts";
import type { Frame } from "../frame.ts";
import type { Interpreter } from "../interpreter.ts";
import { LEAVE, type Outcome, RAISE } from "../outcome.ts";
import { current, POLL_RECORD, POLL_SIGNAL, POLL_SWITCH, Thread } from "../thread.ts";
import { updateTracing } from "../tracing.ts";
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
}

/** Runs Python's handlers of the signals that have come; installed by `_signal`. Throws what they raise. */
export const signals: { handle: () => void } = { handle: () => undefined };

/** Milliseconds that only go forward. */
function now(): number {
  return Number(host().clock.monotonicNs()) / 1e6;
}

/** Threads besides the main one, in the order in which they will run. */
let threads: Thread[] = [];
addRoot(() => threads);
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
  if (interpreter.monitoring.isUsed) updateTracing(thread);
  works.set(thread, work);
  threads.push(thread);
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
  if (thread.base !== null && !isPinned(thread)) {
    thread.isStopping = true;
    thread.result = undefined;
    return LEAVE;
  }
  for (const each of threads.slice()) if (canRun(each)) runSlice(each);
  beginSlice();
  return undefined;
}

function beginSlice(): void {
  sliceEnd = now() + interval;
  polls = POLLS;
}

/** Can it be taken up here: is it on no JavaScript stack, with nothing to wait for? */
function canRun(thread: Thread): boolean {
  return !thread.isOnStack && threads.includes(thread) && isDue(thread);
}

function isDue({ parked }: Thread): boolean {
  return parked === null || parked.ready() || parked.deadline <= now();
}

/** Let a thread run until it waits, ends, or has had its time. */
function runSlice(thread: Thread): void {
  // The next in line is another one.
  threads.splice(threads.indexOf(thread), 1);
  threads.push(thread);
  const work = works.get(thread) as Work;
  takeUp(thread, () => {
    if (runOn(thread, work)) end(thread, work);
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
  takesTurns = true;
  updatePolls(interpreter);
  for (const each of threads.slice()) if (canRun(each)) runSlice(each);
  let isOver = false;
  if (isDue(mainThread) || (mainThread.poll & POLL_SIGNAL) !== 0) {
    takeUp(mainThread, () => {
      isOver = runOn(mainThread, work);
    });
  }
  askWatchdog(interpreter);
  if (!isOver)
    return Math.max(0, Math.min(nextDeadline([mainThread, ...threads]), watchdog?.deadline ?? Infinity) - now());
  takesTurns = false;
  updatePolls(interpreter);
  mainThread.base = null;
  mainThread.frame = null;
  work.ended(mainThread);
  return undefined;
}

/** When the first of those can run that wait for nothing but the time. */
function nextDeadline(waiting: readonly Thread[]): number {
  return Math.min(...waiting.map(({ isOnStack, parked }) => (isOnStack ? Infinity : (parked?.deadline ?? 0))));
}

/** Run; true if the thread has come to its end. */
function runOn(thread: Thread, work: Work): boolean {
  const { parked } = thread;
  try {
    if (thread.base === null) {
      const frame = work.begin(thread);
      if (frame === undefined) return true;
      frame.entry = true;
      thread.base = frame;
      thread.frame = frame;
    }
    const wake =
      parked === null
        ? undefined
        : (): Outcome => {
            thread.parked = null;
            handleSignals(thread);
            thread.deadline = parked.deadline;
            return continueWith(thread, parked.frame, parked.then, parked.retry());
          };
    return advance(thread, thread.base, wake) !== undefined;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    work.failed(error);
    return true;
  }
}

function end(thread: Thread, work: Work): void {
  threads = threads.filter((each) => each !== thread);
  work.ended(thread);
  thread.frame = null;
  updatePolls(thread.interpreter);
}

/** `hooks.waitFor`. */
export function waitFor(ready: () => boolean, seconds: number): boolean {
  const { thread } = current;
  const deadline = thread.deadline ?? now() + seconds * 1000;
  thread.deadline = undefined;
  if (ready()) return true;
  if (deadline <= now()) return false;
  if (canLeave(thread)) throw new Parking(ready, deadline);
  return runOthers(thread, ready, deadline);
}

/** Keep the thread where it is, and let the others run on top of it. */
function runOthers(thread: Thread, ready: () => boolean, deadline: number): boolean {
  const isMain = thread === thread.interpreter.mainThread;
  for (;;) {
    host().receive();
    askWatchdog(thread.interpreter);
    if (isMain) handleSignals(thread);
    if (ready()) return true;
    const time = now();
    if (deadline <= time) return false;
    const next = threads.find(canRun);
    if (next !== undefined) {
      runSlice(next);
      beginSlice();
      continue;
    }
    const soonest = Math.min(deadline, nextDeadline(threads), watchdog?.deadline ?? Infinity);
    host().wait((soonest - time) / 1000);
  }
}

/** Throws what their handlers raise. */
function handleSignals(thread: Thread): void {
  if ((thread.poll & POLL_SIGNAL) === 0) return;
  thread.poll &= ~POLL_SIGNAL;
  signals.handle();
}

/** The JavaScript stack was cut off: who was pinned in it has lost his builtins, and so himself. */
export function recover(interpreter: Interpreter): void {
  const cut = threads.filter((thread) => thread.isOnStack && isPinned(thread));
  for (const thread of threads) {
    thread.isOnStack = false;
    thread.attempting = null;
  }
  for (const thread of cut) end(thread, works.get(thread) as Work);
  current.thread = interpreter.mainThread;
}
