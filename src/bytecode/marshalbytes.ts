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

  int(value: number | bigint, flag: number): void {
    if (typeof value === "number" && value >= -0x80000000 && value <= 0x7fffffff) {
      this.byte(format.TYPE_INT | flag);
      this.int32(value);
      return;
    }
    this.byte(format.TYPE_LONG | flag);
    const digits: number[] = [];
    const isNegative = value < 0;
    if (typeof value === "number") {
      for (let rest = Math.abs(value); rest > 0; rest = Math.floor(rest / DIGIT_BASE)) digits.push(rest % DIGIT_BASE);
      this.#digits(isNegative, digits);
      return;
    }
    const bits = (isNegative ? -value : value).toString(2);
    for (let end = bits.length; end > 0; end -= format.DIGIT_BITS) {
      digits.push(Number.parseInt(bits.slice(Math.max(0, end - format.DIGIT_BITS), end), 2));
    }
    this.#digits(isNegative, digits);
  }

  #digits(isNegative: boolean, digits: readonly number[]): void {
    this.int32(isNegative ? -digits.length : digits.length);
    for (const digit of digits) {
      this.byte(digit & 0xff);
      this.byte(digit >> 8);
    }
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
