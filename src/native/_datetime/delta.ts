/**
 * timedelta. Sums are made of its three parts; products and quotients of all its microseconds, as big integers.
 *
 * Trap: fractions of arguments are collected apart and rounded once, half to even, so that the whole microseconds stay exact.
 */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NOT_IMPLEMENTED, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { binaryOperator, toIndex } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, intOf, PyFloat, PyTuple, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { type Comparison, compareNumbers, hashOf } from "../../objects/kernel/protocol.ts";
import { overflowError, typeError, valueError, zeroDivisionError } from "../../objects/kernel/raise.ts";
import { bindArguments, comparisons } from "./arguments.ts";
import {
  compareDeltas,
  DELTA,
  MAX_DELTA_DAYS,
  MILLION,
  negated,
  newDelta,
  PyDelta,
  SECONDS_PER_DAY,
  subtractDeltas,
} from "./objects.ts";

const DAY = 86_400_000_000n;

export const microsecondsOf = ({ days, seconds, microseconds }: PyDelta): bigint =>
  BigInt(days) * DAY + BigInt(seconds * MILLION + microseconds);

const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
};

export function deltaOf(microseconds: bigint): PyDelta {
  const days = floorDivide(microseconds, DAY);
  const rest = Number(microseconds - days * DAY);
  if (BigInt.asIntN(32, days) !== days) throw overflowError("Python int too large to convert to C int");
  return newDelta(Number(days), Math.floor(rest / MILLION), rest % MILLION);
}

/** The nearest integer to a / b, the even one of two. */
function divideNearest(a: bigint, b: bigint): bigint {
  if (b === 0n) throw zeroDivisionError("integer division or modulo by zero");
  const quotient = floorDivide(a, b);
  const twice = 2n * (a - quotient * b);
  const size = b < 0n ? -b : b;
  const rest = twice < 0n ? -twice : twice;
  return rest > size || (rest === size && quotient % 2n !== 0n) ? quotient + 1n : quotient;
}

/** A float as a fraction of integers, as it says itself. */
function ratio(value: PyFloat): [bigint, bigint] {
  const answer = call(getAttr(value, "as_integer_ratio"));
  if (!(answer instanceof PyTuple)) {
    throw typeError(`unexpected return type from as_integer_ratio(): expected tuple, got '${typeName(answer)}'`);
  }
  if (answer.items.length !== 2) throw valueError("as_integer_ratio() must return a 2-tuple");
  const [numerator, denominator] = answer.items.map((item) => BigInt(toIndex(item)));
  return [numerator, denominator];
}

const NAMES = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
const FACTORS = [DAY, 1_000_000n, 1n, 1000n, 60_000_000n, 3_600_000_000n, 7n * DAY];
/** The smallest unit is added first: this decides how fractions round. */
const ORDER = [2, 3, 1, 4, 5, 0, 6];

class Sum {
  whole = 0n;
  private fraction = 0;

  add(name: string, value: Value, factor: bigint): void {
    const int = intOf(value);
    if (int !== undefined) {
      this.whole += BigInt(int) * factor;
      return;
    }
    if (!(value instanceof PyFloat)) {
      throw typeError(`unsupported type for timedelta ${name} component: ${typeName(value)}`);
    }
    const number = value.value;
    if (Number.isNaN(number)) throw valueError("cannot convert float NaN to integer");
    if (!Number.isFinite(number)) throw overflowError("cannot convert float infinity to integer");
    const integer = Math.trunc(number);
    this.whole += BigInt(integer) * factor;
    const part = Number(factor) * (number - integer);
    this.whole += BigInt(Math.trunc(part));
    this.fraction += part - Math.trunc(part);
  }

  rounded(): bigint {
    if (this.fraction === 0) return this.whole;
    const awayFromZero = (x: number): number => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);
    let rounded = awayFromZero(this.fraction);
    if (Math.abs(rounded - this.fraction) === 0.5) {
      const odd = this.whole % 2n === 0n ? 0 : 1;
      rounded = 2 * awayFromZero((this.fraction + odd) * 0.5) - odd;
    }
    return this.whole + BigInt(rounded);
  }
}

function construct(cls: PyType, args: Value[], keywords: PyDict | undefined): Value {
  const given = bindArguments("__new__", NAMES, 0, args, keywords);
  const sum = new Sum();
  for (const index of ORDER) {
    const value = given[index];
    if (value !== undefined) sum.add(NAMES[index], value, FACTORS[index]);
  }
  const { days, seconds, microseconds } = deltaOf(sum.rounded());
  return new PyDelta(days, seconds, microseconds, cls);
}

function compare(self: PyDelta, other: Value, op: Comparison): Value {
  return other instanceof PyDelta ? compareNumbers(compareDeltas(self, other), 0, op) : NOT_IMPLEMENTED;
}

function multiply(left: Value, right: Value): Value {
  const [delta, factor] = left instanceof PyDelta ? [left, right] : [right as PyDelta, left];
  const int = intOf(factor);
  if (int !== undefined) return deltaOf(microsecondsOf(delta) * BigInt(int));
  if (!(factor instanceof PyFloat)) return NOT_IMPLEMENTED;
  const [numerator, denominator] = ratio(factor);
  return deltaOf(divideNearest(microsecondsOf(delta) * numerator, denominator));
}

