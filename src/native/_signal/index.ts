/**
 * _signal: handlers of signals (CPython Modules/signalmodule.c). `signal` turns the numbers into enums.
 *
 * Absent, because a JavaScript host cannot do it: signal masks, and waiting for signals that are masked.
 */

import { SIGNALS } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { errorText } from "../../host/errno.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, SET } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule, makeFunction } from "../../objects/kernel/module.ts";
import { toDouble } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, type PyBaseException, PyFloat, tuple } from "../../objects/kernel/payload.ts";
import { PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { setOf } from "../../objects/types/set-table.ts";
import { endpointOf } from "../_socket/endpoint.ts";
import { osErrorOf } from "../os-errors.ts";
import { system } from "../posix/paths.ts";
import {
  handledSignals,
  handlerOf,
  interrupt,
  isCallable,
  isUsable,
  noteHandler,
  SIG_DFL,
  SIG_IGN,
  SIGINT,
  SIGNAL_COUNT,
  sendToSelf,
  setHandler,
  wakeup,
} from "./state.ts";

const EINVAL = 22;

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  1: "Hangup",
  2: "Interrupt",
  3: "Quit",
  4: "Illegal instruction",
  5: "Trace/breakpoint trap",
  6: "Aborted",
  7: "Bus error",
  8: "Floating point exception",
  9: "Killed",
  10: "User defined signal 1",
  11: "Segmentation fault",
  12: "User defined signal 2",
  13: "Broken pipe",
  14: "Alarm clock",
  15: "Terminated",
  16: "Stack fault",
  17: "Child exited",
  18: "Continued",
  19: "Stopped (signal)",
  20: "Stopped",
  21: "Stopped (tty input)",
  22: "Stopped (tty output)",
  23: "Urgent I/O condition",
  24: "CPU time limit exceeded",
  25: "File size limit exceeded",
  26: "Virtual timer expired",
  27: "Profiling timer expired",
  28: "Window changed",
  29: "I/O possible",
  30: "Power failure",
  31: "Bad system call",
};

function signalNumber(value: Value): number {
  const signal = intArgument(value);
  if (signal < 1 || signal >= SIGNAL_COUNT) throw valueError("signal number out of range");
  return signal;
}

