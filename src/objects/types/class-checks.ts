/**
 * isinstance and issubclass (CPython Objects/abstract.c): the class may have its say
 * (`__instancecheck__`), the second argument may be a tuple or a union, and what only looks like a class
 * (it has `__bases__`) counts too.
 */
import { lookupAttr } from "../kernel/attribute.ts";
import { callSpecial } from "../kernel/call.ts";
import { isSubtype, TYPE, typeOf } from "../kernel/core-types.ts";
import { PyType, type Value } from "../kernel/object.ts";
import { PyTuple } from "../kernel/payload.ts";
import { typeError } from "../kernel/raise.ts";
import { isTrue } from "../kernel/truth.ts";
import { PyUnion } from "./union.ts";

/** The classes in the second argument, if it is several. */
function alternatives(cls: Value): readonly Value[] | undefined {
  if (cls instanceof PyUnion) return cls.args.items;
  return cls instanceof PyTuple ? cls.items : undefined;
}

/** `isinstance(value, cls)`. */
export function checkInstance(value: Value, cls: Value): boolean {
  if (typeOf(value) === cls) return true;
  if (typeOf(cls) === TYPE) return isPlainInstance(value, cls);
  const several = alternatives(cls);
  if (several !== undefined) return several.some((each) => checkInstance(value, each));
  const verdict = callSpecial(cls, "__instancecheck__", [value]);
  return verdict === undefined ? isPlainInstance(value, cls) : isTrue(verdict);
}

/** `type.__instancecheck__`: by type, or by what `__class__` claims. */
export function isPlainInstance(value: Value, cls: Value): boolean {
  if (cls instanceof PyType) {
    const type = typeOf(value);
    if (isSubtype(type, cls)) return true;
    const claimed = lookupAttr(value, "__class__");
    return claimed instanceof PyType && claimed !== type && isSubtype(claimed, cls);
  }
  if (basesOf(cls) === undefined) {
    throw typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
  const claimed = lookupAttr(value, "__class__");
  return claimed !== undefined && derives(claimed, cls);
}

/** `issubclass(derived, cls)`. */
export function checkSubclass(derived: Value, cls: Value): boolean {
  if (typeOf(cls) === TYPE) return derived === cls || isPlainSubclass(derived, cls);
  const several = alternatives(cls);
  if (several !== undefined) return several.some((each) => checkSubclass(derived, each));
  const verdict = callSpecial(cls, "__subclasscheck__", [derived]);
  return verdict === undefined ? isPlainSubclass(derived, cls) : isTrue(verdict);
}

/** `type.__subclasscheck__`. */
export function isPlainSubclass(derived: Value, cls: Value): boolean {
  if (derived instanceof PyType && cls instanceof PyType) return isSubtype(derived, cls);
  if (basesOf(derived) === undefined) throw typeError("issubclass() arg 1 must be a class");
  if (!(cls instanceof PyUnion) && basesOf(cls) === undefined) {
    throw typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }
  return derives(derived, cls);
}

function basesOf(cls: Value): PyTuple | undefined {
  const bases = lookupAttr(cls, "__bases__");
  return bases instanceof PyTuple ? bases : undefined;
}

/** Is `cls` the same as `derived`, or among its bases and theirs? */
function derives(derived: Value, cls: Value): boolean {
  if (derived === cls) return true;
  return basesOf(derived)?.items.some((base) => derives(base, cls)) === true;
}
