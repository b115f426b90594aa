/** The fast cases of operators on small ints and floats; undefined where the general way must decide. */

import { FLOAT } from "../objects/kernel/core-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyFloat } from "../objects/kernel/payload.ts";

const isSafe = Number.isSafeInteger;
const TWO_32 = 2 ** 32;

/** The bits from the 33rd on of a safe integer, as two's complement. */
const highHalf = (value: number): number => Math.floor(value / TWO_32);

/** `left <op> right` of two safe integers; `op` is BINARY_OP's argument. */
export function intOperation(left: number, right: number, op: number): Value | undefined {
  let result: number;
  switch (op < 13 ? op : op - 13) {
    case 0:
      result = left + right;
      break;
    case 10:
      result = left - right;
      break;
    case 5:
      // Adding 0 makes -0 an int's 0.
      result = left * right + 0;
      break;
    case 6:
      if (right === 0) return undefined;
      result = left % right;
      if (result !== 0 && result < 0 !== right < 0) result += right;
      return result + 0;
    case 2: {
      if (right === 0) return undefined;
      const rest = left % right;
      result = (left - rest) / right;
      if (rest !== 0 && rest < 0 !== right < 0) result--;
      result += 0;
      break;
    }
    case 1:
      if ((left | 0) === left && (right | 0) === right) return left & right;
      result = (highHalf(left) & highHalf(right)) * TWO_32 + ((left & right) >>> 0);
      break;
    case 7:
      if ((left | 0) === left && (right | 0) === right) return left | right;
      result = (highHalf(left) | highHalf(right)) * TWO_32 + ((left | right) >>> 0);
      break;
    case 12:
      if ((left | 0) === left && (right | 0) === right) return left ^ right;
      result = (highHalf(left) ^ highHalf(right)) * TWO_32 + ((left ^ right) >>> 0);
      break;
    case 3:
      if (right < 0 || right > 52) return undefined;
      result = left * 2 ** right;
      break;
    case 9:
      if (right < 0) return undefined;
      if ((left | 0) === left) return left >> (right > 31 ? 31 : right);
      return right > 53 ? (left < 0 ? -1 : 0) : Math.floor(left / 2 ** right);
    case 11:
      if (right === 0) return undefined;
      return new PyFloat(left / right);
    default:
      return undefined;
  }
  return isSafe(result) ? result : undefined;
}

/** `left <op> right` of two floats. */
export function floatOperation(left: PyFloat, right: PyFloat, op: number): Value | undefined {
  if (left.cls !== FLOAT || right.cls !== FLOAT) return undefined;
  switch (op < 13 ? op : op - 13) {
    case 0:
      return new PyFloat(left.value + right.value);
    case 10:
      return new PyFloat(left.value - right.value);
    case 5:
      return new PyFloat(left.value * right.value);
    case 11:
      return right.value === 0 ? undefined : new PyFloat(left.value / right.value);
    default:
      return undefined;
  }
}

/** A safe integer or an exact float as a double, which holds it exactly. */
function doubleOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return value instanceof PyFloat && value.cls === FLOAT ? value.value : undefined;
}

/** `left <op> right` of a float and an int. */
export function mixedOperation(left: unknown, right: unknown, op: number): Value | undefined {
  if (typeof left === typeof right) return undefined;
  const a = doubleOf(left);
  const b = a === undefined ? undefined : doubleOf(right);
  if (a === undefined || b === undefined) return undefined;
  switch (op < 13 ? op : op - 13) {
    case 0:
      return new PyFloat(a + b);
    case 10:
      return new PyFloat(a - b);
    case 5:
      return new PyFloat(a * b);
    case 11:
      return b === 0 ? undefined : new PyFloat(a / b);
    default:
      return undefined;
  }
}

export function compareInts(left: number, right: number, op: number): boolean {
  switch (op) {
    case 0:
      return left < right;
    case 1:
      return left <= right;
    case 2:
      return left === right;
    case 3:
      return left !== right;
    case 4:
      return left > right;
    default:
      return left >= right;
  }
}

/** The same in JavaScript: NaN is unequal to everything in both. */
export const compareFloats = compareInts;
