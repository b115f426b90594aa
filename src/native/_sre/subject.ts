/**
 * What a pattern is matched against: text, or the bytes of anything that lends its memory.
 *
 * Inside, all subjects but wide texts are JavaScript strings, so that the matcher reads them by `charCodeAt` and finds
 * literals by `indexOf`: bytes become characters below 256.
 */
import { type Text, WideText } from "../../bytecode/constants.ts";
import { BYTES, typeName } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyBytes, strFromText, textOf } from "../../objects/kernel/payload.ts";
import { PyError, typeError } from "../../objects/kernel/raise.ts";
import { hasBuffer, isCContiguous, lookupBuffer, PyMemoryView } from "../../objects/types/buffer.ts";
import { exactStr, sliceText, unitsToString } from "../../objects/types/text.ts";

/** Characters by index. */
export interface Units {
  readonly length: number;
  charCodeAt(index: number): number;
  indexOf(needle: string, from: number): number;
}

/** A text with astral or surrogate code points. */
class WideUnits implements Units {
  readonly length: number;

  constructor(private readonly codePoints: Uint32Array) {
    this.length = codePoints.length;
  }

  charCodeAt(index: number): number {
    return this.codePoints[index];
  }

  /** Only for needles without surrogates. */
  indexOf(needle: string, from: number): number {
    const { codePoints } = this;
    const last = codePoints.length - needle.length;
    const first = needle.charCodeAt(0);
    for (let at = codePoints.indexOf(first, from); at >= 0 && at <= last; at = codePoints.indexOf(first, at + 1)) {
      let length = 1;
      while (length < needle.length && codePoints[at + length] === needle.charCodeAt(length)) length++;
      if (length === needle.length) return at;
    }
    return -1;
  }
}

export class Subject {
  private constructor(
    readonly value: Value,
    readonly units: Units,
    private readonly text: Text | undefined,
    private readonly bytes: Uint8Array | undefined,
  ) {}

  get isBytes(): boolean {
    return this.text === undefined;
  }

  get length(): number {
    return this.units.length;
  }

  /** The subject in `value`; TypeError if it is neither a str nor bytes-like. */
  static of(value: Value): Subject {
    if (typeof value === "string") return new Subject(value, value, value, undefined);
    const text = textOf(value);
    if (text !== undefined) {
      return new Subject(value, text instanceof WideText ? new WideUnits(text.codePoints) : text, text, undefined);
    }
    const bytes = bytesIn(value);
    if (!(value instanceof PyBytes)) return new Subject(value, unitsToString(bytes), undefined, bytes);
    let units = known.get(value);
    if (units === undefined) {
      units = unitsToString(bytes);
      known.set(value, units);
    }
    return new Subject(value, units, undefined, bytes);
  }

  /** subject[start:end] as an exact str or bytes. */
  slice(start: number, end: number): Value {
    const { text, value } = this;
    if (typeof text === "string") return text.slice(start, Math.max(start, end));
    if (text !== undefined) {
      return start === 0 && end === this.length ? exactStr(value) : strFromText(sliceText(text, start, end));
    }
    const bytes = this.bytes as Uint8Array;
    if (start === 0 && end === bytes.length && value instanceof PyBytes)
      return value.cls === BYTES ? value : new PyBytes(bytes);
    return new PyBytes(bytes.slice(start, Math.max(start, end)));
  }

  /** The same of what the subject is now: memory that can be written may hold something else since the search. */
  sliceNow(start: number, end: number): Value {
    if (!this.isBytes || this.value instanceof PyBytes) return this.slice(start, end);
    return new PyBytes(bytesIn(this.value).slice(start, Math.max(start, end)));
  }
}

/** Whatever is wrong with a buffer, a released view for instance, is told in the same words. */
function bytesIn(value: Value): Uint8Array {
  try {
    const isFit = hasBuffer(value) && !(value instanceof PyMemoryView && !isCContiguous(value));
    if (isFit) return lookupBuffer(value) as Uint8Array;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
  }
  throw typeError(`expected string or bytes-like object, got '${typeName(value)}'`);
}

/** Bytes objects never change, and are often scanned piece by piece. */
const known = new WeakMap<PyBytes, string>();
