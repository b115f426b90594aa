/**
 * Taking garbage apart in CPython's order. What is dead was found by marking; which of it CPython would have dropped
 * at once, by its reference counts, and in which order, is found here by counting the references inside the garbage.
 *
 * An object whose last reference goes is finalized, then its weak references are cleared and called, then it drops
 * what it refers to (CPython Objects/typeobject.c: subtype_dealloc). What is left over is cyclic and waits for a
 * collection.
 */

import * as OP from "../../bytecode/generated/op.ts";
import { CACHE_COUNTS } from "../../bytecode/opcode-properties.ts";
import { callUnbound } from "../../objects/kernel/call.ts";
import { FUNCTION } from "../../objects/kernel/core-types.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import { PyObject, PyType } from "../../objects/kernel/object.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { forgetSubclass } from "../../objects/kernel/type-slots.ts";
import type { PyFunction } from "../../objects/types/function.ts";
import { current } from "../thread.ts";
import { type Marked, mark } from "./mark.ts";
import { traverse } from "./traverse.ts";

/** What modules above know of an object's end. */
export const endings = {
  /** Has the object weak references with a callback? */
  isReferenced: (_object: PyObject): boolean => false,
  /** Has it one whose callback does something that can be seen when the interpreter ends? */
  isAwaited: (_object: PyObject): boolean => false,
  /** What a weak reference refers to, dead or alive; undefined for all other objects. */
  referentOf: (_object: object): PyObject | undefined => undefined,
  /** Clear the weak references to dead objects, and then run the callbacks of those that are `isAlive`. */
  clearWeakReferences: (_objects: readonly PyObject[], _isAlive: (reference: PyObject) => boolean): void => undefined,
};

/** What a builtin type does at the end of an instance; undefined: nothing now. */
export type BuiltinFinalizer = (object: PyObject) => (() => void) | undefined;

const builtinFinalizers = new Map<PyType, BuiltinFinalizer>();
const settled = new Map<PyType, (object: PyObject) => boolean>();
const quiet = new Map<PyType, (object: PyObject) => boolean>();

/**
 * `isSettled`: will nothing happen any more at the end of this instance, whatever is done with it until then? `isQuiet`:
 * does the finalizer run nothing of the program's, that could take what the instance holds?
 */
export function setFinalizer(
  type: PyType,
  finalizer: BuiltinFinalizer,
  isSettled: (object: PyObject) => boolean,
  isQuiet?: (object: PyObject) => boolean,
): void {
  builtinFinalizers.set(type, finalizer);
  settled.set(type, isSettled);
  if (isQuiet !== undefined) quiet.set(type, isQuiet);
}

/** Is nobody told of the object's end any more: a generator that has run to its end, a file that was closed? */
export function isSettled(object: PyObject): boolean {
  const { cls } = object;
  return !cls.finalizes && settled.get(cls)?.(object) === true && !endings.isReferenced(object);
}

/** Objects whose finalizer has run: it never runs twice (PEP 442). */
export const finalized = new WeakSet<PyObject>();

export function finalizerOf(object: PyObject): (() => void) | undefined {
  if (object.cls.finalizes) return () => callDel(object);
  return builtinFinalizers.get(object.cls)?.(object);
}

function callDel(object: PyObject): void {
  const method = lookupInType(object.cls, "__del__");
  if (method === undefined) return;
  try {
    callUnbound(method, object, object.cls, []);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    hooks.unraisable(error.exception, undefined, method);
  }
}

/** May the object be held by somebody new after its `__del__`? Not if all that does with `self` is to read attributes. */
function mayRevive(object: PyObject): boolean {
  const method = lookupInType(object.cls, "__del__");
  if (!(method instanceof PyObject) || method.cls !== FUNCTION) return object.cls.finalizes;
  const { code } = method as PyFunction;
  const { ops, args } = code;
  for (let i = 0; i < ops.length; i += 1 + CACHE_COUNTS[ops[i]]) {
    if (ops[i] !== OP.LOAD_FAST || args[i] !== 0) {
      if (ops[i] === OP.MAKE_CELL || ops[i] === OP.LOAD_FAST_AND_CLEAR) return true;
      continue;
    }
    if (ops[i + 1] !== OP.LOAD_ATTR || (args[i + 1] & 1) !== 0) return true;
  }
  return false;
}

/** Run code of the program between two instructions: what is on its way stays on its way. */
function undisturbed(work: () => void): void {
  const { thread } = current;
  const { pending, result, kwnames } = thread;
  thread.pending = null;
  thread.kwnames = undefined;
  try {
    work();
  } finally {
    thread.pending = pending;
    thread.result = result;
    thread.kwnames = kwnames;
  }
}

/** Does the builtin finalizer of this object run code of the program's? */
const isLoud = (object: PyObject): boolean =>
  builtinFinalizers.has(object.cls) && quiet.get(object.cls)?.(object) !== true;

function childrenOf(object: object): object[] {
  const children: object[] = [];
  traverse(object, (child) => void children.push(child));
  return children;
}

/**
 * What may be revived is looked for after each finalizer as long as this many objects are visited at most; then the rest
 * is dropped first, and one mark tells of all. A large heap with many finalizers takes too long otherwise.
 */
const MOST_VISITED = 600_000;

