/**
 * The values of string and bytes literals: escapes, and CPython 3.12's messages for wrong ones.
 *
 * Follows Parser/string_parser.c and the unicode-escape decoder of Objects/unicodeobject.c.
 * A problem is reported by throwing a LiteralProblem, whose place the parser adds. Trap: two escapes that happen to
 * be a surrogate pair stay two code points, so a value is built of code points as soon as a surrogate is involved.
 */
import { type Text, WideText } from "../bytecode/constants.ts";
import { lookupCharacter } from "../util/unicode/names.ts";
import { encodeSource, utf8Problem } from "./source.ts";

/** What is wrong with a literal: the message, and whether it stands for a UnicodeDecodeError or ValueError. */
export class LiteralProblem {
  constructor(
    readonly kind: "unicode error" | "value error" | null,
    readonly message: string,
  ) {}

  get text(): string {
    return this.kind === null ? this.message : `(${this.kind}) ${this.message}`;
  }
}

/** Receives the first wrong escape of a literal that is accepted with a warning. */
export type EscapeWarning = (message: string) => void;

/** A value of code points that are given as UTF-16, whose surrogate pairs are characters. */
export function toText(utf16: string): Text {
  if (!/[\ud800-\udfff]/.test(utf16)) return utf16;
  return new WideText(Uint32Array.from(utf16, (character) => character.codePointAt(0) as number));
}

export function codePointsOf(text: Text): Iterable<number> {
  return typeof text === "string" ? Uint32Array.from(text, (c) => c.codePointAt(0) as number) : text.codePoints;
}

export function concatenateText(parts: readonly Text[]): Text {
  if (parts.every((part) => typeof part === "string")) return parts.join("");
  const codePoints: number[] = [];
  for (const part of parts) for (const c of codePointsOf(part)) codePoints.push(c);
  return new WideText(Uint32Array.from(codePoints));
}

/** The value of the body of a str literal. */
export function decodeStringBody(body: string, raw: boolean, warn: EscapeWarning): Text {
  const broken = utf8Problem(body);
  if (broken !== null) throw new LiteralProblem("unicode error", broken);
  if (raw || !body.includes("\\")) return toText(body);
  return new EscapeDecoder(body, warn).decode();
}

class EscapeDecoder {
  private readonly parts: string[] = [];
  /** All code points so far, once a character outside the BMP or a surrogate has been met. */
  private wide: number[] | null = null;
  private at = 0;
  private warned = false;

  constructor(
    private readonly body: string,
    private readonly emit: EscapeWarning,
  ) {}

  private warn(message: string): void {
    if (!this.warned) this.emit(message);
    this.warned = true;
  }

  decode(): Text {
    const body = this.body;
    while (this.at < body.length) {
      const backslash = body.indexOf("\\", this.at);
      if (backslash < 0) {
        this.addText(body.slice(this.at));
        break;
      }
      if (backslash > this.at) this.addText(body.slice(this.at, backslash));
      this.at = backslash + 1;
      this.escape(backslash);
    }
    return this.wide === null ? this.parts.join("") : new WideText(Uint32Array.from(this.wide));
  }

  private addText(text: string): void {
    if (this.wide === null && !/[\ud800-\udfff]/.test(text)) this.parts.push(text);
    else for (const character of text) this.addCodePoint(character.codePointAt(0) as number);
  }

  private addCodePoint(c: number): void {
    if (this.wide === null) {
      if (c < 0xd800 || (c >= 0xe000 && c < 0x10000)) {
        this.parts.push(String.fromCharCode(c));
        return;
      }
      this.wide = Array.from(this.parts.join(""), (character) => character.charCodeAt(0));
    }
    this.wide.push(c);
  }

  private escape(backslash: number): void {
    const c = this.body[this.at++];
    if (c === undefined) this.addText("\\");
    else if (simpleEscapes.has(c)) this.addText(simpleEscapes.get(c) as string);
    else if (c === "x") this.hexadecimal(backslash, 2, "truncated \\xXX escape");
    else if (c === "u") this.hexadecimal(backslash, 4, "truncated \\uXXXX escape");
    else if (c === "U") this.hexadecimal(backslash, 8, "truncated \\UXXXXXXXX escape");
    else if (c === "N") this.named(backslash);
    else if (c >= "0" && c <= "7") this.octal(backslash);
    else this.unknown(c);
  }

