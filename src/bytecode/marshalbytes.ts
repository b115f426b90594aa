/**
 * The bytes of marshal data while they are written: numbers, floats and texts as each version has them (CPython: the w_*
 * functions of Python/marshal.c).
 */
import { formatFloatCode } from "../util/float-text.ts";
import type { Text } from "./constants.ts";
import * as format from "./marshalformat.ts";
import { encodeSurrogatePass } from "./surrogatepass.ts";

const DIGIT_BASE = 2 ** format.DIGIT_BITS;

export class MarshalBytes {
  readonly #version: number;
  #bytes = new Uint8Array(256);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  constructor(version: number) {
    this.#version = version;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  get length(): number {
    return this.#length;
  }

  /** Flag the object that begins there for later reference. */
  flag(start: number): void {
    this.#bytes[start]! |= format.FLAG_REF;
  }

  isFlagged(start: number): boolean {
    return (this.#bytes[start]! & format.FLAG_REF) !== 0;
  }

  int32At(at: number): number {
    return this.#view.getInt32(at, true);
  }

  replaceInt32(at: number, value: number): void {
    this.#view.setInt32(at, value, true);
  }

  int(value: number | bigint, flag: number): void {
    if (typeof value === "number" && value >= -0x80000000 && value <= 0x7fffffff) {
      this.byte(format.TYPE_INT | flag);
      this.int32(value);
      return;
    }
    this.byte(format.TYPE_LONG | flag);
    if (typeof value === "number") this.#digits(value);
    else this.#bigDigits(value);
  }

  #digits(value: number): void {
    const rest = Math.abs(value);
    let count = 1;
    for (let base = DIGIT_BASE; base <= rest; base *= DIGIT_BASE) count++;
    this.int32(value < 0 ? -count : count);
    for (let left = rest; count > 0; count--) {
      const next = Math.floor(left / DIGIT_BASE);
      this.#digit(left - next * DIGIT_BASE);
      left = next;
    }
  }

  #bigDigits(value: bigint): void {
    const bits = (value < 0n ? -value : value).toString(2);
    const count = Math.ceil(bits.length / format.DIGIT_BITS);
    this.int32(value < 0n ? -count : count);
    for (let end = bits.length; end > 0; end -= format.DIGIT_BITS) {
      this.#digit(Number.parseInt(bits.slice(Math.max(0, end - format.DIGIT_BITS), end), 2));
    }
  }

  #digit(digit: number): void {
    this.#reserve(2);
    this.#view.setUint16(this.#length, digit, true);
    this.#length += 2;
  }

  float(value: number): void {
    if (this.#version > 1) {
      this.#reserve(8);
      this.#view.setFloat64(this.#length, value, true);
      this.#length += 8;
      return;
    }
    const text = formatFloatCode(value, "g", 17);
    this.byte(text.length);
    this.#raw(new TextEncoder().encode(text));
  }

  text(text: Text, isInterned: boolean, flag: number): void {
    if (
      this.#version >= 4 &&
      typeof text === "string" &&
      text.length < 256 &&
      this.#shortAscii(text, isInterned, flag)
    ) {
      return;
    }
    const bytes = encodeSurrogatePass(text);
    const isAscii = typeof text === "string" && bytes.length === text.length;
    if (this.#version < 4 || !isAscii) {
      const type = this.#version >= 3 && isInterned ? format.TYPE_INTERNED : format.TYPE_UNICODE;
      this.byte(type | flag);
      this.sized(bytes);
    } else {
      this.byte((isInterned ? format.TYPE_ASCII_INTERNED : format.TYPE_ASCII) | flag);
      this.sized(bytes);
    }
  }

  /** Nearly all names: written in place, for a call of the platform's encoder costs more. False if it is not ASCII. */
  #shortAscii(text: string, isInterned: boolean, flag: number): boolean {
    this.#reserve(2 + text.length);
    let at = this.#length;
    this.#bytes[at++] = (isInterned ? format.TYPE_SHORT_ASCII_INTERNED : format.TYPE_SHORT_ASCII) | flag;
    this.#bytes[at++] = text.length;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit >= 0x80) return false;
      this.#bytes[at++] = unit;
    }
    this.#length = at;
    return true;
  }

  sized(bytes: Uint8Array): void {
    this.int32(bytes.length);
    this.#raw(bytes);
  }

  #raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  int32(value: number): void {
    this.#reserve(4);
    this.#view.setInt32(this.#length, value, true);
    this.#length += 4;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) {
      return;
    }
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + size));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
