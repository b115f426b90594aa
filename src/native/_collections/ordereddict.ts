/**
 * collections.OrderedDict (CPython Objects/odictobject.c). Our dict keeps its order already; what is added
 * is moving keys, order in comparisons, and views whose iterators notice any change.
 *
 * Where the class is a subclass, items go in and out through its own methods, as CPython does it.
 */
import { getAttr, instanceDict, lookupAttr, setInstanceDict } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { DICT, declareType, NONE, NOT_IMPLEMENTED } from "../../objects/kernel/core-types.ts";
import { completeType, type MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { contains, forEach, getItem, iter, next, setItem } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyList, PyTuple, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { isEqual, reprGuard, reprText } from "../../objects/kernel/protocol.ts";
import { keyError, runtimeError, typeError, valueError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { builtin } from "../../objects/types/builtin-lookup.ts";
import { equalDicts } from "../../objects/types/dict.ts";
import { copyDict, isExactDict } from "../../objects/types/dict-entries.ts";
import { DICT_ITEMS, DICT_KEYS, DICT_VALUES, PyDictView } from "../../objects/types/dict-views.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS, iteratorMethods } from "../../objects/types/iterators.ts";

export const ORDERED_DICT = declareType("OrderedDict", DICT);
const ODICT_KEYS = declareType("odict_keys", DICT_KEYS);
const ODICT_VALUES = declareType("odict_values", DICT_VALUES);
const ODICT_ITEMS = declareType("odict_items", DICT_ITEMS);
const ODICT_ITERATOR = declareType("odict_iterator");

export class PyOrderedDict extends PyDict {
  /** No entry lies before this index of this very array: taking from the front need not search again. */
  private front = 0;
  private frontOf: unknown = undefined;

  constructor(cls: PyType = ORDERED_DICT) {
    super(cls);
  }

  firstEntry(): number {
    if (this.frontOf !== this.keys) {
      this.frontOf = this.keys;
      this.front = 0;
    }
    const index = this.nextEntry(this.front);
    if (index >= 0) this.front = index;
    return index;
  }

  /** Move an entry to the end, or to the front. */
  moveEntry(index: number, last: boolean): void {
    const key = this.keys[index] as Value;
    const value = this.values[index] as Value;
    if (last) {
      if (index === this.lastEntry()) return;
      this.removeEntry(index);
      this.set(key, value);
      return;
    }
    if (index === this.firstEntry()) return;
    const others = this.copy();
    this.clear();
    this.setEntry(others, others.find(key));
    for (let i = others.nextEntry(0); i >= 0; i = others.nextEntry(i + 1)) this.setEntry(others, i);
  }
}

type Part = "keys" | "values" | "items";

export class PyOrderedDictIterator extends PyObject {
  epoch: number;
  index: number;
  constructor(
    public source: PyOrderedDict | null,
    readonly part: Part,
    readonly backwards: boolean,
  ) {
    super(ODICT_ITERATOR);
    this.epoch = source?.epoch ?? 0;
    this.index = source === null || !backwards ? 0 : source.keys.length - 1;
  }
}

function nextEntry(self: PyOrderedDictIterator): Value | undefined {
  const { source, part, backwards } = self;
  if (source === null) return undefined;
  if (source.epoch !== self.epoch) {
    self.source = null;
    throw runtimeError("OrderedDict mutated during iteration");
  }
  const { keys } = source;
  let { index } = self;
  const step = backwards ? -1 : 1;
  while (index >= 0 && index < keys.length && keys[index] === undefined) index += step;
  if (index < 0 || index >= keys.length) {
    self.source = null;
    return undefined;
  }
  self.index = index + step;
  const key = keys[index] as Value;
  if (part === "keys") return key;
  const value = source.values[index] as Value;
  return part === "values" ? value : new PyTuple([key, value]);
}

completeType<PyOrderedDictIterator>(ODICT_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: nextEntry },
  methods: iteratorMethods<PyOrderedDictIterator>(undefined, (self) => {
    const copy = new PyOrderedDictIterator(self.source, self.part, self.backwards);
    copy.epoch = self.epoch;
    copy.index = self.index;
    const items: Value[] = [];
    for (let item = nextEntry(copy); item !== undefined; item = nextEntry(copy)) items.push(item);
    return tuple([builtin("iter"), tuple([new PyList(items)])]);
  }),
});

