/**
 * Statements in the diagnosis. A statement is known by whether it matches.
 *
 * The rules for wrong headers of blocks (no ":", no indented block) are alike for all compound statements, so they
 * are made by `invalidHeader`. Trap: `false` also stands for a rule that CPython leaves early because of a cut.
 */
import type { Expr } from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { Rule } from "./literal-rules.ts";
import { PatternRules } from "./pattern-rules.ts";
import type { Place } from "./reader.ts";
import { expressionName } from "./targets.ts";

const augmented = [
  T.PLUSEQUAL,
  T.MINEQUAL,
  T.STAREQUAL,
  T.ATEQUAL,
  T.SLASHEQUAL,
  T.PERCENTEQUAL,
  T.AMPEREQUAL,
  T.VBAREQUAL,
  T.CIRCUMFLEXEQUAL,
  T.LEFTSHIFTEQUAL,
  T.RIGHTSHIFTEQUAL,
  T.DOUBLESTAREQUAL,
  T.DOUBLESLASHEQUAL,
];

export abstract class StatementRules extends PatternRules {
  protected abstract compoundStatement(): boolean;

  protected statements(): boolean {
    return this.many(() => (this.statement() ? true : null)).length > 0;
  }

  private statement(): boolean {
    return this.attempt(() => this.compoundStatement()) || this.attempt(() => this.simpleStatements());
  }

  protected simpleStatements(): boolean {
    if (this.attempt(() => this.simpleStatement() && !this.ahead(T.SEMI) && this.take(T.NEWLINE))) return true;
    if (this.separated(T.SEMI, () => (this.simpleStatement() ? true : null)) === null) return false;
    this.take(T.SEMI);
    return this.take(T.NEWLINE);
  }

  private simpleStatement(): boolean {
    return this.memoized(Rule.simpleStatement, () => {
      if (this.attempt(() => this.assignment())) return true;
      if (this.aheadWord("type") && this.attempt(() => this.typeAlias())) return true;
      if (this.attempt(() => this.starExpressions()) !== null) return true;
      return this.keywordStatement();
    });
  }

  private keywordStatement(): boolean {
    switch (this.type()) {
      case T.KEYWORD_RETURN:
        this.take(T.KEYWORD_RETURN);
        this.attempt(() => this.starExpressions());
        return true;
      case T.KEYWORD_IMPORT:
      case T.KEYWORD_FROM:
        return this.importStatement();
      case T.KEYWORD_RAISE:
        return this.raiseStatement();
      case T.KEYWORD_PASS:
      case T.KEYWORD_BREAK:
      case T.KEYWORD_CONTINUE:
        return this.takeAny(T.KEYWORD_PASS, T.KEYWORD_BREAK, T.KEYWORD_CONTINUE);
      case T.KEYWORD_DEL:
        return this.deleteStatement();
      case T.KEYWORD_YIELD:
        return this.yieldExpression() !== null;
      case T.KEYWORD_ASSERT:
        this.take(T.KEYWORD_ASSERT);
        if (this.expression() === null) return false;
        this.attempt(() => (this.take(T.COMMA) ? this.expression() : null));
        return true;
      case T.KEYWORD_GLOBAL:
      case T.KEYWORD_NONLOCAL:
        this.takeAny(T.KEYWORD_GLOBAL, T.KEYWORD_NONLOCAL);
        return this.separated(T.COMMA, () => (this.take(T.NAME) ? true : null)) !== null;
      default:
        return false;
    }
  }

  private raiseStatement(): boolean {
    this.take(T.KEYWORD_RAISE);
    this.attempt(() => {
      if (this.expression() === null) return false;
      this.attempt(() => (this.take(T.KEYWORD_FROM) ? this.expression() : null));
      return true;
    });
    return true;
  }

