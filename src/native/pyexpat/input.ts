/**
 * The document as text: bytes come in chunks, are decoded, and positions in the text are told as lines, columns and
 * bytes (expat's xmltok.c, and the buffer of xmlparse.c).
 *
 * Trap: the encoding is only known after the first token, so the bytes are kept as long as their text is, and are decoded
 * again when the XML declaration names another encoding. Bytes that are no character become U+FFFF, which no document may
 * hold.
 */
import { brokenUtf8At } from "../../util/codecs/utf8.ts";
import { fail } from "./errors.ts";
import { Scan } from "./scan.ts";

/** A table of 256 characters, U+FFFF where a byte is none. */
export type SingleByte = Uint16Array;
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | SingleByte;

const BAD = 0xffff;
const NO_BYTES = new Uint8Array(0);

function identity(limit: number): SingleByte {
  return Uint16Array.from({ length: 256 }, (_, byte) => (byte < limit ? byte : BAD));
}

/** The encodings that expat knows itself. "utf-16" without a mark is big-endian. */
export function builtinEncoding(name: string): Encoding | undefined {
  switch (name.toUpperCase()) {
    case "UTF-8":
      return "utf-8";
    case "UTF-16":
    case "UTF-16BE":
      return "utf-16be";
    case "UTF-16LE":
      return "utf-16le";
    case "ISO-8859-1":
      return identity(256);
    case "US-ASCII":
      return identity(128);
  }
  return undefined;
}

const isUtf16 = (encoding: Encoding | undefined): boolean => encoding === "utf-16be" || encoding === "utf-16le";
const bytesPerUnit = (encoding: Encoding): number => (isUtf16(encoding) ? 2 : 1);

export class Input extends Scan {
  /** The bytes of `text`, and those behind it that are no whole character yet. */
  private bytes: Uint8Array = NO_BYTES;
  private decoded = 0;
  encoding: Encoding | undefined = undefined;
  /** What was asked for from outside, which no declaration overrides. */
  forced: Encoding | undefined = undefined;
  /** Where the text begins in the document. */
  private baseByte = 0;
  private line = 1;
  private column = 0;
  /** Up to where line and column are counted. */
  private counted = 0;
  private countedByte = 0;

  constructor(namespaces: boolean) {
    super("", 0, namespaces);
  }

  append(chunk: Uint8Array, final: boolean): void {
    const joined = new Uint8Array(this.bytes.length + chunk.length);
    joined.set(this.bytes);
    joined.set(chunk, this.bytes.length);
    this.bytes = joined;
    this.decode(final);
  }

  private decode(final: boolean): void {
    this.encoding ??= detectEncoding(this.bytes, final, this.forced);
    if (this.encoding === undefined) return;
    const { text, consumed } = decodeBytes(this.encoding, this.bytes.subarray(this.decoded));
    this.singleByte = typeof this.encoding !== "string";
    this.decoded += consumed;
    this.text += text;
    this.end = this.text.length;
    const left = this.bytes.length - this.decoded;
    const halves = bytesPerUnit(this.encoding) === 2;
    this.truncated = final && left > (halves ? 1 : 0);
    this.halved = final && halves && left === 1;
  }

  /** How many bytes have come and were not dropped. */
  get available(): number {
    return this.bytes.length;
  }

  /** Decode what follows `at` again. */
  switchEncoding(encoding: Encoding, at: number, final: boolean): void {
    const current = this.encoding ?? "utf-8";
    const both16 = bytesPerUnit(encoding) === 2 && bytesPerUnit(current) === 2;
    if (bytesPerUnit(encoding) !== bytesPerUnit(current) || (both16 && encoding !== current))
      fail("INCORRECT_ENCODING");
    this.decoded = this.byteOffset(at);
    this.text = this.text.slice(0, at);
    this.encoding = encoding;
    this.decode(final);
  }

  /** Forget the text before `at`; returns by how much places move. */
  drop(at: number): number {
    this.countTo(at);
    const offset = this.byteOffset(at);
    this.bytes = this.bytes.subarray(offset);
    this.decoded -= offset;
    this.baseByte += offset;
    this.text = this.text.slice(at);
    this.end = this.text.length;
    this.counted = 0;
    this.countedByte = 0;
    return at;
  }

  /** The byte of `bytes` where the character at `at` begins. */
  private byteOffset(at: number): number {
    if (at >= this.counted) return this.countedByte + this.byteLength(this.counted, at);
    return this.byteLength(0, at);
  }

  byteLength(from: number, to: number): number {
    if (this.encoding !== "utf-8") return (to - from) * bytesPerUnit(this.encoding ?? "utf-8");
    return utf8Length(this.text, from, to);
  }

