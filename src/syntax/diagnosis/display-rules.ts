/**
 * Atoms, displays and comprehensions in the diagnosis, and their rules for wrong programs.
 *
 * Trap: where an action of CPython's grammar gives nothing, the whole rule fails and later alternatives are not tried.
 */
import { EllipsisConstant } from "../../bytecode/constants.ts";
import {
  type Comprehension,
  type Expr,
  makeComprehension,
  makeConstant,
  makeDict,
  makeDictComp,
  makeGeneratorExp,
  makeList,
  makeListComp,
  makeName,
  makeSet,
  makeSetComp,
  makeTuple,
} from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { ArgumentRules } from "./argument-rules.ts";
import { expressionName, invalidTarget, type TargetKind } from "./targets.ts";

export abstract class DisplayRules extends ArgumentRules {
  abstract starTargets(): Expr | null;
  abstract starNamedExpressions(): Expr[] | null;
  abstract starNamedExpression(): Expr | null;
  abstract namedExpression(): Expr | null;
  abstract disjunction(): Expr | null;
  abstract bitwiseOr(): Expr | null;

  /** Report the first part of an expression that cannot be a target; if there is none, nothing matches. */
  protected raiseInvalidTarget(kind: TargetKind, node: Expr): false {
    const wrong = invalidTarget(node, kind);
    if (wrong === null) return false;
    const verb = kind === "del" ? "delete" : "assign to";
    return this.raiseAt(wrong, `cannot ${verb} ${expressionName(wrong)}`);
  }

  protected name(): Expr | null {
    const at = this.at;
    return this.take(T.NAME) ? makeName(this.identifierAt(at), "Load", ...this.tokenRange(at)) : null;
  }

  atom(): Expr | null {
    const at = this.at;
    switch (this.type()) {
      case T.NAME:
        return this.name();
      case T.KEYWORD_TRUE:
      case T.KEYWORD_FALSE:
      case T.KEYWORD_NONE:
      case T.ELLIPSIS: {
        const type = this.type();
        this.take(type);
        const value =
          type === T.ELLIPSIS ? EllipsisConstant.instance : type === T.KEYWORD_NONE ? null : type === T.KEYWORD_TRUE;
        return makeConstant(value, null, ...this.tokenRange(at));
      }
      case T.STRING:
      case T.FSTRING_START:
        return this.strings();
      case T.NUMBER:
        return this.number();
      case T.LPAR:
        return this.firstOf(
          () => this.tuple(),
          () => this.group(),
          () => this.generator(),
        );
      case T.LSQB:
        return this.firstOf(
          () => this.list(),
          () => this.listComprehension(),
        );
      case T.LBRACE:
        return this.firstOf(
          () => this.dictionary(),
          () => this.set(),
          () => this.dictionaryComprehension(),
          () => this.setComprehension(),
        );
      default:
        return null;
    }
  }

  protected firstOf<Result>(...rules: (() => Result | null)[]): Result | null {
    for (const rule of rules) {
      const result = this.attempt(rule);
      if (result !== null) return result;
    }
    return null;
  }

  private group(): Expr | null {
    const inner = this.attempt(() => {
      if (!this.take(T.LPAR)) return null;
      const value = this.attempt(() => this.yieldExpression()) ?? this.namedExpression();
      return value !== null && this.take(T.RPAR) ? value : null;
    });
    if (inner === null && this.withInvalid) this.attempt(() => this.invalidGroup());
    return inner;
  }

  private invalidGroup(): boolean {
    if (!this.take(T.LPAR)) return false;
    const start = this.at;
    const starred = this.attempt(() => this.starredExpression());
    if (starred !== null && this.take(T.RPAR)) this.raiseAt(starred, "cannot use starred expression here");
    this.at = start;
    const stars = this.token(T.DOUBLESTAR);
    if (stars === null || this.expression() === null || !this.take(T.RPAR)) return false;
    return this.raiseAt(stars, "cannot use double starred expression here");
  }

