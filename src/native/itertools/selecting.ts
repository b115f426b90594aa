/** compress, dropwhile, takewhile, filterfalse, starmap, islice and pairwise (CPython Modules/itertoolsmodule.c). */
import { call, callWith } from "../../objects/kernel/call.ts";
import { BOOL, declareType, NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { iter, toArray } from "../../objects/kernel/iterate.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { PyError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { constructorArguments } from "../../objects/types/arguments.ts";
import { endsOnStop } from "../../objects/types/end-of-iteration.ts";
import { advance, ITERATOR_SLOTS, pickling, stateInt, TRAITS } from "./common.ts";

export const COMPRESS = declareType("compress");
export const DROPWHILE = declareType("dropwhile");
export const TAKEWHILE = declareType("takewhile");
export const FILTERFALSE = declareType("filterfalse");
export const STARMAP = declareType("starmap");
export const ISLICE = declareType("islice");
export const PAIRWISE = declareType("pairwise");

export class PyCompress extends PyObject {
  constructor(
    readonly data: Value,
    readonly selectors: Value,
    cls: PyType = COMPRESS,
  ) {
    super(cls);
  }
}

completeType<PyCompress>(COMPRESS, {
  module: "itertools",
  doc: "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.",
  traits: TRAITS,
  allocate: (cls) => new PyCompress(NONE, NONE, cls),
  construct: [
    "(data, selectors)",
    (cls: PyType, data: Value, selectors: Value) => new PyCompress(iter(data), iter(selectors), cls),
  ],
  slots: {
    ...ITERATOR_SLOTS,
    __next__: endsOnStop((self) => {
      for (;;) {
        const item = advance(self.data);
        if (item === undefined) return undefined;
        const selector = advance(self.selectors);
        if (selector === undefined) return undefined;
        if (isTrue(selector)) return item;
      }
    }),
  },
  methods: pickling((self: PyCompress) => tuple([self.cls, tuple([self.data, self.selectors])])),
});

/** A function and an iterator: the payload of the types that test or call for each item. */
export class PyFunctionIterator extends PyObject {
  /** dropwhile: it has begun to give; takewhile: it has stopped. */
  done = false;
  constructor(
    readonly func: Value,
    readonly iterator: Value,
    cls: PyType,
  ) {
    super(cls);
  }
}

const makeFunctionIterator = (cls: PyType, func: Value, iterable: Value): Value =>
  new PyFunctionIterator(func, iter(iterable), cls);

const reduceWithFlag = pickling<PyFunctionIterator>(
  (self) => tuple([self.cls, tuple([self.func, self.iterator]), self.done ? 1 : 0]),
  (self, state) => {
    self.done = isTrue(state);
  },
);

completeType<PyFunctionIterator>(DROPWHILE, {
  module: "itertools",
  doc: "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.",
  traits: TRAITS,
  allocate: (cls) => new PyFunctionIterator(NONE, NONE, cls),
  construct: ["(predicate, iterable, /)", makeFunctionIterator],
  slots: {
    ...ITERATOR_SLOTS,
    __next__: endsOnStop((self) => {
      for (;;) {
        const item = advance(self.iterator);
        if (item === undefined || self.done) return item;
        if (!isTrue(call(self.func, item))) {
          self.done = true;
          return item;
        }
      }
    }),
  },
  methods: reduceWithFlag,
});

completeType<PyFunctionIterator>(TAKEWHILE, {
  module: "itertools",
  doc: "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.",
  traits: TRAITS,
  allocate: (cls) => new PyFunctionIterator(NONE, NONE, cls),
  construct: ["(predicate, iterable, /)", makeFunctionIterator],
  slots: {
    ...ITERATOR_SLOTS,
    __next__: endsOnStop((self) => {
      if (self.done) return undefined;
      const item = advance(self.iterator);
      if (item === undefined || isTrue(call(self.func, item))) return item;
      self.done = true;
      return undefined;
    }),
  },
  methods: reduceWithFlag,
});

completeType<PyFunctionIterator>(FILTERFALSE, {
  module: "itertools",
  doc: "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.",
  traits: TRAITS,
  allocate: (cls) => new PyFunctionIterator(NONE, NONE, cls),
  construct: ["(function, iterable, /)", makeFunctionIterator],
  slots: {
    ...ITERATOR_SLOTS,
    __next__: endsOnStop((self) => {
      const plain = self.func === NONE || self.func === BOOL;
      for (;;) {
        const item = advance(self.iterator);
        if (item === undefined || !isTrue(plain ? item : call(self.func, item))) return item;
      }
    }),
  },
  methods: pickling((self: PyFunctionIterator) => tuple([self.cls, tuple([self.func, self.iterator])])),
});

completeType<PyFunctionIterator>(STARMAP, {
  module: "itertools",
  doc: "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.",
  traits: TRAITS,
  allocate: (cls) => new PyFunctionIterator(NONE, NONE, cls),
  construct: ["(function, iterable, /)", makeFunctionIterator],
  slots: {
    ...ITERATOR_SLOTS,
    __next__: endsOnStop((self) => {
      const args = advance(self.iterator);
      return args === undefined ? undefined : callWith(self.func, toArray(args));
    }),
  },
  methods: pickling((self: PyFunctionIterator) => tuple([self.cls, tuple([self.func, self.iterator])])),
});

export class PyIslice extends PyObject {
  count = 0;
  constructor(
    /** null at the end. */
    public iterator: Value | null,
    public next: number,
    /** undefined: to the end. */
    readonly stop: number | undefined,
    readonly step: number,
    cls: PyType = ISLICE,
  ) {
    super(cls);
  }
}

completeType<PyIslice>(ISLICE, {
  module: "itertools",
  doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.",
  traits: TRAITS,
  allocate: (cls) => new PyIslice(null, 0, 0, 1, cls),
  slots: {
    ...ITERATOR_SLOTS,
    __new__: (cls, args, kwnames) => {
      const given = constructorArguments(ISLICE, cls, "__init__", args, kwnames, 2, 4);
      const bounds = given.length === 2 ? [NONE, given[1]] : given.slice(1);
      const { start, stop } = sliceBounds(bounds[0], bounds[1], given.length === 2);
      const step = bounds.length < 3 || bounds[2] === NONE ? 1 : indexOr(bounds[2], STEP_ERROR);
      if (step < 1) throw valueError(STEP_ERROR);
      return new PyIslice(iter(given[0]), start, stop, step, cls);
    },
    __next__: nextOfSlice,
  },
  methods: pickling(
    (self: PyIslice) => {
      if (self.iterator === null) return tuple([self.cls, tuple([iter(tuple([])), 0]), 0]);
      const { iterator, next, stop, step, count } = self;
      return tuple([self.cls, tuple([iterator, next, stop ?? NONE, step]), count]);
    },
    (self, state) => {
      self.count = stateInt(state);
    },
  ),
});

const STOP_ERROR = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const BOUNDS_ERROR = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
const STEP_ERROR = "Step for islice() must be a positive integer or None.";

function sliceBounds(start: Value, stop: Value, alone: boolean): { start: number; stop: number | undefined } {
  const last = stop === NONE ? undefined : indexOr(stop, alone ? STOP_ERROR : BOUNDS_ERROR);
  const first = start === NONE ? 0 : indexOr(start, BOUNDS_ERROR);
  if (alone && last !== undefined && last < 0) throw valueError(STOP_ERROR);
  if (first < 0 || (last !== undefined && last < 0)) throw valueError(BOUNDS_ERROR);
  return { start: first, stop: last };
}

/** An index; whatever is wrong with it, ValueError(message). */
function indexOr(value: Value, message: string): number {
  if (typeOf(value).slots.__index__ === undefined) throw valueError(message);
  try {
    const index = toIndex(value);
    if (typeof index === "number") return index;
    // Nobody gets as far as 2**53.
    if (BigInt.asIntN(64, index) === index) return index < 0n ? -1 : Number.MAX_SAFE_INTEGER;
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.Exception))) throw error;
  }
  throw valueError(message);
}

