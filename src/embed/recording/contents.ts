/**
 * What is in an object, as the recorder sees it: items (of lists, tuples, sets; keys and values of dicts), and named fields.
 *
 * Nothing here runs Python code: a `__repr__` or a property would change what is watched. Values that cannot change and hold
 * nothing are kept as they are; everything else has a mirror.
 */

import { CO_FAST_FREE } from "../../bytecode/code.ts";
import { PyBuiltinFunction, PyMethodDescriptor } from "../../objects/kernel/builtin.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, PyType, type Value } from "../../objects/kernel/object.ts";
import {
  jsString,
  PyBaseException,
  PyBytes,
  PyCell,
  PyComplex,
  PyFloat,
  PyInt,
  PyList,
  PyMethod,
  PyModule,
  PyStr,
  PyTuple,
} from "../../objects/kernel/payload.ts";
import { PyCode } from "../../objects/types/code.ts";
import { PyFunction } from "../../objects/types/function.ts";
import { PyRange } from "../../objects/types/range.ts";
import { PySet } from "../../objects/types/set-table.ts";
import { COMPLETED, CREATED, EXECUTING, PyGenerator } from "../../vm/types/generator-object.ts";

/** As many items, or names, of an object are kept; of longer ones the length is. */
export const SHOWN = 100;

export type Kind =
  | "list"
  | "tuple"
  | "set"
  | "dict"
  | "namespace"
  | "cell"
  | "function"
  | "method"
  | "class"
  | "generator"
  | "exception"
  | "instance"
  | "object";

/** Where contents are written: flat, so that nothing is made while nothing changed. */
export class Contents {
  readonly items: unknown[] = [];
  /** Name, value, name, value... */
  readonly fields: unknown[] = [];
  /** `len()` of it; 0 for what has none. */
  length = 0;

  clear(): void {
    this.items.length = 0;
    this.fields.length = 0;
    this.length = 0;
  }
}

/** Is it shown in place, and never followed? */
export function isAtom(value: PyObject): boolean {
  if (value.cls.traits.heap && !(value instanceof PyType)) return false;
  return (
    value === NONE ||
    value instanceof PyFloat ||
    value instanceof PyStr ||
    value instanceof PyBytes ||
    value instanceof PyInt ||
    value instanceof PyComplex ||
    value instanceof PyRange ||
    value instanceof PyCode ||
    value instanceof PyModule ||
    value instanceof PyBuiltinFunction ||
    value instanceof PyMethodDescriptor ||
    (value instanceof PyType && !value.traits.heap)
  );
}

export function kindOf(value: PyObject): Kind {
  if (value instanceof PyList) return "list";
  if (value instanceof PyTuple) return "tuple";
  if (value instanceof PyDict) return "dict";
  if (value instanceof PySet) return "set";
  if (value instanceof PyCell) return "cell";
  if (value instanceof PyFunction) return "function";
  if (value instanceof PyMethod) return "method";
  if (value instanceof PyType) return "class";
  if (value instanceof PyGenerator) return "generator";
  if (value instanceof PyBaseException) return "exception";
  return value.cls.traits.heap ? "instance" : "object";
}

/** Can what it holds never change? */
export function isFixed(value: PyObject, kind: Kind): boolean {
  return (kind === "tuple" && !value.cls.traits.heap) || kind === "method";
}

/** What a mirror is called beside its type. */
export function titleOf(value: PyObject, kind: Kind): string {
  if (value instanceof PyFunction || value instanceof PyGenerator) return jsString(value.qualname) ?? "";
  if (kind === "class") return (value as PyType).qualname;
  return "";
}

export function typeNameOf(value: PyObject): string {
  return typeOf(value).name;
}

/** Write what is in the object. */
export function readContents(value: PyObject, kind: Kind, into: Contents): void {
  into.clear();
  switch (kind) {
    case "list":
    case "tuple":
      readItems((value as PyList | PyTuple).items, into);
      break;
    case "dict":
      readEntries(value as PyDict, into, () => true);
      break;
    case "namespace":
      readEntries(value as PyDict, into, isOrdinaryName);
      break;
    case "set":
      readItems((value as PySet).keyArray(), into);
      break;
    case "cell":
      into.fields.push("value", (value as PyCell).value);
      return;
    case "function":
      readFunction(value as PyFunction, into);
      break;
    case "method":
      into.fields.push("__self__", (value as PyMethod).self, "__func__", (value as PyMethod).func);
      return;
    case "class":
      readClass(value as PyType, into);
      return;
    case "generator":
      readGenerator(value as PyGenerator, into);
      return;
    case "exception":
      readException(value as PyBaseException, into);
      break;
    case "object":
      readOther(value, into);
      return;
    case "instance":
      break;
  }
  readAttributes(value, into);
}

