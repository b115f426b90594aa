/**
 * bool (CPython Objects/boolobject.c): JavaScript's true and false.
 *
 * What it inherits from int comes by `intOf`; only the bitwise operators of two bools give a bool.
 */
import * as arithmetic from "../../util/int.ts";
import { BOOL, NOT_IMPLEMENTED } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { intOf } from "../kernel/payload.ts";
import { hooks } from "../kernel/thread.ts";
import { isTrue } from "../kernel/truth.ts";

type Int = number | bigint;

function bitwise(
  ofBools: (left: boolean, right: boolean) => boolean,
  ofInts: (left: Int, right: Int) => Int,
): (left: Value, right: Value) => Value {
  return (left, right) => {
    if (typeof left === "boolean" && typeof right === "boolean") return ofBools(left, right);
    const a = intOf(left);
    const b = intOf(right);
    return a === undefined || b === undefined ? NOT_IMPLEMENTED : ofInts(a, b);
  };
}

function invert(self: boolean): Value {
  hooks.warn(
    EXCEPTIONS.DeprecationWarning,
    "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
    1,
  );
  return self ? -2 : -1;
}

completeType<boolean>(BOOL, {
  doc: "bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.\nThe builtins True and False are the only two instances of the class bool.\nThe class bool is a subclass of the class int, and cannot be subclassed.",
  traits: { basetype: false },
  construct: ["(object=False, /)", (_cls: PyType, object: Value) => isTrue(object)],
  slots: {
    __repr__: (self) => (self ? "True" : "False"),
    __invert__: invert,
    __and__: bitwise((a, b) => a && b, arithmetic.bitAnd),
    __xor__: bitwise((a, b) => a !== b, arithmetic.bitXor),
    __or__: bitwise((a, b) => a || b, arithmetic.bitOr),
  },
});
BOOL.textSignature = undefined;
