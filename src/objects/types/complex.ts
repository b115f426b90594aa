/**
 * complex (CPython Objects/complexobject.c); the arithmetic is in float-arithmetic.ts.
 *
 * Trap: a float or int operand is made complex first, so `2 * z` multiplies an imaginary zero too, which shows in the
 * signs of zeros and with infinities.
 */
import { isNegative } from "../../util/float.ts";
import { formatFloatCode, parsePlainFloat } from "../../util/float-text.ts";
import { formatComplex } from "../../util/format-spec.ts";
import { hashComplex, hashFloat, hashIdentity } from "../../util/hash.ts";
import { toAsciiNumberText } from "../../util/unicode/number-text.ts";
import { genericLookup } from "../kernel/attribute.ts";
import { callSpecial } from "../kernel/call.ts";
import { COMPLEX, NONE, NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { idOf } from "../kernel/identity.ts";
import { intToDouble, toDouble, warnIfSubclass } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf, PyComplex, PyFloat, strFromJs, strFromText, textOf, tuple } from "../kernel/payload.ts";
import { raising } from "../kernel/problem.ts";
import { reprText, str } from "../kernel/protocol.ts";
import { type PyError, typeError, valueError } from "../kernel/raise.ts";
import { Signature } from "../kernel/signature.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { complexPower, complexSize, dividePairs, multiplyPairs, type Pair, toComplex } from "./float-arithmetic.ts";
import { specArgument } from "./format-argument.ts";
import { textFromJs, textToJs } from "./text.ts";

function pairOf(value: Value): Pair | undefined {
  if (value instanceof PyComplex) return value;
  if (value instanceof PyFloat) return { real: value.value, imag: 0 };
  const int = intOf(value);
  return int === undefined ? undefined : { real: intToDouble(int), imag: 0 };
}

function operator(compute: (left: Pair, right: Pair) => Pair): (left: Value, right: Value) => Value {
  return (left, right) => {
    const a = pairOf(left);
    if (a === undefined) return NOT_IMPLEMENTED;
    const b = pairOf(right);
    return b === undefined ? NOT_IMPLEMENTED : toComplex(compute(a, b));
  };
}

function power(base: Value, exponent: Value, modulus: Value): Value {
  const a = pairOf(base);
  if (a === undefined) return NOT_IMPLEMENTED;
  const b = pairOf(exponent);
  if (b === undefined) return NOT_IMPLEMENTED;
  if (modulus !== NONE) throw valueError("complex modulo");
  return toComplex(complexPower(a, b));
}

/** Equality with any number, exact for ints; undefined for other values. */
function equals(self: PyComplex, other: Value): boolean | undefined {
  if (other instanceof PyComplex) return self.real === other.real && self.imag === other.imag;
  if (other instanceof PyFloat) return self.imag === 0 && self.real === other.value;
  const int = intOf(other);
  // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are compared by value
  return int === undefined ? undefined : self.imag === 0 && self.real == int;
}

function hash(self: PyComplex): number | bigint {
  const part = (value: number) => (Number.isNaN(value) ? hashIdentity(idOf(self)) : hashFloat(value));
  return hashComplex(part(self.real), part(self.imag));
}

function repr(self: PyComplex): string {
  const { real, imag } = self;
  const imagText = formatFloatCode(imag, "r", 0);
  if (real === 0 && !isNegative(real)) return `${imagText}j`;
  return `(${formatFloatCode(real, "r", 0)}${imagText.startsWith("-") ? "" : "+"}${imagText}j)`;
}

const NUMBER = "(?:(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9][0-9_]*)(?:e[+-]?[0-9][0-9_]*)?|inf(?:inity)?|nan)";
const ONLY_REAL = new RegExp(`^[+-]?${NUMBER}$`, "i");
const WITH_IMAGINARY = new RegExp(`^([+-]?${NUMBER}(?=[+-]))?([+-]?)(${NUMBER})?j$`, "i");

/** Underscores stand between digits; the NUL is complained of with them. */
const MISPLACED_UNDERSCORE = /(?:^|[^0-9])_|_(?:[^0-9]|$)|_.*\0/s;

function malformed(): PyError {
  return valueError("complex() arg is a malformed string");
}

function parseComplex(text: string): Pair {
  let ascii = toAsciiNumberText(text);
  if (ascii.startsWith("(") && ascii.endsWith(")")) ascii = toAsciiNumberText(ascii.slice(1, -1));
  const refused = () =>
    /^[^\0]*_/.test(ascii) && MISPLACED_UNDERSCORE.test(ascii)
      ? valueError(`could not convert string to complex: ${reprText(strFromJs(text))}`)
      : malformed();
  const number = (part: string): number => {
    const value = parsePlainFloat(part);
    if (value === undefined) throw refused();
    return value;
  };
  if (ONLY_REAL.test(ascii)) return { real: number(ascii), imag: 0 };
  const match = WITH_IMAGINARY.exec(ascii);
  if (match === null) throw refused();
  const [, real, sign, imag] = match;
  return { real: real === undefined ? 0 : number(real), imag: number(`${sign}${imag ?? "1"}`) };
}

const SIGNATURE = new Signature("(real=<unrepresentable>, imag=<unrepresentable>)");

