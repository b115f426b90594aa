/**
 * range and its iterators (CPython Objects/rangeobject.c).
 *
 * The numbers of a range are ints of any size. Iteration has a fast form for ranges whose numbers are all
 * JavaScript safe integers. The type of the iterator is CPython's, which turns on 64 bits, not on 53.
 */
import { add, compare as compareInts, floorDivide, multiply, negate, subtract } from "../../util/int.ts";
import { genericLookup } from "../kernel/attribute.ts";
import { declareType, NONE, NOT_IMPLEMENTED, RANGE, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType, type TypeTable } from "../kernel/define.ts";
import { setExactLength } from "../kernel/exact-length.ts";
import { binaryOperator, toIndex } from "../kernel/number.ts";
import { PyObject, type Value } from "../kernel/object.ts";
import { PySlice, tuple } from "../kernel/payload.ts";
import { compare, isEqual, reprText } from "../kernel/protocol.ts";
import { indexError, overflowError, typeError, valueError } from "../kernel/raise.ts";
import { isTrue } from "../kernel/truth.ts";
import { hashTuple } from "../kernel/tuple-hash.ts";
import { checkCount, refuseKeywords } from "./arguments.ts";
import { builtin } from "./builtin-lookup.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS, iteratorMethods } from "./iterators.ts";
import { comparisonSlots } from "./sequence.ts";
import { longIndices } from "./slice.ts";

type Int = number | bigint;

export class PyRange extends PyObject {
  readonly length: Int;
  constructor(
    readonly start: Int,
    readonly stop: Int,
    readonly step: Int,
  ) {
    super(RANGE);
    this.length = lengthOf(start, stop, step);
  }

  /** The number at an index that is in range. */
  at(index: Int): Int {
    return add(this.start, multiply(index, this.step));
  }
}

function lengthOf(start: Int, stop: Int, step: Int): Int {
  const [low, high, stride] = step > 0 ? [start, stop, step] : [stop, start, negate(step)];
  if (compareInts(low, high) >= 0) return 0;
  return add(floorDivide(subtract(subtract(high, 1), low), stride), 1);
}

export const RANGE_ITERATOR = declareType("range_iterator");
export const LONG_RANGE_ITERATOR = declareType("longrange_iterator");

/** Over a range of safe integers; `stop` is not needed: `remaining` numbers are left. */
export class PyRangeIterator extends PyObject {
  constructor(
    public current: number,
    readonly step: number,
    public remaining: number,
  ) {
    super(RANGE_ITERATOR);
  }
}

/**
 * Over a range of any numbers, of either type. Trap: both become floats, or what else can be reckoned with, when
 * `__setstate__` of a long one is given such a number.
 */
export class PyLongRangeIterator extends PyObject {
  constructor(
    public current: Value,
    readonly step: Int,
    public remaining: Value,
    cls = LONG_RANGE_ITERATOR,
  ) {
    super(cls);
  }
}

type RangeIterator = PyRangeIterator | PyLongRangeIterator;

const fitsLong = (value: Int): boolean => typeof value === "number" || BigInt.asIntN(64, value) === value;

/** An iterator over `count` numbers; `edge` is where it stops, which decides with the others about its type. */
function makeIterator(start: Int, step: Int, count: Int, edge: Int): RangeIterator {
  const last = add(start, multiply(step, count));
  if (typeof start === "number" && typeof step === "number" && typeof count === "number" && typeof last === "number") {
    return new PyRangeIterator(start, step, count);
  }
  const short = [start, step, count, edge, last].every(fitsLong);
  return new PyLongRangeIterator(start, step, count, short ? RANGE_ITERATOR : LONG_RANGE_ITERATOR);
}

/** `iter(range)`. */
export function iterateRange(self: PyRange): RangeIterator {
  return makeIterator(self.start, self.step, self.length, self.stop);
}

