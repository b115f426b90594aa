/**
 * _multiprocessing: semaphores that processes share (CPython Modules/_multiprocessing/semaphore.c).
 *
 * What is counted here is this process's part of it: how often it has acquired, and by which thread last.
 * Trap: on a host without such semaphores there is no SemLock, as on a system without sem_open; `multiprocessing.synchronize`
 * and whoever needs it say so, and `compileall -j` does its work in one process.
 */
import { host } from "../host/current.ts";
import { HostError, type Semaphore, type Semaphores } from "../host/host.ts";
import { mayWait } from "../objects/kernel/builtin.ts";
import { NONE, typeName } from "../objects/kernel/core-types.ts";
import { defineType } from "../objects/kernel/define.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { idOf } from "../objects/kernel/identity.ts";
import { defineModule, makeFunction } from "../objects/kernel/module.ts";
import { toDouble } from "../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { jsString } from "../objects/kernel/payload.ts";
import { raise, typeError, valueError } from "../objects/kernel/raise.ts";
import { hooks, Leaving } from "../objects/kernel/thread.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { intArgument } from "../objects/types/arguments.ts";
import { setFinalizer } from "../vm/heap/garbage.ts";
import { current, type Thread } from "../vm/thread.ts";
import { system } from "./posix/paths.ts";

const RECURSIVE_MUTEX = 0;
const SEMAPHORE = 1;
const SEM_VALUE_MAX = 0x7fffffff;

class PySemLock extends PyObject {
  /** Acquired by this process, less what it has released. */
  count = 0;
  /** Who has acquired it last. */
  owner = 0;
  readonly waiting = new Set<Thread>();

  constructor(
    cls: PyType,
    /** null once nobody has this object any more. */
    public semaphore: Semaphore | null,
    readonly kind: number,
    readonly maximum: number,
    readonly name: Value,
  ) {
    super(cls);
  }

  get isMine(): boolean {
    return this.count > 0 && this.owner === current.thread.ident;
  }
}

function semaphores(): Semaphores {
  const shared = host().semaphores;
  if (shared === null) throw new HostError("ENOSYS");
  return shared;
}

/** `place` is how a message calls it. */
function nameArgument(value: Value, place: string, type = "str"): string {
  const name = jsString(value);
  if (name === undefined) throw typeError(`${place} must be ${type}, not ${value === NONE ? "None" : typeName(value)}`);
  if (name.includes("\0")) throw valueError("embedded null character");
  return name;
}

function construct(cls: PyType, kindValue: Value, value: Value, maximum: Value, name: Value, unlink: Value): Value {
  const [kind, initial, most] = [kindValue, value, maximum].map(intArgument);
  const path = nameArgument(name, "SemLock() argument 'name'");
  const isUnlinked = isTrue(unlink);
  if (kind !== RECURSIVE_MUTEX && kind !== SEMAPHORE) throw valueError("unrecognized kind");
  return system(() => {
    const semaphore = semaphores().create(path, initial, most);
    if (isUnlinked) semaphores().unlink(path);
    return new PySemLock(cls, semaphore, kind, most, isUnlinked ? NONE : name);
  });
}

/** The handle is an address in the process that has sent it; by name it is found here. */
function rebuild(cls: PyType, _handle: Value, kind: Value, maximum: Value, name: Value): Value {
  const most = intArgument(maximum);
  return system(() => {
    // A handle alone is good for nothing but the object that has it.
    if (name === NONE) throw new HostError("EINVAL");
    const path = nameArgument(name, "_rebuild() argument 4", "str or None");
    return new PySemLock(cls, semaphores().open(path, most), intArgument(kind), most, name);
  });
}

function opened(self: PySemLock): Semaphore {
  if (self.semaphore === null) throw new HostError("EINVAL");
  return self.semaphore;
}

function stopWaiting(self: PySemLock): void {
  if (self.waiting.delete(current.thread) && self.waiting.size === 0) opened(self).stopWaiting();
}

/** Seconds; for a number that is none, sem_timedwait(3) knows no moment. */
function secondsOf(timeout: Value): number {
  return timeout === NONE ? Number.POSITIVE_INFINITY : Math.max(0, toDouble(timeout));
}

