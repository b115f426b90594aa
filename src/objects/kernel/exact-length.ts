/**
 * `len(value)` exactly. The slot gives a JavaScript number, which cannot tell lengths above 2**53 apart; only ranges
 * and Python code have such, and say here what they are.
 */
import { typeOf } from "./core-types.ts";
import { length } from "./iterate.ts";
import type { Value } from "./object.ts";
import type { Slots } from "./slots.ts";

type LengthSlot = NonNullable<Slots["__len__"]>;

const exactSlots = new Map<LengthSlot, (self: Value) => number | bigint>();

/** Where `slot` gives more than 2**53, `exact` is asked. */
export function setExactLength(slot: LengthSlot, exact: (self: Value) => number | bigint): void {
  exactSlots.set(slot, exact);
}

/** What `slot`, which gave `rounded`, says exactly. */
export function exactly(slot: LengthSlot | undefined, self: Value, rounded: number): number | bigint {
  if (Number.isSafeInteger(rounded)) return rounded;
  return slot === undefined ? rounded : (exactSlots.get(slot)?.(self) ?? rounded);
}

export function exactLength(value: Value): number | bigint {
  return exactly(typeOf(value).slots.__len__, value, length(value));
}
