/**
 * time: clocks, and calendar time in UTC and in the local zone (CPython Modules/timemodule.c on Linux).
 *
 * All of it comes from the host's clock. `strptime` is Python's own `_strptime`.
 */

import { host } from "../../host/current.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { NONE, SIMPLE_NAMESPACE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { defineModule, makeFunction } from "../../objects/kernel/module.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import {
  intFromBigInt,
  jsString,
  PyFloat,
  type PyModule,
  PyTuple,
  strFromText,
  tuple,
} from "../../objects/kernel/payload.ts";
import { overflowError, type PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { parsedInt } from "../../objects/types/arguments.ts";
import { defineStructSequence, PyStructSequence } from "../../objects/types/structseq.ts";
import { textArgument, textFromJs, textToJs } from "../../objects/types/text.ts";
import { osErrorOf } from "../os-errors.ts";
import { secondsArgument } from "../timeout.ts";
import { type BrokenTime, localTime, localZone, secondsOf, utcTime } from "./calendar.ts";
import { DAYS, MONTHS, strftime } from "./strftime.ts";

const STRUCT_TIME = defineStructSequence(
  "time.struct_time",
  "The time value as returned by gmtime(), localtime(), and strptime(), and\n accepted by asctime(), mktime() and strftime().  May be considered as a\n sequence of 9 integers.\n\n Note that several fields' values are not the same as those defined by\n the C language standard for struct tm.  For example, the value of the\n field tm_year is the actual year, not year - 1900.  See individual\n fields' descriptions for details.",
  [
    ["tm_year", "year, for example, 1993"],
    ["tm_mon", "month of year, range [1, 12]"],
    ["tm_mday", "day of month, range [1, 31]"],
    ["tm_hour", "hours, range [0, 23]"],
    ["tm_min", "minutes, range [0, 59]"],
    ["tm_sec", "seconds, range [0, 61])"],
    ["tm_wday", "day of week, range [0, 6], Monday is 0"],
    ["tm_yday", "day of year, range [1, 366]"],
    ["tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"],
    ["tm_zone", "abbreviation of timezone name"],
    ["tm_gmtoff", "offset from UTC in seconds"],
  ],
  9,
  true,
  true,
);

function structTime(time: BrokenTime): Value {
  const { year, month, day, hour, minute, second, weekday, yearDay, isDaylight, zone, offset } = time;
  return STRUCT_TIME.make([
    year,
    month,
    day,
    hour,
    minute,
    second,
    weekday,
    yearDay,
    isDaylight,
    zone === undefined ? NONE : strFromText(textFromJs(zone)),
    offset,
  ]);
}

/** The fields of a tuple or struct_time, as they stand. */
function timeArgument(value: Value, functionName: string): BrokenTime {
  if (!(value instanceof PyTuple)) throw typeError("Tuple or struct_time argument required");
  if (value.items.length !== 9) throw typeError(`${functionName}(): illegal time tuple argument`);
  const [year, month, day, hour, minute, second, weekday, yearDay, isDaylight] = value.items.map(parsedInt);
  if (year < -0x80000000 + 1900) throw overflowError("year out of range");
  const time = { year, month, day, hour, minute, second, weekday, yearDay, isDaylight };
  const known = value instanceof PyStructSequence && value.cls === STRUCT_TIME.type;
  if (!known) return { ...time, zone: undefined, offset: 0 };
  const [zone, offset] = value.hidden;
  const offsetNumber = offset === NONE ? 0 : parsedInt(offset);
  if (zone !== NONE && jsString(zone) === undefined) throw typeError(`bad argument type for built-in operation`);
  return { ...time, zone: zone === NONE ? undefined : jsString(zone), offset: offsetNumber };
}

/** Is every field what asctime and strftime can show? Zeros where a number from 1 is meant become 1. */
function checkTime(time: BrokenTime): BrokenTime {
  const inRange = (value: number, from: number, to: number, what: string): void => {
    if (value < from || value > to) throw valueError(`${what} out of range`);
  };
  const checked = {
    ...time,
    month: time.month === 0 ? 1 : time.month,
    day: time.day === 0 ? 1 : time.day,
    yearDay: time.yearDay === 0 ? 1 : time.yearDay,
    isDaylight: Math.sign(time.isDaylight),
  };
  inRange(checked.month, 1, 12, "month");
  inRange(checked.day, 1, 31, "day of month");
  inRange(checked.hour, 0, 23, "hour");
  inRange(checked.minute, 0, 59, "minute");
  inRange(checked.second, 0, 61, "seconds");
  if ((checked.weekday + 1) % 7 < 0) throw valueError("day of week out of range");
  inRange(checked.yearDay, 1, 366, "day of year");
  checked.weekday = (((checked.weekday + 1) % 7) + 6) % 7;
  return checked;
}

function ascTime(time: BrokenTime): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = String(time.day).padStart(3);
  const clock = `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
  return `${DAYS[time.weekday].slice(0, 3)} ${MONTHS[time.month - 1].slice(0, 3)}${day} ${clock} ${time.year}`;
}

const outOfRange = (): PyError => overflowError("timestamp out of range for platform time_t");

/** Seconds since 1970 given as None (now), a float or an int; fractions are cut off downwards. */
function momentArgument(value: Value): bigint {
  if (value === NONE) return floorSeconds(host().clock.timeNs());
  if (value instanceof PyFloat) {
    const { value: seconds } = value;
    if (Number.isNaN(seconds)) throw valueError("Invalid value NaN (not a number)");
    if (!(seconds >= -0x8000000000000000 && seconds < 0x8000000000000000)) throw outOfRange();
    return BigInt(Math.floor(seconds));
  }
  const seconds = BigInt(toIndex(value));
  if (BigInt.asIntN(64, seconds) !== seconds) throw outOfRange();
  return seconds;
}

const floorSeconds = (ns: bigint): bigint => (ns - (((ns % NANO) + NANO) % NANO)) / NANO;
const NANO = 1000000000n;

/** The year must fit a C int. */
function calendarArgument(value: Value, convert: (seconds: bigint) => BrokenTime): BrokenTime {
  const seconds = momentArgument(value);
  if (seconds > 67768036191694800n || seconds < -67768040609740800n) throw osErrorOf("EOVERFLOW");
  return convert(seconds);
}

/** Nanoseconds as float seconds. */
function secondsFloat(ns: bigint): Value {
  return new PyFloat(ns % NANO === 0n ? Number(ns / NANO) : Number(ns) / 1e9);
}

function sleep(value: Value): void {
  const seconds = secondsArgument(value);
  if (seconds < 0) throw valueError("sleep length must be non-negative");
  hooks.waitFor(never, seconds);
}

const never = (): boolean => false;

/** The clocks of clock_gettime by number; their readings. */
const CLOCKS = {
  CLOCK_REALTIME: 0,
  CLOCK_MONOTONIC: 1,
  CLOCK_PROCESS_CPUTIME_ID: 2,
  CLOCK_THREAD_CPUTIME_ID: 3,
  CLOCK_MONOTONIC_RAW: 4,
  CLOCK_BOOTTIME: 7,
  CLOCK_TAI: 11,
};

function readClock(id: Value): bigint {
  const { clock } = host();
  switch (parsedInt(id)) {
    case CLOCKS.CLOCK_REALTIME:
    case CLOCKS.CLOCK_TAI:
      return clock.timeNs();
    case CLOCKS.CLOCK_MONOTONIC:
    case CLOCKS.CLOCK_MONOTONIC_RAW:
    case CLOCKS.CLOCK_BOOTTIME:
      return clock.monotonicNs();
    case CLOCKS.CLOCK_PROCESS_CPUTIME_ID:
    case CLOCKS.CLOCK_THREAD_CPUTIME_ID:
      return clock.processTimeNs();
    default:
      throw osErrorOf("EINVAL");
  }
}

/** Only the system's time can be set, and only by those who may; no host lets a program do it. */
function setClock(id: Value): never {
  throw osErrorOf(parsedInt(id) === CLOCKS.CLOCK_REALTIME ? "EPERM" : "EINVAL");
}

const CLOCK_INFO: Readonly<Record<string, readonly [clock: string, monotonic: boolean]>> = {
  time: ["CLOCK_REALTIME", false],
  monotonic: ["CLOCK_MONOTONIC", true],
  perf_counter: ["CLOCK_MONOTONIC", true],
  process_time: ["CLOCK_PROCESS_CPUTIME_ID", true],
  thread_time: ["CLOCK_THREAD_CPUTIME_ID", true],
};

function clockInfo(name: Value): Value {
  const key = textToJs(textArgument(name, "get_clock_info", "argument 1"));
  if (!Object.hasOwn(CLOCK_INFO, key)) throw valueError("unknown clock");
  const [clock, monotonic] = CLOCK_INFO[key];
  const values = [`clock_gettime(${clock})`, monotonic, !monotonic, new PyFloat(1e-9)];
  return callWith(SIMPLE_NAMESPACE, values, ["implementation", "monotonic", "adjustable", "resolution"]);
}

/** A clock's two functions: seconds as float, nanoseconds as int. */
function clockFunctions(name: string, doc: string, docNs: string, read: () => bigint): Record<string, MethodRow> {
  return {
    [name]: ["~($module, /)", doc, () => secondsFloat(read())],
    [`${name}_ns`]: ["~($module, /)", docNs, () => intFromBigInt(read())],
  };
}

const optional = "~~($module, arg=None, /)";

function showTime(format: Value, given: Value | undefined): Value {
  const pattern = textToJs(textArgument(format, "strftime", "argument 1"));
  const time = given === undefined ? localTime(momentArgument(NONE)) : checkTime(timeArgument(given, "strftime"));
  if (pattern.includes("\0")) throw valueError("embedded null character");
  return strFromText(textFromJs(strftime(pattern, time, localZone().names)));
}

const calendarFunctions: Record<string, MethodRow> = {
  gmtime: [
    optional,
    "gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,\n                       tm_sec, tm_wday, tm_yday, tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing UTC (a.k.a.\nGMT).  When 'seconds' is not passed in, convert the current time instead.\n\nIf the platform supports the tm_gmtoff and tm_zone, they are available as\nattributes only.",
    (seconds: Value) => structTime(calendarArgument(seconds, utcTime)),
  ],
  localtime: [
    optional,
    "localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,\n                          tm_sec,tm_wday,tm_yday,tm_isdst)\n\nConvert seconds since the Epoch to a time tuple expressing local time.\nWhen 'seconds' is not passed in, convert the current time instead.",
    (seconds: Value) => structTime(calendarArgument(seconds, localTime)),
  ],
  asctime: [
    "~($module, arg=<unrepresentable>, /)",
    "asctime([tuple]) -> string\n\nConvert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.\nWhen the time tuple is not present, current time as returned by localtime()\nis used.",
    (time: Value | undefined) =>
      ascTime(time === undefined ? localTime(momentArgument(NONE)) : checkTime(timeArgument(time, "asctime"))),
  ],
  ctime: [
    optional,
    "ctime(seconds) -> string\n\nConvert a time in seconds since the Epoch to a string in local time.\nThis is equivalent to asctime(localtime(seconds)). When the time tuple is\nnot present, current time as returned by localtime() is used.",
    (seconds: Value) => ascTime(calendarArgument(seconds, localTime)),
  ],
  mktime: [
    "~($module, arg, /)",
    "mktime(tuple) -> floating-point number\n\nConvert a time tuple in local time to seconds since the Epoch.\nNote that mktime(gmtime(0)) will not generally return zero for most\ntime zones; instead the returned value will either be equal to that\nof the timezone or altzone attributes on the time module.",
    (time: Value) => new PyFloat(secondsOf(timeArgument(time, "mktime"))),
  ],
  strftime: [
    "~~($module, format, t=<unrepresentable>, /)",
    "strftime(format[, tuple]) -> string\n\nConvert a time tuple to a string according to a format specification.\nSee the library reference manual for formatting codes. When the time tuple\nis not present, current time as returned by localtime() is used.\n\nCommonly used format codes:\n\n%Y  Year with century as a decimal number.\n%m  Month as a decimal number [01,12].\n%d  Day of the month as a decimal number [01,31].\n%H  Hour (24-hour clock) as a decimal number [00,23].\n%M  Minute as a decimal number [00,59].\n%S  Second as a decimal number [00,61].\n%z  Time zone offset from UTC.\n%a  Locale's abbreviated weekday name.\n%A  Locale's full weekday name.\n%b  Locale's abbreviated month name.\n%B  Locale's full month name.\n%c  Locale's appropriate date and time representation.\n%I  Hour (12-hour clock) as a decimal number [01,12].\n%p  Locale's equivalent of either AM or PM.\n\nOther codes may be available on your platform.  See documentation for\nthe C library strftime function.\n",
    showTime,
  ],
  strptime: [
    "~($module, *args)",
    "strptime(string, format) -> struct_time\n\nParse a string to a time tuple according to a format specification.\nSee the library reference manual for formatting codes (same as\nstrftime()).\n\nCommonly used format codes:\n\n%Y  Year with century as a decimal number.\n%m  Month as a decimal number [01,12].\n%d  Day of the month as a decimal number [01,31].\n%H  Hour (24-hour clock) as a decimal number [00,23].\n%M  Minute as a decimal number [00,59].\n%S  Second as a decimal number [00,61].\n%z  Time zone offset from UTC.\n%a  Locale's abbreviated weekday name.\n%A  Locale's full weekday name.\n%b  Locale's abbreviated month name.\n%B  Locale's full month name.\n%c  Locale's appropriate date and time representation.\n%I  Hour (12-hour clock) as a decimal number [01,12].\n%p  Locale's equivalent of either AM or PM.\n\nOther codes may be available on your platform.  See documentation for\nthe C library strftime function.\n",
    (args: Value[]) => callWith(getAttr(hooks.importModule("_strptime"), "_strptime_time"), args),
  ],
};

const clocks: Record<string, MethodRow> = {
  ...clockFunctions(
    "time",
    "time() -> floating-point number\n\nReturn the current time in seconds since the Epoch.\nFractions of a second may be present if the system clock provides them.",
    "time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch.",
    () => host().clock.timeNs(),
  ),
  ...clockFunctions(
    "monotonic",
    "monotonic() -> float\n\nMonotonic clock, cannot go backward.",
    "monotonic_ns() -> int\n\nMonotonic clock, cannot go backward, as nanoseconds.",
    () => host().clock.monotonicNs(),
  ),
  ...clockFunctions(
    "process_time",
    "process_time() -> float\n\nProcess time for profiling: sum of the kernel and user-space CPU time.",
    "process_time() -> int\n\nProcess time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time.",
    () => host().clock.processTimeNs(),
  ),
  ...clockFunctions(
    "thread_time",
    "thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space CPU time.",
    "thread_time() -> int\n\nThread time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time.",
    () => host().clock.processTimeNs(),
  ),
  ...clockFunctions(
    "perf_counter",
    "perf_counter() -> float\n\nPerformance counter for benchmarking.",
    "perf_counter_ns() -> int\n\nPerformance counter for benchmarking as nanoseconds.",
    () => host().clock.perfCounterNs(),
  ),
  clock_gettime: [
    "~~($module, clk_id, /)",
    "clock_gettime(clk_id) -> float\n\nReturn the time of the specified clock clk_id.",
    (id: Value) => secondsFloat(readClock(id)),
  ],
  clock_gettime_ns: [
    "~~($module, clk_id, /)",
    "clock_gettime_ns(clk_id) -> int\n\nReturn the time of the specified clock clk_id as nanoseconds.",
    (id: Value) => intFromBigInt(readClock(id)),
  ],
  clock_getres: [
    "~~($module, clk_id, /)",
    "clock_getres(clk_id) -> floating-point number\n\nReturn the resolution (precision) of the specified clock clk_id.",
    (id: Value) => {
      readClock(id);
      return new PyFloat(1e-9);
    },
  ],
  clock_settime: [
    "~~($module, clk_id, time, /)",
    "clock_settime(clk_id, time)\n\nSet the time of the specified clock clk_id.",
    setClock,
  ],
  clock_settime_ns: [
    "~~($module, clk_id, time, /)",
    "clock_settime_ns(clk_id, time)\n\nSet the time of the specified clock clk_id with nanoseconds.",
    setClock,
  ],
  get_clock_info: [
    "~~($module, name, /)",
    "get_clock_info(name: str) -> dict\n\nGet information of the specified clock.",
    clockInfo,
  ],
  sleep: [
    "~($module, object, /)",
    "sleep(seconds)\n\nDelay execution for a given number of seconds.  The argument may be\na floating-point number for subsecond precision.",
    mayWait(sleep),
  ],
};

function setZone(module: PyModule): void {
  const { timezone, altzone, daylight, names } = localZone();
  module.dict.set("timezone", timezone);
  module.dict.set("altzone", altzone);
  module.dict.set("daylight", daylight ? 1 : 0);
  module.dict.set("tzname", tuple(names.map((name) => strFromText(textFromJs(name)))));
}

const TZSET_DOC =
  "tzset()\n\nInitialize, or reinitialize, the local timezone to the value stored in\nos.environ['TZ']. The TZ environment variable should be specified in\nstandard Unix timezone format as documented in the tzset man page\n(eg. 'US/Eastern', 'Europe/Amsterdam'). Unknown timezones will silently\nfall back to UTC. If the TZ environment variable is not set, the local\ntimezone is set to the systems best guess of wallclock time.\nChanging the TZ environment variable without calling tzset *may* change\nthe local timezone used by methods such as localtime, but this behaviour\nshould not be relied on.";

export default defineModule("time", {
  doc: "This module provides various functions to manipulate time values.\n\nThere are two standard representations of time.  One is the number\nof seconds since the Epoch, in UTC (a.k.a. GMT).  It may be an integer\nor a floating-point number (to represent fractions of seconds).\nThe epoch is the point where the time starts, the return value of time.gmtime(0).\nIt is January 1, 1970, 00:00:00 (UTC) on all platforms.\n\nThe other representation is a tuple of 9 integers giving local time.\nThe tuple items are:\n  year (including century, e.g. 1998)\n  month (1-12)\n  day (1-31)\n  hours (0-23)\n  minutes (0-59)\n  seconds (0-59)\n  weekday (0-6, Monday is 0)\n  Julian day (day in the year, 1-366)\n  DST (Daylight Savings Time) flag (-1, 0 or 1)\nIf the DST flag is 0, the time is given in the regular time zone;\nif it is 1, the time is given in the DST time zone;\nif it is -1, mktime() should guess based on the date and time.\n",
  constants: { ...CLOCKS, _STRUCT_TM_ITEMS: 11 },
  functions: { ...clocks, ...calendarFunctions },
  types: { struct_time: STRUCT_TIME.type },
  setup: (module) => {
    setZone(module);
    const row: MethodRow = ["~($module, /)", TZSET_DOC, () => setZone(module)];
    module.dict.set("tzset", makeFunction("time", "tzset", row, module));
  },
});
