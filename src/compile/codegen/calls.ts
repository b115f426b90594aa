/**
 * Calls, method calls and `super()` (CPython: `compiler_call`, `maybe_optimize_method_call` in Python/compile.c).
 *
 * Trap: in an attribute access that spans lines, the attribute's instructions start on the line of its name.
 */

import type { TupleConstant } from "../../bytecode/constants.ts";
import * as op from "../../bytecode/generated/op.ts";
import type { AttributeNode, CallNode, Expr, Keyword } from "../../syntax/generated/ast.ts";
import { codePointLength } from "../codepoints.ts";
import { type Location, NO_LOCATION } from "../instructions.ts";
import { syntaxProblem } from "../problems.ts";
import { DEF_IMPORT, FREE, GLOBAL_IMPLICIT } from "../symbols/scopes.ts";
import type { Codegen } from "./codegen.ts";
import { emitArgumentTuple, STACK_USE_GUIDELINE } from "./collections.ts";
import { checkForbiddenName, emitName } from "./names.ts";
import { warnNotCallable } from "./warnings.ts";

/**
 * Begins a call and gives the expression to be evaluated next: the callee, or the object whose method is called. After
 * that, `closeCall` does the rest. Null: the call has been done, for it is one of a method of `super()`.
 */
export function openCall(c: Codegen, e: CallNode): Expr | null {
  checkKeywords(e.keywords);
  const { func } = e;
  if (func.kind === "Attribute" && isMethodCall(c, e, func)) {
    const superCall = asSuperCall(c, func);
    if (superCall === null) return func.value;
    emitSuperAttribute(c, func, superCall, 1);
    const loc = startAtAttribute(func, func);
    c.emit(op.NOP, loc);
    finishMethodCall(c, e, func, loc);
    return null;
  }
  warnNotCallable(c, func);
  c.emit(op.PUSH_NULL, func);
  return func;
}

/** `inner` is what `openCall` gave. */
export function closeCall(c: Codegen, e: CallNode, inner: Expr): void {
  const { func } = e;
  if (func.kind === "Attribute" && inner !== func) {
    const loc = startAtAttribute(func, func);
    c.loadMethod(func.attr, loc);
    finishMethodCall(c, e, func, loc);
  } else {
    emitArguments(c, e, 0, e.args, e.keywords);
  }
}

function finishMethodCall(c: Codegen, e: CallNode, method: AttributeNode, loc: Location): void {
  c.expressions(e.args);
  if (e.keywords.length > 0) emitKeywordNames(c, loc, e.keywords);
  c.emitArg(op.CALL, e.args.length + e.keywords.length, startAtAttribute(e, method));
}

function namesOf(c: Codegen, keywords: readonly Keyword[]): TupleConstant {
  return c.identifiers(keywords.map((keyword) => keyword.arg!));
}

function checkKeywords(keywords: readonly Keyword[]): void {
  const next = new Map<string, Keyword>();
  // The next keyword of the same name, for each.
  const repetitions = keywords.map(() => null as Keyword | null);
  for (let index = keywords.length - 1; index >= 0; index--) {
    const keyword = keywords[index]!;
    if (keyword.arg === null) continue;
    repetitions[index] = next.get(keyword.arg) ?? null;
    next.set(keyword.arg, keyword);
  }
  for (const [index, keyword] of keywords.entries()) {
    if (keyword.arg === null) continue;
    checkForbiddenName(keyword, keyword.arg, "Store");
    const again = repetitions[index]!;
    if (again !== null) throw syntaxProblem(`keyword argument repeated: ${keyword.arg}`, again);
  }
}

function isImported(c: Codegen, e: Expr): boolean {
  return e.kind === "Name" && (c.table.top.flagsOf(e.id) & DEF_IMPORT) !== 0;
}

