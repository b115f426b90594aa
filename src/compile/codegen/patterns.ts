/**
 * `match` (CPython: `compiler_match`, `compiler_pattern_*` in Python/compile.c).
 *
 * Each pattern consumes the subject on top of the stack, and on failure jumps to a place that pops exactly what the
 * pattern has left there. Captured values are kept on the stack, below what is in work, until the whole pattern has
 * matched; then they are stored.
 */
import { constantRepr, textRepr } from "../../bytecode/constantrepr.ts";
import * as op from "../../bytecode/generated/op.ts";
import type {
  Expr,
  MatchAsNode,
  MatchClassNode,
  MatchMappingNode,
  MatchNode,
  MatchOrNode,
  MatchSequenceNode,
  MatchValueNode,
  Pattern,
} from "../../syntax/generated/ast.ts";
import { toText } from "../../syntax/text.ts";
import { ConstantSet } from "../fold/equality.ts";
import { type Label, type Location, NO_LOCATION } from "../instructions.ts";
import { asSyntaxProblem, syntaxProblem } from "../problems.ts";
import { emitBinaryOp } from "./assignments.ts";
import type { Codegen } from "./codegen.ts";
import { emitUnpack } from "./collections.ts";
import { emitComparison, jumpIf } from "./conditions.ts";
import { checkForbiddenName, emitName } from "./names.ts";

interface PatternContext {
  /** Names captured so far; their values lie on the stack in this order. */
  stores: string[];
  /** May an irrefutable pattern stand here? */
  allowIrrefutable: boolean;
  /** Labels by how many values must be popped on failure. */
  failPops: Label[];
  /** Values in work on top of the stack, above the captured ones. */
  onTop: number;
}

function isWildcard(p: Pattern): boolean {
  return p.kind === "MatchAs" && p.name === null;
}

function isStarWildcard(p: Pattern): boolean {
  return p.kind === "MatchStar" && p.name === null;
}

export function emitMatch(c: Codegen, s: MatchNode): void {
  c.expression(s.subject);
  const end = c.newLabel();
  const count = s.cases.length;
  const last = s.cases[count - 1]!;
  const hasDefault = isWildcard(last.pattern) && count > 1;
  const tested = hasDefault ? count - 1 : count;
  for (const [index, { pattern, guard, body }] of s.cases.slice(0, tested).entries()) {
    const copies = index !== tested - 1;
    if (copies) c.emitArg(op.COPY, 1, pattern);
    const pc = { stores: [], allowIrrefutable: guard !== null || index === count - 1, failPops: [], onTop: 0 };
    emitPattern(c, pattern, pc);
    for (const name of pc.stores) emitName(c, pattern, name, "Store");
    if (guard !== null) jumpIf(c, guard, failLabel(c, pc, 0), false);
    if (copies) c.emit(op.POP_TOP, pattern);
    c.statements(body);
    c.emitJump(op.JUMP, end, NO_LOCATION);
    placeFailPops(c, pattern, pc);
  }
  if (hasDefault) {
    // Shows the line in traces: there is no other code for it.
    c.emit(op.NOP, last.pattern);
    if (last.guard !== null) jumpIf(c, last.guard, end, false);
    c.statements(last.body);
  }
  c.useLabel(end);
}

function failLabel(c: Codegen, pc: PatternContext, pops: number): Label {
  while (pc.failPops.length <= pops) pc.failPops.push(c.newLabel());
  return pc.failPops[pops]!;
}

function jumpToFail(c: Codegen, loc: Location, pc: PatternContext, opcode: number): void {
  c.emitJump(opcode, failLabel(c, pc, pc.onTop + pc.stores.length), loc);
}

function placeFailPops(c: Codegen, loc: Location, pc: PatternContext): void {
  for (let pops = pc.failPops.length - 1; pops >= 0; pops--) {
    c.useLabel(pc.failPops[pops]!);
    if (pops > 0) c.emit(op.POP_TOP, loc);
  }
  pc.failPops = [];
}

