/** _collections (CPython Modules/_collectionsmodule.c, Objects/odictobject.c). */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { DICT, typeOf } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { forEach, setItem } from "../../objects/kernel/iterate.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import { missingAttribute } from "../../objects/kernel/missing.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { binaryOperator } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { DEFAULT_DICT } from "./defaultdict.ts";
import { DEQUE, DEQUE_ITERATOR, DEQUE_REVERSE_ITERATOR } from "./deque.ts";
import { ORDERED_DICT } from "./ordereddict.ts";
import { TUPLE_GETTER } from "./tuplegetter.ts";

/** What Counter counts by. */
function countElements(mapping: Value, iterable: Value): void {
  const type = typeOf(mapping);
  const plain =
    mapping instanceof PyDict &&
    lookupInType(type, "get") === DICT.attributes.get("get") &&
    type.slots.__setitem__ === DICT.slots.__setitem__;
  if (plain) {
    forEach(iterable, (key) => {
      const count = mapping.get(key);
      mapping.set(key, count === undefined ? 1 : increment(count));
    });
    return;
  }
  const get = lookupAttr(mapping, "get");
  if (get === undefined) throw missingAttribute(mapping, "get");
  forEach(iterable, (key) => setItem(mapping, key, increment(call(get, key, 0))));
}

function increment(count: Value): Value {
  const isSmall = typeof count === "number" && count < Number.MAX_SAFE_INTEGER;
  return isSmall ? count + 1 : binaryOperator(count, 1, "__add__");
}

export default defineModule("_collections", {
  doc: "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n",
  functions: {
    _count_elements: [
      "($module, mapping, iterable, /)",
      "Count elements in the iterable, updating the mapping",
      countElements,
    ],
  },
  types: {
    deque: DEQUE,
    defaultdict: DEFAULT_DICT,
    OrderedDict: ORDERED_DICT,
    _deque_iterator: DEQUE_ITERATOR,
    _deque_reverse_iterator: DEQUE_REVERSE_ITERATOR,
    _tuplegetter: TUPLE_GETTER,
  },
});
