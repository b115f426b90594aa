/**
 * The format characters of struct: size, alignment, packing and unpacking of each (CPython Modules/_struct.c), for
 * 64-bit Linux.
 *
 * Trap: native mode ("@" or nothing) aligns, has `n`, `N` and `P`, and packs a float too large for "f" as infinity;
 * the standard modes do not align and refuse such a float.
 */
import { typeOf } from "../../objects/kernel/core-types.ts";
import { toDouble, toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, intOf, PyByteArray, PyBytes, PyFloat } from "../../objects/kernel/payload.ts";
import { newException, overflowError, PyError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { newExceptionType } from "../../objects/types/exceptions/new-exception.ts";
import { doubleToHalf, halfToDouble } from "../../util/half-float.ts";

export const STRUCT_ERROR = newExceptionType("struct.error");

export function structError(message: string): PyError {
  return new PyError(newException(STRUCT_ERROR, message));
}

export interface FormatCode {
  readonly letter: string;
  readonly size: number;
  readonly alignment: number;
  pack(view: DataView, at: number, value: Value, little: boolean): void;
  unpack(view: DataView, at: number, little: boolean): Value;
}

/** An int argument, through `__index__`. */
function intArgument(value: Value): number | bigint {
  const plain = intOf(value);
  if (plain !== undefined) return plain;
  if (typeOf(value).slots.__index__ === undefined) throw structError("required argument is not an integer");
  return toIndex(value);
}

function floatArgument(value: Value): number {
  if (value instanceof PyFloat) return value.value;
  try {
    return toDouble(value);
  } catch (error) {
    if (error instanceof PyError) throw structError("required argument is not a float");
    throw error;
  }
}

type Packer = (view: DataView, at: number, int: number, little: boolean) => void;
type Unpacker = (view: DataView, at: number, little: boolean) => number;

/** By size. Signed and unsigned ints have the same bits. */
const PACKERS: Readonly<Record<number, Packer>> = {
  1: (view, at, int) => view.setInt8(at, int),
  2: (view, at, int, little) => view.setInt16(at, int, little),
  4: (view, at, int, little) => view.setInt32(at, int, little),
};

/** By size, that of a signed int negated. */
const UNPACKERS: Readonly<Record<number, Unpacker>> = {
  1: (view, at) => view.getUint8(at),
  2: (view, at, little) => view.getUint16(at, little),
  4: (view, at, little) => view.getUint32(at, little),
  [-1]: (view, at) => view.getInt8(at),
  [-2]: (view, at, little) => view.getInt16(at, little),
  [-4]: (view, at, little) => view.getInt32(at, little),
};

function integer(letter: string, size: number, signed: boolean, alignment: number): FormatCode {
  if (size === 8) return longInteger(letter, signed, alignment);
  const least = signed ? -(2 ** (size * 8 - 1)) : 0;
  const most = signed ? 2 ** (size * 8 - 1) - 1 : 2 ** (size * 8) - 1;
  const put = PACKERS[size] as Packer;
  return {
    letter,
    size,
    alignment,
    pack: (view, at, value, little) => {
      const int = typeof value === "number" ? value : intArgument(value);
      if (int < least || int > most) throw structError(`'${letter}' format requires ${least} <= number <= ${most}`);
      put(view, at, Number(int), little);
    },
    unpack: UNPACKERS[signed ? -size : size] as Unpacker,
  };
}

function longInteger(letter: string, signed: boolean, alignment: number): FormatCode {
  const least = signed ? -0x8000000000000000n : 0n;
  const most = signed ? 0x7fffffffffffffffn : 0xffffffffffffffffn;
  return {
    letter,
    size: 8,
    alignment,
    pack: (view, at, value, little) => {
      const int = intArgument(value);
      if (int < least || int > most) throw structError(`'${letter}' format requires ${least} <= number <= ${most}`);
      view.setBigInt64(at, BigInt(int), little);
    },
    unpack: (view, at, little) => {
      const high = signed ? view.getInt32(little ? at + 4 : at, little) : view.getUint32(little ? at + 4 : at, little);
      const low = view.getUint32(little ? at : at + 4, little);
      if (high >= -0x200000 && high < 0x200000 && !(high === -0x200000 && low === 0)) return high * 4294967296 + low;
      return intFromBigInt(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
    },
  };
}

const POINTER: FormatCode = {
  ...longInteger("P", false, 8),
  pack: (view, at, value, little) => {
    const int = BigInt(intArgument(value));
    if (int < -0x8000000000000000n || int > 0xffffffffffffffffn) throw structError("int too large to convert");
    view.setBigInt64(at, BigInt.asIntN(64, int), little);
  },
};

const BOOL: FormatCode = {
  letter: "?",
  size: 1,
  alignment: 1,
  pack: (view, at, value) => view.setUint8(at, isTrue(value) ? 1 : 0),
  unpack: (view, at) => view.getUint8(at) !== 0,
};

const CHAR: FormatCode = {
  letter: "c",
  size: 1,
  alignment: 1,
  pack: (view, at, value) => {
    if (!(value instanceof PyBytes) || value.bytes.length !== 1) {
      throw structError("char format requires a bytes object of length 1");
    }
    view.setUint8(at, value.bytes[0]);
  },
  unpack: (view, at) => new PyBytes(Uint8Array.of(view.getUint8(at))),
};

const tooLarge = (letter: string, value: Value): PyError =>
  intOf(value) === undefined
    ? overflowError(`float too large to pack with ${letter} format`)
    : structError("int too large to convert");

const half = (alignment: number): FormatCode => ({
  letter: "e",
  size: 2,
  alignment,
  pack: (view, at, value, little) => {
    const bits = doubleToHalf(floatArgument(value));
    if (bits === undefined) throw tooLarge("e", value);
    view.setUint16(at, bits, little);
  },
  unpack: (view, at, little) => new PyFloat(halfToDouble(view.getUint16(at, little))),
});

const single = (alignment: number, native: boolean): FormatCode => ({
  letter: "f",
  size: 4,
  alignment,
  pack: (view, at, value, little) => {
    const x = floatArgument(value);
    if (!native && Number.isFinite(x) && !Number.isFinite(Math.fround(x))) throw tooLarge("f", value);
    view.setFloat32(at, x, little);
  },
  unpack: (view, at, little) => new PyFloat(view.getFloat32(at, little)),
});

const double = (alignment: number): FormatCode => ({
  letter: "d",
  size: 8,
  alignment,
  pack: (view, at, value, little) => view.setFloat64(at, floatArgument(value), little),
  unpack: (view, at, little) => new PyFloat(view.getFloat64(at, little)),
});

/** "s", "p" and "x" count bytes, not items; packing.ts sees to them. */
const bytesOnly = (letter: string): FormatCode => ({
  letter,
  size: 1,
  alignment: 1,
  pack: () => undefined,
  unpack: () => 0,
});

function table(codes: readonly FormatCode[]): ReadonlyMap<string, FormatCode> {
  return new Map(
    [...codes, bytesOnly("s"), bytesOnly("p"), bytesOnly("x"), CHAR, BOOL].map((code) => [code.letter, code]),
  );
}

const integers = (rows: readonly (readonly [string, number])[], aligned: boolean): FormatCode[] =>
  rows.flatMap(([letter, size]) => [
    integer(letter, size, true, aligned ? size : 1),
    integer(letter.toUpperCase(), size, false, aligned ? size : 1),
  ]);

const NATIVE_INTEGERS = [
  ["b", 1],
  ["h", 2],
  ["i", 4],
  ["l", 8],
  ["n", 8],
  ["q", 8],
] as const;

const STANDARD_INTEGERS = [
  ["b", 1],
  ["h", 2],
  ["i", 4],
  ["l", 4],
  ["q", 8],
] as const;

export const NATIVE_CODES = table([...integers(NATIVE_INTEGERS, true), half(2), single(4, true), double(8), POINTER]);
export const STANDARD_CODES = table([...integers(STANDARD_INTEGERS, false), half(1), single(1, false), double(1)]);

/** The bytes of an argument for "s" or "p". */
export function bytesArgument(value: Value, letter: string): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.bytes;
  throw structError(`argument for '${letter}' must be a bytes object`);
}
