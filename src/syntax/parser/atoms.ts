/**
 * Atoms and what may follow one: names, displays, comprehensions, attributes, calls, subscripts.
 *
 * Trap: a parenthesised expression is its inner node with the inner positions; a tuple includes its parentheses.
 */
import { EllipsisConstant } from "../../bytecode/constants.ts";
import {
  type Comprehension,
  type Expr,
  makeAttribute,
  makeCall,
  makeComprehension,
  makeDict,
  makeDictComp,
  makeGeneratorExp,
  makeList,
  makeListComp,
  makeName,
  makeSet,
  makeSetComp,
  makeSlice,
  makeStarred,
  makeSubscript,
  makeTuple,
  type NameNode,
} from "../generated/ast.ts";
import { END_COLUMN, END_LINE } from "../token-buffer.ts";
import * as T from "../tokens.ts";
import { ArgumentParser } from "./arguments.ts";

export abstract class AtomParser extends ArgumentParser {
  protected abstract disjunction(): Expr;
  protected abstract bitwiseOr(): Expr;
  protected abstract starTargets(): Expr;

  protected name(): NameNode {
    const at = this.at;
    const data = this.data;
    const id = this.identifier();
    const endLine = data[at + END_LINE] as number;
    return makeName(id, "Load", this.line(at), this.column(at), endLine, data[at + END_COLUMN] as number);
  }

  protected atom(): Expr {
    const at = this.at;
    switch (this.type) {
      case T.NAME:
        return this.name();
      case T.NUMBER:
        return this.number();
      case T.STRING:
      case T.FSTRING_START:
        return this.strings();
      case T.LPAR:
        return this.nested(() => this.parenthesized());
      case T.LSQB:
        return this.nested(() => this.list());
      case T.LBRACE:
        return this.nested(() => this.braces());
      case T.KEYWORD_NONE:
        this.advance();
        return this.constant(null, at);
      case T.KEYWORD_TRUE:
        this.advance();
        return this.constant(true, at);
      case T.KEYWORD_FALSE:
        this.advance();
        return this.constant(false, at);
      case T.ELLIPSIS:
        this.advance();
        return this.constant(EllipsisConstant.instance, at);
      default:
        return this.fail();
    }
  }

  private nested(parse: () => Expr): Expr {
    this.enter(8);
    const result = parse();
    this.leave(8);
    return result;
  }

  private startsComprehension(): boolean {
    return this.type === T.KEYWORD_FOR || this.type === T.KEYWORD_ASYNC;
  }

  private parenthesized(): Expr {
    const start = this.at;
    this.advance();
    if (this.type === T.RPAR) return this.finishTuple([], start);
    if (this.type === T.KEYWORD_YIELD) {
      const value = this.yieldExpression();
      this.expect(T.RPAR);
      return value;
    }
    const starred = this.type === T.STAR;
    const first = this.starNamedExpression();
    if (this.type === T.COMMA) {
      const elements = [first];
      this.moreElements(elements, T.RPAR);
      return this.finishTuple(elements, start);
    }
    if (starred) this.fail();
    if (this.startsComprehension()) {
      const generators = this.comprehensionClauses();
      this.expect(T.RPAR);
      const line = this.line(start);
      return makeGeneratorExp(first, generators, line, this.column(start), this.endLine(), this.endColumn());
    }
    this.expect(T.RPAR);
    return first;
  }

