/** `__class_getitem__` of the builtin generic types: `list[int]` (PEP 585). */
import type { MethodRow } from "../kernel/define.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { PyGenericAlias } from "./type-parameters.ts";

export const CLASS_GETITEM: MethodRow = [
  "~($type, item, /)",
  "See PEP 585",
  (cls: PyType, item: Value) => new PyGenericAlias(cls, item),
];
