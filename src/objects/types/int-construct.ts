/**
 * int(...): conversion to int of numbers, texts and bytes (CPython Objects/longobject.c: long_new; Objects/abstract.c:
 * PyNumber_Long).
 */
import { parseIntText } from "../../util/int-text.ts";
import { callUnbound } from "../kernel/call.ts";
import { INT, isInstance, NONE, shownName, typeName, typeOf } from "../kernel/core-types.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { lookupInType } from "../kernel/lookup.ts";
import { toIndex, toSsize, warnIfSubclass } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf, PyBytes, PyInt, textOf } from "../kernel/payload.ts";
import { raising } from "../kernel/problem.ts";
import { typeError, valueError } from "../kernel/raise.ts";
import { Signature } from "../kernel/signature.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { hooks } from "../kernel/thread.ts";
import { getBuffer, isBytesOrByteArray } from "./buffer.ts";
import { limits } from "./int-limits.ts";
import { numberText, shortRepr } from "./number-text.ts";

const SIGNATURE = new Signature("(x=<unrepresentable>, /, base=<unrepresentable>)");

/** `int.__new__`. */
export function newInt(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  if (kwnames === undefined && args.length === 1) return ofClass(cls, toInt(args[0]));
  const [x, base] = SIGNATURE.bind("int", "int", args, kwnames) as [Value | undefined, Value | undefined];
  if (x === undefined) {
    if (base !== undefined) throw typeError("int() missing string argument");
    return ofClass(cls, 0);
  }
  return ofClass(cls, base === undefined ? toInt(x) : fromText(x, base));
}

function ofClass(cls: PyType, value: number | bigint): Value {
  return cls === INT ? value : new PyInt(value, cls);
}

function fromText(value: Value, base: Value): number | bigint {
  const radix = toSsize(base, undefined);
  if (radix !== 0 && (radix < 2 || radix > 36)) throw valueError("int() base must be >= 2 and <= 36, or 0");
  if (textOf(value) === undefined && !isBytesOrByteArray(value)) {
    throw typeError("int() can't convert non-string with explicit base");
  }
  return parse(value, numberText(value) as string, radix);
}

function parse(value: Value, text: string, base: number): number | bigint {
  const result = raising(() => parseIntText(text, base, limits.maxStrDigits));
  if (result !== undefined) return result;
  // Any bytes-like object is shown as bytes.
  const shown = textOf(value) === undefined ? new PyBytes(getBuffer(value)) : value;
  throw valueError(`invalid literal for int() with base ${base}: ${shortRepr(shown)}`);
}

/** `int(value)` as a plain int. */
export function toInt(value: Value): number | bigint {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (typeof value === "string") return parse(value, numberText(value) as string, 10);
  const type = typeOf(value);
  if (type.slots.__int__ !== undefined) {
    const result = type.slots.__int__(value);
    if (typeof result === "number" || typeof result === "bigint") return result;
    if (!isInstance(result, INT)) throw typeError(`__int__ returned non-int (type ${typeName(result)})`);
    warnIfSubclass(result, INT, "__int__");
    return intOf(result) as number | bigint;
  }
  if (type.slots.__index__ !== undefined) return toIndex(value);
  const truncate = lookupInType(type, "__trunc__");
  if (truncate !== undefined && truncate !== NONE) return fromTruncated(callTruncate(truncate, value, type));
  const text = numberText(value);
  if (text !== undefined) return parse(value, text, 10);
  throw typeError(`int() argument must be a string, a bytes-like object or a real number, not '${shownName(type)}'`);
}

function callTruncate(method: Value, value: Value, type: PyType): Value {
  hooks.warn(EXCEPTIONS.DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.", 1);
  return callUnbound(method, value, type, []);
}

function fromTruncated(result: Value): number | bigint {
  const plain = intOf(result);
  if (plain !== undefined) return plain;
  if (typeOf(result).slots.__index__ === undefined) {
    throw typeError(`__trunc__ returned non-Integral (type ${typeName(result)})`);
  }
  return toIndex(result);
}
