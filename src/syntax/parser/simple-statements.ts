/**
 * Statements that fit on one line: assignments, imports, `del`, `raise` and the like.
 *
 * An assignment is recognised after its first expression has been read. Trap: in an annotated assignment `simple` is
 * 1 for a bare name only, so `(x): int` differs from `x: int`.
 */
import {
  type Alias,
  type Expr,
  makeAlias,
  makeAnnAssign,
  makeAssert,
  makeAssign,
  makeAugAssign,
  makeBreak,
  makeContinue,
  makeDelete,
  makeExpr,
  makeGlobal,
  makeImport,
  makeImportFrom,
  makeNonlocal,
  makePass,
  makeRaise,
  makeReturn,
  makeTypeAlias,
  type Operator,
  type Stmt,
} from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { PatternParser } from "./patterns.ts";

const augmentedOperators: Operator[] = [];
augmentedOperators[T.PLUSEQUAL] = "Add";
augmentedOperators[T.MINEQUAL] = "Sub";
augmentedOperators[T.STAREQUAL] = "Mult";
augmentedOperators[T.ATEQUAL] = "MatMult";
augmentedOperators[T.SLASHEQUAL] = "Div";
augmentedOperators[T.PERCENTEQUAL] = "Mod";
augmentedOperators[T.AMPEREQUAL] = "BitAnd";
augmentedOperators[T.VBAREQUAL] = "BitOr";
augmentedOperators[T.CIRCUMFLEXEQUAL] = "BitXor";
augmentedOperators[T.LEFTSHIFTEQUAL] = "LShift";
augmentedOperators[T.RIGHTSHIFTEQUAL] = "RShift";
augmentedOperators[T.DOUBLESTAREQUAL] = "Pow";
augmentedOperators[T.DOUBLESLASHEQUAL] = "FloorDiv";

export abstract class SimpleStatementParser extends PatternParser {
  /** Statements with ";" between them, up to and with the end of the line. */
  protected simpleStatements(body: Stmt[]): void {
    for (;;) {
      body.push(this.simpleStatement());
      if (!this.accept(T.SEMI)) break;
      if (this.type === T.NEWLINE) break;
    }
    this.expect(T.NEWLINE);
  }

  private simpleStatement(): Stmt {
    const start = this.at;
    switch (this.type) {
      case T.KEYWORD_RETURN: {
        this.advance();
        const value = this.endsStatement() ? null : this.starExpressions();
        return makeReturn(value, this.line(start), this.column(start), this.endLine(), this.endColumn());
      }
      case T.KEYWORD_IMPORT:
        return this.importStatement();
      case T.KEYWORD_FROM:
        return this.importFromStatement();
      case T.KEYWORD_RAISE:
        return this.raiseStatement();
      case T.KEYWORD_PASS:
        this.advance();
        return makePass(this.line(start), this.column(start), this.endLine(), this.endColumn());
      case T.KEYWORD_BREAK:
        this.advance();
        return makeBreak(this.line(start), this.column(start), this.endLine(), this.endColumn());
      case T.KEYWORD_CONTINUE:
        this.advance();
        return makeContinue(this.line(start), this.column(start), this.endLine(), this.endColumn());
      case T.KEYWORD_DEL:
        return this.deleteStatement();
      case T.KEYWORD_ASSERT:
        return this.assertStatement();
      case T.KEYWORD_GLOBAL: {
        const names = this.declaredNames();
        return makeGlobal(names, this.line(start), this.column(start), this.endLine(), this.endColumn());
      }
      case T.KEYWORD_NONLOCAL: {
        const names = this.declaredNames();
        return makeNonlocal(names, this.line(start), this.column(start), this.endLine(), this.endColumn());
      }
      default:
        if (this.nextType() === T.NAME && this.isWord(start, "type")) return this.typeAlias();
        return this.expressionStatement();
    }
  }

  private endsStatement(): boolean {
    return this.type === T.NEWLINE || this.type === T.SEMI;
  }

  private expressionStatement(): Stmt {
    const start = this.at;
    const isYield = this.type === T.KEYWORD_YIELD;
    const value = isYield ? this.yieldExpression() : this.starExpressions();
    switch (this.type) {
      case T.EQUAL:
        return this.assignment(value, start);
      case T.COLON:
        return this.annotatedAssignment(value, start);
      default: {
        const operator = augmentedOperators[this.type];
        if (operator !== undefined) return this.augmentedAssignment(value, operator, start);
        return makeExpr(value, this.line(start), this.column(start), this.endLine(), this.endColumn());
      }
    }
  }

  private yieldOrStarExpressions(): Expr {
    return this.type === T.KEYWORD_YIELD ? this.yieldExpression() : this.starExpressions();
  }

  private assignment(first: Expr, start: number): Stmt {
    const targets: Expr[] = [];
    let value = first;
    while (this.accept(T.EQUAL)) {
      targets.push(this.toTarget(value, "Store"));
      value = this.yieldOrStarExpressions();
    }
    const comment = this.typeComment();
    const line = this.line(start);
    return makeAssign(targets, value, comment, line, this.column(start), this.endLine(), this.endColumn());
  }

