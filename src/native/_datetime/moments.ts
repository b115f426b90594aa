/**
 * Moments: POSIX timestamps as seconds and microseconds, and what local clocks show then.
 *
 * Trap: where clocks are set back a local time happens twice; `fold` is 1 the second time. Where they are set forward some do
 * not happen at all.
 */
import { host } from "../../host/current.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyFloat, strFromJs } from "../../objects/kernel/payload.ts";
import { overflowError, valueError } from "../../objects/kernel/raise.ts";
import { type BrokenTime, localTime, utcTime } from "../time/calendar.ts";
import {
  type Clock,
  clockSeconds,
  MAXYEAR,
  MILLION,
  MINYEAR,
  newDelta,
  SECONDS_PER_DAY,
  toOrdinal,
} from "./objects.ts";
import { newTimezone } from "./zones.ts";

const ORDINAL_OF_1970 = 719_163;
/** No zone has ever changed its clocks by more. */
const LARGEST_FOLD = 24 * 3600;

export interface Moment {
  readonly seconds: number;
  readonly microseconds: number;
}

/** A timestamp: a float, rounded half to even, or an int. */
export function timestampArgument(value: Value, rounding: "down" | "even"): Moment {
  if (!(value instanceof PyFloat)) {
    const int = toIndex(value);
    if (BigInt.asIntN(64, BigInt(int)) !== BigInt(int)) {
      throw overflowError("timestamp out of range for platform time_t");
    }
    return { seconds: Number(int), microseconds: 0 };
  }
  const { value: v } = value;
  if (Number.isNaN(v)) throw valueError("Invalid value NaN (not a number)");
  let seconds = Math.floor(v);
  if (Math.abs(seconds) >= 2 ** 63) throw overflowError("timestamp out of range for platform time_t");
  if (rounding === "down") return { seconds, microseconds: 0 };
  // As C does: the fraction with the sign of the number, so that rounding is the same on both sides of zero.
  const whole = Math.trunc(v);
  let microseconds = halfEven((v - whole) * MILLION);
  seconds = whole;
  if (microseconds >= MILLION) {
    microseconds -= MILLION;
    seconds += 1;
  } else if (microseconds < 0) {
    microseconds += MILLION;
    seconds -= 1;
  }
  return { seconds, microseconds };
}

function halfEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
}

export function now(): Moment {
  const nanoseconds = host().clock.timeNs();
  return {
    seconds: Number(nanoseconds / 1_000_000_000n),
    microseconds: Number((nanoseconds % 1_000_000_000n) / 1000n),
  };
}

export function checkYear(broken: BrokenTime): BrokenTime {
  if (broken.year < MINYEAR || broken.year > MAXYEAR) throw valueError(`year ${broken.year} is out of range`);
  return broken;
}

/** The largest moment that calendars are asked about; C's struct tm ends at about this one. */
const LARGEST_MOMENT = 6.7e16;

export function localMoment(seconds: number): BrokenTime {
  if (Math.abs(seconds) > LARGEST_MOMENT) throw overflowError("Value too large for defined data type");
  return localTime(BigInt(seconds));
}

export function utcMoment(seconds: number): BrokenTime {
  if (Math.abs(seconds) > LARGEST_MOMENT) throw overflowError("Value too large for defined data type");
  return utcTime(BigInt(seconds));
}

/** What a calendar and a clock show, as seconds since 1970 if they were UTC's. */
export const shownSeconds = (year: number, month: number, day: number, clock: Clock): number =>
  (toOrdinal(year, month, day) - ORDINAL_OF_1970) * SECONDS_PER_DAY + clockSeconds(clock);

const localShown = (seconds: number): number => {
  const { year, month, day, hour, minute, second } = localMoment(seconds);
  return shownSeconds(year, month, day, { hour, minute, second, microsecond: 0, tzinfo: NONE, fold: 0 });
};

/** Is it the second time that local clocks show this? */
export function foldAt(seconds: number): 0 | 1 {
  const shown = localShown(seconds);
  const transition = shown - localShown(seconds - LARGEST_FOLD) - LARGEST_FOLD;
  return transition < 0 && localShown(seconds + transition) === shown ? 1 : 0;
}

/** The moment at which local clocks show these seconds. */
export function momentOfLocal(shown: number, fold: number): number {
  const offset = localShown(shown) - shown;
  const first = shown - offset;
  const firstShown = localShown(first);
  let other: number;
  if (firstShown === shown) {
    const neighbour = first + (fold === 1 ? LARGEST_FOLD : -LARGEST_FOLD);
    const offset2 = localShown(neighbour) - neighbour;
    if (offset2 === offset) return first;
    other = shown - offset2;
  } else {
    other = shown - (firstShown - first);
  }
  if (localShown(other) === shown) return other;
  if (firstShown === shown) return first;
  return fold === 1 ? Math.min(first, other) : Math.max(first, other);
}

/** The local zone at a moment, as a timezone with its name. */
export function localZoneAt(seconds: number): Value {
  const { offset, zone } = localMoment(seconds);
  return newTimezone(newDelta(0, offset, 0), zone === undefined ? undefined : strFromJs(zone));
}
