/** time: a time of day, with or without a zone. */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, NOT_IMPLEMENTED, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { PyBytes, strFromJs, textOf, tuple } from "../../objects/kernel/payload.ts";
import { type Comparison, hashOf, reprText, strText } from "../../objects/kernel/protocol.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { bindArguments, comparisons, hasNone, textArgument } from "./arguments.ts";
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
import { stateBytes } from "./date.ts";
import { formatted, isoClock, isoOffset, strftime, timeTuple } from "./format.ts";
import {
  type Clock,
  checkClock,
  clockSeconds,
  compareClocks,
  compareDeltas,
  MIDNIGHT,
  newDelta,
  PyDate,
  PyDelta,
  PyTime,
  subtractDeltas,
  TIME,
} from "./objects.ts";
import { parseClock } from "./parse.ts";
import { askDst, askName, askOffset, newTimezone } from "./zones.ts";

export function newTime(cls: PyType, clock: Clock): Value {
  if (cls !== TIME) {
    const { hour, minute, second, microsecond, tzinfo, fold } = clock;
    const made = call(cls, hour, minute, second, microsecond, tzinfo);
    if (made instanceof PyTime) made.fold = fold;
    return made;
  }
  checkClock(clock);
  return new PyTime(clock);
}

function construct(cls: PyType, args: Value[], keywords: PyDict | undefined): Value {
  if (args.length >= 1 && args.length <= 2 && hasNone(keywords)) {
    const state = stateBytes(args[0], 6);
    if (state !== undefined && (state[0] & ~FOLD_BIT) < 24) {
      const tzinfo = stateTzinfo(args[1]);
      const fold = state[0] & FOLD_BIT ? 1 : 0;
      return new PyTime({ ...clockOfBytes(state, tzinfo, fold), hour: state[0] & ~FOLD_BIT }, cls);
    }
  }
  const { fold, rest } = takeFold(keywords);
  const clock = clockOf(bindArguments(undefined, CLOCK_FIELDS, 0, args, rest), fold, MIDNIGHT);
  checkClock(clock);
  return new PyTime(clock, cls);
}

const deltaOfClock = (self: PyTime): PyDelta => newDelta(0, clockSeconds(self), self.microsecond);

function compare(self: PyTime, other: Value, op: Comparison): Value {
  if (!(other instanceof PyTime)) return NOT_IMPLEMENTED;
  const plain = (): number => compareClocks(self, other);
  if (self.tzinfo === other.tzinfo) return compareWithOffsets([undefined, undefined], op, plain, plain, "");
  const offsets = [askOffset(self.tzinfo, NONE), askOffset(other.tzinfo, NONE)] as const;
  const [left, right] = offsets;
  const exact = (): number =>
    left === undefined || right === undefined
      ? 0
      : compareDeltas(subtractDeltas(deltaOfClock(self), left), subtractDeltas(deltaOfClock(other), right));
  return compareWithOffsets(offsets, op, plain, exact, "can't compare offset-naive and offset-aware times");
}

function hash(self: PyTime): number | bigint {
  const offset = askOffset(self.tzinfo, NONE);
  if (offset === undefined) return hashOf(new PyBytes(Uint8Array.from(clockBytes(self))));
  return hashOf(subtractDeltas(deltaOfClock(self), offset));
}

function shown(self: PyTime): Value {
  const { hour, minute, second, microsecond, tzinfo, fold } = self;
  const parts: (number | string)[] = [hour, minute];
  if (second !== 0 || microsecond !== 0) parts.push(second);
  if (microsecond !== 0) parts.push(microsecond);
  if (tzinfo !== NONE) parts.push(`tzinfo=${reprText(tzinfo)}`);
  if (fold !== 0) parts.push(`fold=${fold}`);
  return strFromJs(`${typeName(self)}(${parts.join(", ")})`);
}

function isoformat(self: PyTime, timespec: Value | undefined): Value {
  const precision = timespec === undefined ? "auto" : textArgument(timespec, "isoformat");
  return strFromJs(isoClock(self, precision) + isoOffset(self.tzinfo, NONE));
}

