/**
 * The sort of list.sort and sorted: merging of natural runs, as CPython's listsort (Objects/listobject.c,
 * described in Objects/listsort.txt), with the merge order of powersort as since 3.11.
 *
 * It asks for exactly the comparisons CPython asks for, in the same order, because Python code can see
 * them and can be inconsistent. Where no Python code can run (all ints, all plain strings, all floats
 * that are no NaN, tuples of ints and strings) JavaScript's own stable sort gives the same result.
 *
 * Invariant: whenever a comparison throws, the array holds a permutation of what it held.
 */
import { FLOAT, TUPLE } from "../kernel/core-types.ts";
import type { Value } from "../kernel/object.ts";
import { PyFloat, PyTuple } from "../kernel/payload.ts";
import { isTrueComparison } from "../kernel/protocol.ts";

/** For keys of one kind, known to the caller. */
type Order = (a: Value, b: Value) => number;
type Less<T> = (a: T, b: T) => boolean;

/** Runs shorter than this are extended by insertion; also the start value of `minGallop`. */
const MIN_GALLOP = 7;

interface Run {
  base: number;
  length: number;
  power: number;
}

/** An item and what the key function made of it. */
interface Keyed {
  readonly key: Value;
  readonly value: Value;
}

/** Sort the array in place; `keys` are computed by the caller, in order, or absent. */
export function sortArray(items: Value[], keys: Value[] | undefined, reverse: boolean): void {
  // A reversed sort must keep equal items in their order: reverse, sort, reverse.
  if (reverse) {
    items.reverse();
    keys?.reverse();
  }
  try {
    if (sortPacked(items, keys ?? items)) return;
    if (keys === undefined) sortBy(items, items, (item) => item);
    else sortKeyed(items, keys);
  } finally {
    if (reverse) items.reverse();
  }
}

/**
 * Sort by ints as numbers that hold a key and a place each, so that no two are equal: then no comparison is called.
 * False, with nothing done, if there are other keys or the keys spread too far for that.
 */
function sortPacked(items: Value[], keys: readonly Value[]): boolean {
  const { length } = keys;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    const key = keys[i];
    if (typeof key !== "number") return false;
    if (key < low) low = key;
    if (key > high) high = key;
  }
  if (!((high - low + 1) * length <= Number.MAX_SAFE_INTEGER)) return false;
  const packed = new Float64Array(length);
  for (let i = 0; i < length; i++) packed[i] = ((keys[i] as number) - low) * length + i;
  packed.sort();
  const old = items.slice();
  for (let i = 0; i < length; i++) items[i] = old[packed[i] % length];
  return true;
}

function sortKeyed(items: Value[], keys: Value[]): void {
  const entries = items.map((value, i): Keyed => ({ key: keys[i], value }));
  try {
    sortBy(entries, keys, (entry) => entry.key);
  } finally {
    for (let i = 0; i < entries.length; i++) items[i] = entries[i].value;
  }
}

function sortBy<T>(entries: T[], keys: readonly Value[], keyOf: (entry: T) => Value): void {
  const order = nativeOrder(keys);
  if (order !== undefined) entries.sort((a, b) => order(keyOf(a), keyOf(b)));
  else new Sorter(entries, (a, b) => isTrueComparison(keyOf(a), keyOf(b), "__lt__")).sort();
}

/** An order for JavaScript's sort, if the keys are of one kind whose comparison runs no Python code. */
function nativeOrder(keys: readonly Value[]): Order | undefined {
  if (keys.length === 0) return undefined;
  const kind = typeof keys[0];
  if (kind === "number") {
    if (keys.every((key) => typeof key === "number")) return (a, b) => (a as number) - (b as number);
    return keys.every((key) => typeof key === "number" || typeof key === "bigint") ? primitiveOrder : undefined;
  }
  if (kind === "bigint") {
    return keys.every((key) => typeof key === "number" || typeof key === "bigint") ? primitiveOrder : undefined;
  }
  // Plain strings hold no surrogates, so the order of code units is that of code points.
  if (kind === "string") return keys.every((key) => typeof key === "string") ? primitiveOrder : undefined;
  if (kind === "object" && keys[0] instanceof PyTuple) return tupleOrder(keys);
  const plainFloat = (key: Value): boolean => key instanceof PyFloat && key.cls === FLOAT && !Number.isNaN(key.value);
  if (!plainFloat(keys[0]) || !keys.every(plainFloat)) return undefined;
  return (a, b) => (a as PyFloat).value - (b as PyFloat).value || 0;
}

