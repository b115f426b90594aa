/**
 * Structures and unions: `_fields_` becomes offsets as a C compiler has them (CPython Modules/_ctypes/_ctypes.c: PyCStructType,
 * UnionType; stgdict.c: PyCStructUnionType_update_stgdict).
 *
 * Trap: `_fields_` may be assigned after the class statement, once, and not any more when the type was used.
 */
import { getAttr, lookupAttr, setAttr } from "../../objects/kernel/attribute.ts";
import { TYPE, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { getItem, isSequence, length } from "../../objects/kernel/iterate.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, PyTuple } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { attributeError, PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import type { Slots } from "../../objects/kernel/slots.ts";
import { setTypeAttribute } from "../../objects/kernel/type-slots.ts";
import "./cdata.ts";
import { bufferOf } from "./buffer.ts";
import { type CType, ctypeOf, newData, type PyCData, requiredCType, setCType } from "./data.ts";
import { C_DATA, STRUCT_TYPE, STRUCTURE, UNION, UNION_TYPE } from "./declared.ts";
import { PyCField } from "./field.ts";
import { FieldLayout } from "./field-layout.ts";
import { completeMetatype } from "./metatypes.ts";

type Kind = "structure" | "union";

const blank = (kind: Kind): CType => ({
  kind,
  size: 0,
  alignment: 0,
  length: 0,
  format: "B",
  shape: [],
  item: undefined,
  code: undefined,
  hasPointer: false,
  isFinal: false,
  prototype: undefined,
});

const layOut =
  (kind: Kind) =>
  (cls: PyType): void => {
    if (cls.attributes.has("_abstract_")) return;
    setCType(cls, blank(kind));
    const fields = cls.attributes.get("_fields_");
    if (fields !== undefined) {
      // By the metaclass, which may exchange them: BigEndianStructure does.
      setAttr(cls, "_fields_", fields);
      return;
    }
    const base = cls.base === null ? undefined : ctypeOf(cls.base);
    if (base === undefined) return;
    // The base's fields are this type's now.
    base.isFinal = true;
    setCType(cls, { ...base, isFinal: false });
  };

interface GivenField {
  readonly name: string;
  readonly type: PyType;
  readonly width: number | undefined;
}

const badPair = (): PyError => typeError("'_fields_' must be a sequence of (name, C type) pairs");

function parseField(pair: Value, index: number): GivenField {
  if (!(pair instanceof PyTuple) || pair.items.length < 2 || pair.items.length > 3) throw badPair();
  const [nameValue, type, widthValue] = pair.items;
  const name = jsString(nameValue);
  const width = widthValue === undefined ? undefined : intOf(widthValue);
  if (name === undefined || (widthValue !== undefined && width === undefined)) throw badPair();
  if (ctypeOf(type) === undefined) {
    throw typeError(`second item in _fields_ tuple (index ${index}) must be a C type`);
  }
  return { name, type: type as PyType, width: width === undefined ? undefined : Number(width) };
}

/** A bit field must be of an int type, and fit. */
function checkWidth({ type, width }: GivenField): void {
  if (width === undefined) return;
  const { code, size } = requiredCType(type);
  if (code === undefined || !code.takesBits) throw typeError(`bit fields not allowed for type ${type.name}`);
  if (width <= 0 || width > size * 8) throw valueError("number of bits invalid for bit field");
}

function packingOf(cls: PyType): number {
  const given = lookupAttr(cls, "_pack_");
  if (given === undefined) return 0;
  const pack = intOf(given);
  if (pack === undefined || pack < 0 || pack > 0x7fffffff) throw valueError("_pack_ must be a non-negative integer");
  return Number(pack);
}

function fieldCount(fields: Value): number {
  try {
    if (isSequence(typeOf(fields))) return length(fields);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
  }
  throw typeError("'_fields_' must be a sequence of pairs");
}

function defineFields(cls: PyType, kind: Kind, fields: Value): void {
  const info = ctypeOf(cls);
  if (info === undefined) throw typeError("ctypes state is not initialized");
  const bigEndian = lookupAttr(cls, "_swappedbytes_") !== undefined;
  const pack = packingOf(cls);
  const count = fieldCount(fields);
  if (info.isFinal) throw attributeError("_fields_ is final", "_fields_", cls);
  const base = cls.base === null ? undefined : ctypeOf(cls.base);
  if (base !== undefined) base.isFinal = true;
  const layout = new FieldLayout(kind, pack, bigEndian, base);
  for (let i = 0; i < count; i++) {
    const field = parseField(getItem(fields, i), i);
    const type = requiredCType(field.type);
    info.hasPointer ||= type.hasPointer;
    type.isFinal = true;
    checkWidth(field);
    const place = layout.add(field.name, field.type, i, field.width);
    setTypeAttribute(cls, field.name, new PyCField(place));
  }
  info.isFinal = true;
  info.size = layout.size;
  info.alignment = layout.alignment;
  info.format = layout.format;
  info.length = count + (base?.length ?? 0);
  info.hasPointer ||= base?.hasPointer ?? false;
  liftAnonymous(cls);
}

/** The fields of the fields that `_anonymous_` names are this type's, too. */
function liftAnonymous(cls: PyType): void {
  const names = lookupAttr(cls, "_anonymous_");
  if (names === undefined) return;
  if (typeof names !== "string" && !isSequence(typeOf(names))) throw typeError("_anonymous_ must be a sequence");
  const count = length(names);
  for (let i = 0; i < count; i++) {
    const name = jsString(getItem(names, i)) ?? "";
    const field = getAttr(cls, name);
    if (!(field instanceof PyCField)) {
      throw attributeError(`'${name}' is specified in _anonymous_ but not in _fields_`, name, cls);
    }
    field.isAnonymous = true;
    liftFields(cls, field, field.place.index, field.place.offset);
  }
}

function liftFields(cls: PyType, holder: PyCField, index: number, offset: number): void {
  const fields = getAttr(holder.place.type, "_fields_");
  if (!isSequence(typeOf(fields))) throw typeError("_fields_ must be a sequence");
  const count = length(fields);
  for (let i = 0; i < count; i++) {
    const name = jsString((getItem(fields, i) as PyTuple).items[0]) ?? "";
    const field = getAttr(holder.place.type, name);
    if (!(field instanceof PyCField)) throw typeError("unexpected type");
    const { place } = field;
    if (field.isAnonymous) liftFields(cls, field, index + place.index, offset + place.offset);
    else {
      const lifted = { ...place, index: index + place.index, offset: offset + place.offset };
      setTypeAttribute(cls, name, new PyCField(lifted));
    }
  }
}

const setTypeAttr = TYPE.slots.__setattr__ as NonNullable<Slots["__setattr__"]>;
const deleteTypeAttr = TYPE.slots.__delattr__ as NonNullable<Slots["__delattr__"]>;

for (const [metatype, kind, doc] of [
  [STRUCT_TYPE, "structure", "metatype for the CData Objects"],
  [UNION_TYPE, "union", "metatype for the CData Objects"],
] as const) {
  completeMetatype(metatype, {
    doc,
    layOut: layOut(kind),
    slots: {
      __setattr__: (cls, name, value) => {
        setTypeAttr(cls, name, value);
        if (name === "_fields_") defineFields(cls, kind, value);
      },
      __delattr__: (cls, name) => deleteTypeAttr(cls, name),
    },
  });
}

/** Positional arguments are the fields in their order, those of bases first. Gives how many were taken. */
function assignPositional(self: PyCData, cls: PyType, args: readonly Value[], keywords: PyDict, taken: number): number {
  let position = taken;
  const base = cls.base === null ? undefined : ctypeOf(cls.base);
  if (cls.base !== null && base !== undefined) {
    position = assignPositional(self, cls.base, args, keywords, position);
  }
  const fields = cls.attributes.get("_fields_");
  if (fields === undefined) return position;
  const count = requiredCType(cls).length - (base?.length ?? 0);
  for (let i = 0; i < count && position < args.length; i++) {
    const name = getItem(getItem(fields, i), 0);
    if (keywords.has(name)) throw typeError(`duplicate values for field ${reprText(name)}`);
    setAttr(self, jsString(name) ?? "", args[position]);
    position++;
  }
  return position;
}

function initialize(self: PyCData, args: Value[], keywords: PyDict): void {
  if (args.length > 0 && assignPositional(self, self.cls, args, keywords, 0) < args.length) {
    throw typeError("too many initializers");
  }
  for (const [name, value] of keywords.entries()) setAttr(self, jsString(name) ?? "", value);
}

for (const [type, doc] of [
  [STRUCTURE, "Structure base class"],
  [UNION, "Union base class"],
] as const) {
  completeType<PyCData>(type, {
    base: C_DATA,
    module: "_ctypes",
    doc,
    traits: { basetype: true, mutable: true },
    slots: { __new__: (cls) => newData(cls), __buffer__: bufferOf },
    initialize: ["~($self, /, *args, **kwargs)", initialize],
  });
}
