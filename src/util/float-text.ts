/**
 * Floats as text: repr, the printf and format() presentations, float(text), float.hex and float.fromhex.
 *
 * Follows Python/pystrtod.c, Python/dtoa.c and Objects/floatobject.c. Shortest digits are JavaScript's own, laid out
 * anew; every presentation with a precision goes through exact arithmetic. Trap: toFixed, toPrecision and
 * toExponential round half up, Python rounds half to even, so none of them may appear here.
 */
import { scaledDigits } from "./float.ts";
import { decompose, highWordOf, isNegative, lowWordOf } from "./float-bits.ts";
import { scaleToDouble } from "./int.ts";
import { overflowProblem, valueProblem } from "./problem.ts";
import { toAsciiNumberText } from "./unicode/number-text.ts";

/** No double has more digits than this behind the point, so further ones are zeros. */
const LAST_DIGIT = 1100;

interface Digits {
  /** Significant digits, the first of which is not 0 unless the value is zero. */
  text: string;
  /** Where the point stands: value = 0.text * 10**point. */
  point: number;
}

/** repr(value). */
export function floatRepr(value: number): string {
  if (Number.isInteger(value)) {
    if (Math.abs(value) < 1e16) return value === 0 ? (1 / value < 0 ? "-0.0" : "0.0") : `${value}.0`;
  } else {
    const size = Math.abs(value);
    if (size >= 1e-4 && size < 1e16) return String(value);
    if (Number.isNaN(value)) return "nan";
    if (size === Infinity) return value > 0 ? "inf" : "-inf";
  }
  const digits = shortestDigits(Math.abs(value));
  return (value < 0 ? "-" : "") + layoutExponent(digits.text, digits.point, false);
}

/** The shortest digits that read back as the same double; value is finite and >= 0. */
export function shortestDigits(value: number): Digits {
  if (value === 0) return { text: "0", point: 1 };
  const [mantissa, exponent] = String(value).split("e") as [string, string | undefined];
  const dot = mantissa.indexOf(".");
  const whole = dot < 0 ? mantissa : mantissa.slice(0, dot);
  const all = dot < 0 ? mantissa : whole + mantissa.slice(dot + 1);
  const leading = /^0*/.exec(all)?.[0].length ?? 0;
  const text = all.slice(leading).replace(/0+$/, "");
  return { text, point: whole.length - leading + Number(exponent ?? 0) };
}

/** Exactly count significant digits of a finite value >= 0, rounded half to even. */
export function roundedDigits(value: number, count: number): Digits {
  if (value === 0) return { text: "0".repeat(count), point: 1 };
  const wanted = Math.min(count, LAST_DIGIT);
  let point = shortestDigits(value).point;
  let text = scaledDigits(value, wanted - point);
  if (text.length < wanted) {
    // The shortest digits had been rounded up to a power of ten that the exact value does not reach.
    point--;
    text = scaledDigits(value, wanted - point);
  }
  if (text.length > wanted) {
    // Rounding carried into a new digit, which leaves only zeros behind the first one.
    point++;
    text = text.slice(0, wanted);
  }
  return { text: text.padEnd(count, "0"), point };
}

export interface FloatLayout {
  /** The '#' flag: keep the point, and for g the trailing zeros. */
  alternate?: boolean;
  /** The layout of format(x, "") and friends: ".0" after a number that would look like an int. */
  addDotZero?: boolean;
}

/**
 * The text of a float for one of the codes e E f F g G r, without a plus sign; precision is ignored for r.
 * format() and the % operator are built on this.
 */
export function formatFloatCode(value: number, code: string, precision: number, layout: FloatLayout = {}): string {
  const upper = code === "E" || code === "F" || code === "G";
  if (!Number.isFinite(value)) {
    const word = Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    return upper ? word.toUpperCase() : word;
  }
  const text = formatFinite(Math.abs(value), code.toLowerCase(), precision, layout);
  return (isNegative(value) ? "-" : "") + (upper ? text.toUpperCase() : text);
}

function formatFinite(size: number, code: string, precision: number, layout: FloatLayout): string {
  const alternate = layout.alternate === true;
  if (code === "f") return layoutFixed(size, precision, alternate);
  if (code === "e") {
    const digits = roundedDigits(size, precision + 1);
    return layoutExponent(digits.text, digits.point, alternate);
  }
  const count = precision === 0 ? 1 : precision;
  const digits = code === "r" ? shortestDigits(size) : roundedDigits(size, count);
  const limit = code === "r" ? 16 : count - (layout.addDotZero ? 1 : 0);
  const text = alternate && code === "g" ? digits.text : digits.text.replace(/0+$/, "") || "0";
  if (digits.point <= -4 || digits.point > limit) return layoutExponent(text, digits.point, alternate);
  return layoutPlain(text, digits.point, alternate, layout.addDotZero === true);
}

