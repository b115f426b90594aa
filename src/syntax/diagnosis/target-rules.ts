/**
 * Targets of assignments, `for`, `with` and `del` in the diagnosis.
 *
 * Unlike parser/, which reads a target as an expression, these rules go through the grammar's own alternatives, for
 * how far they look decides where an error is reported. Contexts are not set: no message depends on them.
 */
import { type Expr, makeAttribute, makeList, makeStarred, makeSubscript, makeTuple } from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { ExpressionRules } from "./expression-rules.ts";
import { Rule } from "./literal-rules.ts";

export abstract class TargetRules extends ExpressionRules {
  override starTargets(): Expr | null {
    const start = this.at;
    const first = this.starTarget();
    if (first === null || !this.ahead(T.COMMA)) return first;
    const elements = [first, ...this.many(() => (this.take(T.COMMA) ? this.starTarget() : null))];
    this.take(T.COMMA);
    return makeTuple(elements, "Store", ...this.range(start));
  }

  starTarget(): Expr | null {
    return this.memoized(Rule.starTarget, () => {
      const start = this.at;
      const starred = this.attempt(() => {
        if (!this.take(T.STAR) || this.ahead(T.STAR)) return null;
        const value = this.starTarget();
        return value === null ? null : makeStarred(value, "Store", ...this.range(start));
      });
      return starred ?? this.targetWithStarAtom();
    });
  }

  private targetWithStarAtom(): Expr | null {
    return this.memoized(Rule.targetWithStarAtom, () => this.attempt(() => this.memberTarget()) ?? this.starAtom());
  }

  /** An attribute or subscript that nothing of the kind follows. */
  protected memberTarget(): Expr | null {
    const start = this.at;
    const value = this.targetPrimary();
    if (value === null) return null;
    if (this.take(T.DOT)) {
      const name = this.at;
      if (!this.take(T.NAME) || this.aheadTrailer()) return null;
      return makeAttribute(value, this.identifierAt(name), "Store", ...this.range(start));
    }
    if (!this.take(T.LSQB)) return null;
    const slices = this.slices();
    if (slices === null || !this.take(T.RSQB) || this.aheadTrailer()) return null;
    return makeSubscript(value, slices, "Store", ...this.range(start));
  }

  private aheadTrailer(): boolean {
    return this.ahead(T.LPAR, T.LSQB, T.DOT);
  }

  /** The part of a member target before its last trailer. */
  private targetPrimary(): Expr | null {
    return this.memoized(Rule.targetPrimary, () => {
      const start = this.at;
      let value = this.attempt(() => {
        const atom = this.atom();
        return atom !== null && this.aheadTrailer() ? atom : null;
      });
      while (value !== null) {
        const inner: Expr = value;
        const longer = this.firstOf(
          () => this.beforeTrailer(this.ahead(T.DOT) ? this.trailer(inner, start) : null),
          () => this.beforeTrailer(this.subscriptTrailer(inner, start)),
          () => this.beforeTrailer(this.callTrailer(inner, start)),
        );
        if (longer === null) return value;
        value = longer;
      }
      return null;
    });
  }

  private beforeTrailer(value: Expr | null): Expr | null {
    return value !== null && this.aheadTrailer() ? value : null;
  }

  private starAtom(): Expr | null {
    const start = this.at;
    if (this.ahead(T.NAME)) return this.name();
    if (this.ahead(T.LPAR)) {
      const inner = this.attempt(() => {
        const target = this.take(T.LPAR) ? this.targetWithStarAtom() : null;
        return target !== null && this.take(T.RPAR) ? target : null;
      });
      if (inner !== null) return inner;
      this.take(T.LPAR);
      const elements = this.attempt(() => this.tupleTargets()) ?? [];
      return this.take(T.RPAR) ? makeTuple(elements, "Store", ...this.range(start)) : null;
    }
    if (!this.take(T.LSQB)) return null;
    const elements = this.separated(T.COMMA, () => this.starTarget()) ?? [];
    if (elements.length > 0) this.take(T.COMMA);
    return this.take(T.RSQB) ? makeList(elements, "Store", ...this.range(start)) : null;
  }

  /** Several targets, or one with a comma. */
  private tupleTargets(): Expr[] | null {
    const first = this.starTarget();
    if (first === null) return null;
    const rest = this.many(() => (this.take(T.COMMA) ? this.starTarget() : null));
    if (!this.take(T.COMMA) && rest.length === 0) return null;
    return [first, ...rest];
  }

  singleTarget(): Expr | null {
    const member = this.attempt(() => this.memberTarget());
    if (member !== null) return member;
    if (this.ahead(T.NAME)) return this.name();
    return this.attempt(() => this.parenthesizedSingleTarget());
  }

  parenthesizedSingleTarget(): Expr | null {
    const target = this.take(T.LPAR) ? this.singleTarget() : null;
    return target !== null && this.take(T.RPAR) ? target : null;
  }

  deleteTargets(): boolean {
    if (this.separated(T.COMMA, () => this.deleteTarget()) === null) return false;
    this.take(T.COMMA);
    return true;
  }

  private deleteTarget(): Expr | null {
    return this.memoized(Rule.deleteTarget, () => this.attempt(() => this.memberTarget()) ?? this.deleteAtom());
  }

  private deleteAtom(): Expr | null {
    const start = this.at;
    if (this.ahead(T.NAME)) return this.name();
    if (this.ahead(T.LPAR)) {
      const inner = this.attempt(() => {
        const target = this.take(T.LPAR) ? this.deleteTarget() : null;
        return target !== null && this.take(T.RPAR) ? target : null;
      });
      if (inner !== null) return inner;
    }
    const close = this.ahead(T.LPAR) ? T.RPAR : T.RSQB;
    if (!this.takeAny(T.LPAR, T.LSQB)) return null;
    this.attempt(() => this.deleteTargets());
    return this.take(close) ? makeTuple([], "Del", ...this.range(start)) : null;
  }
}
