/**
 * Compound statements in the diagnosis.
 *
 * Trap: the order of the alternatives is CPython's, because each may look further ahead than the one before, and the
 * furthest token that was looked at is where "invalid syntax" is reported.
 */
import * as T from "../tokens.ts";
import type { Place } from "./reader.ts";
import { StatementRules } from "./statement-rules.ts";

export abstract class CompoundRules extends StatementRules {
  protected override compoundStatement(): boolean {
    if (this.ahead(T.KEYWORD_DEF, T.AT, T.KEYWORD_ASYNC) && this.attempt(() => this.functionDefinition())) return true;
    if (this.ahead(T.KEYWORD_IF) && this.attempt(() => this.ifStatement(T.KEYWORD_IF, "'if' statement"))) return true;
    if (this.ahead(T.KEYWORD_CLASS, T.AT) && this.attempt(() => this.classDefinition())) return true;
    if (this.ahead(T.KEYWORD_WITH, T.KEYWORD_ASYNC) && this.attempt(() => this.withStatement())) return true;
    if (this.ahead(T.KEYWORD_FOR, T.KEYWORD_ASYNC) && this.attempt(() => this.forStatement())) return true;
    if (this.ahead(T.KEYWORD_TRY) && this.attempt(() => this.tryStatement())) return true;
    if (this.ahead(T.KEYWORD_WHILE) && this.attempt(() => this.whileStatement())) return true;
    return this.attempt(() => this.matchStatement());
  }

  private decorators(): boolean {
    const one = (): boolean | null =>
      this.take(T.AT) && this.namedExpression() !== null && this.take(T.NEWLINE) ? true : null;
    return this.many(one).length > 0;
  }

  private functionDefinition(): boolean {
    return this.attempt(() => this.decorators() && this.bareFunction()) || this.attempt(() => this.bareFunction());
  }

