/**
 * Literals in the diagnosis: wrong escapes, f-strings and what can be wrong in their replacement fields.
 */
import { BytesConstant } from "../../bytecode/constants.ts";
import { type ConstantNode, type Expr, makeConstant, makeJoinedStr } from "../generated/ast.ts";
import { numberValue } from "../numbers.ts";
import { mergeConstants, mergeParts, stringValue } from "../parser/literals.ts";
import { decodeStringBody, LiteralProblem } from "../text.ts";
import { STRIDE } from "../token-buffer.ts";
import * as T from "../tokens.ts";
import { type Place, TokenReader } from "./reader.ts";

/** Numbers of the rules whose results are remembered. */
export const Rule = {
  expression: 0,
  starExpression: 1,
  disjunction: 2,
  conjunction: 3,
  inversion: 4,
  bitwiseOr: 5,
  factor: 6,
  awaitPrimary: 7,
  primary: 8,
  strings: 9,
  arguments: 10,
  starTarget: 11,
  targetWithStarAtom: 12,
  targetPrimary: 13,
  deleteTarget: 14,
  invalidNamedExpression: 15,
  block: 16,
  simpleStatement: 17,
  closedPattern: 18,
  typeParameter: 19,
  binary: 20,
} as const;

export abstract class LiteralRules extends TokenReader {
  abstract starExpressions(): Expr | null;
  abstract yieldExpression(): Expr | null;

  protected number(): Expr | null {
    const at = this.at;
    if (!this.take(T.NUMBER)) return null;
    const text = this.tokenText(at);
    if (text.includes("_")) this.requires(6, "Underscores in numeric literals are");
    const value = numberValue(text, this.options.maxIntDigits);
    const [line, column, endLine, endColumn] = this.tokenRange(at);
    if (typeof value !== "string") return makeConstant(value, null, line, column, endLine, endColumn);
    const advice = "Consider hexadecimal for huge integer literals to avoid decimal conversion limits.";
    throw this.problemInRange("SyntaxError", `${value} - ${advice}`, [line, -1, endLine, -1]);
  }

  protected strings(): Expr | null {
    return this.memoized(Rule.strings, () => {
      const start = this.at;
      const parts: Expr[] = [];
      for (;;) {
        const part = this.attempt(() => this.formattedString() ?? this.string());
        if (part === null) break;
        parts.push(part);
      }
      if (parts.length === 0) return null;
      const isBytes = (part: Expr): boolean => part.kind === "Constant" && part.value instanceof BytesConstant;
      const bytes = parts.filter(isBytes).length;
      if (bytes > 0 && bytes < parts.length) this.raise("cannot mix bytes and nonbytes literals");
      if (parts.length === 1 && parts[0]?.kind === "Constant") return parts[0];
      if (bytes > 0) return makeConstant((parts[0] as ConstantNode).value, null, ...this.range(start));
      if (parts.every((part) => part.kind === "Constant")) return mergeConstants(parts as ConstantNode[]);
      return makeJoinedStr(mergeParts(parts), ...this.range(start));
    });
  }

  private string(): Expr | null {
    const at = this.at;
    if (!this.take(T.STRING)) return null;
    const value = this.literal(at, () => stringValue(this.tokenText(at), (message) => this.checkWarning(message, at)));
    return makeConstant(value, null, ...this.tokenRange(at));
  }

  private checkWarning(message: string, at: number): void {
    const [line] = this.tokenRange(at);
    if (this.options.isError(message, line)) this.raiseAt(this.tokenPlace(at), message);
  }

  private literal<Value>(at: number, decode: () => Value): Value {
    try {
      return decode();
    } catch (problem) {
      if (!(problem instanceof LiteralProblem)) throw problem;
      if (problem.kind === null) this.raiseAt(this.tokenPlace(at), problem.message);
      return this.raise(problem.text);
    }
  }

  private formattedString(): Expr | null {
    const start = this.at;
    return this.attempt(() => {
      if (!this.take(T.FSTRING_START)) return null;
      const raw = /[rR]/.test(this.tokenText(start).slice(0, 2));
      const middles: number[] = [];
      this.many(() => {
        const at = this.at;
        if (this.replacementField()) return true;
        if (!this.take(T.FSTRING_MIDDLE)) return null;
        middles.push(at);
        return true;
      });
      if (!this.take(T.FSTRING_END)) return null;
      const end = this.at - STRIDE;
      for (const at of middles) this.decodeMiddle(at, raw, end);
      return makeJoinedStr([], ...this.range(start));
    });
  }