/** Of tuples of one length whose items at each place are all ints or all plain strings. */
function tupleOrder(keys: readonly Value[]): Order | undefined {
  const kinds = (keys[0] as PyTuple).items.map((item) => typeof item);
  if (!kinds.every((kind) => kind === "number" || kind === "string")) return undefined;
  const { length } = kinds;
  for (const key of keys) {
    if (!(key instanceof PyTuple) || key.cls !== TUPLE || key.items.length !== length) return undefined;
    for (let i = 0; i < length; i++) if (typeof key.items[i] !== kinds[i]) return undefined;
  }
  return (a, b) => {
    const [left, right] = [(a as PyTuple).items, (b as PyTuple).items];
    for (let i = 0; i < length; i++) if (left[i] !== right[i]) return left[i] < right[i] ? -1 : 1;
    return 0;
  };
}

const primitiveOrder: Order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

class Sorter<T> {
  private minGallop = MIN_GALLOP;
  private readonly pending: Run[] = [];

  constructor(
    private readonly array: T[],
    private readonly less: Less<T>,
  ) {}

  sort(): void {
    const { length } = this.array;
    if (length < 2) return;
    const minimum = minimumRun(length);
    let low = 0;
    while (low < length) {
      let run = this.countRun(low, length);
      if (run < minimum) {
        const forced = Math.min(minimum, length - low);
        this.insertionSort(low, low + forced, low + run);
        run = forced;
      }
      this.foundRun(low, run);
      low += run;
    }
    this.mergeAll();
  }

  /** The length of the run at `low`; a strictly descending one is reversed. */
  private countRun(low: number, high: number): number {
    const { array, less } = this;
    if (low + 1 === high) return 1;
    let end = low + 2;
    if (less(array[low + 1], array[low])) {
      while (end < high && less(array[end], array[end - 1])) end++;
      reverseRange(array, low, end);
    } else {
      while (end < high && !less(array[end], array[end - 1])) end++;
    }
    return end - low;
  }

  /** Sort [low, high) by binary insertion; [low, start) is sorted already. */
  private insertionSort(low: number, high: number, start: number): void {
    const { array, less } = this;
    for (let i = Math.max(start, low + 1); i < high; i++) {
      const pivot = array[i];
      let left = low;
      let right = i;
      while (left < right) {
        const middle = left + ((right - left) >> 1);
        if (less(pivot, array[middle])) right = middle;
        else left = middle + 1;
      }
      array.copyWithin(left + 1, left, i);
      array[left] = pivot;
    }
  }

  /** Push a run, after merging those that powersort says must be merged before it. */
  private foundRun(base: number, length: number): void {
    const { pending } = this;
    if (pending.length > 0) {
      const last = pending[pending.length - 1];
      const power = nodePower(last.base, last.length, length, this.array.length);
      while (pending.length > 1 && pending[pending.length - 2].power > power) this.mergeAt(pending.length - 2);
      pending[pending.length - 1].power = power;
    }
    pending.push({ base, length, power: 0 });
  }

  private mergeAll(): void {
    const { pending } = this;
    while (pending.length > 1) {
      let at = pending.length - 2;
      if (at > 0 && pending[at - 1].length < pending[at + 1].length) at--;
      this.mergeAt(at);
    }
  }

  /** Merge the runs `at` and `at + 1` of the stack. */
  private mergeAt(at: number): void {
    const { array, pending } = this;
    const first = pending[at];
    const second = pending[at + 1];
    let { base, length } = first;
    const start = second.base;
    let count = second.length;
    first.length += count;
    pending.splice(at + 1, 1);
    const skipped = this.gallopRight(array[start], array, base, length, 0);
    base += skipped;
    length -= skipped;
    if (length === 0) return;
    count = this.gallopLeft(array[base + length - 1], array, start, count, count - 1);
    if (count === 0) return;
    if (length <= count) this.mergeLow(base, length, start, count);
    else this.mergeHigh(base, length, start, count);
  }

