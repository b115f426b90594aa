/**
 * Python's `==` on constants, as sets and duplicate checks need it.
 *
 * Trap: 1 == 1.0 == True == (1+0j), and a NaN is equal to itself only as the same object.
 */
import {
  BytesConstant,
  ComplexConstant,
  FloatConstant,
  FrozenSetConstant,
  type Plain,
  TupleConstant,
  WideText,
} from "../../bytecode/constants.ts";

export function equalConstants(left: Plain, right: Plain): boolean {
  if (left === right) return true;
  const a = numericParts(left);
  const b = numericParts(right);
  // Loose equality compares a bigint with a number by value, as Python does.
  // biome-ignore lint/suspicious/noDoubleEquals: exact comparison of int and float
  if (a !== null && b !== null) return a[0] == b[0] && a[1] === b[1];
  if (left instanceof WideText && right instanceof WideText) return sameItems(left.codePoints, right.codePoints);
  if (left instanceof BytesConstant && right instanceof BytesConstant) return sameItems(left.bytes, right.bytes);
  if (left instanceof TupleConstant && right instanceof TupleConstant) {
    const { items } = right;
    return left.items.length === items.length && left.items.every((item, index) => equalConstants(item, items[index]!));
  }
  if (left instanceof FrozenSetConstant && right instanceof FrozenSetConstant) {
    return left.items.length === right.items.length && left.items.every((item) => contains(right.items, item));
  }
  return false;
}

export function contains(items: readonly Plain[], wanted: Plain): boolean {
  return items.some((item) => equalConstants(item, wanted));
}

function numericParts(value: Plain): readonly [real: number | bigint, imag: number] | null {
  if (typeof value === "number" || typeof value === "bigint") return [value, 0];
  if (typeof value === "boolean") return [value ? 1 : 0, 0];
  if (value instanceof FloatConstant) return [value.value, 0];
  if (value instanceof ComplexConstant) return [value.real, value.imag];
  return null;
}

function sameItems(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
