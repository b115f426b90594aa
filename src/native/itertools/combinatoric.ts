/** product, permutations, combinations and combinations_with_replacement (CPython Modules/itertoolsmodule.c). */
import { declareType, NONE, TUPLE } from "../../objects/kernel/core-types.ts";
import { completeType, type TypeTable } from "../../objects/kernel/define.ts";
import { toArray } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { memoryError, typeError, valueError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { beforeKeyword } from "../../objects/types/arguments.ts";
import { MAX_ITEMS } from "../../objects/types/sequence.ts";
import { ITERATOR_SLOTS, pickling, sizeArgument, stateInt, stateItems, TRAITS } from "./common.ts";

export const PRODUCT = declareType("product");
export const PERMUTATIONS = declareType("permutations");
export const COMBINATIONS = declareType("combinations");
export const COMBINATIONS_WITH_REPLACEMENT = declareType("combinations_with_replacement");

const SIZEOF_DOC = "Returns size in memory, in bytes.";

function pool(iterable: Value): PyTuple {
  return iterable instanceof PyTuple && iterable.cls === TUPLE ? iterable : tuple(toArray(iterable));
}

function clip(index: number, length: number): number {
  return index < 0 ? 0 : index > length - 1 ? length - 1 : index;
}

export class PyProduct extends PyObject {
  readonly indices: number[];
  /** The items given last; undefined before the first. */
  last: Value[] | undefined = undefined;
  stopped = false;
  constructor(
    readonly pools: PyTuple[],
    cls: PyType = PRODUCT,
  ) {
    super(cls);
    this.indices = pools.map(() => 0);
  }
}

completeType<PyProduct>(PRODUCT, {
  module: "itertools",
  doc: "product(*iterables, repeat=1) --> product object\n\nCartesian product of input iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the rightmost element changing\non every iteration).\n\nTo compute the product of an iterable with itself, specify the number\nof repetitions with the optional repeat keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\nproduct((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...",
  traits: TRAITS,
  allocate: (cls) => new PyProduct([], cls),
  slots: { ...ITERATOR_SLOTS, __new__: makeProduct, __next__: nextOfProduct },
  methods: {
    ...pickling(reduceProduct, setProductState),
    __sizeof__: ["~($self, /)", SIZEOF_DOC, (self: PyProduct) => 48 + 8 * self.pools.length],
  },
});

function makeProduct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const { positional, value } = beforeKeyword("product", "repeat", args, kwnames);
  const repeat = value === undefined ? 1 : sizeArgument(value);
  if (repeat < 0) throw valueError("repeat argument cannot be negative");
  const given = repeat === 0 ? [] : positional;
  if (given.length * repeat > MAX_ITEMS) throw memoryError();
  const once = given.map(pool);
  const pools: PyTuple[] = [];
  for (let i = 0; i < repeat; i++) pools.push(...once);
  return new PyProduct(pools, cls);
}

function nextOfProduct(self: PyProduct): Value | undefined {
  if (self.stopped) return undefined;
  const { pools, indices } = self;
  if (self.last === undefined) {
    if (pools.some((each) => each.items.length === 0)) {
      self.stopped = true;
      return undefined;
    }
    self.last = pools.map((each) => each.items[0]);
    return tuple(self.last);
  }
  const items = self.last.slice();
  let i = pools.length - 1;
  for (; i >= 0; i--) {
    const { items: choices } = pools[i];
    indices[i]++;
    if (indices[i] < choices.length) {
      items[i] = choices[indices[i]];
      break;
    }
    indices[i] = 0;
    items[i] = choices[0];
  }
  if (i < 0) {
    self.stopped = true;
    return undefined;
  }
  self.last = items;
  return new PyTuple(items);
}

function reduceProduct(self: PyProduct): Value {
  if (self.stopped) return tuple([self.cls, tuple([tuple([])])]);
  const pools = tuple(self.pools.slice());
  return self.last === undefined ? tuple([self.cls, pools]) : tuple([self.cls, pools, tuple(self.indices.slice())]);
}

function setProductState(self: PyProduct, state: Value): void {
  if (!(state instanceof PyTuple) || state.items.length !== self.pools.length) throw valueError("invalid arguments");
  if (self.pools.some((each) => each.items.length === 0)) {
    self.stopped = true;
    return;
  }
  self.pools.forEach((each, i) => {
    self.indices[i] = clip(stateInt(state.items[i]), each.items.length);
  });
  self.last = self.pools.map((each, i) => each.items[self.indices[i]]);
}

/** The payload of the three others: which items of one pool were given last. */
export class PySelection extends PyObject {
  indices: number[];
  /** permutations only: how many exchanges are left at each place. */
  cycles: number[] = [];
  started = false;
  stopped: boolean;
  constructor(
    readonly pool: PyTuple,
    readonly count: number,
    indices: number[],
    stopped: boolean,
    cls: PyType,
  ) {
    super(cls);
    this.indices = indices;
    this.stopped = stopped;
  }

  get items(): Value[] {
    const { indices, count } = this;
    const { items } = this.pool;
    const chosen: Value[] = [];
    for (let i = 0; i < count; i++) chosen.push(items[indices[i] as number] as Value);
    return chosen;
  }
}

