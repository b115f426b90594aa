/**
 * _thread: locks (CPython Modules/_threadmodule.c: lock_*, rlock_*).
 *
 * Only one Python thread runs at a time, and a switch comes at a poll or a wait, so a lock is a plain flag. Who waits
 * takes it when he is called again and it is free.
 */
import { mayWait } from "../../objects/kernel/builtin.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { addressText } from "../../objects/kernel/identity.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyFloat, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { overflowError, runtimeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { current } from "../../vm/thread.ts";

export const TIMEOUT_MAX = 9223372036;

export class PyLock extends PyObject {
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

/** Wait as told until `isFree`; false if it is not. */
function waitUntil(isFree: () => boolean, blocking: Value, timeout: Value): boolean {
  const seconds = waitSeconds(blocking, timeout);
  return isFree() || hooks.waitFor(isFree, seconds === -1 ? Number.POSITIVE_INFINITY : seconds, true);
}

const acquire = mayWait((self: PyLock, blocking: Value, timeout: Value): boolean => {
  if (!waitUntil(() => !self.locked, blocking, timeout)) return false;
  self.locked = true;
  return true;
});

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

const enter = mayWait((self: PyLock): boolean => acquire(self, true, -1));
const isLocked = (self: PyLock): boolean => self.locked;

export const LOCK = defineType<PyLock>("_thread.lock", {
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
    __enter__: ["~($self, /)", ACQUIRE_DOC, enter],
    __exit__: ["~($self, *args)", RELEASE_DOC, release],
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
  /** The thread that holds it; 0 for none. */
  owner = 0;

  constructor(cls: PyType = RLOCK) {
    super(cls);
  }

  get isOurs(): boolean {
    return this.count > 0 && this.owner === current.thread.ident;
  }
}

const acquireAgain = mayWait((self: PyRLock, blocking: Value, timeout: Value): boolean => {
  if (!waitUntil(() => self.count === 0 || self.isOurs, blocking, timeout)) return false;
  self.owner = current.thread.ident;
  self.count++;
  return true;
});

function releaseOnce(self: PyRLock): void {
  if (!self.isOurs) throw runtimeError("cannot release un-acquired lock");
  self.count--;
  if (self.count === 0) self.owner = 0;
}

const ACQUIRE_AGAIN_DOC =
  "acquire(blocking=True) -> bool\n\nLock the lock.  `blocking` indicates whether we should wait\nfor the lock to be available or not.  If `blocking` is False\nand another thread holds the lock, the method will return False\nimmediately.  If `blocking` is True and another thread holds\nthe lock, the method will wait for the lock to be released,\ntake it and then return True.\n(note: the blocking operation is interruptible.)\n\nIn all other cases, the method will return True immediately.\nPrecisely, if the current thread already holds the lock, its\ninternal counter is simply incremented. If nobody holds the lock,\nthe lock is taken and its internal counter initialized to 1.";
const RELEASE_ONCE_DOC =
  "release()\n\nRelease the lock, allowing another thread that is blocked waiting for\nthe lock to acquire the lock.  The lock must be in the locked state,\nand must be locked by the same thread that unlocks it; otherwise a\n`RuntimeError` is raised.\n\nDo note that if the lock was acquire()d several times in a row by the\ncurrent thread, release() needs to be called as many times for the lock\nto be available for other threads.";

export const RLOCK = defineType<PyRLock>("_thread.RLock", {
  traits: { basetype: true, weakrefs: true },
  allocate: (cls) => new PyRLock(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyRLock(cls)],
  slots: {
    __repr__: (self) =>
      `<${self.count > 0 ? "locked" : "unlocked"} ${self.cls.name === "RLock" ? "_thread.RLock" : self.cls.name} object owner=${self.owner} count=${self.count} at ${addressText(self)}>`,
  },
  methods: {
    acquire: ["~($self, blocking=True, timeout=-1)", ACQUIRE_AGAIN_DOC, acquireAgain],
    release: ["~($self, /)", RELEASE_ONCE_DOC, releaseOnce],
    _is_owned: [
      "~($self, /)",
      "_is_owned() -> bool\n\nFor internal use by `threading.Condition`.",
      (self: PyRLock) => self.isOurs,
    ],
    _recursion_count: [
      "~($self, /)",
      "_recursion_count() -> int\n\nFor internal use by reentrancy checks.",
      (self: PyRLock) => (self.isOurs ? self.count : 0),
    ],
    _acquire_restore: [
      "~($self, state, /)",
      "_acquire_restore(state) -> None\n\nFor internal use by `threading.Condition`.",
      mayWait((self: PyRLock, state: Value) => {
        waitUntil(() => self.count === 0, true, -1);
        if (!(state instanceof PyTuple)) return;
        self.count = Number(toIndex(state.items[0]));
        self.owner = Number(toIndex(state.items[1]));
      }),
    ],
    _release_save: [
      "~($self, /)",
      "_release_save() -> tuple\n\nFor internal use by `threading.Condition`.",
      (self: PyRLock) => {
        if (self.count === 0) throw runtimeError("cannot release un-acquired lock");
        const { count, owner } = self;
        self.count = 0;
        self.owner = 0;
        return tuple([count, owner]);
      },
    ],
    __enter__: ["~($self, /)", ACQUIRE_AGAIN_DOC, mayWait((self: PyRLock) => acquireAgain(self, true, -1))],
    __exit__: ["~($self, *args)", RELEASE_ONCE_DOC, releaseOnce],
    _at_fork_reinit: [
      "~($self, /)",
      undefined,
      (self: PyRLock) => {
        self.count = 0;
        self.owner = 0;
      },
    ],
  },
});
