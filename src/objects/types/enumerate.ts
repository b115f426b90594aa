/** enumerate (CPython Objects/enumobject.c). */
import { add } from "../../util/int.ts";
import { declareType, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { iter } from "../kernel/iterate.ts";
import { toIndex } from "../kernel/number.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { PyTuple, tuple } from "../kernel/payload.ts";
import { typeError } from "../kernel/raise.ts";
import type { KeywordNames, Slots } from "../kernel/slots.ts";
import { CLASS_GETITEM } from "./class-getitem.ts";
import { ITERATOR_SLOTS, REDUCE_DOC } from "./iterators.ts";

export const ENUMERATE = declareType("enumerate");

export class PyEnumerate extends PyObject {
  constructor(
    readonly iterator: Value,
    public index: number | bigint,
    cls: PyType = ENUMERATE,
  ) {
    super(cls);
  }
}

completeType<PyEnumerate>(ENUMERATE, {
  doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
  traits: { basetype: true },
  allocate: (cls) => new PyEnumerate(tuple([]), 0, cls),
  slots: {
    ...ITERATOR_SLOTS,
    __new__: construct,
    __next__: (self) => {
      const { iterator, index } = self;
      const item = (typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>)(iterator);
      if (item === undefined) return undefined;
      self.index = add(index, 1);
      return new PyTuple([index, item]);
    },
  },
  methods: {
    __reduce__: [
      "~($self, /)",
      REDUCE_DOC,
      (self: PyEnumerate) => tuple([self.cls, tuple([self.iterator, self.index])]),
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});
ENUMERATE.textSignature = "(iterable, start=0)";

/** Its complaints about keywords are its own. */
function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const keywords = kwnames ?? [];
  if (args.length > 2) throw typeError(`enumerate() takes at most 2 arguments (${args.length} given)`);
  const positional = args.length - keywords.length;
  let iterable = positional > 0 ? args[0] : undefined;
  let start = positional > 1 ? args[1] : undefined;
  keywords.forEach((keyword, i) => {
    const value = args[positional + i];
    if (keyword === "iterable" && iterable === undefined) iterable = value;
    else if (keyword === "start" && start === undefined && iterableComes(positional, keywords)) start = value;
    else throw typeError(`'${keyword}' is an invalid keyword argument for enumerate()`);
  });
  if (iterable === undefined) throw typeError("enumerate() missing required argument 'iterable'");
  const first = start === undefined ? 0 : toIndex(start);
  return new PyEnumerate(iter(iterable), first, cls);
}

function iterableComes(positional: number, keywords: readonly string[]): boolean {
  return positional > 0 || keywords.includes("iterable");
}