  protected tuple(): Expr | null {
    const start = this.at;
    if (!this.take(T.LPAR)) return null;
    const elements = this.attempt(() => {
      const first = this.starNamedExpression();
      if (first === null || !this.take(T.COMMA)) return null;
      return [first, ...(this.attempt(() => this.starNamedExpressions()) ?? [])];
    });
    return this.take(T.RPAR) ? makeTuple(elements ?? [], "Load", ...this.range(start)) : null;
  }

  protected generator(): Expr | null {
    const start = this.at;
    const result = this.attempt(() => {
      if (!this.take(T.LPAR)) return null;
      const element = this.attempt(() => this.assignmentExpression()) ?? this.plainExpression();
      const clauses = element === null ? null : this.comprehensionClauses();
      if (element === null || clauses === null || !this.take(T.RPAR)) return null;
      return makeGeneratorExp(element, clauses, ...this.range(start));
    });
    if (result === null && this.withInvalid) this.attempt(() => this.invalidComprehension());
    return result;
  }

  protected list(): Expr | null {
    const start = this.at;
    if (!this.take(T.LSQB)) return null;
    const elements = this.attempt(() => this.starNamedExpressions()) ?? [];
    return this.take(T.RSQB) ? makeList(elements, "Load", ...this.range(start)) : null;
  }

  private bracketedComprehension(open: number, close: number): [Expr, Comprehension[]] | null {
    const result = this.attempt((): [Expr, Comprehension[]] | null => {
      const element = this.take(open) ? this.namedExpression() : null;
      const clauses = element === null ? null : this.comprehensionClauses();
      return element === null || clauses === null || !this.take(close) ? null : [element, clauses];
    });
    if (result === null && this.withInvalid) this.attempt(() => this.invalidComprehension());
    return result;
  }

  private listComprehension(): Expr | null {
    const start = this.at;
    const parts = this.bracketedComprehension(T.LSQB, T.RSQB);
    return parts === null ? null : makeListComp(parts[0], parts[1], ...this.range(start));
  }

  private setComprehension(): Expr | null {
    const start = this.at;
    const parts = this.bracketedComprehension(T.LBRACE, T.RBRACE);
    return parts === null ? null : makeSetComp(parts[0], parts[1], ...this.range(start));
  }

  private set(): Expr | null {
    const start = this.at;
    const elements = this.take(T.LBRACE) ? this.starNamedExpressions() : null;
    return elements !== null && this.take(T.RBRACE) ? makeSet(elements, ...this.range(start)) : null;
  }

  /** A dict display. CPython looks for wrong items in the first pass already. */
  private dictionary(): Expr | null {
    const start = this.at;
    if (!this.take(T.LBRACE)) return null;
    const inside = this.at;
    this.attempt(() => {
      if (this.separated(T.COMMA, () => this.dictionaryItem()) === null) return null;
      this.take(T.COMMA);
      return true;
    });
    if (this.take(T.RBRACE)) return makeDict([], [], ...this.range(start));
    this.at = inside;
    this.invalidDictionaryItems();
    return null;
  }

  private dictionaryItem(): boolean | null {
    if (this.attempt(() => this.take(T.DOUBLESTAR) && this.bitwiseOr() !== null)) return true;
    return this.keyAndValue() === null ? null : true;
  }

  private keyAndValue(): [Expr, Expr] | null {
    const key = this.expression();
    const value = key !== null && this.take(T.COLON) ? this.expression() : null;
    return key === null || value === null ? null : [key, value];
  }

  private dictionaryComprehension(): Expr | null {
    const start = this.at;
    const result = this.attempt(() => {
      const item = this.take(T.LBRACE) ? this.keyAndValue() : null;
      const clauses = item === null ? null : this.comprehensionClauses();
      if (item === null || clauses === null || !this.take(T.RBRACE)) return null;
      return makeDictComp(item[0], item[1], clauses, ...this.range(start));
    });
    if (result === null && this.withInvalid) this.attempt(() => this.invalidDictionaryComprehension());
    return result;
  }

