/**
 * Arithmetic on Python ints: a `number` while it is a safe integer, else a `bigint`.
 *
 * Follows Objects/longobject.c. Every function takes and returns normalised ints: never a bigint inside the safe
 * range, never -0 and never a fraction. Trap: the safe range is symmetric, so -(2**53) is a bigint although
 * a double holds it exactly.
 */
import { memoryProblem, overflowProblem, valueProblem, zeroDivisionProblem } from "./problem.ts";

export type PyInt = number | bigint;

const MAX_SAFE = Number.MAX_SAFE_INTEGER;
const MAX_SAFE_BIG = BigInt(MAX_SAFE);
const TWO_32 = 0x100000000;

/** V8 holds at most 2**30 - 1 bits in a bigint; more than that is a MemoryError. */
export const MAX_INT_BITS = 0x3fffffff;

/** The one way back from a bigint result. */
export function toInt(value: bigint): PyInt {
  return value <= MAX_SAFE_BIG && value >= -MAX_SAFE_BIG ? Number(value) : value;
}

/** The int of a double that holds an integer (of any size). */
export function integralToInt(value: number): PyInt {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? value + 0 : BigInt(value);
}

export function add(a: PyInt, b: PyInt): PyInt {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (sum <= MAX_SAFE && sum >= -MAX_SAFE) return sum;
  }
  return checkedBig(() => BigInt(a) + BigInt(b));
}

export function subtract(a: PyInt, b: PyInt): PyInt {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (difference <= MAX_SAFE && difference >= -MAX_SAFE) return difference;
  }
  return checkedBig(() => BigInt(a) - BigInt(b));
}

export function multiply(a: PyInt, b: PyInt): PyInt {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (product <= MAX_SAFE && product >= -MAX_SAFE) return product + 0;
  }
  return checkedBig(() => BigInt(a) * BigInt(b));
}

export function negate(a: PyInt): PyInt {
  return typeof a === "number" ? 0 - a : toInt(-a);
}

export function absolute(a: PyInt): PyInt {
  return typeof a === "number" ? Math.abs(a) : a < 0n ? -a : a;
}

export function invert(a: PyInt): PyInt {
  return typeof a === "number" && a < MAX_SAFE ? -1 - a : toInt(~BigInt(a));
}

function checkedBig(compute: () => bigint): PyInt {
  try {
    return toInt(compute());
  } catch (error) {
    if (error instanceof RangeError) throw memoryProblem();
    throw error;
  }
}

export function sign(a: PyInt): -1 | 0 | 1 {
  return a < 0 ? -1 : a > 0 ? 1 : 0;
}

/** Negative, zero or positive as a is below, equal to or above b; also exact between an int and a non-NaN float. */
export function compare(a: PyInt, b: PyInt): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function floorDivide(a: PyInt, b: PyInt): PyInt {
  if (typeof a === "number" && typeof b === "number") {
    if (b === 0) throw zeroDivisionProblem("integer division or modulo by zero");
    const remainder = a % b;
    const quotient = (a - remainder) / b;
    return (remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient) + 0;
  }
  const [dividend, divisor] = [BigInt(a), BigInt(b)];
  const short = shortDivision(dividend, divisor);
  if (short !== undefined) return toInt(short[0]);
  if (divisor !== 0n && dividend < 0n === divisor < 0n) return toInt(dividend / divisor);
  return toInt(bigDivmod(dividend, divisor, "integer division or modulo by zero")[0]);
}

export function modulo(a: PyInt, b: PyInt): PyInt {
  if (typeof a === "number" && typeof b === "number") {
    if (b === 0) throw zeroDivisionProblem("integer modulo by zero");
    const remainder = a % b;
    return remainder === 0 ? 0 : remainder < 0 !== b < 0 ? remainder + b : remainder;
  }
  const divisor = BigInt(b);
  if (divisor === 0n) throw zeroDivisionProblem("integer modulo by zero");
  const short = shortDivision(BigInt(a), divisor);
  if (short !== undefined) return toInt(short[1]);
  const remainder = BigInt(a) % divisor;
  return toInt(remainder !== 0n && remainder < 0n !== divisor < 0n ? remainder + divisor : remainder);
}

export function divmod(a: PyInt, b: PyInt): [quotient: PyInt, remainder: PyInt] {
  if (typeof a === "number" && typeof b === "number" && b !== 0) return [floorDivide(a, b), modulo(a, b)];
  const [quotient, remainder] = bigDivmod(BigInt(a), BigInt(b), "integer division or modulo by zero");
  return [toInt(quotient), toInt(remainder)];
}

