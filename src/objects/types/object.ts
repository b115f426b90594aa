/**
 * object, the base of all classes (CPython Objects/typeobject.c, the `object_` functions).
 */
import { genericDelete, genericLookup, genericSet, lookupAttr, ownNames } from "../kernel/attribute.ts";
import { audit } from "../kernel/audit.ts";
import { call } from "../kernel/call.ts";
import { isSubtype, MODULE, NONE, NOT_IMPLEMENTED, OBJECT, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { PyDict } from "../kernel/dict.ts";
import { addressText, idOf } from "../kernel/identity.ts";
import { forEach } from "../kernel/iterate.ts";
import { lookupInType } from "../kernel/lookup.ts";
import { toIndex } from "../kernel/number.ts";
import { PyInstance, PyObject, PyType, type Value } from "../kernel/object.ts";
import { jsString, PyBytes, PyList, PyTuple, textOf } from "../kernel/payload.ts";
import { str } from "../kernel/protocol.ts";
import { typeError } from "../kernel/raise.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { isTrue } from "../kernel/truth.ts";
import { PyMemoryView } from "./buffer.ts";
import { getState, reduceDefault } from "./reduce.ts";
import { sizeOfObject } from "./type-layouts.ts";

function repr(self: Value): Value {
  const type = typeOf(self);
  const module = jsString(type.attributes.get("__module__") ?? 0);
  const name = module === undefined || module === "builtins" ? type.name : `${module}.${type.qualname}`;
  return `<${name} object at ${addressText(self)}>`;
}

function notEqual(self: Value, other: Value): Value {
  const eq = typeOf(self).slots.__eq__;
  const result = eq === undefined ? NOT_IMPLEMENTED : eq(self, other);
  return result === NOT_IMPLEMENTED ? NOT_IMPLEMENTED : !isTrue(result);
}

/** Arguments that nobody takes are an error, unless the other of `__new__` and `__init__` is overridden. */
function checkExcess(type: PyType, args: Value[], where: "__new__" | "__init__"): void {
  if (args.length === 0) return;
  const ownNew = type.slots.__new__ !== OBJECT.slots.__new__;
  const ownInit = type.slots.__init__ !== OBJECT.slots.__init__;
  if (where === "__new__") {
    if (ownNew) throw typeError("object.__new__() takes exactly one argument (the type to instantiate)");
    if (!ownInit) throw typeError(`${type.name}() takes no arguments`);
  } else {
    if (ownInit) throw typeError("object.__init__() takes exactly one argument (the instance to initialize)");
    // A type without `__new__` has not object's either.
    if (!ownNew && !type.traits.noConstructor)
      throw typeError(`${type.name}.__init__() takes exactly one argument (the instance to initialize)`);
  }
}

function create(cls: PyType, args: Value[], _kwnames: KeywordNames): Value {
  checkExcess(cls, args, "__new__");
  if (cls.traits.abstract) throw abstractError(cls);
  return cls.allocate === undefined ? new PyInstance(cls) : cls.allocate(cls);
}

function abstractError(cls: PyType): unknown {
  const names: string[] = [];
  const methods = lookupAttr(cls, "__abstractmethods__");
  if (methods !== undefined) forEach(methods, (name) => void names.push(`'${jsString(name) ?? "?"}'`));
  names.sort();
  const plural = names.length > 1 ? "s" : "";
  return typeError(
    `Can't instantiate abstract class ${cls.name} without an implementation for abstract method${plural} ${names.join(", ")}`,
  );
}

/** Can an instance change from one class to the other without changing its layout? */
function sameLayout(from: PyType, to: PyType): boolean {
  const [one, other] = [lastToAdd(from), lastToAdd(to)];
  return one === other || (one.base === other.base && one.base !== null && addition(one) === addition(other));
}

/** The nearest class in the chain of bases that adds something to the layout. */
function lastToAdd(type: PyType): PyType {
  let each = type;
  while (each.traits.heap && each.base !== null && addition(each) === "") each = each.base;
  return each;
}

/** What instances of the class have more than those of its base: members, `__dict__`, weak references. */
function addition(type: PyType): string {
  const { base, traits, slotNames } = type;
  if (!traits.heap) return type.name;
  const added = [...slotNames];
  if (traits.instanceDict && base?.traits.instanceDict === false) added.push("__dict__");
  if (traits.weakrefs && base?.traits.weakrefs === false) added.push("__weakref__");
  return added.sort().join();
}

function setClass(self: Value, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete __class__ attribute");
  if (!(value instanceof PyType)) {
    throw typeError(`__class__ must be set to a class, not '${typeName(value)}' object`);
  }
  audit("object.__setattr__", self, "__class__", value);
  const from = typeOf(self);
  const modules = isSubtype(from, MODULE) && isSubtype(value, MODULE);
  if (!(self instanceof PyObject) || !(modules || (from.traits.heap && value.traits.heap))) {
    throw typeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  if (!sameLayout(from, value)) {
    throw typeError(`__class__ assignment: '${value.name}' object layout differs from '${from.name}'`);
  }
  self.cls = value;
}

/** Names in the instance, its class and the classes it derives from. */
function dir(self: Value): Value {
  const names = new PyDict();
  const own = lookupAttr(self, "__dict__");
  if (own instanceof PyDict) for (const key of own.keyArray()) names.set(key, NONE);
  else if (self instanceof PyObject) for (const name of ownNames(self)) names.set(name, NONE);
  const cls = lookupAttr(self, "__class__");
  if (cls instanceof PyType) addClassNames(cls, names);
  return new PyList(names.keyArray());
}

/** Add the attribute names of a class and its bases (CPython's merge_class_dict). */
export function addClassNames(cls: PyType, names: PyDict): void {
  for (const name of cls.attributes.keys()) names.set(name, NONE);
  for (const key of cls.foreign?.keyArray() ?? []) names.set(key, NONE);
  for (const base of cls.bases) addClassNames(base, names);
}

function reduceEx(self: Value, protocol: Value): Value {
  const version = Number(toIndex(protocol));
  const reduce = lookupAttr(self, "__reduce__");
  if (reduce !== undefined) {
    const own = lookupInType(typeOf(self), "__reduce__") !== lookupInType(OBJECT, "__reduce__");
    if (own) return call(reduce);
  }
  return reduceDefault(self, version);
}

function format(self: Value, spec: Value): Value {
  const text = textOf(spec);
  if (text === undefined) throw typeError(`__format__() argument must be str, not ${typeName(spec)}`);
  if (text !== "") throw typeError(`unsupported format string passed to ${typeName(self)}.__format__`);
  return str(self);
}

/** Of what has a size of its own only bytes, tuples and views come here. */
function sizeOf(self: Value): number {
  return sizeOfObject(typeOf(self), itemCount(self));
}

function itemCount(self: Value): number {
  if (self instanceof PyTuple) return self.items.length;
  if (self instanceof PyBytes) return self.bytes.length;
  // Shape, strides and suboffsets, for which there is always room for one dimension.
  return self instanceof PyMemoryView ? 3 * Math.max(1, self.layout.shape.length) : 0;
}

completeType(OBJECT, {
  doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
  traits: { basetype: true },
  slots: {
    __repr__: repr,
    __hash__: (self) => idOf(self) / 16,
    __str__: (self) => {
      const slot = typeOf(self).slots.__repr__;
      return slot === undefined ? repr(self) : slot(self);
    },
    __getattribute__: genericLookup,
    __setattr__: genericSet,
    __delattr__: genericDelete,
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __eq__: (self, other) => (self === other ? true : NOT_IMPLEMENTED),
    __ne__: notEqual,
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
    __new__: create,
    __init__: (self, args) => checkExcess(typeOf(self), args, "__init__"),
  },
  methods: {
    __reduce_ex__: ["($self, protocol, /)", "Helper for pickle.", reduceEx],
    __reduce__: ["($self, /)", "Helper for pickle.", (self: Value) => reduceDefault(self, 0)],
    __getstate__: ["($self, /)", "Helper for pickle.", getState],
    __format__: [
      "($self, format_spec, /)",
      "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.",
      format,
    ],
    __sizeof__: ["($self, /)", "Size of object in memory, in bytes.", sizeOf],
    __dir__: ["($self, /)", "Default dir() implementation.", dir],
  },
  classmethods: {
    __subclasshook__: [
      "~($cls, object, /)",
      "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n",
      () => NOT_IMPLEMENTED,
    ],
    __init_subclass__: [
      "~($cls, /)",
      "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n",
      () => undefined,
    ],
  },
  getset: { __class__: [(self) => typeOf(self), setClass, "the object's class"] },
});

OBJECT.textSignature = "()";