function readItems(items: readonly unknown[], into: Contents): void {
  into.length = items.length;
  const count = Math.min(items.length, SHOWN);
  for (let i = 0; i < count; i++) into.items.push(items[i]);
}

function readEntries(dict: PyDict, into: Contents, wanted: (key: Value) => boolean): void {
  const { keys, values } = dict;
  into.length = dict.size;
  for (let i = 0; i < keys.length && into.items.length < 2 * SHOWN; i++) {
    const key = keys[i];
    if (key !== undefined && wanted(key)) into.items.push(key, values[i]);
  }
}

/** The names that every module has say little about it. */
function isOrdinaryName(key: Value): boolean {
  return typeof key !== "string" || !(key.startsWith("__") && key.endsWith("__"));
}

const DOLLAR = 36;
const UNDERLINE = 95;

/** The attributes of an instance, and the members of `__slots__`. */
function readAttributes(value: PyObject, into: Contents): void {
  if (!value.cls.traits.heap && !value.cls.traits.instanceDict) return;
  const { fields } = into;
  for (const key in value) {
    const code = key.charCodeAt(0);
    const isSlot = code === UNDERLINE && value.cls.traits.heap;
    if (code !== DOLLAR && !isSlot) continue;
    const attribute = (value as unknown as Record<string, unknown>)[key];
    if (attribute !== undefined && fields.length < 2 * SHOWN) fields.push(key.slice(1), attribute);
  }
  const { dict } = value;
  if (dict === undefined || value instanceof PyModule) return;
  for (let i = 0; i < dict.keys.length && fields.length < 2 * SHOWN; i++) {
    const key = dict.keys[i];
    if (typeof key === "string") fields.push(key, dict.values[i]);
  }
}

function readFunction(value: PyFunction, into: Contents): void {
  const { code, closure, defaults, kwdefaults } = value;
  let next = 0;
  for (let i = 0; i < code.nlocalsplus; i++) {
    if ((code.kinds[i] & CO_FAST_FREE) !== 0) into.fields.push(code.localsplusnames[i], closure[next++]);
  }
  if (defaults !== null) into.fields.push("__defaults__", defaults);
  if (kwdefaults !== null) into.fields.push("__kwdefaults__", kwdefaults);
}

const ORDINARY = new Set([
  "__module__",
  "__qualname__",
  "__dict__",
  "__weakref__",
  "__doc__",
  "__slots__",
  "__classcell__",
]);

function readClass(value: PyType, into: Contents): void {
  for (const base of value.bases) if (base.traits.heap) into.fields.push("base", base);
  for (const [name, attribute] of value.attributes) {
    if (!ORDINARY.has(name) && into.fields.length < 2 * SHOWN) into.fields.push(name, attribute);
  }
}

const STATES: Readonly<Record<number, string>> = {
  [CREATED]: "created",
  [EXECUTING]: "running",
  [COMPLETED]: "finished",
};

function readGenerator({ state, frame }: PyGenerator, into: Contents): void {
  into.fields.push("state", STATES[state] ?? "suspended");
  if (frame === null || state === EXECUTING) return;
  const { code, stack } = frame;
  for (let i = 0; i < code.nlocalsplus; i++) into.fields.push(code.localsplusnames[i], stack[i]);
}

function readException(value: PyBaseException, into: Contents): void {
  readItems(value.args.items, into);
  if (value.cause !== null) into.fields.push("__cause__", value.cause);
  if (value.context !== null && !value.suppressContext) into.fields.push("__context__", value.context);
}

/** The numbers and objects in the fields of its payload: of an iterator, what it walks over and where it is. */
function readOther(value: PyObject, into: Contents): void {
  for (const key in value) {
    const field = (value as unknown as Record<string, unknown>)[key];
    const isValue = typeof field === "number" || field instanceof PyObject;
    if (isValue && key !== "cls" && into.fields.length < 2 * SHOWN) into.fields.push(key, field);
  }
}