function divide(left: Value, right: Value): Value {
  if (!(left instanceof PyDelta)) return NOT_IMPLEMENTED;
  const all = microsecondsOf(left);
  if (right instanceof PyDelta) {
    return binaryOperator(intFromBigInt(all), intFromBigInt(microsecondsOf(right)), "__truediv__");
  }
  const int = intOf(right);
  if (int !== undefined) return deltaOf(divideNearest(all, BigInt(int)));
  if (!(right instanceof PyFloat)) return NOT_IMPLEMENTED;
  const [numerator, denominator] = ratio(right);
  return deltaOf(divideNearest(all * denominator, numerator));
}

function floorQuotient(left: Value, right: Value): bigint | undefined {
  if (!(left instanceof PyDelta)) return undefined;
  const int = right instanceof PyDelta ? microsecondsOf(right) : intOf(right);
  if (int === undefined) return undefined;
  if (BigInt(int) === 0n) throw zeroDivisionError("integer division or modulo by zero");
  return floorDivide(microsecondsOf(left), BigInt(int));
}

function floorDivision(left: Value, right: Value): Value {
  const quotient = floorQuotient(left, right);
  if (quotient === undefined) return NOT_IMPLEMENTED;
  return right instanceof PyDelta ? intFromBigInt(quotient) : deltaOf(quotient);
}

function divmod(left: Value, right: Value): [Value, Value] | undefined {
  if (!(left instanceof PyDelta && right instanceof PyDelta)) return undefined;
  const quotient = floorQuotient(left, right) ?? 0n;
  return [intFromBigInt(quotient), deltaOf(microsecondsOf(left) - quotient * microsecondsOf(right))];
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

function text({ days, seconds, microseconds }: PyDelta): string {
  const clock = `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
  const before = days === 0 ? "" : `${days} day${Math.abs(days) === 1 ? "" : "s"}, `;
  return `${before}${clock}${microseconds === 0 ? "" : `.${String(microseconds).padStart(6, "0")}`}`;
}

function shown(self: PyDelta): string {
  const parts = (["days", "seconds", "microseconds"] as const).filter((name) => self[name] !== 0);
  return `${typeName(self)}(${parts.map((name) => `${name}=${self[name]}`).join(", ") || "0"})`;
}

const parts = ({ days, seconds, microseconds }: PyDelta): Value => tuple([days, seconds, microseconds]);

completeType<PyDelta>(DELTA, {
  module: "datetime",
  doc: "Difference between two datetime values.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nAll arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.",
  traits: { basetype: true },
  construct: ["(*args, **kwargs)", construct],
  slots: {
    __getattribute__: genericLookup,
    __repr__: (self) => strFromJs(shown(self)),
    __str__: (self) => strFromJs(text(self)),
    __hash__: (self) => hashOf(parts(self)),
    ...comparisons<PyDelta>(compare),
    __add__: (left, right) =>
      left instanceof PyDelta && right instanceof PyDelta
        ? newDelta(left.days + right.days, left.seconds + right.seconds, left.microseconds + right.microseconds)
        : NOT_IMPLEMENTED,
    __sub__: (left, right) =>
      left instanceof PyDelta && right instanceof PyDelta ? subtractDeltas(left, right) : NOT_IMPLEMENTED,
    __mul__: multiply,
    __truediv__: divide,
    __floordiv__: floorDivision,
    __mod__: (left, right) => divmod(left, right)?.[1] ?? NOT_IMPLEMENTED,
    __divmod__: (left, right) => {
      const both = divmod(left, right);
      return both === undefined ? NOT_IMPLEMENTED : tuple(both);
    },
    __neg__: negated,
    __pos__: ({ days, seconds, microseconds }) => newDelta(days, seconds, microseconds),
    __abs__: (self) => (self.days < 0 ? negated(self) : newDelta(self.days, self.seconds, self.microseconds)),
    __bool__: ({ days, seconds, microseconds }) => days !== 0 || seconds !== 0 || microseconds !== 0,
  },
  methods: {
    total_seconds: [
      "~($self, /)",
      "Total seconds in the duration.",
      (self: PyDelta) => binaryOperator(intFromBigInt(microsecondsOf(self)), MILLION, "__truediv__"),
    ],
    __reduce__: ["~($self, /)", "__reduce__() -> (cls, state)", (self: PyDelta) => tuple([self.cls, parts(self)])],
  },
  members: {
    days: [({ days }) => days, undefined, "Number of days."],
    seconds: [({ seconds }) => seconds, undefined, "Number of seconds (>= 0 and less than 1 day)."],
    microseconds: [
      ({ microseconds }) => microseconds,
      undefined,
      "Number of microseconds (>= 0 and less than 1 second).",
    ],
  },
  attributes: {
    resolution: new PyDelta(0, 0, 1),
    min: new PyDelta(-MAX_DELTA_DAYS, 0, 0),
    max: new PyDelta(MAX_DELTA_DAYS, SECONDS_PER_DAY - 1, MILLION - 1),
  },
});
