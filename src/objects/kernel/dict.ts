/**
 * PyDict: the insertion-ordered hash table under dict, namespaces and modules (CPython
 * Objects/dictobject.c). What Python can do with it is in objects/types/dict.ts.
 *
 * Entries lie in `keys` and `values` in order of insertion; a deleted entry is a hole (undefined)
 * until the next compaction. Two indexes lead to them:
 *  - `strings`, a JavaScript Map, for keys that are plain text (str, or a str subclass that compares as
 *    str does): V8 keeps a string's hash, we could not. Such a Map costs more than all else in a small dict, so there is
 *    none until the keys have been looked through so often that it pays; up to then text keys are JavaScript strings;
 *  - `table`, open addressing over 32 bits of the Python hash, for all other keys.
 *
 * Trap: comparing keys may run Python code that changes this very dict; each probe that called `isEqual` looks whether the
 * key is still there and the table the same, and starts over if not.
 * What CPython's table has room for is counted along (`slots`, `room`), since Python sees when it is made anew: a dict
 * that changes while it is iterated, and `sys.getsizeof`.
 * Trap: an object of a class with its own `__eq__` may equal a str. Such "foreign" keys are looked for
 * on the other side too, by hash.
 */
import { allocations, noteAllocation } from "./allocations.ts";
import { DICT, OBJECT, STR, TUPLE } from "./core-types.ts";
import { PyObject, type PyType, type Value } from "./object.ts";
import { PyStr, PyTuple } from "./payload.ts";
import { hashOf, isEqual } from "./protocol.ts";
import { foldTuple } from "./tuple-hash.ts";

const EMPTY_TABLE = new Int32Array(8);
const LEAST_SLOTS = 8;
/** A dict of more entries has an index of its text keys, and one of fewer in which so many keys were looked at without one. */
const MOST_UNINDEXED = 8;
const MOST_SCANNED = 64;

/** How many entries CPython's table of so many slots takes (USABLE_FRACTION). */
export const usable = (slots: number): number => Math.floor((slots * 2) / 3);

/** What compiled code takes for granted of one key of a dict: that it still has the same value, or still none. */
export class Assumption {
  holds = true;
}

export class PyDict extends PyObject {
  /** Keys and values by entry; undefined marks a hole. Read-only outside this file. */
  keys: (Value | undefined)[] = [];
  values: (Value | undefined)[] = [];
  /** Number of entries that are not holes: `len(self)`. */
  size = 0;
  /** Moves whenever a key comes, goes or changes place; not when a value changes. Inline caches guard on it. */
  epoch = 0;
  /** What is assumed of string keys; null in all dicts but namespaces of compiled code. */
  private assumptions: Map<string, Assumption> | null = null;
  /** Keys of which something was assumed that did not hold. */
  private changing: Set<string> | null = null;
  /** How often CPython has made its table anew. */
  private renewals = 0;
  private strings: Map<string, number> | undefined = undefined;
  /** How many keys were looked at for want of `strings`. */
  private scanned = 0;
  /** Entry index + 1, 0 for never used, -1 for deleted. Shared and untouched while `others` is 0. */
  private table: Int32Array = EMPTY_TABLE;
  /** Folded hashes by entry; holes in it belong to string keys. */
  private hashes: number[] = [];
  /** Live entries in `table`, and slots of it that are not 0. */
  private others = 0;
  private filled = 0;
  /** Live entries whose key may equal a str without being one. */
  private foreign = 0;
  /** How many entries, holes included, go in before CPython makes its table anew. */
  private room = 0;
  /** The slots of CPython's table: 0 if it has none. */
  slots = 0;
  /** Has CPython's table a place for the hashes of its keys? It has not as long as all of them are plain str. */
  general = false;

  constructor(cls: PyType = DICT) {
    super(cls);
    if (allocations.made !== null) noteAllocation(this);
  }

  get(key: Value): Value | undefined {
    const index = typeof key === "string" && this.foreign === 0 ? this.findText(key) : this.find(key);
    return index < 0 ? undefined : this.values[index];
  }

  has(key: Value): boolean {
    return this.find(key) >= 0;
  }

  /** Is there a key that may equal a string without being one? */
  get hasForeignKeys(): boolean {
    return this.foreign > 0;
  }