function selectionTable(
  doc: string,
  signature: string,
  make: (cls: PyType, iterable: Value, r: Value) => PySelection,
  step: (self: PySelection) => boolean,
): TypeTable<PySelection> {
  return {
    module: "itertools",
    doc,
    traits: TRAITS,
    allocate: (cls) => new PySelection(tuple([]), 0, [], true, cls),
    construct: [signature, make],
    slots: {
      ...ITERATOR_SLOTS,
      __next__: (self) => {
        if (self.stopped) return undefined;
        if (self.started && !step(self)) {
          self.stopped = true;
          return undefined;
        }
        self.started = true;
        return tuple(self.items);
      },
    },
    methods: {
      ...pickling(reduceSelection, setSelectionState),
      __sizeof__: ["~($self, /)", SIZEOF_DOC, sizeOfSelection],
    },
  };
}

/** The head, a word for each index and cycle. */
function sizeOfSelection(self: PySelection): number {
  const isPermutation = self.cls.mro.includes(PERMUTATIONS);
  return 56 + 8 * (isPermutation ? self.pool.items.length + self.count : self.count) + (isPermutation ? 8 : 0);
}

function reduceSelection(self: PySelection): Value {
  const args = tuple([self.pool, self.count]);
  if (!self.started) return tuple([self.cls, args]);
  if (self.stopped) return tuple([self.cls, tuple([tuple([]), self.count])]);
  const indices = tuple(self.indices.slice());
  return tuple([
    self.cls,
    args,
    self.cls.mro.includes(PERMUTATIONS) ? tuple([indices, tuple(self.cycles.slice())]) : indices,
  ]);
}

function setSelectionState(self: PySelection, state: Value): void {
  const { length } = self.pool.items;
  if (self.cls.mro.includes(PERMUTATIONS)) {
    const [indices, cycles] = stateItems(state, 2);
    const valid =
      indices instanceof PyTuple &&
      cycles instanceof PyTuple &&
      indices.items.length === length &&
      cycles.items.length === self.count;
    if (!valid) throw valueError("invalid arguments");
    self.indices = indices.items.map((index) => clip(stateInt(index), length));
    self.cycles = cycles.items.map((cycle, i) => Math.max(1, Math.min(stateInt(cycle), length - i)));
  } else {
    if (!(state instanceof PyTuple) || state.items.length !== self.count) throw valueError("invalid arguments");
    const replaces = self.cls.mro.includes(COMBINATIONS_WITH_REPLACEMENT);
    self.indices = state.items.map((index, i) => {
      const most = replaces ? length - 1 : i + length - self.count;
      return Math.max(0, Math.min(stateInt(index), most));
    });
  }
  self.started = true;
}

function countArgument(r: Value): number {
  const count = sizeArgument(r);
  if (count < 0) throw valueError("r must be non-negative");
  if (count > MAX_ITEMS) throw memoryError();
  return count;
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

completeType<PySelection>(
  PERMUTATIONS,
  selectionTable(
    "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)",
    "(iterable, r=None)",
    (cls, iterable, r) => {
      const items = pool(iterable);
      const { length } = items.items;
      if (r !== NONE && intOf(r) === undefined) throw typeError("Expected int as r");
      const count = r === NONE ? length : countArgument(r);
      const self = new PySelection(items, count, range(length), count > length, cls);
      if (count <= length) self.cycles = range(count).map((i) => length - i);
      return self;
    },
    nextPermutation,
  ),
);

function nextPermutation(self: PySelection): boolean {
  const { indices, cycles } = self;
  const { length } = indices;
  if (length === 0) return false;
  for (let i = self.count - 1; i >= 0; i--) {
    cycles[i]--;
    if (cycles[i] > 0) {
      const other = length - cycles[i];
      [indices[i], indices[other]] = [indices[other], indices[i]];
      return true;
    }
    indices.push(indices.splice(i, 1)[0]);
    cycles[i] = length - i;
  }
  return false;
}

completeType<PySelection>(
  COMBINATIONS,
  selectionTable(
    "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)",
    "(iterable, r)",
    (cls, iterable, r) => {
      const items = pool(iterable);
      const count = countArgument(r);
      return new PySelection(items, count, range(count), count > items.items.length, cls);
    },
    (self) => {
      const { indices, count } = self;
      const slack = self.pool.items.length - count;
      let i = count - 1;
      while (i >= 0 && indices[i] === i + slack) i--;
      if (i < 0) return false;
      indices[i]++;
      for (let j = i + 1; j < count; j++) indices[j] = indices[j - 1] + 1;
      return true;
    },
  ),
);

completeType<PySelection>(
  COMBINATIONS_WITH_REPLACEMENT,
  selectionTable(
    "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')",
    "(iterable, r)",
    (cls, iterable, r) => {
      const items = pool(iterable);
      const count = countArgument(r);
      const indices = new Array<number>(count).fill(0);
      return new PySelection(items, count, indices, items.items.length === 0 && count > 0, cls);
    },
    (self) => {
      const { indices, count } = self;
      const last = self.pool.items.length - 1;
      let i = count - 1;
      while (i >= 0 && indices[i] === last) i--;
      if (i < 0) return false;
      indices.fill(indices[i] + 1, i);
      return true;
    },
  ),
);
