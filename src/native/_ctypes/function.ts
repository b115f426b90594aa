/**
 * C functions: `CFUNCTYPE(c_int, c_int)(callable)` (CPython Modules/_ctypes/_ctypes.c: PyCFuncPtrType, PyCFuncPtr_Type;
 * callproc.c).
 *
 * What can be called has its address in our own memory: callbacks, and the functions of ctypes itself.
 */
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { addressText } from "../../objects/kernel/identity.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, PyList, PyTuple, textOf, tuple } from "../../objects/kernel/payload.ts";
import { attributeError, newException, overflowError, PyError, raise, typeError } from "../../objects/kernel/raise.ts";
import { newExceptionType } from "../../objects/types/exceptions/new-exception.ts";
import { intArgument, PyCArgument, pointerArgument } from "./argument.ts";
import "./cdata.ts";
import { bufferOf } from "./buffer.ts";
import { PyCThunk } from "./callback.ts";
import { blockOfBytes, capsuleOfText } from "./codes.ts";
import {
  copyOfData,
  ctypeOf,
  directCode,
  extended,
  type FunctionSettings,
  keepReference,
  loadAddress,
  newData,
  type Prototype,
  PyCData,
  pointerLayout,
  requiredCType,
  setCType,
  storeAddress,
} from "./data.ts";
import { C_DATA, FUNCTION, FUNCTION_TYPE } from "./declared.ts";
import { undefinedSymbol } from "./libraries.ts";
import { Block, memoryAt, placeAt, placeIn } from "./memory.ts";
import { completeMetatype } from "./metatypes.ts";
import { functionAt } from "./native-functions.ts";

const isCallable = (value: Value): boolean => typeOf(value).slots.__call__ !== undefined;

export const ARGUMENT_ERROR = newExceptionType("ctypes.ArgumentError");
export const MOST_ARGUMENTS = 1024;

function argtypesOf(given: Value): PyTuple {
  if (!(given instanceof PyTuple)) throw typeError("_argtypes_ must be a sequence of types");
  if (given.items.length > MOST_ARGUMENTS) {
    throw raiseArgumentError(`_argtypes_ has too many arguments (${given.items.length}), maximum is ${MOST_ARGUMENTS}`);
  }
  for (const [index, type] of given.items.entries()) {
    if (lookupAttr(type, "from_param") === undefined) {
      throw typeError(`item ${index + 1} in _argtypes_ has no from_param method`);
    }
  }
  return given;
}

const raiseArgumentError = (message: string): PyError => new PyError(newException(ARGUMENT_ERROR, message));

const isRestype = (value: Value): boolean => value === NONE || ctypeOf(value) !== undefined || isCallable(value);

function prototypeOf(cls: PyType): Prototype {
  const flags = intOf(lookupAttr(cls, "_flags_") ?? NONE);
  if (flags === undefined) throw typeError("class must define _flags_ which must be an integer");
  const argtypes = lookupAttr(cls, "_argtypes_");
  const restype = lookupAttr(cls, "_restype_");
  if (restype !== undefined && !isRestype(restype)) {
    throw typeError("_restype_ must be a type, a callable, or None");
  }
  return { flags: Number(flags), argtypes: argtypes === undefined ? undefined : argtypesOf(argtypes), restype };
}

completeMetatype(FUNCTION_TYPE, {
  doc: "metatype for C function pointers",
  layOut: (cls) => {
    setCType(cls, pointerLayout("function", prototypeOf(cls)));
  },
});

function settingsOf(self: PyCData): FunctionSettings {
  self.settings ??= { argtypes: undefined, restype: undefined, errcheck: undefined };
  return self.settings;
}

const prototype = (self: PyCData): Prototype => requiredCType(self.cls).prototype as Prototype;

/** A function of a library: there are none. */
function fromLibrary(spec: PyTuple): never {
  const [name, library] = spec.items;
  if (
    spec.items.length !== 2 ||
    !(name instanceof PyBytes || textOf(name) !== undefined || intOf(name) !== undefined)
  ) {
    throw typeError("illegal func_spec argument");
  }
  if (intOf(getAttr(library, "_handle")) === undefined) {
    throw typeError("the _handle attribute of the second argument must be an integer");
  }
  audit("ctypes.dlsym", library, name);
  const text = name instanceof PyBytes ? new TextDecoder().decode(name.bytes) : String(intOf(name) ?? textOf(name));
  throw attributeError(undefinedSymbol(text), NONE, NONE);
}

function construct(cls: PyType, args: Value[]): Value {
  if (args.length === 0) return newData(cls);
  const [first] = args;
  if (first instanceof PyTuple) fromLibrary(first);
  const self = newData(cls);
  const address = intOf(first);
  if (address !== undefined) {
    storeAddress(self.place, address);
    return self;
  }
  if (!isCallable(first)) throw typeError("argument must be callable or integer function address");
  const { argtypes, restype } = prototype(self);
  if (argtypes === undefined) throw typeError("cannot construct instance of this class: no argtypes");
  if (restype !== undefined && restype !== NONE && ctypeOf(restype)?.code === undefined) {
    throw typeError("invalid result type for callback function");
  }
  const thunk = new PyCThunk(first, argtypes, restype ?? NONE);
  storeAddress(self.place, thunk.block.address);
  keepReference(self, 0, thunk);
  return self;
}