  private annotatedAssignment(target: Expr, start: number): Stmt {
    if (target.kind !== "Name" && target.kind !== "Attribute" && target.kind !== "Subscript") this.fail();
    if (this.data[start] === T.LPAR && this.startsWithTarget(target, start)) this.fail();
    const simple = target.kind === "Name" && this.data[start] === T.NAME ? 1 : 0;
    this.requires(6);
    target.ctx = "Store";
    this.advance();
    const annotation = this.expression();
    const value = this.accept(T.EQUAL) ? this.yieldOrStarExpressions() : null;
    const line = this.line(start);
    return makeAnnAssign(target, annotation, value, simple, line, this.column(start), this.endLine(), this.endColumn());
  }

  /**
   * Whether a member of something, as `(a).b`, starts with a target in parentheses. CPython's grammar takes that for
   * the whole target of an annotation and then misses the colon.
   */
  private startsWithTarget(target: Expr, start: number): boolean {
    const isAtStart = (node: Expr): boolean =>
      node.lineno === this.line(start) && node.col_offset === this.column(start);
    let base = target;
    if (!isAtStart(base)) return false;
    while (isAtStart(base)) {
      if (base.kind === "Attribute" || base.kind === "Subscript") base = base.value;
      else if (base.kind === "Call") base = base.func;
      else return false;
    }
    return base.kind === "Name" || base.kind === "Attribute" || base.kind === "Subscript";
  }

  private augmentedAssignment(target: Expr, operator: Operator, start: number): Stmt {
    if (target.kind !== "Name" && target.kind !== "Attribute" && target.kind !== "Subscript") this.fail();
    if (operator === "MatMult") this.requires(5);
    target.ctx = "Store";
    this.advance();
    const value = this.yieldOrStarExpressions();
    return makeAugAssign(
      target,
      operator,
      value,
      this.line(start),
      this.column(start),
      this.endLine(),
      this.endColumn(),
    );
  }

  private typeAlias(): Stmt {
    const start = this.at;
    this.requires(12);
    this.advance();
    const name = this.name();
    name.ctx = "Store";
    const parameters = this.typeParameters();
    this.expect(T.EQUAL);
    const value = this.expression();
    return makeTypeAlias(
      name,
      parameters,
      value,
      this.line(start),
      this.column(start),
      this.endLine(),
      this.endColumn(),
    );
  }

  private raiseStatement(): Stmt {
    const start = this.at;
    this.advance();
    let exception: Expr | null = null;
    let cause: Expr | null = null;
    if (!this.endsStatement()) {
      exception = this.expression();
      if (this.accept(T.KEYWORD_FROM)) cause = this.expression();
    }
    return makeRaise(exception, cause, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private assertStatement(): Stmt {
    const start = this.at;
    this.advance();
    const test = this.expression();
    const message = this.accept(T.COMMA) ? this.expression() : null;
    return makeAssert(test, message, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private deleteStatement(): Stmt {
    const start = this.at;
    this.advance();
    const targets: Expr[] = [];
    do {
      if (this.endsStatement() && targets.length > 0) break;
      targets.push(this.toTarget(this.primary(), "Del"));
    } while (this.accept(T.COMMA));
    if (!this.endsStatement()) this.fail();
    return makeDelete(targets, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private declaredNames(): string[] {
    this.advance();
    const names = [this.identifier()];
    while (this.accept(T.COMMA)) names.push(this.identifier());
    return names;
  }

  private dottedIdentifier(): string {
    let name = this.identifier();
    while (this.accept(T.DOT)) name += `.${this.identifier()}`;
    return name;
  }

  private alias(name: string, start: number): Alias {
    const asName = this.accept(T.KEYWORD_AS) ? this.identifier() : null;
    return makeAlias(name, asName, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private importStatement(): Stmt {
    const start = this.at;
    this.advance();
    const names: Alias[] = [];
    do {
      const first = this.at;
      names.push(this.alias(this.dottedIdentifier(), first));
    } while (this.accept(T.COMMA));
    return makeImport(names, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private importFromStatement(): Stmt {
    const start = this.at;
    this.advance();
    let level = 0;
    while (this.type === T.DOT || this.type === T.ELLIPSIS) {
      level += this.type === T.DOT ? 1 : 3;
      this.advance();
    }
    const module = this.type === T.NAME || level === 0 ? this.dottedIdentifier() : null;
    this.expect(T.KEYWORD_IMPORT);
    const names = this.importedNames();
    return makeImportFrom(module, names, level, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private importedNames(): Alias[] {
    const first = this.at;
    if (this.accept(T.STAR)) return [this.alias("*", first)];
    const parenthesized = this.accept(T.LPAR);
    const names: Alias[] = [];
    do {
      if (parenthesized && this.type === T.RPAR && names.length > 0) break;
      const start = this.at;
      names.push(this.alias(this.identifier(), start));
    } while (this.accept(T.COMMA));
    if (parenthesized) this.expect(T.RPAR);
    return names;
  }
}
