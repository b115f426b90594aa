/** A datetime of a class: a subclass is called, and may make of it what it likes. */
import { call } from "../../objects/kernel/call.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { type Clock, checkClock, checkDate, DATETIME, PyDateTime } from "./objects.ts";

export function newDateTime(cls: PyType, year: number, month: number, day: number, clock: Clock): Value {
  if (cls !== DATETIME) {
    const { hour, minute, second, microsecond, tzinfo, fold } = clock;
    const made = call(cls, year, month, day, hour, minute, second, microsecond, tzinfo);
    if (made instanceof PyDateTime) made.fold = fold;
    return made;
  }
  checkDate(year, month, day);
  checkClock(clock);
  return new PyDateTime(year, month, day, clock);
}
