/**
 * The unicode_escape and raw_unicode_escape codecs.
 *
 * Follows Objects/unicodeobject.c. Input is Latin-1 with backslash escapes. Trap: an unknown escape is kept as it
 * stands and only reported (`invalidEscape`), for the DeprecationWarning; the parser has its own rules for string
 * literals.
 */

import { hexDigit } from "../binary/transfer.ts";
import { lookupCharacter } from "../unicode/names.ts";
import {
  ByteWriter,
  backslashEscape,
  codePointAt,
  type Decoded,
  type DecodeHandler,
  resumePosition,
  type TextToEncode,
  TextWriter,
  unitsToString,
} from "./errors.ts";

const BACKSLASH = 92;

export interface DecodedEscapes extends Decoded {
  /** The position of the first unknown escape, behind its backslash; -1 if there is none. */
  invalidEscape: number;
}

const SIMPLE: ReadonlyMap<number, number> = new Map([
  [0x5c, 0x5c],
  [0x27, 0x27],
  [0x22, 0x22],
  [0x62, 8],
  [0x66, 12],
  [0x74, 9],
  [0x6e, 10],
  [0x72, 13],
  [0x76, 11],
  [0x61, 7],
]);

/** One escape: what it stands for and where it ends, or what is wrong with it. */
interface Escape {
  end: number;
  codePoint?: number;
  reason?: string;
  /** It may be only the beginning of one: wait for more input. */
  incomplete?: boolean;
  unknown?: boolean;
}

const TRUNCATED = { x: "truncated \\xXX escape", u: "truncated \\uXXXX escape", U: "truncated \\UXXXXXXXX escape" };

function readHex(bytes: Uint8Array, start: number, count: number, reason: string): Escape {
  let value = 0;
  let at = start;
  for (; at < start + count; at++) {
    const digit = at < bytes.length ? hexDigit(bytes[at] as number) : -1;
    if (digit < 0) return { end: at, reason, incomplete: at >= bytes.length };
    value = value * 16 + digit;
  }
  return { end: at, codePoint: value };
}

function readOctal(bytes: Uint8Array, start: number): Escape {
  let value = 0;
  let at = start;
  while (at < start + 3 && at < bytes.length && ((bytes[at] as number) & 0xf8) === 0x30) {
    value = value * 8 + ((bytes[at] as number) & 7);
    at++;
  }
  return { end: at, codePoint: value, unknown: value > 255 };
}

function readName(bytes: Uint8Array, start: number): Escape {
  const malformed = "malformed \\N character escape";
  if (start >= bytes.length) return { end: start, reason: malformed, incomplete: true };
  if (bytes[start] !== 0x7b) return { end: start, reason: malformed };
  let close = start + 1;
  while (close < bytes.length && bytes[close] !== 0x7d) close++;
  if (close >= bytes.length) return { end: bytes.length, reason: malformed, incomplete: true };
  if (close === start + 1) return { end: close, reason: malformed };
  const name = unitsToString(bytes.subarray(start + 1, close));
  const codePoint = lookupCharacter(name);
  return codePoint === undefined
    ? { end: close + 1, reason: "unknown Unicode character name" }
    : { end: close + 1, codePoint };
}

/** The escape whose letter is at `index`, right behind the backslash. */
function readEscape(bytes: Uint8Array, index: number): Escape {
  const letter = bytes[index];
  if (letter === undefined) return { end: index, reason: "\\ at end of string", incomplete: true };
  if (letter === 10) return { end: index + 1 };
  const simple = SIMPLE.get(letter);
  if (simple !== undefined) return { end: index + 1, codePoint: simple };
  switch (String.fromCharCode(letter)) {
    case "x":
      return readHex(bytes, index + 1, 2, TRUNCATED.x);
    case "u":
      return readHex(bytes, index + 1, 4, TRUNCATED.u);
    case "U": {
      const found = readHex(bytes, index + 1, 8, TRUNCATED.U);
      return (found.codePoint ?? 0) > 0x10ffff ? { end: found.end, reason: "illegal Unicode character" } : found;
    }
    case "N":
      return readName(bytes, index + 1);
  }
  if ((letter & 0xf8) === 0x30) return readOctal(bytes, index);
  return { end: index, codePoint: BACKSLASH, unknown: true };
}

export function decodeUnicodeEscape(input: Uint8Array, handler: DecodeHandler, final = true): DecodedEscapes {
  let bytes = input;
  const writer = new TextWriter(bytes.length);
  let invalidEscape = -1;
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] as number;
    if (byte !== BACKSLASH) {
      writer.add(byte);
      index++;
      continue;
    }
    const found = readEscape(bytes, index + 1);
    if (found.incomplete && !final) break;
    if (found.reason === undefined) {
      if (found.unknown && invalidEscape < 0) invalidEscape = index + 1;
      if (found.codePoint !== undefined) writer.add(found.codePoint);
      index = found.end;
      continue;
    }
    const replaced = handler({ encoding: "unicodeescape", bytes, start: index, end: found.end, reason: found.reason });
    bytes = replaced.bytes ?? bytes;
    writer.addText(replaced.text);
    index = resumePosition(replaced.resume, bytes.length);
  }
  return { text: writer.finish(), consumed: index, invalidEscape };
}

export function encodeUnicodeEscape(text: TextToEncode): Uint8Array {
  const writer = new ByteWriter(text.length);
  for (let index = 0; index < text.length; index++) {
    const codePoint = codePointAt(text, index);
    if (codePoint === BACKSLASH) writer.addAscii("\\\\");
    else if (codePoint === 9) writer.addAscii("\\t");
    else if (codePoint === 10) writer.addAscii("\\n");
    else if (codePoint === 13) writer.addAscii("\\r");
    else if (codePoint >= 32 && codePoint < 127) writer.add(codePoint);
    else writer.addAscii(backslashEscape(codePoint));
  }
  return writer.finish();
}

export function decodeRawUnicodeEscape(input: Uint8Array, handler: DecodeHandler, final = true): Decoded {
  let bytes = input;
  const writer = new TextWriter(bytes.length);
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] as number;
    const letter = bytes[index + 1];
    if (byte === BACKSLASH && letter === undefined && !final) break;
    if (byte !== BACKSLASH || letter === undefined) {
      writer.add(byte);
      index++;
      continue;
    }
    if (letter !== 0x75 && letter !== 0x55) {
      writer.add(BACKSLASH);
      writer.add(letter);
      index += 2;
      continue;
    }
    const long = letter === 0x55;
    let found = readHex(bytes, index + 2, long ? 8 : 4, long ? TRUNCATED.U : TRUNCATED.u);
    if (found.incomplete && !final) break;
    if ((found.codePoint ?? 0) > 0x10ffff) found = { end: found.end, reason: "\\Uxxxxxxxx out of range" };
    if (found.reason === undefined) {
      writer.add(found.codePoint as number);
      index = found.end;
      continue;
    }
    const reason = found.reason;
    const replaced = handler({ encoding: "rawunicodeescape", bytes, start: index, end: found.end, reason });
    bytes = replaced.bytes ?? bytes;
    writer.addText(replaced.text);
    index = resumePosition(replaced.resume, bytes.length);
  }
  return { text: writer.finish(), consumed: index };
}

export function encodeRawUnicodeEscape(text: TextToEncode): Uint8Array {
  const writer = new ByteWriter(text.length);
  for (let index = 0; index < text.length; index++) {
    const codePoint = codePointAt(text, index);
    if (codePoint < 256) writer.add(codePoint);
    else writer.addAscii(backslashEscape(codePoint));
  }
  return writer.finish();
}