export class Garbage {
  /** All of it, with the number of references to each from within. */
  readonly counts = new Map<object, number>();
  private readonly seeds: object[];
  private marked: Marked;
  private readonly gone = new Set<object>();
  /** Something was finalized whose life, or that of what it held, has still to be asked for. */
  private isBehind = false;
  /** Objects that were visited by marking again. */
  visited = 0;

  /** The dead objects that `seeds`, dead themselves, lead to. */
  constructor(marked: Marked, seeds: Iterable<object>) {
    this.marked = marked;
    this.seeds = [...new Set(seeds)];
    const waiting: object[] = [];
    const visit = (child: object): void => {
      if (marked.has(child)) return;
      const count = this.counts.get(child);
      this.counts.set(child, (count ?? 0) + 1);
      if (count === undefined) waiting.push(child);
    };
    for (const seed of this.seeds) {
      if (this.counts.has(seed)) continue;
      this.counts.set(seed, 0);
      waiting.push(seed);
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) traverse(next, visit);
    }
  }

  isGone(object: object): boolean {
    return this.gone.has(object);
  }

  /** A finalizer has brought it back. */
  isRevived(object: object): boolean {
    return this.marked.has(object);
  }

  /** Drop what nothing refers to, and what is not referred to any more after that. */
  drop(): void {
    for (const seed of this.seeds) if (this.counts.get(seed) === 0 && !this.gone.has(seed)) this.deallocate(seed);
    while (this.isBehind) {
      this.isBehind = false;
      this.markAgain();
      this.dropLeft();
    }
  }

  /** What the finalized ones gave up on their way is not found by what they hold now: all references are counted again. */
  private dropLeft(): void {
    const left = [...this.counts.keys()].filter((each) => !this.gone.has(each) && !this.marked.has(each));
    for (const each of left) this.counts.set(each, 0);
    for (const each of left) {
      for (const child of childrenOf(each)) {
        if (!this.marked.has(child)) this.counts.set(child, (this.counts.get(child) ?? 0) + 1);
      }
    }
    for (const each of left) if (this.counts.get(each) === 0 && !this.gone.has(each)) this.deallocate(each);
  }

  private markAgain(): void {
    this.marked = mark();
    this.visited += this.marked.size;
  }

  /** Code of the program has run: see what it has revived. False if that must wait. */
  private lookAgain(): boolean {
    if (this.visited >= MOST_VISITED) {
      this.isBehind = true;
      return false;
    }
    this.markAgain();
    return true;
  }

  /** Not recursive: a chain may be long. What waits are references that are still to be dropped. */
  private deallocate(first: object): void {
    const references: object[] = [];
    const end = (object: object): void => {
      const isBuiltin = object instanceof PyObject && builtinFinalizers.has(object.cls);
      const before = isBuiltin ? childrenOf(object) : [];
      const isQuiet = isBuiltin && !isLoud(object);
      if (!this.finish(object)) return;
      const own = childrenOf(object);
      const lost = before.filter((child) => !own.includes(child));
      if (lost.length > 0) {
        // A generator was closed. What it held has died with that, or somebody has taken it.
        this.isBehind = true;
        if (isQuiet || this.lookAgain()) own.push(...lost);
      }
      while (own.length > 0) references.push(own.pop() as object);
    };
    end(first);
    for (let next = references.pop(); next !== undefined; next = references.pop()) {
      const count = this.counts.get(next);
      if (count === undefined || this.gone.has(next) || this.marked.has(next)) continue;
      this.counts.set(next, count - 1);
      if (count === 1) end(next);
    }
  }

  /** The end of one object. False if its finalizer brought it back. */
  private finish(object: object): boolean {
    this.gone.add(object);
    if (!(object instanceof PyObject)) return true;
    if (this.finalize(object) && mayRevive(object)) {
      if (!this.lookAgain() || this.marked.has(object)) {
        this.gone.delete(object);
        return false;
      }
    }
    this.clearWeakReferences([object]);
    return true;
  }

  private clearWeakReferences(objects: readonly PyObject[]): void {
    undisturbed(() => endings.clearWeakReferences(objects, (reference) => this.marked.has(reference)));
  }

  private finalize(object: PyObject): boolean {
    if (finalized.has(object)) return false;
    const finalizer = finalizerOf(object);
    if (finalizer === undefined) return false;
    finalized.add(object);
    undisturbed(finalizer);
    return true;
  }

  /** What is left: cycles and what hangs on them, in the order in which they were found. */
  cyclic(): PyObject[] {
    const left: PyObject[] = [];
    for (const object of this.counts.keys())
      if (object instanceof PyObject && !this.gone.has(object)) left.push(object);
    return left;
  }

  /**
   * A collection of what is cyclic: weak references first, then all finalizers, then the end of what is still dead
   * (CPython Modules/gcmodule.c: gc_collect_main). Gives back what has gone.
   */
  collect(age: (object: PyObject) => number): PyObject[] {
    const dead = this.cyclic().sort((one, other) => age(one) - age(other));
    this.clearWeakReferences(dead);
    let revived = false;
    for (const object of dead) {
      const runsProgram = isLoud(object);
      if (this.finalize(object) && (runsProgram || mayRevive(object))) revived = true;
    }
    if (revived) this.markAgain();
    const gone = revived ? dead.filter((object) => !this.marked.has(object)) : dead;
    for (const object of gone) {
      this.gone.add(object);
      if (object instanceof PyType) for (const base of object.bases) forgetSubclass(base, object);
    }
    // Finalizers may have made more of them.
    this.clearWeakReferences(gone);
    return gone;
  }
}
