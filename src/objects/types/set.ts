/**
 * set, frozenset and their iterator (CPython Objects/setobject.c). The table is in set-table.ts, the
 * operations in set-operations.ts.
 */
import { genericLookup, getAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { declareType, FROZENSET, NOT_IMPLEMENTED, SET } from "../kernel/core-types.ts";
import { completeType, type MethodRow, type SlotTable } from "../kernel/define.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { PyList, strFromJs, tuple } from "../kernel/payload.ts";
import { reprGuard } from "../kernel/protocol.ts";
import { keyError, runtimeError } from "../kernel/raise.ts";
import type { BinarySlot, KeywordNames } from "../kernel/slots.ts";
import { checkCount, constructorArguments, refuseKeywords } from "./arguments.ts";
import { builtin } from "./builtin-lookup.ts";
import { CLASS_GETITEM } from "./class-getitem.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS, iteratorMethods } from "./iterators.ts";
import { comparisonSlots, joinReprs } from "./sequence.ts";
import {
  compareSets,
  containsKey,
  copySet,
  hashSet,
  intersect,
  isDisjoint,
  isSubset,
  isSuperset,
  makeSet,
  subtract,
  subtractFrom,
  symmetricDifference,
  toggle,
  updateSet,
  withFrozenKey,
} from "./set-operations.ts";
import { PySet } from "./set-table.ts";

export const SET_ITERATOR = declareType("set_iterator");

export class PySetIterator extends PyObject {
  /** The set's size at the start; -1 once it was found changed. */
  used: number;
  remaining: number;
  slot = 0;
  constructor(public set: PySet | null) {
    super(SET_ITERATOR);
    this.used = set === null ? 0 : set.used;
    this.remaining = this.used;
  }
}

completeType<PySetIterator>(SET_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: nextOfSet },
  methods: iteratorMethods<PySetIterator>(
    (self) => (self.set !== null && self.used === self.set.used ? self.remaining : 0),
    (self) => tuple([builtin("iter"), tuple([new PyList(remainingKeys(self))])]),
  ),
});

function nextOfSet(self: PySetIterator): Value | undefined {
  const { set } = self;
  if (set === null) return undefined;
  if (self.used !== set.used) {
    self.used = -1;
    throw runtimeError("Set changed size during iteration");
  }
  const slot = set.nextSlot(self.slot);
  if (slot < 0) {
    self.set = null;
    return undefined;
  }
  self.slot = slot + 1;
  self.remaining--;
  return set.keyAt(slot);
}

/** What the iterator would still give; it stays where it is. */
function remainingKeys(self: PySetIterator): Value[] {
  const copy = new PySetIterator(self.set);
  copy.used = self.used;
  copy.slot = self.slot;
  const keys: Value[] = [];
  for (let key = nextOfSet(copy); key !== undefined; key = nextOfSet(copy)) keys.push(key);
  return keys;
}

/** A binary operator: both operands must be sets. The result is of the left one's type. */
const operator =
  (combine: (left: PySet, right: PySet) => Value): BinarySlot =>
  (left, right) =>
    left instanceof PySet && right instanceof PySet ? combine(left, right) : NOT_IMPLEMENTED;

const inplace =
  (change: (self: PySet, other: PySet) => void) =>
  (self: PySet, other: Value): Value => {
    if (!(other instanceof PySet)) return NOT_IMPLEMENTED;
    change(self, other);
    return self;
  };

const COMMON_SLOTS = {
  __repr__: repr,
  ...comparisonSlots((other): other is PySet => other instanceof PySet, compareSets),
  __iter__: (self: PySet): Value => new PySetIterator(self),
  __sub__: operator(subtract),
  __and__: operator(intersect),
  __xor__: operator(symmetricDifference),
  __or__: operator((left, right) => {
    const result = copySet(left);
    result.merge(right);
    return result;
  }),
  __len__: (self: PySet): number => self.used,
  __contains__: containsKey,
} satisfies SlotTable<PySet>;

const CONTAINS: MethodRow = ["~($self, object, /)", "x.__contains__(y) <==> y in x.", containsKey];
const DIFFERENCE: MethodRow = [
  "~($self, *others)",
  "Return the difference of two or more sets as a new set.\n\n(i.e. all elements that are in this set but not the others.)",
  (self: PySet, others: Value[]) => {
    if (others.length === 0) return copySet(self);
    const result = subtract(self, others[0]);
    for (let i = 1; i < others.length; i++) subtractFrom(result, others[i]);
    return result;
  },
];
const INTERSECTION: MethodRow = [
  "~($self, *others)",
  "Return the intersection of two sets as a new set.\n\n(i.e. all elements that are in both sets.)",
  intersectAll,
];
const IS_DISJOINT: MethodRow = ["~($self, other, /)", "Return True if two sets have a null intersection.", isDisjoint];
const IS_SUBSET: MethodRow = ["($self, other, /)", "Test whether every element in the set is in other.", isSubset];
const IS_SUPERSET: MethodRow = ["($self, other, /)", "Test whether every element in other is in the set.", isSuperset];
const REDUCE: MethodRow = [
  "~($self, /)",
  "Return state information for pickling.",
  (self: PySet) => {
    const keys = new PyList(self.keyArray());
    return tuple([self.cls, tuple([keys]), call(getAttr(self, "__getstate__"))]);
  },
];
const SIZEOF: MethodRow = [
  "~($self, /)",
  "S.__sizeof__() -> size of S in memory, in bytes",
  (self: PySet) => 200 + (self.slotCount > 8 ? self.slotCount * 16 : 0),
];
const SYMMETRIC_DIFFERENCE: MethodRow = [
  "~($self, other, /)",
  "Return the symmetric difference of two sets as a new set.\n\n(i.e. all elements that are in exactly one of the sets.)",
  symmetricDifference,
];
const UNION: MethodRow = [
  "~($self, *others)",
  "Return the union of sets as a new set.\n\n(i.e. all elements that are in either set.)",
  (self: PySet, others: Value[]) => {
    const result = copySet(self);
    for (const other of others) if (other !== self) updateSet(result, other);
    return result;
  },
];
const COPY_DOC = "Return a shallow copy of a set.";

