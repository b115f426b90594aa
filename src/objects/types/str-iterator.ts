/**
 * The iterators over str (CPython Objects/unicodeobject.c). A text of ASCII characters alone has a type of its own.
 *
 * An iterator that reached the end lets go of its str, and stays at the end for good.
 */
import type { Text } from "../../bytecode/constants.ts";
import { declareType } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { strFromText, tuple } from "../kernel/payload.ts";
import { stateIndex } from "./arguments.ts";
import { builtin } from "./builtin-lookup.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS, iteratorMethods } from "./iterators.ts";
import { isAsciiText } from "./str-case.ts";
import { selfText } from "./str-find.ts";
import { textLength, textOfCodePoint } from "./text.ts";

export const STR_ITERATOR = declareType("str_iterator");
export const STR_ASCII_ITERATOR = declareType("str_ascii_iterator");

export class PyStrIterator extends PyObject {
  index = 0;
  readonly text: Text;

  constructor(
    /** The str; null once the end was reached. */
    public sequence: Value | null,
    cls: PyType,
    text: Text,
  ) {
    super(cls);
    this.text = text;
  }
}

export function makeStrIterator(self: Value): Value {
  const text = selfText(self);
  return new PyStrIterator(self, isAsciiText(text) ? STR_ASCII_ITERATOR : STR_ITERATOR, text);
}

function next(self: PyStrIterator): Value | undefined {
  const { text, index } = self;
  if (typeof text === "string") {
    if (index < text.length) {
      self.index = index + 1;
      return text[index];
    }
  } else if (index < text.codePoints.length) {
    self.index = index + 1;
    return strFromText(textOfCodePoint(text.codePoints[index]));
  }
  self.sequence = null;
  self.index = textLength(text);
  return undefined;
}

function reduce(self: PyStrIterator): Value {
  const iter = builtin("iter");
  if (self.sequence === null) return tuple([iter, tuple([""])]);
  return tuple([iter, tuple([self.sequence]), self.index]);
}

function setState(self: PyStrIterator, state: Value): void {
  const index = stateIndex(state);
  if (self.sequence !== null) self.index = Math.min(Math.max(0, index), textLength(self.text));
}

const lengthHint = (self: PyStrIterator): Value => textLength(self.text) - self.index;

for (const type of [STR_ITERATOR, STR_ASCII_ITERATOR]) {
  completeType<PyStrIterator>(type, {
    traits: ITERATOR_TRAITS,
    slots: { ...ITERATOR_SLOTS, __next__: next },
    methods: iteratorMethods(lengthHint, reduce, setState),
  });
}
