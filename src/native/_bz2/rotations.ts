/**
 * The Burrows-Wheeler transform of a block: all its rotations in order, by doubling the length that is compared.
 *
 * Trap: of a block that repeats itself some rotations are equal, and which place the first of them gets shows in the file:
 * it is the last of theirs.
 */

export interface Transformed {
  /** The last byte of each rotation. */
  readonly last: Uint8Array;
  /** The place of the block itself among its rotations. */
  readonly origin: number;
}

/** Stable counting sort of `items` by their ranks. */
function sortByRank(items: Int32Array, rank: Int32Array, counts: Int32Array, sorted: Int32Array): void {
  counts.fill(0);
  for (let i = 0; i < items.length; i++) counts[rank[items[i]]]++;
  let sum = 0;
  for (let r = 0; r < counts.length; r++) {
    const count = counts[r];
    counts[r] = sum;
    sum += count;
  }
  for (let i = 0; i < items.length; i++) sorted[counts[rank[items[i]]]++] = items[i];
}

export function transform(block: Uint8Array): Transformed {
  const size = block.length;
  let order = new Int32Array(size);
  let rank = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    order[i] = i;
    rank[i] = block[i];
  }
  const counts = new Int32Array(Math.max(size, 256));
  const shifted = new Int32Array(size);
  let sorted = new Int32Array(size);
  sortByRank(order, rank, counts, sorted);
  [order, sorted] = [sorted, order];
  let next = new Int32Array(size);
  let groups = renumber(order, rank, next, 0);
  [rank, next] = [next, rank];
  for (let length = 1; groups < size && length < size; length *= 2) {
    for (let i = 0; i < size; i++) {
      const start = order[i] - length;
      shifted[i] = start < 0 ? start + size : start;
    }
    sortByRank(shifted, rank, counts, sorted);
    [order, sorted] = [sorted, order];
    groups = renumber(order, rank, next, length);
    [rank, next] = [next, rank];
  }
  const last = new Uint8Array(size);
  for (let i = 0; i < size; i++) last[i] = block[order[i] === 0 ? size - 1 : order[i] - 1];
  let origin = size - 1;
  while (rank[order[origin]] !== rank[0]) origin--;
  return { last, origin };
}

/** New ranks for rotations of which `length` and as many again are compared; how many different ones there are. */
function renumber(order: Int32Array, rank: Int32Array, into: Int32Array, length: number): number {
  const size = order.length;
  let groups = 0;
  for (let i = 0; i < size; i++) {
    if (i > 0) {
      const [a, b] = [order[i - 1], order[i]];
      if (rank[a] !== rank[b] || (length > 0 && rank[(a + length) % size] !== rank[(b + length) % size])) groups++;
    }
    into[order[i]] = groups;
  }
  return groups + 1;
}
