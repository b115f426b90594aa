/** `isinstance(value, cls)` with `__instancecheck__` (CPython Objects/abstract.c: PyObject_IsInstance). */
import { callSpecial } from "../objects/kernel/call.ts";
import { isSubtype, typeOf } from "../objects/kernel/core-types.ts";
import { PyType, type Value } from "../objects/kernel/object.ts";
import { PyTuple } from "../objects/kernel/payload.ts";
import { typeError } from "../objects/kernel/raise.ts";
import { isTrue } from "../objects/kernel/truth.ts";

export function isInstanceOf(value: Value, cls: Value): boolean {
  if (cls instanceof PyTuple) return cls.items.some((each) => isInstanceOf(value, each));
  if (cls instanceof PyType && isSubtype(typeOf(value), cls)) return true;
  const answer = callSpecial(cls, "__instancecheck__", [value]);
  if (answer === undefined) {
    throw typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
  return isTrue(answer);
}
