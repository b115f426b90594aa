/**
 * First pass of the symbol table over expressions, patterns and parameters (CPython: `symtable_visit_expr`
 * and its neighbours in Python/symtable.c).
 *
 * Trap: the iterable of a comprehension's first `for` belongs to the enclosing block, all else to its own;
 * and an assignment expression in a comprehension binds in the nearest function or module around it.
 */
import type {
  Arguments,
  Comprehension,
  DictCompNode,
  Expr,
  GeneratorExpNode,
  LambdaNode,
  ListCompNode,
  NamedExprNode,
  Pattern,
  SetCompNode,
} from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import { syntaxProblem } from "../problems.ts";
import { type SpineNode, unrollSpine } from "../spine.ts";
import type { Collector } from "./collector.ts";
import {
  ANNOTATION_BLOCK,
  CLASS_BLOCK,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  FUNCTION_BLOCK,
  MODULE_BLOCK,
  type Position,
  TYPE_ALIAS_BLOCK,
  TYPE_PARAM_BLOCK,
  TYPE_VAR_BOUND_BLOCK,
  USE,
} from "./scopes.ts";

type ComprehensionNode = ListCompNode | SetCompNode | DictCompNode | GeneratorExpNode;

const COMPREHENSIONS = {
  ListComp: { name: "listcomp", type: "list" },
  SetComp: { name: "setcomp", type: "set" },
  DictComp: { name: "dictcomp", type: "dict" },
  GeneratorExp: { name: "genexpr", type: "generator" },
} as const;

export function collectExpressions(c: Collector, expressions: readonly (Expr | null)[]): void {
  for (const expression of expressions) if (expression !== null) collectExpression(c, expression);
}

function collectOptional(c: Collector, expression: Expr | null): void {
  if (expression !== null) collectExpression(c, expression);
}

export function collectExpression(c: Collector, e: Expr): void {
  c.descend();
  switch (e.kind) {
    case "NamedExpr":
      refuseInAnnotation(c, "named expression", e);
      collectNamedExpression(c, e);
      break;
    case "BoolOp":
      collectExpressions(c, e.values);
      break;
    case "BinOp":
    case "UnaryOp":
    case "Attribute":
    case "Call":
    case "Subscript":
      collectSpine(c, e);
      break;
    case "Lambda":
      collectLambda(c, e);
      break;
    case "IfExp":
      collectExpression(c, e.test);
      collectExpression(c, e.body);
      collectExpression(c, e.orelse);
      break;
    case "Dict":
      collectExpressions(c, e.keys);
      collectExpressions(c, e.values);
      break;
    case "Set":
    case "List":
    case "Tuple":
      collectExpressions(c, e.elts);
      break;
    case "GeneratorExp":
    case "ListComp":
    case "SetComp":
      collectComprehension(c, e, e.elt, null);
      break;
    case "DictComp":
      collectComprehension(c, e, e.key, e.value);
      break;
    case "Yield":
      refuseInAnnotation(c, "yield expression", e);
      collectOptional(c, e.value);
      markYield(c, e);
      break;
    case "YieldFrom":
      refuseInAnnotation(c, "yield expression", e);
      collectExpression(c, e.value);
      markYield(c, e);
      break;
    case "Await":
      refuseInAnnotation(c, "await expression", e);
      collectExpression(c, e.value);
      c.current.coroutine = true;
      break;
    case "Compare":
      collectExpression(c, e.left);
      collectExpressions(c, e.comparators);
      break;
    case "FormattedValue":
      collectExpression(c, e.value);
      collectOptional(c, e.format_spec);
      break;
    case "JoinedStr":
      collectExpressions(c, e.values);
      break;
    case "Constant":
      break;
    case "Starred":
      collectExpression(c, e.value);
      break;
    case "Slice":
      collectOptional(c, e.lower);
      collectOptional(c, e.upper);
      collectOptional(c, e.step);
      break;
    case "Name":
      c.define(e.id, e.ctx === "Load" ? USE : DEF_LOCAL, e);
      // super() finds the class in the cell __class__.
      if (e.ctx === "Load" && e.id === "super" && c.current.isFunctionLike) c.define("__class__", USE, e);
      break;
  }
  c.ascend();
}

