/**
 * Decimal numbers as plain data, and their text (General Decimal Arithmetic Specification 1.70; CPython's
 * libmpdec). No context here: nothing in this file rounds.
 */

/** A finite number is (-1)^sign * coefficient * 10^exponent; a NaN's payload is its coefficient. */
export interface DecimalNumber {
  readonly negative: boolean;
  readonly kind: "finite" | "infinite" | "quiet" | "signaling";
  readonly coefficient: bigint;
  readonly exponent: number;
}

const powers: bigint[] = [1n];

/** 10^n for n >= 0. */
export function pow10(n: number): bigint {
  if (n < 2048) {
    for (let i = powers.length; i <= n; i++) powers.push(powers[i - 1] * 10n);
    return powers[n];
  }
  return 10n ** BigInt(n);
}

/** Number of decimal digits; 1 for zero. */
export function digitCount(value: bigint): number {
  if (value === 0n) return 1;
  if (value < 0x20000000000000n)
    return String(Number(value)).length <= 15 ? String(Number(value)).length : value.toString().length;
  const bits = value.toString(16).length * 4;
  // Within one of the truth: log10(2) times the bits.
  let digits = Math.max(1, Math.floor((bits - 4) * 0.30102999566398) - 1);
  while (value >= pow10(digits)) digits++;
  return digits;
}

export const finite = (negative: boolean, coefficient: bigint, exponent: number): DecimalNumber => ({
  negative,
  kind: "finite",
  coefficient,
  exponent,
});

export const ZERO = finite(false, 0n, 0);
export const ONE = finite(false, 1n, 0);
export const QUIET_NAN: DecimalNumber = { negative: false, kind: "quiet", coefficient: 0n, exponent: 0 };
export const infinity = (negative: boolean): DecimalNumber => ({
  negative,
  kind: "infinite",
  coefficient: 0n,
  exponent: 0,
});

export const isNaNDecimal = (x: DecimalNumber): boolean => x.kind === "quiet" || x.kind === "signaling";
export const isFiniteDecimal = (x: DecimalNumber): boolean => x.kind === "finite";
export const isZero = (x: DecimalNumber): boolean => x.kind === "finite" && x.coefficient === 0n;

/** Exponent of the most significant digit. */
export function adjusted(x: DecimalNumber): number {
  return x.exponent + digitCount(x.coefficient) - 1;
}

export const withSign = (x: DecimalNumber, negative: boolean): DecimalNumber => ({ ...x, negative });

export function isInteger(x: DecimalNumber): boolean {
  if (x.kind !== "finite") return false;
  if (x.exponent >= 0 || x.coefficient === 0n) return true;
  if (-x.exponent > digitCount(x.coefficient)) return false;
  return x.coefficient % pow10(-x.exponent) === 0n;
}

/** -1, 0 or 1 for numbers that are not NaN. */
export function compareNumbers(x: DecimalNumber, y: DecimalNumber): number {
  const signOf = (n: DecimalNumber): number => (isZero(n) ? 0 : n.negative ? -1 : 1);
  const left = signOf(x);
  if (left !== signOf(y)) return left < signOf(y) ? -1 : 1;
  if (left === 0) return 0;
  return left * compareMagnitudes(x, y);
}

function compareMagnitudes(x: DecimalNumber, y: DecimalNumber): number {
  if (x.kind === "infinite" || y.kind === "infinite") return x.kind === y.kind ? 0 : x.kind === "infinite" ? 1 : -1;
  const left = adjusted(x);
  const right = adjusted(y);
  if (left !== right) return left < right ? -1 : 1;
  const exponent = Math.min(x.exponent, y.exponent);
  const a = x.coefficient * pow10(x.exponent - exponent);
  const b = y.coefficient * pow10(y.exponent - exponent);
  return a === b ? 0 : a < b ? -1 : 1;
}

const SYNTAX = /^([-+]?)(?:(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|(inf(?:inity)?)|(s)?nan(\d*))$/i;

/** Parse a numeric string without surrounding whitespace or underscores; undefined if it is none. */
export function parseNumber(text: string): DecimalNumber | undefined {
  const match = SYNTAX.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent, infinite, signaling, payload] = match;
  const negative = sign === "-";
  if (infinite !== undefined) return infinity(negative);
  if (payload !== undefined) {
    return {
      negative,
      kind: signaling === undefined ? "quiet" : "signaling",
      coefficient: BigInt(payload || "0"),
      exponent: 0,
    };
  }
  if (whole === "" && fraction === "") return undefined;
  const power = exponent === undefined ? 0 : clampExponent(exponent);
  return finite(negative, BigInt(whole + fraction), power - fraction.length);
}

/** Exponents beyond all limits only have to stay beyond them. */
function clampExponent(text: string): number {
  const value = Number(text);
  return Math.max(-2e18, Math.min(2e18, value));
}

/** `str()`, or engineering notation. */
export function numberText(x: DecimalNumber, capitals: boolean, engineering = false): string {
  const sign = x.negative ? "-" : "";
  if (x.kind === "infinite") return `${sign}Infinity`;
  if (x.kind !== "finite")
    return `${sign}${x.kind === "quiet" ? "NaN" : "sNaN"}${x.coefficient === 0n ? "" : x.coefficient}`;
  const digits = x.coefficient.toString();
  const left = x.exponent + digits.length;
  let point: number;
  if (x.exponent <= 0 && left > -6) point = left;
  else if (!engineering) point = 1;
  else if (x.coefficient === 0n) point = ((((left + 1) % 3) + 3) % 3) - 1;
  else point = ((((left - 1) % 3) + 3) % 3) + 1;
  let body: string;
  if (point <= 0) body = `0.${"0".repeat(-point)}${digits}`;
  else if (point >= digits.length) body = digits + "0".repeat(point - digits.length);
  else body = `${digits.slice(0, point)}.${digits.slice(point)}`;
  const exponent = left - point;
  if (left === point) return sign + body;
  return `${sign}${body}${capitals ? "E" : "e"}${exponent < 0 ? "" : "+"}${exponent}`;
}
