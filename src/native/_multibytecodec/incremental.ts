/**
 * MultibyteIncrementalEncoder and MultibyteIncrementalDecoder (CPython Modules/cjkcodecs/multibytecodec.c).
 *
 * `getstate` of the encoder is one int: the count and the UTF-8 of the characters that wait for the next one, then the eight
 * bytes of the state, the lowest byte first.
 */

import type { Text } from "../../bytecode/constants.ts";
import { typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import {
  intFromBigInt,
  intOf,
  jsString,
  PyBytes,
  PyTuple,
  strFromText,
  textOf,
  tuple,
} from "../../objects/kernel/payload.ts";
import { overflowError, raise, typeError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { badArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { bytesValue } from "../../objects/types/bytes-construct.ts";
import { decodeHandler, encodeHandler, runCodec, strFromDecoded, toEncode } from "../../objects/types/codec-errors.ts";
import { decodeBytes, encodeStr } from "../../objects/types/str-codecs.ts";
import { concatTexts, sliceText, textLength } from "../../objects/types/text.ts";
import { ByteWriter } from "../../util/codecs/errors.ts";
import { ERRORS_ROW, encodingOf, IGNORE_ARGUMENTS, PyStateful, textToEncode } from "./codec-type.ts";
import { decodeAll, encodeAll } from "./convert.ts";

/** What the constructor's `errors` argument is in all four types. */
export function errorsOf(errors: Value, name: string): string {
  if (textOf(errors) === undefined) throw badArgument(name, "argument 'errors'", "str", errors);
  return jsString(errors) ?? "strict";
}

const LONGEST_WAITING_TEXT = 2;
const LONGEST_WAITING_BYTES = 8;
const STATE_SIZE = 8;

/** Encode what has come; what waits for more is kept in `pending`. */
export class PendingText {
  pending: Text = "";

  constructor(private readonly owner: PyStateful) {}

  encode(text: Text, flush: boolean): Uint8Array {
    const { owner } = this;
    const input = concatTexts(this.pending, text);
    const { bytes, consumed } = runCodec(() =>
      encodeAll(owner.encoding, toEncode(input), owner.state, encodeHandler(owner.errors), flush),
    );
    const rest = sliceText(input, consumed, textLength(input));
    if (textLength(rest) > LONGEST_WAITING_TEXT) throw raise("UnicodeError", "pending buffer overflow");
    this.pending = rest;
    return bytes;
  }

  reset(): Uint8Array {
    const bytes = this.encode("", true);
    this.pending = "";
    return bytes;
  }
}

class PyIncrementalEncoder extends PyStateful {
  readonly waiting = new PendingText(this);
}

function bytesToInt(bytes: Uint8Array): number | bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]);
  return intFromBigInt(value);
}

/** The bytes of an int, the lowest first; OverflowError if they are more than `size`. */
function intToBytes(value: number | bigint, size: number): Uint8Array {
  let rest = BigInt(value);
  if (rest < 0n) throw overflowError("can't convert negative int to unsigned");
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  if (rest > 0n) throw overflowError("int too big to convert");
  return bytes;
}

function encoderState(self: PyIncrementalEncoder): Value {
  const pending = encodeStr(strFromText(self.waiting.pending)).bytes;
  const bytes = new Uint8Array(1 + pending.length + STATE_SIZE);
  bytes[0] = pending.length;
  bytes.set(pending, 1);
  bytes.set(self.state, 1 + pending.length);
  return bytesToInt(bytes);
}

function setEncoderState(self: PyIncrementalEncoder, value: Value): void {
  const number = intOf(value);
  if (number === undefined) throw typeError(`setstate() argument must be int, not ${typeName(value)}`);
  const bytes = intToBytes(number, 1 + LONGEST_WAITING_BYTES + STATE_SIZE);
  const size = bytes[0];
  if (size > LONGEST_WAITING_BYTES) throw raise("UnicodeError", "pending buffer too large");
  const pending = bytes.subarray(1, 1 + size);
  self.waiting.pending = textOf(decodeBytes(new PyBytes(pending), pending)) ?? "";
  self.state.set(bytes.subarray(1 + size, 1 + size + STATE_SIZE));
}

