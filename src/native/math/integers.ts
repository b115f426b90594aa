/**
 * math on ints: factorial, comb, perm, gcd, lcm, isqrt (CPython Modules/mathmodule.c). All results are exact.
 *
 * Products of many factors are taken by halves, so that both sides of each multiplication have about the same size.
 */
import { NONE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { raising } from "../../objects/kernel/problem.ts";
import { memoryError, overflowError, valueError } from "../../objects/kernel/raise.ts";
import {
  absolute,
  floorDivide,
  gcd,
  integerSquareRoot,
  multiply,
  type PyInt,
  subtract,
  toInt,
} from "../../util/int.ts";

const LONG_MAX = 0x7fffffffffffffffn;

/** first * (first + 1) * ... , `count` factors. */
function risingProduct(first: bigint, count: number): bigint {
  if (count <= 8) {
    let product = 1n;
    for (let i = 0; i < count; i++) product *= first + BigInt(i);
    return product;
  }
  const half = count >> 1;
  return risingProduct(first, half) * risingProduct(first + BigInt(half), count - half);
}

/** Bits that a bigint of JavaScript can have, and more than enough factors to get there. */
const MAX_BITS = 0x3fffffff;

function checkSize(bits: number): void {
  if (bits > MAX_BITS) throw memoryError();
}

const SMALL_FACTORIALS: readonly number[] = (() => {
  const table = [1];
  for (let n = 1; n <= 18; n++) table.push(table[n - 1] * n);
  return table;
})();

function factorialOf(n: number): PyInt {
  if (n < SMALL_FACTORIALS.length) return SMALL_FACTORIALS[n];
  checkSize(n * Math.log2(n) - n * 1.45);
  return toInt(risingProduct(1n, n));
}

function factorial(argument: Value): Value {
  const n = toIndex(argument);
  if (n > LONG_MAX) throw overflowError(`factorial() argument should not exceed ${LONG_MAX}`);
  if (n < 0) throw valueError("factorial() not defined for negative values");
  return raising(() => factorialOf(Number(n)));
}

/** n * (n - 1) * ... , k factors, 0 <= k <= n. */
function fallingProduct(n: PyInt, k: number): bigint {
  checkSize(k * (Math.log2(Number(n) + 1) - 1.45));
  return risingProduct(BigInt(n) - BigInt(k) + 1n, k);
}

function checkNatural(n: PyInt, k: PyInt): void {
  if (n < 0) throw valueError("n must be a non-negative integer");
  if (k < 0) throw valueError("k must be a non-negative integer");
}

function perm(nArgument: Value, kArgument: Value): Value {
  if (kArgument === NONE) return factorial(nArgument);
  const n = toIndex(nArgument);
  const k = toIndex(kArgument);
  checkNatural(n, k);
  if (n < k) return 0;
  if (k > LONG_MAX) throw overflowError(`k must not exceed ${LONG_MAX}`);
  return raising(() => toInt(fallingProduct(n, Number(k))));
}

function comb(nArgument: Value, kArgument: Value): Value {
  const n = toIndex(nArgument);
  const k = toIndex(kArgument);
  checkNatural(n, k);
  if (n < k) return 0;
  const rest = subtract(n, k);
  const fewer = rest < k ? rest : k;
  if (fewer > LONG_MAX) throw overflowError(`min(n - k, k) must not exceed ${LONG_MAX}`);
  return raising(() => combOf(n, Number(fewer)));
}

/** Beyond so many factors the quotient is built from two smaller ones (Vandermonde's product), not from factorials. */
const DIRECT = 64;

function combOf(n: PyInt, k: number): PyInt {
  if (k === 0) return 1;
  if (k === 1) return n;
  if (k <= DIRECT) return toInt(fallingProduct(n, k) / BigInt(factorialOf(k)));
  // C(n, k) = C(n, j) * C(n - j, k - j) / C(k, j)
  const j = k >> 1;
  const product = multiply(combOf(n, j), combOf(subtract(n, j), k - j));
  return floorDivide(product, combOf(k, j));
}

function isqrt(argument: Value): Value {
  const n = toIndex(argument);
  return raising(() => integerSquareRoot(n));
}

function gcdOfAll(args: Value[]): Value {
  let result: PyInt = 0;
  for (const arg of args) result = gcd(result, toIndex(arg));
  return result;
}

function lcmOfAll(args: Value[]): Value {
  let result: PyInt = 1;
  for (const arg of args) {
    const value = toIndex(arg);
    const known: PyInt = result;
    result =
      value === 0 || known === 0 ? 0 : raising(() => absolute(multiply(floorDivide(known, gcd(known, value)), value)));
  }
  return result;
}

export const integerFunctions: Record<string, MethodRow> = {
  factorial: ["($module, n, /)", "Find n!.\n\nRaise a ValueError if x is negative or non-integral.", factorial],
  perm: [
    "($module, n, k=None, /)",
    "Number of ways to choose k items from n items without repetition and with order.\n\nEvaluates to n! / (n - k)! when k <= n and evaluates\nto zero when k > n.\n\nIf k is not specified or is None, then k defaults to n\nand the function returns n!.\n\nRaises TypeError if either of the arguments are not integers.\nRaises ValueError if either of the arguments are negative.",
    perm,
  ],
  comb: [
    "($module, n, k, /)",
    "Number of ways to choose k items from n items without repetition and without order.\n\nEvaluates to n! / (k! * (n - k)!) when k <= n and evaluates\nto zero when k > n.\n\nAlso called the binomial coefficient because it is equivalent\nto the coefficient of k-th term in polynomial expansion of the\nexpression (1 + x)**n.\n\nRaises TypeError if either of the arguments are not integers.\nRaises ValueError if either of the arguments are negative.",
    comb,
  ],
  isqrt: ["($module, n, /)", "Return the integer part of the square root of the input.", isqrt],
  gcd: ["($module, *integers)", "Greatest Common Divisor.", gcdOfAll],
  lcm: ["($module, *integers)", "Least Common Multiple.", lcmOfAll],
};
