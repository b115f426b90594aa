/** Validation of expressions and parameters (CPython: `validate_expr` in Python/ast.c). */
import type { Arg, Arguments, Comprehension, Expr, ExprContext, Keyword } from "../../syntax/generated/ast.ts";
import { valueProblem } from "../../util/problem.ts";
import { checkName, checkPositions, type Depth, typeProblem } from "./context.ts";

export function validateExpressions(
  depth: Depth,
  list: readonly (Expr | null)[],
  context: ExprContext = "Load",
  nullAllowed = false,
): void {
  for (const e of list) {
    if (e !== null) validateExpression(depth, e, context);
    else if (!nullAllowed) throw valueProblem("None disallowed in expression list");
  }
}

export function validateOptional(depth: Depth, e: Expr | null, context: ExprContext = "Load"): void {
  if (e !== null) validateExpression(depth, e, context);
}

export function validateExpression(depth: Depth, e: Expr, context: ExprContext = "Load"): void {
  checkPositions(e);
  depth.enter();
  checkContext(e, context);
  validateParts(depth, e, context);
  depth.leave();
}

function checkContext(e: Expr, context: ExprContext): void {
  switch (e.kind) {
    case "Name":
      checkName(e.id);
      break;
    case "Attribute":
    case "Subscript":
    case "Starred":
    case "List":
    case "Tuple":
      break;
    default:
      if (context !== "Load") throw valueProblem(`expression which can't be assigned to in ${context} context`);
      return;
  }
  if (e.ctx !== context) throw valueProblem(`expression must have ${context} context but has ${e.ctx} instead`);
}

function validateParts(depth: Depth, e: Expr, context: ExprContext): void {
  switch (e.kind) {
    case "BoolOp":
      if (e.values.length < 2) throw valueProblem("BoolOp with less than 2 values");
      validateExpressions(depth, e.values);
      break;
    case "BinOp":
      validateExpressions(depth, [e.left, e.right]);
      break;
    case "UnaryOp":
      validateExpression(depth, e.operand);
      break;
    case "Lambda":
      validateArguments(depth, e.args);
      validateExpression(depth, e.body);
      break;
    case "IfExp":
      validateExpressions(depth, [e.test, e.body, e.orelse]);
      break;
    case "Dict":
      if (e.keys.length !== e.values.length) {
        throw valueProblem("Dict doesn't have the same number of keys as values");
      }
      validateExpressions(depth, e.keys, "Load", true);
      validateExpressions(depth, e.values);
      break;
    case "Set":
      validateExpressions(depth, e.elts);
      break;
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      validateGenerators(depth, e.generators);
      validateExpression(depth, e.elt);
      break;
    case "DictComp":
      validateGenerators(depth, e.generators);
      validateExpressions(depth, [e.key, e.value]);
      break;
    case "Yield":
      validateOptional(depth, e.value);
      break;
    case "YieldFrom":
    case "Await":
    case "Attribute":
      validateExpression(depth, e.value);
      break;
    case "Compare":
      if (e.comparators.length === 0) throw valueProblem("Compare with no comparators");
      if (e.comparators.length !== e.ops.length) {
        throw valueProblem("Compare has a different number of comparators and operands");
      }
      validateExpressions(depth, e.comparators);
      validateExpression(depth, e.left);
      break;
    case "Call":
      validateExpression(depth, e.func);
      validateExpressions(depth, e.args);
      validateKeywords(depth, e.keywords);
      break;
    case "JoinedStr":
      validateExpressions(depth, e.values);
      break;
    case "FormattedValue":
      validateExpression(depth, e.value);
      validateOptional(depth, e.format_spec);
      break;
    case "Subscript":
      validateExpressions(depth, [e.slice, e.value]);
      break;
    case "Starred":
      validateExpression(depth, e.value, context);
      break;
    case "List":
    case "Tuple":
      validateExpressions(depth, e.elts, context);
      break;
    case "NamedExpr":
      if (e.target.kind !== "Name") throw typeProblem("NamedExpr target must be a Name");
      validateExpression(depth, e.value);
      break;
    case "Slice":
      validateExpressions(depth, [e.lower, e.upper, e.step], "Load", true);
      break;
    case "Name":
    case "Constant":
      break;
  }
}

function validateGenerators(depth: Depth, generators: readonly Comprehension[]): void {
  if (generators.length === 0) throw valueProblem("comprehension with no generators");
  for (const generator of generators) {
    validateExpression(depth, generator.target, "Store");
    validateExpression(depth, generator.iter);
    validateExpressions(depth, generator.ifs);
  }
}

export function validateKeywords(depth: Depth, keywords: readonly Keyword[]): void {
  for (const keyword of keywords) validateExpression(depth, keyword.value);
}

export function validateArguments(depth: Depth, args: Arguments): void {
  validateParameters(depth, args.posonlyargs);
  validateParameters(depth, args.args);
  validateOptional(depth, args.vararg?.annotation ?? null);
  validateParameters(depth, args.kwonlyargs);
  validateOptional(depth, args.kwarg?.annotation ?? null);
  if (args.defaults.length > args.posonlyargs.length + args.args.length) {
    throw valueProblem("more positional defaults than args on arguments");
  }
  if (args.kw_defaults.length !== args.kwonlyargs.length) {
    throw valueProblem("length of kwonlyargs is not the same as kw_defaults on arguments");
  }
  validateExpressions(depth, args.defaults);
  validateExpressions(depth, args.kw_defaults, "Load", true);
}

function validateParameters(depth: Depth, parameters: readonly Arg[]): void {
  for (const parameter of parameters) {
    checkPositions(parameter);
    validateOptional(depth, parameter.annotation);
  }
}
