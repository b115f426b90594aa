/**
 * Compound statements and the module: the top layer of the parser.
 *
 * `match` is recognised by its logical line ending in ":" before an indented block, which no other statement that
 * starts with a name has. `with (` is tried as parenthesised items first, then as an expression, as CPython does.
 * Trap: a compound statement ends with the last token that is not layout, which may be a ";".
 */
import type { Text } from "../../bytecode/constants.ts";
import {
  type ExceptHandler,
  type Expr,
  type MatchCase,
  type Mod,
  makeArguments,
  makeAsyncFor,
  makeAsyncFunctionDef,
  makeAsyncWith,
  makeClassDef,
  makeExceptHandler,
  makeExpression,
  makeFor,
  makeFunctionDef,
  makeFunctionType,
  makeIf,
  makeInteractive,
  makeMatch,
  makeMatchCase,
  makeModule,
  makePass,
  makeTry,
  makeTryStar,
  makeTuple,
  makeWhile,
  makeWith,
  makeWithItem,
  type Stmt,
  type WithItem,
} from "../generated/ast.ts";
import { isBlank } from "../source.ts";
import { END, END_COLUMN, END_LINE, STRIDE } from "../token-buffer.ts";
import * as T from "../tokens.ts";
import { parseFailure } from "./cursor.ts";
import { SimpleStatementParser } from "./simple-statements.ts";

export class Parser extends SimpleStatementParser {
  /** exec: a whole module. */
  module(): Mod {
    const body: Stmt[] = [];
    while (this.type !== T.ENDMARKER) this.statement(body);
    return makeModule(body, this.typeIgnores());
  }

  /** eval: one expression. */
  expressionInput(): Mod {
    const body = this.expressions();
    this.endInput();
    return makeExpression(body);
  }

  /** single: one statement, as typed at the prompt. */
  interactive(): Mod {
    const body: Stmt[] = [];
    const start = this.at;
    if (this.type === T.ENDMARKER) this.fail();
    if (this.accept(T.NEWLINE)) {
      const end = this.at - STRIDE;
      const endLine = this.data[end + END_LINE] as number;
      body.push(makePass(this.line(start), this.column(start), endLine, this.data[end + END_COLUMN] as number));
    } else if (this.compoundStatement(body)) {
      this.expect(T.NEWLINE);
    } else {
      this.simpleStatements(body);
    }
    const end = this.data[this.at - STRIDE + END] as number;
    const rest = end < 0 ? "" : this.text.slice(end + 1);
    if (!isBlank(rest)) this.fail();
    return makeInteractive(body);
  }

  /** func_type: the signature of a type comment. */
  functionType(): Mod {
    this.expect(T.LPAR);
    const types: Expr[] = [];
    while (this.type !== T.RPAR) {
      const double = this.is(T.DOUBLESTAR);
      const star = this.is(T.STAR);
      if (star || double) this.advance();
      types.push(this.expression());
      if (double || !this.accept(T.COMMA)) break;
      if (this.is(T.RPAR) || (star && !this.is(T.DOUBLESTAR))) this.fail();
    }
    this.expect(T.RPAR);
    this.expect(T.RARROW);
    const returns = this.expression();
    this.endInput();
    return makeFunctionType(types, returns);
  }

  private endInput(): void {
    while (this.accept(T.NEWLINE));
    if (this.type !== T.ENDMARKER) this.fail();
  }

  private statement(body: Stmt[]): void {
    if (!this.compoundStatement(body)) this.simpleStatements(body);
  }

