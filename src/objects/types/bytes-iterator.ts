/**
 * The iterators over bytes and bytearray (CPython Objects/bytesobject.c, bytearrayobject.c).
 *
 * An iterator that reached the end lets go of its sequence, and stays at the end for good.
 */
import { declareType, NONE } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { EMPTY_TUPLE, type PyByteArray, type PyBytes, tuple } from "../kernel/payload.ts";
import { stateIndex } from "./arguments.ts";
import { builtin } from "./builtin-lookup.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS, iteratorMethods } from "./iterators.ts";

export const BYTES_ITERATOR = declareType("bytes_iterator");
export const BYTEARRAY_ITERATOR = declareType("bytearray_iterator");

class PyBytesIterator extends PyObject {
  index = 0;
  constructor(
    public sequence: PyBytes | PyByteArray | null,
    cls: PyType,
  ) {
    super(cls);
  }
}

export function makeBytesIterator(sequence: PyBytes): Value {
  return new PyBytesIterator(sequence, BYTES_ITERATOR);
}

export function makeByteArrayIterator(sequence: PyByteArray): Value {
  return new PyBytesIterator(sequence, BYTEARRAY_ITERATOR);
}

function next(self: PyBytesIterator): Value | undefined {
  const item = self.sequence?.bytes[self.index];
  if (item === undefined) self.sequence = null;
  else self.index++;
  return item;
}

function reduce(self: PyBytesIterator): Value {
  const iter = builtin("iter");
  if (self.sequence === null) return tuple([iter, tuple([EMPTY_TUPLE])]);
  return tuple([iter, tuple([self.sequence]), self.index]);
}

function setState(self: PyBytesIterator, state: Value): Value {
  const index = stateIndex(state);
  if (self.sequence !== null) self.index = Math.min(Math.max(0, index), self.sequence.bytes.length);
  return NONE;
}

const lengthHint = (self: PyBytesIterator): Value =>
  self.sequence === null ? 0 : Math.max(0, self.sequence.bytes.length - self.index);

completeType<PyBytesIterator>(BYTES_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: next },
  methods: iteratorMethods(lengthHint, reduce, setState),
});

const methods = iteratorMethods(lengthHint, reduce, setState);

completeType<PyBytesIterator>(BYTEARRAY_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: { ...ITERATOR_SLOTS, __next__: next },
  methods: { ...methods, __reduce__: ["($self, /)", methods.__reduce__[1], methods.__reduce__[2]] },
});