function nextOfRange(self: RangeIterator): Value | undefined {
  if (self instanceof PyRangeIterator) {
    if (self.remaining <= 0) return undefined;
    self.remaining--;
    const { current } = self;
    self.current = current + self.step;
    return current;
  }
  const { current, remaining, step } = self;
  if (isPlain(current) && isPlain(remaining)) {
    if (remaining <= 0) return undefined;
    self.remaining = subtract(remaining, 1);
    self.current = add(current, step);
    return current;
  }
  if (!isTrue(compare(remaining, 0, "__gt__"))) return undefined;
  self.remaining = binaryOperator(remaining, 1, "__sub__");
  self.current = binaryOperator(current, step, "__add__");
  return current;
}

const isPlain = (value: Value): value is Int => typeof value === "number" || typeof value === "bigint";

/** The short iterator takes a C long, the long one whatever can be compared with 0 and reckoned with. */
function setRangeState(self: RangeIterator, state: Value): void {
  if (self.cls !== RANGE_ITERATOR) {
    setLongState(self as PyLongRangeIterator, state);
    return;
  }
  const wanted = toIndex(state);
  if (!fitsLong(wanted)) throw overflowError("Python int too large to convert to C long");
  const [current, remaining] = [self.current as Int, self.remaining as Int];
  const index = wanted < 0 ? 0 : wanted > remaining ? remaining : wanted;
  const iterator = self as PyLongRangeIterator;
  iterator.current = add(current, multiply(index, self.step));
  iterator.remaining = subtract(remaining, index);
}

function setLongState(self: PyLongRangeIterator, state: Value): void {
  const wanted = isTrue(compare(state, 0, "__lt__")) ? 0 : state;
  const index = isTrue(compare(self.remaining, wanted, "__lt__")) ? self.remaining : wanted;
  const advance = binaryOperator(index, self.step, "__mul__");
  const current = binaryOperator(self.current, advance, "__add__");
  self.remaining = binaryOperator(self.remaining, index, "__sub__");
  self.current = current;
}

const ITERATOR_TABLE: TypeTable<RangeIterator> = {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: nextOfRange },
  methods: iteratorMethods<RangeIterator>(
    (self) => self.remaining,
    (self) => {
      const { current, remaining, step } = self;
      const [start, count] = [current, remaining].map((each) => (isPlain(each) ? each : toIndex(each))) as [Int, Int];
      return tuple([builtin("iter"), tuple([new PyRange(start, add(start, multiply(count, step)), step)]), NONE]);
    },
    setRangeState,
  ),
};

completeType<RangeIterator>(RANGE_ITERATOR, ITERATOR_TABLE);
completeType<RangeIterator>(LONG_RANGE_ITERATOR, ITERATOR_TABLE);

function roundedLength(self: Value): number {
  const { length } = self as PyRange;
  if (!fitsLong(length)) throw overflowError("Python int too large to convert to C ssize_t");
  return Number(length);
}
setExactLength(roundedLength, (self) => (self as PyRange).length);

completeType<PyRange>(RANGE, {
  doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
  traits: { sequence: true },
  slots: {
    __new__: (_cls, args, kwnames) => {
      refuseKeywords("range", kwnames);
      checkCount("range", args.length, 1, 3);
      if (args.length === 1) return new PyRange(0, toIndex(args[0]), 1);
      const [start, stop] = [toIndex(args[0]), toIndex(args[1])];
      const step = args.length === 3 ? toIndex(args[2]) : 1;
      if (step === 0) throw valueError("range() arg 3 must not be zero");
      return new PyRange(start, stop, step);
    },
    __repr__: (self) =>
      self.step === 1 ? `range(${self.start}, ${self.stop})` : `range(${self.start}, ${self.stop}, ${self.step})`,
    __hash__: (self) => hashTuple(identity(self)),
    __getattribute__: genericLookup,
    ...comparisonSlots((other): other is PyRange => other instanceof PyRange, compareRanges),
    __iter__: iterateRange,
    __bool__: (self) => self.length !== 0,
    __len__: roundedLength,
    __getitem__: getItem,
    __contains__: (self, item) => {
      const value = plainInt(item);
      return value === undefined ? findEqual(self, item) !== undefined : indexOf(self, value) !== undefined;
    },
  },
  methods: {
    __reversed__: [
      "~($self, /)",
      "Return a reverse iterator.",
      (self: PyRange) => {
        const last = self.length === 0 ? self.start : self.at(subtract(self.length, 1));
        return makeIterator(last, negate(self.step), self.length, self.stop);
      },
    ],
    __reduce__: [
      "~($self, *ignored)",
      undefined,
      (self: PyRange) => tuple([RANGE, tuple([self.start, self.stop, self.step])]),
    ],
    count: [
      "~($self, value, /)",
      "rangeobject.count(value) -> integer -- return number of occurrences of value",
      count,
    ],
    index: [
      "~($self, value, /)",
      "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.",
      index,
    ],
  },
  members: {
    start: [(self) => self.start],
    stop: [(self) => self.stop],
    step: [(self) => self.step],
  },
});

