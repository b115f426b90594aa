/**
 * Signals: who handles which, which have come, and how a handler is run (CPython Modules/signalmodule.c).
 *
 * A signal that the program sends itself is handled at once. One from outside is noted by the host between two turns
 * of its event loop; `arrived` then sets the poll word of the main thread, and the handler runs at its next poll.
 * Trap: a host that runs a whole program in one turn (Node's command line) cannot do that, so there a signal with a
 * Python handler keeps the system's default action instead of being swallowed.
 */
import { host } from "../../host/current.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { newException, PyError } from "../../objects/kernel/raise.ts";
import { addRoot } from "../../objects/kernel/roots.ts";
import type { Frame } from "../../vm/frame.ts";
import { RAISE } from "../../vm/outcome.ts";
import { current, POLL_SIGNAL, type Thread } from "../../vm/thread.ts";
import { system } from "../posix/paths.ts";

export const SIG_DFL = 0;
export const SIG_IGN = 1;
export const SIGNAL_COUNT = 65;

export const SIGINT = 2;
const SIGPIPE = 13;
const SIGXFSZ = 25;

/** What is done about each signal: SIG_DFL, SIG_IGN or a callable. */
const handlers = new Map<number, Value>([
  [SIGPIPE, SIG_IGN],
  [SIGXFSZ, SIG_IGN],
]);
addRoot(() => handlers);

/** Signals that have come and not been handled. */
const pending = new Set<number>();

export function handlerOf(signal: number): Value {
  return handlers.get(signal) ?? SIG_DFL;
}

/** Note a handler without telling the host: Python's own for SIGINT, at the start. */
export function noteHandler(signal: number, handler: Value): void {
  handlers.set(signal, handler);
}

export function isCallable(handler: Value): boolean {
  return typeof handler === "object" && typeOf(handler).slots.__call__ !== undefined;
}

/** Does this host deliver signals while a program runs? */
function deliversWhileRunning(): boolean {
  const { platform } = host();
  return platform === "memory" || platform === "browser";
}

export function setHandler(signal: number, handler: Value): void {
  const ignore = (): void => undefined;
  let listener: ((signal: number) => void) | null = null;
  if (handler === SIG_IGN) listener = ignore;
  else if (handler !== SIG_DFL && deliversWhileRunning()) listener = arrived;
  // Real-time signals are unknown to JavaScript hosts: only the program itself can send them.
  if (signal < 32) system(() => host().process.onSignal(signal, listener));
  handlers.set(signal, handler);
}

/** A signal has come from outside. */
export function arrived(signal: number): void {
  pending.add(signal);
  const thread = current.thread.interpreter.mainThread;
  thread.poll |= POLL_SIGNAL;
  thread.onPoll = poll;
}

function poll(thread: Thread, _frame: Frame): typeof RAISE | undefined {
  if ((thread.poll & POLL_SIGNAL) === 0) return undefined;
  thread.poll &= ~POLL_SIGNAL;
  try {
    for (const signal of [...pending].sort((a, b) => a - b)) {
      pending.delete(signal);
      handle(signal);
    }
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    thread.pending = error.exception;
    return RAISE;
  }
  return undefined;
}

/** Run the Python handler of a signal, if it has one. */
function handle(signal: number): void {
  const handler = handlerOf(signal);
  if (isCallable(handler)) call(handler, signal, current.thread.frame ?? NONE);
}

/** The program sends itself a signal; false if that is left to the system. */
export function raiseInProgram(signal: number): boolean {
  const handler = handlerOf(signal);
  if (handler === SIG_IGN) return true;
  if (!isCallable(handler)) return false;
  handle(signal);
  return true;
}

/** KeyboardInterrupt, as the default handler of SIGINT raises it. */
export function interrupt(): never {
  throw new PyError(newException(EXCEPTIONS.KeyboardInterrupt));
}

/** Is the signal number one that the kernel lets a program use? */
export function isUsable(signal: number): boolean {
  return signal >= 1 && signal < SIGNAL_COUNT && signal !== 32 && signal !== 33;
}
