/** `with` and `async with` (CPython: `compiler_with`, `compiler_async_with` in Python/compile.c). */
import * as op from "../../bytecode/generated/op.ts";
import type { AsyncWithNode, WithNode } from "../../syntax/generated/ast.ts";
import { type Label, NO_LOCATION } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import { awaitTop, callExitWithNones, popBlock, popExceptAndReraise, pushBlock } from "./blocks.ts";
import type { Codegen } from "./codegen.ts";

export function emitWith(c: Codegen, s: WithNode | AsyncWithNode): void {
  emitItem(c, s, 0);
}

function emitItem(c: Codegen, s: WithNode | AsyncWithNode, index: number): void {
  const isAsync = s.kind === "AsyncWith";
  if (isAsync) checkAsyncWith(c, s);
  const item = s.items[index]!;
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.expression(item.context_expr);
  c.emit(isAsync ? op.BEFORE_ASYNC_WITH : op.BEFORE_WITH, s);
  if (isAsync) awaitTop(c, s, 1);
  c.emitJump(op.SETUP_WITH, final, s);
  pushBlock(c, s, { kind: isAsync ? "asyncWith" : "with", statement: s });
  if (item.optional_vars !== null) c.expression(item.optional_vars);
  else c.emit(op.POP_TOP, s);
  if (index + 1 === s.items.length) c.statements(s.body);
  else emitItem(c, s, index + 1);
  popBlock(c, isAsync ? "asyncWith" : "with");
  c.emit(op.POP_BLOCK, isAsync ? s : NO_LOCATION);
  callExitWithNones(c, s);
  if (isAsync) awaitTop(c, s, 2);
  c.emit(op.POP_TOP, s);
  c.emitJump(op.JUMP, exit, s);
  c.useLabel(final);
  c.emitJump(op.SETUP_CLEANUP, cleanup, s);
  c.emit(op.PUSH_EXC_INFO, s);
  c.emit(op.WITH_EXCEPT_START, s);
  if (isAsync) awaitTop(c, s, 2);
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
