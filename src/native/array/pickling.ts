/** Pickling of arrays: `__reduce_ex__` and `_array_reconstructor` (CPython Modules/arraymodule.c). */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { call, callWith } from "../../objects/kernel/call.ts";
import { isSubtype, NONE, typeName } from "../../objects/kernel/core-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, PyBytes, PyFloat, PyList, tuple } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { decodeHandler, runCodec, strFromDecoded } from "../../objects/types/codec-errors.ts";
import { decodeUtf16, decodeUtf32 } from "../../util/codecs/utf16.ts";
import { intFromBytes } from "../../util/int-text.ts";
import { KIND_BY_TYPECODE, KINDS } from "./kinds.ts";
import { ARRAY, PyArray } from "./payload.ts";

/** What the items of a machine format are, and in which byte order. */
interface MachineFormat {
  /** What the length must be a multiple of. */
  readonly size: number;
  readonly content: "unsigned" | "signed" | "float" | "utf16" | "utf32";
  readonly little: boolean;
}

const pair = (size: number, content: MachineFormat["content"]): MachineFormat[] => [
  { size, content, little: true },
  { size, content, little: false },
];

const FORMATS: readonly MachineFormat[] = [
  { size: 1, content: "unsigned", little: true },
  { size: 1, content: "signed", little: true },
  ...pair(2, "unsigned"),
  ...pair(2, "signed"),
  ...pair(4, "unsigned"),
  ...pair(4, "signed"),
  ...pair(8, "unsigned"),
  ...pair(8, "signed"),
  ...pair(4, "float"),
  ...pair(8, "float"),
  ...pair(4, "utf16"),
  ...pair(8, "utf32"),
];

export function reduce(self: PyArray, protocol: Value): Value {
  if (typeof protocol !== "number" && typeof protocol !== "bigint") {
    throw typeError("__reduce_ex__ argument should be an integer");
  }
  const dict = lookupAttr(self, "__dict__") ?? NONE;
  const { kind } = self;
  if (toIndex(protocol) < 3) {
    return tuple([self.cls, tuple([kind.typecode, new PyList(self.values())]), dict]);
  }
  const reconstructor = lookupAttr(hooks.importModule("array"), "_array_reconstructor") ?? NONE;
  const bytes = new PyBytes(self.bytes.slice());
  return tuple([reconstructor, tuple([self.cls, kind.typecode, kind.machineFormat, bytes]), dict]);
}

/** `_array_reconstructor(arraytype, typecode, mformat_code, items)`. */
export function reconstruct(arrayType: Value, typecode: Value, formatCode: Value, items: Value): Value {
  if (!(arrayType instanceof PyType)) {
    throw typeError(`first argument must be a type object, not ${typeName(arrayType)}`);
  }
  const letter = jsString(typecode);
  if (letter === undefined || letter.length !== 1) {
    throw typeError(`_array_reconstructor() argument 2 must be a unicode character, not ${typeName(typecode)}`);
  }
  const code = intArgument(formatCode);
  if (!isSubtype(arrayType, ARRAY)) throw typeError(`${arrayType.name} is not a subtype of array.array`);
  const kind = KIND_BY_TYPECODE.get(letter);
  if (kind === undefined) throw valueError("second argument must be a valid type code");
  const format = FORMATS[code];
  if (format === undefined) throw valueError("third argument must be a valid machine format code.");
  if (!(items instanceof PyBytes)) throw typeError(`fourth argument should be bytes, not ${typeName(items)}`);
  if (kind.machineFormat === code) {
    const array = call(arrayType, letter);
    if (array instanceof PyArray) array.appendBytes(items.bytes);
    return array;
  }
  if (items.bytes.length % format.size !== 0) throw valueError("string length not a multiple of item size");
  return convert(arrayType, letter, format, items.bytes);
}

function convert(arrayType: PyType, letter: string, format: MachineFormat, bytes: Uint8Array): Value {
  const { size, content, little } = format;
  if (content === "utf16" || content === "utf32") {
    const decode = content === "utf16" ? decodeUtf16 : decodeUtf32;
    const decoded = runCodec(() => decode(bytes, little ? "little" : "big", decodeHandler("strict")));
    return callWith(arrayType, [letter, strFromDecoded(decoded.text)]);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: Value[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    if (content === "float") {
      values.push(new PyFloat(size === 4 ? view.getFloat32(at, little) : view.getFloat64(at, little)));
    } else {
      values.push(intFromBytes(bytes.subarray(at, at + size), little ? "little" : "big", content === "signed"));
    }
  }
  const signed = content === "signed";
  const own =
    content === "float" ? letter : KINDS.findLast((k) => k.integer && k.size === size && k.signed === signed)?.typecode;
  return callWith(arrayType, [own ?? letter, new PyList(values)]);
}
