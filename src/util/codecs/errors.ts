/**
 * What every codec shares: the result types, the error callback, and CPython's built-in error handlers.
 *
 * Follows Python/codecs.c. A codec that meets something it cannot convert calls a handler with the position, and goes
 * on where the handler says. Trap: a handler may resume before the error (an endless loop is the handler's own fault)
 * and with a negative position, which counts from the end.
 */
import { Problem } from "../problem.ts";
import { nameOf } from "../unicode/names.ts";

/** Decoded text: a string if it needs no surrogate code unit, else its code points. */
export type DecodedText = string | Uint32Array;

/** Text to encode: a string without surrogate code units, or code points. */
export type TextToEncode = string | ArrayLike<number>;

export interface Decoded {
  text: DecodedText;
  /** How many bytes were used: all of them when `final`, else up to an incomplete end. */
  consumed: number;
}

export interface DecodeError {
  encoding: string;
  bytes: Uint8Array;
  start: number;
  end: number;
  reason: string;
}

export interface EncodeError {
  encoding: string;
  text: TextToEncode;
  start: number;
  end: number;
  reason: string;
}

export interface DecodeReplacement {
  text: TextToEncode;
  resume: number;
  /** A handler may exchange the input itself. */
  bytes?: Uint8Array;
}

export interface EncodeReplacement {
  /** Text is encoded in its turn, bytes go out as they are. */
  replacement: TextToEncode | Uint8Array;
  resume: number;
}

export type DecodeHandler = (error: DecodeError) => DecodeReplacement;
export type EncodeHandler = (error: EncodeError) => EncodeReplacement;

/** Stands for UnicodeDecodeError. */
export class DecodeFailure extends Error {
  constructor(readonly error: DecodeError) {
    super(error.reason);
  }
}

/** Stands for UnicodeEncodeError. */
export class EncodeFailure extends Error {
  constructor(readonly error: EncodeError) {
    super(error.reason);
  }
}

export function codePointAt(text: TextToEncode, index: number): number {
  return typeof text === "string" ? text.charCodeAt(index) : (text[index] as number);
}

/** Where to go on, from what a handler said. */
export function resumePosition(resume: number, length: number): number {
  const position = resume < 0 ? resume + length : resume;
  if (position < 0 || position > length) {
    throw new Problem("IndexError", `position ${position} from error handler out of bounds`);
  }
  return position;
}

/** Collects decoded code points. */
export class TextWriter {
  private points = new Uint32Array(64);
  private length = 0;
  private wide = false;

  constructor(expected: number) {
    this.points = new Uint32Array(Math.max(16, expected));
  }

  add(codePoint: number): void {
    if (this.length === this.points.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.points);
      this.points = larger;
    }
    this.points[this.length++] = codePoint;
    if (codePoint > 0xffff || (codePoint & 0xf800) === 0xd800) this.wide = true;
  }

  addText(text: TextToEncode): void {
    for (let index = 0; index < text.length; index++) this.add(codePointAt(text, index));
  }

  finish(): DecodedText {
    if (this.wide) return this.points.slice(0, this.length);
    return unitsToString(this.points.subarray(0, this.length));
  }
}

/** A string of code units, made in pieces that fit an argument list. */
export function unitsToString(units: Uint8Array | Uint32Array): string {
  if (units.length < 0x2000) return String.fromCharCode.apply(null, units as unknown as number[]);
  const parts: string[] = [];
  for (let index = 0; index < units.length; index += 0x2000) {
    parts.push(String.fromCharCode.apply(null, units.subarray(index, index + 0x2000) as unknown as number[]));
  }
  return parts.join("");
}

/** Collects encoded bytes. */
export class ByteWriter {
  private bytes: Uint8Array;
  private length = 0;

  constructor(expected: number) {
    this.bytes = new Uint8Array(Math.max(16, expected));
  }

  add(byte: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = byte;
  }

  addAll(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  addAscii(text: string): void {
    for (let index = 0; index < text.length; index++) this.add(text.charCodeAt(index));
  }

  private grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

export const strictDecode: DecodeHandler = (error) => {
  throw new DecodeFailure(error);
};

export const strictEncode: EncodeHandler = (error) => {
  throw new EncodeFailure(error);
};

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, "0");
}

/** "\\xhh", "\\uhhhh" or "\\Uhhhhhhhh". */
export function backslashEscape(codePoint: number): string {
  if (codePoint < 0x100) return `\\x${hex(codePoint, 2)}`;
  return codePoint < 0x10000 ? `\\u${hex(codePoint, 4)}` : `\\U${hex(codePoint, 8)}`;
}

function eachCodePoint(error: EncodeError, show: (codePoint: number) => string): EncodeReplacement {
  let text = "";
  for (let index = error.start; index < error.end; index++) text += show(codePointAt(error.text, index));
  return { replacement: text, resume: error.end };
}

function escapeBytes(error: DecodeError): DecodeReplacement {
  let text = "";
  for (let index = error.start; index < error.end; index++) text += `\\x${hex(error.bytes[index] as number, 2)}`;
  return { text, resume: error.end };
}

function surrogateEscapeDecode(error: DecodeError): DecodeReplacement {
  const points: number[] = [];
  for (let index = error.start; index < error.end && points.length < 4; index++) {
    const byte = error.bytes[index] as number;
    if (byte < 128) break;
    points.push(0xdc00 + byte);
  }
  if (points.length === 0) throw new DecodeFailure(error);
  return { text: points, resume: error.start + points.length };
}

