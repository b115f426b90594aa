/**
 * Binary data as text: base64, hexadecimal, uuencode and quoted-printable, with binascii's own rules.
 *
 * Follows Modules/binascii.c. Trap: base64 decoding skips foreign characters unless strict, and in both modes only
 * the right number of '=' ends the data.
 */
import { Problem, valueProblem } from "../problem.ts";

/** binascii.Error. */
export class BinasciiProblem extends Problem {
  constructor(message: string) {
    super("ValueError", message);
  }
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64_VALUES = new Int8Array(256).fill(-1);
for (let index = 0; index < 64; index++) BASE64_VALUES[BASE64.charCodeAt(index)] = index;

const PAD = 61;
const NEWLINE = 10;
const SPACE = 32;

export function encodeBase64(bytes: Uint8Array, newline: boolean): Uint8Array {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4 + (newline ? 1 : 0));
  let at = 0;
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const word = ((bytes[index] as number) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    out[at++] = BASE64.charCodeAt(word >>> 18);
    out[at++] = BASE64.charCodeAt((word >>> 12) & 63);
    out[at++] = left > 1 ? BASE64.charCodeAt((word >>> 6) & 63) : PAD;
    out[at++] = left > 2 ? BASE64.charCodeAt(word & 63) : PAD;
  }
  if (newline) out[at] = NEWLINE;
  return out;
}

export function decodeBase64(text: Uint8Array, strict: boolean): Uint8Array {
  const out = new Uint8Array(Math.ceil(text.length / 4) * 3);
  let at = 0;
  let position = 0;
  let digits = 0;
  let left = 0;
  let pads = 0;
  let finished = false;
  if (strict && text[0] === PAD) throw new BinasciiProblem("Leading padding not allowed");
  for (let index = 0; index < text.length && !finished; index++) {
    const unit = text[index] as number;
    if (unit === PAD) {
      pads++;
      if (position >= 2 && position + pads >= 4) {
        if (strict && index + 1 < text.length) throw new BinasciiProblem("Excess data after padding");
        finished = true;
      }
      continue;
    }
    const value = BASE64_VALUES[unit] as number;
    if (value < 0) {
      if (strict) throw new BinasciiProblem("Only base64 data is allowed");
      continue;
    }
    if (strict && pads > 0) throw new BinasciiProblem("Discontinuous padding not allowed");
    pads = 0;
    digits++;
    if (position === 0) {
      position = 1;
      left = value;
    } else {
      const keep = position * 2;
      out[at++] = ((left << keep) | (value >> (6 - keep))) & 255;
      left = value & ((1 << (6 - keep)) - 1);
      position = (position + 1) & 3;
    }
  }
  if (!finished && position !== 0) {
    if (position === 1) {
      throw new BinasciiProblem(
        `Invalid base64-encoded string: number of data characters (${digits}) cannot be 1 more than a multiple of 4`,
      );
    }
    throw new BinasciiProblem("Incorrect padding");
  }
  return out.slice(0, at);
}

const HEX = "0123456789abcdef";

/** bytes.hex(sep, group): a negative group counts from the left. */
export function encodeHex(bytes: Uint8Array, separator = "", group = 1): string {
  let text = "";
  const size = Math.abs(group);
  const offset = group > 0 && size > 0 ? bytes.length % size : 0;
  for (let index = 0; index < bytes.length; index++) {
    if (separator !== "" && size > 0 && index > 0 && (index - offset) % size === 0) text += separator;
    const byte = bytes[index] as number;
    text += (HEX[byte >> 4] as string) + (HEX[byte & 15] as string);
  }
  return text;
}

export function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** binascii.unhexlify. */
export function decodeHex(text: Uint8Array): Uint8Array {
  if (text.length % 2 !== 0) throw new BinasciiProblem("Odd-length string");
  const out = new Uint8Array(text.length / 2);
  for (let index = 0; index < out.length; index++) {
    const high = hexDigit(text[2 * index] as number);
    const low = hexDigit(text[2 * index + 1] as number);
    if (high < 0 || low < 0) throw new BinasciiProblem("Non-hexadecimal digit found");
    out[index] = high * 16 + low;
  }
  return out;
}

/** bytes.fromhex: white space may stand between the pairs. */
export function bytesFromHexText(text: string): Uint8Array {
  const out: number[] = [];
  for (let index = 0; index < text.length; ) {
    const unit = text.charCodeAt(index);
    if (unit === SPACE || (unit >= 9 && unit <= 13)) {
      index++;
      continue;
    }
    const high = hexDigit(unit);
    const low = high < 0 ? -1 : hexDigit(text.charCodeAt(index + 1));
    if (low < 0) {
      throw valueProblem(`non-hexadecimal number found in fromhex() arg at position ${high < 0 ? index : index + 1}`);
    }
    out.push(high * 16 + low);
    index += 2;
  }
  return Uint8Array.from(out);
}