  private finishTuple(elements: Expr[], start: number): Expr {
    this.expect(T.RPAR);
    return makeTuple(elements, "Load", this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  /** Elements after the first, each after a comma, up to a closing token. */
  private moreElements(elements: Expr[], closing: number): void {
    while (this.accept(T.COMMA)) {
      if (this.type === closing) return;
      elements.push(this.starNamedExpression());
    }
  }

  /** `*x` or an expression that may be `name := value`. */
  protected starNamedExpression(): Expr {
    return this.type === T.STAR ? this.starred(false) : this.namedExpression();
  }

  /** `*x`, where x is any expression inside a call or subscript and a `|` expression elsewhere. */
  protected starred(anyExpression: boolean): Expr {
    const start = this.at;
    this.advance();
    const value = anyExpression ? this.expression() : this.bitwiseOr();
    return makeStarred(value, "Load", this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private list(): Expr {
    const start = this.at;
    const line = this.line(start);
    const column = this.column(start);
    this.advance();
    const elements: Expr[] = [];
    if (this.type !== T.RSQB) {
      const starred = this.type === T.STAR;
      const first = this.starNamedExpression();
      if (!starred && this.startsComprehension()) {
        const generators = this.comprehensionClauses();
        this.expect(T.RSQB);
        return makeListComp(first, generators, line, column, this.endLine(), this.endColumn());
      }
      elements.push(first);
      this.moreElements(elements, T.RSQB);
    }
    this.expect(T.RSQB);
    return makeList(elements, "Load", line, column, this.endLine(), this.endColumn());
  }

  private braces(): Expr {
    const start = this.at;
    const line = this.line(start);
    const column = this.column(start);
    this.advance();
    if (this.type === T.RBRACE || this.type === T.DOUBLESTAR) return this.dictionary([], [], start);
    const mayBeKey = this.type !== T.STAR && !(this.type === T.NAME && this.nextType() === T.COLONEQUAL);
    const starred = this.type === T.STAR;
    const first = this.starNamedExpression();
    if (mayBeKey && this.accept(T.COLON)) {
      const value = this.expression();
      if (this.startsComprehension()) {
        const generators = this.comprehensionClauses();
        this.expect(T.RBRACE);
        return makeDictComp(first, value, generators, line, column, this.endLine(), this.endColumn());
      }
      if (this.type !== T.RBRACE) this.expect(T.COMMA);
      return this.dictionary([first], [value], start);
    }
    if (!starred && this.startsComprehension()) {
      const generators = this.comprehensionClauses();
      this.expect(T.RBRACE);
      return makeSetComp(first, generators, line, column, this.endLine(), this.endColumn());
    }
    const elements = [first];
    this.moreElements(elements, T.RBRACE);
    this.expect(T.RBRACE);
    return makeSet(elements, line, column, this.endLine(), this.endColumn());
  }

  /** The items of a dict display after those given, up to and with "}". */
  private dictionary(keys: (Expr | null)[], values: Expr[], start: number): Expr {
    while (this.type !== T.RBRACE) {
      if (this.accept(T.DOUBLESTAR)) {
        keys.push(null);
        values.push(this.bitwiseOr());
      } else {
        keys.push(this.expression());
        this.expect(T.COLON);
        values.push(this.expression());
      }
      if (!this.accept(T.COMMA)) break;
    }
    this.expect(T.RBRACE);
    return makeDict(keys, values, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  protected override comprehensionClauses(): Comprehension[] {
    const clauses: Comprehension[] = [];
    while (this.startsComprehension()) {
      const isAsync = this.accept(T.KEYWORD_ASYNC);
      if (isAsync) this.requires(6);
      this.expect(T.KEYWORD_FOR);
      const target = this.starTargets();
      this.expect(T.KEYWORD_IN);
      const iterable = this.disjunction();
      const conditions: Expr[] = [];
      while (this.accept(T.KEYWORD_IF)) conditions.push(this.disjunction());
      clauses.push(makeComprehension(target, iterable, conditions, isAsync ? 1 : 0));
    }
    return clauses;
  }

  /** An atom with the attributes, calls and subscripts after it. */
  protected primary(): Expr {
    const start = this.at;
    let value = this.atom();
    for (;;) {
      switch (this.type) {
        case T.DOT: {
          this.advance();
          const name = this.identifier();
          const line = this.line(start);
          value = makeAttribute(value, name, "Load", line, this.column(start), this.endLine(), this.endColumn());
          break;
        }
        case T.LPAR:
          value = this.call(value, start);
          break;
        case T.LSQB: {
          this.enter(8);
          this.advance();
          const slice = this.slices();
          this.expect(T.RSQB);
          this.leave(8);
          const line = this.line(start);
          value = makeSubscript(value, slice, "Load", line, this.column(start), this.endLine(), this.endColumn());
          break;
        }
        default:
          return value;
      }
    }
  }

  private call(callee: Expr, start: number): Expr {
    const open = this.at;
    this.enter(8);
    this.advance();
    const { args, keywords } = this.callArguments(open, true);
    this.leave(8);
    return makeCall(callee, args, keywords, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private slices(): Expr {
    const start = this.at;
    const starred = this.type === T.STAR;
    const first = starred ? this.starred(true) : this.slice();
    if (this.type !== T.COMMA && !starred) return first;
    const elements = [first];
    while (this.accept(T.COMMA)) {
      if (this.type === T.RSQB) break;
      elements.push(this.is(T.STAR) ? this.starred(true) : this.slice());
    }
    return makeTuple(elements, "Load", this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private slice(): Expr {
    const start = this.at;
    let lower: Expr | null = null;
    if (this.type !== T.COLON) {
      const isNamed = this.type === T.NAME && this.nextType() === T.COLONEQUAL;
      lower = this.namedExpression();
      if (isNamed || !this.is(T.COLON)) return lower;
    }
    this.advance();
    const upper = this.sliceBound();
    const step = this.accept(T.COLON) ? this.sliceBound() : null;
    return makeSlice(lower, upper, step, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private sliceBound(): Expr | null {
    return this.type === T.COLON || this.type === T.COMMA || this.type === T.RSQB ? null : this.expression();
  }
}