function surrogateEscapeEncode(error: EncodeError): EncodeReplacement {
  const bytes = new Uint8Array(error.end - error.start);
  for (let index = error.start; index < error.end; index++) {
    const codePoint = codePointAt(error.text, index);
    if (codePoint < 0xdc80 || codePoint > 0xdcff) throw new EncodeFailure({ ...error, start: index });
    bytes[index - error.start] = codePoint - 0xdc00;
  }
  return { replacement: bytes, resume: error.end };
}

type UnitFormat = "utf-8" | "utf-16-le" | "utf-16-be" | "utf-32-le" | "utf-32-be";

/** Which of the UTF encodings a codec name means, for surrogatepass. */
function unitFormat(encoding: string): UnitFormat | undefined {
  const match = /^utf[-_]?(8|16|32)(?:[-_]?(le|be))?$/i.exec(encoding);
  if (match === null) return encoding.toLowerCase() === "cp_utf8" ? "utf-8" : undefined;
  if (match[1] === "8") return match[2] === undefined ? "utf-8" : undefined;
  return `utf-${match[1]}-${(match[2] ?? "le").toLowerCase()}` as UnitFormat;
}

function surrogateBytes(format: UnitFormat, codePoint: number): number[] {
  const high = codePoint >> 8;
  const low = codePoint & 255;
  switch (format) {
    case "utf-8":
      return [0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 63), 0x80 | (codePoint & 63)];
    case "utf-16-le":
      return [low, high];
    case "utf-16-be":
      return [high, low];
    case "utf-32-le":
      return [low, high, 0, 0];
    case "utf-32-be":
      return [0, 0, high, low];
  }
}

function surrogatePassEncode(error: EncodeError): EncodeReplacement {
  const format = unitFormat(error.encoding);
  const bytes: number[] = [];
  for (let index = error.start; index < error.end; index++) {
    const codePoint = codePointAt(error.text, index);
    if (format === undefined || (codePoint & 0xfffff800) !== 0xd800) throw new EncodeFailure(error);
    bytes.push(...surrogateBytes(format, codePoint));
  }
  return { replacement: Uint8Array.from(bytes), resume: error.end };
}

function surrogatePassDecode(error: DecodeError): DecodeReplacement {
  const format = unitFormat(error.encoding);
  if (format !== undefined) {
    const width = format === "utf-8" ? 3 : format.startsWith("utf-16") ? 2 : 4;
    const unit = Array.from(error.bytes.subarray(error.start, error.start + width));
    const codePoint = unit.length === width ? readUnit(format, unit) : 0;
    if ((codePoint & 0xfffff800) === 0xd800) return { text: [codePoint], resume: error.start + width };
  }
  throw new DecodeFailure(error);
}

function readUnit(format: UnitFormat, unit: number[]): number {
  if (format === "utf-8") {
    const [first, second, third] = unit as [number, number, number];
    if ((first & 0xf0) !== 0xe0 || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return 0;
    return ((first & 15) << 12) | ((second & 63) << 6) | (third & 63);
  }
  const ordered = format.endsWith("le") ? unit.reverse() : unit;
  return ordered.reduce((value, byte) => value * 256 + byte, 0);
}

const DECODE_HANDLERS: ReadonlyMap<string, DecodeHandler> = new Map([
  ["strict", strictDecode],
  ["ignore", (error: DecodeError) => ({ text: "", resume: error.end })],
  ["replace", (error: DecodeError) => ({ text: "\ufffd", resume: error.end })],
  ["backslashreplace", escapeBytes],
  ["surrogateescape", surrogateEscapeDecode],
  ["surrogatepass", surrogatePassDecode],
]);

const ENCODE_HANDLERS: ReadonlyMap<string, EncodeHandler> = new Map([
  ["strict", strictEncode],
  ["ignore", (error: EncodeError) => ({ replacement: "", resume: error.end })],
  ["replace", (error: EncodeError) => eachCodePoint(error, () => "?")],
  ["backslashreplace", (error: EncodeError) => eachCodePoint(error, backslashEscape)],
  ["xmlcharrefreplace", (error: EncodeError) => eachCodePoint(error, (codePoint) => `&#${codePoint};`)],
  ["namereplace", (error: EncodeError) => eachCodePoint(error, nameEscape)],
  ["surrogateescape", surrogateEscapeEncode],
  ["surrogatepass", surrogatePassEncode],
]);

function nameEscape(codePoint: number): string {
  const name = nameOf(codePoint);
  return name === undefined ? backslashEscape(codePoint) : `\\N{${name}}`;
}

/** CPython's own handler of that name for decoding; xmlcharrefreplace and namereplace have none. */
export function builtinDecodeHandler(name: string): DecodeHandler | undefined {
  return DECODE_HANDLERS.get(name);
}

export function builtinEncodeHandler(name: string): EncodeHandler | undefined {
  return ENCODE_HANDLERS.get(name);
}

/** Calls a handler for a run of unencodable code points and writes what it gave through `encodeOne`. */
export function replaceUnencodable(
  writer: ByteWriter,
  error: EncodeError,
  handler: EncodeHandler,
  encodeOne: (writer: ByteWriter, codePoint: number) => boolean,
): number {
  const { replacement, resume } = handler(error);
  const position = resumePosition(resume, error.text.length);
  if (replacement instanceof Uint8Array) {
    writer.addAll(replacement);
    return position;
  }
  for (let index = 0; index < replacement.length; index++) {
    if (!encodeOne(writer, codePointAt(replacement, index))) throw new EncodeFailure(error);
  }
  return position;
}
