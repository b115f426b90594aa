/**
 * A time zone that TZ spells out: "CET-1CEST,M3.5.0,M10.5.0/3" (POSIX, tzset(3)). JavaScript knows names of zones only, and takes
 * such a text for UTC.
 *
 * Trap: offsets count westward there, the other way round than everywhere else.
 */
import type { Zone } from "./host.ts";

/** The moment of a year at which a rule changes, by the clock that is in use until then. */
interface Change {
  /** The day, in days since 1970. */
  day(year: number): number;
  /** Into that day, in seconds; may lie outside of it. */
  readonly seconds: number;
}

const HOUR = 3600;
const DAY = 86_400;
/** What the GNU C library takes where no days are given: the rule of the United States. */
const DEFAULT_CHANGES = "M3.2.0,M11.1.0";
const DEFAULT_TIME = "2";
/** Zones of tzdata that look like rules: they have a history. */
const NAMED = new Set(["EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"]);

const NAME = "([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)";
const CLOCK = "([+-]?\\d{1,3}(?::\\d{1,2}(?::\\d{1,2})?)?)";
const WHOLE = new RegExp(`^:?${NAME}${CLOCK}(?:${NAME}${CLOCK}?(?:,(.+))?)?$`);
const CHANGE = new RegExp(`^(?:M(\\d{1,2})\\.(\\d)\\.(\\d)|(J?)(\\d{1,3}))(?:/${CLOCK})?$`);

function secondsOf(clock: string): number {
  const [hours, minutes = 0, seconds = 0] = clock.replace(/^[+-]/, "").split(":").map(Number);
  const all = hours * HOUR + minutes * 60 + seconds;
  return clock.startsWith("-") ? -all : all;
}

/** Days from 1970 to that day of a year; `day` may go beyond the month. */
function daysTo(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime() / (DAY * 1000);
}

/** The `week`th such weekday of the month, the last one if there are not so many. */
function weekdayOf(year: number, month: number, week: number, weekday: number): number {
  const first = daysTo(year, month - 1, 1);
  const length = daysTo(year, month, 1) - first;
  // 1970 began on a Thursday.
  const distance = (((weekday - (first + 4)) % 7) + 7) % 7;
  const into = distance + (week - 1) * 7;
  return first + (into < length ? into : into - 7);
}

function parseChange(text: string): Change | undefined {
  const found = CHANGE.exec(text);
  if (found === null) return undefined;
  const [, month, week, weekday, julian, number, clock] = found;
  const seconds = secondsOf(clock ?? DEFAULT_TIME);
  if (month !== undefined) {
    const [m, w, d] = [month, week, weekday].map(Number);
    if (m < 1 || m > 12 || w < 1 || w > 5 || d > 6) return undefined;
    return { seconds, day: (year) => weekdayOf(year, m, w, d) };
  }
  const given = Number(number);
  if (given > 365 || (julian === "J" && given < 1)) return undefined;
  if (julian !== "J") return { seconds, day: (year) => daysTo(year, 0, 1 + given) };
  // The 29th of February is not counted.
  return {
    seconds,
    day: (year) => daysTo(2001, 0, given) - daysTo(2001, 0, 1) + daysTo(year, 0, 1) + leap(year, given),
  };
}

const FIRST_OF_MARCH = 60;
const leap = (year: number, julian: number): number =>
  julian >= FIRST_OF_MARCH && daysTo(year, 2, 1) - daysTo(year, 0, 1) === FIRST_OF_MARCH ? 1 : 0;

export class PosixZone {
  constructor(
    private readonly standard: Zone,
    private readonly daylight: Zone | undefined,
    private readonly changes: readonly [start: Change, end: Change] | undefined,
  ) {}

  at(time: number): Zone {
    const { standard, daylight, changes } = this;
    if (daylight === undefined || changes === undefined) return standard;
    const year = new Date((time + standard.offset) * 1000).getUTCFullYear();
    const start = changes[0].day(year) * DAY + changes[0].seconds - standard.offset;
    const end = changes[1].day(year) * DAY + changes[1].seconds - daylight.offset;
    const isDaylight = start < end ? time >= start && time < end : time >= start || time < end;
    return isDaylight ? daylight : standard;
  }
}

/** The zone that the text spells out, or undefined: then it is a name, or nothing. */
export function parsePosixZone(text: string): PosixZone | undefined {
  const found = NAMED.has(text) ? null : WHOLE.exec(text);
  if (found === null) return undefined;
  const [, name, clock, otherName, otherClock, rule = DEFAULT_CHANGES] = found;
  const bare = (given: string): string => given.replace(/[<>]/g, "");
  const offset = -secondsOf(clock);
  const standard = { offset, name: bare(name), isDaylight: false };
  if (otherName === undefined) return new PosixZone(standard, undefined, undefined);
  const parts = rule.split(",").map(parseChange);
  const [start, end] = parts;
  if (parts.length !== 2 || start === undefined || end === undefined) return undefined;
  const otherOffset = otherClock === undefined ? offset + HOUR : -secondsOf(otherClock);
  return new PosixZone(standard, { offset: otherOffset, name: bare(otherName), isDaylight: true }, [start, end]);
}
