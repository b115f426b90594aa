/** groupby and its groups (CPython Modules/itertoolsmodule.c). */
import { call } from "../../objects/kernel/call.ts";
import { declareType, NONE, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { iter } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { isEqual } from "../../objects/kernel/protocol.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { checkCount, refuseKeywords } from "../../objects/types/arguments.ts";
import { builtin } from "../../objects/types/builtin-lookup.ts";
import { endsOnStop } from "../../objects/types/end-of-iteration.ts";
import { advance, ITERATOR_SLOTS, pickling, stateItems, TRAITS } from "./common.ts";

export const GROUPBY = declareType("groupby");
export const GROUPER = declareType("_grouper");

export class PyGroupBy extends PyObject {
  /** The key of the group that is being given. */
  targetKey: Value | undefined = undefined;
  /** The item read last and its key. */
  currentKey: Value | undefined = undefined;
  currentValue: Value | undefined = undefined;
  /** The group given last: only that one may go on. */
  group: PyGrouper | undefined = undefined;
  constructor(
    readonly iterator: Value,
    readonly keyFunction: Value,
    cls: PyType = GROUPBY,
  ) {
    super(cls);
  }
}

export class PyGrouper extends PyObject {
  constructor(
    readonly parent: PyGroupBy,
    readonly targetKey: Value,
  ) {
    super(GROUPER);
    parent.group = this;
  }
}

/** Read the next item; false at the end. */
function readItem(self: PyGroupBy): boolean {
  const item = advance(self.iterator);
  if (item === undefined) return false;
  const key = self.keyFunction === NONE ? item : call(self.keyFunction, item);
  self.currentValue = item;
  self.currentKey = key;
  return true;
}

completeType<PyGroupBy>(GROUPBY, {
  module: "itertools",
  doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
  traits: TRAITS,
  allocate: (cls) => new PyGroupBy(NONE, NONE, cls),
  construct: [
    "(iterable, key=None)",
    (cls: PyType, iterable: Value, key: Value) => new PyGroupBy(iter(iterable), key, cls),
  ],
  slots: { ...ITERATOR_SLOTS, __next__: endsOnStop(nextGroup) },
  methods: pickling(
    (self: PyGroupBy) => {
      const args = tuple([self.iterator, self.keyFunction]);
      const { targetKey, currentKey, currentValue } = self;
      if (targetKey === undefined || currentKey === undefined || currentValue === undefined) {
        return tuple([self.cls, args]);
      }
      return tuple([self.cls, args, tuple([currentKey, currentValue, targetKey])]);
    },
    (self, state) => {
      [self.currentKey, self.currentValue, self.targetKey] = stateItems(state, 3);
    },
  ),
});

function nextGroup(self: PyGroupBy): Value | undefined {
  self.group = undefined;
  for (;;) {
    if (self.currentKey !== undefined) {
      if (self.targetKey === undefined || !isEqual(self.targetKey, self.currentKey)) break;
    }
    if (!readItem(self)) return undefined;
  }
  self.targetKey = self.currentKey;
  return new PyTuple([self.currentKey, new PyGrouper(self, self.targetKey)]);
}

completeType<PyGrouper>(GROUPER, {
  module: "itertools",
  allocate: () => new PyGrouper(new PyGroupBy(NONE, NONE), NONE),
  slots: {
    ...ITERATOR_SLOTS,
    __new__: (_cls, args, kwnames) => {
      refuseKeywords("_grouper", kwnames);
      checkCount("_grouper", args.length, 2, 2);
      const [parent, key] = args;
      if (!(parent instanceof PyGroupBy)) {
        throw typeError(`_grouper() argument 1 must be itertools.groupby, not ${typeName(parent)}`);
      }
      return new PyGrouper(parent, key);
    },
    __next__: endsOnStop(nextOfGroup),
  },
  methods: pickling((self: PyGrouper) => {
    if (self.parent.group !== self) return tuple([builtin("iter"), tuple([tuple([])])]);
    return tuple([self.cls, tuple([self.parent, self.targetKey])]);
  }),
});

function nextOfGroup(self: PyGrouper): Value | undefined {
  const { parent } = self;
  if (parent.group !== self) return undefined;
  if (parent.currentValue === undefined && !readItem(parent)) return undefined;
  if (!isEqual(self.targetKey, parent.currentKey as Value)) return undefined;
  const item = parent.currentValue;
  parent.currentValue = undefined;
  return item;
}
