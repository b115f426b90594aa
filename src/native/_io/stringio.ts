/**
 * StringIO and IncrementalNewlineDecoder (CPython Modules/_io/stringio.c, textio.c).
 */
import type { Text, WideText } from "../../bytecode/constants.ts";
import { instanceDict } from "../../objects/kernel/attribute.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, jsString, PyBytes, PyTuple, strFromText, textOf, tuple } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { concatTexts, repeatText, sliceText, textLength } from "../../objects/types/text.ts";
import { NewlineDecoder, newlinesValue, wrapDecoder } from "./codec.ts";
import { PyIOBase, sizeArgument, TEXT_IO_BASE } from "./iobase.ts";
import { translateNewlines } from "./textio.ts";

export class PyStringIO extends PyIOBase {
  /** What was written at the end since `text` was last joined: appending must not copy all of it. */
  tail: Text[] = [];
  private joined: Text = "";
  private joinedLength = 0;
  length = 0;
  position = 0;
  /** As given: undefined for None. */
  newline: string | undefined = "\n";
  decoder: NewlineDecoder | undefined = undefined;

  constructor(cls: PyType = STRING_IO) {
    super(cls);
  }

  get text(): Text {
    if (this.tail.length > 0) {
      this.joined = joinAll([this.joined, ...this.tail]);
      this.tail = [];
      this.joinedLength = textLength(this.joined);
    }
    return this.joined;
  }

  set text(text: Text) {
    this.joined = text;
    this.tail = [];
    this.joinedLength = textLength(text);
    this.length = this.joinedLength;
  }

  append(text: Text): void {
    this.tail.push(text);
    this.length += textLength(text);
  }
}

function joinAll(parts: readonly Text[]): Text {
  if (parts.every((part) => typeof part === "string")) return parts.join("");
  return parts.reduce((left, right) => concatTexts(left, right), "");
}

function requireOpen(self: PyStringIO): void {
  if (self.ioClosed) throw valueError("I/O operation on closed file");
}

function initialize(self: PyStringIO, initial: Value, newline: Value): void {
  const newlineText = newline === NONE ? undefined : jsString(newline);
  if (newline !== NONE && newlineText === undefined) {
    throw typeError(`StringIO() argument 2 must be str or None, not ${typeName(newline)}`);
  }
  if (newlineText !== undefined && !["", "\n", "\r", "\r\n"].includes(newlineText)) {
    throw valueError(`illegal newline value: ${reprText(newline)}`);
  }
  if (initial !== NONE && textOf(initial) === undefined) {
    throw typeError(`initial_value must be str or None, not ${typeName(initial)}`);
  }
  self.ioClosed = false;
  self.newline = newlineText;
  self.decoder =
    newlineText === undefined || newlineText === ""
      ? new NewlineDecoder(undefined, newlineText === undefined)
      : undefined;
  self.text = "";
  self.position = 0;
  if (initial !== NONE) writeText(self, textOf(initial) as Text);
  self.position = 0;
}

function writeText(self: PyStringIO, given: Text): void {
  let text = given;
  if (self.decoder !== undefined) text = self.decoder.newlines(text, true);
  if (self.newline === "\r" || self.newline === "\r\n") text = translateNewlines(text, self.newline);
  const count = textLength(text);
  if (self.position === self.length) {
    self.append(text);
    self.position += count;
    return;
  }
  let before = sliceText(self.text, 0, Math.min(self.position, self.length));
  if (self.position > self.length) before = concatTexts(before, repeatText("\0", self.position - self.length));
  const end = self.position + count;
  const after = end < self.length ? sliceText(self.text, end, self.length) : "";
  self.text = concatTexts(concatTexts(before, text), after);
  self.position = end;
}

function write(self: PyStringIO, value: Value): Value {
  const text = textOf(value);
  if (text === undefined) throw typeError(`string argument expected, got '${typeName(value)}'`);
  requireOpen(self);
  if (textLength(text) > 0) writeText(self, text);
  return textLength(text);
}

function take(self: PyStringIO, end: number): Value {
  const start = Math.min(self.position, self.length);
  const stop = Math.max(start, Math.min(end, self.length));
  if (stop > start) self.position = stop;
  return strFromText(sliceText(self.text, start, stop));
}

