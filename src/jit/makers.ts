/**
 * Calls of generator and coroutine functions: they make an object and run nothing, so compiled code makes it without a
 * call by the driver.
 *
 * Trap: what a program can see of such an object's death is noted where it is made (vm/dropped.ts), and that wants the
 * calling frame. So here are only generators whose death cannot be seen, and coroutines that are awaited at once.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_OPTIMIZED } from "../bytecode/code.ts";
import * as OP from "../bytecode/generated/op.ts";
import { COROUTINE, GENERATOR } from "../objects/kernel/core-types.ts";
import type { PyType, Value } from "../objects/kernel/object.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { PyFunction } from "../objects/types/function.ts";
import { BODIES } from "../vm/bodies.ts";
import { Frame, type Slot } from "../vm/frame.ts";
import { current, type Thread } from "../vm/thread.ts";
import type { Direct } from "../vm/tiering.ts";
import { PyGenerator } from "../vm/types/generator-object.ts";

const KINDS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

const isOfKind = (code: PyCode, kind: number): boolean =>
  code.plainArguments >= 0 && (code.flags & CO_OPTIMIZED) !== 0 && (code.flags & KINDS) === kind;

/** Do calls of this code make a generator whose death nobody can see? */
export const isMakerCode = (code: PyCode): boolean => isOfKind(code, CO_GENERATOR) && !code.hasHandlers;

export const isCoroutineCode = (code: PyCode): boolean => isOfKind(code, CO_COROUTINE);

/** What RETURN_GENERATOR gives: the frame stands there, its cells made. */
function suspended(thread: Thread, depth: number, func: PyFunction, args: readonly Value[], type: PyType): PyGenerator {
  const { code } = func;
  if (!code.isDecoded) code.decode();
  const stack: Slot[] = new Array(code.nlocalsplus + code.stacksize);
  for (let i = 0; i < args.length; i++) stack[i] = args[i];
  const frame = new Frame(func, code, stack, null, depth, null);
  for (; code.ops[frame.pc] !== OP.RETURN_GENERATOR; frame.pc++) {
    BODIES[code.ops[frame.pc]](thread, frame, code.args[frame.pc]);
  }
  const generator = new PyGenerator(frame, type);
  frame.generator = generator;
  return generator;
}

/** The function that calls of a generator function are compiled to. `tooDeep` says that there is no room for it. */
export const makerOf =
  (tooDeep: (thread: Thread) => undefined): Direct =>
  (depth, func, ...args) => {
    const { thread } = current;
    return depth > thread.recursionLimit ? tooDeep(thread) : suspended(thread, depth, func, args, GENERATOR);
  };

/** A coroutine that is awaited at once; undefined if that is for the driver to make. */
export function newCoroutine(
  thread: Thread,
  depth: number,
  func: PyFunction,
  ...args: Value[]
): PyGenerator | undefined {
  if (depth > thread.recursionLimit || thread.coroutineOriginDepth > 0) return undefined;
  return suspended(thread, depth, func, args, COROUTINE);
}
