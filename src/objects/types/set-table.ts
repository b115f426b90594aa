/**
 * PySet: the hash table under set and frozenset, with CPython's probing, growth and order (Objects/
 * setobject.c), so that a set of small ints prints, pops and iterates as in CPython. That takes all 64
 * bits of each hash; they are kept as two 32-bit halves.
 *
 * Invariants: a slot of `keys` is undefined (never used), DUMMY (removed) or a key; `fill` counts slots
 * that are not undefined, `used` the keys. `strings` holds the keys that are JavaScript strings: the
 * usual question, whether a str is in the set, then needs no hash. `lows` and `highs` are there once a key was added
 * that is no int of 32 bits: those are their own hashes.
 *
 * Trap: what needs `keys` takes it before the rest of the table, which may only then be made (`rehash`).
 *
 * Trap: comparing keys may run Python code that changes this very set; a probe looks afterwards whether
 * its table is still the one, and starts over if not.
 */
import { allocations, noteAllocation } from "../kernel/allocations.ts";
import { OBJECT, SET, TUPLE } from "../kernel/core-types.ts";
import { isForeign } from "../kernel/dict.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { PyStr, PyTuple } from "../kernel/payload.ts";
import { hashOf, isEqual } from "../kernel/protocol.ts";
import { tupleHashHalves } from "../kernel/tuple-hash.ts";

const MINIMUM = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;

/** Marks a slot whose key was removed. */
const DUMMY: Value = new PyObject(OBJECT);

/** The halves of the hash that `hashKey` computed last. */
let low = 0;
let high = 0;

const takeHalves = (newLow: number, newHigh: number): void => {
  low = newLow;
  high = newHigh;
};

/** Is the key an int of 32 bits? */
const isShort = (key: Value | undefined): key is number => typeof key === "number" && (key | 0) === key;

const lowOfShort = (key: number): number => (key === -1 ? -2 : key);

function hashKey(key: Value): void {
  if (isShort(key)) {
    low = lowOfShort(key);
    high = low >> 31;
    return;
  }
  if (key instanceof PyTuple && key.cls === TUPLE) {
    tupleHashHalves(key.items, takeHalves);
    return;
  }
  const hash = typeof key === "number" ? (key === -1 ? -2 : key) : hashOf(key);
  if (typeof hash === "number") {
    low = hash | 0;
    high = low === hash ? low >> 31 : Math.floor(hash / 4294967296) | 0;
  } else {
    low = Number(BigInt.asIntN(32, hash));
    high = Number(BigInt.asIntN(32, hash >> 32n));
  }
}

export class PySet extends PyObject {
  /** `len(self)`. */
  used = 0;
  /** The hash of a frozenset, once it is known. */
  hash: number | bigint | undefined = undefined;
  private fill = 0;
  private mask = MINIMUM - 1;
  private keys: (Value | undefined)[] = new Array(MINIMUM);
  // No typed arrays: small sets are made often, and those are slow to make.
  private lows: number[] | undefined = undefined;
  private highs: number[] | undefined = undefined;
  private strings: Set<string> | undefined = undefined;
  /** How many keys may equal a JavaScript string without being one. */
  private foreign = 0;
  /** Where pop looks first. */
  private finger = 0;

  constructor(cls: PyType = SET) {
    super(cls);
    if (allocations.made !== null) noteAllocation(this);
  }

  has(key: Value): boolean {
    if (typeof key === "string" && this.foreign === 0) return this.strings?.has(key) === true;
    hashKey(key);
    return this.find(key, low, high) >= 0;
  }

  add(key: Value): void {
    if (typeof key === "string" && this.strings?.has(key)) return;
    hashKey(key);
    this.addHashed(key, low, high);
  }

  /** Remove the key; false if it was not there. */
  discard(key: Value): boolean {
    if (typeof key === "string" && this.foreign === 0 && !this.strings?.has(key)) return false;
    hashKey(key);
    return this.discardHashed(key, low, high);
  }

  /** Remove and return the key that CPython's set.pop takes, or undefined of an empty set. */
  pop(): Value | undefined {
    if (this.used === 0) return undefined;
    let slot = this.finger & this.mask;
    while (this.keys[slot] === undefined || this.keys[slot] === DUMMY) slot = slot === this.mask ? 0 : slot + 1;
    const key = this.keys[slot] as Value;
    this.removeSlot(slot);
    this.finger = slot + 1;
    return key;
  }

