/**
 * First pass of the symbol table over statements (CPython: `symtable_visit_stmt` in Python/symtable.c).
 *
 * Trap: defaults, decorators and annotations belong to the block around a function, but with type
 * parameters the annotations move into the block of those.
 */
import type {
  Alias,
  AnnAssignNode,
  Arg,
  Arguments,
  AsyncFunctionDefNode,
  ClassDefNode,
  Expr,
  FunctionDefNode,
  IfNode,
  Stmt,
  TypeAliasNode,
  TypeParam,
} from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import { syntaxProblem } from "../problems.ts";
import type { Collector } from "./collector.ts";
import { collectArguments, collectExpression, collectExpressions, collectPattern } from "./expressions.ts";
import {
  ANNOTATION_BLOCK,
  CLASS_BLOCK,
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FUNCTION_BLOCK,
  MODULE_BLOCK,
  type Position,
  TYPE_ALIAS_BLOCK,
  TYPE_PARAM_BLOCK,
  TYPE_VAR_BOUND_BLOCK,
  USE,
} from "./scopes.ts";

export function collectStatements(c: Collector, statements: readonly Stmt[]): void {
  for (const statement of statements) collectStatement(c, statement);
}

function collectStatement(c: Collector, s: Stmt): void {
  c.descend();
  switch (s.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      collectFunction(c, s);
      break;
    case "ClassDef":
      collectClass(c, s);
      break;
    case "TypeAlias":
      collectTypeAlias(c, s);
      break;
    case "Return":
      if (s.value !== null) {
        collectExpression(c, s.value);
        c.current.returnsValue = true;
      }
      break;
    case "Delete":
      collectExpressions(c, s.targets);
      break;
    case "Assign":
      collectExpressions(c, s.targets);
      collectExpression(c, s.value);
      break;
    case "AnnAssign":
      collectAnnotatedAssignment(c, s);
      break;
    case "AugAssign":
      collectExpression(c, s.target);
      collectExpression(c, s.value);
      break;
    case "For":
    case "AsyncFor":
      collectExpression(c, s.target);
      collectExpression(c, s.iter);
      collectStatements(c, s.body);
      collectStatements(c, s.orelse);
      break;
    case "While":
      collectExpression(c, s.test);
      collectStatements(c, s.body);
      collectStatements(c, s.orelse);
      break;
    case "If":
      collectIfChain(c, s);
      break;
    case "Match":
      collectExpression(c, s.subject);
      for (const matchCase of s.cases) {
        collectPattern(c, matchCase.pattern);
        if (matchCase.guard !== null) collectExpression(c, matchCase.guard);
        collectStatements(c, matchCase.body);
      }
      break;
    case "Raise":
      if (s.exc !== null) collectExpressions(c, [s.exc, s.cause]);
      break;
    case "Try":
    case "TryStar":
      collectStatements(c, s.body);
      collectStatements(c, s.orelse);
      for (const handler of s.handlers) {
        if (handler.type !== null) collectExpression(c, handler.type);
        if (handler.name !== null) c.define(handler.name, DEF_LOCAL, handler);
        collectStatements(c, handler.body);
      }
      collectStatements(c, s.finalbody);
      break;
    case "Assert":
      collectExpressions(c, [s.test, s.msg]);
      break;
    case "Import":
    case "ImportFrom":
      for (const alias of s.names) collectAlias(c, alias);
      break;
    case "Global":
      for (const name of s.names) declare(c, name, DEF_GLOBAL, s);
      break;
    case "Nonlocal":
      for (const name of s.names) declare(c, name, DEF_NONLOCAL, s);
      break;
    case "Expr":
      collectExpression(c, s.value);
      break;
    case "With":
    case "AsyncWith":
      for (const item of s.items) collectExpressions(c, [item.context_expr, item.optional_vars]);
      collectStatements(c, s.body);
      break;
    case "Pass":
    case "Break":
    case "Continue":
      break;
  }
  c.ascend();
}

/** `elif` nests as deep as the chain is long. */
function collectIfChain(c: Collector, top: IfNode): void {
  let depth = 0;
  let s = top;
  for (;;) {
    collectExpression(c, s.test);
    collectStatements(c, s.body);
    const next = s.orelse[0];
    if (s.orelse.length !== 1 || next?.kind !== "If") break;
    c.descend();
    depth++;
    s = next;
  }
  collectStatements(c, s.orelse);
  while (depth-- > 0) c.ascend();
}

function collectFunction(c: Collector, s: FunctionDefNode | AsyncFunctionDefNode): void {
  c.define(s.name, DEF_LOCAL, s);
  collectExpressions(c, s.args.defaults);
  collectExpressions(c, s.args.kw_defaults);
  collectExpressions(c, s.decorator_list);
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParameters(c, s.name, s.type_params, s);
    // Also without defaults: CPython looks whether there is a list of them, and there always is.
    c.define(".defaults", DEF_PARAM, s);
    if (s.args.kw_defaults.some((value) => value !== null)) c.define(".kwdefaults", DEF_PARAM, s);
    collectTypeParameters(c, s.type_params);
  }
  collectAnnotations(c, s, s.args, s.returns);
  const scope = c.enterBlock(s.name, FUNCTION_BLOCK, s, s);
  if (s.kind === "AsyncFunctionDef") scope.coroutine = true;
  collectArguments(c, s.args);
  collectStatements(c, s.body);
  c.exitBlock();
  if (generic) c.exitBlock();
}

