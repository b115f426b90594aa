/**
 * Reading and writing attributes (CPython Objects/object.c: PyObject_GenericGetAttr and friends).
 *
 * "Look up" functions give undefined for an absent attribute and raise nothing for it; "get" functions
 * throw AttributeError.
 */
import { shownName, typeName, typeOf } from "./core-types.ts";
import { PyDict } from "./dict.ts";
import { EXCEPTIONS } from "./exception-types.ts";
import { lookupInType } from "./lookup.ts";
import { missingAttribute } from "./missing.ts";
import { attributeKey, type PyObject, PyType, type Value } from "./object.ts";
import { jsString, type PyBaseException } from "./payload.ts";
import { attributeError, PyError, typeError } from "./raise.ts";

/** `getattr(self, name)`. */
export function getAttr(self: Value, name: string): Value {
  const slot = typeOf(self).slots.__getattribute__;
  let value: Value | undefined;
  try {
    value = slot === undefined ? undefined : slot(self, name);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.AttributeError)) addContext(error.exception, self, name);
    throw error;
  }
  if (value === undefined) throw missingAttribute(self, name);
  return value;
}

/** What was looked for, unless the AttributeError knows. */
function addContext(exception: PyBaseException, obj: Value, name: string): void {
  const { fields } = exception;
  if (fields?.name === undefined && fields?.obj === undefined) exception.fields = { ...fields, name, obj };
}

/** `getattr(self, name, undefined)`: AttributeError becomes undefined, other exceptions pass. */
export function lookupAttr(self: Value, name: string): Value | undefined {
  const slot = typeOf(self).slots.__getattribute__;
  if (slot === undefined) return undefined;
  try {
    return slot(self, name);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.AttributeError)) return undefined;
    throw error;
  }
}

/** `setattr(self, name, value)`. */
export function setAttr(self: Value, name: string, value: Value): void {
  const slot = typeOf(self).slots.__setattr__;
  if (slot === undefined) throw noAssignment(self, name, "assign to");
  slot(self, name, value);
}

/** `delattr(self, name)`. */
export function delAttr(self: Value, name: string): void {
  const slot = typeOf(self).slots.__delattr__;
  if (slot === undefined) throw noAssignment(self, name, "del");
  slot(self, name);
}

function noAssignment(self: Value, name: string, verb: string): unknown {
  const has = typeOf(self).slots.__getattribute__ === undefined ? "no" : "only read-only";
  return typeError(`'${typeName(self)}' object has ${has} attributes (${verb} .${name})`);
}

/** The attribute in the instance itself (its `__dict__`), or undefined. */
export function ownAttribute(self: PyObject, name: string): Value | undefined {
  return self.dict === undefined ? self[attributeKey(name)] : self.dict.get(name);
}

/** What a class has for an instance's dict when it is looked at as any object. */
const namespaceOf = (self: PyObject) => (self instanceof PyType ? self.attributes : undefined);

/** object.__getattribute__: data descriptor, instance, other descriptor or class attribute; undefined if absent. */
export function genericLookup(self: Value, name: string): Value | undefined {
  const type = typeOf(self);
  const attribute = lookupInType(type, name);
  let get: ((self: Value, instance: Value | undefined, owner: typeof type | undefined) => Value) | undefined;
  if (attribute !== undefined) {
    const slots = typeOf(attribute).slots;
    get = slots.__get__;
    if (get !== undefined && (slots.__set__ !== undefined || slots.__delete__ !== undefined)) {
      return get(attribute, self, type);
    }
  }
  if (typeof self === "object") {
    const own = type.traits.instanceDict ? ownAttribute(self, name) : namespaceOf(self)?.get(name);
    if (own !== undefined) return own;
  }
  return get === undefined ? attribute : get(attribute as Value, self, type);
}

/** object.__setattr__. */
export function genericSet(self: Value, name: string, value: Value): void {
  if (setByDescriptor(self, name, value)) return;
  const target = instanceWithDict(self, name);
  if (target.dict === undefined) target[attributeKey(name)] = value;
  else target.dict.set(name, value);
}

/** object.__delattr__. */
export function genericDelete(self: Value, name: string): void {
  if (setByDescriptor(self, name, undefined)) return;
  const target = instanceWithDict(self, name);
  if (target.dict !== undefined) {
    if (target.dict.delete(name) === undefined) throw missingAttribute(self, name);
    return;
  }
  const key = attributeKey(name);
  if (target[key] === undefined) throw missingAttribute(self, name);
  delete target[key];
}

/** Set or delete by a data descriptor of the type; false if there is none. */
export function setByDescriptor(self: Value, name: string, value: Value | undefined): boolean {
  const attribute = lookupInType(typeOf(self), name);
  if (attribute === undefined) return false;
  const { __set__, __delete__ } = typeOf(attribute).slots;
  if (__set__ === undefined && __delete__ === undefined) return false;
  const slot = value === undefined ? __delete__ : __set__;
  if (slot === undefined) throw attributeError(value === undefined ? "__delete__" : "__set__", name, self);
  if (value === undefined) __delete__?.(attribute, self);
  else __set__?.(attribute, self, value);
  return true;
}

function instanceWithDict(self: Value, name: string): PyObject {
  const type = typeOf(self);
  if (typeof self === "object" && type.traits.instanceDict) return self;
  if (lookupInType(type, name) === undefined) throw missingAttribute(self, name);
  throw attributeError(`'${shownName(type)}' object attribute '${name}' is read-only`, name, self);
}

/** The instance's `__dict__` as a dict; from now on its attributes live there. Undefined if it has none. */
export function instanceDict(self: PyObject): PyDict | undefined {
  if (self.dict !== undefined) return self.dict;
  if (!self.cls.traits.instanceDict) return undefined;
  const dict = new PyDict();
  for (const key of Object.keys(self)) {
    if (key.charCodeAt(0) !== DOLLAR) continue;
    const own = key as `$${string}`;
    const value = self[own];
    if (value !== undefined) dict.set(key.slice(1), value);
    delete self[own];
  }
  self.dict = dict;
  return dict;
}

const DOLLAR = 36;

/** `self.__dict__ = dict`. */
export function setInstanceDict(self: PyObject, dict: Value): void {
  if (!(dict instanceof PyDict)) {
    throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(dict)}'`);
  }
  instanceDict(self);
  self.dict = dict;
}

/** The names of the attributes in the instance itself, in order, without moving them into a dict. */
export function ownNames(self: PyObject): string[] {
  if (self.dict !== undefined) return self.dict.keyArray().flatMap((key) => jsString(key) ?? []);
  return Object.keys(self).flatMap((key) => (key.charCodeAt(0) === DOLLAR ? [key.slice(1)] : []));
}
