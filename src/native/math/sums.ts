/**
 * math over many numbers: fsum, sumprod, prod, dist, hypot (CPython Modules/mathmodule.c).
 *
 * fsum is exact (Shewchuk's partial sums). sumprod adds floats in triple length, and so may differ from an exact
 * result in the last bit just as CPython's does: the order of its steps is part of its meaning.
 */
import { FLOAT } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { forEach, iter, next, toArray } from "../../objects/kernel/iterate.ts";
import { binaryOperator, toDouble } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyFloat, PyTuple } from "../../objects/kernel/payload.ts";
import { overflowError, valueError } from "../../objects/kernel/raise.ts";
import { twoProduct, twoSum } from "../../util/double-double.ts";
import { hypot } from "../../util/libm.ts";

/** Shewchuk's sum: `partials` do not overlap and grow. */
function fsum(iterable: Value): Value {
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  forEach(iterable, (item) => {
    const original = toDouble(item);
    let x = original;
    let count = 0;
    for (let i = 0; i < partials.length; i++) {
      let y = partials[i];
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[count++] = low;
      x = high;
    }
    partials.length = count;
    if (x === 0) return;
    if (Number.isFinite(x)) {
      partials.push(x);
      return;
    }
    if (Number.isFinite(original)) throw overflowError("intermediate overflow in fsum");
    if (!Number.isNaN(original)) infinities += original;
    special += original;
    partials.length = 0;
  });
  if (special !== 0) {
    if (Number.isNaN(infinities)) throw valueError("-inf + inf in fsum");
    return new PyFloat(special);
  }
  return new PyFloat(roundPartials(partials));
}

/** The nearest double to the sum of the partials, ties to even. */
function roundPartials(partials: readonly number[]): number {
  let count = partials.length;
  if (count === 0) return 0;
  let high = partials[--count];
  let low = 0;
  while (count > 0) {
    const x = high;
    const y = partials[--count];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // Half way between two doubles: the sign of what follows decides.
  if (count > 0 && ((low < 0 && partials[count - 1] < 0) || (low > 0 && partials[count - 1] > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

/** A running sum of products in triple length. */
class TripleSum {
  high = 0;
  low = 0;
  tiny = 0;

  /** Add x * y; false, and no change, if that is not finite any more. */
  addProduct(x: number, y: number): boolean {
    const product = twoProduct(x, y);
    const sum = twoSum(this.high, product.hi);
    if (!Number.isFinite(sum.hi)) return false;
    const first = twoSum(this.low, product.lo);
    const second = twoSum(first.hi, sum.lo);
    this.high = sum.hi;
    this.low = second.hi;
    this.tiny += first.lo + second.lo;
    return true;
  }

  toDouble(): number {
    const last = twoSum(this.low, this.tiny);
    const main = twoSum(this.high, last.hi);
    return main.hi + main.lo + last.lo;
  }
}

const isPlainInt = (value: Value): value is number | bigint => typeof value === "number" || typeof value === "bigint";

/** A factor of the float path: an exact float, or an int or bool beside one. */
function floatFactor(value: Value, other: Value): number | undefined {
  if (value instanceof PyFloat && value.cls === FLOAT) return value.value;
  if (!(other instanceof PyFloat && other.cls === FLOAT)) return undefined;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (!isPlainInt(value)) return undefined;
  const converted = Number(value);
  return Number.isFinite(converted) ? converted : undefined;
}

function sumprod(p: Value, q: Value): Value {
  const left = iter(p);
  const right = iter(q);
  let total: Value = 0;
  let ints = true;
  let floats: TripleSum | undefined = new TripleSum();
  let floatsUsed = false;
  for (;;) {
    const x = next(left);
    const y = next(right);
    if ((x === undefined) !== (y === undefined)) throw valueError("Inputs are not the same length");
    if (ints && (x === undefined || y === undefined || !isPlainInt(x) || !isPlainInt(y))) ints = false;
    if (floats !== undefined && !ints) {
      const a = x === undefined || y === undefined ? undefined : floatFactor(x, y);
      const b = x === undefined || y === undefined ? undefined : floatFactor(y, x);
      if (a !== undefined && b !== undefined && floats.addProduct(a, b)) {
        floatsUsed = true;
        continue;
      }
      if (floatsUsed) total = binaryOperator(total, new PyFloat(floats.toDouble()), "__add__");
      floats = undefined;
    }
    if (x === undefined || y === undefined) return total;
    total = binaryOperator(total, binaryOperator(x, y, "__mul__"), "__add__");
  }
}

function prod(iterable: Value, start: Value): Value {
  let product = start;
  forEach(iterable, (item) => {
    product = binaryOperator(product, item, "__mul__");
  });
  return product;
}

function coordinates(value: Value): Value[] {
  return value instanceof PyTuple ? value.items : toArray(value);
}

function dist(p: Value, q: Value): Value {
  const left = coordinates(p);
  const right = coordinates(q);
  if (left.length !== right.length) throw valueError("both points must have the same number of dimensions");
  return new PyFloat(hypot(left.map((x, i) => Math.abs(toDouble(x) - toDouble(right[i])))));
}

export const sumFunctions: Record<string, MethodRow> = {
  fsum: [
    "($module, seq, /)",
    "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic.",
    fsum,
  ],
  sumprod: [
    "($module, p, q, /)",
    "Return the sum of products of values from two iterables p and q.\n\nRoughly equivalent to:\n\n    sum(itertools.starmap(operator.mul, zip(p, q, strict=True)))\n\nFor float and mixed int/float inputs, the intermediate products\nand sums are computed with extended precision.",
    sumprod,
  ],
  prod: [
    "($module, iterable, /, *, start=1)",
    "Calculate the product of all the elements in the input iterable.\n\nThe default start value for the product is 1.\n\nWhen the iterable is empty, return the start value.  This function is\nintended specifically for use with numeric values and may reject\nnon-numeric types.",
    prod,
  ],
  dist: [
    "($module, p, q, /)",
    "Return the Euclidean distance between two points p and q.\n\nThe points should be specified as sequences (or iterables) of\ncoordinates.  Both inputs must have the same dimension.\n\nRoughly equivalent to:\n    sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))",
    dist,
  ],
  hypot: [
    "~($module, *coordinates)",
    "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to a point.\n\nRoughly equivalent to:\n    sqrt(sum(x**2 for x in coordinates))\n\nFor a two dimensional point (x, y), gives the hypotenuse\nusing the Pythagorean theorem:  sqrt(x*x + y*y).\n\nFor example, the hypotenuse of a 3/4/5 right triangle is:\n\n    >>> hypot(3.0, 4.0)\n    5.0\n",
    (args: Value[]) => new PyFloat(hypot(args.map((arg) => toDouble(arg)))),
  ],
};
