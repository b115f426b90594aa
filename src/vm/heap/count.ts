/**
 * `sys.getrefcount`: how many references there are to a value, counted by walking the heap; the argument is one more.
 *
 * Immortal values (PEP 683: the constants, small ints, interned strings, builtin types) have one fixed count. Other
 * ints and strings are JavaScript primitives without identity: what is counted is where an equal one lies.
 */

import { ELLIPSIS, NONE, NOT_IMPLEMENTED } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, PyType, type Value } from "../../objects/kernel/object.ts";
import { EMPTY_BYTES, EMPTY_TUPLE, PyList, PyTuple } from "../../objects/kernel/payload.ts";
import { PyCode } from "../../objects/types/code.ts";
import { Frame } from "../frame.ts";
import { mark } from "./mark.ts";
import { traverse } from "./traverse.ts";

const IMMORTAL = 0xffffffff;
const IMMORTAL_OBJECTS = new Set<Value>([NONE, NOT_IMPLEMENTED, ELLIPSIS, EMPTY_TUPLE, EMPTY_BYTES]);
const SMALLEST = -5;
const LARGEST = 256;
/** What the compiler interns: names, and constants that look like one. */
const NAME = /^\w*$/;

function isImmortal(value: Value): boolean {
  if (typeof value === "number") return value >= SMALLEST && value <= LARGEST;
  if (typeof value === "string") return value.length <= 1 || NAME.test(value);
  if (typeof value !== "object") return typeof value === "boolean";
  return IMMORTAL_OBJECTS.has(value) || (value instanceof PyType && !value.traits.heap);
}

function occurrences(values: readonly unknown[], wanted: Value): number {
  return values.reduce((count: number, each) => (each === wanted ? count + 1 : count), 0);
}

/** How often a primitive lies in an object. */
function primitivesIn(holder: object, wanted: Value): number {
  if (holder instanceof PyList || holder instanceof PyTuple) return occurrences(holder.items, wanted);
  if (holder instanceof PyDict) return occurrences(holder.keys, wanted) + occurrences(holder.values, wanted);
  if (holder instanceof Frame) return occurrences(holder.stack.slice(0, holder.sp), wanted);
  if (holder instanceof PyCode) return occurrences(holder.consts, wanted);
  return holder instanceof PyObject ? occurrences(Object.values(holder), wanted) : 0;
}

function countIn(holder: object, wanted: Value): number {
  if (typeof wanted !== "object") return primitivesIn(holder, wanted);
  let count = 0;
  traverse(holder, (child) => {
    if (child === wanted) count++;
  });
  return count;
}

export function referenceCount(value: Value): number {
  if (isImmortal(value)) return IMMORTAL;
  let count = 1;
  for (const holder of mark().keys()) count += countIn(holder, value);
  return count;
}
