/**
 * int (CPython Objects/longobject.c).
 *
 * Values are numbers while they are safe integers, else bigints; PyInt only for instances of subclasses. The
 * arithmetic is in util/int.ts. Trap: an operation on a subclass gives a plain int, `+x` and `round(x)` too, so every
 * body takes the bare value with `bare` and never hands `self` back.
 */

import type { Text } from "../../bytecode/constants.ts";
import { formatInt } from "../../util/format-spec.ts";
import { hashInt } from "../../util/hash.ts";
import * as arithmetic from "../../util/int.ts";
import { intFromBytes, intToBytes, intToText } from "../../util/int-text.ts";
import { genericLookup } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { INT, NONE, NOT_IMPLEMENTED, typeName } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { intToDouble, toIndex } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf, PyBytes, PyFloat, PyInt, strFromText, tuple } from "../kernel/payload.ts";
import { raising, translated } from "../kernel/problem.ts";
import { str } from "../kernel/protocol.ts";
import { valueError } from "../kernel/raise.ts";
import { isTrue } from "../kernel/truth.ts";
import { toSsizeArgument } from "./arguments.ts";
import { bytesOf } from "./bytes-construct.ts";
import { floatPower } from "./float-arithmetic.ts";
import { specArgument } from "./format-argument.ts";
import { newInt } from "./int-construct.ts";
import { limits } from "./int-limits.ts";
import { textArgument, textFromJs, textToJs } from "./text.ts";

type Int = number | bigint;

/** The plain int of an int of any kind. */
function bare(self: Value): Int {
  return typeof self === "number" ? self : (intOf(self) as Int);
}

/** A two-sided operator: NOT_IMPLEMENTED unless both operands are ints. */
function operator(compute: (left: Int, right: Int) => Value): (left: Value, right: Value) => Value {
  return (left, right) => {
    const a = typeof left === "number" ? left : intOf(left);
    const b = typeof right === "number" ? right : intOf(right);
    if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
    try {
      return compute(a, b);
    } catch (error) {
      throw translated(error);
    }
  };
}

function comparison(test: (left: Int, right: Int) => boolean): (left: Value, right: Value) => Value {
  return (left, right) => {
    const a = intOf(left);
    const b = intOf(right);
    return a === undefined || b === undefined ? NOT_IMPLEMENTED : test(a, b);
  };
}

/** `base ** exponent`, `pow(base, exponent, modulus)`; a negative exponent without modulus is float arithmetic. */
function power(base: Value, exponent: Value, modulus: Value): Value {
  const a = intOf(base);
  const b = intOf(exponent);
  if (a === undefined || b === undefined) return NOT_IMPLEMENTED;
  if (modulus === NONE) {
    if (b < 0) return floatPower(intToDouble(a), intToDouble(b));
    return raising(() => arithmetic.power(a, b));
  }
  const m = intOf(modulus);
  return m === undefined ? NOT_IMPLEMENTED : raising(() => arithmetic.modularPower(a, b, m));
}

/** `repr(self)`. */
export function intRepr(self: Value): string {
  const value = bare(self);
  return typeof value === "number" ? String(value) : raising(() => intToText(value, limits.maxStrDigits));
}

function round(self: Value, digits: Value | undefined): Value {
  if (digits === undefined) return bare(self);
  const places = toIndex(digits);
  if (places >= 0) return bare(self);
  return raising(() => arithmetic.roundToPowerOfTen(bare(self), arithmetic.negate(places)));
}

function format(self: Value, spec: Value): Value {
  const text = textToJs(specArgument(spec));
  if (text === "") return str(self);
  const result = raising(() => formatInt(bare(self), text, limits.maxStrDigits, typeName(self)));
  return strFromText(textFromJs(result));
}

function checkByteOrder(order: Text): "little" | "big" {
  if (order !== "little" && order !== "big") throw valueError("byteorder must be either 'little' or 'big'");
  return order;
}

function toBytes(self: Value, length: Value, byteOrder: Value, signed: Value): Value {
  const size = toSsizeArgument(length);
  const text = textArgument(byteOrder, "to_bytes", "argument 'byteorder'");
  const isSigned = isTrue(signed);
  const order = checkByteOrder(text);
  if (size < 0) throw valueError("length argument must be non-negative");
  return new PyBytes(raising(() => intToBytes(bare(self), size, order, isSigned)));
}

function fromBytes(cls: PyType, bytes: Value, byteOrder: Value, signed: Value): Value {
  const text = textArgument(byteOrder, "from_bytes", "argument 'byteorder'");
  const isSigned = isTrue(signed);
  const order = checkByteOrder(text);
  const value = intFromBytes(bytesOf(bytes), order, isSigned);
  return cls === INT ? value : call(cls, value);
}

/** Digits of 30 bits, as a 64-bit CPython stores them. */
function sizeOf(self: Value): number {
  return 24 + 4 * Math.max(1, Math.ceil(arithmetic.bitLength(bare(self)) / 30));
}

