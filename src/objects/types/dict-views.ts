/**
 * dict_keys, dict_values, dict_items and the iterators of dict (CPython Objects/dictobject.c).
 *
 * A view has no items of its own. The set operators accept anything iterable on the other side, and
 * either side may be the view.
 */
import { declareType, SET } from "../kernel/core-types.ts";
import { completeType, type MethodRow, type SlotTable } from "../kernel/define.ts";
import type { PyDict } from "../kernel/dict.ts";
import { contains, iter, length, next, toArray } from "../kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { PyList, PyTuple, strFromJs, tuple } from "../kernel/payload.ts";
import { type Comparison, isEqual, reprGuard, reprText } from "../kernel/protocol.ts";
import type { BinarySlot } from "../kernel/slots.ts";
import { builtin } from "./builtin-lookup.ts";
import { advance, advanceBackwards, PyDictIterator } from "./dict-entries.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS, iteratorMethods } from "./iterators.ts";
import { PyMappingProxy } from "./mapping-proxy-object.ts";
import { comparisonSlots } from "./sequence.ts";
import { intersect, makeSet, subtractFrom, toggle, updateSet } from "./set-operations.ts";
import { PySet } from "./set-table.ts";

export const DICT_KEYS = declareType("dict_keys");
export const DICT_VALUES = declareType("dict_values");
export const DICT_ITEMS = declareType("dict_items");
export const DICT_KEY_ITERATOR = declareType("dict_keyiterator");
export const DICT_VALUE_ITERATOR = declareType("dict_valueiterator");
export const DICT_ITEM_ITERATOR = declareType("dict_itemiterator");
export const DICT_REVERSE_KEY_ITERATOR = declareType("dict_reversekeyiterator");
export const DICT_REVERSE_VALUE_ITERATOR = declareType("dict_reversevalueiterator");
export const DICT_REVERSE_ITEM_ITERATOR = declareType("dict_reverseitemiterator");

/** What an iterator gives of an entry. */
type Part = (source: PyDict, index: number) => Value;

const keyPart: Part = (source, index) => source.keys[index] as Value;
const valuePart: Part = (source, index) => source.values[index] as Value;
const itemPart: Part = (source, index) => new PyTuple([source.keys[index] as Value, source.values[index] as Value]);

function completeIterator(type: PyType, part: Part, step: (self: PyDictIterator) => number): void {
  const nextPart = (self: PyDictIterator): Value | undefined => {
    const { source } = self;
    const index = step(self);
    return index < 0 ? undefined : part(source as PyDict, index);
  };
  completeType<PyDictIterator>(type, {
    traits: ITERATOR_TRAITS,
    // Those that go backwards inherit it.
    slots: { ...(step === advance ? ITERATOR_SLOTS : { __iter__: ITERATOR_SLOTS.__iter__ }), __next__: nextPart },
    methods: iteratorMethods<PyDictIterator>(
      (self) => (self.source !== null && self.used === self.source.size ? self.remaining : 0),
      (self) => {
        const copy = Object.assign(new PyDictIterator(self.source, self.cls), {
          used: self.used,
          remaining: self.remaining,
          index: self.index,
        });
        const items: Value[] = [];
        for (let item = nextPart(copy); item !== undefined; item = nextPart(copy)) items.push(item);
        return tuple([builtin("iter"), tuple([new PyList(items)])]);
      },
    ),
  });
}

completeIterator(DICT_KEY_ITERATOR, keyPart, advance);
completeIterator(DICT_VALUE_ITERATOR, valuePart, advance);
completeIterator(DICT_ITEM_ITERATOR, itemPart, advance);
completeIterator(DICT_REVERSE_KEY_ITERATOR, keyPart, advanceBackwards);
completeIterator(DICT_REVERSE_VALUE_ITERATOR, valuePart, advanceBackwards);
completeIterator(DICT_REVERSE_ITEM_ITERATOR, itemPart, advanceBackwards);

export class PyDictView extends PyObject {
  constructor(
    readonly source: PyDict,
    cls: PyType,
  ) {
    super(cls);
  }
}

/** Is this a keys or items view (those of subclasses of dict included)? */
function isSetLike(value: Value): value is PyDictView {
  return value instanceof PyDictView && (value.cls.mro.includes(DICT_KEYS) || value.cls.mro.includes(DICT_ITEMS));
}

function isItems(value: Value): value is PyDictView {
  return value instanceof PyDictView && value.cls.mro.includes(DICT_ITEMS);
}

/** A set of what the operand of a view's operator gives. */
function toSet(operand: Value): PySet {
  const isKeys = operand instanceof PyDictView && operand.cls.mro.includes(DICT_KEYS);
  return makeSet(SET, isKeys ? operand.source : operand);
}

const subtractViews: BinarySlot = (left, right) => {
  const result = toSet(left);
  subtractFrom(result, right);
  return result;
};

const intersectViews: BinarySlot = (left, right) => {
  let [view, other] = isSetLike(left) ? [left, right] : [right as PyDictView, left];
  if (other instanceof PySet && other.cls === SET && view.source.size <= other.used) return intersect(other, view);
  if (isSetLike(other) && other.source.size > view.source.size) [view, other] = [other, view];
  const result = new PySet();
  const iterator = iter(other);
  for (let item = next(iterator); item !== undefined; item = next(iterator)) {
    if (contains(view, item)) result.add(item);
  }
  return result;
};

