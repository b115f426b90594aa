/**
 * Names of characters: unicodedata.name() and lookup(), and "\N{...}" in string literals.
 *
 * Unicode 15.0.0. The table is decoded on first use. Trap: names from the table are found in any mixture of cases,
 * but those made by rule (Hangul syllables, CJK ideographs) only in capitals; aliases and named sequences can be
 * looked up and are never given back as a name; "\N{...}" accepts no named sequence.
 */
import { EXTRA_CODE_POINTS, EXTRA_NAMES, IDEOGRAPHS, NAMES, WORDS } from "./generated/names.ts";
import { unpackNumbers } from "./packed.ts";

const LEADING = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TRAILING = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");
const SYLLABLE = "HANGUL SYLLABLE ";
const IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";

interface Tables {
  names: Map<number, readonly number[]>;
  words: string[];
  ideographs: number[];
}

let decoded: Tables | undefined;
let byName: Map<string, number | readonly number[]> | undefined;

function tables(): Tables {
  if (decoded === undefined) {
    const numbers = unpackNumbers(NAMES);
    const names = new Map<number, readonly number[]>();
    let codePoint = 0;
    for (let index = 0; index < numbers.length; ) {
      codePoint += numbers[index] as number;
      const length = numbers[index + 1] as number;
      names.set(codePoint, numbers.slice(index + 2, index + 2 + length));
      index += 2 + length;
    }
    decoded = { names, words: WORDS.split(" "), ideographs: unpackNumbers(IDEOGRAPHS) };
  }
  return decoded;
}

function spell(known: Tables, codePoint: number, words: readonly number[]): string {
  const name = words.map((word) => known.words[word]).join(" ");
  return name.endsWith("*") ? name.slice(0, -1) + codePoint.toString(16).toUpperCase() : name;
}

function isIdeograph(known: Tables, codePoint: number): boolean {
  for (let index = 0; index < known.ideographs.length; index += 2) {
    if (codePoint >= (known.ideographs[index] as number) && codePoint <= (known.ideographs[index + 1] as number))
      return true;
  }
  return false;
}

/** The name of a character, undefined if it has none. */
export function nameOf(codePoint: number): string | undefined {
  if (codePoint >= 0xac00 && codePoint < 0xac00 + 11172) {
    const index = codePoint - 0xac00;
    return SYLLABLE + LEADING[Math.floor(index / 588)] + VOWELS[Math.floor((index % 588) / 28)] + TRAILING[index % 28];
  }
  const known = tables();
  const words = known.names.get(codePoint);
  if (words !== undefined) return spell(known, codePoint, words);
  return isIdeograph(known, codePoint) ? IDEOGRAPH + codePoint.toString(16).toUpperCase() : undefined;
}

export function isIdeographName(name: string): boolean {
  return name.startsWith(IDEOGRAPH);
}

/** The character or the named sequence a name stands for; undefined if there is none. */
export function lookupName(name: string): number | readonly number[] | undefined {
  if (name.startsWith(SYLLABLE)) {
    const syllable = lookupSyllable(name.slice(SYLLABLE.length));
    if (syllable !== undefined) return syllable;
  }
  const ideograph = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/.exec(name);
  if (ideograph !== null) {
    const codePoint = Number.parseInt(ideograph[1] as string, 16);
    return isIdeograph(tables(), codePoint) ? codePoint : undefined;
  }
  byName ??= indexNames();
  return byName.get(name.replace(/[a-z]/g, (letter) => letter.toUpperCase()));
}

/** The same for "\N{...}" in a literal, where a sequence is no answer. */
export function lookupCharacter(name: string): number | undefined {
  const found = lookupName(name);
  return typeof found === "number" ? found : undefined;
}

function indexNames(): Map<string, number | readonly number[]> {
  const known = tables();
  const index = new Map<string, number | readonly number[]>();
  for (const [codePoint, words] of known.names) index.set(spell(known, codePoint, words), codePoint);
  const numbers = unpackNumbers(EXTRA_CODE_POINTS);
  let at = 0;
  for (const name of EXTRA_NAMES.split(";")) {
    const length = numbers[at++] as number;
    const points = numbers.slice(at, at + length);
    at += length;
    index.set(name, length === 1 ? (points[0] as number) : points);
  }
  return index;
}

function longestPrefix(text: string, choices: readonly string[]): number {
  let best = -1;
  for (let index = 0; index < choices.length; index++) {
    const choice = choices[index] as string;
    if (text.startsWith(choice) && (best < 0 || choice.length > (choices[best] as string).length)) best = index;
  }
  return best;
}

function lookupSyllable(text: string): number | undefined {
  const leading = longestPrefix(text, LEADING);
  const afterLeading = text.slice((LEADING[leading] as string).length);
  const vowel = longestPrefix(afterLeading, VOWELS);
  if (vowel < 0) return undefined;
  const trailing = TRAILING.indexOf(afterLeading.slice((VOWELS[vowel] as string).length));
  return trailing < 0 ? undefined : 0xac00 + (leading * 21 + vowel) * 28 + trailing;
}
