/** From a code object to a function on the stack (CPython: `compiler_make_closure`). */
import { CO_FAST_FREE, type CodeBlob } from "../../bytecode/code.ts";
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/opcodes.ts";
import { bug } from "../../util/assert.ts";
import { type Location, NO_LOCATION } from "../instructions.ts";
import { CELL } from "../symbols/scopes.ts";
import type { Codegen } from "./codegen.ts";

/** Bits of MAKE_FUNCTION's argument. */
export const HAS_DEFAULTS = 1;
export const HAS_KEYWORD_DEFAULTS = 2;
export const HAS_ANNOTATIONS = 4;
const HAS_CLOSURE = 8;

export function makeFunction(c: Codegen, loc: Location, code: CodeBlob, flags: number): void {
  const free = code.co_localsplusnames.filter((_, index) => code.co_localspluskinds[index]! & CO_FAST_FREE);
  for (const name of free) c.emitArg(op.LOAD_CLOSURE, closureIndex(c, name), loc);
  if (free.length > 0) c.emitArg(op.BUILD_TUPLE, free.length, loc);
  c.loadConst(code, loc);
  c.emitArg(op.MAKE_FUNCTION, free.length > 0 ? flags | HAS_CLOSURE : flags, loc);
}

function closureIndex(c: Codegen, name: string): number {
  const { unit } = c;
  // In a class body, a name may be both its local variable and free in a method.
  const implicit = unit.type === "class" && (name === "__class__" || name === "__classdict__");
  const variables = implicit || unit.scope.scopeOf(name) === CELL ? unit.cellvars : unit.freevars;
  return variables.get(name) ?? bug(`no cell for ${name} in ${unit.qualname}`);
}

/** A StopIteration that would leave a generator becomes a RuntimeError (PEP 479). */
export function wrapInStopIterationHandler(c: Codegen): void {
  const handler = c.newLabel();
  c.unit.instructions.insertJump(0, op.SETUP_CLEANUP, handler, NO_LOCATION);
  c.loadConst(null, NO_LOCATION);
  c.emit(op.RETURN_VALUE, NO_LOCATION);
  c.useLabel(handler);
  c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_STOPITERATION_ERROR, NO_LOCATION);
  c.emitArg(op.RERAISE, 1, NO_LOCATION);
}
