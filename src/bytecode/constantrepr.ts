/**
 * `repr()` of constants: for messages, annotations that become strings, and everything that shows code and trees.
 *
 * Trap: the text is UTF-16 with pairs for characters beyond the basic plane; lone surrogates are always escaped.
 */
import { bug } from "../util/assert.ts";
import { floatRepr } from "../util/float-text.ts";
import { intToText } from "../util/int-text.ts";
import { reprBytes, reprCodePoints, reprString } from "../util/text/repr.ts";
import {
  BytesConstant,
  ComplexConstant,
  EllipsisConstant,
  FloatConstant,
  FrozenSetConstant,
  type Plain,
  type Text,
  TupleConstant,
  WideText,
} from "./constants.ts";

/** Throws a `Problem` (ValueError) for an int of more digits than `maxIntDigits` (0 for no limit). */
export function constantRepr(value: Plain, maxIntDigits = 0): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return intToText(value, maxIntDigits);
  if (typeof value === "string" || value instanceof WideText) return textRepr(value);
  if (value instanceof FloatConstant) return floatRepr(value.value);
  if (value instanceof ComplexConstant) return complexRepr(value);
  if (value instanceof BytesConstant) return reprBytes(value.bytes);
  if (value instanceof TupleConstant) {
    const items = value.items.map((item) => constantRepr(item, maxIntDigits));
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
  }
  if (value instanceof FrozenSetConstant) {
    const items = value.items.map((item) => constantRepr(item, maxIntDigits));
    return items.length === 0 ? "frozenset()" : `frozenset({${items.join(", ")}})`;
  }
  if (value instanceof EllipsisConstant) return "Ellipsis";
  return bug("repr of something that is no constant");
}

export function textRepr(text: Text): string {
  return typeof text === "string" ? reprString(text) : reprCodePoints(text.codePoints);
}

function complexRepr({ real, imag }: ComplexConstant): string {
  const imaginary = integralText(imag);
  if (Object.is(real, 0)) return `${imaginary}j`;
  const sign = imaginary.startsWith("-") ? "" : "+";
  return `(${integralText(real)}${sign}${imaginary}j)`;
}

/** A part of a complex number shows no ".0". */
function integralText(value: number): string {
  return floatRepr(value).replace(/\.0$/, "");
}
