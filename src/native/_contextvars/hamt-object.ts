/**
 * The type `hamt` and the iterators over its keys, values and items, which are a context's too (CPython Python/hamt.c).
 * Programs meet the iterators; the type itself is reached by CPython's tests alone (`_testcapi.hamt`).
 */
import { genericLookup } from "../../objects/kernel/attribute.ts";
import { declareType, NONE, NOT_IMPLEMENTED } from "../../objects/kernel/core-types.ts";
import { completeType, defineType } from "../../objects/kernel/define.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { tuple } from "../../objects/kernel/payload.ts";
import { keyError } from "../../objects/kernel/raise.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS } from "../../objects/types/iterators.ts";
import { Hamt } from "./hamt.ts";

type Entry = ReturnType<Hamt["entries"]> extends Iterator<infer T> ? T : never;

/** What keys(), values(), items() and iter() give: an iterator of one of three types. */
class PyHamtIterator extends PyObject {
  private readonly entries: Iterator<Entry>;

  constructor(
    /** Held: the iterator itself is no object whose references can be followed. */
    readonly map: Hamt,
    readonly pick: (entry: Entry) => Value,
    cls: PyType,
  ) {
    super(cls);
    this.entries = map.entries();
  }

  next(): Value | undefined {
    const step = this.entries.next();
    return step.done ? undefined : this.pick(step.value);
  }
}

function iteratorType(name: string, pick: (entry: Entry) => Value): (map: Hamt) => Value {
  const type = defineType<PyHamtIterator>(name, {
    traits: ITERATOR_TRAITS,
    slots: { ...ITERATOR_SLOTS, __next__: (self) => self.next(), __len__: (self) => self.map.size },
  });
  return (map) => new PyHamtIterator(map, pick, type);
}

export const keysOf = iteratorType("keys", ({ key }) => key);
export const valuesOf = iteratorType("values", ({ value }) => value);
export const itemsOf = iteratorType("items", ({ key, value }) => tuple([key, value]));

const HAMT = declareType("hamt");

class PyHamt extends PyObject {
  constructor(readonly map: Hamt) {
    super(HAMT);
  }
}

/** The empty map is one object. */
export const EMPTY_HAMT = new PyHamt(Hamt.EMPTY);

/** As an object: the same one for the same map, so that what changes nothing gives `self`. */
function changed(self: PyHamt, map: Hamt): Value {
  if (map === self.map) return self;
  return map === Hamt.EMPTY ? EMPTY_HAMT : new PyHamt(map);
}

completeType<PyHamt>(HAMT, {
  traits: { weakrefs: true },
  slots: {
    __new__: () => EMPTY_HAMT,
    __hash__: null,
    __getattribute__: genericLookup,
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __eq__: (self, other) => (other instanceof PyHamt ? self.map.equals(other.map) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyHamt ? !self.map.equals(other.map) : NOT_IMPLEMENTED),
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
    __iter__: (self) => keysOf(self.map),
    __len__: (self) => self.map.size,
    __getitem__: (self, key) => {
      const value = self.map.get(key);
      if (value === undefined) throw keyError(key);
      return value;
    },
    __contains__: (self, key) => self.map.get(key) !== undefined,
  },
  methods: {
    set: [
      "~($self, key, value, /)",
      undefined,
      (self: PyHamt, key: Value, value: Value) => changed(self, self.map.with(key, value)),
    ],
    get: [
      "~($self, key, default=None, /)",
      undefined,
      (self: PyHamt, key: Value, fallback: Value) => self.map.get(key) ?? fallback ?? NONE,
    ],
    delete: ["~($self, key, /)", undefined, (self: PyHamt, key: Value) => changed(self, self.map.without(key))],
    items: ["~($self, /)", undefined, (self: PyHamt) => itemsOf(self.map)],
    keys: ["~($self, /)", undefined, (self: PyHamt) => keysOf(self.map)],
    values: ["~($self, /)", undefined, (self: PyHamt) => valuesOf(self.map)],
  },
});
