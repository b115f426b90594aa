/** _bz2: BZ2Compressor and BZ2Decompressor (CPython Modules/_bz2module.c). */
import { defineType } from "../../objects/kernel/define.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { raise, valueError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { bytesValue } from "../../objects/types/bytes-construct.ts";
import { Compressor } from "./compress.ts";
import { Decompressor, InvalidStream } from "./decompress.ts";

class PyCompressor extends PyObject {
  flushed = false;

  constructor(
    cls: PyType,
    readonly compressor: Compressor,
  ) {
    super(cls);
  }
}

function compress(self: PyCompressor, data: Value): Value {
  const bytes = getBuffer(data);
  if (self.flushed) throw valueError("Compressor has been flushed");
  return bytesValue(self.compressor.compress(bytes));
}

function flush(self: PyCompressor): Value {
  if (self.flushed) throw valueError("Repeated call to flush()");
  self.flushed = true;
  return bytesValue(self.compressor.finish());
}

const COMPRESSOR = defineType<PyCompressor>("_bz2.BZ2Compressor", {
  doc: "Create a compressor object for compressing data incrementally.\n\n  compresslevel\n    Compression level, as a number between 1 and 9.\n\nFor one-shot compression, use the compress() function instead.",
  construct: [
    "(compresslevel=9, /)",
    (cls, levelArgument: Value) => {
      const level = intArgument(levelArgument);
      if (level < 1 || level > 9) throw valueError("compresslevel must be between 1 and 9");
      return new PyCompressor(cls, new Compressor(level));
    },
  ],
  methods: {
    compress: [
      "($self, data, /)",
      "Provide data to the compressor object.\n\nReturns a chunk of compressed data if possible, or b'' otherwise.\n\nWhen you have finished providing data to the compressor, call the\nflush() method to finish the compression process.",
      compress,
    ],
    flush: [
      "($self, /)",
      "Finish the compression process.\n\nReturns the compressed data left in internal buffers.\n\nThe compressor object may not be used after this method is called.",
      flush,
    ],
  },
});

class PyDecompressor extends PyObject {
  readonly decompressor = new Decompressor();
  unusedData: Uint8Array = new Uint8Array(0);
  needsInput = true;
}

function decompress(self: PyDecompressor, data: Value, maxLength: Value): Value {
  const bytes = getBuffer(data);
  const limit = toSsize(maxLength, "OverflowError");
  const { decompressor } = self;
  if (decompressor.ended) throw raise("EOFError", "End of stream already reached");
  try {
    const output = decompressor.decompress(bytes, limit);
    if (decompressor.ended) self.unusedData = decompressor.rest();
    self.needsInput = !decompressor.ended && !decompressor.hasInput;
    return bytesValue(output);
  } catch (error) {
    if (error instanceof InvalidStream) throw raise("OSError", "Invalid data stream");
    throw error;
  }
}

const DECOMPRESSOR = defineType<PyDecompressor>("_bz2.BZ2Decompressor", {
  doc: "Create a decompressor object for decompressing data incrementally.\n\nFor one-shot decompression, use the decompress() function instead.",
  construct: ["()", (cls) => new PyDecompressor(cls)],
  methods: {
    decompress: [
      "($self, /, data, max_length=-1)",
      "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, returns at most *max_length* bytes of\ndecompressed data. If this limit is reached and further output can be\nproduced, *self.needs_input* will be set to ``False``. In this case, the next\ncall to *decompress()* may provide *data* as b'' to obtain more of the output.\n\nIf all of the input data was decompressed and returned (either because this\nwas less than *max_length* bytes, or because *max_length* was negative),\n*self.needs_input* will be set to True.\n\nAttempting to decompress data after the end of stream is reached raises an\nEOFError.  Any data found after the end of the stream is ignored and saved in\nthe unused_data attribute.",
      decompress,
    ],
  },
  members: {
    eof: [(self) => self.decompressor.ended, undefined, "True if the end-of-stream marker has been reached."],
    unused_data: [
      (self) => bytesValue(self.unusedData),
      undefined,
      "Data found after the end of the compressed stream.",
    ],
    needs_input: [
      (self) => self.needsInput,
      undefined,
      "True if more input is needed before more decompressed data can be produced.",
    ],
  },
});

export default defineModule("_bz2", { types: { BZ2Compressor: COMPRESSOR, BZ2Decompressor: DECOMPRESSOR } });
