/**
 * The first step of int(text), float(text) and complex(text): white space trimmed, decimal digits made ASCII.
 *
 * Follows _PyUnicode_TransformDecimalAndSpaceToASCII. Trap: only white space at the two ends goes; inside it stays,
 * as a space, so that the parser rejects it, and any other non-ASCII character becomes "?".
 */
import { decimalValue, isSpace } from "./properties.ts";

export function toAsciiNumberText(text: string): string {
  let ascii = text;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) >= 128) {
      ascii = transform(text);
      break;
    }
  }
  let start = 0;
  let end = ascii.length;
  while (start < end && isSpace(ascii.charCodeAt(start))) start++;
  while (end > start && isSpace(ascii.charCodeAt(end - 1))) end--;
  return start === 0 && end === ascii.length ? ascii : ascii.slice(start, end);
}

function transform(text: string): string {
  let ascii = "";
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    if (codePoint < 128) ascii += character;
    else if (isSpace(codePoint)) ascii += " ";
    else {
      const digit = decimalValue(codePoint);
      // What has no ASCII form ends the text: nobody looks behind it.
      if (digit < 0) return `${ascii}?`;
      ascii += String(digit);
    }
  }
  return ascii;
}
