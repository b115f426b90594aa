/** The `%` operator of bytes and bytearray: what differs from str's (see str-percent.ts). */
import type { Text } from "../../bytecode/constants.ts";
import { callSpecial } from "../kernel/call.ts";
import { isInstance, STR, typeName } from "../kernel/core-types.ts";
import { toDouble } from "../kernel/number.ts";
import type { Value } from "../kernel/object.ts";
import { PyBytes } from "../kernel/payload.ts";
import { PyError, typeError } from "../kernel/raise.ts";
import { getBuffer, hasBuffer, isBytesOrByteArray } from "./buffer.ts";
import { characterCode, type Flavour, isFormatMapping, percentFormat } from "./str-percent.ts";
import { asciiText } from "./str-repr.ts";
import { unitsToString } from "./text.ts";

const toBytes = (text: Text): Uint8Array => Uint8Array.from(text as string, (c) => c.charCodeAt(0));

const BYTES_FLAVOUR: Flavour = {
  name: "bytes",
  precisionTooBig: "prec too big",
  objectCodes: "sbra",
  key: (text) => new PyBytes(toBytes(text)),
  object: (value, code) => (code === "r" || code === "a" ? asciiText(value) : unitsToString(bytesArgument(value))),
  character: (value) => {
    const message = "%c requires an integer in range(256) or a single byte";
    if (isBytesOrByteArray(value)) {
      const bytes = getBuffer(value);
      if (bytes.length !== 1) throw typeError(message);
      return String.fromCharCode(bytes[0]);
    }
    return String.fromCharCode(characterCode(value, 255, message, "%c arg not in range(256)"));
  },
  float: (value) => {
    try {
      return toDouble(value);
    } catch (error) {
      // Whatever the reason was.
      if (error instanceof PyError) throw typeError(`float argument required, not ${typeName(value)}`);
      throw error;
    }
  },
};

function bytesArgument(value: Value): Uint8Array {
  if (value instanceof PyBytes) return value.bytes;
  const result = isBytesOrByteArray(value) ? undefined : callSpecial(value, "__bytes__", []);
  if (result !== undefined) {
    if (result instanceof PyBytes) return result.bytes;
    throw typeError(`__bytes__ returned non-bytes (type ${typeName(result)})`);
  }
  if (hasBuffer(value)) return getBuffer(value);
  throw typeError(`%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`);
}

/** `format % argument` of bytes. */
export function percentBytes(format: Uint8Array, argument: Value): Uint8Array {
  const isMapping = isFormatMapping(argument) && !isBytesOrByteArray(argument) && !isInstance(argument, STR);
  return toBytes(percentFormat(unitsToString(format), argument, BYTES_FLAVOUR, isMapping));
}
