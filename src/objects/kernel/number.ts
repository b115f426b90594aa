/**
 * Operators, and conversions to int, float and index (CPython Objects/abstract.c).
 */
import type { PyBuiltinFunction } from "./builtin.ts";
import { callSpecial } from "./call.ts";
import {
  BUILTIN_FUNCTION,
  COMPLEX,
  FLOAT,
  INT,
  isInstance,
  isSubtype,
  NONE,
  NOT_IMPLEMENTED,
  typeName,
  typeOf,
} from "./core-types.ts";
import { EXCEPTIONS } from "./exception-types.ts";
import type { PyType, Value } from "./object.ts";
import { intOf, PyFloat } from "./payload.ts";
import { overflowError, raise, typeError } from "./raise.ts";
import type { BinarySlot } from "./slots.ts";
import { hooks } from "./thread.ts";

export type BinaryOperator =
  | "__add__"
  | "__sub__"
  | "__mul__"
  | "__mod__"
  | "__divmod__"
  | "__lshift__"
  | "__rshift__"
  | "__and__"
  | "__xor__"
  | "__or__"
  | "__floordiv__"
  | "__truediv__"
  | "__matmul__";

export type InplaceOperator =
  `__i${"add" | "sub" | "mul" | "mod" | "lshift" | "rshift" | "and" | "xor" | "or" | "floordiv" | "truediv" | "matmul"}__`;

const SYMBOLS: Record<BinaryOperator, string> = {
  __add__: "+",
  __sub__: "-",
  __mul__: "*",
  __mod__: "%",
  __divmod__: "divmod()",
  __lshift__: "<<",
  __rshift__: ">>",
  __and__: "&",
  __xor__: "^",
  __or__: "|",
  __floordiv__: "//",
  __truediv__: "/",
  __matmul__: "@",
};

