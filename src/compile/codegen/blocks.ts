/**
 * Frame blocks: the loops, handlers, `finally` and `with` bodies around the instruction being generated, and how
 * `return`, `break` and `continue` leave them (CPython: `compiler_unwind_fblock` in Python/compile.c).
 *
 * Trap: leaving a `finally` compiles its body once more, at that place, and leaving a `with` or a `finally`
 * makes all that follows artificial: it has no line any more.
 */
import * as op from "../../bytecode/generated/op.ts";
import type { Stmt } from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import { type Label, type Location, NO_LOCATION } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import type { Codegen } from "./codegen.ts";
import { emitName } from "./names.ts";

/** CO_MAXBLOCKS. */
const MAX_BLOCKS = 21;

export type FrameBlock =
  | { readonly kind: "loop"; readonly start: Label; readonly exit: Label; readonly popsIterator: boolean }
  | {
      readonly kind:
        | "tryExcept"
        | "handler"
        | "groupHandler"
        | "asyncComprehension"
        | "stopIteration"
        | "finallyEnd"
        | "popValue";
    }
  | { readonly kind: "finallyTry"; readonly body: readonly Stmt[] }
  | { readonly kind: "with" | "asyncWith"; readonly location: Location }
  | { readonly kind: "handlerCleanup"; readonly name: string | null };

export function pushBlock(c: Codegen, loc: Location, block: FrameBlock): void {
  const blocks = c.unit.blocks;
  if (blocks.length >= MAX_BLOCKS) throw syntaxProblem("too many statically nested blocks", loc);
  blocks.push(block);
}

export function popBlock(c: Codegen, kind: FrameBlock["kind"]): void {
  if (c.unit.blocks.pop()?.kind !== kind) bug(`frame block ${kind} expected`);
}

/** Emits the way out of one block; returns the location for what follows. `keepTop`: a value above it is kept. */
export function unwindBlock(c: Codegen, loc: Location, block: FrameBlock, keepTop: boolean): Location {
  switch (block.kind) {
    case "handler":
    case "groupHandler":
    case "asyncComprehension":
    case "stopIteration":
      return loc;
    case "loop":
      if (block.popsIterator) popBelow(c, loc, keepTop);
      return loc;
    case "popValue":
      popBelow(c, loc, keepTop);
      return loc;
    case "tryExcept":
      c.emit(op.POP_BLOCK, loc);
      return loc;
    case "finallyTry":
      c.emit(op.POP_BLOCK, loc);
      if (keepTop) pushBlock(c, loc, { kind: "popValue" });
      c.statements(block.body);
      if (keepTop) popBlock(c, "popValue");
      return NO_LOCATION;
    case "finallyEnd":
      popBelow(c, loc, keepTop);
      if (keepTop) c.emitArg(op.SWAP, 2, loc);
      c.emit(op.POP_BLOCK, loc);
      c.emit(op.POP_EXCEPT, loc);
      return loc;
    case "with":
    case "asyncWith":
      unwindWith(c, block.location, block.kind === "asyncWith", keepTop);
      return NO_LOCATION;
    case "handlerCleanup":
      unwindHandler(c, loc, block.name, keepTop);
      return loc;
  }
}

function popBelow(c: Codegen, loc: Location, keepTop: boolean): void {
  if (keepTop) c.emitArg(op.SWAP, 2, loc);
  c.emit(op.POP_TOP, loc);
}

function unwindWith(c: Codegen, loc: Location, isAsync: boolean, keepTop: boolean): void {
  c.emit(op.POP_BLOCK, loc);
  if (keepTop) c.emitArg(op.SWAP, 2, loc);
  callExitWithNones(c, loc);
  if (isAsync) awaitTop(c, loc, 2);
  c.emit(op.POP_TOP, loc);
}

function unwindHandler(c: Codegen, loc: Location, name: string | null, keepTop: boolean): void {
  if (name !== null) c.emit(op.POP_BLOCK, loc);
  if (keepTop) c.emitArg(op.SWAP, 2, loc);
  c.emit(op.POP_BLOCK, loc);
  c.emit(op.POP_EXCEPT, loc);
  if (name !== null) clearName(c, loc, name);
}

/** `name = None; del name`, at the end of `except ... as name`. */
export function clearName(c: Codegen, loc: Location, name: string): void {
  c.loadConst(null, loc);
  emitName(c, loc, name, "Store");
  emitName(c, loc, name, "Del");
}

export type LoopBlock = Extract<FrameBlock, { kind: "loop" }>;

/**
 * Emits the way out of all blocks, or with `toLoop` out of those inside the nearest loop, which is then given
 * back. The blocks stay open for the code that follows.
 */
export function unwindBlocks(
  c: Codegen,
  loc: Location,
  keepTop: boolean,
  toLoop: boolean,
): { loc: Location; loop: LoopBlock | null } {
  const blocks = c.unit.blocks;
  const top = blocks[blocks.length - 1];
  if (top === undefined) return { loc, loop: null };
  if (top.kind === "groupHandler") {
    throw syntaxProblem("'break', 'continue' and 'return' cannot appear in an except* block", loc);
  }
  if (toLoop && top.kind === "loop") return { loc, loop: top };
  blocks.pop();
  const result = unwindBlocks(c, unwindBlock(c, loc, top, keepTop), keepTop, toLoop);
  blocks.push(top);
  return result;
}

export function callExitWithNones(c: Codegen, loc: Location): void {
  for (let count = 0; count < 3; count++) c.loadConst(null, loc);
  c.emitArg(op.CALL, 2, loc);
}

/** Awaits the value on top; `context` tells GET_AWAITABLE which message to use (1 `__aenter__`, 2 `__aexit__`). */
export function awaitTop(c: Codegen, loc: Location, context: number): void {
  c.emitArg(op.GET_AWAITABLE, context, loc);
  c.loadConst(null, loc);
  delegate(c, loc, true);
}

/** A label that nothing jumps to: it starts a basic block all the same, which the optimiser can see. */
export function startBlock(c: Codegen): void {
  c.useLabel(c.newLabel());
}

/** The loop of `yield from` and `await` over the iterator below the value to send. */
export function delegate(c: Codegen, loc: Location, isAwait: boolean): void {
  const send = c.newLabel();
  const fail = c.newLabel();
  const exit = c.newLabel();
  c.useLabel(send);
  c.emitJump(op.SEND, exit, loc);
  // Catches the StopIteration by which close() or throw() may end the inner iterator.
  c.emitJump(op.SETUP_FINALLY, fail, loc);
  c.emitArg(op.YIELD_VALUE, 0, loc);
  c.emit(op.POP_BLOCK, NO_LOCATION);
  c.emitArg(op.RESUME, isAwait ? 3 : 2, loc);
  c.emitJump(op.JUMP_NO_INTERRUPT, send, loc);
  c.useLabel(fail);
  c.emit(op.CLEANUP_THROW, loc);
  c.useLabel(exit);
  c.emit(op.END_SEND, loc);
}

export function popExceptAndReraise(c: Codegen, loc: Location): void {
  c.emitArg(op.COPY, 3, loc);
  c.emit(op.POP_EXCEPT, loc);
  c.emitArg(op.RERAISE, 1, loc);
}