  private octal(backslash: number): void {
    const digits = /^[0-7]{1,3}/.exec(this.body.slice(backslash + 1, backslash + 4))?.[0] ?? "0";
    this.at = backslash + 1 + digits.length;
    const value = Number.parseInt(digits, 8);
    if (value > 0xff) this.warn(`invalid octal escape sequence '\\${digits}'`);
    this.addCodePoint(value);
  }

  private unknown(c: string): void {
    if (c < "\x80") this.warn(`invalid escape sequence '\\${c}'`);
    this.at--;
    this.addText("\\");
  }

  private hexadecimal(backslash: number, count: number, message: string): void {
    const digits = /^[0-9a-fA-F]*/.exec(this.body.slice(this.at, this.at + count))?.[0] ?? "";
    this.at += digits.length;
    if (digits.length < count) this.fail(backslash, this.at, message);
    const value = Number.parseInt(digits, 16);
    if (value > 0x10ffff) this.fail(backslash, this.at, "illegal Unicode character");
    this.addCodePoint(value);
  }

  private named(backslash: number): void {
    const body = this.body;
    if (body[this.at] !== "{") this.fail(backslash, this.at, "malformed \\N character escape");
    const close = body.indexOf("}", this.at);
    if (close < 0) this.fail(backslash, body.length, "malformed \\N character escape");
    if (close === this.at + 1) this.fail(backslash, this.at + 1, "malformed \\N character escape");
    const value = lookupCharacter(body.slice(this.at + 1, close));
    if (value === undefined) this.fail(backslash, close + 1, "unknown Unicode character name");
    this.at = close + 1;
    this.addCodePoint(value);
  }

  /** Positions count the ASCII form of the body, in which CPython writes other characters as \UXXXXXXXX. */
  private fail(start: number, end: number, message: string): never {
    const first = escapedLength(this.body.slice(0, start));
    const last = first + escapedLength(this.body.slice(start, end)) - 1;
    const where = first === last ? `byte 0x5c in position ${first}` : `bytes in position ${first}-${last}`;
    throw new LiteralProblem("unicode error", `'unicodeescape' codec can't decode ${where}: ${message}`);
  }
}

function escapedLength(text: string): number {
  let length = 0;
  for (const character of text) length += (character.codePointAt(0) as number) < 0x80 ? 1 : 10;
  return length;
}

/** The value of the body of a bytes literal, which is ASCII. */
export function decodeBytesBody(body: string, raw: boolean, warn: EscapeWarning): Uint8Array {
  const source = encodeSource(body);
  if (raw || !body.includes("\\")) return source;
  const bytes: number[] = [];
  let at = 0;
  let warning: string | null = null;
  while (at < body.length) {
    const c = body[at++] as string;
    if (c !== "\\") {
      bytes.push(c.charCodeAt(0));
      continue;
    }
    const backslash = at - 1;
    const escaped = body[at++] as string;
    const simple = simpleEscapes.get(escaped);
    if (simple === "") continue;
    if (simple !== undefined) bytes.push(simple.charCodeAt(0));
    else if (escaped >= "0" && escaped <= "7") {
      const digits = /^[0-7]{1,3}/.exec(body.slice(backslash + 1, backslash + 4))?.[0] ?? "0";
      at = backslash + 1 + digits.length;
      const value = Number.parseInt(digits, 8);
      if (value > 0xff) warning ??= `invalid octal escape sequence '\\${digits}'`;
      bytes.push(value & 0xff);
    } else if (escaped === "x") {
      const digits = body.slice(at, at + 2);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
        throw new LiteralProblem("value error", `invalid \\x escape at position ${backslash}`);
      }
      at += 2;
      bytes.push(Number.parseInt(digits, 16));
    } else {
      warning ??= `invalid escape sequence '\\${escaped}'`;
      bytes.push(0x5c, escaped.charCodeAt(0));
    }
  }
  if (warning !== null) warn(warning);
  return Uint8Array.from(bytes);
}

/** Escapes of one character, which str and bytes share. */
const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["b", "\b"],
  ["f", "\f"],
  ["t", "\t"],
  ["n", "\n"],
  ["r", "\r"],
  ["v", "\v"],
  ["a", "\x07"],
]);
