/**
 * type, the class of classes (CPython Objects/typeobject.c, the `type_` functions). How a class is
 * made is in class-creation.ts.
 *
 * Trap: attributes of a class are looked up in its metaclass first (data descriptors), then along its
 * own MRO, where descriptors bind to no instance.
 */
import { bug } from "../../util/assert.ts";
import { lookupAttr, setByDescriptor } from "../kernel/attribute.ts";
import { audit } from "../kernel/audit.ts";
import { isSubtype, NONE, shownName, TYPE, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType, type GetSetRow } from "../kernel/define.ts";
import { PyDict } from "../kernel/dict.ts";
import { lookupInType } from "../kernel/lookup.ts";
import { missingAttribute } from "../kernel/missing.ts";
import { type PyObject, PyType, type Value } from "../kernel/object.ts";
import { jsString, PyList, PyTuple, strFromJs, tuple } from "../kernel/payload.ts";
import { attributeError, typeError, valueError } from "../kernel/raise.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { hooks } from "../kernel/thread.ts";
import { isTrue } from "../kernel/truth.ts";
import { forgetSubclass, refreshSlots, setTypeAttribute, subclassesOf, typeModified } from "../kernel/type-slots.ts";
import { bestBase, classNamespace, createClass, resolveMro } from "./class-creation.ts";
import { makeMappingProxy } from "./mappingproxy.ts";
import { computeMro, withoutMro } from "./mro.ts";
import { addClassNames } from "./object.ts";
import { encodeStr } from "./str-codecs.ts";
import { basicSize, isKnownToCollector, itemSize, offsetsOf, sizeOfType } from "./type-layouts.ts";
import { unionOf } from "./union.ts";

function getattribute(self: PyType, name: string): Value | undefined {
  const metatype = self.cls;
  const metaAttribute = lookupInType(metatype, name);
  const metaSlots = metaAttribute === undefined ? undefined : typeOf(metaAttribute).slots;
  const metaGet = metaSlots?.__get__;
  if (metaGet !== undefined && (metaSlots?.__set__ !== undefined || metaSlots?.__delete__ !== undefined)) {
    return metaGet(metaAttribute as Value, self, metatype);
  }
  const attribute = lookupInType(self, name);
  if (attribute !== undefined) {
    const get = typeOf(attribute).slots.__get__;
    return get === undefined ? attribute : get(attribute, undefined, self);
  }
  return metaGet === undefined ? metaAttribute : metaGet(metaAttribute as Value, self, metatype);
}

const isMutable = ({ traits }: PyType): boolean => traits.heap || traits.mutable;

function setattr(self: PyType, name: string, value: Value | undefined): void {
  if (!isMutable(self)) throw typeError(`cannot set '${name}' attribute of immutable type '${shownName(self)}'`);
  if (setByDescriptor(self, name, value)) return;
  if (!setTypeAttribute(self, name, value)) throw missingAttribute(self, name);
}

/** `cls(*args)`: `__new__`, then `__init__` if an instance of cls came out. */
export function callType(self: PyType, args: Value[], kwnames: KeywordNames): Value {
  if (self === TYPE && args.length - (kwnames?.length ?? 0) === 1) {
    if (kwnames !== undefined && kwnames.length > 0) throw typeError("type() takes no keyword arguments");
    return typeOf(args[0]);
  }
  const make = self.slots.__new__;
  if (make === undefined || self.traits.noConstructor) throw typeError(`cannot create '${fullName(self)}' instances`);
  if (self === TYPE && args.length - (kwnames?.length ?? 0) !== 3) throw typeError("type() takes 1 or 3 arguments");
  const instance = make(self, args, kwnames);
  const type = typeOf(instance);
  if (type.finalizes) hooks.mortal(instance as PyObject);
  if (type === self || isSubtype(type, self)) type.slots.__init__?.(instance, args, kwnames);
  return instance;
}

/** As tp_name has it: builtins bare, others with their module. */
function fullName(self: PyType): string {
  const module = self.traits.heap ? undefined : jsString(self.attributes.get("__module__") ?? 0);
  return module === undefined || module === "builtins" ? self.name : `${module}.${self.name}`;
}

function moduleOf(self: PyType): Value {
  const module = self.attributes.get("__module__");
  // That of `type` itself is this very attribute of classes.
  if (module !== undefined && self !== TYPE) return module;
  if (self.traits.heap) throw attributeError("__module__", "__module__", self);
  return "builtins";
}

