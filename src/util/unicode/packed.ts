/**
 * Lists of small non-negative integers as ASCII text, the form of every generated Unicode table.
 *
 * A number is written in one character below 60, and otherwise in base 30 with "more follows" characters.
 * Trap: the alphabet leaves out the quotes, the backslash and the dollar sign, so that a text needs no escapes.
 */

const ALPHABET = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .filter((character) => !'"\\`$'.includes(character))
  .join("");

const FINAL = 60;
const MORE = 30;

export function packNumbers(numbers: readonly number[]): string {
  let text = "";
  for (const number of numbers) {
    let rest = number;
    while (rest >= FINAL) {
      rest -= FINAL;
      text += ALPHABET[FINAL + (rest % MORE)];
      rest = Math.floor(rest / MORE);
    }
    text += ALPHABET[rest];
  }
  return text;
}

const VALUES = new Uint8Array(128);
for (let index = 0; index < ALPHABET.length; index++) VALUES[ALPHABET.charCodeAt(index)] = index;

export function unpackNumbers(text: string): number[] {
  const numbers: number[] = [];
  for (let index = 0; index < text.length; index++) {
    let value = VALUES[text.charCodeAt(index)] as number;
    let number = 0;
    let scale = 1;
    while (value >= FINAL) {
      number += (value - FINAL) * scale + FINAL * scale;
      scale *= MORE;
      value = VALUES[text.charCodeAt(++index)] as number;
    }
    numbers.push(number + value * scale);
  }
  return numbers;
}

/** (code point difference, value) pairs, as the generator writes them. */
export function unpackPairs(text: string): Map<number, number> {
  const numbers = unpackNumbers(text);
  const pairs = new Map<number, number>();
  let codePoint = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    codePoint += numbers[index] as number;
    pairs.set(codePoint, numbers[index + 1] as number);
  }
  return pairs;
}
