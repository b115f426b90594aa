/**
 * Pointers: `POINTER(c_int)` (CPython Modules/_ctypes/_ctypes.c: PyCPointerType, Pointer_Type).
 *
 * Trap: `contents` is a new object at each question, and an index may lead anywhere; an end of the memory is known only to
 * who made it.
 */
import { callWith } from "../../objects/kernel/call.ts";
import { isSubtype, NONE, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { idOf } from "../../objects/kernel/identity.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, PySlice, tuple } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { setTypeAttribute } from "../../objects/kernel/type-slots.ts";
import { byref } from "./argument.ts";
import { collect } from "./array.ts";
import "./cdata.ts";
import { bufferOf } from "./buffer.ts";
import { isIndexable } from "./codes.ts";
import {
  concreteCType,
  ctypeOf,
  dataAt,
  getData,
  isInstanceOf,
  keepReference,
  keptObjects,
  loadAddress,
  newData,
  PyCData,
  pointerLayout,
  requiredCType,
  setCType,
  setData,
  storeAddress,
} from "./data.ts";
import { C_DATA, POINTER, POINTER_TYPE, UNWRITTEN_DOC } from "./declared.ts";
import { bytesAt, movedBy, type Place, placeAt } from "./memory.ts";
import { completeMetatype, fromParameter } from "./metatypes.ts";

function layOut(cls: PyType): void {
  setCType(cls, pointerLayout("pointer"));
  const item = cls.mro.map((each) => each.attributes.get("_type_")).find((each) => each !== undefined);
  if (item !== undefined) setItemType(cls, item);
}

function setItemType(cls: PyType, item: Value): void {
  if (!(item instanceof PyType)) throw typeError("_type_ must be a type");
  const info = ctypeOf(item);
  if (info === undefined) throw typeError("_type_ must have storage info");
  const own = concreteCType(cls);
  own.item = item;
  own.format = `&${info.shape.length === 0 ? "" : `(${info.shape.join(",")})`}${info.format}`;
}

function fromParam(cls: PyType, value: Value): Value {
  if (value === NONE) return NONE;
  const { item } = concreteCType(cls);
  if (item !== undefined && isInstanceOf(value, item)) return byref(value, 0);
  if (item !== undefined && value instanceof PyCData) {
    const other = requiredCType(value.cls);
    if (
      (other.kind === "pointer" || other.kind === "array") &&
      other.item !== undefined &&
      isSubtype(other.item, item)
    ) {
      return value;
    }
  }
  return fromParameter(cls, value);
}

completeMetatype(POINTER_TYPE, {
  doc: "metatype for the Pointer Objects",
  layOut,
  methods: {
    from_param: ["~($self, value, /)", "Convert a Python object into a function call parameter.", fromParam],
    set_type: [
      "~($self, type, /)",
      undefined,
      (cls: PyType, item: Value) => {
        setItemType(cls, item);
        setTypeAttribute(cls, "_type_", item);
      },
    ],
  },
});

/** Where the pointer leads, so many items on. */
function target(self: PyCData, index = 0): { item: PyType; place: Place; size: number } {
  const address = loadAddress(self.place);
  if (address === 0n) throw valueError("NULL pointer access");
  const item = requiredCType(self.cls).item as PyType;
  const { size } = requiredCType(item);
  const place = placeAt(address);
  return { item, place: index === 0 ? place : movedBy(place, index * size), size };
}

function itemAt(self: PyCData, index: number): Value {
  const { item, place, size } = target(self, index);
  return getData(item, place, self, index, size);
}

function getContents(self: PyCData): Value {
  const { item, place } = target(self);
  return dataAt(item, place, self, 0);
}

function setContents(self: PyCData, value: Value | undefined): void {
  if (value === undefined) throw typeError("Pointer does not support item deletion");
  const item = requiredCType(self.cls).item as PyType;
  if (!(value instanceof PyCData) || !isInstanceOf(value, item)) {
    throw typeError(`expected ${item.name} instead of ${typeName(value)}`);
  }
  storeAddress(self.place, value.address);
  keepReference(self, 1, value);
  keepReference(self, 0, keptObjects(value));
}

function sliceOf(self: PyCData, slice: PySlice): Value {
  const step = slice.step === NONE ? 1 : toSsize(slice.step, "ValueError");
  if (step === 0) throw valueError("slice step cannot be zero");
  if (slice.start === NONE && step < 0) throw valueError("slice start is required for step < 0");
  if (slice.stop === NONE) throw valueError("slice stop is required");
  const start = slice.start === NONE ? 0 : toSsize(slice.start, "ValueError");
  const stop = toSsize(slice.stop, "ValueError");
  const count = Math.max(0, Math.ceil((stop - start) / step));
  const item = requiredCType(self.cls).item as PyType;
  return collect(
    item,
    count,
    (i) => itemAt(self, start + i * step),
    (i) => {
      const { place, size } = target(self, start + i * step);
      return bytesAt(place, size);
    },
  );
}

function subscript(self: PyCData, key: Value): Value {
  if (isIndexable(key)) return itemAt(self, toSsize(key, "IndexError"));
  if (!(key instanceof PySlice)) throw typeError("Pointer indices must be integer");
  return sliceOf(self, key);
}

completeType<PyCData>(POINTER, {
  base: C_DATA,
  module: "_ctypes",
  doc: UNWRITTEN_DOC,
  traits: { basetype: true, mutable: true },
  slots: {
    __new__: (cls) => {
      if (requiredCTypeOfPointer(cls) === undefined) throw typeError("Cannot create instance: has no _type_");
      return newData(cls);
    },
    __bool__: (self) => loadAddress(self.place) !== 0n,
    __getitem__: subscript,
    __setitem__: (self, key, value) => {
      const index = toSsize(key, "IndexError");
      const { item, place } = target(self, index);
      setData(self, item, value, index, place);
    },
    __delitem__: () => {
      throw typeError("Pointer does not support item deletion");
    },
    __buffer__: bufferOf,
  },
  initialize: [
    "~($self, value=<unrepresentable>, /)",
    (self: PyCData, value: Value | undefined) => {
      if (value !== undefined) setContents(self, value);
    },
  ],
  getset: { contents: [getContents, setContents, "the object this pointer points to (read-write)"] },
});

const requiredCTypeOfPointer = (cls: PyType): PyType | undefined => ctypeOf(cls)?.item;

/** The pointer type from the cache, which ctypes fills, too; a name stands for a type to come. */
export function pointerTypeOf(cache: PyDict, target: Value): Value {
  const known = cache.get(target);
  if (known !== undefined) return known;
  const name = jsString(target);
  if (name !== undefined) {
    const made = callWith(POINTER_TYPE, [`LP_${name}`, tuple([POINTER]), new PyDict()]);
    cache.set(idOf(made), made);
    return made;
  }
  if (!(target instanceof PyType)) throw typeError("must be a ctypes type");
  const namespace = new PyDict();
  namespace.set("_type_", target);
  const made = callWith(POINTER_TYPE, [`LP_${target.name}`, tuple([POINTER]), namespace]);
  cache.set(target, made);
  return made;
}
