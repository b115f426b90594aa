/**
 * `try`, with `except`, `except*` and `finally` (CPython: `compiler_try_except` and its neighbours in compile.c).
 *
 * Trap: most of the code around handlers is artificial and has no location; it then inherits the line of
 * whatever comes before it in the flow.
 */
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type { ExceptHandler, TryNode, TryStarNode } from "../../syntax/generated/ast.ts";
import { type Label, NO_LOCATION } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import { clearName, popBlock, popExceptAndReraise, pushBlock, startBlock } from "./blocks.ts";
import type { Codegen } from "./codegen.ts";
import { emitName } from "./names.ts";

export function emitTry(c: Codegen, s: TryNode | TryStarNode): void {
  if (s.finalbody.length > 0) emitTryFinally(c, s);
  else emitHandlers(c, s);
}

function emitHandlers(c: Codegen, s: TryNode | TryStarNode): void {
  if (s.kind === "Try") emitTryExcept(c, s);
  else emitTryStar(c, s);
}

function emitTryFinally(c: Codegen, s: TryNode | TryStarNode): void {
  const end = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.emitJump(op.SETUP_FINALLY, end, s);
  startBlock(c);
  pushBlock(c, s, { kind: "finallyTry", body: s.finalbody });
  if (s.handlers.length > 0) emitHandlers(c, s);
  else c.statements(s.body);
  c.emit(op.POP_BLOCK, NO_LOCATION);
  popBlock(c, "finallyTry");
  c.statements(s.finalbody);
  c.emitJump(op.JUMP, exit, NO_LOCATION);
  c.useLabel(end);
  c.emitJump(op.SETUP_CLEANUP, cleanup, NO_LOCATION);
  c.emit(op.PUSH_EXC_INFO, NO_LOCATION);
  pushBlock(c, NO_LOCATION, { kind: "finallyEnd" });
  c.statements(s.finalbody);
  popBlock(c, "finallyEnd");
  c.emitArg(op.RERAISE, 0, NO_LOCATION);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(exit);
}

/** The body under its handler; afterwards the handler's code begins, up to the push of the exception. */
function emitGuardedBody(c: Codegen, s: TryNode | TryStarNode, after: Label, cleanup: Label): void {
  const except = c.newLabel();
  c.emitJump(op.SETUP_FINALLY, except, s);
  startBlock(c);
  pushBlock(c, s, { kind: "tryExcept" });
  c.statements(s.body);
  popBlock(c, "tryExcept");
  c.emit(op.POP_BLOCK, NO_LOCATION);
  if (s.kind === "Try") c.statements(s.orelse);
  c.emitJump(op.JUMP, after, NO_LOCATION);
  c.useLabel(except);
  c.emitJump(op.SETUP_CLEANUP, cleanup, NO_LOCATION);
  c.emit(op.PUSH_EXC_INFO, NO_LOCATION);
}

function emitTryExcept(c: Codegen, s: TryNode): void {
  const end = c.newLabel();
  const cleanup = c.newLabel();
  emitGuardedBody(c, s, end, cleanup);
  pushBlock(c, s, { kind: "handler" });
  for (const [index, handler] of s.handlers.entries()) {
    if (handler.type === null && index < s.handlers.length - 1) {
      throw syntaxProblem("default 'except:' must be last", handler);
    }
    const next = c.newLabel();
    if (handler.type !== null) {
      c.expression(handler.type);
      c.emit(op.CHECK_EXC_MATCH, handler);
      c.emitJump(op.POP_JUMP_IF_FALSE, next, handler);
    }
    if (handler.name !== null) emitNamedHandler(c, handler, handler.name, end);
    else emitPlainHandler(c, handler, end);
    c.useLabel(next);
  }
  popBlock(c, "handler");
  c.emitArg(op.RERAISE, 0, NO_LOCATION);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(end);
}

function emitPlainHandler(c: Codegen, handler: ExceptHandler, end: Label): void {
  c.emit(op.POP_TOP, handler);
  startBlock(c);
  pushBlock(c, handler, { kind: "handlerCleanup", name: null });
  c.statements(handler.body);
  popBlock(c, "handlerCleanup");
  c.emit(op.POP_BLOCK, NO_LOCATION);
  c.emit(op.POP_EXCEPT, NO_LOCATION);
  c.emitJump(op.JUMP, end, NO_LOCATION);
}

