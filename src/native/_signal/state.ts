/**
 * Signals: who handles which, which have come, and how a handler is run (CPython Modules/signalmodule.c).
 *
 * A signal that the program sends itself is handled at once. One from outside is noted by the host, also while the
 * program computes; `arrived` then sets the poll word of the main thread, and the handler runs at its next poll.
 * Trap: a Ctrl-C that only has Python's own handler is not watched: it cuts the program off (host/launch.ts).
 */
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { newException, PyError } from "../../objects/kernel/raise.ts";
import { addRoot } from "../../objects/kernel/roots.ts";
import { noteSignal, signals, watchSignals } from "../../vm/scheduler/scheduler.ts";
import { current } from "../../vm/thread.ts";
import { endpointOf } from "../_socket/endpoint.ts";
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

export function setHandler(signal: number, handler: Value): void {
  listen(signal, handler);
  handlers.set(signal, handler);
}

/** Who hears of a signal before its handler does, and says whether that is to run: faulthandler. */
export type Early = (signal: number) => boolean;

const early = new Map<number, Early>();

/** undefined: nobody. `isListening`: also of those that come from outside. */
export function setEarly(signal: number, handler: Early | undefined, isListening: boolean): void {
  if (handler === undefined) early.delete(signal);
  else early.set(signal, handler);
  if (isListening) listen(signal, handlerOf(signal));
}

export const hasEarly = (signal: number): boolean => early.has(signal);

/** Have the host tell of a signal whose handler is this. */
function listen(signal: number, handler: Value): void {
  const { interpreter } = current.thread;
  const isHeard = early.has(signal) || isCallable(handler);
  const listener = isHeard ? arrived : handler === SIG_IGN ? "ignore" : null;
  // Real-time signals are unknown to JavaScript hosts: only the program itself can send them.
  if (signal < 32) system(() => host().process.onSignal(signal, listener));
  if (isHeard) watchSignals(interpreter);
}

/** Where a byte is written for each signal that comes; see signal.set_wakeup_fd. */
export const wakeup: { fd: number } = { fd: -1 };

/** How many signals have had their handler run, for those who wait for one. */
let handledCount = 0;

export function handledSignals(): number {
  return handledCount;
}

/** A signal has come: its handler runs in the main thread, at the next poll. */
export function arrived(signal: number): void {
  const first = early.get(signal);
  if (first?.(signal) === false) return;
  if (first !== undefined && handlerOf(signal) === SIG_DFL) leaveToSystem(signal);
  else note(signal);
}

function note(signal: number): void {
  pending.add(signal);
  noteSignal(current.thread.interpreter);
  if (wakeup.fd < 0) return;
  try {
    const byte = Uint8Array.of(signal);
    const socket = endpointOf(wakeup.fd);
    if (socket !== undefined) socket.send(byte);
    else host().files.write(wakeup.fd, byte);
  } catch (error) {
    // Full, or closed: whoever reads it is awake, or gone.
    if (!(error instanceof HostError)) throw error;
  }
}

function handlePending(): void {
  for (const signal of [...pending].sort((a, b) => a - b)) {
    pending.delete(signal);
    handledCount++;
    handle(signal);
  }
}
signals.handle = handlePending;

/** Run the Python handler of a signal, if it has one. */
function handle(signal: number): void {
  const handler = handlers.get(signal);
  if (handler === undefined && signal === SIGINT) interrupt();
  if (handler !== undefined && isCallable(handler)) call(handler, signal, current.thread.frame ?? NONE);
}

/** The program sends itself a signal. */
export function sendToSelf(signal: number): void {
  if (!raiseInProgram(signal)) leaveToSystem(signal);
}

/** What the system does about it. */
function leaveToSystem(signal: number): void {
  const world = host().process;
  system(() => {
    if (early.has(signal)) world.onSignal(signal, null);
    world.kill(world.pid, signal);
  });
}

/** The program sends itself a signal; false if that is left to the system. */
export function raiseInProgram(signal: number): boolean {
  if (early.get(signal)?.(signal) === false) return true;
  const handler = handlers.get(signal) ?? (signal === SIGINT ? undefined : SIG_DFL);
  if (handler === SIG_IGN) return true;
  if (handler !== undefined && !isCallable(handler)) return false;
  const { thread } = current;
  // Handlers run in the main thread only.
  if (thread !== thread.interpreter.mainThread || wakeup.fd >= 0) note(signal);
  else handle(signal);
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