function collectSpine(c: Collector, top: SpineNode): void {
  const { nodes, start } = unrollSpine(top);
  for (let count = 0; count < nodes.length; count++) c.descend();
  collectExpression(c, start);
  for (let index = nodes.length - 1; index >= 0; index--) {
    const e = nodes[index]!;
    if (e.kind === "BinOp") collectExpression(c, e.right);
    else if (e.kind === "Subscript") collectExpression(c, e.slice);
    else if (e.kind === "Call") {
      collectExpressions(c, e.args);
      for (const keyword of e.keywords) collectExpression(c, keyword.value);
    }
    c.ascend();
  }
}

function collectLambda(c: Collector, e: LambdaNode): void {
  if (c.current.canSeeClassScope) {
    throw syntaxProblem("Cannot use lambda in annotation scope within class scope", e);
  }
  collectExpressions(c, e.args.defaults);
  collectExpressions(c, e.args.kw_defaults);
  c.enterBlock("lambda", FUNCTION_BLOCK, e, e);
  collectArguments(c, e.args);
  collectExpression(c, e.body);
  c.exitBlock();
}

export function collectArguments(c: Collector, args: Arguments): void {
  for (const list of [args.posonlyargs, args.args, args.kwonlyargs]) {
    for (const argument of list) c.define(argument.arg, DEF_PARAM, argument);
  }
  if (args.vararg !== null) {
    c.define(args.vararg.arg, DEF_PARAM, args.vararg);
    c.current.varargs = true;
  }
  if (args.kwarg !== null) {
    c.define(args.kwarg.arg, DEF_PARAM, args.kwarg);
    c.current.varkeywords = true;
  }
}

function collectComprehension(c: Collector, e: ComprehensionNode, element: Expr, value: Expr | null): void {
  if (c.current.canSeeClassScope) {
    throw syntaxProblem("Cannot use comprehension in annotation scope within class scope", e);
  }
  const isGenerator = e.kind === "GeneratorExp";
  const [outermost, ...inner] = e.generators;
  if (outermost === undefined) bug("comprehension with no generators");
  const enclosing = c.current;
  enclosing.iterableDepth++;
  collectExpression(c, outermost.iter);
  enclosing.iterableDepth--;
  const { name, type } = COMPREHENSIONS[e.kind];
  const scope = c.enterBlock(name, FUNCTION_BLOCK, e, e);
  scope.comprehension = type;
  if (outermost.is_async) scope.coroutine = true;
  c.define(".0", DEF_PARAM, e);
  scope.inIterationTarget = true;
  collectExpression(c, outermost.target);
  scope.inIterationTarget = false;
  collectExpressions(c, outermost.ifs);
  for (const generator of inner) collectInnerGenerator(c, generator);
  collectOptional(c, value);
  collectExpression(c, element);
  scope.generator = isGenerator;
  c.exitBlock();
  if (scope.coroutine && !isGenerator) enclosing.coroutine = true;
}

function collectInnerGenerator(c: Collector, generator: Comprehension): void {
  const scope = c.current;
  scope.inIterationTarget = true;
  collectExpression(c, generator.target);
  scope.inIterationTarget = false;
  scope.iterableDepth++;
  collectExpression(c, generator.iter);
  scope.iterableDepth--;
  collectExpressions(c, generator.ifs);
  if (generator.is_async) scope.coroutine = true;
}

function collectNamedExpression(c: Collector, e: NamedExprNode): void {
  if (c.current.iterableDepth > 0) {
    throw syntaxProblem("assignment expression cannot be used in a comprehension iterable expression", e);
  }
  if (c.current.comprehension !== null) bindAroundComprehension(c, e.target);
  collectExpression(c, e.value);
  collectExpression(c, e.target);
}

