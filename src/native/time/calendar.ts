/**
 * Broken-down time: from seconds to calendar fields and back, in UTC and in the local zone (what glibc's gmtime_r,
 * localtime_r and mktime do).
 *
 * Trap: a year may have any size that fits a C int, and `mktime` accepts fields of any size and normalises them.
 */
import { host } from "../../host/current.ts";
import type { Zone } from "../../host/host.ts";

/** C's struct tm, with the full year, months from 1 and days of the year from 1. */
export interface BrokenTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Monday is 0. */
  weekday: number;
  yearDay: number;
  /** 1, 0, or negative for unknown. */
  isDaylight: number;
  /** Undefined where nobody said. */
  zone: string | undefined;
  offset: number;
}

const DAY = 86400;
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days from 1970-01-01 to the first of a month; months from 1 to 12. */
export function daysToMonth(year: number, month: number): number {
  const before = year - 1;
  const years = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return years - 719162 + DAYS_BEFORE[month - 1] + leapDay;
}

function yearOfDay(days: number): number {
  let year = Math.floor(days / 365.2425) + 1970;
  while (daysToMonth(year, 1) > days) year--;
  while (daysToMonth(year + 1, 1) <= days) year++;
  return year;
}

/** The fields of a moment in UTC. */
export function utcTime(seconds: bigint): BrokenTime {
  return timeAt(seconds, "GMT", 0, 0);
}

/** The fields of a moment in the local zone. */
export function localTime(seconds: bigint): BrokenTime {
  const { offset, name, isDaylight } = zoneAt(Number(seconds));
  return timeAt(seconds + BigInt(offset), name, offset, isDaylight ? 1 : 0);
}

function timeAt(shifted: bigint, zone: string, offset: number, isDaylight: number): BrokenTime {
  const rest = Number(((shifted % 86400n) + 86400n) % 86400n);
  const days = Number((shifted - BigInt(rest)) / 86400n);
  const year = yearOfDay(days);
  const yearDay = days - daysToMonth(year, 1) + 1;
  let month = 12;
  while (daysToMonth(year, month) > days) month--;
  return {
    year,
    month,
    day: days - daysToMonth(year, month) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekday: (((days + 3) % 7) + 7) % 7,
    yearDay,
    isDaylight,
    zone,
    offset,
  };
}

/** The largest moment that the host's dates can say anything about. */
const LAST_DATE = 8.64e12;

function zoneAt(seconds: number): Zone {
  return host().clock.zone(Math.max(-LAST_DATE, Math.min(LAST_DATE, seconds)));
}

/** Seconds since 1970 of local calendar fields, which may have any size. */
export function secondsOf(time: BrokenTime): number {
  const months = time.year * 12 + time.month - 1;
  const year = Math.floor(months / 12);
  const days = daysToMonth(year, months - year * 12 + 1) + time.day - 1;
  const local = days * DAY + time.hour * 3600 + time.minute * 60 + time.second;
  let guess = local - zoneAt(local).offset;
  guess = local - zoneAt(guess).offset;
  const found = zoneAt(guess);
  if (time.isDaylight < 0 || time.isDaylight > 0 === found.isDaylight) return guess;
  const wanted = nearbyOffset(guess, time.isDaylight > 0);
  // As glibc does: where the zone has no such rule, an hour's difference is taken for granted.
  if (wanted === undefined) return found.isDaylight ? guess + 3600 : guess - 3600;
  return local - wanted;
}

/** The offset that the zone has under the other rule (summer or winter), at the nearest time within a year or so. */
function nearbyOffset(seconds: number, isDaylight: boolean): number | undefined {
  for (let weeks = 1; weeks <= 60; weeks++) {
    for (const sign of [-1, 1]) {
      const zone = zoneAt(seconds + sign * weeks * 7 * DAY);
      if (zone.isDaylight === isDaylight) return zone.offset;
    }
  }
  return undefined;
}

export interface LocalZone {
  /** Seconds west of UTC, outside and within daylight saving time. */
  readonly timezone: number;
  readonly altzone: number;
  readonly daylight: boolean;
  readonly names: readonly [string, string];
}

const YEAR = (365 * 24 + 6) * 3600;

/** What `time.timezone` and its kin are set to: the rules of January and July of this year. */
export function localZone(): LocalZone {
  const start = Math.floor(host().clock.coarseSeconds() / YEAR) * YEAR;
  const january = zoneAt(start);
  const july = zoneAt(start + YEAR / 2);
  const [standard, summer] = january.offset > july.offset ? [july, january] : [january, july];
  return {
    timezone: -standard.offset,
    altzone: -summer.offset,
    daylight: january.offset !== july.offset,
    names: [standard.name, summer.name],
  };
}
