/**
 * tuple (CPython Objects/tupleobject.c).
 *
 * The empty tuple is one object, and operations that need not copy an exact tuple give the tuple itself.
 */
import { genericLookup } from "../kernel/attribute.ts";
import { TUPLE, typeName } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { listIteration } from "../kernel/iterate.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { EMPTY_TUPLE, PySlice, PyTuple, strFromJs, tuple } from "../kernel/payload.ts";
import { compareSequences, isEqual, reprGuard } from "../kernel/protocol.ts";
import { indexOutOfRange, typeError, valueError } from "../kernel/raise.ts";
import { adjustBounds, sliceRange } from "../kernel/slice.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { hashTuple } from "../kernel/tuple-hash.ts";
import { constructorArguments } from "./arguments.ts";
import { CLASS_GETITEM } from "./class-getitem.ts";
import { PyTupleIterator } from "./iterators.ts";
import {
  collectItems,
  comparisonSlots,
  countItems,
  findItem,
  joinReprs,
  realIndex,
  repeatItems,
  searchIndex,
  sliceItems,
  subscriptIndex,
} from "./sequence.ts";

const iterate = (self: PyTuple): Value => new PyTupleIterator(self);
listIteration.tupleSlot = iterate;

completeType<PyTuple>(TUPLE, {
  doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
  traits: { basetype: true, sequence: true, matchSelf: true },
  allocate: (cls) => new PyTuple([], cls),
  slots: {
    __new__: construct,
    __repr__: repr,
    __hash__: (self) => hashTuple(self.items),
    __getattribute__: genericLookup,
    ...comparisonSlots<PyTuple>((other): other is PyTuple => other instanceof PyTuple, compareSequences),
    __iter__: iterate,
    __len__: (self) => self.items.length,
    __getitem__: getItem,
    sq_concat: concat,
    sq_repeat: repeat,
    __contains__: (self, item) => {
      const { items } = self;
      for (let i = 0; i < items.length; i++) if (isEqual(items[i], item)) return true;
      return false;
    },
  },
  methods: {
    __getnewargs__: ["($self, /)", undefined, (self: PyTuple) => tuple([tuple(self.items)])],
    index: [
      "($self, value, start=0, stop=sys.maxsize, /)",
      "Return first index of value.\n\nRaises ValueError if the value is not present.",
      index,
    ],
    count: ["($self, value, /)", "Return number of occurrences of value.", countItems],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});
TUPLE.textSignature = "(iterable=(), /)";

function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const [iterable] = constructorArguments(TUPLE, cls, "__init__", args, kwnames, 0, 1);
  if (cls !== TUPLE) return new PyTuple(iterable === undefined ? [] : tupleItems(iterable), cls);
  if (iterable === undefined) return EMPTY_TUPLE;
  if (iterable instanceof PyTuple && iterable.cls === TUPLE) return iterable;
  return tuple(tupleItems(iterable));
}

/** The items of an iterable; those of a tuple are shared, for nobody changes them. */
function tupleItems(iterable: Value): Value[] {
  if (iterable instanceof PyTuple && iterable.cls === TUPLE) return iterable.items;
  return collectItems(iterable, 10);
}

function repr(self: PyTuple): Value {
  if (self.items.length === 0) return "()";
  return reprGuard<Value>(self, "(...)", () => strFromJs(`(${joinReprs(self)}${self.items.length === 1 ? "," : ""})`));
}

function getItem(self: PyTuple, key: Value): Value {
  const { items } = self;
  if (typeof key === "number") {
    const item = items[key < 0 ? key + items.length : key];
    if (item !== undefined) return item;
  }
  if (key instanceof PySlice) {
    const { start, step, count } = sliceRange(key, items.length);
    if (start === 0 && step === 1 && count === items.length && self.cls === TUPLE) return self;
    return tuple(sliceItems(items, start, step, count));
  }
  return items[realIndex(subscriptIndex(key, "tuple"), items.length, () => indexOutOfRange("tuple"))];
}

function concat(self: PyTuple, other: Value): Value {
  if (self.items.length === 0 && other instanceof PyTuple && other.cls === TUPLE) return other;
  if (!(other instanceof PyTuple)) throw typeError(`can only concatenate tuple (not "${typeName(other)}") to tuple`);
  if (other.items.length === 0 && self.cls === TUPLE) return self;
  return tuple(self.items.concat(other.items));
}

function repeat(self: PyTuple, count: Value): Value {
  const times = Number(count);
  if ((self.items.length === 0 || times === 1) && self.cls === TUPLE) return self;
  return tuple(repeatItems(self.items, times));
}

function index(self: PyTuple, value: Value, start: Value, stop: Value): Value {
  const [from, to] = adjustBounds(searchIndex(start), searchIndex(stop), self.items.length);
  const found = findItem(self, value, from, to);
  if (found < 0) throw valueError("tuple.index(x): x not in tuple");
  return found;
}