  clear(): void {
    this.allocate(MINIMUM);
    this.fill = 0;
    this.used = 0;
    this.strings = undefined;
    this.foreign = 0;
    this.hash = undefined;
  }

  /** Is there a key whose hash is not the same in each process? */
  get hasSecretHashes(): boolean {
    return this.keyArray().some((key) => !isShort(key));
  }

  get hasOnlyText(): boolean {
    return this.strings?.size === this.used;
  }

  /** Hashes are others than they were. Text goes in again in the order in which it came, when somebody wants the table. */
  rehash(): void {
    const { strings } = this;
    if (strings === undefined || !this.hasOnlyText) {
      this.addAgain(this.keyArray());
      return;
    }
    this.hash = undefined;
    const property = { configurable: true, enumerable: true };
    const set = (keys: (Value | undefined)[]): void => {
      Object.defineProperty(this, "keys", { ...property, writable: true, value: keys });
    };
    const get = (): (Value | undefined)[] => {
      this.addAgain([...strings]);
      return this.keys;
    };
    Object.defineProperty(this, "keys", { ...property, get, set });
  }

  private addAgain(keys: readonly Value[]): void {
    this.clear();
    for (const key of keys) this.add(key);
  }

  /** The first slot with a key at or after `from`, or -1. */
  nextSlot(from: number): number {
    const { keys, mask } = this;
    for (let slot = from; slot <= mask; slot++) {
      const key = keys[slot];
      if (key !== undefined && key !== DUMMY) return slot;
    }
    return -1;
  }

  /** The key in a slot that `nextSlot` named. */
  keyAt(slot: number): Value {
    return this.keys[slot] as Value;
  }

  /** All keys, in the order of the table. */
  keyArray(): Value[] {
    return this.keys.filter((key) => key !== undefined && key !== DUMMY) as Value[];
  }

  /** How many slots the table has. */
  get slotCount(): number {
    return this.keys.length;
  }

  /**
   * Call `visit` with each key and the halves of its hash, in the order of the table; it stops when `visit` returns
   * false. The set may change meanwhile: what is visited is what is there by then.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a visitor that returns nothing goes on
  each(visit: (key: Value, keyLow: number, keyHigh: number) => boolean | void): boolean {
    for (let slot = 0; slot <= this.mask; slot++) {
      const key = this.keys[slot];
      if (key === undefined || key === DUMMY) continue;
      if (this.lows === undefined || this.highs === undefined) {
        const keyLow = lowOfShort(key as number);
        if (visit(key, keyLow, keyLow >> 31) === false) return false;
      } else if (visit(key, this.lows[slot], this.highs[slot]) === false) return false;
    }
    return true;
  }

  /** `has` with a hash that is known. */
  hasHashed(key: Value, keyLow: number, keyHigh: number): boolean {
    if (typeof key === "string" && this.foreign === 0) return this.strings?.has(key) === true;
    return this.find(key, keyLow, keyHigh) >= 0;
  }

  /** Add all keys of another set; an empty set takes over the other's order. */
  merge(other: PySet): void {
    if (other === this || other.used === 0) return;
    this.reserve(other.used);
    if (this.fill === 0) {
      if (this.mask === other.mask && other.fill === other.used) this.takeTable(other);
      else other.copyInto(this);
      return;
    }
    for (let slot = 0; slot <= other.mask; slot++) {
      const key = other.keys[slot];
      if (key === undefined || key === DUMMY) continue;
      other.hashAt(slot, key);
      this.addHashed(key, low, high);
    }
  }

  /** Add to `result` the keys that are in `asked` as well, or those that are not. */
  sift(asked: PySet, isWanted: boolean, result: PySet): void {
    for (let slot = 0; slot <= this.mask; slot++) {
      const key = this.keys[slot];
      if (key === undefined || key === DUMMY) continue;
      this.hashAt(slot, key);
      const keyLow = low;
      const keyHigh = high;
      if (asked.hasHashed(key, keyLow, keyHigh) === isWanted) result.addHashed(key, keyLow, keyHigh);
    }
  }

  /** Remove all keys of another set. */
  discardAll(other: PySet): void {
    for (let slot = 0; slot <= other.mask; slot++) {
      const key = other.keys[slot];
      if (key === undefined || key === DUMMY) continue;
      other.hashAt(slot, key);
      this.discardHashed(key, low, high);
    }
  }

