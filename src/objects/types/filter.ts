/** filter (CPython Python/bltinmodule.c). */
import { callWith } from "../kernel/call.ts";
import { BOOL, declareType, NONE, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { iter } from "../kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { tuple } from "../kernel/payload.ts";
import type { KeywordNames, Slots } from "../kernel/slots.ts";
import { isTrue } from "../kernel/truth.ts";
import { constructorArguments } from "./arguments.ts";
import { endsOnStop } from "./end-of-iteration.ts";
import { ITERATOR_SLOTS, REDUCE_DOC } from "./iterators.ts";

export const FILTER = declareType("filter");

export class PyFilter extends PyObject {
  constructor(
    readonly func: Value,
    readonly iterator: Value,
    cls: PyType = FILTER,
  ) {
    super(cls);
  }
}

completeType<PyFilter>(FILTER, {
  doc: "filter(function or None, iterable) --> filter object\n\nReturn an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
  traits: { basetype: true },
  allocate: (cls) => new PyFilter(NONE, NONE, cls),
  slots: { ...ITERATOR_SLOTS, __new__: construct, __next__: endsOnStop(next) },
  methods: {
    __reduce__: ["~($self, /)", REDUCE_DOC, (self: PyFilter) => tuple([self.cls, tuple([self.func, self.iterator])])],
  },
});

function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const [func, iterable] = constructorArguments(FILTER, cls, "__init__", args, kwnames, 2, 2);
  return new PyFilter(func, iter(iterable), cls);
}

function next(self: PyFilter): Value | undefined {
  const { func, iterator } = self;
  const advance = typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>;
  const plain = func === NONE || func === BOOL;
  for (let item = advance(iterator); item !== undefined; item = advance(iterator)) {
    if (isTrue(plain ? item : callWith(func, [item]))) return item;
  }
  return undefined;
}
