/**
 * One step of an iterator with the end as an exception: `next(it)`. The slots say "at the end" with
 * undefined, which loses what a generator returned; here it must stay in the StopIteration.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { callRequired } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf } from "../../objects/kernel/payload.ts";
import { stopIteration, typeError } from "../../objects/kernel/raise.ts";
import { TRAMPOLINES } from "../../objects/kernel/trampolines.ts";

/** `next(iterator)`: throws StopIteration at the end. */
export function step(iterator: Value): Value {
  const type = typeOf(iterator);
  const slot = type.slots.__next__;
  if (slot === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
  if (slot === TRAMPOLINES.__next__) return callRequired(iterator, "__next__", []);
  // Generators, coroutines and what wraps them.
  if (lookupInType(type, "send") !== undefined) return callRequired(iterator, "send", [NONE]);
  const item = slot(iterator);
  if (item === undefined) throw stopIteration();
  return item;
}

const CO_ITERABLE_COROUTINE = 0x100;

/** Is this a generator that may be awaited (`types.coroutine`)? */
export function isAwaitableGenerator(generator: Value): boolean {
  const flags = intOf(getAttr(getAttr(generator, "gi_code"), "co_flags"));
  return typeof flags === "number" && (flags & CO_ITERABLE_COROUTINE) !== 0;
}
