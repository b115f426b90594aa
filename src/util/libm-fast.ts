/**
 * The quick way to exp, log and pow: some 68 bits, and NaN for "too close to call".
 *
 * libm.ts asks here first and takes the 100-bit way (elementary.ts) only when the error bound does not decide the
 * rounding, once in some thousand calls. Tables come from elementary.ts on first use.
 * Trap: intermediate results are left in module variables, so nothing here may be re-entered between two steps.
 */

import { pair } from "./double-double.ts";
import { expPair, logPair } from "./elementary.ts";
import { fromWords, highWordOf, lowWordOf } from "./float-bits.ts";

const LN2_FIRST = 0.6931471805592082;
const LN2_SECOND = 7.371002565161996e-13;
const LN2_THIRD = 5.8029889835956905e-25;
const SPLITTER = 134217729;

/** The relative error that the rounding tests allow for. */
const ERROR = 2 ** -66;

/** e**(index / 256) for -89..89, and the logarithms of reciprocals for mantissas in steps of 1/128. */
const EXP_STEPS = 256;
const EXP_OFFSET = 90;
const expHigh = new Float64Array(2 * EXP_OFFSET + 1);
const expLow = new Float64Array(2 * EXP_OFFSET + 1);

const LOG_STEPS = 128;
const LOG_FIRST = 90;
const LOG_COUNT = 93;
const inverses = new Float64Array(LOG_COUNT);
const logHigh = new Float64Array(LOG_COUNT);
const logLow = new Float64Array(LOG_COUNT);

let ready = false;

function prepare(): void {
  for (let index = -EXP_OFFSET; index <= EXP_OFFSET; index++) {
    const value = expPair(pair(index / EXP_STEPS));
    expHigh[index + EXP_OFFSET] = value.hi;
    expLow[index + EXP_OFFSET] = value.lo;
  }
  for (let index = 0; index < LOG_COUNT; index++) {
    // A reciprocal of few bits: its product with the mantissa is exact in two doubles, and 1 stays 1.
    const inverse = Math.round((LOG_STEPS / (index + LOG_FIRST)) * 512) / 512;
    const value = logPair(inverse);
    inverses[index] = inverse;
    logHigh[index] = -value.hi;
    logLow[index] = -value.lo;
  }
  ready = true;
}

/** The logarithm of the last fastLog call, as a sum of two doubles. */
const result = new Float64Array(2);

/** ln x for a normal x > 0, into `result`, with a relative error below 2**-66. */
function computeLog(x: number): void {
  if (!ready) prepare();
  const high = highWordOf(x);
  let exponent = ((high >>> 20) & 0x7ff) - 1023;
  let mantissa = fromWords((high & 0xfffff) | 0x3ff00000, lowWordOf(x));
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const index = Math.round(mantissa * LOG_STEPS) - LOG_FIRST;
  const inverse = inverses[index] as number;
  const product = mantissa * inverse;
  const split = SPLITTER * mantissa;
  const top = split - (split - mantissa);
  // The reciprocal has few bits, so only the mantissa needs splitting.
  const rest = top * inverse - product + (mantissa - top) * inverse;
  const r = product - 1;
  const square = r * r;
  const splitR = SPLITTER * r;
  const topR = splitR - (splitR - r);
  const bottomR = r - topR;
  const squareRest = topR * topR - square + 2 * topR * bottomR + bottomR * bottomR;
  const series =
    square * r * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r * (1 / 8 - r * (1 / 9 - r / 10)))))));
  const a = exponent * LN2_FIRST;
  const b = logHigh[index] as number;
  const sum1 = a + b;
  const part1 = sum1 - a;
  const error1 = a - (sum1 - part1) + (b - part1);
  const sum2 = sum1 + r;
  const part2 = sum2 - sum1;
  const error2 = sum1 - (sum2 - part2) + (r - part2);
  const half = -0.5 * square;
  const sum3 = sum2 + half;
  const part3 = sum3 - sum2;
  const error3 = sum2 - (sum3 - part3) + (half - part3);
  const small = exponent * LN2_SECOND + (logLow[index] as number) + rest - r * rest - 0.5 * squareRest + series;
  const low = error1 + error2 + error3 + small;
  const whole = sum3 + low;
  result[0] = whole;
  result[1] = low - (whole - sum3);
}

/** ln x, or NaN. */
export function fastLog(x: number): number {
  computeLog(x);
  const high = result[0] as number;
  const low = result[1] as number;
  const bound = Math.abs(high) * ERROR;
  const up = high + (low + bound);
  return up === high + (low - bound) ? up : Number.NaN;
}

/** e**(high + low), or NaN; `error` bounds what is wrong with the argument. */
export function fastExp(high: number, low: number, error: number): number {
  if (!ready) prepare();
  const turns = Math.round(high * Math.LOG2E);
  if (turns > 1000 || turns < -1000) return Number.NaN;
  const first = high - turns * LN2_FIRST;
  const second = -turns * LN2_SECOND;
  const sum = first + second;
  const part = sum - first;
  const tail = first - (sum - part) + (second - part) + low - turns * LN2_THIRD;
  const index = Math.round(sum * EXP_STEPS);
  const r = sum - index / EXP_STEPS;
  const power = expHigh[index + EXP_OFFSET] as number;
  const powerLow = expLow[index + EXP_OFFSET] as number;
  const series = tail + r * tail + r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720))));
  const product = power * r;
  const splitA = SPLITTER * power;
  const topA = splitA - (splitA - power);
  const bottomA = power - topA;
  const splitR = SPLITTER * r;
  const topR = splitR - (splitR - r);
  const bottomR = r - topR;
  const productRest = bottomA * bottomR - (product - topA * topR - bottomA * topR - topA * bottomR);
  const whole = power + product;
  const rest = product - (whole - power) + productRest + powerLow + powerLow * r + power * series;
  const bound = whole * (ERROR + error);
  const up = whole + (rest + bound);
  return up === whole + (rest - bound) ? up * fromWords((turns + 1023) << 20, 0) : Number.NaN;
}

/** x**y for normal x > 0 and a result far from overflow and underflow, or NaN. */
export function fastPow(x: number, y: number): number {
  if (Math.abs(y) > 1e18) return Number.NaN;
  computeLog(x);
  const high = result[0] as number;
  const product = high * y;
  const splitA = SPLITTER * high;
  const topA = splitA - (splitA - high);
  const bottomA = high - topA;
  const splitY = SPLITTER * y;
  const topY = splitY - (splitY - y);
  const bottomY = y - topY;
  const rest = bottomA * bottomY - (product - topA * topY - bottomA * topY - topA * bottomY);
  return fastExp(product, rest + (result[1] as number) * y, Math.abs(product) * ERROR);
}
