/**
 * The patterns of `case` in the diagnosis. A pattern is known by its place only.
 */
import { ComplexConstant } from "../../bytecode/constants.ts";
import type { Expr } from "../generated/ast.ts";
import * as T from "../tokens.ts";
import { Rule } from "./literal-rules.ts";
import type { Place } from "./reader.ts";
import { TargetRules } from "./target-rules.ts";

export abstract class PatternRules extends TargetRules {
  protected patterns(): boolean {
    return this.attempt(() => this.openSequence()) || this.pattern() !== null;
  }

  private openSequence(): boolean {
    if (this.starOrPattern() === null || !this.take(T.COMMA)) return false;
    this.attempt(() => this.sequenceItems());
    return true;
  }

  private sequenceItems(): boolean {
    if (this.separated(T.COMMA, () => this.starOrPattern()) === null) return false;
    this.take(T.COMMA);
    return true;
  }

  private starOrPattern(): Place | null {
    return this.attempt(() => this.starPattern()) ?? this.pattern();
  }

  private starPattern(): Place | null {
    const start = this.at;
    if (!this.take(T.STAR)) return null;
    return this.takeWord("_") || this.captureTarget() ? this.place(start) : null;
  }

  private captureTarget(): boolean {
    if (this.aheadWord("_") || !this.take(T.NAME)) return false;
    return !this.ahead(T.DOT, T.LPAR, T.EQUAL);
  }

  private pattern(): Place | null {
    const start = this.at;
    const named = this.attempt(() => {
      if (this.orPattern() === null || !this.take(T.KEYWORD_AS)) return null;
      return this.captureTarget() ? this.place(start) : null;
    });
    if (named !== null) return named;
    if (this.withInvalid) this.attempt(() => this.invalidNamedPattern());
    return this.attempt(() => this.orPattern());
  }

  private invalidNamedPattern(): boolean {
    if (this.orPattern() === null || !this.take(T.KEYWORD_AS)) return false;
    const at = this.at;
    if (this.takeWord("_")) this.raiseAt(this.tokenPlace(at), "cannot use '_' as a target");
    if (this.ahead(T.NAME)) return false;
    const target = this.expression();
    return target === null ? false : this.raiseAt(target, "invalid pattern target");
  }

  private orPattern(): Place | null {
    const start = this.at;
    return this.separated(T.VBAR, () => this.closedPattern()) === null ? null : this.place(start);
  }

  private closedPattern(): Place | null {
    return this.memoized(Rule.closedPattern, () => {
      const start = this.at;
      const rules = [
        () => this.literalPattern(),
        () => this.captureTarget(),
        () => this.takeWord("_"),
        () => this.dottedName(true) && !this.ahead(T.DOT, T.LPAR, T.EQUAL),
        () => this.take(T.LPAR) && this.pattern() !== null && this.take(T.RPAR),
        () => this.sequence(),
        () => this.mapping(),
        () => this.classPattern(),
      ];
      return rules.some((rule) => this.attempt(rule)) ? this.place(start) : null;
    });
  }

  private literalPattern(): boolean {
    if (this.attempt(() => this.signedNumber() !== null && !this.ahead(T.PLUS, T.MINUS))) return true;
    if (this.attempt(() => this.complexNumber())) return true;
    if (this.ahead(T.STRING, T.FSTRING_START)) return this.strings() !== null;
    return this.takeAny(T.KEYWORD_NONE, T.KEYWORD_TRUE, T.KEYWORD_FALSE);
  }

  private signedNumber(): Expr | null {
    this.take(T.MINUS);
    return this.number();
  }

  private complexNumber(): boolean {
    const real = this.signedNumber();
    if (real === null) return false;
    if (isImaginary(real)) this.raiseAt(real, "real number required in complex literal");
    if (!this.takeAny(T.PLUS, T.MINUS)) return false;
    const imaginary = this.number();
    if (imaginary === null) return false;
    if (!isImaginary(imaginary)) this.raiseAt(imaginary, "imaginary number required in complex literal");
    return true;
  }

  protected dottedName(dotRequired = false): boolean {
    if (!this.take(T.NAME)) return false;
    const rest = this.many(() => (this.take(T.DOT) && this.take(T.NAME) ? true : null));
    return rest.length > 0 || !dotRequired;
  }

  private sequence(): boolean {
    if (this.ahead(T.LSQB)) {
      this.take(T.LSQB);
      this.attempt(() => this.sequenceItems());
      return this.take(T.RSQB);
    }
    if (!this.take(T.LPAR)) return false;
    this.attempt(() => this.openSequence());
    return this.take(T.RPAR);
  }

  private mapping(): boolean {
    if (!this.take(T.LBRACE)) return false;
    if (this.take(T.RBRACE)) return true;
    const rest = (): boolean => {
      if (!this.take(T.DOUBLESTAR) || !this.captureTarget()) return false;
      this.take(T.COMMA);
      return this.take(T.RBRACE);
    };
    if (this.attempt(rest)) return true;
    if (this.separated(T.COMMA, () => (this.mappingItem() ? true : null)) === null) return false;
    if (this.attempt(() => this.take(T.COMMA) && rest())) return true;
    this.take(T.COMMA);
    return this.take(T.RBRACE);
  }

  private mappingItem(): boolean {
    const key = this.attempt(() => this.literalPattern()) || this.attempt(() => this.dottedName(true));
    return key && this.take(T.COLON) && this.pattern() !== null;
  }

  private classPattern(): boolean {
    const valid = this.attempt(() => this.dottedName() && this.take(T.LPAR) && this.classArguments());
    if (!valid && this.withInvalid) this.attempt(() => this.invalidClassPattern());
    return valid;
  }

  private classArguments(): boolean {
    if (this.take(T.RPAR)) return true;
    const close = (): boolean => {
      this.take(T.COMMA);
      return this.take(T.RPAR);
    };
    if (this.attempt(() => this.positionalPatterns() !== null && close())) return true;
    if (this.attempt(() => this.keywordPatterns() && close())) return true;
    return this.positionalPatterns() !== null && this.take(T.COMMA) && this.keywordPatterns() && close();
  }

  private positionalPatterns(): Place[] | null {
    return this.separated(T.COMMA, () => this.pattern());
  }

  private keywordPatterns(): boolean {
    const item = (): Place | null => (this.take(T.NAME) && this.take(T.EQUAL) ? this.pattern() : null);
    return this.separated(T.COMMA, item) !== null;
  }

  private invalidClassPattern(): boolean {
    if (!this.dottedName() || !this.take(T.LPAR)) return false;
    this.attempt(() => this.positionalPatterns() !== null && this.take(T.COMMA));
    if (!this.keywordPatterns() || !this.take(T.COMMA)) return false;
    const late = this.positionalPatterns();
    const first = late?.[0];
    const last = late?.at(-1);
    if (first === undefined || last === undefined) return false;
    return this.raiseRange(first, last, "positional patterns follow keyword patterns");
  }
}

function isImaginary(node: Expr): boolean {
  return node.kind === "Constant" && node.value instanceof ComplexConstant;
}
