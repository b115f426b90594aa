/**
 * binascii: binary data as text and back (CPython Modules/binascii.c); the algorithms are in util/binary.
 */

import { typeName } from "../objects/kernel/core-types.ts";
import type { MethodRow } from "../objects/kernel/define.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { length } from "../objects/kernel/iterate.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString, PyBytes } from "../objects/kernel/payload.ts";
import { newException, PyError, typeError, valueError } from "../objects/kernel/raise.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { intArgument } from "../objects/types/arguments.ts";
import { getBuffer, lookupBuffer } from "../objects/types/buffer.ts";
import { newExceptionType } from "../objects/types/exceptions/new-exception.ts";
import { crc32, crcHqx } from "../util/binary/checksums.ts";
import {
  BinasciiProblem,
  decodeBase64,
  decodeHex,
  decodeQuotedPrintable,
  decodeUuLine,
  encodeBase64,
  encodeHex,
  encodeQuotedPrintable,
  encodeUuLine,
} from "../util/binary/transfer.ts";

const BINASCII_ERROR = newExceptionType("binascii.Error", EXCEPTIONS.ValueError);
const INCOMPLETE = newExceptionType("binascii.Incomplete");

/** A bytes value of what `convert` gives; its complaints become binascii.Error. */
function converted(convert: () => Uint8Array): Value {
  try {
    return new PyBytes(convert());
  } catch (error) {
    if (error instanceof BinasciiProblem) throw new PyError(newException(BINASCII_ERROR, error.message));
    throw error;
  }
}

/** Bytes, or a str of ASCII characters. */
function asciiArgument(value: Value): Uint8Array {
  const text = jsString(value);
  if (text === undefined) {
    const bytes = lookupBuffer(value);
    if (bytes === undefined) {
      throw typeError(`argument should be bytes, buffer or ASCII string, not '${typeName(value)}'`);
    }
    return bytes;
  }
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) throw valueError("string argument should contain only ASCII characters");
    bytes[i] = unit;
  }
  return bytes;
}

function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function hexlify(data: Value, sep: Value | undefined, group: Value): Value {
  const bytes = getBuffer(data);
  const size = intArgument(group);
  if (sep === undefined) return new PyBytes(latin1(encodeHex(bytes)));
  if (length(sep) !== 1) throw valueError("sep must be length 1.");
  const text = jsString(sep);
  const unit = text === undefined ? lookupBuffer(sep)?.[0] : text.charCodeAt(0);
  if (unit === undefined) throw typeError("sep must be str or bytes.");
  if (unit > 255) throw valueError("sep must be ASCII.");
  return new PyBytes(latin1(encodeHex(bytes, String.fromCharCode(unit), size)));
}

/** A C unsigned int, of which only the low bits count. */
const bits32 = (value: Value): number => Number(BigInt.asUintN(32, BigInt(toIndex(value))));

const HEXLIFY: MethodRow = [
  "($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)",
  'Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nThe return value is a bytes object.  This function is also\navailable as "b2a_hex()".',
  hexlify,
];

const unhexlify = (text: Value): Value => {
  const bytes = asciiArgument(text);
  return converted(() => decodeHex(bytes));
};

const functions: Record<string, MethodRow> = {
  a2b_uu: [
    "($module, data, /)",
    "Decode a line of uuencoded data.",
    (data: Value) => {
      const line = asciiArgument(data);
      return converted(() => decodeUuLine(line));
    },
  ],
  b2a_uu: [
    "($module, data, /, *, backtick=False)",
    "Uuencode line of data.",
    (data: Value, backtick: Value) => {
      const bytes = getBuffer(data);
      const useBacktick = isTrue(backtick);
      return converted(() => encodeUuLine(bytes, useBacktick));
    },
  ],
  a2b_base64: [
    "($module, data, /, *, strict_mode=False)",
    "Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not part of the base64 standard are not allowed.\n    The same applies to excess data after padding (= / ==).",
    (data: Value, strict: Value) => {
      const text = asciiArgument(data);
      const isStrict = isTrue(strict);
      return converted(() => decodeBase64(text, isStrict));
    },
  ],
  b2a_base64: [
    "($module, data, /, *, newline=True)",
    "Base64-code line of data.",
    (data: Value, newline: Value) => new PyBytes(encodeBase64(getBuffer(data), isTrue(newline))),
  ],
  a2b_hex: [
    "($module, hexstr, /)",
    'Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).\nThis function is also available as "unhexlify()".',
    unhexlify,
  ],
  b2a_hex: [
    HEXLIFY[0],
    "Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nThe return value is a bytes object.  This function is also\navailable as \"hexlify()\".\n\nExample:\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef')\nb'b901ef'\n>>> binascii.hexlify(b'\\xb9\\x01\\xef', ':')\nb'b9:01:ef'\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef', b'_', 2)\nb'b9_01ef'",
    hexlify,
  ],
  hexlify: HEXLIFY,
  unhexlify: [
    "($module, hexstr, /)",
    "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).",
    unhexlify,
  ],
  crc_hqx: [
    "($module, data, crc, /)",
    "Compute CRC-CCITT incrementally.",
    (data: Value, crc: Value) => crcHqx(getBuffer(data), bits32(crc)),
  ],
  crc32: [
    "($module, data, crc=0, /)",
    "Compute CRC-32 incrementally.",
    (data: Value, crc: Value) => crc32(getBuffer(data), bits32(crc)),
  ],
  a2b_qp: [
    "($module, /, data, header=False)",
    "Decode a string of qp-encoded data.",
    (data: Value, header: Value) => new PyBytes(decodeQuotedPrintable(asciiArgument(data), isTrue(header))),
  ],
  b2a_qp: [
    "($module, /, data, quotetabs=False, istext=True, header=False)",
    "Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are not encoded, and white\nspace at end of lines is.  When istext is not set, \\r and \\n (CR/LF)\nare both encoded.  When quotetabs is set, space and tabs are encoded.",
    (data: Value, quoteTabs: Value, isText: Value, header: Value) =>
      new PyBytes(
        encodeQuotedPrintable(getBuffer(data), {
          quoteTabs: isTrue(quoteTabs),
          isText: isTrue(isText),
          header: isTrue(header),
        }),
      ),
  ],
};

export default defineModule("binascii", {
  doc: "Conversion between binary data and ASCII",
  functions,
  types: { Error: BINASCII_ERROR, Incomplete: INCOMPLETE },
});
