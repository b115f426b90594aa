/** MultibyteCodec: an encoding as Python sees it, and what its users share (CPython Modules/cjkcodecs/multibytecodec.c). */

import type { Text } from "../../bytecode/constants.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, STR } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs, textOf, tuple } from "../../objects/kernel/payload.ts";
import { raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { badArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { bytesValue } from "../../objects/types/bytes-construct.ts";
import { decodeHandler, encodeHandler, runCodec, strFromDecoded, toEncode } from "../../objects/types/codec-errors.ts";
import { textLength } from "../../objects/types/text.ts";
import { decodeAll, encodeAll } from "./convert.ts";
import { type Encoding, newState, type State } from "./encodings.ts";

export class PyMultibyteCodec extends PyObject {
  constructor(readonly encoding: Encoding) {
    super(MULTIBYTE_CODEC);
  }
}

export function startState(encoding: Encoding): State {
  const state = newState();
  encoding.start(state);
  return state;
}

function errorsArgument(errors: Value, name: string): string {
  if (errors === NONE) return "strict";
  if (textOf(errors) === undefined) throw badArgument(name, "argument 'errors'", "str or None", errors);
  const text = jsString(errors) ?? "strict";
  if (text.includes("\0")) throw valueError("embedded null character");
  return text;
}

/** The text of a str; of anything else, that of `str()` of it. */
export function textToEncode(input: Value): Text {
  return textOf(input) ?? textOf(call(STR, input)) ?? "";
}

function encode(self: PyMultibyteCodec, input: Value, errors: Value): Value {
  const handler = encodeHandler(errorsArgument(errors, "encode"));
  const text = textToEncode(input);
  const { encoding } = self;
  const { bytes } = runCodec(() => encodeAll(encoding, toEncode(text), startState(encoding), handler, true));
  return tuple([bytesValue(bytes), textLength(text)]);
}

function decode(self: PyMultibyteCodec, input: Value, errors: Value): Value {
  const bytes = getBuffer(input);
  const handler = decodeHandler(errorsArgument(errors, "decode"));
  const { encoding } = self;
  const { text } = runCodec(() => decodeAll(encoding, bytes.slice(), startState(encoding), handler, true));
  return tuple([strFromDecoded(text), bytes.length]);
}

export const MULTIBYTE_CODEC: PyType = defineType<PyMultibyteCodec>("_multibytecodec.MultibyteCodec", {
  traits: { noConstructor: true },
  methods: {
    encode: [
      "($self, /, input, errors=None)",
      "Return an encoded string version of `input'.\n\n'errors' may be given to set a different error handling scheme. Default is\n'strict' meaning that encoding errors raise a UnicodeEncodeError. Other possible\nvalues are 'ignore', 'replace' and 'xmlcharrefreplace' as well as any other name\nregistered with codecs.register_error that can handle UnicodeEncodeErrors.",
      encode,
    ],
    decode: [
      "($self, /, input, errors=None)",
      "Decodes 'input'.\n\n'errors' may be given to set a different error handling scheme. Default is\n'strict' meaning that encoding errors raise a UnicodeDecodeError. Other possible\nvalues are 'ignore' and 'replace' as well as any other name registered with\ncodecs.register_error that is able to handle UnicodeDecodeErrors.\"",
      decode,
    ],
  },
});

/** The encoding of a class of the `encodings` package: its attribute `codec`. */
export function encodingOf(cls: PyType): Encoding {
  const codec = getAttr(cls, "codec");
  if (!(codec instanceof PyMultibyteCodec)) throw typeError("codec is unexpected type");
  return codec.encoding;
}

/** The base of the four kinds of stateful objects. */
export class PyStateful extends PyObject {
  readonly state: State;

  constructor(
    cls: PyType,
    readonly encoding: Encoding,
    public errors: string,
  ) {
    super(cls);
    this.state = startState(encoding);
  }
}

/** `__init__` of the stateful types: they must not reach that of the classes of `codecs`, which come behind them. */
export const IGNORE_ARGUMENTS = ["($self, /, *args, **kwargs)", (): void => {}] as const;

/** The row of the attribute `errors`. */
export const ERRORS_ROW = [
  (self: PyStateful): Value => strFromJs(self.errors),
  (self: PyStateful, value: Value | undefined): void => {
    if (value === undefined) throw raise("AttributeError", "cannot delete attribute");
    if (textOf(value) === undefined) throw typeError("errors must be a string");
    self.errors = jsString(value) ?? "strict";
  },
  "how to treat errors",
] as const;