completeType<PySet>(SET, {
  doc: "set() -> new empty set object\nset(iterable) -> new set object\n\nBuild an unordered collection of unique elements.",
  traits: { basetype: true, weakrefs: true, matchSelf: true },
  allocate: (cls) => new PySet(cls),
  slots: {
    ...COMMON_SLOTS,
    __new__: (cls) => new PySet(cls),
    __hash__: null,
    __getattribute__: genericLookup,
    __init__: initialize,
    __isub__: inplace(subtractFrom),
    __iand__: inplace((self, other) => self.swap(intersect(self, other))),
    __ixor__: inplace(toggle),
    __ior__: inplace((self, other) => self.merge(other)),
  },
  methods: {
    add: [
      "~($self, object, /)",
      "Add an element to a set.\n\nThis has no effect if the element is already present.",
      (self: PySet, key: Value) => self.add(key),
    ],
    clear: ["~($self, /)", "Remove all elements from this set.", (self: PySet) => self.clear()],
    __contains__: CONTAINS,
    copy: ["~($self, /)", COPY_DOC, copySet],
    discard: [
      "~($self, object, /)",
      "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.",
      (self: PySet, key: Value) => void withFrozenKey(key, (each) => self.discard(each)),
    ],
    difference: DIFFERENCE,
    difference_update: [
      "~($self, *others)",
      "Remove all elements of another set from this set.",
      (self: PySet, others: Value[]) => {
        for (const other of others) subtractFrom(self, other);
      },
    ],
    intersection: INTERSECTION,
    intersection_update: [
      "~($self, *others)",
      "Update a set with the intersection of itself and another.",
      (self: PySet, others: Value[]) => self.swap(intersectAll(self, others)),
    ],
    isdisjoint: IS_DISJOINT,
    issubset: IS_SUBSET,
    issuperset: IS_SUPERSET,
    pop: [
      "~($self, /)",
      "Remove and return an arbitrary set element.\nRaises KeyError if the set is empty.",
      (self: PySet) => {
        const key = self.pop();
        if (key === undefined) throw keyError("pop from an empty set");
        return key;
      },
    ],
    __reduce__: REDUCE,
    remove: [
      "~($self, object, /)",
      "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.",
      (self: PySet, key: Value) => {
        if (!withFrozenKey(key, (each) => self.discard(each))) throw keyError(key);
      },
    ],
    __sizeof__: SIZEOF,
    symmetric_difference: SYMMETRIC_DIFFERENCE,
    symmetric_difference_update: [
      "~($self, other, /)",
      "Update a set with the symmetric difference of itself and another.",
      toggle,
    ],
    union: UNION,
    update: [
      "~($self, *others)",
      "Update a set with the union of itself and others.",
      (self: PySet, others: Value[]) => {
        for (const other of others) updateSet(self, other);
      },
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});

completeType<PySet>(FROZENSET, {
  doc: "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nBuild an immutable unordered collection of unique elements.",
  traits: { basetype: true, weakrefs: true, matchSelf: true },
  allocate: (cls) => new PySet(cls),
  slots: {
    ...COMMON_SLOTS,
    __new__: constructFrozen,
    __hash__: hashSet,
    __getattribute__: genericLookup,
  },
  methods: {
    __contains__: CONTAINS,
    copy: ["~($self, /)", COPY_DOC, (self: PySet) => (self.cls === FROZENSET ? self : copySet(self))],
    difference: DIFFERENCE,
    intersection: INTERSECTION,
    isdisjoint: IS_DISJOINT,
    issubset: IS_SUBSET,
    issuperset: IS_SUPERSET,
    __reduce__: REDUCE,
    __sizeof__: SIZEOF,
    symmetric_difference: SYMMETRIC_DIFFERENCE,
    union: UNION,
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});

function initialize(value: Value, args: Value[], kwnames: KeywordNames): void {
  const self = value as PySet;
  refuseKeywords("set", kwnames);
  checkCount(self.cls.name, args.length, 0, 1);
  self.clear();
  if (args.length > 0) updateSet(self, args[0]);
}

function constructFrozen(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const [iterable] = constructorArguments(FROZENSET, cls, "__init__", args, kwnames, 0, 1);
  if (cls === FROZENSET && iterable instanceof PySet && iterable.cls === FROZENSET) return iterable;
  return makeSet(cls, iterable);
}

function intersectAll(self: PySet, others: Value[]): PySet {
  if (others.length === 0) return copySet(self);
  let result = self;
  for (const other of others) result = intersect(result, other);
  return result;
}

function repr(self: PySet): Value {
  const { name } = self.cls;
  if (self.used === 0) return strFromJs(`${name}()`);
  return reprGuard<Value>(self, strFromJs(`${name}(...)`), () => {
    const keys = joinReprs({ items: self.keyArray() });
    return strFromJs(self.cls === SET ? `{${keys}}` : `${name}({${keys}})`);
  });
}
