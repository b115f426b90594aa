/**
 * From bytes or a str to the text that the tokenizer reads.
 *
 * Follows the string half of CPython 3.12's Parser/tokenizer.c: byte order mark, PEP 263 cookie, newlines, and
 * the newline that is added at the end of a module.
 * The text is UTF-16. Trap: a byte that is not UTF-8 is no error yet, since CPython accepts it in a comment: it
 * becomes a lone low surrogate U+DC80 + (byte - 0x80), counts as one byte of a column, and is reported by the
 * token that holds it.
 */
import { type Text, WideText } from "../bytecode/constants.ts";
import { brokenSequence, brokenUtf8Message, sequenceLength } from "../util/codecs/utf8-sequence.ts";
import { latin1Decoder } from "../util/text/latin1.ts";
import { SyntaxProblem } from "./errors.ts";

/**
 * Decodes a source that declares an encoding other than those known here. Returns undefined for an unknown
 * encoding, and throws a SyntaxProblem for bytes that do not fit.
 */
export type SourceDecoder = (bytes: Uint8Array, encoding: string) => string | undefined;

export interface SourceOptions {
  /** Add a newline at the end if there is none. */
  readonly endWithNewline: boolean;
  /** Keep "\r\n" as it is, for the `tokenize` module. */
  readonly keepCarriageReturns?: boolean;
  readonly ignoreCookie?: boolean;
  readonly decode?: SourceDecoder | undefined;
}

export interface Source {
  readonly text: string;
  /** The declared encoding as CPython normalises it; null if nothing declared one. */
  readonly encoding: string | null;
  /** Whether the text is all ASCII, so that a column is a difference of indices. */
  readonly ascii: boolean;
}

