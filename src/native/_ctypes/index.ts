/**
 * _ctypes: C data types in memory of our own (CPython Modules/_ctypes/).
 *
 * Types, layouts, pointers, casts, buffers and callbacks are all here; what cannot be is machine code, so no library can be
 * loaded (libraries.ts).
 */

import { getAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { call } from "../../objects/kernel/call.ts";
import { typeOf } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { defineModule, makeFunction } from "../../objects/kernel/module.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { type PyModule, tuple } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument, toSsizeArgument } from "../../objects/types/arguments.ts";
import { byref } from "./argument.ts";
import { UNPICKLE } from "./cdata.ts";
import { objectAt } from "./codes.ts";
import { type CType, ctypeOf, PyCData, requiredCType } from "./data.ts";
import { ARRAY, FUNCTION, POINTER, SIMPLE, STRUCTURE, UNION } from "./declared.ts";
import "./simple.ts";
import "./structure.ts";
import { ARGUMENT_ERROR, MOST_ARGUMENTS } from "./function.ts";
import { dlclose, dlopen, dlsym } from "./libraries.ts";
import { functionAddresses } from "./native-functions.ts";
import { pointerTypeOf } from "./pointer.ts";

/** What is known of a C type, or of the type of C data. */
function infoOf(value: Value): CType | undefined {
  return value instanceof PyCData ? requiredCType(value.cls) : ctypeOf(value);
}

function expectData(value: Value, message: string): PyCData {
  if (!(value instanceof PyCData)) throw typeError(message);
  return value;
}

function sizeOf(value: Value): number {
  const info = value instanceof PyCData ? value : ctypeOf(value);
  if (info === undefined) throw typeError("this type has no size");
  return info.size;
}

function alignmentOf(value: Value): number {
  const info = infoOf(value);
  if (info === undefined) throw typeError("no alignment info");
  return info.alignment;
}

function addressOf(value: Value): Value {
  const data = expectData(value, "invalid type");
  audit("ctypes.addressof", data);
  return data.address;
}

function resize(value: Value, sizeValue: Value): void {
  const data = expectData(value, "expected ctypes instance");
  const size = toSsizeArgument(sizeValue);
  const { size: least } = requiredCType(data.cls);
  if (size < least) throw valueError(`minimum size is ${least}`);
  const { block } = data.place;
  if (!data.ownsMemory || block === undefined) {
    throw valueError("Memory cannot be resized because this object doesn't own it");
  }
  block.resize(size);
  data.size = size;
}

function bufferInfo(value: Value): Value {
  const info = infoOf(value);
  if (info === undefined) throw typeError("not a ctypes type or object");
  return tuple([info.format, info.shape.length, tuple([...info.shape])]);
}

/** `errno` of each thread, as ctypes keeps it. */
function errnoFunctions(module: PyModule): void {
  const values = new Map<Value, number>();
  const thread = (): Value => call(getAttr(hooks.importModule("_thread"), "get_ident"));
  const get = (): number => values.get(thread()) ?? 0;
  const set = (value: Value): number => {
    const old = get();
    const given = intArgument(value);
    audit("ctypes.set_errno", given);
    values.set(thread(), given);
    return old;
  };
  module.dict.set("get_errno", makeFunction("_ctypes", "get_errno", ["~($module, /)", undefined, get], module));
  module.dict.set("set_errno", makeFunction("_ctypes", "set_errno", ["~($module, value, /)", undefined, set], module));
}

/** Pointer types are made once for each type that is pointed to. */
function pointerFunctions(module: PyModule): void {
  const cache = new PyDict();
  const makeType = (target: Value): Value => pointerTypeOf(cache, target);
  const make = (value: Value): Value => call(makeType(typeOf(value)), value);
  module.dict.set("POINTER", makeFunction("_ctypes", "POINTER", ["~($module, type, /)", undefined, makeType], module));
  module.dict.set("pointer", makeFunction("_ctypes", "pointer", ["~($module, obj, /)", undefined, make], module));
  module.dict.set("_pointer_type_cache", cache);
}

/** Objects live as long as something holds them: there is nothing to count. */
const sameObject = (value: Value): Value => value;

export default defineModule("_ctypes", {
  doc: "Create and manipulate C compatible data types in Python.",
  functions: {
    _unpickle: UNPICKLE,
    buffer_info: ["~($module, obj, /)", "Return buffer interface information", bufferInfo],
    resize: ["~~($module, obj, size, /)", "Resize the memory buffer of a ctypes instance", resize],
    dlopen: [
      "~~($module, name, flag=0, /)",
      "dlopen(name, flag={RTLD_GLOBAL|RTLD_LOCAL}) open a shared library",
      dlopen,
    ],
    dlclose: ["~~($module, handle, /)", "dlclose a library", dlclose],
    dlsym: ["~~($module, handle, name, /)", "find symbol in shared library", dlsym],
    alignment: [
      "~($module, obj, /)",
      "alignment(C type) -> integer\nalignment(C instance) -> integer\nReturn the alignment requirements of a C instance",
      alignmentOf,
    ],
    sizeof: [
      "~($module, obj, /)",
      "sizeof(C type) -> integer\nsizeof(C instance) -> integer\nReturn the size in bytes of a C instance",
      sizeOf,
    ],
    byref: [
      "~~($module, obj, offset=0, /)",
      "byref(C instance[, offset=0]) -> byref-object\nReturn a pointer lookalike to a C instance, only usable\nas function argument",
      byref,
    ],
    addressof: [
      "~($module, obj, /)",
      "addressof(C instance) -> integer\nReturn the address of the C instance internal buffer",
      addressOf,
    ],
    PyObj_FromPtr: ["~~($module, address, /)", undefined, (address: Value) => objectAt(BigInt(toIndex(address)))],
    Py_INCREF: ["~($module, obj, /)", undefined, sameObject],
    Py_DECREF: ["~($module, obj, /)", undefined, sameObject],
  },
  types: {
    Structure: STRUCTURE,
    Union: UNION,
    _Pointer: POINTER,
    Array: ARRAY,
    _SimpleCData: SIMPLE,
    CFuncPtr: FUNCTION,
    ArgumentError: ARGUMENT_ERROR,
  },
  constants: {
    FUNCFLAG_CDECL: 1,
    FUNCFLAG_USE_ERRNO: 8,
    FUNCFLAG_USE_LASTERROR: 16,
    FUNCFLAG_PYTHONAPI: 4,
    __version__: "1.1.0",
    RTLD_LOCAL: 0,
    RTLD_GLOBAL: 256,
    CTYPES_MAX_ARGCOUNT: MOST_ARGUMENTS,
    SIZEOF_TIME_T: 8,
  },
  setup: (module) => {
    errnoFunctions(module);
    pointerFunctions(module);
    for (const [name, address] of functionAddresses()) module.dict.set(name, address);
  },
});
