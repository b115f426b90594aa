/** map (CPython Python/bltinmodule.c). */
import { callWith } from "../kernel/call.ts";
import { declareType, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { iter } from "../kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { tuple } from "../kernel/payload.ts";
import { typeError } from "../kernel/raise.ts";
import type { KeywordNames, Slots } from "../kernel/slots.ts";
import { constructorArguments } from "./arguments.ts";
import { endsOnStop } from "./end-of-iteration.ts";
import { ITERATOR_SLOTS, REDUCE_DOC } from "./iterators.ts";

export const MAP = declareType("map");

export class PyMap extends PyObject {
  constructor(
    readonly func: Value,
    readonly iterators: Value[],
    cls: PyType = MAP,
  ) {
    super(cls);
  }
}

completeType<PyMap>(MAP, {
  doc: "map(func, *iterables) --> map object\n\nMake an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
  traits: { basetype: true },
  allocate: (cls) => new PyMap(tuple([]), [], cls),
  slots: { ...ITERATOR_SLOTS, __new__: construct, __next__: endsOnStop(next) },
  methods: {
    __reduce__: ["~($self, /)", REDUCE_DOC, (self: PyMap) => tuple([self.cls, tuple([self.func, ...self.iterators])])],
  },
});

function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const [func, ...iterables] = constructorArguments(MAP, cls, "__init__", args, kwnames, 0, Number.POSITIVE_INFINITY);
  if (iterables.length === 0) throw typeError("map() must have at least two arguments.");
  return new PyMap(func, iterables.map(iter), cls);
}

function next(self: PyMap): Value | undefined {
  const { iterators } = self;
  const args = new Array<Value>(iterators.length);
  for (let i = 0; i < iterators.length; i++) {
    const iterator = iterators[i];
    const item = (typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>)(iterator);
    if (item === undefined) return undefined;
    args[i] = item;
  }
  return callWith(self.func, args);
}
