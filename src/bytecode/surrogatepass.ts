/**
 * UTF-8 with the error handler "surrogatepass", as marshal stores text: lone surrogates are three bytes each.
 *
 * Trap: a `Text` with a character beyond U+FFFF is a `WideText` as well, not only one with lone surrogates.
 */
import { brokenSequence, brokenUtf8Message, sequenceLength } from "../util/codecs/utf8-sequence.ts";
import { type Text, WideText } from "./constants.ts";

/** Bytes that are not UTF-8. */
export class Utf8Error extends Error {}

const encoder = new TextEncoder();

export function encodeSurrogatePass(text: Text): Uint8Array {
  if (typeof text === "string") {
    return encoder.encode(text);
  }
  const bytes: number[] = [];
  for (const point of text.codePoints) {
    if (point < 0x80) {
      bytes.push(point);
    } else if (point < 0x800) {
      bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    } else {
      bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f));
      bytes.push(0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    }
  }
  return Uint8Array.from(bytes);
}

/** Throws `Utf8Error` with CPython's message. */
export function decodeSurrogatePass(bytes: Uint8Array): Text {
  return decodeBasic(bytes) ?? decodeAny(bytes);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const SURROGATE = /[\ud800-\udfff]/;

/** Text of the basic plane without surrogates, which nearly all is; undefined for any other. */
function decodeBasic(bytes: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes);
    return SURROGATE.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function decodeAny(bytes: Uint8Array): Text {
  const points: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at, true);
    if (length < 0) throw new Utf8Error(brokenUtf8Message(bytes, brokenSequence(bytes, at, -length)));
    const lead = bytes[at]!;
    let point = length === 1 ? lead : lead & (0x7f >> length);
    for (let i = 1; i < length; i++) {
      point = (point << 6) | (bytes[at + i]! & 0x3f);
    }
    points.push(point);
    at += length;
  }
  return textOfCodePoints(points);
}

export function textOfCodePoints(points: number[]): Text {
  const isWide = points.some((point) => point > 0xffff || isSurrogate(point));
  return isWide ? new WideText(Uint32Array.from(points)) : stringOfCodePoints(points);
}

export function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

/** UTF-16, for any number of characters. */
export function stringOfCodePoints(points: ArrayLike<number>): string {
  let text = "";
  for (let at = 0; at < points.length; at++) {
    text += String.fromCodePoint(points[at]!);
  }
  return text;
}
