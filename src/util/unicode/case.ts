/**
 * Case mappings of characters and of whole texts: upper, lower, title, casefold, swapcase, capitalize.
 *
 * Follows Objects/unicodeobject.c and Objects/unicodectype.c: the full mappings, which may turn one character into
 * three. Trap: lower() of a capital sigma depends on its neighbours (the final sigma rule), in title() and swapcase()
 * too.
 */
import { FOLD, LOWER, SIMPLE_LOWER, TITLE, UPPER } from "./generated/cases.ts";
import { unpackNumbers, unpackPairs } from "./packed.ts";
import { isCased, isCaseIgnorable, isLower, isTitle, isUpper } from "./properties.ts";

const CAPITAL_SIGMA = 0x3a3;
const SMALL_SIGMA = 0x3c3;
const FINAL_SIGMA = 0x3c2;

type Mapping = Map<number, number | readonly number[]>;

function decodeMappings(text: string): Mapping {
  const numbers = unpackNumbers(text);
  const mapping: Mapping = new Map();
  let codePoint = 0;
  for (let index = 0; index < numbers.length; ) {
    codePoint += numbers[index++] as number;
    const length = numbers[index++] as number;
    const zigzag = numbers[index++] as number;
    const first = codePoint + (zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2);
    mapping.set(codePoint, length === 1 ? first : [first, ...numbers.slice(index, index + length - 1)]);
    index += length - 1;
  }
  return mapping;
}

let upper: Mapping | undefined;
let lower: Mapping | undefined;
let title: Mapping | undefined;
let fold: Mapping | undefined;
let simpleLower: Map<number, number> | undefined;

/** One code point, or the list of those that replace it. */
export type CaseResult = number | readonly number[];

export function toUpperFull(codePoint: number): CaseResult {
  if (codePoint < 128) return codePoint >= 97 && codePoint <= 122 ? codePoint - 32 : codePoint;
  upper ??= decodeMappings(UPPER);
  return upper.get(codePoint) ?? codePoint;
}

/** Without regard to the neighbours: a capital sigma becomes the ordinary small one. */
export function toLowerFull(codePoint: number): CaseResult {
  if (codePoint < 128) return codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint;
  lower ??= decodeMappings(LOWER);
  return lower.get(codePoint) ?? codePoint;
}

export function toTitleFull(codePoint: number): CaseResult {
  if (codePoint < 128) return codePoint >= 97 && codePoint <= 122 ? codePoint - 32 : codePoint;
  title ??= decodeMappings(TITLE);
  return title.get(codePoint) ?? codePoint;
}

export function toFoldFull(codePoint: number): CaseResult {
  if (codePoint < 128) return codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint;
  fold ??= decodeMappings(FOLD);
  return fold.get(codePoint) ?? codePoint;
}

/** The mapping to exactly one character that `re` uses. */
export function toLowerSimple(codePoint: number): number {
  if (codePoint >= 128) {
    simpleLower ??= unpackPairs(SIMPLE_LOWER);
    const exception = simpleLower.get(codePoint);
    if (exception !== undefined) return exception;
  }
  const full = toLowerFull(codePoint);
  return typeof full === "number" ? full : (full[0] as number);
}

type CodePoints = ArrayLike<number>;

function append(out: number[], result: CaseResult): void {
  if (typeof result === "number") out.push(result);
  else out.push(...result);
}

function appendLower(out: number[], text: CodePoints, index: number): void {
  const codePoint = text[index] as number;
  if (codePoint === CAPITAL_SIGMA) out.push(isFinalSigma(text, index) ? FINAL_SIGMA : SMALL_SIGMA);
  else append(out, toLowerFull(codePoint));
}

/** A cased character before it and none after, case-ignorable ones not counted. */
function isFinalSigma(text: CodePoints, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && isCaseIgnorable(text[before] as number)) before--;
  if (before < 0 || !isCased(text[before] as number)) return false;
  let after = index + 1;
  while (after < text.length && isCaseIgnorable(text[after] as number)) after++;
  return after === text.length || !isCased(text[after] as number);
}

export function upperText(text: CodePoints): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) append(out, toUpperFull(text[index] as number));
  return out;
}

export function lowerText(text: CodePoints): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) appendLower(out, text, index);
  return out;
}

export function casefoldText(text: CodePoints): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) append(out, toFoldFull(text[index] as number));
  return out;
}

export function capitalizeText(text: CodePoints): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (index === 0) append(out, toTitleFull(text[0] as number));
    else appendLower(out, text, index);
  }
  return out;
}

export function swapcaseText(text: CodePoints): number[] {
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index] as number;
    if (isUpper(codePoint)) appendLower(out, text, index);
    else append(out, isLower(codePoint) ? toUpperFull(codePoint) : codePoint);
  }
  return out;
}

export function titleText(text: CodePoints): number[] {
  const out: number[] = [];
  let previousCased = false;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index] as number;
    if (previousCased) appendLower(out, text, index);
    else append(out, toTitleFull(codePoint));
    previousCased = isLower(codePoint) || isUpper(codePoint) || isTitle(codePoint);
  }
  return out;
}
