/**
 * Expressions in the diagnosis, from atoms to lambda, and their rules for wrong programs.
 *
 * Binary operators share one method by precedence, which keeps the JavaScript stack shallow; it tries the same things
 * in the same order as CPython's chain of left-recursive rules.
 * Trap: where an action of CPython's grammar gives nothing, the whole rule fails and later alternatives are not tried.
 */

import {
  type CompareOperator,
  type Expr,
  makeArguments,
  makeAttribute,
  makeAwait,
  makeBinOp,
  makeBoolOp,
  makeCall,
  makeCompare,
  makeIfExp,
  makeLambda,
  makeNamedExpr,
  makeSlice,
  makeStarred,
  makeSubscript,
  makeTuple,
  makeUnaryOp,
  makeYield,
  makeYieldFrom,
} from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { DisplayRules } from "./display-rules.ts";
import { Rule } from "./literal-rules.ts";
import { expressionName, isLegacyStatement } from "./targets.ts";

const precedences: Readonly<Record<number, number>> = {
  [T.VBAR]: 1,
  [T.CIRCUMFLEX]: 2,
  [T.AMPER]: 3,
  [T.LEFTSHIFT]: 4,
  [T.RIGHTSHIFT]: 4,
  [T.PLUS]: 5,
  [T.MINUS]: 5,
  [T.STAR]: 6,
  [T.SLASH]: 6,
  [T.DOUBLESLASH]: 6,
  [T.PERCENT]: 6,
  [T.AT]: 6,
};

const maybeEquals = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

export abstract class ExpressionRules extends DisplayRules {
  override expression(): Expr | null {
    return this.memoized(Rule.expression, () => {
      if (this.withInvalid) {
        this.attempt(() => this.invalidExpression());
        this.attempt(() => this.invalidLegacyExpression());
      }
      return this.validExpression();
    });
  }

  private validExpression(): Expr | null {
    const start = this.at;
    const body = this.attempt(() => this.disjunction());
    if (body === null) return this.attempt(() => this.lambda());
    const conditional = this.attempt(() => {
      if (!this.take(T.KEYWORD_IF)) return null;
      const test = this.disjunction();
      if (test === null || !this.take(T.KEYWORD_ELSE)) return null;
      const orelse = this.expression();
      return orelse === null ? null : makeIfExp(test, body, orelse, ...this.range(start));
    });
    return conditional ?? body;
  }

  private expressionWithoutInvalid(): Expr | null {
    const saved = this.withInvalid;
    this.withInvalid = false;
    const result = this.validExpression();
    this.withInvalid = saved;
    return result;
  }

  private invalidExpression(): boolean {
    const start = this.at;
    const isPrefix = this.follows(() => this.take(T.NAME) && this.take(T.STRING));
    if (!isPrefix && !this.aheadSoftKeyword()) {
      const left = this.disjunction();
      const right = left === null ? null : this.expressionWithoutInvalid();
      if (left !== null && right !== null) {
        if (isLegacyStatement(left) || this.levelBefore() === 0) return false;
        this.raiseRange(left, right, "invalid syntax. Perhaps you forgot a comma?");
      }
      this.at = start;
    }
    const body = this.disjunction();
    if (body !== null && this.take(T.KEYWORD_IF)) {
      const test = this.disjunction();
      if (test !== null && !this.ahead(T.KEYWORD_ELSE, T.COLON)) {
        this.raiseRange(body, test, "expected 'else' after 'if' expression");
      }
    }
    this.at = start;
    const lambda = this.token(T.KEYWORD_LAMBDA);
    if (lambda === null) return false;
    this.attempt(() => this.parameters(T.COLON));
    const colon = this.token(T.COLON);
    if (colon === null || !this.ahead(T.FSTRING_MIDDLE)) return false;
    return this.raiseRange(lambda, colon, "f-string: lambda expressions are not allowed without parentheses");
  }

  private invalidLegacyExpression(): boolean {
    const start = this.at;
    const name = this.name();
    if (name === null || this.ahead(T.LPAR)) return false;
    const rest = this.starExpressions();
    if (rest === null || !isLegacyStatement(name)) return false;
    const word = this.identifierAt(start);
    return this.raiseRange(name, rest, `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`);
  }

  private lambda(): Expr | null {
    const start = this.at;
    if (!this.take(T.KEYWORD_LAMBDA)) return null;
    this.attempt(() => this.parameters(T.COLON));
    if (!this.take(T.COLON)) return null;
    const body = this.expression();
    const parameters = makeArguments([], [], null, [], [], null, []);
    return body === null ? null : makeLambda(parameters, body, ...this.range(start));
  }

  override yieldExpression(): Expr | null {
    const start = this.at;
    if (!this.take(T.KEYWORD_YIELD)) return null;
    const from = this.attempt(() => {
      const value = this.take(T.KEYWORD_FROM) ? this.expression() : null;
      return value === null ? null : makeYieldFrom(value, ...this.range(start));
    });
    if (from !== null) return from;
    const value = this.attempt(() => this.starExpressions());
    return makeYield(value, ...this.range(start));
  }

