/**
 * What a code point is: category, digit values, the classes behind str.isalpha() and its kin, identifiers, widths.
 *
 * Follows Objects/unicodectype.c and Modules/unicodedata.c with Unicode 15.0.0. ASCII is answered by arithmetic; the
 * tables are decoded when the first other character is asked about. Trap: never the host's own Unicode data, which is
 * of another version, so no regular expression with \p{} and no toUpperCase() outside ASCII.
 */
import { DECIMAL_ZEROS, NUMERIC_VALUES, NUMERICS, OTHER_DIGITS } from "./generated/numeric.ts";
import { RECORDS, RUNS } from "./generated/properties.ts";
import { unpackPairs } from "./packed.ts";
import { PropertyTable } from "./property-table.ts";

const SPACE = 1;
const UPPER = 2;
const LOWER = 4;
const XID_START = 8;
const XID_CONTINUE = 16;
const CASED = 32;
const CASE_IGNORABLE = 64;
const LINE_BREAK = 128;
const DECIMAL = 256;
const DIGIT = 512;
const NUMERIC = 1024;
const PRINTABLE = 2048;
const ALPHA = 4096;
const TITLE = 8192;

let decoded: PropertyTable | undefined;

function tables(): PropertyTable {
  decoded ??= new PropertyTable(RECORDS, RUNS);
  return decoded;
}

function flagsOf(codePoint: number): number {
  const known = tables();
  return known.flags[known.recordOf(codePoint)] as number;
}

export function isAlpha(codePoint: number): boolean {
  if (codePoint < 128) return (codePoint | 32) >= 97 && (codePoint | 32) <= 122;
  return (flagsOf(codePoint) & ALPHA) !== 0;
}

export function isDecimal(codePoint: number): boolean {
  if (codePoint < 128) return codePoint >= 48 && codePoint <= 57;
  return (flagsOf(codePoint) & DECIMAL) !== 0;
}

export function isDigit(codePoint: number): boolean {
  if (codePoint < 128) return codePoint >= 48 && codePoint <= 57;
  return (flagsOf(codePoint) & DIGIT) !== 0;
}

export function isNumeric(codePoint: number): boolean {
  if (codePoint < 128) return codePoint >= 48 && codePoint <= 57;
  return (flagsOf(codePoint) & NUMERIC) !== 0;
}

export function isAlnum(codePoint: number): boolean {
  if (codePoint < 128) return isAlpha(codePoint) || isDecimal(codePoint);
  return (flagsOf(codePoint) & (ALPHA | DECIMAL | DIGIT | NUMERIC)) !== 0;
}

export function isSpace(codePoint: number): boolean {
  if (codePoint < 128)
    return codePoint === 32 || (codePoint >= 9 && codePoint <= 13) || (codePoint >= 28 && codePoint <= 31);
  return (flagsOf(codePoint) & SPACE) !== 0;
}

export function isPrintable(codePoint: number): boolean {
  if (codePoint < 128) return codePoint >= 32 && codePoint < 127;
  return (flagsOf(codePoint) & PRINTABLE) !== 0;
}

export function isUpper(codePoint: number): boolean {
  if (codePoint < 128) return codePoint >= 65 && codePoint <= 90;
  return (flagsOf(codePoint) & UPPER) !== 0;
}

export function isLower(codePoint: number): boolean {
  if (codePoint < 128) return codePoint >= 97 && codePoint <= 122;
  return (flagsOf(codePoint) & LOWER) !== 0;
}

export function isTitle(codePoint: number): boolean {
  return codePoint >= 128 && (flagsOf(codePoint) & TITLE) !== 0;
}

/** May begin an identifier; that includes the underscore. */
export function isXidStart(codePoint: number): boolean {
  if (codePoint < 128) return isAlpha(codePoint) || codePoint === 95;
  return (flagsOf(codePoint) & XID_START) !== 0;
}

export function isXidContinue(codePoint: number): boolean {
  if (codePoint < 128) return isAlpha(codePoint) || isDecimal(codePoint) || codePoint === 95;
  return (flagsOf(codePoint) & XID_CONTINUE) !== 0;
}

/** Cased in the sense of the final sigma rule: upper, lower or title case and not case-ignorable. */
export function isCased(codePoint: number): boolean {
  if (codePoint < 128) return isAlpha(codePoint);
  return (flagsOf(codePoint) & CASED) !== 0;
}

export function isCaseIgnorable(codePoint: number): boolean {
  return (flagsOf(codePoint) & CASE_IGNORABLE) !== 0;
}

/** A boundary for str.splitlines(). */
export function isLineBreak(codePoint: number): boolean {
  if (codePoint < 128) return (codePoint >= 10 && codePoint <= 13) || (codePoint >= 28 && codePoint <= 30);
  return (flagsOf(codePoint) & LINE_BREAK) !== 0;
}

/** unicodedata.category(), for example "Lu". */
export function categoryOf(codePoint: number): string {
  return tables().categoryOf(codePoint);
}

export function bidirectionalOf(codePoint: number): string {
  return tables().bidirectionalOf(codePoint);
}

export function eastAsianWidthOf(codePoint: number): string {
  return tables().eastAsianWidthOf(codePoint);
}

export function isMirrored(codePoint: number): boolean {
  const known = tables();
  return known.mirrored[known.recordOf(codePoint)] === 1;
}

/** The canonical combining class. */
export function combiningClass(codePoint: number): number {
  if (codePoint < 0x300) return 0;
  const known = tables();
  return known.combining[known.recordOf(codePoint)] as number;
}

let decimals: Map<number, number> | undefined;
let otherDigits: Map<number, number> | undefined;
let numerics: Map<number, number> | undefined;
let numericValues: number[] | undefined;

/** The value of a decimal digit, -1 for any other character. */
export function decimalValue(codePoint: number): number {
  if (codePoint < 128) return isDecimal(codePoint) ? codePoint - 48 : -1;
  if (!isDecimal(codePoint)) return -1;
  if (decimals === undefined) {
    decimals = new Map();
    for (const zero of unpackPairs(DECIMAL_ZEROS).keys()) {
      for (let value = 0; value < 10; value++) decimals.set(zero + value, value);
    }
  }
  return decimals.get(codePoint) ?? -1;
}

/** The value of a digit, superscripts and the like included, -1 for any other character. */
export function digitValue(codePoint: number): number {
  const decimal = decimalValue(codePoint);
  if (decimal >= 0 || !isDigit(codePoint)) return decimal;
  otherDigits ??= unpackPairs(OTHER_DIGITS);
  return otherDigits.get(codePoint) ?? -1;
}

/** unicodedata.numeric(): any numeric value, fractions included; undefined for other characters. */
export function numericValue(codePoint: number): number | undefined {
  if (!isNumeric(codePoint)) return undefined;
  numerics ??= unpackPairs(NUMERICS);
  numericValues ??= NUMERIC_VALUES.split(" ").map(Number);
  return numericValues[numerics.get(codePoint) as number];
}
