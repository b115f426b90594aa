/**
 * What the object model must know of the thread that runs, and the hooks by which it reaches the VM.
 *
 * `objects` never imports `vm`: the VM installs itself here (CPython Include/cpython/pystate.h).
 */
import { bug } from "../../util/assert.ts";
import type { PyDict } from "./dict.ts";
import type { PyObject, PyType, Value } from "./object.ts";
import type { PyBaseException } from "./payload.ts";
import type { KeywordNames } from "./slots.ts";

/** What the kernel sees of a frame. */
export interface FrameLike {
  readonly back: FrameLike | null;
  readonly globals: PyDict;
  readonly builtins: PyDict;
}

/**
 * Thrown through a builtin that may wait (`mayWait`), when its thread is to leave the JavaScript stack. Who has taken
 * something that the next attempt must find again puts it back and throws this on.
 */
export class Leaving extends Error {
  override readonly name: string = "Leaving";
}

/** What the object model asks of the VM. */
export interface Hooks {
  /** Run a Python function to its end in a nested driver. Throws PyError. */
  callFunction(func: PyObject, args: Value[], kwnames: KeywordNames): Value;
  /** The innermost Python frame, or null outside any. */
  currentFrame(): FrameLike | null;
  /** The exception being handled (`sys.exception()`), or null. */
  handledException(): PyBaseException | null;
  /** Issue a warning as `warnings.warn` does, about `source` if there is one; may throw it. */
  warn(category: PyType, message: Value, stacklevel: number, source?: Value): void;
  /** `sys.unraisablehook`: report an exception that has nowhere to go. */
  unraisable(exception: PyBaseException, message: string | undefined, object: Value): void;
  /** Is the object still held by a variable, as far as can be seen? True means "perhaps". */
  isHeld(object: PyObject): boolean;
  /**
   * Hold this Python thread until `ready`, at most so many seconds; false if the time is over. Other threads run
   * meanwhile, and signals are handled. Trap: it may throw something that only the VM catches, and the builtin is then
   * called again from its start when `ready` holds: see vm/scheduler/README.md. `isForThreads`: only another thread can
   * bring that about.
   */
  waitFor(ready: () => boolean, seconds: number, isForThreads?: boolean): boolean;
  /** The object has a finalizer: its end matters. */
  mortal(object: PyObject): void;
  /** A class was made: a collection may find it dead. */
  classMade(type: PyType): void;
  /** May the builtin that runs be left at its next wait? */
  mayLeave(): boolean;
  /**
   * Call what may wait, from a builtin that may be left: then it is called again from its start, and this gives the
   * result, with the arguments of the first attempt.
   */
  callWaiting(callable: Value, makeArgs: () => Value[]): { result: Value; args: Value[] };
  /** The `__next__` of an iterator that may wait: a `for` that asks for it can be left, and asks again. */
  nextMayWait<Item>(iterator: Value, next: () => Item): Item;
  /** Run with the thread's trace and profile functions, and the tools of sys.monitoring, switched off. */
  untraced<T>(run: () => T): T;
  /** `__import__(name)`; the module named last. */
  importModule(name: string): Value;
  /** `sys.modules`. */
  modules(): PyDict;
}

const absent = (name: string) => (): never => bug(`${name} is not installed`);

/** Installed by vm/; a call before that is our mistake. */
export const hooks: Hooks = {
  callFunction: absent("callFunction"),
  currentFrame: () => null,
  handledException: () => null,
  warn: absent("warn"),
  unraisable: absent("unraisable"),
  isHeld: () => true,
  waitFor: absent("waitFor"),
  mortal: () => undefined,
  classMade: () => undefined,
  mayLeave: () => false,
  callWaiting: absent("callWaiting"),
  nextMayWait: (_iterator, next) => next(),
  untraced: (run) => run(),
  importModule: absent("importModule"),
  modules: absent("modules"),
};
