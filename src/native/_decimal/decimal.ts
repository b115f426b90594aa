/** The type decimal.Decimal (CPython Modules/_decimal/_decimal.c, the `dec_` functions). */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, NOT_IMPLEMENTED } from "../../objects/kernel/core-types.ts";
import { completeType, type MethodRow } from "../../objects/kernel/define.ts";
import { idOf } from "../../objects/kernel/identity.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, intOf, jsString, PyComplex, PyFloat, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { overflowError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import * as A from "./arithmetic.ts";
import { FLOAT_OPERATION, isSubnormal, ROUNDINGS, type Rounding, Work } from "./context.ts";
import { currentContext, type PyContext } from "./context-object.ts";
import {
  contextArgument,
  DECIMAL,
  exactNumber,
  integerPart,
  newDecimal,
  numberFromFloat,
  operand,
  PyDecimal,
  requireOperand,
  wrapIn,
} from "./decimal-object.ts";
import {
  adjusted,
  compareNumbers,
  type DecimalNumber,
  isFiniteDecimal,
  isNaNDecimal,
  isZero,
  numberText,
  pow10,
  withSign,
} from "./number.ts";
import { formatNumber } from "./text.ts";
import * as T from "./transcendental.ts";

type Unary = (work: Work, x: DecimalNumber) => DecimalNumber;
type Binary = (work: Work, x: DecimalNumber, y: DecimalNumber) => DecimalNumber;

const SELF = "($self, /)";
const CONTEXT = "($self, /, context=None)";
const OTHER = "($self, /, other, context=None)";

/** The operations with one operand, as Decimal and Context have them. */
export const UNARY: Readonly<Record<string, Unary>> = {
  exp: T.exponential,
  ln: T.naturalLogarithm,
  log10: T.commonLogarithm,
  next_minus: (work, x) => A.nextNumber(work, x, -1),
  next_plus: (work, x) => A.nextNumber(work, x, 1),
  normalize: A.reduce,
  sqrt: A.squareRoot,
  logb: A.logB,
  logical_invert: A.logicalInvert,
};

/** Those with two. */
export const BINARY: Readonly<Record<string, Binary>> = {
  compare: A.compare,
  compare_signal: (work, x, y) => A.compare(work, x, y, true),
  max: (work, x, y) => A.extreme(work, x, y, 1, false),
  max_mag: (work, x, y) => A.extreme(work, x, y, 1, true),
  min: (work, x, y) => A.extreme(work, x, y, -1, false),
  min_mag: (work, x, y) => A.extreme(work, x, y, -1, true),
  next_toward: nextToward,
  remainder_near: A.remainderNear,
  compare_total: (_work, x, y) => A.fromSign(A.compareTotal(x, y)),
  compare_total_mag: (_work, x, y) => A.fromSign(A.compareTotal(withSign(x, false), withSign(y, false))),
  copy_sign: (_work, x, y) => withSign(x, y.negative),
  logical_and: (work, x, y) => A.logical(work, x, y, (a, b) => a & b),
  logical_or: (work, x, y) => A.logical(work, x, y, (a, b) => a | b),
  logical_xor: (work, x, y) => A.logical(work, x, y, (a, b) => a ^ b),
  rotate: A.rotateDigits,
  scaleb: A.scaleB,
  shift: A.shiftDigits,
};

function nextToward(work: Work, x: DecimalNumber, y: DecimalNumber): DecimalNumber {
  const nan = work.nan(x, y);
  if (nan !== undefined) return nan;
  const order = compareNumbers(x, y);
  return order === 0 ? withSign(x, y.negative) : A.nextNumber(work, x, order < 0 ? 1 : -1);
}

/** Questions that need no context, or only its limits. */
export const PREDICATES: Readonly<Record<string, (x: DecimalNumber, context: PyContext) => boolean>> = {
  is_canonical: () => true,
  is_finite: isFiniteDecimal,
  is_infinite: (x) => x.kind === "infinite",
  is_nan: isNaNDecimal,
  is_qnan: (x) => x.kind === "quiet",
  is_snan: (x) => x.kind === "signaling",
  is_signed: (x) => x.negative,
  is_zero: isZero,
  is_normal: (x, context) => isFiniteDecimal(x) && !isZero(x) && !isSubnormal(x, context.settings),
  is_subnormal: (x, context) => isSubnormal(x, context.settings),
};

