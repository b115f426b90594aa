/**
 * Incremental encoders and decoders of text streams: our own for the common encodings, Python's codec
 * objects for all others (CPython Modules/_io/textio.c keeps the same two ways).
 */

import type { Text } from "../../bytecode/constants.ts";
import { WideText } from "../../bytecode/constants.ts";
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, PyBytes, PyTuple, strFromText, textOf, tuple } from "../../objects/kernel/payload.ts";
import { raise, typeError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { decodeHandler, encodeHandler, runCodec, toEncode } from "../../objects/types/codec-errors.ts";
import { concatTexts, textLength } from "../../objects/types/text.ts";
import type { Decoded, DecodeHandler, EncodeHandler, TextToEncode } from "../../util/codecs/errors.ts";
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from "../../util/codecs/single-byte.ts";
import { decodeUtf8, encodeUtf8 } from "../../util/codecs/utf8.ts";
import { joinBytes } from "./iobase.ts";

export interface DecoderState {
  /** Bytes taken but not decoded yet. */
  readonly buffered: Uint8Array;
  readonly flags: bigint;
}

export interface TextDecoding {
  decode(input: Uint8Array, final: boolean): Text;
  getState(): DecoderState;
  setState(state: DecoderState): void;
  reset(): void;
}

export interface TextEncoding {
  encode(text: Text): Uint8Array;
  /** Said once before the first character of a stream that does not begin at its start. */
  skipMark(): void;
  reset(): void;
}

interface Stateless {
  decode(bytes: Uint8Array, handler: DecodeHandler, final: boolean): Decoded;
  encode(text: TextToEncode, handler: EncodeHandler): Uint8Array;
}

const STATELESS: Readonly<Record<string, Stateless>> = {
  "utf-8": { decode: decodeUtf8, encode: encodeUtf8 },
  ascii: { decode: (bytes, handler) => decodeAscii(bytes, handler), encode: encodeAscii },
  "iso8859-1": { decode: (bytes) => decodeLatin1(bytes), encode: encodeLatin1 },
};

const ALIASES: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  utf_8: "utf-8",
  u8: "utf-8",
  ascii: "ascii",
  "us-ascii": "ascii",
  latin1: "iso8859-1",
  "latin-1": "iso8859-1",
  "iso-8859-1": "iso8859-1",
  "iso8859-1": "iso8859-1",
};

function stateless(encoding: string): Stateless | undefined {
  const name = ALIASES[encoding.toLowerCase()];
  return name === undefined ? undefined : STATELESS[name];
}

class OwnDecoder implements TextDecoding {
  private rest: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly codec: Stateless,
    private readonly errors: string,
  ) {}

  decode(input: Uint8Array, final: boolean): Text {
    const bytes = this.rest.length === 0 ? input : joinBytes([this.rest, input]);
    const { text, consumed } = runCodec(() => this.codec.decode(bytes, decodeHandler(this.errors), final));
    this.rest = final ? new Uint8Array(0) : bytes.slice(consumed);
    return typeof text === "string" ? text : new WideText(text);
  }

  getState(): DecoderState {
    return { buffered: this.rest, flags: 0n };
  }

  setState(state: DecoderState): void {
    this.rest = state.buffered;
  }

  reset(): void {
    this.rest = new Uint8Array(0);
  }
}

/** A Python incremental decoder. */
class ForeignDecoder implements TextDecoding {
  constructor(private readonly decoder: Value) {}

  decode(input: Uint8Array, final: boolean): Text {
    const result = call(getAttr(this.decoder, "decode"), new PyBytes(input.slice()), final);
    const text = textOf(result);
    if (text === undefined) throw typeError(`decoder should return a string result, not '${typeName(result)}'`);
    return text;
  }

  getState(): DecoderState {
    const state = call(getAttr(this.decoder, "getstate"));
    if (!(state instanceof PyTuple) || state.items.length !== 2) throw typeError("illegal decoder state");
    const [buffered, flags] = state.items;
    if (!(buffered instanceof PyBytes)) {
      throw typeError(`illegal decoder state: the first item should be a bytes object, not '${typeName(buffered)}'`);
    }
    return { buffered: buffered.bytes, flags: BigInt(toIndex(flags)) };
  }

  setState({ buffered, flags }: DecoderState): void {
    call(getAttr(this.decoder, "setstate"), tuple([new PyBytes(buffered), intFromBigInt(flags)]));
  }

  reset(): void {
    call(getAttr(this.decoder, "reset"));
  }
}

class ForeignEncoder implements TextEncoding {
  constructor(private readonly encoder: Value) {}

  encode(text: Text): Uint8Array {
    const result = call(getAttr(this.encoder, "encode"), strFromText(text));
    if (!(result instanceof PyBytes))
      throw typeError(`encoder should return a bytes object, not '${typeName(result)}'`);
    return result.bytes;
  }

  skipMark(): void {
    call(getAttr(this.encoder, "setstate"), 0);
  }

  reset(): void {
    call(getAttr(this.encoder, "reset"));
  }
}

