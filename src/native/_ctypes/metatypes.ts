/**
 * What all metatypes of C types have in common: `T.from_address` and its kin, `T * 3` (CPython Modules/_ctypes/_ctypes.c:
 * CDataType_methods, CDataType_as_sequence).
 */
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { TYPE, typeName } from "../../objects/kernel/core-types.ts";
import type { TypeTable } from "../../objects/kernel/define.ts";
import { completeType, type MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, tuple } from "../../objects/kernel/payload.ts";
import { overflowError, typeError, valueError } from "../../objects/kernel/raise.ts";
import type { KeywordNames, Slots } from "../../objects/kernel/slots.ts";
import { badArgument } from "../../objects/types/arguments.ts";
import { type exportView, getBuffer, isCContiguous } from "../../objects/types/buffer.ts";
import { builtin } from "../../objects/types/builtin-lookup.ts";
import { PyCArgument } from "./argument.ts";
import { concreteCType, copyOfData, ctypeOf, dataAt, isInstanceOf, keepReference, PyCData } from "./data.ts";
import { ARRAY, ARRAY_TYPE } from "./declared.ts";
import { undefinedSymbol } from "./libraries.ts";
import { movedBy, placeAt, placeIn, placeOfMemory } from "./memory.ts";

function fromAddress(cls: PyType, address: Value): PyCData {
  const value = intOf(address);
  if (value === undefined) throw typeError("integer expected");
  audit("ctypes.cdata", value);
  concreteCType(cls);
  return dataAt(cls, placeAt(BigInt.asUintN(64, BigInt(value))), undefined, 0);
}

function checkRoom(available: number, offset: number, size: number): void {
  if (offset < 0) throw valueError("offset cannot be negative");
  if (size > available - offset) {
    throw valueError(`Buffer size too small (${available} instead of at least ${size + offset} bytes)`);
  }
}

function fromBuffer(cls: PyType, source: Value, offsetValue: Value): PyCData {
  const { size } = concreteCType(cls);
  const offset = toSsize(offsetValue, "OverflowError");
  const view = callWith(builtin("memoryview"), [source]) as ReturnType<typeof exportView>;
  if (view.layout.readonly) throw typeError("underlying buffer is not writable");
  if (!isCContiguous(view)) throw typeError("underlying buffer is not C contiguous");
  checkRoom(view.byteLength, offset, size);
  audit("ctypes.cdata/buffer", view, view.byteLength, offset);
  const { exporter, memory } = view.managed;
  const own = exporter instanceof PyCData ? exporter.place.block : undefined;
  const start = own?.bytes === memory ? placeIn(own) : placeOfMemory(memory);
  const made = dataAt(cls, movedBy(start, view.layout.offset + offset), undefined, 0);
  keepReference(made, -1 >>> 0, view);
  return made;
}

function fromBufferCopy(cls: PyType, source: Value, offsetValue: Value): PyCData {
  const bytes = getBuffer(source);
  const offset = toSsize(offsetValue, "OverflowError");
  const { size } = concreteCType(cls);
  checkRoom(bytes.length, offset, size);
  audit("ctypes.cdata/buffer", source, bytes.length, offset);
  return copyOfData(cls, bytes.subarray(offset, offset + size));
}

function inDll(_cls: PyType, library: Value, name: Value): never {
  const text = jsString(name);
  if (text === undefined) throw badArgument("in_dll", "argument 2", "str", name);
  audit("ctypes.dlsym", library, name);
  const handle = getAttr(library, "_handle");
  if (intOf(handle) === undefined) throw typeError("the _handle attribute of the second argument must be an integer");
  throw valueError(undefinedSymbol(text));
}

/** An instance as it is, what byref() made of one, or what `_as_parameter_` gives. */
export function fromParameter(cls: PyType, value: Value): Value {
  if (isInstanceOf(value, cls)) return value;
  if (value instanceof PyCArgument) {
    const { object } = value;
    const item = ctypeOf(cls)?.item;
    if (object !== undefined && item !== undefined && isInstanceOf(object, item)) return value;
    const target = object === undefined ? "NoneType" : typeName(object);
    throw typeError(`expected ${cls.name} instance instead of pointer to ${target}`);
  }
  const parameter = lookupAttr(value, "_as_parameter_");
  if (parameter !== undefined) return fromParameter(cls, parameter);
  throw typeError(`expected ${cls.name} instance instead of ${typeName(value)}`);
}

const arrays = new WeakMap<PyType, Map<number, WeakRef<PyType>>>();

/** The array type of so many items, of which there is one as long as somebody uses it. */
export function arrayOf(item: PyType, length: number): PyType {
  const byLength = arrays.get(item) ?? new Map<number, WeakRef<PyType>>();
  arrays.set(item, byLength);
  const known = byLength.get(length)?.deref();
  if (known !== undefined) return known;
  const namespace = new PyDict();
  namespace.set("_length_", length);
  namespace.set("_type_", item);
  const made = callWith(ARRAY_TYPE, [`${item.name}_Array_${length}`, tuple([ARRAY]), namespace]) as PyType;
  byLength.set(length, new WeakRef(made));
  return made;
}

function repeat(self: Value, count: Value): Value {
  const length = toSsize(count, "OverflowError");
  if (length < 0) throw valueError(`Array length must be >= 0, not ${length}`);
  if (!Number.isSafeInteger(length)) throw overflowError("array too large");
  return arrayOf(self as PyType, length);
}

const METHODS: Record<string, MethodRow> = {
  from_param: ["~($self, value, /)", "Convert a Python object into a function call parameter.", fromParameter],
  from_address: [
    "~($self, value, /)",
    "C.from_address(integer) -> C instance\naccess a C instance at the specified address",
    fromAddress,
  ],
  from_buffer: [
    "~($self, obj, offset=0, /)",
    "C.from_buffer(object, offset=0) -> C instance\ncreate a C instance from a writeable buffer",
    fromBuffer,
  ],
  from_buffer_copy: [
    "~($self, obj, offset=0, /)",
    "C.from_buffer_copy(object, offset=0) -> C instance\ncreate a C instance from a readable buffer",
    fromBufferCopy,
  ],
  in_dll: ["~($self, dll, name, /)", "C.in_dll(dll, name) -> C instance\naccess a C instance in a dll", inDll],
};

/** `type.__new__`: a class, not laid out. */
export const makeType = TYPE.slots.__new__ as NonNullable<Slots["__new__"]>;

export interface Metatype {
  readonly doc: string;
  /** What a new class means; `cls` is complete as a class. */
  readonly layOut: (cls: PyType) => void;
  readonly slots?: TypeTable<PyType>["slots"];
  readonly methods?: Record<string, MethodRow>;
}

/** Complete a metatype: its classes are made as any, and then laid out. */
export function completeMetatype(metatype: PyType, { doc, layOut, slots, methods }: Metatype): void {
  completeType<PyType>(metatype, {
    base: TYPE,
    module: "_ctypes",
    doc,
    traits: { basetype: true, mutable: true },
    slots: {
      __new__: (meta: PyType, args: Value[], kwnames: KeywordNames) => {
        const cls = makeType(meta, args, kwnames) as PyType;
        layOut(cls);
        return cls;
      },
      sq_repeat: repeat,
      ...slots,
    },
    methods: { ...METHODS, ...methods },
  });
}
