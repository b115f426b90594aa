/**
 * zlib (CPython Modules/zlibmodule.c) over pako, whose output is zlib's byte for byte.
 */
import { NONE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toIndex, toSsize } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { bytesValue } from "../../objects/types/bytes-construct.ts";
import { adler32, crc32 } from "../../util/binary/checksums.ts";
import { newCompress, newDecompress, ZLIB_DECOMPRESSOR } from "./objects.ts";
import { Stream, Z_FINISH, Z_OK, Z_STREAM_END, Z_STREAM_ERROR, ZLIB_ERROR, zlibError } from "./stream.ts";

const constants = {
  MAX_WBITS: 15,
  DEFLATED: 8,
  DEF_MEM_LEVEL: 8,
  DEF_BUF_SIZE: 16384,
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_DEFAULT_STRATEGY: 0,
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH: 2,
  Z_FULL_FLUSH: 3,
  Z_FINISH: 4,
  Z_BLOCK: 5,
  Z_TREES: 6,
  ZLIB_VERSION: "1.2.13",
  ZLIB_RUNTIME_VERSION: "1.2.13",
  __version__: "1.0",
};

function compress(data: Value, level: Value, wbits: Value): Value {
  const input = getBuffer(data);
  const stream = new Stream();
  const started = stream.deflateInit(intArgument(level), 8, intArgument(wbits), 8, 0);
  if (started === Z_STREAM_ERROR) throw zlibError("Bad compression level");
  if (started !== Z_OK) throw stream.error(started, "while compressing data");
  const { output, code } = stream.deflate(input, Z_FINISH);
  if (code !== Z_STREAM_END) throw stream.error(code, "while compressing data");
  return bytesValue(output);
}

function decompress(data: Value, wbits: Value, bufferSize: Value): Value {
  const input = getBuffer(data);
  const bits = intArgument(wbits);
  if (toSsize(bufferSize, "OverflowError") < 0) throw valueError("bufsize must be non-negative");
  const stream = new Stream();
  const started = stream.inflateInit(bits);
  if (started !== Z_OK) throw stream.error(started, "while preparing to decompress data");
  const { output, code } = stream.inflate(input, Z_FINISH, -1, undefined);
  if (code !== Z_STREAM_END) throw stream.error(code, "while decompressing data");
  return bytesValue(output);
}

/** A C unsigned int, of which only the low bits count. */
const bits32 = (value: Value): number => Number(BigInt.asUintN(32, BigInt(toIndex(value))));

const functions: Record<string, MethodRow> = {
  adler32: [
    "($module, data, value=1, /)",
    "Compute an Adler-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is an integer.",
    (data: Value, value: Value) => adler32(getBuffer(data), bits32(value)),
  ],
  compress: [
    "($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)",
    "Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n  level\n    Compression level, in 0-9 or -1.\n  wbits\n    The window buffer size and container format.",
    compress,
  ],
  compressobj: [
    "($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED,\n            wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,\n            strategy=Z_DEFAULT_STRATEGY, zdict=None)",
    "Return a compressor object.\n\n  level\n    The compression level (an integer in the range 0-9 or -1; default is\n    currently equivalent to 6).  Higher compression levels are slower,\n    but produce smaller results.\n  method\n    The compression algorithm.  If given, this must be DEFLATED.\n  wbits\n    +9 to +15: The base-two logarithm of the window size.  Include a zlib\n        container.\n    -9 to -15: Generate a raw stream.\n    +25 to +31: Include a gzip container.\n  memLevel\n    Controls the amount of memory used for internal compression state.\n    Valid values range from 1 to 9.  Higher values result in higher memory\n    usage, faster compression, and smaller output.\n  strategy\n    Used to tune the compression algorithm.  Possible values are\n    Z_DEFAULT_STRATEGY, Z_FILTERED, and Z_HUFFMAN_ONLY.\n  zdict\n    The predefined compression dictionary - a sequence of bytes\n    containing subsequences that are likely to occur in the input data.",
    (level: Value, method: Value, wbits: Value, memLevel: Value, strategy: Value, zdict: Value) =>
      newCompress(
        intArgument(level),
        intArgument(method),
        intArgument(wbits),
        intArgument(memLevel),
        intArgument(strategy),
        zdict === NONE ? undefined : getBuffer(zdict),
      ),
  ],
  crc32: [
    "($module, data, value=0, /)",
    "Compute a CRC-32 checksum of data.\n\n  value\n    Starting value of the checksum.\n\nThe returned checksum is an integer.",
    (data: Value, value: Value) => crc32(getBuffer(data), bits32(value)),
  ],
  decompress: [
    "($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)",
    "Returns a bytes object containing the uncompressed data.\n\n  data\n    Compressed data.\n  wbits\n    The window buffer size and container format.\n  bufsize\n    The initial output buffer size.",
    decompress,
  ],
  decompressobj: [
    "($module, /, wbits=MAX_WBITS, zdict=b'')",
    "Return a decompressor object.\n\n  wbits\n    The window buffer size and container format.\n  zdict\n    The predefined compression dictionary.  This must be the same\n    dictionary as used by the compressor that produced the input data.",
    (wbits: Value, zdict: Value) => newDecompress(intArgument(wbits), zdict),
  ],
};

export default defineModule("zlib", {
  doc: "The functions in this module allow compression and decompression using the\nzlib library, which is based on GNU zip.\n\nadler32(string[, start]) -- Compute an Adler-32 checksum.\ncompress(data[, level]) -- Compress data, with compression level 0-9 or -1.\ncompressobj([level[, ...]]) -- Return a compressor object.\ncrc32(string[, start]) -- Compute a CRC-32 checksum.\ndecompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.\ndecompressobj([wbits[, zdict]]) -- Return a decompressor object.\n\n'wbits' is window buffer size and container format.\nCompressor objects support compress() and flush() methods; decompressor\nobjects support decompress() and flush().",
  constants,
  functions,
  types: { error: ZLIB_ERROR, _ZlibDecompressor: ZLIB_DECOMPRESSOR },
});