function repr(self: PyType): string {
  const module = jsString(self.attributes.get("__module__") ?? (self.traits.heap ? 0 : "builtins"));
  return module === undefined || module === "builtins"
    ? `<class '${self.qualname}'>`
    : `<class '${module}.${self.qualname}'>`;
}

function mutable(self: PyType, name: string, value: Value | undefined): Value {
  if (!isMutable(self)) throw typeError(`cannot set '${name}' attribute of immutable type '${shownName(self)}'`);
  if (value === undefined) throw typeError(`cannot delete '${name}' attribute of immutable type '${shownName(self)}'`);
  audit("object.__setattr__", self, name, value);
  return value;
}

function setName(self: PyType, given: Value | undefined): void {
  const value = mutable(self, "__name__", given);
  const name = jsString(value);
  if (name === undefined) {
    throw typeError(`can only assign string to ${self.name}.__name__, not '${typeName(value)}'`);
  }
  encodeStr(value); // A lone surrogate has no UTF-8.
  if (name.includes("\0")) throw valueError("type name must not contain null characters");
  self.name = name;
}

function setQualname(self: PyType, given: Value | undefined): void {
  const value = mutable(self, "__qualname__", given);
  const name = jsString(value);
  if (name === undefined) {
    throw typeError(`can only assign string to ${self.name}.__qualname__, not '${typeName(value)}'`);
  }
  self.qualname = name;
}

/** Basic types whose instances CPython's collector does not look at. */
const UNCOLLECTED = new Set(["object", "int", "bool", "float", "complex", "str", "bytes", "bytearray"]);

/** CPython frees instances that its collector knows by another C function than the others. */
function isCollected(cls: PyType): boolean {
  const { heap, instanceDict, weakrefs } = cls.traits;
  if (!heap) return !UNCOLLECTED.has(cls.name);
  return instanceDict || weakrefs || cls.slotNames.length > 0 || isCollected(cls.base as PyType);
}

function setBases(self: PyType, given: Value | undefined): void {
  const value = mutable(self, "__bases__", given);
  if (!(value instanceof PyTuple)) {
    throw typeError(`can only assign tuple to ${self.name}.__bases__, not ${typeName(value)}`);
  }
  if (value.items.length === 0) {
    throw typeError(`can only assign non-empty tuple to ${self.name}.__bases__, not ()`);
  }
  for (const base of value.items) {
    if (!(base instanceof PyType)) {
      throw typeError(`${self.name}.__bases__ must be tuple of classes, not '${typeName(base)}'`);
    }
    if (isSubtype(base, self) || isBuiltOn(base, self)) {
      throw typeError("a __bases__ item causes an inheritance cycle");
    }
  }
  const bases = value.items as PyType[];
  const base = bestBase(bases);
  if (isCollected(base) !== isCollected(self.base as PyType)) {
    throw typeError(`__bases__ assignment: '${base.name}' deallocator differs from '${(self.base as PyType).name}'`);
  }
  if (
    base.solid !== (self.base as PyType).solid ||
    base.traits.instanceDict !== (self.base as PyType).traits.instanceDict
  ) {
    throw typeError(`__bases__ assignment: '${base.name}' object layout differs from '${(self.base as PyType).name}'`);
  }
  const old = { bases: self.bases, base: self.base };
  self.bases = bases;
  self.base = base;
  try {
    relinearize(self);
  } catch (error) {
    if (self.bases === bases) {
      self.bases = old.bases;
      self.base = old.base;
    }
    throw error;
  }
  // A metaclass's mro() may have assigned `__bases__` meanwhile: then that has done the rest.
  if (self.bases !== bases) return;
  for (const each of old.bases) if (!bases.includes(each)) forgetSubclass(each, self);
  for (const each of bases) if (!old.bases.includes(each)) each.subclasses.add(new WeakRef(self));
}

/** By `__base__` alone, which is assigned before an mro() written in Python runs. */
function isBuiltOn(type: PyType, base: PyType): boolean {
  for (let each: PyType | null = type; each !== null; each = each.base) if (each === base) return true;
  return false;
}