function completeView(type: PyType, base: PyType, part: Part): void {
  completeType<PyDictView>(type, {
    base,
    traits: { noConstructor: true },
    slots: {
      __iter__: (self) => new PyOrderedDictIterator(self.source as PyOrderedDict, part, false),
    },
    methods: {
      __reversed__: [
        "~($self, /)",
        undefined,
        (self: PyDictView) => new PyOrderedDictIterator(self.source as PyOrderedDict, part, true),
      ],
    },
  });
}

completeView(ODICT_KEYS, DICT_KEYS, "keys");
completeView(ODICT_VALUES, DICT_VALUES, "values");
completeView(ODICT_ITEMS, DICT_ITEMS, "items");

/** Set one item: through `__setitem__` of a subclass that has its own. */
function store(self: Value, key: Value, value: Value): void {
  if (self instanceof PyOrderedDict && self.cls === ORDERED_DICT) self.set(key, value);
  else setItem(self, key, value);
}

function addPairs(self: Value, pairs: Value): void {
  forEach(pairs, (pair) => {
    const iterator = iter(pair);
    const key = next(iterator);
    if (key === undefined) throw valueError("need more than 0 values to unpack");
    const value = next(iterator);
    if (value === undefined) throw valueError("need more than 1 value to unpack");
    if (next(iterator) !== undefined) throw valueError("too many values to unpack (expected 2)");
    store(self, key, value);
  });
}

/** `self.update(argument)` as collections.abc.MutableMapping does it. */
function updateFrom(self: Value, argument: Value): void {
  if (isExactDict(argument)) {
    for (const [key, value] of [...argument.entries()]) store(self, key, value);
    return;
  }
  const keys = lookupAttr(argument, "keys");
  if (keys !== undefined) {
    forEach(call(keys), (key) => store(self, key, getItem(argument, key)));
    return;
  }
  const items = lookupAttr(argument, "items");
  addPairs(self, items === undefined ? argument : call(items));
}

function update(self: Value, args: Value[], keywords: PyDict): void {
  if (args.length > 1) throw typeError(`update() takes at most 1 positional argument (${args.length} given)`);
  if (args.length > 0) updateFrom(self, args[0]);
  updateFrom(self, keywords);
}

function initialize(self: Value, args: Value[], kwnames: KeywordNames): void {
  const names = kwnames ?? [];
  const positional = args.length - names.length;
  if (positional > 1) throw typeError(`expected at most 1 arguments, got ${positional}`);
  if (positional === 1) updateFrom(self, args[0]);
  for (let i = 0; i < names.length; i++) store(self, strFromJs(names[i]), args[positional + i]);
}

function pop(self: PyOrderedDict, key: Value, otherwise: Value | undefined): Value {
  const value = self.delete(key) ?? otherwise;
  if (value === undefined) throw keyError(key);
  return value;
}

function popItem(self: PyOrderedDict, last: Value): Value {
  const index = isTrue(last) ? self.lastEntry() : self.firstEntry();
  if (index < 0) throw keyError("dictionary is empty");
  const key = self.keys[index] as Value;
  const value = self.values[index] as Value;
  if (isTrue(last)) self.popEntry(index);
  else self.removeEntry(index);
  return tuple([key, value]);
}

function setDefault(self: PyOrderedDict, key: Value, value: Value): Value {
  if (self.cls === ORDERED_DICT) return self.setDefault(key, value);
  if (contains(self, key)) return getItem(self, key);
  setItem(self, key, value);
  return value;
}

function copy(self: PyOrderedDict): Value {
  const result = call(self.cls);
  const exact = self.cls === ORDERED_DICT;
  for (const key of self.keyArray()) store(result, key, exact ? (self.get(key) as Value) : getItem(self, key));
  return result;
}

/** Equal to another OrderedDict only if the keys come in the same order too. */
function equal(self: PyOrderedDict, other: PyDict): boolean {
  if (!equalDicts(self, other)) return false;
  if (!(other instanceof PyOrderedDict)) return true;
  const keys = other.keyArray();
  return self.keyArray().every((key, i) => isEqual(key, keys[i]));
}

