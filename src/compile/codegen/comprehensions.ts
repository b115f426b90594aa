/**
 * Comprehensions and generator expressions (CPython: `compiler_comprehension` in Python/compile.c).
 *
 * List, set and dict comprehensions run inside the code object around them (PEP 709): their variables are fast
 * locals there, pushed to the stack before and restored after, also when an exception passes.
 *
 * Trap: while one is compiled, the symbols of the enclosing scope are overridden with those of the comprehension.
 */
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type {
  Comprehension,
  DictCompNode,
  Expr,
  GeneratorExpNode,
  ListCompNode,
  SetCompNode,
} from "../../syntax/generated/ast.ts";
import { type Label, type Location, NO_LOCATION } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import { CELL, CLASS_BLOCK, DEF_LOCAL, DEF_NONLOCAL, FREE, type Scope, scopeOfFlags } from "../symbols/scopes.ts";
import { awaitTop, delegate, popBlock, pushBlock } from "./blocks.ts";
import { makeFunction, wrapInStopIterationHandler } from "./closures.ts";
import { type Codegen, indexIn } from "./codegen.ts";
import { jumpIf } from "./conditions.ts";

export type ComprehensionNode = ListCompNode | SetCompNode | DictCompNode | GeneratorExpNode;

const KINDS = {
  ListComp: { name: "<listcomp>", build: op.BUILD_LIST },
  SetComp: { name: "<setcomp>", build: op.BUILD_SET },
  DictComp: { name: "<dictcomp>", build: op.BUILD_MAP },
  GeneratorExp: { name: "<genexpr>", build: null },
} as const;

/** What an inlined comprehension must put back. */
interface Isolation {
  readonly pushed: string[];
  readonly hidden: string[];
  readonly outerSymbols: Map<string, number>;
  readonly cleanup: Label;
  readonly end: Label;
}

export function emitComprehension(c: Codegen, e: ComprehensionNode): void {
  const scope = c.table.lookup(e);
  const { name, build } = KINDS[e.kind];
  const outermost = e.generators[0]!;
  const outerType = c.unit.type;
  const topLevelAwait = c.isTopLevelAwait;
  const isAsync = scope.coroutine;
  const inlined = scope.comprehensionInlined;
  let isolation: Isolation | null = null;
  if (inlined) {
    emitIterator(c, outermost);
    isolation = isolate(c, e, scope);
  } else {
    c.enterUnit(name, "comprehension", e, e.lineno);
  }
  const mayAwait = outerType === "asyncFunction" || outerType === "comprehension" || topLevelAwait;
  if (isAsync && build !== null && !mayAwait) {
    throw syntaxProblem("asynchronous comprehension outside of an asynchronous function", e);
  }
  if (build !== null) {
    c.emitArg(build, 0, e);
    if (inlined) c.emitArg(op.SWAP, 2, e);
  }
  emitGenerator(c, e, 0, 0, inlined);
  if (isolation !== null) {
    restore(c, e, isolation);
    return;
  }
  if (build !== null) c.emit(op.RETURN_VALUE, e);
  else wrapInStopIterationHandler(c);
  const code = c.leaveUnit(true);
  if (topLevelAwait && isAsync) c.unit.scope.coroutine = true;
  makeFunction(c, e, code, 0);
  emitIterator(c, outermost);
  c.emitArg(op.CALL, 0, e);
  if (isAsync && build !== null) awaitTop(c, e, 0);
}

function emitIterator(c: Codegen, generator: Comprehension): void {
  c.expression(generator.iter);
  c.emit(generator.is_async ? op.GET_AITER : op.GET_ITER, generator.iter);
}

function emitGenerator(c: Codegen, e: ComprehensionNode, index: number, depth: number, iteratorOnStack: boolean): void {
  if (e.generators[index]!.is_async) emitAsyncGenerator(c, e, index, depth, iteratorOnStack);
  else emitSyncGenerator(c, e, index, depth, iteratorOnStack);
}

