/** datetime: a day and a time of day; making it, comparing it and calculating with it. Its other methods are in datetime-methods. */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, NOT_IMPLEMENTED, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { PyBytes, strFromJs } from "../../objects/kernel/payload.ts";
import { type Comparison, hashOf, reprText } from "../../objects/kernel/protocol.ts";
import { overflowError, typeError } from "../../objects/kernel/raise.ts";
import { bindArguments, cannotCompare, comparisons, different, hasNone, intOr } from "./arguments.ts";
import {
  CLOCK_FIELDS,
  clockBytes,
  clockOf,
  clockOfBytes,
  compareWithOffsets,
  FOLD_BIT,
  stateTzinfo,
  takeFold,
} from "./clock-state.ts";
import { stateBytes, stateOf } from "./date.ts";
import { CLASS_METHODS, METHODS } from "./datetime-methods.ts";
import { newDateTime } from "./new-datetime.ts";
import {
  checkClock,
  checkDate,
  clockPart,
  clockSeconds,
  compareClocks,
  compareDates,
  compareDeltas,
  DATE,
  DATETIME,
  MAX_ORDINAL,
  MIDNIGHT,
  newDelta,
  ofOrdinal,
  PyDate,
  PyDateTime,
  PyDelta,
  subtractDeltas,
  toOrdinal,
} from "./objects.ts";
import { askOffset } from "./zones.ts";

const FIELDS = ["year", "month", "day", ...CLOCK_FIELDS];

function checkField(value: Value, index: number): void {
  if (FIELDS[index] !== "tzinfo") intOr(value, 0);
}

function construct(cls: PyType, args: Value[], keywords: PyDict | undefined): Value {
  if (args.length >= 1 && args.length <= 2 && hasNone(keywords)) {
    const state = stateBytes(args[0], 10);
    const month = state === undefined ? 0 : state[2] & ~FOLD_BIT;
    if (state !== undefined && month >= 1 && month <= 12) {
      const clock = clockOfBytes(state.subarray(4), stateTzinfo(args[1]), state[2] & FOLD_BIT ? 1 : 0);
      return new PyDateTime(state[0] * 256 + state[1], month, state[3], clock, cls);
    }
  }
  const { fold, rest } = takeFold(keywords);
  const given = bindArguments(undefined, FIELDS, 3, args, rest, checkField);
  const [year, month, day] = given.slice(0, 3).map((value) => intOr(value, 0));
  const clock = clockOf(given.slice(3), fold, MIDNIGHT);
  checkDate(year, month, day);
  checkClock(clock);
  return new PyDateTime(year, month, day, clock, cls);
}

/** The time since the beginning of year 1, as its own clock shows it. */
const sinceYear1 = (self: PyDateTime): PyDelta =>
  newDelta(toOrdinal(self.year, self.month, self.day), clockSeconds(self), self.microsecond);

const withFold = (self: PyDateTime, fold: number): PyDateTime =>
  new PyDateTime(self.year, self.month, self.day, { ...clockPart(self), fold });

function moved(self: PyDateTime, delta: PyDelta, sign: 1 | -1): Value {
  const all = clockSeconds(self) + sign * delta.seconds;
  const micro = self.microsecond + sign * delta.microseconds;
  const rest = newDelta(0, all, micro);
  const ordinal = toOrdinal(self.year, self.month, self.day) + sign * delta.days + rest.days;
  if (ordinal < 1 || ordinal > MAX_ORDINAL) throw overflowError("date value out of range");
  const { seconds } = rest;
  return newDateTime(self.cls, ...ofOrdinal(ordinal), {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    microsecond: rest.microseconds,
    tzinfo: self.tzinfo,
    fold: 0,
  });
}

function add(left: Value, right: Value): Value {
  if (left instanceof PyDateTime && right instanceof PyDelta) return moved(left, right, 1);
  if (left instanceof PyDelta && right instanceof PyDateTime) return moved(right, left, 1);
  return NOT_IMPLEMENTED;
}

