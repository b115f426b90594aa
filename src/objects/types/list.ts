/**
 * list (CPython Objects/listobject.c).
 *
 * Trap: comparing or printing an item may run Python code that changes this very list. Everything here
 * that calls out walks by index and reads `items` anew at each step. A sort puts an empty array in the
 * place of `items` for its time.
 */
import { genericLookup } from "../kernel/attribute.ts";
import { callWith } from "../kernel/call.ts";
import { LIST, NONE, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { iter, lengthHint, listIteration, MAX_PUSHED_ITEMS, toArray } from "../kernel/iterate.ts";
import type { Value } from "../kernel/object.ts";
import { PyList, PySlice, PyTuple, strFromJs } from "../kernel/payload.ts";
import { compareSequences, isEqual, reprGuard, reprText } from "../kernel/protocol.ts";
import { indexError, indexOutOfRange, memoryError, PyError, typeError, valueError } from "../kernel/raise.ts";
import { adjustBounds, adjustSlice, sliceRange, unpackSlice } from "../kernel/slice.ts";
import type { Slots } from "../kernel/slots.ts";
import { isTrue } from "../kernel/truth.ts";
import { constructorArguments, toSsizeArgument } from "./arguments.ts";
import { CLASS_GETITEM } from "./class-getitem.ts";
import { PyListIterator, PyListReverseIterator } from "./iterators.ts";
import {
  checkedLength,
  comparisonSlots,
  countItems,
  findItem,
  joinReprs,
  MAX_ITEMS,
  realIndex,
  repeatItems,
  searchIndex,
  sliceItems,
  subscriptIndex,
} from "./sequence.ts";
import { sortArray } from "./sort.ts";

const iterate = (self: PyList): Value => new PyListIterator(self);
listIteration.slot = iterate;

/** CPython allocates an even number, but for the shortest displays; what append() reserves beyond is not known here. */
const room = (length: number): number => (length < 3 ? length : length + (length & 1));

completeType<PyList>(LIST, {
  doc: "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
  traits: { basetype: true, sequence: true, matchSelf: true },
  allocate: (cls) => new PyList([], cls),
  slots: {
    __new__: (cls) => new PyList([], cls),
    __repr__: (self) =>
      self.items.length === 0 ? "[]" : reprGuard<Value>(self, "[...]", () => strFromJs(`[${joinReprs(self)}]`)),
    __hash__: null,
    __getattribute__: genericLookup,
    ...comparisonSlots<PyList>((other): other is PyList => other instanceof PyList, compareSequences),
    __iter__: iterate,
    __init__: (self, args, kwnames) => {
      const cls = typeOf(self);
      const [iterable] = constructorArguments(LIST, cls, "__new__", args, kwnames, 0, 1);
      clearList(self as PyList);
      if (iterable !== undefined) extendList(self as PyList, iterable);
    },
    __len__: (self) => self.items.length,
    __setitem__: setItem,
    __delitem__: deleteItem,
    sq_concat: concat,
    sq_repeat: (self, count) => new PyList(repeatItems(self.items, Number(count))),
    __contains__: (self, item) => {
      for (let i = 0; i < self.items.length; i++) if (isEqual(self.items[i], item)) return true;
      return false;
    },
    sq_inplace_concat: (self, other) => {
      extendList(self as PyList, other);
      return self as Value;
    },
    sq_inplace_repeat: (self, count) => {
      self.items = repeatItems(self.items, Number(count));
      return self;
    },
    __getitem__: getItem,
  },
  methods: {
    __getitem__: ["($self, index, /)", "Return self[index].", getItem],
    __reversed__: [
      "($self, /)",
      "Return a reverse iterator over the list.",
      (self: PyList) => new PyListReverseIterator(self),
    ],
    __sizeof__: [
      "($self, /)",
      "Return the size of the list in memory, in bytes.",
      (self: PyList) => 40 + 8 * room(self.items.length),
    ],
    clear: ["($self, /)", "Remove all items from list.", clearList],
    copy: ["($self, /)", "Return a shallow copy of the list.", (self: PyList) => new PyList(self.items.slice())],
    append: ["($self, object, /)", "Append object to the end of the list.", append],
    insert: ["($self, index, object, /)", "Insert object before index.", insert],
    extend: ["($self, iterable, /)", "Extend list by appending elements from the iterable.", extendList],
    pop: [
      "($self, index=-1, /)",
      "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.",
      pop,
    ],
    remove: [
      "($self, value, /)",
      "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.",
      remove,
    ],
    index: [
      "($self, value, start=0, stop=sys.maxsize, /)",
      "Return first index of value.\n\nRaises ValueError if the value is not present.",
      index,
    ],
    count: ["($self, value, /)", "Return number of occurrences of value.", countItems],
    reverse: ["($self, /)", "Reverse *IN PLACE*.", (self: PyList) => void self.items.reverse()],
    sort: [
      "($self, /, *, key=None, reverse=False)",
      "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order.",
      (self: PyList, key: Value, reverse: Value) => sortList(self, key, isTrue(reverse)),
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});
LIST.textSignature = "(iterable=(), /)";

function append(self: PyList, object: Value): void {
  if (self.items.push(object) > MAX_PUSHED_ITEMS) {
    self.items.pop();
    throw memoryError();
  }
}

function clearList(self: PyList): void {
  // While the list is sorted, clearing an empty list must not look like a change.
  if (self.items.length > 0) self.items = [];
}

/** `self += iterable`: what was appended before an exception stays. */
export function extendList(self: PyList, iterable: Value): void {
  if (iterable instanceof PyList || iterable instanceof PyTuple) {
    const added = toArray(iterable);
    checkedLength(self.items.length + added.length);
    for (let i = 0; i < added.length; i++) self.items.push(added[i]);
    return;
  }
  const iterator = iter(iterable);
  lengthHint(iterable, 8);
  const advance = typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>;
  for (let item = advance(iterator); item !== undefined; item = advance(iterator)) append(self, item);
}

/** A new list of the items (PySequence_List). */
export function listOf(iterable: Value): PyList {
  const list = new PyList([]);
  extendList(list, iterable);
  return list;
}

function getItem(self: PyList, key: Value): Value {
  const { items } = self;
  if (typeof key === "number") {
    const item = items[key < 0 ? key + items.length : key];
    if (item !== undefined) return item;
  }
  if (key instanceof PySlice) {
    const parts = unpackSlice(key);
    const { start, step, count } = adjustSlice(parts, self.items.length);
    return new PyList(sliceItems(self.items, start, step, count));
  }
  const index = subscriptIndex(key, "list");
  return self.items[realIndex(index, self.items.length, () => indexOutOfRange("list"))];
}

const assignmentError = () => indexError("list assignment index out of range");

function setItem(self: PyList, key: Value, value: Value): void {
  if (key instanceof PySlice) {
    setSlice(self, key, value);
    return;
  }
  const index = subscriptIndex(key, "list");
  self.items[realIndex(index, self.items.length, assignmentError)] = value;
}

function deleteItem(self: PyList, key: Value): void {
  if (key instanceof PySlice) {
    deleteSlice(self, key);
    return;
  }
  const index = subscriptIndex(key, "list");
  self.items.splice(realIndex(index, self.items.length, assignmentError), 1);
}

function setSlice(self: PyList, slice: PySlice, value: Value): void {
  const parts = unpackSlice(slice);
  // The iterable may change the list: measure it after.
  const values = sequenceItems(value);
  const { start, stop, step, count } = adjustSlice(parts, self.items.length);
  if (step === 1) {
    replaceItems(self, start, Math.max(0, stop - start), values);
    return;
  }
  if (values.length !== count) {
    throw valueError(`attempt to assign sequence of size ${values.length} to extended slice of size ${count}`);
  }
  for (let i = 0, at = start; i < count; i++, at += step) self.items[at] = values[i];
}

/** The items of what is assigned to a slice, apart from the list itself. */
function sequenceItems(value: Value): Value[] {
  if ((value instanceof PyList && value.cls === LIST) || value instanceof PyTuple) return toArray(value);
  let iterator: Value;
  try {
    iterator = iter(value);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.TypeError))
      throw typeError("must assign iterable to extended slice");
    throw error;
  }
  return listOf(iterator).items;
}

/** `items[start:start + removed] = values`; a large splice goes by way of a new array. */
function replaceItems(self: PyList, start: number, removed: number, values: Value[]): void {
  const { items } = self;
  checkedLength(items.length - removed + values.length);
  if (values.length < 5000) items.splice(start, removed, ...values);
  else self.items = items.slice(0, start).concat(values, items.slice(start + removed));
}

function deleteSlice(self: PyList, slice: PySlice): void {
  const { start, step, count } = sliceRange(slice, self.items.length);
  if (count === 0) return;
  if (step === 1) {
    self.items.splice(start, count);
    return;
  }
  const stride = Math.abs(step);
  const first = step < 0 ? start + (count - 1) * step : start;
  const last = first + (count - 1) * stride;
  const { items } = self;
  let to = first;
  for (let from = first; from < items.length; from++) {
    if (from > last || (from - first) % stride !== 0) items[to++] = items[from];
  }
  items.length = to;
}

function concat(self: PyList, other: Value): Value {
  if (!(other instanceof PyList)) throw typeError(`can only concatenate list (not "${typeName(other)}") to list`);
  checkedLength(self.items.length + other.items.length);
  return new PyList(self.items.concat(other.items));
}

function insert(self: PyList, index: Value, object: Value): void {
  const at = toSsizeArgument(index);
  const { length } = self.items;
  if (length >= MAX_ITEMS) throw memoryError();
  self.items.splice(at < 0 ? Math.max(0, at + length) : at, 0, object);
}

function pop(self: PyList, index: Value): Value {
  const at = toSsizeArgument(index);
  const { items } = self;
  const last = items.length - 1;
  if (last < 0) throw indexError("pop from empty list");
  if (at === -1 || at === last) return items.pop() as Value;
  return items.splice(
    realIndex(at, items.length, () => indexError("pop index out of range")),
    1,
  )[0];
}

function remove(self: PyList, value: Value): void {
  const found = findItem(self, value);
  if (found < 0) throw valueError("list.remove(x): x not in list");
  self.items.splice(found, 1);
}

function index(self: PyList, value: Value, start: Value, stop: Value): Value {
  const [from, to] = adjustBounds(searchIndex(start), searchIndex(stop), self.items.length);
  const found = findItem(self, value, from, to);
  if (found < 0) throw valueError(strFromJs(`${reprText(value)} is not in list`));
  return found;
}

/** `list.sort`. The list is empty while the keys are made and compared; what is put into it meanwhile is lost. */
export function sortList(self: PyList, key: Value, reverse: boolean): void {
  const { items } = self;
  let modified = false;
  // Even what is put in and taken out again is noticed.
  const meanwhile: Value[] = new Proxy([], {
    set: (target, property, value) => {
      modified = true;
      return Reflect.set(target, property, value);
    },
  });
  self.items = meanwhile;
  try {
    let keys: Value[] | undefined;
    if (key !== NONE) {
      keys = [];
      for (const item of items) keys.push(callWith(key, [item]));
    }
    sortArray(items, keys, reverse);
  } finally {
    modified ||= self.items !== meanwhile;
    self.items = items;
  }
  if (modified) throw valueError("list modified during sort");
}
