/** Truth of a value (CPython Objects/object.c: PyObject_IsTrue). */
import { NONE } from "./core-types.ts";
import type { Value } from "./object.ts";

/** `bool(value)`. */
export function isTrue(value: Value): boolean {
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      return value !== 0;
    case "bigint":
      return value !== 0n;
    case "string":
      return value.length !== 0;
  }
  if (value === NONE) return false;
  const { __bool__, __len__ } = value.cls.slots;
  if (__bool__ !== undefined) return __bool__(value);
  if (__len__ !== undefined) return __len__(value) !== 0;
  return true;
}