/** Compute the MRO anew, here and below; nothing changes if it fails anywhere. */
function relinearize(self: PyType): void {
  const changes: { type: PyType; before: PyType[]; after: PyType[] }[] = [];
  const visit = (type: PyType): void => {
    const before = type.mro;
    const after = resolveMro(type);
    // An mro() in Python may have had it made anew meanwhile: that one counts.
    if (type.mro !== before) return;
    type.mro = after;
    changes.push({ type, before, after });
    for (const subclass of subclassesOf(type)) visit(subclass);
  };
  try {
    visit(self);
  } catch (error) {
    for (const { type, before, after } of changes) if (type.mro === after) type.mro = before;
    throw error;
  }
  typeModified(self);
  for (const { type } of changes) refreshSlots(type);
}

function getDoc(self: PyType): Value {
  if (self.staticDoc !== undefined) return self.staticDoc;
  const doc = self.attributes.get("__doc__");
  if (doc === undefined) return NONE;
  const get = typeOf(doc).slots.__get__;
  return get === undefined ? doc : get(doc, undefined, self);
}

function getAbstractMethods(self: PyType): Value {
  const methods = self === TYPE ? undefined : self.attributes.get("__abstractmethods__");
  if (methods === undefined) throw attributeError("__abstractmethods__", "__abstractmethods__", self);
  return methods;
}

function setAbstractMethods(self: PyType, value: Value | undefined): void {
  if (!setTypeAttribute(self, "__abstractmethods__", value)) {
    throw attributeError("__abstractmethods__", "__abstractmethods__", self);
  }
  self.traits.abstract = value !== undefined && isTrue(value);
}

function getAnnotations(self: PyType): Value {
  if (!isMutable(self)) {
    throw attributeError(`type object '${self.name}' has no attribute '__annotations__'`, "__annotations__", self);
  }
  const own = self.attributes.get("__annotations__");
  if (own !== undefined) {
    const get = typeOf(own).slots.__get__;
    return get === undefined ? own : get(own, undefined, self);
  }
  const made = new PyDict();
  setTypeAttribute(self, "__annotations__", made);
  return made;
}

function setAnnotations(self: PyType, value: Value | undefined): void {
  if (!isMutable(self)) {
    throw typeError(`cannot set '__annotations__' attribute of immutable type '${shownName(self)}'`);
  }
  if (!setTypeAttribute(self, "__annotations__", value))
    throw attributeError("__annotations__", "__annotations__", self);
}

function typeParams(self: PyType): Value {
  return (self === TYPE ? undefined : self.attributes.get("__type_params__")) ?? tuple([]);
}

/** Modules whose types CPython declares statically, though they are not in builtins. */
const STATIC_MODULES = new Set(["builtins", "types", "sys", "weakref", "_contextvars", "pickle"]);

const STATIC_TYPES = new Set(["OrderedDict", "TypeAliasType"]);

/** CPython makes the types of extension modules from a spec (PyType_FromSpec): these are on its heap, and immutable too. */
function isMadeFromSpec(self: PyType): boolean {
  const module = jsString(self.attributes.get("__module__") ?? "builtins");
  return module !== undefined && !STATIC_MODULES.has(module) && !STATIC_TYPES.has(self.qualname);
}

/** Py_TPFLAGS_* as far as Python code looks at them. */
function flagsOf(self: PyType): number {
  const { traits } = self;
  let flags = 1 << 12; // READY
  if (!isMutable(self)) flags |= 1 << 8;
  if (traits.heap || isMadeFromSpec(self)) flags |= 1 << 9;
  if (traits.basetype) flags |= 1 << 10;
  if (traits.sequence) flags |= 1 << 5;
  if (traits.mapping) flags |= 1 << 6;
  if (isKnownToCollector(self)) flags |= 1 << 14;
  if (traits.noConstructor) flags |= 1 << 7;
  if (traits.methodDescriptor) flags |= 1 << 17;
  if (traits.abstract) flags |= 1 << 20;
  if (traits.matchSelf) flags |= 1 << 22;
  const fast = ["int", "list", "tuple", "bytes", "str", "dict", "BaseException", "type"];
  fast.forEach((name, i) => {
    if (self.mro.some((each) => each.name === name && !each.traits.heap)) flags += 2 ** (24 + i);
  });
  return flags;
}

function dir(self: PyType): Value {
  const names = new PyDict();
  addClassNames(self, names);
  return new PyList(names.keyArray());
}

function instanceCheck(self: PyType, instance: Value): boolean {
  const type = typeOf(instance);
  if (isSubtype(type, self)) return true;
  const claimed = lookupAttr(instance, "__class__");
  return claimed instanceof PyType && claimed !== type && isSubtype(claimed, self);
}

