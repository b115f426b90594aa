/**
 * From tables to types: `completeType` and `defineType` (CPython PyType_Ready).
 *
 * A builtin type is one table: slots by dunder, methods and getsets as rows. `dir()`, `help()`,
 * argument checking and `inspect.signature` follow from it.
 */
import { bug } from "../../util/assert.ts";
import {
  type Body,
  Definition,
  PyClassMethodDescriptor,
  PyGetSetDescriptor,
  PyMethodDescriptor,
  PyNewWrapper,
  PyStaticBuiltin,
  PyWrapperDescriptor,
  slotCalls,
} from "./builtin.ts";
import { declareType, MEMBER_DESCRIPTOR, NONE, OBJECT } from "./core-types.ts";
import type { PyObject, PyType, TypeTraits, Value } from "./object.ts";
import { type Argument, Signature } from "./signature.ts";
import { wrapSlot } from "./slot-wrappers.ts";
import { type KeywordNames, SLOT_ROWS, type SlotName, type Slots } from "./slots.ts";
import { PyStaticMethod } from "./static-method.ts";
import { keepSlotBehindMethod, refreshSlots, subclassesOf, typeModified } from "./type-slots.ts";

slotCalls.wrap = wrapSlot;

/** [text signature, doc, body]. The body gets self first if the signature begins with `$self`, `$type` or `$cls`. */
export type MethodRow = readonly [signature: string, doc: string | undefined, body: Body];

/** [getter, setter or undefined, doc]. A setter is given undefined for `del`. */
export type GetSetRow<Self> = readonly [
  get: (self: Self) => Value,
  set?: ((self: Self, value: Value | undefined) => void) | undefined,
  doc?: string | undefined,
];

/** The slots of a type whose payload class is Self. */
export type SlotTable<Self> = {
  [Name in keyof Slots]?: Slots[Name] extends ((self: Value, ...rest: infer Rest) => infer Result) | undefined
    ? ((self: Self, ...rest: Rest) => Result) | null
    : Slots[Name] | null;
};

/** Two-sided operators: either operand may be the instance, so both are plain values. */
type TwoSided =
  | "__add__"
  | "__sub__"
  | "__mul__"
  | "__mod__"
  | "__divmod__"
  | "__pow__"
  | "__lshift__"
  | "__rshift__"
  | "__and__"
  | "__xor__"
  | "__or__"
  | "__floordiv__"
  | "__truediv__"
  | "__matmul__"
  | "__new__"
  | "__init__";

export interface TypeTable<Self> {
  doc?: string | undefined;
  /** `__module__` of types that are not in builtins. */
  module?: string;
  base?: PyType;
  /** Further bases, for the few builtin types that have several. */
  bases?: readonly PyType[];
  traits?: Partial<TypeTraits>;
  slots?: Omit<SlotTable<Self>, TwoSided> & Partial<{ [Name in TwoSided]: Slots[Name] | null }>;
  /** Arguments of `T(...)` without the class; the body gets the class first. */
  construct?: readonly [signature: string, body: (cls: PyType, ...args: never[]) => Value, shownAs?: string];
  /** `__init__`, where it does something; the body gets self first. */
  initialize?: readonly [signature: string, body: (self: Self, ...args: never[]) => void];
  /** An empty instance of a subclass, for `object.__new__`-like construction. */
  allocate?: (cls: PyType) => PyObject;
  methods?: Readonly<Record<string, MethodRow>>;
  classmethods?: Readonly<Record<string, MethodRow>>;
  staticmethods?: Readonly<Record<string, MethodRow>>;
  getset?: Readonly<Record<string, GetSetRow<Self>>>;
  /** Attributes that CPython shows as member descriptors (read-only unless a setter is given). */
  members?: Readonly<Record<string, GetSetRow<Self>>>;
  /** Plain class attributes. */
  attributes?: Readonly<Record<string, Value>>;
}

/** Give a declared type its contents. */
export function completeType<Self = Value>(type: PyType, table: TypeTable<Self>): PyType {
  if (completed.has(type)) bug(`type ${type.name} is completed twice`);
  completed.add(type);
  const { base } = type;
  if (base !== null && base !== OBJECT && !completed.has(base)) bug(`${type.name} is completed before ${base.name}`);
  if (table.base !== undefined && table.base !== type.base) bug(`${type.name} was declared with another base`);
  inheritTraits(type, table);
  if (table.allocate !== undefined) {
    type.allocate = table.allocate;
    type.solid = type;
  } else {
    type.allocate ??= type.base?.allocate;
    // The base may have got its layout since this type was declared. Who makes its instances lays them out itself.
    if (type.base !== null) type.solid = table.construct === undefined ? type.base.solid : type;
  }
  addConstructor(type, table);
  const slots = (table.slots ?? {}) as Partial<Record<keyof Slots, unknown>>;
  addSlots(type, slots);
  addRows(type, table);
  for (const name of Object.keys(table.methods ?? {}) as SlotName[]) {
    if (slots[name] !== undefined) keepSlotBehindMethod(type, name, slots[name]);
  }
  if (table.module !== undefined) type.attributes.set("__module__", table.module);
  if (type.attributes.has("__doc__")) type.staticDoc = table.doc;
  else type.attributes.set("__doc__", table.doc ?? NONE);
  for (const [name, value] of Object.entries(table.attributes ?? {})) type.attributes.set(name, value);
  if (type.slots.__eq__ !== undefined && !type.attributes.has("__hash__") && type.attributes.has("__eq__")) {
    type.attributes.set("__hash__", NONE);
  }
  refreshSlots(type);
  // Types whose modules were loaded before this one have looked here in vain.
  if (type === OBJECT) refreshBelow(type);
  return type;
}