function nextOfSlice(self: PyIslice): Value | undefined {
  const { iterator, stop } = self;
  if (iterator === null) return undefined;
  while (self.count < self.next) {
    if (advance(iterator) === undefined) {
      self.iterator = null;
      return undefined;
    }
    self.count++;
  }
  const item = stop !== undefined && self.count >= stop ? undefined : advance(iterator);
  if (item === undefined) {
    self.iterator = null;
    return undefined;
  }
  self.count++;
  self.next += self.step;
  if (stop !== undefined && self.next > stop) self.next = stop;
  return item;
}

export class PyPairwise extends PyObject {
  previous: Value | undefined = undefined;
  constructor(
    public iterator: Value | null,
    cls: PyType = PAIRWISE,
  ) {
    super(cls);
  }
}

completeType<PyPairwise>(PAIRWISE, {
  module: "itertools",
  doc: "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...",
  traits: TRAITS,
  allocate: (cls) => new PyPairwise(null, cls),
  construct: ["(iterable, /)", (cls: PyType, iterable: Value) => new PyPairwise(iter(iterable), cls)],
  slots: { ...ITERATOR_SLOTS, __next__: nextOfPairs },
});

function nextOfPairs(self: PyPairwise): Value | undefined {
  if (self.iterator === null) return undefined;
  if (self.previous === undefined) {
    self.previous = advance(self.iterator);
    // The iterator may have used this very object meanwhile.
    if (self.previous === undefined || self.iterator === null) {
      self.iterator = null;
      return undefined;
    }
  }
  const { previous } = self;
  const item = advance(self.iterator);
  if (item === undefined) {
    self.iterator = null;
    self.previous = undefined;
    return undefined;
  }
  self.previous = item;
  return new PyTuple([previous, item]);
}