const getset: Record<string, GetSetRow<PyType>> = {
  __name__: [(self) => strFromJs(self.name), setName],
  __qualname__: [(self) => strFromJs(self.qualname), setQualname],
  __bases__: [(self) => tuple([...self.bases]), setBases],
  // While the class's own mro() makes it, there is none.
  __mro__: [(self) => (withoutMro.has(self) ? NONE : tuple([...self.mro]))],
  __module__: [
    moduleOf,
    (self, value) => {
      setTypeAttribute(self, "__module__", mutable(self, "__module__", value));
    },
  ],
  __abstractmethods__: [getAbstractMethods, setAbstractMethods],
  __dict__: [(self) => makeMappingProxy(self)],
  __doc__: [
    getDoc,
    (self, value) => {
      setTypeAttribute(self, "__doc__", mutable(self, "__doc__", value));
    },
  ],
  __text_signature__: [(self) => self.textSignature ?? NONE],
  __annotations__: [getAnnotations, setAnnotations],
  __type_params__: [
    typeParams,
    (self, value) => {
      setTypeAttribute(self, "__type_params__", mutable(self, "__type_params__", value));
    },
  ],
};

completeType<PyType>(TYPE, {
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  traits: { basetype: true, weakrefs: true, instanceDict: false },
  allocate: () => bug("classes are made by type.__new__ only"),
  slots: {
    __repr__: repr,
    __call__: callType,
    __getattribute__: getattribute,
    __setattr__: setattr,
    __delattr__: (self, name) => setattr(self, name, undefined),
    __or__: (left, right) => unionOf(left, right),
    __init__: (_self, args, kwnames) => {
      const count = args.length - (kwnames?.length ?? 0);
      if (kwnames !== undefined && kwnames.length > 0 && count === 1)
        throw typeError("type.__init__() takes no keyword arguments");
      if (count !== 1 && count !== 3) throw typeError("type.__init__() takes 1 or 3 arguments");
    },
    __new__: (metatype, args, kwnames) => {
      const count = args.length - (kwnames?.length ?? 0);
      if (count !== 3) throw typeError(`type.__new__() takes exactly 3 arguments (${count} given)`);
      return createClass(metatype, args[0], args[1], args[2], args, kwnames);
    },
  },
  methods: {
    mro: [
      "($self, /)",
      "Return a type's method resolution order.",
      (self: PyType) => new PyList(computeMro(self, self.bases)),
    ],
    __subclasses__: [
      "($self, /)",
      "Return a list of immediate subclasses.",
      (self: PyType) => new PyList(subclassesOf(self)),
    ],
    __instancecheck__: ["($self, instance, /)", "Check if an object is an instance.", instanceCheck],
    __subclasscheck__: [
      "($self, subclass, /)",
      "Check if a class is a subclass.",
      (self: PyType, subclass: Value) => isSubclassByBases(subclass, self),
    ],
    __dir__: ["($self, /)", "Specialized __dir__ implementation for types.", dir],
    __sizeof__: ["($self, /)", "Return memory consumption of the type object.", sizeOfType],
  },
  classmethods: {
    __prepare__: [
      "~($cls, /, *args, **kwargs)",
      "__prepare__() -> dict\nused to create the namespace for the class statement",
      () => new PyDict(),
    ],
  },
  members: {
    __base__: [(self) => self.base ?? NONE],
    __basicsize__: [basicSize],
    __itemsize__: [itemSize],
    __flags__: [flagsOf],
    __dictoffset__: [(self) => offsetsOf(self).dict],
    __weakrefoffset__: [(self) => offsetsOf(self).weakrefs],
  },
  getset,
});

classNamespace.proxy = makeMappingProxy;

/** `issubclass` without the class's own say: by MRO, or by `__bases__` of what only looks like a class. */
export function isSubclassByBases(subclass: Value, cls: Value): boolean {
  if (subclass instanceof PyType && cls instanceof PyType) return isSubtype(subclass, cls);
  const bases = basesOf(subclass);
  if (bases === undefined) throw typeError("issubclass() arg 1 must be a class");
  if (!(cls instanceof PyType) && basesOf(cls) === undefined) {
    throw typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }
  return derives(subclass, cls);
}

function basesOf(value: Value): PyTuple | undefined {
  const bases = lookupAttr(value, "__bases__");
  return bases instanceof PyTuple ? bases : undefined;
}

function derives(subclass: Value, cls: Value): boolean {
  if (subclass === cls) return true;
  return basesOf(subclass)?.items.some((base) => derives(base, cls)) ?? false;
}
