/** How error messages name a callable (CPython _PyObject_FunctionStr). */
import { lookupAttr } from "../objects/kernel/attribute.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString } from "../objects/kernel/payload.ts";
import { strText } from "../objects/kernel/protocol.ts";

/** "module.qualname()", or str() of what has no name. */
export function jsFunctionText(callable: Value): string {
  const qualname = lookupAttr(callable, "__qualname__");
  if (qualname === undefined) return strText(callable);
  const module = lookupAttr(callable, "__module__");
  const prefix = module === undefined || module === NONE ? undefined : jsString(module);
  const name = strText(qualname);
  return prefix === undefined || prefix === "builtins" ? `${name}()` : `${prefix}.${name}()`;
}
