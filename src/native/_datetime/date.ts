/** date, and what date.isocalendar gives. */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NOT_IMPLEMENTED, TUPLE, typeName } from "../../objects/kernel/core-types.ts";
import { completeType, defineType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { PyBytes, PyTuple, strFromJs, textOf, tuple } from "../../objects/kernel/payload.ts";
import { type Comparison, compareNumbers, hashOf, reprText, strText } from "../../objects/kernel/protocol.ts";
import { overflowError, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { bindArguments, comparisons, hasNone, intOr, textArgument } from "./arguments.ts";
import { ctime, formatted, isoDate, strftime, timeTuple } from "./format.ts";
import { localMoment, timestampArgument } from "./moments.ts";
import {
  checkDate,
  compareDates,
  DATE,
  isoYearStart,
  MAX_ORDINAL,
  MAXYEAR,
  MIDNIGHT,
  MINYEAR,
  ofOrdinal,
  PyDate,
  PyDateTime,
  PyDelta,
  toOrdinal,
  weekday,
} from "./objects.ts";
import { ofIsoWeek, parseDate } from "./parse.ts";

const FIELDS = ["year", "month", "day"];

/** The bytes of a pickled state; a str of them from Python 2. */
export function stateBytes(value: Value | undefined, size: number): Uint8Array | undefined {
  if (value instanceof PyBytes) return value.bytes.length === size ? value.bytes : undefined;
  const text = value === undefined ? undefined : textOf(value);
  if (typeof text !== "string" || text.length !== size) return undefined;
  const bytes = Uint8Array.from(text, (unit) => unit.charCodeAt(0));
  return [...text].every((unit) => unit.charCodeAt(0) < 256) ? bytes : undefined;
}

const checkInt = (value: Value): number => intOr(value, 0);

function construct(cls: PyType, args: Value[], keywords: PyDict | undefined): Value {
  if (args.length === 1 && hasNone(keywords)) {
    const state = stateBytes(args[0], 4);
    if (state !== undefined && state[2] >= 1 && state[2] <= 12) {
      return new PyDate(state[0] * 256 + state[1], state[2], state[3], cls);
    }
  }
  const [year, month, day] = bindArguments(undefined, FIELDS, 3, args, keywords, checkInt).map((value) =>
    intOr(value, 0),
  );
  checkDate(year, month, day);
  return new PyDate(year, month, day, cls);
}

/** A date of a class: a subclass is called, and may make of it what it likes. */
export function newDate(cls: PyType, year: number, month: number, day: number): Value {
  if (cls !== DATE) return call(cls, year, month, day);
  checkDate(year, month, day);
  return new PyDate(year, month, day);
}

function moved(self: PyDate, days: number): Value {
  const ordinal = toOrdinal(self.year, self.month, self.day) + days;
  if (ordinal < 1 || ordinal > MAX_ORDINAL) throw overflowError("date value out of range");
  return newDate(self.cls, ...ofOrdinal(ordinal));
}

function add(left: Value, right: Value): Value {
  if (left instanceof PyDateTime || right instanceof PyDateTime) return NOT_IMPLEMENTED;
  if (left instanceof PyDate && right instanceof PyDelta) return moved(left, right.days);
  if (left instanceof PyDelta && right instanceof PyDate) return moved(right, left.days);
  return NOT_IMPLEMENTED;
}

const ordinalOf = ({ year, month, day }: PyDate): number => toOrdinal(year, month, day);

function subtract(left: Value, right: Value): Value {
  if (left instanceof PyDateTime || right instanceof PyDateTime) return NOT_IMPLEMENTED;
  if (!(left instanceof PyDate)) return NOT_IMPLEMENTED;
  if (right instanceof PyDelta) return moved(left, -right.days);
  return right instanceof PyDate ? new PyDelta(ordinalOf(left) - ordinalOf(right), 0, 0) : NOT_IMPLEMENTED;
}

function compare(self: PyDate, other: Value, op: Comparison): Value {
  return other instanceof PyDate ? compareNumbers(compareDates(self, other), 0, op) : NOT_IMPLEMENTED;
}

export const stateOf = ({ year, month, day }: PyDate): number[] => [year >> 8, year & 0xff, month, day];

class PyIsoCalendarDate extends PyTuple {}

const ISO_CALENDAR_DATE = defineType<PyIsoCalendarDate>("datetime.IsoCalendarDate", {
  doc: "The result of date.isocalendar() or datetime.isocalendar()\n\nThis object may be accessed either as a tuple of\n  ((year, week, weekday)\nor via the object attributes as named in the above tuple.",
  base: TUPLE,
  construct: [
    "(*args, **kwargs)",
    (cls, args: Value[], keywords: PyDict | undefined) =>
      new PyIsoCalendarDate(
        bindArguments("IsoCalendarDate", ["year", "week", "weekday"], 3, args, keywords).map((value) =>
          intOr(value, 0),
        ),
        cls,
      ),
  ],
  slots: {
    __repr__: (self) => {
      const [year, week, day] = self.items.map((item) => strText(item));
      return strFromJs(`${typeName(self)}(year=${year}, week=${week}, weekday=${day})`);
    },
  },
  methods: {
    __reduce__: [
      "~($self, /)",
      "__reduce__() -> (cls, state)",
      (self: PyIsoCalendarDate) => tuple([TUPLE, tuple([tuple([...self.items])])]),
    ],
  },
  getset: {
    year: [(self) => self.items[0]],
    week: [(self) => self.items[1]],
    weekday: [(self) => self.items[2]],
  },
});

function isocalendar(self: PyDate): Value {
  const ordinal = ordinalOf(self);
  let { year } = self;
  if (ordinal < isoYearStart(year)) year--;
  else if (ordinal >= isoYearStart(year + 1)) year++;
  const days = ordinal - isoYearStart(year);
  return new PyIsoCalendarDate([year, Math.floor(days / 7) + 1, (days % 7) + 1], ISO_CALENDAR_DATE);
}

function fromordinal(cls: PyType, value: Value): Value {
  const ordinal = intOr(value, 0);
  if (ordinal < 1) throw valueError("ordinal must be >= 1");
  return newDate(cls, ...ofOrdinal(ordinal));
}

function isoComponents(values: readonly Value[]): number[] {
  const numbers = suppress(EXCEPTIONS.OverflowError, () => values.map((value) => intOr(value, 0)));
  if (numbers === undefined) throw valueError("ISO calendar component out of range");
  return numbers;
}

function fromisocalendar(cls: PyType, year: Value, week: Value, day: Value): Value {
  const [number, weekNumber, dayNumber] = isoComponents([year, week, day]);
  if (number < MINYEAR || number > MAXYEAR) throw valueError(`Year is out of range: ${number}`);
  const found = ofIsoWeek(number, weekNumber, dayNumber);
  if (!Array.isArray(found)) throw valueError(found.problem);
  return newDate(cls, ...found);
}

function fromisoformat(cls: PyType, value: Value): Value {
  if (textOf(value) === undefined) throw typeError("fromisoformat: argument must be str");
  const fields = parseDate(strText(value));
  if (fields === undefined) throw valueError(`Invalid isoformat string: ${reprText(value)}`);
  return newDate(cls, ...fields);
}

function fromtimestamp(cls: PyType, timestamp: Value): Value {
  const { year, month, day } = localMoment(timestampArgument(timestamp, "down").seconds);
  return newDate(cls, year, month, day);
}

function replace(self: PyDate, args: Value[], keywords: PyDict | undefined): Value {
  const given = bindArguments("replace", FIELDS, 0, args, keywords);
  const current = [self.year, self.month, self.day];
  const [year, month, day] = given.map((value, index) => intOr(value, current[index]));
  return newDate(self.cls, year, month, day);
}

completeType<PyDate>(DATE, {
  module: "datetime",
  doc: "date(year, month, day) --> date object",
  traits: { basetype: true },
  construct: ["(*args, **kwargs)", construct],
  slots: {
    __getattribute__: genericLookup,
    __repr__: (self) => strFromJs(`${typeName(self)}(${self.year}, ${self.month}, ${self.day})`),
    __str__: (self) => call(getAttr(self, "isoformat")),
    __hash__: (self) => hashOf(new PyBytes(Uint8Array.from(stateOf(self)))),
    ...comparisons<PyDate>(compare),
    __add__: add,
    __sub__: subtract,
  },
  classmethods: {
    fromtimestamp: [
      "($type, timestamp, /)",
      "Create a date from a POSIX timestamp.\n\nThe timestamp is a number, e.g. created via time.time(), that is interpreted\nas local time.",
      fromtimestamp,
    ],
    fromordinal: ["~($type, ordinal, /)", "int -> date corresponding to a proleptic Gregorian ordinal.", fromordinal],
    fromisoformat: [
      "~($type, date_string, /)",
      "str -> Construct a date from a string in ISO 8601 format.",
      fromisoformat,
    ],
    fromisocalendar: [
      "~($type, year, week, day)",
      "int, int, int -> Construct a date from the ISO year, week number and weekday.\n\nThis is the inverse of the date.isocalendar() function",
      fromisocalendar,
    ],
    today: [
      "~($type, /)",
      "Current date or datetime:  same as self.__class__.fromtimestamp(time.time()).",
      (cls: PyType) => call(getAttr(cls, "fromtimestamp"), call(getAttr(hooks.importModule("time"), "time"))),
    ],
  },
  methods: {
    ctime: ["~($self, /)", "Return ctime() style string.", (self: PyDate) => ctime(self, MIDNIGHT)],
    strftime: [
      "~($self, format)",
      "format -> strftime() style string.",
      (self: PyDate, format: Value) => {
        textArgument(format, "strftime");
        const clock = self instanceof PyDateTime ? self : MIDNIGHT;
        return strftime(format, clock, () => call(getAttr(self, "timetuple")), self);
      },
    ],
    __format__: ["~($self, format, /)", "Formats self with strftime.", formatted],
    timetuple: [
      "~($self, /)",
      "Return time tuple, compatible with time.localtime().",
      (self: PyDate) => timeTuple(self, MIDNIGHT, -1),
    ],
    isocalendar: ["~($self, /)", "Return a named tuple containing ISO year, week number, and weekday.", isocalendar],
    isoformat: [
      "~($self, /)",
      "Return string in ISO 8601 format, YYYY-MM-DD.",
      (self: PyDate) => strFromJs(isoDate(self)),
    ],
    isoweekday: [
      "~($self, /)",
      "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7",
      (self: PyDate) => weekday(self) + 1,
    ],
    toordinal: ["~($self, /)", "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.", ordinalOf],
    weekday: [
      "~($self, /)",
      "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6",
      weekday,
    ],
    replace: ["~($self, *args, **kwargs)", "Return date with new specified fields.", replace],
    __reduce__: [
      "~($self, /)",
      "__reduce__() -> (cls, state)",
      (self: PyDate) => tuple([self.cls, tuple([new PyBytes(Uint8Array.from(stateOf(self)))])]),
    ],
  },
  getset: {
    year: [({ year }) => year],
    month: [({ month }) => month],
    day: [({ day }) => day],
  },
  attributes: {
    min: new PyDate(MINYEAR, 1, 1),
    max: new PyDate(MAXYEAR, 12, 31),
    resolution: new PyDelta(1, 0, 0),
  },
});
