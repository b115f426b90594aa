/** `if`, `for`, `while`, `async for`, `break`, `continue` and `return` (CPython: Python/compile.c). */
import * as op from "../../bytecode/generated/op.ts";
import type { AsyncForNode, ForNode, IfNode, ReturnNode, WhileNode } from "../../syntax/generated/ast.ts";
import { type Label, type Location, NO_LOCATION } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import { delegate, popBlock, pushBlock, startBlock, unwindBlock, unwindBlocks } from "./blocks.ts";
import type { Codegen } from "./codegen.ts";
import { jumpIf } from "./conditions.ts";

/** A chain of `elif` nests as deep as it is long, so its ends are kept in a list. */
export function emitIf(c: Codegen, top: IfNode): void {
  const ends: Label[] = [];
  let s = top;
  for (;;) {
    const end = c.newLabel();
    ends.push(end);
    const next = s.orelse.length > 0 ? c.newLabel() : end;
    jumpIf(c, s.test, next, false);
    c.statements(s.body);
    if (s.orelse.length === 0) break;
    c.emitJump(op.JUMP, end, NO_LOCATION);
    c.useLabel(next);
    const only = s.orelse[0]!;
    if (s.orelse.length > 1 || only.kind !== "If") {
      c.statements(s.orelse);
      break;
    }
    s = only;
  }
  for (let index = ends.length - 1; index >= 0; index--) c.useLabel(ends[index]!);
}

export function emitFor(c: Codegen, s: ForNode): void {
  const start = c.newLabel();
  const cleanup = c.newLabel();
  const end = c.newLabel();
  pushBlock(c, s, { kind: "loop", start, exit: end, popsIterator: true });
  c.expression(s.iter);
  c.emit(op.GET_ITER, s.iter);
  c.useLabel(start);
  c.emitJump(op.FOR_ITER, cleanup, s.iter);
  startBlock(c);
  c.expression(s.target);
  c.statements(s.body);
  c.emitJump(op.JUMP, start, NO_LOCATION);
  c.useLabel(cleanup);
  c.emit(op.END_FOR, NO_LOCATION);
  popBlock(c, "loop");
  c.statements(s.orelse);
  c.useLabel(end);
}

export function emitAsyncFor(c: Codegen, s: AsyncForNode): void {
  if (c.isTopLevelAwait) c.unit.scope.coroutine = true;
  else if (c.unit.type !== "asyncFunction") throw syntaxProblem("'async for' outside async function", s);
  const start = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  c.expression(s.iter);
  c.emit(op.GET_AITER, s.iter);
  c.useLabel(start);
  pushBlock(c, s, { kind: "loop", start, exit: end, popsIterator: true });
  c.emitJump(op.SETUP_FINALLY, except, s);
  c.emit(op.GET_ANEXT, s);
  c.loadConst(null, s);
  delegate(c, s, true);
  c.emit(op.POP_BLOCK, s);
  c.expression(s.target);
  c.statements(s.body);
  c.emitJump(op.JUMP, start, NO_LOCATION);
  popBlock(c, "loop");
  c.useLabel(except);
  c.emit(op.END_ASYNC_FOR, s.iter);
  c.statements(s.orelse);
  c.useLabel(end);
}

export function emitWhile(c: Codegen, s: WhileNode): void {
  const loop = c.newLabel();
  const body = c.newLabel();
  const end = c.newLabel();
  const anchor = c.newLabel();
  c.useLabel(loop);
  pushBlock(c, s, { kind: "loop", start: loop, exit: end, popsIterator: false });
  jumpIf(c, s.test, anchor, false);
  c.useLabel(body);
  c.statements(s.body);
  // The test stands once more at the end, so that a turn takes one jump.
  jumpIf(c, s.test, body, true);
  popBlock(c, "loop");
  c.useLabel(anchor);
  c.statements(s.orelse);
  c.useLabel(end);
}

export function emitReturn(c: Codegen, s: ReturnNode): void {
  const { scope } = c.unit;
  const { value } = s;
  if (!scope.isFunctionLike) throw syntaxProblem("'return' outside function", s);
  if (value !== null && scope.coroutine && scope.generator) {
    throw syntaxProblem("'return' with value in async generator", s);
  }
  const keepTop = value !== null && value.kind !== "Constant";
  let loc: Location = s;
  if (keepTop) c.expression(value);
  else if (value !== null) {
    loc = value;
    c.emit(op.NOP, loc);
  }
  if (value === null || value.lineno !== s.lineno) {
    loc = s;
    c.emit(op.NOP, loc);
  }
  loc = unwindBlocks(c, loc, keepTop, false).loc;
  if (value === null) c.loadConst(null, loc);
  else if (value.kind === "Constant") c.loadConst(value.value, loc);
  c.emit(op.RETURN_VALUE, loc);
}

export function emitBreak(c: Codegen, s: Location): void {
  c.emit(op.NOP, s);
  const { loc, loop } = unwindBlocks(c, s, false, true);
  if (loop === null) throw syntaxProblem("'break' outside loop", s);
  c.emitJump(op.JUMP, loop.exit, unwindBlock(c, loc, loop, false));
}

export function emitContinue(c: Codegen, s: Location): void {
  c.emit(op.NOP, s);
  const { loc, loop } = unwindBlocks(c, s, false, true);
  if (loop === null) throw syntaxProblem("'continue' not properly in loop", s);
  c.emitJump(op.JUMP, loop.start, loc);
}