function emitSyncGenerator(
  c: Codegen,
  e: ComprehensionNode,
  index: number,
  depth: number,
  iteratorOnStack: boolean,
): void {
  const generator = e.generators[index]!;
  const start = c.newLabel();
  const skip = c.newLabel();
  const anchor = c.newLabel();
  let loops = true;
  if (!iteratorOnStack) {
    const only = index === 0 ? null : singleElement(generator.iter);
    if (index === 0) receiveIterator(c, e);
    else if (only !== null) {
      // `for y in [f(x)]` is an assignment.
      c.expression(only);
      loops = false;
    } else emitIterator(c, generator);
  }
  const inner = loops ? depth + 1 : depth;
  if (loops) {
    c.useLabel(start);
    c.emitJump(op.FOR_ITER, anchor, generator.iter);
  }
  c.expression(generator.target);
  for (const condition of generator.ifs) jumpIf(c, condition, skip, false);
  const loc = emitRest(c, e, index, inner);
  c.useLabel(skip);
  if (loops) {
    c.emitJump(op.JUMP, start, loc);
    c.useLabel(anchor);
    c.emit(op.END_FOR, NO_LOCATION);
  }
}

function singleElement(iterable: Expr): Expr | null {
  if (iterable.kind !== "List" && iterable.kind !== "Tuple") return null;
  const [element] = iterable.elts;
  return iterable.elts.length === 1 && element !== undefined && element.kind !== "Starred" ? element : null;
}

function receiveIterator(c: Codegen, loc: Location): void {
  c.unit.argcount = 1;
  c.emitArg(op.LOAD_FAST, 0, loc);
}

function emitAsyncGenerator(
  c: Codegen,
  e: ComprehensionNode,
  index: number,
  depth: number,
  iteratorOnStack: boolean,
): void {
  const generator = e.generators[index]!;
  const start = c.newLabel();
  const except = c.newLabel();
  const skip = c.newLabel();
  if (!iteratorOnStack) {
    if (index === 0) receiveIterator(c, e);
    else emitIterator(c, generator);
  }
  c.useLabel(start);
  pushBlock(c, e, { kind: "asyncComprehension" });
  c.emitJump(op.SETUP_FINALLY, except, e);
  c.emit(op.GET_ANEXT, e);
  c.loadConst(null, e);
  delegate(c, e, true);
  c.emit(op.POP_BLOCK, e);
  c.expression(generator.target);
  for (const condition of generator.ifs) jumpIf(c, condition, skip, false);
  const loc = emitRest(c, e, index, depth + 1);
  c.useLabel(skip);
  c.emitJump(op.JUMP, start, loc);
  popBlock(c, "asyncComprehension");
  c.useLabel(except);
  c.emit(op.END_ASYNC_FOR, e);
}

/** The inner `for`s, or in the last of them the element; returns the location of the jump back. */
function emitRest(c: Codegen, e: ComprehensionNode, index: number, depth: number): Location {
  if (index + 1 < e.generators.length) {
    emitGenerator(c, e, index + 1, depth, false);
    return e.kind === "DictComp" ? e.key : e.elt;
  }
  if (e.kind === "DictComp") {
    c.expression(e.key);
    c.expression(e.value);
    const { lineno, col_offset } = e.key;
    const { end_lineno, end_col_offset } = e.value;
    const loc = { lineno, end_lineno, col_offset, end_col_offset };
    c.emitArg(op.MAP_ADD, depth + 1, loc);
    return loc;
  }
  c.expression(e.elt);
  if (e.kind === "GeneratorExp") {
    emitYield(c, e.elt);
    c.emit(op.POP_TOP, e.elt);
  } else {
    c.emitArg(e.kind === "ListComp" ? op.LIST_APPEND : op.SET_ADD, depth + 1, e.elt);
  }
  return e.elt;
}

