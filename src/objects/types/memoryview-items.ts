/**
 * Single items of a memoryview as Python values, by their native struct format (CPython Objects/memoryobject.c:
 * unpack_single, pack_single). Sizes are those of a 64-bit little-endian machine.
 */

import { doubleToHalf, halfToDouble } from "../../util/half-float.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { toDouble, toIndex } from "../kernel/number.ts";
import type { Value } from "../kernel/object.ts";
import { intFromBigInt, PyBytes, PyFloat } from "../kernel/payload.ts";
import { PyError, raise, typeError, valueError } from "../kernel/raise.ts";
import { isTrue } from "../kernel/truth.ts";

/** Size of each native format. */
const SIZES: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  "?": 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  f: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  d: 8,
};

const SIGNED = "bhilqn";

/** The one character of a native format ("H", "@H"), or undefined. */
export function nativeCode(format: string): string | undefined {
  const code = format.startsWith("@") ? format.slice(1) : format;
  return code.length === 1 && SIZES[code] !== undefined ? code : undefined;
}

export function sizeOfCode(code: string): number {
  return SIZES[code];
}

function dataView(memory: Uint8Array, offset: number, size: number): DataView {
  return new DataView(memory.buffer, memory.byteOffset + offset, size);
}

/** NotImplementedError for a format that only the struct module understands. */
export function unsupportedFormat(format: string): PyError {
  return raise("NotImplementedError", `memoryview: unsupported format ${format}`);
}

/** The item of the native format `code` at `offset`. */
export function unpackItem(memory: Uint8Array, offset: number, code: string): Value {
  if (code === "B") return memory[offset];
  if (code === "c") return new PyBytes(memory.slice(offset, offset + 1));
  if (code === "?") return memory[offset] !== 0;
  const view = dataView(memory, offset, SIZES[code]);
  if (code === "d") return new PyFloat(view.getFloat64(0, true));
  if (code === "f") return new PyFloat(view.getFloat32(0, true));
  if (code === "e") return new PyFloat(halfToDouble(view.getUint16(0, true)));
  const signed = SIGNED.includes(code);
  switch (SIZES[code]) {
    case 1:
      return view.getInt8(0);
    case 2:
      return signed ? view.getInt16(0, true) : view.getUint16(0, true);
    case 4:
      return signed ? view.getInt32(0, true) : view.getUint32(0, true);
    default:
      return intFromBigInt(signed ? view.getBigInt64(0, true) : view.getBigUint64(0, true));
  }
}

/** Write `value` as an item of the native format `code`; `format` is what messages show. */
export function packItem(memory: Uint8Array, offset: number, code: string, value: Value, format: string): void {
  if (code === "c") {
    if (!(value instanceof PyBytes)) throw invalidType(format);
    if (value.bytes.length !== 1) throw invalidValue(format);
    memory[offset] = value.bytes[0];
    return;
  }
  if (code === "?") {
    memory[offset] = isTrue(value) ? 1 : 0;
    return;
  }
  if ("efd".includes(code)) {
    const number = converted(() => toDouble(value), format);
    packFloat(dataView(memory, offset, SIZES[code]), code, number, format);
    return;
  }
  const int = converted(() => toIndex(value), format);
  packInt(dataView(memory, offset, SIZES[code]), SIZES[code], SIGNED.includes(code), int, format);
}

function packFloat(view: DataView, code: string, number: number, format: string): void {
  if (code === "d") view.setFloat64(0, number, true);
  else if (code === "f") view.setFloat32(0, number, true);
  else {
    const half = doubleToHalf(number);
    if (half === undefined) throw invalidValue(format);
    view.setUint16(0, half, true);
  }
}

function packInt(view: DataView, size: number, signed: boolean, int: number | bigint, format: string): void {
  const bits = size * 8;
  const lowest = signed ? -(2n ** BigInt(bits - 1)) : 0n;
  const highest = signed ? 2n ** BigInt(bits - 1) - 1n : 2n ** BigInt(bits) - 1n;
  if (int < lowest || int > highest) throw invalidValue(format);
  if (size === 1) view.setUint8(0, Number(int) & 255);
  else if (size === 2) view.setUint16(0, Number(int) & 0xffff, true);
  else if (size === 4) view.setInt32(0, Number(int) | 0, true);
  else view.setBigUint64(0, BigInt.asUintN(64, BigInt(int)), true);
}

/** Run a conversion; TypeError and OverflowError get the memoryview's own words. */
function converted<T>(convert: () => T, format: string): T {
  try {
    return convert();
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.TypeError)) throw invalidType(format);
    if (error instanceof PyError && error.is(EXCEPTIONS.OverflowError)) throw invalidValue(format);
    throw error;
  }
}

function invalidType(format: string): PyError {
  return typeError(`memoryview: invalid type for format '${format}'`);
}

function invalidValue(format: string): PyError {
  return valueError(`memoryview: invalid value for format '${format}'`);
}
