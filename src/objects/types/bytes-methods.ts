/**
 * The methods that bytes and bytearray share (CPython Objects/bytes_methods.c, stringlib/).
 *
 * The result is of the kind of `self`: bytes or bytearray, never a subclass. Trap: an argument's conversion may
 * run Python code that changes a bytearray, so the bodies convert all arguments before they read `self.bytes`.
 */
import { reprBytes } from "../../util/text/repr.ts";
import {
  countSequence,
  findLastSequence,
  findSequence,
  isAsciiLineBreak,
  isAsciiSpace,
  matchesAt,
  type Span,
  splitBySequence,
  splitBySpace,
  splitLastBySequence,
  splitLastBySpace,
  splitLines,
  stripSpan,
} from "../../util/text/search.ts";
import { BYTES, NONE, typeName, typeOf } from "../kernel/core-types.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { iter, length, toArray } from "../kernel/iterate.ts";
import type { Value } from "../kernel/object.ts";
import { PyByteArray, PyBytes, PyList, PyTuple, textOf, tuple } from "../kernel/payload.ts";
import { memoryError, PyError, typeError, valueError } from "../kernel/raise.ts";
import { adjustBounds, searchBound } from "../kernel/slice.ts";
import { isTrue } from "../kernel/truth.ts";
import { intArgument, toSsizeArgument } from "./arguments.ts";
import { byteArrayOf, getBuffer, hasBuffer, isCContiguous, lookupBuffer, PyMemoryView } from "./buffer.ts";
import { byteOf, bytesValue, MAX_BYTES, newBytes } from "./bytes-construct.ts";
import { checkCodecName, decodeBytes } from "./str-codecs.ts";
import { codePointAt, codePointsOf, MAX_TEXT_LENGTH, textArgument } from "./text.ts";
import { centerPadding, expandTabUnits, memberOf, replaceUnits } from "./units.ts";

export type BytesLike = PyBytes | PyByteArray;

/** New contents as a value of the kind of `self`. */
export function like(self: BytesLike, bytes: Uint8Array): Value {
  return self instanceof PyByteArray ? byteArrayOf(bytes) : bytesValue(bytes);
}

/** The unchanged contents: bytes itself, or a copy. */
function unchanged(self: BytesLike): Value {
  if (self instanceof PyBytes) return self.cls === BYTES ? self : bytesValue(self.bytes);
  return byteArrayOf(self.bytes.slice());
}

function part(self: BytesLike, start: number, end: number): Value {
  if (start === 0 && end === self.bytes.length) return unchanged(self);
  return like(self, self.bytes.slice(start, end));
}

function listOf(self: BytesLike, spans: Span[]): Value {
  return new PyList(spans.map(([start, end]) => part(self, start, end)));
}

/** An argument that is searched for: a bytes-like object or one byte as an int. */
function searched(value: Value): Uint8Array {
  const buffer = lookupBuffer(value);
  if (buffer !== undefined) return buffer;
  if (typeOf(value).slots.__index__ === undefined) {
    throw typeError(`argument should be integer or bytes-like object, not '${typeName(value)}'`);
  }
  return Uint8Array.of(byteOf(value));
}

interface Search {
  needle: Uint8Array;
  start: number;
  end: number;
}

function searchArguments(self: BytesLike, sub: Value, start: Value, end: Value): Search {
  const from = searchBound(start, 0);
  const to = searchBound(end, Number.MAX_SAFE_INTEGER);
  const needle = searched(sub);
  const [first, last] = adjustBounds(from, to, self.bytes.length);
  return { needle, start: first, end: last };
}

export function find(self: BytesLike, sub: Value, start: Value, end: Value): number {
  const search = searchArguments(self, sub, start, end);
  return findSequence(self.bytes, search.needle, search.start, search.end);
}

export function rfind(self: BytesLike, sub: Value, start: Value, end: Value): number {
  const search = searchArguments(self, sub, start, end);
  return findLastSequence(self.bytes, search.needle, search.start, search.end);
}

function found(place: number): number {
  if (place < 0) throw valueError("subsection not found");
  return place;
}

export function index(self: BytesLike, sub: Value, start: Value, end: Value): number {
  return found(find(self, sub, start, end));
}

export function rindex(self: BytesLike, sub: Value, start: Value, end: Value): number {
  return found(rfind(self, sub, start, end));
}

export function count(self: BytesLike, sub: Value, start: Value, end: Value): number {
  const search = searchArguments(self, sub, start, end);
  return countSequence(self.bytes, search.needle, search.start, search.end);
}

/** `item in self`. */
export function containsBytes(self: BytesLike, item: Value): boolean {
  if (typeOf(item).slots.__index__ !== undefined) return self.bytes.includes(byteOf(item));
  const needle = getBuffer(item);
  return findSequence(self.bytes, needle, 0, self.bytes.length) >= 0;
}

