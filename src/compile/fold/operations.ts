/**
 * Operators on constants, as far as the compiler may compute them (CPython: `safe_multiply` and its neighbours in
 * Python/ast_opt.c; the operations themselves are those of the objects).
 *
 * `undefined` means: leave it to run time, be it an error or too large a result.
 */
import {
  BytesConstant,
  ComplexConstant,
  type Constant,
  FloatConstant,
  FrozenSetConstant,
  type Plain,
  type Text,
  TupleConstant,
  WideText,
} from "../../bytecode/constants.ts";
import type { Operator, UnaryOperator } from "../../syntax/generated/ast.ts";
import { concatenateText } from "../../syntax/text.ts";
import { floatDivide, floatFloorDivide, floatModulo, floatPower } from "../../util/float.ts";
import * as int from "../../util/int.ts";
import { Problem } from "../../util/problem.ts";
import { codePointLength } from "../codepoints.ts";
import { addComplex, divideComplex, multiplyComplex, powerComplex, subtractComplex } from "./complex.ts";
import { ConstantSet } from "./equality.ts";

const MAX_INT_BITS = 128;
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

type Result = Constant | undefined;

/** Python's exceptions leave the expression as it is. */
function attempt(operation: () => Result): Result {
  try {
    return operation();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function asInt(value: Plain): int.PyInt | null {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" || typeof value === "bigint" ? value : null;
}

function isText(value: Plain): value is Text {
  return typeof value === "string" || value instanceof WideText;
}

function isTrue(value: Constant): boolean {
  if (value === null) return false;
  if (typeof value === "object") {
    if (value instanceof FloatConstant) return value.value !== 0;
    if (value instanceof ComplexConstant) return value.real !== 0 || value.imag !== 0;
    if (value instanceof BytesConstant) return value.bytes.length > 0;
    if (value instanceof TupleConstant || value instanceof FrozenSetConstant) return value.items.length > 0;
    return true;
  }
  return Boolean(value);
}

export function unaryOperation(operator: UnaryOperator, value: Constant): Result {
  if (operator === "Not") return !isTrue(value);
  const integer = asInt(value);
  if (integer !== null) {
    if (operator === "Invert") return int.invert(integer);
    return operator === "USub" ? int.negate(integer) : integer;
  }
  if (operator === "Invert") return undefined;
  const negative = operator === "USub";
  if (value instanceof FloatConstant) return negative ? new FloatConstant(-value.value) : value;
  if (value instanceof ComplexConstant) return negative ? new ComplexConstant(-value.real, -value.imag) : value;
  return undefined;
}

export function binaryOperation(operator: Operator, left: Constant, right: Constant): Result {
  return attempt(() => {
    if (operator === "Mult" && repeats(left, right)) return repeat(left, right);
    const a = asInt(left);
    const b = asInt(right);
    if (a !== null && b !== null) {
      const bits = typeof left === "boolean" && typeof right === "boolean" ? bitOperation(operator, left, right) : null;
      return bits ?? intOperation(operator, a, b);
    }
    return numberOperation(operator, left, right) ?? collectionOperation(operator, left, right);
  });
}

function bitOperation(operator: Operator, left: boolean, right: boolean): boolean | null {
  if (operator === "BitAnd") return left && right;
  if (operator === "BitOr") return left || right;
  return operator === "BitXor" ? left !== right : null;
}

function intOperation(operator: Operator, a: int.PyInt, b: int.PyInt): Result {
  switch (operator) {
    case "Add":
      return int.add(a, b);
    case "Sub":
      return int.subtract(a, b);
    case "Mult":
      return int.bitLength(a) + int.bitLength(b) > MAX_INT_BITS && !isZero(a) && !isZero(b)
        ? undefined
        : int.multiply(a, b);
    case "Div":
      return new FloatConstant(int.trueDivide(a, b));
    case "FloorDiv":
      return int.floorDivide(a, b);
    case "Mod":
      return int.modulo(a, b);
    case "Pow":
      return intPower(a, b);
    case "LShift":
      return shiftLeft(a, b);
    case "RShift":
      return int.shiftRight(a, b);
    case "BitOr":
      return int.bitOr(a, b);
    case "BitXor":
      return int.bitXor(a, b);
    case "BitAnd":
      return int.bitAnd(a, b);
    case "MatMult":
      return undefined;
  }
}

function isZero(value: int.PyInt): boolean {
  return value === 0;
}

function intPower(a: int.PyInt, b: int.PyInt): Result {
  if (int.sign(b) < 0) return floatResult(floatPower(int.intToFloat(a), int.intToFloat(b)));
  if (!isZero(a) && !isZero(b) && int.bitLength(a) > MAX_INT_BITS / Number(b)) return undefined;
  return int.power(a, b);
}

function shiftLeft(a: int.PyInt, b: int.PyInt): Result {
  if (!isZero(a) && !isZero(b) && (int.sign(b) < 0 || int.bitLength(a) > MAX_INT_BITS - Number(b))) return undefined;
  return int.shiftLeft(a, b);
}

function floatResult(value: number | undefined): Result {
  return value === undefined ? undefined : new FloatConstant(value);
}

function asFloat(value: Constant): number | null {
  if (value instanceof FloatConstant) return value.value;
  const integer = asInt(value);
  return integer === null ? null : int.intToFloat(integer);
}

function asComplex(value: Constant): ComplexConstant | null {
  if (value instanceof ComplexConstant) return value;
  const real = asFloat(value);
  return real === null ? null : new ComplexConstant(real, 0);
}

function numberOperation(operator: Operator, left: Constant, right: Constant): Result {
  if (left instanceof ComplexConstant || right instanceof ComplexConstant) {
    const a = asComplex(left);
    const b = asComplex(right);
    return a === null || b === null ? undefined : complexOperation(operator, a, b);
  }
  const a = asFloat(left);
  const b = a === null ? null : asFloat(right);
  return a === null || b === null ? undefined : floatOperation(operator, a, b);
}

function floatOperation(operator: Operator, a: number, b: number): Result {
  switch (operator) {
    case "Add":
      return new FloatConstant(a + b);
    case "Sub":
      return new FloatConstant(a - b);
    case "Mult":
      return new FloatConstant(a * b);
    case "Div":
      return new FloatConstant(floatDivide(a, b));
    case "FloorDiv":
      return new FloatConstant(floatFloorDivide(a, b));
    case "Mod":
      return new FloatConstant(floatModulo(a, b));
    case "Pow": {
      const value = floatPower(a, b);
      // A negative number to a fractional power is complex.
      return value === undefined
        ? powerComplex(new ComplexConstant(a, 0), new ComplexConstant(b, 0))
        : new FloatConstant(value);
    }
    default:
      return undefined;
  }
}

function complexOperation(operator: Operator, a: ComplexConstant, b: ComplexConstant): Result {
  switch (operator) {
    case "Add":
      return addComplex(a, b);
    case "Sub":
      return subtractComplex(a, b);
    case "Mult":
      return multiplyComplex(a, b);
    case "Div":
      return divideComplex(a, b);
    case "Pow":
      return powerComplex(a, b);
    default:
      return undefined;
  }
}

function collectionOperation(operator: Operator, left: Constant, right: Constant): Result {
  if (operator === "Add") {
    if (isText(left) && isText(right)) return concatenateText([left, right]);
    if (left instanceof BytesConstant && right instanceof BytesConstant) {
      const bytes = new Uint8Array(left.bytes.length + right.bytes.length);
      bytes.set(left.bytes);
      bytes.set(right.bytes, left.bytes.length);
      return new BytesConstant(bytes);
    }
    if (left instanceof TupleConstant && right instanceof TupleConstant) {
      return new TupleConstant([...left.items, ...right.items]);
    }
  }
  if (left instanceof FrozenSetConstant && right instanceof FrozenSetConstant) {
    const items = setOperation(operator, left.items, right.items);
    return items === undefined ? undefined : new FrozenSetConstant(items);
  }
  return undefined;
}

function setOperation(operator: Operator, left: readonly Plain[], right: readonly Plain[]): Plain[] | undefined {
  const inLeft = new ConstantSet(left);
  const inRight = new ConstantSet(right);
  const onlyLeft = left.filter((item) => !inRight.has(item));
  const onlyRight = right.filter((item) => !inLeft.has(item));
  switch (operator) {
    case "BitOr":
      return [...left, ...onlyRight];
    case "BitAnd":
      return left.filter((item) => inRight.has(item));
    case "BitXor":
      return [...onlyLeft, ...onlyRight];
    case "Sub":
      return onlyLeft;
    default:
      return undefined;
  }
}

type Sequence = Text | BytesConstant | TupleConstant;

function isSequence(value: Constant): value is Sequence {
  return isText(value) || value instanceof BytesConstant || value instanceof TupleConstant;
}

function repeats(left: Constant, right: Constant): boolean {
  return (asInt(left) !== null && isSequence(right)) || (isSequence(left) && asInt(right) !== null);
}

function repeat(left: Constant, right: Constant): Result {
  const sequence = isSequence(left) ? left : (right as Sequence);
  const count = asInt(isSequence(left) ? right : left);
  const size = sizeOf(sequence);
  if (typeof count !== "number") return size === 0 ? sequence : undefined;
  if (size > 0) {
    const limit = sequence instanceof TupleConstant ? MAX_COLLECTION_SIZE : MAX_STR_SIZE;
    if (count < 0 || count > Math.floor(limit / size)) return undefined;
    const total = count === 0 ? 0 : Math.floor(MAX_TOTAL_ITEMS / count);
    if (sequence instanceof TupleConstant && count > 0 && remainingItems(sequence, total) < 0) return undefined;
  }
  return repeated(sequence, size === 0 ? 1 : count);
}

function sizeOf(sequence: Sequence): number {
  if (typeof sequence === "string") return codePointLength(sequence);
  if (sequence instanceof WideText) return sequence.codePoints.length;
  return sequence instanceof BytesConstant ? sequence.bytes.length : sequence.items.length;
}

/** The limit less the items of the collection, those of nested ones included. */
function remainingItems(value: Plain, limit: number): number {
  if (!(value instanceof TupleConstant || value instanceof FrozenSetConstant)) return limit;
  let rest = limit - value.items.length;
  for (const item of value.items) {
    if (rest < 0) break;
    rest = remainingItems(item, rest);
  }
  return rest;
}

function repeated(sequence: Sequence, count: number): Constant {
  if (count === 1) return sequence;
  if (typeof sequence === "string") return sequence.repeat(count);
  if (sequence instanceof WideText) {
    return count === 0
      ? ""
      : new WideText(repeatNumbers(sequence.codePoints, new Uint32Array(sequence.codePoints.length * count)));
  }
  if (sequence instanceof BytesConstant) {
    return new BytesConstant(repeatNumbers(sequence.bytes, new Uint8Array(sequence.bytes.length * count)));
  }
  return new TupleConstant(Array.from({ length: count }, () => sequence.items).flat());
}

function repeatNumbers<Numbers extends Uint8Array | Uint32Array>(source: Numbers, target: Numbers): Numbers {
  for (let offset = 0; offset < target.length; offset += source.length) target.set(source, offset);
  return target;
}

export function subscriptOperation(value: Constant, key: Constant): Result {
  const position = asInt(key);
  if (typeof position !== "number" || !isSequence(value)) return undefined;
  const size = sizeOf(value);
  const index = position < 0 ? position + size : position;
  if (index < 0 || index >= size) return undefined;
  if (typeof value === "string") return value[index];
  if (value instanceof WideText) return textOfCodePoint(value.codePoints[index]!);
  if (value instanceof BytesConstant) return value.bytes[index];
  return value.items[index] as Constant;
}

function textOfCodePoint(codePoint: number): Text {
  const narrow = codePoint < 0xd800 || (codePoint > 0xdfff && codePoint < 0x10000);
  return narrow ? String.fromCodePoint(codePoint) : new WideText(Uint32Array.of(codePoint));
}
