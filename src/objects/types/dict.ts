/**
 * dict (CPython Objects/dictobject.c). The table is kernel/dict.ts; views and iterators are in
 * dict-views.ts.
 */
import { genericLookup } from "../kernel/attribute.ts";
import { call, callSpecial } from "../kernel/call.ts";
import { DICT, FROZENSET, NOT_IMPLEMENTED, SET } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { PyDict, usable } from "../kernel/dict.ts";
import { forEach, setItem } from "../kernel/iterate.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { strFromJs, tuple } from "../kernel/payload.ts";
import { isEqual, reprGuard, reprText } from "../kernel/protocol.ts";
import { keyError, whileComparing } from "../kernel/raise.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { CLASS_GETITEM } from "./class-getitem.ts";
import { copyDict, isExactDict, mergeArgument, PyDictIterator, updateDict } from "./dict-entries.ts";
import {
  DICT_ITEMS,
  DICT_KEY_ITERATOR,
  DICT_KEYS,
  DICT_REVERSE_KEY_ITERATOR,
  DICT_VALUES,
  PyDictView,
} from "./dict-views.ts";
import { PySet } from "./set-table.ts";
import { basicSize } from "./type-layouts.ts";

const never = (): Value => NOT_IMPLEMENTED;

completeType<PyDict>(DICT, {
  doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)",
  traits: { basetype: true, mapping: true, matchSelf: true },
  allocate: (cls) => new PyDict(cls),
  slots: {
    // defaultdict and OrderedDict have this `__new__` too, but a layout of their own.
    __new__: (cls) => (cls.allocate as NonNullable<PyType["allocate"]>)(cls),
    __repr__: repr,
    __hash__: null,
    __getattribute__: genericLookup,
    __lt__: never,
    __le__: never,
    __eq__: (self, other) => (other instanceof PyDict ? equalDicts(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyDict ? !equalDicts(self, other) : NOT_IMPLEMENTED),
    __gt__: never,
    __ge__: never,
    __iter__: (self) => new PyDictIterator(self, DICT_KEY_ITERATOR),
    __init__: initialize,
    __or__: (left, right) => {
      if (!(left instanceof PyDict && right instanceof PyDict)) return NOT_IMPLEMENTED;
      const result = copyDict(left);
      mergeArgument(result, right);
      return result;
    },
    __ior__: (self, other) => {
      mergeArgument(self, other);
      return self;
    },
    __len__: (self) => self.size,
    __getitem__: getItem,
    __setitem__: (self, key, value) => self.set(key, value),
    __delitem__: (self, key) => {
      if (self.delete(key) === undefined) throw keyError(key);
    },
    __contains__: (self, key) => self.has(key),
  },
  methods: {
    __getitem__: ["($self, key, /)", "Return self[key].", getItem],
    __contains__: [
      "($self, key, /)",
      "True if the dictionary has the specified key, else False.",
      (self: PyDict, key: Value) => self.has(key),
    ],
    __sizeof__: ["~($self, /)", "D.__sizeof__() -> size of D in memory, in bytes", sizeOf],
    get: [
      "($self, key, default=None, /)",
      "Return the value for key if key is in the dictionary, else default.",
      (self: PyDict, key: Value, otherwise: Value) => self.get(key) ?? otherwise,
    ],
    setdefault: [
      "($self, key, default=None, /)",
      "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default.",
      (self: PyDict, key: Value, value: Value) => self.setDefault(key, value),
    ],
    pop: [
      "($self, key, default=<unrepresentable>, /)",
      "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError.",
      pop,
    ],
    popitem: [
      "($self, /)",
      "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.",
      popItem,
    ],
    keys: [
      "~($self, /)",
      "D.keys() -> a set-like object providing a view on D's keys",
      (self: PyDict) => new PyDictView(self, DICT_KEYS),
    ],
    items: [
      "~($self, /)",
      "D.items() -> a set-like object providing a view on D's items",
      (self: PyDict) => new PyDictView(self, DICT_ITEMS),
    ],
    values: [
      "~($self, /)",
      "D.values() -> an object providing a view on D's values",
      (self: PyDict) => new PyDictView(self, DICT_VALUES),
    ],
    update: [
      "~($self, *args, **kwargs)",
      "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\nIf E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\nIf E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\nIn either case, this is followed by: for k in F:  D[k] = F[k]",
      (self: PyDict, args: Value[], kwargs: PyDict) => updateDict(self, "update", args, kwargs),
    ],
    clear: ["~($self, /)", "D.clear() -> None.  Remove all items from D.", (self: PyDict) => self.clear()],
    copy: ["~($self, /)", "D.copy() -> a shallow copy of D", copyDict],
    __reversed__: [
      "($self, /)",
      "Return a reverse iterator over the dict keys.",
      (self: PyDict) => new PyDictIterator(self, DICT_REVERSE_KEY_ITERATOR, true),
    ],
  },
  classmethods: {
    fromkeys: [
      "($type, iterable, value=None, /)",
      "Create a new dictionary with keys from iterable and values set to value.",
      fromKeys,
    ],
    __class_getitem__: CLASS_GETITEM,
  },
});