function affix(name: string, atEnd: boolean) {
  return (self: BytesLike, affixes: Value, start: Value, end: Value): boolean => {
    const from = searchBound(start, 0);
    const to = searchBound(end, Number.MAX_SAFE_INTEGER);
    const test = (each: Value): boolean => {
      const wanted = getBuffer(each);
      const [first, last] = adjustBounds(from, to, self.bytes.length);
      if (last - first < wanted.length) return false;
      return matchesAt(self.bytes, wanted, atEnd ? last - wanted.length : first);
    };
    if (affixes instanceof PyTuple) return affixes.items.some(test);
    if (!hasBuffer(affixes)) {
      throw typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeName(affixes)}`);
    }
    return test(affixes);
  };
}

export const startswith = affix("startswith", false);
export const endswith = affix("endswith", true);

export function removeprefix(self: BytesLike, prefix: Value): Value {
  const wanted = getBuffer(prefix);
  const { bytes } = self;
  if (wanted.length > 0 && bytes.length >= wanted.length && matchesAt(bytes, wanted, 0)) {
    return part(self, wanted.length, bytes.length);
  }
  return unchanged(self);
}

export function removesuffix(self: BytesLike, suffix: Value): Value {
  const wanted = getBuffer(suffix);
  const { bytes } = self;
  const at = bytes.length - wanted.length;
  return wanted.length > 0 && at >= 0 && matchesAt(bytes, wanted, at) ? part(self, 0, at) : unchanged(self);
}

function separatorOf(value: Value): Uint8Array {
  const separator = getBuffer(value);
  if (separator.length === 0) throw valueError("empty separator");
  return separator;
}

export function split(self: BytesLike, sep: Value, maxsplit: Value): Value {
  const most = toSsizeArgument(maxsplit);
  if (sep === NONE) return listOf(self, splitBySpace(self.bytes, most, isAsciiSpace));
  return listOf(self, splitBySequence(self.bytes, separatorOf(sep), most));
}

export function rsplit(self: BytesLike, sep: Value, maxsplit: Value): Value {
  const most = toSsizeArgument(maxsplit);
  if (sep === NONE) return listOf(self, splitLastBySpace(self.bytes, most, isAsciiSpace));
  return listOf(self, splitLastBySequence(self.bytes, separatorOf(sep), most));
}

export function splitlines(self: BytesLike, keepends: Value): Value {
  const keep = isTrue(keepends);
  return listOf(self, splitLines(self.bytes, keep, isAsciiLineBreak));
}

export function partition(self: BytesLike, sep: Value): Value {
  const separator = separatorOf(sep);
  const at = findSequence(self.bytes, separator, 0, self.bytes.length);
  if (at < 0) return tuple([whole(self), like(self, new Uint8Array(0)), like(self, new Uint8Array(0))]);
  return cutAt(self, sep, at, separator.length);
}

export function rpartition(self: BytesLike, sep: Value): Value {
  const separator = separatorOf(sep);
  const at = findLastSequence(self.bytes, separator, 0, self.bytes.length);
  if (at < 0) return tuple([like(self, new Uint8Array(0)), like(self, new Uint8Array(0)), whole(self)]);
  return cutAt(self, sep, at, separator.length);
}

/** The text without its separator: bytes of any class themselves, a bytearray as a copy. */
function whole(self: BytesLike): Value {
  return self instanceof PyBytes ? self : unchanged(self);
}

function cutAt(self: BytesLike, sep: Value, at: number, size: number): Value {
  const middle = self instanceof PyBytes ? sep : part(self, at, at + size);
  return tuple([part(self, 0, at), middle, part(self, at + size, self.bytes.length)]);
}

function stripper(left: boolean, right: boolean) {
  return (self: BytesLike, bytes: Value): Value => {
    const drops = bytes === NONE ? isAsciiSpace : memberOf(getBuffer(bytes));
    const [start, end] = stripSpan(self.bytes, drops, left, right);
    return part(self, start, end);
  };
}

export const strip = stripper(true, true);
export const lstrip = stripper(true, false);
export const rstrip = stripper(false, true);

export function replace(self: BytesLike, old: Value, replacement: Value, count: Value): Value {
  const before = getBuffer(old);
  const after = getBuffer(replacement);
  const most = toSsizeArgument(count);
  const limit = most < 0 ? Number.POSITIVE_INFINITY : most;
  const result = replaceUnits(self.bytes, before, after, limit, newBytes, MAX_BYTES);
  return result === undefined ? unchanged(self) : like(self, result);
}

export function join(self: BytesLike, iterable: Value): Value {
  const items = joinedParts(iterable);
  if (items.length === 1 && self.cls === BYTES && items[0] instanceof PyBytes && items[0].cls === BYTES)
    return items[0];
  const parts = items.map((item, position) => {
    if (item instanceof PyMemoryView ? isCContiguous(item) : hasBuffer(item)) return getBuffer(item);
    throw typeError(`sequence item ${position}: expected a bytes-like object, ${typeName(item)} found`);
  });
  return like(self, joinBytes(parts, self.bytes));
}

function joinedParts(iterable: Value): Value[] {
  if (!(iterable instanceof PyList || iterable instanceof PyTuple)) {
    try {
      iter(iterable);
    } catch (error) {
      if (!(error instanceof PyError && error.is(EXCEPTIONS.TypeError))) throw error;
      throw typeError("can only join an iterable");
    }
  }
  return toArray(iterable);
}

/** All parts with `separator` between them. */
export function joinBytes(parts: readonly Uint8Array[], separator: Uint8Array): Uint8Array {
  let size = separator.length * Math.max(0, parts.length - 1);
  for (const each of parts) size += each.length;
  const result = newBytes(size);
  let at = 0;
  parts.forEach((each, position) => {
    if (position > 0) {
      result.set(separator, at);
      at += separator.length;
    }
    result.set(each, at);
    at += each.length;
  });
  return result;
}

/** `self * count`. */
export function repeatBytes(bytes: Uint8Array, count: number): Uint8Array {
  if (count <= 0 || bytes.length === 0) return new Uint8Array(0);
  const result = newBytes(bytes.length * count);
  if (bytes.length === 1) return result.fill(bytes[0]);
  result.set(bytes);
  for (let done = bytes.length; done < result.length; done *= 2) result.copyWithin(done, 0, done);
  return result;
}

/** The fill character of center and its kin: one byte. */
function fillOf(name: string, value: Value): number {
  const bytes = value instanceof PyBytes || value instanceof PyByteArray ? value.bytes : undefined;
  if (bytes?.length !== 1) {
    throw typeError(`${name}() argument 2 must be a byte string of length 1, not ${typeName(value)}`);
  }
  return bytes[0];
}

function padded(self: BytesLike, left: number, right: number, fill: number): Value {
  const { bytes } = self;
  if (left <= 0 && right <= 0) return unchanged(self);
  const result = newBytes(left + bytes.length + right).fill(fill);
  result.set(bytes, left);
  return like(self, result);
}

function justifier(name: string, place: (size: number, width: number) => [left: number, right: number]) {
  return (self: BytesLike, width: Value, fillchar: Value): Value => {
    const wanted = toSsizeArgument(width);
    const fill = fillOf(name, fillchar);
    const size = self.bytes.length;
    if (wanted <= size) return unchanged(self);
    const [left, right] = place(size, wanted);
    return padded(self, left, right, fill);
  };
}

export const center = justifier("center", centerPadding);
export const ljust = justifier("ljust", (size, width) => [0, width - size]);
export const rjust = justifier("rjust", (size, width) => [width - size, 0]);

export function zfill(self: BytesLike, width: Value): Value {
  const missing = toSsizeArgument(width) - self.bytes.length;
  if (missing <= 0) return unchanged(self);
  const { bytes } = self;
  const result = newBytes(missing + bytes.length).fill(48);
  result.set(bytes, missing);
  const sign = bytes[0];
  if (sign === 43 || sign === 45) {
    result[missing] = 48;
    result[0] = sign;
  }
  return like(self, result);
}

export function expandtabs(self: BytesLike, tabsize: Value): Value {
  const size = intArgument(tabsize);
  return like(self, expandTabUnits(self.bytes, size, newBytes, MAX_BYTES));
}

export function translate(self: BytesLike, table: Value, deleted: Value): Value {
  const map = table === NONE ? undefined : getBuffer(table);
  if (map !== undefined && map.length !== 256) throw valueError("translation table must be 256 characters long");
  const drops = memberOf(getBuffer(deleted));
  const { bytes } = self;
  const result = new Uint8Array(bytes.length);
  let size = 0;
  for (const byte of bytes) if (!drops(byte)) result[size++] = map === undefined ? byte : map[byte];
  if (size === bytes.length && bytes.every((byte, i) => result[i] === byte)) return unchanged(self);
  return like(self, result.slice(0, size));
}

export function maketrans(frm: Value, to: Value): Value {
  const from = getBuffer(frm);
  const target = getBuffer(to);
  if (from.length !== target.length) throw valueError("maketrans arguments must have same length");
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  from.forEach((byte, position) => {
    table[byte] = target[position];
  });
  return new PyBytes(table);
}

export function decode(self: BytesLike, encoding: Value, errors: Value): Value {
  checkCodecName("decode", "encoding", encoding);
  checkCodecName("decode", "errors", errors);
  return decodeBytes(self, self.bytes, encoding, errors);
}

export function hex(self: BytesLike, sep: Value | undefined, bytesPerSep: Value): string {
  return hexText(() => self.bytes, sep, bytesPerSep);
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The digits of `bytes`, with a separator between groups that are counted from the right, or from the left if negative. */
export function hexText(bytes: () => Uint8Array, sep: Value | undefined, bytesPerSep: Value): string {
  const group = intArgument(bytesPerSep);
  const separator = sep === undefined ? "" : hexSeparator(sep);
  const pairs = Array.from(bytes(), (byte) => HEX[byte]);
  const size = Math.abs(group);
  if (separator === "" || size === 0 || pairs.length === 0) return joinedText(pairs, "");
  const groups: string[] = [];
  const first = group > 0 ? pairs.length % size : 0;
  if (first > 0) groups.push(pairs.slice(0, first).join(""));
  for (let at = first; at < pairs.length; at += size) groups.push(pairs.slice(at, at + size).join(""));
  return joinedText(groups, separator);
}

function joinedText(parts: string[], separator: string): string {
  if (parts.length * (2 + separator.length) > MAX_TEXT_LENGTH) throw memoryError();
  return parts.join(separator);
}

function hexSeparator(sep: Value): string {
  if (length(sep) !== 1) throw valueError("sep must be length 1.");
  const text = textOf(sep);
  const code = text !== undefined ? codePointAt(text, 0) : sep instanceof PyBytes ? sep.bytes[0] : undefined;
  if (code === undefined) throw typeError("sep must be str or bytes.");
  if (code > 127) throw valueError("sep must be ASCII.");
  return String.fromCharCode(code);
}

/** The bytes that pairs of hexadecimal digits stand for; white space may stand between the pairs. */
export function bytesFromHex(string: Value): Uint8Array {
  const units = codePointsOf(textArgument(string, "fromhex", "argument"));
  const result: number[] = [];
  for (let at = 0; at < units.length; at += 2) {
    while (at < units.length && isAsciiSpace(units[at])) at++;
    if (at >= units.length) break;
    const high = hexDigit(units[at]);
    const low = high < 0 ? -1 : hexDigit(units[at + 1]);
    if (low < 0) {
      const place = high < 0 ? at : at + 1;
      throw valueError(`non-hexadecimal number found in fromhex() arg at position ${place}`);
    }
    result.push(high * 16 + low);
  }
  return Uint8Array.from(result);
}

function hexDigit(unit: number | undefined): number {
  if (unit === undefined) return -1;
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const isUpper = (byte: number): boolean => byte >= 65 && byte <= 90;
const isLower = (byte: number): boolean => byte >= 97 && byte <= 122;
const isAlpha = (byte: number): boolean => isUpper(byte) || isLower(byte);
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const toUpper = (byte: number): number => (isLower(byte) ? byte - 32 : byte);
const toLower = (byte: number): number => (isUpper(byte) ? byte + 32 : byte);

const all = (test: (byte: number) => boolean) => (self: BytesLike) => self.bytes.length > 0 && self.bytes.every(test);

export const isalpha = all(isAlpha);
export const isdigit = all(isDigit);
export const isalnum = all((byte) => isAlpha(byte) || isDigit(byte));
export const isspace = all(isAsciiSpace);
export const isascii = (self: BytesLike): boolean => self.bytes.every((byte) => byte < 128);
export const islower = (self: BytesLike): boolean => self.bytes.some(isLower) && !self.bytes.some(isUpper);
export const isupper = (self: BytesLike): boolean => self.bytes.some(isUpper) && !self.bytes.some(isLower);

export function istitle(self: BytesLike): boolean {
  let cased = false;
  let previous = false;
  for (const byte of self.bytes) {
    if (isUpper(byte) ? previous : isLower(byte) && !previous) return false;
    previous = isAlpha(byte);
    cased ||= previous;
  }
  return cased;
}

const mapped = (change: (byte: number, index: number, bytes: Uint8Array) => number) => (self: BytesLike) =>
  like(self, self.bytes.map(change));

export const upper = mapped(toUpper);
export const lower = mapped(toLower);
export const swapcase = mapped((byte) => (isUpper(byte) ? byte + 32 : toUpper(byte)));
export const capitalize = mapped((byte, position) => (position === 0 ? toUpper(byte) : toLower(byte)));
export const title = mapped((byte, position, bytes) =>
  position > 0 && isAlpha(bytes[position - 1]) ? toLower(byte) : toUpper(byte),
);

/** `repr(self)`; a bytearray's repr has single quotes unless its bytes hold one. */
export function bytesRepr(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT_LENGTH / 4) throw memoryError();
  return reprBytes(bytes);
}