  /** Remove the keys of another set that are here, and add those that are not. */
  toggleAll(other: PySet): void {
    for (let slot = 0; slot <= other.mask; slot++) {
      const key = other.keys[slot];
      if (key === undefined || key === DUMMY) continue;
      other.hashAt(slot, key);
      const keyLow = low;
      const keyHigh = high;
      if (!this.discardHashed(key, keyLow, keyHigh)) this.addHashed(key, keyLow, keyHigh);
    }
  }

  /** As `hashKey`, from what is known of the key of a slot. */
  private hashAt(slot: number, key: Value): void {
    if (this.lows === undefined || this.highs === undefined) {
      low = lowOfShort(key as number);
      high = low >> 31;
    } else {
      low = this.lows[slot] as number;
      high = this.highs[slot] as number;
    }
  }

  /** Make room for `count` keys more, as CPython does before it adds those of a set or dict. */
  reserve(count: number): void {
    if ((this.fill + count) * 5 >= this.mask * 3) this.resize((this.used + count) * 2);
  }

  /** Exchange the contents with another set. */
  swap(other: PySet): void {
    const mine = { ...this.contents() };
    Object.assign(this, other.contents());
    Object.assign(other, mine);
  }

  /** After many removals: resize if more than a quarter of the slots are dummies. */
  shed(): void {
    if (this.fill - this.used > Math.floor(this.mask / 4)) this.grow();
  }

  private contents() {
    const { used, hash, fill, mask, keys, lows, highs, strings, foreign } = this;
    return { used, hash, fill, mask, keys, lows, highs, strings, foreign };
  }

  private takeTable(other: PySet): void {
    const { used, fill, mask, foreign } = other;
    Object.assign(this, { used, fill, mask, foreign });
    this.keys = other.keys.slice();
    this.lows = other.lows?.slice();
    this.highs = other.highs?.slice();
    this.strings = other.strings && new Set(other.strings);
  }

  /** Put all keys into an empty set that has room for them. */
  private copyInto(target: PySet): void {
    target.insertAll(this.keys, this.lows, this.highs);
    target.fill = this.used;
    target.used = this.used;
    target.foreign = this.foreign;
    target.strings = this.strings && new Set(this.strings);
  }

  /** The slot of the key, or the complement of the one where it would go: the last dummy passed, else a free one. */
  private find(key: Value, keyLow: number, keyHigh: number): number {
    const { keys, lows, highs, mask } = this;
    const isInt = typeof key === "number";
    if (isInt && lows === undefined) return this.findAmongShort(key, keyLow, keyHigh);
    let dummy = -1;
    let perturbLow = keyLow;
    let perturbHigh = keyHigh;
    let start = keyLow & mask;
    for (;;) {
      const last = start + LINEAR_PROBES <= mask ? start + LINEAR_PROBES : start;
      for (let slot = start; slot <= last; slot++) {
        const candidate = keys[slot];
        if (candidate === undefined) return dummy >= 0 ? ~dummy : ~slot;
        if (candidate === key) return slot;
        if (typeof candidate === "number" && isInt) continue;
        if (candidate === DUMMY) {
          dummy = slot;
          continue;
        }
        if (lows === undefined || highs === undefined) {
          const candidateLow = lowOfShort(candidate as number);
          if (candidateLow !== keyLow || candidateLow >> 31 !== keyHigh) continue;
        } else if (lows[slot] !== keyLow || highs[slot] !== keyHigh) continue;
        const equal = isEqual(candidate, key);
        if (this.keys !== keys || keys[slot] !== candidate) return this.find(key, keyLow, keyHigh);
        if (equal) return slot;
      }
      perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      start = (start * 5 + 1 + (perturbLow >>> 0)) & mask;
    }
  }

  /** `find` of an int in a table of nothing but ints of 32 bits: those are equal only to themselves. */
  private findAmongShort(key: number, keyLow: number, keyHigh: number): number {
    const { keys, mask } = this;
    let dummy = -1;
    let perturbLow = keyLow;
    let perturbHigh = keyHigh;
    let start = keyLow & mask;
    for (;;) {
      const last = start + LINEAR_PROBES <= mask ? start + LINEAR_PROBES : start;
      for (let slot = start; slot <= last; slot++) {
        const candidate = keys[slot];
        if (candidate === undefined) return dummy >= 0 ? ~dummy : ~slot;
        if (candidate === key) return slot;
        if (candidate === DUMMY) dummy = slot;
      }
      perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      start = (start * 5 + 1 + (perturbLow >>> 0)) & mask;
    }
  }

