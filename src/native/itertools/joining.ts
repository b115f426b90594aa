/** chain, zip_longest, accumulate and batched (CPython Modules/itertoolsmodule.c). */
import { call } from "../../objects/kernel/call.ts";
import { declareType, NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { iter } from "../../objects/kernel/iterate.ts";
import { binaryOperator } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { checkTupleCount, constructorArguments } from "../../objects/types/arguments.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { endsOnStop } from "../../objects/types/end-of-iteration.ts";
import { advance, ITERATOR_SLOTS, pickling, sizeArgument, TRAITS } from "./common.ts";
import { ISLICE } from "./selecting.ts";

export const CHAIN = declareType("chain");
export const ZIP_LONGEST = declareType("zip_longest");
export const ACCUMULATE = declareType("accumulate");
export const BATCHED = declareType("batched");

export class PyChain extends PyObject {
  active: Value | null = null;
  constructor(
    /** The iterator over the iterables; null at the end. */
    public source: Value | null,
    cls: PyType = CHAIN,
  ) {
    super(cls);
  }
}

completeType<PyChain>(CHAIN, {
  module: "itertools",
  doc: "chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
  traits: TRAITS,
  allocate: (cls) => new PyChain(null, cls),
  slots: {
    ...ITERATOR_SLOTS,
    __new__: (cls, args, kwnames) => {
      const iterables = constructorArguments(CHAIN, cls, "__init__", args, kwnames, 0, Number.POSITIVE_INFINITY);
      return new PyChain(iter(tuple(iterables.slice())), cls);
    },
    __next__: nextOfChain,
  },
  methods: pickling(
    (self: PyChain) => {
      const none = tuple([]);
      if (self.source === null) return tuple([self.cls, none]);
      return tuple([self.cls, none, tuple(self.active === null ? [self.source] : [self.source, self.active])]);
    },
    (self, state) => {
      if (!(state instanceof PyTuple)) throw typeError("state is not a tuple");
      const [source, active] = state.items;
      checkTupleCount(state.items.length, 1, 2);
      for (const each of state.items) {
        if (typeOf(each).slots.__next__ === undefined) throw typeError("Arguments must be iterators.");
      }
      self.source = source;
      self.active = active ?? null;
    },
  ),
  classmethods: {
    from_iterable: [
      "($type, iterable, /)",
      "Alternative chain() constructor taking a single iterable argument that evaluates lazily.",
      (cls: PyType, iterable: Value) => new PyChain(iter(iterable), cls),
    ],
    __class_getitem__: CLASS_GETITEM,
  },
});

function nextOfChain(self: PyChain): Value | undefined {
  while (self.source !== null) {
    if (self.active === null) {
      const iterable = advance(self.source);
      if (iterable === undefined) {
        self.source = null;
        return undefined;
      }
      try {
        self.active = iter(iterable);
      } catch (error) {
        self.source = null;
        throw error;
      }
    }
    const item = advance(self.active);
    if (item !== undefined) return item;
    self.active = null;
  }
  return undefined;
}

export class PyZipLongest extends PyObject {
  constructor(
    /** null: has ended. */
    readonly iterators: (Value | null)[],
    public fill: Value,
    cls: PyType = ZIP_LONGEST,
  ) {
    super(cls);
  }
}

completeType<PyZipLongest>(ZIP_LONGEST, {
  module: "itertools",
  doc: "zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object\n\nReturn a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.\n",
  traits: TRAITS,
  allocate: (cls) => new PyZipLongest([], NONE, cls),
  slots: { ...ITERATOR_SLOTS, __new__: makeZipLongest, __next__: nextOfZipLongest },
  methods: pickling(
    (self: PyZipLongest) => {
      const iterators = self.iterators.map((iterator) => iterator ?? tuple([]));
      return tuple([self.cls, tuple(iterators), self.fill]);
    },
    (self, state) => {
      self.fill = state;
    },
  ),
});

function makeZipLongest(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  let fill: Value = NONE;
  const names = kwnames ?? [];
  if (names.length > 0) {
    if (names.length > 1 || names[0] !== "fillvalue") {
      throw typeError("zip_longest() got an unexpected keyword argument");
    }
    fill = args[args.length - 1];
  }
  return new PyZipLongest(args.slice(0, args.length - names.length).map(iter), fill, cls);
}

function nextOfZipLongest(self: PyZipLongest): Value | undefined {
  const { iterators } = self;
  let alive = iterators.filter((iterator) => iterator !== null).length;
  if (alive === 0) return undefined;
  const items = new Array<Value>(iterators.length);
  for (let i = 0; i < iterators.length; i++) {
    const iterator = iterators[i];
    let item: Value | undefined;
    if (iterator !== null) {
      item = advance(iterator);
      if (item === undefined) {
        iterators[i] = null;
        alive--;
        if (alive === 0) return undefined;
      }
    }
    items[i] = item ?? self.fill;
  }
  return new PyTuple(items);
}

export class PyAccumulate extends PyObject {
  total: Value | undefined = undefined;
  constructor(
    readonly iterator: Value,
    readonly func: Value,
    public initial: Value,
    cls: PyType = ACCUMULATE,
  ) {
    super(cls);
  }
}

completeType<PyAccumulate>(ACCUMULATE, {
  module: "itertools",
  doc: "Return series of accumulated sums (or other binary function results).",
  traits: TRAITS,
  allocate: (cls) => new PyAccumulate(NONE, NONE, NONE, cls),
  construct: [
    "(iterable, func=None, *, initial=None)",
    (cls: PyType, iterable: Value, func: Value, initial: Value) => new PyAccumulate(iter(iterable), func, initial, cls),
  ],
  slots: { ...ITERATOR_SLOTS, __next__: endsOnStop(nextOfAccumulate) },
  methods: pickling(reduceAccumulate, (self, state) => {
    self.total = state;
  }),
});

function nextOfAccumulate(self: PyAccumulate): Value | undefined {
  if (self.initial !== NONE) {
    self.total = self.initial;
    self.initial = NONE;
    return self.total;
  }
  const item = advance(self.iterator);
  if (item === undefined) return undefined;
  if (self.total === undefined) self.total = item;
  else if (self.func === NONE) self.total = binaryOperator(self.total, item, "__add__");
  else self.total = call(self.func, self.total, item);
  return self.total;
}

function reduceAccumulate(self: PyAccumulate): Value {
  const { func, iterator, total } = self;
  if (self.initial !== NONE) {
    const chained = new PyChain(iter(tuple([tuple([self.initial]), iterator])));
    return tuple([self.cls, tuple([chained, func]), NONE]);
  }
  // None as a state means that there is no total yet: the None goes to the front, and its own sum is skipped.
  if (total === NONE) {
    const chained = new PyChain(iter(tuple([tuple([NONE]), iterator])));
    return tuple([ISLICE, tuple([new PyAccumulate(chained, func, NONE, self.cls), 1, NONE])]);
  }
  return tuple([self.cls, tuple([iterator, func]), total ?? NONE]);
}

export class PyBatched extends PyObject {
  constructor(
    public iterator: Value | null,
    readonly size: number,
    cls: PyType = BATCHED,
  ) {
    super(cls);
  }
}

completeType<PyBatched>(BATCHED, {
  module: "itertools",
  doc: "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples\nup to size n.  The input is consumed lazily, just enough to\nfill a batch.  The result is yielded as soon as a batch is full\nor when the input iterable is exhausted.\n\n    >>> for batch in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    ('G',)",
  traits: TRAITS,
  allocate: (cls) => new PyBatched(null, 1, cls),
  construct: [
    "(iterable, n)",
    (cls: PyType, iterable: Value, n: Value) => {
      const size = sizeArgument(n);
      if (size < 1) throw valueError("n must be at least one");
      return new PyBatched(iter(iterable), size, cls);
    },
  ],
  slots: {
    ...ITERATOR_SLOTS,
    __next__: (self) => {
      const { iterator } = self;
      if (iterator === null) return undefined;
      const items: Value[] = [];
      while (items.length < self.size) {
        const item = advance(iterator);
        if (item === undefined) {
          self.iterator = null;
          break;
        }
        items.push(item);
      }
      return items.length === 0 ? undefined : new PyTuple(items);
    },
  },
});