/** The bytes that the function finds, and what must live until it returns. */
function convert(value: Value, position: number): PyCArgument {
  if (value instanceof PyCArgument) return value;
  if (value instanceof PyCData) return ofData(value);
  if (value === NONE) return pointerArgument("P", 0, undefined);
  const int = intOf(value);
  if (int !== undefined) {
    if (BigInt.asUintN(64, BigInt(int)) !== BigInt(int) && BigInt.asIntN(64, BigInt(int)) !== BigInt(int)) {
      throw overflowError("int too long to convert");
    }
    return intArgument(BigInt(int));
  }
  if (value instanceof PyBytes) return pointerArgument("z", blockOfBytes(value).address, value);
  if (textOf(value) !== undefined) {
    const capsule = capsuleOfText(value);
    return pointerArgument("Z", capsule.block.address, capsule);
  }
  const parameter = lookupAttr(value, "_as_parameter_");
  if (parameter !== undefined) return convert(parameter, position);
  throw typeError(`Don't know how to convert parameter ${position}`);
}

function ofData(data: PyCData): PyCArgument {
  const { kind, code } = requiredCType(data.cls);
  if (kind === "array") return pointerArgument("P", data.address, data);
  if (kind === "pointer" || kind === "function") return pointerArgument("P", loadAddress(data.place), data);
  const bytes = new Uint8Array(Math.max(8, data.size));
  bytes.set(data.bytes);
  return new PyCArgument(code?.letter ?? "V", bytes, data);
}

function convertAll(args: readonly Value[], argtypes: PyTuple | undefined): PyCArgument[] {
  if (args.length > MOST_ARGUMENTS) {
    throw raiseArgumentError(`too many arguments (${args.length}), maximum is ${MOST_ARGUMENTS}`);
  }
  return args.map((arg, index) => {
    const type = argtypes?.items[index];
    try {
      return convert(type === undefined ? arg : callWith(getAttr(type, "from_param"), [arg]), index + 1);
    } catch (error) {
      throw extended(error, ARGUMENT_ERROR, `argument ${index + 1}: `);
    }
  });
}

function resultOf(restype: Value | undefined, bytes: Uint8Array): Value {
  const asInt = (): number => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(0, true);
  if (restype === undefined) return asInt();
  if (restype === NONE) return NONE;
  const info = ctypeOf(restype);
  if (info === undefined) return callWith(restype, [asInt()]);
  const code = directCode(restype as PyType);
  const value = code?.get(placeIn(new Block(bytes)), info.size) ?? copyOfData(restype as PyType, bytes);
  const checker = lookupAttr(restype, "_check_retval_");
  return checker === undefined ? value : callWith(checker, [value]);
}

function callFunction(self: Value, args: Value[], kwnames: readonly string[] | undefined): Value {
  const data = self as PyCData;
  const given = args.slice(0, args.length - (kwnames?.length ?? 0));
  const known = prototype(data);
  const argtypes = data.settings?.argtypes ?? known.argtypes;
  const required = argtypes?.items.length ?? 0;
  if (given.length < required) {
    const s = required === 1 ? "" : "s";
    throw typeError(`this function takes at least ${required} argument${s} (${given.length} given)`);
  }
  const converted = convertAll(given, argtypes);
  const place = placeAt(loadAddress(data.place));
  const run = functionAt(place);
  if (run === undefined) {
    memoryAt(place, 1);
    throw raise("OSError", `exception: access violation executing 0x${loadAddress(data.place).toString(16)}`);
  }
  const result = resultOf(data.settings?.restype ?? known.restype, run(converted.map(({ bytes }) => bytes)));
  const errcheck = data.settings?.errcheck;
  return errcheck === undefined ? result : callWith(errcheck, [result, data, tuple(given)]);
}

completeType<PyCData>(FUNCTION, {
  base: C_DATA,
  module: "_ctypes",
  doc: "Function Pointer",
  traits: { basetype: true, mutable: true },
  slots: {
    __new__: (cls, args, kwnames) => construct(cls, args.slice(0, args.length - (kwnames?.length ?? 0))),
    __repr__: (self) => `<${shownTypeName(self)} object at ${addressText(self)}>`,
    __call__: callFunction as never,
    __bool__: (self) => loadAddress(self.place) !== 0n,
    __buffer__: bufferOf,
  },
  getset: {
    errcheck: [
      (self) => self.settings?.errcheck ?? NONE,
      (self, value) => {
        if (value !== undefined && !isCallable(value)) throw typeError("the errcheck attribute must be callable");
        settingsOf(self).errcheck = value;
      },
      "a function to check for errors",
    ],
    restype: [
      (self) => self.settings?.restype ?? prototype(self).restype ?? NONE,
      (self, value) => {
        if (value !== undefined && !isRestype(value)) {
          throw typeError("restype must be a type, a callable, or None");
        }
        settingsOf(self).restype = value;
      },
      "specify the result type",
    ],
    argtypes: [
      (self) => self.settings?.argtypes ?? prototype(self).argtypes ?? NONE,
      (self, value) => {
        const items = value instanceof PyList ? tuple([...value.items]) : value;
        settingsOf(self).argtypes = items === undefined || items === NONE ? undefined : argtypesOf(items);
      },
      "specify the argument types",
    ],
  },
});

const shownTypeName = (self: PyCData): string => typeOf(self).name;
