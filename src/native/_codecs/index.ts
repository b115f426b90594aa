/**
 * _codecs: the codec registry, and the encoders and decoders that `encodings` is made of (CPython
 * Modules/_codecsmodule.c).
 *
 * Each encoder returns (bytes, characters used), each decoder (text, bytes used). The conversions are those of
 * util/codecs; `str.encode` has its own short cuts to them in objects/types/str-codecs.ts.
 */
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { defineModule, makeFunction } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyBytes, textOf, tuple } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { addRoot } from "../../objects/kernel/roots.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { decodeHandler, encodeHandler, runCodec, strFromDecoded, toEncode } from "../../objects/types/codec-errors.ts";
import { shownType, textArgument } from "../../objects/types/text.ts";
import {
  type Decoded,
  type DecodeHandler,
  type EncodeHandler,
  strictEncode,
  type TextToEncode,
} from "../../util/codecs/errors.ts";
import {
  decodeRawUnicodeEscape,
  decodeUnicodeEscape,
  encodeRawUnicodeEscape,
  encodeUnicodeEscape,
} from "../../util/codecs/escape.ts";
import {
  decodeAscii,
  decodeCharmap,
  decodeLatin1,
  encodeAscii,
  encodeCharmap,
  encodeLatin1,
} from "../../util/codecs/single-byte.ts";
import { decodeUtf7, encodeUtf7 } from "../../util/codecs/utf7.ts";
import { decodeUtf8, encodeUtf8 } from "../../util/codecs/utf8.ts";
import {
  type ByteOrder,
  type DecodedUnits,
  decodeUtf16,
  decodeUtf32,
  encodeUtf16,
  encodeUtf32,
} from "../../util/codecs/utf16.ts";
import { charmapBuild, decodingMap, encodingMap } from "./charmap.ts";
import { decodeEscapes, encodeEscapes, warnInvalidEscape } from "./escapes.ts";
import { CodecRegistry, errorsArgument, registryFunctions } from "./registry.ts";

type Encode = (text: TextToEncode, handler: EncodeHandler) => Uint8Array;
type Decode<T extends Decoded = Decoded> = (bytes: Uint8Array, handler: DecodeHandler, final: boolean) => T;

function encodeWith(name: string, str: Value, errors: Value, encode: Encode): Value {
  const text = toEncode(textArgument(str, name, "argument 1"));
  const handler = encodeHandler(errorsArgument(errors, name));
  return tuple([new PyBytes(runCodec(() => encode(text, handler))), text.length]);
}

function decodeWith<T extends Decoded>(
  name: string,
  bytes: Uint8Array,
  errors: Value,
  final: boolean,
  decode: Decode<T>,
): T {
  const handler = decodeHandler(errorsArgument(errors, name));
  return runCodec(() => decode(bytes, handler, final));
}

const encoder = (name: string, encode: Encode): MethodRow => [
  "($module, str, errors=None, /)",
  undefined,
  (str: Value, errors: Value) => encodeWith(name, str, errors, encode),
];

const textAndCount = ({ text, consumed }: Decoded): Value => tuple([strFromDecoded(text), consumed]);

/** A decoder that can leave an incomplete end for later. */
const decoder = (name: string, decode: Decode): MethodRow => [
  "($module, data, errors=None, final=False, /)",
  undefined,
  (data: Value, errors: Value, final: Value) =>
    textAndCount(decodeWith(name, getBuffer(data), errors, isTrue(final), decode)),
];

/** A decoder that uses all its input. */
const wholeDecoder = (name: string, decode: Decode): MethodRow => [
  "($module, data, errors=None, /)",
  undefined,
  (data: Value, errors: Value) => textAndCount(decodeWith(name, getBuffer(data), errors, true, decode)),
];

const orderOf = (number: number): ByteOrder => (number === 0 ? "mark" : number < 0 ? "little" : "big");
const ORDER_NUMBER: Record<ByteOrder, number> = { little: -1, mark: 0, big: 1 };

const markedEncoder = (
  name: string,
  encode: (text: TextToEncode, order: ByteOrder, handler: EncodeHandler) => Uint8Array,
): MethodRow => [
  "($module, str, errors=None, byteorder=0, /)",
  undefined,
  (str: Value, errors: Value, byteOrder: Value) => {
    const order = orderOf(intArgument(byteOrder));
    return encodeWith(name, str, errors, (text, handler) => encode(text, order, handler));
  },
];

const extendedDecoder = (
  name: string,
  decode: (bytes: Uint8Array, order: ByteOrder, handler: DecodeHandler, final: boolean) => DecodedUnits,
): MethodRow => [
  "($module, data, errors=None, byteorder=0, final=False,\n                 /)",
  undefined,
  (data: Value, errors: Value, byteOrder: Value, final: Value) => {
    const asked = orderOf(intArgument(byteOrder));
    const { text, consumed, order } = decodeWith(name, getBuffer(data), errors, isTrue(final), (bytes, handler, all) =>
      decode(bytes, asked, handler, all),
    );
    return tuple([strFromDecoded(text), consumed, ORDER_NUMBER[order]]);
  },
];

