/**
 * escape_encode and escape_decode: the escapes of bytes literals (CPython Objects/bytesobject.c).
 */
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { hexDigit } from "../../util/binary/transfer.ts";
import { ByteWriter } from "../../util/codecs/errors.ts";

const BACKSLASH = 92;
const QUOTE = 39;

const SIMPLE: ReadonlyMap<number, number> = new Map(
  Object.entries({ "\\": 92, "'": 39, '"': 34, b: 8, f: 12, t: 9, n: 10, r: 13, v: 11, a: 7 }).map(([letter, byte]) => [
    letter.charCodeAt(0),
    byte,
  ]),
);

export function encodeEscapes(bytes: Uint8Array): Uint8Array {
  const writer = new ByteWriter(bytes.length);
  for (const byte of bytes) {
    if (byte === BACKSLASH || byte === QUOTE) writer.addAscii(`\\${String.fromCharCode(byte)}`);
    else if (byte === 9) writer.addAscii("\\t");
    else if (byte === 10) writer.addAscii("\\n");
    else if (byte === 13) writer.addAscii("\\r");
    else if (byte >= 32 && byte < 127) writer.add(byte);
    else writer.addAscii(`\\x${byte.toString(16).padStart(2, "0")}`);
  }
  return writer.finish();
}

/** `errors` is strict, replace or ignore; anything else is complained of at the first error. */
export function decodeEscapes(bytes: Uint8Array, errors: string): Uint8Array {
  const writer = new ByteWriter(bytes.length);
  let invalid = -1;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at++];
    if (byte !== BACKSLASH) {
      writer.add(byte);
      continue;
    }
    if (at >= bytes.length) throw valueError("Trailing \\ in string");
    const letter = bytes[at++];
    const simple = SIMPLE.get(letter);
    if (simple !== undefined) writer.add(simple);
    else if (letter === 0x78) at = decodeHexEscape(bytes, at, errors, writer);
    else if (letter >= 48 && letter <= 55) {
      const start = at - 1;
      let value = letter - 48;
      while (at < start + 3 && bytes[at] >= 48 && bytes[at] <= 55) value = value * 8 + bytes[at++] - 48;
      if (value > 0o377 && invalid < 0) invalid = start;
      writer.add(value & 255);
    } else if (letter !== 10) {
      if (invalid < 0) invalid = at - 1;
      writer.add(BACKSLASH);
      at--;
    }
  }
  if (invalid >= 0) warnInvalidEscape(bytes, invalid);
  return writer.finish();
}

/** The two digits behind "\\x"; where to go on. */
function decodeHexEscape(bytes: Uint8Array, start: number, errors: string, writer: ByteWriter): number {
  const high = hexDigit(bytes[start] ?? 0);
  const low = hexDigit(bytes[start + 1] ?? 0);
  if (high >= 0 && low >= 0) {
    writer.add(high * 16 + low);
    return start + 2;
  }
  const end = high >= 0 ? start + 1 : start;
  if (errors === "strict") throw valueError(`invalid \\x escape at position ${start - 2}`);
  if (errors === "replace") writer.add(63);
  else if (errors !== "ignore") throw valueError(`decoding error; unknown error handling code: ${errors}`);
  return end;
}

/** The warning for the unknown escape whose letter is at `index`. */
export function warnInvalidEscape(bytes: Uint8Array, index: number): void {
  const octal = bytes[index] >= 0x34 && bytes[index] <= 0x37;
  const shown = String.fromCharCode(...bytes.subarray(index, octal ? index + 3 : index + 1));
  const message = `invalid ${octal ? "octal " : ""}escape sequence '\\${shown}'`;
  hooks.warn(EXCEPTIONS.DeprecationWarning, message, 1);
}