/** Yields the top of the stack. */
export function emitYield(c: Codegen, loc: Location): void {
  const { generator, coroutine } = c.unit.scope;
  if (generator && coroutine) c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_ASYNC_GEN_WRAP, loc);
  c.emitArg(op.YIELD_VALUE, 0, loc);
  c.emitArg(op.RESUME, 1, loc);
}

/** Hides the comprehension's variables from the code around it; the iterator lies on top of the stack. */
function isolate(c: Codegen, loc: Location, comprehension: Scope): Isolation {
  const { unit } = c;
  const inClass = unit.scope.type === CLASS_BLOCK && unit.inlinedComprehensions === 0;
  unit.inlinedComprehensions++;
  const isolation: Isolation = {
    pushed: [],
    hidden: [],
    outerSymbols: new Map(),
    cleanup: c.newLabel(),
    end: c.newLabel(),
  };
  for (const [name, flags] of comprehension.symbols) {
    const inside = scopeOfFlags(flags);
    const outerFlags = unit.scope.flagsOf(name);
    const outside = scopeOfFlags(outerFlags);
    // A variable free outside and a cell inside stays free: both are read through a cell.
    const differs = inside !== outside && inside !== FREE && !(inside === CELL && outside === FREE);
    if (differs || inClass) {
      unit.scope.symbols.set(name, flags);
      isolation.outerSymbols.set(name, outerFlags);
    }
    const isLocal = (flags & DEF_LOCAL) !== 0 && (flags & DEF_NONLOCAL) === 0;
    if (isLocal || inClass) isolateName(c, loc, name, inside === CELL, outside === FREE, isolation);
  }
  if (isolation.pushed.length > 0) {
    c.emitArg(op.SWAP, isolation.pushed.length + 1, loc);
    c.emitJump(op.SETUP_FINALLY, isolation.cleanup, loc);
  }
  return isolation;
}

function isolateName(
  c: Codegen,
  loc: Location,
  name: string,
  isCell: boolean,
  isFreeOutside: boolean,
  isolation: Isolation,
): void {
  const { unit } = c;
  if (!unit.scope.isFunctionLike && unit.fastHidden.get(name) !== true) {
    unit.fastHidden.set(name, true);
    isolation.hidden.push(name);
  }
  c.emitArg(op.LOAD_FAST_AND_CLEAR, indexIn(unit.varnames, name), loc);
  if (isCell) c.emitArg(op.MAKE_CELL, indexIn(isFreeOutside ? unit.freevars : unit.cellvars, name), loc);
  isolation.pushed.push(name);
}

function restore(c: Codegen, loc: Location, isolation: Isolation): void {
  const { unit } = c;
  unit.inlinedComprehensions--;
  for (const [name, flags] of isolation.outerSymbols) unit.scope.symbols.set(name, flags);
  if (isolation.pushed.length > 0) {
    c.emit(op.POP_BLOCK, NO_LOCATION);
    c.emitJump(op.JUMP, isolation.end, NO_LOCATION);
    c.useLabel(isolation.cleanup);
    c.emitArg(op.SWAP, 2, NO_LOCATION);
    c.emit(op.POP_TOP, NO_LOCATION);
    restoreLocals(c, loc, isolation.pushed);
    c.emitArg(op.RERAISE, 0, NO_LOCATION);
    c.useLabel(isolation.end);
    restoreLocals(c, loc, isolation.pushed);
  }
  // The entry stays: it marks the variable as hidden in the code object.
  for (const name of isolation.hidden) unit.fastHidden.set(name, false);
}

function restoreLocals(c: Codegen, loc: Location, names: readonly string[]): void {
  c.emitArg(op.SWAP, names.length + 1, loc);
  for (let index = names.length - 1; index >= 0; index--) {
    c.emitArg(op.STORE_FAST_MAYBE_NULL, indexIn(c.unit.varnames, names[index]!), loc);
  }
}
