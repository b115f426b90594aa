/**
 * Walking a dict entry by entry while Python code may change it, and filling one from a mapping or from
 * pairs (CPython Objects/dictobject.c: dictiter_iternextkey, dict_merge, PyDict_MergeFromSeq2).
 */
import { getAttr, lookupAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { DICT, LIST, typeName } from "../kernel/core-types.ts";
import { PyDict } from "../kernel/dict.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { forEach, getItem, iter } from "../kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { PyList } from "../kernel/payload.ts";
import { PyError, runtimeError, typeError, valueError } from "../kernel/raise.ts";
import { checkCount } from "./arguments.ts";
import { collectItems } from "./sequence.ts";

/** Is this a dict and no instance of a subclass? */
export function isExactDict(value: Value): value is PyDict {
  return value instanceof PyDict && value.cls === DICT;
}

/** A walk over the entries of a dict: the payload of all its iterators. */
export class PyDictIterator extends PyObject {
  /** The dict's size at the start; -1 once it was found changed. */
  used: number;
  remaining: number;
  /** Where to look next: forwards the first entry not seen, backwards the last. */
  index: number;

  constructor(
    public source: PyDict | null,
    cls: PyType,
    backwards = false,
  ) {
    super(cls);
    this.used = source === null ? 0 : source.size;
    this.remaining = this.used;
    this.index = backwards && source !== null ? source.keys.length - 1 : 0;
  }
}

function checkUnchanged(self: PyDictIterator, source: PyDict): void {
  if (self.used === source.size) return;
  self.used = -1;
  throw runtimeError("dictionary changed size during iteration");
}

/** The index of the next entry, or -1 at the end. */
export function advance(self: PyDictIterator): number {
  const { source } = self;
  if (source === null) return -1;
  if (self.used !== source.size) checkUnchanged(self, source);
  const { keys } = source;
  let { index } = self;
  while (index < keys.length && keys[index] === undefined) index++;
  if (index >= keys.length) {
    self.source = null;
    return -1;
  }
  // Entries came and went, and the size is the same again.
  if (self.remaining === 0) throw runtimeError("dictionary keys changed during iteration");
  self.index = index + 1;
  self.remaining--;
  return index;
}

/** The index of the next entry from the end, or -1. */
export function advanceBackwards(self: PyDictIterator): number {
  const { source } = self;
  if (source === null) return -1;
  checkUnchanged(self, source);
  const { keys } = source;
  let { index } = self;
  if (index >= keys.length) index = keys.length - 1;
  while (index >= 0 && keys[index] === undefined) index--;
  if (index < 0) {
    self.source = null;
    return -1;
  }
  self.index = index - 1;
  self.remaining--;
  return index;
}

/** Set all entries of `source` in `target`; the hashes are known, so no `__hash__` runs. */
export function mergeDict(target: PyDict, source: PyDict): void {
  if (target === source) return;
  target.reserve(source.size, source.general);
  const { epoch } = source;
  for (let i = source.nextEntry(0); i >= 0; i = source.nextEntry(i + 1)) {
    target.setEntry(source, i);
    if (source.epoch !== epoch) throw runtimeError("dict mutated during update");
  }
}

/** `target.update(source)` for anything with `keys()` (PyDict_Update). */
export function mergeMapping(target: PyDict, source: Value): void {
  if (source instanceof PyDict && source.cls.slots.__iter__ === DICT.slots.__iter__) {
    mergeDict(target, source);
    return;
  }
  forEach(mappingKeys(source), (key) => target.set(key, getItem(source, key)));
}

/** `list(source.keys())` (PyMapping_Keys). */
export function mappingKeys(source: Value): PyList {
  const keys = call(getAttr(source, "keys"));
  if (keys instanceof PyList && keys.cls === LIST) return keys;
  let iterator: Value;
  try {
    iterator = iter(keys);
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.TypeError))) throw error;
    throw typeError(`${typeName(source)}.keys() returned a non-iterable (type ${typeName(keys)})`);
  }
  return new PyList(collectItems(iterator, 8));
}

/** A plain dict with the same entries (PyDict_Copy); a subclass with an `__iter__` of its own is asked. */
export function copyDict(source: PyDict): PyDict {
  if (source.cls.slots.__iter__ === DICT.slots.__iter__) return source.copy();
  const copy = new PyDict();
  mergeMapping(copy, source);
  return copy;
}

/** `target.update(pairs)` for an iterable of pairs. */
export function mergePairs(target: PyDict, pairs: Value): void {
  let number = 0;
  forEach(pairs, (pair) => {
    const items = itemsOfPair(pair, number);
    if (items.length !== 2) {
      throw valueError(`dictionary update sequence element #${number} has length ${items.length}; 2 is required`);
    }
    target.set(items[0], items[1]);
    number++;
  });
}

function itemsOfPair(pair: Value, number: number): Value[] {
  try {
    return collectItems(pair, 8);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.TypeError)) {
      throw typeError(`cannot convert dictionary update sequence element #${number} to a sequence`);
    }
    throw error;
  }
}

/** Fill a dict from the one argument of dict() or update(). */
export function mergeArgument(target: PyDict, argument: Value): void {
  if (isExactDict(argument)) mergeDict(target, argument);
  else if (lookupAttr(argument, "keys") !== undefined) mergeMapping(target, argument);
  else mergePairs(target, argument);
}

/** What dict(), dict.update() and their likes do with their arguments. */
export function updateDict(target: PyDict, name: string, args: Value[], kwargs: PyDict | undefined): void {
  checkCount(name, args.length, 0, 1);
  if (args.length > 0) mergeArgument(target, args[0]);
  if (kwargs !== undefined) mergeDict(target, kwargs);
}
