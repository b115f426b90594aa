/**
 * A builtin function by name, as `__reduce__` of the iterators needs it (CPython's _PyEval_GetBuiltin):
 * from the builtins of the running frame, so that Python code can replace it.
 */
import { NONE } from "../kernel/core-types.ts";
import type { Value } from "../kernel/object.ts";
import { attributeError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";

export function builtin(name: string): Value {
  const value = hooks.currentFrame()?.builtins.get(name);
  if (value === undefined) throw attributeError(name, name, NONE);
  return value;
}
