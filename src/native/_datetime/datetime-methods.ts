/** The methods of datetime: other ways to make one, parts of it, texts, zones, timestamps, pickles. */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call, callRequired } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { binaryOperator } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { PyBytes, PyFloat, strFromJs, textOf, tuple } from "../../objects/kernel/payload.ts";
import { reprText, strText } from "../../objects/kernel/protocol.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import type { BrokenTime } from "../time/calendar.ts";
import { bindArguments, intOr, textArgument, tzinfoArgument } from "./arguments.ts";
import { CLOCK_FIELDS, clockBytes, clockOf, takeFold } from "./clock-state.ts";
import { stateOf } from "./date.ts";
import { microsecondsOf } from "./delta.ts";
import { ctime, isoClock, isoDate, isoOffset, timeTuple } from "./format.ts";
import {
  now as currentMoment,
  foldAt,
  localMoment,
  localZoneAt,
  type Moment,
  momentOfLocal,
  shownSeconds,
  timestampArgument,
  utcMoment,
} from "./moments.ts";
import { newDateTime } from "./new-datetime.ts";
import {
  clockPart,
  compareDeltas,
  MILLION,
  newDelta,
  PyDate,
  PyDateTime,
  PyTime,
  subtractDeltas,
  TIME,
} from "./objects.ts";
import { dateLength, parseClock, parseDate } from "./parse.ts";
import { askDst, askName, askOffset, newTimezone, UTC } from "./zones.ts";

/** A datetime of calendar fields; a leap second, which C could tell, is the second before. */
function ofBroken(cls: PyType, broken: BrokenTime, microsecond: number, tzinfo: Value, fold: number): Value {
  const { year, month, day, hour, minute, second } = broken;
  return newDateTime(cls, year, month, day, { hour, minute, second: Math.min(second, 59), microsecond, tzinfo, fold });
}

const isMiddle = (year: number): boolean => year > 1 && year < 9999;

function ofLocal(cls: PyType, { seconds, microseconds }: Moment): Value {
  const broken = localMoment(seconds);
  return ofBroken(cls, broken, microseconds, NONE, isMiddle(broken.year) ? foldAt(seconds) : 0);
}

const ofUtc = (cls: PyType, { seconds, microseconds }: Moment, tzinfo: Value): Value =>
  ofBroken(cls, utcMoment(seconds), microseconds, tzinfo, 0);

function inZone(cls: PyType, moment: Moment, tz: Value): Value {
  const tzinfo = tzinfoArgument(tz);
  if (tzinfo === NONE) return ofLocal(cls, moment);
  return callRequired(tzinfo, "fromutc", [ofUtc(cls, moment, tzinfo)]);
}

function fromtimestamp(cls: PyType, args: Value[], keywords: PyDict | undefined): Value {
  const [timestamp, tz] = bindArguments("fromtimestamp", ["timestamp", "tz"], 1, args, keywords);
  const tzinfo = tzinfoArgument(tz);
  return inZone(cls, timestampArgument(timestamp ?? NONE, "even"), tzinfo);
}

function combine(cls: PyType, args: Value[], keywords: PyDict | undefined): Value {
  const [date, time, tz] = bindArguments("combine", ["date", "time", "tzinfo"], 2, args, keywords);
  if (!(date instanceof PyDate)) {
    throw typeError(`combine() argument 1 must be datetime.date, not ${typeName(date ?? NONE)}`);
  }
  if (!(time instanceof PyTime)) {
    throw typeError(`combine() argument 2 must be datetime.time, not ${typeName(time ?? NONE)}`);
  }
  return newDateTime(cls, date.year, date.month, date.day, {
    ...clockPart(time),
    tzinfo: tz === undefined ? time.tzinfo : tzinfoArgument(tz),
  });
}

function strptime(cls: PyType, text: Value, format: Value): Value {
  textArgument(text, "strptime");
  textArgument(format, "strptime", "argument 2");
  return call(getAttr(hooks.importModule("_strptime"), "_strptime_datetime"), cls, text, format);
}

function fromisoformat(cls: PyType, value: Value): Value {
  if (textOf(value) === undefined) throw typeError("fromisoformat: argument must be str");
  const text = strText(value);
  const invalid = () => valueError(`Invalid isoformat string: ${reprText(value)}`);
  if (text.length < 7) throw invalid();
  const end = dateLength(text);
  const date = parseDate(text.slice(0, end));
  if (date === undefined) throw invalid();
  // One character, whichever it is, stands between date and time.
  const point = text.codePointAt(end);
  const rest = point === undefined ? "" : text.slice(end + (point > 0xffff ? 2 : 1));
  const clock = point === undefined ? { parts: [0, 0, 0, 0] as const, offset: undefined } : parseClock(rest);
  if (clock === undefined) throw invalid();
  const [hour, minute, second, microsecond] = clock.parts;
  const tzinfo = clock.offset === undefined ? NONE : newTimezone(newDelta(0, ...clock.offset));
  return newDateTime(cls, ...date, { hour, minute, second, microsecond, tzinfo, fold: 0 });
}