  /** `add` with a hash that is known. */
  addHashed(key: Value, keyLow: number, keyHigh: number): void {
    const found = this.find(key, keyLow, keyHigh);
    if (found >= 0) return;
    const slot = ~found;
    const reused = this.keys[slot] === DUMMY;
    this.put(slot, key, keyLow, keyHigh);
    this.used++;
    if (typeof key === "string") {
      if (this.strings === undefined) this.strings = new Set();
      this.strings.add(key);
    } else if (equalsStrings(key)) this.foreign++;
    if (reused) return;
    this.fill++;
    if (this.fill * 5 >= this.mask * 3) this.grow();
  }

  /** `discard` with a hash that is known. */
  discardHashed(key: Value, keyLow: number, keyHigh: number): boolean {
    const slot = this.find(key, keyLow, keyHigh);
    if (slot < 0) return false;
    this.removeSlot(slot);
    return true;
  }

  private removeSlot(slot: number): void {
    const key = this.keys[slot] as Value;
    if (typeof key === "string") this.strings?.delete(key);
    else if (equalsStrings(key)) this.foreign--;
    this.keys[slot] = DUMMY;
    this.used--;
  }

  private grow(): void {
    this.resize(this.used > 50000 ? this.used * 2 : this.used * 4);
  }

  private resize(minimum: number): void {
    let size = MINIMUM;
    while (size <= minimum) size *= 2;
    const { keys, lows, highs } = this;
    if (size === MINIMUM && keys.length === MINIMUM && this.fill === this.used) return;
    this.allocate(size);
    this.insertAll(keys, lows, highs);
    this.fill = this.used;
  }

  private allocate(size: number): void {
    this.keys = new Array(size);
    this.lows = undefined;
    this.highs = undefined;
    this.mask = size - 1;
  }

  /** Put the keys of another table into this one, which has none of them, no dummies, and room. */
  private insertAll(
    keys: readonly (Value | undefined)[],
    lows: readonly number[] | undefined,
    highs: readonly number[] | undefined,
  ): void {
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot];
      if (key === undefined || key === DUMMY) continue;
      if (lows === undefined || highs === undefined) {
        const keyLow = lowOfShort(key as number);
        this.insertClean(key, keyLow, keyLow >> 31);
      } else this.insertClean(key, lows[slot], highs[slot]);
    }
  }

  private put(slot: number, key: Value, keyLow: number, keyHigh: number): void {
    this.keys[slot] = key;
    if (this.lows === undefined || this.highs === undefined) {
      if (isShort(key)) return;
      this.keepHashes();
    }
    (this.lows as number[])[slot] = keyLow;
    (this.highs as number[])[slot] = keyHigh;
  }

  /** So far all keys were their own hashes. */
  private keepHashes(): void {
    const { keys } = this;
    this.lows = new Array<number>(keys.length);
    this.highs = new Array<number>(keys.length);
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot];
      if (!isShort(key)) continue;
      this.lows[slot] = lowOfShort(key);
      this.highs[slot] = this.lows[slot] >> 31;
    }
  }

  /** Put a key that is not there into a table without dummies that has room. */
  private insertClean(key: Value, keyLow: number, keyHigh: number): void {
    const { keys, mask } = this;
    let perturbLow = keyLow;
    let perturbHigh = keyHigh;
    let start = keyLow & mask;
    for (;;) {
      const last = start + LINEAR_PROBES <= mask ? start + LINEAR_PROBES : start;
      for (let slot = start; slot <= last; slot++) {
        if (keys[slot] !== undefined) continue;
        this.put(slot, key, keyLow, keyHigh);
        return;
      }
      perturbLow = (perturbLow >>> PERTURB_SHIFT) | (perturbHigh << (32 - PERTURB_SHIFT));
      perturbHigh >>>= PERTURB_SHIFT;
      start = (start * 5 + 1 + (perturbLow >>> 0)) & mask;
    }
  }
}

/** May this key, which is no JavaScript string, equal one? */
function equalsStrings(key: Value): boolean {
  return typeof key === "object" && (key instanceof PyStr || isForeign(key));
}

/** A set of these keys, added in order. */
export function setOf(keys: Iterable<Value>, cls: PyType = SET): PySet {
  const set = new PySet(cls);
  for (const key of keys) set.add(key);
  return set;
}
