/**
 * str methods that cut and join: split, partition, strip, splitlines, replace, join, expandtabs... (CPython
 * Objects/unicodeobject.c, stringlib/).
 *
 * Results are plain strs, never of a subclass, except where a method hands its own arguments or `self` back.
 */
import type { Text } from "../../bytecode/constants.ts";
import {
  type Span,
  splitBySequence,
  splitBySpace,
  splitLastBySequence,
  splitLastBySpace,
  splitLines,
  stripSpan,
} from "../../util/text/search.ts";
import { isSpace } from "../../util/unicode/properties.ts";
import { NONE, STR, typeName } from "../kernel/core-types.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { iter, toArray } from "../kernel/iterate.ts";
import type { Value } from "../kernel/object.ts";
import { PyList, PyStr, PyTuple, strFromText, textOf, tuple } from "../kernel/payload.ts";
import { memoryError, PyError, typeError, valueError } from "../kernel/raise.ts";
import { isTrue } from "../kernel/truth.ts";
import { intArgument, toSsizeArgument } from "./arguments.ts";
import { findLastText, findText, selfText, textMatchesAt } from "./str-find.ts";
import {
  codePointsOf,
  concatTexts,
  exactStr,
  expectText,
  joinTexts,
  MAX_TEXT_LENGTH,
  sliceText,
  textArgument,
  textFromCodePoints,
  textLength,
} from "./text.ts";
import { centerPadding, expandTabUnits, memberOf, replaceUnits } from "./units.ts";

function part(text: Text, start: number, end: number): Value {
  return strFromText(sliceText(text, start, end));
}

function listOf(text: Text, spans: Span[]): Value {
  return new PyList(spans.map(([start, end]) => part(text, start, end)));
}

const WORDS = /[^\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

export function split(self: Value, sep: Value, maxsplit: Value): Value {
  const most = toSsizeArgument(maxsplit);
  const text = selfText(self);
  if (sep === NONE) {
    if (typeof text === "string" && most < 0) return new PyList(text.match(WORDS) ?? []);
    return listOf(text, splitBySpace(codePointsOf(text), most));
  }
  const separator = separatorOf(sep);
  if (typeof text === "string") {
    if (typeof separator !== "string") return new PyList([text]);
    if (most < 0) return new PyList(text.split(separator));
    return new PyList(splitStrings(text, separator, most));
  }
  return listOf(text, splitBySequence(text.codePoints, codePointsOf(separator), most));
}

function splitStrings(text: string, separator: string, most: number): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (pieces.length < most) {
    const at = text.indexOf(separator, start);
    if (at < 0) break;
    pieces.push(text.slice(start, at));
    start = at + separator.length;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function separatorOf(sep: Value): Text {
  const separator = expectText(sep, (name) => `must be str or None, not ${name}`);
  if (separator === "") throw valueError("empty separator");
  return separator;
}

export function rsplit(self: Value, sep: Value, maxsplit: Value): Value {
  const most = toSsizeArgument(maxsplit);
  const text = selfText(self);
  if (sep === NONE) return listOf(text, splitLastBySpace(codePointsOf(text), most));
  const separator = separatorOf(sep);
  return listOf(text, splitLastBySequence(codePointsOf(text), codePointsOf(separator), most));
}

export function splitlines(self: Value, keepends: Value): Value {
  const keep = isTrue(keepends);
  const text = selfText(self);
  return listOf(text, splitLines(codePointsOf(text), keep));
}

function partitionSeparator(sep: Value): Text {
  const separator = expectText(sep, (name) => `must be str, not ${name}`);
  if (separator === "") throw valueError("empty separator");
  return separator;
}

export function partition(self: Value, sep: Value): Value {
  const text = selfText(self);
  const separator = partitionSeparator(sep);
  const length = textLength(text);
  const at = findText(text, separator, 0, length);
  if (at < 0) return tuple([self, "", ""]);
  return tuple([part(text, 0, at), sep, part(text, at + textLength(separator), length)]);
}

export function rpartition(self: Value, sep: Value): Value {
  const text = selfText(self);
  const separator = partitionSeparator(sep);
  const length = textLength(text);
  const at = findLastText(text, separator, 0, length);
  if (at < 0) return tuple(["", "", self]);
  return tuple([part(text, 0, at), sep, part(text, at + textLength(separator), length)]);
}

function stripper(name: string, left: boolean, right: boolean) {
  return (self: Value, chars: Value): Value => {
    let drops = isSpace;
    if (chars !== NONE) {
      const set = textOf(chars);
      if (set === undefined) throw typeError(`${name} arg must be None or str`);
      drops = memberOf(codePointsOf(set));
    }
    const text = selfText(self);
    if (typeof text !== "string") {
      const [start, end] = stripSpan(text.codePoints, drops, left, right);
      return start === 0 && end === text.codePoints.length ? exactStr(self) : part(text, start, end);
    }
    let start = 0;
    let end = text.length;
    if (left) while (start < end && drops(text.charCodeAt(start))) start++;
    if (right) while (end > start && drops(text.charCodeAt(end - 1))) end--;
    return end - start === text.length ? text : text.slice(start, end);
  };
}

export const strip = stripper("strip", true, true);
export const lstrip = stripper("lstrip", true, false);
export const rstrip = stripper("rstrip", false, true);

export function removeprefix(self: Value, prefix: Value): Value {
  const wanted = textArgument(prefix, "removeprefix", "argument");
  const text = selfText(self);
  return textMatchesAt(text, wanted, 0) ? part(text, textLength(wanted), textLength(text)) : exactStr(self);
}

export function removesuffix(self: Value, suffix: Value): Value {
  const wanted = textArgument(suffix, "removesuffix", "argument");
  const text = selfText(self);
  const at = textLength(text) - textLength(wanted);
  return textMatchesAt(text, wanted, at) ? part(text, 0, at) : exactStr(self);
}

export function replace(self: Value, old: Value, replacement: Value, count: Value): Value {
  const before = textArgument(old, "replace", "argument 1");
  const after = textArgument(replacement, "replace", "argument 2");
  const most = toSsizeArgument(count);
  const text = selfText(self);
  if (typeof text === "string" && typeof before === "string" && before !== "" && most < 0) {
    if (!text.includes(before)) return text;
    if (typeof after === "string" && text.length * (after.length + 1) < MAX_TEXT_LENGTH) {
      return text.split(before).join(after);
    }
    return strFromText(joinTexts(text.split(before), after));
  }
  const limit = most < 0 ? Number.POSITIVE_INFINITY : most;
  const units = Uint32Array.from(codePointsOf(text));
  const make = (length: number) => new Uint32Array(length);
  const result = replaceUnits(units, codePointsOf(before), codePointsOf(after), limit, make, MAX_TEXT_LENGTH);
  return result === undefined ? exactStr(self) : strFromText(textFromCodePoints(result));
}

export function join(self: Value, iterable: Value): Value {
  const items = joinedItems(iterable);
  const first = items[0];
  if (items.length === 1 && (typeof first === "string" || (first instanceof PyStr && first.cls === STR))) return first;
  const texts: Text[] = new Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const text = typeof item === "string" ? item : textOf(item);
    if (text === undefined) throw typeError(`sequence item ${i}: expected str instance, ${typeName(item)} found`);
    texts[i] = text;
  }
  return strFromText(joinTexts(texts, selfText(self)));
}

function joinedItems(iterable: Value): Value[] {
  if (iterable instanceof PyList || iterable instanceof PyTuple) return toArray(iterable);
  try {
    iter(iterable);
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.TypeError))) throw error;
    throw typeError("can only join an iterable");
  }
  return toArray(iterable);
}

