/**
 * The prefix codes of a block: how long each symbol's code is (bzip2's huffman.c), and the codes of given lengths.
 *
 * Trap: with equal weights it depends on the heap which symbols get the longer codes, and the file shows it; so this is a
 * plain binary heap that prefers the left child and moves only what is strictly lighter.
 */

/** A weight counts in the high part; the low one is the depth of what hangs below, which decides between equals. */
const DEPTH = 256;

class Heap {
  private readonly items: number[] = [-1];

  constructor(private readonly weights: number[]) {}

  get size(): number {
    return this.items.length - 1;
  }

  push(node: number): void {
    const { items, weights } = this;
    let at = items.length;
    items.push(node);
    for (let parent = at >> 1; parent > 0 && weights[node] < weights[items[parent]]; parent = at >> 1) {
      items[at] = items[parent];
      at = parent;
    }
    items[at] = node;
  }

  pop(): number {
    const { items, weights } = this;
    const top = items[1];
    const node = items.pop() as number;
    if (items.length === 1) return top;
    let at = 1;
    for (let child = 2; child < items.length; child = at * 2) {
      if (child + 1 < items.length && weights[items[child + 1]] < weights[items[child]]) child++;
      if (weights[node] < weights[items[child]]) break;
      items[at] = items[child];
      at = child;
    }
    items[at] = node;
    return top;
  }
}

/** The lengths of the codes for symbols of these frequencies, none longer than `longest`. */
export function codeLengths(frequencies: readonly number[], longest: number): number[] {
  let counts = frequencies.map((frequency) => Math.max(1, frequency));
  for (;;) {
    const lengths = lengthsOf(counts);
    if (Math.max(...lengths) <= longest) return lengths;
    counts = counts.map((count) => 1 + Math.floor(count / 2));
  }
}

function lengthsOf(counts: readonly number[]): number[] {
  const weights = counts.map((count) => count * DEPTH);
  const parents: number[] = counts.map(() => -1);
  const heap = new Heap(weights);
  for (let symbol = 0; symbol < counts.length; symbol++) heap.push(symbol);
  while (heap.size > 1) {
    const first = heap.pop();
    const second = heap.pop();
    const node = weights.length;
    const depth = 1 + Math.max(weights[first] % DEPTH, weights[second] % DEPTH);
    weights.push(Math.floor(weights[first] / DEPTH) * DEPTH + Math.floor(weights[second] / DEPTH) * DEPTH + depth);
    parents[first] = node;
    parents[second] = node;
    parents.push(-1);
    heap.push(node);
  }
  return counts.map((_, symbol) => {
    let length = 0;
    for (let node = symbol; parents[node] >= 0; node = parents[node]) length++;
    return length;
  });
}

/** The codes that belong to the lengths: shorter ones first, then by symbol. */
export function codesOf(lengths: readonly number[]): number[] {
  const codes: number[] = new Array(lengths.length).fill(0);
  let code = 0;
  for (let length = Math.min(...lengths); length <= Math.max(...lengths); length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++) if (lengths[symbol] === length) codes[symbol] = code++;
    code *= 2;
  }
  return codes;
}
