/**
 * Signals on which faulthandler writes tracebacks: those that end a program, and those that the program chose
 * (CPython Modules/faulthandler.c).
 *
 * A program in JavaScript has no faults of its own: a fatal signal is one that it, or somebody, sends to it.
 * Trap: those from outside are heard at the next poll, so a program inside one long builtin says nothing before that
 * returns; a fatal one from outside is left to the system, which ends the process at once.
 */
import { writeText } from "../../host/current.ts";
import { type Early, hasEarly, setEarly } from "../_signal/state.ts";
import { dumpStack, dumpThreads } from "./dump.ts";

/** Where something is written, and whether of all threads. */
export interface Target {
  readonly fd: number;
  readonly allThreads: boolean;
}

/** Signals that end a program, by what CPython says of them. */
export const FATAL: ReadonlyMap<number, string> = new Map([
  [7, "Bus error"],
  [4, "Illegal instruction"],
  [8, "Floating point exception"],
  [6, "Aborted"],
  [11, "Segmentation fault"],
]);

let enabled: Target | undefined;

export const isEnabled = (): boolean => enabled !== undefined;

/** undefined: not any more. */
export function enable(target: Target | undefined): void {
  enabled = target;
  for (const signal of FATAL.keys()) setEarly(signal, target && dieOf, false);
}

export function dump({ fd, allThreads }: Target): void {
  writeText(fd, allThreads ? dumpThreads(true) : dumpStack());
}

/** Say what happened, and leave the rest to whoever would have had the signal. */
const dieOf: Early = (signal) => {
  const target = enabled;
  if (target === undefined) return true;
  enable(undefined);
  writeText(target.fd, `Fatal Python error: ${FATAL.get(signal)}\n\n`);
  dump(target);
  return true;
};

/** Write on a signal; `chain`: the handler that there was is called too. */
export function register(signal: number, target: Target, chain: boolean): void {
  const hear = (): boolean => {
    dump(target);
    return chain;
  };
  setEarly(signal, hear, true);
}

/** False if nothing was registered. */
export function unregister(signal: number): boolean {
  const isRegistered = hasEarly(signal);
  if (isRegistered) setEarly(signal, undefined, true);
  return isRegistered;
}
