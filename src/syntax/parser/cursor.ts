/**
 * The bottom of the parser: a position in the token buffer.
 *
 * The parser is one object whose class is built in layers, one file each: cursor, literals, arguments, expressions,
 * patterns, simple statements, compound statements. A layer uses the ones below; what it needs from above it
 * declares abstract. It parses valid programs only, by prediction: on anything else it throws `parseFailure`, and
 * diagnosis/ finds out what CPython says about it.
 * Trap: positions of a node are those of its first and last token, so parentheses around an operand count for the
 * operator's node but not for the operand. That is why methods remember where they started (`const start = this.at`).
 */

import type { Text } from "../../bytecode/constants.ts";
import { makeTypeIgnore, type TypeIgnore } from "../generated/ast.ts";
import { toText } from "../text.ts";
import {
  COLUMN,
  END,
  END_COLUMN,
  END_LINE,
  LINE,
  NAME_INDEX,
  START,
  STRIDE,
  type TokenBuffer,
} from "../token-buffer.ts";
import type { WarningHandler } from "../tokenizer/lines.ts";
import { DEDENT, INDENT, NAME, NEWLINE, TYPE_COMMENT } from "../tokens.ts";

/** Thrown, without a stack, when the source is not valid. */
export const parseFailure = { name: "ParseFailure" };

/** Thrown when the source is nested deeper than CPython's parser goes. */
export const parserOverflow = { name: "ParserOverflow" };

/** CPython's limit of nested rules (MAXSTACK of parser.c). */
const MAX_DEPTH = 6000;

/** How deep CPython's rules are at the first expression of `x = ...` in a module. */
const BASE_DEPTH = 33;

export interface ParserOptions {
  readonly text: string;
  readonly ascii: boolean;
  readonly maxIntDigits: number;
  readonly onWarning?: WarningHandler | undefined;
  /** Whether `<>` stands for `!=`: by a flag only, for CPython's parser does not heed the future import itself. */
  readonly barryAsFlufl: boolean;
  /** The minor version of Python 3 whose syntax is allowed. */
  readonly featureVersion: number;
}

export abstract class Cursor {
  protected readonly data: Int32Array;
  /** Offset of the current token in `data`, and its type. */
  protected at = 0;
  protected type: number;
  protected readonly text: string;
  private depth = BASE_DEPTH;

  constructor(
    private readonly buffer: TokenBuffer,
    protected readonly options: ParserOptions,
  ) {
    this.data = buffer.data;
    this.text = options.text;
    this.type = this.data[0] as number;
  }

  protected fail(): never {
    throw parseFailure;
  }

  protected advance(): void {
    this.at += STRIDE;
    this.type = this.data[this.at] as number;
  }

  protected goTo(at: number): void {
    this.at = at;
    this.type = this.data[at] as number;
  }

  /** Whether the current token is of a type; unlike a comparison it leaves no narrowed type behind. */
  protected is(type: number): boolean {
    return this.type === type;
  }

  protected accept(type: number): boolean {
    if (this.type !== type) return false;
    this.advance();
    return true;
  }

  protected expect(type: number): void {
    if (this.type !== type) this.fail();
    this.advance();
  }

  /** The type of the token after the current one. */
  protected nextType(): number {
    return this.data[this.at + STRIDE] as number;
  }

  protected line(at: number): number {
    return this.data[at + LINE] as number;
  }

  protected column(at: number): number {
    return this.data[at + COLUMN] as number;
  }

  /** The end of the last token that was taken. */
  protected endLine(): number {
    return this.data[this.at - STRIDE + END_LINE] as number;
  }

  protected endColumn(): number {
    return this.data[this.at - STRIDE + END_COLUMN] as number;
  }

  /** The last token taken that is not mere layout: where a compound statement ends. */
  protected lastVisible(): number {
    let at = this.at - STRIDE;
    for (;;) {
      const type = this.data[at] as number;
      if (type !== NEWLINE && type !== DEDENT && type !== INDENT) return at;
      at -= STRIDE;
    }
  }

  protected tokenText(at: number): string {
    return this.text.slice(this.data[at + START], this.data[at + END]);
  }

  /** Take an identifier. */
  protected identifier(): string {
    if (this.type !== NAME) this.fail();
    const name = this.buffer.nameTable.identifier(this.data[this.at + NAME_INDEX] as number);
    this.advance();
    return name;
  }

  /** Take a type comment, if there is one. */
  protected typeComment(): Text | null {
    const at = this.at;
    return this.accept(TYPE_COMMENT) ? toText(this.tokenText(at)) : null;
  }

  /** The "# type: ignore" comments of the source. */
  protected typeIgnores(): TypeIgnore[] {
    return this.buffer.typeIgnores.map(({ lineno, tag }) => makeTypeIgnore(lineno, toText(tag)));
  }

  /** Refuse syntax that came with a later minor version than is allowed. */
  protected requires(version: number): void {
    if (this.options.featureVersion < version) this.fail();
  }

  /** Whether a token is a certain soft keyword. */
  protected isWord(at: number, word: string): boolean {
    return this.data[at] === NAME && this.buffer.nameTable.names[this.data[at + NAME_INDEX] as number] === word;
  }

  /** Count nested constructs as CPython counts nested rules; undo with `leave`. */
  protected enter(levels: number): void {
    this.depth += levels;
    if (this.depth > MAX_DEPTH) throw parserOverflow;
  }

  protected currentDepth(): number {
    return this.depth;
  }

  protected leave(levels: number): void {
    this.depth -= levels;
  }
}