  private commaSeparated(item: () => Expr | null): Expr | null {
    const start = this.at;
    const first = this.attempt(item);
    if (first === null || !this.ahead(T.COMMA)) return first;
    const elements = [first];
    while (this.take(T.COMMA)) {
      const next = this.attempt(item);
      if (next === null) break;
      elements.push(next);
    }
    return makeTuple(elements, "Load", ...this.range(start));
  }

  expressions(): Expr | null {
    return this.commaSeparated(() => this.expression());
  }

  override starExpressions(): Expr | null {
    return this.commaSeparated(() => this.starExpression());
  }

  override starExpression(): Expr | null {
    return this.memoized(Rule.starExpression, () => this.starredOr() ?? this.expression());
  }

  /** `*x` with a `|` expression. */
  private starredOr(): Expr | null {
    const start = this.at;
    return this.attempt(() => {
      const value = this.take(T.STAR) ? this.bitwiseOr() : null;
      return value === null ? null : makeStarred(value, "Load", ...this.range(start));
    });
  }

  override starNamedExpressions(): Expr[] | null {
    const items = this.separated(T.COMMA, () => this.starNamedExpression());
    if (items !== null) this.take(T.COMMA);
    return items;
  }

  override starNamedExpression(): Expr | null {
    return this.starredOr() ?? this.namedExpression();
  }

  override assignmentExpression(): Expr | null {
    const start = this.at;
    const target = this.name();
    if (target === null || !this.take(T.COLONEQUAL)) return null;
    const value = this.expression();
    if (value === null) return null;
    this.requires(8, "Assignment expressions are");
    return makeNamedExpr(target, value, ...this.range(start));
  }

  override namedExpression(): Expr | null {
    const assignment = this.attempt(() => this.assignmentExpression());
    if (assignment !== null) return assignment;
    if (this.withInvalid) this.attempt(() => this.invalidNamedExpression());
    return this.attempt(() => this.plainExpression());
  }

  private invalidNamedExpression(): boolean {
    return this.memoized(Rule.invalidNamedExpression, () => {
      const start = this.at;
      const target = this.expression();
      if (target !== null && this.take(T.COLONEQUAL) && this.expression() !== null) {
        this.raiseAt(target, `cannot use assignment expressions with ${expressionName(target)}`);
      }
      this.at = start;
      const name = this.name();
      if (name !== null && this.take(T.EQUAL)) {
        const value = this.bitwiseOr();
        if (value !== null && !this.ahead(T.EQUAL, T.COLONEQUAL)) this.raiseRange(name, value, maybeEquals);
      }
      this.at = start;
      if (this.follows(() => this.displayOrConstant())) return false;
      const left = this.bitwiseOr();
      if (left === null || !this.take(T.EQUAL) || this.bitwiseOr() === null) return false;
      if (this.ahead(T.EQUAL, T.COLONEQUAL)) return false;
      const what = expressionName(left);
      return this.raiseAt(left, `cannot assign to ${what} here. Maybe you meant '==' instead of '='?`);
    });
  }

  private displayOrConstant(): boolean {
    if (this.takeAny(T.KEYWORD_TRUE, T.KEYWORD_NONE, T.KEYWORD_FALSE)) return true;
    return [() => this.list(), () => this.tuple(), () => this.generator()].some((rule) => this.follows(rule));
  }

  override disjunction(): Expr | null {
    return this.memoized(Rule.disjunction, () => this.chain(T.KEYWORD_OR, () => this.conjunction()));
  }

  private conjunction(): Expr | null {
    return this.memoized(Rule.conjunction, () => this.chain(T.KEYWORD_AND, () => this.inversion()));
  }

  private chain(operator: number, operand: () => Expr | null): Expr | null {
    const start = this.at;
    const values = this.separated(operator, operand);
    if (values === null) return null;
    if (values.length === 1) return values[0] as Expr;
    return makeBoolOp(operator === T.KEYWORD_OR ? "Or" : "And", values, ...this.range(start));
  }

  private inversion(): Expr | null {
    return this.memoized(Rule.inversion, () => {
      const start = this.at;
      if (!this.take(T.KEYWORD_NOT)) return this.comparison();
      const operand = this.inversion();
      return operand === null ? null : makeUnaryOp("Not", operand, ...this.range(start));
    });
  }

  private comparison(): Expr | null {
    const start = this.at;
    const left = this.bitwiseOr();
    if (left === null) return null;
    const pairs = this.many((): [CompareOperator, Expr] | null => {
      const operator = this.compareOperator();
      const right = operator === null ? null : this.bitwiseOr();
      return operator === null || right === null ? null : [operator, right];
    });
    if (pairs.length === 0) return left;
    const operators = pairs.map(([operator]) => operator);
    const comparators = pairs.map(([, right]) => right);
    return makeCompare(left, operators, comparators, ...this.range(start));
  }

