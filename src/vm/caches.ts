/**
 * Inline caches: what an instruction learned the last time, kept in `code.caches` at its index.
 *
 * Invariant: a cache is used only while its guard holds: a dict's `epoch` (its set of keys), or a
 * type's `version` (its attributes and those of its bases).
 */
import { genericLookup, genericSet } from "../objects/kernel/attribute.ts";
import { PyMemberDescriptor, PyWrapperDescriptor } from "../objects/kernel/builtin.ts";
import { DICT, isSubtype, typeOf } from "../objects/kernel/core-types.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import { attributeKey, type PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { PyClassMethod, PyStaticMethod } from "../objects/kernel/static-method.ts";
import { getattrHook } from "../objects/kernel/trampolines.ts";
import { PyProperty } from "../objects/types/property.ts";
import type { Frame } from "./frame.ts";

/** A global or builtin at a known entry. */
export class GlobalCache {
  constructor(
    readonly globals: PyDict,
    readonly globalsEpoch: number,
    readonly builtins: PyDict,
    readonly builtinsEpoch: number,
    /** The dict that has the name, and where. */
    readonly holder: PyDict,
    readonly entry: number,
  ) {}
}

/** Remember where the name of LOAD_GLOBAL was found. */
export function cacheGlobal(frame: Frame, pc: number, name: Value): void {
  const { globals, builtins } = frame;
  if (typeof name !== "string" || globals.cls !== DICT || builtins.cls !== DICT) return;
  const own = globals.entryOfString(name);
  const entry = own ?? builtins.entryOfString(name);
  if (entry === undefined || (own === undefined && globals.hasForeignKeys)) return;
  const holder = own === undefined ? builtins : globals;
  frame.code.caches[pc] = new GlobalCache(globals, globals.epoch, builtins, builtins.epoch, holder, entry);
}

/** How an attribute of instances of one class is read. */
export const OWN = 0; // in the instance, and nothing of that name in the class
export const METHOD = 1; // a function of the class, and nothing of that name in the instance
export const CLASS_VALUE = 2; // any other plain value of the class, nothing in the instance
export const BUILTIN_METHOD = 3; // a method of a class whose instances have no attributes of their own
export const SLOT = 4; // of `__slots__`
export const DESCRIPTOR = 5; // a property, static or class method; the driver leaves it to the body

/** The JavaScript property of an instance: of an attribute, or of a slot. */
type Key = `$${string}` | `_${string}`;

export class AttributeCache {
  constructor(
    readonly cls: PyType,
    readonly version: number,
    readonly kind: number,
    readonly key: Key,
    readonly value: Value | undefined,
    /** What was found for other classes before; only so many are kept. */
    readonly previous: AttributeCache | undefined,
    readonly count: number,
  ) {}
}

const MOST_CACHES = 5;

/** Add a cache to those of an instruction, in place of one of the same class; too many classes are not remembered. */
function addCache(frame: Frame, pc: number, cls: PyType, kind: number, key: Key, value: Value | undefined): void {
  const { caches } = frame.code;
  let rest: AttributeCache | undefined;
  for (let each = caches[pc] as AttributeCache | undefined; each !== undefined; each = each.previous) {
    if (each.cls === cls || each.version !== each.cls.version) continue;
    const count = rest === undefined ? 1 : rest.count + 1;
    rest = new AttributeCache(each.cls, each.version, each.kind, each.key, each.value, rest, count);
  }
  const count = rest === undefined ? 1 : rest.count + 1;
  if (count <= MOST_CACHES) caches[pc] = new AttributeCache(cls, cls.version, kind, key, value, rest, count);
}

/** Are attributes looked up in the usual way? With `__getattr__` too, as long as they are found. */
function isGeneric(cls: PyType): boolean {
  const slot = cls.slots.__getattribute__;
  if (slot === genericLookup) return true;
  if (slot !== getattrHook) return false;
  const own = lookupInType(cls, "__getattribute__");
  return own instanceof PyWrapperDescriptor && own.slot === genericLookup;
}

/** Is it one of `__slots__`, whose value is a property of the object? */
const isSlot = (attribute: PyMemberDescriptor, cls: PyType): boolean =>
  attribute.owner.traits.heap && isSubtype(cls, attribute.owner);

/** The guard is the version of the class, which does not change when the type of one of its values gets a `__get__`. */
const mayBecomeDescriptor = (type: PyType): boolean => type.traits.heap;

/** Remember how LOAD_ATTR found `name`, if that is one of the simple ways. */
export function cacheAttribute(frame: Frame, pc: number, cls: PyType, name: string): void {
  if (!isGeneric(cls)) return;
  const attribute = lookupInType(cls, name);
  if (attribute instanceof PyMemberDescriptor && isSlot(attribute, cls)) {
    addCache(frame, pc, cls, SLOT, attribute.key, attribute);
    return;
  }
  if (attribute instanceof PyProperty || attribute instanceof PyStaticMethod || attribute instanceof PyClassMethod) {
    if (!typeOf(attribute).traits.heap) addCache(frame, pc, cls, DESCRIPTOR, attributeKey(name), attribute);
    return;
  }
  if (!cls.traits.instanceDict) {
    if (attribute === undefined || !typeOf(attribute).traits.methodDescriptor) return;
    addCache(frame, pc, cls, BUILTIN_METHOD, attributeKey(name), attribute);
    return;
  }
  let kind = OWN;
  if (attribute !== undefined) {
    const type = typeOf(attribute);
    if (mayBecomeDescriptor(type)) return;
    const { __get__, __set__, __delete__ } = type.slots;
    if (__get__ !== undefined && (__set__ !== undefined || __delete__ !== undefined)) return;
    if (type.traits.methodDescriptor) kind = METHOD;
    else if (__get__ === undefined) kind = CLASS_VALUE;
    else return;
  }
  addCache(frame, pc, cls, kind, attributeKey(name), attribute);
}

export class StoreCache {
  constructor(
    readonly cls: PyType,
    readonly version: number,
    readonly key: Key,
  ) {}
}

/** Remember that STORE_ATTR simply sets an attribute in the instance. */
export function cacheStore(frame: Frame, pc: number, self: PyObject, name: string): void {
  const { cls } = self;
  if (cls.slots.__setattr__ !== genericSet) return;
  const attribute = lookupInType(cls, name);
  if (attribute instanceof PyMemberDescriptor && isSlot(attribute, cls) && !attribute.readonly_) {
    frame.code.caches[pc] = new StoreCache(cls, cls.version, attribute.key);
    return;
  }
  if (!cls.traits.instanceDict) return;
  if (attribute !== undefined) {
    const type = typeOf(attribute);
    const { __set__, __delete__ } = type.slots;
    if (mayBecomeDescriptor(type) || __set__ !== undefined || __delete__ !== undefined) return;
  }
  frame.code.caches[pc] = new StoreCache(cls, cls.version, attributeKey(name));
}
