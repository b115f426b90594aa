/**
 * faulthandler: tracebacks in emergencies (CPython Modules/faulthandler.c): on fatal signals, on signals that the program
 * chose, and when a time is over.
 *
 * Absent are `_stack_overflow`, whose fault no program can make here, and `_fatal_error_c_thread`, for want of other
 * threads than Python's.
 */
import { SIGNALS } from "../../host/constants.ts";
import { host, writeText } from "../../host/current.ts";
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf } from "../../objects/kernel/payload.ts";
import { overflowError, runtimeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { setWatchdog } from "../../vm/scheduler/scheduler.ts";
import { current } from "../../vm/thread.ts";
import { SIGNAL_COUNT, sendToSelf } from "../_signal/state.ts";
import { system } from "../posix/paths.ts";
import { secondsArgument } from "../timeout.ts";
import { dumpThreads } from "./dump.ts";
import { dump, enable, FATAL, isEnabled, register, type Target, unregister } from "./signals.ts";

function fdOf(value: Value): number | undefined {
  const fd = intOf(value) === undefined ? -1 : intArgument(value);
  return fd < 0 ? undefined : fd;
}

/** The descriptor to write to. */
function descriptor(file: Value | undefined): number {
  let stream = file;
  if (stream === undefined || stream === NONE) {
    stream = lookupAttr(hooks.importModule("sys"), "stderr");
    if (stream === undefined) throw runtimeError("unable to get sys.stderr");
    if (stream === NONE) throw runtimeError("sys.stderr is None");
  } else if (intOf(stream) !== undefined) {
    const fd = fdOf(stream);
    if (fd === undefined) throw valueError("file is not a valid file descriptor");
    return fd;
  }
  const fd = fdOf(call(getAttr(stream, "fileno")));
  if (fd === undefined) throw runtimeError("file.fileno() is not a valid file descriptor");
  const flush = lookupAttr(stream, "flush");
  if (flush !== undefined) call(flush);
  return fd;
}

function target(file: Value | undefined, allThreads: Value): Target {
  const isOfAll = isTrue(allThreads);
  return { fd: descriptor(file), allThreads: isOfAll };
}

const MICROSECONDS = 1e6;

/** "Timeout (0:00:01.500000)!" */
function heading(microseconds: number): string {
  const seconds = Math.floor(microseconds / MICROSECONDS);
  const two = (number: number): string => String(number).padStart(2, "0");
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const rest = microseconds % MICROSECONDS;
  return `Timeout (${clock}${rest === 0 ? "" : `.${String(rest).padStart(6, "0")}`})!\n`;
}

/** `PY_TIMEOUT_MAX`, in microseconds. */
const LONGEST = 2 ** 63 / 1000;

function dumpLater(timeout: Value, repeat: Value, file: Value | undefined, exit: Value): void {
  const microseconds = Math.ceil(secondsArgument(timeout) * MICROSECONDS);
  const [isRepeated, isLast] = [intArgument(repeat) !== 0, intArgument(exit) !== 0];
  if (microseconds <= 0) throw valueError("timeout must be greater than 0");
  if (microseconds >= LONGEST) throw overflowError("timeout value is too large");
  const fd = descriptor(file);
  const { interpreter } = current.thread;
  const bark = (): void => {
    writeText(fd, heading(microseconds) + dumpThreads(false));
    if (isLast) host().process.exit(1);
    if (isRepeated) start();
  };
  const start = (): void => setWatchdog(interpreter, microseconds / MICROSECONDS, bark);
  start();
}

function signalNumber(value: Value): number {
  const signal = intArgument(value);
  if (FATAL.has(signal)) throw runtimeError(`signal ${signal} cannot be registered, use enable() instead`);
  if (signal < 1 || signal >= SIGNAL_COUNT) throw valueError("signal number out of range");
  return signal;
}

/** Functions that crash on purpose: the signal is sent, as there is no fault that could raise it. */
const crashing = (name: string, signature: string, doc: string, signal: number): [string, MethodRow] => [
  name,
  [`~${signature}`, doc, () => sendToSelf(signal)],
];

export default defineModule("faulthandler", {
  doc: "faulthandler module.",
  functions: {
    enable: [
      "~($module, /, file=<unrepresentable>, all_threads=True)",
      "enable(file=sys.stderr, all_threads=True): enable the fault handler",
      (file: Value | undefined, allThreads: Value) => enable(target(file, allThreads)),
    ],
    disable: [
      "~($module, /)",
      "disable(): disable the fault handler",
      () => {
        const was = isEnabled();
        enable(undefined);
        return was;
      },
    ],
    is_enabled: ["~($module, /)", "is_enabled()->bool: check if the handler is enabled", isEnabled],
    dump_traceback: [
      "~($module, /, file=<unrepresentable>, all_threads=True)",
      "dump_traceback(file=sys.stderr, all_threads=True): dump the traceback of the current thread, or of all threads if all_threads is True, into file",
      (file: Value | undefined, allThreads: Value) => {
        const where = target(file, allThreads);
        system(() => dump(where));
      },
    ],
    dump_traceback_later: [
      "~($module, /, timeout, repeat=0, file=<unrepresentable>, exit=0)",
      "dump_traceback_later(timeout, repeat=False, file=sys.stderr, exit=False):\ndump the traceback of all threads in timeout seconds,\nor each timeout seconds if repeat is True. If exit is True, call _exit(1) which is not safe.",
      dumpLater,
    ],
    cancel_dump_traceback_later: [
      "~($module, /)",
      "cancel_dump_traceback_later():\ncancel the previous call to dump_traceback_later().",
      () => setWatchdog(current.thread.interpreter, 0, undefined),
    ],
    register: [
      "~($module, /, signum, file=<unrepresentable>, all_threads=True, chain=False)",
      "register(signum, file=sys.stderr, all_threads=True, chain=False): register a handler for the signal 'signum': dump the traceback of the current thread, or of all threads if all_threads is True, into file",
      (signum: Value, file: Value | undefined, allThreads: Value, chain: Value) => {
        const isChained = isTrue(chain);
        register(signalNumber(signum), target(file, allThreads), isChained);
      },
    ],
    unregister: [
      "~($module, /, signum)",
      "unregister(signum): unregister the handler of the signal 'signum' registered by register()",
      (signum: Value) => unregister(signalNumber(signum)),
    ],
    ...Object.fromEntries([
      crashing(
        "_read_null",
        "($module, /)",
        "_read_null(): read from NULL, raise a SIGSEGV or SIGBUS signal depending on the platform",
        SIGNALS.SIGSEGV,
      ),
      crashing(
        "_sigsegv",
        "($module, release_gil=0, /)",
        "_sigsegv(release_gil=False): raise a SIGSEGV signal",
        SIGNALS.SIGSEGV,
      ),
      crashing("_sigabrt", "($module, /)", "_sigabrt(): raise a SIGABRT signal", SIGNALS.SIGABRT),
      crashing("_sigfpe", "($module, /)", "_sigfpe(): raise a SIGFPE signal", SIGNALS.SIGFPE),
    ]),
  },
});
