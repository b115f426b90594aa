/** Expressions: one handler per kind (CPython: `compiler_visit_expr1` in Python/compile.c). */
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type {
  AttributeNode,
  AwaitNode,
  Expr,
  FormattedValueNode,
  JoinedStrNode,
  StarredNode,
  UnaryOpNode,
  YieldFromNode,
  YieldNode,
} from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import { syntaxProblem } from "../problems.ts";
import type { SpineNode } from "../spine.ts";
import { emitBinaryOp, emitSlice, finishSubscript, warnAboutSubscript } from "./assignments.ts";
import { awaitTop, delegate } from "./blocks.ts";
import { asSuperCall, closeCall, emitSuperAttribute, openCall, startAtAttribute } from "./calls.ts";
import type { Codegen } from "./codegen.ts";
import { emitDict, emitListOrTuple, emitSet, STACK_USE_GUIDELINE } from "./collections.ts";
import { emitComprehension, emitYield } from "./comprehensions.ts";
import { emitBoolOp, emitCompare, emitConditional } from "./conditions.ts";
import { emitLambda } from "./functions.ts";
import { checkForbiddenName, emitName } from "./names.ts";

type Handlers = {
  readonly [Kind in Expr["kind"]]: (c: Codegen, e: Extract<Expr, { kind: Kind }>) => void;
};

const HANDLERS: Handlers = {
  BoolOp: emitBoolOp,
  NamedExpr: (c, e) => {
    c.expression(e.value);
    c.emitArg(op.COPY, 1, e);
    c.expression(e.target);
  },
  BinOp: emitSpine,
  UnaryOp: emitSpine,
  Lambda: emitLambda,
  IfExp: emitConditional,
  Dict: emitDict,
  Set: emitSet,
  ListComp: emitComprehension,
  SetComp: emitComprehension,
  DictComp: emitComprehension,
  GeneratorExp: emitComprehension,
  Await: emitAwait,
  Yield: emitYieldExpression,
  YieldFrom: emitYieldFrom,
  Compare: emitCompare,
  Call: emitSpine,
  FormattedValue: emitFormattedValue,
  JoinedStr: emitJoinedStr,
  Constant: (c, e) => c.loadConst(e.value, e),
  Attribute: emitSpine,
  Subscript: emitSpine,
  Starred: refuseStarred,
  Name: (c, e) => emitName(c, e, e.id, e.ctx),
  List: emitListOrTuple,
  Tuple: emitListOrTuple,
  Slice: emitSlice,
};

export function emitExpression(c: Codegen, e: Expr): void {
  (HANDLERS[e.kind] as (c: Codegen, e: Expr) => void)(c, e);
}

/** A step out of a chain: the node, and what of it lies on the stack by then. */
interface SpineStep {
  readonly node: SpineNode;
  readonly inner: Expr;
}

/** Chains like `a.b(c)[d] + e` nest to the left as deep as they are long. */
function emitSpine(c: Codegen, top: SpineNode): void {
  const steps: SpineStep[] = [];
  let e: Expr = top;
  for (;;) {
    const inner = openSpine(c, e);
    if (inner === null) break;
    steps.push({ node: e as SpineNode, inner });
    e = inner;
  }
  for (let index = steps.length - 1; index >= 0; index--) closeSpine(c, steps[index]!);
}

/** What comes before the inner part, which is given back; null if the expression has been done. */
function openSpine(c: Codegen, e: Expr): Expr | null {
  switch (e.kind) {
    case "BinOp":
      return e.left;
    case "UnaryOp":
      return e.operand;
    case "Call":
      return openCall(c, e);
    case "Attribute":
      return emitSuperAccess(c, e) ? null : e.value;
    case "Subscript":
      warnAboutSubscript(c, e);
      return e.value;
    default:
      c.expression(e);
      return null;
  }
}

