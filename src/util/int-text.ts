/**
 * Python ints as text and as bytes: int(text, base), str(int), int.to_bytes, int.from_bytes.
 *
 * Follows Objects/longobject.c. Texts come as JavaScript strings, an astral character as its surrogate pair: the
 * decimal digits of every script count, and so does Unicode white space around the number. Trap: the limit on the
 * number of digits applies only to bases that are no power of two, and counts digits without underscores and sign.
 */
import { absolute, bitLength, type PyInt, toInt } from "./int.ts";
import { overflowProblem, type Problem, valueProblem } from "./problem.ts";
import { toAsciiNumberText } from "./unicode/number-text.ts";

const SHORT_LIMIT = 640;

/**
 * int(text, base). Gives undefined when the text is no literal of that base: the caller raises
 * "invalid literal for int() with base N: <repr>". maxDigits is sys.get_int_max_str_digits(), 0 for no limit.
 */
export function parseIntText(text: string, base: number, maxDigits: number): PyInt | undefined {
  checkBase(base);
  if (base === 10 && /^[0-9]{1,15}$/.test(text)) return +text;
  if (base === 10 && /^[\x00-/:-\x7f]*$/.test(text)) return undefined;
  const ascii = toAsciiNumberText(text);
  const match = /^([+-]?)(.*)$/s.exec(ascii) as RegExpExecArray;
  const found = findBase(match[2] as string, base);
  if (found === undefined) return undefined;
  const digits = joinDigits(found.digits, found.base);
  if (digits === undefined || (found.onlyZero && /[^0]/.test(digits))) return undefined;
  if (
    maxDigits > 0 &&
    digits.length > SHORT_LIMIT &&
    digits.length > maxDigits &&
    (found.base & (found.base - 1)) !== 0
  ) {
    throw valueProblem(
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const value = digitsToInt(digits, found.base);
  if (match[1] !== "-") return value;
  return typeof value === "number" ? 0 - value : -value;
}

export function checkBase(base: number): void {
  if (base !== 0 && (base < 2 || base > 36)) throw valueProblem("int() base must be >= 2 and <= 36, or 0");
}

interface Literal {
  digits: string;
  base: number;
  /** Base 0 without a prefix: a leading zero leaves room for zeros only. */
  onlyZero: boolean;
}

function findBase(text: string, base: number): Literal | undefined {
  const prefix = /^0([xXoObB])_?/.exec(text);
  if (prefix !== null) {
    const letter = (prefix[1] as string).toLowerCase();
    const implied = letter === "x" ? 16 : letter === "o" ? 8 : 2;
    if (base === 0 || base === implied) return { digits: text.slice(prefix[0].length), base: implied, onlyZero: false };
  }
  if (base !== 0) return { digits: text, base, onlyZero: false };
  return { digits: text, base: 10, onlyZero: text.startsWith("0") };
}

/** The digits without underscores, each of which must stand between two digits. */
function joinDigits(text: string, base: number): string | undefined {
  let digits = text;
  if (text.includes("_")) {
    if (text.startsWith("_") || text.endsWith("_") || text.includes("__")) return undefined;
    digits = text.replaceAll("_", "");
  }
  if (digits === "") return undefined;
  for (let index = 0; index < digits.length; index++) {
    if (digitValue(digits.charCodeAt(index)) >= base) return undefined;
  }
  return digits;
}

function digitValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 122 ? lower - 87 : 99;
}

/** The int that plain digits of a base stand for; no sign, prefix or underscore. */
export function digitsToInt(digits: string, base: number): PyInt {
  const chunk = Math.floor(52 / Math.log2(base));
  if (digits.length <= chunk) return Number.parseInt(digits, base);
  if (base === 10) return toInt(BigInt(digits));
  if (base === 16) return toInt(BigInt(`0x${digits}`));
  if (base === 8) return toInt(BigInt(`0o${digits}`));
  if (base === 2) return toInt(BigInt(`0b${digits}`));
  const powers: bigint[] = [BigInt(base) ** BigInt(chunk)];
  return toInt(combineDigits(digits, base, chunk, powers));
}

/** Halves whose lower part is chunk * 2**level digits long; powers[level] is base ** that length. */
function combineDigits(digits: string, base: number, chunk: number, powers: bigint[]): bigint {
  if (digits.length <= chunk) return BigInt(Number.parseInt(digits, base));
  let level = 0;
  while (chunk * 2 ** (level + 1) < digits.length) level++;
  while (powers.length <= level) powers.push((powers.at(-1) as bigint) ** 2n);
  const split = digits.length - chunk * 2 ** level;
  const high = combineDigits(digits.slice(0, split), base, chunk, powers);
  return high * (powers[level] as bigint) + combineDigits(digits.slice(split), base, chunk, powers);
}

/** str(value); maxDigits is sys.get_int_max_str_digits(), 0 for no limit. */
export function intToText(value: PyInt, maxDigits: number): string {
  if (typeof value === "number") return String(value);
  if (maxDigits > 0) {
    // log10(2) * bits is within one digit of the length: only a near miss needs the text to decide.
    const estimate = Math.floor((bitLength(value) - 1) * 0.30102999566398);
    if (estimate >= maxDigits) throw tooManyDigits(maxDigits);
  }
  const text = value.toString();
  if (maxDigits > 0 && text.length - (value < 0n ? 1 : 0) > maxDigits) throw tooManyDigits(maxDigits);
  return text;
}

function tooManyDigits(maxDigits: number): Problem {
  return valueProblem(
    `Exceeds the limit (${maxDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** The digits of |value| in base 2, 8 or 16, without prefix. */
export function magnitudeText(value: PyInt, base: 2 | 8 | 16): string {
  return absolute(value).toString(base);
}

/** bin(), oct() and hex(). */
export function prefixedText(value: PyInt, base: 2 | 8 | 16): string {
  const prefix = base === 16 ? "0x" : base === 8 ? "0o" : "0b";
  return (value < 0 ? "-" : "") + prefix + magnitudeText(value, base);
}

export function intToBytes(value: PyInt, length: number, byteOrder: "little" | "big", signed: boolean): Uint8Array {
  if (value < 0 && !signed) throw overflowProblem("can't convert negative int to unsigned");
  const bytes = new Uint8Array(length);
  if (!fitsBytes(value, length, signed)) throw overflowProblem("int too big to convert");
  if (typeof value === "number") fillFromNumber(bytes, value);
  else fillFromBig(bytes, value < 0n ? BigInt.asUintN(length * 8, value) : value);
  if (byteOrder === "big") bytes.reverse();
  return bytes;
}

function fitsBytes(value: PyInt, length: number, signed: boolean): boolean {
  if (value === 0) return true;
  if (!signed) return bitLength(value) <= length * 8;
  const size = value < 0 ? bitLength(typeof value === "number" ? -1 - value : ~value) : bitLength(value);
  return size + 1 <= length * 8;
}

function fillFromNumber(bytes: Uint8Array, value: number): void {
  let rest = value;
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = rest & 255;
    rest = Math.floor(rest / 256);
  }
}

function fillFromBig(bytes: Uint8Array, value: bigint): void {
  const digits = value.toString(16);
  let index = 0;
  for (let end = digits.length; end > 0; end -= 2) {
    bytes[index++] = Number.parseInt(digits.slice(Math.max(0, end - 2), end), 16);
  }
}

const HEX_PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

export function intFromBytes(bytes: Uint8Array, byteOrder: "little" | "big", signed: boolean): PyInt {
  const length = bytes.length;
  if (length === 0) return 0;
  const at =
    byteOrder === "big"
      ? (index: number) => bytes[index] as number
      : (index: number) => bytes[length - 1 - index] as number;
  const negative = signed && at(0) >= 128;
  if (length <= 6) {
    let value = 0;
    for (let index = 0; index < length; index++) value = value * 256 + at(index);
    return negative ? value - 256 ** length : value;
  }
  if (length <= 8) {
    let high = 0;
    let low = 0;
    for (let index = 0; index < length - 4; index++) high = high * 256 + at(index);
    for (let index = length - 4; index < length; index++) low = low * 256 + at(index);
    if (negative) high -= 256 ** (length - 4);
    const value = high * 4294967296 + low;
    return Number.isSafeInteger(value) ? value : BigInt(high) * 4294967296n + BigInt(low);
  }
  const parts: string[] = new Array(length);
  for (let index = 0; index < length; index++) parts[index] = HEX_PAIRS[at(index)] as string;
  const value = BigInt(`0x${parts.join("")}`);
  return toInt(negative ? value - (1n << BigInt(length * 8)) : value);
}
