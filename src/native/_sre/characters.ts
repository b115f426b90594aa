/**
 * Character classes and sets of compiled patterns (CPython Modules/_sre/sre.c, sre_lib.h: charset).
 *
 * A set is a list of tests in order: the first that holds decides. The first 256 characters are answered by a table
 * made once; the rest goes through the tests. Trap: the C locale of UTF-8 systems knows no letters in single bytes
 * beyond ASCII, so the LOCALE variants are those of ASCII.
 */
import { toLowerSimple, toUpperFull } from "../../util/unicode/case.ts";
import { isAlnum, isDecimal, isLineBreak, isSpace } from "../../util/unicode/properties.ts";

/** How a character is changed before it is looked up. */
export type Fold = "none" | "ascii" | "locale" | "unicode";

export function lowerAscii(c: number): number {
  return c >= 65 && c <= 90 ? c + 32 : c;
}

export function upperAscii(c: number): number {
  return c >= 97 && c <= 122 ? c - 32 : c;
}

export const lowerUnicode = toLowerSimple;

/** The first character of the full mapping, as Py_UNICODE_TOUPPER gives it. */
export function upperUnicode(c: number): number {
  const full = toUpperFull(c);
  return typeof full === "number" ? full : full[0];
}

const isAsciiDigit = (c: number): boolean => c >= 48 && c <= 57;
const isAsciiSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);

export function isAsciiWord(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
}

export function isUnicodeWord(c: number): boolean {
  return c < 128 ? isAsciiWord(c) : isAlnum(c);
}

const isNewline = (c: number): boolean => c === 10;

const not =
  (test: (c: number) => boolean) =>
  (c: number): boolean =>
    !test(c);

/** By the number of the category. */
export const CATEGORIES: readonly ((c: number) => boolean)[] = [
  isAsciiDigit,
  not(isAsciiDigit),
  isAsciiSpace,
  not(isAsciiSpace),
  isAsciiWord,
  not(isAsciiWord),
  isNewline,
  not(isNewline),
  isAsciiWord,
  not(isAsciiWord),
  isDecimal,
  not(isDecimal),
  isSpace,
  not(isSpace),
  isUnicodeWord,
  not(isUnicodeWord),
  isLineBreak,
  not(isLineBreak),
];

/** One test of a set; undefined is NEGATE, which turns the answer of those that follow. */
export type SetTest = ((c: number) => boolean) | undefined;

export class CharacterSet {
  /** For each of the first 256 characters 1 if it is a member. */
  readonly low = new Uint8Array(256);

  constructor(
    private readonly tests: readonly SetTest[],
    private readonly fold: Fold,
  ) {
    for (let c = 0; c < 256; c++) this.low[c] = this.high(c) ? 1 : 0;
  }

  has(c: number): boolean {
    return c < 256 ? this.low[c] === 1 : this.high(c);
  }

  /** Membership by the tests, for any character. */
  high(c: number): boolean {
    switch (this.fold) {
      case "none":
        return this.decide(c);
      case "ascii":
        return this.decide(lowerAscii(c));
      case "unicode":
        return this.decide(lowerUnicode(c));
      case "locale":
        return this.decide(lowerAscii(c)) || this.decide(upperAscii(c));
    }
  }

  private decide(c: number): boolean {
    let answer = true;
    for (const test of this.tests) {
      if (test === undefined) answer = !answer;
      else if (test(c)) return answer;
    }
    return !answer;
  }
}

/** Does `c` match the literal of a case-insensitive pattern? */
export function literalTest(literal: number, fold: Fold): SetTest[] {
  if (fold !== "locale") return [(c) => c === literal];
  return [(c) => c === literal || lowerAscii(c) === literal || upperAscii(c) === literal];
}