/** The pairs in one of two dicts only; pairs of both are never hashed. */
function toggleItems(left: PyDictView, right: PyDictView): Value {
  const pairs: Value[] = [];
  for (const [own, other] of [
    [left, right],
    [right, left],
  ]) {
    for (const pair of toArray(own)) if (!contains(other, pair)) pairs.push(pair);
  }
  return toSet(new PyList(pairs));
}

const toggleViews: BinarySlot = (left, right) => {
  if (isItems(left) && isItems(right)) return toggleItems(left, right);
  const result = toSet(left);
  toggle(result, right);
  return result;
};

const uniteViews: BinarySlot = (left, right) => {
  const result = toSet(left);
  updateSet(result, right);
  return result;
};

function allContained(items: Value, container: Value): boolean {
  const iterator = iter(items);
  for (let item = next(iterator); item !== undefined; item = next(iterator)) {
    if (!contains(container, item)) return false;
  }
  return true;
}

function compareViews(self: PyDictView, other: Value, op: Comparison): Value {
  const mine = self.source.size;
  const others = length(other);
  switch (op) {
    case "__eq__":
      return mine === others && allContained(self, other);
    case "__ne__":
      return !(mine === others && allContained(self, other));
    case "__lt__":
      return mine < others && allContained(self, other);
    case "__le__":
      return mine <= others && allContained(self, other);
    case "__gt__":
      return mine > others && allContained(other, self);
    case "__ge__":
      return mine >= others && allContained(other, self);
  }
}

function isDisjoint(self: PyDictView, other: Value): boolean {
  if (self === other) return self.source.size === 0;
  let [asked, walked]: [Value, Value] = [self, other];
  if (isSetLike(other) || (other instanceof PySet && other.cls.mro.includes(SET))) {
    if (length(other) > self.source.size) [asked, walked] = [other, self];
  }
  const iterator = iter(walked);
  for (let item = next(iterator); item !== undefined; item = next(iterator)) if (contains(asked, item)) return false;
  return true;
}

function repr(self: PyDictView): Value {
  return reprGuard<Value>(self, "...", () => {
    const items: Value[] = [];
    const iterator = iter(self);
    for (let item = next(iterator); item !== undefined; item = next(iterator)) items.push(item);
    return strFromJs(`${self.cls.name}(${reprText(new PyList(items))})`);
  });
}

const SET_SLOTS = {
  ...comparisonSlots<Value>(
    (other): other is Value => other instanceof PySet || isSetLike(other),
    (self, other, op) => compareViews(self as PyDictView, other, op),
  ),
  __sub__: subtractViews,
  __and__: intersectViews,
  __xor__: toggleViews,
  __or__: uniteViews,
  __hash__: null,
} satisfies SlotTable<PyDictView>;

const IS_DISJOINT: MethodRow = [
  "~($self, other, /)",
  "Return True if the view and the given iterable have a null intersection.",
  isDisjoint,
];

const MAPPING = {
  mapping: [
    (self: PyDictView): Value => new PyMappingProxy(self.source),
    undefined,
    "dictionary that this view refers to",
  ],
} as const;

const reversedRow = (what: string, type: PyType): MethodRow => [
  "~($self, /)",
  `Return a reverse iterator over the dict ${what}.`,
  (self: PyDictView) => new PyDictIterator(self.source, type, true),
];

const VIEW_TRAITS = { noConstructor: true } as const;

completeType<PyDictView>(DICT_KEYS, {
  traits: VIEW_TRAITS,
  slots: {
    __repr__: repr,
    __getattribute__: ITERATOR_SLOTS.__getattribute__,
    ...SET_SLOTS,
    __iter__: (self) => new PyDictIterator(self.source, DICT_KEY_ITERATOR),
    __len__: (self) => self.source.size,
    __contains__: (self, key) => self.source.has(key),
  },
  methods: { isdisjoint: IS_DISJOINT, __reversed__: reversedRow("keys", DICT_REVERSE_KEY_ITERATOR) },
  getset: MAPPING,
});

completeType<PyDictView>(DICT_VALUES, {
  traits: VIEW_TRAITS,
  slots: {
    __repr__: repr,
    __getattribute__: ITERATOR_SLOTS.__getattribute__,
    __iter__: (self) => new PyDictIterator(self.source, DICT_VALUE_ITERATOR),
    __len__: (self) => self.source.size,
  },
  methods: { __reversed__: reversedRow("values", DICT_REVERSE_VALUE_ITERATOR) },
  getset: MAPPING,
});

completeType<PyDictView>(DICT_ITEMS, {
  traits: VIEW_TRAITS,
  slots: {
    __repr__: repr,
    __getattribute__: ITERATOR_SLOTS.__getattribute__,
    ...SET_SLOTS,
    __iter__: (self) => new PyDictIterator(self.source, DICT_ITEM_ITERATOR),
    __len__: (self) => self.source.size,
    __contains__: hasItem,
  },
  methods: { isdisjoint: IS_DISJOINT, __reversed__: reversedRow("items", DICT_REVERSE_ITEM_ITERATOR) },
  getset: MAPPING,
});

function hasItem(self: PyDictView, item: Value): boolean {
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const found = self.source.get(item.items[0]);
  return found !== undefined && isEqual(found, item.items[1]);
}
