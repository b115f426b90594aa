/** Validation of `match` patterns (CPython: `validate_pattern` in Python/ast.c). */
import { BytesConstant, ComplexConstant, type Constant, FloatConstant, WideText } from "../../bytecode/constants.ts";
import type { Expr, MatchClassNode, MatchMappingNode, Pattern } from "../../syntax/generated/ast.ts";
import { valueProblem } from "../../util/problem.ts";
import { checkName, checkPositions, type Depth } from "./context.ts";
import { validateExpression } from "./expressions.ts";

function validatePatterns(depth: Depth, patterns: readonly Pattern[], starAllowed: boolean): void {
  for (const p of patterns) validatePattern(depth, p, starAllowed);
}

export function validatePattern(depth: Depth, p: Pattern, starAllowed = false): void {
  checkPositions(p);
  depth.enter();
  switch (p.kind) {
    case "MatchValue":
      validateValue(depth, p.value);
      break;
    case "MatchSingleton":
      if (!isSingleton(p.value)) throw valueProblem("MatchSingleton can only contain True, False and None");
      break;
    case "MatchSequence":
      validatePatterns(depth, p.patterns, true);
      break;
    case "MatchMapping":
      validateMapping(depth, p);
      break;
    case "MatchClass":
      validateClass(depth, p);
      break;
    case "MatchStar":
      if (!starAllowed) throw valueProblem("can't use MatchStar here");
      checkCapture(p.name);
      break;
    case "MatchAs":
      checkCapture(p.name);
      if (p.pattern === null) break;
      if (p.name === null) throw valueProblem("MatchAs must specify a target name if a pattern is given");
      validatePattern(depth, p.pattern);
      break;
    case "MatchOr":
      if (p.patterns.length < 2) throw valueProblem("MatchOr requires at least 2 patterns");
      validatePatterns(depth, p.patterns, false);
      break;
  }
  depth.leave();
}

function isSingleton(value: Constant): boolean {
  return value === null || typeof value === "boolean";
}

function checkCapture(name: string | null): void {
  if (name === "_") throw valueProblem("can't capture name '_' in patterns");
  if (name !== null) checkName(name);
}

function validateMapping(depth: Depth, p: MatchMappingNode): void {
  if (p.keys.length !== p.patterns.length) {
    throw valueProblem("MatchMapping doesn't have the same number of keys as patterns");
  }
  checkCapture(p.rest);
  for (const key of p.keys) {
    if (key.kind !== "Constant" || !isSingleton(key.value)) validateValue(depth, key);
  }
  validatePatterns(depth, p.patterns, false);
}

function validateClass(depth: Depth, p: MatchClassNode): void {
  if (p.kwd_attrs.length !== p.kwd_patterns.length) {
    throw valueProblem("MatchClass doesn't have the same number of keyword attributes as patterns");
  }
  validateExpression(depth, p.cls);
  let cls = p.cls;
  while (cls.kind === "Attribute") cls = cls.value;
  if (cls.kind !== "Name") throw valueProblem("MatchClass cls field can only contain Name or Attribute nodes.");
  for (const name of p.kwd_attrs) checkName(name);
  validatePatterns(depth, p.patterns, false);
  validatePatterns(depth, p.kwd_patterns, false);
}

function validateValue(depth: Depth, e: Expr): void {
  validateExpression(depth, e);
  switch (e.kind) {
    case "Constant":
      if (!isLiteral(e.value)) throw valueProblem("unexpected constant inside of a literal pattern");
      return;
    case "Attribute":
    case "JoinedStr":
      return;
    case "UnaryOp":
      if (isNegative(e, true)) return;
      break;
    case "BinOp":
      if (isComplex(e.left, e.op, e.right)) return;
      break;
  }
  throw valueProblem("patterns may only match literals and attribute lookups");
}

function isLiteral(value: Constant): boolean {
  if (typeof value === "object") {
    return (
      value instanceof FloatConstant ||
      value instanceof ComplexConstant ||
      value instanceof BytesConstant ||
      value instanceof WideText
    );
  }
  return typeof value !== "boolean";
}

function isReal(value: Constant): boolean {
  return typeof value === "number" || typeof value === "bigint" || value instanceof FloatConstant;
}

/** `-1`, or where allowed `-1j`. */
function isNegative(e: Expr, imaginaryAllowed: boolean): boolean {
  if (e.kind !== "UnaryOp" || e.op !== "USub" || e.operand.kind !== "Constant") return false;
  const { value } = e.operand;
  return isReal(value) || (imaginaryAllowed && value instanceof ComplexConstant);
}

/** `1 + 2j`, `-1 - 2j` */
function isComplex(left: Expr, operator: string, right: Expr): boolean {
  if (operator !== "Add" && operator !== "Sub") return false;
  const real = left.kind === "Constant" ? isReal(left.value) : isNegative(left, false);
  return real && right.kind === "Constant" && right.value instanceof ComplexConstant;
}
