/**
 * UTF-7 (RFC 2152).
 *
 * Follows Objects/unicodeobject.c. Trap: a shift sequence that ends well leaves fewer than six bits, all zero; an
 * incremental decoder that stops inside a shift sequence has used nothing of it.
 */
import {
  ByteWriter,
  codePointAt,
  type Decoded,
  type DecodeHandler,
  resumePosition,
  type TextToEncode,
  TextWriter,
} from "./errors.ts";

const ENCODING = "utf7";
const PLUS = 43;
const MINUS = 45;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Int8Array(128).fill(-1);
for (let index = 0; index < 64; index++) VALUES[DIGITS.charCodeAt(index)] = index;

function base64Value(unit: number): number {
  return unit < 128 ? (VALUES[unit] as number) : -1;
}

/** The bits of a shift sequence, and a high surrogate that waits for its other half. */
class ShiftReader {
  bits = 0;
  buffer = 0;
  surrogate = 0;
  readonly points: number[] = [];

  add(value: number): void {
    this.buffer = (this.buffer << 6) | value;
    this.bits += 6;
    if (this.bits < 16) return;
    this.bits -= 16;
    this.unit(this.buffer >>> this.bits);
    this.buffer &= (1 << this.bits) - 1;
  }

  private unit(unit: number): void {
    if (this.surrogate !== 0) {
      const high = this.surrogate;
      this.surrogate = 0;
      if (unit >= 0xdc00 && unit <= 0xdfff) {
        this.points.push(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
        return;
      }
      this.points.push(high);
    }
    if (unit >= 0xd800 && unit <= 0xdbff) this.surrogate = unit;
    else this.points.push(unit);
  }

  /** What is wrong with ending here. */
  complaint(): string | undefined {
    if (this.bits >= 6) return "partial character in shift sequence";
    return this.bits > 0 && this.buffer !== 0 ? "non-zero padding bits in shift sequence" : undefined;
  }
}

/** How far one step got: behind a piece of input, or at an error. */
interface Step {
  end: number;
  reason?: string;
  /** The input ends inside a shift sequence. */
  open?: boolean;
}

function readShift(bytes: Uint8Array, start: number, writer: TextWriter, final: boolean): Step {
  let index = start + 1;
  if (bytes[index] === MINUS) {
    writer.add(PLUS);
    return { end: index + 1 };
  }
  if (index < bytes.length && base64Value(bytes[index] as number) < 0) {
    return { end: index + 1, reason: "ill-formed sequence" };
  }
  const shift = new ShiftReader();
  while (index < bytes.length) {
    const value = base64Value(bytes[index] as number);
    if (value < 0) break;
    shift.add(value);
    index++;
  }
  if (index >= bytes.length && !final) return { end: index, open: true };
  writer.addText(shift.points);
  const complaint = shift.complaint();
  if (index >= bytes.length) {
    const broken = shift.surrogate !== 0 || complaint !== undefined;
    return broken ? { end: index, reason: "unterminated shift sequence" } : { end: index };
  }
  if (complaint !== undefined) return { end: index + 1, reason: complaint };
  if (shift.surrogate !== 0 && isDirect(bytes[index] as number)) writer.add(shift.surrogate);
  return { end: bytes[index] === MINUS ? index + 1 : index };
}

function isDirect(byte: number): boolean {
  return byte < 128 && byte !== PLUS;
}

export function decodeUtf7(input: Uint8Array, handler: DecodeHandler, final = true): Decoded {
  let bytes = input;
  const writer = new TextWriter(bytes.length);
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] as number;
    let step: Step;
    if (byte === PLUS) {
      step = readShift(bytes, index, writer, final);
    } else if (isDirect(byte)) {
      writer.add(byte);
      step = { end: index + 1 };
    } else {
      step = { end: index + 1, reason: "unexpected special character" };
    }
    if (step.open) break;
    if (step.reason === undefined) {
      index = step.end;
      continue;
    }
    const replaced = handler({ encoding: ENCODING, bytes, start: index, end: step.end, reason: step.reason });
    bytes = replaced.bytes ?? bytes;
    writer.addText(replaced.text);
    index = resumePosition(replaced.resume, bytes.length);
  }
  return { text: writer.finish(), consumed: index };
}

/** Written as they are: all printable ASCII but "+", "\\" and "~", and the usual white space. */
function staysPlain(codePoint: number): boolean {
  if (codePoint === 9 || codePoint === 10 || codePoint === 13) return true;
  return codePoint >= 32 && codePoint < 126 && codePoint !== PLUS && codePoint !== 92;
}

export function encodeUtf7(text: TextToEncode): Uint8Array {
  const writer = new ByteWriter(text.length);
  let shifted = false;
  let bits = 0;
  let buffer = 0;
  const writeUnit = (unit: number) => {
    buffer = (buffer << 16) | unit;
    bits += 16;
    while (bits >= 6) {
      bits -= 6;
      writer.add(DIGITS.charCodeAt((buffer >>> bits) & 63));
    }
    buffer &= (1 << bits) - 1;
  };
  const flush = () => {
    if (bits > 0) writer.add(DIGITS.charCodeAt((buffer << (6 - bits)) & 63));
    bits = 0;
    buffer = 0;
    shifted = false;
  };
  for (let index = 0; index < text.length; index++) {
    const codePoint = codePointAt(text, index);
    if (staysPlain(codePoint)) {
      if (shifted) {
        flush();
        if (base64Value(codePoint) >= 0 || codePoint === MINUS) writer.add(MINUS);
      }
      writer.add(codePoint);
      continue;
    }
    if (!shifted) {
      writer.add(PLUS);
      if (codePoint === PLUS) {
        writer.add(MINUS);
        continue;
      }
      shifted = true;
    }
    if (codePoint > 0xffff) {
      writeUnit(0xd800 + ((codePoint - 0x10000) >> 10));
      writeUnit(0xdc00 + ((codePoint - 0x10000) & 0x3ff));
    } else {
      writeUnit(codePoint);
    }
  }
  if (shifted) {
    flush();
    writer.add(MINUS);
  }
  return writer.finish();
}