  /** Add a compound statement, if there is one. */
  private compoundStatement(body: Stmt[]): boolean {
    const start = this.at;
    switch (this.type) {
      case T.KEYWORD_IF:
        body.push(this.ifStatement());
        return true;
      case T.KEYWORD_DEF:
        body.push(this.functionDefinition([], start, false));
        return true;
      case T.KEYWORD_CLASS:
        body.push(this.classDefinition([]));
        return true;
      case T.AT:
        body.push(this.decorated());
        return true;
      case T.KEYWORD_FOR:
        body.push(this.forStatement(start, false));
        return true;
      case T.KEYWORD_WITH:
        body.push(this.withStatement(start, false));
        return true;
      case T.KEYWORD_TRY:
        body.push(this.tryStatement());
        return true;
      case T.KEYWORD_WHILE:
        body.push(this.whileStatement());
        return true;
      case T.KEYWORD_ASYNC:
        body.push(this.asyncStatement([]));
        return true;
      case T.NAME:
        if (!this.isWord(start, "match") || !this.startsMatch()) return false;
        body.push(this.matchStatement());
        return true;
      default:
        return false;
    }
  }

  /** The statements after ":", on the same line or indented. */
  private block(): Stmt[] {
    this.expect(T.COLON);
    return this.blockAfterColon();
  }

  private blockAfterColon(): Stmt[] {
    const body: Stmt[] = [];
    if (!this.accept(T.NEWLINE)) {
      this.simpleStatements(body);
      return body;
    }
    this.expect(T.INDENT);
    this.enter(3);
    do {
      this.statement(body);
    } while (this.type !== T.DEDENT && this.type !== T.ENDMARKER);
    this.leave(3);
    this.expect(T.DEDENT);
    return body;
  }

  private ifStatement(): Stmt {
    const arms: { start: number; test: Expr; body: Stmt[] }[] = [];
    do {
      const start = this.at;
      this.enter(1);
      this.advance();
      const test = this.namedExpression();
      arms.push({ start, test, body: this.block() });
    } while (this.type === T.KEYWORD_ELIF);
    let orelse = this.elseBlock();
    this.leave(arms.length);
    const last = this.lastVisible();
    const endLine = this.data[last + END_LINE] as number;
    const endColumn = this.data[last + END_COLUMN] as number;
    for (let i = arms.length - 1; i > 0; i--) {
      const { start, test, body } = arms[i] as (typeof arms)[number];
      orelse = [makeIf(test, body, orelse, this.line(start), this.column(start), endLine, endColumn)];
    }
    const { start, test, body } = arms[0] as (typeof arms)[number];
    return makeIf(test, body, orelse, this.line(start), this.column(start), endLine, endColumn);
  }

  private elseBlock(): Stmt[] {
    return this.accept(T.KEYWORD_ELSE) ? this.block() : [];
  }

  private whileStatement(): Stmt {
    const start = this.at;
    this.advance();
    const test = this.namedExpression();
    const body = this.block();
    const orelse = this.elseBlock();
    const [endLine, endColumn] = this.visibleEnd();
    return makeWhile(test, body, orelse, this.line(start), this.column(start), endLine, endColumn);
  }

  private visibleEnd(): [line: number, column: number] {
    const last = this.lastVisible();
    return [this.data[last + END_LINE] as number, this.data[last + END_COLUMN] as number];
  }

  private asyncStatement(decorators: Expr[]): Stmt {
    const start = this.at;
    this.advance();
    if (this.type === T.KEYWORD_DEF) return this.functionDefinition(decorators, start, true);
    if (decorators.length > 0) this.fail();
    if (this.is(T.KEYWORD_FOR)) return this.forStatement(start, true);
    if (this.is(T.KEYWORD_WITH)) return this.withStatement(start, true);
    return this.fail();
  }

  private forStatement(start: number, isAsync: boolean): Stmt {
    this.advance();
    const target = this.starTargets();
    this.expect(T.KEYWORD_IN);
    const iterable = this.starExpressions();
    this.expect(T.COLON);
    const comment = this.typeComment();
    const body = this.blockAfterColon();
    const orelse = this.elseBlock();
    if (isAsync) this.requires(5);
    const [endLine, endColumn] = this.visibleEnd();
    const make = isAsync ? makeAsyncFor : makeFor;
    return make(target, iterable, body, orelse, comment, this.line(start), this.column(start), endLine, endColumn);
  }

