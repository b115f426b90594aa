/**
 * float (CPython Objects/floatobject.c). The arithmetic is in util/float.ts, the texts in util/float-text.ts.
 *
 * Trap: JavaScript compares a bigint with a number by their exact values, so comparing with an int needs no
 * conversion; arithmetic with an int does, and raises OverflowError for one that fits no double.
 */
import {
  asIntegerRatio,
  floatDivide,
  floatDivmod,
  floatFloorDivide,
  floatModulo,
  roundHalfEven,
  roundToDigits,
} from "../../util/float.ts";
import { floatFromHex, floatHex, floatRepr, isIntegral, parseFloatText } from "../../util/float-text.ts";
import { formatFloat } from "../../util/format-spec.ts";
import { hashFloat, hashIdentity } from "../../util/hash.ts";
import { floatToInt } from "../../util/int.ts";
import { genericLookup } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { FLOAT, NONE, NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { idOf } from "../kernel/identity.ts";
import { intToDouble, toDouble, toDoubleBySlot, toIndex } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf, PyFloat, strFromText, textOf, tuple } from "../kernel/payload.ts";
import { raising, translated } from "../kernel/problem.ts";
import { str } from "../kernel/protocol.ts";
import { typeError, valueError } from "../kernel/raise.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { constructorArguments } from "./arguments.ts";
import { floatPower } from "./float-arithmetic.ts";
import { specArgument } from "./format-argument.ts";
import { numberText, shortRepr } from "./number-text.ts";
import { encodeStr } from "./str-codecs.ts";
import { textArgument, textFromJs, textToJs } from "./text.ts";

/** The double of a float or int; undefined for anything else. */
function doubleOf(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value;
  const int = intOf(value);
  return int === undefined ? undefined : intToDouble(int);
}

function operator(compute: (left: number, right: number) => Value): (left: Value, right: Value) => Value {
  return (left, right) => {
    const a = left instanceof PyFloat ? left.value : doubleOf(left);
    if (a === undefined) return NOT_IMPLEMENTED;
    const b = right instanceof PyFloat ? right.value : doubleOf(right);
    if (b === undefined) return NOT_IMPLEMENTED;
    try {
      return compute(a, b);
    } catch (error) {
      throw translated(error);
    }
  };
}

function comparison(
  test: (left: number | bigint, right: number | bigint) => boolean,
): (left: PyFloat, right: Value) => Value {
  return (left, right) => {
    if (right instanceof PyFloat) return test(left.value, right.value);
    const int = intOf(right);
    return int === undefined ? NOT_IMPLEMENTED : test(left.value, int);
  };
}

function power(base: Value, exponent: Value, modulus: Value): Value {
  if (modulus !== NONE) throw typeError("pow() 3rd argument not allowed unless all arguments are integers");
  const a = doubleOf(base);
  if (a === undefined) return NOT_IMPLEMENTED;
  const b = doubleOf(exponent);
  return b === undefined ? NOT_IMPLEMENTED : floatPower(a, b);
}

function newFloat(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const [x] = constructorArguments(FLOAT, cls, "__init__", args, kwnames, 0, 1);
  if (cls === FLOAT && x instanceof PyFloat && x.cls === FLOAT) return x;
  return new PyFloat(x === undefined ? 0 : floatOf(x), cls);
}

/** `float(value)` as a double. */
export function floatOf(value: Value): number {
  if (value instanceof PyFloat && value.cls === FLOAT) return value.value;
  if (typeof value === "number") return value;
  const text = numberText(value);
  const slots = typeOf(value).slots;
  if (slots.__float__ !== undefined || slots.__index__ !== undefined) {
    return value instanceof PyFloat ? toDoubleBySlot(value) : toDouble(value);
  }
  if (text === undefined) {
    throw typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
  }
  const result = parseFloatText(text);
  if (result === undefined) throw valueError(`could not convert string to float: ${shortRepr(value)}`);
  return result;
}

function round(self: PyFloat, digits: Value): Value {
  if (digits === NONE) return raising(() => floatToInt(roundHalfEven(self.value)));
  const places = toIndex(digits);
  return new PyFloat(raising(() => roundToDigits(self.value, places)));
}

function format(self: PyFloat, spec: Value): Value {
  const text = textToJs(specArgument(spec));
  if (text === "") return self.cls === FLOAT ? floatRepr(self.value) : str(self);
  return strFromText(textFromJs(raising(() => formatFloat(self.value, text, typeName(self)))));
}

function fromHex(cls: PyType, string: Value): Value {
  const text = textOf(string);
  if (text === undefined) throw typeError("bad argument type for built-in operation");
  encodeStr(string); // Which lone surrogates do not survive.
  const value = new PyFloat(raising(() => floatFromHex(textToJs(text))));
  return cls === FLOAT ? value : call(cls, value);
}

