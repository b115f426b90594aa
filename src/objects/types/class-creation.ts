/**
 * `type.__new__`: making a class from a name, bases and a namespace (CPython Objects/typeobject.c,
 * type_new and its parts). The body of the class has run already.
 */
import { instanceDict, setInstanceDict } from "../kernel/attribute.ts";
import { PyGetSetDescriptor, PyMemberDescriptor } from "../kernel/builtin.ts";
import { callUnbound, callWith } from "../kernel/call.ts";
import {
  DEFAULT_TRAITS,
  FUNCTION,
  isSubtype,
  NONE,
  OBJECT,
  shownName,
  TYPE,
  typeName,
  typeOf,
} from "../kernel/core-types.ts";
import type { GetSetRow } from "../kernel/define.ts";
import { PyDict } from "../kernel/dict.ts";
import { forEach } from "../kernel/iterate.ts";
import { lookupInType } from "../kernel/lookup.ts";
import { type PyObject, PyType, type Value } from "../kernel/object.ts";
import { jsString, PyCell, PyTuple, strFromJs, textOf } from "../kernel/payload.ts";
import { reprText } from "../kernel/protocol.ts";
import { PyError, typeError, valueError } from "../kernel/raise.ts";
import { type KeywordNames, Slots } from "../kernel/slots.ts";
import { PyClassMethod, PyStaticMethod } from "../kernel/static-method.ts";
import { hooks } from "../kernel/thread.ts";
import { refreshSlots, typeModified } from "../kernel/type-slots.ts";
import { getComputed, setComputed } from "./descriptor.ts";
import { addNote } from "./exception-notes.ts";
import { computeMro, withoutMro } from "./mro.ts";
import { encodeStr } from "./str-codecs.ts";

/** The most derived metaclass of the bases and the one asked for. */
export function calculateMetaclass(metaclass: PyType, bases: readonly Value[]): PyType {
  let winner = metaclass;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (isSubtype(winner, candidate)) continue;
    if (!isSubtype(candidate, winner)) {
      throw typeError(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
      );
    }
    winner = candidate;
  }
  return winner;
}

/** Whose layout the class extends; a TypeError if two bases have layouts that exclude each other. */
export function bestBase(bases: readonly Value[]): PyType {
  let best: PyType | undefined;
  for (const base of bases) {
    if (!(base instanceof PyType)) throw typeError("bases must be types");
    if (!base.traits.basetype) throw typeError(`type '${shownName(base)}' is not an acceptable base type`);
    if (best === undefined || (isSubtype(base.solid, best.solid) && base.solid !== best.solid)) best = base;
    else if (!isSubtype(best.solid, base.solid)) {
      throw typeError("multiple bases have instance lay-out conflict");
    }
  }
  return best as PyType;
}

/** `type(name, bases, namespace, **keywords)`. */
export function createClass(
  metatype: PyType,
  name: Value,
  bases: Value,
  namespace: Value,
  args: Value[],
  kwnames: KeywordNames,
): Value {
  const className = jsString(name);
  if (className === undefined) throw typeError(`type.__new__() argument 1 must be str, not ${typeName(name)}`);
  if (!(bases instanceof PyTuple)) throw typeError(`type.__new__() argument 2 must be tuple, not ${typeName(bases)}`);
  if (!(namespace instanceof PyDict))
    throw typeError(`type.__new__() argument 3 must be dict, not ${typeName(namespace)}`);
  checkBases(bases);
  const winner = calculateMetaclass(metatype, bases.items);
  if (winner !== metatype && winner.slots.__new__ !== TYPE.slots.__new__) {
    // A base's metaclass knows better how its classes are made.
    return (winner.slots.__new__ as NonNullable<Slots["__new__"]>)(winner, args, kwnames);
  }
  const actualBases = bases.items.length === 0 ? [OBJECT] : (bases.items as PyType[]);
  const cls = buildType(winner, className, actualBases, namespace);
  finish(cls, args.slice(3), kwnames);
  return cls;
}

