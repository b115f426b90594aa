/**
 * _io: streams (CPython Modules/_io). `io` adds the abstract base classes to it.
 */
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { textOf } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { BUFFERED_RANDOM, BUFFERED_READER, BUFFERED_RW_PAIR, BUFFERED_WRITER } from "./buffered.ts";
import { BYTES_IO } from "./bytesio.ts";
import { FILE_IO } from "./fileio.ts";
import {
  BUFFERED_IO_BASE,
  DEFAULT_BUFFER_SIZE,
  IO_BASE,
  RAW_IO_BASE,
  TEXT_IO_BASE,
  UNSUPPORTED_OPERATION,
} from "./iobase.ts";
import { open } from "./open.ts";
import { NEWLINE_DECODER, STRING_IO } from "./stringio.ts";
import { TEXT_IO_WRAPPER } from "./textio.ts";

export default defineModule("_io", {
  doc: "The io module provides the Python interfaces to stream handling.",
  constants: { DEFAULT_BUFFER_SIZE },
  functions: {
    open: [
      "($module, /, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
      "Open file and return a stream.  Raise OSError upon failure.",
      open,
    ],
    open_code: [
      "($module, /, path)",
      "Opens the provided file with the intent to import the contents.\n\nThis may perform extra validation beyond open(), but is otherwise interchangeable\nwith calling open(path, 'rb').",
      (path: Value) => {
        if (textOf(path) === undefined)
          throw typeError(`open_code() argument 'path' must be str, not ${typeName(path)}`);
        return open(path, "rb", -1, NONE, NONE, NONE, true, NONE);
      },
    ],
    text_encoding: [
      "($module, encoding, stacklevel=2, /)",
      'A helper function to choose the text encoding.\n\nWhen encoding is not None, this function returns it.\nOtherwise, this function returns the default text encoding\n(i.e. "locale" or "utf-8" depends on UTF-8 mode).',
      (encoding: Value) => (encoding === NONE ? "locale" : encoding),
    ],
  },
  types: {
    UnsupportedOperation: UNSUPPORTED_OPERATION,
    BlockingIOError: EXCEPTIONS.BlockingIOError,
    _IOBase: IO_BASE,
    _RawIOBase: RAW_IO_BASE,
    _BufferedIOBase: BUFFERED_IO_BASE,
    _TextIOBase: TEXT_IO_BASE,
    FileIO: FILE_IO,
    BytesIO: BYTES_IO,
    BufferedReader: BUFFERED_READER,
    BufferedWriter: BUFFERED_WRITER,
    BufferedRandom: BUFFERED_RANDOM,
    BufferedRWPair: BUFFERED_RW_PAIR,
    TextIOWrapper: TEXT_IO_WRAPPER,
    StringIO: STRING_IO,
    IncrementalNewlineDecoder: NEWLINE_DECODER,
  },
});
