/** Codecs and error handlers against CPython 3.12. */
import { expect, test } from "vitest";
import { bytesFromHexText, encodeHex } from "../../src/util/binary/transfer.ts";
import {
  builtinDecodeHandler,
  builtinEncodeHandler,
  type Decoded,
  DecodeFailure,
  type DecodeHandler,
  EncodeFailure,
  type EncodeHandler,
} from "../../src/util/codecs/errors.ts";
import {
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from "../../src/util/codecs/escape.ts";
import {
  decodeAscii,
  decodeCharmap,
  decodeLatin1,
  encodeAscii,
  encodeCharmap,
  encodeLatin1,
} from "../../src/util/codecs/single-byte.ts";
import { decodeUtf7, encodeUtf7 } from "../../src/util/codecs/utf7.ts";
import { decodeUtf8, encodeUtf8 } from "../../src/util/codecs/utf8.ts";
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from "../../src/util/codecs/utf16.ts";
import { differences, readGolden } from "./golden.ts";

interface Golden {
  decode: [string, string, string, unknown, unknown][];
  encode: [string, string, number[], unknown][];
}

const golden = readGolden<Golden>("codecs");

type Decoder = (bytes: Uint8Array, handler: DecodeHandler, final: boolean) => Decoded;
type Encoder = (text: number[], handler: EncodeHandler) => Uint8Array;

const decoders: Record<string, Decoder> = {
  "utf-8": decodeUtf8,
  "utf-7": decodeUtf7,
  ascii: decodeAscii,
  "latin-1": decodeLatin1,
  unicode_escape: decodeUnicodeEscape,
  raw_unicode_escape: decodeRawUnicodeEscape,
  "utf-16": (bytes, handler, final) => decodeUtf16(bytes, "mark", handler, final),
  "utf-16-le": (bytes, handler, final) => decodeUtf16(bytes, "little", handler, final),
  "utf-16-be": (bytes, handler, final) => decodeUtf16(bytes, "big", handler, final),
  "utf-32": (bytes, handler, final) => decodeUtf32(bytes, "mark", handler, final),
  "utf-32-le": (bytes, handler, final) => decodeUtf32(bytes, "little", handler, final),
  "utf-32-be": (bytes, handler, final) => decodeUtf32(bytes, "big", handler, final),
};

const encoders: Record<string, Encoder> = {
  "utf-8": encodeUtf8,
  "utf-7": encodeUtf7,
  ascii: encodeAscii,
  "latin-1": encodeLatin1,
  unicode_escape: encodeUnicodeEscape,
  raw_unicode_escape: encodeRawUnicodeEscape,
  "utf-16": (text, handler) => encodeUtf16(text, "mark", handler),
  "utf-16-le": (text, handler) => encodeUtf16(text, "little", handler),
  "utf-16-be": (text, handler) => encodeUtf16(text, "big", handler),
  "utf-32": (text, handler) => encodeUtf32(text, "mark", handler),
  "utf-32-le": (text, handler) => encodeUtf32(text, "little", handler),
  "utf-32-be": (text, handler) => encodeUtf32(text, "big", handler),
};

function outcome(compute: () => unknown): unknown {
  try {
    return compute();
  } catch (failure) {
    if (!(failure instanceof DecodeFailure || failure instanceof EncodeFailure)) throw failure;
    const { encoding, start, end, reason } = failure.error;
    return [encoding, start, end, reason];
  }
}

const pointsOf = (text: Decoded["text"]) =>
  typeof text === "string" ? Array.from(text, (unit) => unit.charCodeAt(0)) : Array.from(text);

test("decoding", () => {
  const answer = ([encoding, name, hex, , part]: Golden["decode"][number]) => {
    const handler = builtinDecodeHandler(name) as DecodeHandler;
    const decode = decoders[encoding] as Decoder;
    const whole = outcome(() => pointsOf(decode(bytesFromHexText(hex), handler, true).text));
    if (part === null) return [whole, null];
    const partial = outcome(() => {
      const result = decode(bytesFromHexText(hex), handler, false);
      return [pointsOf(result.text), result.consumed];
    });
    return [whole, partial];
  };
  expect(differences(golden.decode, answer, (one) => one.slice(3))).toEqual([]);
});

test("a string result has no surrogate code unit", () => {
  for (const [encoding, , hex] of golden.decode) {
    const handler = builtinDecodeHandler("replace") as DecodeHandler;
    const { text } = (decoders[encoding] as Decoder)(bytesFromHexText(hex), handler, true);
    if (typeof text === "string") expect(/[\ud800-\udfff]/.test(text)).toBe(false);
    else expect(text.some((codePoint) => codePoint > 0xffff || (codePoint >= 0xd800 && codePoint < 0xe000))).toBe(true);
  }
});

test("encoding", () => {
  const answer = ([encoding, name, text]: Golden["encode"][number]) => {
    const handler = builtinEncodeHandler(name) as EncodeHandler;
    return outcome(() => encodeHex((encoders[encoding] as Encoder)(text, handler)));
  };
  expect(differences(golden.encode, answer, (one) => one[3])).toEqual([]);
});

test("character maps and handlers that go elsewhere", () => {
  const upper = (byte: number) => (byte === 0x61 ? "AA" : byte < 128 ? byte : undefined);
  const skip: DecodeHandler = (error) => ({ text: "?", resume: error.end + 1 });
  expect(decodeCharmap(Uint8Array.from([0x61, 0xff, 0x62, 0x63]), upper, skip).text).toBe("AA?c");
  const digits = (codePoint: number) => (codePoint < 128 ? codePoint - 32 : undefined);
  const back: EncodeHandler = (error) => ({ replacement: Uint8Array.from([error.end]), resume: -1 });
  expect(Array.from(encodeCharmap("a\u20ac\u20acb", digits, back))).toEqual([65, 3, 66]);
  expect(() => decodeAscii(Uint8Array.from([200]), () => ({ text: "", resume: 5 }))).toThrow(
    "position 5 from error handler out of bounds",
  );
});
