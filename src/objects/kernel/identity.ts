/**
 * `id(value)`. JavaScript has no addresses, so an object gets a number at the first question: it looks
 * like an address (16 bytes apart), is never used twice, and stays as long as the object lives.
 *
 * Ints, bools and plain strings are JavaScript primitives: equal ones are one object, and have one id.
 */
import type { Value } from "./object.ts";

const FIRST = 0x7f0000000000;
const STEP = 16;
const ids = new WeakMap<object, number>();
const primitiveIds = new Map<Value, number>();
/** Strings and big ints come and go; remembering each for ever would leak. */
const PRIMITIVE_LIMIT = 100_000;
let next = FIRST;

/** A positive int; equal for two values exactly if they are the same object. */
export function idOf(value: Value): number {
  if (typeof value === "object") {
    let id = ids.get(value);
    if (id === undefined) {
      next += STEP;
      id = next;
      ids.set(value, id);
    }
    return id;
  }
  let id = primitiveIds.get(value);
  if (id === undefined) {
    if (primitiveIds.size >= PRIMITIVE_LIMIT) primitiveIds.clear();
    next += STEP;
    id = next;
    primitiveIds.set(value, id);
  }
  return id;
}

/** As reprs show it: "0x7f0000000010". */
export function addressText(value: Value): string {
  return `0x${idOf(value).toString(16)}`;
}
