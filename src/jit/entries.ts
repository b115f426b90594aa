/**
 * Entries: the doors to compiled functions, one for each code object (and the globals that it runs with).
 *
 * Compiled callers hold the entry and call `entry.run`, which is at first a stub: it compiles, or lands with a frame of
 * tier 0. An entry that is found to be hopeless stays a stub, and is called in no code that is compiled from then on.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_OPTIMIZED } from "../bytecode/code.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { recursionError } from "../objects/kernel/raise.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { Frame, type Slot } from "../vm/frame.ts";
import { raiseException } from "../vm/raising.ts";
import { current, type Thread } from "../vm/thread.ts";
import type { Direct } from "../vm/tiering.ts";
import { isMakerCode, makerOf } from "./makers.ts";
import type { Kind } from "./state.ts";

/** The landing that goes on began at an exit that says nothing against the code. */
export const landing = { isForeseen: false };

export class Entry {
  run: Direct;
  /** Calls give a generator, and run nothing. */
  readonly isMaker: boolean;
  /** Compilations so far. */
  generation = 0;
  isHopeless = false;
  /** Exits that were not foreseen, and calls that landed, since the last compilation. */
  failures = 0;
  landings = 0;
  /** The instructions where that was, in all. */
  readonly leftAt = new Set<number>();
  /** What the arguments were, where they were always the same. */
  kinds: Kind[] | undefined = undefined;
  /** Why it is not compiled. */
  reason: string | undefined = undefined;

  constructor(
    readonly code: PyCode,
    readonly globals: PyDict,
    readonly builtins: PyDict,
    /** Compile; false if that is not possible. */
    private readonly compile: (entry: Entry, args: readonly Slot[]) => boolean,
  ) {
    this.isMaker = isMakerCode(code);
    this.run = this.isMaker ? makerOf(tooDeep) : this.stub;
  }

  /** Called before there is compiled code. */
  readonly stub: Direct = (depth, func, ...args) => {
    if (this.isMaker) return this.run(depth, func, ...args);
    const { thread } = current;
    if (depth > thread.recursionLimit) return tooDeep(thread);
    const isWarm = this.code.heat > 1 || this.generation > 0;
    if (isWarm && !this.isHopeless && this.compile(this, args)) return this.run(depth, func, ...args);
    if (!this.code.isDecoded) this.code.decode();
    this.code.heat++;
    const { nlocalsplus, stacksize } = this.code;
    const stack: Slot[] = new Array(nlocalsplus + stacksize);
    for (let i = 0; i < args.length; i++) stack[i] = args[i];
    const frame = new Frame(func, this.code, stack, thread.frame, depth, null);
    thread.frame = frame;
    thread.landed = frame;
    landing.isForeseen = false;
    return undefined;
  };
}

/** No more calls: the exception is raised in the caller. */
export function tooDeep(thread: Thread): undefined {
  thread.landed = null;
  landing.isForeseen = true;
  return raiseException(thread, recursionError("maximum recursion depth exceeded").exception);
}

const SUSPENDING = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

/** Can calls of this code be compiled at all? */
export const isDirect = (code: PyCode): boolean =>
  code.shortcut === undefined && (code.flags & CO_OPTIMIZED) !== 0 && (code.flags & SUSPENDING) === 0;

export const entries: { make: (func: PyFunction) => Entry | undefined } = { make: () => undefined };

/** The entry for calls of `func` in compiled code; undefined if it is better called by the driver. */
export function entryOf(func: PyFunction): Entry | undefined {
  const entry = entries.make(func);
  return entry === undefined || entry.isHopeless || entry.globals !== func.globals ? undefined : entry;
}
