/**
 * Numbers, strings, bytes and f-strings.
 *
 * Follows Parser/action_helpers.c and string_parser.c of CPython 3.12.7: adjacent literals become one node, constants
 * next to each other inside of an f-string are merged, empty ones vanish. Trap: the format specification of a raw
 * f-string is not raw.
 */
import { BytesConstant, type Constant, type Text, WideText } from "../../bytecode/constants.ts";
import { concatenate } from "../../util/binary/concatenate.ts";
import {
  type ConstantNode,
  type Expr,
  type FormattedValueNode,
  type JoinedStrNode,
  makeConstant,
  makeFormattedValue,
  makeJoinedStr,
} from "../generated/ast.ts";
import { numberValue } from "../numbers.ts";
import {
  concatenateText,
  decodeBytesBody,
  decodeStringBody,
  type EscapeWarning,
  LiteralProblem,
  toText,
} from "../text.ts";
import { END, END_COLUMN, END_LINE, START, STRIDE } from "../token-buffer.ts";
import * as T from "../tokens.ts";
import { Cursor } from "./cursor.ts";

/** What is left of an f-string's debug text: comments are cut, even if "#" stands in a string, as CPython does. */
export function debugText(source: string): string {
  return source.includes("#") ? source.replace(/#[^\n]*/g, "") : source;
}

export function isEmptyText(value: Constant): boolean {
  return value === "" || (value instanceof WideText && value.codePoints.length === 0);
}

export interface StringParts {
  readonly prefix: string;
  readonly body: string;
}

/** Take a STRING token apart. */
export function splitString(token: string): StringParts {
  let at = 0;
  while (token.charCodeAt(at) !== 0x22 && token.charCodeAt(at) !== 0x27) at++;
  const quote = token.charCodeAt(at);
  const long = token.length >= at + 6 && token.charCodeAt(at + 1) === quote && token.charCodeAt(at + 2) === quote;
  const size = long ? 3 : 1;
  return { prefix: token.slice(0, at), body: token.slice(at + size, token.length - size) };
}

/** The value of a STRING token; throws a LiteralProblem. */
export function stringValue(token: string, warn: EscapeWarning): Text | BytesConstant {
  const { prefix, body } = splitString(token);
  const raw = prefix.includes("r") || prefix.includes("R");
  if (!prefix.includes("b") && !prefix.includes("B")) return decodeStringBody(body, raw, warn);
  if (/[^\0-\x7f]/.test(body)) throw new LiteralProblem(null, "bytes can only contain ASCII literal characters");
  return new BytesConstant(decodeBytesBody(body, raw, warn));
}

export function isTextConstant(node: Expr): node is ConstantNode & { value: Text } {
  return node.kind === "Constant" && (typeof node.value === "string" || node.value instanceof WideText);
}

/**
 * Put adjacent literals and parts of f-strings together: flatten f-strings, merge neighbouring constants, drop empty
 * ones. Returns the values of a JoinedStr.
 */
export function mergeParts(parts: readonly Expr[]): Expr[] {
  const flat: Expr[] = [];
  for (const part of parts) {
    if (part.kind === "JoinedStr") flat.push(...part.values);
    else flat.push(part);
  }
  const values: Expr[] = [];
  for (let i = 0; i < flat.length; i++) {
    const first = flat[i] as Expr;
    if (first.kind !== "Constant") {
      values.push(first);
      continue;
    }
    const run: ConstantNode[] = [first];
    for (let next = flat[i + 1]; next?.kind === "Constant"; next = flat[i + 1]) {
      run.push(next);
      i++;
    }
    const merged = mergeConstants(run);
    if (!isEmptyText(merged.value)) values.push(merged);
  }
  return values;
}

/** One constant for several that follow each other; its kind is that of the first. */
export function mergeConstants(run: readonly ConstantNode[]): ConstantNode {
  const first = run[0] as ConstantNode;
  const last = run.at(-1) as ConstantNode;
  if (run.length === 1) return first;
  const value = concatenateText(run.map((node) => node.value as Text));
  const { lineno, col_offset } = first;
  return makeConstant(value, first.string_kind, lineno, col_offset, last.end_lineno, last.end_col_offset);
}

export abstract class LiteralParser extends Cursor {
  protected abstract starExpressions(): Expr;
  protected abstract yieldExpression(): Expr;

  protected constant(value: Constant, at: number): ConstantNode {
    const data = this.data;
    return makeConstant(
      value,
      null,
      this.line(at),
      this.column(at),
      data[at + END_LINE] as number,
      data[at + END_COLUMN] as number,
    );
  }

  protected number(): ConstantNode {
    const at = this.at;
    const text = this.tokenText(at);
    if (text.includes("_")) this.requires(6);
    const value = numberValue(text, this.options.maxIntDigits);
    if (typeof value === "string") this.fail();
    this.advance();
    return this.constant(value, at);
  }

  /** One or more string literals in a row. */
  protected strings(): Expr {
    const start = this.at;
    if (this.type === T.STRING) {
      const next = this.nextType();
      if (next !== T.STRING && next !== T.FSTRING_START) return this.string();
    }
    const parts: Expr[] = [];
    let formatted = false;
    let bytes = 0;
    for (;;) {
      if (this.type === T.STRING) {
        const part = this.string();
        if (part.value instanceof BytesConstant) bytes++;
        parts.push(part);
      } else if (this.type === T.FSTRING_START) {
        formatted = true;
        parts.push(this.formattedString());
      } else break;
    }
    if (bytes > 0 && bytes !== parts.length) this.fail();
    if (bytes > 0) return this.joinBytes(parts as ConstantNode[], start);
    if (!formatted) return mergeConstants(parts as ConstantNode[]);
    return this.joined(mergeParts(parts), start);
  }

  private joined(values: Expr[], start: number): JoinedStrNode {
    return makeJoinedStr(values, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private joinBytes(parts: readonly ConstantNode[], start: number): ConstantNode {
    const value = new BytesConstant(concatenate(parts.map((part) => (part.value as BytesConstant).bytes)));
    return makeConstant(value, null, this.line(start), this.column(start), this.endLine(), this.endColumn());
  }

  private string(): ConstantNode {
    const at = this.at;
    const token = this.tokenText(at);
    const node = this.constant(
      this.literalValue(() => stringValue(token, (message) => this.warn(message, at))),
      at,
    );
    if (token.charCodeAt(0) === 0x75) node.string_kind = "u";
    this.advance();
    return node;
  }

  private literalValue<Value>(decode: () => Value): Value {
    try {
      return decode();
    } catch (problem) {
      if (problem instanceof LiteralProblem) this.fail();
      throw problem;
    }
  }

  /** A wrong escape. CPython places it on the line where the token starts. */
  private warn(message: string, at: number): void {
    if (this.options.onWarning?.("SyntaxWarning", message, this.line(at))) this.fail();
  }

  private formattedString(): JoinedStrNode {
    const start = this.at;
    const raw = /[rR]/.test(this.tokenText(start).slice(0, 2));
    const warnings: string[] = [];
    this.advance();
    const values: Expr[] = [];
    while (this.type !== T.FSTRING_END) {
      if (this.type === T.LBRACE) this.replacementField(values);
      else if (this.type === T.FSTRING_MIDDLE) this.middle(values, raw, (message) => warnings.push(message));
      else this.fail();
    }
    for (const message of warnings) this.warn(message, this.at);
    this.advance();
    return this.joined(values, start);
  }

  private middle(values: Expr[], raw: boolean, warn: EscapeWarning): void {
    const at = this.at;
    const body = this.tokenText(at);
    const value = this.literalValue(() => decodeStringBody(body, raw, warn));
    if (!isEmptyText(value)) values.push(this.constant(value, at));
    this.advance();
  }

  /** `{value = !r : spec}`: pushes the debug text, if asked for, and the value. */
  private replacementField(values: Expr[]): void {
    const start = this.at;
    this.enter(8);
    this.advance();
    const value = this.type === T.KEYWORD_YIELD ? this.yieldExpression() : this.starExpressions();
    const debug = this.accept(T.EQUAL);
    const debugEnd = this.at;
    let conversion = -1;
    if (this.type === T.EXCLAMATION) conversion = this.conversion();
    const format = this.type === T.COLON ? this.formatSpecification() : null;
    if (debug && conversion < 0 && format === null) conversion = 0x72;
    this.expect(T.RBRACE);
    this.leave(8);
    if (debug) values.push(this.debugConstant(start, debugEnd));
    values.push(this.formattedValue(value, conversion, format, start));
  }

  private formattedValue(value: Expr, conversion: number, format: Expr | null, start: number): FormattedValueNode {
    const line = this.line(start);
    return makeFormattedValue(value, conversion, format, line, this.column(start), this.endLine(), this.endColumn());
  }

  private debugConstant(start: number, end: number): ConstantNode {
    const from = this.data[start + END] as number;
    const source = this.text.slice(from, this.data[end + START]);
    const line = this.line(start);
    return makeConstant(
      toText(debugText(source)),
      null,
      line,
      this.column(start) + 1,
      this.line(end),
      this.column(end),
    );
  }

  private conversion(): number {
    const mark = this.at;
    this.advance();
    const at = this.at;
    const adjacent = this.data[mark + END] === this.data[at + START];
    const name = this.identifier();
    if (!adjacent || (name !== "s" && name !== "r" && name !== "a")) this.fail();
    return name.charCodeAt(0);
  }

  private readonly warnHere = (message: string): void => this.warn(message, this.at);

  private formatSpecification(): JoinedStrNode {
    const start = this.at;
    this.advance();
    const parts: Expr[] = [];
    for (;;) {
      if (this.type === T.FSTRING_MIDDLE) this.middle(parts, false, this.warnHere);
      else if (this.type === T.LBRACE) this.replacementField(parts);
      else break;
    }
    const values = parts.length === 1 ? parts : mergeParts(parts);
    const end = this.at - STRIDE;
    const data = this.data;
    const endLine = data[end + END_LINE] as number;
    return makeJoinedStr(values, this.line(start), this.column(start), endLine, data[end + END_COLUMN] as number);
  }
}
