/**
 * Operations on Text, the contents of a str: length, code points, slices, concatenation, order.
 *
 * Trap: a Text is a JavaScript string exactly when no code unit of it is a surrogate; whatever makes a Text from
 * code points goes through `textFromCodePoints`, which keeps that true, so that equal texts have equal forms.
 */
import { type Text, WideText } from "../../bytecode/constants.ts";
import { STR, typeName } from "../kernel/core-types.ts";
import type { Value } from "../kernel/object.ts";
import { PyStr, textOf } from "../kernel/payload.ts";
import { memoryError, overflowError, typeError } from "../kernel/raise.ts";

/** V8's limit for the length of a string; beyond it is a MemoryError. */
export const MAX_TEXT_LENGTH = 0x1fffffe8;

/** The first size that is no Py_ssize_t. */
export const SSIZE_LIMIT = 2 ** 63;

/** Code points (or bytes) to be read by index. */
export type Units = ArrayLike<number>;

export function textLength(text: Text): number {
  return typeof text === "string" ? text.length : text.codePoints.length;
}

export function codePointAt(text: Text, index: number): number {
  return typeof text === "string" ? text.charCodeAt(index) : text.codePoints[index];
}

/** All code points; of a wide text the array itself, not to be changed. */
export function codePointsOf(text: Text): Uint32Array | Uint16Array {
  if (typeof text !== "string") return text.codePoints;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** Must a text with this code point be wide? */
function isWideCodePoint(codePoint: number): boolean {
  return codePoint >= 0xd800 && (codePoint > 0xffff || codePoint <= 0xdfff);
}

const CHUNK = 8192;

/** A JavaScript string of code units, however many. */
export function unitsToString(units: Units): string {
  const { length } = units;
  if (length > MAX_TEXT_LENGTH) throw memoryError();
  if (length <= CHUNK) return String.fromCharCode.apply(null, units as number[]);
  let text = "";
  for (let i = 0; i < length; i += CHUNK) {
    const part = Array.prototype.slice.call(units, i, i + CHUNK) as number[];
    text += String.fromCharCode.apply(null, part);
  }
  return text;
}

/** The text of any code points; the array is copied if it must be kept. */
export function textFromCodePoints(codePoints: Units): Text {
  for (let i = 0; i < codePoints.length; i++) {
    if (isWideCodePoint(codePoints[i])) return new WideText(Uint32Array.from(codePoints));
  }
  return unitsToString(codePoints);
}

/** The text of one code point. */
export function textOfCodePoint(codePoint: number): Text {
  return isWideCodePoint(codePoint) ? new WideText(Uint32Array.of(codePoint)) : String.fromCharCode(codePoint);
}

/** text[start:stop] for 0 <= start, stop <= length; empty if stop <= start. */
export function sliceText(text: Text, start: number, stop: number): Text {
  if (typeof text === "string") return start < stop ? text.slice(start, stop) : "";
  if (start >= stop) return "";
  if (start === 0 && stop === text.codePoints.length) return text;
  return textFromCodePoints(text.codePoints.subarray(start, stop));
}

export function concatTexts(left: Text, right: Text): Text {
  if (typeof left === "string" && typeof right === "string") {
    if (left.length + right.length > MAX_TEXT_LENGTH) throw memoryError();
    return left + right;
  }
  return joinTexts([left, right], "");
}

/** The texts with `separator` between them. */
export function joinTexts(texts: readonly Text[], separator: Text): Text {
  if (texts.length === 0) return "";
  if (texts.length === 1) return texts[0];
  let length = textLength(separator) * (texts.length - 1);
  let wide = typeof separator !== "string";
  for (const text of texts) {
    length += textLength(text);
    if (typeof text !== "string") wide = true;
  }
  if (length > MAX_TEXT_LENGTH) throw memoryError();
  if (!wide) return texts.join(separator as string);
  const result = new Uint32Array(length);
  let at = 0;
  texts.forEach((text, index) => {
    if (index > 0) at = writeText(result, at, separator);
    at = writeText(result, at, text);
  });
  return new WideText(result);
}

/** Write the code points of `text` into `target` from `at`; where the next one goes. */
function writeText(target: Uint32Array, at: number, text: Text): number {
  if (typeof text !== "string") {
    target.set(text.codePoints, at);
    return at + text.codePoints.length;
  }
  for (let i = 0; i < text.length; i++) target[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/** text * count. */
export function repeatText(text: Text, count: number): Text {
  const length = textLength(text);
  if (count <= 0 || length === 0) return "";
  if (count === 1) return text;
  if (length * count >= SSIZE_LIMIT) throw overflowError("repeated string is too long");
  if (length * count > MAX_TEXT_LENGTH) throw memoryError();
  if (typeof text === "string") return text.repeat(count);
  const result = new Uint32Array(length * count);
  for (let i = 0; i < count; i++) result.set(text.codePoints, i * length);
  return new WideText(result);
}

/** Negative, zero or positive, by code points. */
export function compareTexts(left: Text, right: Text): number {
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  return compareUnits(codePointsOf(left), codePointsOf(right));
}

/** Lexical order of two arrays of numbers. */
export function compareUnits(left: Units, right: Units): number {
  const common = Math.min(left.length, right.length);
  for (let i = 0; i < common; i++) {
    if (left[i] !== right[i]) return left[i] - right[i];
  }
  return left.length - right.length;
}

/** As UTF-16, astral code points as pairs of surrogates. */
export function textToJs(text: Text): string {
  if (typeof text === "string") return text;
  const { codePoints } = text;
  let result = "";
  for (let i = 0; i < codePoints.length; i += CHUNK)
    result += String.fromCodePoint(...codePoints.subarray(i, i + CHUNK));
  return result;
}

/** The text of any JavaScript string: pairs of surrogates become one code point, lone ones stay. */
export function textFromJs(text: string): Text {
  return /[\ud800-\udfff]/.test(text) ? textFromCodePoints(Array.from(text, (c) => c.codePointAt(0) as number)) : text;
}

/** The text of a str argument, or TypeError(`message`). */
export function expectText(value: Value, message: (typeName: string) => string): Text {
  const text = textOf(value);
  if (text === undefined) throw typeError(message(typeName(value)));
  return text;
}

/** "f() argument 'x' must be str, not int": the argument of a builtin converted as a str. */
export function textArgument(value: Value, functionName: string, argument: string): Text {
  return expectText(value, (given) => `${functionName}() ${argument} must be str, not ${shownType(value, given)}`);
}

/** The name of an argument's type as getargs shows it: "None" for None. */
export function shownType(value: Value, name: string = typeName(value)): string {
  return name === "NoneType" ? "None" : name;
}

/** The str value with this text, exactly of type str. `value` is returned if it is that already. */
export function exactStr(value: Value): Value {
  if (typeof value === "string" || !(value instanceof PyStr)) return value;
  return value.cls === STR ? value : typeof value.text === "string" ? value.text : new PyStr(value.text);
}