function lineEnd(self: PyStringIO): number {
  const { text, newline, position } = self;
  const units = typeof text === "string" ? text : undefined;
  const find = (unit: number, from: number): number =>
    units === undefined
      ? (text as WideText).codePoints.indexOf(unit, from)
      : units.indexOf(String.fromCharCode(unit), from);
  const end = (at: number, width: number): number => (at < 0 ? self.length : at + width);
  if (newline === undefined || newline === "\n") return end(find(10, position), 1);
  if (newline === "\r") return end(find(13, position), 1);
  if (newline === "\r\n") {
    let at = find(13, position);
    while (at >= 0 && find(10, at + 1) !== at + 1) at = find(13, at + 1);
    return end(at, 2);
  }
  const lf = find(10, position);
  const cr = find(13, position);
  if (cr < 0 || (lf >= 0 && lf < cr)) return end(lf, 1);
  return end(cr, lf === cr + 1 ? 2 : 1);
}

function readline(self: PyStringIO, size: Value): Value {
  requireOpen(self);
  const limit = sizeArgument(size);
  const end = lineEnd(self);
  return take(self, limit < 0 ? end : Math.min(end, self.position + limit));
}

function seek(self: PyStringIO, offset: Value, whence: Value): Value {
  requireOpen(self);
  const position = toSsize(offset, "OverflowError");
  const mode = Number(toIndex(whence));
  if (mode !== 0 && mode !== 1 && mode !== 2) throw valueError(`Invalid whence (${mode}, should be 0, 1 or 2)`);
  if (mode === 0 && position < 0) throw valueError(`Negative seek position ${position}`);
  if (mode !== 0 && position !== 0) throw newOSError("Can't do nonzero cur-relative seeks");
  if (mode === 0) self.position = position;
  else if (mode === 2) self.position = self.length;
  return self.position;
}

function newOSError(message: string): unknown {
  return raise("OSError", message);
}

function truncate(self: PyStringIO, size: Value): Value {
  requireOpen(self);
  const length = size === NONE ? self.position : toSsize(size, "OverflowError");
  if (length < 0) throw valueError(`Negative size value ${length}`);
  if (length < self.length) self.text = sliceText(self.text, 0, length);
  return length;
}

function getState(self: PyStringIO): Value {
  requireOpen(self);
  const dict = instanceDict(self);
  return tuple([strFromText(self.text), self.newline ?? NONE, self.position, dict === undefined ? NONE : dict.copy()]);
}

function setState(self: PyStringIO, state: Value): void {
  requireOpen(self);
  if (!(state instanceof PyTuple) || state.items.length < 4) {
    throw typeError(`${typeName(self)}.__setstate__ argument should be 4-tuple, got ${typeName(state)}`);
  }
  const [content, newline, position, dict] = state.items;
  initialize(self, "", newline);
  // The content was translated when it was first written.
  self.text = textOf(content) ?? "";
  self.position = toSsize(position, "OverflowError");
  if (self.position < 0) throw valueError("position value cannot be negative");
  if (dict instanceof PyDict) for (const [key, value] of dict.entries()) instanceDict(self)?.set(key, value);
}

const nothing = "($self, /)";
const yes = (self: PyStringIO): boolean => {
  requireOpen(self);
  return true;
};

