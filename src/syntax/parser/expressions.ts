/**
 * Expressions above the level of atoms: operators, comparisons, conditions, lambda, targets.
 *
 * Binary operators are parsed by precedence. Chains that nest to the right (`a ** b ** c`, `a if b else c if ...`,
 * `not not a`, `lambda: lambda: a`) are collected and folded from the end, so that their length does not use the
 * JavaScript stack. Targets are parsed as expressions and turned into targets afterwards.
 */
import {
  type Arguments,
  type CompareOperator,
  type Expr,
  type ExprContext,
  makeAwait,
  makeBinOp,
  makeBoolOp,
  makeCompare,
  makeIfExp,
  makeLambda,
  makeNamedExpr,
  makeStarred,
  makeTuple,
  makeUnaryOp,
  makeYield,
  makeYieldFrom,
  type Operator,
  type UnaryOperator,
} from "../generated/ast.ts";
import { START } from "../token-buffer.ts";
import * as T from "../tokens.ts";
import { AtomParser } from "./atoms.ts";

const precedences = new Uint8Array(T.KEYWORD_YIELD + 1);
const binaryOperators: Operator[] = [];
const binaryTable: [token: number, precedence: number, operator: Operator][] = [
  [T.VBAR, 1, "BitOr"],
  [T.CIRCUMFLEX, 2, "BitXor"],
  [T.AMPER, 3, "BitAnd"],
  [T.LEFTSHIFT, 4, "LShift"],
  [T.RIGHTSHIFT, 4, "RShift"],
  [T.PLUS, 5, "Add"],
  [T.MINUS, 5, "Sub"],
  [T.STAR, 6, "Mult"],
  [T.SLASH, 6, "Div"],
  [T.DOUBLESLASH, 6, "FloorDiv"],
  [T.PERCENT, 6, "Mod"],
  [T.AT, 6, "MatMult"],
];
for (const [token, precedence, operator] of binaryTable) {
  precedences[token] = precedence;
  binaryOperators[token] = operator;
}

/** A construct whose last operand is still being read. */
type Pending =
  | { readonly start: number; readonly unary: UnaryOperator }
  | { readonly start: number; readonly power: Expr }
  | { readonly start: number; readonly body: Expr; readonly test: Expr }
  | { readonly start: number; readonly lambda: Arguments };

function unaryOperator(type: number): UnaryOperator | undefined {
  switch (type) {
    case T.MINUS:
      return "USub";
    case T.PLUS:
      return "UAdd";
    case T.TILDE:
      return "Invert";
    default:
      return undefined;
  }
}

