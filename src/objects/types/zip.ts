/** zip (CPython Python/bltinmodule.c). */
import { declareType, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { iter } from "../kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { PyTuple, tuple } from "../kernel/payload.ts";
import { type PyError, valueError } from "../kernel/raise.ts";
import type { KeywordNames, Slots } from "../kernel/slots.ts";
import { isTrue } from "../kernel/truth.ts";
import { beforeKeyword } from "./arguments.ts";
import { ITERATOR_SLOTS, REDUCE_DOC, SETSTATE_DOC } from "./iterators.ts";

export const ZIP = declareType("zip");

export class PyZip extends PyObject {
  constructor(
    readonly iterators: Value[],
    public strict: boolean,
    cls: PyType = ZIP,
  ) {
    super(cls);
  }
}

completeType<PyZip>(ZIP, {
  doc: "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\nThe zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.",
  traits: { basetype: true },
  allocate: (cls) => new PyZip([], false, cls),
  slots: { ...ITERATOR_SLOTS, __new__: construct, __next__: next },
  methods: {
    __reduce__: [
      "~($self, /)",
      REDUCE_DOC,
      (self: PyZip) => {
        const iterators = tuple(self.iterators.slice());
        return tuple(self.strict ? [self.cls, iterators, true] : [self.cls, iterators]);
      },
    ],
    __setstate__: [
      "~($self, state, /)",
      SETSTATE_DOC,
      (self: PyZip, state: Value) => {
        self.strict = isTrue(state);
      },
    ],
  },
});

function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const { positional, value } = beforeKeyword("zip", "strict", args, kwnames);
  const strict = value !== undefined && isTrue(value);
  return new PyZip(positional.map(iter), strict, cls);
}

function advance(iterator: Value): Value | undefined {
  return (typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>)(iterator);
}

function next(self: PyZip): Value | undefined {
  const { iterators } = self;
  if (iterators.length === 0) return undefined;
  const items = new Array<Value>(iterators.length);
  for (let i = 0; i < iterators.length; i++) {
    const item = advance(iterators[i]);
    if (item === undefined) {
      if (self.strict) checkStrict(iterators, i);
      return undefined;
    }
    items[i] = item;
  }
  return new PyTuple(items);
}

/** The iterator at `ended` has ended: were those before it longer, or are those after it? */
function checkStrict(iterators: Value[], ended: number): void {
  if (ended > 0) throw lengthError(ended, "shorter");
  for (let i = 1; i < iterators.length; i++) if (advance(iterators[i]) !== undefined) throw lengthError(i, "longer");
}

function lengthError(index: number, word: string): PyError {
  return valueError(`zip() argument ${index + 1} is ${word} than argument${index === 1 ? " " : "s 1-"}${index}`);
}