export function numberClass(x: DecimalNumber, context: PyContext): string {
  if (x.kind === "quiet") return "NaN";
  if (x.kind === "signaling") return "sNaN";
  const sign = x.negative ? "-" : "+";
  if (x.kind === "infinite") return `${sign}Infinity`;
  if (isZero(x)) return `${sign}Zero`;
  return sign + (isSubnormal(x, context.settings) ? "Subnormal" : "Normal");
}

export function roundingArgument(value: Value, context: PyContext): Rounding {
  if (value === NONE) return context.settings.rounding;
  const name = jsString(value) as Rounding | undefined;
  if (name !== undefined && ROUNDINGS.includes(name)) return name;
  throw typeError(
    "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]",
  );
}

function operator(operation: Binary): (left: Value, right: Value) => Value {
  return (left, right) => {
    const x = operand(left);
    const y = operand(right);
    if (x === undefined || y === undefined) return NOT_IMPLEMENTED;
    return newDecimal(currentContext().run((work) => operation(work, x, y)));
  };
}

const prefix =
  (operation: Unary) =>
  (self: PyDecimal): Value =>
    newDecimal(currentContext().run((work) => operation(work, self.number)));

function power(base: Value, exponent: Value, modulus: Value): Value {
  const x = operand(base);
  const y = operand(exponent);
  const m = modulus === NONE ? undefined : operand(modulus);
  if (x === undefined || y === undefined || (m === undefined && modulus !== NONE)) return NOT_IMPLEMENTED;
  return newDecimal(
    currentContext().run((work) => (m === undefined ? T.power(work, x, y) : T.modularPower(work, x, y, m))),
  );
}

function divmod(left: Value, right: Value): Value {
  const x = operand(left);
  const y = operand(right);
  if (x === undefined || y === undefined) return NOT_IMPLEMENTED;
  const { quotient, remainder } = currentContext().run((work) => A.divmod(work, x, y));
  return tuple([newDecimal(quotient), newDecimal(remainder)]);
}

type Order = "<" | "<=" | "==" | "!=" | ">" | ">=";

/** The other side of a comparison as an exact number; undefined if it is no number that compares. */
function comparand(value: Value, op: Order): DecimalNumber | undefined {
  const plain = operand(value);
  if (plain !== undefined) return plain;
  if (value instanceof PyComplex && (op === "==" || op === "!="))
    return value.imag === 0 ? numberFromFloat(value.real) : undefined;
  if (!(value instanceof PyFloat)) return undefined;
  const context = currentContext();
  if (op === "==" || op === "!=") context.flags |= FLOAT_OPERATION;
  else context.signal(FLOAT_OPERATION);
  return numberFromFloat(value.value);
}

function compareWith(op: Order): (self: PyDecimal, other: Value) => Value {
  return (self, other) => {
    const rational = rationalOperand(other);
    const y = rational === undefined ? comparand(other, op) : undefined;
    if (rational === undefined && y === undefined) return NOT_IMPLEMENTED;
    const x = self.number;
    if (isNaNDecimal(x) || (y !== undefined && isNaNDecimal(y))) {
      const signaling = x.kind === "signaling" || y?.kind === "signaling";
      if (signaling || (op !== "==" && op !== "!=")) currentContext().signal(1);
      return op === "!=";
    }
    const order = rational === undefined ? compareNumbers(x, y as DecimalNumber) : compareRational(x, rational);
    switch (op) {
      case "<":
        return order < 0;
      case "<=":
        return order <= 0;
      case "==":
        return order === 0;
      case "!=":
        return order !== 0;
      case ">":
        return order > 0;
      case ">=":
        return order >= 0;
    }
  };
}

/** A numbers.Rational that is no int: compared by cross multiplication. */
function rationalOperand(value: Value): { numerator: bigint; denominator: bigint } | undefined {
  if (typeof value !== "object" || value instanceof PyDecimal || value instanceof PyFloat || intOf(value) !== undefined)
    return undefined;
  const numbers = hooks.modules().get("numbers");
  if (numbers === undefined) return undefined;
  const rational = getAttr(numbers, "Rational");
  if (call(getAttr(rational, "__instancecheck__"), value) !== true) return undefined;
  const part = (name: string): bigint => BigInt(toIndex(getAttr(value, name)));
  return { numerator: part("numerator"), denominator: part("denominator") };
}

