/**
 * The iterators over list, tuple, anything with `__getitem__`, and `iter(callable, sentinel)` (CPython
 * Objects/iterobject.c, and the iterator types of listobject.c and tupleobject.c).
 *
 * An iterator that reached the end lets go of its sequence, and stays at the end for good.
 */
import { genericLookup } from "../kernel/attribute.ts";
import { declareType, NOT_IMPLEMENTED, typeOf } from "../kernel/core-types.ts";
import { completeType, type MethodRow } from "../kernel/define.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { getItem, length, sequenceIteration } from "../kernel/iterate.ts";
import { PyObject, type Value } from "../kernel/object.ts";
import { EMPTY_TUPLE, PyList, type PyTuple, tuple } from "../kernel/payload.ts";
import { isEqual } from "../kernel/protocol.ts";
import { overflowError, PyError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";
import { exactStateIndex, stateIndex } from "./arguments.ts";
import { builtin } from "./builtin-lookup.ts";

export const LIST_ITERATOR = declareType("list_iterator");
export const LIST_REVERSE_ITERATOR = declareType("list_reverseiterator");
export const TUPLE_ITERATOR = declareType("tuple_iterator");
export const SEQUENCE_ITERATOR = declareType("iterator");
export const CALLABLE_ITERATOR = declareType("callable_iterator");

export const LENGTH_HINT_DOC = "Private method returning an estimate of len(list(it)).";
export const REDUCE_DOC = "Return state information for pickling.";
export const SETSTATE_DOC = "Set state information for unpickling.";

/** The slots that every iterator has. */
export const ITERATOR_SLOTS = { __getattribute__: genericLookup, __iter__: (self: PyObject): Value => self } as const;

/** Iterators cannot be made by calling their type. */
export const ITERATOR_TRAITS = { noConstructor: true } as const;

/** Rows of `__length_hint__`, `__reduce__` and `__setstate__`, in CPython's order. */
export function iteratorMethods<Self>(
  hint: ((self: Self) => Value) | undefined,
  reduce: (self: Self) => Value,
  setState?: (self: Self, state: Value) => void,
): Record<string, MethodRow> {
  const rows: Record<string, MethodRow> = {};
  if (hint !== undefined) rows.__length_hint__ = ["~($self, /)", LENGTH_HINT_DOC, hint];
  rows.__reduce__ = ["~($self, /)", REDUCE_DOC, reduce];
  if (setState !== undefined) rows.__setstate__ = ["~($self, state, /)", SETSTATE_DOC, setState];
  return rows;
}

export class PyListIterator extends PyObject {
  index = 0;
  constructor(public list: PyList | null) {
    super(LIST_ITERATOR);
  }
}

completeType<PyListIterator>(LIST_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: nextOfList },
  methods: iteratorMethods(
    (self: PyListIterator) => (self.list === null ? 0 : Math.max(0, self.list.items.length - self.index)),
    (self) => {
      const iter = builtin("iter");
      return self.list === null
        ? tuple([iter, tuple([new PyList([])])])
        : tuple([iter, tuple([self.list]), self.index]);
    },
    (self, state) => {
      const index = stateIndex(state);
      if (self.list !== null) self.index = clip(index, 0, self.list.items.length);
    },
  ),
});

function nextOfList(self: PyListIterator): Value | undefined {
  const { list } = self;
  if (list === null) return undefined;
  const { items } = list;
  if (self.index < items.length) return items[self.index++];
  self.list = null;
  return undefined;
}

export class PyListReverseIterator extends PyObject {
  index: number;
  constructor(public list: PyList | null) {
    super(LIST_REVERSE_ITERATOR);
    this.index = list === null ? -1 : list.items.length - 1;
  }
}

completeType<PyListReverseIterator>(LIST_REVERSE_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: nextOfReversedList },
  methods: iteratorMethods(
    (self: PyListReverseIterator) => (self.list === null || self.list.items.length <= self.index ? 0 : self.index + 1),
    (self) => {
      // Looking the builtin up may run Python code that ends this iterator.
      const reversed = builtin("reversed");
      if (self.list === null) return tuple([builtin("iter"), tuple([new PyList([])])]);
      return tuple([reversed, tuple([self.list]), self.index]);
    },
    (self, state) => {
      const index = stateIndex(state);
      if (self.list !== null) self.index = clip(index, -1, self.list.items.length - 1);
    },
  ),
});

