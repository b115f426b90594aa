/**
 * _thread: starting threads and telling them apart (CPython Modules/_threadmodule.c). How they take turns is
 * vm/scheduler; locks and thread-local data lie beside this file.
 */
import { host } from "../../host/current.ts";
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { FUNCTION, NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyFloat, PyMethod, PyTuple } from "../../objects/kernel/payload.ts";
import { newException, PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { PyFunction } from "../../objects/types/function.ts";
import { PySet } from "../../objects/types/set-table.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import { bindArguments } from "../../vm/arguments.ts";
import { newFrame } from "../../vm/calls.ts";
import type { Frame } from "../../vm/frame.ts";
import { allThreads, startThread, type Work } from "../../vm/scheduler/scheduler.ts";
import { current, type Thread } from "../../vm/thread.ts";
import { raiseInProgram, SIGNAL_COUNT } from "../_signal/state.ts";
import { LOCAL } from "./local.ts";
import { LOCK, PyLock, RLOCK, TIMEOUT_MAX } from "./locks.ts";

const EXCEPT_HOOK_ARGS = defineStructSequence(
  "_thread._ExceptHookArgs",
  "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.",
  [
    ["exc_type", "Exception type"],
    ["exc_value", "Exception value"],
    ["exc_traceback", "Exception traceback"],
    ["thread", "Thread"],
  ],
  4,
  true,
  true,
);

let stackSize = 0;

function setStackSize(size: Value): Value {
  const before = stackSize;
  const wanted = Number(toIndex(size));
  if (wanted < 0) throw valueError("size must be 0 or a positive value");
  if (wanted !== 0 && wanted < 32768) throw valueError(`size not valid: ${wanted} bytes`);
  stackSize = wanted;
  return before;
}

function startNewThread(callable: Value, args: Value, kwargs: Value | undefined): Value {
  if (typeof callable !== "object" || (callable.cls !== FUNCTION && callable.cls.slots.__call__ === undefined)) {
    throw typeError("first arg must be callable");
  }
  if (!(args instanceof PyTuple)) throw typeError("2nd arg must be a tuple");
  if (kwargs !== undefined && !(kwargs instanceof PyDict)) throw typeError("optional 3rd arg must be a dictionary");
  audit("_thread.start_new_thread", callable, args, kwargs ?? NONE);
  const names: string[] = [];
  const values: Value[] = [...args.items];
  for (const [key, value] of kwargs?.entries() ?? []) {
    const name = jsString(key);
    if (name === undefined) throw typeError("keywords must be strings");
    names.push(name);
    values.push(value);
  }
  const work: Work = {
    begin: (thread) => firstFrame(thread, callable, values, names.length === 0 ? undefined : names),
    failed: (error) => {
      if (error.is(EXCEPTIONS.SystemExit)) return;
      hooks.unraisable(error.exception, "Exception ignored in thread started by", callable);
    },
    ended: (thread) => {
      const sentinel = sentinels.get(thread);
      if (sentinel !== undefined) sentinel.locked = false;
    },
    isAwaited,
  };
  const thread = startThread(current.thread.interpreter, work);
  thread.held = [callable, ...values];
  return thread.ident;
}

/** The frame of a Python function; anything else is called at once. */
function firstFrame(thread: Thread, callable: Value, args: Value[], kwnames: KeywordNames): Frame | undefined {
  let target = callable;
  if (target instanceof PyMethod) {
    args.unshift(target.self);
    target = target.func;
  }
  if (!(target instanceof PyFunction)) {
    callWith(target, args, kwnames);
    return undefined;
  }
  return newFrame(thread, target, bindArguments(target, args, kwnames), null, null);
}

/** Locks that are released when their thread ends. */
const sentinels = new WeakMap<Thread, PyLock>();

function setSentinel(): Value {
  const lock = new PyLock();
  sentinels.set(current.thread, lock);
  return lock;
}

/** `threading` waits at the end of the program for those whose locks are in this set. */
function isAwaited(thread: Thread): boolean {
  const threading = thread.interpreter.modules.get("threading");
  const awaited = threading === undefined ? undefined : lookupAttr(threading, "_shutdown_locks");
  const sentinel = sentinels.get(thread);
  return sentinel !== undefined && awaited instanceof PySet && awaited.has(sentinel);
}

/** The handler of the signal runs, if it is one of Python's; the system's own is not asked. */
function interruptMain(signum: Value): void {
  const signal = toIndex(signum);
  if (signal < 1 || signal >= SIGNAL_COUNT) throw valueError("signal number out of range");
  raiseInProgram(Number(signal));
}

/** As on Linux, where the main thread's is the process's. */
function nativeId(): number {
  const { thread } = current;
  return host().process.pid + (thread.ident - thread.interpreter.mainThread.ident) / 0x1000;
}

export default defineModule("_thread", {
  doc: "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  constants: { TIMEOUT_MAX: new PyFloat(TIMEOUT_MAX) },
  types: { LockType: LOCK, RLock: RLOCK, _local: LOCAL, _ExceptHookArgs: EXCEPT_HOOK_ARGS.type },
  functions: {
    allocate_lock: [
      "~($module, /)",
      "allocate_lock() -> lock object\n(allocate() is an obsolete synonym)\n\nCreate a new lock object. See help(type(threading.Lock())) for\ninformation about locks.",
      () => new PyLock(),
    ],
    allocate: [
      "~($module, /)",
      "allocate_lock() -> lock object\n(allocate() is an obsolete synonym)\n\nCreate a new lock object. See help(type(threading.Lock())) for\ninformation about locks.",
      () => new PyLock(),
    ],
    _set_sentinel: [
      "~($module, /)",
      "_set_sentinel() -> lock\n\nSet a sentinel lock that will be released when the current thread\nstate is finalized (after it is untied from the interpreter).\n\nThis is a private API for the threading module.",
      setSentinel,
    ],
    get_ident: [
      "~($module, /)",
      "get_ident() -> integer\n\nReturn a non-zero integer that uniquely identifies the current thread\namongst other threads that exist simultaneously.\nThis may be used to identify per-thread resources.\nEven though on some platforms threads identities may appear to be\nallocated consecutive numbers starting at 1, this behavior should not\nbe relied upon, and the number should be seen purely as a magic cookie.\nA thread's identity may be reused for another thread after it exits.",
      () => current.thread.ident,
    ],
    get_native_id: [
      "~($module, /)",
      "get_native_id() -> integer\n\nReturn a non-negative integer identifying the thread as reported\nby the OS (kernel). This may be used to uniquely identify a\nparticular thread within a system.",
      nativeId,
    ],
    _count: [
      "~($module, /)",
      "_count() -> integer\n\nReturn the number of currently running Python threads, excluding\nthe main thread. The returned number comprises all threads created\nthrough `start_new_thread()` as well as `threading.Thread`, and not\nyet finished.\n\nThis function is meant for internal and specialized purposes only.\nIn most applications `threading.enumerate()` should be used instead.",
      () => allThreads(current.thread.interpreter).length - 1,
    ],
    start_new_thread: [
      "~($module, function, args, kwargs=<unrepresentable>, /)",
      "start_new_thread(function, args[, kwargs])\n(start_new() is an obsolete synonym)\n\nStart a new thread and return its identifier.  The thread will call the\nfunction with positional arguments from the tuple args and keyword arguments\ntaken from the optional dictionary kwargs.  The thread exits when the\nfunction returns; the return value is ignored.  The thread will also exit\nwhen the function raises an unhandled exception; a stack trace will be\nprinted unless the exception is SystemExit.\n",
      startNewThread,
    ],
    start_new: [
      "~($module, function, args, kwargs=<unrepresentable>, /)",
      "start_new_thread(function, args[, kwargs])\n(start_new() is an obsolete synonym)\n\nStart a new thread and return its identifier.  The thread will call the\nfunction with positional arguments from the tuple args and keyword arguments\ntaken from the optional dictionary kwargs.  The thread exits when the\nfunction returns; the return value is ignored.  The thread will also exit\nwhen the function raises an unhandled exception; a stack trace will be\nprinted unless the exception is SystemExit.\n",
      startNewThread,
    ],
    daemon_threads_allowed: [
      "~($module, /)",
      "daemon_threads_allowed()\n\nReturn True if daemon threads are allowed in the current interpreter,\nand False otherwise.\n",
      () => true,
    ],
    exit: [
      "~($module, /)",
      "exit()\n(exit_thread() is an obsolete synonym)\n\nThis is synonymous to ``raise SystemExit''.  It will cause the current\nthread to exit silently unless the exception is caught.",
      () => {
        throw new PyError(newException(EXCEPTIONS.SystemExit));
      },
    ],
    exit_thread: [
      "~($module, /)",
      "exit()\n(exit_thread() is an obsolete synonym)\n\nThis is synonymous to ``raise SystemExit''.  It will cause the current\nthread to exit silently unless the exception is caught.",
      () => {
        throw new PyError(newException(EXCEPTIONS.SystemExit));
      },
    ],
    interrupt_main: [
      "~($module, signum=2, /)",
      "interrupt_main(signum=signal.SIGINT, /)\n\nSimulate the arrival of the given signal in the main thread,\nwhere the corresponding signal handler will be executed.\nIf *signum* is omitted, SIGINT is assumed.\nA subthread can use this function to interrupt the main thread.\n\nNote: the default signal handler for SIGINT raises ``KeyboardInterrupt``.",
      interruptMain,
    ],
    stack_size: [
      "~($module, size=0, /)",
      "stack_size([size]) -> size\n\nReturn the thread stack size used when creating new threads.  The\noptional size argument specifies the stack size (in bytes) to be used\nfor subsequently created threads, and must be 0 (use platform or\nconfigured default) or a positive integer value of at least 32,768 (32k).\nIf changing the thread stack size is unsupported, a ThreadError\nexception is raised.  If the specified size is invalid, a ValueError\nexception is raised, and the stack size is unmodified.  32k bytes\n currently the minimum supported stack size value to guarantee\nsufficient stack space for the interpreter itself.\n\nNote that some platforms may have particular restrictions on values for\nthe stack size, such as requiring a minimum stack size larger than 32 KiB or\nrequiring allocation in multiples of the system memory page size\n- platform documentation should be referred to for more information\n(4 KiB pages are common; using multiples of 4096 for the stack size is\nthe suggested approach in the absence of more specific information).",
      setStackSize,
    ],
    _is_main_interpreter: [
      "~($module, /)",
      "_is_main_interpreter()\n\nReturn True if the current interpreter is the main Python interpreter.",
      () => true,
    ],
  },
  setup: (module) => {
    module.dict.set("error", EXCEPTIONS.RuntimeError);
  },
});
