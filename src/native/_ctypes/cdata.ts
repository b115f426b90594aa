/** _CData, the base of all C data, and the types that Python code meets but cannot make (CPython Modules/_ctypes/_ctypes.c). */
import { getAttr, instanceDict } from "../../objects/kernel/attribute.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { completeType, type MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { addressText } from "../../objects/kernel/identity.ts";
import { toArray } from "../../objects/kernel/iterate.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { PyBytes, tuple } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { checkTupleCount } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { bufferOf } from "./buffer.ts";
import type { PyCapsule } from "./codes.ts";
import { type PyCData, requiredCType } from "./data.ts";
import { C_DATA, CAPSULE, UNWRITTEN_DOC } from "./declared.ts";

function reduce(self: PyCData): Value {
  if (requiredCType(self.cls).hasPointer) throw valueError("ctypes objects containing pointers cannot be pickled");
  const unpickle = getAttr(hooks.importModule("_ctypes"), "_unpickle");
  const attributes = instanceDict(self) ?? new PyDict();
  return tuple([unpickle, tuple([self.cls, tuple([attributes, new PyBytes(self.bytes.slice())])])]);
}

function setState(self: PyCData, args: Value[]): void {
  checkTupleCount(args.length, 2, 2);
  const [attributes, data] = args;
  if (!(attributes instanceof PyDict)) {
    throw typeError(`${typeName(self)}.__setstate__() argument 1 must be dict, not ${typeName(attributes)}`);
  }
  const bytes = getBuffer(data);
  self.bytes.set(bytes.subarray(0, self.size));
  const own = instanceDict(self);
  for (const [name, value] of attributes.entries()) own?.set(name, value);
}

completeType<PyCData>(C_DATA, {
  module: "_ctypes",
  doc: UNWRITTEN_DOC,
  traits: { basetype: true, noConstructor: true },
  slots: {
    __hash__: () => {
      throw typeError("unhashable type");
    },
    __buffer__: bufferOf,
  },
  methods: {
    __ctypes_from_outparam__: ["~($self, /)", undefined, (self: PyCData) => self],
    __reduce__: ["~($self, /)", undefined, reduce],
    __setstate__: ["~($self, /, *args)", undefined, setState],
  },
  members: {
    _b_base_: [(self) => self.base ?? NONE, undefined, "the base object"],
    _b_needsfree_: [(self) => (self.ownsMemory ? 1 : 0), undefined, "whether the object owns the memory or not"],
    _objects: [(self) => self.objects ?? NONE, undefined, "internal objects tree (NEVER CHANGE THIS OBJECT!)"],
  },
});

completeType<PyCapsule>(CAPSULE, {
  slots: { __repr__: (self) => `<capsule object "_ctypes/cfield.c pymem" at ${addressText(self)}>` },
});

/** How pickles are read again: an empty instance, then its state. */
export const UNPICKLE: MethodRow = [
  "~($module, /, *args)",
  undefined,
  (args: Value[]) => {
    checkTupleCount(args.length, 2, 2);
    const [type, state] = args;
    if (!(type instanceof PyType)) throw typeError("_unpickle() argument 1 must be a type");
    const made = callWith(getAttr(type, "__new__"), [type]);
    callWith(getAttr(made, "__setstate__"), toArray(state));
    return made;
  },
];
