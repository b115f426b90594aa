/** Text around decimals: what `Decimal(str)` accepts, and `format()`. */
import { decimalValue, isSpace } from "../../util/unicode/properties.ts";
import { type Rounding, roundShift } from "./context.ts";
import { type DecimalNumber, digitCount, finite, isZero, numberText, pow10 } from "./number.ts";

/** Without surrounding whitespace and underscores, digits of any script as ASCII; undefined if other characters occur. */
export function normalizeDigits(text: string): string | undefined {
  const characters = Array.from(text, (c) => c.codePointAt(0) as number);
  let start = 0;
  let end = characters.length;
  while (start < end && isSpace(characters[start])) start++;
  while (end > start && isSpace(characters[end - 1])) end--;
  let result = "";
  for (const c of characters.slice(start, end)) {
    if (c === 95) continue;
    if (c < 128) result += String.fromCharCode(c);
    else {
      const digit = decimalValue(c);
      if (digit < 0) return undefined;
      result += digit;
    }
  }
  return result;
}

interface Spec {
  fill: string;
  align: string;
  sign: string;
  noNegativeZero: boolean;
  zeroPad: boolean;
  width: number;
  separator: string;
  precision: number | undefined;
  type: string;
}

/** Parse a format specification; undefined if it is malformed. */
function parseSpec(text: string): Spec | undefined {
  const match = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?$/su.exec(text);
  if (match === null) return undefined;
  const [, fill, align, sign, z, zero, width, separator, precision, type] = match;
  if (separator === "_" || (type === "n" && separator !== undefined)) return undefined;
  const zeroPad = zero !== undefined;
  if (zeroPad && align !== undefined) return undefined;
  return {
    fill: fill ?? (zeroPad ? "0" : " "),
    align: align ?? (zeroPad ? "=" : ">"),
    sign: sign ?? "-",
    noNegativeZero: z !== undefined,
    zeroPad,
    width: width === undefined ? 0 : Number(width),
    separator: separator ?? "",
    precision: precision === undefined ? undefined : Number(precision),
    type: type ?? "",
  };
}

/** `format(number, spec)`; undefined if the specification is malformed. */
export function formatNumber(
  x: DecimalNumber,
  specText: string,
  rounding: Rounding,
  capitals: boolean,
): string | undefined {
  const spec = parseSpec(specText);
  if (spec === undefined) return undefined;
  const rounded = x.kind === "finite" ? roundFor(x, spec, rounding) : x;
  const negative = rounded.negative && !(spec.noNegativeZero && isZero(rounded));
  const sign = negative ? "-" : spec.sign === "-" ? "" : spec.sign;
  const magnitude = { ...rounded, negative: false };
  const body = rounded.kind === "finite" ? layout(magnitude, spec, capitals) : numberText(magnitude, capitals);
  // Only digits are padded with zeros.
  const padding = rounded.kind !== "finite" && spec.zeroPad ? { ...spec, fill: " ", align: ">" } : spec;
  return align(body, sign, padding);
}

function roundFor(x: DecimalNumber, spec: Spec, rounding: Rounding): DecimalNumber {
  const number = spec.type === "%" ? finite(x.negative, x.coefficient, x.exponent + 2) : x;
  if (spec.precision === undefined) return number;
  switch (spec.type) {
    case "e":
    case "E":
      return toDigits(number, spec.precision + 1, rounding);
    case "f":
    case "F":
    case "%":
      return toExponent(number, -spec.precision, rounding);
    default:
      return digitCount(number.coefficient) > Math.max(spec.precision, 1)
        ? toDigits(number, Math.max(spec.precision, 1), rounding)
        : number;
  }
}

function toExponent(x: DecimalNumber, exponent: number, rounding: Rounding): DecimalNumber {
  const shift = exponent - x.exponent;
  if (shift <= 0) return finite(x.negative, x.coefficient * pow10(-shift), exponent);
  return finite(x.negative, roundShift(x.coefficient, shift, rounding, x.negative).quotient, exponent);
}

function toDigits(x: DecimalNumber, digits: number, rounding: Rounding): DecimalNumber {
  if (isZero(x)) return finite(x.negative, 0n, x.exponent + 1 - digits);
  const result = toExponent(x, x.exponent + digitCount(x.coefficient) - digits, rounding);
  return digitCount(result.coefficient) > digits
    ? finite(x.negative, result.coefficient / 10n, result.exponent + 1)
    : result;
}

/** Digits, point and exponent of a number without sign. */
function layout(x: DecimalNumber, spec: Spec, capitals: boolean): string {
  const type = spec.type.toLowerCase();
  const upper = spec.type === "" ? capitals : spec.type === "E" || spec.type === "G";
  let text: string;
  if (type === "e") text = exponentForm(x, upper);
  else if (type === "f" || type === "%") text = plainForm(x);
  else text = numberText(x, spec.type === "n" ? capitals : upper);
  if (spec.separator !== "") text = group(text, spec);
  return type === "%" ? `${text}%` : text;
}

function exponentForm(x: DecimalNumber, capitals: boolean): string {
  const digits = x.coefficient.toString();
  const power = isZero(x) && x.coefficient === 0n ? x.exponent + digits.length - 1 : x.exponent + digits.length - 1;
  const zeros = isZero(x) && x.exponent < 0 ? "0".repeat(-x.exponent) : "";
  const all = zeros === "" ? digits : digits + zeros;
  const shown = zeros === "" ? power : x.exponent + zeros.length;
  const body = all.length > 1 ? `${all[0]}.${all.slice(1)}` : all;
  return `${body}${capitals ? "E" : "e"}${shown < 0 ? "" : "+"}${shown}`;
}

function plainForm(x: DecimalNumber): string {
  const digits = x.coefficient.toString();
  if (x.exponent >= 0) return digits + (isZero(x) ? "" : "0".repeat(x.exponent));
  const padded = digits.padStart(1 - x.exponent, "0");
  return `${padded.slice(0, x.exponent)}.${padded.slice(x.exponent)}`;
}

/** Commas in the integer part; zero padding takes part. */
function group(text: string, spec: Spec): string {
  const end = text.search(/[.eE]/);
  const whole = end < 0 ? text : text.slice(0, end);
  const rest = end < 0 ? "" : text.slice(end);
  let grouped = whole.replace(/\B(?=(\d{3})+$)/g, spec.separator);
  if (spec.zeroPad) {
    let padded = whole;
    while (grouped.length + rest.length < spec.width - 1) {
      padded = `0${padded}`;
      grouped = padded.replace(/\B(?=(\d{3})+$)/g, spec.separator);
    }
  }
  return grouped + rest;
}

function align(body: string, sign: string, spec: Spec): string {
  const missing = spec.width - sign.length - Array.from(body).length;
  if (missing <= 0) return sign + body;
  const fill = (count: number): string => spec.fill.repeat(count);
  switch (spec.align) {
    case "<":
      return sign + body + fill(missing);
    case "=":
      return sign + fill(missing) + body;
    case "^": {
      const left = missing >> 1;
      return fill(left) + sign + body + fill(missing - left);
    }
    default:
      return fill(missing) + sign + body;
  }
}
