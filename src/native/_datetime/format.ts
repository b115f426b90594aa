/** Dates and times as text: ISO 8601, ctime, and strftime with the codes that datetime answers itself. */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs, textOf, tuple } from "../../objects/kernel/payload.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { type Clock, type PyDate, weekday, yearDay } from "./objects.ts";
import { askName, askOffset, offsetText } from "./zones.ts";

const digits = (value: number, count: number): string => String(value).padStart(count, "0");

export const isoDate = ({ year, month, day }: PyDate): string =>
  `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;

const PRECISIONS = ["hours", "minutes", "seconds", "milliseconds", "microseconds"];

/** The time of day; `timespec` is one of PRECISIONS or "auto". */
export function isoClock({ hour, minute, second, microsecond }: Clock, timespec: string): string {
  const auto = microsecond === 0 ? "seconds" : "microseconds";
  const precision = PRECISIONS.indexOf(timespec === "auto" ? auto : timespec);
  if (precision < 0) throw valueError("Unknown timespec value");
  const text = [hour, minute, second]
    .slice(0, precision + 1)
    .map((part) => digits(part, 2))
    .join(":");
  if (precision < 3) return text;
  return `${text}.${precision === 3 ? digits(Math.floor(microsecond / 1000), 3) : digits(microsecond, 6)}`;
}

/** The offset of a time's zone, or nothing. */
export function isoOffset(tzinfo: Value, argument: Value, separator = ":"): string {
  const offset = askOffset(tzinfo, argument);
  return offset === undefined ? "" : offsetText(offset, separator);
}

const DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function ctime(date: PyDate, { hour, minute, second }: Clock): Value {
  const clock = [hour, minute, second].map((part) => digits(part, 2)).join(":");
  const day = String(date.day).padStart(2);
  return strFromJs(
    `${DAY_NAMES[weekday(date)]} ${MONTH_NAMES[date.month - 1]} ${day} ${clock} ${digits(date.year, 4)}`,
  );
}

/** time.struct_time of these fields; `isDaylight` is -1 where it is not known. */
export function timeTuple(date: PyDate, { hour, minute, second }: Clock, isDaylight: number): Value {
  const fields = [date.year, date.month, date.day, hour, minute, second, weekday(date), yearDay(date), isDaylight];
  return call(getAttr(hooks.importModule("time"), "struct_time"), tuple(fields));
}

/** strftime: what the C library does not know is put in before it is asked. */
export function strftime(format: Value, clock: Clock, fields: () => Value, argument: Value): Value {
  const given = jsString(format);
  if (given === undefined) {
    if (textOf(format) === undefined) throw typeError(`strftime() argument 1 must be str, not ${typeName(format)}`);
    return call(getAttr(hooks.importModule("time"), "strftime"), format, fields());
  }
  const zone = (separator: string): string => isoOffset(clock.tzinfo, argument, separator);
  const prepared = given.replace(/%(:z|[zZf%])/g, (code) => {
    switch (code) {
      case "%z":
        return zone("");
      case "%:z":
        return zone(":");
      case "%f":
        return digits(clock.microsecond, 6);
      case "%Z":
        return zoneName(clock.tzinfo, argument);
      default:
        return code;
    }
  });
  return call(getAttr(hooks.importModule("time"), "strftime"), strFromJs(prepared), fields());
}

/** The name of the zone, in a format: its own `replace` is asked to double the "%". */
function zoneName(tzinfo: Value, argument: Value): string {
  const name = askName(tzinfo, argument);
  if (name === NONE) return "";
  const doubled = call(getAttr(name, "replace"), "%", "%%");
  if (textOf(doubled) === undefined) throw typeError("tzname.replace() did not return a string");
  const text = textOf(doubled);
  if (typeof text === "string") return text;
  // Lone surrogates: encoding raises what C would.
  call(getAttr(doubled, "encode"), "utf-8");
  return strText(doubled);
}

/** `format(self, spec)`: str() of it, or its strftime, which a subclass may have changed. */
export function formatted(self: Value, spec: Value): Value {
  const text = textOf(spec);
  if (text === undefined) throw typeError(`__format__() argument 1 must be str, not ${typeName(spec)}`);
  if (text === "") return strFromJs(strText(self));
  return call(getAttr(self, "strftime"), spec);
}