/** V8 divides by longer numbers in a way that costs as much for a short quotient as for a long one. */
const LONG_DIVISOR = 3648n;
const SHORT_QUOTIENT = 1n << 60n;
/** How many bits of a divisor lead: few enough to be divided by at once, and so many that the quotient is off by one at most. */
const LEAST_LEADING = 1n << 64n;
const MOST_LEADING = 1n << 1024n;
const USUAL_LEADING = 128;
/** The bits behind the leading ones of the last divisor: the next one is often as long. */
let behind = LONG_DIVISOR;

/** Quotient and remainder of positive numbers, where the divisor is long and the quotient short; else undefined. */
function shortDivision(a: bigint, b: bigint): [bigint, bigint] | undefined {
  let leading = b >> behind;
  if (leading < LEAST_LEADING || leading > MOST_LEADING) {
    if (b >> LONG_DIVISOR <= LEAST_LEADING) return undefined;
    behind = BigInt(bitLength(b) - USUAL_LEADING);
    leading = b >> behind;
  }
  if (a < b) return a < 0n ? undefined : [0n, a];
  let quotient = (a >> behind) / leading;
  if (quotient > SHORT_QUOTIENT) return undefined;
  let remainder = a - quotient * b;
  for (; remainder < 0n; quotient--) remainder += b;
  for (; remainder >= b; quotient++) remainder -= b;
  return [quotient, remainder];
}

function bigDivmod(a: bigint, b: bigint, message: string): [bigint, bigint] {
  if (b === 0n) throw zeroDivisionProblem(message);
  const short = shortDivision(a, b);
  if (short !== undefined) return short;
  const quotient = a / b;
  const remainder = a - quotient * b;
  return remainder !== 0n && remainder < 0n !== b < 0n ? [quotient - 1n, remainder + b] : [quotient, remainder];
}

/** a ** exponent for exponent >= 0 (a negative exponent is float arithmetic: the caller's affair). */
export function power(a: PyInt, exponent: PyInt): PyInt {
  if (exponent === 0) return 1;
  if (a === 0 || a === 1) return a;
  if (a === -1) return bitAnd(exponent, 1) === 0 ? 1 : -1;
  if (typeof exponent === "bigint") throw memoryProblem();
  if (typeof a === "number") {
    const small = smallPower(a, exponent);
    if (small !== undefined) return small;
  }
  if ((bitLength(a) - 1) * exponent > MAX_INT_BITS) throw memoryProblem();
  return checkedBig(() => BigInt(a) ** BigInt(exponent));
}

function smallPower(base: number, exponent: number): number | undefined {
  if (exponent > 53) return undefined;
  let result = 1;
  let square = base;
  for (let rest = exponent; ; square *= square) {
    if (rest & 1) {
      result *= square;
      if (result > MAX_SAFE || result < -MAX_SAFE) return undefined;
    }
    rest >>>= 1;
    if (rest === 0) return result;
    if (square > 94906265 || square < -94906265) return undefined;
  }
}

/** pow(a, exponent, modulus), with the modular inverse for a negative exponent. */
export function modularPower(a: PyInt, exponent: PyInt, modulus: PyInt): PyInt {
  if (modulus === 0) throw valueProblem("pow() 3rd argument cannot be 0");
  const size = absolute(modulus);
  if (size === 1) return 0;
  let base = modulo(a, size);
  let rest = exponent;
  if (rest < 0) {
    base = modularInverse(base, size);
    rest = negate(rest);
  }
  const result =
    typeof size === "number" && size < 94906265
      ? modularPowerSmall(base, rest, size)
      : modularPowerBig(base, rest, size);
  return modulus < 0 && result !== 0 ? add(result, modulus) : result;
}

