/**
 * Normalisation forms NFC, NFD, NFKC and NFKD on code points, and unicodedata.decomposition().
 *
 * The algorithm of Unicode Standard Annex 15 on Unicode 15.0.0 tables. Trap: Hangul syllables are in no table, they
 * compose and decompose by arithmetic; and CPython normalises identifiers to NFKC before it compares them.
 */
import { DECOMPOSITIONS, EXCLUDED, TAGS } from "./generated/decompositions.ts";
import { unpackNumbers, unpackPairs } from "./packed.ts";
import { combiningClass } from "./properties.ts";

export type NormalForm = "NFC" | "NFD" | "NFKC" | "NFKD";

type CodePoints = ArrayLike<number>;

const SYLLABLE_FIRST = 0xac00;
const SYLLABLE_COUNT = 11172;
const LEADING_FIRST = 0x1100;
const VOWEL_FIRST = 0x1161;
const TRAILING_BASE = 0x11a7;
const LEADING_COUNT = 19;
const VOWEL_COUNT = 21;
const TRAILING_COUNT = 28;

export interface Decomposition {
  /** Empty for a canonical one, else for example "<compat>". */
  tag: string;
  parts: readonly number[];
}

interface Tables {
  decompositions: Map<number, Decomposition>;
  /** first * 0x110000 + second -> composed character. */
  compositions: Map<number, number>;
  /** Second halves of a composition: they may join what stands before them. */
  joiners: Set<number>;
}

let decoded: Tables | undefined;

function tables(): Tables {
  decoded ??= decode();
  return decoded;
}

function decode(): Tables {
  const numbers = unpackNumbers(DECOMPOSITIONS);
  const tags = TAGS.split(" ");
  const excluded = unpackPairs(EXCLUDED);
  const known: Tables = { decompositions: new Map(), compositions: new Map(), joiners: new Set() };
  let codePoint = 0;
  for (let index = 0; index < numbers.length; ) {
    codePoint += numbers[index++] as number;
    const tag = tags[numbers[index++] as number] as string;
    const length = numbers[index++] as number;
    const parts = numbers.slice(index, index + length);
    index += length;
    known.decompositions.set(codePoint, { tag, parts });
    if (tag === "" && length === 2 && !excluded.has(codePoint)) {
      known.compositions.set((parts[0] as number) * 0x110000 + (parts[1] as number), codePoint);
      known.joiners.add(parts[1] as number);
    }
  }
  return known;
}

/** unicodedata.decomposition(): "" or for example "<compat> 0020 0308". */
export function decompositionText(codePoint: number): string {
  return showDecomposition(tables().decompositions.get(codePoint));
}

export function showDecomposition(found: Decomposition | undefined): string {
  if (found === undefined) return "";
  const parts = found.parts.map((part) => part.toString(16).toUpperCase().padStart(4, "0"));
  return (found.tag === "" ? parts : [found.tag, ...parts]).join(" ");
}

function isSyllable(codePoint: number): boolean {
  return codePoint >= SYLLABLE_FIRST && codePoint < SYLLABLE_FIRST + SYLLABLE_COUNT;
}

/** The table entry of a character that decomposes; an older edition has other entries. */
export type DecompositionSource = (codePoint: number) => Decomposition | undefined;

export function currentDecomposition(codePoint: number): Decomposition | undefined {
  return tables().decompositions.get(codePoint);
}

function appendDecomposed(out: number[], codePoint: number, compatible: boolean, source: DecompositionSource): void {
  if (codePoint < 0xa0) {
    out.push(codePoint);
    return;
  }
  if (isSyllable(codePoint)) {
    const index = codePoint - SYLLABLE_FIRST;
    const block = VOWEL_COUNT * TRAILING_COUNT;
    out.push(LEADING_FIRST + Math.floor(index / block), VOWEL_FIRST + Math.floor((index % block) / TRAILING_COUNT));
    if (index % TRAILING_COUNT !== 0) out.push(TRAILING_BASE + (index % TRAILING_COUNT));
    return;
  }
  const found = source(codePoint);
  if (found === undefined || (found.tag !== "" && !compatible)) out.push(codePoint);
  else for (const part of found.parts) appendDecomposed(out, part, compatible, source);
}

/** Marks between two starters go by rising combining class, equal ones keep their order. */
function sortMarks(text: number[]): void {
  for (let index = 0; index < text.length; ) {
    if (combiningClass(text[index] as number) === 0) {
      index++;
      continue;
    }
    const start = index;
    let sorted = true;
    let previous = 0;
    while (index < text.length) {
      const own = combiningClass(text[index] as number);
      if (own === 0) break;
      if (own < previous) sorted = false;
      previous = own;
      index++;
    }
    if (sorted) continue;
    const marks = text.slice(start, index).sort((a, b) => combiningClass(a) - combiningClass(b));
    for (let offset = 0; offset < marks.length; offset++) text[start + offset] = marks[offset] as number;
  }
}

