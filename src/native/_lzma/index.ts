/**
 * _lzma: LZMACompressor and LZMADecompressor (CPython Modules/_lzmamodule.c) over coders of our own. What they read and write
 * is what liblzma does; what is compressed has other bytes and is a little longer (lzma-encoder.ts says why).
 */
import { NONE } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intFromBigInt } from "../../objects/kernel/payload.ts";
import { raise, valueError } from "../../objects/kernel/raise.ts";
import { intArgument, toSsizeArgument } from "../../objects/types/arguments.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { bytesValue } from "../../objects/types/bytes-construct.ts";
import { concatenate } from "../../util/binary/concatenate.ts";
import { type Encoder, Input, Output } from "./buffers.ts";
import {
  CHECK_CRC32,
  CHECK_CRC64,
  CHECK_ID_MAX,
  CHECK_NONE,
  CHECK_SHA256,
  CHECK_UNKNOWN,
  isCheckSupported,
} from "./checks.ts";
import { AloneDecoder, AutoDecoder, type Container, RawDecoder, XzDecoder } from "./container-decode.ts";
import { AloneEncoder, RawEncoder, XzEncoder } from "./container-encode.ts";
import {
  decodeProperties,
  encodeProperties,
  FILTER_DELTA,
  FILTER_LZMA1,
  FILTER_LZMA2,
  type Filter,
} from "./filters.ts";
import {
  MF_BT2,
  MF_BT3,
  MF_BT4,
  MF_HC3,
  MF_HC4,
  MODE_FAST,
  MODE_NORMAL,
  PRESET_DEFAULT,
  PRESET_EXTREME,
  presetOptions,
} from "./options.ts";
import { LzmaProblem, refuse } from "./problems.ts";
import {
  chainOf,
  filterOf,
  LZMA_ERROR,
  lzmaError,
  presetArgument,
  specifierOf,
  unsigned32,
  unsigned64,
} from "./specifiers.ts";

const FORMAT_AUTO = 0;
const FORMAT_XZ = 1;
const FORMAT_ALONE = 2;
const FORMAT_RAW = 3;
const DEFAULT_CHECK = -1;

/** What `body` refuses becomes an LZMAError. */
function attempt<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw error instanceof LzmaProblem ? lzmaError(error.text) : error;
  }
}

class PyCompressor extends PyObject {
  flushed = false;

  constructor(
    cls: PyType,
    readonly encoder: Encoder,
  ) {
    super(cls);
  }
}

function aloneEncoder(preset: number, filters: Value): Encoder {
  if (filters === NONE) {
    return new AloneEncoder({ kind: "lzma", id: FILTER_LZMA1, options: presetArgument(preset) });
  }
  const chain = chainOf(filters);
  if (chain.length !== 1 || chain[0].id !== FILTER_LZMA1) {
    throw valueError("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter");
  }
  return new AloneEncoder(chain[0]);
}

function xzEncoder(check: number, preset: number, filters: Value): Encoder {
  const id = check === DEFAULT_CHECK ? CHECK_CRC64 : check;
  if (filters !== NONE) return new XzEncoder(chainOf(filters), id);
  const options = presetOptions(preset) ?? refuse("options");
  return new XzEncoder([{ kind: "lzma", id: FILTER_LZMA2, options }], id < 0 ? CHECK_ID_MAX + 1 : id);
}

function newEncoder(format: number, check: number, preset: Value, filters: Value): Encoder {
  if (preset !== NONE && filters !== NONE) throw valueError("Cannot specify both preset and filter chain");
  const level = preset === NONE ? PRESET_DEFAULT : unsigned32(preset);
  if (format !== FORMAT_XZ && check !== DEFAULT_CHECK && check !== CHECK_NONE) {
    throw valueError("Integrity checks are only supported by FORMAT_XZ");
  }
  switch (format) {
    case FORMAT_XZ:
      return attempt(() => xzEncoder(check, level, filters));
    case FORMAT_ALONE:
      return attempt(() => aloneEncoder(level, filters));
    case FORMAT_RAW:
      if (filters === NONE) throw valueError("Must specify filters for FORMAT_RAW");
      return attempt(() => new RawEncoder(chainOf(filters)));
    default:
      throw valueError(`Invalid container format: ${format}`);
  }
}

function encode(self: PyCompressor, bytes: Uint8Array, end: boolean): Value {
  const output = new Output();
  self.encoder.encode(bytes, end, output);
  return bytesValue(output.take());
}