function collectClass(c: Collector, s: ClassDefNode): void {
  c.define(s.name, DEF_LOCAL, s);
  collectExpressions(c, s.decorator_list);
  const outerPrivate = c.privateName;
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParameters(c, s.name, s.type_params, s);
    // The tuple of type parameters is stored and read by the code that builds the bases.
    c.define(".type_params", DEF_LOCAL | USE, s);
    c.privateName = s.name;
    c.define(".generic_base", DEF_LOCAL | USE, s);
    collectTypeParameters(c, s.type_params);
  }
  collectExpressions(c, s.bases);
  for (const keyword of s.keywords) collectExpression(c, keyword.value);
  c.enterBlock(s.name, CLASS_BLOCK, s, s);
  c.privateName = s.name;
  if (generic) {
    c.define("__type_params__", DEF_LOCAL, s);
    c.define(".type_params", USE, s);
  }
  collectStatements(c, s.body);
  c.exitBlock();
  if (generic) c.exitBlock();
  c.privateName = outerPrivate;
}

function collectTypeAlias(c: Collector, s: TypeAliasNode): void {
  collectExpression(c, s.name);
  if (s.name.kind !== "Name") bug("type alias of something other than a name");
  const inClass = c.current.type === CLASS_BLOCK;
  const generic = s.type_params.length > 0;
  if (generic) {
    enterTypeParameters(c, s.name.id, s.type_params, s);
    collectTypeParameters(c, s.type_params);
  }
  const scope = c.enterBlock(s.name.id, TYPE_ALIAS_BLOCK, s, s);
  scope.canSeeClassScope = inClass;
  if (inClass) c.define("__classdict__", USE, s.value);
  collectExpression(c, s.value);
  c.exitBlock();
  if (generic) c.exitBlock();
}

function enterTypeParameters(c: Collector, name: string, key: readonly TypeParam[], position: Position): void {
  const inClass = c.current.type === CLASS_BLOCK;
  const scope = c.enterBlock(name, TYPE_PARAM_BLOCK, key, position);
  if (inClass) {
    scope.canSeeClassScope = true;
    c.define("__classdict__", USE, position);
  }
}

function collectTypeParameters(c: Collector, parameters: readonly TypeParam[]): void {
  for (const parameter of parameters) {
    c.define(parameter.name, DEF_TYPE_PARAM | DEF_LOCAL, parameter);
    if (parameter.kind !== "TypeVar" || parameter.bound === null) continue;
    const inClass = c.current.canSeeClassScope;
    const scope = c.enterBlock(parameter.name, TYPE_VAR_BOUND_BLOCK, parameter, parameter);
    scope.canSeeClassScope = inClass;
    if (inClass) c.define("__classdict__", USE, parameter.bound);
    collectExpression(c, parameter.bound);
    c.exitBlock();
  }
}

function collectAnnotations(
  c: Collector,
  s: FunctionDefNode | AsyncFunctionDefNode,
  args: Arguments,
  returns: Expr | null,
): void {
  if (c.futureAnnotations) c.enterBlock("_annotation", ANNOTATION_BLOCK, s, s);
  const extra = [args.vararg, args.kwarg].filter((argument): argument is Arg => argument !== null);
  for (const argument of [...args.posonlyargs, ...args.args, ...extra, ...args.kwonlyargs]) {
    if (argument.annotation !== null) collectExpression(c, argument.annotation);
  }
  if (c.futureAnnotations) c.exitBlock();
  if (returns !== null) collectAnnotation(c, returns);
}

function collectAnnotation(c: Collector, annotation: Expr): void {
  if (c.futureAnnotations) c.enterBlock("_annotation", ANNOTATION_BLOCK, annotation, annotation);
  collectExpression(c, annotation);
  if (c.futureAnnotations) c.exitBlock();
}

function collectAnnotatedAssignment(c: Collector, s: AnnAssignNode): void {
  if (s.target.kind === "Name") {
    const name = s.target.id;
    const flags = c.flagsOf(name);
    if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && c.current !== c.table.top && s.simple) {
      throw syntaxProblem(`annotated name '${name}' can't be ${flags & DEF_GLOBAL ? "global" : "nonlocal"}`, s);
    }
    if (s.simple) c.define(name, DEF_ANNOT | DEF_LOCAL, s.target);
    else if (s.value !== null) c.define(name, DEF_LOCAL, s.target);
  } else {
    collectExpression(c, s.target);
  }
  collectAnnotation(c, s.annotation);
  if (s.value !== null) collectExpression(c, s.value);
}

function declare(c: Collector, name: string, flag: number, s: Stmt): void {
  const word = flag === DEF_GLOBAL ? "global" : "nonlocal";
  const flags = c.flagsOf(name);
  if (flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) {
    let message = `name '${name}' is assigned to before ${word} declaration`;
    if (flags & DEF_PARAM) message = `name '${name}' is parameter and ${word}`;
    else if (flags & USE) message = `name '${name}' is used prior to ${word} declaration`;
    else if (flags & DEF_ANNOT) message = `annotated name '${name}' can't be ${word}`;
    throw syntaxProblem(message, s);
  }
  c.define(name, flag, s);
  c.recordDirective(name, s);
}

function collectAlias(c: Collector, alias: Alias): void {
  const name = alias.asname ?? alias.name;
  if (name !== "*") {
    c.define(name.split(".", 1)[0]!, DEF_IMPORT, alias);
  } else if (c.current.type !== MODULE_BLOCK) {
    throw syntaxProblem("import * only allowed at module level", alias);
  }
}
