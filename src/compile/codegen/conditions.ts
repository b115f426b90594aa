/**
 * Comparisons, `and`/`or`, conditional expressions, and jumps on conditions (CPython: `compiler_jump_if`,
 * `compiler_compare` in Python/compile.c).
 *
 * Trap: every part of a condition jumps with its own location, not with that of the statement.
 */
import * as op from "../../bytecode/generated/op.ts";
import { compareArgument } from "../../bytecode/operators.ts";
import type { BoolOpNode, CompareNode, CompareOperator, Expr, IfExpNode } from "../../syntax/generated/ast.ts";
import { type Label, type Location, NO_LOCATION } from "../instructions.ts";
import type { Codegen } from "./codegen.ts";
import { warnIdentityWithLiteral } from "./warnings.ts";

const COMPARISONS: Readonly<Record<CompareOperator, readonly [opcode: number, arg: number]>> = {
  Lt: [op.COMPARE_OP, compareArgument(0)],
  LtE: [op.COMPARE_OP, compareArgument(1)],
  Eq: [op.COMPARE_OP, compareArgument(2)],
  NotEq: [op.COMPARE_OP, compareArgument(3)],
  Gt: [op.COMPARE_OP, compareArgument(4)],
  GtE: [op.COMPARE_OP, compareArgument(5)],
  Is: [op.IS_OP, 0],
  IsNot: [op.IS_OP, 1],
  In: [op.CONTAINS_OP, 0],
  NotIn: [op.CONTAINS_OP, 1],
};

export function emitComparison(c: Codegen, loc: Location, operator: CompareOperator): void {
  const [opcode, arg] = COMPARISONS[operator];
  c.emitArg(opcode, arg, loc);
}

/** Jumps to `target` if the truth of `e` is `when`, else falls through. */
export function jumpIf(c: Codegen, e: Expr, target: Label, when: boolean): void {
  switch (e.kind) {
    case "UnaryOp":
      if (e.op === "Not") {
        jumpIf(c, e.operand, target, !when);
        return;
      }
      break;
    case "BoolOp":
      jumpIfBoolOp(c, e, target, when);
      return;
    case "IfExp":
      jumpIfConditional(c, e, target, when);
      return;
    case "Compare":
      if (e.ops.length > 1) {
        jumpIfChain(c, e, target, when);
        return;
      }
      break;
  }
  c.expression(e);
  c.emitJump(when ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, target, e);
}

function jumpIfBoolOp(c: Codegen, e: BoolOpNode, target: Label, when: boolean): void {
  const shortCircuit = e.op === "Or";
  const early = shortCircuit === when ? target : c.newLabel();
  const last = e.values.length - 1;
  for (let index = 0; index < last; index++) jumpIf(c, e.values[index]!, early, shortCircuit);
  jumpIf(c, e.values[last]!, target, when);
  if (early !== target) c.useLabel(early);
}

function jumpIfConditional(c: Codegen, e: IfExpNode, target: Label, when: boolean): void {
  const end = c.newLabel();
  const otherwise = c.newLabel();
  jumpIf(c, e.test, otherwise, false);
  jumpIf(c, e.body, target, when);
  c.emitJump(op.JUMP, end, NO_LOCATION);
  c.useLabel(otherwise);
  jumpIf(c, e.orelse, target, when);
  c.useLabel(end);
}

function jumpIfChain(c: Codegen, e: CompareNode, target: Label, when: boolean): void {
  warnIdentityWithLiteral(c, e);
  const cleanup = c.newLabel();
  const last = e.ops.length - 1;
  c.expression(e.left);
  for (let index = 0; index < last; index++) {
    c.expression(e.comparators[index]!);
    c.emitArg(op.SWAP, 2, e);
    c.emitArg(op.COPY, 2, e);
    emitComparison(c, e, e.ops[index]!);
    c.emitJump(op.POP_JUMP_IF_FALSE, cleanup, e);
  }
  c.expression(e.comparators[last]!);
  emitComparison(c, e, e.ops[last]!);
  c.emitJump(when ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, target, e);
  const end = c.newLabel();
  c.emitJump(op.JUMP, end, NO_LOCATION);
  c.useLabel(cleanup);
  c.emit(op.POP_TOP, e);
  if (!when) c.emitJump(op.JUMP, target, NO_LOCATION);
  c.useLabel(end);
}

export function emitCompare(c: Codegen, e: CompareNode): void {
  warnIdentityWithLiteral(c, e);
  const last = e.ops.length - 1;
  c.expression(e.left);
  if (last === 0) {
    c.expression(e.comparators[0]!);
    emitComparison(c, e, e.ops[0]!);
    return;
  }
  const cleanup = c.newLabel();
  for (let index = 0; index < last; index++) {
    c.expression(e.comparators[index]!);
    c.emitArg(op.SWAP, 2, e);
    c.emitArg(op.COPY, 2, e);
    emitComparison(c, e, e.ops[index]!);
    c.emitArg(op.COPY, 1, e);
    c.emitJump(op.POP_JUMP_IF_FALSE, cleanup, e);
    c.emit(op.POP_TOP, e);
  }
  c.expression(e.comparators[last]!);
  emitComparison(c, e, e.ops[last]!);
  const end = c.newLabel();
  c.emitJump(op.JUMP, end, NO_LOCATION);
  c.useLabel(cleanup);
  c.emitArg(op.SWAP, 2, e);
  c.emit(op.POP_TOP, e);
  c.useLabel(end);
}

export function emitBoolOp(c: Codegen, e: BoolOpNode): void {
  const jump = e.op === "And" ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE;
  const end = c.newLabel();
  const last = e.values.length - 1;
  for (let index = 0; index < last; index++) {
    c.expression(e.values[index]!);
    c.emitArg(op.COPY, 1, e);
    c.emitJump(jump, end, e);
    c.emit(op.POP_TOP, e);
  }
  c.expression(e.values[last]!);
  c.useLabel(end);
}

export function emitConditional(c: Codegen, e: IfExpNode): void {
  const end = c.newLabel();
  const otherwise = c.newLabel();
  jumpIf(c, e.test, otherwise, false);
  c.expression(e.body);
  c.emitJump(op.JUMP, end, NO_LOCATION);
  c.useLabel(otherwise);
  c.expression(e.orelse);
  c.useLabel(end);
}
