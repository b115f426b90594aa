/** The times of day of time and datetime: from arguments, to and from the bytes of pickles, and which comes first. */
import { NONE, NOT_IMPLEMENTED } from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { type Comparison, compareNumbers } from "../../objects/kernel/protocol.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { different, intOr, tzinfoArgument } from "./arguments.ts";
import { type Clock, compareDeltas, type PyDelta } from "./objects.ts";

/** Where a pickle keeps `fold`: with the hour of a time, the month of a datetime. */
export const FOLD_BIT = 0x80;

export const CLOCK_FIELDS = ["hour", "minute", "second", "microsecond", "tzinfo"];

/** Hour to tzinfo out of arguments, and fold; what is not given stays as in `current`. */
export function clockOf(given: readonly (Value | undefined)[], fold: Value | undefined, current: Clock): Clock {
  const [hour, minute, second, microsecond, tzinfo] = given;
  return {
    hour: intOr(hour, current.hour),
    minute: intOr(minute, current.minute),
    second: intOr(second, current.second),
    microsecond: intOr(microsecond, current.microsecond),
    fold: intOr(fold, current.fold),
    tzinfo: tzinfo === undefined ? current.tzinfo : tzinfoArgument(tzinfo),
  };
}

/** Take `fold`, which is a keyword only, out of the keywords. */
export function takeFold(keywords: PyDict | undefined): { fold: Value | undefined; rest: PyDict | undefined } {
  const fold = keywords?.get("fold");
  if (keywords === undefined || fold === undefined) return { fold: undefined, rest: keywords };
  const rest = keywords.copy();
  rest.removeEntry(rest.find("fold"));
  return { fold, rest };
}

export const clockBytes = ({ hour, minute, second, microsecond }: Clock): number[] => [
  hour,
  minute,
  second,
  microsecond >> 16,
  (microsecond >> 8) & 0xff,
  microsecond & 0xff,
];

export function clockOfBytes(bytes: Uint8Array, tzinfo: Value, fold: number): Clock {
  const [hour, minute, second, high, middle, low] = bytes;
  return { hour, minute, second, microsecond: (high << 16) | (middle << 8) | low, tzinfo, fold };
}

export function stateTzinfo(value: Value | undefined): Value {
  if (value === undefined) return NONE;
  try {
    return tzinfoArgument(value);
  } catch {
    throw typeError("bad tzinfo state arg");
  }
}

/** How two things with offsets compare; `plain` and `exact` are their differences without and with offsets. */
export function compareWithOffsets(
  offsets: readonly [PyDelta | undefined, PyDelta | undefined],
  op: Comparison,
  plain: () => number,
  exact: () => number,
  complaint: string,
  isAmbiguous: () => boolean = () => false,
): Value {
  const [left, right] = offsets;
  const same = left === undefined ? right === undefined : right !== undefined && compareDeltas(left, right) === 0;
  if (same || (left !== undefined && right !== undefined)) {
    const difference = same ? plain() : exact();
    const equality = op === "__eq__" || op === "__ne__";
    return compareNumbers(equality && difference === 0 && isAmbiguous() ? 1 : difference, 0, op);
  }
  const answer = different(op);
  if (answer === NOT_IMPLEMENTED) throw typeError(complaint);
  return answer;
}