  /** The entry of a plain string key, or undefined. For inline caches: `values[entry]` holds while `epoch` does. */
  entryOfString(key: string): number | undefined {
    const index = this.findText(key);
    return index < 0 ? undefined : index;
  }

  /** The entry of plain text, or -1. */
  private findText(text: string): number {
    const { strings } = this;
    if (strings !== undefined) return strings.get(text) ?? -1;
    if (this.others === this.size) return -1;
    const { keys } = this;
    const { length } = keys;
    let index = 0;
    for (; index < length; index++) {
      const key = keys[index];
      if (typeof key === "string" && key === text) break;
    }
    this.scanned += index;
    if (this.scanned > MOST_SCANNED) this.indexTexts();
    return index === length ? -1 : index;
  }

  /** Make `strings`. */
  private indexTexts(): Map<string, number> {
    const strings = new Map<string, number>();
    const { keys } = this;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index];
      if (typeof key === "string") strings.set(key, index);
    }
    this.strings = strings;
    return strings;
  }

  /** `text` leads to the entry that is about to be made for `key`. */
  private noteText(text: string, key: Value, index: number): void {
    if (this.strings !== undefined) this.strings.set(text, index);
    else if (index >= MOST_UNINDEXED || typeof key !== "string") this.indexTexts().set(text, index);
  }

  set(key: Value, value: Value): void {
    if (typeof key === "string" && this.foreign === 0) {
      const index = this.findText(key);
      if (index >= 0) this.replace(index, value);
      else this.insert(key, value);
      return;
    }
    // A key is hashed once: Python code can count.
    this.setWith(key, value, this.keyHash(key));
  }

  /** The bits of the key's hash that `findWith` and `setWith` want; undefined for plain text. Runs `__hash__`. */
  keyHash(key: Value): number | undefined {
    return stringKey(key) === undefined ? foldKey(key) : undefined;
  }

  /** `find` with what `keyHash` gave: no `__hash__` runs. */
  findWith(key: Value, hash: number | undefined): number {
    return hash === undefined ? this.find(key) : this.findHashed(key, hash);
  }

  /** `set` with what `keyHash` gave. */
  setWith(key: Value, value: Value, hash: number | undefined): void {
    const index = this.findWith(key, hash);
    if (index >= 0) this.replace(index, value);
    else this.insert(key, value, hash);
  }

  private replace(index: number, value: Value): void {
    if (this.assumptions !== null && this.values[index] !== value) this.refute(this.keys[index] as Value);
    this.values[index] = value;
  }

  /** Something that holds until the key has another value than now, or one if it has none. */
  assume(key: string): Assumption {
    this.assumptions ??= new Map();
    let assumption = this.assumptions.get(key);
    if (assumption === undefined) {
      assumption = new Assumption();
      this.assumptions.set(key, assumption);
    }
    return assumption;
  }

  /** Has the key had other values while something was assumed of it? */
  isChanging(key: string): boolean {
    return this.changing?.has(key) === true;
  }

  /** The key is about to change: what was assumed of it does not hold any more. A key like no other may be any of them. */
  private refute(key: Value): void {
    const text = stringKey(key);
    if (text === undefined) {
      if (isForeign(key)) this.refuteAll();
      return;
    }
    const assumption = this.assumptions?.get(text);
    if (assumption === undefined) return;
    assumption.holds = false;
    this.assumptions?.delete(text);
    this.changing ??= new Set();
    this.changing.add(text);
  }

  private refuteAll(): void {
    for (const assumption of this.assumptions?.values() ?? []) assumption.holds = false;
    this.assumptions = null;
  }

  /** Set an entry of another dict here, by the hash known there: no Python `__hash__` runs. */
  setEntry(source: PyDict, index: number): void {
    const key = source.keys[index] as Value;
    const value = source.values[index] as Value;
    if (stringKey(key) !== undefined) {
      this.set(key, value);
      return;
    }
    const hash = source.hashes[index];
    const found = this.findHashed(key, hash);
    if (found >= 0) this.replace(found, value);
    else this.insert(key, value, hash);
  }

  /** All keys of another dict get this value, by the hashes known there (dict.fromkeys). */
  takeKeys(source: PyDict, value: Value): void {
    for (let i = source.nextEntry(0); i >= 0; i = source.nextEntry(i + 1)) {
      const key = source.keys[i] as Value;
      this.setWith(key, value, stringKey(key) === undefined ? source.hashes[i] : undefined);
    }
  }

  /** `set` with the halves of the key's hash, as a set keeps them. */
  setHashed(key: Value, value: Value, low: number, high: number): void {
    this.setWith(key, value, stringKey(key) === undefined ? low ^ high : undefined);
  }

  /** The entry here of a key of another dict, or -1, by the hash known there. */
  findEntry(source: PyDict, index: number): number {
    const key = source.keys[index] as Value;
    return stringKey(key) === undefined ? this.findHashed(key, source.hashes[index]) : this.find(key);
  }

  /** Remove the key; the value it had, or undefined. */
  delete(key: Value): Value | undefined {
    const index = this.find(key);
    if (index < 0) return undefined;
    const value = this.values[index];
    this.removeEntry(index);
    return value;
  }

  /** The value of the key; `value` becomes it if there is none. One lookup (dict.setdefault). */
  setDefault(key: Value, value: Value): Value {
    const hash = this.keyHash(key);
    const index = this.findWith(key, hash);
    if (index >= 0) return this.values[index] as Value;
    this.insert(key, value, hash);
    return value;
  }

  /** The index of the last entry, or -1: what popitem takes. */
  lastEntry(): number {
    let index = this.keys.length - 1;
    while (index >= 0 && this.keys[index] === undefined) index--;
    return index;
  }

  /** The index of the first entry at or after `from`, or -1. */
  nextEntry(from: number): number {
    const { keys } = this;
    for (let index = from; index < keys.length; index++) if (keys[index] !== undefined) return index;
    return -1;
  }

  /** The entry of a key, or -1. Throws if the key is unhashable. */
  find(key: Value): number {
    const text = stringKey(key);
    if (text !== undefined) {
      const index = this.findText(text);
      if (index >= 0) return index;
      return this.foreign === 0 ? -1 : this.probe(key, fold(hashOf(key)));
    }
    return this.findHashed(key, foldKey(key));
  }

  /** `find` of a key that is no plain text, with its folded hash. */
  private findHashed(key: Value, hash: number): number {
    if (this.others > 0) {
      const index = this.probe(key, hash);
      if (index >= 0) return index;
    }
    return this.others < this.size && isForeign(key) ? this.scanStrings(key, hash) : -1;
  }

  removeEntry(index: number): void {
    const key = this.keys[index] as Value;
    if (this.assumptions !== null) this.refute(key);
    const text = stringKey(key);
    if (text !== undefined) this.strings?.delete(text);
    else {
      if (isForeign(key)) this.foreign--;
      this.table[this.slotOfEntry(index)] = -1;
      this.others--;
    }
    this.keys[index] = undefined;
    this.values[index] = undefined;
    this.size--;
    this.epoch++;
  }

  /** Remove the last entry (`lastEntry()`) for good: the next key takes its place, as in CPython's popitem. */
  popEntry(index: number): void {
    this.removeEntry(index);
    if (this.size === 0) {
      this.room -= this.keys.length;
      this.reset();
    } else {
      // CPython does not give the room back.
      this.room -= this.keys.length - index;
      this.keys.length = index;
      this.values.length = index;
      if (this.hashes.length > index) this.hashes.length = index;
    }
  }

  clear(): void {
    if (this.keys.length > 0) this.epoch++;
    this.size = 0;
    this.room = 0;
    this.slots = 0;
    this.general = false;
    this.reset();
  }

  /** Make CPython's table large enough for `count` more keys, as a display or a merge does before it adds any. */
  reserve(count: number, general: boolean): void {
    if (count <= usable(Math.max(this.slots, LEAST_SLOTS))) return;
    this.general ||= general;
    this.renew(Math.ceil(((this.size + count) * 3) / 2));
  }

  /** The same for the keys of a display, which are every `step`th of `items`. */
  reserveFor(items: readonly Value[], step: 1 | 2): void {
    const count = items.length / step;
    if (count <= usable(LEAST_SLOTS)) return;
    let general = false;
    for (let i = 0; i < items.length; i += step) general ||= !isExactStr(items[i]);
    this.reserve(count, general);
  }

  /** A copy with the same order, as a plain dict unless told otherwise. */
  copy(cls: PyType = DICT): PyDict {
    const copy = new PyDict(cls);
    if (this.size === 0) return copy;
    const { length } = this.keys;
    if (this.size >= Math.floor((length * 2) / 3)) {
      // The table as it is, with what it has left.
      copy.slots = this.slots;
      copy.room = this.room - (length - this.size);
      copy.general = this.general;
    } else copy.reserve(this.size, this.general);
    for (let i = this.nextEntry(0); i >= 0; i = this.nextEntry(i + 1)) {
      copy.insert(this.keys[i] as Value, this.values[i] as Value, this.hashes[i]);
    }
    return copy;
  }

  /** The live entries, in order. Stops if the dict is emptied meanwhile; do not change it otherwise. */
  *entries(): Generator<[Value, Value]> {
    for (let i = this.nextEntry(0); i >= 0; i = this.nextEntry(i + 1)) {
      yield [this.keys[i] as Value, this.values[i] as Value];
    }
  }

  keyArray(): Value[] {
    return this.keys.filter((key) => key !== undefined) as Value[];
  }

  valueArray(): Value[] {
    return this.values.filter((value) => value !== undefined) as Value[];
  }

  /** Is there a key whose hash is not the same in each process? */
  get hasSecretHashes(): boolean {
    return this.others > 0;
  }

  /** Hashes are others than they were. */
  rehash(): void {
    for (let index = this.nextEntry(0); index >= 0; index = this.nextEntry(index + 1)) {
      const key = this.keys[index] as Value;
      if (stringKey(key) === undefined) this.hashes[index] = foldKey(key);
    }
    this.grow();
  }

  private reset(): void {
    if (this.assumptions !== null) this.refuteAll();
    this.keys = [];
    this.values = [];
    this.hashes = [];
    this.strings = undefined;
    this.scanned = 0;
    this.table = EMPTY_TABLE;
    this.others = 0;
    this.filled = 0;
    this.foreign = 0;
    this.renewals++;
  }

  /** Append an entry whose key is known to be absent. */
  private insert(key: Value, value: Value, knownHash?: number): void {
    if (this.assumptions !== null) this.refute(key);
    if (this.keys.length >= this.room) this.renew(this.size * 3);
    const text = stringKey(key);
    if (text === undefined && !this.general) this.generalize(key);
    const index = this.keys.length;
    if (text !== undefined) this.noteText(text, key, index);
    else {
      const hash = knownHash ?? foldKey(key);
      if ((this.filled + 1) * 3 >= this.table.length * 2) this.grow();
      if (this.table === EMPTY_TABLE) this.table = new Int32Array(8);
      this.hashes[index] = hash;
      this.place(index, hash);
      this.others++;
      this.filled++;
      if (isForeign(key)) this.foreign++;
    }
    this.keys.push(key);
    this.values.push(value);
    this.size++;
    this.epoch++;
  }

  private place(index: number, hash: number): void {
    const { table } = this;
    const mask = table.length - 1;
    let perturb = hash >>> 0;
    let slot = hash & mask;
    while (table[slot] !== 0) {
      perturb >>>= 5;
      slot = (slot * 5 + perturb + 1) & mask;
    }
    table[slot] = index + 1;
  }

  private probe(key: Value, hash: number): number {
    const { table, keys, hashes, renewals } = this;
    const mask = table.length - 1;
    let perturb = hash >>> 0;
    let slot = hash & mask;
    for (;;) {
      const entry = table[slot];
      if (entry === 0) return -1;
      if (entry > 0) {
        const index = entry - 1;
        const candidate = keys[index] as Value;
        if (candidate === key) return index;
        if (hashes[index] === hash) {
          const equal = isEqual(candidate, key);
          // As in CPython, other keys may come and go meanwhile, but not this one, nor the table.
          if (this.renewals !== renewals || this.table !== table || keys[index] !== candidate) {
            return this.findAgain(key, hash);
          }
          if (equal) return index;
        }
      }
      perturb >>>= 5;
      slot = (slot * 5 + perturb + 1) & mask;
    }
  }

  /** The dict changed while keys were compared: start over. */
  private findAgain(key: Value, hash: number): number {
    return stringKey(key) === undefined ? this.findHashed(key, hash) : this.find(key);
  }

  /** A key with an `__eq__` of its own against the string keys: by hash, one by one. */
  private scanStrings(key: Value, hash: number): number {
    const { renewals } = this;
    for (const index of (this.strings ?? this.indexTexts()).values()) {
      const candidate = this.keys[index] as Value;
      if (fold(hashOf(candidate)) !== hash) continue;
      const equal = isEqual(candidate, key);
      if (this.renewals !== renewals || this.keys[index] !== candidate) return this.findAgain(key, hash);
      if (equal) return index;
    }
    return -1;
  }

  private slotOfEntry(index: number): number {
    const { table } = this;
    const mask = table.length - 1;
    const hash = this.hashes[index];
    let perturb = hash >>> 0;
    let slot = hash & mask;
    while (table[slot] !== index + 1) {
      perturb >>>= 5;
      slot = (slot * 5 + perturb + 1) & mask;
    }
    return slot;
  }

  /** Make room in `table`: as large as three times the live entries asks for. */
  private grow(): void {
    let length = 8;
    while (length < (this.others + 1) * 3) length *= 2;
    this.table = new Int32Array(length);
    this.filled = this.others;
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i];
      if (key !== undefined && stringKey(key) === undefined) this.place(i, this.hashes[i]);
    }
  }

  /** Where CPython makes its table anew, for `wanted` slots at least. */
  private renew(wanted: number): void {
    this.renewals++;
    let slots = LEAST_SLOTS;
    while (slots < wanted) slots *= 2;
    this.slots = slots;
    this.room = usable(slots);
    if (this.keys.length > this.size) this.compact();
  }

  /** Before the first key that is no plain str. */
  private generalize(key: Value): void {
    if (isExactStr(key)) return;
    if (this.keys.length > 0 && this.slots > 0) this.renew(this.size * 3);
    this.general = true;
  }

  /** Close the holes. */
  private compact(): void {
    const { keys, values, hashes } = this;
    this.keys = [];
    this.values = [];
    this.hashes = [];
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === undefined) continue;
      const text = stringKey(key);
      const index = this.keys.length;
      if (text !== undefined) this.strings?.set(text, index);
      else this.hashes[index] = hashes[i];
      this.keys.push(key);
      this.values.push(values[i]);
    }
    if (this.others > 0) this.grow();
    this.epoch++;
  }
}

