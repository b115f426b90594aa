/**
 * str methods about the kind of characters: upper, title, isalpha... (CPython Objects/unicodeobject.c). ASCII is done by
 * JavaScript or by arithmetic; anything else by the Unicode 15.0 tables of util/unicode.
 */
import type { Text } from "../../bytecode/constants.ts";
import {
  capitalizeText,
  casefoldText,
  lowerText,
  swapcaseText,
  titleText,
  upperText,
} from "../../util/unicode/case.ts";
import * as characters from "../../util/unicode/properties.ts";
import type { Value } from "../kernel/object.ts";
import { strFromText } from "../kernel/payload.ts";
import { selfText } from "./str-find.ts";
import { codePointAt, codePointsOf, textFromCodePoints, textLength, type Units } from "./text.ts";

const ASCII = /^[\0-\x7f]*$/;

export function isAsciiText(text: Text): boolean {
  return typeof text === "string" && ASCII.test(text);
}

function mapping(change: (text: Units) => number[], ofAscii?: (text: string) => string) {
  return (self: Value): Value => {
    const text = selfText(self);
    if (ofAscii !== undefined && typeof text === "string" && ASCII.test(text)) return ofAscii(text);
    return strFromText(textFromCodePoints(change(codePointsOf(text))));
  };
}

export const upper = mapping(upperText, (text) => text.toUpperCase());
export const lower = mapping(lowerText, (text) => text.toLowerCase());
export const casefold = mapping(casefoldText, (text) => text.toLowerCase());
export const capitalize = mapping(capitalizeText, (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase());
export const swapcase = mapping(swapcaseText);
export const title = mapping(titleText);

function all(test: (codePoint: number) => boolean, ofEmpty = false) {
  return (self: Value): boolean => {
    const text = selfText(self);
    const length = textLength(text);
    if (length === 0) return ofEmpty;
    for (let i = 0; i < length; i++) if (!test(codePointAt(text, i))) return false;
    return true;
  };
}

export const isalpha = all(characters.isAlpha);
export const isalnum = all(characters.isAlnum);
export const isdecimal = all(characters.isDecimal);
export const isdigit = all(characters.isDigit);
export const isnumeric = all(characters.isNumeric);
export const isspace = all(characters.isSpace);
export const isprintable = all(characters.isPrintable, true);
export const isascii = (self: Value): boolean => isAsciiText(selfText(self));

/** Some character passes `wanted`, and none is `unwanted`. */
function cased(wanted: (codePoint: number) => boolean, unwanted: (codePoint: number) => boolean) {
  return (self: Value): boolean => {
    const text = selfText(self);
    let found = false;
    for (let i = 0; i < textLength(text); i++) {
      const codePoint = codePointAt(text, i);
      if (unwanted(codePoint) || characters.isTitle(codePoint)) return false;
      found ||= wanted(codePoint);
    }
    return found;
  };
}

export const islower = cased(characters.isLower, characters.isUpper);
export const isupper = cased(characters.isUpper, characters.isLower);

export function istitle(self: Value): boolean {
  const text = selfText(self);
  let found = false;
  let previousCased = false;
  for (let i = 0; i < textLength(text); i++) {
    const codePoint = codePointAt(text, i);
    const starts = characters.isUpper(codePoint) || characters.isTitle(codePoint);
    const continues = !starts && characters.isLower(codePoint);
    if (starts ? previousCased : continues && !previousCased) return false;
    previousCased = starts || continues;
    found ||= previousCased;
  }
  return found;
}

/** Is the text a valid identifier (keywords included)? */
export function isIdentifierText(text: Text): boolean {
  const length = textLength(text);
  if (length === 0) return false;
  const first = codePointAt(text, 0);
  if (first !== 95 && !characters.isXidStart(first)) return false;
  for (let i = 1; i < length; i++) if (!characters.isXidContinue(codePointAt(text, i))) return false;
  return true;
}

export const isidentifier = (self: Value): boolean => isIdentifierText(selfText(self));
