/**
 * strftime in the C locale, as glibc does it: with the flags `_ - 0 ^ #`, field widths and the modifiers E and O.
 *
 * What is no conversion is printed as it stands.
 */
import { type BrokenTime, daysToMonth, secondsOf } from "./calendar.ts";

export const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A number with its usual width and padding, or a text. */
type Field =
  | { value: number; width: number; pad: "0" | " "; sign?: string }
  | { text: string; lower?: boolean }
  | { format: string };

const number = (value: number, width: number, pad: "0" | " " = "0"): Field => ({ value, width, pad });
const text = (value: string): Field => ({ text: value });
const format = (value: string): Field => ({ format: value });

const hour12 = (time: BrokenTime): number => time.hour % 12 || 12;

/** Weeks of the year, the first starting with the first day that is `firstDay` (Monday 0). */
function weekNumber(time: BrokenTime, firstDay: number): number {
  const dayOfWeek = (time.weekday - firstDay + 7) % 7;
  return Math.floor((time.yearDay - 1 - dayOfWeek + 7) / 7);
}

/** The year and week of ISO 8601. */
function isoWeek(time: BrokenTime): [year: number, week: number] {
  const days = daysToMonth(time.year, 1) + time.yearDay - 1;
  const thursday = days - time.weekday + 3;
  let year = time.year;
  if (thursday < daysToMonth(year, 1)) year--;
  else if (thursday >= daysToMonth(year + 1, 1)) year++;
  return [year, Math.floor((thursday - daysToMonth(year, 1)) / 7) + 1];
}

const century = (year: number): number => Math.floor(year / 100);
const inCentury = (year: number): number => ((year % 100) + 100) % 100;

function zoneOffset(time: BrokenTime): Field {
  if (time.isDaylight < 0) return text("");
  const minutes = Math.floor(Math.abs(time.offset) / 60);
  const value = Math.floor(minutes / 60) * 100 + (minutes % 60);
  return { value, width: 5, pad: "0", sign: time.offset < 0 ? "-" : "+" };
}

const CONVERSIONS: Readonly<Record<string, (time: BrokenTime, zoneNames: readonly [string, string]) => Field>> = {
  a: (t) => text((DAYS[t.weekday] ?? "?").slice(0, 3)),
  A: (t) => text(DAYS[t.weekday] ?? "?"),
  b: (t) => text((MONTHS[t.month - 1] ?? "?").slice(0, 3)),
  B: (t) => text(MONTHS[t.month - 1] ?? "?"),
  c: () => format("%a %b %e %H:%M:%S %Y"),
  C: (t) => number(century(t.year), 1),
  d: (t) => number(t.day, 2),
  D: () => format("%m/%d/%y"),
  e: (t) => number(t.day, 2, " "),
  F: () => format("%Y-%m-%d"),
  g: (t) => number(inCentury(isoWeek(t)[0]), 2),
  G: (t) => number(isoWeek(t)[0], 1),
  h: (t) => text((MONTHS[t.month - 1] ?? "?").slice(0, 3)),
  H: (t) => number(t.hour, 2),
  I: (t) => number(hour12(t), 2),
  j: (t) => number(t.yearDay, 3),
  k: (t) => number(t.hour, 2, " "),
  l: (t) => number(hour12(t), 2, " "),
  m: (t) => number(t.month, 2),
  M: (t) => number(t.minute, 2),
  n: () => text("\n"),
  p: (t) => ({ text: t.hour < 12 ? "AM" : "PM", lower: true }),
  P: (t) => text(t.hour < 12 ? "am" : "pm"),
  r: () => format("%I:%M:%S %p"),
  R: () => format("%H:%M"),
  s: (t) => number(secondsOf(t), 1),
  S: (t) => number(t.second, 2),
  t: () => text("\t"),
  T: () => format("%H:%M:%S"),
  u: (t) => number(t.weekday + 1, 1),
  U: (t) => number(weekNumber(t, 6), 2),
  V: (t) => number(isoWeek(t)[1], 2),
  w: (t) => number((t.weekday + 1) % 7, 1),
  W: (t) => number(weekNumber(t, 0), 2),
  x: () => format("%m/%d/%y"),
  X: () => format("%H:%M:%S"),
  y: (t) => number(inCentury(t.year), 2),
  Y: (t) => number(t.year, 1),
  z: zoneOffset,
  Z: (t, names) => ({ text: t.zone ?? (t.isDaylight < 0 ? "" : names[t.isDaylight > 0 ? 1 : 0]), lower: true }),
  "%": () => text("%"),
};

/** Conversions that take the modifier. */
const MODIFIED: Readonly<Record<string, string>> = { E: "cCxXyY", O: "BbdeHImMSuUVwWy" };

const DIRECTIVE = /%([_\-0^#]*)([1-9]\d*)?([EO]?)(.?)/gsu;

/** The widest field that is made; a larger number is no width to be taken seriously. */
const MAX_WIDTH = 1 << 20;

/** `zoneNames` are for a time that does not know its own zone. */
export function strftime(pattern: string, time: BrokenTime, zoneNames: readonly [string, string]): string {
  return pattern.replace(DIRECTIVE, (all, flags: string, width: string, modifier: string, letter: string) => {
    const wanted = Math.min(Number(width ?? 0), MAX_WIDTH);
    const convert = Object.hasOwn(CONVERSIONS, letter) ? CONVERSIONS[letter] : undefined;
    if (convert === undefined || (modifier !== "" && !MODIFIED[modifier].includes(letter))) {
      return pad(all, wanted, " ");
    }
    return show(convert(time, zoneNames), flags, wanted, time, zoneNames);
  });
}

function show(
  field: Field,
  flags: string,
  width: number,
  time: BrokenTime,
  zoneNames: readonly [string, string],
): string {
  const padding = /[_\-0](?=[\^#]*$)/.exec(flags)?.[0];
  if ("value" in field) return showNumber(field, padding, width);
  let shown = "format" in field ? strftime(field.format, time, zoneNames) : field.text;
  if (flags.includes("#") && "text" in field && field.lower) shown = shown.toLowerCase();
  else if (/[\^#]/.test(flags)) shown = shown.toUpperCase();
  return pad(shown, width, padding === "0" ? "0" : " ");
}

function showNumber(
  {
    value,
    width: usualWidth,
    pad: usualPad,
    sign: fixedSign,
  }: { value: number; width: number; pad: string; sign?: string },
  padding: string | undefined,
  width: number,
): string {
  const digits = String(Math.abs(value));
  const sign = fixedSign ?? (value < 0 ? "-" : "");
  if (padding === "-") return pad(sign + digits, width, " ");
  const fill = padding === "_" ? " " : padding === "0" ? "0" : usualPad;
  const count = Math.max(width, usualWidth);
  if (fill === " " && fixedSign === undefined) return pad(sign + digits, count, " ");
  return sign + pad(digits, count - sign.length, fill);
}

function pad(shown: string, width: number, fill: string): string {
  return shown.padStart(width, fill);
}