/** The fill character of center and its kin. */
function fillOf(value: Value): Text {
  const fill = expectText(value, (name) => `The fill character must be a unicode character, not ${name}`);
  if (textLength(fill) !== 1) throw typeError("The fill character must be exactly one character long");
  return fill;
}

function padding(fill: Text, count: number): Text {
  if (count > MAX_TEXT_LENGTH) throw memoryError();
  return typeof fill === "string"
    ? fill.repeat(count)
    : textFromCodePoints(new Uint32Array(count).fill(fill.codePoints[0]));
}

function justifier(place: (size: number, width: number) => [left: number, right: number]) {
  return (self: Value, width: Value, fillchar: Value): Value => {
    const wanted = toSsizeArgument(width);
    const fill = fillOf(fillchar);
    const text = selfText(self);
    const size = textLength(text);
    if (wanted <= size) return exactStr(self);
    const [left, right] = place(size, wanted);
    return strFromText(joinTexts([padding(fill, left), text, padding(fill, right)], ""));
  };
}

export const center = justifier(centerPadding);
export const ljust = justifier((size, width) => [0, width - size]);
export const rjust = justifier((size, width) => [width - size, 0]);

export function zfill(self: Value, width: Value): Value {
  const text = selfText(self);
  const missing = toSsizeArgument(width) - textLength(text);
  if (missing <= 0) return exactStr(self);
  const first = sliceText(text, 0, 1);
  const zeros = padding("0", missing);
  if (first !== "+" && first !== "-") return strFromText(concatTexts(zeros, text));
  return strFromText(joinTexts([first, zeros, sliceText(text, 1, textLength(text))], ""));
}

export function expandtabs(self: Value, tabsize: Value): Value {
  const size = intArgument(tabsize);
  const text = selfText(self);
  if (typeof text === "string" && !text.includes("\t")) return text;
  const make = (length: number) => new Uint32Array(length);
  return strFromText(
    textFromCodePoints(expandTabUnits(Uint32Array.from(codePointsOf(text)), size, make, MAX_TEXT_LENGTH)),
  );
}
