/**
 * Making bytes and bytearrays of other values: bytes(...), bytearray(...), `__bytes__` (CPython
 * Objects/bytesobject.c: bytes_new_impl, PyBytes_FromObject, PyObject_Bytes).
 */
import { callSpecial } from "../kernel/call.ts";
import { BYTEARRAY, BYTES, isInstance, STR, typeName, typeOf } from "../kernel/core-types.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { iter, next } from "../kernel/iterate.ts";
import { toSsize } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { EMPTY_BYTES, PyByteArray, PyBytes } from "../kernel/payload.ts";
import { memoryError, PyError, suppress, typeError, valueError } from "../kernel/raise.ts";
import { Signature } from "../kernel/signature.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { contiguousBytes, exportView, hasBuffer, releaseView } from "./buffer.ts";
import { checkCodecName, encodeStr } from "./str-codecs.ts";

/** Node's and the browsers' limit for one array. */
export const MAX_BYTES = 0xffffffff;

/** A new array of zeros, or MemoryError. */
export function newBytes(length: number): Uint8Array {
  if (length > MAX_BYTES) throw memoryError();
  try {
    return new Uint8Array(length);
  } catch (error) {
    if (error instanceof RangeError) throw memoryError();
    throw error;
  }
}

/** A bytes value of these bytes; the empty one is always the same object. */
export function bytesValue(bytes: Uint8Array): PyBytes {
  return bytes.length === 0 ? EMPTY_BYTES : new PyBytes(bytes);
}

const SIGNATURE = new Signature("(source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)");

export interface SourceArguments {
  source: Value | undefined;
  encoding: Value | undefined;
  errors: Value | undefined;
}

/** The arguments of bytes() and bytearray(), checked. */
export function sourceArguments(name: string, args: Value[], kwnames: KeywordNames): SourceArguments {
  const [source, encoding, errors] = SIGNATURE.bind(name, name, args, kwnames) as (Value | undefined)[];
  if (encoding !== undefined) checkCodecName(name, "encoding", encoding);
  if (errors !== undefined) checkCodecName(name, "errors", errors);
  return { source, encoding, errors };
}

/** `bytes.__new__`. */
export function newBytesObject(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const result = args.length === 0 ? EMPTY_BYTES : fromArguments(sourceArguments("bytes", args, kwnames));
  return cls === BYTES ? result : new PyBytes(result.bytes, cls);
}

function fromArguments({ source, encoding, errors }: SourceArguments): PyBytes {
  if (source === undefined || encoding !== undefined || errors !== undefined) {
    if (encoding !== undefined && source !== undefined && isInstance(source, STR)) {
      return encodeStr(source, encoding, errors);
    }
    if (encoding !== undefined) throw typeError("encoding without a string argument");
    if (errors !== undefined) {
      const isText = source !== undefined && isInstance(source, STR);
      throw typeError(isText ? "string argument without an encoding" : "errors without a string argument");
    }
    return EMPTY_BYTES;
  }
  const special = specialBytes(source);
  if (special !== undefined) return special;
  if (isInstance(source, STR)) throw typeError("string argument without an encoding");
  const count = countArgument(source);
  return count === undefined ? bytesFromObject(source) : bytesValue(newBytes(count));
}

/** The number of zeros that an int argument asks for; undefined if the argument is no int. */
export function countArgument(source: Value): number | undefined {
  if (typeOf(source).slots.__index__ === undefined) return undefined;
  const count = suppress(EXCEPTIONS.TypeError, () => toSsize(source, "OverflowError"));
  if (count !== undefined && count < 0) throw valueError("negative count");
  return count;
}

/** What `__bytes__` gives; undefined if there is none. */
function specialBytes(value: Value): PyBytes | undefined {
  if (value instanceof PyBytes && value.cls === BYTES) return value;
  const result = callSpecial(value, "__bytes__", []);
  if (result === undefined) return undefined;
  if (!(result instanceof PyBytes)) throw typeError(`__bytes__ returned non-bytes (type ${typeName(result)})`);
  return result;
}

/** PyObject_Bytes: the bytes of anything with `__bytes__` or a buffer, or of an iterable of ints. */
export function bytesOf(value: Value): Uint8Array {
  return (specialBytes(value) ?? bytesFromObject(value)).bytes;
}

/** PyBytes_FromObject: from a buffer or an iterable of ints. */
export function bytesFromObject(value: Value): PyBytes {
  if (value instanceof PyBytes && value.cls === BYTES) return value;
  if (hasBuffer(value)) return bytesValue(copyOfBuffer(value));
  if (isInstance(value, STR)) throw typeError(`cannot convert '${typeName(value)}' object to bytes`);
  return bytesValue(bytesFromIterable(value, "bytes", "bytes must be in range(0, 256)"));
}

/** A copy of the bytes of a buffer. */
export function copyOfBuffer(value: Value): Uint8Array {
  if (value instanceof PyByteArray && value.cls === BYTEARRAY) return value.buffer.slice(0, value.length);
  const view = exportView(value);
  try {
    return contiguousBytes(view).slice();
  } finally {
    if (view !== value) releaseView(view);
  }
}

/** The bytes that an iterable of ints gives; TypeError "cannot convert ... to `kind`" if it is none. */
export function bytesFromIterable(value: Value, kind: string, rangeMessage: string): Uint8Array {
  const bytes: number[] = [];
  forEachByte(value, kind, rangeMessage, (byte) => bytes.push(byte));
  return Uint8Array.from(bytes);
}

/** Each of these bytes as it comes. */
export function forEachByte(value: Value, kind: string, rangeMessage: string, take: (byte: number) => void): void {
  let iterator: Value;
  try {
    iterator = iter(value);
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.TypeError))) throw error;
    throw typeError(`cannot convert '${typeName(value)}' object to ${kind}`);
  }
  for (let item = next(iterator); item !== undefined; item = next(iterator)) take(byteOf(item, rangeMessage));
}

/** An int from 0 to 255; ValueError(`message`) if it is out of this range. */
export function byteOf(value: Value, message = "byte must be in range(0, 256)"): number {
  const byte = toSsize(value, undefined);
  if (byte < 0 || byte > 255) throw valueError(message);
  return byte;
}