function subtract(left: Value, right: Value): Value {
  if (!(left instanceof PyDateTime)) return NOT_IMPLEMENTED;
  if (right instanceof PyDelta) return moved(left, right, -1);
  if (!(right instanceof PyDateTime)) return NOT_IMPLEMENTED;
  const difference = subtractDeltas(sinceYear1(left), sinceYear1(right));
  if (left.tzinfo === right.tzinfo) return difference;
  const [leftOffset, rightOffset] = [askOffset(left.tzinfo, left), askOffset(right.tzinfo, right)];
  if (leftOffset === undefined && rightOffset === undefined) return difference;
  if (leftOffset === undefined || rightOffset === undefined) {
    throw typeError("can't subtract offset-naive and offset-aware datetimes");
  }
  return subtractDeltas(difference, subtractDeltas(leftOffset, rightOffset));
}

/** Does the offset depend on fold? Then this moment equals none of another zone (PEP 495). */
function dependsOnFold(self: PyDateTime, offset: PyDelta | undefined): boolean {
  const flipped = askOffset(self.tzinfo, withFold(self, 1 - self.fold));
  if (offset === undefined || flipped === undefined) return offset !== flipped;
  return compareDeltas(offset, flipped) !== 0;
}

function compare(self: PyDateTime, other: Value, op: Comparison): Value {
  if (!(other instanceof PyDateTime)) {
    if (!(other instanceof PyDate)) return NOT_IMPLEMENTED;
    const answer = different(op);
    if (answer === NOT_IMPLEMENTED) throw cannotCompare(self, other);
    return answer;
  }
  const plain = (): number => compareDates(self, other) || compareClocks(self, other);
  if (self.tzinfo === other.tzinfo) return compareWithOffsets([undefined, undefined], op, plain, plain, "");
  const [left, right] = [askOffset(self.tzinfo, self), askOffset(other.tzinfo, other)];
  const exact = (): number =>
    left === undefined || right === undefined
      ? 0
      : compareDeltas(subtractDeltas(sinceYear1(self), left), subtractDeltas(sinceYear1(other), right));
  const ambiguous = (): boolean => dependsOnFold(self, left) || dependsOnFold(other, right);
  const complaint = "can't compare offset-naive and offset-aware datetimes";
  return compareWithOffsets([left, right], op, plain, exact, complaint, ambiguous);
}

function hash(self: PyDateTime): number | bigint {
  const offset = askOffset(self.tzinfo, self.fold === 0 ? self : withFold(self, 0));
  if (offset === undefined) return hashOf(new PyBytes(Uint8Array.from([...stateOf(self), ...clockBytes(self)])));
  return hashOf(subtractDeltas(sinceYear1(self), offset));
}

function shown(self: PyDateTime): Value {
  const { year, month, day, hour, minute, second, microsecond, tzinfo, fold } = self;
  const parts: (number | string)[] = [year, month, day, hour, minute];
  if (second !== 0 || microsecond !== 0) parts.push(second);
  if (microsecond !== 0) parts.push(microsecond);
  if (fold !== 0) parts.push(`fold=${fold}`);
  if (tzinfo !== NONE) parts.push(`tzinfo=${reprText(tzinfo)}`);
  return strFromJs(`${typeName(self)}(${parts.join(", ")})`);
}

completeType<PyDateTime>(DATETIME, {
  module: "datetime",
  base: DATE,
  doc: "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.\n",
  traits: { basetype: true },
  construct: ["(*args, **kwargs)", construct],
  slots: {
    __getattribute__: genericLookup,
    __repr__: shown,
    __str__: (self) => call(getAttr(self, "isoformat"), " "),
    __hash__: hash,
    ...comparisons<PyDateTime>(compare),
    __add__: add,
    __sub__: subtract,
  },
  classmethods: CLASS_METHODS,
  methods: METHODS,
  getset: {
    hour: [({ hour }) => hour],
    minute: [({ minute }) => minute],
    second: [({ second }) => second],
    microsecond: [({ microsecond }) => microsecond],
    tzinfo: [({ tzinfo }) => tzinfo],
    fold: [({ fold }) => fold],
  },
  attributes: {
    min: new PyDateTime(1, 1, 1, MIDNIGHT),
    max: new PyDateTime(9999, 12, 31, {
      hour: 23,
      minute: 59,
      second: 59,
      microsecond: 999_999,
      tzinfo: NONE,
      fold: 0,
    }),
    resolution: new PyDelta(0, 0, 1),
  },
});