/** Moves the top of the stack below `count - 1` others. */
function rotate(c: Codegen, loc: Location, count: number): void {
  for (let depth = count; depth > 1; depth--) c.emitArg(op.SWAP, depth, loc);
}

function duplicateStore(loc: Location, name: string): Error {
  return syntaxProblem(`multiple assignments to name ${textRepr(toText(name))} in pattern`, loc);
}

function captureName(c: Codegen, loc: Location, name: string | null, pc: PatternContext): void {
  if (name === null) {
    c.emit(op.POP_TOP, loc);
    return;
  }
  checkForbiddenName(loc, name, "Store");
  if (pc.stores.includes(name)) throw duplicateStore(loc, name);
  rotate(c, loc, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

function emitPattern(c: Codegen, p: Pattern, pc: PatternContext): void {
  switch (p.kind) {
    case "MatchValue":
      emitValue(c, p, pc);
      break;
    case "MatchSingleton":
      c.loadConst(p.value, p);
      emitComparison(c, p, "Is");
      jumpToFail(c, p, pc, op.POP_JUMP_IF_FALSE);
      break;
    case "MatchSequence":
      emitSequence(c, p, pc);
      break;
    case "MatchMapping":
      emitMapping(c, p, pc);
      break;
    case "MatchClass":
      emitClassPattern(c, p, pc);
      break;
    case "MatchStar":
      captureName(c, p, p.name, pc);
      break;
    case "MatchAs":
      emitAs(c, p, pc);
      break;
    case "MatchOr":
      emitOr(c, p, pc);
      break;
  }
}

/** Inside another pattern, one that always matches is allowed. */
function emitSubpattern(c: Codegen, p: Pattern, pc: PatternContext): void {
  const { allowIrrefutable } = pc;
  pc.allowIrrefutable = true;
  emitPattern(c, p, pc);
  pc.allowIrrefutable = allowIrrefutable;
}

function emitValue(c: Codegen, p: MatchValueNode, pc: PatternContext): void {
  const { value } = p;
  if (value.kind !== "Constant" && value.kind !== "Attribute") {
    throw syntaxProblem("patterns may only match literals and attribute lookups", p);
  }
  c.expression(value);
  emitComparison(c, p, "Eq");
  jumpToFail(c, p, pc, op.POP_JUMP_IF_FALSE);
}

function emitAs(c: Codegen, p: MatchAsNode, pc: PatternContext): void {
  if (p.pattern === null) {
    if (!pc.allowIrrefutable) {
      const what = p.name === null ? "wildcard" : `name capture ${textRepr(toText(p.name))}`;
      throw syntaxProblem(`${what} makes remaining patterns unreachable`, p);
    }
    captureName(c, p, p.name, pc);
    return;
  }
  pc.onTop++;
  c.emitArg(op.COPY, 1, p);
  emitPattern(c, p.pattern, pc);
  pc.onTop--;
  captureName(c, p, p.name, pc);
}

function emitSequence(c: Codegen, p: MatchSequenceNode, pc: PatternContext): void {
  const { patterns } = p;
  const size = patterns.length;
  const star = patterns.findIndex((pattern) => pattern.kind === "MatchStar");
  if (star >= 0 && patterns.slice(star + 1).some((pattern) => pattern.kind === "MatchStar")) {
    throw syntaxProblem("multiple starred names in sequence pattern", p);
  }
  pc.onTop++;
  c.emit(op.MATCH_SEQUENCE, p);
  jumpToFail(c, p, pc, op.POP_JUMP_IF_FALSE);
  if (star < 0) checkLength(c, p, pc, size, "Eq");
  else if (size > 1) checkLength(c, p, pc, size - 1, "GtE");
  pc.onTop--;
  if (patterns.every((pattern) => isWildcard(pattern) || isStarWildcard(pattern))) c.emit(op.POP_TOP, p);
  else if (star >= 0 && isStarWildcard(patterns[star]!)) matchByIndex(c, p, patterns, star, pc);
  else matchUnpacked(c, p, patterns, pc);
}

function checkLength(c: Codegen, p: Pattern, pc: PatternContext, length: number, operator: "Eq" | "GtE"): void {
  c.emit(op.GET_LEN, p);
  c.loadConst(length, p);
  emitComparison(c, p, operator);
  jumpToFail(c, p, pc, op.POP_JUMP_IF_FALSE);
}

function matchUnpacked(c: Codegen, loc: Location, patterns: readonly Pattern[], pc: PatternContext): void {
  emitUnpack(
    c,
    loc,
    patterns.map((pattern) => pattern.kind === "MatchStar"),
    "sequence pattern",
  );
  pc.onTop += patterns.length;
  for (const pattern of patterns) {
    pc.onTop--;
    emitSubpattern(c, pattern, pc);
  }
}

/** For `[a, *_, b]`: the elements are fetched one by one, and what `*_` skips is not. */
function matchByIndex(c: Codegen, loc: Location, patterns: readonly Pattern[], star: number, pc: PatternContext): void {
  pc.onTop++;
  for (const [index, pattern] of patterns.entries()) {
    if (isWildcard(pattern) || index === star) continue;
    c.emitArg(op.COPY, 1, loc);
    if (index < star) {
      c.loadConst(index, loc);
    } else {
      // The subject may not support negative indices.
      c.emit(op.GET_LEN, loc);
      c.loadConst(patterns.length - index, loc);
      emitBinaryOp(c, loc, "Sub");
    }
    c.emit(op.BINARY_SUBSCR, loc);
    emitSubpattern(c, pattern, pc);
  }
  pc.onTop--;
  c.emit(op.POP_TOP, loc);
}

function emitClassPattern(c: Codegen, p: MatchClassNode, pc: PatternContext): void {
  const { patterns, kwd_attrs: attributes, kwd_patterns: keywordPatterns } = p;
  if (attributes.length !== keywordPatterns.length) {
    const counts = `kwd_attrs (${attributes.length}) / kwd_patterns (${keywordPatterns.length})`;
    throw syntaxProblem(`${counts} length mismatch in class pattern`, p);
  }
  checkAttributes(attributes, keywordPatterns);
  c.expression(p.cls);
  c.loadConst(c.identifiers(attributes), p);
  c.emitArg(op.MATCH_CLASS, patterns.length, p);
  c.emitArg(op.COPY, 1, p);
  c.loadConst(null, p);
  c.emitArg(op.IS_OP, 1, p);
  pc.onTop++;
  jumpToFail(c, p, pc, op.POP_JUMP_IF_FALSE);
  const all = [...patterns, ...keywordPatterns];
  c.emitArg(op.UNPACK_SEQUENCE, all.length, p);
  pc.onTop += all.length - 1;
  for (const pattern of all) {
    pc.onTop--;
    if (isWildcard(pattern)) c.emit(op.POP_TOP, p);
    else emitSubpattern(c, pattern, pc);
  }
}

function checkAttributes(attributes: readonly string[], patterns: readonly Pattern[]): void {
  for (const [index, attribute] of attributes.entries()) {
    checkForbiddenName(patterns[index]!, attribute, "Store");
    const again = attributes.indexOf(attribute, index + 1);
    if (again >= 0) {
      throw syntaxProblem(`attribute name repeated in class pattern: ${attribute}`, patterns[again]!);
    }
  }
}

function emitMapping(c: Codegen, p: MatchMappingNode, pc: PatternContext): void {
  const { keys, patterns, rest } = p;
  const size = keys.length;
  if (size !== patterns.length) {
    throw syntaxProblem(`keys (${size}) / patterns (${patterns.length}) length mismatch in mapping pattern`, p);
  }
  pc.onTop++;
  c.emit(op.MATCH_MAPPING, p);
  jumpToFail(c, p, pc, op.POP_JUMP_IF_FALSE);
  if (size === 0 && rest === null) {
    pc.onTop--;
    c.emit(op.POP_TOP, p);
    return;
  }
  if (size > 0) checkLength(c, p, pc, size, "GtE");
  emitKeys(c, p, keys);
  c.emitArg(op.BUILD_TUPLE, size, p);
  c.emit(op.MATCH_KEYS, p);
  pc.onTop += 2;
  c.emitArg(op.COPY, 1, p);
  c.loadConst(null, p);
  c.emitArg(op.IS_OP, 1, p);
  jumpToFail(c, p, pc, op.POP_JUMP_IF_FALSE);
  c.emitArg(op.UNPACK_SEQUENCE, size, p);
  pc.onTop += size - 1;
  for (const pattern of patterns) {
    pc.onTop--;
    emitSubpattern(c, pattern, pc);
  }
  pc.onTop -= 2;
  if (rest !== null) {
    emitRest(c, p, size);
    captureName(c, p, rest, pc);
  } else {
    c.emit(op.POP_TOP, p);
    c.emit(op.POP_TOP, p);
  }
}

function emitKeys(c: Codegen, p: MatchMappingNode, keys: readonly Expr[]): void {
  const seen = new ConstantSet();
  for (const key of keys) {
    if (key.kind === "Constant") {
      const { value } = key;
      if (!seen.add(value)) {
        const shown = asSyntaxProblem(() => constantRepr(value, c.options.maxIntDigits));
        throw syntaxProblem(`mapping pattern checks duplicate key (${shown})`, p);
      }
    } else if (key.kind !== "Attribute") {
      throw syntaxProblem("mapping pattern keys may only match literals and attribute lookups", p);
    }
    c.expression(key);
  }
}

/** From subject and keys on the stack, the dict of the remaining items. */
function emitRest(c: Codegen, p: MatchMappingNode, size: number): void {
  c.emitArg(op.BUILD_MAP, 0, p);
  c.emitArg(op.SWAP, 3, p);
  c.emitArg(op.DICT_UPDATE, 2, p);
  c.emitArg(op.UNPACK_SEQUENCE, size, p);
  for (let left = size; left > 0; left--) {
    c.emitArg(op.COPY, 1 + left, p);
    c.emitArg(op.SWAP, 2, p);
    c.emit(op.DELETE_SUBSCR, p);
  }
}

function emitOr(c: Codegen, p: MatchOrNode, pc: PatternContext): void {
  const end = c.newLabel();
  const last = p.patterns.length - 1;
  let control: string[] | null = null;
  for (const [index, alternative] of p.patterns.entries()) {
    const inner: PatternContext = {
      stores: [],
      allowIrrefutable: index === last && pc.allowIrrefutable,
      failPops: [],
      onTop: 0,
    };
    c.emitArg(op.COPY, 1, alternative);
    emitPattern(c, alternative, inner);
    if (control === null) control = inner.stores;
    else arrangeCaptures(c, p, alternative, inner.stores, control);
    c.emitJump(op.JUMP, end, alternative);
    placeFailPops(c, alternative, inner);
  }
  // No alternative matched: drop the subject and fail.
  c.emit(op.POP_TOP, p);
  jumpToFail(c, p, pc, op.JUMP);
  c.useLabel(end);
  const captured = control ?? [];
  const rotations = captured.length + 1 + pc.onTop + pc.stores.length;
  for (const name of captured) {
    rotate(c, p, rotations);
    if (pc.stores.includes(name)) throw duplicateStore(p, name);
    pc.stores.push(name);
  }
  c.emit(op.POP_TOP, p);
}

/** Brings the captured values of an alternative into the order of the first alternative's. */
function arrangeCaptures(
  c: Codegen,
  p: MatchOrNode,
  alternative: Pattern,
  stores: string[],
  control: readonly string[],
): void {
  const different = () => syntaxProblem("alternative patterns bind different names", p);
  if (stores.length !== control.length) throw different();
  for (let wanted = control.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted]!);
    if (found < 0) throw different();
    if (found === wanted) continue;
    const rotated = stores.splice(0, found + 1);
    stores.splice(wanted - found, 0, ...rotated);
    for (let count = 0; count <= found; count++) rotate(c, alternative, wanted + 1);
  }
}
