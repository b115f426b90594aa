/**
 * C types and their instances: what is known of a type, and how an instance reads, writes and keeps alive what its memory
 * points to (CPython Modules/_ctypes/_ctypes.c: StgDict, PyCDataObject).
 *
 * Trap: memory holds addresses, not references. What an address belongs to is kept in `_objects` of the instance that owns the
 * memory, under the path of indices that leads to the place.
 */

import { callWith } from "../../objects/kernel/call.ts";
import { isSubtype, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { newException, PyError, typeError } from "../../objects/kernel/raise.ts";
import { bug } from "../../util/assert.ts";
import type { Code } from "./codes.ts";
import { SIMPLE } from "./declared.ts";
import { addressOf, Block, bytesAt, type Memory, memoryAt, movedBy, type Place, placeIn } from "./memory.ts";

export type Kind = "simple" | "structure" | "union" | "array" | "pointer" | "function";

export const POINTER_SIZE = 8;

/** What is known of a C type (CPython's StgDict). */
export interface CType {
  readonly kind: Kind;
  size: number;
  alignment: number;
  /** Items of an array, fields of a structure, 1 for a pointer, 0 for a simple type. */
  length: number;
  /** As a buffer shows it, of one item. */
  format: string;
  /** The extents of arrays in arrays. */
  shape: readonly number[];
  /** What an array consists of, what a pointer points to. */
  item: PyType | undefined;
  /** How a simple type is read and written. */
  code: Code | undefined;
  hasPointer: boolean;
  /** It was used: its fields cannot change any more. */
  isFinal: boolean;
  /** Of function types. */
  prototype: Prototype | undefined;
}

export interface Prototype {
  readonly flags: number;
  readonly argtypes: PyTuple | undefined;
  readonly restype: Value | undefined;
}

/** What is one pointer, to an object or to a function. */
export function pointerLayout(kind: "pointer" | "function", prototype?: Prototype): CType {
  return {
    kind,
    size: POINTER_SIZE,
    alignment: POINTER_SIZE,
    length: 1,
    format: "X{}",
    shape: [],
    item: undefined,
    code: undefined,
    hasPointer: true,
    isFinal: false,
    prototype,
  };
}

const infos = new WeakMap<PyType, CType>();

export function setCType(cls: PyType, info: CType): void {
  infos.set(cls, info);
}

/** What is known of the type itself, which has to have been laid out. */
export function ctypeOf(cls: Value): CType | undefined {
  return typeof cls === "object" ? infos.get(cls as PyType) : undefined;
}

export function requiredCType(cls: PyType): CType {
  return infos.get(cls) ?? bug(`${cls.name} was made without a layout`);
}

/** What is known of a type that a program names: Structure and its like are no such types themselves. */
export function concreteCType(cls: PyType): CType {
  const info = infos.get(cls);
  if (info === undefined) throw typeError("abstract class");
  return info;
}

export class PyCData extends PyObject {
  /** `_objects`. */
  objects: Value | undefined = undefined;
  /** Of functions. */
  settings: FunctionSettings | undefined = undefined;

  constructor(
    cls: PyType,
    public place: Place,
    public size: number,
    readonly length: number,
    /** Whose memory this is a part of, and which. */
    readonly base: PyCData | undefined,
    readonly index: number,
    readonly ownsMemory: boolean,
  ) {
    super(cls);
  }

  get memory(): Memory {
    return memoryAt(this.place, this.size);
  }

  get bytes(): Uint8Array {
    return bytesAt(this.place, this.size);
  }

  get address(): number | bigint {
    return addressOf(this.place);
  }
}

/** What a program may set of a single function. */
export interface FunctionSettings {
  argtypes: PyTuple | undefined;
  restype: Value | undefined;
  errcheck: Value | undefined;
}

/** An instance with zeroed memory of its own. */
export function newData(cls: PyType): PyCData {
  const info = concreteCType(cls);
  info.isFinal = true;
  const block = new Block(new Uint8Array(info.size));
  return new PyCData(cls, placeIn(block), info.size, info.length, undefined, 0, true);
}

/** An instance that is a part of another's memory, or of somebody's whom it does not know. */
export function dataAt(cls: PyType, place: Place, base: PyCData | undefined, index: number): PyCData {
  const info = requiredCType(cls);
  info.isFinal = true;
  return new PyCData(cls, place, info.size, info.length, base, index, false);
}

export function copyOfData(cls: PyType, bytes: Uint8Array): PyCData {
  const made = newData(cls);
  made.bytes.set(bytes.subarray(0, made.size));
  return made;
}

/** A simple type that a program derived from c_int or its like: its values stay instances. */
export const isDerivedSimple = (cls: PyType): boolean => ctypeOf(cls)?.kind === "simple" && cls.base !== SIMPLE;

/** The code by which values of the type are read and written directly. */
export function directCode(cls: PyType): Code | undefined {
  return isDerivedSimple(cls) ? undefined : requiredCType(cls).code;
}

export function getData(cls: PyType, place: Place, base: PyCData | undefined, index: number, size: number): Value {
  const code = directCode(cls);
  return code === undefined ? dataAt(cls, place, base, index) : code.get(place, size);
}

/** Write a value, and keep alive what it refers to. */
export function setData(target: PyCData, cls: PyType, value: Value, index: number, place: Place): void {
  keepReference(target, index, storeValue(cls, value, place));
}

/** Write a value of the type; gives what must be kept with it. */
export function storeValue(cls: PyType, value: Value, place: Place): Value {
  const info = requiredCType(cls);
  if (!(value instanceof PyCData)) {
    if (info.code !== undefined) return info.code.set(place, value, info.size);
    return storeForeign(cls, info, value, place);
  }
  if (isSubtype(value.cls, cls)) {
    bytesAt(place, info.size, "writing").set(bytesAt(value.place, info.size));
    return keptObjects(value);
  }
  const other = requiredCType(value.cls);
  if (info.kind === "pointer" && other.kind === "array") {
    if (other.item !== info.item) throw incompatible(value, cls);
    storeAddress(place, value.address);
    return tuple([keptObjects(value), value]);
  }
  throw incompatible(value, cls);
}

const incompatible = (value: Value, cls: PyType): PyError =>
  typeError(`incompatible types, ${typeName(value)} instance instead of ${cls.name} instance`);

/** A tuple is taken for the arguments of the type, None for NULL. */
function storeForeign(cls: PyType, info: CType, value: Value, place: Place): Value {
  if (value instanceof PyTuple) {
    let made: Value;
    try {
      made = callWith(cls, [...value.items]);
    } catch (error) {
      throw extended(error, EXCEPTIONS.RuntimeError, `(${cls.name}) `);
    }
    return storeValue(cls, made, place);
  }
  if (value === NONE && info.kind === "pointer") {
    storeAddress(place, 0);
    return NONE;
  }
  throw typeError(`expected ${cls.name} instance, got ${typeName(value)}`);
}

/** The exception as the text of another: "(X) IndexError: list index out of range". */
export function extended(error: unknown, type: PyType, prefix: string): unknown {
  if (!(error instanceof PyError)) return error;
  const { exception } = error;
  return new PyError(newException(type, `${prefix}${exception.cls.name}: ${strText(exception)}`));
}

export function storeAddress(place: Place, address: number | bigint): void {
  const { block, at } = memoryAt(place, POINTER_SIZE, "writing");
  block.view.setBigUint64(at, BigInt.asUintN(64, BigInt(address)), true);
}

export function loadAddress(place: Place): bigint {
  const { block, at } = memoryAt(place, POINTER_SIZE);
  return block.view.getBigUint64(at, true);
}

/** The instance whose memory it is in the end. */
function container(self: PyCData): PyCData {
  let owner = self;
  while (owner.base !== undefined) owner = owner.base;
  owner.objects ??= owner.length > 0 ? new PyDict() : NONE;
  return owner;
}

export const keptObjects = (self: PyCData): Value => container(self).objects as Value;

export function keepReference(self: PyCData, index: number, value: Value): void {
  if (value === NONE) return;
  const owner = container(self);
  if (!(owner.objects instanceof PyDict)) {
    owner.objects = value;
    return;
  }
  let key = index.toString(16);
  for (let each = self; each.base !== undefined; each = each.base) key += `:${each.index.toString(16)}`;
  owner.objects.set(key, value);
}

export const partOf = (self: PyCData, distance: number): Place => movedBy(self.place, distance);

export const isInstanceOf = (value: Value, cls: PyType): boolean => isSubtype(typeOf(value), cls);
