/**
 * gc: the face of the garbage collector (CPython Modules/gcmodule.c).
 *
 * JavaScript frees memory, whenever it likes. What a program can see of it is made by walking the heap (vm/heap/). Trap:
 * garbage that the VM has not been told of is found only if it was made after the first collection.
 */
import { allocations, growOlder } from "../objects/kernel/allocations.ts";
import { ownNames } from "../objects/kernel/attribute.ts";
import { audit } from "../objects/kernel/audit.ts";
import { call } from "../objects/kernel/call.ts";
import { DICT, FRAME, NONE, OBJECT, TUPLE, typeName, typeOf } from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import { PyObject, PyType, type Value } from "../objects/kernel/object.ts";
import { PyList, type PyModule, PyTuple, textOf, tuple } from "../objects/kernel/payload.ts";
import { PyError, typeError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { parsedInt } from "../objects/types/arguments.ts";
import { PyFunction } from "../objects/types/function.ts";
import { finalized } from "../vm/heap/garbage.ts";
import { collectCycles, collector } from "../vm/heap/lifetimes.ts";
import { mark } from "../vm/heap/mark.ts";
import { traverse } from "../vm/heap/traverse.ts";

const GENERATIONS = 3;
const FLAGS = { DEBUG_STATS: 1, DEBUG_COLLECTABLE: 2, DEBUG_UNCOLLECTABLE: 4, DEBUG_SAVEALL: 32, DEBUG_LEAK: 38 };

/** As it is when an interpreter imports the module. */
const newState = () => ({
  debug: 0,
  thresholds: [700, 10, 10] as number[],
  collections: [0, 0, 0],
  collected: [0, 0, 0],
  /** By generation: collections of the younger one since its own last. Of the youngest, `allocations` knows. */
  counts: [0, 0, 0],
});

let state = newState();
let own: PyModule | undefined;
/** `gc.get_freeze_count()`; nothing is really set apart. */
let frozen = 0;

/** Builtin types whose instances CPython's collector never looks at (no Py_TPFLAGS_HAVE_GC), beside the constants. */
const UNTRACKED = new Set(
  "str bytes float complex int bytearray code range range_iterator ellipsis NotImplementedType NoneType".split(" "),
);

/** Objects that hold no others. */
function isAtomic(value: Value): boolean {
  if (!(value instanceof PyObject) || value.cls === OBJECT) return true;
  if (value instanceof PyType) return !value.traits.heap;
  return UNTRACKED.has(value.cls.name) && !value.cls.traits.heap;
}

/** The objects that `value` refers to directly. */
function referents(value: PyObject): PyObject[] {
  const found: PyObject[] = [];
  traverse(value, (child) => {
    if (child instanceof PyObject) found.push(child);
  });
  return found;
}

/** Every object that is alive, once. */
function reachable(): PyObject[] {
  const found: PyObject[] = [];
  for (const each of mark().keys()) if (each instanceof PyObject) found.push(each);
  return found;
}

function generationOf(value: Value): number {
  const generation = toIndex(value);
  if (generation < 0 || generation >= GENERATIONS) throw valueError("invalid generation");
  return Number(generation);
}

/** Tell `gc.callbacks` of the beginning and end of a collection. */
function notify(phase: string, generation: number, collected: number): void {
  const callbacks = own?.dict.get("callbacks");
  if (!(callbacks instanceof PyList) || callbacks.items.length === 0) return;
  const info = new PyDict();
  info.set("generation", generation);
  info.set("collected", collected);
  info.set("uncollectable", 0);
  for (const callback of callbacks.items.slice()) {
    try {
      call(callback, phase, info);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      hooks.unraisable(error.exception, undefined, callback);
    }
  }
}

/** How many objects CPython has for one of ours: a type's dict, bases and mro are objects of their own there. */
function trackedCount(object: PyObject): number {
  if (object instanceof PyType) return object.traits.heap ? 4 : 0;
  if (object instanceof PyTuple) return object.items.length > 0 ? 1 : 0;
  if (object instanceof PyFunction) return object.closure.length > 0 ? 2 : 1;
  return isTracked(object) ? 1 : 0;
}

let isCollecting = false;

function runCollection(value: Value): number {
  const generation = generationOf(value);
  if (isCollecting) return 0;
  isCollecting = true;
  try {
    // From the first time on, what is made is written down, for garbage that nothing has ever been told of.
    allocations.made ??= [];
    notify("start", generation, 0);
    const gone = collectCycles(savedGarbage());
    const collected = gone.reduce((sum, object) => sum + trackedCount(object), 0);
    growOlder(generation);
    state.counts.fill(0, 0, generation + 1);
    if (generation + 1 < GENERATIONS) state.counts[generation + 1]++;
    state.collections[generation]++;
    state.collected[generation] += collected;
    notify("stop", generation, collected);
    return collected;
  } finally {
    isCollecting = false;
  }
}

/** DEBUG_SAVEALL: where garbage is put instead of ending it. */
function savedGarbage(): PyList | undefined {
  const list = own?.dict.get("garbage");
  return (state.debug & FLAGS.DEBUG_SAVEALL) !== 0 && list instanceof PyList ? list : undefined;
}

function setThresholds(first: Value, second: Value | undefined, third: Value | undefined): void {
  const values = [first, second, third].filter((value) => value !== undefined);
  values.forEach((value, i) => {
    state.thresholds[i] = parsedInt(value);
  });
}

function getObjects(generation: Value): Value {
  if (generation !== NONE) {
    if (typeOf(generation).slots.__index__ === undefined) {
      throw typeError(`argument should be integer or None, not '${typeName(generation)}'`);
    }
    const number = toIndex(generation);
    if (number >= GENERATIONS)
      throw valueError(`generation parameter must be less than the number of available generations (${GENERATIONS})`);
    if (number < -1) throw valueError("generation parameter cannot be negative");
    if (number >= 0) return new PyList(ofGeneration(Number(number)));
  }
  return new PyList(reachable().filter((each) => !isAtomic(each)));
}

/** What was made before the first collection counts as old. */
function ofGeneration(generation: number): PyObject[] {
  const made = allocations.made ?? [];
  const [oldest, middle] = allocations.ends;
  if (generation === GENERATIONS - 1) {
    const known = new Set(made.slice(oldest));
    return reachable().filter((each) => !isAtomic(each) && !known.has(each));
  }
  const alive = mark();
  const own = generation === 0 ? made.slice(middle) : made.slice(oldest, middle);
  return own.filter((each) => alive.has(each) && !isAtomic(each));
}

/** How far the generations are on the way to their next collection. */
function counts(): Value {
  const youngest = (allocations.made?.length ?? 0) - allocations.ends[1];
  return tuple([youngest, state.counts[1], state.counts[2]]);
}

function getReferrers(targets: Value[]): Value {
  const wanted = new Set<unknown>(targets);
  const found: Value[] = [];
  for (const each of reachable()) {
    // A running frame is no object until somebody asks for it.
    if (each.cls === FRAME || isAtomic(each)) continue;
    if (referents(each).some((referent) => wanted.has(referent))) found.push(each);
  }
  return new PyList(found);
}

function getReferents(objects: Value[]): Value {
  return new PyList(objects.flatMap((each): Value[] => (isAtomic(each) ? [] : allReferents(each as PyObject))));
}

/** With the ints and strings too, which are no objects of their own in JavaScript; in the order CPython visits them. */
function allReferents(value: PyObject): Value[] {
  if (value instanceof PyDict) {
    const entries = [...value.entries()];
    // The keys of a dict of strings are not visited.
    return entries.every(([key]) => textOf(key) !== undefined)
      ? entries.map(([, item]) => item)
      : entries.flatMap(([key, item]) => [item, key]);
  }
  if (value instanceof PyList || value instanceof PyTuple) return value.items.slice().reverse();
  if (ownNames(value).length > 0 && value.dict === undefined) {
    const attributes = ownNames(value).flatMap((name) => value[`$${name}`] ?? []);
    return [...attributes, ...(value.cls.traits.heap ? [value.cls] : [])];
  }
  return referents(value);
}

function stats(): Value {
  return new PyList(
    state.collections.map((collections, generation) => {
      const entry = new PyDict();
      entry.set("collections", collections);
      entry.set("collected", state.collected[generation]);
      entry.set("uncollectable", 0);
      return entry;
    }),
  );
}

/**
 * As after a collection, which lets go of exact dicts and tuples that can have no part in a cycle. A dict within may come
 * to have one; a tuple's items stay what they are.
 */
function isTracked(value: Value): boolean {
  if (isAtomic(value)) return false;
  if (value instanceof PyDict && value.cls === DICT) {
    return [...value.entries()].some((entry) => entry.some(mayBeTracked));
  }
  return value instanceof PyTuple && value.cls === TUPLE ? value.items.some(mayBeTracked) : true;
}

function mayBeTracked(value: Value): boolean {
  return value instanceof PyTuple ? isTracked(value) : !isAtomic(value);
}

export default defineModule("gc", {
  doc: "This module provides access to the garbage collector for reference cycles.\n\nenable() -- Enable automatic garbage collection.\ndisable() -- Disable automatic garbage collection.\nisenabled() -- Returns true if automatic collection is enabled.\ncollect() -- Do a full collection right now.\nget_count() -- Return the current collection counts.\nget_stats() -- Return list of dictionaries containing per-generation stats.\nset_debug() -- Set debugging flags.\nget_debug() -- Get debugging flags.\nset_threshold() -- Set the collection thresholds.\nget_threshold() -- Return the current the collection thresholds.\nget_objects() -- Return a list of all objects tracked by the collector.\nis_tracked() -- Returns true if a given object is tracked.\nis_finalized() -- Returns true if a given object has been already finalized.\nget_referrers() -- Return the list of objects that refer to an object.\nget_referents() -- Return the list of objects that an object refers to.\nfreeze() -- Freeze all tracked objects and ignore them for future collections.\nunfreeze() -- Unfreeze all objects in the permanent generation.\nget_freeze_count() -- Return the number of objects in the permanent generation.\n",
  constants: FLAGS,
  functions: {
    enable: [
      "($module, /)",
      "Enable automatic garbage collection.",
      () => {
        collector.isEnabled = true;
      },
    ],
    disable: [
      "($module, /)",
      "Disable automatic garbage collection.",
      () => {
        collector.isEnabled = false;
      },
    ],
    isenabled: ["($module, /)", "Returns true if automatic garbage collection is enabled.", () => collector.isEnabled],
    collect: [
      "($module, /, generation=2)",
      "Run the garbage collector.\n\nWith no arguments, run a full collection.  The optional argument\nmay be an integer specifying which generation to collect.  A ValueError\nis raised if the generation number is invalid.\n\nThe number of unreachable objects is returned.",
      runCollection,
    ],
    get_count: ["($module, /)", "Return a three-tuple of the current collection counts.", counts],
    get_debug: ["($module, /)", "Get the garbage collection debugging flags.", () => state.debug],
    set_debug: [
      "($module, flags, /)",
      "Set the garbage collection debugging flags.\n\n  flags\n    An integer that can have the following bits turned on:\n      DEBUG_STATS - Print statistics during collection.\n      DEBUG_COLLECTABLE - Print collectable objects found.\n      DEBUG_UNCOLLECTABLE - Print unreachable but uncollectable objects\n        found.\n      DEBUG_SAVEALL - Save objects to gc.garbage rather than freeing them.\n      DEBUG_LEAK - Debug leaking programs (everything but STATS).\n\nDebugging information is written to sys.stderr.",
      (flags: Value) => {
        state.debug = Number(toIndex(flags));
      },
    ],
    get_threshold: ["($module, /)", "Return the current collection thresholds.", () => tuple([...state.thresholds])],
    set_threshold: [
      "~~($module, threshold0, threshold1=<unrepresentable>, threshold2=<unrepresentable>, /)",
      "set_threshold(threshold0, [threshold1, threshold2]) -> None\n\nSets the collection thresholds.  Setting threshold0 to zero disables\ncollection.\n",
      setThresholds,
    ],
    get_objects: [
      "($module, /, generation=None)",
      "Return a list of objects tracked by the collector (excluding the list returned).\n\n  generation\n    Generation to extract the objects from.\n\nIf generation is not None, return only the objects tracked by the collector\nthat are in that generation.",
      (generation: Value) => {
        audit("gc.get_objects", generation === NONE ? -1 : generation);
        return getObjects(generation);
      },
    ],
    get_referrers: [
      "~($module, *objs)",
      "get_referrers(*objs) -> list\nReturn the list of objects that directly refer to any of objs.",
      (objects: Value[]) => {
        audit("gc.get_referrers", tuple([...objects]));
        return getReferrers(objects);
      },
    ],
    get_referents: [
      "~($module, *objs)",
      "get_referents(*objs) -> list\nReturn the list of objects that are directly referred to by objs.",
      (objects: Value[]) => {
        audit("gc.get_referents", tuple([...objects]));
        return getReferents(objects);
      },
    ],
    get_stats: ["($module, /)", "Return a list of dictionaries containing per-generation statistics.", stats],
    is_tracked: [
      "($module, obj, /)",
      "Returns true if the object is tracked by the garbage collector.\n\nSimple atomic objects will return false.",
      isTracked,
    ],
    is_finalized: [
      "($module, obj, /)",
      "Returns true if the object has been already finalized by the GC.",
      (object: Value) => object instanceof PyObject && finalized.has(object),
    ],
    freeze: [
      "($module, /)",
      "Freeze all current tracked objects and ignore them for future collections.\n\nThis can be used before a POSIX fork() call to make the gc copy-on-write friendly.\nNote: collection before a POSIX fork() call may free pages for future allocation\nwhich can cause copy-on-write.",
      () => {
        frozen = reachable().filter(isTracked).length;
      },
    ],
    unfreeze: [
      "($module, /)",
      "Unfreeze all objects in the permanent generation.\n\nPut all objects in the permanent generation back into oldest generation.",
      () => {
        frozen = 0;
      },
    ],
    get_freeze_count: ["($module, /)", "Return the number of objects in the permanent generation.", () => frozen],
  },
  setup: (module) => {
    own = module;
    state = newState();
    frozen = 0;
    collector.automatic = () => void runCollection(GENERATIONS - 1);
    module.dict.set("garbage", new PyList([]));
    module.dict.set("callbacks", new PyList([]));
  },
});
