/**
 * Loading, storing and deleting variables (CPython: `compiler_nameop` in Python/compile.c).
 *
 * Trap: inside a class body, and in the annotation scopes that see one, names go through the class namespace
 * first; a comprehension inlined into a class body does not see that namespace.
 */
import * as op from "../../bytecode/generated/op.ts";
import type { ExprContext } from "../../syntax/generated/ast.ts";
import type { Location } from "../instructions.ts";
import { mangle } from "../mangle.ts";
import { syntaxProblem } from "../problems.ts";
import { CELL, CLASS_BLOCK, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL } from "../symbols/scopes.ts";
import { type Codegen, indexIn } from "./codegen.ts";

type Access = Readonly<Record<ExprContext, number>>;

const FAST: Access = { Load: op.LOAD_FAST, Store: op.STORE_FAST, Del: op.DELETE_FAST };
const DEREF: Access = { Load: op.LOAD_DEREF, Store: op.STORE_DEREF, Del: op.DELETE_DEREF };
const GLOBAL: Access = { Load: op.LOAD_GLOBAL, Store: op.STORE_GLOBAL, Del: op.DELETE_GLOBAL };
const NAME: Access = { Load: op.LOAD_NAME, Store: op.STORE_NAME, Del: op.DELETE_NAME };

export function checkForbiddenName(loc: Location, name: string, ctx: ExprContext): void {
  if (name !== "__debug__" || ctx === "Load") return;
  throw syntaxProblem(ctx === "Store" ? "cannot assign to __debug__" : "cannot delete __debug__", loc);
}

export function emitName(c: Codegen, loc: Location, name: string, ctx: ExprContext): void {
  checkForbiddenName(loc, name, ctx);
  const { unit } = c;
  const mangled = mangle(unit.privateName, name);
  const fast = unit.scope.isFunctionLike;
  switch (unit.scope.scopeOf(mangled)) {
    case FREE:
      emitDeref(c, loc, unit.freevars, mangled, ctx);
      return;
    case CELL:
      emitDeref(c, loc, unit.cellvars, mangled, ctx);
      return;
    case LOCAL:
      if (!fast && unit.fastHidden.get(mangled) !== true) break;
      c.emitArg(FAST[ctx], indexIn(unit.varnames, mangled), loc);
      return;
    case GLOBAL_IMPLICIT:
      if (!fast) break;
      emitGlobal(c, loc, mangled, ctx, unit.scope.canSeeClassScope);
      return;
    case GLOBAL_EXPLICIT:
      emitGlobal(c, loc, mangled, ctx, false);
      return;
  }
  const hidesClass = unit.scope.type === CLASS_BLOCK && unit.inlinedComprehensions > 0;
  if (ctx === "Load" && hidesClass) {
    emitGlobal(c, loc, mangled, ctx, false);
    return;
  }
  c.emitArg(NAME[ctx], indexIn(unit.names, mangled), loc);
}

function emitDeref(c: Codegen, loc: Location, variables: Map<string, number>, name: string, ctx: ExprContext): void {
  const { unit } = c;
  let opcode = DEREF[ctx];
  if (ctx === "Load" && unit.scope.type === CLASS_BLOCK && unit.inlinedComprehensions === 0) {
    c.emit(op.LOAD_LOCALS, loc);
    opcode = op.LOAD_FROM_DICT_OR_DEREF;
  } else if (ctx === "Load" && unit.scope.canSeeClassScope) {
    loadClassDict(c, loc);
    opcode = op.LOAD_FROM_DICT_OR_DEREF;
  }
  c.emitArg(opcode, indexIn(variables, name), loc);
}

function emitGlobal(c: Codegen, loc: Location, name: string, ctx: ExprContext, throughClass: boolean): void {
  if (ctx === "Load" && throughClass) {
    loadClassDict(c, loc);
    c.emitArg(op.LOAD_FROM_DICT_OR_GLOBALS, indexIn(c.unit.names, name), loc);
    return;
  }
  const index = indexIn(c.unit.names, name);
  c.emitArg(GLOBAL[ctx], ctx === "Load" ? index << 1 : index, loc);
}

function loadClassDict(c: Codegen, loc: Location): void {
  c.emitArg(op.LOAD_DEREF, indexIn(c.unit.freevars, "__classdict__"), loc);
}
