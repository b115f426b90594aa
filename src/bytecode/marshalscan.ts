/**
 * The first look at marshalled code (CPython: r_object in Python/marshal.c, and _PyCode_Validate): checks all that the eager
 * reader would check, and notes where each object that can be referred to and each code object lie. Nothing is made.
 *
 * Every import does this to every byte of its `.pyc`, in a process that has just started and in which V8 knows these
 * functions only as bytecode. So the place in the data is handed from function to function, where it is a local
 * variable, and what is noted are numbers in arrays.
 *
 * Trap: a size that lies beyond the end is `undefined`, and what is computed with it NaN: ends are compared so that NaN fails.
 */
import { CO_FAST_LOCAL, CO_VARARGS, CO_VARKEYWORDS } from "./code.ts";
import type { Plain, WideText } from "./constants.ts";
import * as format from "./marshalformat.ts";
import { MarshalError } from "./marshalformat.ts";
import { readMarshal } from "./marshalreader.ts";
import { isSurrogate, stringOfCodePoints } from "./surrogatepass.ts";

/** Nesting beyond which data is unusual. */
const MAX_SCAN_DEPTH = 100;
/** Thrown, and caught by `scanCode`. */
const UNUSUAL = Symbol("unusual");
/** The place of what is not complete. */
const PENDING = -1;
/** From the start of a code object to its `co_code`: its type and the numbers `co_argcount` to `co_flags`. */
export const BODY_OFFSET = 21;
const PERCENT = 0x25;

/** What is noted of a code object, at these offsets; a "reference" numbers the next reference at that place. */
export const CODE_START = 0;
export const CODE_BODY_REFERENCE = 1;
/** Its `co_filename`, `co_name` and `co_qualname`. */
export const CODE_TEXTS_AT = 2;
export const CODE_TEXTS_REFERENCE = 3;
/** Its `co_linetable`. */
export const CODE_TABLES_AT = 4;
export const CODE_TABLES_REFERENCE = 5;
export const CODE_NLOCALSPLUS = 6;
export const CODE_END = 7;
export const CODE_END_REFERENCE = 8;
const CODE_SIZE = 9;

export class MarshalScan {
  /** By the number of a reference: where its object lies. */
  readonly places: number[] = [];
  /** What is noted of the code objects, one after the other in the order of the data. */
  readonly codes: number[] = [];
  readonly internedTexts = new Map<string, boolean>();
  /** The number of the next reference. */
  reference = 0;
  isComplete = false;

  constructor(public bytes: Uint8Array) {}

  /** Where in `codes` the notes of the code object at `start` begin. */
  codeAt(start: number): number {
    const { codes } = this;
    let low = 0;
    let high = codes.length / CODE_SIZE;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (codes[middle * CODE_SIZE]! <= start) low = middle;
      else high = middle;
    }
    return low * CODE_SIZE;
  }
}

/** Scan the code object at `start`; undefined if the data is not as a compiler makes it, or wrong. */
export function scanCode(bytes: Uint8Array, start: number): MarshalScan | undefined {
  const scan = new MarshalScan(bytes);
  try {
    skipObject(scan, start, 0);
  } catch (error) {
    // Data that ends too early; the eager reader says what is wrong.
    if (error === UNUSUAL || error instanceof MarshalError) return undefined;
    throw error;
  }
  scan.isComplete = true;
  return scan;
}

/** The end of the object at a place. */
export function skipObject(scan: MarshalScan, at: number, depth: number): number {
  const { bytes } = scan;
  const code = bytes[at]!;
  const type = code & ~format.FLAG_REF;
  let end = at;
  switch (type) {
    case format.TYPE_REF:
      if (code !== type) throw UNUSUAL;
      targetOf(scan, at);
      return at + 5;
    case format.TYPE_SHORT_ASCII:
    case format.TYPE_SHORT_ASCII_INTERNED:
      end = at + 2 + bytes[at + 1]!;
      if (end === at + 3 && bytes[at + 2] === PERCENT) notePercent(scan, type);
      break;
    case format.TYPE_ASCII:
    case format.TYPE_ASCII_INTERNED:
    case format.TYPE_STRING:
      end = at + 5 + sizeAt(bytes, at + 1);
      break;
    case format.TYPE_NONE:
    case format.TYPE_TRUE:
    case format.TYPE_FALSE:
    case format.TYPE_ELLIPSIS:
      if (code !== type) throw UNUSUAL;
      return at + 1;
    case format.TYPE_INT:
      end = at + 5;
      break;
    case format.TYPE_BINARY_FLOAT:
      end = at + 9;
      break;
    default:
      return skipCompound(scan, at, depth);
  }
  if (!(end <= bytes.length)) throw UNUSUAL;
  if (code !== type) scan.places[scan.reference++] = at;
  return end;
}