const NO_TARGET_SCOPE: Readonly<Record<number, string>> = {
  [CLASS_BLOCK]: "assignment expression within a comprehension cannot be used in a class body",
  [TYPE_PARAM_BLOCK]: "assignment expression within a comprehension cannot be used within the definition of a generic",
  [TYPE_ALIAS_BLOCK]: "assignment expression within a comprehension cannot be used in a type alias",
  [TYPE_VAR_BOUND_BLOCK]: "assignment expression within a comprehension cannot be used in a TypeVar bound",
};

function bindAroundComprehension(c: Collector, target: Expr): void {
  if (target.kind !== "Name") bug("assignment expression to something other than a name");
  const name = target.id;
  for (let index = c.stack.length - 1; index >= 0; index--) {
    const scope = c.stack[index]!;
    if (scope.comprehension !== null) {
      const flags = scope.flagsOf(name);
      if (flags & DEF_COMP_ITER && flags & DEF_LOCAL) {
        throw syntaxProblem(`assignment expression cannot rebind comprehension iteration variable '${name}'`, target);
      }
      continue;
    }
    if (scope.type === FUNCTION_BLOCK) {
      c.define(name, scope.flagsOf(name) & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, target);
      c.recordDirective(name, target);
      c.define(name, DEF_LOCAL, target, scope);
      return;
    }
    if (scope.type === MODULE_BLOCK) {
      c.define(name, DEF_GLOBAL, target);
      c.recordDirective(name, target);
      c.define(name, DEF_GLOBAL, target, scope);
      return;
    }
    const message = NO_TARGET_SCOPE[scope.type];
    if (message !== undefined) throw syntaxProblem(message, target);
  }
  bug("no scope for the target of an assignment expression");
}

function markYield(c: Collector, e: Position): void {
  c.current.generator = true;
  const type = c.current.comprehension;
  if (type === null) return;
  const where = type === "generator" ? "generator expression" : `${type} comprehension`;
  throw syntaxProblem(`'yield' inside ${where}`, e);
}

const NOT_IN_BLOCK: Readonly<Record<number, string>> = {
  [ANNOTATION_BLOCK]: "cannot be used within an annotation",
  [TYPE_VAR_BOUND_BLOCK]: "cannot be used within a TypeVar bound",
  [TYPE_ALIAS_BLOCK]: "cannot be used within a type alias",
  [TYPE_PARAM_BLOCK]: "cannot be used within the definition of a generic",
};

function refuseInAnnotation(c: Collector, what: string, e: Position): void {
  const message = NOT_IN_BLOCK[c.current.type];
  if (message !== undefined) throw syntaxProblem(`${what} ${message}`, e);
}

export function collectPattern(c: Collector, p: Pattern): void {
  c.descend();
  switch (p.kind) {
    case "MatchValue":
      collectExpression(c, p.value);
      break;
    case "MatchSingleton":
      break;
    case "MatchSequence":
    case "MatchOr":
      for (const pattern of p.patterns) collectPattern(c, pattern);
      break;
    case "MatchStar":
      if (p.name !== null) c.define(p.name, DEF_LOCAL, p);
      break;
    case "MatchMapping":
      collectExpressions(c, p.keys);
      for (const pattern of p.patterns) collectPattern(c, pattern);
      if (p.rest !== null) c.define(p.rest, DEF_LOCAL, p);
      break;
    case "MatchClass":
      collectExpression(c, p.cls);
      for (const pattern of p.patterns) collectPattern(c, pattern);
      for (const pattern of p.kwd_patterns) collectPattern(c, pattern);
      break;
    case "MatchAs":
      if (p.pattern !== null) collectPattern(c, p.pattern);
      if (p.name !== null) c.define(p.name, DEF_LOCAL, p);
      break;
  }
  c.ascend();
}