/** What two equal ranges have in common: they give the same numbers. */
function identity(self: PyRange): Value[] {
  if (self.length === 0) return [0, NONE, NONE];
  return self.length === 1 ? [1, self.start, NONE] : [self.length, self.start, self.step];
}

function compareRanges(self: PyRange, other: PyRange, op: string): Value {
  if (op !== "__eq__" && op !== "__ne__") return NOT_IMPLEMENTED;
  const [mine, others] = [identity(self), identity(other)];
  return mine.every((part, i) => part === others[i]) === (op === "__eq__");
}

/** The value of an int or bool, but of no subclass, which may compare in its own way. */
function plainInt(value: Value): Int | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  return typeof value === "boolean" ? Number(value) : undefined;
}

/** The index of a number in the range, or undefined. */
function indexOf(self: PyRange, value: Int): Int | undefined {
  const { start, stop, step } = self;
  const inside = step > 0 ? value >= start && value < stop : value <= start && value > stop;
  if (!inside) return undefined;
  const distance = subtract(value, start);
  const position = floorDivide(distance, step);
  return compareInts(multiply(position, step), distance) === 0 ? position : undefined;
}

/** The index of the first number that equals a value of another type, by asking each. */
function findEqual(self: PyRange, value: Value): number | undefined {
  const iterator = iterateRange(self);
  let position = 0;
  for (let item = nextOfRange(iterator); item !== undefined; item = nextOfRange(iterator), position++) {
    if (isEqual(item, value)) return position;
  }
  return undefined;
}

function count(self: PyRange, value: Value): Value {
  const number = plainInt(value);
  if (number !== undefined) return indexOf(self, number) === undefined ? 0 : 1;
  const iterator = iterateRange(self);
  let total = 0;
  for (let item = nextOfRange(iterator); item !== undefined; item = nextOfRange(iterator)) {
    if (isEqual(item, value)) total++;
  }
  return total;
}

function index(self: PyRange, value: Value): Value {
  const number = plainInt(value);
  const position = number === undefined ? findEqual(self, value) : indexOf(self, number);
  if (position !== undefined) return position;
  throw valueError(
    number === undefined ? "sequence.index(x): x not in sequence" : `${reprText(value)} is not in range`,
  );
}

function getItem(self: PyRange, key: Value): Value {
  if (key instanceof PySlice) return slice(self, key);
  if (typeOf(key).slots.__index__ === undefined) {
    throw typeError(`range indices must be integers or slices, not ${typeName(key)}`);
  }
  const index = toIndex(key);
  const real = index < 0 ? add(index, self.length) : index;
  if (real < 0 || real >= self.length) throw indexError("range object index out of range");
  return self.at(real);
}

function slice(self: PyRange, key: PySlice): Value {
  const { start, stop, step } = longIndices(key, BigInt(self.length));
  return new PyRange(self.at(start), self.at(stop), multiply(self.step, step));
}
