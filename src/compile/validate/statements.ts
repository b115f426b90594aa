/** Validation of statements (CPython: `validate_stmt` in Python/ast.c). */
import type { Stmt, TryNode, TryStarNode, TypeParam } from "../../syntax/generated/ast.ts";
import { valueProblem } from "../../util/problem.ts";
import { checkName, checkNotEmpty, checkPositions, type Depth, typeProblem } from "./context.ts";
import {
  validateArguments,
  validateExpression,
  validateExpressions,
  validateKeywords,
  validateOptional,
} from "./expressions.ts";
import { validatePattern } from "./patterns.ts";

export function validateStatements(depth: Depth, list: readonly (Stmt | null)[]): void {
  for (const s of list) {
    if (s === null) throw valueProblem("None disallowed in statement list");
    validateStatement(depth, s);
  }
}

function validateBody(depth: Depth, body: readonly Stmt[], owner: string): void {
  checkNotEmpty(body, "body", owner);
  validateStatements(depth, body);
}

function validateStatement(depth: Depth, s: Stmt): void {
  checkPositions(s);
  depth.enter();
  switch (s.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      validateBody(depth, s.body, s.kind);
      validateTypeParameters(depth, s.type_params);
      validateArguments(depth, s.args);
      validateExpressions(depth, s.decorator_list);
      validateOptional(depth, s.returns);
      break;
    case "ClassDef":
      validateBody(depth, s.body, s.kind);
      validateTypeParameters(depth, s.type_params);
      validateExpressions(depth, s.bases);
      validateKeywords(depth, s.keywords);
      validateExpressions(depth, s.decorator_list);
      break;
    case "Return":
      validateOptional(depth, s.value);
      break;
    case "Delete":
      checkNotEmpty(s.targets, "targets", s.kind);
      validateExpressions(depth, s.targets, "Del");
      break;
    case "Assign":
      checkNotEmpty(s.targets, "targets", s.kind);
      validateExpressions(depth, s.targets, "Store");
      validateExpression(depth, s.value);
      break;
    case "AugAssign":
      validateExpression(depth, s.target, "Store");
      validateExpression(depth, s.value);
      break;
    case "AnnAssign":
      if (s.target.kind !== "Name" && s.simple) throw typeProblem("AnnAssign with simple non-Name target");
      validateExpression(depth, s.target, "Store");
      validateOptional(depth, s.value);
      validateExpression(depth, s.annotation);
      break;
    case "TypeAlias":
      if (s.name.kind !== "Name") throw typeProblem("TypeAlias with non-Name name");
      validateExpression(depth, s.name, "Store");
      validateTypeParameters(depth, s.type_params);
      validateExpression(depth, s.value);
      break;
    case "Raise":
      if (s.exc === null && s.cause !== null) throw valueProblem("Raise with cause but no exception");
      validateExpressions(depth, [s.exc, s.cause], "Load", true);
      break;
    case "Assert":
      validateExpressions(depth, [s.test, s.msg], "Load", true);
      break;
    case "Import":
    case "ImportFrom":
      if (s.kind === "ImportFrom" && (s.level ?? 0) < 0) throw valueProblem("Negative ImportFrom level");
      checkNotEmpty(s.names, "names", s.kind);
      break;
    case "Global":
    case "Nonlocal":
      checkNotEmpty(s.names, "names", s.kind);
      break;
    case "Expr":
      validateExpression(depth, s.value);
      break;
    case "Pass":
    case "Break":
    case "Continue":
      break;
    default:
      validateBlock(depth, s);
  }
  depth.leave();
}

type BlockKind = "For" | "AsyncFor" | "While" | "If" | "With" | "AsyncWith" | "Match" | "Try" | "TryStar";

function validateBlock(depth: Depth, s: Extract<Stmt, { kind: BlockKind }>): void {
  switch (s.kind) {
    case "For":
    case "AsyncFor":
      validateExpression(depth, s.target, "Store");
      validateExpression(depth, s.iter);
      validateBody(depth, s.body, s.kind);
      validateStatements(depth, s.orelse);
      break;
    case "While":
    case "If":
      validateExpression(depth, s.test);
      validateBody(depth, s.body, s.kind);
      validateStatements(depth, s.orelse);
      break;
    case "With":
    case "AsyncWith":
      checkNotEmpty(s.items, "items", s.kind);
      for (const item of s.items) {
        validateExpression(depth, item.context_expr);
        validateOptional(depth, item.optional_vars, "Store");
      }
      validateBody(depth, s.body, s.kind);
      break;
    case "Match":
      validateExpression(depth, s.subject);
      checkNotEmpty(s.cases, "cases", s.kind);
      for (const { pattern, guard, body } of s.cases) {
        validatePattern(depth, pattern);
        validateOptional(depth, guard);
        validateBody(depth, body, "match_case");
      }
      break;
    case "Try":
    case "TryStar":
      validateTry(depth, s);
      break;
  }
}

function validateTry(depth: Depth, s: TryNode | TryStarNode): void {
  validateBody(depth, s.body, s.kind);
  if (s.handlers.length === 0) {
    if (s.finalbody.length === 0) throw valueProblem(`${s.kind} has neither except handlers nor finalbody`);
    if (s.orelse.length > 0) throw valueProblem(`${s.kind} has orelse but no except handlers`);
  }
  for (const handler of s.handlers) {
    checkPositions(handler);
    validateOptional(depth, handler.type);
    validateBody(depth, handler.body, "ExceptHandler");
  }
  validateStatements(depth, s.finalbody);
  validateStatements(depth, s.orelse);
}

function validateTypeParameters(depth: Depth, parameters: readonly TypeParam[]): void {
  for (const parameter of parameters) {
    checkPositions(parameter);
    checkName(parameter.name);
    if (parameter.kind === "TypeVar") validateOptional(depth, parameter.bound);
  }
}
