/**
 * tee (CPython Modules/itertoolsmodule.c): independent iterators over one, which read it into shared blocks
 * as far as the foremost has got. A block that all have left is garbage.
 */
import { genericLookup, lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { declareType, LIST, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType, type MethodRow } from "../../objects/kernel/define.ts";
import { iter } from "../../objects/kernel/iterate.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { PyList, tuple } from "../../objects/kernel/payload.ts";
import { memoryError, runtimeError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { checkCount, refuseKeywords } from "../../objects/types/arguments.ts";
import { MAX_ITEMS } from "../../objects/types/sequence.ts";
import { advance, ITERATOR_SLOTS, pickling, sizeArgument, stateInt, stateItems } from "./common.ts";

export const TEE = declareType("_tee");
export const TEE_DATA = declareType("_tee_dataobject");

/** Items of a block before the next begins. */
const BLOCK = 57;

/** A block of items read from the iterator. */
export class PyTeeData extends PyObject {
  readonly values: Value[] = [];
  next: PyTeeData | undefined = undefined;
  private running = false;
  constructor(readonly iterator: Value) {
    super(TEE_DATA);
  }

  get(index: number): Value | undefined {
    if (index < this.values.length) return this.values[index];
    if (this.running) throw runtimeError("cannot re-enter the tee iterator");
    this.running = true;
    try {
      const item = advance(this.iterator);
      if (item !== undefined) this.values.push(item);
      return item;
    } finally {
      this.running = false;
    }
  }

  get following(): PyTeeData {
    if (this.next === undefined) this.next = new PyTeeData(this.iterator);
    return this.next;
  }
}

completeType<PyTeeData>(TEE_DATA, {
  module: "itertools",
  doc: "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
  allocate: () => new PyTeeData(NONE),
  slots: {
    __getattribute__: genericLookup,
    __new__: (_cls, args, kwnames) => {
      refuseKeywords("_tee_dataobject", kwnames);
      checkCount("teedataobject", args.length, 3, 3);
      return makeBlock(args[0], args[1], args[2]);
    },
  },
  methods: pickling((self: PyTeeData) =>
    tuple([self.cls, tuple([self.iterator, new PyList(self.values.slice()), self.next ?? NONE])]),
  ),
});

function makeBlock(iterator: Value, values: Value, next: Value): Value {
  if (!(values instanceof PyList) || values.cls !== LIST) {
    throw typeError(`teedataobject() argument 2 must be list, not ${typeName(values)}`);
  }
  const block = new PyTeeData(iterator);
  if (values.items.length > BLOCK) throw valueError("Invalid arguments");
  block.values.push(...values.items);
  if (next !== NONE) {
    if (values.items.length !== BLOCK || !(next instanceof PyTeeData)) throw valueError("Invalid arguments");
    block.next = next;
  }
  return block;
}

export class PyTee extends PyObject {
  constructor(
    public block: PyTeeData,
    public index: number,
  ) {
    super(TEE);
  }
}

const copy = (self: PyTee): PyTee => new PyTee(self.block, self.index);

completeType<PyTee>(TEE, {
  module: "itertools",
  doc: "Iterator wrapped to make it copyable.",
  traits: { weakrefs: true },
  construct: ["(iterable, /)", (_cls, iterable: Value) => makeTee(iterable)],
  slots: {
    __iter__: ITERATOR_SLOTS.__iter__,
    __next__: (self) => {
      if (self.index >= BLOCK) {
        self.block = self.block.following;
        self.index = 0;
      }
      const item = self.block.get(self.index);
      if (item !== undefined) self.index++;
      return item;
    },
  },
  methods: {
    __copy__: ["~($self, /)", "Returns an independent iterator.", copy],
    ...pickling(
      (self: PyTee) => tuple([self.cls, tuple([tuple([])]), tuple([self.block, self.index])]),
      (self, state) => {
        const [block, position] = stateItems(state, 2);
        if (!(block instanceof PyTeeData)) {
          throw typeError(`argument 1 must be itertools._tee_dataobject, not ${typeName(block)}`);
        }
        const index = stateInt(position);
        if (index < 0 || index > BLOCK) throw valueError("Index out of range");
        self.block = block;
        self.index = index;
      },
    ),
  },
});

function makeTee(iterable: Value): PyTee {
  const iterator = iter(iterable);
  return iterator instanceof PyTee ? copy(iterator) : new PyTee(new PyTeeData(iterator), 0);
}

/** `tee(iterable, n)`: an iterator that can be copied is copied, whatever its type. */
function tee(iterable: Value, n: Value): Value {
  const count = sizeArgument(n);
  if (count < 0) throw valueError("n must be >= 0");
  if (count > MAX_ITEMS) throw memoryError();
  if (count === 0) return tuple([]);
  const iterator = iter(iterable);
  const copyable = lookupAttr(iterator, "__copy__") === undefined ? makeTee(iterator) : iterator;
  const copies: Value[] = [copyable];
  while (copies.length < count) copies.push(copyOf(copyable));
  return tuple(copies);
}

function copyOf(iterator: Value): Value {
  const method = lookupAttr(iterator, "__copy__");
  if (method === undefined) throw typeError(`'${typeName(iterator)}' object has no __copy__`);
  return typeOf(iterator) === TEE ? copy(iterator as PyTee) : call(method);
}

export const TEE_FUNCTION: MethodRow = [
  "($module, iterable, n=2, /)",
  "Returns a tuple of n independent iterators.",
  tee,
];
