/**
 * The AST optimiser: constant expressions become constants (CPython: Python/ast_opt.c).
 *
 * It changes the tree in place, so a tree that is to be shown as written must not have been compiled.
 *
 * Trap: positions decide: a folded expression has the location of the whole, `not a is b` that of the comparison.
 */
import { type Constant, FrozenSetConstant, TupleConstant, WideText } from "../../bytecode/constants.ts";
import type {
  Arguments,
  BinOpNode,
  CompareNode,
  CompareOperator,
  Comprehension,
  ConstantNode,
  Expr,
  IfNode,
  Keyword,
  Mod,
  Pattern,
  Stmt,
  SubscriptNode,
  TupleNode,
  TypeParam,
  UnaryOpNode,
} from "../../syntax/generated/ast.ts";
import type { WarningHandler } from "../../syntax/tokenizer/lines.ts";
import { docstringOf } from "../docstring.ts";
import { recursionProblem } from "../problems.ts";
import { type SpineNode, unrollSpine } from "../spine.ts";
import { distinctConstants } from "./equality.ts";
import { formatToJoinedStr } from "./format.ts";
import { binaryOperation, subscriptOperation, unaryOperation } from "./operations.ts";

export interface FoldOptions {
  readonly optimize: number;
  /** Annotations will become strings and must stay as written. */
  readonly futureAnnotations: boolean;
  readonly onWarning: WarningHandler;
}

const RECURSION_LIMIT = 20_000;

export function foldTree(tree: Mod, options: FoldOptions): void {
  const folder = new Folder(options);
  switch (tree.kind) {
    case "Module":
    case "Interactive":
      folder.body(tree.body);
      break;
    case "Expression":
      tree.body = folder.expression(tree.body);
      break;
    case "FunctionType":
      break;
  }
}

const INVERTED: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = {
  Is: "IsNot",
  IsNot: "Is",
  In: "NotIn",
  NotIn: "In",
};

const INVERTED_BOOL =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. " +
  "This returns the bitwise inversion of the underlying int object and is usually not what you expect " +
  "from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the " +
  "bitwise inversion of the underlying int.";

function constantAt(node: Expr, value: Constant): ConstantNode {
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  return { kind: "Constant", value, string_kind: null, lineno, col_offset, end_lineno, end_col_offset };
}

function constantItems(elements: readonly Expr[]): Constant[] | null {
  const values: Constant[] = [];
  for (const element of elements) {
    if (element.kind !== "Constant") return null;
    values.push(element.value);
  }
  return values;
}

class Folder {
  #depth = 0;

  constructor(readonly options: FoldOptions) {}

  #descend(): void {
    if (++this.#depth > RECURSION_LIMIT) throw recursionProblem();
  }

  /** The statements of a module, class or function; folding must not make a docstring of the first. */
  body(statements: Stmt[]): void {
    const hadDocstring = docstringOf(statements) !== null;
    this.statements(statements);
    const first = statements[0];
    if (hadDocstring || docstringOf(statements) === null || first?.kind !== "Expr") return;
    const { lineno, col_offset, end_lineno, end_col_offset } = first;
    first.value = { kind: "JoinedStr", values: [first.value], lineno, col_offset, end_lineno, end_col_offset };
  }

  statements(statements: readonly Stmt[]): void {
    for (const statement of statements) this.statement(statement);
  }

  expressions(list: (Expr | null)[]): void {
    for (let index = 0; index < list.length; index++) {
      const element = list[index]!;
      if (element !== null) list[index] = this.expression(element);
    }
  }

  optional(e: Expr | null): Expr | null {
    return e === null ? null : this.expression(e);
  }

  statement(s: Stmt): void {
    this.#descend();
    switch (s.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.typeParameters(s.type_params);
        this.arguments(s.args);
        this.body(s.body);
        this.expressions(s.decorator_list);
        if (!this.options.futureAnnotations) s.returns = this.optional(s.returns);
        break;
      case "ClassDef":
        this.typeParameters(s.type_params);
        this.expressions(s.bases);
        this.keywords(s.keywords);
        this.body(s.body);
        this.expressions(s.decorator_list);
        break;
      case "Return":
        s.value = this.optional(s.value);
        break;
      case "Delete":
        this.expressions(s.targets);
        break;
      case "Assign":
        this.expressions(s.targets);
        s.value = this.expression(s.value);
        break;
      case "AugAssign":
        s.target = this.expression(s.target);
        s.value = this.expression(s.value);
        break;
      case "AnnAssign":
        s.target = this.expression(s.target);
        if (!this.options.futureAnnotations) s.annotation = this.expression(s.annotation);
        s.value = this.optional(s.value);
        break;
      case "TypeAlias":
        s.name = this.expression(s.name);
        this.typeParameters(s.type_params);
        s.value = this.expression(s.value);
        break;
      case "If":
        this.ifChain(s);
        break;
      case "Raise":
        s.exc = this.optional(s.exc);
        s.cause = this.optional(s.cause);
        break;
      case "Assert":
        s.test = this.expression(s.test);
        s.msg = this.optional(s.msg);
        break;
      case "Expr":
        s.value = this.expression(s.value);
        break;
      default:
        this.block(s);
    }
    this.#depth--;
  }