/** Wait until it could be acquired; false if the time is over. The thread may be stopped here and come again. */
function waitFor(self: PySemLock, seconds: number): boolean {
  if (Number.isNaN(seconds)) throw new HostError("EINVAL");
  self.waiting.add(current.thread);
  try {
    return hooks.waitFor(() => opened(self).isFree(), seconds);
  } catch (error) {
    if (!(error instanceof Leaving)) stopWaiting(self);
    throw error;
  }
}

function take(self: PySemLock, waits: boolean, seconds: number): boolean {
  while (!opened(self).acquire()) {
    if (waits && waitFor(self, seconds)) continue;
    stopWaiting(self);
    return false;
  }
  stopWaiting(self);
  return true;
}

const acquire = mayWait((self: PySemLock, block: Value, timeout: Value): boolean => {
  const waits = isTrue(block);
  if (self.kind === RECURSIVE_MUTEX && self.isMine) {
    self.count++;
    return true;
  }
  const seconds = secondsOf(timeout);
  if (!system(() => take(self, waits, seconds))) return false;
  self.count++;
  self.owner = current.thread.ident;
  return true;
});

const enter = mayWait((self: PySemLock): boolean => acquire(self, true, NONE));

function release(self: PySemLock): void {
  if (self.kind === RECURSIVE_MUTEX) {
    if (!self.isMine) throw raise("AssertionError", "attempt to release recursive lock not owned by thread");
    if (self.count > 1) {
      self.count--;
      return;
    }
  }
  if (!system(() => opened(self).release())) throw valueError("semaphore or lock released too many times");
  self.count--;
}

const currentValue = (self: PySemLock): number => system(() => opened(self).value());

export const SEM_LOCK = defineType<PySemLock>("_multiprocessing.SemLock", {
  doc: "Semaphore/Mutex type",
  traits: { heap: true, basetype: true },
  construct: ["(kind, value, maxvalue, name, unlink)", construct],
  methods: {
    acquire: ["($self, /, block=True, timeout=None)", "Acquire the semaphore/lock.", acquire],
    release: ["($self, /)", "Release the semaphore/lock.", release],
    __enter__: ["($self, /)", "Enter the semaphore/lock.", enter],
    __exit__: [
      "($self, exc_type=None, exc_value=None, exc_tb=None, /)",
      "Exit the semaphore/lock.",
      (self: PySemLock) => release(self),
    ],
    _count: [
      "($self, /)",
      "Num of `acquire()`s minus num of `release()`s for this process.",
      (self: PySemLock) => self.count,
    ],
    _is_mine: ["($self, /)", "Whether the lock is owned by this thread.", (self: PySemLock) => self.isMine],
    _get_value: ["($self, /)", "Get the value of the semaphore.", currentValue],
    _is_zero: ["($self, /)", "Return whether semaphore has value zero.", (self: PySemLock) => currentValue(self) === 0],
    _after_fork: [
      "($self, /)",
      "Rezero the net acquisition count after fork().",
      (self: PySemLock) => {
        self.count = 0;
      },
    ],
  },
  classmethods: { _rebuild: ["($type, handle, kind, maxvalue, name, /)", undefined, rebuild] },
  attributes: { SEM_VALUE_MAX },
  members: {
    handle: [idOf],
    kind: [(self) => self.kind],
    maxvalue: [(self) => self.maximum],
    name: [(self) => self.name],
  },
});

function closeAtEnd(self: PySemLock): void {
  self.semaphore?.close();
  self.semaphore = null;
}

setFinalizer(
  SEM_LOCK,
  (self) => () => closeAtEnd(self as PySemLock),
  (self) => (self as PySemLock).semaphore === null,
);

function unlink(name: Value): void {
  const path = nameArgument(name, "sem_unlink() argument");
  system(() => semaphores().unlink(path));
}

export default defineModule("_multiprocessing", {
  setup: ({ dict }) => {
    const flags = new PyDict();
    dict.set("flags", flags);
    if (host().semaphores === null) return;
    for (const flag of ["HAVE_SEM_OPEN", "HAVE_SEM_TIMEDWAIT"]) flags.set(flag, 1);
    dict.set("SemLock", SEM_LOCK);
    dict.set("sem_unlink", makeFunction("_multiprocessing", "sem_unlink", ["($module, name, /)", undefined, unlink]));
  },
});