function setSignal(signalnum: Value, handler: Value): Value {
  const signal = signalNumber(signalnum);
  const plain = intOf(handler);
  if (!isCallable(handler) && plain !== SIG_DFL && plain !== SIG_IGN) {
    throw typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  if (!isUsable(signal)) throw osErrorOf("EINVAL");
  const before = handlerOf(signal);
  setHandler(signal, isCallable(handler) ? handler : (plain as number));
  return before;
}

function raiseSignal(signalnum: Value): void {
  const signal = intArgument(signalnum);
  if (signal < 0 || signal >= SIGNAL_COUNT) throw osErrorOf("EINVAL");
  if (signal > 0) sendToSelf(signal);
}

function describeSignal(signalnum: Value): Value {
  const signal = signalNumber(signalnum);
  if (signal >= 34) return `Real-time signal ${signal - 34}`;
  return DESCRIPTIONS[signal] ?? NONE;
}

function setWakeup(fd: Value): number {
  const next = intArgument(fd);
  const { files } = host();
  if (next !== -1) {
    try {
      files.fstat(next);
    } catch {
      throw osErrorOf("EBADF");
    }
    if (endpointOf(next) === undefined && files.isBlocking(next)) {
      throw valueError(`the fd ${next} must be in non-blocking mode`);
    }
  }
  const before = wakeup.fd;
  wakeup.fd = next;
  return before;
}

const TIMER_SIGNALS = [14, 26, 27];

/** When each interval timer goes off, in seconds of the monotonic clock, and every how many seconds then. */
const timers = new Map<number, { due: number; interval: number }>();

function monotonic(): number {
  return Number(host().clock.monotonicNs()) / 1e9;
}

/** [seconds left, interval] */
function timerState(which: number): [number, number] {
  const timer = timers.get(which);
  if (timer === undefined) return [0, 0];
  const { due, interval } = timer;
  const left = due - monotonic();
  if (left > 0) return [left, interval];
  return interval === 0 ? [0, 0] : [interval - (-left % interval), interval];
}

function setTimer(which: number, seconds: number, interval: number): [number, number] {
  const before = timerState(which);
  if (seconds > 0) timers.set(which, { due: monotonic() + seconds, interval });
  else timers.delete(which);
  system(() => host().process.setTimer(TIMER_SIGNALS[which], seconds, interval));
  return before;
}

function timerNumber(which: Value): number {
  const number = intArgument(which);
  if (number < 0 || number >= TIMER_SIGNALS.length) {
    throw new PyError(call(ITIMER_ERROR, EINVAL, errorText(EINVAL)) as PyBaseException);
  }
  return number;
}

function setIntervalTimer(which: Value, seconds: Value, interval: Value): Value {
  const [delay, every] = [toDouble(seconds), toDouble(interval)];
  const number = timerNumber(which);
  if (delay < 0 || every < 0) throw new PyError(call(ITIMER_ERROR, EINVAL, errorText(EINVAL)) as PyBaseException);
  return pairOf(setTimer(number, delay, every));
}

const pairOf = (pair: readonly number[]): Value => tuple(pair.map((seconds) => new PyFloat(seconds)));

const ITIMER_ERROR = defineType("signal.itimer_error", {
  base: EXCEPTIONS.OSError,
  traits: { heap: true, basetype: true, instanceDict: true, weakrefs: true },
});

function pause(): void {
  const before = handledSignals();
  hooks.waitFor(() => handledSignals() !== before, Number.POSITIVE_INFINITY);
}

function validSignals(): Value {
  const all: Value[] = [];
  for (let signal = 1; signal < SIGNAL_COUNT; signal++) if (isUsable(signal)) all.push(signal);
  return setOf(all, SET);
}

const DEFAULT_INT_HANDLER = makeFunction("_signal", "default_int_handler", [
  "($module, signalnum, frame, /)",
  "The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.",
  (_signalnum: Value, _frame: Value): Value => interrupt(),
]);

export default defineModule("_signal", {
  doc: "This module provides mechanisms to use signal handlers in Python.\n\nFunctions:\n\nsignal() -- set the action for a given signal\ngetsignal() -- get the signal action for a given signal\ndefault_int_handler() -- default SIGINT handler\n\nsignal constants:\nSIG_DFL -- used to refer to the system default handler\nSIG_IGN -- used to ignore the signal\nNSIG -- number of defined signals\nSIGINT, SIGTERM, etc. -- signal numbers\n\n*** IMPORTANT NOTICE ***\nA signal handler function is called with two arguments:\nthe first is the signal number, the second is the interrupted stack frame.",
  constants: {
    ...SIGNALS,
    SIGCLD: SIGNALS.SIGCHLD,
    SIGIOT: SIGNALS.SIGABRT,
    SIGPOLL: SIGNALS.SIGIO,
    SIGRTMIN: 34,
    SIGRTMAX: 64,
    NSIG: SIGNAL_COUNT,
    SIG_DFL,
    SIG_IGN,
    ITIMER_REAL: 0,
    ITIMER_VIRTUAL: 1,
    ITIMER_PROF: 2,
    default_int_handler: DEFAULT_INT_HANDLER,
  },
  functions: {
    signal: [
      "($module, signalnum, handler, /)",
      "Set the action for the given signal.\n\nThe action can be SIG_DFL, SIG_IGN, or a callable Python object.\nThe previous action is returned.  See getsignal() for possible return values.\n\n*** IMPORTANT NOTICE ***\nA signal handler function is called with two arguments:\nthe first is the signal number, the second is the interrupted stack frame.",
      setSignal,
    ],
    getsignal: [
      "($module, signalnum, /)",
      "Return the current action for the given signal.\n\nThe return value can be:\n  SIG_IGN -- if the signal is being ignored\n  SIG_DFL -- if the default action for the signal is in effect\n  None    -- if an unknown handler is in effect\n  anything else -- the callable Python object used as a handler",
      (signalnum: Value) => {
        const signal = signalNumber(signalnum);
        return isUsable(signal) ? handlerOf(signal) : NONE;
      },
    ],
    raise_signal: ["($module, signalnum, /)", "Send a signal to the executing process.", raiseSignal],
    strsignal: [
      "($module, signalnum, /)",
      'Return the system description of the given signal.\n\nReturns the description of signal *signalnum*, such as "Interrupt"\nfor :const:`SIGINT`. Returns :const:`None` if *signalnum* has no\ndescription. Raises :exc:`ValueError` if *signalnum* is invalid.',
      describeSignal,
    ],
    siginterrupt: [
      "($module, signalnum, flag, /)",
      "Change system call restart behaviour.\n\nIf flag is False, system calls will be restarted when interrupted by\nsignal sig, else system calls will be interrupted.",
      (signalnum: Value, _flag: Value) => void signalNumber(signalnum),
    ],
    set_wakeup_fd: [
      "~($module, fd, /, *, warn_on_full_buffer=True)",
      "set_wakeup_fd(fd, *, warn_on_full_buffer=True) -> fd\n\nSets the fd to be written to (with the signal number) when a signal\ncomes in.  A library can use this to wakeup select or poll.\nThe previous fd or -1 is returned.\n\nThe fd must be non-blocking.",
      setWakeup,
    ],
    alarm: [
      "($module, seconds, /)",
      "Arrange for SIGALRM to arrive after the given number of seconds.",
      (seconds: Value) => Math.ceil(setTimer(0, intArgument(seconds), 0)[0]),
    ],
    setitimer: [
      "($module, which, seconds, interval=0.0, /)",
      "Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).\n\nThe timer will fire after value seconds and after that every interval seconds.\nThe itimer can be cleared by setting seconds to zero.\n\nReturns old values as a tuple: (delay, interval).",
      setIntervalTimer,
    ],
    getitimer: [
      "($module, which, /)",
      "Returns current value of given itimer.",
      (which: Value) => pairOf(timerState(timerNumber(which))),
    ],
    pause: ["($module, /)", "Wait until a signal arrives.", pause],
    valid_signals: [
      "($module, /)",
      "Return a set of valid signal numbers on this platform.\n\nThe signal numbers returned by this function can be safely passed to\nfunctions like `pthread_sigmask`.",
      validSignals,
    ],
  },
  types: { ItimerError: ITIMER_ERROR },
  setup: () => {
    if (handlerOf(SIGINT) === SIG_DFL) noteHandler(SIGINT, DEFAULT_INT_HANDLER);
  },
});
