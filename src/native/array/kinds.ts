/**
 * The kinds of items that an array can hold: how each is read and written (CPython Modules/arraymodule.c).
 *
 * Trap: the messages for numbers out of range are those of the C conversions that CPython goes through, a wider one
 * first: 2**40 in an array of bytes is too large for a C short, before it is too large for a char.
 */
import { toDouble, toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, PyFloat, strFromCodePoints, textOf } from "../../objects/kernel/payload.ts";
import { overflowError, type PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { codePointAt, textLength } from "../../objects/types/text.ts";

export interface ItemKind {
  readonly typecode: string;
  readonly size: 1 | 2 | 4 | 8;
  /** As memoryview shows it. */
  readonly format: string;
  readonly integer: boolean;
  readonly signed: boolean;
  /** The code for pickling, CPython's "machine format". */
  readonly machineFormat: number;
  get(view: DataView, at: number): Value;
  set(view: DataView, at: number, value: Value): void;
}

const LONG_MAX = 0x7fffffffffffffffn;

/** Ranges that a C conversion checks, in its order. */
interface Check {
  readonly least: number;
  readonly most: number;
  readonly name: string;
}

const SHORT: Check = { least: -0x8000, most: 0x7fff, name: "signed short integer" };
const INT: Check = { least: -0x80000000, most: 0x7fffffff, name: "signed integer" };

function checked(value: Value, checks: readonly Check[]): number {
  const int = toIndex(value);
  if (int > LONG_MAX || int < -LONG_MAX - 1n) throw overflowError("Python int too large to convert to C long");
  for (const { least, most, name } of checks) {
    if (int < least) throw overflowError(`${name} is less than minimum`);
    if (int > most) throw overflowError(`${name} is greater than maximum`);
  }
  return Number(int);
}

const tooLarge = (type: string): PyError => overflowError(`Python int too large to convert to C ${type}`);

/** A C unsigned long. */
function unsignedLong(value: Value): number | bigint {
  const int = toIndex(value);
  if (int < 0) throw overflowError("can't convert negative value to unsigned int");
  if (int > 0xffffffffffffffffn) throw tooLarge("unsigned long");
  return int;
}

function unsignedInt(value: Value): number {
  const int = unsignedLong(value);
  if (int > 0xffffffff) throw overflowError("unsigned int is greater than maximum");
  return Number(int);
}

function signedLong(value: Value): bigint {
  const int = BigInt(toIndex(value));
  if (BigInt.asIntN(64, int) !== int) throw tooLarge("long");
  return int;
}

function signedLongLong(value: Value): bigint {
  const int = BigInt(toIndex(value));
  if (BigInt.asIntN(64, int) !== int) throw overflowError("int too big to convert");
  return int;
}

function unsignedLongLong(value: Value): bigint {
  const int = BigInt(toIndex(value));
  if (int < 0n) throw overflowError("can't convert negative int to unsigned");
  if (int > 0xffffffffffffffffn) throw overflowError("int too big to convert");
  return int;
}

function character(value: Value): number {
  const text = textOf(value);
  if (text === undefined || textLength(text) !== 1) throw typeError("array item must be unicode character");
  return codePointAt(text, 0);
}

type Accessors = Pick<ItemKind, "get" | "set">;

const kind = (
  typecode: string,
  size: ItemKind["size"],
  machineFormat: number,
  accessors: Accessors,
  shape: "signed" | "unsigned" | "other",
  format = typecode,
): ItemKind => ({
  typecode,
  size,
  format,
  machineFormat,
  integer: shape !== "other",
  signed: shape === "signed",
  ...accessors,
});

const signed64 = (convert: (value: Value) => bigint): Accessors => ({
  get: (view, at) => intFromBigInt(view.getBigInt64(at, true)),
  set: (view, at, value) => view.setBigInt64(at, convert(value), true),
});

const unsigned64 = (convert: (value: Value) => number | bigint): Accessors => ({
  get: (view, at) => intFromBigInt(view.getBigUint64(at, true)),
  set: (view, at, value) => view.setBigUint64(at, BigInt(convert(value)), true),
});

const BYTE_CHECKS = [SHORT, { least: -128, most: 127, name: "signed char" }];
const UNSIGNED_BYTE_CHECKS = [{ least: 0, most: 255, name: "unsigned byte integer" }];
const UNSIGNED_SHORT_CHECKS = [INT, { least: 0, most: 0xffff, name: "unsigned short" }];

export const LAST_CODE_POINT = 0x10ffff;

/** In CPython's order. */
export const KINDS: readonly ItemKind[] = [
  kind(
    "b",
    1,
    1,
    { get: (view, at) => view.getInt8(at), set: (view, at, value) => view.setInt8(at, checked(value, BYTE_CHECKS)) },
    "signed",
  ),
  kind(
    "B",
    1,
    0,
    {
      get: (view, at) => view.getUint8(at),
      set: (view, at, value) => view.setUint8(at, checked(value, UNSIGNED_BYTE_CHECKS)),
    },
    "unsigned",
  ),
  kind(
    "u",
    4,
    20,
    {
      get: (view, at) => {
        const codePoint = view.getUint32(at, true);
        if (codePoint > LAST_CODE_POINT) throw valueError("chr() arg not in range(0x110000)");
        return strFromCodePoints([codePoint]);
      },
      set: (view, at, value) => view.setUint32(at, character(value), true),
    },
    "other",
    "w",
  ),
  kind(
    "h",
    2,
    4,
    {
      get: (view, at) => view.getInt16(at, true),
      set: (view, at, value) => view.setInt16(at, checked(value, [SHORT]), true),
    },
    "signed",
  ),
  kind(
    "H",
    2,
    2,
    {
      get: (view, at) => view.getUint16(at, true),
      set: (view, at, value) => view.setUint16(at, checked(value, UNSIGNED_SHORT_CHECKS), true),
    },
    "unsigned",
  ),
  kind(
    "i",
    4,
    8,
    {
      get: (view, at) => view.getInt32(at, true),
      set: (view, at, value) => view.setInt32(at, checked(value, [INT]), true),
    },
    "signed",
  ),
  kind(
    "I",
    4,
    6,
    {
      get: (view, at) => view.getUint32(at, true),
      set: (view, at, value) => view.setUint32(at, unsignedInt(value), true),
    },
    "unsigned",
  ),
  kind("l", 8, 12, signed64(signedLong), "signed"),
  kind("L", 8, 10, unsigned64(unsignedLong), "unsigned"),
  kind("q", 8, 12, signed64(signedLongLong), "signed"),
  kind("Q", 8, 10, unsigned64(unsignedLongLong), "unsigned"),
  kind(
    "f",
    4,
    14,
    {
      get: (view, at) => new PyFloat(view.getFloat32(at, true)),
      set: (view, at, value) => view.setFloat32(at, toDouble(value), true),
    },
    "other",
  ),
  kind(
    "d",
    8,
    16,
    {
      get: (view, at) => new PyFloat(view.getFloat64(at, true)),
      set: (view, at, value) => view.setFloat64(at, toDouble(value), true),
    },
    "other",
  ),
];

export const KIND_BY_TYPECODE: ReadonlyMap<string, ItemKind> = new Map(KINDS.map((each) => [each.typecode, each]));