export const INCREMENTAL_ENCODER: PyType = defineType<PyIncrementalEncoder>(
  "_multibytecodec.MultibyteIncrementalEncoder",
  {
    traits: { basetype: true },
    initialize: IGNORE_ARGUMENTS,
    construct: [
      "(errors='strict')",
      (cls, errors: Value) =>
        new PyIncrementalEncoder(cls, encodingOf(cls), errorsOf(errors, "MultibyteIncrementalEncoder")),
    ],
    methods: {
      encode: [
        "($self, /, input, final=False)",
        undefined,
        (self: PyIncrementalEncoder, input: Value, final: Value) =>
          bytesValue(self.waiting.encode(textToEncode(input), isTrue(final))),
      ],
      getstate: ["($self, /)", undefined, encoderState],
      setstate: ["($self, state, /)", undefined, setEncoderState],
      reset: [
        "($self, /)",
        undefined,
        (self: PyIncrementalEncoder) => {
          self.encoding.encodeEnd(self.state, new ByteWriter(0));
          self.waiting.pending = "";
        },
      ],
    },
    getset: { errors: ERRORS_ROW },
  },
);

/** Decode what has come; the beginning of a sequence is kept in `pending`. */
export class PendingBytes {
  pending: Uint8Array = new Uint8Array(0);

  constructor(private readonly owner: PyStateful) {}

  decode(chunk: Uint8Array, final: boolean): Value {
    const { owner } = this;
    const input = new Uint8Array(this.pending.length + chunk.length);
    input.set(this.pending);
    input.set(chunk, this.pending.length);
    const { text, consumed } = runCodec(() =>
      decodeAll(owner.encoding, input, owner.state, decodeHandler(owner.errors), final),
    );
    const rest = input.slice(consumed);
    if (rest.length > LONGEST_WAITING_BYTES) throw raise("UnicodeError", "pending buffer overflow");
    this.pending = final ? new Uint8Array(0) : rest;
    return strFromDecoded(text);
  }
}

class PyIncrementalDecoder extends PyStateful {
  readonly waiting = new PendingBytes(this);
}

function setDecoderState(self: PyIncrementalDecoder, value: Value): void {
  if (!(value instanceof PyTuple)) throw typeError(`setstate() argument must be tuple, not ${typeName(value)}`);
  const [buffer, number] = value.items;
  const state = number === undefined ? undefined : intOf(number);
  if (!(buffer instanceof PyBytes) || state === undefined) throw typeError("setstate(): illegal state argument");
  const bytes = intToBytes(state, STATE_SIZE);
  if (buffer.bytes.length > LONGEST_WAITING_BYTES) throw raise("UnicodeError", "pending buffer too large");
  self.waiting.pending = buffer.bytes.slice();
  self.state.set(bytes);
}

export const INCREMENTAL_DECODER: PyType = defineType<PyIncrementalDecoder>(
  "_multibytecodec.MultibyteIncrementalDecoder",
  {
    traits: { basetype: true },
    initialize: IGNORE_ARGUMENTS,
    construct: [
      "(errors='strict')",
      (cls, errors: Value) =>
        new PyIncrementalDecoder(cls, encodingOf(cls), errorsOf(errors, "MultibyteIncrementalDecoder")),
    ],
    methods: {
      decode: [
        "($self, /, input, final=False)",
        undefined,
        (self: PyIncrementalDecoder, input: Value, final: Value) =>
          self.waiting.decode(getBuffer(input), isTrue(final)),
      ],
      getstate: [
        "($self, /)",
        undefined,
        (self: PyIncrementalDecoder) => tuple([bytesValue(self.waiting.pending), bytesToInt(self.state)]),
      ],
      setstate: ["($self, state, /)", undefined, setDecoderState],
      reset: [
        "($self, /)",
        undefined,
        (self: PyIncrementalDecoder) => {
          self.encoding.decodeEnd(self.state);
          self.waiting.pending = new Uint8Array(0);
        },
      ],
    },
    getset: { errors: ERRORS_ROW },
  },
);
