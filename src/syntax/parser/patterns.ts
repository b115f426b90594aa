/**
 * The patterns of `case` (PEP 634).
 *
 * Trap: whether a name captures or names a value depends on the token after it, and `-1+2j` is a binary operation
 * of constants, whose left part must be real and right part imaginary.
 */
import { ComplexConstant } from "../../bytecode/constants.ts";
import {
  type ConstantNode,
  type Expr,
  makeAttribute,
  makeBinOp,
  makeMatchAs,
  makeMatchClass,
  makeMatchMapping,
  makeMatchOr,
  makeMatchSequence,
  makeMatchSingleton,
  makeMatchStar,
  makeMatchValue,
  makeUnaryOp,
  type Pattern,
} from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { ExpressionParser } from "./expressions.ts";

export abstract class PatternParser extends ExpressionParser {
  /** What stands after `case`: a pattern, or several with commas. */
  protected patterns(): Pattern {
    const start = this.at;
    const first = this.starPattern();
    if (this.type !== T.COMMA) {
      if (first.kind === "MatchStar") this.fail();
      return first;
    }
    const patterns = [first];
    while (this.accept(T.COMMA)) {
      if (this.is(T.COLON) || this.is(T.KEYWORD_IF)) break;
      patterns.push(this.starPattern());
    }
    return makeMatchSequence(patterns, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private starPattern(): Pattern {
    if (this.type !== T.STAR) return this.pattern();
    const start = this.at;
    this.advance();
    const wildcard = this.isWord(this.at, "_");
    const name = this.captureTarget();
    const line = this.line(start);
    return makeMatchStar(wildcard ? null : name, line, this.column(start), this.endLine(), this.endColumn());
  }

  /** A name that is bound: nothing that makes it a dotted name, a call or a keyword may follow. */
  private captureTarget(): string {
    const wildcard = this.isWord(this.at, "_");
    const name = this.identifier();
    if (!wildcard && (this.type === T.DOT || this.type === T.LPAR || this.type === T.EQUAL)) this.fail();
    return name;
  }

  private pattern(): Pattern {
    const start = this.at;
    const pattern = this.orPattern();
    if (!this.accept(T.KEYWORD_AS)) return pattern;
    if (this.isWord(this.at, "_")) this.fail();
    const name = this.captureTarget();
    return makeMatchAs(pattern, name, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private orPattern(): Pattern {
    const start = this.at;
    const first = this.closedPattern();
    if (this.type !== T.VBAR) return first;
    const patterns = [first];
    while (this.accept(T.VBAR)) patterns.push(this.closedPattern());
    return makeMatchOr(patterns, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private closedPattern(): Pattern {
    switch (this.type) {
      case T.NAME:
        return this.namePattern();
      case T.LPAR:
        return this.parenthesizedPattern();
      case T.LSQB:
        return this.bracketedPattern();
      case T.LBRACE:
        return this.mappingPattern();
      case T.KEYWORD_NONE:
      case T.KEYWORD_TRUE:
      case T.KEYWORD_FALSE: {
        const constant = this.atom() as ConstantNode;
        const { lineno, col_offset, end_lineno, end_col_offset } = constant;
        return makeMatchSingleton(constant.value, lineno, col_offset, end_lineno, end_col_offset);
      }
      default: {
        const start = this.at;
        const value = this.literal();
        return makeMatchValue(value, this.line(start), this.column(start), this.endLine(), this.endColumn());
      }
    }
  }

  /** A literal that may be matched: strings, a number with a sign, or a complex number. */
  private literal(): Expr {
    if (this.type === T.STRING || this.type === T.FSTRING_START) return this.strings();
    const start = this.at;
    const left = this.signedNumber();
    if (this.type !== T.PLUS && this.type !== T.MINUS) return left;
    const real = left.kind === "UnaryOp" ? left.operand : left;
    if (real.kind === "Constant" && real.value instanceof ComplexConstant) this.fail();
    const operator = this.type === T.PLUS ? "Add" : "Sub";
    this.advance();
    if (!this.is(T.NUMBER)) this.fail();
    const right = this.number();
    if (!(right.value instanceof ComplexConstant)) this.fail();
    return makeBinOp(left, operator, right, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private signedNumber(): Expr {
    const start = this.at;
    const negative = this.accept(T.MINUS);
    if (this.type !== T.NUMBER) this.fail();
    const value = this.number();
    if (!negative) return value;
    return makeUnaryOp("USub", value, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private namePattern(): Pattern {
    const start = this.at;
    const line = this.line(start);
    const column = this.column(start);
    const next = this.nextType();
    if (next !== T.DOT && next !== T.LPAR) {
      const wildcard = this.isWord(start, "_");
      const name = this.captureTarget();
      return makeMatchAs(null, wildcard ? null : name, line, column, this.endLine(), this.endColumn());
    }
    const value = this.dottedName();
    if (this.type === T.LPAR) return this.classPattern(value, start);
    if (this.type === T.EQUAL) this.fail();
    return makeMatchValue(value, line, column, this.endLine(), this.endColumn());
  }

  private dottedName(): Expr {
    const start = this.at;
    let value: Expr = this.name();
    while (this.accept(T.DOT)) {
      const name = this.identifier();
      const line = this.line(start);
      value = makeAttribute(value, name, "Load", line, this.column(start), this.endLine(), this.endColumn());
    }
    return value;
  }

  private classPattern(type: Expr, start: number): Pattern {
    this.enter(5);
    this.advance();
    const patterns: Pattern[] = [];
    const names: string[] = [];
    const values: Pattern[] = [];
    while (this.type !== T.RPAR) {
      if (this.type === T.NAME && this.nextType() === T.EQUAL) {
        names.push(this.identifier());
        this.advance();
        values.push(this.pattern());
      } else {
        if (names.length > 0) this.fail();
        patterns.push(this.pattern());
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
    this.leave(5);
    const line = this.line(start);
    const column = this.column(start);
    return makeMatchClass(type, patterns, names, values, line, column, this.endLine(), this.endColumn());
  }

  private parenthesizedPattern(): Pattern {
    const start = this.at;
    this.enter(5);
    this.advance();
    const patterns: Pattern[] = [];
    let comma = false;
    while (this.type !== T.RPAR) {
      patterns.push(this.starPattern());
      if (!this.accept(T.COMMA)) break;
      comma = true;
    }
    this.expect(T.RPAR);
    this.leave(5);
    const first = patterns[0];
    if (first !== undefined && !comma) {
      if (first.kind === "MatchStar") this.fail();
      return first;
    }
    return makeMatchSequence(patterns, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private bracketedPattern(): Pattern {
    const start = this.at;
    this.enter(5);
    this.advance();
    const patterns: Pattern[] = [];
    while (this.type !== T.RSQB) {
      patterns.push(this.starPattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RSQB);
    this.leave(5);
    return makeMatchSequence(patterns, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private mappingPattern(): Pattern {
    const start = this.at;
    this.enter(5);
    this.advance();
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (this.type !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        if (this.isWord(this.at, "_")) this.fail();
        rest = this.captureTarget();
        this.accept(T.COMMA);
        break;
      }
      keys.push(this.mappingKey());
      this.expect(T.COLON);
      patterns.push(this.pattern());
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    this.leave(5);
    const line = this.line(start);
    return makeMatchMapping(keys, patterns, rest, line, this.column(start), this.endLine(), this.endColumn());
  }

  private mappingKey(): Expr {
    switch (this.type) {
      case T.KEYWORD_NONE:
      case T.KEYWORD_TRUE:
      case T.KEYWORD_FALSE:
        return this.atom();
      case T.NAME: {
        if (this.nextType() !== T.DOT) this.fail();
        return this.dottedName();
      }
      default:
        return this.literal();
    }
  }
}