  private deleteStatement(): boolean {
    const valid = (): boolean => this.take(T.KEYWORD_DEL) && this.deleteTargets() && this.ahead(T.SEMI, T.NEWLINE);
    if (this.attempt(valid)) return true;
    if (!this.withInvalid || !this.take(T.KEYWORD_DEL)) return false;
    const targets = this.starExpressions();
    return targets === null ? false : this.raiseInvalidTarget("del", targets);
  }

  private typeAlias(): boolean {
    if (!this.takeWord("type") || !this.take(T.NAME)) return false;
    this.typeParameters();
    if (!this.take(T.EQUAL) || this.expression() === null) return false;
    this.requires(12, "Type statement is");
    return true;
  }

  private yieldOrStarExpressions(): Expr | null {
    return this.attempt(() => this.yieldExpression()) ?? this.attempt(() => this.starExpressions());
  }

  private annotation(what: string): boolean {
    if (!this.take(T.COLON) || this.expression() === null) return false;
    this.attempt(() => (this.take(T.EQUAL) ? this.yieldOrStarExpressions() : null));
    this.requires(6, what);
    return true;
  }

  private assignment(): boolean {
    if (this.attempt(() => this.take(T.NAME) && this.annotation("Variable annotation syntax is"))) return true;
    const member = (): boolean => {
      const target = this.attempt(() => this.parenthesizedSingleTarget()) ?? this.attempt(() => this.memberTarget());
      return target !== null && this.annotation("Variable annotations syntax is");
    };
    if (this.attempt(member)) return true;
    if (this.attempt(() => this.plainAssignment())) return true;
    const start = this.at;
    const target = this.attempt(() => this.singleTarget());
    if (target !== null && this.augmentedOperator()) return this.yieldOrStarExpressions() !== null;
    this.at = start;
    if (this.withInvalid) this.invalidAssignment();
    return false;
  }

  private assignmentTargets(): number {
    return this.many(() => (this.starTargets() !== null && this.take(T.EQUAL) ? true : null)).length;
  }

  private plainAssignment(): boolean {
    if (this.assignmentTargets() === 0) return false;
    if (this.yieldOrStarExpressions() === null || this.ahead(T.EQUAL)) return false;
    this.take(T.TYPE_COMMENT);
    return true;
  }

  private augmentedOperator(): boolean {
    const isMatrix = this.ahead(T.ATEQUAL);
    if (!this.takeAny(...augmented)) return false;
    if (isMatrix) this.requires(5, "The '@' operator is");
    return true;
  }

  private invalidAssignment(): boolean {
    this.attempt(() => {
      const target = this.invalidAnnotationTarget();
      if (target === null || !this.take(T.COLON) || this.expression() === null) return false;
      return this.raiseAt(target, `only single target (not ${expressionName(target)}) can be annotated`);
    });
    this.attempt(() => {
      const first = this.starNamedExpression();
      if (first === null || !this.take(T.COMMA)) return false;
      this.many(() => this.starNamedExpressions());
      if (!this.take(T.COLON) || this.expression() === null) return false;
      return this.raiseAt(first, "only single target (not tuple) can be annotated");
    });
    this.attempt(() => {
      const target = this.expression();
      if (target === null || !this.take(T.COLON) || this.expression() === null) return false;
      return this.raiseAt(target, "illegal target for annotation");
    });
    return this.invalidTargets();
  }

  private invalidTargets(): boolean {
    const start = this.at;
    this.assignmentTargets();
    const last = this.starExpressions();
    if (last !== null && this.take(T.EQUAL)) return this.raiseInvalidTarget("star", last);
    this.at = start;
    this.assignmentTargets();
    const value = this.yieldExpression();
    if (value !== null && this.take(T.EQUAL)) this.raiseAt(value, "assignment to yield expression not possible");
    this.at = start;
    const target = this.starExpressions();
    if (target === null || !this.augmentedOperator() || this.yieldOrStarExpressions() === null) return false;
    return this.raiseAt(target, `'${expressionName(target)}' is an illegal expression for augmented assignment`);
  }

