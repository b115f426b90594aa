/**
 * `repr()` of constants, for messages and for annotations that become strings.
 *
 * Trap: a str is quoted with ' unless it holds that and no ", and what is not printable is escaped.
 */
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
} from "../bytecode/constants.ts";
import { SyntaxProblem } from "../syntax/errors.ts";
import { bug } from "../util/assert.ts";
import { floatRepr } from "../util/float-text.ts";
import { intToText } from "../util/int-text.ts";
import { Problem } from "../util/problem.ts";
import { isPrintable } from "../util/unicode/properties.ts";

/**
 * The result is UTF-16 and may hold lone surrogates only if the source did not escape them, which it does. An int of more
 * digits than `maxIntDigits` (0 for no limit) is a ValueError.
 */
export function constantRepr(value: Plain, maxIntDigits = 0): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return longRepr(value, maxIntDigits);
  if (typeof value === "string" || value instanceof WideText) return textRepr(value);
  if (value instanceof FloatConstant) return floatRepr(value.value);
  if (value instanceof ComplexConstant) return complexRepr(value);
  if (value instanceof BytesConstant) return bytesRepr(value.bytes);
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

function longRepr(value: bigint, maxIntDigits: number): string {
  try {
    return intToText(value, maxIntDigits);
  } catch (error) {
    if (error instanceof Problem && error.kind === "ValueError") throw new SyntaxProblem(error.kind, error.message);
    throw error;
  }
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

const ESCAPES: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\" };

export function textRepr(text: Text): string {
  const codePoints =
    typeof text === "string" ? Uint32Array.from(text, (c) => c.codePointAt(0) as number) : text.codePoints;
  const quote = codePoints.includes(39) && !codePoints.includes(34) ? 34 : 39;
  let body = "";
  for (const codePoint of codePoints) {
    if (codePoint === quote) body += `\\${String.fromCharCode(quote)}`;
    else
      body += ESCAPES[codePoint] ?? (isPrintable(codePoint) ? String.fromCodePoint(codePoint) : hexEscape(codePoint));
  }
  const mark = String.fromCharCode(quote);
  return mark + body + mark;
}

function hexEscape(codePoint: number): string {
  const digits = codePoint.toString(16);
  if (codePoint < 0x100) return `\\x${digits.padStart(2, "0")}`;
  return codePoint < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? 34 : 39;
  let body = "";
  for (const byte of bytes) {
    if (byte === quote) body += `\\${String.fromCharCode(quote)}`;
    else body += ESCAPES[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : hexEscape(byte));
  }
  const mark = String.fromCharCode(quote);
  return `b${mark}${body}${mark}`;
}
