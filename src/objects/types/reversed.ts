/**
 * reversed (CPython Objects/enumobject.c): what `__reversed__` gives, or else an iterator by index over
 * anything with a length and `__getitem__`.
 */
import { callUnbound } from "../kernel/call.ts";
import { declareType, NONE, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { isSequence, length } from "../kernel/iterate.ts";
import { lookupInType } from "../kernel/lookup.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { tuple } from "../kernel/payload.ts";
import { typeError } from "../kernel/raise.ts";
import { stateIndex } from "./arguments.ts";
import { ITERATOR_SLOTS, itemOrEnd, iteratorMethods } from "./iterators.ts";

export const REVERSED = declareType("reversed");

export class PyReversed extends PyObject {
  constructor(
    public sequence: Value | null,
    public index: number,
    cls: PyType = REVERSED,
  ) {
    super(cls);
  }
}

completeType<PyReversed>(REVERSED, {
  doc: "Return a reverse iterator over the values of the given sequence.",
  traits: { basetype: true },
  allocate: (cls) => new PyReversed(null, -1, cls),
  construct: ["(sequence, /)", construct],
  slots: { ...ITERATOR_SLOTS, __next__: next },
  methods: iteratorMethods<PyReversed>(
    (self) => {
      if (self.sequence === null) return 0;
      const position = self.index + 1;
      return length(self.sequence) < position ? 0 : position;
    },
    (self) =>
      self.sequence === null
        ? tuple([self.cls, tuple([tuple([])])])
        : tuple([self.cls, tuple([self.sequence]), self.index]),
    (self, state) => {
      const index = stateIndex(state);
      if (self.sequence === null) return;
      const last = length(self.sequence) - 1;
      self.index = index < -1 ? -1 : index > last ? last : index;
    },
  ),
});

function construct(cls: PyType, sequence: Value): Value {
  const type = typeOf(sequence);
  const method = lookupInType(type, "__reversed__");
  if (method !== undefined && method !== NONE) return callUnbound(method, sequence, type, []);
  if (method === NONE || !isSequence(type)) {
    throw typeError(`'${typeName(sequence)}' object is not reversible`);
  }
  return new PyReversed(sequence, length(sequence) - 1, cls);
}

function next(self: PyReversed): Value | undefined {
  const { sequence, index } = self;
  if (sequence === null) return undefined;
  // An item that cannot be had is the end, whatever the error was.
  self.index = -1;
  self.sequence = null;
  const item = index >= 0 ? itemOrEnd(sequence, index) : undefined;
  if (item === undefined) return undefined;
  self.index = index - 1;
  self.sequence = sequence;
  return item;
}
