/**
 * Looking an attribute up along the MRO (CPython Objects/typeobject.c: _PyType_Lookup).
 */
import type { PyType, Value } from "./object.ts";

/** `_PyType_Lookup`: the attribute as it stands in the first class of the MRO that has it, unbound; undefined if none. */
export function lookupInType(type: PyType, name: string): Value | undefined {
  const known = type.lookups.get(name);
  if (known !== undefined) return known === null ? undefined : known;
  for (const each of type.mro) {
    const value = each.attributes.get(name);
    if (value !== undefined) {
      type.lookups.set(name, value);
      return value;
    }
  }
  type.lookups.set(name, null);
  return undefined;
}