function compress(self: PyCompressor, data: Value): Value {
  const bytes = getBuffer(data);
  if (self.flushed) throw valueError("Compressor has been flushed");
  return encode(self, bytes, false);
}

function flush(self: PyCompressor): Value {
  if (self.flushed) throw valueError("Repeated call to flush()");
  self.flushed = true;
  return encode(self, new Uint8Array(0), true);
}

const COMPRESSOR = defineType<PyCompressor>("_lzma.LZMACompressor", {
  doc: "LZMACompressor(format=FORMAT_XZ, check=-1, preset=None, filters=None)\n\nCreate a compressor object for compressing data incrementally.\n\nformat specifies the container format to use for the output. This can\nbe FORMAT_XZ (default), FORMAT_ALONE, or FORMAT_RAW.\n\ncheck specifies the integrity check to use. For FORMAT_XZ, the default\nis CHECK_CRC64. FORMAT_ALONE and FORMAT_RAW do not support integrity\nchecks; for these formats, check must be omitted, or be CHECK_NONE.\n\nThe settings used by the compressor can be specified either as a\npreset compression level (with the 'preset' argument), or in detail\nas a custom filter chain (with the 'filters' argument). For FORMAT_XZ\nand FORMAT_ALONE, the default is to use the PRESET_DEFAULT preset\nlevel. For FORMAT_RAW, the caller must always specify a filter chain;\nthe raw compressor does not support preset compression levels.\n\npreset (if provided) should be an integer in the range 0-9, optionally\nOR-ed with the constant PRESET_EXTREME.\n\nfilters (if provided) should be a sequence of dicts. Each dict should\nhave an entry for \"id\" indicating the ID of the filter, plus\nadditional entries for options to the filter.\n\nFor one-shot compression, use the compress() function instead.\n",
  construct: [
    "~(format=1, check=-1, preset=None, filters=None)",
    (cls, format: Value, check: Value, preset: Value, filters: Value) =>
      new PyCompressor(cls, newEncoder(intArgument(format), intArgument(check), preset, filters)),
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
  /** What was given and not looked at yet. */
  rest: Uint8Array = new Uint8Array(0);
  unusedData: Uint8Array = new Uint8Array(0);
  eof = false;
  needsInput = true;
  failed = false;

  constructor(
    cls: PyType,
    readonly container: Container,
  ) {
    super(cls);
  }
}

function newContainer(format: number, memlimit: Value, filters: Value): Container {
  let limit = Number.POSITIVE_INFINITY;
  if (memlimit !== NONE) {
    if (format === FORMAT_RAW) throw valueError("Cannot specify memory limit with FORMAT_RAW");
    limit = Number(unsigned64(memlimit));
  }
  if (format === FORMAT_RAW && filters === NONE) throw valueError("Must specify filters for FORMAT_RAW");
  if (format !== FORMAT_RAW && filters !== NONE) throw valueError("Cannot specify filters except with FORMAT_RAW");
  switch (format) {
    case FORMAT_AUTO:
      return new AutoDecoder(limit);
    case FORMAT_XZ:
      return new XzDecoder(limit);
    case FORMAT_ALONE:
      return new AloneDecoder(limit, false);
    case FORMAT_RAW:
      return attempt(() => new RawDecoder(chainOf(filters)));
    default:
      throw valueError(`Invalid container format: ${format}`);
  }
}

function decompress(self: PyDecompressor, data: Value, maxLength: Value): Value {
  const bytes = getBuffer(data);
  const limit = toSsizeArgument(maxLength);
  if (self.eof) throw raise("EOFError", "Already at end of stream");
  const input = new Input(self.rest.length === 0 ? bytes : concatenate([self.rest, bytes]));
  const output = new Output(limit < 0 ? Number.POSITIVE_INFINITY : limit);
  self.eof = attempt(() => {
    if (self.failed) refuse("program");
    self.failed = true;
    const ended = self.container.decode(input, output);
    self.failed = false;
    return ended;
  });
  const rest = input.bytes.slice(input.at);
  self.rest = self.eof ? new Uint8Array(0) : rest;
  if (self.eof) self.unusedData = rest;
  self.needsInput = !self.eof && output.room > 0;
  return bytesValue(output.take());
}

const DECOMPRESSOR = defineType<PyDecompressor>("_lzma.LZMADecompressor", {
  doc: "Create a decompressor object for decompressing data incrementally.\n\n  format\n    Specifies the container format of the input stream.  If this is\n    FORMAT_AUTO (the default), the decompressor will automatically detect\n    whether the input is FORMAT_XZ or FORMAT_ALONE.  Streams created with\n    FORMAT_RAW cannot be autodetected.\n  memlimit\n    Limit the amount of memory used by the decompressor.  This will cause\n    decompression to fail if the input cannot be decompressed within the\n    given limit.\n  filters\n    A custom filter chain.  This argument is required for FORMAT_RAW, and\n    not accepted with any other format.  When provided, this should be a\n    sequence of dicts, each indicating the ID and options for a single\n    filter.\n\nFor one-shot decompression, use the decompress() function instead.",
  construct: [
    "(format=FORMAT_AUTO, memlimit=None, filters=None)",
    (cls, format: Value | undefined, memlimit: Value, filters: Value) =>
      new PyDecompressor(
        cls,
        newContainer(format === undefined ? FORMAT_AUTO : intArgument(format), memlimit, filters),
      ),
  ],
  methods: {
    decompress: [
      "($self, /, data, max_length=-1)",
      "Decompress *data*, returning uncompressed data as bytes.\n\nIf *max_length* is nonnegative, returns at most *max_length* bytes of\ndecompressed data. If this limit is reached and further output can be\nproduced, *self.needs_input* will be set to ``False``. In this case, the next\ncall to *decompress()* may provide *data* as b'' to obtain more of the output.\n\nIf all of the input data was decompressed and returned (either because this\nwas less than *max_length* bytes, or because *max_length* was negative),\n*self.needs_input* will be set to True.\n\nAttempting to decompress data after the end of stream is reached raises an\nEOFError.  Any data found after the end of the stream is ignored and saved in\nthe unused_data attribute.",
      decompress,
    ],
  },
  members: {
    check: [(self) => self.container.check, undefined, "ID of the integrity check used by the input stream."],
    eof: [(self) => self.eof, undefined, "True if the end-of-stream marker has been reached."],
    needs_input: [
      (self) => self.needsInput,
      undefined,
      "True if more input is needed before more decompressed data can be produced.",
    ],
    unused_data: [
      (self) => bytesValue(self.unusedData),
      undefined,
      "Data found after the end of the compressed stream.",
    ],
  },
});

/** What CPython says of both functions. */
const PROPERTIES_DOC =
  "Return a bytes object encoding the options (properties) of the filter specified by *filter* (a dict).\n\nThe result does not include the filter ID itself, only the options.";

function decodeFilterProperties(id: Value, encoded: Value): Value {
  const number = unsigned64(id);
  const bytes = getBuffer(encoded);
  return specifierOf(
    attempt(() => decodeProperties(number, bytes)),
    bytes.length > 0,
  );
}

const functions: Record<string, MethodRow> = {
  is_check_supported: [
    "($module, check_id, /)",
    "Test whether the given integrity check is supported.\n\nAlways returns True for CHECK_NONE and CHECK_CRC32.",
    (id: Value) => isCheckSupported(intArgument(id)),
  ],
  _encode_filter_properties: [
    "($module, filter, /)",
    PROPERTIES_DOC,
    (specifier: Value) => {
      const filter: Filter = attempt(() => filterOf(specifier));
      return bytesValue(attempt(() => encodeProperties(filter)));
    },
  ],
  _decode_filter_properties: ["($module, filter_id, encoded_props, /)", PROPERTIES_DOC, decodeFilterProperties],
};

const constants = {
  FORMAT_AUTO,
  FORMAT_XZ,
  FORMAT_ALONE,
  FORMAT_RAW,
  CHECK_NONE,
  CHECK_CRC32,
  CHECK_CRC64,
  CHECK_SHA256,
  CHECK_ID_MAX,
  CHECK_UNKNOWN,
  FILTER_LZMA1: intFromBigInt(FILTER_LZMA1),
  FILTER_LZMA2: Number(FILTER_LZMA2),
  FILTER_DELTA: Number(FILTER_DELTA),
  FILTER_X86: 4,
  FILTER_IA64: 6,
  FILTER_ARM: 7,
  FILTER_ARMTHUMB: 8,
  FILTER_SPARC: 9,
  FILTER_POWERPC: 5,
  MF_HC3,
  MF_HC4,
  MF_BT2,
  MF_BT3,
  MF_BT4,
  MODE_FAST,
  MODE_NORMAL,
  PRESET_DEFAULT,
  PRESET_EXTREME,
};

export default defineModule("_lzma", {
  functions,
  constants,
  types: { LZMACompressor: COMPRESSOR, LZMADecompressor: DECOMPRESSOR, LZMAError: LZMA_ERROR },
});
