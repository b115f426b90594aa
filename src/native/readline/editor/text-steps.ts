/** Places in a text that commands go to: the ends of words, lines and clusters. */
import { isAlnum } from "../../../util/unicode/properties.ts";
import { nextPosition, previousPosition } from "./width.ts";

type Test = (character: string) => boolean;

/** As readline has it for Emacs keys: letters and digits. */
export function isWordCharacter(character: string): boolean {
  return isAlnum(character.codePointAt(0) as number);
}

export function isBlank(character: string): boolean {
  return character === " " || character === "\t" || character === "\n";
}

/** From `at` over what fulfils the test, to the right. */
export function skipForward(text: string, at: number, test: Test): number {
  let end = at;
  while (end < text.length && test(characterAt(text, end))) end = nextPosition(text, end);
  return end;
}

/** From `at` over what fulfils the test, to the left. */
export function skipBackward(text: string, at: number, test: Test): number {
  let start = at;
  for (let before = previousPosition(text, start); start > 0; before = previousPosition(text, start)) {
    if (!test(characterAt(text, before))) break;
    start = before;
  }
  return start;
}

const not =
  (test: Test): Test =>
  (character) =>
    !test(character);

export function wordEnd(text: string, at: number): number {
  return skipForward(text, skipForward(text, at, not(isWordCharacter)), isWordCharacter);
}

export function wordStart(text: string, at: number): number {
  return skipBackward(text, skipBackward(text, at, not(isWordCharacter)), isWordCharacter);
}

/** The beginning of what lies between blanks. */
export function blankWordStart(text: string, at: number): number {
  return skipBackward(text, skipBackward(text, at, isBlank), (character) => !isBlank(character));
}

export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) as number);
}
