/**
 * Simple C types: `class c_int(_SimpleCData): _type_ = "i"` (CPython Modules/_ctypes/_ctypes.c: PyCSimpleType, Simple_Type).
 *
 * Trap: instances of a class derived from c_int or its like are not turned into ints where fields are read.
 */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { Definition, PyClassMethodDescriptor } from "../../objects/kernel/builtin.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { addressText } from "../../objects/kernel/identity.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, PyBytes, textOf, tuple } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { attributeError, PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { setTypeAttribute } from "../../objects/kernel/type-slots.ts";
import { PyCArgument, pointerArgument, simpleArgument } from "./argument.ts";
import { blockOfBytes, CODE_BY_LETTER, type Code, capsuleOfText, TYPE_LETTERS } from "./codes.ts";
import {
  concreteCType,
  ctypeOf,
  isDerivedSimple,
  isInstanceOf,
  keepReference,
  loadAddress,
  newData,
  PyCData,
  requiredCType,
  setCType,
} from "./data.ts";
import "./cdata.ts";
import { bufferOf } from "./buffer.ts";
import { ARRAY_TYPE, C_DATA, FUNCTION, POINTER_TYPE, SIMPLE, SIMPLE_TYPE, UNWRITTEN_DOC } from "./declared.ts";
import { completeMetatype, makeType } from "./metatypes.ts";

/** The code that the class's `_type_` names. */
function codeOf(cls: PyType): Code {
  const letter = lookupAttr(cls, "_type_");
  if (letter === undefined) {
    throw attributeError("class must define a '_type_' attribute", NONE, NONE);
  }
  const text = jsString(letter);
  if (text === undefined) throw typeError("class must define a '_type_' string attribute");
  if (text.length !== 1) {
    throw valueError("class must define a '_type_' attribute which must be a string of length 1");
  }
  if (!TYPE_LETTERS.includes(text)) {
    throw attributeError(
      `class must define a '_type_' attribute which must be\na single character string containing one of '${TYPE_LETTERS}'.`,
      NONE,
      NONE,
    );
  }
  const code = CODE_BY_LETTER.get(text);
  if (code === undefined) throw valueError(`_type_ '${text}' not supported`);
  return code;
}

function describe(cls: PyType, code: Code): void {
  setCType(cls, {
    kind: "simple",
    size: code.size,
    alignment: code.alignment,
    length: 0,
    format: code.format,
    shape: [],
    item: undefined,
    code,
    hasPointer: "zZPO".includes(code.letter),
    isFinal: false,
    prototype: undefined,
  });
}

/** Types that `from_param` of pointers to characters and to anything knows more of. */
const POINTER_PARAMETERS: Readonly<Record<string, (cls: PyType, value: Value) => Value>> = {
  z: (cls, value) => textParameter(cls, value, "z", "c"),
  Z: (cls, value) => textParameter(cls, value, "Z", "u"),
  P: addressParameter,
};

/** Is it an array of, or a pointer to, characters of this code? */
function holdsCharacters(value: Value, letter: string): boolean {
  if (!(value instanceof PyCData)) return false;
  const { kind, item } = requiredCType(value.cls);
  return (kind === "array" || kind === "pointer") && item !== undefined && ctypeOf(item)?.code?.letter === letter;
}

/** None, a text, or what points to characters. */
function textParameter(cls: PyType, value: Value, letter: "z" | "Z", character: string): Value {
  if (value === NONE) return NONE;
  if (letter === "z" ? value instanceof PyBytes : textOf(value) !== undefined) {
    return simpleArgument(requiredCType(cls).code as Code, value);
  }
  if (isInstanceOf(value, cls) || holdsCharacters(value, character)) return value;
  // What byref() made of a single character.
  if (value instanceof PyCArgument && value.object instanceof PyCData) {
    if (value.tag === letter || requiredCType(value.object.cls).code?.letter === character) return value;
  }
  return viaParameter(value, (parameter) => textParameter(cls, parameter, letter, character));
}

function viaParameter(value: Value, convert: (parameter: Value) => Value, error?: unknown): Value {
  const parameter = lookupAttr(value, "_as_parameter_");
  if (parameter !== undefined) return convert(parameter);
  throw error ?? typeError("wrong type");
}

/** `void *` takes whatever has an address. */
function addressParameter(cls: PyType, value: Value): Value {
  if (value === NONE) return NONE;
  if (intOf(value) !== undefined) return pointerArgument("P", BigInt(intOf(value) as number | bigint), undefined);
  if (value instanceof PyBytes) return pointerArgument("z", blockOfBytes(value).address, value);
  if (textOf(value) !== undefined) {
    const capsule = capsuleOfText(value);
    return pointerArgument("Z", capsule.block.address, capsule);
  }
  if (isInstanceOf(value, cls)) return value;
  if (value instanceof PyCData) {
    const metatype = value.cls.cls;
    if (isTypeOf(metatype, ARRAY_TYPE) || isTypeOf(metatype, POINTER_TYPE)) return value;
    if (isInstanceOf(value, FUNCTION)) return pointerArgument("P", loadAddress(value.place), value);
    const letter = requiredCType(value.cls).code?.letter;
    if (letter === "z" || letter === "Z") return pointerArgument(letter, loadAddress(value.place), value);
  }
  if (value instanceof PyCArgument && value.tag === "P") return value;
  return viaParameter(value, (parameter) => addressParameter(cls, parameter));
}

const isTypeOf = (metatype: PyType, wanted: PyType): boolean => metatype.mro.includes(wanted);

function fromParameter(cls: PyType, value: Value): Value {
  if (isInstanceOf(value, cls)) return value;
  const code = concreteCType(cls).code as Code;
  try {
    return simpleArgument(code, value);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return viaParameter(value, (parameter) => fromParameter(cls, parameter), error);
  }
}

/** The same type with its bytes in the other order, as `__ctype_be__`. */
function addSwapped(cls: PyType, code: Code): void {
  const { swapped } = code;
  if (swapped === undefined) return;
  const namespace = new PyDict();
  for (const [name, value] of cls.attributes) {
    if (name !== "__dict__" && name !== "__weakref__" && value !== NONE) namespace.set(name, value);
  }
  namespace.set("__qualname__", cls.qualname);
  const bare = makeType(SIMPLE_TYPE, [`${cls.name}_be`, tuple([...cls.bases]), namespace], undefined) as PyType;
  describe(bare, swapped);
  setTypeAttribute(cls, "__ctype_be__", bare);
  setTypeAttribute(cls, "__ctype_le__", cls);
  setTypeAttribute(bare, "__ctype_le__", cls);
  setTypeAttribute(bare, "__ctype_be__", bare);
}

function layOut(cls: PyType): void {
  const code = codeOf(cls);
  describe(cls, code);
  const convert = cls.base === SIMPLE ? POINTER_PARAMETERS[code.letter] : undefined;
  if (convert !== undefined) {
    const definition = new Definition(
      "from_param",
      `${cls.name}.from_param`,
      "~($type, value, /)",
      FROM_PARAM,
      convert,
    );
    setTypeAttribute(cls, "from_param", new PyClassMethodDescriptor(cls, definition));
  }
  if (cls.cls === SIMPLE_TYPE) addSwapped(cls, code);
}

const FROM_PARAM = "Convert a Python object into a function call parameter.";

completeMetatype(SIMPLE_TYPE, {
  doc: "metatype for the PyCSimpleType Objects",
  layOut,
  methods: { from_param: ["~($self, value, /)", FROM_PARAM, fromParameter] },
});

function getValue(self: PyCData): Value {
  const { code, size } = requiredCType(self.cls);
  return (code as Code).get(self.place, size);
}

function setValue(self: PyCData, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete attribute");
  const { code, size } = requiredCType(self.cls);
  keepReference(self, 0, (code as Code).set(self.place, value, size));
}

function repr(self: PyCData): string {
  if (self.cls.base !== SIMPLE) return `<${self.cls.name} object at ${addressText(self)}>`;
  return `${self.cls.name}(${reprText(getValue(self))})`;
}

completeType<PyCData>(SIMPLE, {
  base: C_DATA,
  module: "_ctypes",
  doc: UNWRITTEN_DOC,
  traits: { basetype: true, mutable: true },
  slots: {
    __new__: (cls) => newData(cls),
    __repr__: repr,
    __bool__: (self) => self.bytes.some((byte) => byte !== 0),
    __buffer__: bufferOf,
  },
  initialize: [
    "~($self, value=<unrepresentable>, /)",
    (self: PyCData, value: Value | undefined) => {
      if (value !== undefined) setValue(self, value);
    },
  ],
  methods: {
    __ctypes_from_outparam__: [
      "~($self, /)",
      undefined,
      (self: PyCData) => (isDerivedSimple(typeOf(self)) ? self : getValue(self)),
    ],
  },
  getset: { value: [getValue, setValue, "current value"] },
});