function compareRational(
  x: DecimalNumber,
  { numerator, denominator }: { numerator: bigint; denominator: bigint },
): number {
  const scaled = isFiniteDecimal(x) ? { ...x, coefficient: x.coefficient * denominator } : x;
  const negative = numerator < 0n;
  return compareNumbers(scaled, {
    negative,
    kind: "finite",
    coefficient: negative ? -numerator : numerator,
    exponent: 0,
  });
}

const MODULUS = (1n << 61n) - 1n;
const INVERSE_OF_TEN = modularPower(10n, MODULUS - 2n);

function modularPower(base: bigint, count: bigint): bigint {
  let result = 1n;
  for (let b = base % MODULUS, n = count; n > 0n; n >>= 1n, b = (b * b) % MODULUS)
    if (n & 1n) result = (result * b) % MODULUS;
  return result;
}

/** Equal numbers of all types have equal hashes. */
function hash(self: PyDecimal): number | bigint {
  const { number } = self;
  if (number.kind === "signaling") throw typeError("Cannot hash a signaling NaN value");
  if (number.kind === "quiet") return idOf(self) / 16;
  if (number.kind === "infinite") return number.negative ? -314159 : 314159;
  const scale = modularPower(number.exponent >= 0 ? 10n : INVERSE_OF_TEN, BigInt(Math.abs(number.exponent)));
  const magnitude = (number.coefficient * scale) % MODULUS;
  const value = number.negative ? -magnitude : magnitude;
  return value === -1n ? -2 : intFromBigInt(value);
}

function toFloat(self: PyDecimal): Value {
  const { number } = self;
  if (number.kind === "signaling") throw valueError("cannot convert signaling NaN to float");
  if (number.kind === "quiet") return new PyFloat(number.negative ? -Number.NaN : Number.NaN);
  return new PyFloat(Number(numberText(number, true)));
}

function asTuple(self: PyDecimal): Value {
  const { number } = self;
  const digits = number.kind === "infinite" ? [0] : [...number.coefficient.toString()].map(Number);
  const shown = isNaNDecimal(number) && number.coefficient === 0n ? [] : digits;
  const exponent = { finite: number.exponent, infinite: "F", quiet: "n", signaling: "N" }[number.kind];
  const decimalTuple = getAttr(hooks.importModule("_decimal"), "DecimalTuple");
  return call(decimalTuple, number.negative ? 1 : 0, tuple(shown), exponent);
}

function asIntegerRatio(self: PyDecimal): Value {
  const { number } = self;
  if (number.kind === "infinite") throw overflowError("cannot convert Infinity to integer ratio");
  if (number.kind !== "finite") throw valueError("cannot convert NaN to integer ratio");
  let numerator = number.exponent > 0 ? number.coefficient * pow10(number.exponent) : number.coefficient;
  let denominator = number.exponent < 0 ? pow10(-number.exponent) : 1n;
  for (let [a, b] = [numerator, denominator]; ; [a, b] = [b, a % b]) {
    if (b !== 0n) continue;
    numerator /= a;
    denominator /= a;
    break;
  }
  return tuple([intFromBigInt(number.negative ? -numerator : numerator), intFromBigInt(denominator)]);
}

function round(self: PyDecimal, digits: Value | undefined): Value {
  if (digits === undefined) {
    integerPart(self.number);
    return intFromBigInt(
      integerPart(A.toIntegral(new Work(currentContext().settings), self.number, "ROUND_HALF_EVEN", false)),
    );
  }
  const places = intOf(digits);
  if (places === undefined) throw typeError("optional arg must be an integer");
  const pattern: DecimalNumber = { negative: false, kind: "finite", coefficient: 1n, exponent: -Number(places) };
  return newDecimal(currentContext().run((work) => A.quantize(work, self.number, pattern)));
}

const toInteger =
  (rounding: Rounding) =>
  (self: PyDecimal): Value => {
    integerPart(self.number);
    const work = new Work(currentContext().settings);
    return intFromBigInt(integerPart(A.toIntegral(work, self.number, rounding, false)));
  };

