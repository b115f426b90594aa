/** MultibyteStreamReader and MultibyteStreamWriter (CPython Modules/cjkcodecs/multibytecodec.c). */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { iter, next } from "../../objects/kernel/iterate.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, textOf } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { toSsizeArgument } from "../../objects/types/arguments.ts";
import { bytesValue } from "../../objects/types/bytes-construct.ts";
import { textLength } from "../../objects/types/text.ts";
import { ERRORS_ROW, encodingOf, IGNORE_ARGUMENTS, PyStateful, textToEncode } from "./codec-type.ts";
import { errorsOf, PendingBytes, PendingText } from "./incremental.ts";

class PyStreamReader extends PyStateful {
  readonly waiting = new PendingBytes(this);

  constructor(
    cls: PyType,
    readonly stream: Value,
    errors: string,
  ) {
    super(cls, encodingOf(cls), errors);
  }
}

/** Negative for "no limit". */
function sizeArgument(size: Value): number {
  if (size === NONE) return -1;
  if (intOf(size) === undefined) throw typeError("arg 1 must be an integer");
  return toSsizeArgument(size);
}

/** Read through a method of the stream until there is text, or the end. */
function readThrough(self: PyStreamReader, method: "read" | "readline", limit: number): Value {
  if (limit === 0) return "";
  let size = limit;
  for (;;) {
    const read = getAttr(self.stream, method);
    const chunk = size < 0 ? call(read) : call(read, size);
    if (!(chunk instanceof PyBytes)) {
      throw typeError(`stream function returned a non-bytes object (${typeName(chunk)})`);
    }
    const ends = chunk.bytes.length === 0 || size < 0;
    const text = self.waiting.decode(chunk.bytes, ends);
    if (ends || textLength(textOf(text) ?? "") > 0) return text;
    // Some bytes of a character are there: go on a byte at a time until it is whole.
    size = 1;
  }
}

export const STREAM_READER: PyType = defineType<PyStreamReader>("_multibytecodec.MultibyteStreamReader", {
  traits: { basetype: true },
  initialize: IGNORE_ARGUMENTS,
  construct: [
    "(stream, errors='strict')",
    (cls, stream: Value, errors: Value) => new PyStreamReader(cls, stream, errorsOf(errors, "MultibyteStreamReader")),
  ],
  methods: {
    read: [
      "($self, sizeobj=None, /)",
      undefined,
      (self: PyStreamReader, size: Value) => readThrough(self, "read", sizeArgument(size)),
    ],
    readline: [
      "($self, sizeobj=None, /)",
      undefined,
      (self: PyStreamReader, size: Value) => readThrough(self, "readline", sizeArgument(size)),
    ],
    readlines: [
      "($self, sizehintobj=None, /)",
      undefined,
      (self: PyStreamReader, size: Value) =>
        call(getAttr(readThrough(self, "read", sizeArgument(size)), "splitlines"), true),
    ],
    reset: [
      "($self, /)",
      undefined,
      (self: PyStreamReader) => {
        self.encoding.decodeEnd(self.state);
        self.waiting.pending = new Uint8Array(0);
      },
    ],
  },
  members: { stream: [(self) => self.stream] },
  getset: { errors: ERRORS_ROW },
});

class PyStreamWriter extends PyStateful {
  readonly waiting = new PendingText(this);

  constructor(
    cls: PyType,
    readonly stream: Value,
    errors: string,
  ) {
    super(cls, encodingOf(cls), errors);
  }
}

function write(self: PyStreamWriter, text: Value): void {
  const bytes = self.waiting.encode(textToEncode(text), false);
  call(getAttr(self.stream, "write"), bytesValue(bytes));
}

export const STREAM_WRITER: PyType = defineType<PyStreamWriter>("_multibytecodec.MultibyteStreamWriter", {
  traits: { basetype: true },
  initialize: IGNORE_ARGUMENTS,
  construct: [
    "(stream, errors='strict')",
    (cls, stream: Value, errors: Value) => new PyStreamWriter(cls, stream, errorsOf(errors, "MultibyteStreamWriter")),
  ],
  methods: {
    write: ["($self, strobj, /)", undefined, write],
    writelines: [
      "($self, lines, /)",
      undefined,
      (self: PyStreamWriter, lines: Value) => {
        const iterator = iter(lines);
        for (let line = next(iterator); line !== undefined; line = next(iterator)) write(self, line);
      },
    ],
    reset: [
      "($self, /)",
      undefined,
      (self: PyStreamWriter) => {
        // Only waiting characters are a reason to end the text: an open escape sequence is left open.
        if (textLength(self.waiting.pending) === 0) return;
        const bytes = self.waiting.reset();
        if (bytes.length > 0) call(getAttr(self.stream, "write"), bytesValue(bytes));
      },
    ],
  },
  members: { stream: [(self) => self.stream] },
  getset: { errors: ERRORS_ROW },
});