function fromKeys(cls: PyType, iterable: Value, value: Value): Value {
  const result = call(cls);
  forEach(iterable, (key) => store(result, key, value));
  return result;
}

const view = (type: PyType): MethodRow => [
  "~($self, /)",
  undefined,
  (self: PyOrderedDict) => new PyDictView(self, type),
];

completeType<PyOrderedDict>(ORDERED_DICT, {
  module: "collections",
  base: DICT,
  doc: "Dictionary that remembers insertion order",
  traits: { basetype: true, instanceDict: true, weakrefs: true },
  allocate: (cls) => new PyOrderedDict(cls),
  slots: {
    __repr__: (self) =>
      self.size === 0
        ? strFromJs(`${self.cls.name}()`)
        : reprGuard<Value>(self, "...", () => strFromJs(`${self.cls.name}(${reprText(copyDict(self))})`)),
    __hash__: null,
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __eq__: (self, other) => (other instanceof PyDict ? equal(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyDict ? !equal(self, other) : NOT_IMPLEMENTED),
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
    __iter__: (self) => new PyOrderedDictIterator(self, "keys", false),
    __init__: initialize,
    __or__: (left, right) => {
      if (!(left instanceof PyDict && right instanceof PyDict)) return NOT_IMPLEMENTED;
      const result = call(left instanceof PyOrderedDict ? left.cls : right.cls, left);
      updateFrom(result, right);
      return result;
    },
    __ior__: (self, other) => {
      updateFrom(self, other);
      return self;
    },
    __setitem__: (self, key, value) => self.set(key, value),
    __delitem__: (self, key) => {
      if (self.delete(key) === undefined) throw keyError(key);
    },
  },
  classmethods: {
    fromkeys: [
      "($type, /, iterable, value=None)",
      "Create a new ordered dictionary with keys from iterable and values set to value.",
      fromKeys,
    ],
  },
  methods: {
    __sizeof__: ["~($self, /)", undefined, sizeOf],
    __reduce__: [
      "~($self, /)",
      "Return state information for pickling",
      (self: PyOrderedDict) => {
        const state = call(getAttr(self, "__getstate__"));
        return tuple([self.cls, tuple([]), state, NONE, iter(call(getAttr(self, "items")))]);
      },
    ],
    setdefault: [
      "($self, /, key, default=None)",
      "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.",
      setDefault,
    ],
    pop: [
      "($self, /, key, default=<unrepresentable>)",
      "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.",
      pop,
    ],
    popitem: [
      "($self, /, last=True)",
      "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.",
      popItem,
    ],
    keys: view(ODICT_KEYS),
    values: view(ODICT_VALUES),
    items: view(ODICT_ITEMS),
    update: ["~($self, *args, **kwargs)", undefined, update],
    clear: ["~($self, /)", "od.clear() -> None.  Remove all items from od.", (self: PyOrderedDict) => self.clear()],
    copy: ["~($self, /)", "od.copy() -> a shallow copy of od", copy],
    __reversed__: [
      "~($self, /)",
      "od.__reversed__() <==> reversed(od)",
      (self: PyOrderedDict) => new PyOrderedDictIterator(self, "keys", true),
    ],
    move_to_end: [
      "($self, /, key, last=True)",
      "Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.",
      (self: PyOrderedDict, key: Value, last: Value) => {
        const index = self.find(key);
        if (index < 0) throw keyError(key);
        self.moveEntry(index, isTrue(last));
      },
    ],
  },
  getset: {
    __dict__: [
      (self) => instanceDict(self) ?? new PyDict(),
      (self, value) => {
        if (value === undefined) throw typeError("cannot delete __dict__");
        setInstanceDict(self, value);
      },
    ],
  },
});

/** A dict's size, and that of CPython's list of nodes and index to them. */
function sizeOf(self: PyOrderedDict): Value {
  const method = DICT.attributes.get("__sizeof__") as Value;
  const base = call(method, self) as number;
  return base + self.slots * 8 + self.size * 32;
}