function format(self: PyDecimal, spec: Value, override: Value | undefined): Value {
  const text = jsString(spec);
  if (text === undefined) throw typeError("format arg must be str");
  if (override !== undefined) throw typeError("optional argument must be a dict");
  const { settings } = currentContext();
  const result = formatNumber(self.number, text, settings.rounding, settings.capitals === 1);
  if (result === undefined) throw valueError("invalid format string");
  return strFromJs(result);
}

function integral(exact: boolean): MethodRow {
  return [
    "($self, /, rounding=None, context=None)",
    exact
      ? "Round to the nearest integer, signaling Inexact or Rounded as appropriate if\nrounding occurs."
      : "Round to the nearest integer without signaling Inexact or Rounded.",
    (self: PyDecimal, rounding: Value, context: Value) => {
      const own = contextArgument(context);
      const mode = roundingArgument(rounding, own);
      return newDecimal(own.run((work) => A.toIntegral(work, self.number, mode, exact)));
    },
  ];
}

function quantize(self: PyDecimal, exp: Value, rounding: Value, context: Value): Value {
  const own = contextArgument(context);
  const mode = roundingArgument(rounding, own);
  const pattern = requireOperand(exp);
  const result = own.run((work) => {
    const inner = new Work({ ...work.settings, rounding: mode });
    const quantized = A.quantize(inner, self.number, pattern);
    work.status |= inner.status;
    return quantized;
  });
  return newDecimal(result);
}

/** Rows for all operations of a table. */
function rows(): Record<string, MethodRow> {
  const result: Record<string, MethodRow> = {};
  for (const [name, operation] of Object.entries(UNARY)) {
    result[name] = [
      CONTEXT,
      undefined,
      (self: PyDecimal, context: Value) =>
        newDecimal(contextArgument(context).run((work) => operation(work, self.number))),
    ];
  }
  for (const [name, operation] of Object.entries(BINARY)) {
    result[name] = [
      OTHER,
      undefined,
      (self: PyDecimal, other: Value, context: Value) => {
        const own = contextArgument(context);
        const y = requireOperand(other);
        return newDecimal(own.run((work) => operation(work, self.number, y)));
      },
    ];
  }
  for (const [name, test] of Object.entries(PREDICATES)) {
    const takesContext = name === "is_normal" || name === "is_subnormal";
    result[name] = [
      takesContext ? CONTEXT : SELF,
      undefined,
      (self: PyDecimal, context: Value | undefined) => test(self.number, contextArgument(context ?? NONE)),
    ];
  }
  return result;
}

