/**
 * Assignments, subscripts and slices (CPython: `compiler_augassign`, `compiler_annassign`, `compiler_subscript`).
 *
 * Trap: an augmented assignment has the location of its target for the load and the store, and that of the whole
 * statement for the operation.
 */
import * as op from "../../bytecode/generated/op.ts";
import { NB, NB_INPLACE_OFFSET } from "../../bytecode/operators.ts";
import type {
  AnnAssignNode,
  AssignNode,
  AttributeNode,
  AugAssignNode,
  Expr,
  Operator,
  SliceNode,
  SubscriptNode,
} from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import type { Location } from "../instructions.ts";
import { unparse } from "../unparse.ts";
import { startAtAttribute } from "./calls.ts";
import type { Codegen } from "./codegen.ts";
import { checkForbiddenName, emitName } from "./names.ts";
import { warnBadIndex, warnNotSubscriptable } from "./warnings.ts";

const OPERATORS: Readonly<Record<Operator, number>> = {
  Add: NB.NB_ADD,
  Sub: NB.NB_SUBTRACT,
  Mult: NB.NB_MULTIPLY,
  MatMult: NB.NB_MATRIX_MULTIPLY,
  Div: NB.NB_TRUE_DIVIDE,
  Mod: NB.NB_REMAINDER,
  Pow: NB.NB_POWER,
  LShift: NB.NB_LSHIFT,
  RShift: NB.NB_RSHIFT,
  BitOr: NB.NB_OR,
  BitXor: NB.NB_XOR,
  BitAnd: NB.NB_AND,
  FloorDiv: NB.NB_FLOOR_DIVIDE,
};

export function emitBinaryOp(c: Codegen, loc: Location, operator: Operator): void {
  c.emitArg(op.BINARY_OP, OPERATORS[operator], loc);
}

export function emitAssign(c: Codegen, s: AssignNode): void {
  c.expression(s.value);
  for (const [index, target] of s.targets.entries()) {
    if (index < s.targets.length - 1) c.emitArg(op.COPY, 1, s);
    c.expression(target);
  }
}

export function emitAugAssign(c: Codegen, s: AugAssignNode): void {
  const { target } = s;
  switch (target.kind) {
    case "Name":
      emitName(c, target, target.id, "Load");
      emitInPlace(c, s);
      emitName(c, target, target.id, "Store");
      break;
    case "Attribute":
      augmentAttribute(c, s, target);
      break;
    case "Subscript":
      augmentSubscript(c, s, target);
      break;
    default:
      bug(`augmented assignment to ${target.kind}`);
  }
}

function emitInPlace(c: Codegen, s: AugAssignNode): void {
  c.expression(s.value);
  c.emitArg(op.BINARY_OP, OPERATORS[s.op] + NB_INPLACE_OFFSET, s);
}

function augmentAttribute(c: Codegen, s: AugAssignNode, target: AttributeNode): void {
  c.expression(target.value);
  c.emitArg(op.COPY, 1, target);
  const loc = startAtAttribute(target, target);
  c.loadAttribute(target.attr, loc);
  emitInPlace(c, s);
  c.emitArg(op.SWAP, 2, loc);
  c.emitWithName(op.STORE_ATTR, target.attr, loc);
}

function augmentSubscript(c: Codegen, s: AugAssignNode, target: SubscriptNode): void {
  c.expression(target.value);
  if (isPlainSlice(target.slice)) {
    emitSliceParts(c, target.slice);
    for (let count = 0; count < 3; count++) c.emitArg(op.COPY, 3, target);
    c.emit(op.BINARY_SLICE, target);
    emitInPlace(c, s);
    for (const depth of [4, 3, 2]) c.emitArg(op.SWAP, depth, target);
    c.emit(op.STORE_SLICE, target);
  } else {
    c.expression(target.slice);
    for (let count = 0; count < 2; count++) c.emitArg(op.COPY, 2, target);
    c.emit(op.BINARY_SUBSCR, target);
    emitInPlace(c, s);
    for (const depth of [3, 2]) c.emitArg(op.SWAP, depth, target);
    c.emit(op.STORE_SUBSCR, target);
  }
}

export function emitAnnAssign(c: Codegen, s: AnnAssignNode): void {
  const { target } = s;
  if (s.value !== null) {
    c.expression(s.value);
    c.expression(target);
  }
  switch (target.kind) {
    case "Name":
      checkForbiddenName(s, target.id, "Store");
      if (s.simple && keepsAnnotations(c)) storeAnnotation(c, s, target.id);
      break;
    case "Attribute":
      checkForbiddenName(s, target.attr, "Store");
      if (s.value === null) evaluate(c, target.value);
      break;
    case "Subscript":
      if (s.value === null) {
        evaluate(c, target.value);
        evaluateIndex(c, target.slice);
      }
      break;
    default:
      bug(`annotated assignment to ${target.kind}`);
  }
  if (!s.simple && !c.futureAnnotations && keepsAnnotations(c)) evaluate(c, s.annotation);
}

/** Annotations of variables are evaluated in modules and classes only. */
function keepsAnnotations(c: Codegen): boolean {
  return c.unit.type === "module" || c.unit.type === "class";
}

function storeAnnotation(c: Codegen, s: AnnAssignNode, name: string): void {
  if (c.futureAnnotations) c.loadConst(unparse(s.annotation, c.options.maxIntDigits), s.annotation);
  else c.expression(s.annotation);
  c.emitWithName(op.LOAD_NAME, "__annotations__", s);
  c.loadMangled(name, s);
  c.emit(op.STORE_SUBSCR, s);
}

function evaluate(c: Codegen, e: Expr): void {
  c.expression(e);
  c.emit(op.POP_TOP, e);
}

function evaluateIndex(c: Codegen, e: Expr): void {
  if (e.kind === "Slice") {
    for (const part of [e.lower, e.upper, e.step]) if (part !== null) evaluate(c, part);
  } else if (e.kind === "Tuple") {
    for (const element of e.elts) evaluateIndex(c, element);
  } else {
    evaluate(c, e);
  }
}

type PlainSlice = SliceNode & { readonly step: null };

function isPlainSlice(e: Expr): e is PlainSlice {
  return e.kind === "Slice" && e.step === null;
}

/** Pushes the parts of a slice; returns how many. */
function emitSliceParts(c: Codegen, e: SliceNode): number {
  for (const part of [e.lower, e.upper]) {
    if (part !== null) c.expression(part);
    else c.loadConst(null, e);
  }
  if (e.step === null) return 2;
  c.expression(e.step);
  return 3;
}

export function emitSlice(c: Codegen, e: SliceNode): void {
  c.emitArg(op.BUILD_SLICE, emitSliceParts(c, e), e);
}

const SUBSCRIPT = { Load: op.BINARY_SUBSCR, Store: op.STORE_SUBSCR, Del: op.DELETE_SUBSCR } as const;

export function warnAboutSubscript(c: Codegen, e: SubscriptNode): void {
  if (e.ctx !== "Load") return;
  warnNotSubscriptable(c, e.value);
  warnBadIndex(c, e.value, e.slice);
}

/** The rest of a subscript, whose object lies on the stack. */
export function finishSubscript(c: Codegen, e: SubscriptNode): void {
  if (isPlainSlice(e.slice) && e.ctx !== "Del") {
    emitSliceParts(c, e.slice);
    c.emit(e.ctx === "Load" ? op.BINARY_SLICE : op.STORE_SLICE, e);
  } else {
    c.expression(e.slice);
    c.emit(SUBSCRIPT[e.ctx], e);
  }
}
