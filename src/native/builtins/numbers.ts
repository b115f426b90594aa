/** The functions of `builtins` about numbers and characters (CPython Python/bltinmodule.c). */

import { audit } from "../../objects/kernel/audit.ts";
import { callSpecial } from "../../objects/kernel/call.ts";
import {
  BOOL,
  BYTEARRAY,
  BYTES,
  FLOAT,
  GENERATOR,
  INT,
  isInstance,
  NONE,
  STR,
  typeName,
  typeOf,
} from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { idOf } from "../../objects/kernel/identity.ts";
import { feeding, iter } from "../../objects/kernel/iterate.ts";
import { absolute, binaryOperator, power, toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import {
  intFromBigInt,
  intOf,
  PyByteArray,
  PyBytes,
  PyFloat,
  strFromText,
  textOf,
} from "../../objects/kernel/payload.ts";
import { hashOf } from "../../objects/kernel/protocol.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import type { Slots } from "../../objects/kernel/slots.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { codePointAt, textFromCodePoints, textLength } from "../../objects/types/text.ts";
import { add } from "../../util/int.ts";
import { DOCS } from "./docs.ts";

/** bin, oct and hex: digits of any int in a power of two. */
function inBase(value: Value, base: number, prefix: string): Value {
  const index = toIndex(value);
  const magnitude = index < 0 ? -index : index;
  return `${index < 0 ? "-" : ""}${prefix}${magnitude.toString(base)}`;
}

function character(value: Value): Value {
  const code = intArgument(value);
  if (code < 0 || code > 0x10ffff) throw valueError("chr() arg not in range(0x110000)");
  return strFromText(textFromCodePoints([code]));
}

function ordinal(value: Value): Value {
  const text = textOf(value);
  let length: number;
  if (text !== undefined) {
    length = textLength(text);
    if (length === 1) return codePointAt(text, 0);
  } else if (value instanceof PyBytes || value instanceof PyByteArray) {
    length = value.bytes.length;
    if (length === 1) return value.bytes[0];
  } else throw typeError(`ord() expected string of length 1, but ${typeName(value)} found`);
  throw typeError(`ord() expected a character, but string of length ${length} found`);
}

function round(number: Value, digits: Value): Value {
  const result = callSpecial(number, "__round__", digits === NONE ? [] : [digits]);
  if (result === undefined) throw typeError(`type ${typeName(number)} doesn't define __round__ method`);
  return result;
}

const SUMMABLE_BY_JOIN = [
  [STR, "strings", "''"],
  [BYTES, "bytes", "b''"],
  [BYTEARRAY, "bytearray", "b''"],
] as const;

/**
 * A running sum of floats with the rounding errors kept apart (Neumaier's way), as sum() has had since
 * 3.12.
 */
class FloatSum {
  private compensation = 0;
  constructor(private total: number) {}

  add(value: number): void {
    const sum = this.total + value;
    if (Math.abs(this.total) >= Math.abs(value)) this.compensation += this.total - sum + value;
    else this.compensation += value - sum + this.total;
    this.total = sum;
  }

  addInt(value: number): void {
    this.total += value;
  }

  get result(): number {
    const { total, compensation } = this;
    // An infinite or overflowed sum must not become a NaN, nor -0.0 lose its sign.
    return compensation !== 0 && Number.isFinite(compensation) ? total + compensation : total;
  }
}

function sum(iterable: Value, start: Value): Value {
  const iterator = iter(iterable);
  for (const [type, what, empty] of SUMMABLE_BY_JOIN) {
    if (isInstance(start, type)) throw typeError(`sum() can't sum ${what} [use ${empty}.join(seq) instead]`);
  }
  let ints: number | bigint | undefined;
  let floats: FloatSum | undefined;
  const take = (each: Value): boolean => {
    if (ints !== undefined && typeof each === "number") ints = add(ints, each);
    else if (floats !== undefined && each instanceof PyFloat && each.cls === FLOAT) floats.add(each.value);
    else return false;
    return true;
  };
  const step = typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>;
  const advance = typeOf(iterator) === GENERATOR ? (): Value | undefined => feeding.next(iterator, take) : step;
  let total = start;
  let item = advance(iterator);
  while (item !== undefined) {
    if (typeOf(total) === INT && isPlainInt(item)) {
      ints = total as number | bigint;
      do {
        ints = add(ints, Number.isInteger(item) ? (item as number) : (intOf(item) as number | bigint));
        item = advance(iterator);
      } while (item !== undefined && isPlainInt(item));
      total = ints;
      ints = undefined;
    } else if (total instanceof PyFloat && total.cls === FLOAT && isAddend(item)) {
      floats = new FloatSum(total.value);
      do {
        if (item instanceof PyFloat) floats.add(item.value);
        else floats.addInt(Number(intOf(item)));
        item = advance(iterator);
      } while (item !== undefined && isAddend(item));
      total = new PyFloat(floats.result);
      floats = undefined;
    } else {
      total = binaryOperator(total, item, "__add__");
      item = advance(iterator);
    }
  }
  return total;
}

function isPlainInt(value: Value): boolean {
  const type = typeOf(value);
  return type === INT || type === BOOL;
}

/** Can a float sum take this without leaving C's arithmetic? */
function isAddend(value: Value): boolean {
  if (value instanceof PyFloat) return value.cls === FLOAT;
  const int = intOf(value);
  return int !== undefined && (typeof int === "number" || BigInt.asIntN(64, int) === int);
}

function auditedId(value: Value): Value {
  const id = idOf(value);
  audit("builtins.id", id);
  return id;
}

export const NUMBER_FUNCTIONS: Readonly<Record<string, MethodRow>> = {
  abs: ["($module, x, /)", DOCS.abs, absolute],
  bin: ["($module, number, /)", DOCS.bin, (number: Value) => inBase(number, 2, "0b")],
  chr: ["($module, i, /)", DOCS.chr, character],
  divmod: ["($module, x, y, /)", DOCS.divmod, (x: Value, y: Value) => binaryOperator(x, y, "__divmod__")],
  hash: [
    "($module, obj, /)",
    DOCS.hash,
    (value: Value) => {
      const hash = hashOf(value);
      return typeof hash === "number" ? hash : intFromBigInt(hash);
    },
  ],
  hex: ["($module, number, /)", DOCS.hex, (number: Value) => inBase(number, 16, "0x")],
  id: ["($module, obj, /)", DOCS.id, auditedId],
  oct: ["($module, number, /)", DOCS.oct, (number: Value) => inBase(number, 8, "0o")],
  ord: ["($module, c, /)", DOCS.ord, ordinal],
  pow: [
    "($module, /, base, exp, mod=None)",
    DOCS.pow,
    (base: Value, exponent: Value, modulus: Value) => power(base, exponent, modulus),
  ],
  round: ["($module, /, number, ndigits=None)", DOCS.round, round],
  sum: ["($module, iterable, /, start=0)", DOCS.sum, sum],
};