function closeSpine(c: Codegen, { node, inner }: SpineStep): void {
  switch (node.kind) {
    case "BinOp":
      c.expression(node.right);
      emitBinaryOp(c, node, node.op);
      break;
    case "UnaryOp":
      finishUnaryOp(c, node);
      break;
    case "Call":
      closeCall(c, node, inner);
      break;
    case "Attribute":
      finishAttribute(c, node);
      break;
    case "Subscript":
      finishSubscript(c, node);
      break;
  }
}

const UNARY = { Invert: op.UNARY_INVERT, Not: op.UNARY_NOT, USub: op.UNARY_NEGATIVE } as const;

function finishUnaryOp(c: Codegen, e: UnaryOpNode): void {
  if (e.op === "UAdd") c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_UNARY_POSITIVE, e);
  else c.emit(UNARY[e.op], e);
}

function emitYieldExpression(c: Codegen, e: YieldNode): void {
  if (!c.unit.scope.isFunctionLike) throw syntaxProblem("'yield' outside function", e);
  if (e.value !== null) c.expression(e.value);
  else c.loadConst(null, e);
  emitYield(c, e);
}

function emitYieldFrom(c: Codegen, e: YieldFromNode): void {
  if (!c.unit.scope.isFunctionLike) throw syntaxProblem("'yield' outside function", e);
  if (c.unit.type === "asyncFunction") throw syntaxProblem("'yield from' inside async function", e);
  c.expression(e.value);
  c.emit(op.GET_YIELD_FROM_ITER, e);
  c.loadConst(null, e);
  delegate(c, e, false);
}

function emitAwait(c: Codegen, e: AwaitNode): void {
  if (!c.isTopLevelAwait) {
    if (!c.unit.scope.isFunctionLike) throw syntaxProblem("'await' outside function", e);
    if (c.unit.type !== "asyncFunction" && c.unit.type !== "comprehension") {
      throw syntaxProblem("'await' outside async function", e);
    }
  }
  c.expression(e.value);
  awaitTop(c, e, 0);
}

function emitJoinedStr(c: Codegen, e: JoinedStrNode): void {
  if (e.values.length > STACK_USE_GUIDELINE) {
    c.loadConst("", e);
    c.loadMethod("join", e);
    c.emitArg(op.BUILD_LIST, 0, e);
    for (const value of e.values) {
      c.expression(value);
      c.emitArg(op.LIST_APPEND, 1, e);
    }
    c.emitArg(op.CALL, 1, e);
    return;
  }
  c.expressions(e.values);
  if (e.values.length !== 1) c.emitArg(op.BUILD_STRING, e.values.length, e);
}

/** FORMAT_VALUE's conversions by the character in the tree; 4 is added for a format specification. */
const CONVERSIONS: Readonly<Record<number, number>> = { [-1]: 0, 115: 1, 114: 2, 97: 3 };

function emitFormattedValue(c: Codegen, e: FormattedValueNode): void {
  c.expression(e.value);
  let arg = CONVERSIONS[e.conversion] ?? bug(`conversion character ${e.conversion}`);
  if (e.format_spec !== null) {
    c.expression(e.format_spec);
    arg |= 4;
  }
  c.emitArg(op.FORMAT_VALUE, arg, e);
}

/** `super().attribute`, if the access is that. */
function emitSuperAccess(c: Codegen, e: AttributeNode): boolean {
  const superCall = e.ctx === "Load" ? asSuperCall(c, e) : null;
  if (superCall === null) return false;
  emitSuperAttribute(c, e, superCall, 0);
  c.emit(op.NOP, startAtAttribute(e, e));
  return true;
}

function finishAttribute(c: Codegen, e: AttributeNode): void {
  const loc = startAtAttribute(e, e);
  if (e.ctx === "Load") {
    c.loadAttribute(e.attr, loc);
    return;
  }
  if (e.ctx === "Store") checkForbiddenName(loc, e.attr, e.ctx);
  c.emitWithName(e.ctx === "Store" ? op.STORE_ATTR : op.DELETE_ATTR, e.attr, loc);
}

function refuseStarred(_c: Codegen, e: StarredNode): void {
  throw syntaxProblem(
    e.ctx === "Store" ? "starred assignment target must be in a list or tuple" : "can't use starred expression here",
    e,
  );
}
