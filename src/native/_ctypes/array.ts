/**
 * Arrays: `c_int * 3` (CPython Modules/_ctypes/_ctypes.c: PyCArrayType, Array_Type). Arrays of characters have `value`, those of
 * c_char `raw`, too.
 */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { PyGetSetDescriptor } from "../../objects/kernel/builtin.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { getItem, length } from "../../objects/kernel/iterate.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, PyList, PySlice } from "../../objects/kernel/payload.ts";
import { attributeError, indexError, overflowError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { sliceRange } from "../../objects/kernel/slice.ts";
import { setTypeAttribute } from "../../objects/kernel/type-slots.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import "./cdata.ts";
import { bufferOf } from "./buffer.ts";
import { CHARACTERS, isIndexable, WIDE_CHARACTERS, wideBytes, wideText } from "./codes.ts";
import { ctypeOf, getData, newData, type PyCData, partOf, requiredCType, setCType, setData } from "./data.ts";
import { ARRAY, ARRAY_TYPE, C_DATA, UNWRITTEN_DOC } from "./declared.ts";
import { bytesAt } from "./memory.ts";
import { completeMetatype } from "./metatypes.ts";

const missing = (name: string): unknown => attributeError(`class must define a '${name}' attribute`, NONE, NONE);

function lengthOf(cls: PyType): number {
  const given = lookupAttr(cls, "_length_");
  if (given === undefined) throw missing("_length_");
  const count = intOf(given);
  if (count === undefined) throw typeError("The '_length_' attribute must be an integer");
  if (count < 0) throw valueError("The '_length_' attribute must not be negative");
  if (BigInt.asIntN(64, BigInt(count)) !== BigInt(count)) throw overflowError("The '_length_' attribute is too large");
  return Number(count);
}

function layOut(cls: PyType): void {
  const count = lengthOf(cls);
  const item = lookupAttr(cls, "_type_");
  if (item === undefined) throw missing("_type_");
  const info = ctypeOf(item);
  if (info === undefined) throw typeError("_type_ must have storage info");
  const size = info.size * count;
  if (size > Number.MAX_SAFE_INTEGER) throw overflowError("array too large");
  setCType(cls, {
    kind: "array",
    size,
    alignment: info.alignment,
    length: count,
    format: info.format,
    shape: [count, ...info.shape],
    item: item as PyType,
    code: undefined,
    hasPointer: info.hasPointer,
    isFinal: false,
    prototype: undefined,
  });
  const letter = info.code?.letter;
  if (letter === "c") addRows(cls, CHARACTER_ROWS);
  else if (letter === "u") addRows(cls, WIDE_ROWS);
}

type Row = readonly [
  get: (self: PyCData) => Value,
  set: (self: PyCData, value: Value | undefined) => void,
  doc: string,
];

function addRows(cls: PyType, rows: Readonly<Record<string, Row>>): void {
  for (const [name, [get, set, doc]] of Object.entries(rows)) {
    const getter = get as PyGetSetDescriptor["get"];
    const setter = set as PyGetSetDescriptor["set"];
    setTypeAttribute(cls, name, new PyGetSetDescriptor(cls, name, getter, setter, doc));
  }
}

function fill(self: PyCData, bytes: Uint8Array, zero: number, message: string): void {
  if (bytes.length > self.size) throw valueError(message);
  const target = bytesAt(self.place, self.size, "writing");
  target.set(bytes);
  target.fill(0, bytes.length, Math.min(self.size, bytes.length + zero));
}

const undeletable = (): unknown => typeError("can't delete attribute");

const CHARACTER_ROWS: Readonly<Record<string, Row>> = {
  raw: [
    (self) => new PyBytes(self.bytes.slice()),
    (self, value) => {
      if (value === undefined) throw attributeError("cannot delete attribute", NONE, NONE);
      fill(self, getBuffer(value), 0, "byte string too long");
    },
    "value",
  ],
  value: [
    (self) => CHARACTERS.get(self.place, self.size),
    (self, value) => {
      if (value === undefined) throw undeletable();
      if (!(value instanceof PyBytes)) throw typeError(`bytes expected instead of ${typeName(value)} instance`);
      fill(self, value.bytes, 1, "byte string too long");
    },
    "string value",
  ],
};

const WIDE_ROWS: Readonly<Record<string, Row>> = {
  value: [
    (self) => WIDE_CHARACTERS.get(self.place, self.size),
    (self, value) => {
      if (value === undefined) throw undeletable();
      fill(self, wideBytes(value), 4, "string too long");
    },
    "string value",
  ],
};

completeMetatype(ARRAY_TYPE, { doc: "metatype for the Array Objects", layOut });

function itemAt(self: PyCData, index: number): Value {
  if (index < 0 || index >= self.length) throw indexError("invalid index");
  const item = requiredCType(self.cls).item as PyType;
  const { size } = requiredCType(item);
  return getData(item, partOf(self, index * size), self, index, size);
}

function setItemAt(self: PyCData, index: number, value: Value): void {
  if (index < 0 || index >= self.length) throw indexError("invalid index");
  const item = requiredCType(self.cls).item as PyType;
  setData(self, item, value, index, partOf(self, index * requiredCType(item).size));
}

const wrapped = (self: PyCData, key: Value): number => {
  const index = toSsize(key, "IndexError");
  return index < 0 ? index + self.length : index;
};

/** Items one by one as a list; those of characters as a text. */
export function collect(item: PyType, count: number, at: (i: number) => Value, raw: (i: number) => Uint8Array): Value {
  const letter = ctypeOf(item)?.code?.letter;
  if (letter !== "c" && letter !== "u") return new PyList(Array.from({ length: count }, (_, i) => at(i)));
  const width = letter === "c" ? 1 : 4;
  const bytes = new Uint8Array(count * width);
  for (let i = 0; i < count; i++) bytes.set(raw(i), i * width);
  return letter === "c" ? new PyBytes(bytes) : wideText(bytes);
}

function subscript(self: PyCData, key: Value): Value {
  if (isIndexable(key)) return itemAt(self, wrapped(self, key));
  if (!(key instanceof PySlice)) throw typeError("indices must be integers");
  const { start, step, count } = sliceRange(key, self.length);
  const item = requiredCType(self.cls).item as PyType;
  const { size } = requiredCType(item);
  const index = (i: number): number => start + i * step;
  return collect(
    item,
    count,
    (i) => itemAt(self, index(i)),
    (i) => bytesAt(partOf(self, index(i) * size), size),
  );
}

function assign(self: PyCData, key: Value, value: Value): void {
  if (isIndexable(key)) {
    setItemAt(self, wrapped(self, key), value);
    return;
  }
  if (!(key instanceof PySlice)) throw typeError("indices must be integer");
  const { start, step, count } = sliceRange(key, self.length);
  if (length(value) !== count) throw valueError("Can only assign sequence of same size");
  for (let i = 0; i < count; i++) setItemAt(self, start + i * step, getItem(value, i));
}

completeType<PyCData>(ARRAY, {
  base: C_DATA,
  module: "_ctypes",
  doc: UNWRITTEN_DOC,
  traits: { basetype: true, mutable: true },
  slots: {
    __new__: (cls) => newData(cls),
    __len__: (self) => self.length,
    __getitem__: subscript,
    __setitem__: assign,
    __delitem__: () => {
      throw typeError("Array does not support item deletion");
    },
    __buffer__: bufferOf,
  },
  initialize: [
    "~($self, /, *args, **kwargs)",
    (self: PyCData, args: Value[]) => {
      for (const [index, value] of args.entries()) setItemAt(self, index, value);
    },
  ],
  classmethods: { __class_getitem__: CLASS_GETITEM },
});
