/**
 * Parameters of functions and lambdas, arguments of calls and classes, type parameters.
 *
 * The order rules of parameters ("/" before "*", defaults at the end) are a small state machine instead of the
 * grammar's many alternatives. Trap: in a call, `*args` may follow keywords, but nothing positional may, and after
 * `**kwargs` only keywords.
 */
import {
  type Arg,
  type Arguments,
  type Comprehension,
  type Expr,
  type Keyword,
  makeArg,
  makeArguments,
  makeGeneratorExp,
  makeKeyword,
  makeParamSpec,
  makeStarred,
  makeTypeVar,
  makeTypeVarTuple,
  type TypeParam,
} from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { LiteralParser } from "./literals.ts";

export interface CallArguments {
  readonly args: Expr[];
  readonly keywords: Keyword[];
}

export abstract class ArgumentParser extends LiteralParser {
  protected abstract expression(): Expr;
  protected abstract namedExpression(): Expr;
  protected abstract starExpression(): Expr;
  protected abstract comprehensionClauses(): Comprehension[];

  /** The parameters up to a closing token, ")" for a function and ":" for a lambda, which is not taken. */
  protected parameters(closing: number): Arguments {
    const result = makeArguments([], [], null, [], [], null, []);
    let starred = false;
    let slashed = false;
    while (this.type !== closing) {
      let parameter: Arg | null = null;
      if (this.type === T.SLASH) {
        if (slashed || starred || result.args.length === 0) this.fail();
        slashed = true;
        this.requires(8);
        result.posonlyargs = result.args;
        result.args = [];
        this.advance();
      } else if (this.type === T.STAR) {
        if (starred) this.fail();
        starred = true;
        parameter = this.starParameter(result, closing);
      } else if (this.type === T.DOUBLESTAR) {
        this.advance();
        parameter = this.parameter(closing);
        result.kwarg = parameter;
      } else {
        parameter = this.plainParameter(result, closing, starred);
      }
      const isLast = !this.accept(T.COMMA);
      if (parameter !== null && closing === T.RPAR) parameter.type_comment = this.typeComment();
      if (isLast || result.kwarg !== null) break;
    }
    if (this.type !== closing) this.fail();
    return result;
  }

  private starParameter(result: Arguments, closing: number): Arg | null {
    this.advance();
    if (this.type === T.COMMA) {
      const next = this.nextType();
      if (next !== T.NAME) this.fail();
      return null;
    }
    result.vararg = this.parameter(closing, true);
    return result.vararg;
  }

  private plainParameter(result: Arguments, closing: number, keywordOnly: boolean): Arg {
    const parameter = this.parameter(closing);
    const value = this.accept(T.EQUAL) ? this.expression() : null;
    if (keywordOnly) {
      result.kwonlyargs.push(parameter);
      result.kw_defaults.push(value);
      return parameter;
    }
    result.args.push(parameter);
    if (value !== null) result.defaults.push(value);
    else if (result.defaults.length > 0) this.fail();
    return parameter;
  }

  private parameter(closing: number, isStar = false): Arg {
    const start = this.at;
    const name = this.identifier();
    let annotation: Expr | null = null;
    if (closing === T.RPAR && this.accept(T.COLON)) {
      annotation = isStar && this.type === T.STAR ? this.starExpression() : this.expression();
    }
    return makeArg(name, annotation, null, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  /** The arguments after "(" up to and with ")". Only a call may have a lone generator expression. */
  protected callArguments(open: number, isCall: boolean): CallArguments {
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    let unpacked = false;
    while (this.type !== T.RPAR) {
      const start = this.at;
      if (this.type === T.STAR) {
        if (unpacked) this.fail();
        this.advance();
        const value = this.expression();
        args.push(makeStarred(value, "Load", this.line(start), this.column(start), this.endLine(), this.endColumn()));
      } else if (this.type === T.DOUBLESTAR) {
        this.advance();
        unpacked = true;
        keywords.push(this.keyword(null, this.expression(), start));
      } else if (this.type === T.NAME && this.nextType() === T.EQUAL) {
        const name = this.identifier();
        this.advance();
        keywords.push(this.keyword(name, this.expression(), start));
      } else {
        if (keywords.length > 0) this.fail();
        const value = this.namedExpression();
        if (this.type === T.KEYWORD_FOR || this.type === T.KEYWORD_ASYNC) {
          if (args.length > 0 || !isCall) this.fail();
          return { args: [this.loneGenerator(value, open)], keywords };
        }
        args.push(value);
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RPAR);
    return { args, keywords };
  }

  private keyword(name: string | null, value: Expr, start: number): Keyword {
    return makeKeyword(name, value, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private loneGenerator(element: Expr, open: number): Expr {
    const generators = this.comprehensionClauses();
    this.expect(T.RPAR);
    const line = this.line(open);
    return makeGeneratorExp(element, generators, line, this.column(open), this.endLine(), this.endColumn());
  }

  /** `[T, *Ts, **P]` after the name of a function, class or type alias, if there is one. */
  protected typeParameters(): TypeParam[] {
    if (!this.accept(T.LSQB)) return [];
    this.requires(12);
    const parameters: TypeParam[] = [this.typeParameter()];
    while (this.accept(T.COMMA)) {
      if (this.type === T.RSQB) break;
      parameters.push(this.typeParameter());
    }
    this.expect(T.RSQB);
    return parameters;
  }

  private typeParameter(): TypeParam {
    const start = this.at;
    const line = this.line(start);
    const column = this.column(start);
    if (this.accept(T.STAR)) {
      const name = this.identifier();
      return makeTypeVarTuple(name, line, column, this.endLine(), this.endColumn());
    }
    if (this.accept(T.DOUBLESTAR)) {
      const name = this.identifier();
      return makeParamSpec(name, line, column, this.endLine(), this.endColumn());
    }
    const name = this.identifier();
    const bound = this.accept(T.COLON) ? this.expression() : null;
    return makeTypeVar(name, bound, line, column, this.endLine(), this.endColumn());
  }
}