completeType<Value>(INT, {
  doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number or string to an integer, or return 0 if no arguments\nare given.  If x is a number, return x.__int__().  For floating-point\nnumbers, this truncates towards zero.\n\nIf x is not a number or if base is given, then x must be a string,\nbytes, or bytearray instance representing an integer literal in the\ngiven base.  The literal can be preceded by '+' or '-' and be surrounded\nby whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\nBase 0 means to interpret the base from the string as an integer literal.\n>>> int('0b100', base=0)\n4",
  traits: { basetype: true, matchSelf: true },
  allocate: (cls) => new PyInt(0, cls),
  slots: {
    __new__: newInt,
    __repr__: intRepr,
    __hash__: (self) => hashInt(bare(self)),
    __getattribute__: genericLookup,
    __lt__: comparison((a, b) => a < b),
    __le__: comparison((a, b) => a <= b),
    __eq__: comparison((a, b) => a === b),
    __ne__: comparison((a, b) => a !== b),
    __gt__: comparison((a, b) => a > b),
    __ge__: comparison((a, b) => a >= b),
    __add__: operator(arithmetic.add),
    __sub__: operator(arithmetic.subtract),
    __mul__: operator(arithmetic.multiply),
    __mod__: operator(arithmetic.modulo),
    __divmod__: operator((a, b) => tuple(arithmetic.divmod(a, b))),
    __pow__: power,
    __neg__: (self) => arithmetic.negate(bare(self)),
    __pos__: bare,
    __abs__: (self) => arithmetic.absolute(bare(self)),
    __bool__: (self) => bare(self) !== 0,
    __invert__: (self) => arithmetic.invert(bare(self)),
    __lshift__: operator(arithmetic.shiftLeft),
    __rshift__: operator(arithmetic.shiftRight),
    __and__: operator(arithmetic.bitAnd),
    __xor__: operator(arithmetic.bitXor),
    __or__: operator(arithmetic.bitOr),
    __int__: bare,
    __float__: (self) => new PyFloat(intToDouble(bare(self))),
    __floordiv__: operator(arithmetic.floorDivide),
    __truediv__: operator((a, b) => new PyFloat(arithmetic.trueDivide(a, b))),
    __index__: bare,
  },
  methods: {
    conjugate: ["~($self, /)", "Returns self, the complex conjugate of any int.", bare],
    bit_length: [
      "($self, /)",
      "Number of bits necessary to represent self in binary.\n\n>>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6",
      (self: Value) => arithmetic.bitLength(bare(self)),
    ],
    bit_count: [
      "($self, /)",
      "Number of ones in the binary representation of the absolute value of self.\n\nAlso known as the population count.\n\n>>> bin(13)\n'0b1101'\n>>> (13).bit_count()\n3",
      (self: Value) => arithmetic.bitCount(bare(self)),
    ],
    to_bytes: [
      "($self, /, length=1, byteorder='big', *, signed=False)",
      "Return an array of bytes representing an integer.\n\n  length\n    Length of bytes object to use.  An OverflowError is raised if the\n    integer is not representable with the given number of bytes.  Default\n    is length 1.\n  byteorder\n    The byte order used to represent the integer.  If byteorder is 'big',\n    the most significant byte is at the beginning of the byte array.  If\n    byteorder is 'little', the most significant byte is at the end of the\n    byte array.  To request the native byte order of the host system, use\n    `sys.byteorder' as the byte order value.  Default is to use 'big'.\n  signed\n    Determines whether two's complement is used to represent the integer.\n    If signed is False and a negative integer is given, an OverflowError\n    is raised.",
      toBytes,
    ],
    as_integer_ratio: [
      "($self, /)",
      "Return a pair of integers, whose ratio is equal to the original int.\n\nThe ratio is in lowest terms and has a positive denominator.\n\n>>> (10).as_integer_ratio()\n(10, 1)\n>>> (-10).as_integer_ratio()\n(-10, 1)\n>>> (0).as_integer_ratio()\n(0, 1)",
      (self: Value) => tuple([bare(self), 1]),
    ],
    __trunc__: ["~($self, /)", "Truncating an Integral returns itself.", bare],
    __floor__: ["~($self, /)", "Flooring an Integral returns itself.", bare],
    __ceil__: ["~($self, /)", "Ceiling of an Integral returns itself.", bare],
    __round__: [
      "($self, ndigits=<unrepresentable>, /)",
      "Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an integer.",
      round,
    ],
    __getnewargs__: ["($self, /)", undefined, (self: Value) => tuple([bare(self)])],
    __format__: ["($self, format_spec, /)", "Convert to a string according to format_spec.", format],
    __sizeof__: ["($self, /)", "Returns size in memory, in bytes.", sizeOf],
    is_integer: ["($self, /)", "Returns True. Exists for duck type compatibility with float.is_integer.", () => true],
  },
  classmethods: {
    from_bytes: [
      "($type, /, bytes, byteorder='big', *, signed=False)",
      "Return the integer represented by the given array of bytes.\n\n  bytes\n    Holds the array of bytes to convert.  The argument must either\n    support the buffer protocol or be an iterable object producing bytes.\n    Bytes and bytearray are examples of built-in objects that support the\n    buffer protocol.\n  byteorder\n    The byte order used to represent the integer.  If byteorder is 'big',\n    the most significant byte is at the beginning of the byte array.  If\n    byteorder is 'little', the most significant byte is at the end of the\n    byte array.  To request the native byte order of the host system, use\n    `sys.byteorder' as the byte order value.  Default is to use 'big'.\n  signed\n    Indicates whether two's complement is used to represent the integer.",
      fromBytes,
    ],
  },
  getset: {
    real: [bare, undefined, "the real part of a complex number"],
    imag: [() => 0, undefined, "the imaginary part of a complex number"],
    numerator: [bare, undefined, "the numerator of a rational number in lowest terms"],
    denominator: [() => 1, undefined, "the denominator of a rational number in lowest terms"],
  },
});
