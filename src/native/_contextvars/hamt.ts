/**
 * A hash array mapped trie: the map of a context (CPython Python/hamt.c). It is never changed once made: setting or
 * deleting a key makes a new map that shares all but one path with the old one, so copying a context costs nothing.
 *
 * Each level of the trie takes five bits of the hash, the lowest first. A branch keeps, behind a bit map, only the slots
 * in use; CPython's two kinds of branch are one here, since a JavaScript array grows as it likes.
 *
 * Trap: comparing keys runs Python code, which may raise; nothing is changed before that is over.
 */
import type { Value } from "../../objects/kernel/object.ts";
import { hashOf, isEqual } from "../../objects/kernel/protocol.ts";

const BITS = 5;
const MASK = (1 << BITS) - 1;

/** Both halves of the 64 bits of a hash in 32 (hamt_hash); what makes the order of a map. */
function trieHash(key: Value): number {
  const hash = hashOf(key);
  return typeof hash === "number"
    ? (hash | 0) ^ Math.floor(hash / 4294967296)
    : Number(BigInt.asIntN(32, hash)) ^ Number(BigInt.asIntN(32, hash >> 32n));
}

class Entry {
  constructor(
    readonly hash: number,
    readonly key: Value,
    readonly value: Value,
  ) {}
}

class Branch {
  constructor(
    readonly bitmap: number,
    /** One for each bit of `bitmap`, the lowest first. */
    readonly slots: readonly Slot[],
  ) {}
}

/** Keys whose hashes are equal in all bits. */
class Collision {
  constructor(readonly entries: readonly Entry[]) {}

  get hash(): number {
    return this.entries[0].hash;
  }
}

type Slot = Entry | Branch | Collision;

const EMPTY_BRANCH = new Branch(0, []);

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

const bitOf = (hash: number, shift: number): number => 1 << ((hash >>> shift) & MASK);
const indexOf = (bitmap: number, bit: number): number => countBits(bitmap & (bit - 1));

function replaced<T>(items: readonly T[], index: number, item: T): T[] {
  const copy = items.slice();
  copy[index] = item;
  return copy;
}

