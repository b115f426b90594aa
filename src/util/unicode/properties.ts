/**
 * What a code point is: category, digit values, the classes behind str.isalpha() and its kin, identifiers, widths.
 *
 * Follows Objects/unicodectype.c and Modules/unicodedata.c with Unicode 15.0.0. ASCII is answered by arithmetic; the
 * tables are decoded when the first other character is asked about. Trap: never the host's own Unicode data, which is
 * of another version, so no regular expression with \p{} and no toUpperCase() outside ASCII.
 */
import { DECIMAL_ZEROS, NUMERIC_VALUES, NUMERICS, OTHER_DIGITS } from "./generated/numeric.ts";
import { BIDIRECTIONAL_CLASSES, CATEGORIES, EAST_ASIAN_WIDTHS, RECORDS, RUNS } from "./generated/properties.ts";
import { unpackNumbers, unpackPairs } from "./packed.ts";

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

const PAGE_BITS = 7;
const PAGE_SIZE = 1 << PAGE_BITS;
const CODE_POINTS = 0x110000;

interface Tables {
  /** Where the page of a code point begins in `cells`. */
  pages: Uint32Array;
  /** Record numbers. */
  cells: Uint16Array;
  categories: Uint8Array;
  bidirectional: Uint8Array;
  widths: Uint8Array;
  mirrored: Uint8Array;
  combining: Uint8Array;
  flags: Uint16Array;
}

let decoded: Tables | undefined;

function tables(): Tables {
  decoded ??= decode();
  return decoded;
}

function decode(): Tables {
  const records = unpackNumbers(RECORDS);
  const column = (offset: number) => records.filter((_, index) => index % 6 === offset);
  const { pages, cells } = decodePages(unpackNumbers(RUNS));
  return {
    pages,
    cells,
    categories: Uint8Array.from(column(0)),
    bidirectional: Uint8Array.from(column(1)),
    widths: Uint8Array.from(column(2)),
    mirrored: Uint8Array.from(column(3)),
    combining: Uint8Array.from(column(4)),
    flags: Uint16Array.from(column(5)),
  };
}

/** Pages that lie within one run of a record share one page of cells. */
function decodePages(runs: number[]): { pages: Uint32Array; cells: Uint16Array } {
  const pages = new Uint32Array(CODE_POINTS >> PAGE_BITS);
  const cells: number[] = [];
  const uniform = new Map<number, number>();
  let run = 0;
  let end = (runs[0] as number) + 1;
  const recordAt = (codePoint: number) => {
    while (codePoint >= end) {
      run += 2;
      end += (runs[run] as number) + 1;
    }
    return runs[run + 1] as number;
  };
  for (let start = 0; start < CODE_POINTS; start += PAGE_SIZE) {
    const first = recordAt(start);
    const known = end >= start + PAGE_SIZE ? uniform.get(first) : undefined;
    pages[start >> PAGE_BITS] = known ?? cells.length;
    if (known !== undefined) continue;
    if (end >= start + PAGE_SIZE) uniform.set(first, cells.length);
    for (let codePoint = start; codePoint < start + PAGE_SIZE; codePoint++) cells.push(recordAt(codePoint));
  }
  return { pages, cells: Uint16Array.from(cells) };
}

function recordOf(known: Tables, codePoint: number): number {
  return known.cells[(known.pages[codePoint >> PAGE_BITS] as number) + (codePoint & (PAGE_SIZE - 1))] as number;
}

function flagsOf(codePoint: number): number {
  const known = tables();
  return known.flags[recordOf(known, codePoint)] as number;
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

let categoryNames: string[] | undefined;
let bidirectionalNames: string[] | undefined;
let widthNames: string[] | undefined;

/** unicodedata.category(), for example "Lu". */
export function categoryOf(codePoint: number): string {
  const known = tables();
  categoryNames ??= CATEGORIES.split(" ");
  return categoryNames[known.categories[recordOf(known, codePoint)] as number] as string;
}

export function bidirectionalOf(codePoint: number): string {
  const known = tables();
  bidirectionalNames ??= BIDIRECTIONAL_CLASSES.split(" ");
  return bidirectionalNames[known.bidirectional[recordOf(known, codePoint)] as number] as string;
}

export function eastAsianWidthOf(codePoint: number): string {
  const known = tables();
  widthNames ??= EAST_ASIAN_WIDTHS.split(" ");
  return widthNames[known.widths[recordOf(known, codePoint)] as number] as string;
}

export function isMirrored(codePoint: number): boolean {
  const known = tables();
  return known.mirrored[recordOf(known, codePoint)] === 1;
}

/** The canonical combining class. */
export function combiningClass(codePoint: number): number {
  if (codePoint < 0x300) return 0;
  const known = tables();
  return known.combining[recordOf(known, codePoint)] as number;
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