  private withStatement(start: number, isAsync: boolean): Stmt {
    this.advance();
    const items = this.withItems();
    this.expect(T.COLON);
    const comment = this.typeComment();
    const body = this.blockAfterColon();
    if (isAsync) this.requires(5);
    const [endLine, endColumn] = this.visibleEnd();
    const make = isAsync ? makeAsyncWith : makeWith;
    return make(items, body, comment, this.line(start), this.column(start), endLine, endColumn);
  }

  private withItems(): WithItem[] {
    if (this.type === T.LPAR && this.parenthesisEndsHeader()) {
      const items = this.tryParenthesizedItems();
      if (items !== null) return items;
    }
    const items: WithItem[] = [];
    do {
      items.push(this.withItem());
    } while (this.accept(T.COMMA));
    return items;
  }

  /** Whether the ")" that matches the current "(" is followed by ":". A type comment cannot follow such items. */
  private parenthesisEndsHeader(): boolean {
    let depth = 0;
    for (let at = this.at; ; at += STRIDE) {
      switch (this.data[at]) {
        case T.LPAR:
        case T.LSQB:
        case T.LBRACE:
          depth++;
          break;
        case T.RPAR:
        case T.RSQB:
        case T.RBRACE:
          depth--;
          if (depth === 0) return this.data[at + STRIDE] === T.COLON && this.data[at + STRIDE * 2] !== T.TYPE_COMMENT;
          break;
        case T.ENDMARKER:
        case T.ERRORTOKEN:
          return false;
      }
    }
  }

  private tryParenthesizedItems(): WithItem[] | null {
    const start = this.at;
    const depth = this.currentDepth();
    try {
      this.advance();
      const items: WithItem[] = [];
      do {
        if (this.type === T.RPAR && items.length > 0) break;
        items.push(this.withItem());
      } while (this.accept(T.COMMA));
      this.expect(T.RPAR);
      if (this.is(T.COLON)) return items;
    } catch (failure) {
      if (failure !== parseFailure) throw failure;
    }
    this.goTo(start);
    this.leave(this.currentDepth() - depth);
    return null;
  }

  private withItem(): WithItem {
    const value = this.expression();
    return makeWithItem(value, this.accept(T.KEYWORD_AS) ? this.starTarget() : null);
  }

  private tryStatement(): Stmt {
    const start = this.at;
    this.advance();
    const body = this.block();
    const handlers: ExceptHandler[] = [];
    const isStar = this.type === T.KEYWORD_EXCEPT && this.nextType() === T.STAR;
    if (isStar) this.requires(11);
    while (this.type === T.KEYWORD_EXCEPT) handlers.push(this.exceptHandler(isStar));
    let orelse: Stmt[] = [];
    if (handlers.length > 0) orelse = this.elseBlock();
    const final = this.accept(T.KEYWORD_FINALLY) ? this.block() : null;
    if (handlers.length === 0 && final === null) this.fail();
    const [endLine, endColumn] = this.visibleEnd();
    const make = isStar ? makeTryStar : makeTry;
    return make(body, handlers, orelse, final ?? [], this.line(start), this.column(start), endLine, endColumn);
  }

  private exceptHandler(isStar: boolean): ExceptHandler {
    const start = this.at;
    this.advance();
    if (isStar) this.expect(T.STAR);
    let type: Expr | null = null;
    let name: string | null = null;
    if (isStar || this.type !== T.COLON) {
      type = this.expression();
      if (this.accept(T.KEYWORD_AS)) name = this.identifier();
    }
    const body = this.block();
    const [endLine, endColumn] = this.visibleEnd();
    return makeExceptHandler(type, name, body, this.line(start), this.column(start), endLine, endColumn);
  }