  /**
   * Where `key` belongs in the sorted part [base, base + length), left of what equals it, as a distance
   * from base; the search starts at `hint` and doubles its steps.
   */
  private gallopLeft(key: T, array: T[], base: number, length: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let offset = 1;
    const at = base + hint;
    if (less(array[at], key)) {
      const most = length - hint;
      while (offset < most && less(array[at + offset], key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > most) offset = most;
      last += hint;
      offset += hint;
    } else {
      const most = hint + 1;
      while (offset < most && !less(array[at - offset], key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > most) offset = most;
      [last, offset] = [hint - offset, hint - last];
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (less(array[base + middle], key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** As gallopLeft, but right of what equals `key`. */
  private gallopRight(key: T, array: T[], base: number, length: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let offset = 1;
    const at = base + hint;
    if (less(key, array[at])) {
      const most = hint + 1;
      while (offset < most && less(key, array[at - offset])) {
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > most) offset = most;
      [last, offset] = [hint - offset, hint - last];
    } else {
      const most = length - hint;
      while (offset < most && !less(key, array[at + offset])) {
        last = offset;
        offset = offset * 2 + 1;
      }
      if (offset > most) offset = most;
      last += hint;
      offset += hint;
    }
    last++;
    while (last < offset) {
      const middle = last + ((offset - last) >> 1);
      if (less(key, array[base + middle])) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Merge with the left run, which is not the longer one, copied away. */
  private mergeLow(base: number, leftLength: number, start: number, rightLength: number): void {
    const { array } = this;
    const merge: Merge<T> = {
      copy: array.slice(base, base + leftLength),
      cursor: 0,
      left: leftLength,
      right: rightLength,
      from: start,
      to: base,
      failed: false,
    };
    array[merge.to++] = array[merge.from++];
    merge.right--;
    try {
      // The left run's last item is known to be the greatest of all.
      merge.failed = true;
      if (merge.right > 0 && merge.left > 1) this.mergeLowLoop(merge);
      merge.failed = false;
    } finally {
      if (merge.left === 1 && merge.right > 0 && !merge.failed) {
        array.copyWithin(merge.to, merge.from, merge.from + merge.right);
        array[merge.to + merge.right] = merge.copy[merge.cursor];
      } else {
        for (let i = 0; i < merge.left; i++) array[merge.to + i] = merge.copy[merge.cursor + i];
      }
    }
  }

  private mergeLowLoop(merge: Merge<T>): void {
    const { array, less } = this;
    const { copy } = merge;
    for (;;) {
      let leftWins = 0;
      let rightWins = 0;
      do {
        if (less(array[merge.from], copy[merge.cursor])) {
          array[merge.to++] = array[merge.from++];
          rightWins++;
          leftWins = 0;
          if (--merge.right === 0) return;
        } else {
          array[merge.to++] = copy[merge.cursor++];
          leftWins++;
          rightWins = 0;
          if (--merge.left === 1) return;
        }
      } while (leftWins < this.minGallop && rightWins < this.minGallop);
      this.minGallop++;
      do {
        if (this.minGallop > 1) this.minGallop--;
        leftWins = this.gallopRight(array[merge.from], copy, merge.cursor, merge.left, 0);
        for (let i = 0; i < leftWins; i++) array[merge.to++] = copy[merge.cursor++];
        merge.left -= leftWins;
        // 0 can only come of an inconsistent comparison.
        if (merge.left <= 1) return;
        array[merge.to++] = array[merge.from++];
        if (--merge.right === 0) return;
        rightWins = this.gallopLeft(copy[merge.cursor], array, merge.from, merge.right, 0);
        array.copyWithin(merge.to, merge.from, merge.from + rightWins);
        merge.to += rightWins;
        merge.from += rightWins;
        merge.right -= rightWins;
        if (merge.right === 0) return;
        array[merge.to++] = copy[merge.cursor++];
        if (--merge.left === 1) return;
      } while (leftWins >= MIN_GALLOP || rightWins >= MIN_GALLOP);
      this.minGallop++;
    }
  }

  /** Merge with the right run, which is the shorter one, copied away; from the end. */
  private mergeHigh(base: number, leftLength: number, start: number, rightLength: number): void {
    const { array } = this;
    const merge: Merge<T> = {
      copy: array.slice(start, start + rightLength),
      cursor: rightLength - 1,
      left: leftLength,
      right: rightLength,
      from: base + leftLength - 1,
      to: start + rightLength - 1,
      failed: false,
    };
    array[merge.to--] = array[merge.from--];
    merge.left--;
    try {
      // The right run's first item is known to be the least of all.
      merge.failed = true;
      if (merge.left > 0 && merge.right > 1) this.mergeHighLoop(merge);
      merge.failed = false;
    } finally {
      if (merge.right === 1 && merge.left > 0 && !merge.failed) {
        array.copyWithin(merge.to - merge.left + 1, merge.from - merge.left + 1, merge.from + 1);
        array[merge.to - merge.left] = merge.copy[merge.cursor];
      } else {
        for (let i = 0; i < merge.right; i++) array[merge.to - i] = merge.copy[merge.cursor - i];
      }
    }
  }

  private mergeHighLoop(merge: Merge<T>): void {
    const { array, less } = this;
    const { copy } = merge;
    for (;;) {
      let leftWins = 0;
      let rightWins = 0;
      do {
        if (less(copy[merge.cursor], array[merge.from])) {
          array[merge.to--] = array[merge.from--];
          leftWins++;
          rightWins = 0;
          if (--merge.left === 0) return;
        } else {
          array[merge.to--] = copy[merge.cursor--];
          rightWins++;
          leftWins = 0;
          if (--merge.right === 1) return;
        }
      } while (leftWins < this.minGallop && rightWins < this.minGallop);
      this.minGallop++;
      do {
        if (this.minGallop > 1) this.minGallop--;
        const base = merge.from - merge.left + 1;
        leftWins = merge.left - this.gallopRight(copy[merge.cursor], array, base, merge.left, merge.left - 1);
        array.copyWithin(merge.to - leftWins + 1, merge.from - leftWins + 1, merge.from + 1);
        merge.to -= leftWins;
        merge.from -= leftWins;
        merge.left -= leftWins;
        if (merge.left === 0) return;
        array[merge.to--] = copy[merge.cursor--];
        if (--merge.right === 1) return;
        rightWins = merge.right - this.gallopLeft(array[merge.from], copy, 0, merge.right, merge.right - 1);
        for (let i = 0; i < rightWins; i++) array[merge.to--] = copy[merge.cursor--];
        merge.right -= rightWins;
        if (merge.right <= 1) return;
        array[merge.to--] = array[merge.from--];
        if (--merge.left === 0) return;
      } while (leftWins >= MIN_GALLOP || rightWins >= MIN_GALLOP);
      this.minGallop++;
    }
  }
}

/** A merge under way: the run that was copied, and how far both have got. */
interface Merge<T> {
  readonly copy: T[];
  cursor: number;
  left: number;
  right: number;
  from: number;
  to: number;
  /** A comparison threw: set before the loop, cleared after it. */
  failed: boolean;
}

function reverseRange<T>(array: T[], low: number, end: number): void {
  for (let i = low, j = end - 1; i < j; i++, j--) [array[i], array[j]] = [array[j], array[i]];
}

/** Between 32 and 64, such that length / minimum is just below a power of two. */
function minimumRun(length: number): number {
  let remainder = 0;
  let minimum = length;
  while (minimum >= 64) {
    remainder |= minimum & 1;
    minimum >>= 1;
  }
  return minimum + remainder;
}

/** Powersort's node power of two neighbouring runs: the first bit in which their middles, as fractions, differ. */
function nodePower(base: number, first: number, second: number, total: number): number {
  let power = 0;
  let a = 2 * base + first;
  let b = a + first + second;
  for (;;) {
    power++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}
