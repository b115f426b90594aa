/** NoneType (CPython Objects/object.c). */
import { NONE, NONE_TYPE, NOT_IMPLEMENTED } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import type { Value } from "../kernel/object.ts";
import { singletonNew } from "./singleton.ts";

/** The hash of None: its address in CPython's builds since 3.12, which is this constant. */
const HASH = 0xfca86420;

completeType(NONE_TYPE, {
  slots: {
    __new__: singletonNew("NoneType", NONE),
    __repr__: () => "None",
    __hash__: () => HASH,
    __bool__: () => false,
    ...objectComparisons(),
  },
});

/** None spells out the comparisons of object. */
function objectComparisons() {
  const never = (): Value => NOT_IMPLEMENTED;
  return {
    __lt__: never,
    __le__: never,
    __eq__: (self: Value, other: Value): Value => (self === other ? true : NOT_IMPLEMENTED),
    __ne__: (self: Value, other: Value): Value => (self === other ? false : NOT_IMPLEMENTED),
    __gt__: never,
    __ge__: never,
  };
}
