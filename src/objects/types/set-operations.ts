/**
 * The operations of set and frozenset (CPython Objects/setobject.c): which set is walked and which is
 * asked decides the order of the result, so each follows CPython's choice.
 */
import { FROZENSET, isInstance, SET, typeOf } from "../kernel/core-types.ts";
import type { PyDict } from "../kernel/dict.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { forEach, iter } from "../kernel/iterate.ts";
import type { PyType, Value } from "../kernel/object.ts";
import type { Comparison } from "../kernel/protocol.ts";
import { PyError } from "../kernel/raise.ts";
import type { Slots } from "../kernel/slots.ts";
import { hashOfHalves, multiplyWords } from "../kernel/tuple-hash.ts";
import { isExactDict } from "./dict-entries.ts";
import { PySet } from "./set-table.ts";

/** set or frozenset, whichever the class derives from. */
function baseType(cls: PyType): PyType {
  return cls === SET || cls === FROZENSET ? cls : cls.mro.includes(SET) ? SET : FROZENSET;
}

/** A new set of this class with the keys of an iterable. */
export function makeSet(cls: PyType, iterable?: Value): PySet {
  const set = new PySet(cls);
  if (iterable !== undefined) updateSet(set, iterable);
  return set;
}

/** A copy: a plain set or frozenset, whatever the class. */
export function copySet(self: PySet): PySet {
  return makeSet(baseType(self.cls), self);
}

/**
 * Is the key in the set? A set that is asked for is unhashable: what is looked for is a frozenset of its
 * keys.
 */
export function containsKey(self: PySet, key: Value): boolean {
  return withFrozenKey(key, (each) => self.has(each));
}

/** Run `use` with the key, or with a frozenset of it if it is a set, which cannot be hashed. */
export function withFrozenKey(key: Value, use: (key: Value) => boolean): boolean {
  try {
    return use(key);
  } catch (error) {
    if (!(key instanceof PySet) || !isInstance(key, SET)) throw error;
    if (!(error instanceof PyError && error.is(EXCEPTIONS.TypeError))) throw error;
  }
  return use(makeSet(FROZENSET, key));
}

/** The keys of a dict, which may change meanwhile; no iterator is asked. */
function eachDictKey(dict: PyDict, visit: (key: Value) => void): void {
  for (let i = dict.nextEntry(0); i >= 0; i = dict.nextEntry(i + 1)) visit(dict.keys[i] as Value);
}

export function updateSet(self: PySet, iterable: Value): void {
  if (iterable instanceof PySet) self.merge(iterable);
  else {
    if (isExactDict(iterable)) {
      self.reserve(iterable.size);
      eachDictKey(iterable, (key) => self.add(key));
    } else forEach(iterable, (key) => self.add(key));
  }
}

export function intersect(self: PySet, other: Value): PySet {
  if (other === self) return copySet(self);
  const result = new PySet(baseType(self.cls));
  if (other instanceof PySet) {
    const [walked, asked] = other.used > self.used ? [self, other] : [other, self];
    walked.sift(asked, true, result);
  } else {
    // All of it found is the end, whatever else there is to come.
    forEach(other, (key) => {
      if (!self.has(key)) return;
      result.add(key);
      return result.used < self.used;
    });
  }
  return result;
}

export function subtract(self: PySet, other: Value): PySet {
  const size = other instanceof PySet ? other.used : isExactDict(other) ? other.size : -1;
  if (size < 0 || self.used >> 2 > size) {
    const copy = copySet(self);
    subtractFrom(copy, other);
    return copy;
  }
  const result = new PySet(baseType(self.cls));
  if (other instanceof PySet) self.sift(other, false, result);
  else {
    self.each((key, low, high) => {
      if (!(other as PyDict).has(key)) result.addHashed(key, low, high);
    });
  }
  return result;
}

