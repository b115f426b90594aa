/**
 * The end of a stream that nobody has any more (CPython Modules/_io/iobase.c: iobase_finalize): it is flushed and
 * closed. A descriptor that was left open is a ResourceWarning, which names the outermost stream.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import type { PyObject, PyType, Value } from "../../objects/kernel/object.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { setFinalizer } from "../../vm/heap/garbage.ts";
import { BUFFERED_RANDOM, BUFFERED_READER, BUFFERED_WRITER, PyBuffered } from "./buffered.ts";
import { FILE_IO, PyFileIO, warnUnclosed } from "./fileio.ts";
import { PyTextIO, TEXT_IO_WRAPPER } from "./textio.ts";

/** The file at the bottom of a stream, if it is a plain one. */
function fileUnder(stream: Value | undefined): PyFileIO | undefined {
  if (stream instanceof PyTextIO) return fileUnder(stream.buffer);
  if (stream instanceof PyBuffered) return fileUnder(stream.raw);
  return stream instanceof PyFileIO ? stream : undefined;
}

function closeAtEnd(stream: PyObject): void {
  const file = fileUnder(stream);
  if (file !== undefined) warnUnclosed(file, stream);
  try {
    if (!isTrue(getAttr(stream, "closed"))) call(getAttr(stream, "close"));
  } catch (error) {
    // CPython is silent here, but in development mode.
    if (!(error instanceof PyError)) throw error;
  }
}

/** Streams over a file end so; one over something else is not closed, and writes nothing more. */
function finalizerOf(stream: PyObject): (() => void) | undefined {
  const file = fileUnder(stream);
  return file === undefined || file.fd < 0 ? undefined : () => closeAtEnd(stream);
}

const STREAMS: readonly PyType[] = [FILE_IO, BUFFERED_READER, BUFFERED_WRITER, BUFFERED_RANDOM, TEXT_IO_WRAPPER];

export function installFinalizers(): void {
  for (const type of STREAMS) setFinalizer(type, finalizerOf, (stream) => finalizerOf(stream) === undefined);
}
