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
} from "../../bytecode/constants.ts";
import { MAX_DEPTH } from "../../bytecode/marshalformat.ts";
import { bug } from "../../util/assert.ts";
import { call } from "../kernel/call.ts";
import { CODE, DICT, ELLIPSIS, FROZENSET, LIST, NONE, SET } from "../kernel/core-types.ts";
import { PyDict } from "../kernel/dict.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { toArray } from "../kernel/iterate.ts";
import type { PyObject, Value } from "../kernel/object.ts";
import { PyBytes, PyComplex, PyFloat, PyList, PyStr, PyTuple, tuple } from "../kernel/payload.ts";
import { PyError, valueError } from "../kernel/raise.ts";
import { hasBuffer, lookupBuffer } from "./buffer.ts";
import { PySet } from "./set-table.ts";

const constants = new WeakMap<object, Plain>();

/** Installed by code.ts, which cannot be imported from here. */
export const codeObjects: {
  make: (blob: CodeBlob) => Value;
  blobOf: (code: Value) => CodeBlob;
  /** The constants, if there are some among them that the blob cannot hold. */
  foreignConstantsOf: (code: Value) => readonly Value[] | undefined;
} = {
  make: () => bug("code objects are not installed"),
  blobOf: () => bug("code objects are not installed"),
  foreignConstantsOf: () => bug("code objects are not installed"),
};

/** The Python value of a plain constant. */
export function valueOfConstant(constant: Plain): Value {
  if (constant === null) return NONE;
  if (typeof constant !== "object") return constant;
  if (constant.made !== undefined) return constant.made as Value;
  const value = makeValue(constant);
  constant.made = value;
  if (isKept && typeof value === "object" && isReferredTo(constant)) constants.set(value, constant);
  return value;
}

/** Do values lead back to their constants? Those that are data do not: only code is made of constants. */
let isKept = true;

/** The Python value of what marshal has read. */
export function valueOfData(data: Plain): Value {
  if (data instanceof CodeBlob) return valueOfConstant(data);
  isKept = false;
  try {
    return valueOfConstant(data);
  } finally {
    isKept = true;
  }
}

/** Must the value lead back to this very constant? Code knows its own, and a float is as good as any other. */
function isReferredTo(constant: object): boolean {
  return !(constant instanceof CodeBlob || constant instanceof FloatConstant);
}