export const CLASS_METHODS: Readonly<Record<string, MethodRow>> = {
  now: [
    "($type, /, tz=None)",
    "Returns new datetime object representing current time local to tz.\n\n  tz\n    Timezone object.\n\nIf no tz is specified, uses local timezone.",
    (cls: PyType, tz: Value) => inZone(cls, currentMoment(), tz),
  ],
  utcnow: [
    "~($type, /)",
    "Return a new datetime representing UTC day and time.",
    (cls: PyType) => {
      warnOfUtc("utcnow", "datetime.datetime.now(datetime.UTC)");
      return ofUtc(cls, currentMoment(), NONE);
    },
  ],
  fromtimestamp: [
    "~($type, *args, **kwargs)",
    "timestamp[, tz] -> tz's local time from POSIX timestamp.",
    fromtimestamp,
  ],
  utcfromtimestamp: [
    "~($type, timestamp, /)",
    "Construct a naive UTC datetime from a POSIX timestamp.",
    (cls: PyType, timestamp: Value) => {
      warnOfUtc("utcfromtimestamp", "datetime.datetime.fromtimestamp(timestamp, datetime.UTC)");
      return ofUtc(cls, timestampArgument(timestamp, "even"), NONE);
    },
  ],
  strptime: [
    "~($type, date_string, format, /)",
    "string, format -> new datetime parsed from a string (like time.strptime()).",
    strptime,
  ],
  combine: ["~($type, *args, **kwargs)", "date, time -> datetime with same date and time fields", combine],
  fromisoformat: [
    "~($type, date_string, /)",
    "string -> datetime from a string in most ISO 8601 formats",
    fromisoformat,
  ],
};

function warnOfUtc(name: string, instead: string): void {
  const message = `datetime.datetime.${name}() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: ${instead}.`;
  hooks.warn(EXCEPTIONS.DeprecationWarning, message, 1);
}

/** The moment of a datetime without a zone. */
const localSeconds = (self: PyDateTime): number =>
  momentOfLocal(shownSeconds(self.year, self.month, self.day, self), self.fold);

function timestamp(self: PyDateTime): Value {
  const offset = askOffset(self.tzinfo, self);
  if (self.tzinfo === NONE || offset === undefined) {
    return new PyFloat(localSeconds(self) + self.microsecond / MILLION);
  }
  const shown = newDelta(0, shownSeconds(self.year, self.month, self.day, self), self.microsecond);
  return binaryOperator(Number(microsecondsOf(subtractDeltas(shown, offset))), MILLION, "__truediv__");
}

function isoformat(self: PyDateTime, args: Value[], keywords: PyDict | undefined): Value {
  const [separator, timespec] = bindArguments("isoformat", ["sep", "timespec"], 0, args, keywords);
  const text = separator === undefined ? "T" : textOf(separator);
  if (separator !== undefined && (text === undefined || [...strText(separator)].length !== 1)) {
    throw typeError(`isoformat() argument 1 must be a unicode character, not ${typeName(separator)}`);
  }
  const between = separator === undefined ? "T" : strText(separator);
  const precision = timespec === undefined ? "auto" : textArgument(timespec, "isoformat", "argument 2");
  return strFromJs(isoDate(self) + between + isoClock(self, precision) + isoOffset(self.tzinfo, self));
}

const FIELDS = ["year", "month", "day", ...CLOCK_FIELDS];

function replace(self: PyDateTime, args: Value[], keywords: PyDict | undefined): Value {
  const { fold, rest } = takeFold(keywords);
  const given = bindArguments("replace", FIELDS, 0, args, rest);
  const [year, month, day] = [intOr(given[0], self.year), intOr(given[1], self.month), intOr(given[2], self.day)];
  const clock = clockOf(given.slice(3), fold, self);
  if (clock.fold !== 0 && clock.fold !== 1) throw valueError("fold must be either 0 or 1");
  return newDateTime(self.cls, year, month, day, clock);
}