/** The functions of UTF-16 or UTF-32. */
function unitCodecs(
  prefix: "utf_16" | "utf_32",
  encode: typeof encodeUtf16,
  decode: typeof decodeUtf16,
): Record<string, MethodRow> {
  const rows: Record<string, MethodRow> = {
    [`${prefix}_encode`]: markedEncoder(`${prefix}_encode`, encode),
    [`${prefix}_decode`]: decoder(`${prefix}_decode`, (bytes, handler, final) => decode(bytes, "mark", handler, final)),
    [`${prefix}_ex_decode`]: extendedDecoder(`${prefix}_ex_decode`, decode),
  };
  for (const [suffix, order] of [
    ["le", "little"],
    ["be", "big"],
  ] as const) {
    const name = `${prefix}_${suffix}`;
    rows[`${name}_encode`] = encoder(`${name}_encode`, (text, handler) => encode(text, order, handler));
    rows[`${name}_decode`] = decoder(`${name}_decode`, (bytes, handler, final) => decode(bytes, order, handler, final));
  }
  return rows;
}

/** The input of a decoder that also takes a str, by its UTF-8. */
function bytesOrText(data: Value): Uint8Array {
  const text = textOf(data);
  return text === undefined ? getBuffer(data) : runCodec(() => encodeUtf8(toEncode(text), strictEncode));
}

const escapeDecoder = (name: string, decode: Decode): MethodRow => [
  "($module, data, errors=None, final=True, /)",
  undefined,
  (data: Value, errors: Value, final: Value) =>
    textAndCount(decodeWith(name, bytesOrText(data), errors, isTrue(final), decode)),
];

const decodeEscapesWarning: Decode = (bytes, handler, final) => {
  const decoded = decodeUnicodeEscape(bytes, handler, final);
  if (decoded.invalidEscape >= 0) warnInvalidEscape(bytes, decoded.invalidEscape);
  return decoded;
};

const escapeFunctions: Record<string, MethodRow> = {
  escape_encode: [
    "($module, data, errors=None, /)",
    undefined,
    (data: Value, errors: Value) => {
      if (!(data instanceof PyBytes)) {
        throw typeError(`escape_encode() argument 1 must be bytes, not ${shownType(data, typeName(data))}`);
      }
      errorsArgument(errors, "escape_encode");
      return tuple([new PyBytes(encodeEscapes(data.bytes)), data.bytes.length]);
    },
  ],
  escape_decode: [
    "($module, data, errors=None, /)",
    undefined,
    (data: Value, errors: Value) => {
      const bytes = bytesOrText(data);
      return tuple([new PyBytes(decodeEscapes(bytes, errorsArgument(errors, "escape_decode"))), bytes.length]);
    },
  ],
  unicode_escape_encode: encoder("unicode_escape_encode", encodeUnicodeEscape),
  unicode_escape_decode: escapeDecoder("unicode_escape_decode", decodeEscapesWarning),
  raw_unicode_escape_encode: encoder("raw_unicode_escape_encode", encodeRawUnicodeEscape),
  raw_unicode_escape_decode: escapeDecoder("raw_unicode_escape_decode", decodeRawUnicodeEscape),
};

const charmapFunctions: Record<string, MethodRow> = {
  charmap_encode: [
    "($module, str, errors=None, mapping=None, /)",
    undefined,
    (str: Value, errors: Value, mapping: Value) => {
      const map = mapping === NONE ? undefined : encodingMap(mapping);
      return encodeWith("charmap_encode", str, errors, (text, handler) =>
        map === undefined ? encodeLatin1(text, handler) : encodeCharmap(text, map, handler),
      );
    },
  ],
  charmap_decode: [
    "($module, data, errors=None, mapping=None, /)",
    undefined,
    (data: Value, errors: Value, mapping: Value) => {
      const map = mapping === NONE ? undefined : decodingMap(mapping);
      return textAndCount(
        decodeWith("charmap_decode", getBuffer(data), errors, true, (bytes, handler) =>
          map === undefined ? decodeLatin1(bytes) : decodeCharmap(bytes, map, handler),
        ),
      );
    },
  ],
  charmap_build: ["($module, map, /)", undefined, charmapBuild],
  readbuffer_encode: [
    "($module, data, errors=None, /)",
    undefined,
    (data: Value, errors: Value) => {
      const bytes = bytesOrText(data);
      errorsArgument(errors, "readbuffer_encode");
      return tuple([new PyBytes(bytes.slice()), bytes.length]);
    },
  ],
};

export default defineModule("_codecs", {
  functions: {
    utf_8_encode: encoder("utf_8_encode", encodeUtf8),
    utf_8_decode: decoder("utf_8_decode", decodeUtf8),
    utf_7_encode: encoder("utf_7_encode", encodeUtf7),
    utf_7_decode: decoder("utf_7_decode", decodeUtf7),
    ...unitCodecs("utf_16", encodeUtf16, decodeUtf16),
    ...unitCodecs("utf_32", encodeUtf32, decodeUtf32),
    latin_1_encode: encoder("latin_1_encode", encodeLatin1),
    latin_1_decode: wholeDecoder("latin_1_decode", decodeLatin1),
    ascii_encode: encoder("ascii_encode", encodeAscii),
    ascii_decode: wholeDecoder("ascii_decode", decodeAscii),
    ...escapeFunctions,
    ...charmapFunctions,
  },
  setup: (module) => {
    const registry = new CodecRegistry();
    addRoot(() => registry);
    const functions = registryFunctions(registry);
    for (const [name, row] of Object.entries(functions)) {
      module.dict.set(name, makeFunction("_codecs", name, row, module));
    }
  },
});