function newComplex(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const [real, imag] = SIGNATURE.bind("complex", "complex", args, kwnames) as [Value | undefined, Value | undefined];
  if (cls === COMPLEX && imag === undefined && real instanceof PyComplex && real.cls === COMPLEX) return real;
  const { real: re, imag: im } = fromArguments(real, imag);
  return new PyComplex(re, im, cls);
}

function fromArguments(real: Value | undefined, imag: Value | undefined): Pair {
  if (real === undefined && imag === undefined) return { real: 0, imag: 0 };
  const text = real === undefined ? undefined : textOf(real);
  if (text !== undefined) {
    if (imag !== undefined) throw typeError("complex() can't take second arg if first is a string");
    return parseComplex(textToJs(text));
  }
  if (imag !== undefined && textOf(imag) !== undefined) throw typeError("complex() second arg can't be a string");
  const first = real === undefined ? 0 : (specialComplex(real) ?? real);
  if (!isNumber(first)) {
    throw typeError(`complex() first argument must be a string or a number, not '${typeName(first)}'`);
  }
  if (imag !== undefined && !isNumber(imag)) {
    throw typeError(`complex() second argument must be a number, not '${typeName(imag)}'`);
  }
  const a = partOf(first);
  if (imag === undefined) return a;
  const b = partOf(imag);
  return {
    real: imag instanceof PyComplex ? a.real - b.imag : a.real,
    imag: first instanceof PyComplex ? b.real + a.imag : b.real,
  };
}

function isNumber(value: Value): boolean {
  const { slots } = typeOf(value);
  return value instanceof PyComplex || slots.__float__ !== undefined || slots.__index__ !== undefined;
}

function partOf(value: Value): Pair {
  return value instanceof PyComplex ? value : { real: toDouble(value), imag: 0 };
}

/** What `__complex__` of the value gives; undefined if it has none. */
function specialComplex(value: Value): PyComplex | undefined {
  if (value instanceof PyComplex && value.cls === COMPLEX) return value;
  const result = callSpecial(value, "__complex__", []);
  if (result === undefined) return undefined;
  if (!(result instanceof PyComplex)) throw typeError(`__complex__ returned non-complex (type ${typeName(result)})`);
  warnIfSubclass(result, COMPLEX, "__complex__");
  return result;
}

/** `complex(value)` of a number, as cmath takes its arguments (PyComplex_AsCComplex). */
export function complexOf(value: Value): Pair {
  if (value instanceof PyComplex) return value;
  return specialComplex(value) ?? { real: toDouble(value), imag: 0 };
}

function format(self: PyComplex, spec: Value): Value {
  const text = textToJs(specArgument(spec));
  if (text === "") return str(self);
  return strFromText(textFromJs(raising(() => formatComplex(self.real, self.imag, text, typeName(self)))));
}

/** The number itself, as a plain complex. */
function plain(self: PyComplex): Value {
  return self.cls === COMPLEX ? self : new PyComplex(self.real, self.imag);
}

const never = (_left: Value, _right: Value): Value => NOT_IMPLEMENTED;

completeType<PyComplex>(COMPLEX, {
  doc: "Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, convert it to a complex number.\nIf the 'real' or 'imag' arguments are given, create a complex number\nwith the specified real and imaginary components.",
  traits: { basetype: true },
  allocate: (cls) => new PyComplex(0, 0, cls),
  slots: {
    __new__: newComplex,
    __repr__: repr,
    __hash__: hash,
    __getattribute__: genericLookup,
    __lt__: never,
    __le__: never,
    __eq__: (self, other) => equals(self, other) ?? NOT_IMPLEMENTED,
    __ne__: (self, other) => {
      const same = equals(self, other);
      return same === undefined ? NOT_IMPLEMENTED : !same;
    },
    __gt__: never,
    __ge__: never,
    __add__: operator((a, b) => ({ real: a.real + b.real, imag: a.imag + b.imag })),
    __sub__: operator((a, b) => ({ real: a.real - b.real, imag: a.imag - b.imag })),
    __mul__: operator(multiplyPairs),
    __pow__: power,
    __neg__: (self) => new PyComplex(-self.real, -self.imag),
    __pos__: plain,
    __abs__: (self) => new PyFloat(complexSize(self)),
    __bool__: (self) => self.real !== 0 || self.imag !== 0,
    __truediv__: operator(dividePairs),
  },
  methods: {
    conjugate: [
      "($self, /)",
      "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.",
      (self: PyComplex) => new PyComplex(self.real, -self.imag),
    ],
    __complex__: ["($self, /)", "Convert this value to exact type complex.", plain],
    __getnewargs__: [
      "($self, /)",
      undefined,
      (self: PyComplex) => tuple([new PyFloat(self.real), new PyFloat(self.imag)]),
    ],
    __format__: ["($self, format_spec, /)", "Convert to a string according to format_spec.", format],
  },
  members: {
    real: [(self) => new PyFloat(self.real), undefined, "the real part of a complex number"],
    imag: [(self) => new PyFloat(self.imag), undefined, "the imaginary part of a complex number"],
  },
});
COMPLEX.textSignature = "(real=0, imag=0)";