function modularPowerSmall(base: PyInt, exponent: PyInt, modulus: number): number {
  let square = Number(base);
  let result = 1;
  if (typeof exponent === "number") {
    for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = (result * square) % modulus;
      square = (square * square) % modulus;
    }
    return result;
  }
  const bits = exponent.toString(2);
  for (let index = bits.length - 1; index >= 0; index--) {
    if (bits.charCodeAt(index) === 49) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** Left to right in windows of four bits. */
function modularPowerBig(base: PyInt, exponent: PyInt, modulus: PyInt): PyInt {
  const m = BigInt(modulus);
  const b = BigInt(base);
  const table: bigint[] = [1n];
  for (let index = 1; index < 16; index++) table.push(((table[index - 1] as bigint) * b) % m);
  const digits = exponent.toString(16);
  let result = 1n;
  for (let index = 0; index < digits.length; index++) {
    if (index > 0) {
      result = (result * result) % m;
      result = (result * result) % m;
      result = (result * result) % m;
      result = (result * result) % m;
    }
    const digit = Number.parseInt(digits[index] as string, 16);
    if (digit !== 0) result = (result * (table[digit] as bigint)) % m;
  }
  return toInt(result);
}

function modularInverse(a: PyInt, modulus: PyInt): PyInt {
  let [low, high] = [BigInt(a), BigInt(modulus)];
  let [x, y] = [1n, 0n];
  while (low !== 0n) {
    const quotient = high / low;
    [high, low] = [low, high - quotient * low];
    [y, x] = [x, y - quotient * x];
  }
  if (high !== 1n) throw valueProblem("base is not invertible for the given modulus");
  return modulo(toInt(y), modulus);
}

/** Two's complement words of a safe integer: the high word is floor(a / 2**32), within 22 bits. */
function highWord(a: number): number {
  return Math.floor(a / TWO_32);
}

function joinWords(high: number, low: number): PyInt {
  const value = high * TWO_32 + (low >>> 0);
  return value >= -MAX_SAFE ? value : BigInt(value);
}

export function bitAnd(a: PyInt, b: PyInt): PyInt {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    return joinWords(highWord(a) & highWord(b), a & b);
  }
  return toInt(BigInt(a) & BigInt(b));
}

export function bitOr(a: PyInt, b: PyInt): PyInt {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    return joinWords(highWord(a) | highWord(b), a | b);
  }
  return toInt(BigInt(a) | BigInt(b));
}

export function bitXor(a: PyInt, b: PyInt): PyInt {
  if (typeof a === "number" && typeof b === "number") {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    return joinWords(highWord(a) ^ highWord(b), a ^ b);
  }
  return toInt(BigInt(a) ^ BigInt(b));
}

export function shiftLeft(a: PyInt, count: PyInt): PyInt {
  if (count < 0) throw valueProblem("negative shift count");
  if (a === 0) return 0;
  if (typeof count === "bigint") throw overflowProblem("too many digits in integer");
  if (typeof a === "number" && count < 53) {
    const value = a * 2 ** count;
    if (value <= MAX_SAFE && value >= -MAX_SAFE) return value;
  }
  if (count + bitLength(a) > MAX_INT_BITS) throw memoryProblem();
  return checkedBig(() => BigInt(a) << BigInt(count));
}

export function shiftRight(a: PyInt, count: PyInt): PyInt {
  if (count < 0) throw valueProblem("negative shift count");
  if (typeof a === "number") {
    if (count < 32 && (a | 0) === a) return a >> Number(count);
    return count > 53 ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** Number(count));
  }
  if (typeof count === "bigint" || count > MAX_INT_BITS) return a < 0n ? -1 : 0;
  return toInt(a >> BigInt(count));
}

/** int.bit_length: the bits of the absolute value. */
export function bitLength(a: PyInt): number {
  if (typeof a === "number") {
    const size = Math.abs(a);
    return size < TWO_32 ? 32 - Math.clz32(size) : 64 - Math.clz32(Math.floor(size / TWO_32));
  }
  const digits = (a < 0n ? -a : a).toString(16);
  return digits.length * 4 - Math.clz32(Number.parseInt(digits[0] as string, 16)) + 28;
}