function initialize(self: Value, args: Value[], kwnames: KeywordNames): void {
  const target = self as PyDict;
  if (kwnames === undefined || kwnames.length === 0) {
    updateDict(target, "dict", args, undefined);
    return;
  }
  const positional = args.length - kwnames.length;
  updateDict(target, "dict", args.slice(0, positional), undefined);
  for (let i = 0; i < kwnames.length; i++) target.set(strFromJs(kwnames[i]), args[positional + i]);
}

function repr(self: PyDict): Value {
  if (self.size === 0) return "{}";
  return reprGuard<Value>(self, "{...}", () => {
    let text = "";
    for (let i = self.nextEntry(0); i >= 0; i = self.nextEntry(i + 1)) {
      const value = self.values[i] as Value;
      const key = reprText(self.keys[i] as Value);
      text += `${text === "" ? "" : ", "}${key}: ${reprText(value)}`;
    }
    return strFromJs(`{${text}}`);
  });
}

/** Equal if the other dict has the same keys with equal values. */
export function equalDicts(self: PyDict, other: PyDict): boolean {
  if (self.size !== other.size) return false;
  for (let i = self.nextEntry(0); i >= 0; i = self.nextEntry(i + 1)) {
    const value = self.values[i] as Value;
    const found = other.findEntry(self, i);
    if (found < 0) return false;
    if (!isEqualValue(value, other.values[found] as Value)) return false;
  }
  return true;
}

function isEqualValue(value: Value, other: Value): boolean {
  try {
    return isEqual(value, other);
  } catch (error) {
    throw whileComparing(error);
  }
}

function getItem(self: PyDict, key: Value): Value {
  const value = self.get(key);
  if (value !== undefined) return value;
  if (self.cls !== DICT) {
    const result = callSpecial(self, "__missing__", [key]);
    if (result !== undefined) return result;
  }
  throw keyError(key);
}

function pop(self: PyDict, key: Value, otherwise: Value | undefined): Value {
  // An empty dict does not ask for the key's hash.
  const value = (self.size === 0 ? undefined : self.delete(key)) ?? otherwise;
  if (value === undefined) throw keyError(key);
  return value;
}

function popItem(self: PyDict): Value {
  const index = self.lastEntry();
  if (index < 0) throw keyError("popitem(): dictionary is empty");
  const pair = tuple([self.keys[index] as Value, self.values[index] as Value]);
  self.popEntry(index);
  return pair;
}

function fromKeys(cls: PyType, iterable: Value, value: Value): Value {
  const result = call(cls);
  if (isExactDict(result) && result.size === 0 && isExactDict(iterable)) result.takeKeys(iterable, value);
  else if (isExactDict(result) && result.size === 0 && isExactSet(iterable)) {
    iterable.each((key, low, high) => result.setHashed(key, value, low, high));
  } else if (isExactDict(result)) forEach(iterable, (key) => result.set(key, value));
  else forEach(iterable, (key) => setItem(result, key, value));
  return result;
}

const isExactSet = (value: Value): value is PySet =>
  value instanceof PySet && (value.cls === SET || value.cls === FROZENSET);

/** With CPython's table, without the collector's header. */
function sizeOf(self: PyDict): Value {
  const head = basicSize(self.cls);
  const { slots } = self;
  if (slots === 0) return head;
  const indexWidth = slots < 256 ? 1 : slots < 65536 ? 2 : 4;
  return head + 32 + slots * indexWidth + usable(slots) * (self.general ? 24 : 16);
}