  private decorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.accept(T.AT)) {
      decorators.push(this.namedExpression());
      this.expect(T.NEWLINE);
    }
    if (this.type === T.KEYWORD_DEF) return this.functionDefinition(decorators, this.at, false);
    if (this.type === T.KEYWORD_CLASS) return this.classDefinition(decorators);
    if (this.type === T.KEYWORD_ASYNC) return this.asyncStatement(decorators);
    return this.fail();
  }

  private functionDefinition(decorators: Expr[], start: number, isAsync: boolean): Stmt {
    this.advance();
    if (isAsync) this.requires(5);
    const name = this.identifier();
    const typeParameters = this.typeParameters();
    this.expect(T.LPAR);
    const parameters = this.is(T.RPAR) ? makeArguments([], [], null, [], [], null, []) : this.parameters(T.RPAR);
    this.expect(T.RPAR);
    const returns = this.accept(T.RARROW) ? this.expression() : null;
    this.expect(T.COLON);
    const comment = this.functionTypeComment();
    const body = this.blockAfterColon();
    const [endLine, endColumn] = this.visibleEnd();
    const make = isAsync ? makeAsyncFunctionDef : makeFunctionDef;
    const line = this.line(start);
    const column = this.column(start);
    return make(name, parameters, body, decorators, returns, comment, typeParameters, line, column, endLine, endColumn);
  }

  /** The type comment of a function: after the ":", or on the line below, before the block. */
  private functionTypeComment(): Text | null {
    if (!this.is(T.NEWLINE) || this.nextType() !== T.TYPE_COMMENT) return this.typeComment();
    const after = this.at + STRIDE * 2;
    if (this.data[after] !== T.NEWLINE || this.data[after + STRIDE] !== T.INDENT) this.fail();
    this.advance();
    return this.typeComment();
  }

  private classDefinition(decorators: Expr[]): Stmt {
    const start = this.at;
    this.advance();
    const name = this.identifier();
    const typeParameters = this.typeParameters();
    const open = this.at;
    const { args, keywords } = this.accept(T.LPAR) ? this.callArguments(open, false) : { args: [], keywords: [] };
    const body = this.block();
    const [endLine, endColumn] = this.visibleEnd();
    const line = this.line(start);
    const column = this.column(start);
    return makeClassDef(name, args, keywords, body, decorators, typeParameters, line, column, endLine, endColumn);
  }

  /** Whether the logical line of a `match` ends with ":" before an indented block. */
  private startsMatch(): boolean {
    const next = this.nextType();
    if (next === T.EQUAL || next === T.DOT || next === T.COMMA || next === T.RPAR || next === T.NEWLINE) return false;
    let at = this.at + STRIDE;
    for (;;) {
      const type = this.data[at] as number;
      if (type === T.NEWLINE) break;
      if (type === T.ENDMARKER || type === T.ERRORTOKEN) return false;
      at += STRIDE;
    }
    return this.data[at - STRIDE] === T.COLON && this.data[at + STRIDE] === T.INDENT;
  }

  private matchStatement(): Stmt {
    const start = this.at;
    this.requires(10);
    this.advance();
    const subject = this.subject();
    this.expect(T.COLON);
    this.expect(T.NEWLINE);
    this.expect(T.INDENT);
    const cases: MatchCase[] = [];
    do {
      if (!this.isWord(this.at, "case")) this.fail();
      this.advance();
      const pattern = this.patterns();
      const guard = this.accept(T.KEYWORD_IF) ? this.namedExpression() : null;
      cases.push(makeMatchCase(pattern, guard, this.block()));
    } while (this.type !== T.DEDENT);
    this.advance();
    const [endLine, endColumn] = this.visibleEnd();
    return makeMatch(subject, cases, this.line(start), this.column(start), endLine, endColumn);
  }

  private subject(): Expr {
    const start = this.at;
    const starred = this.type === T.STAR;
    const first = this.starNamedExpression();
    if (this.type !== T.COMMA) {
      if (starred) this.fail();
      return first;
    }
    const elements = [first];
    while (this.accept(T.COMMA)) {
      if (this.is(T.COLON)) break;
      elements.push(this.starNamedExpression());
    }
    return makeTuple(elements, "Load", this.line(start), this.column(start), this.endLine(), this.endColumn());
  }
}
