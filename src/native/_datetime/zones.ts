/** tzinfo and timezone, and asking any tzinfo for its offset and name, with what is said of wrong answers. */

import { genericLookup, getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { call, callRequired } from "../../objects/kernel/call.ts";
import { NONE, NOT_IMPLEMENTED, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { binaryOperator } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { type Comparison, hashOf, reprText } from "../../objects/kernel/protocol.ts";
import { type PyError, raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { bindArguments, comparisons } from "./arguments.ts";
import {
  compareDeltas,
  negated,
  newDelta,
  PyDateTime,
  PyDelta,
  PyTimezone,
  PyTzinfo,
  SECONDS_PER_DAY,
  subtractDeltas,
  TIMEZONE,
  TZINFO,
} from "./objects.ts";

const isShorterThanDay = (offset: PyDelta): boolean =>
  offset.days === 0 || (offset.days === -1 && (offset.seconds > 0 || offset.microseconds > 0));

/** What a tzinfo says in `utcoffset` or `dst`. */
function askDelta(tzinfo: Value, name: "utcoffset" | "dst", argument: Value): PyDelta | undefined {
  if (tzinfo === NONE) return undefined;
  const answer = callRequired(tzinfo, name, [argument]);
  if (answer === NONE) return undefined;
  if (!(answer instanceof PyDelta)) {
    throw typeError(`tzinfo.${name}() must return None or timedelta, not '${typeName(answer)}'`);
  }
  if (!isShorterThanDay(answer)) {
    throw valueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
  }
  return answer;
}

export const askOffset = (tzinfo: Value, argument: Value): PyDelta | undefined =>
  askDelta(tzinfo, "utcoffset", argument);
export const askDst = (tzinfo: Value, argument: Value): PyDelta | undefined => askDelta(tzinfo, "dst", argument);

export function askName(tzinfo: Value, argument: Value): Value {
  if (tzinfo === NONE) return NONE;
  const answer = callRequired(tzinfo, "tzname", [argument]);
  if (answer === NONE || jsString(answer) !== undefined) return answer;
  throw typeError(`tzinfo.tzname() must return None or a string, not '${typeName(answer)}'`);
}

/** "+01:30", with seconds and microseconds if there are any. */
export function offsetText(offset: PyDelta, separator: string): string {
  const negative = offset.days < 0;
  const { seconds, microseconds } = negative ? negated(offset) : offset;
  const two = (value: number): string => String(value).padStart(2, "0");
  const parts = [two(Math.floor(seconds / 3600)), two(Math.floor(seconds / 60) % 60)];
  if (seconds % 60 !== 0 || microseconds !== 0) parts.push(two(seconds % 60));
  const fraction = microseconds === 0 ? "" : `.${String(microseconds).padStart(6, "0")}`;
  return `${negative ? "-" : "+"}${parts.join(separator)}${fraction}`;
}

const abstract = (name: string) => (): never => {
  throw raise("NotImplementedError", `a tzinfo subclass must implement ${name}()`);
};

/** The plain algorithm for zones with standard and daylight saving time. */
function fromutc(self: PyTzinfo, moment: Value): Value {
  if (!(moment instanceof PyDateTime)) throw typeError("fromutc: argument must be a datetime");
  if (moment.tzinfo !== self) throw valueError("fromutc: dt.tzinfo is not self");
  const offset = askOffset(self, moment);
  if (offset === undefined) throw valueError("fromutc: non-None utcoffset() result required");
  const dst = askDst(self, moment);
  if (dst === undefined) throw valueError("fromutc: non-None dst() result required");
  const standard = binaryOperator(moment, subtractDeltas(offset, dst), "__add__");
  const there = askDst(self, standard);
  if (there === undefined) {
    throw valueError("fromutc: tz.dst() gave inconsistent results; cannot convert");
  }
  return compareDeltas(there, newDelta(0, 0, 0)) === 0 ? standard : binaryOperator(standard, there, "__add__");
}

/** A subclass says how it was made in `__getinitargs__`. */
function reduceTzinfo(self: PyTzinfo): Value {
  const initial = lookupAttr(self, "__getinitargs__");
  const args = initial === undefined ? tuple([]) : call(initial);
  return tuple([self.cls, args, call(getAttr(self, "__getstate__"))]);
}

completeType<PyTzinfo>(TZINFO, {
  module: "datetime",
  doc: "Abstract base class for time zone info objects.",
  traits: { basetype: true },
  construct: ["(*args, **kwargs)", (cls: PyType) => new PyTzinfo(cls)],
  slots: { __getattribute__: genericLookup },
  methods: {
    tzname: ["~($self, dt, /)", "datetime -> string name of time zone.", abstract("tzname")],
    utcoffset: [
      "~($self, dt, /)",
      "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC",
      abstract("utcoffset"),
    ],
    dst: ["~($self, dt, /)", "datetime -> DST offset as timedelta positive east of UTC.", abstract("dst")],
    fromutc: ["~($self, dt, /)", "datetime in UTC -> datetime in local time.", fromutc],
    __reduce__: ["~($self, /)", "-> (cls, state)", reduceTzinfo],
  },
});

export const UTC = new PyTimezone(new PyDelta(0, 0, 0), undefined);

const refuseOffset = (offset: PyDelta): PyError =>
  valueError(
    `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${reprText(offset)}.`,
  );

export function newTimezone(offset: PyDelta, name?: Value): PyTimezone {
  if (name === undefined && compareDeltas(offset, UTC.offset) === 0) return UTC;
  if (!isShorterThanDay(offset)) throw refuseOffset(offset);
  return new PyTimezone(offset, name);
}

function constructTimezone(_: PyType, args: Value[], keywords: PyDict | undefined): Value {
  const [offset, name] = bindArguments("timezone", ["offset", "name"], 1, args, keywords);
  if (!(offset instanceof PyDelta)) {
    throw typeError(`timezone() argument 1 must be datetime.timedelta, not ${typeName(offset ?? NONE)}`);
  }
  if (name !== undefined && jsString(name) === undefined) {
    throw typeError(`timezone() argument 2 must be str, not ${typeName(name)}`);
  }
  return newTimezone(offset, name);
}

function nameOf(self: PyTimezone): Value {
  if (self.name !== undefined) return self.name;
  const { offset } = self;
  return strFromJs(self === UTC || compareDeltas(offset, UTC.offset) === 0 ? "UTC" : `UTC${offsetText(offset, ":")}`);
}

function checkMoment(moment: Value, name: string): void {
  if (moment === NONE || moment instanceof PyDateTime) return;
  throw typeError(`${name}(dt) argument must be a datetime instance or None, not ${typeName(moment)}`);
}

function timezoneFromUtc(self: PyTimezone, moment: Value): Value {
  if (!(moment instanceof PyDateTime)) throw typeError("fromutc: argument must be a datetime");
  if (moment.tzinfo !== self) throw valueError("fromutc: dt.tzinfo is not self");
  return binaryOperator(moment, self.offset, "__add__");
}

const initialArguments = ({ offset, name }: PyTimezone): Value => tuple(name === undefined ? [offset] : [offset, name]);

const MINUTE = 60;
const LARGEST = SECONDS_PER_DAY - MINUTE;

completeType<PyTimezone>(TIMEZONE, {
  module: "datetime",
  doc: "Fixed offset from UTC implementation of tzinfo.",
  traits: { basetype: false },
  construct: ["(*args, **kwargs)", constructTimezone],
  slots: {
    __repr__: (self) => {
      if (self === UTC) return strFromJs("datetime.timezone.utc");
      const name = self.name === undefined ? "" : `, ${reprText(self.name)}`;
      return strFromJs(`${typeName(self)}(${reprText(self.offset)}${name})`);
    },
    __str__: nameOf,
    __hash__: (self) => hashOf(self.offset),
    ...comparisons<PyTimezone>((self, other, op: Comparison) => {
      if ((op !== "__eq__" && op !== "__ne__") || !(other instanceof PyTimezone)) return NOT_IMPLEMENTED;
      return (compareDeltas(self.offset, other.offset) === 0) === (op === "__eq__");
    }),
  },
  methods: {
    tzname: [
      "~($self, dt, /)",
      "If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'.",
      (self: PyTimezone, moment: Value) => {
        checkMoment(moment, "tzname");
        return nameOf(self);
      },
    ],
    utcoffset: [
      "~($self, dt, /)",
      "Return fixed offset.",
      (self: PyTimezone, moment: Value) => {
        checkMoment(moment, "utcoffset");
        return self.offset;
      },
    ],
    dst: ["~($self, dt, /)", "Return None.", (_: PyTimezone, moment: Value) => checkMoment(moment, "dst")],
    fromutc: ["~($self, dt, /)", "datetime in UTC -> datetime in local time.", timezoneFromUtc],
    __getinitargs__: ["~($self, /)", "pickle support", initialArguments],
  },
  attributes: {
    utc: UTC,
    min: new PyTimezone(newDelta(0, -LARGEST, 0), undefined),
    max: new PyTimezone(newDelta(0, LARGEST, 0), undefined),
  },
});