function nextOfReversedList(self: PyListReverseIterator): Value | undefined {
  const { list, index } = self;
  if (list === null) return undefined;
  if (index >= 0 && index < list.items.length) {
    self.index--;
    return list.items[index];
  }
  self.index = -1;
  self.list = null;
  return undefined;
}

export class PyTupleIterator extends PyObject {
  index = 0;
  constructor(public tuple: PyTuple | null) {
    super(TUPLE_ITERATOR);
  }
}

completeType<PyTupleIterator>(TUPLE_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: nextOfTuple },
  methods: iteratorMethods(
    (self: PyTupleIterator) => (self.tuple === null ? 0 : self.tuple.items.length - self.index),
    (self) => {
      const iter = builtin("iter");
      return self.tuple === null ? tuple([iter, tuple([EMPTY_TUPLE])]) : tuple([iter, tuple([self.tuple]), self.index]);
    },
    (self, state) => {
      const index = stateIndex(state);
      if (self.tuple !== null) self.index = clip(index, 0, self.tuple.items.length);
    },
  ),
});

function nextOfTuple(self: PyTupleIterator): Value | undefined {
  if (self.tuple === null) return undefined;
  const { items } = self.tuple;
  if (self.index < items.length) return items[self.index++];
  self.tuple = null;
  return undefined;
}

/** PY_SSIZE_T_MAX: no iterator counts further. */
const LAST_INDEX = 2n ** 63n - 1n;

/** Over anything that has `__getitem__`: asks for 0, 1, 2... until IndexError (or StopIteration). */
export class PySequenceIterator extends PyObject {
  index: number | bigint = 0;
  constructor(public sequence: Value | null) {
    super(SEQUENCE_ITERATOR);
  }
}

sequenceIteration.make = (sequence) => new PySequenceIterator(sequence);

completeType<PySequenceIterator>(SEQUENCE_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: nextOfSequence },
  methods: iteratorMethods(
    (self: PySequenceIterator) => {
      if (self.sequence === null) return 0;
      if (typeOf(self.sequence).slots.__len__ === undefined) return NOT_IMPLEMENTED;
      return Math.max(0, length(self.sequence) - Number(self.index));
    },
    (self) => {
      const iter = builtin("iter");
      if (self.sequence === null) return tuple([iter, tuple([EMPTY_TUPLE])]);
      return tuple([iter, tuple([self.sequence]), self.index]);
    },
    (self, state) => {
      const index = exactStateIndex(state);
      if (self.sequence !== null) self.index = index < 0 ? 0 : index;
    },
  ),
});

function nextOfSequence(self: PySequenceIterator): Value | undefined {
  const { sequence } = self;
  if (sequence === null) return undefined;
  const { index } = self;
  if (index === LAST_INDEX) throw overflowError("iter index too large");
  const item = itemOrEnd(sequence, index);
  if (item === undefined) self.sequence = null;
  else self.index = index < Number.MAX_SAFE_INTEGER ? Number(index) + 1 : BigInt(index) + 1n;
  return item;
}

/** `sequence[index]`, or undefined where it raises IndexError or StopIteration. */
export function itemOrEnd(sequence: Value, index: number | bigint): Value | undefined {
  try {
    return getItem(sequence, index);
  } catch (error) {
    if (error instanceof PyError && (error.is(EXCEPTIONS.IndexError) || error.is(EXCEPTIONS.StopIteration))) {
      return undefined;
    }
    throw error;
  }
}

/** `iter(callable, sentinel)`. */
export class PyCallableIterator extends PyObject {
  constructor(
    public callable: Value | null,
    readonly sentinel: Value,
  ) {
    super(CALLABLE_ITERATOR);
  }
}

completeType<PyCallableIterator>(CALLABLE_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: nextOfCallable },
  methods: iteratorMethods<PyCallableIterator>(undefined, (self) => {
    const iter = builtin("iter");
    return self.callable === null
      ? tuple([iter, tuple([EMPTY_TUPLE])])
      : tuple([iter, tuple([self.callable, self.sentinel])]);
  }),
});

function nextOfCallable(self: PyCallableIterator): Value | undefined {
  if (self.callable === null) return undefined;
  return hooks.nextMayWait(self, () => callForItem(self, self.callable as Value));
}

function callForItem(self: PyCallableIterator, callable: Value): Value | undefined {
  try {
    const item = hooks.callWaiting(callable, () => []).result;
    if (self.callable !== null && !isEqual(self.sentinel, item)) return item;
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.StopIteration))) throw error;
  }
  self.callable = null;
  return undefined;
}

function clip(index: number, least: number, most: number): number {
  return index < least ? least : index > most ? most : index;
}
