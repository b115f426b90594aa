/**
 * What the functions of `builtins` need of the interpreter around them: the compiler, the frames, sys.
 * Whoever assembles an interpreter installs it (`builtinsHooks.current = ...`).
 */

import type { Text } from "../../bytecode/constants.ts";
import { importState } from "../../importing/state.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { PyObject, Value } from "../../objects/kernel/object.ts";
import type { PyTuple } from "../../objects/kernel/payload.ts";
import type { PyError } from "../../objects/kernel/raise.ts";
import type { SyntaxProblem } from "../../syntax/errors.ts";
import type { Mod } from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";

export interface CompileRequest {
  /** Text, bytes with their own encoding, or a tree (an `_ast.AST` object). */
  readonly source: Text | Uint8Array | PyObject;
  /** A str. */
  readonly filename: Value;
  readonly mode: "exec" | "eval" | "single" | "func_type";
  /** Those given, and those inherited from the calling code. */
  readonly flags: number;
  /** -1: as the interpreter was started. */
  readonly optimize: number;
  /** -1: the newest. */
  readonly featureVersion: number;
}

export interface BuiltinsHooks {
  /** `__build_class__(*args, **keywords)`: the values of `kwnames` are the last of `args`. */
  buildClass(args: Value[], kwnames: readonly string[]): Value;
  /** `__import__`. */
  importName(name: Value, globals: Value, locals: Value, fromlist: Value, level: number): Value;
  /** A code object, or a tree if the flags ask for one. Throws SyntaxError. */
  compile(request: CompileRequest): Value;
  /** Give the parser's tree of a source to `use`. Throws SyntaxError for a problem of either. */
  withTree<Result>(request: CompileRequest, use: (tree: Mod) => Result): Result;
  /** The exception of a problem of the front end, in a file of that name. */
  syntaxError(problem: SyntaxProblem, filename: Value): PyError;
  /** Flags of `from __future__` in the calling code (CO_FUTURE_...). */
  inheritedFlags(): number;
  /** How many free variables a code object has. */
  freeVariableCount(code: Value): number;
  /** Run a code object as exec() and eval() do. */
  run(code: Value, globals: PyDict, locals: Value, closure: PyTuple | undefined): Value;
  /** `locals()` of the innermost Python frame. */
  locals(): Value;
  /** An attribute of the module sys, if it is there. */
  sysAttribute(name: string): Value | undefined;
}

export const builtinsHooks: { current: BuiltinsHooks | undefined } = { current: undefined };

export function interpreterHooks(): BuiltinsHooks {
  return builtinsHooks.current ?? bug("the hooks of builtins are not installed");
}

/** Trees as Python objects, which compile() takes and gives out. */
export interface Trees {
  /** The `_ast` object of a tree. */
  toPython(tree: Mod): Value;
  /** The tree of an `_ast` object, checked as CPython does. Throws PyError. */
  fromPython(tree: PyObject, mode: CompileRequest["mode"]): Mod;
  isTree(value: Value): boolean;
}

/** Installed by native/_ast when it is loaded. */
export const trees: { current: Trees | undefined } = { current: undefined };

export function treeHooks(): Trees {
  // A table of native modules may load a module only when its own table is asked for.
  if (trees.current === undefined) importState().builtins.get("_ast")?.table;
  return trees.current ?? bug("the hooks of _ast are not installed");
}

/** Is this an `_ast.AST` object? While `_ast` is not loaded there are none. */
export function isTree(value: Value): value is PyObject {
  return trees.current?.isTree(value) ?? false;
}