  private bareFunction(): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidFunction());
    const plain = (): boolean => this.take(T.KEYWORD_DEF) && this.functionAfterDef();
    if (this.attempt(plain)) return true;
    if (!this.take(T.KEYWORD_ASYNC) || !plain()) return false;
    this.requires(5, "Async functions are");
    return true;
  }

  private functionAfterDef(): boolean {
    if (!this.take(T.NAME)) return false;
    this.typeParameters();
    this.force(T.LPAR, "(");
    this.attempt(() => this.parameters(T.RPAR));
    if (!this.take(T.RPAR)) return false;
    this.attempt(() => (this.take(T.RARROW) ? this.expression() : null));
    this.force(T.COLON, ":");
    this.attempt(() => this.functionTypeComment());
    return this.block();
  }

  private functionTypeComment(): boolean {
    const below = (): boolean => {
      if (!this.take(T.NEWLINE) || !this.take(T.TYPE_COMMENT)) return false;
      return this.follows(() => this.take(T.NEWLINE) && this.take(T.INDENT));
    };
    if (this.attempt(below)) return true;
    if (this.withInvalid) {
      this.attempt(() => {
        for (const type of [T.TYPE_COMMENT, T.NEWLINE, T.TYPE_COMMENT, T.NEWLINE, T.INDENT]) {
          if (!this.take(type)) return false;
        }
        return this.raise("Cannot have two type comments on def");
      });
    }
    return this.take(T.TYPE_COMMENT);
  }

  private invalidFunction(): boolean {
    this.take(T.KEYWORD_ASYNC);
    const keyword = this.token(T.KEYWORD_DEF);
    if (keyword === null || !this.take(T.NAME)) return false;
    this.typeParameters();
    if (!this.take(T.LPAR)) return false;
    this.attempt(() => this.parameters(T.RPAR));
    if (!this.take(T.RPAR)) return false;
    this.attempt(() => (this.take(T.RARROW) ? this.expression() : null));
    return this.invalidHeader("function definition", keyword, false);
  }

  private classDefinition(): boolean {
    return this.attempt(() => this.decorators() && this.bareClass()) || this.attempt(() => this.bareClass());
  }

  private classHeader(): Place | null {
    const keyword = this.token(T.KEYWORD_CLASS);
    if (keyword === null || !this.take(T.NAME)) return null;
    this.typeParameters();
    this.attempt(() => {
      if (!this.take(T.LPAR)) return false;
      this.attempt(() => this.callArguments());
      return this.take(T.RPAR);
    });
    return keyword;
  }

  private bareClass(): boolean {
    if (this.withInvalid) {
      this.attempt(() => {
        const keyword = this.classHeader();
        return keyword !== null && this.invalidHeader("class definition", keyword);
      });
    }
    return this.classHeader() !== null && this.take(T.COLON) && this.block();
  }

  /** `if` or `elif`, with everything up to the end of the statement. */
  private ifStatement(type: number, what: string): boolean {
    if (this.withInvalid) {
      this.attempt(() => {
        const keyword = this.token(type);
        return keyword !== null && this.namedExpression() !== null && this.invalidHeader(what, keyword);
      });
    }
    const header = (): boolean =>
      this.take(type) && this.namedExpression() !== null && this.take(T.COLON) && this.block();
    if (this.attempt(() => header() && this.ifStatementRest())) return true;
    if (!header()) return false;
    this.attempt(() => this.elseBlock());
    return true;
  }

  private ifStatementRest(): boolean {
    return this.ahead(T.KEYWORD_ELIF) && this.ifStatement(T.KEYWORD_ELIF, "'elif' statement");
  }

  private elseBlock(): boolean {
    return this.forcedBlock(T.KEYWORD_ELSE, "'else' statement");
  }

  /** `else` or `finally`, after which ":" must follow. */
  private forcedBlock(type: number, what: string): boolean {
    if (this.withInvalid) {
      this.attempt(() => {
        const keyword = this.token(type);
        return keyword !== null && this.invalidHeader(what, keyword, false);
      });
    }
    if (!this.take(type)) return false;
    this.force(T.COLON, ":");
    return this.block();
  }

  private whileStatement(): boolean {
    if (this.withInvalid) {
      this.attempt(() => {
        const keyword = this.token(T.KEYWORD_WHILE);
        return keyword !== null && this.namedExpression() !== null && this.invalidHeader("'while' statement", keyword);
      });
    }
    if (!this.take(T.KEYWORD_WHILE) || this.namedExpression() === null || !this.take(T.COLON)) return false;
    if (!this.block()) return false;
    this.attempt(() => this.elseBlock());
    return true;
  }

  private forStatement(): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidFor());
    const start = this.at;
    for (const isAsync of [false, true]) {
      this.at = start;
      if (isAsync && !this.take(T.KEYWORD_ASYNC)) continue;
      if (!this.take(T.KEYWORD_FOR) || this.starTargets() === null || !this.take(T.KEYWORD_IN)) continue;
      if (this.starExpressions() === null || !this.take(T.COLON)) return false;
      this.take(T.TYPE_COMMENT);
      if (!this.block()) return false;
      this.attempt(() => this.elseBlock());
      if (isAsync) this.requires(5, "Async for loops are");
      return true;
    }
    this.at = start;
    if (this.withInvalid) this.attempt(() => this.invalidForTarget());
    return false;
  }

  private invalidFor(): boolean {
    this.take(T.KEYWORD_ASYNC);
    const keyword = this.token(T.KEYWORD_FOR);
    if (keyword === null || this.starTargets() === null || !this.take(T.KEYWORD_IN)) return false;
    return this.starExpressions() !== null && this.invalidHeader("'for' statement", keyword);
  }

  private withStatement(): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidWith(true));
    const start = this.at;
    for (const isAsync of [false, true]) {
      this.at = start;
      if (isAsync && !this.take(T.KEYWORD_ASYNC)) continue;
      if (
        this.attempt(() => this.take(T.KEYWORD_WITH) && this.parenthesizedItems()) ||
        (this.take(T.KEYWORD_WITH) && this.plainItems())
      ) {
        if (isAsync) this.requires(5, "Async with statements are");
        return true;
      }
    }
    this.at = start;
    if (this.withInvalid) this.attempt(() => this.invalidWith(false));
    return false;
  }

  private plainItems(): boolean {
    if (this.separated(T.COMMA, () => (this.withItem() ? true : null)) === null || !this.take(T.COLON)) return false;
    this.take(T.TYPE_COMMENT);
    return this.block();
  }

  private parenthesizedItems(): boolean {
    if (!this.take(T.LPAR)) return false;
    if (this.separated(T.COMMA, () => (this.withItem() ? true : null)) === null) return false;
    this.take(T.COMMA);
    return this.take(T.RPAR) && this.take(T.COLON) && this.block();
  }

  private withItem(): boolean {
    const target = (): boolean => {
      if (this.expression() === null || !this.take(T.KEYWORD_AS)) return false;
      return this.starTarget() !== null && this.ahead(T.COMMA, T.RPAR, T.COLON);
    };
    if (this.attempt(target)) return true;
    if (this.withInvalid) this.attempt(() => this.invalidWithItem());
    return this.expression() !== null;
  }

  private invalidWithItem(): boolean {
    if (this.expression() === null || !this.take(T.KEYWORD_AS)) return false;
    const target = this.expression();
    if (target === null || !this.ahead(T.COMMA, T.RPAR, T.COLON)) return false;
    return this.raiseInvalidTarget("star", target);
  }

  /** A `with` without an indented block, or, later, without ":". */
  private invalidWith(indentation: boolean): boolean {
    for (const parenthesized of [false, true]) {
      this.attempt(() => {
        this.take(T.KEYWORD_ASYNC);
        const keyword = this.token(T.KEYWORD_WITH);
        if (keyword === null || (parenthesized && !this.take(T.LPAR))) return false;
        const item = (): boolean | null => {
          if ((parenthesized ? this.expressions() : this.expression()) === null) return null;
          this.attempt(() => (this.take(T.KEYWORD_AS) ? this.starTarget() : null));
          return true;
        };
        if (this.separated(T.COMMA, item) === null) return false;
        if (parenthesized) {
          this.take(T.COMMA);
          if (!this.take(T.RPAR)) return false;
        }
        if (indentation) return this.invalidHeader("'with' statement", keyword, false);
        return this.take(T.NEWLINE) && this.raise("expected ':'");
      });
    }
    return false;
  }

  private tryStatement(): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidTry());
    const body = (): boolean => {
      if (!this.take(T.KEYWORD_TRY)) return false;
      this.force(T.COLON, ":");
      return this.block();
    };
    const final = (): boolean => this.forcedBlock(T.KEYWORD_FINALLY, "'finally' statement");
    if (this.attempt(() => body() && final())) return true;
    for (const isStar of [false, true]) {
      const handled = (): boolean => {
        if (!body() || this.many(() => (this.exceptBlock(isStar) ? true : null)).length === 0) return false;
        this.attempt(() => this.elseBlock());
        this.attempt(final);
        if (isStar) this.requires(11, "Exception groups are");
        return true;
      };
      if (this.attempt(handled)) return true;
    }
    return false;
  }

  private exceptBlock(isStar: boolean): boolean {
    if (this.withInvalid) this.attempt(() => this.invalidExceptIndentation(isStar));
    const start = this.at;
    const typed = (): boolean => {
      if (!this.take(T.KEYWORD_EXCEPT) || (isStar && !this.take(T.STAR))) return false;
      if (this.expression() === null) return false;
      this.optionalName();
      return this.take(T.COLON) && this.block();
    };
    if (this.attempt(typed)) return true;
    if (!isStar && this.attempt(() => this.take(T.KEYWORD_EXCEPT) && this.take(T.COLON) && this.block())) return true;
    this.at = start;
    if (this.withInvalid) this.attempt(() => this.invalidExcept());
    return false;
  }

  private optionalName(): void {
    this.attempt(() => this.take(T.KEYWORD_AS) && this.take(T.NAME));
  }

  private invalidTry(): boolean {
    const keyword = this.token(T.KEYWORD_TRY);
    if (keyword === null) return false;
    this.invalidHeader("'try' statement", keyword, false);
    if (!this.take(T.COLON)) return false;
    const start = this.at;
    if (this.block() && !this.ahead(T.KEYWORD_EXCEPT, T.KEYWORD_FINALLY)) {
      this.raise("expected 'except' or 'finally' block");
    }
    const mixed = "cannot have both 'except' and 'except*' on the same 'try'";
    const handlers = (isStar: boolean): boolean => {
      this.at = start;
      this.many(() => (this.block() ? true : null));
      return this.many(() => (this.exceptBlock(isStar) ? true : null)).length > 0;
    };
    if (handlers(false)) {
      const except = this.token(T.KEYWORD_EXCEPT);
      const star = except === null ? null : this.token(T.STAR);
      if (except !== null && star !== null && this.expression() !== null) {
        this.optionalName();
        if (this.take(T.COLON)) this.raiseRange(except, star, mixed);
      }
    }
    if (!handlers(true)) return false;
    const except = this.token(T.KEYWORD_EXCEPT);
    if (except === null) return false;
    this.attempt(() => {
      if (this.expression() === null) return false;
      this.optionalName();
      return true;
    });
    return this.take(T.COLON) && this.raiseAt(except, mixed);
  }

  private invalidExceptIndentation(isStar: boolean): boolean {
    const keyword = this.token(T.KEYWORD_EXCEPT);
    if (keyword === null || (isStar && !this.take(T.STAR))) return false;
    const what = isStar ? "'except*' statement" : "'except' statement";
    const start = this.at;
    if (this.expression() !== null) {
      this.optionalName();
      this.invalidHeader(what, keyword, false);
    }
    this.at = start;
    return isStar ? false : this.invalidHeader(what, keyword, false);
  }

  private invalidExcept(): boolean {
    if (!this.take(T.KEYWORD_EXCEPT)) return false;
    const start = this.at;
    this.take(T.STAR);
    const type = this.expression();
    const end = this.at;
    if (type !== null && this.take(T.COMMA) && this.expressions() !== null) {
      this.optionalName();
      if (this.take(T.COLON)) this.raiseFrom(type, "multiple exception types must be parenthesized");
    }
    if (type !== null) {
      this.at = end;
      this.optionalName();
      if (this.take(T.NEWLINE)) this.raise("expected ':'");
    }
    this.at = start;
    if (this.take(T.NEWLINE)) this.raise("expected ':'");
    if (this.take(T.STAR) && this.takeAny(T.NEWLINE, T.COLON)) this.raise("expected one or more exception types");
    return false;
  }

  private matchStatement(): boolean {
    const valid = (): boolean => {
      if (!this.takeWord("match") || !this.subject() || !this.take(T.COLON)) return false;
      if (!this.take(T.NEWLINE) || !this.take(T.INDENT)) return false;
      return this.many(() => (this.caseBlock() ? true : null)).length > 0 && this.take(T.DEDENT);
    };
    if (this.attempt(valid)) {
      this.requires(10, "Pattern matching is");
      return true;
    }
    if (this.withInvalid && this.aheadWord("match")) {
      const keyword = this.tokenPlace(this.at);
      this.takeWord("match");
      if (this.subject()) this.invalidHeader("'match' statement", keyword);
    }
    return false;
  }

  private subject(): boolean {
    const several = (): boolean => {
      if (this.starNamedExpression() === null || !this.take(T.COMMA)) return false;
      this.attempt(() => this.starNamedExpressions());
      return true;
    };
    return this.attempt(several) || this.namedExpression() !== null;
  }

  private caseBlock(): boolean {
    const header = (): boolean => {
      if (!this.takeWord("case") || !this.patterns()) return false;
      this.attempt(() => (this.take(T.KEYWORD_IF) ? this.namedExpression() : null));
      return true;
    };
    if (this.withInvalid && this.aheadWord("case")) {
      const keyword = this.tokenPlace(this.at);
      this.attempt(() => header() && this.invalidHeader("'case' statement", keyword));
    }
    return header() && this.take(T.COLON) && this.block();
  }
}