function astimezone(self: PyDateTime, args: Value[], keywords: PyDict | undefined): Value {
  const [tz] = bindArguments("astimezone", ["tz"], 0, args, keywords);
  const target = tzinfoArgument(tz);
  let source = self.tzinfo;
  if (source !== NONE && source === target) return self;
  let offset = askOffset(source, self);
  if (offset === undefined) {
    source = localZoneAt(localSeconds(self));
    if (source === target) return self;
    offset = askOffset(source, self) ?? UTC.offset;
  }
  // UTC, with the target as its zone, is what fromutc wants.
  const clock = { ...clockPart(self), tzinfo: target === NONE ? UTC : target, fold: 0 };
  const plain = new PyDateTime(self.year, self.month, self.day, clock);
  const utc = binaryOperator(plain, offset, "__sub__") as PyDateTime;
  if (target !== NONE) return callRequired(target, "fromutc", [inClass(self.cls, utc, target)]);
  const zone = localZoneAt(shownSeconds(utc.year, utc.month, utc.day, utc));
  return callRequired(zone, "fromutc", [inClass(self.cls, utc, zone)]);
}

const inClass = (cls: PyType, moment: PyDateTime, tzinfo: Value): Value =>
  newDateTime(cls, moment.year, moment.month, moment.day, { ...clockPart(moment), tzinfo });

function timetuple(self: PyDateTime): Value {
  const dst = askDst(self.tzinfo, self);
  return timeTuple(self, self, dst === undefined ? -1 : compareDeltas(dst, UTC.offset) === 0 ? 0 : 1);
}

function utctimetuple(self: PyDateTime): Value {
  const offset = askOffset(self.tzinfo, self);
  if (offset === undefined) return timeTuple(self, self, 0);
  const plain = new PyDateTime(self.year, self.month, self.day, { ...clockPart(self), tzinfo: NONE, fold: 0 });
  const utc = binaryOperator(plain, offset, "__sub__") as PyDateTime;
  return timeTuple(utc, utc, 0);
}

const FOLD_BIT = 0x80;

function reduce(self: PyDateTime, protocol: number): Value {
  const bytes = [...stateOf(self), ...clockBytes(self)];
  if (protocol > 3 && self.fold !== 0) bytes[2] |= FOLD_BIT;
  const state = new PyBytes(Uint8Array.from(bytes));
  return tuple([self.cls, tuple(self.tzinfo === NONE ? [state] : [state, self.tzinfo])]);
}

export const METHODS: Readonly<Record<string, MethodRow>> = {
  date: [
    "~($self, /)",
    "Return date object with same year, month and day.",
    ({ year, month, day }: PyDateTime) => new PyDate(year, month, day),
  ],
  time: [
    "~($self, /)",
    "Return time object with same time but with tzinfo=None.",
    (self: PyDateTime) => new PyTime({ ...clockPart(self), tzinfo: NONE }, TIME),
  ],
  timetz: [
    "~($self, /)",
    "Return time object with same time and tzinfo.",
    (self: PyDateTime) => new PyTime(clockPart(self), TIME),
  ],
  ctime: ["~($self, /)", "Return ctime() style string.", (self: PyDateTime) => ctime(self, self)],
  timetuple: ["~($self, /)", "Return time tuple, compatible with time.localtime().", timetuple],
  timestamp: ["~($self, /)", "Return POSIX timestamp as float.", timestamp],
  utctimetuple: ["~($self, /)", "Return UTC time tuple, compatible with time.localtime().", utctimetuple],
  isoformat: [
    "~($self, *args, **kwargs)",
    "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\nsep is used to separate the year from the time, and defaults to 'T'.\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n",
    isoformat,
  ],
  utcoffset: [
    "~($self, /)",
    "Return self.tzinfo.utcoffset(self).",
    (self: PyDateTime) => askOffset(self.tzinfo, self) ?? NONE,
  ],
  tzname: ["~($self, /)", "Return self.tzinfo.tzname(self).", (self: PyDateTime) => askName(self.tzinfo, self)],
  dst: ["~($self, /)", "Return self.tzinfo.dst(self).", (self: PyDateTime) => askDst(self.tzinfo, self) ?? NONE],
  replace: ["~($self, *args, **kwargs)", "Return datetime with new specified fields.", replace],
  astimezone: ["~($self, *args, **kwargs)", "tz -> convert to local time in new timezone tz\n", astimezone],
  __reduce_ex__: [
    "~($self, proto, /)",
    "__reduce_ex__(proto) -> (cls, state)",
    (self: PyDateTime, protocol: Value) => reduce(self, intArgument(protocol)),
  ],
  __reduce__: ["~($self, /)", "__reduce__() -> (cls, state)", (self: PyDateTime) => reduce(self, 2)],
};