export abstract class ExpressionParser extends AtomParser {
  /** An expression, or `name := value`. */
  protected override namedExpression(): Expr {
    if (this.type !== T.NAME || this.nextType() !== T.COLONEQUAL) return this.expression();
    this.requires(8);
    const start = this.at;
    const target = this.name();
    target.ctx = "Store";
    this.advance();
    const value = this.expression();
    return makeNamedExpr(target, value, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  protected override expression(): Expr {
    let pending: Pending[] | null = null;
    let value: Expr;
    for (;;) {
      const start = this.at;
      if (this.type === T.KEYWORD_LAMBDA) {
        this.enter(2);
        this.advance();
        const lambda = this.parameters(T.COLON);
        this.expect(T.COLON);
        pending = pending ?? [];
        pending.push({ start, lambda });
        continue;
      }
      value = this.disjunction();
      if (this.type !== T.KEYWORD_IF) break;
      this.enter(1);
      this.advance();
      const test = this.disjunction();
      this.expect(T.KEYWORD_ELSE);
      pending = pending ?? [];
      pending.push({ start, body: value, test });
    }
    return pending === null ? value : this.foldPending(pending, value);
  }

  private foldPending(pending: readonly Pending[], last: Expr): Expr {
    let value = last;
    const endLine = this.endLine();
    const endColumn = this.endColumn();
    for (let i = pending.length - 1; i >= 0; i--) {
      const item = pending[i] as Pending;
      const line = this.line(item.start);
      const column = this.column(item.start);
      if ("unary" in item) value = makeUnaryOp(item.unary, value, line, column, endLine, endColumn);
      else if ("power" in item) value = makeBinOp(item.power, "Pow", value, line, column, endLine, endColumn);
      else if ("lambda" in item) value = makeLambda(item.lambda, value, line, column, endLine, endColumn);
      else value = makeIfExp(item.test, item.body, value, line, column, endLine, endColumn);
      this.leave("power" in item || "lambda" in item ? 2 : 1);
    }
    return value;
  }

  protected override disjunction(): Expr {
    const start = this.at;
    const first = this.conjunction();
    if (this.type !== T.KEYWORD_OR) return first;
    const values = [first];
    while (this.accept(T.KEYWORD_OR)) values.push(this.conjunction());
    return makeBoolOp("Or", values, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private conjunction(): Expr {
    const start = this.at;
    const first = this.inversion();
    if (this.type !== T.KEYWORD_AND) return first;
    const values = [first];
    while (this.accept(T.KEYWORD_AND)) values.push(this.inversion());
    return makeBoolOp("And", values, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private inversion(): Expr {
    if (this.type !== T.KEYWORD_NOT) return this.comparison();
    const pending: Pending[] = [];
    while (this.type === T.KEYWORD_NOT) {
      this.enter(1);
      pending.push({ start: this.at, unary: "Not" });
      this.advance();
    }
    return this.foldPending(pending, this.comparison());
  }

  private comparison(): Expr {
    const start = this.at;
    const left = this.binary(1);
    let operator = this.compareOperator();
    if (operator === null) return left;
    const operators: CompareOperator[] = [];
    const comparators: Expr[] = [];
    while (operator !== null) {
      operators.push(operator);
      comparators.push(this.binary(1));
      operator = this.compareOperator();
    }
    const line = this.line(start);
    return makeCompare(left, operators, comparators, line, this.column(start), this.endLine(), this.endColumn());
  }

  /** Take a comparison operator if there is one. */
  private compareOperator(): CompareOperator | null {
    switch (this.type) {
      case T.EQEQUAL:
        this.advance();
        return "Eq";
      case T.NOTEQUAL: {
        const angled = this.text.charCodeAt(this.data[this.at + START] as number) === 0x3c;
        if (angled !== this.options.barryAsFlufl) this.fail();
        this.advance();
        return "NotEq";
      }
      case T.LESS:
        this.advance();
        return "Lt";
      case T.LESSEQUAL:
        this.advance();
        return "LtE";
      case T.GREATER:
        this.advance();
        return "Gt";
      case T.GREATEREQUAL:
        this.advance();
        return "GtE";
      case T.KEYWORD_IN:
        this.advance();
        return "In";
      case T.KEYWORD_IS:
        this.advance();
        return this.accept(T.KEYWORD_NOT) ? "IsNot" : "Is";
      case T.KEYWORD_NOT:
        if (this.nextType() !== T.KEYWORD_IN) return null;
        this.advance();
        this.advance();
        return "NotIn";
      default:
        return null;
    }
  }

  protected override bitwiseOr(): Expr {
    return this.binary(1);
  }

  /** Operators of at least a certain precedence. */
  private binary(least: number): Expr {
    const start = this.at;
    let left = this.factor();
    for (;;) {
      const precedence = precedences[this.type] as number;
      if (precedence < least || precedence === 0) return left;
      const operator = binaryOperators[this.type] as Operator;
      if (operator === "MatMult") this.requires(5);
      this.advance();
      const right = precedence === 6 ? this.factor() : this.binary(precedence + 1);
      const line = this.line(start);
      left = makeBinOp(left, operator, right, line, this.column(start), this.endLine(), this.endColumn());
    }
  }

  /** Signs and powers, which bind to the right. */
  private factor(): Expr {
    let pending: Pending[] | null = null;
    let value: Expr;
    for (;;) {
      const start = this.at;
      const unary = unaryOperator(this.type);
      if (unary !== undefined) {
        this.enter(1);
        this.advance();
        pending = pending ?? [];
        pending.push({ start, unary });
        continue;
      }
      value = this.type === T.KEYWORD_AWAIT ? this.awaited() : this.primary();
      if (this.type !== T.DOUBLESTAR) break;
      this.enter(2);
      this.advance();
      pending = pending ?? [];
      pending.push({ start, power: value });
    }
    return pending === null ? value : this.foldPending(pending, value);
  }

  private awaited(): Expr {
    this.requires(5);
    const start = this.at;
    this.advance();
    const value = this.primary();
    return makeAwait(value, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  protected override yieldExpression(): Expr {
    const start = this.at;
    const line = this.line(start);
    const column = this.column(start);
    this.expect(T.KEYWORD_YIELD);
    if (this.accept(T.KEYWORD_FROM)) {
      const value = this.expression();
      return makeYieldFrom(value, line, column, this.endLine(), this.endColumn());
    }
    const value = this.endsExpressions() ? null : this.starExpressions();
    return makeYield(value, line, column, this.endLine(), this.endColumn());
  }

  /** Whether the current token cannot start an expression, after a `yield` or a comma. */
  protected endsExpressions(): boolean {
    switch (this.type) {
      case T.NEWLINE:
      case T.TYPE_COMMENT:
      case T.ENDMARKER:
      case T.RPAR:
      case T.RSQB:
      case T.RBRACE:
      case T.EQUAL:
      case T.COLON:
      case T.SEMI:
      case T.EXCLAMATION:
      case T.COMMA:
        return true;
      default:
        return this.type >= T.PLUSEQUAL && this.type <= T.ATEQUAL && this.type !== T.DOUBLESLASH && this.type !== T.AT;
    }
  }

  protected override starExpression(): Expr {
    return this.type === T.STAR ? this.starred(false) : this.expression();
  }

  /** One or more expressions with commas: a tuple if there is a comma. */
  protected override starExpressions(): Expr {
    const start = this.at;
    const first = this.starExpression();
    if (this.type !== T.COMMA) return first;
    const elements = [first];
    while (this.accept(T.COMMA)) {
      if (this.endsExpressions()) break;
      elements.push(this.starExpression());
    }
    return makeTuple(elements, "Load", this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  /** As `starExpressions`, without stars. */
  protected expressions(): Expr {
    const start = this.at;
    const first = this.expression();
    if (this.type !== T.COMMA) return first;
    const elements = [first];
    while (this.accept(T.COMMA)) {
      if (this.endsExpressions()) break;
      elements.push(this.expression());
    }
    return makeTuple(elements, "Load", this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  /** The targets of a `for`: one, or a tuple of several. */
  protected override starTargets(): Expr {
    const start = this.at;
    const first = this.starTarget();
    if (this.type !== T.COMMA) return first;
    const elements = [first];
    while (this.accept(T.COMMA)) {
      if (this.is(T.KEYWORD_IN)) break;
      elements.push(this.starTarget());
    }
    return makeTuple(elements, "Store", this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  protected starTarget(): Expr {
    const start = this.at;
    if (!this.accept(T.STAR)) return this.toTarget(this.primary(), "Store");
    if (this.type === T.STAR) this.fail();
    const value = this.toTarget(this.primary(), "Store");
    return makeStarred(value, "Store", this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  /** Turn an expression into the target of an assignment or `del`. */
  protected toTarget(node: Expr, context: ExprContext): Expr {
    switch (node.kind) {
      case "Name":
      case "Attribute":
      case "Subscript":
        node.ctx = context;
        return node;
      case "Starred":
        if (context === "Del") this.fail();
        node.ctx = context;
        this.toTarget(node.value, context);
        return node;
      case "List":
      case "Tuple":
        node.ctx = context;
        for (const element of node.elts) this.toTarget(element, context);
        return node;
      default:
        return this.fail();
    }
  }
}
