/**
 * UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError (CPython Objects/exceptions.c).
 */
import { typeName } from "../../kernel/core-types.ts";
import { completeType } from "../../kernel/define.ts";
import { EXCEPTIONS } from "../../kernel/exception-types.ts";
import type { PyObject, PyType, Value } from "../../kernel/object.ts";
import { PyBaseException, PyByteArray, PyBytes, textOf, tuple } from "../../kernel/payload.ts";
import { strText } from "../../kernel/protocol.ts";
import { PyError, typeError } from "../../kernel/raise.ts";
import { checkTupleCount, stateIndex, toSsizeArgument } from "../arguments.ts";
import { getBuffer } from "../buffer.ts";
import { fieldRow, newInstance } from "./base_exception.ts";
import "./simple.ts";

function expectString(value: Value, position: number): void {
  if (textOf(value) === undefined) throw typeError(`argument ${position} must be str, not ${typeName(value)}`);
}

/** The arguments are kept before they are looked at; what stood in the objects' fields goes, the positions stay. */
function begin(self: PyBaseException, args: Value[]): void {
  self.args = tuple(args);
  const { start, end } = self.fields ?? {};
  self.fields = start === undefined || end === undefined ? undefined : { start, end };
}

/** What was read of them stays when a later argument is refused. */
function readRange(self: PyBaseException, start: Value, end: Value): { start: number; end: number } {
  const before = { start: 0, end: 0, ...self.fields };
  const first = toSsizeArgument(start);
  self.fields = { ...before, start: first };
  const range = { start: first, end: toSsizeArgument(end) };
  self.fields = range;
  return range;
}

function initializeEncode(self: PyBaseException, args: Value[]): void {
  begin(self, args);
  checkTupleCount(args.length, 5, 5);
  const [encoding, object, start, end, reason] = args;
  expectString(encoding, 1);
  expectString(object, 2);
  const range = readRange(self, start, end);
  expectString(reason, 5);
  self.fields = { encoding, object, ...range, reason };
}

function initializeDecode(self: PyBaseException, args: Value[]): void {
  begin(self, args);
  checkTupleCount(args.length, 5, 5);
  const [encoding, object, start, end, reason] = args;
  expectString(encoding, 1);
  const range = readRange(self, start, end);
  expectString(reason, 5);
  // Any buffer is accepted, but what is kept is bytes, which cannot change.
  const bytes = object instanceof PyBytes ? object : new PyBytes(getBuffer(object).slice());
  self.fields = { encoding, object: bytes, ...range, reason };
}

function initializeTranslate(self: PyBaseException, args: Value[]): void {
  begin(self, args);
  checkTupleCount(args.length, 4, 4);
  const [object, start, end, reason] = args;
  expectString(object, 1);
  const range = readRange(self, start, end);
  expectString(reason, 4);
  self.fields = { object, ...range, reason };
}

/** The range concerned, which may lie outside of the object. */
function rangeOf(self: PyBaseException): [start: number, end: number] {
  return [Number(self.fields?.start ?? 0), Number(self.fields?.end ?? 0)];
}

function codePointsOf(value: Value | undefined): ArrayLike<number> {
  const text = textOf(value ?? "");
  if (text === undefined || typeof text === "string") return Array.from(text ?? "", (c) => c.charCodeAt(0));
  return text.codePoints;
}

function escapeCodePoint(c: number): string {
  if (c <= 0xff) return `\\x${c.toString(16).padStart(2, "0")}`;
  return c <= 0xffff ? `\\u${c.toString(16).padStart(4, "0")}` : `\\U${c.toString(16).padStart(8, "0")}`;
}

/** What was deleted is shown as C shows it. */
const shown = (value: Value | undefined): string => (value === undefined ? "<NULL>" : strText(value));

function encodeText(self: PyBaseException, prefix: string, verb: string): string {
  if (self.fields?.object === undefined) return "";
  const points = codePointsOf(self.fields.object);
  const [start, end] = rangeOf(self);
  const reason = shown(self.fields.reason);
  if (start >= 0 && start < points.length && end === start + 1) {
    return `${prefix}can't ${verb} character '${escapeCodePoint(points[start])}' in position ${start}: ${reason}`;
  }
  return `${prefix}can't ${verb} characters in position ${start}-${end - 1}: ${reason}`;
}

function codecPrefix(self: PyBaseException): string {
  return `'${shown(self.fields?.encoding)}' codec `;
}

function decodeText(self: PyBaseException): string {
  const object = self.fields?.object;
  if (!(object instanceof PyBytes || object instanceof PyByteArray)) return "";
  const { bytes } = object;
  const [start, end] = rangeOf(self);
  const reason = shown(self.fields?.reason);
  if (start >= 0 && start < bytes.length && end === start + 1) {
    const byte = bytes[start].toString(16).padStart(2, "0");
    return `${codecPrefix(self)}can't decode byte 0x${byte} in position ${start}: ${reason}`;
  }
  return `${codecPrefix(self)}can't decode bytes in position ${start}-${end - 1}: ${reason}`;
}

const position = (name: "start" | "end", doc: string) =>
  [
    (self: PyBaseException): Value => self.fields?.[name] ?? 0,
    (self: PyBaseException, value: Value | undefined) => {
      if (value === undefined) throw typeError("can't delete numeric/char attribute");
      self.fields = { ...self.fields, [name]: stateIndex(value) };
    },
    doc,
  ] as const;

const shared = {
  object: fieldRow("object", "exception object"),
  start: position("start", "exception start"),
  end: position("end", "exception end"),
  reason: fieldRow("reason", "exception reason"),
};

const allocate = (cls: PyType): PyObject => new PyBaseException(tuple([]), cls);

completeType<PyBaseException>(EXCEPTIONS.UnicodeEncodeError, {
  doc: "Unicode encoding error.",
  traits: { basetype: true },
  allocate,
  initialize: ["~($self, /, *args)", initializeEncode],
  slots: { __new__: newInstance, __str__: (self) => encodeText(self, codecPrefix(self), "encode") },
  members: { encoding: fieldRow("encoding", "exception encoding"), ...shared },
});

completeType<PyBaseException>(EXCEPTIONS.UnicodeDecodeError, {
  doc: "Unicode decoding error.",
  traits: { basetype: true },
  allocate,
  initialize: ["~($self, /, *args)", initializeDecode],
  slots: { __new__: newInstance, __str__: decodeText },
  members: { encoding: fieldRow("encoding", "exception encoding"), ...shared },
});

completeType<PyBaseException>(EXCEPTIONS.UnicodeTranslateError, {
  doc: "Unicode translation error.",
  traits: { basetype: true },
  allocate,
  initialize: ["~($self, /, *args)", initializeTranslate],
  slots: { __new__: newInstance, __str__: (self) => encodeText(self, "", "translate") },
  members: { encoding: fieldRow("encoding", "exception encoding"), ...shared },
});

/** UnicodeEncodeError from a codec written in TypeScript. */
export function unicodeEncodeError(
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): PyError {
  const exception = new PyBaseException(tuple([]), EXCEPTIONS.UnicodeEncodeError);
  exception.fields = { encoding, object, start, end, reason };
  exception.args = tuple(Object.values(exception.fields));
  return new PyError(exception);
}

/** UnicodeDecodeError from a codec written in TypeScript. */
export function unicodeDecodeError(
  encoding: string,
  object: Value,
  start: number,
  end: number,
  reason: string,
): PyError {
  const exception = new PyBaseException(tuple([]), EXCEPTIONS.UnicodeDecodeError);
  initializeDecode(exception, [encoding, object, start, end, reason]);
  return new PyError(exception);
}
