/** The iterators that `co_lines()` and `co_positions()` return (CPython Objects/codeobject.c: line_iterator, positions_iterator). */
import { defineType } from "../kernel/define.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";

export class ArrayIterator extends PyObject {
  private position = 0;
  constructor(
    private readonly items: readonly Value[],
    cls: PyType,
  ) {
    super(cls);
  }

  next(): Value | undefined {
    return this.items[this.position++];
  }
}

function iteratorType(name: string): PyType {
  return defineType<ArrayIterator>(name, {
    traits: { noConstructor: true, basetype: true },
    slots: { __iter__: (self) => self, __next__: (self) => self.next() },
  });
}

export const LINE_ITERATOR = iteratorType("line_iterator");
export const POSITIONS_ITERATOR = iteratorType("positions_iterator");
