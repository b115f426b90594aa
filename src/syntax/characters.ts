/**
 * Classes of ASCII characters for the tokenizer, one table look-up each.
 *
 * A character above U+007F counts as part of an identifier here, as in CPython's tokenizer; whether it really is
 * one is checked when the whole identifier has been read.
 */

const IDENTIFIER_START = 1;
const IDENTIFIER = 2;
const DIGIT = 4;
const HEXADECIMAL = 8;

const classes = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const character = String.fromCharCode(c);
  if (/[A-Za-z_]/.test(character)) classes[c] = IDENTIFIER_START | IDENTIFIER;
  if (/[0-9]/.test(character)) classes[c] = IDENTIFIER | DIGIT;
  if (/[0-9A-Fa-f]/.test(character)) classes[c] = (classes[c] as number) | HEXADECIMAL;
}

export function startsIdentifier(c: number): boolean {
  return c >= 128 || (c >= 0 && ((classes[c] as number) & IDENTIFIER_START) !== 0);
}

export function continuesIdentifier(c: number): boolean {
  return c >= 128 || (c >= 0 && ((classes[c] as number) & IDENTIFIER) !== 0);
}

export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

export function isHexadecimal(c: number): boolean {
  return c >= 0 && c < 128 && ((classes[c] as number) & HEXADECIMAL) !== 0;
}
