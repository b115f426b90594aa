/**
 * str.encode, bytes.decode and their kin (CPython Objects/unicodeobject.c: PyUnicode_AsEncodedString, PyUnicode_Decode).
 *
 * The encodings that CPython takes a short cut for are done here with util/codecs; any other goes through the codec
 * registry of the `_codecs` module.
 */

import type { Decoded, DecodeHandler, EncodeHandler, TextToEncode } from "../../util/codecs/errors.ts";
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from "../../util/codecs/single-byte.ts";
import { decodeUtf8, encodeUtf8 } from "../../util/codecs/utf8.ts";
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from "../../util/codecs/utf16.ts";
import { getAttr, lookupAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { NONE, typeName } from "../kernel/core-types.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { getItem } from "../kernel/iterate.ts";
import type { Value } from "../kernel/object.ts";
import { PyByteArray, PyBytes, PyTuple, textOf } from "../kernel/payload.ts";
import { raise, typeError, valueError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";
import { isTrue } from "../kernel/truth.ts";
import { decodeHandler, encodeHandler, runCodec, strFromDecoded, toEncode } from "./codec-errors.ts";
import { notingCodec } from "./exception-notes.ts";
import { isAsciiText } from "./str-case.ts";
import { expectText, textArgument, textToJs } from "./text.ts";

interface Codec {
  encode(text: TextToEncode, handler: EncodeHandler): Uint8Array;
  decode(bytes: Uint8Array, handler: DecodeHandler): Decoded;
}

const UTF_8: Codec = { encode: encodeUtf8, decode: decodeUtf8 };
const ASCII: Codec = { encode: encodeAscii, decode: decodeAscii };
const LATIN_1: Codec = { encode: encodeLatin1, decode: decodeLatin1 };
const UTF_16: Codec = {
  encode: (text, handler) => encodeUtf16(text, "mark", handler),
  decode: (bytes, handler) => decodeUtf16(bytes, "mark", handler),
};
const UTF_32: Codec = {
  encode: (text, handler) => encodeUtf32(text, "mark", handler),
  decode: (bytes, handler) => decodeUtf32(bytes, "mark", handler),
};

/** Names as CPython compares them: lower case, "_" for "-". */
const SHORT_CUTS: ReadonlyMap<string, Codec> = new Map([
  ["utf_8", UTF_8],
  ["utf8", UTF_8],
  ["utf_16", UTF_16],
  ["utf16", UTF_16],
  ["utf_32", UTF_32],
  ["utf32", UTF_32],
  ["ascii", ASCII],
  ["us_ascii", ASCII],
  ["latin1", LATIN_1],
  ["latin_1", LATIN_1],
  ["iso_8859_1", LATIN_1],
  ["iso8859_1", LATIN_1],
]);

function shortCut(encoding: string): Codec | undefined {
  return SHORT_CUTS.get(encoding) ?? SHORT_CUTS.get(encoding.toLowerCase().replace(/[-_ ]+/g, "_"));
}

/** In development mode the names of encodings and error handlers are looked up even when nothing needs them. */
export const codecChecks = { isOn: false };

const KNOWN_ENCODINGS = ["utf-8", "utf8", "ascii"];
const KNOWN_HANDLERS = ["strict", "ignore", "replace", "surrogateescape", "surrogatepass"];

/** unicode_check_encoding_errors */
function checkNames(encoding: string, errors: string): void {
  const codecs = hooks.importModule("_codecs");
  if (!KNOWN_ENCODINGS.includes(encoding)) call(getAttr(codecs, "lookup"), encoding);
  if (!KNOWN_HANDLERS.includes(errors)) call(getAttr(codecs, "lookup_error"), errors);
}

const defaultName = (value: Value | undefined, otherwise: string): string =>
  value === undefined ? otherwise : textToJs(expectText(value, (name) => `expected str, got ${name}`));

/** The name of an encoding or error handler, an argument of the function `name`: a str that C can take. */
export function checkCodecName(name: string, argument: "encoding" | "errors", value: Value): void {
  const text = textArgument(value, name, `argument '${argument}'`);
  if (!isAsciiText(text)) encodeStr(value); // A lone surrogate has no UTF-8.
  if (textToJs(text).includes("\0")) throw valueError("embedded null character");
}

/** `text.encode(encoding, errors)`; absent names are utf-8 and strict. */
export function encodeStr(text: Value, encoding?: Value, errors?: Value): PyBytes {
  const name = defaultName(encoding, "utf-8");
  const errorsName = defaultName(errors, "strict");
  if (codecChecks.isOn) checkNames(name, errorsName);
  const codec = shortCut(name);
  if (codec !== undefined) {
    const content = textOf(text);
    if (content === undefined) throw typeError("bad argument type for built-in operation");
    return new PyBytes(runCodec(() => codec.encode(toEncode(content), encodeHandler(errorsName))));
  }
  const result = throughRegistry(text, name, errorsName, 0, "codecs.encode()");
  if (result instanceof PyBytes) return result;
  if (result instanceof PyByteArray) return bytesFromByteArray(result, name);
  throw typeError(
    `'${name}' encoder returned '${typeName(result)}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  );
}

function bytesFromByteArray(result: PyByteArray, name: string): PyBytes {
  hooks.warn(
    EXCEPTIONS.RuntimeWarning,
    `encoder ${name} returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types`,
    1,
  );
  return new PyBytes(result.bytes.slice());
}

/** `bytes.decode(encoding, errors)` of the bytes `content` of the bytes-like `source`. */
export function decodeBytes(source: Value, content: Uint8Array, encoding?: Value, errors?: Value): Value {
  const name = defaultName(encoding, "utf-8");
  const errorsName = defaultName(errors, "strict");
  if (codecChecks.isOn) checkNames(name, errorsName);
  if (content.length === 0) return "";
  const codec = shortCut(name);
  if (codec !== undefined) {
    return strFromDecoded(runCodec(() => codec.decode(content, decodeHandler(errorsName)).text));
  }
  const result = throughRegistry(source, name, errorsName, 1, "codecs.decode()");
  if (textOf(result) !== undefined) return result;
  throw typeError(
    `'${name}' decoder returned '${typeName(result)}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
  );
}

/** Look the codec up with `_codecs.lookup` and call its encoder (0) or decoder (1). */
function throughRegistry(input: Value, encoding: string, errors: string, part: 0 | 1, instead: string): Value {
  const info = call(getAttr(hooks.importModule("_codecs"), "lookup"), encoding);
  const isText = lookupAttr(info, "_is_text_encoding");
  if (isText !== undefined && isText !== NONE && !isTrue(isText)) {
    throw raise("LookupError", `'${encoding}' is not a text encoding; use ${instead} to handle arbitrary codecs`);
  }
  const result = notingCodec(part === 0 ? "encoding" : "decoding", encoding, () =>
    call(getItem(info, part), input, errors),
  );
  if (!(result instanceof PyTuple) || result.items.length !== 2) {
    throw typeError(
      part === 0 ? "encoder must return a tuple (object, integer)" : "decoder must return a tuple (object,integer)",
    );
  }
  return result.items[0];
}