function checkBases(bases: PyTuple): void {
  for (const base of bases.items) {
    if (base instanceof PyType) continue;
    if (lookupInType(typeOf(base), "__mro_entries__") !== undefined) {
      throw typeError("type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
}

function buildType(metatype: PyType, name: string, bases: PyType[], namespace: PyDict): PyType {
  const base = bestBase(bases);
  const cls = new PyType(name, new Slots(), { ...DEFAULT_TRAITS, heap: true, basetype: true }, metatype);
  cls.bases = bases;
  cls.base = base;
  cls.solid = base.solid;
  cls.allocate = base.allocate;
  cls.traits.matchSelf = base.traits.matchSelf;
  copyNamespace(cls, namespace);
  addLayout(cls, namespace.get("__slots__"));
  checkNames(name, namespace);
  // Only now: `__slots__` may name it.
  if (!cls.attributes.has("__doc__")) cls.attributes.set("__doc__", NONE);
  fillCells(cls, namespace);
  cls.mro = [cls];
  withoutMro.add(cls);
  cls.mro = resolveMro(cls);
  withoutMro.delete(cls);
  // An mro() in Python may have looked for attributes, in vain.
  typeModified(cls);
  inheritPatternTraits(cls);
  for (const each of bases) each.subclasses.add(new WeakRef(cls));
  hooks.classMade(cls);
  refreshSlots(cls);
  return cls;
}

/** CPython keeps it in UTF-8, which has no lone surrogates. (A plain string has none.) */
function checkEncodable(text: Value): void {
  if (typeof text !== "string" && textOf(text) !== undefined) encodeStr(text);
}

/** Names are looked at only when the layout is known. */
function checkNames(name: string, namespace: PyDict): void {
  checkEncodable(strFromJs(name));
  if (name.includes("\0")) throw valueError("type name must not contain null characters");
  const qualname = namespace.get("__qualname__");
  if (qualname !== undefined && jsString(qualname) === undefined) {
    throw typeError(`type __qualname__ must be a str, not ${typeName(qualname)}`);
  }
  const doc = namespace.get("__doc__");
  if (doc !== undefined) checkEncodable(doc);
}

function inheritPatternTraits(cls: PyType): void {
  for (const base of cls.mro.slice(1)) {
    if (base.traits.sequence || base.traits.mapping) {
      cls.traits.sequence = base.traits.sequence;
      cls.traits.mapping = base.traits.mapping;
      return;
    }
  }
}

/** Ask the metaclass for the MRO if it has an opinion (`mro()`). */
export function resolveMro(cls: PyType): PyType[] {
  const custom = lookupInType(cls.cls, "mro");
  if (custom === undefined || custom === lookupInType(TYPE, "mro")) return computeMro(cls, cls.bases);
  const result: PyType[] = [];
  forEach(callUnbound(custom, cls, cls.cls, []), (each) => {
    if (!(each instanceof PyType)) throw typeError(`mro() returned a non-class ('${typeName(each)}')`);
    if (!isSubtype(cls.solid, each.solid)) {
      throw typeError(`mro() returned base with unsuitable layout ('${each.name}')`);
    }
    result.push(each);
  });
  if (result.length === 0) throw typeError("type MRO must not be empty");
  return result;
}

function copyNamespace(cls: PyType, namespace: PyDict): void {
  const attributes = cls.attributes;
  for (const [key, value] of namespace.entries()) {
    const name = jsString(key);
    if (name === undefined) {
      cls.foreign ??= new PyDict();
      cls.foreign.set(key, value);
    } else if (name === "__qualname__") {
      // Complained of only when the layout is known.
      cls.qualname = jsString(value) ?? cls.name;
    } else if (name !== "__classcell__" && name !== "__classdictcell__") attributes.set(name, value);
  }
  if (!attributes.has("__module__")) {
    const module = hooks.currentFrame()?.globals.get("__name__");
    if (module !== undefined) attributes.set("__module__", module);
  }
  const make = attributes.get("__new__");
  if (make !== undefined && typeOf(make) === FUNCTION) attributes.set("__new__", new PyStaticMethod(make));
  for (const name of ["__init_subclass__", "__class_getitem__"]) {
    const method = attributes.get(name);
    if (method !== undefined && typeOf(method) === FUNCTION) attributes.set(name, new PyClassMethod(method));
  }
  if (attributes.has("__eq__") && !attributes.has("__hash__")) attributes.set("__hash__", NONE);
}

/** Decide what instances consist of: `__dict__`, `__weakref__` and the members of `__slots__`. */
function addLayout(cls: PyType, declared: Value | undefined): void {
  const base = cls.base as PyType;
  // A class, too, has a `__dict__`, but a metaclass adds none to that of `type`.
  const isMetaclass = isSubtype(base, TYPE);
  const mayHaveDict = !isMetaclass && !base.traits.instanceDict;
  const mayHaveWeakrefs = !isMetaclass && !base.traits.weakrefs && !isVariableSize(base);
  cls.traits.instanceDict = !isMetaclass && base.traits.instanceDict;
  cls.traits.weakrefs = isMetaclass || base.traits.weakrefs;
  if (declared === undefined) {
    if (mayHaveDict) addDict(cls);
    if (mayHaveWeakrefs) addWeakref(cls);
    return;
  }
  const slots = slotList(declared);
  if (slots.length > 0 && isVariableSize(base)) {
    throw typeError(`nonempty __slots__ not supported for subtype of '${base.name}'`);
  }
  const names: string[] = [];
  for (const each of slots) {
    const name = jsString(each);
    if (name === undefined) throw typeError(`__slots__ items must be strings, not '${typeName(each)}'`);
    if (!isIdentifier(name)) throw typeError("__slots__ must be identifiers");
    if (name === "__dict__") {
      if (!mayHaveDict || cls.traits.instanceDict) throw typeError("__dict__ slot disallowed: we already got one");
      addDict(cls);
    } else if (name === "__weakref__") {
      if (!mayHaveWeakrefs || cls.traits.weakrefs) throw typeError("__weakref__ slot disallowed: we already got one");
      addWeakref(cls);
    } else names.push(mangle(cls.name, name));
  }
  // Bases behind the first may bring what the first has not.
  if (mayHaveDict && !cls.traits.instanceDict && cls.bases.some((each) => each.traits.instanceDict)) addDict(cls);
  if (mayHaveWeakrefs && !cls.traits.weakrefs && cls.bases.some((each) => each.traits.weakrefs)) addWeakref(cls);
  addMembers(cls, names.sort());
}

function slotList(declared: Value): Value[] {
  if (textOf(declared) !== undefined) return [declared];
  const items: Value[] = [];
  forEach(declared, (item) => void items.push(item));
  return items;
}

/** int, bytes and tuple store their items in the object itself: there is no room for members. */
function isVariableSize(base: PyType): boolean {
  return ["int", "bytes", "tuple", "type"].includes(base.solid.name) && !base.solid.traits.heap;
}

function isIdentifier(name: string): boolean {
  // V8 takes its time to compile the second one.
  return /^[A-Za-z_]\w*$/.test(name) || /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name);
}

/** Private names: `__x` in class `C` is `_C__x`. */
function mangle(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}

function addMembers(cls: PyType, names: string[]): void {
  cls.slotNames = names;
  if (names.length > 0) cls.solid = cls;
  const conflict = names.find((name) => cls.attributes.has(name));
  if (conflict !== undefined) throw valueError(`'${conflict}' in __slots__ conflicts with class variable`);
  // A name may stand twice; it is one member.
  for (const name of new Set(names)) {
    // A base's member of the same name keeps its own storage.
    const taken = cls.bases.some((base) => base.mro.some((each) => each.slotNames.includes(name)));
    const key = taken ? (`_${name} of ${cls.qualname}` as const) : (`_${name}` as const);
    cls.attributes.set(name, new PyMemberDescriptor(cls, name, key, false, undefined));
  }
}

/** The `__dict__` of a builtin base, which goes before that of a class (CPython's get_builtin_base_with_dict). */
function builtinDict(self: Value): PyGetSetDescriptor | undefined {
  for (let type: PyType | null = typeOf(self); type !== null; type = type.base) {
    if (type.traits.heap) continue;
    const descriptor = type.attributes.get("__dict__");
    if (descriptor instanceof PyGetSetDescriptor) return descriptor;
  }
  return undefined;
}

function addDict(cls: PyType): void {
  cls.traits.instanceDict = true;
  if (cls.attributes.has("__dict__")) return;
  cls.attributes.set(
    "__dict__",
    new PyGetSetDescriptor(
      cls,
      "__dict__",
      (self) => {
        const builtin = builtinDict(self);
        return builtin === undefined ? (instanceDict(self as PyObject) as Value) : getComputed(builtin, self);
      },
      (self, value) => {
        const builtin = builtinDict(self);
        if (builtin === undefined) setInstanceDict(self as PyObject, value ?? new PyDict());
        else setComputed(builtin, self, value);
      },
      "dictionary for instance variables",
    ),
  );
}

function addWeakref(cls: PyType): void {
  cls.traits.weakrefs = true;
  if (cls.attributes.has("__weakref__")) return;
  cls.attributes.set(
    "__weakref__",
    new PyGetSetDescriptor(cls, "__weakref__", weakrefs.first, undefined, "list of weak references to the object"),
  );
}

/** Set by native/_weakref: the first weak reference to an object, or None. */
export const weakrefs: { first: (self: Value) => Value } = { first: () => NONE };

/** `__weakref__` of builtin types that CPython makes as a class statement does. */
export const WEAKREF_ROW: GetSetRow<Value> = [
  (self) => weakrefs.first(self),
  undefined,
  "list of weak references to the object",
];

/** `__class__` of the methods: they may be called as soon as the metaclass makes the MRO. */
function fillCells(cls: PyType, namespace: PyDict): void {
  const cell = namespace.get("__classcell__");
  if (cell !== undefined) {
    if (!(cell instanceof PyCell)) {
      throw typeError(`__classcell__ must be a nonlocal cell, not ${reprText(typeOf(cell))}`);
    }
    cell.value = cls;
  }
  const dictCell = namespace.get("__classdictcell__");
  if (dictCell instanceof PyCell) dictCell.value = classNamespace.proxy?.(cls) ?? namespace;
}

/** After the class exists: tell attributes and bases of it. */
function finish(cls: PyType, args: Value[], kwnames: KeywordNames): void {
  setNames(cls);
  // `mro()` of the metaclass may have left the class itself out.
  if (!cls.mro.includes(cls)) throw typeError("super(type, obj): obj must be an instance or subtype of type");
  const parent = lookupAfter(cls, "__init_subclass__");
  if (parent !== undefined) callWith(parent, args, kwnames);
}

/** Set by types/type.ts: the mappingproxy of a class's namespace. */
export const classNamespace: { proxy: ((cls: PyType) => Value) | undefined } = { proxy: undefined };

function setNames(cls: PyType): void {
  for (const [name, value] of [...cls.attributes]) {
    const type = typeOf(value);
    const method = lookupInType(type, "__set_name__");
    if (method === undefined) continue;
    try {
      callUnbound(method, value, type, [cls, name]);
    } catch (error) {
      if (error instanceof PyError) {
        addNote(
          error.exception,
          `Error calling __set_name__ on '${type.name}' instance ${reprText(name)} in '${cls.name}'`,
        );
      }
      throw error;
    }
  }
}

/** `super(cls, cls).name`. */
function lookupAfter(cls: PyType, name: string): Value | undefined {
  for (const each of cls.mro.slice(1)) {
    const value = each.attributes.get(name);
    if (value === undefined) continue;
    const get = typeOf(value).slots.__get__;
    return get === undefined ? value : get(value, undefined, cls);
  }
  return undefined;
}