  block(s: Stmt): void {
    switch (s.kind) {
      case "For":
      case "AsyncFor":
        s.target = this.expression(s.target);
        s.iter = this.iterable(this.expression(s.iter));
        this.statements(s.body);
        this.statements(s.orelse);
        break;
      case "While":
        s.test = this.expression(s.test);
        this.statements(s.body);
        this.statements(s.orelse);
        break;
      case "With":
      case "AsyncWith":
        for (const item of s.items) {
          item.context_expr = this.expression(item.context_expr);
          item.optional_vars = this.optional(item.optional_vars);
        }
        this.statements(s.body);
        break;
      case "Try":
      case "TryStar":
        this.statements(s.body);
        for (const handler of s.handlers) {
          handler.type = this.optional(handler.type);
          this.statements(handler.body);
        }
        this.statements(s.orelse);
        this.statements(s.finalbody);
        break;
      case "Match":
        s.subject = this.expression(s.subject);
        for (const matchCase of s.cases) {
          this.pattern(matchCase.pattern);
          matchCase.guard = this.optional(matchCase.guard);
          this.statements(matchCase.body);
        }
        break;
    }
  }

  ifChain(top: IfNode): void {
    let levels = 0;
    let s = top;
    for (;;) {
      s.test = this.expression(s.test);
      this.statements(s.body);
      const next = s.orelse[0];
      if (s.orelse.length !== 1 || next?.kind !== "If") break;
      this.#descend();
      levels++;
      s = next;
    }
    this.statements(s.orelse);
    this.#depth -= levels;
  }

  typeParameters(parameters: readonly TypeParam[]): void {
    for (const parameter of parameters) {
      if (parameter.kind === "TypeVar") parameter.bound = this.optional(parameter.bound);
    }
  }

  arguments(args: Arguments): void {
    if (!this.options.futureAnnotations) {
      for (const arg of [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg]) {
        if (arg !== null) arg.annotation = this.optional(arg.annotation);
      }
    }
    this.expressions(args.kw_defaults);
    this.expressions(args.defaults);
  }

  keywords(keywords: readonly Keyword[]): void {
    for (const keyword of keywords) keyword.value = this.expression(keyword.value);
  }

  pattern(p: Pattern): void {
    this.#descend();
    switch (p.kind) {
      case "MatchValue":
        p.value = this.expression(p.value);
        break;
      case "MatchSequence":
      case "MatchOr":
        for (const pattern of p.patterns) this.pattern(pattern);
        break;
      case "MatchMapping":
        this.expressions(p.keys);
        for (const pattern of p.patterns) this.pattern(pattern);
        break;
      case "MatchClass":
        p.cls = this.expression(p.cls);
        for (const pattern of [...p.patterns, ...p.kwd_patterns]) this.pattern(pattern);
        break;
      case "MatchAs":
        if (p.pattern !== null) this.pattern(p.pattern);
        break;
      case "MatchSingleton":
      case "MatchStar":
        break;
    }
    this.#depth--;
  }

  expression(e: Expr): Expr {
    this.#descend();
    const folded = this.node(e);
    this.#depth--;
    return folded;
  }

  node(e: Expr): Expr {
    switch (e.kind) {
      case "BoolOp":
      case "JoinedStr":
        this.expressions(e.values);
        return e;
      case "BinOp":
      case "UnaryOp":
      case "Attribute":
      case "Call":
      case "Subscript":
        return this.spine(e);
      case "Lambda":
        this.arguments(e.args);
        e.body = this.expression(e.body);
        return e;
      case "IfExp":
        e.test = this.expression(e.test);
        e.body = this.expression(e.body);
        e.orelse = this.expression(e.orelse);
        return e;
      case "Dict":
        this.expressions(e.keys);
        this.expressions(e.values);
        return e;
      case "Set":
      case "List":
        this.expressions(e.elts);
        return e;
      case "Tuple":
        this.expressions(e.elts);
        return this.tuple(e);
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        e.elt = this.expression(e.elt);
        this.generators(e.generators);
        return e;
      case "DictComp":
        e.key = this.expression(e.key);
        e.value = this.expression(e.value);
        this.generators(e.generators);
        return e;
      case "Compare":
        e.left = this.expression(e.left);
        this.expressions(e.comparators);
        return this.comparison(e);
      case "FormattedValue":
        e.value = this.expression(e.value);
        e.format_spec = this.optional(e.format_spec);
        return e;
      case "Slice":
        e.lower = this.optional(e.lower);
        e.upper = this.optional(e.upper);
        e.step = this.optional(e.step);
        return e;
      case "Name":
        return e.ctx === "Load" && e.id === "__debug__" ? constantAt(e, this.options.optimize === 0) : e;
      case "NamedExpr":
      case "Await":
      case "YieldFrom":
      case "Starred":
        e.value = this.expression(e.value);
        return e;
      case "Yield":
        e.value = this.optional(e.value);
        return e;
      case "Constant":
        return e;
    }
  }

