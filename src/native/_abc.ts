/**
 * _abc: the bookkeeping of abstract base classes (CPython Modules/_abc.c). `abc.ABCMeta` calls it.
 *
 * Classes are held weakly, by JavaScript's own WeakRef and WeakSet.
 */
import { getAttr, lookupAttr, setAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { FROZENSET, NOT_IMPLEMENTED, SET, typeOf } from "../objects/kernel/core-types.ts";
import { defineType } from "../objects/kernel/define.ts";
import { iter, next, toArray } from "../objects/kernel/iterate.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, PyType, type Value } from "../objects/kernel/object.ts";
import { intOf, jsString, PyTuple, tuple } from "../objects/kernel/payload.ts";
import { raise, runtimeError, typeError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { setTypeAttribute } from "../objects/kernel/type-slots.ts";
import { checkSubclass } from "../objects/types/class-checks.ts";
import { setOf } from "../objects/types/set-table.ts";

const SEQUENCE = 1 << 5;
const MAPPING = 1 << 6;

/** Changes with each registration, for whatever class: negative answers given before may be wrong. */
let invalidations = 0;

/** A set of classes that can be walked and does not keep them. */
class ClassSet {
  private members = new WeakSet<PyType>();
  private references: WeakRef<PyType>[] = [];

  has(cls: PyType): boolean {
    return this.members.has(cls);
  }

  add(cls: PyType): void {
    if (this.members.has(cls)) return;
    this.members.add(cls);
    this.references.push(new WeakRef(cls));
  }

  clear(): void {
    this.members = new WeakSet();
    this.references = [];
  }

  all(): PyType[] {
    const alive = this.references.filter((reference) => reference.deref() !== undefined);
    this.references = alive;
    return alive.flatMap((reference) => reference.deref() ?? []);
  }
}

/** `cls._abc_impl`. */
class AbcData extends PyObject {
  readonly registry = new ClassSet();
  readonly cache = new ClassSet();
  readonly negative = new ClassSet();
  negativeVersion = invalidations;

  constructor(cls: PyType = ABC_DATA) {
    super(cls);
  }
}

const ABC_DATA = defineType<AbcData>("_abc._abc_data", {
  doc: "Internal state held by ABC machinery.",
  construct: ["(*args, **kwargs)", (cls) => new AbcData(cls)],
});

function dataOf(cls: Value): AbcData {
  const data = getAttr(cls, "_abc_impl");
  if (!(data instanceof AbcData)) throw typeError("_abc_impl is set to a wrong type");
  return data;
}

function isAbstract(value: Value): boolean {
  const marked = lookupAttr(value, "__isabstractmethod__");
  return marked !== undefined && isTrue(marked);
}

/** The names of the methods that are still abstract in the class. */
function abstractNames(cls: Value): Value[] {
  const names: Value[] = [];
  for (const item of toArray(call(getAttr(getAttr(cls, "__dict__"), "items")))) {
    if (!(item instanceof PyTuple) || item.items.length !== 2) {
      throw typeError("__dict__ items must be 2-tuples");
    }
    if (isAbstract(item.items[1])) names.push(item.items[0]);
  }
  const bases = getAttr(cls, "__bases__");
  if (!(bases instanceof PyTuple)) throw typeError("__bases__ is not tuple");
  for (const base of bases.items) {
    const inherited = lookupAttr(base, "__abstractmethods__");
    if (inherited === undefined) continue;
    const inheritedNames = iter(inherited);
    for (let name = next(inheritedNames); name !== undefined; name = next(inheritedNames)) {
      const text = jsString(name);
      const value = text === undefined ? undefined : lookupAttr(cls, text);
      if (value !== undefined && isAbstract(value)) names.push(name);
    }
  }
  return names;
}

function setUp(cls: Value): void {
  setAttr(cls, "__abstractmethods__", setOf(abstractNames(cls), FROZENSET));
  setAttr(cls, "_abc_impl", new AbcData());
  if (!(cls instanceof PyType)) return;
  // How the collections ABCs say what patterns they match.
  const flags = cls.attributes.get("__abc_tpflags__");
  const bits = flags === undefined ? undefined : intOf(flags);
  if (typeof bits !== "number") return;
  if ((bits & (SEQUENCE | MAPPING)) === (SEQUENCE | MAPPING)) {
    throw typeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
  }
  if ((bits & (SEQUENCE | MAPPING)) !== 0) {
    cls.traits.sequence = (bits & SEQUENCE) !== 0;
    cls.traits.mapping = (bits & MAPPING) !== 0;
  }
  setTypeAttribute(cls, "__abc_tpflags__", undefined);
}

/** A class registered as a sequence or mapping is one for patterns too, and so are its subclasses. */
function spreadPatternTraits(cls: PyType, sequence: boolean, mapping: boolean): void {
  const { traits } = cls;
  if (!traits.heap || (traits.sequence === sequence && traits.mapping === mapping)) return;
  traits.sequence = sequence;
  traits.mapping = mapping;
  for (const reference of cls.subclasses) {
    const subclass = reference.deref();
    if (subclass !== undefined) spreadPatternTraits(subclass, sequence, mapping);
  }
}

function register(cls: Value, subclass: Value): Value {
  if (!(subclass instanceof PyType)) throw typeError("Can only register classes");
  if (checkSubclass(subclass, cls)) return subclass;
  if (checkSubclass(cls, subclass)) throw runtimeError("Refusing to create an inheritance cycle");
  dataOf(cls).registry.add(subclass);
  invalidations++;
  if (cls instanceof PyType && (cls.traits.sequence || cls.traits.mapping)) {
    spreadPatternTraits(subclass, cls.traits.sequence, cls.traits.mapping);
  }
  return subclass;
}

function instanceCheck(cls: Value, instance: Value): Value {
  const data = dataOf(cls);
  const claimed = getAttr(instance, "__class__");
  if (claimed instanceof PyType && data.cache.has(claimed)) return true;
  const type = typeOf(instance);
  const check = getAttr(cls, "__subclasscheck__");
  if (type === claimed) {
    if (data.negativeVersion === invalidations && data.negative.has(type)) return false;
    return call(check, claimed);
  }
  const byClaim = call(check, claimed);
  return isTrue(byClaim) ? byClaim : call(check, type);
}

function subclassCheck(cls: Value, subclass: Value): boolean {
  if (!(subclass instanceof PyType)) throw typeError("issubclass() arg 1 must be a class");
  const data = dataOf(cls);
  if (data.cache.has(subclass)) return true;
  if (data.negativeVersion < invalidations) {
    data.negative.clear();
    data.negativeVersion = invalidations;
  } else if (data.negative.has(subclass)) return false;
  const verdict = call(getAttr(cls, "__subclasshook__"), subclass);
  if (verdict !== NOT_IMPLEMENTED && typeof verdict !== "boolean") {
    throw raise("AssertionError", "__subclasshook__ must return either False, True, or NotImplemented");
  }
  const derived = subclass.mro.some((each) => each === cls);
  // What is registered itself is not cached: the hook is asked again each time.
  if (verdict === NOT_IMPLEMENTED && !derived && data.registry.has(subclass)) return true;
  const found = verdict === NOT_IMPLEMENTED ? derived || isVirtualSubclass(cls, subclass, data) : verdict === true;
  (found ? data.cache : data.negative).add(subclass);
  return found;
}

function isVirtualSubclass(cls: Value, subclass: PyType, data: AbcData): boolean {
  if (data.registry.all().some((registered) => checkSubclass(subclass, registered))) return true;
  return toArray(call(getAttr(cls, "__subclasses__"))).some((derived) => checkSubclass(subclass, derived));
}

/** A set of weak references, as the Python version of `abc` keeps. */
function dump(classes: ClassSet): Value {
  const reference = getAttr(hooks.importModule("_weakref"), "ref");
  return setOf(
    classes.all().map((cls) => call(reference, cls)),
    SET,
  );
}

export default defineModule("_abc", {
  doc: "Module contains faster C implementation of abc.ABCMeta",
  functions: {
    _abc_init: [
      "($module, self, /)",
      "Internal ABC helper for class set-up. Should be never used outside abc module.",
      setUp,
    ],
    _abc_instancecheck: [
      "($module, self, instance, /)",
      "Internal ABC helper for instance checks. Should be never used outside abc module.",
      instanceCheck,
    ],
    _abc_register: [
      "($module, self, subclass, /)",
      "Internal ABC helper for subclasss registration. Should be never used outside abc module.",
      register,
    ],
    _abc_subclasscheck: [
      "($module, self, subclass, /)",
      "Internal ABC helper for subclasss checks. Should be never used outside abc module.",
      subclassCheck,
    ],
    _get_dump: [
      "($module, self, /)",
      "Internal ABC helper for cache and registry debugging.\n\nReturn shallow copies of registry, of both caches, and\nnegative cache version. Don't call this function directly,\ninstead use ABC._dump_registry() for a nice repr.",
      (cls: Value) => {
        const data = dataOf(cls);
        return tuple([dump(data.registry), dump(data.cache), dump(data.negative), data.negativeVersion]);
      },
    ],
    _reset_caches: [
      "($module, self, /)",
      "Internal ABC helper to reset both caches of a given class.\n\nShould be only used by refleak.py",
      (cls: Value) => {
        const data = dataOf(cls);
        data.cache.clear();
        data.negative.clear();
      },
    ],
    _reset_registry: [
      "($module, self, /)",
      "Internal ABC helper to reset registry of a given class.\n\nShould be only used by refleak.py",
      (cls: Value) => dataOf(cls).registry.clear(),
    ],
    get_cache_token: [
      "($module, /)",
      "Returns the current ABC cache token.\n\nThe token is an opaque object (supporting equality testing) identifying the\ncurrent version of the ABC cache for virtual subclasses. The token changes\nwith every call to register() on any ABC.",
      () => invalidations,
    ],
  },
});
