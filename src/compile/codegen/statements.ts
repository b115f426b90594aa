/** Statements: one handler per kind (CPython: `compiler_visit_stmt` in Python/compile.c). */
import { TupleConstant } from "../../bytecode/constants.ts";
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type { AssertNode, ExprNode, RaiseNode, Stmt } from "../../syntax/generated/ast.ts";
import { NO_LOCATION } from "../instructions.ts";
import { emitAnnAssign, emitAssign, emitAugAssign } from "./assignments.ts";
import { emitClass } from "./classes.ts";
import type { Codegen } from "./codegen.ts";
import { jumpIf } from "./conditions.ts";
import { emitWith } from "./contexts.ts";
import { emitTry } from "./exceptions.ts";
import { emitFunction } from "./functions.ts";
import { emitImport, emitImportFrom } from "./imports.ts";
import { emitAsyncFor, emitBreak, emitContinue, emitFor, emitIf, emitReturn, emitWhile } from "./loops.ts";
import { emitMatch } from "./patterns.ts";
import { emitTypeAlias } from "./typeparameters.ts";

type Handlers = {
  readonly [Kind in Stmt["kind"]]: (c: Codegen, s: Extract<Stmt, { kind: Kind }>) => void;
};

const HANDLERS: Handlers = {
  FunctionDef: emitFunction,
  AsyncFunctionDef: emitFunction,
  ClassDef: emitClass,
  Return: emitReturn,
  Delete: (c, s) => c.expressions(s.targets),
  Assign: emitAssign,
  TypeAlias: emitTypeAlias,
  AugAssign: emitAugAssign,
  AnnAssign: emitAnnAssign,
  For: emitFor,
  AsyncFor: emitAsyncFor,
  While: emitWhile,
  If: emitIf,
  With: emitWith,
  AsyncWith: emitWith,
  Match: emitMatch,
  Raise: emitRaise,
  Try: emitTry,
  TryStar: emitTry,
  Assert: emitAssert,
  Import: emitImport,
  ImportFrom: emitImportFrom,
  Global: () => {},
  Nonlocal: () => {},
  Expr: emitExpressionStatement,
  Pass: (c, s) => c.emit(op.NOP, s),
  Break: emitBreak,
  Continue: emitContinue,
};

export function emitStatement(c: Codegen, s: Stmt): void {
  (HANDLERS[s.kind] as (c: Codegen, s: Stmt) => void)(c, s);
}

function emitRaise(c: Codegen, s: RaiseNode): void {
  let count = 0;
  if (s.exc !== null) {
    c.expression(s.exc);
    count++;
    if (s.cause !== null) {
      c.expression(s.cause);
      count++;
    }
  }
  c.emitArg(op.RAISE_VARARGS, count, s);
}

function isNonEmptyTuple(s: AssertNode): boolean {
  const { test } = s;
  if (test.kind === "Tuple") return test.elts.length > 0;
  return test.kind === "Constant" && test.value instanceof TupleConstant && test.value.items.length > 0;
}

function emitAssert(c: Codegen, s: AssertNode): void {
  if (isNonEmptyTuple(s)) c.warn(s, "assertion is always true, perhaps remove parentheses?");
  if (c.options.optimize > 0) return;
  const end = c.newLabel();
  jumpIf(c, s.test, end, true);
  c.emit(op.LOAD_ASSERTION_ERROR, s);
  if (s.msg !== null) {
    c.expression(s.msg);
    c.emitArg(op.CALL, 0, s);
  }
  c.emitArg(op.RAISE_VARARGS, 1, s.test);
  c.useLabel(end);
}

function emitExpressionStatement(c: Codegen, s: ExprNode): void {
  if (c.interactive && c.nesting <= 1) {
    c.expression(s.value);
    c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_PRINT, s);
    c.emit(op.POP_TOP, NO_LOCATION);
  } else if (s.value.kind === "Constant") {
    c.emit(op.NOP, s);
  } else {
    c.expression(s.value);
    c.emit(op.POP_TOP, NO_LOCATION);
  }
}