  private invalidAnnotationTarget(): Expr | null {
    if (this.ahead(T.LSQB)) {
      const list = this.attempt(() => this.atom());
      return list?.kind === "List" ? list : null;
    }
    if (!this.ahead(T.LPAR)) return null;
    const tuple = this.attempt(() => {
      const atom = this.atom();
      return atom?.kind === "Tuple" ? atom : null;
    });
    if (tuple !== null) return tuple;
    this.take(T.LPAR);
    const inner = this.invalidAnnotationTarget();
    return inner !== null && this.take(T.RPAR) ? inner : null;
  }

  private importStatement(): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidImport());
    const start = this.at;
    if (this.take(T.KEYWORD_IMPORT)) {
      const item = (): boolean | null => (this.dottedName() && this.optionalAlias() ? true : null);
      return this.separated(T.COMMA, item) !== null;
    }
    const dots = (): number => this.many(() => (this.takeAny(T.DOT, T.ELLIPSIS) ? true : null)).length;
    const absolute = (): boolean => {
      if (!this.take(T.KEYWORD_FROM)) return false;
      dots();
      return this.dottedName() && this.take(T.KEYWORD_IMPORT) && this.importTargets();
    };
    if (this.attempt(absolute)) return true;
    this.at = start;
    return this.take(T.KEYWORD_FROM) && dots() > 0 && this.take(T.KEYWORD_IMPORT) && this.importTargets();
  }

  private optionalAlias(): boolean {
    this.attempt(() => this.take(T.KEYWORD_AS) && this.take(T.NAME));
    return true;
  }

  private invalidImport(): boolean {
    const start = this.token(T.KEYWORD_IMPORT);
    if (start === null || this.separated(T.COMMA, () => (this.dottedName() ? true : null)) === null) return false;
    if (!this.take(T.KEYWORD_FROM) || !this.dottedName()) return false;
    return this.raiseFrom(start, "Did you mean to use 'from ... import ...' instead?");
  }

  private importNames(): boolean {
    const item = (): boolean | null => (this.take(T.NAME) && this.optionalAlias() ? true : null);
    return this.separated(T.COMMA, item) !== null;
  }

  private importTargets(): boolean {
    const parenthesized = (): boolean => {
      if (!this.take(T.LPAR) || !this.importNames()) return false;
      this.take(T.COMMA);
      return this.take(T.RPAR);
    };
    if (this.attempt(parenthesized)) return true;
    if (this.attempt(() => this.importNames() && !this.ahead(T.COMMA))) return true;
    if (this.take(T.STAR)) return true;
    if (this.withInvalid && this.importNames() && this.take(T.COMMA) && this.take(T.NEWLINE)) {
      this.raise("trailing comma not allowed without surrounding parentheses");
    }
    return false;
  }

  protected block(): boolean {
    return this.memoized(Rule.block, () => {
      const indented = (): boolean =>
        this.take(T.NEWLINE) && this.take(T.INDENT) && this.statements() && this.take(T.DEDENT);
      if (this.attempt(indented) || this.attempt(() => this.simpleStatements())) return true;
      if (this.withInvalid && this.take(T.NEWLINE) && !this.ahead(T.INDENT)) {
        this.raiseIndentation("expected an indented block");
      }
      return false;
    });
  }

  /**
   * A header, which has been taken, that lacks ":" at the end of the line (if `colon`), or that has it but is not
   * followed by an indented block.
   */
  protected invalidHeader(what: string, keyword: Place, colon = true): false {
    const start = this.at;
    if (colon && this.take(T.NEWLINE)) this.raise("expected ':'");
    this.at = start;
    if (this.take(T.COLON) && this.take(T.NEWLINE) && !this.ahead(T.INDENT)) {
      this.raiseIndentation(`expected an indented block after ${what} on line ${keyword.lineno}`);
    }
    this.at = start;
    return false;
  }

  /** A token that must follow, or it is an error in the first pass already. */
  protected force(type: number, shown: string): void {
    if (this.take(type)) return;
    this.type();
    this.raiseAt(this.tokenPlace(this.at), `expected '${shown}'`);
  }
}