  private invalidDictionaryComprehension(): boolean {
    const stars = this.take(T.LBRACE) ? this.token(T.DOUBLESTAR) : null;
    if (stars === null || this.bitwiseOr() === null || this.comprehensionClauses() === null) return false;
    return this.take(T.RBRACE) && this.raiseAt(stars, "dict unpacking cannot be used in dict comprehension");
  }

  private invalidDictionaryItems(): void {
    this.attempt(() => {
      if (this.separated(T.COMMA, () => this.dictionaryItem()) === null || !this.take(T.COMMA)) return false;
      const start = this.at;
      const key = this.expression();
      if (key !== null && !this.ahead(T.COLON)) {
        const { lineno, end_lineno, end_col_offset } = key;
        const range: [number, number, number, number] = [lineno, end_col_offset - 1, end_lineno, -1];
        throw this.problemInRange("SyntaxError", "':' expected after dictionary key", range);
      }
      this.at = start;
      return this.invalidDictionaryValue();
    });
    this.attempt(() => this.invalidDictionaryValue());
  }

  private invalidDictionaryValue(): boolean {
    if (this.expression() === null) return false;
    const colon = this.token(T.COLON);
    if (colon === null) return false;
    const afterColon = this.at;
    const star = this.token(T.STAR);
    if (star !== null && this.bitwiseOr() !== null) {
      this.raiseFrom(star, "cannot use a starred expression in a dictionary value");
    }
    this.at = afterColon;
    return this.ahead(T.RBRACE, T.COMMA) && this.raiseAt(colon, "expression expected after dictionary key and ':'");
  }

  override comprehensionClauses(): Comprehension[] | null {
    const clauses = this.many(() => this.comprehensionClause());
    return clauses.length === 0 ? null : clauses;
  }

  private comprehensionClause(): Comprehension | null {
    const start = this.at;
    const isAsync = this.take(T.KEYWORD_ASYNC);
    if (this.take(T.KEYWORD_FOR)) {
      const target = this.starTargets();
      if (target !== null && this.take(T.KEYWORD_IN)) {
        const iterable = this.disjunction();
        if (iterable === null) return null;
        const conditions = this.many(() => (this.take(T.KEYWORD_IF) ? this.disjunction() : null));
        if (isAsync) this.requires(6, "Async comprehensions are");
        return makeComprehension(target, iterable, conditions, isAsync ? 1 : 0);
      }
    }
    this.at = start;
    if (this.withInvalid) this.attempt(() => this.invalidForTarget());
    return null;
  }

  protected invalidForTarget(): boolean {
    this.take(T.KEYWORD_ASYNC);
    const targets = this.take(T.KEYWORD_FOR) ? this.starExpressions() : null;
    return targets === null ? false : this.raiseInvalidTarget("for", targets);
  }

  private invalidComprehension(): boolean {
    const start = this.at;
    const starred = this.takeAny(T.LSQB, T.LPAR, T.LBRACE) ? this.starredExpression() : null;
    if (starred !== null && this.comprehensionClauses() !== null) {
      this.raiseAt(starred, "iterable unpacking cannot be used in comprehension");
    }
    this.at = start;
    const first = this.takeAny(T.LSQB, T.LBRACE) ? this.starNamedExpression() : null;
    if (first === null) return false;
    const beforeComma = this.at;
    const message = "did you forget parentheses around the comprehension target?";
    const rest = this.take(T.COMMA) ? this.attempt(() => this.starNamedExpressions()) : null;
    const last = rest?.at(-1);
    if (last !== undefined && this.comprehensionClauses() !== null) this.raiseRange(first, last, message);
    this.at = beforeComma;
    const comma = this.token(T.COMMA);
    if (comma === null || this.comprehensionClauses() === null) return false;
    return this.raiseRange(first, comma, message);
  }
}
