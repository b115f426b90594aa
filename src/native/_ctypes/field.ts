/** Fields of structures and unions: descriptors that read and write a part of the memory (CPython Modules/_ctypes/cfield.c). */
import { completeType } from "../../objects/kernel/define.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { type Bits, CHARACTERS, WIDE_CHARACTERS } from "./codes.ts";
import { ctypeOf, dataAt, directCode, keepReference, PyCData, partOf, requiredCType, storeValue } from "./data.ts";
import { FIELD } from "./declared.ts";

export interface FieldPlace {
  readonly type: PyType;
  readonly index: number;
  readonly offset: number;
  readonly size: number;
  readonly bits: Bits | undefined;
}

export class PyCField extends PyObject {
  constructor(
    readonly place: FieldPlace,
    public isAnonymous = false,
  ) {
    super(FIELD);
  }
}

/** An array of characters is read as a text. */
function textRules(type: PyType): typeof CHARACTERS | undefined {
  const { kind, item } = requiredCType(type);
  if (kind !== "array" || item === undefined) return undefined;
  const letter = ctypeOf(item)?.code?.letter;
  return letter === "c" ? CHARACTERS : letter === "u" ? WIDE_CHARACTERS : undefined;
}

function get({ place }: PyCField, instance: PyCData): Value {
  const { type, index, offset, size, bits } = place;
  const where = partOf(instance, offset);
  const text = textRules(type);
  if (text !== undefined) return text.get(where, size);
  const code = directCode(type);
  return code === undefined ? dataAt(type, where, instance, index) : code.get(where, size, bits);
}

function set({ place }: PyCField, instance: PyCData, value: Value): void {
  const { type, index, offset, size, bits } = place;
  const where = partOf(instance, offset);
  const text = textRules(type);
  if (text !== undefined) text.set(where, value, size);
  else if (bits !== undefined && !(value instanceof PyCData)) requiredCType(type).code?.set(where, value, size, bits);
  else keepReference(instance, index, storeValue(type, value, where));
}

function expectData(instance: Value): PyCData {
  if (!(instance instanceof PyCData)) throw typeError("not a ctype instance");
  return instance;
}

function repr({ place }: PyCField): string {
  const { type, offset, size, bits } = place;
  if (bits === undefined) return `<Field type=${type.name}, ofs=${offset}, size=${size}>`;
  return `<Field type=${type.name}, ofs=${offset}:${bits.low}, bits=${bits.count}>`;
}

completeType<PyCField>(FIELD, {
  module: "_ctypes",
  doc: "Structure/Union member",
  traits: { noConstructor: true },
  slots: {
    __repr__: repr,
    __get__: (self, instance) => (instance === undefined ? self : get(self, expectData(instance))),
    __set__: (self, instance, value) => set(self, expectData(instance), value),
    __delete__: () => {
      throw typeError("can't delete attribute");
    },
  },
  getset: {
    offset: [({ place }) => place.offset, undefined, "offset in bytes of this field"],
    // Of a bit field: its width in the high half, its lowest bit in the low one.
    size: [
      ({ place: { size, bits } }) => (bits === undefined ? size : bits.count * 0x10000 + bits.low),
      undefined,
      "size in bytes of this field",
    ],
  },
});