completeType<PyDecimal>(DECIMAL, {
  doc: "Construct a new Decimal object. 'value' can be an integer, string, tuple,\nor another Decimal object. If no value is given, return Decimal('0'). The\ncontext does not affect the conversion and is only passed to determine if\nthe InvalidOperation trap is active.\n\n",
  module: "decimal",
  traits: { basetype: true },
  allocate: (cls) => new PyDecimal(exactNumber(0, currentContext()), cls),
  construct: [
    "(value='0', context=None)",
    (cls: PyType, value: Value, context: Value) => {
      if (value instanceof PyDecimal && cls === DECIMAL && value.cls === DECIMAL) return value;
      return wrapIn(cls, exactNumber(value, contextArgument(context)));
    },
  ],
  slots: {
    __repr__: (self) => `Decimal('${numberText(self.number, currentContext().settings.capitals === 1)}')`,
    __str__: (self) => numberText(self.number, currentContext().settings.capitals === 1),
    __hash__: hash,
    __lt__: compareWith("<"),
    __le__: compareWith("<="),
    __eq__: compareWith("=="),
    __ne__: compareWith("!="),
    __gt__: compareWith(">"),
    __ge__: compareWith(">="),
    __add__: operator(A.add),
    __sub__: operator(A.subtract),
    __mul__: operator(A.multiply),
    __truediv__: operator(A.divide),
    __floordiv__: operator(A.divideInteger),
    __mod__: operator(A.remainder),
    __divmod__: divmod,
    __pow__: power,
    __neg__: prefix(A.minus),
    __pos__: prefix(A.plus),
    __abs__: prefix(A.absolute),
    __bool__: (self) => !isZero(self.number),
    __int__: (self) => intFromBigInt(integerPart(self.number)),
    __float__: toFloat,
  },
  methods: {
    ...rows(),
    to_integral: integral(false),
    to_integral_value: integral(false),
    to_integral_exact: integral(true),
    quantize: ["($self, /, exp, rounding=None, context=None)", undefined, quantize],
    fma: [
      "($self, /, other, third, context=None)",
      undefined,
      (self: PyDecimal, other: Value, third: Value, context: Value) => {
        const own = contextArgument(context);
        const y = requireOperand(other);
        const z = requireOperand(third);
        return newDecimal(own.run((work) => A.fma(work, self.number, y, z)));
      },
    ],
    adjusted: [SELF, undefined, (self: PyDecimal) => (isFiniteDecimal(self.number) ? adjusted(self.number) : 0)],
    canonical: [SELF, undefined, (self: PyDecimal) => self],
    conjugate: [SELF, undefined, (self: PyDecimal) => self],
    radix: [SELF, undefined, () => newDecimal({ negative: false, kind: "finite", coefficient: 10n, exponent: 0 })],
    copy_abs: [SELF, undefined, (self: PyDecimal) => newDecimal(withSign(self.number, false))],
    copy_negate: [SELF, undefined, (self: PyDecimal) => newDecimal(withSign(self.number, !self.number.negative))],
    number_class: [
      CONTEXT,
      undefined,
      (self: PyDecimal, context: Value) => numberClass(self.number, contextArgument(context)),
    ],
    to_eng_string: [
      CONTEXT,
      undefined,
      (self: PyDecimal, context: Value) =>
        numberText(self.number, contextArgument(context).settings.capitals === 1, true),
    ],
    same_quantum: [
      OTHER,
      undefined,
      (self: PyDecimal, other: Value, context: Value) => {
        contextArgument(context);
        return A.sameQuantum(self.number, requireOperand(other));
      },
    ],
    as_tuple: [SELF, "Return a tuple representation of the number.", asTuple],
    as_integer_ratio: [
      SELF,
      "Decimal.as_integer_ratio() -> (int, int)\n\nReturn a pair of integers, whose ratio is exactly equal to the original\nDecimal and with a positive denominator. The ratio is in lowest terms.\nRaise OverflowError on infinities and a ValueError on NaNs.",
      asIntegerRatio,
    ],
    __copy__: ["~($self, /)", undefined, (self: PyDecimal) => self],
    __deepcopy__: ["~($self, memo, /)", undefined, (self: PyDecimal) => self],
    __format__: ["~($self, format_spec, override=<unrepresentable>, /)", undefined, format],
    __reduce__: [
      "~($self, /)",
      undefined,
      (self: PyDecimal) => tuple([self.cls, tuple([numberText(self.number, true)])]),
    ],
    __round__: ["~($self, ndigits=<unrepresentable>, /)", undefined, round],
    __ceil__: ["~($self, /)", undefined, toInteger("ROUND_CEILING")],
    __floor__: ["~($self, /)", undefined, toInteger("ROUND_FLOOR")],
    __trunc__: ["~($self, /)", undefined, toInteger("ROUND_DOWN")],
    __complex__: ["~($self, /)", undefined, (self: PyDecimal) => new PyComplex((toFloat(self) as PyFloat).value, 0)],
    __sizeof__: ["~($self, /)", undefined, () => 104],
  },
  classmethods: {
    from_float: [
      "($type, f, /)",
      "Class method that converts a float to a decimal number, exactly.\nSince 0.1 is not exactly representable in binary floating point,\nDecimal.from_float(0.1) is not the same as Decimal('0.1').",
      (cls: PyType, value: Value) => {
        if (!(value instanceof PyFloat) && intOf(value) === undefined) throw typeError("argument must be int or float");
        const number = value instanceof PyFloat ? numberFromFloat(value.value) : requireOperand(value);
        return cls === DECIMAL ? newDecimal(number) : call(cls, newDecimal(number));
      },
    ],
  },
  getset: {
    real: [(self) => self],
    imag: [() => newDecimal({ negative: false, kind: "finite", coefficient: 0n, exponent: 0 })],
  },
});