function countBits32(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** int.bit_count: the ones of the absolute value. */
export function bitCount(a: PyInt): number {
  if (typeof a === "number") {
    const size = Math.abs(a);
    return countBits32(size | 0) + countBits32(highWord(size) | 0);
  }
  const digits = (a < 0n ? -a : a).toString(16);
  let count = 0;
  for (let end = digits.length; end > 0; end -= 8)
    count += countBits32(Number.parseInt(digits.slice(Math.max(0, end - 8), end), 16));
  return count;
}

/** How many zero bits end the number (0 for zero). */
export function trailingZeros(a: PyInt): number {
  if (a === 0) return 0;
  if (typeof a === "number") {
    const low = a | 0;
    return low !== 0 ? 31 - Math.clz32(low & -low) : 32 + trailingZeros(Math.floor(Math.abs(a) / TWO_32));
  }
  let step = 64;
  while (BigInt.asUintN(step, a) === 0n) step *= 2;
  const digits = BigInt.asUintN(step, a).toString(16);
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end--;
  const digit = Number.parseInt(digits[end - 1] as string, 16);
  return (digits.length - end) * 4 + 31 - Math.clz32(digit & -digit);
}

export function gcd(a: PyInt, b: PyInt): PyInt {
  let x = absolute(a);
  let y = absolute(b);
  while (typeof x === "bigint" || typeof y === "bigint") {
    if (y === 0) return x;
    [x, y] = [y, toInt(BigInt(x) % BigInt(y))];
  }
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** floor(sqrt(a)). */
export function integerSquareRoot(a: PyInt): PyInt {
  if (a < 0) throw valueProblem("isqrt() argument must be nonnegative");
  if (typeof a === "number") {
    const root = Math.floor(Math.sqrt(a));
    return root * root > a ? root - 1 : root;
  }
  return toInt(bigSquareRoot(a));
}

/** Half of the bits by recursion, the other half by one Newton step and a correction. */
function bigSquareRoot(n: bigint): bigint {
  if (n <= MAX_SAFE_BIG) return BigInt(integerSquareRoot(Number(n)));
  const shift = BigInt(Math.floor((bitLength(n) - 1) / 4));
  const high = bigSquareRoot(n >> (2n * shift));
  let root = ((high << shift) + (n >> shift) / high) >> 1n;
  while (root * root > n) root -= 1n;
  while ((root + 1n) * (root + 1n) <= n) root += 1n;
  return root;
}

/** The int nearest to a that is a multiple of 10**digits, a tie going to the even multiple: round(a, -digits). */
export function roundToPowerOfTen(a: PyInt, digits: PyInt): PyInt {
  if (digits <= 0) return a;
  if (digits > bitLength(a) / 3 + 2) return 0;
  const unit = BigInt(10) ** BigInt(digits);
  const [quotient, remainder] = bigDivmod(BigInt(a), unit, "");
  const twice = remainder * 2n;
  const up = twice > unit || (twice === unit && (quotient & 1n) === 1n);
  return toInt((up ? quotient + 1n : quotient) * unit);
}

/** int(x) for a float. */
export function floatToInt(value: number): PyInt {
  if (Number.isNaN(value)) throw valueProblem("cannot convert float NaN to integer");
  if (value === Infinity || value === -Infinity) throw overflowProblem("cannot convert float infinity to integer");
  return integralToInt(Math.trunc(value));
}

/** float(a), correctly rounded. */
export function intToFloat(a: PyInt): number {
  if (typeof a === "number") return a;
  const value = Number(a);
  if (value === Infinity || value === -Infinity) throw overflowProblem("int too large to convert to float");
  return value;
}

/** a / b, correctly rounded, also when neither fits a float. */
export function trueDivide(a: PyInt, b: PyInt): number {
  if (b === 0) throw zeroDivisionProblem("division by zero");
  if (typeof a === "number" && typeof b === "number") return a / b;
  const negative = a < 0 !== b < 0;
  if (a === 0) return negative ? -0 : 0;
  const value = divideToDouble(BigInt(absolute(a)), BigInt(absolute(b)));
  if (value === Infinity) throw overflowProblem("integer division result too large for a float");
  return negative ? -value : value;
}

/** The double nearest to a / b for positive a and b; Infinity if it overflows. */
export function divideToDouble(a: bigint, b: bigint): number {
  const shift = 66 - (bitLength(a) - bitLength(b));
  const numerator = shift > 0 ? a << BigInt(shift) : a;
  const denominator = shift < 0 ? b << BigInt(-shift) : b;
  const quotient = numerator / denominator;
  return scaleToDouble(quotient * denominator === numerator ? quotient : quotient | 1n, -shift);
}

/** The double nearest to value * 2**exponent, value >= 0, a tie going to the even one. */
export function scaleToDouble(value: bigint, exponent: number): number {
  if (value === 0n) return 0;
  const bits = bitLength(toInt(value));
  const top = bits + exponent;
  if (top > 1024) return Infinity;
  if (top < -1075) return 0;
  const lowest = Math.max(top - 53, -1074);
  const drop = lowest - exponent;
  let mantissa = value;
  if (drop > 0) {
    const half = 1n << BigInt(drop - 1);
    mantissa = value >> BigInt(drop);
    const rest = value - (mantissa << BigInt(drop));
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa += 1n;
  }
  const scale = Math.max(lowest, exponent);
  const low = Math.max(scale, -1000);
  return Number(mantissa) * 2 ** (scale - low) * 2 ** low;
}