function getFormat(_cls: PyType, typestr: Value): Value {
  const text = textArgument(typestr, "__getformat__", "argument");
  if (text !== "double" && text !== "float") {
    throw valueError("__getformat__() argument 1 must be 'double' or 'float'");
  }
  return "IEEE, little-endian";
}

/** The float itself, as a plain one. */
function plain(self: PyFloat): Value {
  return self.cls === FLOAT ? self : new PyFloat(self.value);
}

const whole = (rounding: (value: number) => number) => (self: PyFloat) =>
  raising(() => floatToInt(rounding(self.value)));

completeType<PyFloat>(FLOAT, {
  doc: "Convert a string or number to a floating-point number, if possible.",
  traits: { basetype: true, matchSelf: true },
  allocate: (cls) => new PyFloat(0, cls),
  slots: {
    __new__: newFloat,
    __repr__: (self) => floatRepr(self.value),
    __getattribute__: genericLookup,
    __hash__: (self) => (Number.isNaN(self.value) ? hashIdentity(idOf(self)) : hashFloat(self.value)),
    __lt__: comparison((a, b) => a < b),
    __le__: comparison((a, b) => a <= b),
    // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are compared by value
    __eq__: comparison((a, b) => a == b),
    // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are compared by value
    __ne__: comparison((a, b) => a != b),
    __gt__: comparison((a, b) => a > b),
    __ge__: comparison((a, b) => a >= b),
    __add__: operator((a, b) => new PyFloat(a + b)),
    __sub__: operator((a, b) => new PyFloat(a - b)),
    __mul__: operator((a, b) => new PyFloat(a * b)),
    __mod__: operator((a, b) => new PyFloat(floatModulo(a, b))),
    __divmod__: operator((a, b) => tuple(floatDivmod(a, b).map((each) => new PyFloat(each)))),
    __pow__: power,
    __neg__: (self) => new PyFloat(-self.value),
    __pos__: plain,
    __abs__: (self) => new PyFloat(Math.abs(self.value)),
    __bool__: (self) => self.value !== 0,
    __int__: whole(Math.trunc),
    __float__: plain,
    __floordiv__: operator((a, b) => new PyFloat(floatFloorDivide(a, b))),
    __truediv__: operator((a, b) => new PyFloat(floatDivide(a, b))),
  },
  methods: {
    conjugate: ["($self, /)", "Return self, the complex conjugate of any float.", plain],
    __trunc__: ["($self, /)", "Return the Integral closest to x between 0 and x.", whole(Math.trunc)],
    __floor__: ["($self, /)", "Return the floor as an Integral.", whole(Math.floor)],
    __ceil__: ["($self, /)", "Return the ceiling as an Integral.", whole(Math.ceil)],
    __round__: [
      "($self, ndigits=None, /)",
      "Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).",
      round,
    ],
    as_integer_ratio: [
      "($self, /)",
      "Return a pair of integers, whose ratio is exactly equal to the original float.\n\nThe ratio is in lowest terms and has a positive denominator.  Raise\nOverflowError on infinities and a ValueError on NaNs.\n\n>>> (10.0).as_integer_ratio()\n(10, 1)\n>>> (0.0).as_integer_ratio()\n(0, 1)\n>>> (-.25).as_integer_ratio()\n(-1, 4)",
      (self: PyFloat) => tuple(raising(() => asIntegerRatio(self.value))),
    ],
    hex: [
      "($self, /)",
      "Return a hexadecimal representation of a floating-point number.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'\n>>> 3.14159.hex()\n'0x1.921f9f01b866ep+1'",
      (self: PyFloat) => floatHex(self.value),
    ],
    is_integer: ["($self, /)", "Return True if the float is an integer.", (self: PyFloat) => isIntegral(self.value)],
    __getnewargs__: ["($self, /)", undefined, (self: PyFloat) => tuple([new PyFloat(self.value)])],
    __format__: ["($self, format_spec, /)", "Formats the float according to format_spec.", format],
  },
  classmethods: {
    fromhex: [
      "($type, string, /)",
      "Create a floating-point number from a hexadecimal string.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375\n>>> float.fromhex('-0x1p-1074')\n-5e-324",
      fromHex,
    ],
    __getformat__: [
      "($type, typestr, /)",
      "You probably don't want to use this function.\n\n  typestr\n    Must be 'double' or 'float'.\n\nIt exists mainly to be used in Python's test suite.\n\nThis function returns whichever of 'unknown', 'IEEE, big-endian' or 'IEEE,\nlittle-endian' best describes the format of floating-point numbers used by the\nC type named by typestr.",
      getFormat,
    ],
  },
  getset: {
    real: [plain, undefined, "the real part of a complex number"],
    imag: [() => new PyFloat(0), undefined, "the imaginary part of a complex number"],
  },
});
FLOAT.textSignature = "(x=0, /)";
