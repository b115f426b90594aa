/**
 * The quick way to sine and cosine: some 66 bits, and NaN for "too close to call", as libm-fast.ts does it.
 *
 * The argument is taken modulo pi/2 and then to the nearest 1/128, whose sine and cosine are in tables. Trap: only
 * for |x| < 100000; beyond, the parts of pi/2 no longer multiply exactly and elementary.ts must do it.
 */
import { pair } from "./double-double.ts";
import { sineCosinePair } from "./elementary.ts";

const STEPS = 128;
const LAST = 102;
const SPLITTER = 134217729;
const RELATIVE_ERROR = 2 ** -64;
const ABSOLUTE_ERROR = 2 ** -98;

/** pi/2 in parts whose products with a quarter count below 2**17 are exact, and a last rounded one. */
const FIRST = 1.5707963267341256;
const SECOND = 6.077100506303966e-11;
const THIRD = 2.0222662487959506e-21;

const sineHigh = new Float64Array(LAST + 1);
const sineLow = new Float64Array(LAST + 1);
const cosineHigh = new Float64Array(LAST + 1);
const cosineLow = new Float64Array(LAST + 1);

let ready = false;

function prepare(): void {
  for (let index = 0; index <= LAST; index++) {
    const [sine, cosine] = sineCosinePair(pair(index / STEPS));
    sineHigh[index] = sine.hi;
    sineLow[index] = sine.lo;
    cosineHigh[index] = cosine.hi;
    cosineLow[index] = cosine.lo;
  }
  ready = true;
}

/** The sine of x + shift * pi/2, or NaN. */
export function fastSine(x: number, shift: 0 | 1): number {
  if (!(Math.abs(x) < 100000)) return Number.NaN;
  if (!ready) prepare();
  let quarter = 0;
  let high = x;
  let low = 0;
  if (Math.abs(x) > 0.78) {
    quarter = Math.round(x * 0.6366197723675814);
    const first = x - quarter * FIRST;
    const second = -quarter * SECOND;
    high = first + second;
    const part = high - first;
    low = first - (high - part) + (second - part) - quarter * THIRD;
  }
  const turn = (quarter + shift) & 3;
  if (high < 0) {
    const value = turn % 2 === 0 ? -sineOf(-high, -low) : cosineOf(-high, -low);
    return turn >= 2 ? -value : value;
  }
  const value = turn % 2 === 0 ? sineOf(high, low) : cosineOf(high, low);
  return turn >= 2 ? -value : value;
}

function sineOf(high: number, low: number): number {
  const index = Math.round(high * STEPS);
  return combine(
    sineHigh[index] as number,
    sineLow[index] as number,
    cosineHigh[index] as number,
    cosineLow[index] as number,
    high - index / STEPS,
    low,
  );
}

function cosineOf(high: number, low: number): number {
  const index = Math.round(high * STEPS);
  return combine(
    cosineHigh[index] as number,
    cosineLow[index] as number,
    -(sineHigh[index] as number),
    -(sineLow[index] as number),
    high - index / STEPS,
    low,
  );
}

/** value * cos(t + low) + slope * sin(t + low): the angle formulas, for |t| <= 1/256. */
function combine(value: number, valueLow: number, slope: number, slopeLow: number, t: number, low: number): number {
  const product = slope * t;
  const splitA = SPLITTER * slope;
  const topA = splitA - (splitA - slope);
  const bottomA = slope - topA;
  const splitT = SPLITTER * t;
  const topT = splitT - (splitT - t);
  const bottomT = t - topT;
  const productRest = bottomA * bottomT - (product - topA * topT - bottomA * topT - topA * bottomT);
  const square = t * t;
  const sineRest = low - square * t * (1 / 6 - square * (1 / 120 - square * (1 / 5040 - square / 362880)));
  const cosineRest = -square * (0.5 - square * (1 / 24 - square * (1 / 720 - square / 40320))) - t * low;
  const whole = value + product;
  const part = whole - value;
  const sumRest = value - (whole - part) + (product - part);
  const rest = sumRest + (productRest + valueLow + slopeLow * t + value * cosineRest + slope * sineRest);
  const bound = Math.abs(whole) * RELATIVE_ERROR + ABSOLUTE_ERROR;
  const up = whole + (rest + bound);
  return up === whole + (rest - bound) ? up : Number.NaN;
}