function isMethodCall(c: Codegen, e: CallNode, method: AttributeNode): boolean {
  if (method.ctx !== "Load" || isImported(c, method.value)) return false;
  const keywordCount = e.keywords.length;
  if (e.args.length + keywordCount + (keywordCount > 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false;
  return !e.args.some((arg) => arg.kind === "Starred") && !e.keywords.some((keyword) => keyword.arg === null);
}

/** Pushes the keyword arguments and names them for the CALL that follows. */
function emitKeywordNames(c: Codegen, loc: Location, keywords: readonly Keyword[]): void {
  for (const keyword of keywords) c.expression(keyword.value);
  const names = namesOf(c, keywords);
  c.emitArg(op.KW_NAMES, c.unit.consts.index(names), loc);
}

/** Pushes arguments and calls; `pushed` positional arguments lie on the stack already. */
export function emitArguments(
  c: Codegen,
  loc: Location,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
): void {
  checkKeywords(keywords);
  const unpacks = args.some((arg) => arg.kind === "Starred") || keywords.some((keyword) => keyword.arg === null);
  if (args.length + keywords.length * 2 > STACK_USE_GUIDELINE || unpacks) {
    emitUnpackedCall(c, loc, pushed, args, keywords);
    return;
  }
  c.expressions(args);
  if (keywords.length > 0) emitKeywordNames(c, loc, keywords);
  c.emitArg(op.CALL, pushed + args.length + keywords.length, loc);
}

function emitUnpackedCall(
  c: Codegen,
  loc: Location,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
): void {
  const only = args[0];
  if (pushed === 0 && args.length === 1 && only?.kind === "Starred") c.expression(only.value);
  else emitArgumentTuple(c, loc, args, pushed);
  if (keywords.length > 0) emitKeywordDict(c, loc, keywords);
  c.emitArg(op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0, loc);
}

function emitKeywordDict(c: Codegen, loc: Location, keywords: readonly Keyword[]): void {
  let built = false;
  let pending = 0;
  const flush = (to: number) => {
    emitKeywordPart(c, loc, keywords.slice(to - pending, to));
    if (built) c.emitArg(op.DICT_MERGE, 1, loc);
    built = true;
    pending = 0;
  };
  for (const [index, keyword] of keywords.entries()) {
    if (keyword.arg !== null) {
      pending++;
      continue;
    }
    if (pending > 0) flush(index);
    if (!built) c.emitArg(op.BUILD_MAP, 0, loc);
    built = true;
    c.expression(keyword.value);
    c.emitArg(op.DICT_MERGE, 1, loc);
  }
  if (pending > 0) flush(keywords.length);
}

function emitKeywordPart(c: Codegen, loc: Location, keywords: readonly Keyword[]): void {
  const big = keywords.length * 2 > STACK_USE_GUIDELINE;
  if (keywords.length > 1 && !big) {
    for (const keyword of keywords) c.expression(keyword.value);
    c.loadConst(namesOf(c, keywords), loc);
    c.emitArg(op.BUILD_CONST_KEY_MAP, keywords.length, loc);
    return;
  }
  if (big) c.emitArg(op.BUILD_MAP, 0, NO_LOCATION);
  for (const keyword of keywords) {
    c.loadIdentifier(keyword.arg!, loc);
    c.expression(keyword.value);
    if (big) c.emitArg(op.MAP_ADD, 1, NO_LOCATION);
  }
  if (!big) c.emitArg(op.BUILD_MAP, keywords.length, loc);
}

/** The location `loc`, made to start at the attribute's name if that stands on a later line. */
export function startAtAttribute(loc: Location, e: AttributeNode): Location {
  const { end_lineno: line, end_col_offset: column } = e;
  if (loc.lineno === line) return loc;
  const length = codePointLength(e.attr);
  const known = length <= column;
  const start = known ? column - length : -1;
  const end_lineno = Math.max(line, loc.end_lineno);
  let end_col_offset = known ? loc.end_col_offset : -1;
  if (line === end_lineno) end_col_offset = Math.max(start, end_col_offset);
  return { lineno: line, end_lineno, col_offset: start, end_col_offset };
}

/** The `super(...)` of an attribute access which LOAD_SUPER_ATTR can do, or null. */
export function asSuperCall(c: Codegen, attribute: AttributeNode): CallNode | null {
  const call = attribute.value;
  if (call.kind !== "Call" || call.func.kind !== "Name" || call.func.id !== "super") return null;
  if (attribute.attr === "__class__" || call.keywords.length > 0) return null;
  // Statically visible shadowing of `super`.
  if (c.unit.scope.scopeOf("super") !== GLOBAL_IMPLICIT || c.table.top.scopeOf("super") !== 0) return null;
  if (call.args.length === 2) return call.args.some((arg) => arg.kind === "Starred") ? null : call;
  if (call.args.length !== 0) return null;
  if (c.unit.argcount === 0 && c.unit.posonlyargcount === 0) return null;
  if (c.unit.type === "class" || c.unit.scope.scopeOf("__class__") !== FREE) return null;
  return call;
}

export function emitSuperAttribute(c: Codegen, attribute: AttributeNode, call: CallNode, method: 0 | 1): void {
  emitName(c, call.func, "super", "Load");
  const explicit = call.args.length === 2;
  if (explicit) {
    c.expressions(call.args);
  } else {
    emitName(c, call, "__class__", "Load");
    const [self] = c.unit.varnames.keys();
    emitName(c, call, self!, "Load");
  }
  const arg = (c.nameIndex(attribute.attr) << 2) | (explicit ? 2 : 0) | method;
  c.emitArg(op.LOAD_SUPER_ATTR, arg, attribute);
}
