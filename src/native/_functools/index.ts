/** _functools (CPython Modules/_functoolsmodule.c). */
import { callWith } from "../../objects/kernel/call.ts";
import { typeOf } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { iter } from "../../objects/kernel/iterate.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyError, typeError } from "../../objects/kernel/raise.ts";
import type { Slots } from "../../objects/kernel/slots.ts";
import { PyKeyWrapper } from "./key-wrapper.ts";
import { LRU_CACHE_WRAPPER } from "./lru-cache.ts";
import { PARTIAL } from "./partial.ts";

function reduce(func: Value, iterable: Value, initial: Value | undefined): Value {
  const iterator = iterate(iterable);
  const advance = typeOf(iterator).slots.__next__ as NonNullable<Slots["__next__"]>;
  let result = initial ?? advance(iterator);
  if (result === undefined) throw typeError("reduce() of empty iterable with no initial value");
  for (let item = advance(iterator); item !== undefined; item = advance(iterator))
    result = callWith(func, [result, item]);
  return result;
}

function iterate(iterable: Value): Value {
  try {
    return iter(iterable);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.TypeError)) {
      throw typeError("reduce() arg 2 must support iteration");
    }
    throw error;
  }
}

export default defineModule("_functools", {
  doc: "Tools that operate on functions.",
  functions: {
    reduce: [
      "~($module, function, iterable, initial=<unrepresentable>, /)",
      "reduce(function, iterable[, initial]) -> value\n\nApply a function of two arguments cumulatively to the items of a sequence\nor iterable, from left to right, so as to reduce the iterable to a single\nvalue.  For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5]) calculates\n((((1+2)+3)+4)+5).  If initial is present, it is placed before the items\nof the iterable in the calculation, and serves as a default when the\niterable is empty.",
      reduce,
    ],
    cmp_to_key: [
      "($module, /, mycmp)",
      "Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.",
      (compare: Value) => new PyKeyWrapper(compare, undefined),
    ],
  },
  types: { partial: PARTIAL, _lru_cache_wrapper: LRU_CACHE_WRAPPER },
});
