/**
 * Functions of _testcapi that ask one part of the runtime each (CPython Modules/_testcapimodule.c): codecs, dicts,
 * floats as bytes, marshal and files, unraisable exceptions, empty code objects.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { getItem, setItem } from "../../objects/kernel/iterate.ts";
import { toDouble } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { type PyBaseException, PyBytes, PyFloat, textOf, tuple } from "../../objects/kernel/payload.ts";
import { hashOf, reprText } from "../../objects/kernel/protocol.ts";
import { keyError, overflowError, raise, systemError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { doubleToHalf, halfToDouble } from "../../util/half-float.ts";

const ofModule = (module: string, name: string): Value => getAttr(hooks.importModule(module), name);

/** PyCodec_IncrementalEncoder, PyCodec_IncrementalDecoder */
function incremental(part: "incrementalencoder" | "incrementaldecoder") {
  return (encoding: Value, errors: Value | undefined): Value => {
    const make = getAttr(call(ofModule("_codecs", "lookup"), encoding), part);
    return errors === undefined ? call(make) : call(make, errors);
  };
}

/** _PyDict_GetItem_KnownHash */
function getItemKnownHash(dict: Value, key: Value, hash: Value): Value {
  if (!(dict instanceof PyDict)) throw systemError("bad argument to internal function");
  // Entries hold a part of the hash; a key that would have had another one is not in the dict.
  const found = hashOf(key) === hash ? dict.get(key) : undefined;
  if (found === undefined) throw keyError(key);
  return found;
}

interface SeenDict {
  readonly version: number;
  readonly epoch: number;
  readonly values: readonly (Value | undefined)[];
}

/** What a dict looked like when its version was last asked for. */
const seenDicts = new WeakMap<PyDict, SeenDict>();
let lastVersion = 0;

/**
 * The version tag of PEP 509: another number whenever the dict has changed since the last question, and never one of
 * another dict. A dict notes changes of its keys only (`epoch`), so its values are compared. Trap: values that were
 * changed and changed back in between count as unchanged.
 */
function dictVersion(dict: Value): Value {
  if (!(dict instanceof PyDict)) throw typeError(`argument 1 must be dict, not ${typeName(dict)}`);
  const { epoch, values } = dict;
  const seen = seenDicts.get(dict);
  if (seen?.epoch === epoch && seen.values.every((value, i) => value === values[i])) return seen.version;
  lastVersion++;
  seenDicts.set(dict, { version: lastVersion, epoch, values: values.slice() });
  return lastVersion;
}

/** PyFloat_Pack2, PyFloat_Pack4, PyFloat_Pack8 */
function floatPack(size: Value, value: Value, little: Value): Value {
  const count = intArgument(size);
  const x = toDouble(value);
  const bytes = new Uint8Array(count === 2 || count === 4 || count === 8 ? count : 0);
  const view = new DataView(bytes.buffer);
  const isLittle = isTrue(little);
  if (count === 2) {
    const bits = doubleToHalf(x);
    if (bits === undefined) throw overflowError("float too large to pack with e format");
    view.setUint16(0, bits, isLittle);
  } else if (count === 4) {
    if (Number.isFinite(x) && !Number.isFinite(Math.fround(x))) {
      throw overflowError("float too large to pack with f format");
    }
    view.setFloat32(0, x, isLittle);
  } else if (count === 8) view.setFloat64(0, x, isLittle);
  else throw valueError("size must 2, 4 or 8");
  return new PyBytes(bytes);
}

function floatUnpack(data: Value, little: Value): Value {
  const bytes = getBuffer(data);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLittle = isTrue(little);
  if (bytes.length === 2) return new PyFloat(halfToDouble(view.getUint16(0, isLittle)));
  if (bytes.length === 4) return new PyFloat(view.getFloat32(0, isLittle));
  if (bytes.length === 8) return new PyFloat(view.getFloat64(0, isLittle));
  throw valueError("data length must 2, 4 or 8 bytes");
}

/** Do something with an open file and close it. */
function withFile<T>(filename: Value, mode: string, use: (file: Value) => T): T {
  const file = call(ofModule("io", "open"), filename, mode);
  try {
    return use(file);
  } finally {
    call(getAttr(file, "close"));
  }
}

