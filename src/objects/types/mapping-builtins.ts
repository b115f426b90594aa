/**
 * Builtins that are no dict: `__builtins__` of a globals dict may be any mapping, which is asked with `[]` for each
 * name (CPython Python/bytecodes.c: LOAD_GLOBAL, LOAD_NAME).
 *
 * Trap: frames and functions hold their builtins as a PyDict. This one has no entries and is no value of Python:
 * `shownBuiltins` is what a program sees.
 */
import { OBJECT } from "../kernel/core-types.ts";
import { PyDict } from "../kernel/dict.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { getItem } from "../kernel/iterate.ts";
import type { Value } from "../kernel/object.ts";
import { suppress } from "../kernel/raise.ts";

export class MappingBuiltins extends PyDict {
  constructor(readonly mapping: Value) {
    // Not DICT: no inline cache may look for entries.
    super(OBJECT);
  }

  override get(name: Value): Value | undefined {
    return suppress(EXCEPTIONS.KeyError, () => getItem(this.mapping, name));
  }
}

/** The builtins as a program gave them. */
export function shownBuiltins(builtins: PyDict): Value {
  return builtins instanceof MappingBuiltins ? builtins.mapping : builtins;
}
