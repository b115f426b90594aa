/**
 * decimal.Decimal as a Python object, and the conversions into it (CPython Modules/_decimal/_decimal.c).
 */
import { declareType, NONE, typeName } from "../../objects/kernel/core-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, PyFloat, PyList, PyTuple, textOf } from "../../objects/kernel/payload.ts";
import { overflowError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { CONVERSION_SYNTAX, FLOAT_OPERATION, type Work } from "./context.ts";
import { currentContext, PyContext } from "./context-object.ts";
import { type DecimalNumber, digitCount, finite, infinity, parseNumber, pow10, QUIET_NAN } from "./number.ts";
import { normalizeDigits } from "./text.ts";

export const DECIMAL = declareType("Decimal");

export class PyDecimal extends PyObject {
  constructor(
    readonly number: DecimalNumber,
    cls: PyType = DECIMAL,
  ) {
    super(cls);
  }
}

export const newDecimal = (number: DecimalNumber): PyDecimal => new PyDecimal(number);

/** The exact value of an int. */
export function numberFromInt(value: number | bigint): DecimalNumber {
  const big = BigInt(value);
  return finite(big < 0n, big < 0n ? -big : big, 0);
}

/** The exact value of a double. */
export function numberFromFloat(value: number): DecimalNumber {
  if (Number.isNaN(value)) return { ...QUIET_NAN, negative: false };
  if (!Number.isFinite(value)) return infinity(value < 0);
  if (value === 0) return finite(Object.is(value, -0), 0n, 0);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const field = Number(bits >> 52n);
  let mantissa = bits & ((1n << 52n) - 1n);
  if (field !== 0) mantissa |= 1n << 52n;
  let exponent = (field === 0 ? 1 : field) - 1075;
  while (exponent < 0 && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (exponent >= 0) return finite(value < 0, mantissa << BigInt(exponent), 0);
  return finite(value < 0, mantissa * 5n ** BigInt(-exponent), exponent);
}

/** Decimal(text): spaces around and underscores are allowed; a malformed text is ConversionSyntax. */
function numberFromText(work: Work, text: string): DecimalNumber {
  const plain = normalizeDigits(text);
  const number = plain === undefined ? undefined : parseNumber(plain);
  return number ?? work.invalid(CONVERSION_SYNTAX);
}

function numberFromTuple(work: Work, items: Value[]): DecimalNumber {
  if (items.length !== 3) throw valueError("argument must be a sequence of length 3");
  const [sign, digits, exponent] = items;
  const signValue = intOf(sign);
  if (signValue !== 0 && signValue !== 1) throw valueError("sign must be an integer with the value 0 or 1");
  const negative = signValue === 1;
  const given = digits instanceof PyTuple ? digits.items : digits instanceof PyList ? digits.items : undefined;
  if (given === undefined) throw valueError("coefficient must be a tuple of digits");
  let text = "";
  for (const digit of given) {
    const value = intOf(digit);
    if (typeof value !== "number" || value < 0 || value > 9) throw valueError("coefficient must be a tuple of digits");
    text += value;
  }
  const special = jsString(exponent);
  if (special !== undefined) {
    if (special === "F") return infinity(negative);
    if (special === "n" || special === "N") {
      return { negative, kind: special === "n" ? "quiet" : "signaling", coefficient: BigInt(text || "0"), exponent: 0 };
    }
    throw valueError("string argument in the third position must be 'F', 'n' or 'N'");
  }
  const power = intOf(exponent);
  if (power === undefined) throw valueError("exponent must be an integer");
  return typeof power === "number" ? finite(negative, BigInt(text || "0"), power) : work.invalid(CONVERSION_SYNTAX);
}

/** The exact number a value stands for in `Decimal(value)`. */
export function exactNumber(value: Value, context: PyContext): DecimalNumber {
  if (value instanceof PyDecimal) return value.number;
  const text = textOf(value);
  if (text !== undefined) return context.run((work) => numberFromText(work, jsString(value) as string));
  const int = intOf(value);
  if (int !== undefined) return numberFromInt(int);
  if (value instanceof PyTuple || value instanceof PyList)
    return context.run((work) => numberFromTuple(work, value.items));
  if (value instanceof PyFloat) {
    context.signal(FLOAT_OPERATION);
    return numberFromFloat(value.value);
  }
  throw typeError(`conversion from ${typeName(value)} to Decimal is not supported`);
}

/** An operand of an operator: a Decimal or an int, else undefined. */
export function operand(value: Value): DecimalNumber | undefined {
  if (value instanceof PyDecimal) return value.number;
  const int = intOf(value);
  return int === undefined ? undefined : numberFromInt(int);
}

/** An operand of a method: as `operand`, but anything else is a TypeError. */
export function requireOperand(value: Value): DecimalNumber {
  const number = operand(value);
  if (number === undefined) throw typeError(`conversion from ${typeName(value)} to Decimal is not supported`);
  return number;
}

export function contextArgument(value: Value): PyContext {
  if (value === NONE) return currentContext();
  if (value instanceof PyContext) return value;
  throw typeError("optional argument must be a context");
}

/** An instance of `cls` (a subclass is called, as CPython does, with the exact value). */
export function wrapIn(cls: PyType, number: DecimalNumber): Value {
  return new PyDecimal(number, cls);
}

/** The integer part; ValueError or OverflowError for what has none. */
export function integerPart(number: DecimalNumber): bigint {
  if (number.kind === "infinite") throw overflowError("cannot convert Infinity to integer");
  if (number.kind !== "finite") throw valueError("cannot convert NaN to integer");
  if (number.exponent > 100_000_000) throw new RangeError("Invalid array length");
  const cut = -number.exponent;
  if (cut > digitCount(number.coefficient)) return 0n;
  const value = cut > 0 ? number.coefficient / pow10(cut) : number.coefficient * pow10(-cut);
  return number.negative ? -value : value;
}