/** An integer of so many bytes and the position behind it. */
function readInteger(size: 2 | 4) {
  return (filename: Value): Value =>
    withFile(filename, "rb", (file) => {
      const bytes = getBuffer(call(getAttr(file, "read"), size));
      if (bytes.length < size) throw raise("EOFError", "EOF read where not expected");
      const view = new DataView(bytes.buffer, bytes.byteOffset, size);
      return tuple([size === 2 ? view.getInt16(0, true) : view.getInt32(0, true), size]);
    });
}

/** PyMarshal_WriteLongToFile: four bytes in every version of the format. */
function writeLong(value: Value, filename: Value): void {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, intArgument(value), true);
  withFile(filename, "wb", (file) => call(getAttr(file, "write"), new PyBytes(bytes)));
}

function writeObject(value: Value, filename: Value, version: Value): void {
  withFile(filename, "wb", (file) => call(ofModule("marshal", "dump"), value, file, version));
}

/** PyMarshal_ReadObjectFromFile leaves the file behind the object. */
function readObject(filename: Value): Value {
  return withFile(filename, "rb", (file) => {
    const object = call(ofModule("marshal", "load"), file);
    return tuple([object, call(getAttr(file, "tell"))]);
  });
}

/** PyMarshal_ReadLastObjectFromFile takes all there is. */
function readLastObject(filename: Value): Value {
  return withFile(filename, "rb", (file) => {
    const object = call(ofModule("marshal", "loads"), call(getAttr(file, "read")));
    return tuple([object, call(getAttr(file, "tell"))]);
  });
}

/** PyErr_WriteUnraisable, with a message of its own. */
function writeUnraisable(exception: Value, message: Value, object: Value): void {
  const text = message === NONE ? undefined : `Exception ignored ${textOf(message)}`;
  hooks.unraisable(exception as PyBaseException, text, object);
}

/** A `__get__` that calls the owner, which may end the descriptor meanwhile. */
function badGet(self: Value, _instance: Value, owner: Value): Value {
  call(owner);
  return reprText(self);
}

const ENCODING = "~($module, encoding, errors=<unrepresentable>, /)";

export const singleFunctions: Record<string, MethodRow> = {
  bad_get: ["~($module, self, obj, cls, /)", undefined, badGet],
  codec_incrementalencoder: [ENCODING, undefined, incremental("incrementalencoder")],
  codec_incrementaldecoder: [ENCODING, undefined, incremental("incrementaldecoder")],
  dict_getitem_knownhash: ["~($module, dict, key, hash, /)", undefined, getItemKnownHash],
  dict_get_version: ["~($module, dict, /)", undefined, dictVersion],
  float_pack: ["~($module, size, value, little, /)", undefined, floatPack],
  float_unpack: ["~($module, data, little, /)", undefined, floatUnpack],
  pymarshal_write_long_to_file: ["~($module, value, filename, version, /)", undefined, writeLong],
  pymarshal_write_object_to_file: ["~($module, obj, filename, version, /)", undefined, writeObject],
  pymarshal_read_short_from_file: ["~($module, filename, /)", undefined, readInteger(2)],
  pymarshal_read_long_from_file: ["~($module, filename, /)", undefined, readInteger(4)],
  pymarshal_read_object_from_file: ["~($module, filename, /)", undefined, readObject],
  pymarshal_read_last_object_from_file: ["~($module, filename, /)", undefined, readLastObject],
  PyBuffer_SizeFromFormat: [
    "~($module, format, /)",
    undefined,
    (format: Value) => call(ofModule("struct", "calcsize"), format),
  ],
  sequence_getitem: ["~($module, seq, i, /)", undefined, (sequence: Value, i: Value) => getItem(sequence, i)],
  sequence_setitem: [
    "~($module, seq, i, value, /)",
    undefined,
    (sequence: Value, i: Value, value: Value) => setItem(sequence, i, value),
  ],
  write_unraisable_exc: ["~($module, exc, err_msg, obj, /)", undefined, writeUnraisable],
};
