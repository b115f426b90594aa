/**
 * Streams that hold text or bytes nobody has written yet.
 *
 * In CPython such a stream is flushed when its last reference goes. Here it stays alive until it is flushed, at the
 * latest at the end of the interpreter, so that nothing a program wrote is lost.
 */

import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import type { PyObject } from "../../objects/kernel/object.ts";
import { PyError } from "../../objects/kernel/raise.ts";

const unwritten = new Set<PyObject>();

export function holdUnwritten(stream: PyObject): void {
  unwritten.add(stream);
}

export function releaseWritten(stream: PyObject): void {
  unwritten.delete(stream);
}

/** Flush all of them; one that cannot be is left as it is, as CPython's is. */
export function flushUnwritten(): void {
  for (const stream of [...unwritten].reverse()) {
    unwritten.delete(stream);
    try {
      call(getAttr(stream, "flush"));
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
    }
  }
  if (unwritten.size > 0) flushUnwritten();
}
