/** count, cycle and repeat (CPython Modules/itertoolsmodule.c). */

import { COMPLEX, declareType, isInstance, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { iter } from "../../objects/kernel/iterate.ts";
import { binaryOperator } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, PyList, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { isEqual, reprText } from "../../objects/kernel/protocol.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { PyListIterator } from "../../objects/types/iterators.ts";
import { add } from "../../util/int.ts";
import { advance, ITERATOR_SLOTS, pickling, sizeArgument, stateInt, stateItems, TRAITS } from "./common.ts";

export const COUNT = declareType("count");
export const CYCLE = declareType("cycle");
export const REPEAT = declareType("repeat");

export class PyCount extends PyObject {
  constructor(
    public current: Value,
    readonly step: Value,
    cls: PyType = COUNT,
  ) {
    super(cls);
  }

  /** Steps of 1 over ints need not be shown. */
  get isPlain(): boolean {
    return intOf(this.step) !== undefined && isEqual(this.step, 1);
  }
}

function isNumber(value: Value): boolean {
  const { __index__, __int__, __float__ } = typeOf(value).slots;
  return [__index__, __int__, __float__].some((slot) => slot !== undefined) || isInstance(value, COMPLEX);
}

completeType<PyCount>(COUNT, {
  module: "itertools",
  doc: "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step",
  traits: TRAITS,
  allocate: (cls) => new PyCount(0, 1, cls),
  construct: [
    "(start=0, step=1)",
    (cls: PyType, start: Value, step: Value) => {
      if (!isNumber(start) || !isNumber(step)) throw typeError("a number is required");
      return new PyCount(start, step, cls);
    },
  ],
  slots: {
    ...ITERATOR_SLOTS,
    __repr__: (self) => {
      const step = self.isPlain ? "" : `, ${reprText(self.step)}`;
      return strFromJs(`${self.cls.name}(${reprText(self.current)}${step})`);
    },
    __next__: (self) => {
      const { current, step } = self;
      const plain = (typeof current === "number" || typeof current === "bigint") && typeof step === "number";
      self.current = plain ? add(current, step) : binaryOperator(current, step, "__add__");
      return current;
    },
  },
  methods: pickling((self: PyCount) =>
    tuple([self.cls, tuple(self.isPlain ? [self.current] : [self.current, self.step])]),
  ),
});

export class PyCycle extends PyObject {
  saved: Value[] = [];
  index = 0;
  /** Are the items of the iterator kept? Not after unpickling a cycle that was in a later round. */
  saves = true;
  constructor(
    /** null once it ended: then the saved items come again and again. */
    public iterator: Value | null,
    cls: PyType = CYCLE,
  ) {
    super(cls);
  }
}

completeType<PyCycle>(CYCLE, {
  module: "itertools",
  doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
  traits: TRAITS,
  allocate: (cls) => new PyCycle(null, cls),
  construct: ["(iterable, /)", (cls: PyType, iterable: Value) => new PyCycle(iter(iterable), cls)],
  slots: { ...ITERATOR_SLOTS, __next__: nextOfCycle },
  methods: pickling(
    (self: PyCycle) => {
      const saved = new PyList(self.saved.slice());
      if (self.iterator !== null) return tuple([self.cls, tuple([self.iterator]), tuple([saved, !self.saves])]);
      const rest = new PyListIterator(new PyList(self.saved.slice()));
      rest.index = self.index;
      return tuple([self.cls, tuple([rest]), tuple([saved, true])]);
    },
    (self, state) => {
      const [saved, replayed] = stateItems(state, 2);
      if (!(saved instanceof PyList)) throw typeError(`argument 1 must be list, not ${typeName(saved)}`);
      self.saves = stateInt(replayed) === 0;
      self.saved = saved.items.slice();
      self.index = 0;
    },
  ),
});

function nextOfCycle(self: PyCycle): Value | undefined {
  if (self.iterator !== null) {
    const item = advance(self.iterator);
    if (item !== undefined) {
      if (self.saves) self.saved.push(item);
      return item;
    }
    self.iterator = null;
  }
  if (self.saved.length === 0) return undefined;
  const item = self.saved[self.index];
  self.index = self.index + 1 === self.saved.length ? 0 : self.index + 1;
  return item;
}

export class PyRepeat extends PyObject {
  constructor(
    readonly element: Value,
    /** How often it is still given; -1: endlessly. */
    public remaining: number,
    cls: PyType = REPEAT,
  ) {
    super(cls);
  }
}

completeType<PyRepeat>(REPEAT, {
  module: "itertools",
  doc: "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.",
  traits: TRAITS,
  allocate: (cls) => new PyRepeat(NONE, 0, cls),
  construct: [
    "~(object, times=<unrepresentable>)",
    (cls: PyType, element: Value, times: Value | undefined) =>
      new PyRepeat(element, times === undefined ? -1 : Math.max(0, sizeArgument(times)), cls),
  ],
  slots: {
    ...ITERATOR_SLOTS,
    __repr__: (self) => {
      const times = self.remaining < 0 ? "" : `, ${self.remaining}`;
      return strFromJs(`${self.cls.name}(${reprText(self.element)}${times})`);
    },
    __next__: (self) => {
      if (self.remaining === 0) return undefined;
      if (self.remaining > 0) self.remaining--;
      return self.element;
    },
  },
  methods: {
    __length_hint__: [
      "~($self, /)",
      "Private method returning an estimate of len(list(it)).",
      (self: PyRepeat) => {
        if (self.remaining < 0) throw typeError("len() of unsized object");
        return self.remaining;
      },
    ],
    ...pickling((self: PyRepeat) =>
      tuple([self.cls, tuple(self.remaining < 0 ? [self.element] : [self.element, self.remaining])]),
    ),
  },
});
