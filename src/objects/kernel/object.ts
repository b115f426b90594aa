/**
 * Value, PyObject and PyType: what a Python value is in JavaScript (CPython Include/object.h).
 *
 *   int    number while it is a safe integer, else bigint (PyInt only for instances of subclasses)
 *   bool   boolean          float  PyFloat          None  the singleton NONE
 *   str    a JavaScript string if no code unit of it is a surrogate, else PyStr
 *   else   PyObject: `cls` is the type; Python attributes of an instance are own properties whose
 *          key is "$" + name, in order of assignment, until somebody asks for `__dict__`. Then they
 *          move into `dict`, for good, and `dict` is where they live.
 *
 * Trap: `undefined` is never a Python value. In the VM it means "an exception or a switch is
 * pending"; the result of a builtin's body may be undefined for None; each other use says so.
 */
import { allocations, noteAllocation } from "./allocations.ts";
import type { PyDict } from "./dict.ts";
import type { Slots } from "./slots.ts";

export type Value = number | bigint | boolean | string | PyObject;

export class PyObject {
  /** The attributes, once they have been moved out of the own properties. */
  declare dict: PyDict | undefined;
  [attribute: `$${string}`]: Value | undefined;
  /** Storage of `__slots__` members. */
  [member: `_${string}`]: Value | undefined;

  constructor(public cls: PyType) {}
}
// One `undefined` on the prototype, so that reading `dict` of an object without one stays cheap.
PyObject.prototype.dict = undefined;

/** An instance of a class made by a class statement whose base is plain `object`. */
export class PyInstance extends PyObject {
  constructor(cls: PyType) {
    super(cls);
    this.dict = undefined;
    if (allocations.made !== null) noteAllocation(this);
  }
}

/** What a type is allowed to do; only what Python code can see or the kernel decides by. */
export interface TypeTraits {
  /** Made at run time (class statement): its attributes can be set. */
  heap: boolean;
  /** Attributes of the type itself can be set, as those of every heap type: no Py_TPFLAGS_IMMUTABLETYPE. */
  mutable: boolean;
  /** May be subclassed. */
  basetype: boolean;
  /** Instances have a `__dict__`. */
  instanceDict: boolean;
  /** Instances can be weakly referenced. */
  weakrefs: boolean;
  /** `type.__call__` refuses: "cannot create 'x' instances". */
  noConstructor: boolean;
  /** Pattern matching: Py_TPFLAGS_SEQUENCE, Py_TPFLAGS_MAPPING. */
  sequence: boolean;
  mapping: boolean;
  /** `[]` is the mapping's (mp_subscript) alone: no sequence, so nothing iterates by index. */
  subscriptOnly: boolean;
  /** `case int(x)`: a single positional sub-pattern matches the subject itself (_Py_TPFLAGS_MATCH_SELF). */
  matchSelf: boolean;
  /** Py_TPFLAGS_IS_ABSTRACT: `__abstractmethods__` is not empty. */
  abstract: boolean;
  /** A function-like descriptor that LOAD_ATTR may call without binding (Py_TPFLAGS_METHOD_DESCRIPTOR). */
  methodDescriptor: boolean;
}

let versions = 0;

/** A number that no type has had as its version. */
export function nextVersion(): number {
  return ++versions;
}

export class PyType extends PyObject {
  qualname: string;
  /** Direct bases, as in `__bases__`; empty for object only. */
  bases: PyType[] = [];
  /** The base whose layout this type extends, as in `__base__`. */
  base: PyType | null = null;
  /** Method resolution order; starts with the type itself. */
  mro: PyType[] = [];
  /** The type's own namespace (`__dict__`), in order of definition. Change it through `setTypeAttribute` only. */
  readonly attributes = new Map<string, Value>();
  /** What a class body or `type()` left under keys that are no str: shown by `__dict__`, never looked up. */
  foreign: PyDict | undefined = undefined;
  /** Resolved operations, inherited ones included; kept true by `refreshSlots`. */
  slots: Slots;
  /** Changes whenever the type or any of its bases changes: what inline caches guard on. */
  version = nextVersion();
  /** Memo of lookups along the MRO; emptied with each change of version. `null` means "absent". */
  readonly lookups = new Map<string, Value | null>();
  readonly subclasses = new Set<WeakRef<PyType>>();
  /** The nearest type in the base chain that has a JavaScript layout (payload or __slots__) of its own. */
  solid: PyType = this;
  /** Makes an empty instance of a subclass with this type's layout; absent where only `__new__` can. */
  allocate: ((cls: PyType) => PyObject) | undefined = undefined;
  /** Instances have a `__del__` that a program wrote. */
  finalizes = false;
  /** Attributes declared by `__slots__` of this very class, in order (mangled). */
  slotNames: string[] = [];
  traits: TypeTraits;
  /** `__text_signature__` of a builtin class whose constructor CPython documents so. */
  textSignature: string | undefined = undefined;
  /** The doc of a builtin type whose own `__doc__` describes its instances. */
  staticDoc: string | undefined = undefined;

  constructor(
    /** `__name__`, without the module. */
    public name: string,
    slots: Slots,
    traits: TypeTraits,
    metaclass?: PyType,
  ) {
    super(metaclass as PyType);
    this.qualname = name;
    this.slots = slots;
    this.traits = traits;
    if (allocations.made !== null) noteAllocation(this);
    // Only `type` itself is made before there is a metaclass.
    if (metaclass === undefined) this.cls = this;
  }
}

/** The JavaScript property that holds the instance attribute `name`. Memoised: a concatenated key is slow to look up. */
export function attributeKey(name: string): `$${string}` {
  let key = keys.get(name);
  if (key === undefined) {
    key = `$${name}`;
    keys.set(name, key);
  }
  return key;
}
const keys = new Map<string, `$${string}`>();