function fromisoformat(cls: PyType, value: Value): Value {
  if (textOf(value) === undefined) throw typeError("fromisoformat: argument must be str");
  const text = strText(value);
  const fields = parseClock(text.startsWith("T") ? text.slice(1) : text);
  if (fields === undefined) throw valueError(`Invalid isoformat string: ${reprText(value)}`);
  const [hour, minute, second, microsecond] = fields.parts;
  const tzinfo = fields.offset === undefined ? NONE : newTimezone(newDelta(0, ...fields.offset));
  const clock = { hour, minute, second, microsecond, tzinfo, fold: 0 };
  return newTime(cls, clock);
}

function replace(self: PyTime, args: Value[], keywords: PyDict | undefined): Value {
  const { fold, rest } = takeFold(keywords);
  const clock = clockOf(bindArguments("replace", CLOCK_FIELDS, 0, args, rest), fold, self);
  if (clock.fold !== 0 && clock.fold !== 1) throw valueError("fold must be either 0 or 1");
  return newTime(self.cls, clock);
}

function reduce(self: PyTime, protocol: number): Value {
  const bytes = clockBytes(self);
  if (protocol > 3 && self.fold !== 0) bytes[0] |= FOLD_BIT;
  const state = new PyBytes(Uint8Array.from(bytes));
  return tuple([self.cls, tuple(self.tzinfo === NONE ? [state] : [state, self.tzinfo])]);
}

/** The day that strftime is told for a time. */
const SOME_DAY = new PyDate(1900, 1, 1);

completeType<PyTime>(TIME, {
  module: "datetime",
  doc: "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.\n",
  traits: { basetype: true },
  construct: ["(*args, **kwargs)", construct],
  slots: {
    __getattribute__: genericLookup,
    __repr__: shown,
    __str__: (self) => call(getAttr(self, "isoformat")),
    __hash__: hash,
    ...comparisons<PyTime>(compare),
  },
  methods: {
    isoformat: [
      "~($self, timespec=<unrepresentable>)",
      "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\n\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n",
      isoformat,
    ],
    strftime: [
      "~($self, format)",
      "format -> strftime() style string.",
      (self: PyTime, format: Value) => {
        textArgument(format, "strftime");
        return strftime(format, self, () => timeTuple(SOME_DAY, self, -1), NONE);
      },
    ],
    __format__: ["~($self, format, /)", "Formats self with strftime.", formatted],
    utcoffset: [
      "~($self, /)",
      "Return self.tzinfo.utcoffset(self).",
      (self: PyTime) => askOffset(self.tzinfo, NONE) ?? NONE,
    ],
    tzname: ["~($self, /)", "Return self.tzinfo.tzname(self).", (self: PyTime) => askName(self.tzinfo, NONE)],
    dst: ["~($self, /)", "Return self.tzinfo.dst(self).", (self: PyTime) => askDst(self.tzinfo, NONE) ?? NONE],
    replace: ["~($self, *args, **kwargs)", "Return time with new specified fields.", replace],
    __reduce_ex__: [
      "~($self, proto, /)",
      "__reduce_ex__(proto) -> (cls, state)",
      (self: PyTime, protocol: Value) => reduce(self, intArgument(protocol)),
    ],
    __reduce__: ["~($self, /)", "__reduce__() -> (cls, state)", (self: PyTime) => reduce(self, 2)],
  },
  classmethods: {
    fromisoformat: ["~($type, time_string, /)", "string -> time from a string in ISO 8601 format", fromisoformat],
  },
  getset: {
    hour: [({ hour }) => hour],
    minute: [({ minute }) => minute],
    second: [({ second }) => second],
    microsecond: [({ microsecond }) => microsecond],
    tzinfo: [({ tzinfo }) => tzinfo],
    fold: [({ fold }) => fold],
  },
  attributes: {
    min: new PyTime(MIDNIGHT),
    max: new PyTime({ hour: 23, minute: 59, second: 59, microsecond: 999_999, tzinfo: NONE, fold: 0 }),
    resolution: new PyDelta(0, 0, 1),
  },
});