/** One line of uuencoded text, for at most 45 bytes. */
export function encodeUuLine(bytes: Uint8Array, backtick: boolean): Uint8Array {
  if (bytes.length > 45) throw new BinasciiProblem("At most 45 bytes at once");
  const digit = (value: number) => (value === 0 && backtick ? 96 : value + SPACE);
  const out = [digit(bytes.length)];
  for (let index = 0; index < bytes.length; index += 3) {
    const word = ((bytes[index] as number) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    out.push(digit(word >>> 18), digit((word >>> 12) & 63), digit((word >>> 6) & 63), digit(word & 63));
  }
  out.push(NEWLINE);
  return Uint8Array.from(out);
}

export function decodeUuLine(line: Uint8Array): Uint8Array {
  const length = ((line[0] ?? 0) - SPACE) & 63;
  const out = new Uint8Array(length);
  let at = 0;
  let index = 1;
  let bits = 0;
  let word = 0;
  while (at < length) {
    const unit = line[index++] ?? 0;
    let value = 0;
    if (unit !== NEWLINE && unit !== 13 && unit !== 0 && index <= line.length) {
      if (unit < SPACE || unit > SPACE + 64) throw new BinasciiProblem("Illegal char");
      value = (unit - SPACE) & 63;
    } else {
      index--;
      if (index < line.length && unit === 0) throw new BinasciiProblem("Illegal char");
    }
    word = (word << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (word >> bits) & 255;
      word &= (1 << bits) - 1;
    }
  }
  for (; index < line.length; index++) {
    const unit = line[index] as number;
    if (unit !== SPACE && unit !== SPACE + 64 && unit !== NEWLINE && unit !== 13) {
      throw new BinasciiProblem("Trailing garbage");
    }
  }
  return out;
}

/** binascii.a2b_qp. */
export function decodeQuotedPrintable(text: Uint8Array, header: boolean): Uint8Array {
  const out: number[] = [];
  for (let index = 0; index < text.length; ) {
    const unit = text[index] as number;
    if (unit !== PAD) {
      out.push(header && unit === 95 ? SPACE : unit);
      index++;
      continue;
    }
    index++;
    if (index >= text.length) break;
    const next = text[index] as number;
    if (next === NEWLINE || next === 13) {
      // A soft line break: everything up to and including the newline goes.
      while (index < text.length && text[index] !== NEWLINE) index++;
      index++;
    } else if (next === PAD) {
      out.push(PAD);
      index++;
    } else {
      const high = hexDigit(next);
      const low = hexDigit(text[index + 1] ?? 0);
      if (high >= 0 && low >= 0) {
        out.push(high * 16 + low);
        index += 2;
      } else {
        out.push(PAD);
      }
    }
  }
  return Uint8Array.from(out);
}

const LINE_LIMIT = 76;

export interface QuotedPrintableOptions {
  quoteTabs: boolean;
  isText: boolean;
  header: boolean;
}

/** binascii.b2a_qp. */
export function encodeQuotedPrintable(bytes: Uint8Array, options: QuotedPrintableOptions): Uint8Array {
  const crlf = usesCrlf(bytes);
  const out: number[] = [];
  let line = 0;
  const breakLine = () => {
    out.push(PAD, ...(crlf ? [13, NEWLINE] : [NEWLINE]));
    line = 0;
  };
  const quote = (byte: number) => {
    const digits = "0123456789ABCDEF";
    out.push(PAD, digits.charCodeAt(byte >> 4), digits.charCodeAt(byte & 15));
  };
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] as number;
    if (mustQuote(bytes, index, line, options)) {
      if (line + 3 >= LINE_LIMIT) breakLine();
      quote(byte);
      index++;
      line += 3;
      continue;
    }
    const ends = byte === NEWLINE || (byte === 13 && bytes[index + 1] === NEWLINE);
    if (options.isText && ends) {
      const last = out.at(-1);
      if (last === SPACE || last === 9) {
        out.pop();
        quote(last);
      }
      out.push(...(crlf ? [13, NEWLINE] : [NEWLINE]));
      index += byte === 13 ? 2 : 1;
      line = 0;
      continue;
    }
    if (index + 1 !== bytes.length && bytes[index + 1] !== NEWLINE && line + 1 >= LINE_LIMIT) breakLine();
    line++;
    out.push(options.header && byte === SPACE ? 95 : byte);
    index++;
  }
  return Uint8Array.from(out);
}

function usesCrlf(bytes: Uint8Array): boolean {
  const first = bytes.indexOf(NEWLINE);
  return first > 0 && bytes[first - 1] === 13;
}

function mustQuote(bytes: Uint8Array, index: number, line: number, options: QuotedPrintableOptions): boolean {
  const byte = bytes[index] as number;
  const next = bytes[index + 1];
  const last = index + 1 === bytes.length;
  if (byte > 126 || byte === PAD || (options.header && byte === 95)) return true;
  if (byte === 46 && line === 0) return last || next === NEWLINE || next === 13 || next === 0;
  if (!options.isText && (byte === 13 || byte === NEWLINE)) return true;
  if ((byte === 9 || byte === SPACE) && last) return true;
  if (byte < 33 && byte !== 13 && byte !== NEWLINE && byte !== 9 && byte !== SPACE) return true;
  return byte < 33 && byte !== 13 && byte !== NEWLINE && options.quoteTabs;
}