/** CPython's binary_op1: try both numbers' slots, the right one first if it is of a subclass. */
export function binaryNumber(left: Value, right: Value, op: BinaryOperator): Value {
  const leftType = typeOf(left);
  const rightType = typeOf(right);
  const leftSlot = leftType.slots[op];
  let rightSlot: BinarySlot | undefined = rightType === leftType ? undefined : rightType.slots[op];
  if (rightSlot === leftSlot) rightSlot = undefined;
  if (leftSlot !== undefined) {
    if (rightSlot !== undefined && isSubtype(rightType, leftType)) {
      const result = rightSlot(left, right);
      if (result !== NOT_IMPLEMENTED) return result;
      rightSlot = undefined;
    }
    const result = leftSlot(left, right);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  return rightSlot === undefined ? NOT_IMPLEMENTED : rightSlot(left, right);
}

/** `left <op> right`. */
export function binaryOperator(left: Value, right: Value, op: BinaryOperator): Value {
  const result = binaryNumber(left, right, op);
  return result === NOT_IMPLEMENTED ? binaryFallback(left, right, op) : result;
}

/** What `left <op> right` means when neither type's number slot knows: the sequences' `+` and `*`, or TypeError. */
export function binaryFallback(left: Value, right: Value, op: BinaryOperator): Value {
  if (op === "__add__") {
    const concat = typeOf(left).slots.sq_concat;
    if (concat !== undefined) return concat(left, right);
  } else if (op === "__mul__") {
    const repeated = repeatSequence(left, right, false);
    if (repeated !== undefined) return repeated;
  }
  throw unsupported(left, right, SYMBOLS[op]);
}

/** Has the type a `tp_as_sequence`? All classes do, and builtins that define an operation of sequences. */
export function hasSequenceSlots(type: PyType): boolean {
  const { __len__, __contains__, sq_concat } = type.slots;
  return type.traits.heap || __len__ !== undefined || __contains__ !== undefined || sq_concat !== undefined;
}

function repeatSequence(left: Value, right: Value, inplace: boolean): Value | undefined {
  const leftSlots = typeOf(left).slots;
  const repeat = (inplace ? leftSlots.sq_inplace_repeat : undefined) ?? leftSlots.sq_repeat;
  if (repeat !== undefined) return repeat(left, repeatCount(right));
  // In place, the right operand is asked only by what is no sequence at all.
  if (inplace && hasSequenceSlots(typeOf(left))) return undefined;
  const rightRepeat = typeOf(right).slots.sq_repeat;
  return rightRepeat === undefined ? undefined : rightRepeat(right, repeatCount(left));
}

function repeatCount(value: Value): Value {
  if (typeOf(value).slots.__index__ === undefined) {
    throw typeError(`can't multiply sequence by non-int of type '${typeName(value)}'`);
  }
  return toSsize(value, "OverflowError");
}

function unsupported(left: Value, right: Value, symbol: string): unknown {
  const hint = symbol === ">>" && isPrint(left) ? '. Did you mean "print(<message>, file=<output_stream>)"?' : "";
  return typeError(`unsupported operand type(s) for ${symbol}: '${typeName(left)}' and '${typeName(right)}'${hint}`);
}

/** The function of a builtin called "print": `print >> file` was Python 2's way to print to a file. */
function isPrint(value: Value): boolean {
  return typeOf(value) === BUILTIN_FUNCTION && (value as PyBuiltinFunction).definition.name === "print";
}

/** `left <op>= right`. */
export function inplaceOperator(left: Value, right: Value, op: InplaceOperator): Value {
  const slots = typeOf(left).slots;
  const own = slots[op];
  if (own !== undefined) {
    const result = own(left, right);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  const plain = `__${op.slice(3)}` as BinaryOperator;
  const result = binaryNumber(left, right, plain);
  return result === NOT_IMPLEMENTED ? inplaceFallback(left, right, op) : result;
}

/** As `binaryFallback`, for `left <op>= right`. */
export function inplaceFallback(left: Value, right: Value, op: InplaceOperator): Value {
  const { slots } = typeOf(left);
  if (op === "__iadd__") {
    const concat = slots.sq_inplace_concat ?? slots.sq_concat;
    if (concat !== undefined) return concat(left, right);
  } else if (op === "__imul__") {
    const repeated = repeatSequence(left, right, true);
    if (repeated !== undefined) return repeated;
  }
  throw unsupported(left, right, `${SYMBOLS[`__${op.slice(3)}` as BinaryOperator]}=`);
}

/** `pow(base, exponent, modulus)`; `modulus` is None for `**`. */
export function power(base: Value, exponent: Value, modulus: Value = NONE, symbol = "** or pow()"): Value {
  const baseType = typeOf(base);
  const exponentType = typeOf(exponent);
  const baseSlot = baseType.slots.__pow__;
  let exponentSlot = exponentType === baseType ? undefined : exponentType.slots.__pow__;
  if (exponentSlot === baseSlot) exponentSlot = undefined;
  if (baseSlot !== undefined) {
    if (exponentSlot !== undefined && isSubtype(exponentType, baseType)) {
      const result = exponentSlot(base, exponent, modulus);
      if (result !== NOT_IMPLEMENTED) return result;
      exponentSlot = undefined;
    }
    const result = baseSlot(base, exponent, modulus);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (exponentSlot !== undefined) {
    const result = exponentSlot(base, exponent, modulus);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  if (modulus === NONE) throw unsupported(base, exponent, symbol);
  const modulusSlot = typeOf(modulus).slots.__pow__;
  if (modulusSlot !== undefined && modulusSlot !== baseSlot && modulusSlot !== exponentSlot) {
    const result = modulusSlot(base, exponent, modulus);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  throw typeError(
    `unsupported operand type(s) for ** or pow(): '${typeName(base)}', '${typeName(exponent)}', '${typeName(modulus)}'`,
  );
}

/** `base **= exponent`. */
export function inplacePower(base: Value, exponent: Value): Value {
  const slot = typeOf(base).slots.__ipow__;
  if (slot !== undefined) {
    const result = slot(base, exponent, NONE);
    if (result !== NOT_IMPLEMENTED) return result;
  }
  return power(base, exponent, NONE, "**=");
}

/** `-value`, `+value`, `~value`. */
export function unaryOperator(value: Value, op: "__neg__" | "__pos__" | "__invert__"): Value {
  const slot = typeOf(value).slots[op];
  if (slot !== undefined) return slot(value);
  const symbol = { __neg__: "-", __pos__: "+", __invert__: "~" }[op];
  throw typeError(`bad operand type for unary ${symbol}: '${typeName(value)}'`);
}

/** `operator.index(value)` as a plain int. */
export function toIndex(value: Value): number | bigint {
  if (typeof value === "number" || typeof value === "bigint") return value;
  const plain = intOf(value);
  if (plain !== undefined) return plain;
  const slot = typeOf(value).slots.__index__;
  if (slot === undefined) throw typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  const result = slot(value);
  const index = intOf(result);
  if (index === undefined) throw typeError(`__index__ returned non-int (type ${typeName(result)})`);
  warnIfSubclass(result, INT, "__index__");
  return index;
}

/** A result that is an instance of a strict subclass of `type` is deprecated. */
export function warnIfSubclass(result: Value, type: PyType, name: string): void {
  const actual = typeOf(result);
  if (actual === type) return;
  hooks.warn(
    EXCEPTIONS.DeprecationWarning,
    `${name} returned non-${type.name} (type ${actual.name}).  The ability to return an instance of a strict subclass of ${type.name} is deprecated, and may be removed in a future version of Python.`,
    1,
  );
}

/**
 * An index or size: a number in the Py_ssize_t range. Out of range: an exception of `error`, or, with
 * undefined, clipped to the nearest end as slices do.
 */
export function toSsize(value: Value, error: "IndexError" | "OverflowError" | "ValueError" | undefined): number {
  const index = toIndex(value);
  if (typeof index === "number") return index;
  if (error === undefined) return index < 0n ? -9007199254740991 : 9007199254740991;
  if (BigInt.asIntN(64, index) !== index) {
    throw raise(error, `cannot fit '${typeName(value)}' into an index-sized integer`);
  }
  return Number(index);
}

/** `float(value)` for anything with `__float__` or `__index__` (PyFloat_AsDouble). */
export function toDouble(value: Value): number {
  if (value instanceof PyFloat) return value.value;
  if (typeof value === "number") return value;
  const plain = intOf(value);
  if (plain !== undefined) return intToDouble(plain);
  if (typeOf(value).slots.__float__ !== undefined) return toDoubleBySlot(value);
  if (typeOf(value).slots.__index__ !== undefined) return intToDouble(toIndex(value));
  throw typeError(`must be real number, not ${typeName(value)}`);
}

/** What `__float__` gives, which a subclass of float may have too: only `float()` asks it. */
export function toDoubleBySlot(value: Value): number {
  const result = typeOf(value).slots.__float__?.(value) ?? NONE;
  if (!(result instanceof PyFloat)) {
    throw typeError(`${typeName(value)}.__float__ returned non-float (type ${typeName(result)})`);
  }
  warnIfSubclass(result, FLOAT, `${typeName(value)}.__float__`);
  return result.value;
}

/** Nearest double, ties to even; OverflowError beyond the range. JavaScript's Number(bigint) rounds exactly so. */
export function intToDouble(value: number | bigint): number {
  const result = Number(value);
  if (!Number.isFinite(result)) throw overflowError("int too large to convert to float");
  return result;
}

/** `abs(value)`. */
export function absolute(value: Value): Value {
  const slot = typeOf(value).slots.__abs__;
  if (slot === undefined) throw typeError(`bad operand type for abs(): '${typeName(value)}'`);
  return slot(value);
}

/** `format(value, spec)`. */
export function format(value: Value, spec: Value): Value {
  const result = callSpecial(value, "__format__", [spec]);
  if (result === undefined) throw typeError(`Type ${typeName(value)} doesn't define __format__`);
  if (!isInstance(result, typeOf(""))) throw typeError(`__format__ must return a str, not ${typeName(result)}`);
  return result;
}

/** PyNumber_Check. */
export function isNumber(value: Value): boolean {
  const { slots } = typeOf(value);
  return (
    slots.__index__ !== undefined ||
    slots.__int__ !== undefined ||
    slots.__float__ !== undefined ||
    isInstance(value, COMPLEX)
  );
}