function refreshBelow(type: PyType): void {
  typeModified(type);
  for (const subclass of subclassesOf(type)) {
    if (!completed.has(subclass)) continue;
    refreshSlots(subclass);
    refreshBelow(subclass);
  }
}

const completed = new Set<PyType>();

/** Has the type got its table? bootstrap.ts checks that all have. */
export function isCompleted(type: PyType): boolean {
  return completed.has(type);
}

/** A new builtin type. `name` may carry its module: "collections.deque". */
export function defineType<Self = Value>(name: string, table: TypeTable<Self>): PyType {
  const dot = name.lastIndexOf(".");
  const type = declareType(name.slice(dot + 1), table.base ?? OBJECT);
  if (table.bases !== undefined) {
    type.bases = [...table.bases];
    for (const base of type.bases) base.subclasses.add(new WeakRef(type));
  }
  return completeType(type, dot < 0 ? table : { module: name.slice(0, dot), ...table });
}

function inheritTraits<Self>(type: PyType, table: TypeTable<Self>): void {
  const base = type.base;
  if (base !== null) {
    const { instanceDict, weakrefs, sequence, mapping, matchSelf } = base.traits;
    type.traits = { ...type.traits, instanceDict, weakrefs, sequence, mapping, matchSelf };
  }
  Object.assign(type.traits, table.traits);
}

/** A constructor that leaves its arguments to `__init__`. */
const ANYTHING = "(*args, **kwargs)";

function addConstructor<Self>(type: PyType, table: TypeTable<Self>): void {
  if (table.construct !== undefined) {
    const [text, body, shownAs = type.name] = table.construct;
    const signature = new Signature(text, true);
    if (text !== ANYTHING) type.textSignature = signature.text;
    const make = body as unknown as (cls: PyType, ...args: Argument[]) => Value;
    setNew(type, (cls, args, kwnames) => {
      // Keywords that `__new__` does not know may be meant for the `__init__` of a subclass.
      const drops = kwnames !== undefined && !signature.takesKeywords && cls.slots.__init__ !== type.slots.__init__;
      const given = drops ? args.slice(0, args.length - kwnames.length) : args;
      return make(cls, ...signature.bind(shownAs, shownAs, given, drops ? undefined : kwnames));
    });
  }
  if (table.initialize !== undefined) {
    const [text, body] = table.initialize;
    const signature = new Signature(text, true);
    type.textSignature = signature.text?.replace(/\$self, (\/, )?/, "");
    const initialize = body as unknown as (self: Value, ...args: Argument[]) => void;
    addSlots(type, {
      __init__: (self: Value, args: Value[], kwnames: KeywordNames) =>
        initialize(self, ...signature.bind(type.name, type.name, args, kwnames)),
    });
  }
}

/** Install tp_new and the `__new__` by which Python calls it. */
export function setNew(type: PyType, slot: NonNullable<Slots["__new__"]>): void {
  type.slots.__new__ = slot;
  const definition = new Definition(
    "__new__",
    type.name,
    "($type, *args, **kwargs)",
    "Create and return a new object.  See help(type) for accurate signature.",
    bug,
  );
  type.attributes.set("__new__", new PyNewWrapper(type, slot, definition));
}

/** In the order of SLOT_ROWS, which is the order of the type's `__dict__`. */
function addSlots(type: PyType, slots: Partial<Record<keyof Slots, unknown>>): void {
  const rows = (Object.keys(slots) as SlotName[]).flatMap((name) => ROW_NUMBERS.get(name) ?? []);
  for (const number of rows.sort((a, b) => a - b)) {
    const row = SLOT_ROWS[number];
    const slot = slots[row.slot];
    if (slot === undefined) continue;
    if (slot === null) {
      if (row.kind === "hash") type.attributes.set(row.dunder, NONE);
      continue;
    }
    if (type.attributes.has(row.dunder)) continue;
    (type.slots as unknown as Record<string, unknown>)[row.slot] = slot;
    type.attributes.set(row.dunder, new PyWrapperDescriptor(type, row, slot));
  }
  if (slots.__new__ !== undefined) setNew(type, slots.__new__ as NonNullable<Slots["__new__"]>);
}

/** The places of each slot's rows in SLOT_ROWS. */
const ROW_NUMBERS: ReadonlyMap<SlotName, readonly number[]> = (() => {
  const numbers = new Map<SlotName, number[]>();
  for (const [number, { slot }] of SLOT_ROWS.entries()) {
    const known = numbers.get(slot);
    if (known === undefined) numbers.set(slot, [number]);
    else known.push(number);
  }
  return numbers;
})();

function addRows<Self>(type: PyType, table: TypeTable<Self>): void {
  const define = (name: string, [signature, doc, body]: MethodRow): Definition =>
    new Definition(name, type.name, signature, doc, body);
  for (const [name, row] of Object.entries(table.methods ?? {})) {
    type.attributes.set(name, new PyMethodDescriptor(type, define(name, row)));
  }
  for (const [name, row] of Object.entries(table.classmethods ?? {})) {
    type.attributes.set(name, new PyClassMethodDescriptor(type, define(name, row)));
  }
  for (const [name, row] of Object.entries(table.staticmethods ?? {})) {
    type.attributes.set(name, new PyStaticMethod(new PyStaticBuiltin(define(name, row), type)));
  }
  const addGetSet = (rows: Readonly<Record<string, GetSetRow<Self>>>, cls?: PyType): void => {
    for (const [name, [get, set, doc]] of Object.entries(rows)) {
      const setter = set as PyGetSetDescriptor["set"];
      type.attributes.set(name, new PyGetSetDescriptor(type, name, get as PyGetSetDescriptor["get"], setter, doc, cls));
    }
  };
  addGetSet(table.getset ?? {});
  addGetSet(table.members ?? {}, MEMBER_DESCRIPTOR);
}