function composePair(first: number, second: number): number | undefined {
  if (first >= LEADING_FIRST && first < LEADING_FIRST + LEADING_COUNT) {
    const vowel = second - VOWEL_FIRST;
    if (vowel < 0 || vowel >= VOWEL_COUNT) return undefined;
    return SYLLABLE_FIRST + ((first - LEADING_FIRST) * VOWEL_COUNT + vowel) * TRAILING_COUNT;
  }
  if (isSyllable(first) && (first - SYLLABLE_FIRST) % TRAILING_COUNT === 0) {
    const trailing = second - TRAILING_BASE;
    if (trailing > 0 && trailing < TRAILING_COUNT) return first + trailing;
  }
  return tables().compositions.get(first * 0x110000 + second);
}

/** Join each mark with the last starter, unless a mark of the same or a higher class stands between. */
function compose(text: number[]): number[] {
  const out: number[] = [];
  let starter = -1;
  let lastClass = 0;
  for (const codePoint of text) {
    const own = combiningClass(codePoint);
    if (starter >= 0 && (lastClass < own || (lastClass === 0 && starter === out.length - 1))) {
      const joined = composePair(out[starter] as number, codePoint);
      if (joined !== undefined) {
        out[starter] = joined;
        continue;
      }
    }
    if (own === 0) starter = out.length;
    lastClass = own;
    out.push(codePoint);
  }
  return out;
}

export function normalize(form: NormalForm, text: CodePoints): number[] {
  return quickCheck(form, text) === "yes" ? Array.from(text) : normalizeWith(form, text, currentDecomposition);
}

/** The same by another edition's decompositions. */
export function normalizeWith(form: NormalForm, text: CodePoints, source: DecompositionSource): number[] {
  const compatible = form === "NFKC" || form === "NFKD";
  const out: number[] = [];
  for (let index = 0; index < text.length; index++) appendDecomposed(out, text[index] as number, compatible, source);
  sortMarks(out);
  return form === "NFC" || form === "NFKC" ? compose(out) : out;
}

export function isNormalized(form: NormalForm, text: CodePoints): boolean {
  const quick = quickCheck(form, text);
  if (quick !== "maybe") return quick === "yes";
  const normal = normalize(form, text);
  return normal.length === text.length && normal.every((codePoint, index) => codePoint === text[index]);
}

/** "yes" and "no" are certain; "maybe" needs the real normalisation. */
export function quickCheck(form: NormalForm, text: CodePoints): "yes" | "no" | "maybe" {
  const composing = form === "NFC" || form === "NFKC";
  const safe = form === "NFC" ? 0x300 : form === "NFKC" ? 0xa0 : form === "NFD" ? 0xc0 : 0xa0;
  let previous = 0;
  let answer: "yes" | "maybe" = "yes";
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index] as number;
    if (codePoint < safe) {
      previous = 0;
      continue;
    }
    const own = combiningClass(codePoint);
    if (own !== 0 && own < previous) return "no";
    previous = own;
    const one = composing ? checkComposed(codePoint, form === "NFKC") : checkDecomposed(codePoint, form === "NFKD");
    if (one === "no") return "no";
    if (one === "maybe") answer = "maybe";
  }
  return answer;
}

function checkDecomposed(codePoint: number, compatible: boolean): "yes" | "no" {
  if (isSyllable(codePoint)) return "no";
  const found = tables().decompositions.get(codePoint);
  return found === undefined || (found.tag !== "" && !compatible) ? "yes" : "no";
}

function checkComposed(codePoint: number, compatible: boolean): "yes" | "no" | "maybe" {
  const known = tables();
  const found = known.decompositions.get(codePoint);
  if (found !== undefined) {
    if (found.tag !== "") {
      if (compatible) return "no";
    } else if (known.compositions.get((found.parts[0] as number) * 0x110000 + (found.parts[1] ?? 0)) !== codePoint) {
      return "no";
    } else if (compatible && found.parts.some((part) => checkComposed(part, true) === "no")) {
      return "no";
    }
  }
  const vowel = codePoint >= VOWEL_FIRST && codePoint < VOWEL_FIRST + VOWEL_COUNT;
  const trailing = codePoint > TRAILING_BASE && codePoint < TRAILING_BASE + TRAILING_COUNT;
  return vowel || trailing || known.joiners.has(codePoint) ? "maybe" : "yes";
}