/** The name is unbound at the end of the handler, however that is left. */
function emitNamedHandler(c: Codegen, handler: ExceptHandler, name: string, end: Label): void {
  const cleanup = c.newLabel();
  emitName(c, handler, name, "Store");
  c.emitJump(op.SETUP_CLEANUP, cleanup, handler);
  startBlock(c);
  pushBlock(c, handler, { kind: "handlerCleanup", name });
  c.statements(handler.body);
  popBlock(c, "handlerCleanup");
  c.emit(op.POP_BLOCK, NO_LOCATION);
  c.emit(op.POP_BLOCK, NO_LOCATION);
  c.emit(op.POP_EXCEPT, NO_LOCATION);
  clearName(c, NO_LOCATION, name);
  c.emitJump(op.JUMP, end, NO_LOCATION);
  c.useLabel(cleanup);
  clearName(c, NO_LOCATION, name);
  c.emitArg(op.RERAISE, 1, NO_LOCATION);
}

/**
 * On the stack during the handlers: the exception group, the list of exceptions raised in handlers, and the part
 * of the group that no handler has taken yet.
 */
function emitTryStar(c: Codegen, s: TryStarNode): void {
  const orelse = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  const reraiseStar = c.newLabel();
  emitGuardedBody(c, s, orelse, cleanup);
  pushBlock(c, s, { kind: "groupHandler" });
  for (const [index, handler] of s.handlers.entries()) {
    if (index === 0) {
      c.emitArg(op.BUILD_LIST, 0, handler);
      c.emitArg(op.COPY, 2, handler);
    }
    emitStarHandler(c, handler);
    if (index === s.handlers.length - 1) {
      c.emitArg(op.LIST_APPEND, 1, NO_LOCATION);
      c.emitJump(op.JUMP, reraiseStar, NO_LOCATION);
    }
  }
  popBlock(c, "groupHandler");
  const reraise = c.newLabel();
  c.useLabel(reraiseStar);
  c.emitArg(op.CALL_INTRINSIC_2, INTRINSIC.INTRINSIC_PREP_RERAISE_STAR, NO_LOCATION);
  c.emitArg(op.COPY, 1, NO_LOCATION);
  c.emitJump(op.POP_JUMP_IF_NOT_NONE, reraise, NO_LOCATION);
  c.emit(op.POP_TOP, NO_LOCATION);
  c.emit(op.POP_BLOCK, NO_LOCATION);
  c.emit(op.POP_EXCEPT, NO_LOCATION);
  c.emitJump(op.JUMP, end, NO_LOCATION);
  c.useLabel(reraise);
  c.emit(op.POP_BLOCK, NO_LOCATION);
  c.emitArg(op.SWAP, 2, NO_LOCATION);
  c.emit(op.POP_EXCEPT, NO_LOCATION);
  c.emitArg(op.RERAISE, 0, NO_LOCATION);
  c.useLabel(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.useLabel(orelse);
  c.statements(s.orelse);
  c.useLabel(end);
}

function emitStarHandler(c: Codegen, handler: ExceptHandler): void {
  const next = c.newLabel();
  const withError = c.newLabel();
  const noMatch = c.newLabel();
  const cleanup = c.newLabel();
  const { name } = handler;
  if (handler.type !== null) {
    c.expression(handler.type);
    c.emit(op.CHECK_EG_MATCH, handler);
    c.emitArg(op.COPY, 1, handler);
    c.emitJump(op.POP_JUMP_IF_NONE, noMatch, handler);
  }
  if (name !== null) emitName(c, handler, name, "Store");
  else c.emit(op.POP_TOP, handler);
  c.emitJump(op.SETUP_CLEANUP, cleanup, handler);
  startBlock(c);
  pushBlock(c, handler, { kind: "handlerCleanup", name });
  c.statements(handler.body);
  popBlock(c, "handlerCleanup");
  c.emit(op.POP_BLOCK, NO_LOCATION);
  if (name !== null) clearName(c, NO_LOCATION, name);
  c.emitJump(op.JUMP, next, NO_LOCATION);
  c.useLabel(cleanup);
  if (name !== null) clearName(c, NO_LOCATION, name);
  c.emitArg(op.LIST_APPEND, 3, NO_LOCATION);
  c.emit(op.POP_TOP, NO_LOCATION);
  c.emitJump(op.JUMP, withError, NO_LOCATION);
  c.useLabel(next);
  // Carries a line for the jump.
  c.emit(op.NOP, NO_LOCATION);
  c.emitJump(op.JUMP, withError, NO_LOCATION);
  c.useLabel(noMatch);
  c.emit(op.POP_TOP, handler);
  c.useLabel(withError);
}
