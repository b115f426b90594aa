/** The objects of zlib: Compress, Decompress and _ZlibDecompressor. */
import { defineType } from "../../objects/kernel/define.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { EMPTY_BYTES, PyBytes } from "../../objects/kernel/payload.ts";
import { raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { getBuffer, lookupBuffer } from "../../objects/types/buffer.ts";
import { bytesValue } from "../../objects/types/bytes-construct.ts";
import {
  Stream,
  Z_BUF_ERROR,
  Z_FINISH,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  Z_STREAM_ERROR,
  Z_SYNC_FLUSH,
} from "./stream.ts";

const invalidOption = (): unknown => valueError("Invalid initialization option");

class PyCompress extends PyObject {
  finished = false;

  constructor(readonly stream: Stream) {
    super(COMPRESS);
  }
}

/** `compressobj(...)`. */
export function newCompress(
  level: number,
  method: number,
  wbits: number,
  memLevel: number,
  strategy: number,
  dictionary: Uint8Array | undefined,
): Value {
  const stream = new Stream();
  if (stream.deflateInit(level, method, wbits, memLevel, strategy) !== Z_OK) throw invalidOption();
  if (dictionary !== undefined && stream.setDeflateDictionary(dictionary.slice()) !== Z_OK) {
    throw valueError("Invalid dictionary");
  }
  return new PyCompress(stream);
}

function compress(self: PyCompress, data: Value): Value {
  const { output, code } = self.stream.deflate(getBuffer(data), Z_NO_FLUSH);
  if (code === Z_STREAM_ERROR) throw self.stream.error(code, "while compressing data");
  return bytesValue(output);
}

function flushCompress(self: PyCompress, modeArgument: Value): Value {
  const mode = intArgument(modeArgument);
  if (mode === Z_NO_FLUSH) return EMPTY_BYTES;
  const { output, code } = self.stream.deflate(new Uint8Array(0), mode);
  if (code === Z_STREAM_END && mode === Z_FINISH) {
    self.finished = true;
    self.stream.end();
  } else if (code !== Z_OK && code !== Z_BUF_ERROR) throw self.stream.error(code, "while flushing");
  return bytesValue(output);
}

function copyCompress(self: PyCompress): Value {
  if (self.finished) throw valueError("Inconsistent stream state");
  return new PyCompress(self.stream.copy());
}

const COMPRESS: PyType = defineType<PyCompress>("zlib.Compress", {
  traits: { noConstructor: true },
  methods: {
    compress: [
      "($self, data, /)",
      "Returns a bytes object containing compressed data.\n\n  data\n    Binary data to be compressed.\n\nAfter calling this function, some of the input data may still\nbe stored in internal buffers for later processing.\nCall the flush() method to clear these buffers.",
      compress,
    ],
    flush: [
      `($self, mode=${Z_FINISH}, /)`,
      "Return a bytes object containing any remaining compressed data.\n\n  mode\n    One of the constants Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH.\n    If mode == Z_FINISH, the compressor object can no longer be\n    used after calling the flush() method.  Otherwise, more data\n    can still be compressed.",
      flushCompress,
    ],
    copy: ["($self, /)", "Return a copy of the compression object.", copyCompress],
    __copy__: ["($self, /)", undefined, copyCompress],
    __deepcopy__: ["($self, memo, /)", undefined, (self: PyCompress) => copyCompress(self)],
  },
});

class PyDecompress extends PyObject {
  unusedData: PyBytes = EMPTY_BYTES;
  unconsumedTail: PyBytes = EMPTY_BYTES;
  eof = false;
  finished = false;

  constructor(
    readonly stream: Stream,
    readonly dictionary: Uint8Array | undefined,
  ) {
    super(DECOMPRESS);
  }
}

/** The dictionary argument of a decompressor; undefined if it is empty, which is as good as none. */
function dictionaryArgument(value: Value): Uint8Array | undefined {
  const bytes = lookupBuffer(value);
  if (bytes === undefined) throw typeError("zdict argument must support the buffer protocol");
  return bytes.length === 0 ? undefined : bytes.slice();
}

function startInflating(wbits: number, dictionary: Uint8Array | undefined): Stream {
  const stream = new Stream();
  if (stream.inflateInit(wbits) !== Z_OK) throw invalidOption();
  // A raw stream cannot ask for its dictionary.
  if (dictionary !== undefined && wbits < 0) stream.setInflateDictionary(dictionary);
  return stream;
}

/** `decompressobj(...)`. */
export function newDecompress(wbits: number, zdict: Value): Value {
  const dictionary = dictionaryArgument(zdict);
  return new PyDecompress(startInflating(wbits, dictionary), dictionary);
}

/** Keep the input that was not used: behind the end it is unused_data, else unconsumed_tail. */
function saveInput(self: PyDecompress, input: Uint8Array, code: number): void {
  const rest = self.stream.rest(input);
  if (code === Z_STREAM_END) {
    if (rest.length > 0) {
      const joined = new Uint8Array(self.unusedData.bytes.length + rest.length);
      joined.set(self.unusedData.bytes);
      joined.set(rest, self.unusedData.bytes.length);
      self.unusedData = new PyBytes(joined);
    }
    self.unconsumedTail = EMPTY_BYTES;
  } else self.unconsumedTail = rest.length === 0 ? EMPTY_BYTES : new PyBytes(rest);
}

function decompress(self: PyDecompress, data: Value, maxLength: Value): Value {
  const limit = toSsize(maxLength, "OverflowError");
  const input = getBuffer(data);
  if (limit < 0) throw valueError("max_length must be non-negative");
  const { output, code } = self.stream.inflate(input, Z_SYNC_FLUSH, limit === 0 ? -1 : limit, self.dictionary);
  saveInput(self, input, code);
  if (code === Z_STREAM_END) self.eof = true;
  else if (code !== Z_OK && code !== Z_BUF_ERROR) throw self.stream.error(code, "while decompressing data");
  return bytesValue(output);
}

function flushDecompress(self: PyDecompress, length: Value): Value {
  if (toSsize(length, "OverflowError") <= 0) throw valueError("length must be greater than zero");
  const input = self.unconsumedTail.bytes;
  const { output, code } = self.stream.inflate(input, Z_FINISH, -1, self.dictionary);
  saveInput(self, input, code);
  if (code === Z_STREAM_END) {
    self.eof = true;
    self.finished = true;
    self.stream.end();
  }
  return bytesValue(output);
}

function copyDecompress(self: PyDecompress): Value {
  if (self.finished) throw valueError("Inconsistent stream state");
  const copy = new PyDecompress(self.stream.copy(), self.dictionary);
  copy.unusedData = self.unusedData;
  copy.unconsumedTail = self.unconsumedTail;
  copy.eof = self.eof;
  return copy;
}

const DECOMPRESS: PyType = defineType<PyDecompress>("zlib.Decompress", {
  traits: { noConstructor: true },
  methods: {
    decompress: [
      "($self, data, /, max_length=0)",
      "Return a bytes object containing the decompressed version of the data.\n\n  data\n    The binary data to decompress.\n  max_length\n    The maximum allowable length of the decompressed data.\n    Unconsumed input data will be stored in\n    the unconsumed_tail attribute.\n\nAfter calling this function, some of the input data may still be stored in\ninternal buffers for later processing.\nCall the flush() method to clear these buffers.",
      decompress,
    ],
    flush: [
      "($self, length=16384, /)",
      "Return a bytes object containing any remaining decompressed data.\n\n  length\n    the initial size of the output buffer.",
      flushDecompress,
    ],
    copy: ["($self, /)", "Return a copy of the decompression object.", copyDecompress],
    __copy__: ["($self, /)", undefined, copyDecompress],
    __deepcopy__: ["($self, memo, /)", undefined, (self: PyDecompress) => copyDecompress(self)],
  },
  members: {
    unused_data: [(self) => self.unusedData],
    unconsumed_tail: [(self) => self.unconsumedTail],
    eof: [(self) => self.eof],
  },
});

class PyZlibDecompressor extends PyObject {
  unusedData: PyBytes = EMPTY_BYTES;
  eof = false;
  needsInput = true;
  /** Input given but not used yet. */
  pending: Uint8Array = new Uint8Array(0);

  constructor(
    readonly stream: Stream,
    readonly dictionary: Uint8Array | undefined,
    cls: PyType,
  ) {
    super(cls);
  }
}

function decompressMore(self: PyZlibDecompressor, data: Value, maxLength: Value): Value {
  const limit = toSsize(maxLength, "OverflowError");
  const bytes = getBuffer(data);
  if (self.eof) throw raise("EOFError", "End of stream already reached");
  const input = new Uint8Array(self.pending.length + bytes.length);
  input.set(self.pending);
  input.set(bytes, self.pending.length);
  const { output, code } = self.stream.inflate(input, Z_SYNC_FLUSH, limit, self.dictionary);
  if (code !== Z_OK && code !== Z_BUF_ERROR && code !== Z_STREAM_END) {
    throw self.stream.error(code, "while decompressing data");
  }
  const rest = self.stream.rest(input);
  self.pending = rest;
  self.eof = code === Z_STREAM_END;
  if (self.eof) {
    self.pending = new Uint8Array(0);
    self.unusedData = bytesValue(rest);
  }
  self.needsInput = !self.eof && rest.length === 0;
  return bytesValue(output);
}

export const ZLIB_DECOMPRESSOR = defineType<PyZlibDecompressor>("zlib._ZlibDecompressor", {
  doc: "Create a decompressor object for decompressing data incrementally.\n\n  wbits = 15\n  zdict\n     The predefined compression dictionary. This is a sequence of bytes\n     (such as a bytes object) containing subsequences that are expected\n     to occur frequently in the data that is to be compressed. Those\n     subsequences that are expected to be most common should come at the\n     end of the dictionary. This must be the same dictionary as used by the\n     compressor that produced the input data.\n\n",
  construct: [
    "(wbits=15, zdict=b'')",
    (cls, wbits: Value, zdict: Value) => {
      const dictionary = dictionaryArgument(zdict);
      return new PyZlibDecompressor(startInflating(intArgument(wbits), dictionary), dictionary, cls);
    },
  ],
  methods: {
    decompress: [
      "($self, /, data, max_length=-1)",
      "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, returns at most *max_length* bytes of\ndecompressed data. If this limit is reached and further output can be\nproduced, *self.needs_input* will be set to ``False``. In this case, the next\ncall to *decompress()* may provide *data* as b'' to obtain more of the output.\n\nIf all of the input data was decompressed and returned (either because this\nwas less than *max_length* bytes, or because *max_length* was negative),\n*self.needs_input* will be set to True.\n\nAttempting to decompress data after the end of stream is reached raises an\nEOFError.  Any data found after the end of the stream is ignored and saved in\nthe unused_data attribute.",
      decompressMore,
    ],
  },
  members: {
    eof: [(self) => self.eof, undefined, "True if the end-of-stream marker has been reached."],
    unused_data: [(self) => self.unusedData, undefined, "Data found after the end of the compressed stream."],
    needs_input: [
      (self) => self.needsInput,
      undefined,
      "True if more input is needed before more decompressed data can be produced.",
    ],
  },
});
