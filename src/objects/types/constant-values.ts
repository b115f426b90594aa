/**
 * From plain constants to Python values and back (what CPython's marshal and compiler do directly).
 *
 * Trap: identity is kept both ways. A constant object that occurs in several code objects becomes one
 * value, and a value that came from a constant turns back into that very constant.
 */
import { CodeBlob } from "../../bytecode/code.ts";
import {
  BytesConstant,
  ComplexConstant,
  type Constant,
  DictConstant,
  EllipsisConstant,
  FloatConstant,
  FrozenSetConstant,
  ListConstant,
  type Plain,
  SetConstant,
  StopIterationConstant,
  TupleConstant,
  WideText,
} from "../../bytecode/constants.ts";
import { bug } from "../../util/assert.ts";
import { call } from "../kernel/call.ts";
import { CODE, DICT, ELLIPSIS, FROZENSET, LIST, NONE, SET, typeOf } from "../kernel/core-types.ts";
import { PyDict } from "../kernel/dict.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { toArray } from "../kernel/iterate.ts";
import type { Value } from "../kernel/object.ts";
import { PyBytes, PyComplex, PyFloat, PyList, PyStr, PyTuple, tuple } from "../kernel/payload.ts";

const values = new WeakMap<object, Value>();
const constants = new WeakMap<object, Plain>();

/** Installed by code.ts, which cannot be imported from here. */
export const codeObjects: { make: (blob: CodeBlob) => Value; blobOf: (code: Value) => CodeBlob } = {
  make: () => bug("code objects are not installed"),
  blobOf: () => bug("code objects are not installed"),
};

/** The Python value of a plain constant. */
export function valueOfConstant(constant: Plain): Value {
  if (constant === null) return NONE;
  if (typeof constant !== "object") return constant;
  const known = values.get(constant);
  if (known !== undefined) return known;
  const value = makeValue(constant);
  values.set(constant, value);
  if (typeof value === "object") constants.set(value, constant);
  return value;
}

function makeValue(constant: Exclude<Plain, null | boolean | number | bigint | string>): Value {
  if (constant instanceof CodeBlob) return codeObjects.make(constant);
  switch (constant.kind) {
    case "str":
      return new PyStr(constant);
    case "float":
      return new PyFloat(constant.value);
    case "complex":
      return new PyComplex(constant.real, constant.imag);
    case "bytes":
      return new PyBytes(constant.bytes);
    case "tuple":
      return tuple(constant.items.map(valueOfConstant));
    case "frozenset":
      return call(FROZENSET, tuple(constant.items.map(valueOfConstant)));
    case "set":
      return call(SET, tuple(constant.items.map(valueOfConstant)));
    case "ellipsis":
      return ELLIPSIS;
    case "StopIteration":
      return EXCEPTIONS.StopIteration;
    case "list":
      return makeList(constant);
    case "dict":
      return makeDict(constant);
  }
}

/** The containers may hold themselves: known before they are filled. */
function makeList(constant: ListConstant): Value {
  const list = new PyList([]);
  values.set(constant, list);
  for (const item of constant.items) list.items.push(valueOfConstant(item));
  return list;
}

function makeDict(constant: DictConstant): Value {
  const dict = new PyDict();
  values.set(constant, dict);
  for (const [key, item] of constant.entries) dict.set(valueOfConstant(key), valueOfConstant(item));
  return dict;
}

/** The plain form of a value, or undefined if it (or something in it) has none. Subclasses' instances have none. */
export function plainOfValue(value: Value): Plain | undefined {
  if (typeof value !== "object") return value;
  if (value === NONE) return null;
  const known = constants.get(value);
  if (known !== undefined) return known;
  const plain = makePlain(value);
  if (plain === undefined || plain === null || typeof plain !== "object") return plain;
  if (!(value instanceof PyList || value instanceof PyDict || typeOf(value) === SET)) {
    constants.set(value, plain);
    values.set(plain, value);
  }
  return plain;
}

function makePlain(value: Exclude<Value, number | bigint | boolean | string>): Plain | undefined {
  if (value === ELLIPSIS) return EllipsisConstant.instance;
  if (value === EXCEPTIONS.StopIteration) return StopIterationConstant.instance;
  const { cls } = value;
  if (cls.traits.heap) return undefined;
  if (value instanceof PyStr) return value.text instanceof WideText ? value.text : value.text;
  if (value instanceof PyFloat) return new FloatConstant(value.value);
  if (value instanceof PyComplex) return new ComplexConstant(value.real, value.imag);
  if (value instanceof PyBytes) return new BytesConstant(value.bytes);
  if (cls === CODE) return codeObjects.blobOf(value);
  if (value instanceof PyTuple) return collect(value.items, (items) => new TupleConstant(items));
  if (cls === FROZENSET) return collect(toArray(value), (items) => new FrozenSetConstant(items));
  if (cls === SET) return collect(toArray(value), (items) => new SetConstant(items));
  if (cls === LIST) return collect((value as PyList).items, (items) => new ListConstant(items));
  if (cls === DICT) return dictConstant(value as PyDict);
  return undefined;
}

function collect(items: readonly Value[], make: (items: Plain[]) => Plain): Plain | undefined {
  const plain: Plain[] = [];
  for (const item of items) {
    const each = plainOfValue(item);
    if (each === undefined) return undefined;
    plain.push(each);
  }
  return make(plain);
}

function dictConstant(dict: PyDict): Plain | undefined {
  const entries: [Plain, Plain][] = [];
  for (const [key, item] of dict.entries()) {
    const plainKey = plainOfValue(key);
    const plainItem = plainOfValue(item);
    if (plainKey === undefined || plainItem === undefined) return undefined;
    entries.push([plainKey, plainItem]);
  }
  return new DictConstant(entries);
}

/** `plainOfValue` for what may stand in `co_consts`; undefined for mutable containers and anything foreign. */
export function constantOfValue(value: Value): Constant | undefined {
  const plain = plainOfValue(value);
  if (plain instanceof ListConstant || plain instanceof SetConstant || plain instanceof DictConstant) return undefined;
  return plain instanceof StopIterationConstant ? undefined : plain;
}