export function readSource(input: Uint8Array | Text, options: SourceOptions): Source {
  let text: string;
  let encoding: string | null = null;
  if (input instanceof Uint8Array) {
    if (input.includes(0)) throw new SyntaxProblem("SyntaxError", "source code string cannot contain null bytes");
    [text, encoding] = decodeSource(input, options);
  } else {
    text = input instanceof WideText ? fromCodePoints(input.codePoints) : input;
    if (text.includes("\0")) throw new SyntaxProblem("SyntaxError", "source code string cannot contain null bytes");
  }
  if (!options.keepCarriageReturns && text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (options.endWithNewline && text !== "" && !text.endsWith("\n")) text += "\n";
  return { text, encoding, ascii: isAscii(text) };
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function fromCodePoints(codePoints: Uint32Array): string {
  const parts: string[] = [];
  for (let at = 0; at < codePoints.length; at++) {
    const codePoint = codePoints[at] as number;
    if (codePoint >= 0xd800 && codePoint < 0xe000) {
      const shown = `\\u${codePoint.toString(16)}`;
      const message = `'utf-8' codec can't encode character '${shown}' in position ${at}: surrogates not allowed`;
      throw new SyntaxProblem("UnicodeEncodeError", message);
    }
    parts.push(String.fromCodePoint(codePoint));
  }
  return parts.join("");
}

function decodeSource(input: Uint8Array, options: SourceOptions): [text: string, encoding: string | null] {
  const hasMark = input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf;
  const bytes = hasMark ? input.subarray(3) : input;
  const cookie = options.ignoreCookie ? null : findCookie(bytes);
  const encoding = cookie === null ? null : normalizeEncoding(cookie);
  if (encoding === null || encoding === "utf-8") return [decodeUtf8(bytes), hasMark ? "utf-8" : encoding];
  if (hasMark) throw sourceProblem(`encoding problem: ${encoding} with BOM`);
  const text = decodeAs(bytes, encoding) ?? options.decode?.(withNewlines(bytes, options), encoding);
  if (text === undefined) throw sourceProblem(`unknown encoding: ${encoding}`);
  return [text, encoding];
}

/** The bytes with "\n" as their only newlines, as CPython's codecs see them: UTF-16 is odd then, and refused. */
function withNewlines(bytes: Uint8Array, { endWithNewline, keepCarriageReturns }: SourceOptions): Uint8Array {
  const result: number[] = [];
  for (const [at, byte] of bytes.entries()) {
    if (keepCarriageReturns || byte !== 0x0d) result.push(byte);
    else if (bytes[at + 1] !== 0x0a) result.push(0x0a);
  }
  if (endWithNewline && result.length > 0 && result.at(-1) !== 0x0a) result.push(0x0a);
  return Uint8Array.from(result);
}

/** A problem of the source as a whole, as CPython reports it before the first token. */
export function sourceProblem(message: string): SyntaxProblem {
  return new SyntaxProblem("SyntaxError", message, 0, -1);
}

/** The encoding that one of the first two lines declares (PEP 263). */
export function findCookie(bytes: Uint8Array): string | null {
  let start = 0;
  for (let line = 0; line < 2 && start < bytes.length; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
    const text = latin1Decoder.decode(bytes.subarray(start, end));
    const match = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(text);
    if (match) return match[1] as string;
    if (!/^[ \t\f]*(#|$)/.test(text)) return null;
    start = bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? end + 2 : end + 1;
  }
  return null;
}

function normalizeEncoding(cookie: string): string {
  const name = cookie.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (name === "utf-8" || name.startsWith("utf-8-")) return "utf-8";
  for (const latin1 of ["latin-1", "iso-8859-1", "iso-latin-1"]) {
    if (name === latin1 || name.startsWith(`${latin1}-`)) return "iso-8859-1";
  }
  return cookie;
}

/** Where ISO 8859-15 differs from Latin-1. */
const latin9: Readonly<Record<number, string>> = {
  164: "€",
  166: "Š",
  168: "š",
  180: "Ž",
  184: "ž",
  188: "Œ",
  189: "œ",
  190: "Ÿ",
};

/** Windows code page 1252 from 0x80 to 0x9f; a space marks a byte without a character. */
const cp1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  switch (encoding.toLowerCase().replaceAll("_", "-")) {
    case "utf8":
    case "u8":
    case "cp65001":
      return decodeUtf8(bytes);
    case "iso-8859-1":
    case "iso8859-1":
    case "8859":
    case "cp819":
    case "latin":
    case "latin1":
    case "l1":
      return latin1Decoder.decode(bytes);
    case "ascii":
    case "us-ascii":
    case "646": {
      const at = bytes.findIndex((byte) => byte >= 0x80);
      if (at >= 0) throw badByte("ascii", bytes, at, "ordinal not in range(128)");
      return latin1Decoder.decode(bytes);
    }
    case "iso-8859-15":
    case "iso8859-15":
    case "latin9":
    case "latin-9":
    case "l9":
      return latin1Decoder.decode(bytes).replace(/[\xa4-\xbe]/g, (c) => latin9[c.charCodeAt(0)] ?? c);
    case "cp1252":
    case "1252":
    case "windows-1252": {
      const at = bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0 && cp1252[byte - 0x80] === " ");
      if (at >= 0) throw badByte("charmap", bytes, at, "character maps to <undefined>");
      return latin1Decoder.decode(bytes).replace(/[\x80-\x9f]/g, (c) => cp1252[c.charCodeAt(0) - 0x80] as string);
    }
    default:
      return undefined;
  }
}

function badByte(codec: string, bytes: Uint8Array, at: number, reason: string): SyntaxProblem {
  const shown = (bytes[at] as number).toString(16).padStart(2, "0");
  return sourceProblem(`'${codec}' codec can't decode byte 0x${shown} in position ${at}: ${reason}`);
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return decodeBrokenUtf8(bytes);
  }
}

/** Decode with every wrong byte as a lone low surrogate. */
function decodeBrokenUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      parts.push(strictUtf8.decode(bytes.subarray(at, at + length)));
      at += length;
    } else {
      parts.push(String.fromCharCode(0xdc00 + (bytes[at] as number)));
      at++;
    }
  }
  return parts.join("");
}

/** The UTF-8 bytes of a piece of source text, wrong bytes included. */
export function encodeSource(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const c = character.codePointAt(0) as number;
    if (c < 0x80) bytes.push(c);
    else if (c < 0x800) bytes.push(0xc0 | (c >> 6), 0x80 | (c & 63));
    else if (c >= 0xdc80 && c < 0xdd00) bytes.push(c - 0xdc00);
    else if (c < 0x10000) bytes.push(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
    else bytes.push(0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  }
  return Uint8Array.from(bytes);
}

/** CPython's message for the first place where source text is not UTF-8, or null if it is well-formed. */
export function utf8Problem(text: string): string | null {
  if (!/[\udc80-\udcff]/u.test(text)) return null;
  const bytes = encodeSource(text);
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length < 0) return brokenUtf8Message(bytes, brokenSequence(bytes, at, -length));
    at += length;
  }
  return null;
}

/** Whether a piece of source holds nothing but space and comments. */
export function isBlank(text: string): boolean {
  return text.replace(/#[^\n]*/g, "").trim() === "";
}

/** The length in UTF-8 of one UTF-16 unit; a surrogate pair counts 3 + 1, a wrong byte 1. */
export function utf8Length(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xdc00 && unit < 0xe000 ? 1 : 3;
}