export function subtractFrom(self: PySet, other: Value): void {
  if (other === self) {
    self.clear();
    return;
  }
  if (other instanceof PySet) {
    const removed = other.used >> 3 > self.used ? intersect(self, other) : other;
    self.discardAll(removed);
  } else forEach(other, (key) => void self.discard(key));
  self.shed();
}

/** `self ^= other`. */
export function toggle(self: PySet, other: Value): void {
  if (other === self) {
    self.clear();
    return;
  }
  if (isExactDict(other)) {
    eachDictKey(other, (key) => {
      if (!self.discard(key)) self.add(key);
    });
    return;
  }
  const keys = other instanceof PySet ? other : makeSet(baseType(self.cls), other);
  self.toggleAll(keys);
}

export function symmetricDifference(self: PySet, other: Value): PySet {
  const result = makeSet(baseType(self.cls), other);
  toggle(result, self);
  return result;
}

export function isSubset(self: PySet, other: Value): boolean {
  if (!(other instanceof PySet)) return intersect(self, other).used === self.used;
  return self.used <= other.used && self.each((key, low, high) => other.hasHashed(key, low, high));
}

export function isSuperset(self: PySet, other: Value): boolean {
  if (other instanceof PySet) return isSubset(other, self);
  return everyItem(other, (key) => self.has(key));
}

export function isDisjoint(self: PySet, other: Value): boolean {
  if (other === self) return self.used === 0;
  if (other instanceof PySet && (other.cls === SET || other.cls === FROZENSET)) {
    const [walked, asked] = other.used > self.used ? [self, other] : [other, self];
    return walked.each((key, low, high) => !asked.hasHashed(key, low, high));
  }
  return everyItem(other, (key) => !self.has(key));
}

function everyItem(iterable: Value, test: (key: Value) => boolean): boolean {
  const iterator = iter(iterable);
  const advance = typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>;
  for (let item = advance(iterator); item !== undefined; item = advance(iterator)) if (!test(item)) return false;
  return true;
}

/** Order of sets is inclusion. */
export function compareSets(self: PySet, other: PySet, op: Comparison): Value {
  switch (op) {
    case "__eq__":
    case "__ne__": {
      const bothHashed = self.hash !== undefined && other.hash !== undefined;
      const equal = self.used === other.used && !(bothHashed && self.hash !== other.hash) && isSubset(self, other);
      return equal === (op === "__eq__");
    }
    case "__le__":
      return isSubset(self, other);
    case "__ge__":
      return isSubset(other, self);
    case "__lt__":
      return self.used < other.used && isSubset(self, other);
    case "__gt__":
      return self.used > other.used && isSubset(other, self);
  }
}

/** `hash(frozenset)`: no order of keys comes into it. Words of 64 bits are two halves, for BigInt is slow. */
export function hashSet(self: PySet): number | bigint {
  if (self.hash !== undefined) return self.hash;
  let low = 0;
  let high = 0;
  self.each((_key, keyLow, keyHigh) => {
    const mixed = multiplyWords(
      keyLow ^ 89869747 ^ (keyLow << 16),
      keyHigh ^ ((keyHigh << 16) | (keyLow >>> 16)),
      3644798167,
      0,
    );
    low ^= mixed.low;
    high ^= mixed.high;
  });
  const size = multiplyWords(self.used + 1, 0, 1927868237, 0);
  low ^= size.low;
  high ^= size.high;
  [low, high] = [
    low ^ ((low >>> 11) | (high << 21)) ^ ((low >>> 25) | (high << 7)),
    high ^ (high >>> 11) ^ (high >>> 25),
  ];
  const scaled = multiplyWords(low, high, 69069, 0);
  const sum = (scaled.low >>> 0) + 907133923;
  low = sum | 0;
  high = (scaled.high + (sum > 0xffffffff ? 1 : 0)) | 0;
  self.hash = low === -1 && high === -1 ? 590923713 : hashOfHalves(low, high);
  return self.hash;
}