  generators(generators: readonly Comprehension[]): void {
    for (const generator of generators) {
      generator.target = this.expression(generator.target);
      generator.iter = this.iterable(this.expression(generator.iter));
      this.expressions(generator.ifs);
    }
  }

  spine(top: SpineNode): Expr {
    const { nodes, start } = unrollSpine(top);
    for (let count = 0; count < nodes.length; count++) this.#descend();
    let folded = this.expression(start);
    for (let index = nodes.length - 1; index >= 0; index--) {
      folded = this.spineNode(nodes[index]!, folded);
      this.#depth--;
    }
    return folded;
  }

  /** One step out in a chain, whose inner part has been folded. */
  spineNode(e: SpineNode, inner: Expr): Expr {
    switch (e.kind) {
      case "BinOp":
        e.left = inner;
        e.right = this.expression(e.right);
        return this.binary(e);
      case "UnaryOp":
        e.operand = inner;
        return this.unary(e);
      case "Attribute":
        e.value = inner;
        return e;
      case "Call":
        e.func = inner;
        this.expressions(e.args);
        this.keywords(e.keywords);
        return e;
      case "Subscript":
        e.value = inner;
        e.slice = this.expression(e.slice);
        return this.subscript(e);
    }
  }

  binary(e: BinOpNode): Expr {
    const { left, right } = e;
    if (left.kind !== "Constant") return e;
    const { value } = left;
    const isText = typeof value === "string" || value instanceof WideText;
    if (e.op === "Mod" && isText && right.kind === "Tuple" && !right.elts.some((item) => item.kind === "Starred")) {
      return formatToJoinedStr(e, value, right.elts) ?? e;
    }
    if (right.kind !== "Constant") return e;
    const result = binaryOperation(e.op, value, right.value);
    return result === undefined ? e : constantAt(e, result);
  }

  unary(e: UnaryOpNode): Expr {
    const { operand } = e;
    if (operand.kind === "Constant") {
      if (e.op === "Invert" && typeof operand.value === "boolean" && !this.mayInvertBool()) return e;
      const result = unaryOperation(e.op, operand.value);
      return result === undefined ? e : constantAt(e, result);
    }
    if (e.op !== "Not" || operand.kind !== "Compare" || operand.ops.length !== 1) return e;
    const inverted = INVERTED[operand.ops[0]!];
    if (inverted === undefined) return e;
    operand.ops[0] = inverted;
    return operand;
  }

  /**
   * Warns; false if the warning became an error, which then happens at run time. CPython runs the operation here,
   * so the warning is about the Python line that calls the compiler: line 0 stands for that.
   */
  mayInvertBool(): boolean {
    return this.options.onWarning("DeprecationWarning", INVERTED_BOOL, 0) !== true;
  }

  tuple(e: TupleNode): Expr {
    const values = e.ctx === "Load" ? constantItems(e.elts) : null;
    return values === null ? e : constantAt(e, new TupleConstant(values));
  }

  subscript(e: SubscriptNode): Expr {
    if (e.ctx !== "Load" || e.value.kind !== "Constant" || e.slice.kind !== "Constant") return e;
    const result = subscriptOperation(e.value.value, e.slice.value);
    return result === undefined ? e : constantAt(e, result);
  }

  comparison(e: CompareNode): Expr {
    const last = e.ops.length - 1;
    if (e.ops[last] === "In" || e.ops[last] === "NotIn") e.comparators[last] = this.iterable(e.comparators[last]!);
    return e;
  }

  /** A list or set that is only iterated or searched: a tuple or frozenset does as well. */
  iterable(e: Expr): Expr {
    if (e.kind === "List") {
      if (e.elts.some((element) => element.kind === "Starred")) return e;
      const { elts, ctx, lineno, col_offset, end_lineno, end_col_offset } = e;
      return this.tuple({ kind: "Tuple", elts, ctx, lineno, col_offset, end_lineno, end_col_offset });
    }
    if (e.kind !== "Set") return e;
    const values = constantItems(e.elts);
    if (values === null) return e;
    return constantAt(e, new FrozenSetConstant(distinctConstants(values)));
  }
}