  private compareOperator(): CompareOperator | null {
    if (this.take(T.EQEQUAL)) return "Eq";
    const at = this.at;
    if (this.take(T.NOTEQUAL)) {
      const angled = this.tokenText(at) === "<>";
      if (this.options.barryAsFlufl && !angled) this.raise("with Barry as BDFL, use '<>' instead of '!='");
      return angled === this.options.barryAsFlufl ? "NotEq" : null;
    }
    if (this.take(T.LESSEQUAL)) return "LtE";
    if (this.take(T.LESS)) return "Lt";
    if (this.take(T.GREATEREQUAL)) return "GtE";
    if (this.take(T.GREATER)) return "Gt";
    if (this.take(T.KEYWORD_NOT)) return this.take(T.KEYWORD_IN) ? "NotIn" : null;
    if (this.take(T.KEYWORD_IN)) return "In";
    if (!this.take(T.KEYWORD_IS)) return null;
    return this.take(T.KEYWORD_NOT) ? "IsNot" : "Is";
  }

  override bitwiseOr(): Expr | null {
    return this.memoized(Rule.bitwiseOr, () => this.binary(1));
  }

  private binary(least: number): Expr | null {
    const start = this.at;
    let left = this.factor();
    while (left !== null) {
      const precedence = precedences[this.type()] ?? 0;
      if (precedence < least || precedence === 0) return left;
      const before = this.at;
      const isMatrix = this.ahead(T.AT);
      this.takeAny(this.type());
      const right = precedence === 6 ? this.factor() : this.binary(precedence + 1);
      if (right === null) {
        this.at = before;
        return left;
      }
      if (isMatrix) this.requires(5, "The '@' operator is");
      left = makeBinOp(left, "Add", right, ...this.range(start));
    }
    return null;
  }

  private factor(): Expr | null {
    return this.memoized(Rule.factor, () => {
      const start = this.at;
      if (this.takeAny(T.PLUS, T.MINUS, T.TILDE)) {
        const operand = this.factor();
        return operand === null ? null : makeUnaryOp("USub", operand, ...this.range(start));
      }
      const base = this.awaitPrimary();
      if (base === null) return null;
      const power = this.attempt(() => {
        const exponent = this.take(T.DOUBLESTAR) ? this.factor() : null;
        return exponent === null ? null : makeBinOp(base, "Pow", exponent, ...this.range(start));
      });
      return power ?? base;
    });
  }

  private awaitPrimary(): Expr | null {
    const start = this.at;
    if (!this.take(T.KEYWORD_AWAIT)) return this.primary();
    const value = this.primary();
    if (value === null) return null;
    this.requires(5, "Await expressions are");
    return makeAwait(value, ...this.range(start));
  }

  primary(): Expr | null {
    return this.memoized(Rule.primary, () => {
      const start = this.at;
      let value = this.attempt(() => this.atom());
      while (value !== null) {
        const callee: Expr = value;
        const longer = this.attempt(() => this.trailer(callee, start));
        if (longer === null) return value;
        value = longer;
      }
      return null;
    });
  }

  /** An attribute, call or subscript of a value that started at `start`. */
  protected trailer(value: Expr, start: number): Expr | null {
    if (this.take(T.DOT)) {
      const name = this.at;
      if (!this.take(T.NAME)) return null;
      return makeAttribute(value, this.identifierAt(name), "Load", ...this.range(start));
    }
    return this.callTrailer(value, start) ?? this.attempt(() => this.subscriptTrailer(value, start));
  }

  /** A call. Any bracket is looked into, for it could be a comprehension that someone got wrong. */
  protected callTrailer(value: Expr, start: number): Expr | null {
    const generator = this.ahead(T.LPAR, T.LSQB, T.LBRACE) ? this.attempt(() => this.generator()) : null;
    if (generator !== null) return makeCall(value, [generator], [], ...this.range(start));
    return this.attempt(() => {
      if (!this.take(T.LPAR)) return null;
      const list = this.attempt(() => this.callArguments());
      if (!this.take(T.RPAR)) return null;
      return makeCall(value, list?.args ?? [], list?.keywords ?? [], ...this.range(start));
    });
  }

  protected subscriptTrailer(value: Expr, start: number): Expr | null {
    const slices = this.take(T.LSQB) ? this.slices() : null;
    if (slices === null || !this.take(T.RSQB)) return null;
    return makeSubscript(value, slices, "Load", ...this.range(start));
  }

  slices(): Expr | null {
    const start = this.at;
    const single = this.attempt(() => {
      const slice = this.slice();
      return slice === null || this.ahead(T.COMMA) ? null : slice;
    });
    if (single !== null) return single;
    const elements = this.separated(
      T.COMMA,
      () => this.attempt(() => this.slice()) ?? this.attempt(() => this.starredExpression()),
    );
    if (elements === null) return null;
    this.take(T.COMMA);
    return makeTuple(elements, "Load", ...this.range(start));
  }

  private slice(): Expr | null {
    const start = this.at;
    const slice = this.attempt(() => {
      this.attempt(() => this.expression());
      if (!this.take(T.COLON)) return null;
      this.attempt(() => this.expression());
      this.attempt(() => {
        if (!this.take(T.COLON)) return null;
        this.attempt(() => this.expression());
        return true;
      });
      return makeSlice(null, null, null, ...this.range(start));
    });
    return slice ?? this.namedExpression();
  }
}
