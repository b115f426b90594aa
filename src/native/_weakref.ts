/**
 * _weakref: references that do not keep their object alive (CPython Objects/weakrefobject.c,
 * Modules/_weakref.c).
 *
 * The object is held by a JavaScript WeakRef, so that it can be freed; whether it has died as Python sees it, and when
 * callbacks run, is found by vm/heap/lifetimes.ts.
 */
import { delAttr, getAttr, setAttr } from "../objects/kernel/attribute.ts";
import { call, callWith } from "../objects/kernel/call.ts";
import { declareType, NONE, NOT_IMPLEMENTED, shownName, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { completeType, defineType, type MethodRow } from "../objects/kernel/define.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { addressText } from "../objects/kernel/identity.ts";
import { contains, delItem, getItem, iter, length, next, setItem } from "../objects/kernel/iterate.ts";
import { defineModule } from "../objects/kernel/module.ts";
import {
  absolute,
  type BinaryOperator,
  binaryOperator,
  type InplaceOperator,
  inplaceOperator,
  inplacePower,
  power,
  toDouble,
  toIndex,
  unaryOperator,
} from "../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { intFromBigInt, jsString, PyFloat, PyList } from "../objects/kernel/payload.ts";
import { type Comparison, compare, hashOf, str } from "../objects/kernel/protocol.ts";
import { PyError, raise, typeError } from "../objects/kernel/raise.ts";
import type { KeywordNames, Slots } from "../objects/kernel/slots.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { weakrefs } from "../objects/types/class-creation.ts";
import { CLASS_GETITEM } from "../objects/types/class-getitem.ts";
import { PyFunction } from "../objects/types/function.ts";
import { endings } from "../vm/heap/garbage.ts";
import { isAlive, noteObject } from "../vm/heap/lifetimes.ts";
import { mark } from "../vm/heap/mark.ts";

export class PyWeakReference extends PyObject {
  /** Not held: the heap's walkers do not follow it, and JavaScript may free it. */
  private target: WeakRef<PyObject> | undefined;
  hash: number | bigint | undefined = undefined;

  constructor(
    target: PyObject,
    public callback: Value,
    cls: PyType,
  ) {
    super(cls);
    this.target = new WeakRef(target);
  }

  /** The object, or undefined once it is dead. */
  get referent(): PyObject | undefined {
    const object = this.target?.deref();
    return object === undefined || isAlive(object) ? object : undefined;
  }

  /** The object as long as JavaScript has it: it may be dead. */
  get lastReferent(): PyObject | undefined {
    return this.target?.deref();
  }

  clear(): void {
    this.target = undefined;
  }
}

/** The references to each object, the oldest first. */
const references = new WeakMap<PyObject, Set<PyWeakReference>>();

function referencesTo(object: Value): PyWeakReference[] {
  return object instanceof PyObject ? [...(references.get(object) ?? [])] : [];
}

/**
 * The objects are dead: clear all references to them, and then run the callbacks of those that are alive, of each object
 * the youngest first.
 */
function clearReferences(objects: readonly PyObject[], isLive: (reference: PyObject) => boolean): void {
  const all = objects.flatMap((object) => referencesTo(object).reverse());
  for (const object of objects) references.delete(object);
  for (const reference of all) reference.clear();
  for (const reference of all) {
    if (reference.callback === NONE || !isLive(reference)) continue;
    try {
      call(reference.callback, reference);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      hooks.unraisable(error.exception, undefined, reference.callback);
    }
  }
}

function register(reference: PyWeakReference, object: PyObject): void {
  const known = references.get(object);
  if (known === undefined) references.set(object, new Set([reference]));
  else known.add(reference);
  noteObject(object, reference.callback !== NONE);
}

/** Those that somebody holds, as CPython links them: the shared reference, the shared proxy, the others from the youngest. */
function liveReferencesTo(object: Value): PyWeakReference[] {
  const all = referencesTo(object);
  if (all.length === 0) return all;
  const marked = mark();
  const place = ({ cls, callback }: PyWeakReference): number =>
    callback !== NONE ? 2 : cls === REFERENCE ? 0 : cls === PROXY || cls === CALLABLE_PROXY ? 1 : 2;
  return all
    .filter((each) => marked.has(each))
    .reverse()
    .sort((one, other) => place(one) - place(other));
}

function checkReferable(object: Value): PyObject {
  const type = typeOf(object);
  if (!(object instanceof PyObject) || !type.traits.weakrefs) {
    throw typeError(`cannot create weak reference to '${shownName(type)}' object`);
  }
  return object;
}

/** Without a callback, an object has at most one reference of each of the exact types. */
function shared(object: PyObject, cls: PyType): PyWeakReference | undefined {
  return referencesTo(object).find((each) => each.cls === cls && each.callback === NONE);
}

function makeReference(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const given = args.length - (kwnames?.length ?? 0);
  if (given < 1 || given > 2) {
    const bound = given < 1 ? "at least 1 argument" : "at most 2 arguments";
    throw typeError(`__new__ expected ${bound}, got ${given}`);
  }
  const object = checkReferable(args[0]);
  const callback = given > 1 ? args[1] : NONE;
  const known = callback === NONE && cls === REFERENCE ? shared(object, cls) : undefined;
  if (known !== undefined) return known;
  const reference = new PyWeakReference(object, callback, cls);
  register(reference, object);
  return reference;
}

function equals(self: PyWeakReference, other: Value, op: "__eq__" | "__ne__"): Value {
  if (!(other instanceof PyWeakReference)) return NOT_IMPLEMENTED;
  const left = self.referent;
  const right = other.referent;
  if (left !== undefined && right !== undefined) return compare(left, right, op);
  return (self === other) === (op === "__eq__");
}

function hashReference(self: PyWeakReference): number | bigint {
  if (self.hash !== undefined) return self.hash;
  const { referent } = self;
  if (referent === undefined) throw typeError("weak object has gone away");
  self.hash = hashOf(referent);
  return self.hash;
}

function reprReference(self: PyWeakReference): string {
  const { referent } = self;
  const address = addressText(self);
  if (referent === undefined) return `<weakref at ${address}; dead>`;
  const name = referent.dict?.get("__name__") ?? (referent as { $__name__?: Value }).$__name__;
  const shown = name === undefined ? undefined : jsString(name);
  const suffix = shown === undefined ? "" : ` (${shown})`;
  return `<weakref at ${address}; to '${typeName(referent)}' at ${addressText(referent)}${suffix}>`;
}

const REFERENCE = defineType<PyWeakReference>("weakref.ReferenceType", {
  traits: { basetype: true, weakrefs: false },
  allocate: (cls) => new PyWeakReference(new PyObject(cls), NONE, cls),
  slots: {
    __new__: makeReference,
    __init__: (self, args, kwnames) => {
      if (kwnames !== undefined && kwnames.length > 0 && typeOf(self) === REFERENCE) {
        throw typeError("ReferenceType() takes no keyword arguments");
      }
      if (args.length > 2 && typeOf(self) === REFERENCE)
        throw typeError(`__init__ expected at most 2 arguments, got ${args.length}`);
    },
    __call__: (self, args) => {
      if (args.length > 0) throw typeError(`weakref.__call__() takes no arguments (${args.length} given)`);
      return self.referent ?? NONE;
    },
    __hash__: hashReference,
    __repr__: reprReference,
    __eq__: (self, other) => equals(self, other, "__eq__"),
    __ne__: (self, other) => equals(self, other, "__ne__"),
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: { __callback__: [(self) => (self.referent === undefined ? NONE : self.callback)] },
});

const PROXY = declareType("ProxyType");
const CALLABLE_PROXY = declareType("CallableProxyType");

/** The object behind a proxy; other values stand for themselves. */
function unwrap(value: Value): Value {
  if (!(value instanceof PyWeakReference) || (value.cls !== PROXY && value.cls !== CALLABLE_PROXY)) return value;
  const { referent } = value;
  if (referent === undefined) throw raise("ReferenceError", "weakly-referenced object no longer exists");
  return referent;
}

const BINARY: readonly BinaryOperator[] = [
  "__add__",
  "__sub__",
  "__mul__",
  "__mod__",
  "__divmod__",
  "__lshift__",
  "__rshift__",
  "__and__",
  "__xor__",
  "__or__",
  "__floordiv__",
  "__truediv__",
  "__matmul__",
];
const COMPARISONS: readonly Comparison[] = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];

function proxySlots(callable: boolean): Record<string, unknown> {
  const slots: Record<string, unknown> = {
    __repr__: (self: PyWeakReference) => {
      const { referent } = self;
      const to = referent === undefined ? "NoneType" : typeName(referent);
      return `<weakproxy at ${addressText(self)} to ${to} at ${addressText(referent ?? NONE)}>`;
    },
    __str__: (self: Value) => str(unwrap(self)),
    __hash__: null,
    __getattribute__: (self: Value, name: string) => getAttr(unwrap(self), name),
    __setattr__: (self: Value, name: string, value: Value) => setAttr(unwrap(self), name, value),
    __delattr__: (self: Value, name: string) => delAttr(unwrap(self), name),
    __bool__: (self: Value) => isTrue(unwrap(self)),
    __len__: (self: Value) => length(unwrap(self)),
    __getitem__: (self: Value, key: Value) => getItem(unwrap(self), unwrap(key)),
    __setitem__: (self: Value, key: Value, value: Value) => setItem(unwrap(self), unwrap(key), unwrap(value)),
    __delitem__: (self: Value, key: Value) => delItem(unwrap(self), unwrap(key)),
    __contains__: (self: Value, item: Value) => contains(unwrap(self), unwrap(item)),
    __iter__: (self: Value) => iter(unwrap(self)),
    __next__: (self: Value) => {
      const object = unwrap(self);
      if (typeOf(object).slots.__next__ === undefined) {
        throw typeError(`Weakref proxy referenced a non-iterator '${typeName(object)}' object`);
      }
      return next(object);
    },
    __neg__: (self: Value) => unaryOperator(unwrap(self), "__neg__"),
    __pos__: (self: Value) => unaryOperator(unwrap(self), "__pos__"),
    __invert__: (self: Value) => unaryOperator(unwrap(self), "__invert__"),
    __abs__: (self: Value) => absolute(unwrap(self)),
    __int__: (self: Value) => call(getAttr(unwrap(self), "__int__")),
    __float__: (self: Value) => new PyFloat(toDouble(unwrap(self))),
    __index__: (self: Value) => intFromBigInt(BigInt(toIndex(unwrap(self)))),
    __pow__: (base: Value, exponent: Value, modulus: Value) => power(unwrap(base), unwrap(exponent), unwrap(modulus)),
    __ipow__: (base: Value, exponent: Value) => inplacePower(unwrap(base), unwrap(exponent)),
  };
  for (const op of BINARY) {
    slots[op] = (left: Value, right: Value) => binaryOperator(unwrap(left), unwrap(right), op);
    if (op === "__divmod__") continue;
    const inplace = `__i${op.slice(2)}` as InplaceOperator;
    slots[inplace] = (left: Value, right: Value) => inplaceOperator(unwrap(left), unwrap(right), inplace);
  }
  for (const op of COMPARISONS) slots[op] = (left: Value, right: Value) => compare(unwrap(left), unwrap(right), op);
  if (callable)
    slots.__call__ = (self: Value, args: Value[], kwnames: KeywordNames) => callWith(unwrap(self), args, kwnames);
  return slots;
}

const proxyMethods: Record<string, MethodRow> = {
  __bytes__: ["~($self, /)", undefined, (self: Value) => call(getAttr(unwrap(self), "__bytes__"))],
  __reversed__: ["~($self, /)", undefined, (self: Value) => call(getAttr(unwrap(self), "__reversed__"))],
};

for (const [type, callable] of [
  [PROXY, false],
  [CALLABLE_PROXY, true],
] as const) {
  completeType<PyWeakReference>(type, {
    module: "weakref",
    traits: { noConstructor: true },
    slots: proxySlots(callable) as Partial<Slots>,
    // CPython forgot them for the callable kind.
    methods: callable ? {} : proxyMethods,
  });
}

function makeProxy(object: Value, callback: Value): Value {
  const target = checkReferable(object);
  const cls = typeOf(target).slots.__call__ === undefined ? PROXY : CALLABLE_PROXY;
  const known = callback === NONE ? shared(target, cls) : undefined;
  if (known !== undefined) return known;
  const proxy = new PyWeakReference(target, callback, cls);
  register(proxy, target);
  return proxy;
}

function removeDead(dict: Value, key: Value): void {
  if (!(dict instanceof PyDict))
    throw typeError(`_remove_dead_weakref() argument 1 must be dict, not ${typeName(dict)}`);
  const value = dict.get(key);
  if (value instanceof PyWeakReference && value.referent === undefined) dict.delete(key);
}

/** The library's callbacks that do nothing but take a reference out of a container of references, by their modules. */
const TIDYING: ReadonlyMap<Value | undefined, readonly string[]> = new Map<Value | undefined, readonly string[]>([
  ["_weakrefset", ["WeakSet.__init__.<locals>._remove"]],
  ["weakref", ["WeakKeyDictionary.__init__.<locals>.remove", "WeakValueDictionary.__init__.<locals>.remove"]],
  ["logging", ["_removeHandlerRef"]],
]);

function isTidying(callback: Value): boolean {
  if (!(callback instanceof PyFunction)) return false;
  const { code, globals } = callback;
  return TIDYING.get(globals.get("__name__"))?.includes(code.qualname) === true;
}

weakrefs.first = (self) => liveReferencesTo(self)[0] ?? NONE;
endings.clearWeakReferences = clearReferences;
endings.referentOf = (object) => (object instanceof PyWeakReference ? object.lastReferent : undefined);
endings.isAwaited = (object) => referencesTo(object).some(({ callback }) => callback !== NONE && !isTidying(callback));
endings.isReferenced = (object) => referencesTo(object).some((each) => each.callback !== NONE);

export default defineModule("_weakref", {
  doc: "Weak-reference support module.",
  types: { ref: REFERENCE, ReferenceType: REFERENCE, ProxyType: PROXY, CallableProxyType: CALLABLE_PROXY },
  functions: {
    getweakrefcount: [
      "($module, object, /)",
      "Return the number of weak references to 'object'.",
      (object: Value) => liveReferencesTo(object).length,
    ],
    getweakrefs: [
      "($module, object, /)",
      "Return a list of all weak reference objects pointing to 'object'.",
      (object: Value) => new PyList(liveReferencesTo(object)),
    ],
    _remove_dead_weakref: [
      "($module, dct, key, /)",
      "Atomically remove key from dict if it points to a dead weakref.",
      removeDead,
    ],
    proxy: [
      "($module, object, callback=None, /)",
      "Create a proxy object that weakly references 'object'.\n\n'callback', if given, is called with a reference to the\nproxy when 'object' is about to be finalized.",
      makeProxy,
    ],
  },
});
