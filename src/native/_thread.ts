/**
 * _thread: locks and thread identity (CPython Modules/_threadmodule.c).
 *
 * One Python thread runs. A lock that is held can therefore be released by nobody else: waiting for it
 * without a timeout is reported as an error instead of hanging for ever.
 */
import { host } from "../host/current.ts";
import { genericDelete, genericLookup, genericSet, instanceDict } from "../objects/kernel/attribute.ts";
import { FUNCTION, typeName } from "../objects/kernel/core-types.ts";
import { defineType } from "../objects/kernel/define.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { addressText } from "../objects/kernel/identity.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { PyFloat, PyTuple, tuple } from "../objects/kernel/payload.ts";
import {
  newException,
  overflowError,
  PyError,
  raise,
  runtimeError,
  typeError,
  valueError,
} from "../objects/kernel/raise.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { defineStructSequence } from "../objects/types/structseq.ts";
import { raiseInProgram, SIGNAL_COUNT } from "./_signal/state.ts";

const TIMEOUT_MAX = 9223372036;
const MAIN_THREAD = 140000000000000;

class PyLock extends PyObject {
  locked = false;

  constructor(cls: PyType = LOCK) {
    super(cls);
  }
}

/** Seconds to wait: -1 for ever, 0 not at all. Errors are those of acquire(). */
function waitSeconds(blocking: Value, timeout: Value): number {
  const wait = isTrue(blocking);
  const seconds = timeout instanceof PyFloat ? timeout.value : Number(toIndex(timeout));
  if (!wait && seconds !== -1) throw valueError("can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) throw valueError("timeout value must be positive");
  if (seconds > TIMEOUT_MAX) throw overflowError("timeout value is too large");
  return wait ? seconds : 0;
}

/** The lock is held: wait as told, then say that it still is. */
function waitInVain(seconds: number): boolean {
  if (seconds === -1) throw runtimeError("deadlock: waiting for a lock that no other thread can release");
  if (seconds > 0) host().clock.sleep(seconds);
  return false;
}

function acquire(self: PyLock, blocking: Value, timeout: Value): boolean {
  const seconds = waitSeconds(blocking, timeout);
  if (self.locked) return waitInVain(seconds);
  self.locked = true;
  return true;
}

function release(self: PyLock): void {
  if (!self.locked) throw runtimeError("release unlocked lock");
  self.locked = false;
}

const ACQUIRE = "~($self, blocking=True, timeout=-1)";
const ACQUIRE_DOC =
  "acquire(blocking=True, timeout=-1) -> bool\n(acquire_lock() is an obsolete synonym)\n\nLock the lock.  Without argument, this blocks if the lock is already\nlocked (even by the same thread), waiting for another thread to release\nthe lock, and return True once the lock is acquired.\nWith an argument, this will only block if the argument is true,\nand the return value reflects whether the lock is acquired.\nThe blocking operation is interruptible.";
const RELEASE_DOC =
  "release()\n(release_lock() is an obsolete synonym)\n\nRelease the lock, allowing another thread that is blocked waiting for\nthe lock to acquire the lock.  The lock must be in the locked state,\nbut it needn't be locked by the same thread that unlocks it.";
const LOCKED_DOC =
  "locked() -> bool\n(locked_lock() is an obsolete synonym)\n\nReturn whether the lock is in the locked state.";

const enter = (self: PyLock): boolean => acquire(self, true, -1);
const isLocked = (self: PyLock): boolean => self.locked;

const LOCK = defineType<PyLock>("_thread.lock", {
  doc: "A lock object is a synchronization primitive.  To create a lock,\ncall threading.Lock().  Methods are:\n\nacquire() -- lock the lock, possibly blocking until it can be obtained\nrelease() -- unlock of the lock\nlocked() -- test whether the lock is currently locked\n\nA lock is not owned by the thread that locked it; another thread may\nunlock it.  A thread attempting to lock a lock that it has already locked\nwill block until another thread unlocks it.  Deadlocks may ensue.",
  traits: { noConstructor: true, weakrefs: true },
  slots: {
    __repr__: (self) => `<${self.locked ? "locked" : "unlocked"} _thread.lock object at ${addressText(self)}>`,
  },
  methods: {
    acquire_lock: [ACQUIRE, ACQUIRE_DOC, acquire],
    acquire: [ACQUIRE, ACQUIRE_DOC, acquire],
    release_lock: ["~($self, /)", RELEASE_DOC, release],
    release: ["~($self, /)", RELEASE_DOC, release],
    locked_lock: ["~($self, /)", LOCKED_DOC, isLocked],
    locked: ["~($self, /)", LOCKED_DOC, isLocked],
    __enter__: ["~($self, /)", "Lock the lock.", enter],
    __exit__: ["~($self, *args)", "Release the lock.", release],
    _at_fork_reinit: [
      "~($self, /)",
      undefined,
      (self: PyLock) => {
        self.locked = false;
      },
    ],
  },
});

class PyRLock extends PyObject {
  count = 0;

  constructor(cls: PyType = RLOCK) {
    super(cls);
  }
}

function acquireAgain(self: PyRLock, blocking: Value, timeout: Value): boolean {
  waitSeconds(blocking, timeout);
  self.count++;
  return true;
}

function releaseOnce(self: PyRLock): void {
  if (self.count === 0) throw runtimeError("cannot release un-acquired lock");
  self.count--;
}

const RLOCK = defineType<PyRLock>("_thread.RLock", {
  traits: { basetype: true, weakrefs: true },
  allocate: (cls) => new PyRLock(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyRLock(cls)],
  slots: {
    __repr__: (self) =>
      `<${self.count > 0 ? "locked" : "unlocked"} ${self.cls.name === "RLock" ? "_thread.RLock" : self.cls.name} object owner=${self.count > 0 ? MAIN_THREAD : 0} count=${self.count} at ${addressText(self)}>`,
  },
  methods: {
    acquire: ["~($self, blocking=True, timeout=-1)", undefined, acquireAgain],
    release: ["~($self, /)", undefined, releaseOnce],
    _is_owned: ["~($self, /)", undefined, (self: PyRLock) => self.count > 0],
    _recursion_count: ["~($self, /)", undefined, (self: PyRLock) => self.count],
    _acquire_restore: [
      "~($self, state, /)",
      undefined,
      (self: PyRLock, state: Value) => {
        self.count = state instanceof PyTuple ? Number(toIndex(state.items[0])) : 0;
      },
    ],
    _release_save: [
      "~($self, /)",
      undefined,
      (self: PyRLock) => {
        if (self.count === 0) throw runtimeError("cannot release un-acquired lock");
        const { count } = self;
        self.count = 0;
        return tuple([count, MAIN_THREAD]);
      },
    ],
    __enter__: ["~($self, /)", undefined, (self: PyRLock) => acquireAgain(self, true, -1)],
    __exit__: ["~($self, *args)", undefined, releaseOnce],
    _at_fork_reinit: [
      "~($self, /)",
      undefined,
      (self: PyRLock) => {
        self.count = 0;
      },
    ],
  },
});

/** Thread-local data. With one thread it is an object that runs `__init__` once. */
class PyLocal extends PyObject {
  constructor(cls: PyType = LOCAL) {
    super(cls);
  }
}

const LOCAL = defineType<PyLocal>("_thread._local", {
  doc: "Thread-local data",
  traits: { basetype: true, instanceDict: true, weakrefs: true },
  allocate: (cls) => new PyLocal(cls),
  slots: {
    __new__: (cls, args) => {
      if (args.length > 0 && cls.slots.__init__ === LOCAL.slots.__init__) {
        throw typeError("Initialization arguments are not supported");
      }
      return new PyLocal(cls);
    },
    __getattribute__: genericLookup,
    __setattr__: (self, name, value) => {
      if (name === "__dict__")
        throw raise("AttributeError", `'${typeName(self)}' object attribute '__dict__' is read-only`);
      genericSet(self, name, value);
    },
    __delattr__: genericDelete,
  },
  getset: { __dict__: [(self) => instanceDict(self) as PyDict] },
});

const EXCEPT_HOOK_ARGS = defineStructSequence(
  "_thread._ExceptHookArgs",
  "ExceptHookArgs\n\nType used to pass arguments to threading.excepthook.",
  [
    ["exc_type", "Exception type"],
    ["exc_value", "Exception value"],
    ["exc_traceback", "Exception traceback"],
    ["thread", "Thread"],
  ],
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

function startNewThread(callable: Value, args: Value): never {
  if (typeof callable !== "object" || (callable.cls !== FUNCTION && callable.cls.slots.__call__ === undefined)) {
    throw typeError("first arg must be callable");
  }
  if (!(args instanceof PyTuple)) throw typeError("2nd arg must be a tuple");
  throw runtimeError("can't start new thread");
}

/** The handler of the signal runs, if it is one of Python's; the system's own is not asked. */
function interruptMain(signum: Value): void {
  const signal = toIndex(signum);
  if (signal < 1 || signal >= SIGNAL_COUNT) throw valueError("signal number out of range");
  raiseInProgram(Number(signal));
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
      () => new PyLock(),
    ],
    get_ident: [
      "~($module, /)",
      "get_ident() -> integer\n\nReturn a non-zero integer that uniquely identifies the current thread\namongst other threads that exist simultaneously.\nThis may be used to identify per-thread resources.  Even though on\nsome platforms threads identities may appear to be allocated\nconsecutive numbers starting at 1, this behavior should not be relied\nupon, and the number should be seen purely as a magic cookie.\nA thread's identity may be reused for another thread after it exits.",
      () => MAIN_THREAD,
    ],
    get_native_id: [
      "~($module, /)",
      "get_native_id() -> integer\n\nReturn a non-negative integer identifying the thread as reported\nby the OS (kernel). This may be used to uniquely identify a\nparticular thread within a system.",
      () => host().process.pid,
    ],
    _count: [
      "~($module, /)",
      "_count() -> integer\n\nReturn the number of currently running Python threads, excluding\nthe main thread.",
      () => 0,
    ],
    start_new_thread: [
      "~($module, function, args, kwargs=<unrepresentable>, /)",
      "start_new_thread(function, args[, kwargs])\n(start_new() is an obsolete synonym)\n\nStart a new thread and return its identifier.",
      startNewThread,
    ],
    start_new: [
      "~($module, function, args, kwargs=<unrepresentable>, /)",
      "start_new_thread(function, args[, kwargs])\n(start_new() is an obsolete synonym)\n\nStart a new thread and return its identifier.",
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
    interrupt_main: [
      "~($module, signum=2, /)",
      "interrupt_main(signum=signal.SIGINT, /)\n\nSimulate the arrival of the given signal in the main thread,\nwhere the corresponding signal handler will be executed.",
      interruptMain,
    ],
    stack_size: [
      "~($module, size=0, /)",
      "stack_size([size]) -> size\n\nReturn the thread stack size used when creating new threads.",
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
