/**
 * UTF-16 and UTF-32, in a given byte order or with a byte order mark.
 *
 * Follows Objects/unicodeobject.c. Trap: decoding without a given order takes the order from a mark and drops the
 * mark, and is little-endian without one; encoding without a given order writes a little-endian mark. A mark under a
 * given order is a character.
 */
import {
  ByteWriter,
  codePointAt,
  type Decoded,
  type DecodeHandler,
  EncodeFailure,
  type EncodeHandler,
  resumePosition,
  type TextToEncode,
  TextWriter,
} from "./errors.ts";

export type ByteOrder = "little" | "big" | "mark";

export interface DecodedUnits extends Decoded {
  /** The order that was used, for an incremental decoder to go on with; "mark" while none has been seen. */
  order: ByteOrder;
}

function encodingName(base: "utf-16" | "utf-32", order: ByteOrder): string {
  return order === "mark" ? base : order === "little" ? `${base}-le` : `${base}-be`;
}

export function decodeUtf16(input: Uint8Array, order: ByteOrder, handler: DecodeHandler, final = true): DecodedUnits {
  let bytes = input;
  let index = 0;
  let found = order;
  if (order === "mark" && bytes.length >= 2) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) found = "little";
    else if (bytes[0] === 0xfe && bytes[1] === 0xff) found = "big";
    if (found !== "mark") index = 2;
  }
  const encoding = found === "big" ? "utf-16-be" : "utf-16-le";
  const writer = new TextWriter(bytes.length >> 1);
  const unit = (at: number) => {
    const [low, high] = [bytes[at] as number, bytes[at + 1] as number];
    return found === "big" ? low * 256 + high : high * 256 + low;
  };
  while (index < bytes.length) {
    const left = bytes.length - index;
    let end = bytes.length;
    let reason = "truncated data";
    if (left >= 2) {
      const first = unit(index);
      if (first < 0xd800 || first > 0xdfff) {
        writer.add(first);
        index += 2;
        continue;
      }
      const second = left >= 4 ? unit(index + 2) : 0;
      if (first < 0xdc00 && second >= 0xdc00 && second <= 0xdfff) {
        writer.add(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
        index += 4;
        continue;
      }
      end = index + 2;
      if (first >= 0xdc00) reason = "illegal encoding";
      else if (left >= 4) reason = "illegal UTF-16 surrogate";
      else {
        reason = "unexpected end of data";
        end = bytes.length;
      }
    }
    if (!final && (reason === "truncated data" || reason === "unexpected end of data")) break;
    const replaced = handler({ encoding, bytes, start: index, end, reason });
    bytes = replaced.bytes ?? bytes;
    writer.addText(replaced.text);
    index = resumePosition(replaced.resume, bytes.length);
  }
  return { text: writer.finish(), consumed: index, order: found };
}

export function decodeUtf32(input: Uint8Array, order: ByteOrder, handler: DecodeHandler, final = true): DecodedUnits {
  let bytes = input;
  let index = 0;
  let found = order;
  const unit = (at: number, big: boolean) => {
    const value = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]] as number[];
    return (big ? value : value.reverse()).reduce((sum, byte) => sum * 256 + byte, 0);
  };
  if (order === "mark" && bytes.length >= 4) {
    if (unit(0, false) === 0xfeff) found = "little";
    else if (unit(0, true) === 0xfeff) found = "big";
    if (found !== "mark") index = 4;
  }
  const encoding = found === "big" ? "utf-32-be" : "utf-32-le";
  const writer = new TextWriter(bytes.length >> 2);
  while (index < bytes.length) {
    let end = bytes.length;
    let reason = "truncated data";
    if (bytes.length - index >= 4) {
      const codePoint = unit(index, found === "big");
      if (codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff)) {
        writer.add(codePoint);
        index += 4;
        continue;
      }
      end = index + 4;
      reason =
        codePoint > 0x10ffff
          ? "code point not in range(0x110000)"
          : "code point in surrogate code point range(0xd800, 0xe000)";
    } else if (!final) {
      break;
    }
    const replaced = handler({ encoding, bytes, start: index, end, reason });
    bytes = replaced.bytes ?? bytes;
    writer.addText(replaced.text);
    index = resumePosition(replaced.resume, bytes.length);
  }
  return { text: writer.finish(), consumed: index, order: found };
}

function writeWord(writer: ByteWriter, value: number, size: 2 | 4, big: boolean): void {
  for (let offset = 0; offset < size; offset++) writer.add((value >>> (8 * (big ? size - 1 - offset : offset))) & 255);
}

function encodeUnits(text: TextToEncode, size: 2 | 4, order: ByteOrder, handler: EncodeHandler): Uint8Array {
  const writer = new ByteWriter((text.length + 1) * size);
  const big = order === "big";
  const encoding = encodingName(size === 2 ? "utf-16" : "utf-32", order);
  if (order === "mark") writeWord(writer, 0xfeff, size, false);
  for (let index = 0; index < text.length; ) {
    const codePoint = codePointAt(text, index);
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
      const error = { encoding, text, start: index, end: index + 1, reason: "surrogates not allowed" };
      const { replacement, resume } = handler(error);
      index = resumePosition(resume, text.length);
      if (replacement instanceof Uint8Array) {
        if (replacement.length % size !== 0) throw new EncodeFailure(error);
        writer.addAll(replacement);
        continue;
      }
      for (let at = 0; at < replacement.length; at++) {
        const one = codePointAt(replacement, at);
        if (one >= 128) throw new EncodeFailure(error);
        writeWord(writer, one, size, big);
      }
      continue;
    }
    if (size === 2 && codePoint > 0xffff) {
      writeWord(writer, 0xd800 + ((codePoint - 0x10000) >> 10), 2, big);
      writeWord(writer, 0xdc00 + ((codePoint - 0x10000) & 0x3ff), 2, big);
    } else {
      writeWord(writer, codePoint, size, big);
    }
    index++;
  }
  return writer.finish();
}

export function encodeUtf16(text: TextToEncode, order: ByteOrder, handler: EncodeHandler): Uint8Array {
  return encodeUnits(text, 2, order, handler);
}

export function encodeUtf32(text: TextToEncode, order: ByteOrder, handler: EncodeHandler): Uint8Array {
  return encodeUnits(text, 4, order, handler);
}
