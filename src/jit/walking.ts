/**
 * Iterators as compiled code walks over them: those of builtin types, whose steps run no Python code.
 *
 * Trap: a step that gives `undefined` is made again by tier 0, so it must have changed nothing. A zip has moved some of
 * its iterators when a later one raises: it is walked over only where none of them can.
 */
import { NONE, typeOf } from "../objects/kernel/core-types.ts";
import { iter } from "../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { PyError } from "../objects/kernel/raise.ts";
import { PyEnumerate } from "../objects/types/enumerate.ts";
import { PyRangeIterator, RANGE_ITERATOR } from "../objects/types/range.ts";
import { PyZip } from "../objects/types/zip.ts";

/** An iterator of a builtin type: making it runs nothing. */
export function iterator(value: Value): Value | undefined {
  if (typeof value === "string") return iter(value);
  if (typeof value !== "object" || value.cls.traits.heap) return undefined;
  return value.cls.slots.__iter__ === undefined ? undefined : iter(value);
}

/** Iterators of builtin types that run no Python code, by the name of their class. */
const SURE = 1;
/** They may raise, when what they walk over has changed. */
const QUIET = 2;
/** They are as their parts are. */
const COMPOUND = 3;
const LOUD = 0;
const ITERATORS: ReadonlyMap<string, number> = new Map([
  ["range_iterator", SURE],
  ["list_iterator", SURE],
  ["tuple_iterator", SURE],
  ["str_iterator", SURE],
  ["str_ascii_iterator", SURE],
  ["list_reverseiterator", SURE],
  ["bytes_iterator", SURE],
  ["dict_keyiterator", QUIET],
  ["dict_valueiterator", QUIET],
  ["dict_itemiterator", QUIET],
  ["set_iterator", QUIET],
  ["zip", COMPOUND],
  ["enumerate", COMPOUND],
]);

const quietness = new Map<PyType, number>();

function quietnessOf(cls: PyType): number {
  let known = quietness.get(cls);
  if (known === undefined) {
    known = cls.traits.heap ? LOUD : (ITERATORS.get(cls.name) ?? LOUD);
    quietness.set(cls, known);
  }
  return known;
}

const isSure = (value: Value): boolean => typeof value === "object" && quietnessOf(value.cls) === SURE;

/** Would a step of this zip or enumerate, done in part, be a step that cannot be done again? */
function isCompoundOfSure(self: PyObject): boolean {
  if (self instanceof PyEnumerate) return isSure(self.iterator);
  return self instanceof PyZip && !self.strict && self.iterators.every(isSure);
}

/** The next item; `END` at the end, `undefined` if that is for the driver to do. */
export function next(self: Value): Value | undefined {
  if (self instanceof PyRangeIterator && self.cls === RANGE_ITERATOR) {
    if (self.remaining <= 0) return END;
    const { current } = self;
    self.current = current + self.step;
    self.remaining--;
    return current;
  }
  if (typeof self !== "object") return undefined;
  const { cls } = self;
  const kind = quietnessOf(cls);
  if (kind === LOUD || (kind === COMPOUND && !isCompoundOfSure(self))) return undefined;
  const step = cls.slots.__next__ as (self: Value) => Value | undefined;
  if (kind !== QUIET) return step(self) ?? END;
  try {
    return step(self) ?? END;
  } catch (error) {
    // Changed while it is walked: tier 0 finds that again.
    if (error instanceof PyError) return undefined;
    throw error;
  }
}

export const END = new PyObject(typeOf(NONE));

/** `enumerate(value)`. */
export function enumerate(value: Value): Value | undefined {
  const walked = iterator(value);
  return walked === undefined ? undefined : new PyEnumerate(walked, 0);
}

/** `zip(...values)`. */
export function zip(...values: Value[]): Value | undefined {
  const walked: Value[] = [];
  for (const value of values) {
    const each = iterator(value);
    if (each === undefined) return undefined;
    walked.push(each);
  }
  return new PyZip(walked, false);
}
