/**
 * marshal (CPython Python/marshal.c): the Python face of bytecode/marshal*.ts. Plain data goes past those: write-data.ts
 * and read-data.ts work on the values themselves, and leave all that is unusual to them.
 */
import type { Plain } from "../../bytecode/constants.ts";
import { readUnchanging } from "../../bytecode/marshalcode.ts";
import { MarshalError } from "../../bytecode/marshalformat.ts";
import { readMarshal, readMarshalFrom } from "../../bytecode/marshalreader.ts";
import { MARSHAL_VERSION, writeMarshal } from "../../bytecode/marshalwriter.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { audit, auditing } from "../../objects/kernel/audit.ts";
import { call } from "../../objects/kernel/call.ts";
import { typeName } from "../../objects/kernel/core-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyByteArray, PyBytes } from "../../objects/kernel/payload.ts";
import { raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { getBuffer, PyMemoryView, viewOfByteArray } from "../../objects/types/buffer.ts";
import { marshalledOfValue, valueOfData } from "../../objects/types/constant-values.ts";
import { unicodeDecodeError } from "../../objects/types/exceptions/unicode_error.ts";
import { concatenate } from "../../util/binary/concatenate.ts";
import { readData } from "./read-data.ts";
import { writeData } from "./write-data.ts";

function serialize(value: Value, version: Value = MARSHAL_VERSION): Uint8Array {
  audit("marshal.dumps", value, version);
  if (typeof version === "number" && version === MARSHAL_VERSION) {
    const data = writeData(value);
    if (data !== undefined) return data;
  }
  const plain: Plain | undefined = marshalledOfValue(value);
  if (plain === undefined) throw valueError("unmarshallable object");
  return rethrow(() => writeMarshal(plain, Number(toIndex(version))));
}

/** Turn a problem of the stream into the Python exception it names. */
function rethrow<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof MarshalError)) throw error;
    if (error.pythonType === "UnicodeDecodeError") {
      throw unicodeDecodeError("utf-8", new PyBytes(new Uint8Array(0)), 0, 0, error.message);
    }
    throw raise(error.pythonType, error.message);
  }
}

function loads(bytes: Value): Value {
  const buffer = getBuffer(bytes);
  if (auditing.hooks.length > 0) audit("marshal.loads", new PyBytes(buffer.slice()));
  const data = readData(buffer);
  if (data !== undefined) return data;
  return valueOfData(rethrow(() => (isUnchanging(bytes) ? readUnchanging(buffer) : readMarshal(buffer).value)));
}

/** bytes, or a view of some, as importlib has it. */
function isUnchanging(value: Value): boolean {
  return value instanceof PyBytes || (value instanceof PyMemoryView && value.managed.exporter instanceof PyBytes);
}

/** What is asked of a stream at once: a size in the data may lie. */
const CHUNK = 1 << 20;

/** Read one value from a file object, and leave the file right after it. */
function load(file: Value): Value {
  audit("marshal.load");
  const nothing = call(getAttr(file, "read"), 0);
  if (!(nothing instanceof PyBytes)) throw typeError(`file.read() returned not bytes but ${typeName(nothing)}`);
  return valueOfData(rethrow(() => readMarshalFrom((size) => readExactly(file, size))));
}

/** The next `size` bytes of a file object by its readinto(), fewer at its end. */
function readExactly(file: Value, size: number): Uint8Array {
  if (size <= CHUNK) return readOnce(file, size);
  const parts: Uint8Array[] = [];
  for (let missing = size; missing > 0; missing -= CHUNK) {
    const wanted = Math.min(missing, CHUNK);
    const part = readOnce(file, wanted);
    parts.push(part);
    if (part.length < wanted) break;
  }
  return concatenate(parts);
}

function readOnce(file: Value, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const count = Number(toIndex(call(getAttr(file, "readinto"), viewOfByteArray(new PyByteArray(bytes)))));
  if (count > size) {
    throw valueError(`read() returned too much data: ${size} bytes requested, ${count} returned`);
  }
  return count < size ? bytes.subarray(0, Math.max(count, 0)) : bytes;
}

export default defineModule("marshal", {
  doc: "This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.\n\nNot all Python object types are supported; in general, only objects\nwhose value is independent from a particular invocation of Python can be\nwritten and read by this module. The following types are supported:\nNone, integers, floating-point numbers, strings, bytes, bytearrays,\ntuples, lists, sets, dictionaries, and code objects, where it\nshould be understood that tuples, lists and dictionaries are only\nsupported as long as the values contained therein are themselves\nsupported; and recursive lists and dictionaries should not be written\n(they will cause infinite loops).\n\nVariables:\n\nversion -- indicates the format that the module uses. Version 0 is the\n    historical format, version 1 shares interned strings and version 2\n    uses a binary format for floating-point numbers.\n    Version 3 shares common object references (New in version 3.4).\n\nFunctions:\n\ndump() -- write value to a file\nload() -- read value from a file\ndumps() -- marshal value as a bytes object\nloads() -- read value from a bytes-like object",
  constants: { version: MARSHAL_VERSION },
  functions: {
    dump: [
      "($module, value, file, version=version, /)",
      "Write the value on the open file.\n\n  value\n    Must be a supported type.\n  file\n    Must be a writeable binary file.\n  version\n    Indicates the data format that dump should use.\n\nIf the value has (or contains an object that has) an unsupported type, a\nValueError exception is raised - but garbage data will also be written\nto the file. The object will not be properly read back by load().",
      (value: Value, file: Value, version: Value | undefined) =>
        call(getAttr(file, "write"), new PyBytes(serialize(value, version))),
    ],
    load: [
      "($module, file, /)",
      "Read one value from the open file and return it.\n\n  file\n    Must be readable binary file.\n\nIf no valid value is read (e.g. because the data has a different Python\nversion's incompatible marshal format), raise EOFError, ValueError or\nTypeError.\n\nNote: If an object containing an unsupported type was marshalled with\ndump(), load() will substitute None for the unmarshallable type.",
      load,
    ],
    dumps: [
      "($module, value, version=version, /)",
      "Return the bytes object that would be written to a file by dump(value, file).\n\n  value\n    Must be a supported type.\n  version\n    Indicates the data format that dumps should use.\n\nRaise a ValueError exception if value has (or contains an object that has) an\nunsupported type.",
      (value: Value, version: Value | undefined) => new PyBytes(serialize(value, version)),
    ],
    loads: [
      "($module, bytes, /)",
      "Convert the bytes-like object to a value.\n\nIf no valid value is found, raise EOFError, ValueError or TypeError.  Extra\nbytes in the input are ignored.",
      loads,
    ],
  },
});
