/**
 * `len(value)` exactly. The slot gives a JavaScript number, which cannot tell lengths above 2**53 apart; only ranges
 * and Python code have such.
 */
import { callRequired } from "../kernel/call.ts";
import { typeOf } from "../kernel/core-types.ts";
import { length } from "../kernel/iterate.ts";
import { toIndex } from "../kernel/number.ts";
import type { Value } from "../kernel/object.ts";
import { TRAMPOLINES } from "../kernel/trampolines.ts";
import { PyRange } from "./range.ts";

export function exactLength(value: Value): number | bigint {
  const rounded = length(value);
  if (Number.isSafeInteger(rounded)) return rounded;
  if (value instanceof PyRange) return value.length;
  return typeOf(value).slots.__len__ === TRAMPOLINES.__len__ ? toIndex(callRequired(value, "__len__", [])) : rounded;
}