/** Where the object lies that is referred to at a place; it must be complete. */
function targetOf({ bytes, places }: MarshalScan, at: number): number {
  const place = places[int32At(bytes, at + 1)];
  if (place === undefined || place === PENDING || at + 5 > bytes.length) throw UNUSUAL;
  return place;
}

function skipCompound(scan: MarshalScan, at: number, depth: number): number {
  if (depth > MAX_SCAN_DEPTH) throw UNUSUAL;
  const { bytes, places } = scan;
  const code = bytes[at]!;
  const type = code & ~format.FLAG_REF;
  const own = code === type ? -1 : scan.reference++;
  if (own >= 0) places[own] = PENDING;
  let end: number;
  switch (type) {
    case format.TYPE_CODE:
      end = scan.isComplete ? knownEnd(scan, at) : skipCode(scan, at, depth);
      break;
    case format.TYPE_SMALL_TUPLE:
      end = skipItems(scan, at + 2, bytes[at + 1], depth);
      break;
    case format.TYPE_TUPLE:
    case format.TYPE_FROZENSET:
      end = skipItems(scan, at + 5, sizeAt(bytes, at + 1), depth);
      break;
    default:
      end = skipScalar(scan, at, type);
  }
  if (own >= 0) places[own] = at;
  return end;
}

function skipItems(scan: MarshalScan, from: number, count: number | undefined, depth: number): number {
  if (count === undefined) throw UNUSUAL;
  const { bytes } = scan;
  let at = from;
  for (let left = count; left > 0; left--) {
    if (bytes[at] === format.TYPE_REF) {
      targetOf(scan, at);
      at += 5;
    } else at = skipObject(scan, at, depth + 1);
  }
  return at;
}

/** Numbers and texts that are not often met. */
function skipScalar(scan: MarshalScan, at: number, type: number): number {
  if (!SCALARS.has(type)) throw UNUSUAL;
  const isInterned = type === format.TYPE_INTERNED;
  const { value, end } = readMarshal(scan.bytes, at);
  if (scan.isComplete || (type !== format.TYPE_UNICODE && !isInterned)) return end;
  const text = nameOf(value);
  if (!isInterned || !scan.internedTexts.has(text)) scan.internedTexts.set(text, isInterned);
  return end;
}

/** Types without references in them, which the eager reader reads where they are. */
const SCALARS = new Set([
  format.TYPE_LONG,
  format.TYPE_FLOAT,
  format.TYPE_COMPLEX,
  format.TYPE_BINARY_COMPLEX,
  format.TYPE_UNICODE,
  format.TYPE_INTERNED,
]);

function notePercent(scan: MarshalScan, type: number): void {
  if (!scan.isComplete) scan.internedTexts.set("%", type === format.TYPE_SHORT_ASCII_INTERNED);
}

function knownEnd(scan: MarshalScan, start: number): number {
  const notes = scan.codeAt(start);
  scan.reference = scan.codes[notes + CODE_END_REFERENCE]!;
  return scan.codes[notes + CODE_END]!;
}

function skipCode(scan: MarshalScan, start: number, depth: number): number {
  const { bytes, codes } = scan;
  const notes = codes.length;
  codes.push(start, scan.reference, 0, 0, 0, 0, 0, 0, 0);
  const codeAt = start + BODY_OFFSET;
  let at = skipBytes(scan, codeAt);
  if (sizeAt(bytes, originOf(scan, codeAt) + 1) % 2 !== 0) throw UNUSUAL;
  const constsAt = at;
  at = skipObject(scan, at, depth + 1);
  if (!isTuple(typeAt(scan, constsAt))) throw UNUSUAL;
  at = skipNames(scan, at);
  const namesAt = at;
  at = skipNames(scan, at);
  const nlocalsplus = countAt(bytes, originOf(scan, namesAt));
  const kindsAt = at;
  at = skipBytes(scan, at);
  checkCode(bytes, start + 1, originOf(scan, kindsAt), nlocalsplus);
  codes[notes + CODE_NLOCALSPLUS] = nlocalsplus;
  codes[notes + CODE_TEXTS_AT] = at;
  codes[notes + CODE_TEXTS_REFERENCE] = scan.reference;
  at = skipTexts(scan, at, 3) + 4;
  codes[notes + CODE_TABLES_AT] = at;
  codes[notes + CODE_TABLES_REFERENCE] = scan.reference;
  at = skipBytes(scan, skipBytes(scan, at));
  codes[notes + CODE_END] = at;
  codes[notes + CODE_END_REFERENCE] = scan.reference;
  return at;
}

function skipBytes(scan: MarshalScan, at: number): number {
  if (scan.bytes[at] !== format.TYPE_STRING && typeAt(scan, at) !== format.TYPE_STRING) throw UNUSUAL;
  return skipObject(scan, at, 0);
}