/** The text under which a key lies in `strings`; undefined if it belongs to `table`. */
function stringKey(key: Value): string | undefined {
  if (typeof key === "string") return key;
  if (!(key instanceof PyStr) || typeof key.text !== "string") return undefined;
  const { slots } = key.cls;
  return slots.__eq__ === STR.slots.__eq__ && slots.__hash__ === STR.slots.__hash__ ? key.text : undefined;
}

const isExactStr = (key: Value): boolean => typeof key === "string" || (key instanceof PyStr && key.cls === STR);

/** May this key, which is no string key, equal a string? Only if a class other than builtins' says so. */
export function isForeign(key: Value): boolean {
  if (typeof key !== "object") return false;
  const { cls } = key;
  if (!cls.traits.heap) return false;
  // A class with `__slots__` is laid out by itself: what it is made of is further down.
  let builtin = cls.solid;
  while (builtin.traits.heap && builtin.base !== null) builtin = builtin.base;
  return cls.slots.__eq__ !== builtin.slots.__eq__ && cls.slots.__eq__ !== OBJECT.slots.__eq__;
}

/** 32 bits of a Python hash; equal ints, floats and bools have equal hashes, and so equal bits. */
export function fold(hash: number | bigint): number {
  if (typeof hash === "number") return foldNumber(hash);
  return Number(BigInt.asIntN(32, hash)) ^ Number(BigInt.asIntN(32, hash >> 32n));
}

/** `fold(hashOf(key))`, without a BigInt on the way where that can be had. */
function foldKey(key: Value): number {
  if (typeof key === "number") return foldNumber(key === -1 ? -2 : key);
  if (key instanceof PyTuple && key.cls === TUPLE) return foldTuple(key.items);
  return fold(hashOf(key));
}

/** `fold` of a safe integer. */
export function foldNumber(value: number): number {
  const low = value | 0;
  return low === value ? low : low ^ Math.floor(value / 4294967296);
}