export const STRING_IO: PyType = defineType<PyStringIO>("_io.StringIO", {
  doc: "Text I/O implementation using an in-memory buffer.\n\nThe initial_value argument sets the value of object.  The newline\nargument is like the one of TextIOWrapper's constructor.",
  base: TEXT_IO_BASE,
  traits: { basetype: true },
  allocate: (cls) => new PyStringIO(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyStringIO(cls)],
  initialize: ["($self, /, initial_value='', newline='\\n')", initialize],
  slots: {
    __next__: (self) => {
      requireOpen(self);
      const line = take(self, lineEnd(self));
      return line === "" ? undefined : line;
    },
  },
  methods: {
    getvalue: [
      nothing,
      "Retrieve the entire contents of the object.",
      (self: PyStringIO) => {
        requireOpen(self);
        return strFromText(self.text);
      },
    ],
    read: [
      "($self, size=-1, /)",
      "Read at most size characters, returned as a string.\n\nIf the argument is negative or omitted, read until EOF\nis reached. Return an empty string at EOF.",
      (self: PyStringIO, size: Value) => {
        requireOpen(self);
        const count = sizeArgument(size);
        return take(self, count < 0 ? self.length : self.position + count);
      },
    ],
    readline: [
      "($self, size=-1, /)",
      "Read until newline or EOF.\n\nReturns an empty string if EOF is hit immediately.",
      readline,
    ],
    tell: [
      nothing,
      "Tell the current file position.",
      (self: PyStringIO) => {
        requireOpen(self);
        return self.position;
      },
    ],
    seek: [
      "($self, pos, whence=0, /)",
      "Change stream position.\n\nSeek to character offset pos relative to position indicated by whence:\n    0  Start of stream (the default).  pos should be >= 0;\n    1  Current position - pos must be 0;\n    2  End of stream - pos must be 0.\nReturns the new absolute position.",
      seek,
    ],
    truncate: [
      "($self, pos=None, /)",
      "Truncate size to pos.\n\nThe pos argument defaults to the current file position, as\nreturned by tell().  The current file position is unchanged.\nReturns the new absolute position.",
      truncate,
    ],
    write: [
      "($self, s, /)",
      "Write string to file.\n\nReturns the number of characters written, which is always equal to\nthe length of the string.",
      write,
    ],
    close: [
      nothing,
      "Close the IO object.\n\nAttempting any further operation after the object is closed\nwill raise a ValueError.\n\nThis method has no effect if the file is already closed.",
      (self: PyStringIO) => {
        self.ioClosed = true;
        self.text = "";
      },
    ],
    readable: [nothing, "Returns True if the IO object can be read.", yes],
    writable: [nothing, "Returns True if the IO object can be written.", yes],
    seekable: [nothing, "Returns True if the IO object can be seeked.", yes],
    __getstate__: ["~($self, /)", undefined, getState],
    __setstate__: ["~($self, state, /)", undefined, setState],
  },
  getset: {
    closed: [(self) => self.ioClosed],
    newlines: [
      (self) => {
        requireOpen(self);
        return self.decoder === undefined ? NONE : newlinesValue(self.decoder.seen);
      },
    ],
    line_buffering: [
      (self) => {
        requireOpen(self);
        return false;
      },
    ],
  },
});

/** io.IncrementalNewlineDecoder. */
class PyNewlineDecoder extends PyObject {
  decoder = new NewlineDecoder(undefined, true);
  hasInner = false;
}

export const NEWLINE_DECODER = defineType<PyNewlineDecoder>("_io.IncrementalNewlineDecoder", {
  doc: "Codec used when reading a file in universal newlines mode.\n\nIt wraps another incremental decoder, translating \\r\\n and \\r into \\n.\nIt also records the types of newlines encountered.  When used with\ntranslate=False, it ensures that the newline sequence is returned in\none piece. When used with decoder=None, it expects unicode strings as\ndecode input and translates newlines without first invoking an external\ndecoder.",
  traits: { basetype: true },
  allocate: (cls) => new PyNewlineDecoder(cls),
  initialize: [
    "($self, /, decoder, translate, errors='strict')",
    (self, decoder: Value, translate: Value) => {
      self.hasInner = decoder !== NONE;
      self.decoder = new NewlineDecoder(self.hasInner ? wrapDecoder(decoder) : undefined, isTrue(translate));
    },
  ],
  methods: {
    decode: [
      "($self, /, input, final=False)",
      undefined,
      (self: PyNewlineDecoder, input: Value, final: Value) => {
        if (self.hasInner) return strFromText(self.decoder.decode(getBuffer(input), isTrue(final)));
        const text = textOf(input);
        if (text === undefined) throw typeError(`decoder should return a string result, not '${typeName(input)}'`);
        return strFromText(self.decoder.newlines(text, isTrue(final)));
      },
    ],
    getstate: [
      nothing,
      undefined,
      (self: PyNewlineDecoder) => {
        const { buffered, flags } = self.decoder.getState();
        return tuple([new PyBytes(buffered), intFromBigInt(flags)]);
      },
    ],
    setstate: [
      "($self, state, /)",
      undefined,
      (self: PyNewlineDecoder, state: Value) => {
        if (!(state instanceof PyTuple)) throw typeError("state argument must be a tuple");
        const [buffered, flags] = state.items;
        if (!(buffered instanceof PyBytes)) throw typeError("setstate(): illegal state argument");
        self.decoder.setState({ buffered: buffered.bytes, flags: BigInt(toIndex(flags)) });
      },
    ],
    reset: [nothing, undefined, (self: PyNewlineDecoder) => self.decoder.reset()],
  },
  getset: { newlines: [(self) => newlinesValue(self.decoder.seen)] },
});
