/**
 * ASCII, Latin-1 and character maps.
 *
 * Follows Objects/unicodeobject.c. Trap: an encoding error covers the whole run of characters that cannot be encoded,
 * so "replace" and "xmlcharrefreplace" are called once for several of them.
 */
import {
  ByteWriter,
  codePointAt,
  type Decoded,
  type DecodeHandler,
  EncodeFailure,
  type EncodeHandler,
  replaceUnencodable,
  resumePosition,
  type TextToEncode,
  TextWriter,
  unitsToString,
} from "./errors.ts";
import { isAscii } from "./utf8.ts";

export function decodeLatin1(bytes: Uint8Array): Decoded {
  return { text: unitsToString(bytes), consumed: bytes.length };
}

export function decodeAscii(input: Uint8Array, handler: DecodeHandler): Decoded {
  if (isAscii(input)) return decodeLatin1(input);
  return decodeTable(input, handler, "ascii", "ordinal not in range(128)", (byte) => (byte < 128 ? byte : undefined));
}

/** What a byte stands for: a code point, a text, or undefined. */
export type DecodingMap = (byte: number) => number | TextToEncode | undefined;

export function decodeCharmap(input: Uint8Array, map: DecodingMap, handler: DecodeHandler): Decoded {
  return decodeTable(input, handler, "charmap", "character maps to <undefined>", map);
}

function decodeTable(
  input: Uint8Array,
  handler: DecodeHandler,
  encoding: string,
  reason: string,
  map: DecodingMap,
): Decoded {
  let bytes = input;
  const writer = new TextWriter(bytes.length);
  for (let index = 0; index < bytes.length; ) {
    const found = map(bytes[index] as number);
    if (typeof found === "number") {
      writer.add(found);
      index++;
    } else if (found !== undefined) {
      writer.addText(found);
      index++;
    } else {
      const replaced = handler({ encoding, bytes, start: index, end: index + 1, reason });
      bytes = replaced.bytes ?? bytes;
      writer.addText(replaced.text);
      index = resumePosition(replaced.resume, bytes.length);
    }
  }
  return { text: writer.finish(), consumed: bytes.length };
}

function encodeLimited(text: TextToEncode, limit: 128 | 256, handler: EncodeHandler): Uint8Array {
  const encoding = limit === 128 ? "ascii" : "latin-1";
  const writer = new ByteWriter(text.length);
  const writeOne = (out: ByteWriter, codePoint: number) => {
    if (codePoint >= limit) return false;
    out.add(codePoint);
    return true;
  };
  for (let index = 0; index < text.length; ) {
    if (writeOne(writer, codePointAt(text, index))) {
      index++;
      continue;
    }
    let end = index + 1;
    while (end < text.length && codePointAt(text, end) >= limit) end++;
    const error = { encoding, text, start: index, end, reason: `ordinal not in range(${limit})` };
    const { replacement, resume } = handler(error);
    index = resumePosition(resume, text.length);
    if (replacement instanceof Uint8Array) {
      writer.addAll(replacement);
      continue;
    }
    for (let at = 0; at < replacement.length; at++) {
      if (!writeOne(writer, codePointAt(replacement, at))) throw new EncodeFailure(error);
    }
  }
  return writer.finish();
}

export function encodeAscii(text: TextToEncode, handler: EncodeHandler): Uint8Array {
  return encodeLimited(text, 128, handler);
}

export function encodeLatin1(text: TextToEncode, handler: EncodeHandler): Uint8Array {
  return encodeLimited(text, 256, handler);
}

/** What a code point is written as: a byte, several bytes, or undefined. */
export type EncodingMap = (codePoint: number) => number | Uint8Array | undefined;

export function encodeCharmap(text: TextToEncode, map: EncodingMap, handler: EncodeHandler): Uint8Array {
  const writer = new ByteWriter(text.length);
  const writeOne = (out: ByteWriter, codePoint: number) => {
    const found = map(codePoint);
    if (found === undefined) return false;
    if (typeof found === "number") out.add(found);
    else out.addAll(found);
    return true;
  };
  for (let index = 0; index < text.length; ) {
    if (writeOne(writer, codePointAt(text, index))) {
      index++;
      continue;
    }
    let end = index + 1;
    while (end < text.length && map(codePointAt(text, end)) === undefined) end++;
    const error = { encoding: "charmap", text, start: index, end, reason: "character maps to <undefined>" };
    index = replaceUnencodable(writer, error, handler, writeOne);
  }
  return writer.finish();
}