  /** Decode a piece of an f-string; a warning belongs to the token at `place`. */
  private decodeMiddle(at: number, raw: boolean, place: number): void {
    this.literal(at, () => decodeStringBody(this.tokenText(at), raw, (message) => this.checkWarning(message, place)));
  }

  private replacementField(): boolean {
    const matches = this.attempt(() => {
      if (!this.take(T.LBRACE)) return false;
      if (this.fieldValue() === null) return false;
      this.take(T.EQUAL);
      const conversion = this.attempt(() => this.conversion());
      this.attempt(() => this.formatSpecification());
      if (!this.take(T.RBRACE)) return false;
      if (conversion !== null) this.checkConversion(conversion);
      return true;
    });
    return matches || (this.withInvalid && this.attempt(() => this.invalidReplacementField()));
  }

  private fieldValue(): Expr | null {
    return this.attempt(() => this.yieldExpression()) ?? this.attempt(() => this.starExpressions());
  }

  /** "!" and a name; the offset of the name. */
  private conversion(): number | null {
    const mark = this.at;
    if (!this.take(T.EXCLAMATION)) return null;
    const name = this.at;
    if (!this.take(T.NAME)) return null;
    if (!this.isAdjacent(mark, name)) {
      const message = "f-string: conversion type must come right after the exclamanation mark";
      this.raiseRange(this.tokenPlace(mark), this.tokenPlace(name), message);
    }
    return name;
  }

  private checkConversion(at: number): void {
    const name = this.identifierAt(at);
    if (name === "s" || name === "r" || name === "a") return;
    this.raiseAt(this.tokenPlace(at), `f-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`);
  }

  private formatSpecification(): boolean {
    if (!this.take(T.COLON)) return false;
    this.formatParts();
    return true;
  }

  private formatParts(): void {
    this.many(() => {
      const at = this.at;
      if (this.take(T.FSTRING_MIDDLE)) {
        this.decodeMiddle(at, false, at);
        return true;
      }
      return this.replacementField() ? true : null;
    });
  }

  private invalidReplacementField(): boolean {
    const start = this.at;
    if (!this.take(T.LBRACE)) return false;
    const first = this.at;
    for (const [type, shown] of fieldEnds) {
      const place: Place | null = this.token(type);
      if (place !== null) this.raiseAt(place, `f-string: valid expression required before '${shown}'`);
    }
    if (this.fieldValue() === null) {
      this.at = first;
      this.raiseOnNextToken("f-string: expecting a valid expression after '{'");
    }
    if (!this.ahead(T.EQUAL, T.EXCLAMATION, T.COLON, T.RBRACE)) {
      this.raiseOnNextToken("f-string: expecting '=', or '!', or ':', or '}'");
    }
    if (this.take(T.EQUAL) && !this.ahead(T.EXCLAMATION, T.COLON, T.RBRACE)) {
      this.raiseOnNextToken("f-string: expecting '!', or ':', or '}'");
    }
    this.invalidConversion();
    this.attempt(() => this.take(T.EXCLAMATION) && this.take(T.NAME));
    if (!this.ahead(T.COLON, T.RBRACE)) this.raiseOnNextToken("f-string: expecting ':' or '}'");
    const beforeColon = this.at;
    if (this.take(T.COLON)) {
      this.formatParts();
      if (!this.ahead(T.RBRACE)) this.raiseOnNextToken("f-string: expecting '}', or format specs");
    }
    this.at = beforeColon;
    if (!this.ahead(T.RBRACE)) this.raiseOnNextToken("f-string: expecting '}'");
    this.at = start;
    return false;
  }

  private invalidConversion(): void {
    const mark = this.at;
    if (!this.take(T.EXCLAMATION)) return;
    if (this.ahead(T.COLON, T.RBRACE)) this.raiseOnNextToken("f-string: missing conversion character");
    if (!this.ahead(T.NAME)) this.raiseOnNextToken("f-string: invalid conversion character");
    this.at = mark;
  }
}

const fieldEnds: readonly (readonly [number, string])[] = [
  [T.EQUAL, "="],
  [T.EXCLAMATION, "!"],
  [T.COLON, ":"],
  [T.RBRACE, "}"],
];
