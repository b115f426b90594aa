/**
 * repr() and ascii() of str, and repr() of bytes.
 *
 * Follows Objects/unicodeobject.c and Objects/bytesobject.c. Trap: double quotes are taken only when the text holds
 * a single quote and no double quote; what counts as printable is Unicode 15.0.0's say.
 */
import { isPrintable } from "../unicode/properties.ts";

const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const BACKSLASH = 92;

const hex = (value: number, width: number) => value.toString(16).padStart(width, "0");

function escapeOf(codePoint: number): string {
  if (codePoint === 9) return "\\t";
  if (codePoint === 10) return "\\n";
  if (codePoint === 13) return "\\r";
  if (codePoint < 0x100) return `\\x${hex(codePoint, 2)}`;
  return codePoint < 0x10000 ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`;
}

/**
 * repr of a text given by its code points, as a JavaScript string: it may hold surrogate pairs of printable astral
 * characters, but no lone surrogate, which is always escaped.
 */
export function reprCodePoints(text: ArrayLike<number>, asciiOnly = false): string {
  let single = false;
  let double = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === QUOTE) single = true;
    else if (text[index] === DOUBLE_QUOTE) double = true;
  }
  const quote = single && !double ? DOUBLE_QUOTE : QUOTE;
  const mark = String.fromCharCode(quote);
  const parts = [mark];
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index] as number;
    if (codePoint === quote || codePoint === BACKSLASH) parts.push("\\", String.fromCharCode(codePoint));
    else if (isPrintable(codePoint) && (codePoint < 128 || !asciiOnly)) parts.push(String.fromCodePoint(codePoint));
    else parts.push(escapeOf(codePoint));
  }
  parts.push(mark);
  return parts.join("");
}

/** repr of a string without surrogate code units. */
export function reprString(text: string, asciiOnly = false): string {
  if (/^[ !#-&(-[\]-~]*$/.test(text)) return `'${text}'`;
  return reprCodePoints(
    Array.from(text, (character) => character.codePointAt(0) as number),
    asciiOnly,
  );
}

/** repr of bytes, with its b prefix. */
export function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(QUOTE) && !bytes.includes(DOUBLE_QUOTE) ? DOUBLE_QUOTE : QUOTE;
  const mark = String.fromCharCode(quote);
  const parts = [`b${mark}`];
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] as number;
    if (byte === quote || byte === BACKSLASH) parts.push(`\\${String.fromCharCode(byte)}`);
    else if (byte >= 32 && byte < 127) parts.push(String.fromCharCode(byte));
    else parts.push(escapeOf(byte));
  }
  parts.push(mark);
  return parts.join("");
}
