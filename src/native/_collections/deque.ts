/**
 * collections.deque and its iterators (CPython Modules/_collectionsmodule.c).
 *
 * The items lie in a ring whose length is a power of two. `state` moves with each change of what is where:
 * iterators, and searches that compare items, notice by it.
 */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { declareType, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType, type MethodRow } from "../../objects/kernel/define.ts";
import { iter, toArray } from "../../objects/kernel/iterate.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, PyList, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { type Comparison, compareSequences, isEqual, reprGuard, reprText } from "../../objects/kernel/protocol.ts";
import { indexError, memoryError, runtimeError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { Signature } from "../../objects/kernel/signature.ts";
import { adjustBounds } from "../../objects/kernel/slice.ts";
import type { KeywordNames, Slots } from "../../objects/kernel/slots.ts";
import { checkCount, checkTupleCount, toSsizeArgument } from "../../objects/types/arguments.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { comparisonSlots, MAX_ITEMS, searchIndex } from "../../objects/types/sequence.ts";

export const DEQUE = declareType("deque");
export const DEQUE_ITERATOR = declareType("_deque_iterator");
export const DEQUE_REVERSE_ITERATOR = declareType("_deque_reverse_iterator");

const SMALLEST = 8;

export class PyDeque extends PyObject {
  size = 0;
  state = 0;
  /** undefined: unbounded. */
  maxlen: number | undefined = undefined;
  private ring: (Value | undefined)[] = new Array(SMALLEST);
  private head = 0;

  constructor(cls: PyType = DEQUE) {
    super(cls);
  }

  at(index: number): Value {
    return this.ring[(this.head + index) & (this.ring.length - 1)] as Value;
  }

  put(index: number, value: Value): void {
    this.ring[(this.head + index) & (this.ring.length - 1)] = value;
  }

  append(value: Value): void {
    if (this.size === this.ring.length) this.grow();
    this.put(this.size++, value);
    this.state++;
    if (this.maxlen !== undefined && this.size > this.maxlen) this.popLeft();
  }

  appendLeft(value: Value): void {
    if (this.size === this.ring.length) this.grow();
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.size++;
    this.put(0, value);
    this.state++;
    if (this.maxlen !== undefined && this.size > this.maxlen) this.pop();
  }

  /** Remove the last item; undefined if there is none. */
  pop(): Value | undefined {
    if (this.size === 0) return undefined;
    const value = this.at(this.size - 1);
    this.ring[(this.head + this.size - 1) & (this.ring.length - 1)] = undefined;
    this.size--;
    this.state++;
    return value;
  }

  popLeft(): Value | undefined {
    if (this.size === 0) return undefined;
    const value = this.at(0);
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.size--;
    this.state++;
    return value;
  }

  clear(): void {
    this.ring = new Array(SMALLEST);
    this.head = 0;
    this.size = 0;
    this.state++;
  }

  /** Move `count` items from the right end to the left (from the left to the right if negative). */
  rotate(count: number): void {
    if (this.size < 2) return;
    let steps = count % this.size;
    if (steps > this.size / 2) steps -= this.size;
    else if (steps < -this.size / 2) steps += this.size;
    const { maxlen } = this;
    this.maxlen = undefined;
    for (; steps > 0; steps--) this.appendLeft(this.pop() as Value);
    for (; steps < 0; steps++) this.append(this.popLeft() as Value);
    this.maxlen = maxlen;
  }

  get items(): Value[] {
    const items = new Array<Value>(this.size);
    for (let i = 0; i < this.size; i++) items[i] = this.at(i);
    return items;
  }

  private grow(): void {
    if (this.size >= MAX_ITEMS) throw memoryError();
    this.ring = [...this.ring.slice(this.head), ...this.ring.slice(0, this.head)];
    this.head = 0;
    this.ring.length = this.size * 2;
  }
}

/** Add the items of an iterable at one of the ends. */
function extendWith(self: PyDeque, iterable: Value, add: (item: Value) => void): void {
  const iterator = iter(iterable === self ? new PyList(self.items) : iterable);
  const advance = typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>;
  for (let item = advance(iterator); item !== undefined; item = advance(iterator)) {
    if (self.maxlen !== 0) add(item);
  }
}

const extend = (self: PyDeque, iterable: Value): void => extendWith(self, iterable, (item) => self.append(item));
const extendLeft = (self: PyDeque, iterable: Value): void =>
  extendWith(self, iterable, (item) => self.appendLeft(item));

const PARAMETERS = new Signature("(iterable=<unrepresentable>, maxlen=None)");

function initialize(value: Value, args: Value[], kwnames: KeywordNames): void {
  const self = value as PyDeque;
  const [iterable, maxlen] = PARAMETERS.bind("deque", "deque", args, kwnames) as [Value | undefined, Value];
  let limit: number | undefined;
  if (maxlen !== NONE) {
    if (intOf(maxlen) === undefined) throw typeError("an integer is required");
    limit = toSsizeArgument(maxlen);
    if (limit < 0) throw valueError("maxlen must be non-negative");
  }
  self.maxlen = limit;
  if (self.size > 0) self.clear();
  if (iterable !== undefined) extend(self, iterable);
}

/** A copy, made by the class itself if it is a subclass. */
function copy(self: PyDeque): PyDeque {
  if (self.cls === DEQUE) {
    const result = new PyDeque();
    result.maxlen = self.maxlen;
    for (let i = 0; i < self.size; i++) result.append(self.at(i));
    return result;
  }
  const result = self.maxlen === undefined ? call(self.cls, self) : call(self.cls, self, self.maxlen);
  if (!(result instanceof PyDeque)) {
    throw typeError(`${self.cls.name}() must return a deque, not ${typeName(result)}`);
  }
  return result;
}

function itemIndex(self: PyDeque, key: Value): number {
  if (typeOf(key).slots.__index__ === undefined) {
    throw typeError(`sequence index must be integer, not '${typeName(key)}'`);
  }
  const index = toSsize(key, "IndexError");
  const real = index < 0 ? index + self.size : index;
  if (real < 0 || real >= self.size) throw indexError("deque index out of range");
  return real;
}

function deleteAt(self: PyDeque, index: number): void {
  self.rotate(-index);
  self.popLeft();
  self.rotate(index);
}

/** Compare items with `value` until `stop` says so; a change of the deque meanwhile is an error. */
function findItem(self: PyDeque, value: Value, start: number, stop: number, mutated: () => unknown): number {
  const { state } = self;
  for (let i = start; i < stop; i++) {
    const equal = isEqual(self.at(i), value);
    if (self.state !== state) throw mutated();
    if (equal) return i;
  }
  return -1;
}

const mutatedDuringIteration = (): unknown => runtimeError("deque mutated during iteration");

function index(self: PyDeque, value: Value, start: Value, stop: Value): Value {
  const [from, to] = adjustBounds(searchIndex(start), searchIndex(stop), self.size);
  const found = findItem(self, value, from, to, mutatedDuringIteration);
  if (found < 0) throw valueError(strFromJs(`${reprText(value)} is not in deque`));
  return found;
}

function count(self: PyDeque, value: Value): Value {
  let total = 0;
  for (let i = 0; i < self.size; i++) {
    i = findItem(self, value, i, self.size, mutatedDuringIteration);
    if (i < 0) break;
    total++;
  }
  return total;
}

function remove(self: PyDeque, value: Value): void {
  const found = findItem(self, value, 0, self.size, () => indexError("deque mutated during iteration"));
  if (found < 0) throw valueError(strFromJs(`${reprText(value)} is not in deque`));
  deleteAt(self, found);
}

function insert(self: PyDeque, at: Value, value: Value): void {
  const position = toSsizeArgument(at);
  if (self.maxlen !== undefined && self.size >= self.maxlen) throw indexError("deque already at its maximum size");
  if (position >= self.size) self.append(value);
  else if (position <= -self.size || position === 0) self.appendLeft(value);
  else {
    self.rotate(-position);
    if (position < 0) self.append(value);
    else self.appendLeft(value);
    self.rotate(position);
  }
}

function repeatInPlace(self: PyDeque, times: Value): PyDeque {
  const total = Number(times);
  if (total <= 0 || self.size === 0) {
    self.clear();
    return self;
  }
  const { items, maxlen } = self;
  if (maxlen === undefined && items.length * total > MAX_ITEMS) throw memoryError();
  // Of a bounded deque only the last rounds remain.
  const rounds = maxlen === undefined ? total : Math.min(total, Math.ceil(maxlen / items.length) + 1);
  for (let i = 1; i < rounds; i++) for (const item of items) self.append(item);
  return self;
}

function reverse(self: PyDeque): void {
  const { items } = self;
  items.reverse();
  items.forEach((item, i) => {
    self.put(i, item);
  });
}

function repr(self: PyDeque): Value {
  return reprGuard<Value>(self, "[...]", () => {
    const items = reprText(new PyList(toArray(self)));
    return strFromJs(`${self.cls.name}(${items}${self.maxlen === undefined ? "" : `, maxlen=${self.maxlen}`})`);
  });
}

function popOr(take: (self: PyDeque) => Value | undefined): (self: PyDeque) => Value {
  return (self) => {
    const value = take(self);
    if (value === undefined) throw indexError("pop from an empty deque");
    return value;
  };
}

const COPY: MethodRow = ["~($self, /)", "Return a shallow copy of a deque.", copy];

completeType<PyDeque>(DEQUE, {
  module: "collections",
  doc: "deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its endpoints.",
  traits: { basetype: true, weakrefs: true, sequence: true },
  allocate: (cls) => new PyDeque(cls),
  slots: {
    __new__: (cls) => (cls.allocate as NonNullable<PyType["allocate"]>)(cls),
    __init__: initialize,
    __repr__: repr,
    __hash__: null,
    __getattribute__: genericLookup,
    ...comparisonSlots<PyDeque>((other): other is PyDeque => other instanceof PyDeque, compareDeques),
    __iter__: (self) => new PyDequeIterator(self, DEQUE_ITERATOR),
    __len__: (self) => self.size,
    __getitem__: (self, key) => self.at(itemIndex(self, key)),
    __setitem__: (self, key, value) => self.put(itemIndex(self, key), value),
    __delitem__: (self, key) => deleteAt(self, itemIndex(self, key)),
    __contains__: (self, item) => findItem(self, item, 0, self.size, mutatedDuringIteration) >= 0,
    sq_concat: (self, other) => {
      if (!(other instanceof PyDeque))
        throw typeError(`can only concatenate deque (not "${typeName(other)}") to deque`);
      const result = copy(self);
      extend(result, other);
      return result;
    },
    sq_repeat: (self, times) => repeatInPlace(copy(self), times),
    sq_inplace_concat: (self, other) => {
      extend(self, other);
      return self;
    },
    sq_inplace_repeat: repeatInPlace,
  },
  methods: {
    append: [
      "~($self, object, /)",
      "Add an element to the right side of the deque.",
      (self: PyDeque, item: Value) => self.append(item),
    ],
    appendleft: [
      "~($self, object, /)",
      "Add an element to the left side of the deque.",
      (self: PyDeque, item: Value) => self.appendLeft(item),
    ],
    clear: ["~($self, /)", "Remove all elements from the deque.", (self: PyDeque) => self.clear()],
    __copy__: COPY,
    copy: COPY,
    count: ["~($self, value, /)", "D.count(value) -- return number of occurrences of value", count],
    extend: ["~($self, iterable, /)", "Extend the right side of the deque with elements from the iterable", extend],
    extendleft: [
      "~($self, iterable, /)",
      "Extend the left side of the deque with elements from the iterable",
      extendLeft,
    ],
    index: [
      "~($self, value, start=0, stop=sys.maxsize, /)",
      "D.index(value, [start, [stop]]) -- return first index of value.\nRaises ValueError if the value is not present.",
      index,
    ],
    insert: ["~($self, index, object, /)", "D.insert(index, object) -- insert object before index", insert],
    pop: ["~($self, /)", "Remove and return the rightmost element.", popOr((self) => self.pop())],
    popleft: ["~($self, /)", "Remove and return the leftmost element.", popOr((self) => self.popLeft())],
    __reduce__: [
      "~($self, /)",
      "Return state information for pickling.",
      (self: PyDeque) => {
        const state = call(getAttr(self, "__getstate__"));
        const args = self.maxlen === undefined ? [] : [tuple([]), self.maxlen];
        return tuple([self.cls, tuple(args), state, iter(self)]);
      },
    ],
    remove: ["~($self, value, /)", "D.remove(value) -- remove first occurrence of value.", remove],
    __reversed__: [
      "~($self, /)",
      "D.__reversed__() -- return a reverse iterator over the deque",
      (self: PyDeque) => new PyDequeIterator(self, DEQUE_REVERSE_ITERATOR),
    ],
    reverse: ["~($self, /)", "D.reverse() -- reverse *IN PLACE*", reverse],
    rotate: [
      "~($self, *args)",
      "Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left.",
      (self: PyDeque, args: Value[]) => {
        checkCount("deque.rotate", args.length, 0, 1);
        self.rotate(args.length === 0 ? 1 : toSsizeArgument(args[0]));
      },
    ],
    __sizeof__: [
      "~($self, /)",
      "D.__sizeof__() -- size of D in memory, in bytes",
      // Blocks of 64; the first is filled from its middle.
      (self: PyDeque) => 216 + 528 * (1 + Math.max(0, Math.ceil((self.size - 32) / 64))),
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  getset: {
    maxlen: [(self) => self.maxlen ?? NONE, undefined, "maximum size of a deque or None if unbounded"],
  },
});

function compareDeques(self: PyDeque, other: PyDeque, op: Comparison): Value {
  if (self === other && (op === "__eq__" || op === "__ne__")) return op === "__eq__";
  return compareSequences({ items: self.items }, { items: other.items }, op);
}

/** Of either direction. */
export class PyDequeIterator extends PyObject {
  state: number;
  remaining: number;
  constructor(
    readonly deque: PyDeque,
    cls: PyType,
  ) {
    super(cls);
    this.state = deque.state;
    this.remaining = deque.size;
  }
}

function completeIterator(type: PyType, item: (self: PyDequeIterator) => Value): void {
  const next = (self: PyDequeIterator): Value | undefined => {
    if (self.deque.state !== self.state) {
      self.remaining = 0;
      throw mutatedDuringIteration();
    }
    if (self.remaining === 0) return undefined;
    const value = item(self);
    self.remaining--;
    return value;
  };
  completeType<PyDequeIterator>(type, {
    module: "collections",
    slots: {
      __getattribute__: genericLookup,
      __iter__: (self) => self,
      __next__: next,
      __new__: (_cls, args) => {
        checkTupleCount(args.length, 1, 2);
        if (!(args[0] instanceof PyDeque)) {
          throw typeError(`argument 1 must be collections.deque, not ${typeName(args[0])}`);
        }
        const iterator = new PyDequeIterator(args[0], type);
        const skipped = args.length < 2 ? 0 : toSsizeArgument(args[1]);
        for (let i = 0; i < skipped && next(iterator) !== undefined; i++);
        return iterator;
      },
    },
    methods: {
      __length_hint__: [
        "~($self, /)",
        "Private method returning an estimate of len(list(it)).",
        (self: PyDequeIterator) => self.remaining,
      ],
      __reduce__: [
        "~($self, /)",
        "Return state information for pickling.",
        (self: PyDequeIterator) => tuple([type, tuple([self.deque, self.deque.size - self.remaining])]),
      ],
    },
  });
}

completeIterator(DEQUE_ITERATOR, (self) => self.deque.at(self.deque.size - self.remaining));
completeIterator(DEQUE_REVERSE_ITERATOR, (self) => self.deque.at(self.remaining - 1));
