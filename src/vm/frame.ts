/**
 * Frame: one running (or suspended, or ended) piece of Python code, wholly in the heap
 * (CPython _PyInterpreterFrame and PyFrameObject in one). It is also the Python object of type `frame`.
 *
 * `stack` holds, one after the other, the locals, cells, free variables (as PyCell) and then a fixed home
 * for each stack slot. `undefined` is an unbound variable; `null` is CPython's NULL on the stack.
 */
import { CO_OPTIMIZED } from "../bytecode/code.ts";
import { FRAME } from "../objects/kernel/core-types.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { PyObject, type Value } from "../objects/kernel/object.ts";
import type { PyBaseException } from "../objects/kernel/payload.ts";
import type { FrameLike } from "../objects/kernel/thread.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { PyFunction } from "../objects/types/function.ts";
import type { Result } from "./outcome.ts";
import type { Thread } from "./thread.ts";
import type { PyGenerator } from "./types/generator-object.ts";

export type Slot = Value | null | undefined;

/** What is to be done with the value of a frame, other than to push it in the frame that waits. */
export interface Action {
  /** The frame returned (or, for a generator, yielded) `value`; `caller` is the frame that waited. */
  apply(thread: Thread, caller: Frame, value: Value): Result;
  /** The generator ended with `value`. */
  returned?(thread: Thread, caller: Frame, value: Value): Result;
  /** The frame ended with an exception. Undefined: not dealt with, it stays pending. */
  recover?(thread: Thread, caller: Frame, exception: PyBaseException): Result;
}

/** Actions in the order in which they are applied; immutable. */
export class Then {
  constructor(
    readonly action: Action,
    readonly next: Then | null,
  ) {}
}

/** What is kept of a frame while something is watched. */
export interface FrameTrace {
  /** `f_trace`; null for none. */
  function: Value | null;
  lines: boolean;
  opcodes: boolean;
  /** Index of the instruction that ran last, or -1. */
  last: number;
  /** A jump that has run and whose event is still to be told, or -1. */
  jumped: number;
  /** `f_locals` was asked for: a trace function may have changed it. */
  localsShown: boolean;
}

export class Frame extends PyObject implements FrameLike {
  /** Index of the current instruction in code units; the next one to run when the frame is made current. */
  pc: number;
  sp: number;
  /** Nesting of Python frames up to here, for the recursion limit. */
  depth: number;
  /** The frame that waits for this one; of a suspended or unstarted generator null. */
  back: Frame | null;
  /** Null: push the value. */
  then: Then | null;
  /** Whether a driver was started for this frame: it ends with it. */
  entry: boolean;
  generator: PyGenerator | null;
  /** Another frame runs for the current instruction, and an action may still want what that has popped. */
  isWaitingWithOperands: boolean;
  /** Namespace of a class body or module; the snapshot `f_locals` of a function, null until asked for. */
  locals: Value | null;
  trace: FrameTrace | null;

  constructor(
    readonly func: PyFunction,
    readonly code: PyCode,
    public stack: Slot[],
    back: Frame | null,
    depth: number,
    locals: Value | null,
  ) {
    super(FRAME);
    this.pc = 0;
    this.sp = code.nlocalsplus;
    this.depth = depth;
    this.back = back;
    this.then = null;
    this.entry = false;
    this.generator = null;
    this.isWaitingWithOperands = false;
    this.locals = locals;
    this.trace = null;
  }

  get globals(): PyDict {
    return this.func.globals;
  }

  get builtins(): PyDict {
    return this.func.builtins;
  }

  /** Are the locals fast ones (a function's)? */
  get isOptimized(): boolean {
    return (this.code.flags & CO_OPTIMIZED) !== 0;
  }

  push(value: Slot): void {
    this.stack[this.sp++] = value;
  }

  pop(): Value {
    return this.stack[--this.sp] as Value;
  }

  /** The top of the stack; `depth` counts from 1. */
  peek(depth: number): Value {
    return this.stack[this.sp - depth] as Value;
  }

  set top(value: Slot) {
    this.stack[this.sp - 1] = value;
  }

  get line(): number {
    return this.code.lineAt(this.pc);
  }
}

/** Put an action behind those that are there. */
export function appendAction(then: Then | null, action: Action): Then {
  return then === null ? new Then(action, null) : new Then(then.action, appendAction(then.next, action));
}