function makeFrozenSet(constant: FrozenSetConstant): Value {
  const set = call(FROZENSET, tuple(constant.items.map(valueOfConstant)));
  return constant.remade ? call(FROZENSET, tuple(toArray(set))) : set;
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
      return makeTuple(constant);
    case "frozenset":
      return makeFrozenSet(constant);
    case "set":
      return makeSet(constant);
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

/** A tuple may hold itself by way of a list, so this too is known before it is filled. */
function makeTuple(constant: TupleConstant): Value {
  if (constant.items.length === 0) return tuple([]);
  const items: Value[] = [];
  const result = new PyTuple(items);
  constant.made = result;
  for (const item of constant.items) items.push(valueOfConstant(item));
  return result;
}

/** Data that puts a set into itself is then CPython's TypeError. */
function makeSet(constant: SetConstant): Value {
  const set = new PySet();
  constant.made = set;
  for (const item of constant.items) set.add(valueOfConstant(item));
  return set;
}

/** The containers may hold themselves: known before they are filled. */
function makeList(constant: ListConstant): Value {
  const list = new PyList([]);
  constant.made = list;
  for (const item of constant.items) list.items.push(valueOfConstant(item));
  return list;
}

function makeDict(constant: DictConstant): Value {
  const dict = new PyDict();
  constant.made = dict;
  for (const [key, item] of constant.entries) dict.set(valueOfConstant(key), valueOfConstant(item));
  return dict;
}

/** The plain form of a value, or undefined if it (or something in it) has none. Subclasses' instances have none. */
export function plainOfValue(value: Value): Plain | undefined {
  return new PlainBuilder(false).build(value);
}

/** What marshal writes of a value: its plain form, in which whatever exports its memory is bytes. */
export function marshalledOfValue(value: Value): Plain | undefined {
  return new PlainBuilder(true).build(value);
}

class PlainBuilder {
  /** What has been begun: a container may hold itself, and what is one object stays one. */
  private readonly begun = new Map<object, Plain>();
  private depth = 0;
  /** How often something was met whose plain form holds for the moment only. */
  private passing = 0;

  constructor(private readonly withBuffers: boolean) {}

  /** Does the plain form hold for the moment only? */
  get isPassing(): boolean {
    return this.passing > 0;
  }

  build(value: Value): Plain | undefined {
    if (typeof value !== "object") return value;
    if (value === NONE) return null;
    const known = constants.get(value);
    if (known !== undefined) return known;
    const begun = this.begun.get(value);
    if (begun !== undefined) {
      this.passing++;
      return begun;
    }
    const before = this.passing;
    const plain = this.make(value);
    if (plain === null || typeof plain !== "object") return plain;
    if (this.withBuffers) this.begun.set(value, plain);
    else if (this.passing === before) {
      constants.set(value, plain);
      plain.made = value;
    }
    return plain;
  }

  private make(value: Exclude<Value, number | bigint | boolean | string>): Plain | undefined {
    if (value === ELLIPSIS) return EllipsisConstant.instance;
    if (value === EXCEPTIONS.StopIteration) return StopIterationConstant.instance;
    const { cls } = value;
    if (cls.traits.heap) return this.memory(value);
    if (value instanceof PyStr) return value.text;
    if (value instanceof PyFloat) return new FloatConstant(value.value);
    if (value instanceof PyComplex) return new ComplexConstant(value.real, value.imag);
    if (value instanceof PyBytes) return new BytesConstant(value.bytes);
    if (cls === CODE) return this.code(value);
    if (value instanceof PyTuple) return this.fill(value, new TupleConstant([]), value.items);
    if (cls === FROZENSET) return this.fill(value, new FrozenSetConstant([]), toArray(value));
    const isMutable = cls === SET || cls === LIST || cls === DICT;
    if (!isMutable) return this.memory(value);
    this.passing++;
    if (cls === SET) return this.fill(value, new SetConstant([]), toArray(value));
    if (cls === LIST) return this.fill(value, new ListConstant([]), (value as PyList).items);
    return this.fillDict(value as PyDict);
  }

  /** Code may have been given constants that change, as lists do: its plain form then holds for the moment only. */
  private code(value: PyObject): CodeBlob | undefined {
    const blob = codeObjects.blobOf(value);
    const foreign = codeObjects.foreignConstantsOf(value);
    if (foreign === undefined) return blob;
    this.passing++;
    const plainConstants: Plain[] = [];
    const copy = blob.with({ co_consts: plainConstants as Constant[] });
    this.begin(value, copy);
    for (const item of foreign) {
      const plain = this.build(item);
      if (plain === undefined) return undefined;
      plainConstants.push(plain);
    }
    this.depth--;
    return copy;
  }

  private memory(value: PyObject): Plain | undefined {
    if (!this.withBuffers || !hasBuffer(value)) return undefined;
    this.passing++;
    try {
      const bytes = lookupBuffer(value);
      const plain = bytes === undefined ? undefined : new BytesConstant(bytes.slice());
      if (plain !== undefined) this.begun.set(value, plain);
      return plain;
    } catch (error) {
      if (error instanceof PyError) return undefined;
      throw error;
    }
  }

  private fill<Container extends TupleConstant | FrozenSetConstant | SetConstant | ListConstant>(
    value: PyObject,
    container: Container,
    items: readonly Value[],
  ): Container | undefined {
    this.begin(value, container);
    for (const item of items) {
      const plain = this.build(item);
      if (plain === undefined) return undefined;
      container.items.push(plain);
    }
    this.depth--;
    return container;
  }

  private fillDict(dict: PyDict): Plain | undefined {
    const constant = new DictConstant([]);
    this.begin(dict, constant);
    for (const [key, item] of dict.entries()) {
      const plainKey = this.build(key);
      const plainItem = this.build(item);
      if (plainKey === undefined || plainItem === undefined) return undefined;
      constant.entries.push([plainKey, plainItem]);
    }
    this.depth--;
    return constant;
  }

  private begin(value: PyObject, plain: Plain): void {
    this.begun.set(value, plain);
    if (++this.depth > MAX_DEPTH) throw valueError("object too deeply nested to marshal");
  }
}

/** `plainOfValue` for what may stand in `co_consts`; undefined for what holds a mutable container or anything foreign. */
export function constantOfValue(value: Value): Constant | undefined {
  const builder = new PlainBuilder(false);
  const plain = builder.build(value);
  if (builder.isPassing || plain instanceof StopIterationConstant) return undefined;
  return plain as Constant | undefined;
}
