/**
 * What an object of the heap refers to (CPython's tp_traverse), for everything that asks about the heap: marking,
 * reference counts, referrers.
 *
 * An object is walked by its own fields, through arrays, maps and sets, so a payload class says what it holds by
 * holding it. The table has those that must be walked in another way: in the order in which CPython drops the
 * references, or without the caches, or not at all.
 * Traps: what a JavaScript closure or a private `#field` holds is not seen, so payload classes use neither for values.
 * A `WeakRef` is not followed, and inline caches must not be, for they keep what they saw.
 */
import { CodeBlob } from "../../bytecode/code.ts";
import {
  Definition,
  PyBuiltinFunction,
  PyClassMethodDescriptor,
  PyGetSetDescriptor,
  PyMemberDescriptor,
  PyMethodDescriptor,
  PyNewWrapper,
  PyWrapperDescriptor,
} from "../../objects/kernel/builtin.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, PyType } from "../../objects/kernel/object.ts";
import { PyBytes, PyCell, PyComplex, PyFloat, PyInt, PyList, PyStr, PyTuple } from "../../objects/kernel/payload.ts";
import { PyCode } from "../../objects/types/code.ts";
import { PyFunction } from "../../objects/types/function.ts";
import { PySet } from "../../objects/types/set-table.ts";
import { Frame } from "../frame.ts";
import { EXECUTING } from "../types/generator-object.ts";

/** Told each reference, as often as there is one; never a primitive. */
export type Visit = (child: object) => void;

type Traverse<T> = (object: T, visit: Visit) => void;

const nothing = (): void => undefined;

/** Visit the objects in a value that may be an array, a map or a set of them. */
export function visitValue(value: unknown, visit: Visit): void {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof PyObject) visit(value);
  else if (Array.isArray(value)) for (const each of value) visitValue(each, visit);
  else if (value instanceof Map) {
    for (const [key, each] of value) {
      visitValue(key, visit);
      visitValue(each, visit);
    }
  } else if (value instanceof Set) for (const each of value) visitValue(each, visit);
  else if (!ArrayBuffer.isView(value)) visit(value);
}

/** The values of an array, the last first: as lists and tuples drop theirs. */
function visitBackwards(items: readonly unknown[], visit: Visit): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (typeof item === "object") visitValue(item, visit);
  }
}

/** Python attributes, slots and the class of an instance of a class that a program made. */
function visitInstance(object: PyObject, visit: Visit): void {
  if (!object.cls.traits.heap) return;
  for (const key in object) {
    if (key[0] === "$" || key[0] === "_" || key === "dict" || key === "cls")
      visitValue(object[key as `$${string}`], visit);
  }
}

function visitFields(object: object, visit: Visit): void {
  const isInstance = object instanceof PyObject && !object.cls.traits.heap;
  for (const key in object) {
    // A builtin type is no more held by its instances than it can go away.
    if (isInstance && key === "cls") continue;
    const value = object[key as keyof typeof object] as unknown;
    if (typeof value === "object") visitValue(value, visit);
  }
}

function visitFrame(frame: Frame, visit: Visit): void {
  const { stack } = frame;
  // While the operands of the waiting instruction may still be in use by an action, they lie above the stack's top.
  const end = frame.isWaitingWithOperands ? stack.length : frame.sp;
  for (let i = 0; i < end; i++) {
    const value = stack[i];
    if (typeof value === "object" && value !== null) visit(value);
  }
  visit(frame.func);
  if (frame.back !== null) visit(frame.back);
  // In CPython a generator's frame is a part of it, and holds it only while it runs.
  if (frame.generator?.state === EXECUTING) visit(frame.generator);
  if (frame.locals !== null) visitValue(frame.locals, visit);
  if (frame.then !== null) visit(frame.then);
  if (frame.trace !== null) visit(frame.trace);
}

/** A third of the heap of most programs, so without a loop over the fields; func_clear and func_dealloc of funcobject.c. */
function visitFunction(func: PyFunction, visit: Visit): void {
  visit(func.globals);
  visit(func.builtins);
  visitValue(func.module, visit);
  if (func.defaults !== null) visit(func.defaults);
  if (func.kwdefaults !== null) visit(func.kwdefaults);
  visitValue(func.ownDoc, visit);
  if (func.dict !== undefined) visit(func.dict);
  for (const key in func) if (key[0] === "$") visitValue(func[key as `$${string}`], visit);
  for (const cell of func.closure) visit(cell);
  if (func.annotations !== null) visit(func.annotations);
  visit(func.typeParams);
  visit(func.code);
  visitValue(func.name, visit);
  visitValue(func.qualname, visit);
}

function visitType(type: PyType, visit: Visit): void {
  if (!type.traits.heap) return;
  for (const value of type.attributes.values()) if (typeof value === "object") visitValue(value, visit);
  for (const base of type.bases) visit(base);
  for (const base of type.mro) visit(base);
  visit(type.cls);
  if (type.foreign !== undefined) visit(type.foreign);
  if (type.dict !== undefined) visit(type.dict);
}

const TABLE = new Map<unknown, Traverse<never>>();

function row<T>(type: abstract new (...args: never[]) => T, traverse: Traverse<T>): void {
  TABLE.set(type, traverse as Traverse<never>);
}

row<PyList>(PyList, (list, visit) => {
  visitBackwards(list.items, visit);
  visitInstance(list, visit);
});
row<PyTuple>(PyTuple, (tuple, visit) => {
  visitBackwards(tuple.items, visit);
  visitInstance(tuple, visit);
});
row<PyDict>(PyDict, (dict, visit) => {
  const { keys, values } = dict;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const value = values[i];
    if (typeof key === "object") visit(key);
    if (typeof value === "object") visitValue(value, visit);
  }
  visitInstance(dict, visit);
});
row<PySet>(PySet, (set, visit) => {
  for (const key of set.keyArray()) if (typeof key === "object") visit(key);
  visitInstance(set, visit);
});
row(Frame, visitFrame);
row(PyFunction, visitFunction);
row<PyCell>(PyCell, (cell, visit) => visitValue(cell.value, visit));
row(PyType, visitType);
row<PyCode>(PyCode, (code, visit) => {
  for (const value of code.consts) if (typeof value === "object" && value !== null) visit(value);
});
row<PyBuiltinFunction>(PyBuiltinFunction, (builtin, visit) => {
  if (typeof builtin.self === "object") visit(builtin.self);
});
for (const type of [PyStr, PyBytes, PyFloat, PyComplex, PyInt]) row<PyObject>(type, visitInstance);
row<PyNewWrapper>(PyNewWrapper, nothing);
const BUILTIN_ATTRIBUTES: (abstract new (...args: never[]) => object)[] = [
  PyMethodDescriptor,
  PyClassMethodDescriptor,
  PyGetSetDescriptor,
  PyMemberDescriptor,
];
for (const type of [...BUILTIN_ATTRIBUTES, PyWrapperDescriptor]) row<object>(type, nothing);
for (const type of [CodeBlob, Definition, RegExp, WeakRef, WeakMap, WeakSet, Date, Promise, FinalizationRegistry]) {
  row<object>(type, nothing);
}

/** Each reference that `object` holds, in the order in which CPython would drop them. */
export function traverse(object: object, visit: Visit): void {
  const special = TABLE.get(object.constructor) as Traverse<object> | undefined;
  if (special === undefined) visitFields(object, visit);
  else special(object, visit);
}
