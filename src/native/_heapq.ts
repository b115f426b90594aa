/**
 * _heapq (CPython Modules/_heapqmodule.c). Comparisons come in CPython's order: a popped heap's last item
 * goes down to a leaf along the smaller children, and then up to its place.
 */
import { isInstance, LIST, typeName } from "../objects/kernel/core-types.ts";
import type { MethodRow } from "../objects/kernel/define.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import type { PyList } from "../objects/kernel/payload.ts";
import { isTrueComparison } from "../objects/kernel/protocol.ts";
import { indexError, runtimeError, typeError } from "../objects/kernel/raise.ts";

/** Does `a` come before `b`? */
type Before = (a: Value, b: Value) => boolean;

const least: Before = (a, b) =>
  typeof a === "number" && typeof b === "number" ? a < b : isTrueComparison(a, b, "__lt__");
const greatest: Before = (a, b) => least(b, a);

function heapOf(value: Value, name: string, position: string): PyList {
  if (!isInstance(value, LIST)) throw typeError(`${name}() argument${position} must be list, not ${typeName(value)}`);
  return value as PyList;
}

/** Python code that a comparison ran must not have changed the heap's size. */
function checkSize(heap: PyList, size: number): void {
  if (heap.items.length !== size) throw runtimeError("list changed size during iteration");
}

/** Move the item at `position` up, not above `start`. */
function siftDown(heap: PyList, start: number, position: number, before: Before): void {
  const size = heap.items.length;
  if (position >= size) throw indexError("index out of range");
  let at = position;
  while (at > start) {
    const parent = (at - 1) >> 1;
    const isBefore = before(heap.items[at], heap.items[parent]);
    checkSize(heap, size);
    if (!isBefore) return;
    const { items } = heap;
    [items[at], items[parent]] = [items[parent], items[at]];
    at = parent;
  }
}

/** Move the item at `position` down to a leaf, along the first of each two children, then up. */
function siftUp(heap: PyList, position: number, before: Before): void {
  const size = heap.items.length;
  if (position >= size) throw indexError("index out of range");
  const limit = size >> 1;
  let at = position;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < size) {
      const leftFirst = before(heap.items[child], heap.items[child + 1]);
      checkSize(heap, size);
      if (!leftFirst) child++;
    }
    const { items } = heap;
    [items[at], items[child]] = [items[child], items[at]];
    at = child;
  }
  siftDown(heap, position, at, before);
}

function pop(heap: PyList, before: Before): Value {
  if (heap.items.length === 0) throw indexError("index out of range");
  const last = heap.items.pop() as Value;
  if (heap.items.length === 0) return last;
  const first = heap.items[0];
  heap.items[0] = last;
  siftUp(heap, 0, before);
  return first;
}

function replace(heap: PyList, item: Value, before: Before): Value {
  if (heap.items.length === 0) throw indexError("index out of range");
  const first = heap.items[0];
  heap.items[0] = item;
  siftUp(heap, 0, before);
  return first;
}

function heapify(heap: PyList, before: Before): void {
  for (let i = (heap.items.length >> 1) - 1; i >= 0; i--) siftUp(heap, i, before);
}

function push(value: Value, item: Value): void {
  const heap = heapOf(value, "heappush", " 1");
  heap.items.push(item);
  siftDown(heap, 0, heap.items.length - 1, least);
}

function pushPop(value: Value, item: Value): Value {
  const heap = heapOf(value, "heappushpop", " 1");
  if (heap.items.length === 0) return item;
  const isBefore = least(heap.items[0], item);
  if (!isBefore) return item;
  return replace(heap, item, least);
}

const HEAP = "($module, heap, /)";
const HEAP_ITEM = "($module, heap, item, /)";

const functions: Record<string, MethodRow> = {
  heappush: [HEAP_ITEM, "Push item onto heap, maintaining the heap invariant.", push],
  heappushpop: [
    HEAP_ITEM,
    "Push item on the heap, then pop and return the smallest item from the heap.\n\nThe combined action runs more efficiently than heappush() followed by\na separate call to heappop().",
    pushPop,
  ],
  heappop: [
    HEAP,
    "Pop the smallest item off the heap, maintaining the heap invariant.",
    (heap: Value) => pop(heapOf(heap, "heappop", ""), least),
  ],
  heapreplace: [
    HEAP_ITEM,
    "Pop and return the current smallest value, and add the new item.\n\nThis is more efficient than heappop() followed by heappush(), and can be\nmore appropriate when using a fixed-size heap.  Note that the value\nreturned may be larger than item!  That constrains reasonable uses of\nthis routine unless written as part of a conditional replacement:\n\n    if item > heap[0]:\n        item = heapreplace(heap, item)",
    (heap: Value, item: Value) => replace(heapOf(heap, "heapreplace", " 1"), item, least),
  ],
  heapify: [
    HEAP,
    "Transform list into a heap, in-place, in O(len(heap)) time.",
    (heap: Value) => heapify(heapOf(heap, "heapify", ""), least),
  ],
  _heappop_max: [HEAP, "Maxheap variant of heappop.", (heap: Value) => pop(heapOf(heap, "_heappop_max", ""), greatest)],
  _heapify_max: [
    HEAP,
    "Maxheap variant of heapify.",
    (heap: Value) => heapify(heapOf(heap, "_heapify_max", ""), greatest),
  ],
  _heapreplace_max: [
    HEAP_ITEM,
    "Maxheap variant of heapreplace.",
    (heap: Value, item: Value) => replace(heapOf(heap, "_heapreplace_max", " 1"), item, greatest),
  ],
};

export default defineModule("_heapq", {
  doc: "Heap queue algorithm (a.k.a. priority queue).\n\nHeaps are arrays for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for\nall k, counting elements from 0.  For the sake of comparison,\nnon-existing elements are considered to be infinite.  The interesting\nproperty of a heap is that a[0] is always its smallest element.\n\nUsage:\n\nheap = []            # creates an empty heap\nheappush(heap, item) # pushes a new item on the heap\nitem = heappop(heap) # pops the smallest item from the heap\nitem = heap[0]       # smallest item on the heap without popping it\nheapify(x)           # transforms list into a heap, in-place, in linear time\nitem = heapreplace(heap, item) # pops and returns smallest item, and adds\n                               # new item; the heap size is unchanged\n\nOur API differs from textbook heap algorithms as follows:\n\n- We use 0-based indexing.  This makes the relationship between the\n  index for a node and the indexes for its children slightly less\n  obvious, but is more suitable since Python uses 0-based indexing.\n\n- Our heappop() method returns the smallest item, not the largest.\n\nThese two make it possible to view the heap as a regular Python list\nwithout surprises: heap[0] is the smallest item, and heap.sort()\nmaintains the heap invariant!\n",
  functions,
});