function inserted<T>(items: readonly T[], index: number, item: T): T[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

function removed<T>(items: readonly T[], index: number): T[] {
  return items.filter((_item, i) => i !== index);
}

function findEntry(branch: Branch, hash: number, key: Value): Entry | undefined {
  let node = branch;
  for (let shift = 0; ; shift += BITS) {
    const bit = bitOf(hash, shift);
    if ((node.bitmap & bit) === 0) return undefined;
    const slot = node.slots[indexOf(node.bitmap, bit)];
    if (slot instanceof Branch) node = slot;
    else if (slot.hash !== hash) return undefined;
    else if (slot instanceof Entry) return isEqual(key, slot.key) ? slot : undefined;
    else return slot.entries.find((entry) => isEqual(key, entry.key));
  }
}

/** The branch that holds two slots whose hashes differ, from the level on at which they both lie. */
function split(shift: number, one: Entry | Collision, other: Entry): Branch {
  const bits = [bitOf(one.hash, shift), bitOf(other.hash, shift)] as const;
  if (bits[0] === bits[1]) return new Branch(bits[0], [split(shift + BITS, one, other)]);
  // The topmost bit is a negative number.
  const isFirst = bits[0] >>> 0 < bits[1] >>> 0;
  return new Branch(bits[0] | bits[1], isFirst ? [one, other] : [other, one]);
}

/** What lies at the place of `slot` once `added` is in; `slot` itself if it has that already. */
function withEntry(slot: Slot, shift: number, added: Entry): Slot {
  if (slot instanceof Branch) return branchWith(slot, shift, added);
  if (slot.hash !== added.hash) return split(shift, slot, added);
  if (slot instanceof Entry) {
    if (!isEqual(added.key, slot.key)) return new Collision([slot, added]);
    return slot.value === added.value ? slot : new Entry(slot.hash, slot.key, added.value);
  }
  const index = slot.entries.findIndex((entry) => isEqual(added.key, entry.key));
  if (index < 0) return new Collision([...slot.entries, added]);
  const found = slot.entries[index];
  if (found.value === added.value) return slot;
  return new Collision(replaced(slot.entries, index, new Entry(found.hash, found.key, added.value)));
}

function branchWith(branch: Branch, shift: number, added: Entry): Branch {
  const bit = bitOf(added.hash, shift);
  const index = indexOf(branch.bitmap, bit);
  if ((branch.bitmap & bit) === 0) return new Branch(branch.bitmap | bit, inserted(branch.slots, index, added));
  const slot = branch.slots[index];
  const changed = withEntry(slot, shift + BITS, added);
  return changed === slot ? branch : new Branch(branch.bitmap, replaced(branch.slots, index, changed));
}

/** What is left of `slot` without the key: itself if the key is not there, undefined if nothing. */
function withoutKey(slot: Slot, shift: number, hash: number, key: Value): Slot | undefined {
  if (slot instanceof Branch) return branchWithout(slot, shift, hash, key);
  if (slot.hash !== hash) return slot;
  if (slot instanceof Entry) return isEqual(key, slot.key) ? undefined : slot;
  const index = slot.entries.findIndex((entry) => isEqual(key, entry.key));
  if (index < 0) return slot;
  const left = removed(slot.entries, index);
  return left.length === 1 ? left[0] : new Collision(left);
}

function branchWithout(branch: Branch, shift: number, hash: number, key: Value): Slot | undefined {
  const bit = bitOf(hash, shift);
  if ((branch.bitmap & bit) === 0) return branch;
  const index = indexOf(branch.bitmap, bit);
  const slot = branch.slots[index];
  const left = withoutKey(slot, shift + BITS, hash, key);
  if (left === slot) return branch;
  const slots = left === undefined ? removed(branch.slots, index) : replaced(branch.slots, index, left);
  if (slots.length === 0) return undefined;
  // A branch with a single key is no branch: the key lies where the branch would.
  if (slots.length === 1 && !(slots[0] instanceof Branch) && shift > 0) return slots[0];
  return new Branch(left === undefined ? branch.bitmap & ~bit : branch.bitmap, slots);
}

function* entriesOf(slot: Slot): Generator<Entry, void> {
  if (slot instanceof Entry) yield slot;
  else for (const each of slot instanceof Branch ? slot.slots : slot.entries) yield* entriesOf(each);
}

export class Hamt {
  private constructor(
    private readonly root: Branch,
    readonly size: number,
  ) {}

  static readonly EMPTY = new Hamt(EMPTY_BRANCH, 0);

  get(key: Value): Value | undefined {
    return findEntry(this.root, trieHash(key), key)?.value;
  }

  /** The same map if it has this value for the key already. */
  with(key: Value, value: Value): Hamt {
    const hash = trieHash(key);
    const added = new Entry(hash, key, value);
    const root = branchWith(this.root, 0, added);
    if (root === this.root) return this;
    return new Hamt(root, countOf(root, hash) === countOf(this.root, hash) ? this.size : this.size + 1);
  }

  /** The same map if it has no such key. */
  without(key: Value): Hamt {
    const root = branchWithout(this.root, 0, trieHash(key), key);
    if (root === this.root) return this;
    return root === undefined ? Hamt.EMPTY : new Hamt(root as Branch, this.size - 1);
  }

  *entries(): Generator<Entry, void> {
    yield* entriesOf(this.root);
  }

  /** Has `other` the same keys with equal values? */
  equals(other: Hamt): boolean {
    if (this.size !== other.size) return false;
    for (const { hash, key, value } of this.entries()) {
      const found = findEntry(other.root, hash, key);
      if (found === undefined || !isEqual(value, found.value)) return false;
    }
    return true;
  }
}

/** How many keys have this hash: what setting one key can change. */
function countOf(branch: Branch, hash: number): number {
  let node = branch;
  for (let shift = 0; ; shift += BITS) {
    const bit = bitOf(hash, shift);
    if ((node.bitmap & bit) === 0) return 0;
    const slot = node.slots[indexOf(node.bitmap, bit)];
    if (slot instanceof Branch) node = slot;
    else if (slot.hash !== hash) return 0;
    else return slot instanceof Collision ? slot.entries.length : 1;
  }
}