  private countTo(at: number): void {
    if (at <= this.counted) return;
    this.countedByte += this.byteLength(this.counted, at);
    const { text } = this;
    let { line, column } = this;
    for (let p = this.counted; p < at; p++) {
      const unit = text.charCodeAt(p);
      if (unit === 0x0a || unit === 0x0d) {
        line++;
        column = 0;
        if (unit === 0x0d && text.charCodeAt(p + 1) === 0x0a) p++;
      } else if (unit < 0xdc00 || unit > 0xdfff) column++;
    }
    this.line = line;
    this.column = column;
    this.counted = at;
  }

  /** Line and column of a place that is not before one told earlier. */
  position(at: number): { line: number; column: number } {
    this.countTo(at);
    return { line: this.line, column: this.column };
  }

  byteIndex(at: number): number {
    return this.baseByte + this.byteOffset(at);
  }

  /** The bytes from `at` to the end of what has come. */
  bytesFrom(at: number): Uint8Array {
    return this.bytes.slice(this.byteOffset(at));
  }
}

export function utf8Length(text: string, from: number, to: number): number {
  let length = to - from;
  for (let p = from; p < to; p++) {
    const unit = text.charCodeAt(p);
    if (unit < 0x80) continue;
    // Each half of a surrogate pair counts two of the four bytes.
    length += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return length;
}

/** By the first bytes; undefined if more are needed. */
function detectEncoding(bytes: Uint8Array, final: boolean, forced: Encoding | undefined): Encoding | undefined {
  if (bytes.length === 0) return undefined;
  const [first, second] = bytes;
  if (bytes.length === 1 && !final && ([0xfe, 0xff, 0xef, 0, 0x3c].includes(first) || isUtf16(forced)))
    return undefined;
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xef && second === 0xbb) {
    if (bytes.length === 2 && !final) return undefined;
    if (bytes[2] === 0xbf) return "utf-8";
  }
  if (bytes.length > 1 && first === 0) return "utf-16be";
  if (bytes.length > 1 && second === 0) return "utf-16le";
  return forced ?? "utf-8";
}

interface Decoding {
  text: string;
  consumed: number;
}

const converter = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const CHUNK = 4096;

/** UTF-16 units, however many, as a string. */
function fromUnits(units: Uint16Array): string {
  let text = "";
  for (let i = 0; i < units.length; i += CHUNK) text += String.fromCharCode(...units.subarray(i, i + CHUNK));
  return text;
}

function decodeBytes(encoding: Encoding, bytes: Uint8Array): Decoding {
  if (encoding === "utf-8") return decodeUtf8(bytes);
  if (encoding === "utf-16be" || encoding === "utf-16le") return decodeUtf16(bytes, encoding === "utf-16le");
  return { text: fromUnits(Uint16Array.from(bytes, (byte) => encoding[byte])), consumed: bytes.length };
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): Decoding {
  const count = bytes.length >> 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, count * 2);
  const units = Uint16Array.from({ length: count }, (_, i) => view.getUint16(i * 2, littleEndian));
  let end = count;
  for (let i = 0; i < count; i++) {
    if ((units[i] & 0xf800) !== 0xd800) continue;
    if (units[i] < 0xdc00 && i + 1 === count) end = i;
    else if (units[i] < 0xdc00 && (units[i + 1] & 0xfc00) === 0xdc00) i++;
    else units[i] = BAD;
  }
  return { text: fromUnits(units.subarray(0, end)), consumed: end * 2 };
}

const sequenceLength = (lead: number): number =>
  lead < 0x80
    ? 1
    : lead >= 0xc0 && lead < 0xe0
      ? 2
      : lead >= 0xe0 && lead < 0xf0
        ? 3
        : lead >= 0xf0 && lead < 0xf5
          ? 4
          : 0;

/** How many bytes hold whole characters: a character that is cut off at the end waits for the rest of it. */
function wholeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back];
    if ((byte & 0xc0) === 0x80) continue;
    return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function decodeUtf8(bytes: Uint8Array): Decoding {
  const whole = wholeUtf8(bytes);
  const part = bytes.subarray(0, whole);
  try {
    return { text: converter.decode(part), consumed: whole };
  } catch {
    return { text: decodeBadUtf8(part), consumed: whole };
  }
}

/** Up to the first bad sequence, which a mark stands for: nothing behind it will be read. */
function decodeBadUtf8(bytes: Uint8Array): string {
  return `${converter.decode(bytes.subarray(0, brokenUtf8At(bytes)))}\uffff`;
}
