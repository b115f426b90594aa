/** Dates and times out of ISO 8601 text. undefined means that the text is not of that form; a wrong value is for the caller. */

import { isLeapYear } from "../time/calendar.ts";
import { isoYearStart, ofOrdinal, toOrdinal } from "./objects.ts";

export type DateFields = [year: number, month: number, day: number];

/** YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D], YYYYWww[D]. */
const DATE = /^(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d)|-W(\d\d)(?:-(\d))?|W(\d\d)(\d)?)$/;

export interface WeekProblem {
  readonly problem: string;
}

/** The day of an ISO week, or what is wrong with it. */
export function ofIsoWeek(year: number, week: number, day: number): DateFields | WeekProblem {
  if (week < 1 || week > 52) {
    const first = (toOrdinal(year, 1, 1) + 6) % 7;
    const isLong = first === 3 || (first === 2 && isLeapYear(year));
    if (week !== 53 || !isLong) return { problem: `Invalid week: ${week}` };
  }
  if (day < 1 || day > 7) return { problem: `Invalid day: ${day} (range is [1, 7])` };
  return ofOrdinal(isoYearStart(year) + (week - 1) * 7 + day - 1);
}

export function parseDate(text: string): DateFields | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, month2, day2, week, weekDay, week2, weekDay2] = match;
  const weekText = week ?? week2;
  if (weekText !== undefined) {
    if (year === "0000") return undefined;
    const found = ofIsoWeek(Number(year), Number(weekText), Number(weekDay ?? weekDay2 ?? 1));
    return Array.isArray(found) ? found : undefined;
  }
  return [Number(year), Number(month ?? month2), Number(day ?? day2)];
}

/** Where the date of a whole ISO text ends. */
export function dateLength(text: string): number {
  if (text[4] === "-") {
    if (text[5] !== "W") return 10;
    // A separator of "-" behind the week is followed by a day only if that is one digit.
    return text[8] === "-" && text.length > 8 && !(text.length > 10 && /\d/.test(text[10])) ? 10 : 8;
  }
  if (text[4] === "W") {
    let end = 7;
    while (end < text.length && /\d/.test(text[end])) end++;
    // Basic weeks: an even number of digits has no day.
    return end < 9 ? end : end % 2 === 0 ? 7 : 8;
  }
  return 8;
}

export interface ClockFields {
  readonly parts: [hour: number, minute: number, second: number, microsecond: number];
  /** Seconds and microseconds of the offset; undefined without one. */
  readonly offset: [seconds: number, microseconds: number] | undefined;
}

/** HH[[:]MM[[:]SS[(.|,)digits]]] */
const CLOCK = /^(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d+))?)?)?$/;

function parseParts(text: string): ClockFields["parts"] | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const [, hour, , minute, second, fraction] = match;
  return [Number(hour), Number(minute ?? 0), Number(second ?? 0), Number((fraction ?? "").slice(0, 6).padEnd(6, "0"))];
}

export function parseClock(text: string): ClockFields | undefined {
  const at = text.search(/[Z+-]/);
  const parts = parseParts(at < 0 ? text : text.slice(0, at));
  if (parts === undefined) return undefined;
  if (at < 0) return { parts, offset: undefined };
  if (text[at] === "Z") return at === text.length - 1 ? { parts, offset: [0, 0] } : undefined;
  const offset = parseParts(text.slice(at + 1));
  if (offset === undefined) return undefined;
  const sign = text[at] === "-" ? -1 : 1;
  const [hour, minute, second, microsecond] = offset;
  return { parts, offset: [sign * (hour * 3600 + minute * 60 + second), sign * microsecond] };
}
