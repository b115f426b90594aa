/**
 * super (CPython Objects/typeobject.c, the `super_` functions).
 */
import { genericLookup, getAttr, lookupAttr } from "../kernel/attribute.ts";
import { isSubtype, NONE, SUPER, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { missingAttribute } from "../kernel/missing.ts";
import { PyObject, PyType, type Value } from "../kernel/object.ts";
import { runtimeError, typeError } from "../kernel/raise.ts";
import { checkCount } from "./arguments.ts";

export class PySuper extends PyObject {
  /** The class whose successors in the MRO are searched; undefined before `__init__`. */
  thisClass: PyType | undefined = undefined;
  /** The instance or class bound; undefined for an unbound super. */
  self: Value | undefined = undefined;
  selfClass: PyType | undefined = undefined;

  constructor(cls: PyType = SUPER) {
    super(cls);
  }
}

/** Installed by the VM: `__class__` and the first argument of the frame that calls `super()`. */
export const superArguments: { find: (() => { type: Value; self: Value }) | undefined } = { find: undefined };

/** The class along whose MRO `super(type, object)` looks (CPython's supercheck). */
export function checkSuper(type: PyType, object: Value): PyType {
  if (object instanceof PyType && isSubtype(object, type)) return object;
  const actual = typeOf(object);
  if (isSubtype(actual, type)) return actual;
  // A proxy may claim another class.
  const claimed = lookupAttr(object, "__class__");
  if (claimed instanceof PyType && claimed !== actual && isSubtype(claimed, type)) return claimed;
  throw typeError("super(type, obj): obj must be an instance or subtype of type");
}

/** The attribute after `thisClass` in the MRO of `selfClass`, bound; undefined if there is none. */
export function lookupSuper(thisClass: PyType, self: Value, selfClass: PyType, name: string): Value | undefined {
  if (name === "__class__") return undefined;
  const { mro } = selfClass;
  for (let i = mro.indexOf(thisClass) + 1; i > 0 && i < mro.length; i++) {
    const value = mro[i].attributes.get(name);
    if (value === undefined) continue;
    const get = typeOf(value).slots.__get__;
    // A class as the object means a class method is looked up: it binds to the class alone.
    return get === undefined ? value : get(value, self === selfClass ? undefined : self, selfClass);
  }
  return undefined;
}

function getattribute(self: PySuper, name: string): Value | undefined {
  const { thisClass, selfClass } = self;
  if (thisClass !== undefined && selfClass !== undefined) {
    const value = lookupSuper(thisClass, self.self as Value, selfClass, name);
    if (value !== undefined) return value;
  }
  const own = genericLookup(self, name);
  if (own === undefined) throw missingAttribute(self, name);
  return own;
}

function initializeFrom(self: PySuper, args: Value[]): void {
  checkCount("super()", args.length, 0, 2);
  initialize(self, args[0], args[1]);
}

function initialize(self: PySuper, given: Value | undefined, object: Value | undefined): void {
  let type = given;
  let instance = object;
  if (type === undefined) {
    const found = superArguments.find?.();
    if (found === undefined) throw runtimeError("super(): no current frame");
    type = found.type;
    instance = found.self;
  }
  if (!(type instanceof PyType)) throw typeError(`super() argument 1 must be a type, not ${typeName(type)}`);
  self.thisClass = type;
  if (instance === undefined || instance === NONE) return;
  self.selfClass = checkSuper(type, instance);
  self.self = instance;
}

function bind(self: PySuper, instance: Value | undefined): Value {
  if (instance === undefined || instance === NONE || self.self !== undefined) return self;
  const bound = new PySuper(self.cls);
  bound.thisClass = self.thisClass;
  bound.self = instance;
  bound.selfClass = checkSuper(self.thisClass as PyType, instance);
  return bound;
}

completeType<PySuper>(SUPER, {
  doc: "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
  traits: { basetype: true },
  allocate: (cls) => new PySuper(cls),
  construct: ["(*args, **kwargs)", (cls) => new PySuper(cls)],
  initialize: ["~($self, /, *args)", initializeFrom],
  slots: {
    __repr__: (self) => {
      const type = self.thisClass === undefined ? "NULL" : self.thisClass.name;
      return self.selfClass === undefined
        ? `<super: <class '${type}'>, NULL>`
        : `<super: <class '${type}'>, <${self.selfClass.name} object>>`;
    },
    __getattribute__: getattribute,
    __get__: bind,
  },
  members: {
    __thisclass__: [(self) => self.thisClass ?? NONE, undefined, "the class invoking super()"],
    __self__: [(self) => self.self ?? NONE, undefined, "the instance invoking super(); may be None"],
    __self_class__: [
      (self) => self.selfClass ?? NONE,
      undefined,
      "the type of the instance invoking super(); may be None",
    ],
  },
});

/** `getattr(super(type, self), name)` without the super object: LOAD_SUPER_ATTR. */
export function superAttribute(type: PyType, self: Value, name: string): Value {
  const value = self === NONE ? undefined : lookupSuper(type, self, checkSuper(type, self), name);
  if (value !== undefined) return value;
  const object = new PySuper();
  initialize(object, type, self);
  return getAttr(object, name);
}