function layoutFixed(size: number, precision: number, alternate: boolean): string {
  const places = Math.min(precision, LAST_DIGIT);
  const text = scaledDigits(size, places).padStart(places + 1, "0");
  const whole = text.slice(0, text.length - places);
  if (precision === 0) return alternate ? `${whole}.` : whole;
  return `${whole}.${text.slice(text.length - places).padEnd(precision, "0")}`;
}

function layoutExponent(digits: string, point: number, alternate: boolean): string {
  const exponent = point - 1;
  const size = String(Math.abs(exponent)).padStart(2, "0");
  const fraction = digits.length > 1 || alternate ? `.${digits.slice(1)}` : "";
  return `${digits[0]}${fraction}e${exponent < 0 ? "-" : "+"}${size}`;
}

function layoutPlain(digits: string, point: number, alternate: boolean, addDotZero: boolean): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (digits.length > point) return `${digits.slice(0, point)}.${digits.slice(point)}`;
  const whole = digits.padEnd(point, "0");
  return addDotZero ? `${whole}.0` : alternate ? `${whole}.` : whole;
}

const FLOAT_TEXT = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const SPECIAL_TEXT = /^([+-]?)(?:(inf|infinity)|nan)$/i;

/** float(text); undefined when it is no float: the caller raises "could not convert string to float: <repr>". */
export function parseFloatText(text: string): number | undefined {
  return parsePlainFloat(toAsciiNumberText(text));
}

/** The same for ASCII text that has neither white space nor other scripts' digits any more. */
export function parsePlainFloat(ascii: string): number | undefined {
  let plain = ascii;
  if (plain.includes("_")) {
    if (/(?:^|[^0-9])_|_(?:[^0-9]|$)/.test(plain)) return undefined;
    plain = plain.replaceAll("_", "");
  }
  if (FLOAT_TEXT.test(plain)) return Number(plain);
  const special = SPECIAL_TEXT.exec(plain);
  if (special === null) return undefined;
  if (special[2] === undefined) return Number.NaN;
  return special[1] === "-" ? -Infinity : Infinity;
}

/** float.hex(). */
export function floatHex(value: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const minus = isNegative(value) ? "-" : "";
  if (value === 0) return `${minus}0x0.0p+0`;
  const high = highWordOf(value);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (high & 0xfffff).toString(16).padStart(5, "0") + lowWordOf(value).toString(16).padStart(8, "0");
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return `${minus}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

const HEX_TEXT = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?[0-9]+))?/i;

/** float.fromhex(text); only ASCII white space may surround the number. */
export function floatFromHex(text: string): number {
  const trimmed = trimAsciiSpace(text);
  const special = SPECIAL_TEXT.exec(trimmed);
  if (special !== null) return special[2] === undefined ? Number.NaN : special[1] === "-" ? -Infinity : Infinity;
  const match = HEX_TEXT.exec(trimmed);
  const digits = (match?.[2] ?? "") + (match?.[3] ?? "");
  if (match === null || digits === "") throw valueProblem("invalid hexadecimal floating-point string");
  const significant = digits.replace(/^0+/, "");
  const size = significant === "" ? 0 : hexToDouble(significant, Number(match[4] ?? 0) - 4 * (match[3] ?? "").length);
  // That it is too large is found before what stands behind it.
  if (size === Infinity) throw overflowProblem("hexadecimal value too large to represent as a float");
  if (match[0] !== trimmed) throw valueProblem("invalid hexadecimal floating-point string");
  return match[1] === "-" ? -size : size;
}

function trimAsciiSpace(text: string): string {
  const isSpace = (unit: number) => unit === 32 || (unit >= 9 && unit <= 13);
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** digits * 2**exponent; digits past the 32nd count only as "not zero". */
function hexToDouble(digits: string, exponent: number): number {
  const kept = digits.slice(0, 32);
  const dropped = digits.slice(32);
  const value = BigInt(`0x${kept}`);
  const sticky = /[^0]/.test(dropped) ? value * 2n + 1n : value * 2n;
  const scale = exponent + 4 * dropped.length - 1;
  if (scale > 2000) return Infinity;
  return scale < -2000 ? 0 : scaleToDouble(sticky, scale);
}

/** True when the value is a whole number: float.is_integer(). */
export function isIntegral(value: number): boolean {
  return Number.isInteger(value);
}

/** The exact decimal expansion of a finite value, as decimal.Decimal(float) needs it: digits * 10**exponent. */
export function exactDecimal(value: number): { digits: bigint; exponent: number } {
  const [mantissa, exponent] = decompose(value);
  if (exponent >= 0) return { digits: BigInt(mantissa) << BigInt(exponent), exponent: 0 };
  return { digits: BigInt(mantissa) * 5n ** BigInt(-exponent), exponent };
}
