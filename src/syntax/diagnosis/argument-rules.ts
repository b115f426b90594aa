/**
 * Parameters, arguments and type parameters in the diagnosis.
 *
 * The rules of `def` and of `lambda` differ in the closing token, annotations and a few messages only, so both are
 * made from one set. Trap: a parameter includes the comma after it, as in CPython's grammar; without one the closing
 * token must follow.
 */
import {
  type Comprehension,
  type Expr,
  type Keyword,
  makeCall,
  makeKeyword,
  makeName,
  makeStarred,
} from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { LiteralRules, Rule } from "./literal-rules.ts";
import type { Place } from "./reader.ts";
import { lastItem } from "./targets.ts";

/** The arguments of a call as far as the messages need them, and where they stand. */
export interface ArgumentList extends Place {
  readonly args: Expr[];
  readonly keywords: Keyword[];
}

export abstract class ArgumentRules extends LiteralRules {
  abstract expression(): Expr | null;
  abstract starExpression(): Expr | null;
  abstract assignmentExpression(): Expr | null;
  abstract comprehensionClauses(): Comprehension[] | null;

  /** The parameters of a function, or of a lambda if the closing token is ":". */
  protected parameters(close: number): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidParameters(close));
    return this.validParameters(close);
  }

  private validParameters(close: number): boolean {
    const withDefaults = (): void => {
      this.many(() => this.parameterWithDefault(close));
      this.attempt(() => this.starParameters(close));
    };
    if (this.attempt(() => this.slashWithoutDefault(close))) {
      this.many(() => this.parameterWithoutDefault(close));
      withDefaults();
      this.requires(8, "Positional-only parameters are");
      return true;
    }
    if (this.attempt(() => this.slashWithDefault(close))) {
      withDefaults();
      this.requires(8, "Positional-only parameters are");
      return true;
    }
    if (this.many(() => this.parameterWithoutDefault(close)).length > 0) {
      withDefaults();
      return true;
    }
    if (this.many(() => this.parameterWithDefault(close)).length > 0) {
      this.attempt(() => this.starParameters(close));
      return true;
    }
    return this.attempt(() => this.starParameters(close));
  }

  /** The comma after a parameter, or the closing token ahead, and in a `def` a type comment after or before that. */
  private endOfParameter(close: number): boolean {
    const start = this.at;
    const isDef = close === T.RPAR;
    if (this.take(T.COMMA)) {
      if (isDef) this.take(T.TYPE_COMMENT);
      return true;
    }
    this.at = start;
    if (isDef) this.take(T.TYPE_COMMENT);
    return this.ahead(close);
  }

  /** "/" with the comma after it, or the closing token ahead. */
  private slash(close: number): boolean {
    return this.take(T.SLASH) && (this.take(T.COMMA) || this.ahead(close));
  }

  private parameter(close: number): Place | null {
    const start = this.at;
    if (!this.take(T.NAME)) return null;
    if (close === T.RPAR) this.attempt(() => (this.take(T.COLON) ? this.expression() : null));
    return this.place(start);
  }

  private defaultValue(): boolean {
    const start = this.at;
    if (this.take(T.EQUAL) && this.expression() !== null) return true;
    this.at = start;
    if (this.withInvalid) {
      const mark = this.token(T.EQUAL);
      if (mark !== null && this.ahead(T.RPAR, T.COMMA)) this.raiseAt(mark, "expected default value expression");
      this.at = start;
    }
    return false;
  }

  private parameterWithoutDefault(close: number): Place | null {
    return this.attempt(() => {
      const place = this.parameter(close);
      return place !== null && this.endOfParameter(close) ? place : null;
    });
  }

  private parameterWithDefault(close: number): Place | null {
    return this.attempt(() => {
      const place = this.parameter(close);
      return place !== null && this.defaultValue() && this.endOfParameter(close) ? place : null;
    });
  }

  private parameterMaybeDefault(close: number): Place | null {
    return this.attempt(() => {
      const place = this.parameter(close);
      if (place === null) return null;
      this.defaultValue();
      return this.endOfParameter(close) ? place : null;
    });
  }

  private slashWithoutDefault(close: number): boolean {
    if (this.many(() => this.parameterWithoutDefault(close)).length === 0) return false;
    return this.slash(close);
  }

  private slashWithDefault(close: number): boolean {
    this.many(() => this.parameterWithoutDefault(close));
    if (this.many(() => this.parameterWithDefault(close)).length === 0) return false;
    return this.slash(close);
  }

  /** "*" with what follows it, or "**". */
  private starParameters(close: number): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidStar(close));
    const rest = (): boolean => {
      this.many(() => this.parameterMaybeDefault(close));
      this.attempt(() => this.doubleStarParameter(close));
      return true;
    };
    if (this.attempt(() => this.take(T.STAR) && this.parameterWithoutDefault(close) !== null)) return rest();
    if (close === T.RPAR && this.attempt(() => this.take(T.STAR) && this.starAnnotated(close))) return rest();
    const bare = (): boolean =>
      this.take(T.STAR) && this.take(T.COMMA) && this.many(() => this.parameterMaybeDefault(close)).length > 0;
    if (this.attempt(bare)) {
      this.attempt(() => this.doubleStarParameter(close));
      return true;
    }
    return this.attempt(() => this.doubleStarParameter(close));
  }

  private starAnnotated(close: number): boolean {
    return this.take(T.NAME) && this.take(T.COLON) && this.starExpression() !== null && this.endOfParameter(close);
  }

  private doubleStarParameter(close: number): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidDoubleStar(close));
    return this.attempt(() => this.take(T.DOUBLESTAR) && this.parameterWithoutDefault(close) !== null);
  }

  private invalidParameters(close: number): boolean {
    this.attempt(() => {
      const slash = this.token(T.SLASH);
      if (slash !== null && this.take(T.COMMA)) this.raiseAt(slash, "at least one argument must precede /");
      return false;
    });
    this.attempt(() => {
      if (!this.anySlash(close)) return false;
      this.many(() => this.parameterMaybeDefault(close));
      const slash = this.token(T.SLASH);
      if (slash !== null) this.raiseAt(slash, "/ may appear only once");
      return false;
    });
    this.attempt(() => this.invalidOrder(close));
    this.attempt(() => this.parenthesizedParameters(close));
    this.attempt(() => {
      this.attempt(() => this.anySlash(close));
      this.many(() => this.parameterMaybeDefault(close));
      if (!this.take(T.STAR)) return false;
      if (!this.take(T.COMMA) && this.parameterWithoutDefault(close) === null) return false;
      this.many(() => this.parameterMaybeDefault(close));
      const slash = this.token(T.SLASH);
      if (slash !== null) this.raiseAt(slash, "/ must be ahead of *");
      return false;
    });
    this.attempt(() => {
      if (this.many(() => this.parameterMaybeDefault(close)).length === 0 || !this.take(T.SLASH)) return false;
      const star = this.token(T.STAR);
      if (star !== null) this.raiseAt(star, "expected comma between / and *");
      return false;
    });
    return false;
  }

  private anySlash(close: number): boolean {
    return this.attempt(() => this.slashWithoutDefault(close)) || this.attempt(() => this.slashWithDefault(close));
  }

  private invalidOrder(close: number): boolean {
    this.attempt(() => this.slashWithoutDefault(close));
    this.many(() => this.parameterWithoutDefault(close));
    if (
      !this.attempt(() => this.slashWithDefault(close)) &&
      this.many(() => this.parameterWithDefault(close)).length === 0
    ) {
      return false;
    }
    const parameter = this.parameterWithoutDefault(close);
    if (parameter === null) return false;
    return this.raiseAt(parameter, "parameter without a default follows parameter with a default");
  }

  private parenthesizedParameters(close: number): boolean {
    this.many(() => this.parameterWithoutDefault(close));
    const open = this.token(T.LPAR);
    if (open === null) return false;
    if (close === T.RPAR) {
      if (this.many(() => this.parameterWithoutDefault(close)).length === 0) return false;
    } else if (this.separated(T.COMMA, () => this.parameter(close)) === null) {
      return false;
    }
    this.take(T.COMMA);
    const last = this.token(T.RPAR);
    if (last === null) return false;
    const what = close === T.RPAR ? "Function" : "Lambda expression";
    return this.raiseRange(open, last, `${what} parameters cannot be parenthesized`);
  }

  private invalidStar(close: number): boolean {
    const start = this.at;
    const star = this.token(T.STAR);
    if (star === null) return false;
    const afterStar = this.at;
    if (this.take(close) || (this.take(T.COMMA) && (this.take(close) || this.take(T.DOUBLESTAR)))) {
      const message = "named arguments must follow bare *";
      if (close === T.RPAR) this.raiseAt(star, message);
      this.raise(message);
    }
    this.at = afterStar;
    if (close === T.RPAR && this.take(T.COMMA) && this.take(T.TYPE_COMMENT)) {
      this.raise("bare * has associated type comment");
    }
    this.at = afterStar;
    if (this.parameter(close) !== null) {
      const mark = this.token(T.EQUAL);
      if (mark !== null) this.raiseAt(mark, "var-positional argument cannot have default value");
    }
    this.at = afterStar;
    const parameterOrComma = (): boolean => this.parameterWithoutDefault(close) !== null || this.take(T.COMMA);
    if (parameterOrComma()) {
      this.many(() => this.parameterMaybeDefault(close));
      const second = this.token(T.STAR);
      if (second !== null && parameterOrComma()) this.raiseAt(second, "* argument may appear only once");
    }
    this.at = start;
    return false;
  }

  private invalidDoubleStar(close: number): boolean {
    if (!this.take(T.DOUBLESTAR) || this.parameter(close) === null) return false;
    const mark = this.token(T.EQUAL);
    if (mark !== null) this.raiseAt(mark, "var-keyword argument cannot have default value");
    if (!this.take(T.COMMA)) return false;
    const next = this.parameter(close) ?? this.token(T.STAR, T.DOUBLESTAR, T.SLASH);
    return next === null ? false : this.raiseAt(next, "arguments cannot follow var-keyword argument");
  }

  /** The arguments between the parentheses of a call, before ")". */
  callArguments(): ArgumentList | null {
    return this.memoized(Rule.arguments, () => {
      const valid = this.attempt(() => {
        const list = this.argumentList();
        if (list === null) return null;
        this.take(T.COMMA);
        return this.ahead(T.RPAR) ? list : null;
      });
      if (valid === null && this.withInvalid) this.attempt(() => this.invalidArguments());
      return valid;
    });
  }

  private argumentList(): ArgumentList | null {
    const start = this.at;
    const positional = this.separated(T.COMMA, () => this.positionalArgument());
    if (positional !== null) {
      const rest = this.attempt(() => (this.take(T.COMMA) ? this.keywordArguments() : null));
      return this.collect(positional, rest ?? [], start);
    }
    const keywords = this.keywordArguments();
    return keywords === null ? null : this.collect([], keywords, start);
  }

  private collect(positional: Expr[], rest: readonly (Expr | Keyword)[], start: number): ArgumentList {
    const args = [...positional];
    const keywords: Keyword[] = [];
    for (const item of rest) {
      if (item.kind === "keyword") keywords.push(item);
      else args.push(item);
    }
    const name = makeName("", "Load", ...this.range(start));
    return makeCall(name, args, keywords, ...this.range(start));
  }

  private positionalArgument(): Expr | null {
    const starred = this.attempt(() => this.starredExpression());
    if (starred !== null) return starred;
    const value = this.attempt(() => this.assignmentExpression()) ?? this.attempt(() => this.plainExpression());
    return value === null || this.ahead(T.EQUAL) ? null : value;
  }

  /** An expression that is not the target of ":=". */
  protected plainExpression(): Expr | null {
    const value = this.expression();
    return value === null || this.ahead(T.COLONEQUAL) ? null : value;
  }

  /** `*x` in a call or subscript. That a star alone is wrong is said in the first pass already. */
  starredExpression(): Expr | null {
    const start = this.at;
    if (this.withInvalid) this.attempt(() => this.invalidStarredExpression());
    if (!this.take(T.STAR)) return null;
    const value = this.expression();
    return value === null ? this.raise("Invalid star expression") : makeStarred(value, "Load", ...this.range(start));
  }

  private invalidStarredExpression(): boolean {
    const star = this.token(T.STAR);
    if (star === null || this.expression() === null || !this.take(T.EQUAL)) return false;
    const value = this.expression();
    if (value === null) return false;
    return this.raiseRange(star, value, "cannot assign to iterable argument unpacking");
  }

  private keywordArguments(): (Expr | Keyword)[] | null {
    const both = this.attempt(() => {
      const first = this.separated<Expr | Keyword>(T.COMMA, () => this.keywordOrStarred());
      if (first === null || !this.take(T.COMMA)) return null;
      const second = this.separated<Expr | Keyword>(T.COMMA, () => this.keywordOrDoubleStarred());
      return second === null ? null : [...first, ...second];
    });
    if (both !== null) return both;
    const starred = this.separated<Expr | Keyword>(T.COMMA, () => this.keywordOrStarred());
    return starred ?? this.separated<Expr | Keyword>(T.COMMA, () => this.keywordOrDoubleStarred());
  }

  private keyword(): Keyword | null {
    const start = this.at;
    return this.attempt(() => {
      if (!this.take(T.NAME) || !this.take(T.EQUAL)) return null;
      const value = this.expression();
      return value === null ? null : makeKeyword(this.identifierAt(start), value, ...this.range(start));
    });
  }

  private keywordOrStarred(): Expr | Keyword | null {
    if (this.withInvalid) this.attempt(() => this.invalidKeyword());
    return this.keyword() ?? this.attempt(() => this.starredExpression());
  }

  private keywordOrDoubleStarred(): Keyword | null {
    if (this.withInvalid) this.attempt(() => this.invalidKeyword());
    const keyword = this.keyword();
    if (keyword !== null) return keyword;
    const start = this.at;
    if (!this.take(T.DOUBLESTAR)) return null;
    const value = this.expression();
    return value === null ? null : makeKeyword(null, value, ...this.range(start));
  }

  private invalidKeyword(): boolean {
    const start = this.at;
    const constant = this.token(T.KEYWORD_TRUE, T.KEYWORD_FALSE, T.KEYWORD_NONE);
    if (constant !== null) {
      const mark = this.token(T.EQUAL);
      if (mark !== null) this.raiseRange(constant, mark, `cannot assign to ${this.tokenText(start)}`);
    }
    this.at = start;
    this.attempt(() => this.keywordWithClauses());
    const isKeyword = this.follows(() => this.take(T.NAME) && this.take(T.EQUAL));
    if (!isKeyword) {
      const value = this.attempt(() => this.expression());
      const mark = value === null ? null : this.token(T.EQUAL);
      if (value !== null && mark !== null) {
        this.raiseRange(value, mark, 'expression cannot contain assignment, perhaps you meant "=="?');
      }
      this.at = start;
    }
    const stars = this.token(T.DOUBLESTAR);
    if (stars === null || this.expression() === null || !this.take(T.EQUAL)) return false;
    const value = this.expression();
    return value === null ? false : this.raiseRange(stars, value, "cannot assign to keyword argument unpacking");
  }

  /** `name=value for ...`, which is probably meant to be a comparison. */
  private keywordWithClauses(): boolean {
    const name = this.token(T.NAME);
    const mark = name === null ? null : this.token(T.EQUAL);
    if (name === null || mark === null || this.expression() === null) return false;
    if (this.comprehensionClauses() === null) return false;
    return this.raiseRange(name, mark, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  }

  private invalidArguments(): boolean {
    this.attempt(() => {
      if (!this.attempt(() => this.positionalThenKeywords()) && this.keywordArguments() === null) return false;
      const comma = this.token(T.COMMA);
      const item = (): Expr | null => {
        const starred = this.starredExpression();
        return starred === null || this.ahead(T.EQUAL) ? null : starred;
      };
      if (comma === null || this.separated(T.COMMA, item) === null) return false;
      return this.raiseFrom(comma, "iterable argument unpacking follows keyword argument unpacking");
    });
    this.attempt(() => {
      const generator = this.bareGenerator();
      if (generator === null || !this.take(T.COMMA)) return false;
      if (this.attempt(() => this.argumentList()) === null) this.attempt(() => this.bareGenerator());
      return this.raiseRange(generator[0], generator[1], unparenthesized);
    });
    this.attempt(() => this.keywordWithClauses());
    this.attempt(() => this.missingValue());
    this.attempt(() => {
      const list = this.argumentList();
      const clauses = list === null ? null : this.comprehensionClauses();
      const last = list?.args.at(-1);
      if (list === null || clauses === null || list.args.length <= 1 || last === undefined) return false;
      return this.raiseRange(last, lastItem(clauses), unparenthesized);
    });
    this.attempt(() => {
      if (this.argumentList() === null || !this.take(T.COMMA)) return false;
      const generator = this.bareGenerator();
      return generator === null ? false : this.raiseRange(generator[0], generator[1], unparenthesized);
    });
    const list = this.argumentList();
    if (list === null || !this.take(T.COMMA) || this.argumentList() === null) return false;
    const unpacking = list.keywords.some((keyword) => keyword.arg === null) ? " unpacking" : "";
    return this.raise(`positional argument follows keyword argument${unpacking}`);
  }

  private positionalThenKeywords(): boolean {
    if (this.separated(T.COMMA, () => this.positionalArgument()) === null) return false;
    return this.take(T.COMMA) && this.keywordArguments() !== null;
  }

  /** `[arguments,] name=` before a comma or the end. */
  private missingValue(): boolean {
    this.attempt(() => (this.argumentList() !== null && this.take(T.COMMA) ? true : null));
    const name = this.token(T.NAME);
    const mark = name === null ? null : this.token(T.EQUAL);
    if (name === null || mark === null || !this.ahead(T.COMMA, T.RPAR)) return false;
    return this.raiseRange(name, mark, "expected argument value expression");
  }

  /** An expression with comprehension clauses and no parentheses: the expression, and the last item. */
  private bareGenerator(): [Expr, Expr] | null {
    const value = this.expression();
    const clauses = value === null ? null : this.comprehensionClauses();
    return value === null || clauses === null ? null : [value, lastItem(clauses)];
  }

  protected typeParameters(): boolean {
    return this.attempt(() => {
      if (!this.take(T.LSQB)) return false;
      if (this.separated(T.COMMA, () => (this.typeParameter() ? true : null)) === null) return false;
      this.take(T.COMMA);
      if (!this.take(T.RSQB)) return false;
      this.requires(12, "Type parameter lists are");
      return true;
    });
  }

  private typeParameter(): boolean {
    return this.memoized(Rule.typeParameter, () => {
      if (this.take(T.NAME)) {
        this.attempt(() => (this.take(T.COLON) ? this.expression() : null));
        return true;
      }
      const kind = this.take(T.STAR) ? "TypeVarTuple" : this.take(T.DOUBLESTAR) ? "ParamSpec" : null;
      if (kind === null || !this.take(T.NAME)) return false;
      const end = this.at;
      const colon = this.token(T.COLON);
      const bound = colon === null ? null : this.expression();
      if (colon !== null && bound !== null) {
        const what = bound.kind === "Tuple" ? "constraints" : "bound";
        this.raiseFrom(colon, `cannot use ${what} with ${kind}`);
      }
      this.at = end;
      return true;
    });
  }
}

const unparenthesized = "Generator expression must be parenthesized";
