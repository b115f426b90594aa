/**
 * TextIOWrapper: characters over a buffered binary stream (CPython Modules/_io/textio.c).
 *
 * Decoded characters that were not read yet lie in `decoded` from `used` on; `snapshot` is the state of
 * the decoder, and the bytes given to it, from which they came. `tell` packs all of that into one int.
 */
import { type Text, WideText } from "../../bytecode/constants.ts";
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, jsString, PyBytes, strFromText, textOf } from "../../objects/kernel/payload.ts";
import { reprText, strText } from "../../objects/kernel/protocol.ts";
import { raise, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { Leaving } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { concatTexts, sliceText, textLength } from "../../objects/types/text.ts";
import { config } from "../../vm/config.ts";
import { BRIEFLY, noteObject } from "../../vm/heap/lifetimes.ts";
import { nextMayWait } from "../../vm/scheduler/parking.ts";
import {
  checkEncoding,
  type DecoderState,
  makeDecoder,
  makeEncoder,
  NewlineDecoder,
  newlinesValue,
  type TextDecoding,
  type TextEncoding,
} from "./codec.ts";
import { joinBytes, NOT_PICKLED, PyIOBase, sizeArgument, TEXT_IO_BASE, unsupported } from "./iobase.ts";
import { holdUnwritten, releaseWritten } from "./unwritten.ts";

export class PyTextIO extends PyIOBase {
  /** Undefined before `__init__` and after `detach`. */
  buffer: Value | undefined = undefined;
  detached = false;
  encoding = "utf-8";
  errors = "strict";
  lineBuffering = false;
  writeThrough = false;
  /** As given: undefined for None. */
  newline: string | undefined = undefined;
  seekable = false;
  telling = false;
  decoder: TextDecoding | undefined = undefined;
  encoder: TextEncoding | undefined = undefined;
  decoded: Text = "";
  used = 0;
  snapshot: { state: DecoderState; input: Uint8Array } | undefined = undefined;
  pending: Uint8Array[] = [];
  pendingLength = 0;
  chunkSize = 8192;
}

function bufferOf(self: PyTextIO): Value {
  if (self.buffer !== undefined) return self.buffer;
  throw valueError(self.detached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
}

function requireOpen(self: PyTextIO): Value {
  const buffer = bufferOf(self);
  if (isTrue(getAttr(buffer, "closed"))) throw valueError("I/O operation on closed file.");
  return buffer;
}

function optionalText(value: Value, argument: string, name = "TextIOWrapper"): string | undefined {
  if (value === NONE) return undefined;
  const text = jsString(value);
  if (text === undefined)
    throw typeError(`${name}() argument '${argument}' must be str or None, not ${typeName(value)}`);
  if (text.includes("\0")) throw valueError("embedded null character");
  return text;
}

function checkNewline(newline: string | undefined): void {
  if (newline === undefined || ["", "\n", "\r", "\r\n"].includes(newline)) return;
  throw valueError(`illegal newline value: ${strText(newline)}`);
}

function initialize(
  self: PyTextIO,
  buffer: Value,
  encoding: Value,
  errors: Value,
  newline: Value,
  lineBuffering: Value,
  writeThrough: Value,
): void {
  const name = optionalText(encoding, "encoding");
  const newlineText = newline === NONE ? undefined : jsString(newline);
  if (newline !== NONE && newlineText === undefined) {
    throw typeError(`TextIOWrapper() argument 'newline' must be str or None, not ${typeName(newline)}`);
  }
  checkNewline(newlineText);
  self.encoding = name === undefined || name === "locale" ? localeEncoding() : name;
  self.errors = optionalText(errors, "errors") ?? "strict";
  checkEncoding(self.encoding);
  self.buffer = buffer;
  noteObject(self, true, BRIEFLY);
  self.detached = false;
  self.lineBuffering = isTrue(lineBuffering);
  self.writeThrough = isTrue(writeThrough);
  self.decoded = "";
  self.used = 0;
  self.snapshot = undefined;
  self.pending = [];
  self.pendingLength = 0;
  setCodecs(self, newlineText);
  self.seekable = isTrue(call(getAttr(buffer, "seekable")));
  self.telling = self.seekable;
  fixEncoderMark(self);
}

function setCodecs(self: PyTextIO, newline: string | undefined): void {
  self.newline = newline;
  self.decoder = undefined;
  self.encoder = undefined;
  const buffer = bufferOf(self);
  if (isTrue(call(getAttr(buffer, "readable")))) {
    const decoder = makeDecoder(self.encoding, self.errors);
    const universal = newline === undefined || newline === "";
    self.decoder = universal ? new NewlineDecoder(decoder, newline === undefined) : decoder;
  }
  if (isTrue(call(getAttr(buffer, "writable")))) self.encoder = makeEncoder(self.encoding, self.errors);
}

/** The locale is always C.UTF-8, whose encoding has this name; UTF-8 mode has its own. */
export const localeEncoding = (): string => (config().utf8Mode ? "utf-8" : "UTF-8");

/** Appending to a file that is not empty must not write another byte order mark. */
function fixEncoderMark(self: PyTextIO): void {
  if (!self.seekable || self.encoder === undefined) return;
  const position = suppress(EXCEPTIONS.OSError, () => call(getAttr(bufferOf(self), "tell")));
  if (position !== undefined && toIndex(position) !== 0) self.encoder.skipMark();
}

function requireDecoder(self: PyTextIO): TextDecoding {
  if (self.decoder === undefined) throw unsupported("not readable");
  return self.decoder;
}

/** As readChunk, with what was taken already put back if the builtin is left. */
function readChunkAfter(self: PyTextIO, taken: Text, hint = 0): boolean {
  try {
    return readChunk(self, hint);
  } catch (error) {
    if (error instanceof Leaving) {
      self.decoded = taken;
      self.used = 0;
    }
    throw error;
  }
}

/** Read and decode one chunk; false at the end of the file. */
function readChunk(self: PyTextIO, hint = 0): boolean {
  const decoder = requireDecoder(self);
  const state = self.telling ? decoder.getState() : undefined;
  const size = Math.max(self.chunkSize, hint);
  const buffer = bufferOf(self);
  const read1 = lookupAttr(buffer, "read1");
  const data = call(read1 ?? getAttr(buffer, "read"), size);
  const input = bytesFrom(data, read1 === undefined ? "read" : "read1");
  const atEnd = input.length === 0;
  self.decoded = decoder.decode(input, atEnd);
  self.used = 0;
  if (state !== undefined) self.snapshot = { state, input: joinBytes([state.buffered, input]) };
  return !atEnd || textLength(self.decoded) > 0;
}

function bytesFrom(data: Value, method: string): Uint8Array {
  if (data instanceof PyBytes) return data.bytes;
  if (typeof data !== "object" || data.cls.slots.__buffer__ === undefined) {
    throw typeError(`underlying ${method}() should have returned a bytes-like object, not '${typeName(data)}'`);
  }
  return getBuffer(data);
}

function takeDecoded(self: PyTextIO, count: number): Text {
  const available = textLength(self.decoded) - self.used;
  const taken =
    count < 0 || count >= available
      ? sliceText(self.decoded, self.used, self.used + available)
      : sliceText(self.decoded, self.used, self.used + count);
  self.used += textLength(taken);
  return taken;
}

function read(self: PyTextIO, size: Value): Value {
  const count = sizeArgument(size);
  const buffer = requireOpen(self);
  const decoder = requireDecoder(self);
  flushPending(self);
  if (count < 0) {
    const rest = bytesFrom(call(getAttr(buffer, "read")), "read");
    const text = concatTexts(takeDecoded(self, -1), decoder.decode(rest, true));
    self.decoded = "";
    self.used = 0;
    self.snapshot = undefined;
    return strFromText(text);
  }
  let result = takeDecoded(self, count);
  while (textLength(result) < count) {
    if (!readChunkAfter(self, result, count - textLength(result))) break;
    result = concatTexts(result, takeDecoded(self, count - textLength(result)));
  }
  return strFromText(result);
}

function indexOfUnit(text: Text, unit: number, from: number): number {
  return typeof text === "string" ? text.indexOf(String.fromCharCode(unit), from) : text.codePoints.indexOf(unit, from);
}

function unitAt(text: Text, index: number): number {
  return typeof text === "string" ? text.charCodeAt(index) : text.codePoints[index];
}

/**
 * The end of the first line in `text` at or after `start`, or -1. With `atEnd` false, a "\r" as the last
 * character is no end yet where "\r\n" could be one.
 */
function lineEnd(text: Text, start: number, newline: string | undefined): number {
  const length = textLength(text);
  if (newline === undefined || newline === "\n") {
    const at = indexOfUnit(text, 10, start);
    return at < 0 ? -1 : at + 1;
  }
  if (newline === "\r") {
    const at = indexOfUnit(text, 13, start);
    return at < 0 ? -1 : at + 1;
  }
  if (newline === "\r\n") {
    for (let at = indexOfUnit(text, 13, start); at >= 0; at = indexOfUnit(text, 13, at + 1)) {
      if (at + 1 < length && unitAt(text, at + 1) === 10) return at + 2;
    }
    return -1;
  }
  // newline="": all three kinds end a line, and stay as they are.
  const lf = indexOfUnit(text, 10, start);
  const cr = indexOfUnit(text, 13, start);
  if (cr < 0 || (lf >= 0 && lf < cr)) return lf < 0 ? -1 : lf + 1;
  return unitAt(text, cr + 1) === 10 && cr + 1 < length ? cr + 2 : cr + 1;
}

export function takeLine(self: PyTextIO, limit: number): Text {
  requireOpen(self);
  flushPending(self);
  let line: Text = "";
  for (;;) {
    if (self.used >= textLength(self.decoded) && !readChunkAfter(self, line)) break;
    // What was left over from the chunk before may hold the first half of "\r\n".
    const text = textLength(line) === 0 ? self.decoded : concatTexts(line, self.decoded);
    const start = textLength(line) === 0 ? self.used : 0;
    const end = lineEnd(text, start, self.newline);
    const wanted = limit >= 0 ? start + limit : Number.POSITIVE_INFINITY;
    if (end >= 0 || textLength(text) >= wanted) {
      const stop = Math.min(end < 0 ? wanted : end, wanted);
      const before = textLength(line);
      const result = sliceText(text, start, stop);
      self.used = before === 0 ? stop : stop - before;
      return result;
    }
    line = sliceText(text, start, textLength(text));
    self.used = textLength(self.decoded);
  }
  self.snapshot = undefined;
  return line;
}

/** Encode, keep, and write when there is enough or a line must go out. */
export function writeText(self: PyTextIO, value: Value): number {
  const text = textOf(value);
  if (text === undefined) throw typeError(`write() argument must be str, not ${typeName(value)}`);
  requireOpen(self);
  if (self.encoder === undefined) throw unsupported("not writable");
  const hasNewline = indexOfUnit(text, 10, 0) >= 0;
  const translated =
    hasNewline && (self.newline === "\r" || self.newline === "\r\n") ? translateNewlines(text, self.newline) : text;
  const bytes = self.encoder.encode(translated);
  const mustFlush = self.lineBuffering && (hasNewline || indexOfUnit(text, 13, 0) >= 0);
  if (self.pendingLength === 0) holdUnwritten(self);
  self.pending.push(bytes);
  self.pendingLength += bytes.length;
  if (self.pendingLength >= self.chunkSize || mustFlush || self.writeThrough) flushPending(self);
  if (mustFlush) call(getAttr(bufferOf(self), "flush"));
  if (self.snapshot !== undefined) {
    self.decoded = "";
    self.used = 0;
    self.snapshot = undefined;
  }
  self.decoder?.reset();
  return textLength(text);
}

export function translateNewlines(text: Text, newline: string): Text {
  if (typeof text === "string") return text.replaceAll("\n", newline);
  const units = [...newline].map((c) => c.charCodeAt(0));
  return new WideText(Uint32Array.from([...text.codePoints].flatMap((c) => (c === 10 ? units : [c]))));
}

function flushPending(self: PyTextIO): void {
  if (self.pendingLength === 0) return;
  const data = joinBytes(self.pending);
  self.pending = [];
  self.pendingLength = 0;
  releaseWritten(self);
  call(getAttr(bufferOf(self), "write"), new PyBytes(data));
}

export function flush(self: PyTextIO): void {
  const buffer = requireOpen(self);
  self.telling = self.seekable;
  flushPending(self);
  call(getAttr(buffer, "flush"));
}

const BITS = 64n;

function packCookie(position: bigint, flags: bigint, toFeed: number, toSkip: number, needEnd: boolean): Value {
  const cookie = position | (flags << BITS) | (BigInt(toFeed) << (2n * BITS)) | (BigInt(toSkip) << (3n * BITS));
  return intFromBigInt(needEnd ? cookie | (1n << (4n * BITS)) : cookie);
}

function tell(self: PyTextIO): Value {
  const buffer = requireOpen(self);
  if (!self.seekable) throw unsupported("underlying stream is not seekable");
  if (!self.telling) throw raise("OSError", "telling position disabled by next() call");
  flushPending(self);
  call(getAttr(self, "flush"));
  const at = BigInt(toIndex(call(getAttr(buffer, "tell"))));
  const { decoder, snapshot } = self;
  if (decoder === undefined || snapshot === undefined) return intFromBigInt(at);
  const start = at - BigInt(snapshot.input.length);
  if (self.used === 0) return packCookie(start, snapshot.state.flags, 0, 0, false);
  return replay(decoder, start, snapshot.state.flags, snapshot.input, self.used);
}

/** Find the last point at or before `used` characters where the decoder holds nothing back. */
function replay(decoder: TextDecoding, start: bigint, flags: bigint, input: Uint8Array, used: number): Value {
  const saved = decoder.getState();
  try {
    let safe = { bytes: 0, characters: 0, flags };
    let characters = 0;
    decoder.setState({ buffered: new Uint8Array(0), flags });
    for (let i = 0; i < input.length; i++) {
      characters += textLength(decoder.decode(input.subarray(i, i + 1), false));
      const state = decoder.getState();
      if (state.buffered.length === 0 && characters <= used) safe = { bytes: i + 1, characters, flags: state.flags };
      if (characters >= used) {
        const fed = i + 1 - safe.bytes;
        const skip = used - safe.characters;
        return packCookie(start + BigInt(safe.bytes), safe.flags, skip === 0 ? 0 : fed, skip, false);
      }
    }
    characters += textLength(decoder.decode(new Uint8Array(0), true));
    if (characters < used) throw raise("OSError", "can't reconstruct logical file position");
    return packCookie(start + BigInt(safe.bytes), safe.flags, input.length - safe.bytes, used - safe.characters, true);
  } finally {
    decoder.setState(saved);
  }
}

function seek(self: PyTextIO, cookie: Value, whence: Value): Value {
  const buffer = requireOpen(self);
  const mode = Number(toIndex(whence));
  if (!self.seekable) throw unsupported("underlying stream is not seekable");
  let target = BigInt(toIndex(cookie));
  if (mode === 1) {
    if (target !== 0n) throw unsupported("can't do nonzero cur-relative seeks");
    target = BigInt(toIndex(call(getAttr(self, "tell"))));
  } else if (mode === 2) {
    if (target !== 0n) throw unsupported("can't do nonzero end-relative seeks");
    call(getAttr(self, "flush"));
    forgetDecoded(self);
    self.decoder?.reset();
    const end = call(getAttr(buffer, "seek"), 0, 2);
    if (toIndex(end) === 0) self.encoder?.reset();
    else self.encoder?.skipMark();
    return end;
  } else if (mode !== 0) throw valueError(`invalid whence (${mode}, should be 0, 1 or 2)`);
  if (target < 0n) throw valueError(`negative seek position ${target}`);
  call(getAttr(self, "flush"));
  return seekCookie(self, buffer, target);
}

function forgetDecoded(self: PyTextIO): void {
  self.decoded = "";
  self.used = 0;
  self.snapshot = undefined;
}

function seekCookie(self: PyTextIO, buffer: Value, cookie: bigint): Value {
  const mask = (1n << BITS) - 1n;
  const position = cookie & mask;
  const flags = (cookie >> BITS) & mask;
  const toFeed = Number((cookie >> (2n * BITS)) & mask);
  const toSkip = Number((cookie >> (3n * BITS)) & mask);
  const needEnd = cookie >> (4n * BITS) !== 0n;
  call(getAttr(buffer, "seek"), intFromBigInt(position));
  forgetDecoded(self);
  const empty = new Uint8Array(0);
  if (self.decoder !== undefined) {
    if (position === 0n && flags === 0n && toFeed === 0) self.decoder.reset();
    else self.decoder.setState({ buffered: empty, flags });
    self.snapshot = { state: { buffered: empty, flags }, input: empty };
    if (toSkip > 0) {
      const input = bytesFrom(call(getAttr(buffer, "read"), toFeed), "read");
      self.snapshot = { state: { buffered: empty, flags }, input };
      self.decoded = self.decoder.decode(input, needEnd);
      if (textLength(self.decoded) < toSkip) throw raise("OSError", "can't restore logical file position");
      self.used = toSkip;
    }
  }
  if (position === 0n && flags === 0n) self.encoder?.reset();
  else self.encoder?.skipMark();
  return intFromBigInt(cookie);
}

function truncate(self: PyTextIO, size: Value): Value {
  const buffer = bufferOf(self);
  call(getAttr(self, "flush"));
  return call(getAttr(buffer, "truncate"), size);
}

function close(self: PyTextIO): void {
  const buffer = bufferOf(self);
  if (isTrue(getAttr(buffer, "closed"))) return;
  try {
    call(getAttr(self, "flush"));
  } finally {
    call(getAttr(buffer, "close"));
  }
}

function detach(self: PyTextIO): Value {
  const buffer = bufferOf(self);
  call(getAttr(self, "flush"));
  self.buffer = undefined;
  self.detached = true;
  return buffer;
}

function reconfigure(
  self: PyTextIO,
  encoding: Value,
  errors: Value,
  newline: Value | undefined,
  lineBuffering: Value,
  writeThrough: Value,
): void {
  const changesCodec = encoding !== NONE || errors !== NONE || newline !== undefined;
  if (changesCodec && (textLength(self.decoded) > 0 || self.snapshot !== undefined)) {
    throw unsupported("It is not possible to set the encoding or newline of stream after the first read");
  }
  const newlineText = newline === undefined ? self.newline : newline === NONE ? undefined : jsString(newline);
  checkNewline(newlineText);
  call(getAttr(self, "flush"));
  if (lineBuffering !== NONE) self.lineBuffering = isTrue(lineBuffering);
  if (writeThrough !== NONE) self.writeThrough = isTrue(writeThrough);
  if (!changesCodec) return;
  const name = optionalText(encoding, "encoding", "reconfigure");
  if (name !== undefined) checkEncoding(name);
  self.errors = optionalText(errors, "errors", "reconfigure") ?? (name === undefined ? self.errors : "strict");
  if (name !== undefined) self.encoding = name === "locale" ? localeEncoding() : name;
  setCodecs(self, newlineText);
  fixEncoderMark(self);
}

function repr(self: PyTextIO): string {
  const name = lookupAttr(self, "name");
  const mode = lookupAttr(self, "mode");
  const namePart = name === undefined ? "" : ` name=${reprText(name)}`;
  const modePart = mode === undefined ? "" : ` mode=${reprText(mode)}`;
  return `<_io.TextIOWrapper${namePart}${modePart} encoding='${self.encoding}'>`;
}

function nextLine(self: PyTextIO): Value | undefined {
  self.telling = false;
  let line: Text | undefined;
  if (self.cls === TEXT_IO_WRAPPER) line = nextMayWait(self, () => takeLine(self, -1));
  else {
    const value = call(getAttr(self, "readline"));
    line = textOf(value);
    if (line === undefined)
      throw raise("OSError", `readline() should have returned a str object, not '${typeName(value)}'`);
  }
  if (textLength(line) > 0) return strFromText(line);
  self.snapshot = undefined;
  self.telling = self.seekable;
  return undefined;
}

const nothing = "($self, /)";
const ask = (name: string) => [nothing, undefined, (self: PyTextIO) => call(getAttr(bufferOf(self), name))] as const;

export const TEXT_IO_WRAPPER: PyType = defineType<PyTextIO>("_io.TextIOWrapper", {
  doc: "Character and line based layer over a BufferedIOBase object, buffer.\n\nencoding gives the name of the encoding that the stream will be\ndecoded or encoded with. It defaults to locale.getencoding().\n\nerrors determines the strictness of encoding and decoding (see\nhelp(codecs.Codec) or the documentation for codecs.register) and\ndefaults to \"strict\".\n\nnewline controls how line endings are handled. It can be None, '',\n'\\n', '\\r', and '\\r\\n'.  It works as follows:\n\n* On input, if newline is None, universal newlines mode is\n  enabled. Lines in the input can end in '\\n', '\\r', or '\\r\\n', and\n  these are translated into '\\n' before being returned to the\n  caller. If it is '', universal newline mode is enabled, but line\n  endings are returned to the caller untranslated. If it has any of\n  the other legal values, input lines are only terminated by the given\n  string, and the line ending is returned to the caller untranslated.\n\n* On output, if newline is None, any '\\n' characters written are\n  translated to the system default line separator, os.linesep. If\n  newline is '' or '\\n', no translation takes place. If newline is any\n  of the other legal values, any '\\n' characters written are translated\n  to the given string.\n\nIf line_buffering is True, a call to flush is implied when a call to\nwrite contains a newline character.",
  base: TEXT_IO_BASE,
  traits: { basetype: true },
  allocate: (cls) => new PyTextIO(cls),
  initialize: [
    "($self, /, buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, write_through=False)",
    initialize,
  ],
  slots: { __repr__: repr, __next__: nextLine },
  methods: {
    detach: [nothing, undefined, detach],
    reconfigure: [
      "($self, /, *, encoding=None, errors=None, newline=None,\n            line_buffering=None, write_through=None)",
      "Reconfigure the text stream with new parameters.\n\nThis also does an implicit stream flush.",
      reconfigure,
    ],
    write: ["($self, text, /)", undefined, writeText],
    read: ["($self, size=-1, /)", undefined, mayWait(read)],
    readline: [
      "($self, size=-1, /)",
      undefined,
      mayWait((self: PyTextIO, size: Value) =>
        strFromText(takeLine(self, size === NONE ? -1 : toSsize(size, "OverflowError"))),
      ),
    ],
    flush: [nothing, undefined, flush],
    close: [nothing, undefined, close],
    fileno: ask("fileno"),
    seekable: ask("seekable"),
    readable: ask("readable"),
    writable: ask("writable"),
    isatty: ask("isatty"),
    seek: [
      "($self, cookie, whence=os.SEEK_SET, /)",
      "Set the stream position, and return the new stream position.\n\n  cookie\n    Zero or an opaque number returned by tell().\n  whence\n    The relative position to seek from.\n\nFour operations are supported, given by the following argument\ncombinations:\n\n- seek(0, SEEK_SET): Rewind to the start of the stream.\n- seek(cookie, SEEK_SET): Restore a previous position;\n  'cookie' must be a number returned by tell().\n- seek(0, SEEK_END): Fast-forward to the end of the stream.\n- seek(0, SEEK_CUR): Leave the current stream position unchanged.\n\nAny other argument combinations are invalid,\nand may raise exceptions.",
      seek,
    ],
    tell: [
      nothing,
      "Return the stream position as an opaque number.\n\nThe return value of tell() can be given as input to seek(), to restore a\nprevious stream position.",
      tell,
    ],
    truncate: ["($self, pos=None, /)", undefined, truncate],
    ...NOT_PICKLED,
  },
  members: {
    encoding: [(self) => self.encoding],
    buffer: [(self) => self.buffer ?? NONE],
    line_buffering: [(self) => self.lineBuffering],
    write_through: [(self) => self.writeThrough],
    _finalizing: [() => false],
  },
  getset: {
    name: [(self) => getAttr(bufferOf(self), "name")],
    closed: [(self) => getAttr(bufferOf(self), "closed")],
    errors: [(self) => self.errors],
    newlines: [(self) => (self.decoder instanceof NewlineDecoder ? newlinesValue(self.decoder.seen) : NONE)],
    _CHUNK_SIZE: [
      (self) => self.chunkSize,
      (self, value) => {
        if (value === undefined) throw raise("AttributeError", "cannot delete attribute");
        const size = toSsize(value, "OverflowError");
        if (size <= 0) throw valueError("a strictly positive integer is required");
        self.chunkSize = size;
      },
    ],
  },
});
