/**
 * Displays of lists, tuples, sets and dicts, and unpacking assignments to lists and tuples (CPython:
 * `starunpack_helper`, `unpack_helper`, `compiler_dict` in Python/compile.c).
 *
 * Trap: more than 30 values are not pushed at once but added one by one, to bound the stack.
 */

import { type Constant, FrozenSetConstant, TupleConstant } from "../../bytecode/constants.ts";
import * as op from "../../bytecode/generated/op.ts";
import { INTRINSIC } from "../../bytecode/operators.ts";
import type { DictNode, Expr, ListNode, SetNode, TupleNode } from "../../syntax/generated/ast.ts";
import { distinctConstants } from "../fold/equality.ts";
import type { Location } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import type { Codegen } from "./codegen.ts";

export const STACK_USE_GUIDELINE = 30;

interface Display {
  readonly build: number;
  readonly add: number;
  readonly extend: number;
  readonly makesTuple?: true;
}

const LIST: Display = { build: op.BUILD_LIST, add: op.LIST_APPEND, extend: op.LIST_EXTEND };
const TUPLE: Display = { ...LIST, makesTuple: true };
const SET: Display = { build: op.BUILD_SET, add: op.SET_ADD, extend: op.SET_UPDATE };

/** The values of constant expressions, or null if one of them is not constant. */
export function constantValues(elements: readonly (Expr | null)[]): Constant[] | null {
  const values: Constant[] = [];
  for (const element of elements) {
    if (element?.kind !== "Constant") return null;
    values.push(element.value);
  }
  return values;
}

/** Builds a tuple of `pushed` values, which lie on the stack already, and of the elements. */
export function emitArgumentTuple(c: Codegen, loc: Location, elements: readonly Expr[], pushed: number): void {
  emitDisplay(c, loc, elements, pushed, TUPLE);
}

function emitDisplay(c: Codegen, loc: Location, elements: readonly Expr[], pushed: number, how: Display): void {
  const count = elements.length;
  const values = count > 2 ? constantValues(elements) : null;
  if (values !== null) {
    emitConstantDisplay(c, loc, values, pushed, how);
    return;
  }
  const big = count + pushed > STACK_USE_GUIDELINE;
  if (!big && !elements.some((element) => element.kind === "Starred")) {
    c.expressions(elements);
    c.emitArg(how.makesTuple ? op.BUILD_TUPLE : how.build, count + pushed, loc);
    return;
  }
  let built = big;
  if (big) c.emitArg(how.build, pushed, loc);
  for (const [index, element] of elements.entries()) {
    if (element.kind === "Starred") {
      if (!built) c.emitArg(how.build, index + pushed, loc);
      built = true;
      c.expression(element.value);
      c.emitArg(how.extend, 1, loc);
    } else {
      c.expression(element);
      if (built) c.emitArg(how.add, 1, loc);
    }
  }
  if (how.makesTuple) c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_LIST_TO_TUPLE, loc);
}

function emitConstantDisplay(c: Codegen, loc: Location, values: Constant[], pushed: number, how: Display): void {
  if (how.makesTuple && pushed === 0) {
    c.loadConst(new TupleConstant(values), loc);
    return;
  }
  c.emitArg(how.build, pushed, loc);
  c.loadConst(how === SET ? new FrozenSetConstant(distinctConstants(values)) : new TupleConstant(values), loc);
  c.emitArg(how.extend, 1, loc);
  if (how.makesTuple) c.emitArg(op.CALL_INTRINSIC_1, INTRINSIC.INTRINSIC_LIST_TO_TUPLE, loc);
}

export function emitSet(c: Codegen, e: SetNode): void {
  emitDisplay(c, e, e.elts, 0, SET);
}

export function emitListOrTuple(c: Codegen, e: ListNode | TupleNode): void {
  if (e.ctx === "Load") emitDisplay(c, e, e.elts, 0, e.kind === "List" ? LIST : TUPLE);
  else if (e.ctx === "Store") emitUnpacking(c, e, e.elts);
  else c.expressions(e.elts);
}

function emitUnpacking(c: Codegen, loc: Location, targets: readonly Expr[]): void {
  emitUnpack(
    c,
    loc,
    targets.map((target) => target.kind === "Starred"),
    "assignment",
  );
  for (const target of targets) c.expression(target.kind === "Starred" ? target.value : target);
}

/** UNPACK_SEQUENCE, or UNPACK_EX if one of the targets is starred. */
export function emitUnpack(
  c: Codegen,
  loc: Location,
  starred: readonly boolean[],
  where: "assignment" | "sequence pattern",
): void {
  const star = starred.indexOf(true);
  if (star < 0) {
    c.emitArg(op.UNPACK_SEQUENCE, starred.length, loc);
    return;
  }
  const after = starred.length - star - 1;
  if (star >= 1 << 8 || after >= 0x7fffffff >> 8) {
    const what = where === "assignment" ? "star-unpacking assignment" : "star-unpacking sequence pattern";
    throw syntaxProblem(`too many expressions in ${what}`, loc);
  }
  c.emitArg(op.UNPACK_EX, star + (after << 8), loc);
  if (starred.indexOf(true, star + 1) >= 0) throw syntaxProblem(`multiple starred expressions in ${where}`, loc);
}

export function emitDict(c: Codegen, e: DictNode): void {
  let built = false;
  let pending = 0;
  const flush = (from: number, to: number) => {
    emitDictPart(c, e, from, to);
    if (built) c.emitArg(op.DICT_UPDATE, 1, e);
    built = true;
    pending = 0;
  };
  for (const [index, value] of e.values.entries()) {
    if (e.keys[index] === null) {
      if (pending > 0) flush(index - pending, index);
      if (!built) c.emitArg(op.BUILD_MAP, 0, e);
      built = true;
      c.expression(value);
      c.emitArg(op.DICT_UPDATE, 1, e);
    } else if (pending * 2 > STACK_USE_GUIDELINE) {
      flush(index - pending, index + 1);
    } else {
      pending++;
    }
  }
  if (pending > 0) flush(e.values.length - pending, e.values.length);
  if (!built) c.emitArg(op.BUILD_MAP, 0, e);
}

function emitDictPart(c: Codegen, e: DictNode, from: number, to: number): void {
  const count = to - from;
  const big = count * 2 > STACK_USE_GUIDELINE;
  const keys = count > 1 && !big ? constantValues(e.keys.slice(from, to)) : null;
  if (keys !== null) {
    c.expressions(e.values.slice(from, to));
    c.loadConst(new TupleConstant(keys), e);
    c.emitArg(op.BUILD_CONST_KEY_MAP, count, e);
    return;
  }
  if (big) c.emitArg(op.BUILD_MAP, 0, e);
  for (let index = from; index < to; index++) {
    c.expression(e.keys[index]!);
    c.expression(e.values[index]!);
    if (big) c.emitArg(op.MAP_ADD, 1, e);
  }
  if (!big) c.emitArg(op.BUILD_MAP, count, e);
}
