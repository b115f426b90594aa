/** `with` and `async with` (CPython: `compiler_with`, `compiler_async_with` in Python/compile.c). */
import * as op from "../../bytecode/generated/op.ts";
import type { AsyncWithNode, WithNode } from "../../syntax/generated/ast.ts";
import { type Label, NO_LOCATION } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import { awaitTop, callExitWithNones, popBlock, popExceptAndReraise, pushBlock, startBlock } from "./blocks.ts";
import type { Codegen } from "./codegen.ts";

export function emitWith(c: Codegen, s: WithNode | AsyncWithNode): void {
  emitItem(c, s, 0);
}

function emitItem(c: Codegen, s: WithNode | AsyncWithNode, index: number): void {
  const isAsync = s.kind === "AsyncWith";
  if (isAsync) checkAsyncWith(c, s);
  const item = s.items[index]!;
  const loc = item.context_expr;
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.expression(loc);
  c.emit(isAsync ? op.BEFORE_ASYNC_WITH : op.BEFORE_WITH, loc);
  if (isAsync) awaitTop(c, loc, 1);
  c.emitJump(op.SETUP_WITH, final, loc);
  startBlock(c);
  pushBlock(c, loc, { kind: isAsync ? "asyncWith" : "with", location: loc });
  if (item.optional_vars !== null) c.expression(item.optional_vars);
  else c.emit(op.POP_TOP, loc);
  if (index + 1 === s.items.length) c.statements(s.body);
  else emitItem(c, s, index + 1);
  popBlock(c, isAsync ? "asyncWith" : "with");
  c.emit(op.POP_BLOCK, isAsync ? loc : NO_LOCATION);
  callExitWithNones(c, loc);
  if (isAsync) awaitTop(c, loc, 2);
  c.emit(op.POP_TOP, loc);
  c.emitJump(op.JUMP, exit, loc);
  c.useLabel(final);
  c.emitJump(op.SETUP_CLEANUP, cleanup, loc);
  c.emit(op.PUSH_EXC_INFO, loc);
  c.emit(op.WITH_EXCEPT_START, loc);
  if (isAsync) awaitTop(c, loc, 2);
  emitSuppression(c, cleanup);
  c.useLabel(exit);
}

function checkAsyncWith(c: Codegen, s: AsyncWithNode): void {
  if (c.isTopLevelAwait) c.unit.scope.coroutine = true;
  else if (c.unit.type !== "asyncFunction") throw syntaxProblem("'async with' outside async function", s);
}

/** What `__exit__` returned lies on top: if true, the exception is dropped. */
function emitSuppression(c: Codegen, cleanup: Label): void {
  const suppress = c.newLabel();
  c.emitJump(op.POP_JUMP_IF_TRUE, suppress, NO_LOCATION);
  c.emitArg(op.RERAISE, 2, NO_LOCATION);
  c.useLabel(suppress);
  c.emit(op.POP_TOP, NO_LOCATION);
  c.emit(op.POP_BLOCK, NO_LOCATION);
  c.emit(op.POP_EXCEPT, NO_LOCATION);
  c.emit(op.POP_TOP, NO_LOCATION);
  c.emit(op.POP_TOP, NO_LOCATION);
  const exit = c.newLabel();
  c.emitJump(op.JUMP, exit, NO_LOCATION);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}
