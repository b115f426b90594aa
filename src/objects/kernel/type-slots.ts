/**
 * Changing the attributes of a type, and keeping versions and slots true
 * (CPython Objects/typeobject.c: PyType_Modified, update_slot).
 *
 * Invariant: `type.version` changes, `type.lookups` is emptied and the slots concerned are resolved
 * anew, for a type and all its subclasses, whenever an attribute of it changes.
 */
import { PyNewWrapper, PyWrapperDescriptor } from "./builtin.ts";
import { isSubtype, NONE } from "./core-types.ts";
import { lookupInType } from "./lookup.ts";
import { nextVersion, PyInstance, type PyType, type Value } from "./object.ts";
import { ROWS_BY_DUNDER, SLOT_ROWS, type SlotName, type SlotRow } from "./slots.ts";
import { hooks } from "./thread.ts";
import { getattrHook, newTrampoline, TRAMPOLINES } from "./trampolines.ts";

/** The live subclasses of a type, in order of creation. */
export function subclassesOf(type: PyType): PyType[] {
  const alive: PyType[] = [];
  for (const reference of type.subclasses) {
    const subclass = reference.deref();
    if (subclass === undefined) type.subclasses.delete(reference);
    else alive.push(subclass);
  }
  return alive;
}

export function forgetSubclass(base: PyType, subclass: PyType): void {
  for (const reference of base.subclasses) if (reference.deref() === subclass) base.subclasses.delete(reference);
}

/** Set (or, with undefined, delete) an attribute of the type itself; false if there was nothing to delete. */
export function setTypeAttribute(type: PyType, name: string, value: Value | undefined): boolean {
  if (value === undefined) {
    if (!type.attributes.delete(name)) return false;
  } else type.attributes.set(name, value);
  typeModified(type);
  const rows = ROWS_BY_DUNDER.get(name === "__getattr__" ? "__getattribute__" : name);
  if (rows !== undefined || name === "__new__") updateSlots(type, name, rows ?? []);
  return true;
}

/** Forget what was remembered of a type and its subclasses. */
export function typeModified(type: PyType): void {
  type.version = nextVersion();
  type.lookups.clear();
  for (const subclass of subclassesOf(type)) typeModified(subclass);
}

function updateSlots(type: PyType, name: string, rows: readonly SlotRow[]): void {
  if (name === "__new__") resolveNew(type);
  for (const slot of new Set(rows.map((row) => row.slot))) resolveSlot(type, slot);
  for (const subclass of subclassesOf(type)) updateSlots(subclass, name, rows);
}

const ROWS_BY_SLOT: ReadonlyMap<SlotName, readonly SlotRow[]> = (() => {
  const rows = new Map<SlotName, SlotRow[]>();
  for (const row of SLOT_ROWS) {
    const known = rows.get(row.slot);
    if (known) known.push(row);
    else rows.set(row.slot, [row]);
  }
  return rows;
})();

/**
 * Resolve every slot of a type. With one base, whose slots are resolved, only the slots that the type's own attributes
 * feed can differ from the base's; asking for each slot along the MRO would be most of the time of starting up.
 */
export function refreshSlots(type: PyType): void {
  if (type.traits.heap) refreshFinalizer(type);
  const { base } = type;
  const isSingle = base !== null && type.mro.length === base.mro.length + 1;
  if (!isSingle || type.mro[1] !== base) {
    for (const slot of ROWS_BY_SLOT.keys()) resolveSlot(type, slot);
    resolveNew(type);
    return;
  }
  Object.assign(type.slots, base.slots);
  const own = new Set<SlotName>();
  for (const name of type.attributes.keys()) {
    const rows = ROWS_BY_DUNDER.get(name === "__getattr__" ? "__getattribute__" : name);
    if (rows !== undefined) for (const row of rows) own.add(row.slot);
    if (name === "__new__") resolveNew(type);
  }
  for (const slot of own) resolveSlot(type, slot);
}

/** Allocators that report what they make. */
const reporting = new WeakSet<object>();

/** Instances of a class with `__del__` are made known to the VM, by the allocator where there is one. */
function refreshFinalizer(type: PyType): void {
  type.finalizes = lookupInType(type, "__del__") !== undefined;
  const { allocate } = type;
  if (!type.finalizes || (allocate !== undefined && reporting.has(allocate))) return;
  type.allocate = (cls) => {
    const instance = allocate === undefined ? new PyInstance(cls) : allocate(cls);
    if (cls.finalizes) hooks.mortal(instance);
    return instance;
  };
  reporting.add(type.allocate);
}

/** Slots of builtin types which a method of the same name stands in front of (METH_COEXIST): still the type's own function. */
const BEHIND_METHODS = new Map<PyType, Map<SlotName, unknown>>();

/** Name a slot of a builtin type that has a method of that name as well. */
export function keepSlotBehindMethod(type: PyType, slot: SlotName, body: unknown): void {
  const kept = BEHIND_METHODS.get(type);
  if (kept === undefined) BEHIND_METHODS.set(type, new Map([[slot, body]]));
  else kept.set(slot, body);
}

/**
 * Resolve one slot, as CPython's update_one_slot: if all the attributes that feed it are slot
 * wrappers of one function, that function itself; if one is anything else, a trampoline that looks
 * the attribute up at each call.
 */
function resolveSlot(type: PyType, slot: SlotName): void {
  const slots = type.slots as unknown as Record<SlotName, unknown>;
  if (slot === "__getattribute__" && lookupInType(type, "__getattr__") !== undefined) {
    slots[slot] = getattrHook;
    return;
  }
  let direct: unknown = BEHIND_METHODS.get(type)?.get(slot);
  if (direct !== undefined) {
    slots[slot] = direct;
    return;
  }
  for (const row of ROWS_BY_SLOT.get(slot) as readonly SlotRow[]) {
    const attribute = lookupInType(type, row.dunder);
    if (attribute === undefined) continue;
    if (attribute === NONE && row.kind === "hash") {
      slots[slot] = undefined;
      return;
    }
    if (attribute instanceof PyWrapperDescriptor && isSubtype(type, attribute.owner)) {
      // The sequence's `+` where this slot is the number's, or the reverse.
      if (attribute.row.slot !== slot && attribute.row.dunder === row.dunder) continue;
      if (attribute.row === row && (direct === undefined || direct === attribute.slot)) {
        direct = attribute.slot;
        continue;
      }
    }
    // Only builtins fill a sequence slot: a class statement's `__add__` is a number's.
    slots[slot] = slot.startsWith("sq_") ? undefined : TRAMPOLINES[slot];
    return;
  }
  slots[slot] = direct;
}

/** tp_new comes from the first class along the MRO that has a `__new__`. */
function resolveNew(type: PyType): void {
  for (const each of type.mro) {
    const own = each.attributes.get("__new__");
    if (own === undefined) continue;
    if (!(own instanceof PyNewWrapper)) type.slots.__new__ = newTrampoline;
    else if (!type.traits.heap || own.owner === type) type.slots.__new__ = own.slot;
    // In a class a builtin's `__new__` changes nothing: what it inherited, or had before, stays (update_one_slot).
    else type.slots.__new__ ??= type.base?.slots.__new__ ?? own.slot;
    return;
  }
}
