/**
 * str methods that search: find, count, startswith, in... (CPython Objects/unicodeobject.c, stringlib/find.h).
 *
 * Two JavaScript strings are searched by JavaScript; as soon as one text is wide, both are arrays of code points.
 */
import type { Text } from "../../bytecode/constants.ts";
import { countSequence, findLastSequence, findSequence, matchesAt } from "../../util/text/search.ts";
import { typeName } from "../kernel/core-types.ts";
import type { Value } from "../kernel/object.ts";
import { PyTuple, textOf } from "../kernel/payload.ts";
import { typeError, valueError } from "../kernel/raise.ts";
import { adjustBounds, searchBound } from "../kernel/slice.ts";
import { codePointsOf, expectText, textLength } from "./text.ts";

/** The text of a str that is `self`. */
export function selfText(self: Value): Text {
  return typeof self === "string" ? self : (textOf(self) as Text);
}

/** The first place of `needle` in text[start:end], or -1. */
export function findText(text: Text, needle: Text, start: number, end: number): number {
  if (typeof text === "string" && typeof needle === "string") {
    if (start > end) return -1;
    if (end < text.length) {
      const at = text.slice(start, end).indexOf(needle);
      return at < 0 ? -1 : at + start;
    }
    return text.indexOf(needle, start);
  }
  // A text without wide code points cannot hold one that has some.
  if (typeof text === "string") return -1;
  return findSequence(text.codePoints, codePointsOf(needle), start, end);
}

/** The last place of `needle` in text[start:end], or -1. */
export function findLastText(text: Text, needle: Text, start: number, end: number): number {
  if (typeof text === "string" && typeof needle === "string") {
    if (end - needle.length < start) return -1;
    const at = text.lastIndexOf(needle, end - needle.length);
    return at < start ? -1 : at;
  }
  if (typeof text === "string") return -1;
  return findLastSequence(text.codePoints, codePointsOf(needle), start, end);
}

/** How often `needle` occurs in text[start:end] without overlap. */
export function countText(text: Text, needle: Text, start: number, end: number): number {
  if (typeof text !== "string") return countSequence(text.codePoints, codePointsOf(needle), start, end);
  if (start > end) return 0;
  if (needle === "") return end - start + 1;
  if (typeof needle !== "string") return 0;
  let count = 0;
  for (let at = text.indexOf(needle, start); at >= 0 && at + needle.length <= end; count++) {
    at = text.indexOf(needle, at + needle.length);
  }
  return count;
}

/** Does `part` stand in `text` at `at`? */
export function textMatchesAt(text: Text, part: Text, at: number): boolean {
  if (at < 0 || at + textLength(part) > textLength(text)) return false;
  if (typeof text === "string") return typeof part === "string" && text.startsWith(part, at);
  return matchesAt(text.codePoints, codePointsOf(part), at);
}

interface Search {
  text: Text;
  needle: Text;
  start: number;
  end: number;
}

function searchArguments(self: Value, sub: Value, start: Value, end: Value): Search {
  const text = selfText(self);
  const from = searchBound(start, 0);
  const to = searchBound(end, Number.MAX_SAFE_INTEGER);
  const needle = typeof sub === "string" ? sub : expectText(sub, (name) => `must be str, not ${name}`);
  const [first, last] = adjustBounds(from, to, textLength(text));
  return { text, needle, start: first, end: last };
}

export function find(self: Value, sub: Value, from: Value, to: Value): number {
  const { text, needle, start, end } = searchArguments(self, sub, from, to);
  return findText(text, needle, start, end);
}

export function rfind(self: Value, sub: Value, from: Value, to: Value): number {
  const { text, needle, start, end } = searchArguments(self, sub, from, to);
  return findLastText(text, needle, start, end);
}

function found(place: number): number {
  if (place < 0) throw valueError("substring not found");
  return place;
}

export function index(self: Value, sub: Value, from: Value, to: Value): number {
  return found(find(self, sub, from, to));
}

export function rindex(self: Value, sub: Value, from: Value, to: Value): number {
  return found(rfind(self, sub, from, to));
}

export function count(self: Value, sub: Value, from: Value, to: Value): number {
  const { text, needle, start, end } = searchArguments(self, sub, from, to);
  return countText(text, needle, start, end);
}

function affix(name: string, atEnd: boolean) {
  return (self: Value, affixes: Value, from: Value, to: Value): boolean => {
    const text = selfText(self);
    const length = textLength(text);
    const [start, end] = adjustBounds(searchBound(from, 0), searchBound(to, Number.MAX_SAFE_INTEGER), length);
    const test = (wanted: Text): boolean => {
      const size = textLength(wanted);
      if (end - start < size) return false;
      return textMatchesAt(text, wanted, atEnd ? end - size : start);
    };
    const single = textOf(affixes);
    if (single !== undefined) return test(single);
    if (!(affixes instanceof PyTuple)) {
      throw typeError(`${name} first arg must be str or a tuple of str, not ${typeName(affixes)}`);
    }
    return affixes.items.some((each) =>
      test(expectText(each, (given) => `tuple for ${name} must only contain str, not ${given}`)),
    );
  };
}

export const startswith = affix("startswith", false);
export const endswith = affix("endswith", true);

/** `item in self`. */
export function contains(self: Value, item: Value): boolean {
  const needle = expectText(item, (name) => `'in <string>' requires string as left operand, not ${name}`);
  const text = selfText(self);
  return findText(text, needle, 0, textLength(text)) >= 0;
}
