/** `dir(value)` (CPython Objects/object.c: PyObject_Dir). */
import { callSpecial } from "../kernel/call.ts";
import { NONE, typeName } from "../kernel/core-types.ts";
import type { Value } from "../kernel/object.ts";
import type { PyList } from "../kernel/payload.ts";
import { typeError } from "../kernel/raise.ts";
import { listOf, sortList } from "./list.ts";

/** The names that `__dir__` of the type gives, as a sorted list. */
export function dirOf(value: Value): PyList {
  const names = callSpecial(value, "__dir__", []);
  if (names === undefined) throw typeError(`'${typeName(value)}' object does not provide __dir__`);
  const list = listOf(names);
  sortList(list, NONE, false);
  return list;
}
