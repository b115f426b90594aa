/**
 * What a character is to XML's grammar, one class per UTF-16 unit (expat's xmltok.c).
 *
 * Trap: a surrogate is part of a character that may stand in text but never in a name; bytes that are no character were
 * decoded to U+FFFF, which is invalid everywhere.
 */
import { NAME_ONLY_RANGES, NAME_START_RANGES } from "./name-ranges.ts";

export const NAME_START = 1;
export const NAME = 2;
export const SPACE = 4;
export const INVALID = 8;
/** Set beside NAME_START or NAME for those in ASCII: keywords of declarations hold no others. */
export const ASCII_LETTER = 16;

let classes: Uint8Array | undefined;

function fill(table: Uint8Array, ranges: string, value: number): void {
  for (const range of ranges.split(" ")) {
    const [first, last = first] = range.split("-").map((digits) => Number.parseInt(digits, 16));
    table.fill(value, first, last + 1);
  }
}

function makeClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(INVALID, 0, 0x20);
  table.fill(INVALID, 0xfffe);
  for (const space of [0x20, 0x09, 0x0a, 0x0d]) table[space] = SPACE;
  fill(table, "41-5a 61-7a 5f", NAME_START | NAME | ASCII_LETTER);
  fill(table, "30-39 2d 2e", NAME);
  fill(table, NAME_START_RANGES, NAME_START | NAME);
  fill(table, NAME_ONLY_RANGES, NAME);
  return table;
}

/** The classes of all UTF-16 units. */
export function characterClasses(): Uint8Array {
  classes ??= makeClasses();
  return classes;
}

/** May a public identifier hold the character? */
export function isPublicIdCharacter(unit: number): boolean {
  return /[-\w'()+,./=?;!*#@$%: \r\n]/.test(String.fromCharCode(unit)) && unit < 0x80;
}

/** May a URI hold the character (RFC 3986)? */
export function isUriCharacter(unit: number): boolean {
  return /[\w%\-.~:/?#[\]@!$&'()*+,;=]/.test(String.fromCharCode(unit)) && unit < 0x80;
}
