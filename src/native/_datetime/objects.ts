/**
 * What the types of datetime hold, and the numbers behind them: days, weeks and ranges of the proleptic Gregorian calendar
 * (CPython Modules/_datetimemodule.c).
 */
import { declareType, NONE } from "../../objects/kernel/core-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { overflowError, valueError } from "../../objects/kernel/raise.ts";
import { daysToMonth, isLeapYear } from "../time/calendar.ts";

export const MINYEAR = 1;
export const MAXYEAR = 9999;
export const MAX_DELTA_DAYS = 999_999_999;
export const SECONDS_PER_DAY = 86_400;
export const MILLION = 1_000_000;

export const DELTA = declareType("timedelta");
export const TZINFO = declareType("tzinfo");
export const TIMEZONE = declareType("timezone", TZINFO);
export const DATE = declareType("date");
export const TIME = declareType("time");
export const DATETIME = declareType("datetime", DATE);

/** Always normal: 0 <= seconds < 86400, 0 <= microseconds < 1000000. */
export class PyDelta extends PyObject {
  constructor(
    readonly days: number,
    readonly seconds: number,
    readonly microseconds: number,
    cls: PyType = DELTA,
  ) {
    super(cls);
  }
}

export class PyTzinfo extends PyObject {}

export class PyTimezone extends PyTzinfo {
  constructor(
    readonly offset: PyDelta,
    readonly name: Value | undefined,
  ) {
    super(TIMEZONE);
  }
}

export class PyDate extends PyObject {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
    cls: PyType = DATE,
  ) {
    super(cls);
  }
}

/** The time of a day, with or without the day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: Value;
  fold: number;
}

/** Of a datetime, without the day. */
export const clockPart = ({ hour, minute, second, microsecond, tzinfo, fold }: Clock): Clock => ({
  hour,
  minute,
  second,
  microsecond,
  tzinfo,
  fold,
});

export const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, microsecond: 0, tzinfo: NONE, fold: 0 };

export class PyTime extends PyObject implements Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: Value;
  fold: number;

  constructor(clock: Clock, cls: PyType = TIME) {
    super(cls);
    this.hour = clock.hour;
    this.minute = clock.minute;
    this.second = clock.second;
    this.microsecond = clock.microsecond;
    this.tzinfo = clock.tzinfo;
    this.fold = clock.fold;
  }
}

export class PyDateTime extends PyDate implements Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: Value;
  fold: number;

  constructor(year: number, month: number, day: number, clock: Clock, cls: PyType = DATETIME) {
    super(year, month, day, cls);
    this.hour = clock.hour;
    this.minute = clock.minute;
    this.second = clock.second;
    this.microsecond = clock.microsecond;
    this.tzinfo = clock.tzinfo;
    this.fold = clock.fold;
  }
}

/** Ordinal 1 is January 1 of year 1. */
const ORDINAL_OF_1970 = 719_163;
export const MAX_ORDINAL = 3_652_059;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1];

export const toOrdinal = (year: number, month: number, day: number): number =>
  daysToMonth(year, month) + ORDINAL_OF_1970 + day - 1;

export const yearDay = ({ year, month, day }: PyDate): number => daysToMonth(year, month) - daysToMonth(year, 1) + day;

/** Monday is 0. */
export const weekday = ({ year, month, day }: PyDate): number => (toOrdinal(year, month, day) + 6) % 7;

export function ofOrdinal(ordinal: number): [year: number, month: number, day: number] {
  const days = ordinal - ORDINAL_OF_1970;
  let year = Math.floor(days / 365.2425) + 1970;
  while (daysToMonth(year, 1) > days) year--;
  while (daysToMonth(year + 1, 1) <= days) year++;
  let month = 12;
  while (daysToMonth(year, month) > days) month--;
  return [year, month, days - daysToMonth(year, month) + 1];
}

/** The ordinal of the Monday that begins the ISO year. */
export function isoYearStart(year: number): number {
  const first = toOrdinal(year, 1, 1);
  const day = (first + 6) % 7;
  return first - day + (day > 3 ? 7 : 0);
}

export function checkDate(year: number, month: number, day: number): void {
  if (year < MINYEAR || year > MAXYEAR) throw valueError(`year ${year} is out of range`);
  if (month < 1 || month > 12) throw valueError("month must be in 1..12");
  if (day < 1 || day > daysInMonth(year, month)) throw valueError("day is out of range for month");
}

export function checkClock({ hour, minute, second, microsecond, fold }: Clock): void {
  if (hour < 0 || hour > 23) throw valueError("hour must be in 0..23");
  if (minute < 0 || minute > 59) throw valueError("minute must be in 0..59");
  if (second < 0 || second > 59) throw valueError("second must be in 0..59");
  if (microsecond < 0 || microsecond > 999_999) throw valueError("microsecond must be in 0..999999");
  if (fold !== 0 && fold !== 1) throw valueError("fold must be either 0 or 1");
}

/** A normal timedelta of parts of any size. */
export function newDelta(days: number, seconds: number, microseconds: number): PyDelta {
  const allSeconds = seconds + Math.floor(microseconds / MILLION);
  const allDays = days + Math.floor(allSeconds / SECONDS_PER_DAY);
  if (Math.abs(allDays) > MAX_DELTA_DAYS) {
    throw overflowError(`days=${allDays}; must have magnitude <= ${MAX_DELTA_DAYS}`);
  }
  return new PyDelta(
    allDays,
    allSeconds - Math.floor(allSeconds / SECONDS_PER_DAY) * SECONDS_PER_DAY,
    microseconds - Math.floor(microseconds / MILLION) * MILLION,
  );
}

export const subtractDeltas = (a: PyDelta, b: PyDelta): PyDelta =>
  newDelta(a.days - b.days, a.seconds - b.seconds, a.microseconds - b.microseconds);

export const negated = ({ days, seconds, microseconds }: PyDelta): PyDelta => newDelta(-days, -seconds, -microseconds);

export function compareDeltas(a: PyDelta, b: PyDelta): number {
  return a.days - b.days || a.seconds - b.seconds || a.microseconds - b.microseconds;
}

export const compareDates = (a: PyDate, b: PyDate): number => a.year - b.year || a.month - b.month || a.day - b.day;

export const compareClocks = (a: Clock, b: Clock): number =>
  a.hour - b.hour || a.minute - b.minute || a.second - b.second || a.microsecond - b.microsecond;

export const clockSeconds = ({ hour, minute, second }: Clock): number => hour * 3600 + minute * 60 + second;
