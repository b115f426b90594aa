/**
 * UTF-8.
 *
 * Follows Objects/stringlib/codecs.h. Trap: valid input goes through the host's own converter, which is faster but
 * gives surrogate pairs: text with characters beyond the basic plane is read anew.
 */
import {
  ByteWriter,
  codePointAt,
  type Decoded,
  type DecodeHandler,
  type EncodeHandler,
  replaceUnencodable,
  resumePosition,
  type TextToEncode,
  TextWriter,
  unitsToString,
} from "./errors.ts";
import { brokenSequence, sequenceLength, UNEXPECTED_END } from "./utf8-sequence.ts";

const ENCODING = "utf-8";
const converter = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

export function isAscii(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index++) if ((bytes[index] as number) >= 128) return false;
  return true;
}

export function decodeUtf8(input: Uint8Array, handler: DecodeHandler, final = true): Decoded {
  if (input.length < 64 ? isAscii(input) : false) return { text: unitsToString(input), consumed: input.length };
  const fast = decodeValid(input);
  if (fast !== undefined) return { text: fast, consumed: input.length };
  return decodeCarefully(input, handler, final);
}

/** Undefined when the input is invalid or needs code points outside the basic plane. */
function decodeValid(input: Uint8Array): string | undefined {
  try {
    const text = converter.decode(input);
    return /[\ud800-\udfff]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The index of the first byte that belongs to no UTF-8 sequence; undefined if all do. */
export function brokenUtf8At(bytes: Uint8Array): number | undefined {
  try {
    converter.decode(bytes);
    return undefined;
  } catch {
    let at = 0;
    while (at < bytes.length) {
      const length = sequenceLength(bytes, at);
      if (length < 0) return at;
      at += length;
    }
    return undefined;
  }
}

function decodeCarefully(input: Uint8Array, handler: DecodeHandler, final: boolean): Decoded {
  let bytes = input;
  const writer = new TextWriter(bytes.length);
  let index = 0;
  while (index < bytes.length) {
    const first = bytes[index] as number;
    if (first < 128) {
      writer.add(first);
      index++;
      continue;
    }
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      writer.add(readSequence(bytes, index, length));
      index += length;
      continue;
    }
    const error = { encoding: ENCODING, bytes, ...brokenSequence(bytes, index, -length) };
    if (!final && (error.reason === UNEXPECTED_END || isTruncatedSurrogate(bytes, index))) break;
    const replaced = handler(error);
    bytes = replaced.bytes ?? bytes;
    writer.addText(replaced.text);
    index = resumePosition(replaced.resume, bytes.length);
  }
  return { text: writer.finish(), consumed: index };
}

/** Two of the three bytes that the handler "surrogatepass" would take: the third may still come. */
function isTruncatedSurrogate(bytes: Uint8Array, index: number): boolean {
  const second = bytes[index + 1];
  return bytes[index] === 0xed && bytes.length - index === 2 && second >= 0xa0 && second <= 0xbf;
}

function readSequence(bytes: Uint8Array, index: number, length: number): number {
  let codePoint = (bytes[index] as number) & (0x7f >> length);
  for (let offset = 1; offset < length; offset++)
    codePoint = (codePoint << 6) | ((bytes[index + offset] as number) & 63);
  return codePoint;
}

function isSurrogate(codePoint: number): boolean {
  return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

function writeCodePoint(writer: ByteWriter, codePoint: number): boolean {
  if (codePoint < 0x80) {
    writer.add(codePoint);
  } else if (codePoint < 0x800) {
    writer.add(0xc0 | (codePoint >> 6));
    writer.add(0x80 | (codePoint & 63));
  } else if (codePoint < 0x10000) {
    if (isSurrogate(codePoint)) return false;
    writer.add(0xe0 | (codePoint >> 12));
    writer.add(0x80 | ((codePoint >> 6) & 63));
    writer.add(0x80 | (codePoint & 63));
  } else {
    writer.add(0xf0 | (codePoint >> 18));
    writer.add(0x80 | ((codePoint >> 12) & 63));
    writer.add(0x80 | ((codePoint >> 6) & 63));
    writer.add(0x80 | (codePoint & 63));
  }
  return true;
}

/** A replacement text must be ASCII. */
function writeAscii(writer: ByteWriter, codePoint: number): boolean {
  if (codePoint >= 128) return false;
  writer.add(codePoint);
  return true;
}

export function encodeUtf8(text: TextToEncode, handler: EncodeHandler): Uint8Array {
  if (typeof text === "string") return encoder.encode(text);
  const writer = new ByteWriter(text.length + 16);
  for (let index = 0; index < text.length; ) {
    if (writeCodePoint(writer, codePointAt(text, index))) {
      index++;
      continue;
    }
    let end = index + 1;
    while (end < text.length && isSurrogate(codePointAt(text, end))) end++;
    const error = { encoding: ENCODING, text, start: index, end, reason: "surrogates not allowed" };
    index = replaceUnencodable(writer, error, handler, writeAscii);
  }
  return writer.finish();
}