/** The end of `count` str that follow each other. Most are short, or have been there before: no call is made for those. */
function skipTexts(scan: MarshalScan, from: number, count: number): number {
  const { bytes, places } = scan;
  const { length } = bytes;
  let at = from;
  for (let left = count; left > 0; left--) {
    const code = bytes[at]!;
    if (code === format.TYPE_REF) {
      const place = places[bytes[at + 1]! | (bytes[at + 2]! << 8) | (bytes[at + 3]! << 16) | (bytes[at + 4]! << 24)]!;
      if (!isText(bytes[place]! & ~format.FLAG_REF)) throw UNUSUAL;
      at += 5;
    } else if (code === SHORT_REFERRED && bytes[at + 1] !== 1) {
      places[scan.reference++] = at;
      at += 2 + bytes[at + 1]!;
    } else if (isText(code & ~format.FLAG_REF)) at = skipObject(scan, at, 0);
    else throw UNUSUAL;
    if (!(at <= length)) throw UNUSUAL;
  }
  return at;
}

/** How nearly each name is written where it is met first. */
const SHORT_REFERRED = format.TYPE_SHORT_ASCII_INTERNED | format.FLAG_REF;

/** Where the object lies that is at a place or is referred to there. */
function originOf(scan: MarshalScan, at: number): number {
  return scan.bytes[at] === format.TYPE_REF ? targetOf(scan, at) : at;
}

/** The type of the object that is at a place or is referred to there. */
function typeAt(scan: MarshalScan, at: number): number {
  return scan.bytes[originOf(scan, at)]! & ~format.FLAG_REF;
}

/** The end of a tuple of str. (Nothing in it can be the tuple itself, so its place is noted at once.) */
function skipNames(scan: MarshalScan, at: number): number {
  const { bytes } = scan;
  const start = originOf(scan, at);
  const code = bytes[start]!;
  const type = code & ~format.FLAG_REF;
  if (!isTuple(type)) throw UNUSUAL;
  const next = scan.reference;
  if (start !== at) scan.reference = int32At(bytes, at + 1);
  if (code !== type) scan.places[scan.reference++] = start;
  const end = skipTexts(scan, start + (type === format.TYPE_SMALL_TUPLE ? 2 : 5), countAt(bytes, start));
  if (start === at) return end;
  scan.reference = next;
  return at + 5;
}

/** How many items the tuple at a place has. */
function countAt(bytes: Uint8Array, at: number): number {
  if ((bytes[at]! & ~format.FLAG_REF) === format.TYPE_TUPLE) return sizeAt(bytes, at + 1);
  const count = bytes[at + 1];
  if (count === undefined) throw UNUSUAL;
  return count;
}

/** `_PyCode_Validate`. */
function checkCode(bytes: Uint8Array, numbersAt: number, kindsAt: number, nlocalsplus: number): void {
  const argcount = int32At(bytes, numbersAt);
  const posonlyargcount = int32At(bytes, numbersAt + 4);
  const kwonlyargcount = int32At(bytes, numbersAt + 8);
  const flags = int32At(bytes, numbersAt + 16);
  if (argcount < posonlyargcount || posonlyargcount < 0 || kwonlyargcount < 0) throw UNUSUAL;
  if (int32At(bytes, numbersAt + 12) < 0 || flags < 0) throw UNUSUAL;
  if (int32At(bytes, kindsAt + 1) !== nlocalsplus) throw UNUSUAL;
  let locals = 0;
  for (let i = 0; i < nlocalsplus; i++) if ((bytes[kindsAt + 5 + i]! & CO_FAST_LOCAL) !== 0) locals++;
  const starred = ((flags & CO_VARARGS) !== 0 ? 1 : 0) + ((flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  if (locals < argcount + kwonlyargcount + starred) throw UNUSUAL;
}

/** Without a DataView: the address that one holds would get into a snapshot of the heap. */
export function int32At(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function sizeAt(bytes: Uint8Array, at: number): number {
  const size = int32At(bytes, at);
  if (size < 0) throw UNUSUAL;
  return size;
}

const isTuple = (type: number): boolean => type === format.TYPE_SMALL_TUPLE || type === format.TYPE_TUPLE;

function isText(type: number): boolean {
  switch (type) {
    case format.TYPE_SHORT_ASCII_INTERNED:
    case format.TYPE_SHORT_ASCII:
    case format.TYPE_ASCII_INTERNED:
    case format.TYPE_ASCII:
    case format.TYPE_INTERNED:
    case format.TYPE_UNICODE:
      return true;
  }
  return false;
}

/** Names are JavaScript strings, also beyond U+FFFF; one with a lone surrogate cannot have come from a source. */
export function nameOf(text: Plain): string {
  if (typeof text === "string") return text;
  const { codePoints } = text as WideText;
  if (codePoints.some(isSurrogate)) throw UNUSUAL;
  return stringOfCodePoints(codePoints);
}