/** The codec's entry in the registry; LookupError if there is none, or if it is not one for text. */
function codecInfo(encoding: string): Value {
  const info = call(getAttr(hooks.importModule("_codecs"), "lookup"), encoding);
  const isText = lookupAttr(info, "_is_text_encoding");
  if (isText !== undefined && !isTrue(isText)) {
    throw raise("LookupError", `'${encoding}' is not a text encoding; use codecs.open() to handle arbitrary codecs`);
  }
  return info;
}

/** LookupError for an encoding that does not exist. */
export function checkEncoding(encoding: string): void {
  if (stateless(encoding) === undefined) codecInfo(encoding);
}

export function makeDecoder(encoding: string, errors: string): TextDecoding {
  const codec = stateless(encoding);
  if (codec !== undefined) return new OwnDecoder(codec, errors);
  return new ForeignDecoder(call(getAttr(codecInfo(encoding), "incrementaldecoder"), errors));
}

export function makeEncoder(encoding: string, errors: string): TextEncoding {
  const codec = stateless(encoding);
  if (codec !== undefined) {
    return {
      encode: (text) => runCodec(() => codec.encode(toEncode(text), encodeHandler(errors))),
      skipMark: () => undefined,
      reset: () => undefined,
    };
  }
  return new ForeignEncoder(call(getAttr(codecInfo(encoding), "incrementalencoder"), errors));
}

export const SEEN_CR = 1;
export const SEEN_LF = 2;
export const SEEN_CRLF = 4;

/** Universal newlines around another decoder (CPython's IncrementalNewlineDecoder). */
export class NewlineDecoder implements TextDecoding {
  /** SEEN_* bits. */
  seen = 0;
  private pendingReturn = false;

  constructor(
    private readonly inner: TextDecoding | undefined,
    private readonly translate: boolean,
  ) {}

  decode(input: Uint8Array, final: boolean): Text {
    return this.newlines((this.inner as TextDecoding).decode(input, final), final);
  }

  /** A "\r" at the end is held back: a "\n" may follow. */
  newlines(decoded: Text, final: boolean): Text {
    let text = decoded;
    if (this.pendingReturn && (final || textLength(text) > 0)) {
      text = concatTexts("\r", text);
      this.pendingReturn = false;
    }
    if (!final && endsWithReturn(text)) {
      this.pendingReturn = true;
      text = typeof text === "string" ? text.slice(0, -1) : new WideText(text.codePoints.slice(0, -1));
    }
    this.note(text);
    if (!this.translate || (this.seen & (SEEN_CR | SEEN_CRLF)) === 0) return text;
    return typeof text === "string" ? text.replace(/\r\n?/g, "\n") : translateWide(text);
  }

  private note(text: Text): void {
    const all = SEEN_CR | SEEN_LF | SEEN_CRLF;
    if (this.seen === all) return;
    if (typeof text === "string" && !text.includes("\r")) {
      if (text.includes("\n")) this.seen |= SEEN_LF;
      return;
    }
    const units = typeof text === "string" ? Array.from(text, (c) => c.charCodeAt(0)) : text.codePoints;
    for (let i = 0; i < units.length; i++) {
      if (units[i] === 10) this.seen |= SEEN_LF;
      else if (units[i] === 13 && units[i + 1] === 10) {
        this.seen |= SEEN_CRLF;
        i++;
      } else if (units[i] === 13) this.seen |= SEEN_CR;
    }
  }

  getState(): DecoderState {
    const { buffered, flags } = this.inner?.getState() ?? { buffered: new Uint8Array(0), flags: 0n };
    return { buffered, flags: (flags << 1n) | (this.pendingReturn ? 1n : 0n) };
  }

  setState({ buffered, flags }: DecoderState): void {
    this.pendingReturn = (flags & 1n) === 1n;
    this.inner?.setState({ buffered, flags: flags >> 1n });
  }

  reset(): void {
    this.seen = 0;
    this.pendingReturn = false;
    this.inner?.reset();
  }
}

function endsWithReturn(text: Text): boolean {
  return typeof text === "string" ? text.endsWith("\r") : text.codePoints.at(-1) === 13;
}

function translateWide(text: WideText): Text {
  const result: number[] = [];
  const { codePoints } = text;
  for (let i = 0; i < codePoints.length; i++) {
    if (codePoints[i] === 13) {
      result.push(10);
      if (codePoints[i + 1] === 10) i++;
    } else result.push(codePoints[i]);
  }
  return new WideText(Uint32Array.from(result));
}

/** `newlines` of a stream: None, one kind, or a tuple of the kinds seen. */
export function newlinesValue(seen: number): Value {
  const kinds: Value[] = [];
  if (seen & SEEN_CR) kinds.push("\r");
  if (seen & SEEN_LF) kinds.push("\n");
  if (seen & SEEN_CRLF) kinds.push("\r\n");
  if (kinds.length === 0) return NONE;
  return kinds.length === 1 ? kinds[0] : tuple(kinds);
}

/** A decoder object given by Python code, as ours. */
export function wrapDecoder(decoder: Value): TextDecoding {
  return new ForeignDecoder(decoder);
}
