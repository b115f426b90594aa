/** From a code object to a function on the stack (CPython: `compiler_make_closure`). */
import { CO_FAST_FREE, type CodeBlob } from "../../bytecode/code.ts";
import { textRepr } from "../../bytecode/constantrepr.ts";
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";
import { toText } from "../../syntax/text.ts";
import { type Location, NO_LOCATION } from "../instructions.ts";
import { CELL } from "../symbols/scopes.ts";
import type { Codegen } from "./codegen.ts";
import type { Unit } from "./unit.ts";

/** Bits of MAKE_FUNCTION's argument. */
export const HAS_DEFAULTS = 1;
export const HAS_KEYWORD_DEFAULTS = 2;
export const HAS_ANNOTATIONS = 4;
const HAS_CLOSURE = 8;

export function makeFunction(c: Codegen, loc: Location, code: CodeBlob, flags: number): void {
  const free = code.co_localsplusnames.filter((_, index) => code.co_localspluskinds[index]! & CO_FAST_FREE);
  for (const name of free) c.emitArg(op.LOAD_CLOSURE, closureIndex(c, name, code.co_name, free), loc);
  if (free.length > 0) c.emitArg(op.BUILD_TUPLE, free.length, loc);
  c.loadConst(code, loc);
  c.emitArg(op.MAKE_FUNCTION, free.length > 0 ? flags | HAS_CLOSURE : flags, loc);
}

/** Trap: CPython 3.12 fails for lambdas in comprehensions of a class body that use `__class__`. */
function closureIndex(c: Codegen, name: string, inner: string, free: readonly string[]): number {
  const { unit } = c;
  // In a class body, a name may be both its local variable and free in a method.
  const implicit = unit.type === "class" && (name === "__class__" || name === "__classdict__");
  const scope = implicit ? CELL : unit.scope.scopeOf(name);
  if (scope === 0) throw unknownScopeProblem(unit, name);
  const index = (scope === CELL ? unit.cellvars : unit.freevars).get(name);
  if (index !== undefined) return index;
  const names = free.map((each) => textRepr(toText(each))).join(", ");
  const where = `failed in ${unit.name}; freevars of code ${inner}: (${names}${free.length === 1 ? "," : ""})`;
  const what = `compiler_lookup_arg(name=${textRepr(toText(name))}) with reftype=${scope}`;
  throw new SyntaxProblem("SystemError", `${what} ${where}`);
}

function unknownScopeProblem({ name: unit, scope, varnames, names }: Unit, name: string): SyntaxProblem {
  const dict = (map: ReadonlyMap<string, number>): string =>
    `{${[...map].map(([key, value]) => `${textRepr(toText(key))}: ${value}`).join(", ")}}`;
  const what = `_PyST_GetScope(name=${textRepr(toText(name))}) failed: unknown scope in unit ${unit} (${scope.id})`;
  const tables = `symbols: ${dict(scope.symbols)}; locals: ${dict(varnames)}; globals: ${dict(names)}`;
  return new SyntaxProblem("SystemError", `${what}; ${tables}`);
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
