/**
 * `.pyc` files: sixteen bytes of header, then the marshalled code object (CPython: Lib/importlib/_bootstrap_external.py,
 * PEP 552).
 *
 * Trap: `mtime` and `size` are those of the source modulo 2**32, and the hash is over the source bytes as they
 * lie on disk.
 */
import { sipHash13, sipHashHigh, sipHashLow } from "../util/siphash.ts";
import { CodeBlob } from "./code.ts";
import { readMarshal } from "./marshalreader.ts";
import { writeMarshal } from "./marshalwriter.ts";

/** 3531 and "\r\n": Python 3.12. */
export const PYC_MAGIC: Uint8Array = Uint8Array.of(0xcb, 0x0d, 0x0d, 0x0a);
export const PYC_HEADER_SIZE = 16;

const FLAG_HASH = 1;
const FLAG_CHECKED = 2;

/** How to tell whether a `.pyc` still fits its source. */
export type PycValidity =
  | { readonly kind: "timestamp"; readonly mtime: number; readonly size: number }
  | { readonly kind: "checkedHash" | "uncheckedHash"; readonly hash: Uint8Array };

/** The messages are those of CPython's ImportError and EOFError, without the module's name. */
export type PycHeaderProblem = "bad magic number" | "reached EOF while reading pyc header" | "invalid flags";

export function buildPyc(code: CodeBlob, validity: PycValidity): Uint8Array {
  const body = writeMarshal(code);
  const pyc = new Uint8Array(PYC_HEADER_SIZE + body.length);
  const view = new DataView(pyc.buffer);
  pyc.set(PYC_MAGIC);
  if (validity.kind === "timestamp") {
    view.setUint32(8, moduloWord(validity.mtime), true);
    view.setUint32(12, moduloWord(validity.size), true);
  } else {
    view.setUint32(4, validity.kind === "checkedHash" ? FLAG_HASH | FLAG_CHECKED : FLAG_HASH, true);
    pyc.set(validity.hash.subarray(0, 8), 8);
  }
  pyc.set(body, PYC_HEADER_SIZE);
  return pyc;
}

/** Seconds and sizes may be beyond 32 bits, and times before 1970. */
function moduloWord(value: number): number {
  return Number(BigInt.asUintN(32, BigInt(Math.trunc(value))));
}

/** `_classify_pyc`. */
export function parsePycHeader(pyc: Uint8Array): PycValidity | { kind: "problem"; problem: PycHeaderProblem } {
  if (!PYC_MAGIC.every((byte, index) => pyc[index] === byte)) {
    return { kind: "problem", problem: "bad magic number" };
  }
  if (pyc.length < PYC_HEADER_SIZE) {
    return { kind: "problem", problem: "reached EOF while reading pyc header" };
  }
  const view = new DataView(pyc.buffer, pyc.byteOffset, pyc.byteLength);
  const flags = view.getUint32(4, true);
  if ((flags & ~(FLAG_HASH | FLAG_CHECKED)) !== 0) {
    return { kind: "problem", problem: "invalid flags" };
  }
  if ((flags & FLAG_HASH) !== 0) {
    return { kind: (flags & FLAG_CHECKED) !== 0 ? "checkedHash" : "uncheckedHash", hash: pyc.slice(8, 16) };
  }
  return { kind: "timestamp", mtime: view.getUint32(8, true), size: view.getUint32(12, true) };
}

/** The code object behind the header; `undefined` if something else lies there. Throws `MarshalError`. */
export function readPycCode(pyc: Uint8Array): CodeBlob | undefined {
  const { value } = readMarshal(pyc, PYC_HEADER_SIZE);
  return value instanceof CodeBlob ? value : undefined;
}

/** `_imp.source_hash`: SipHash-1-3 under the magic number as key, little-endian. */
export function sourceHash(source: Uint8Array): Uint8Array {
  const magic = new DataView(PYC_MAGIC.buffer).getUint32(0, true);
  sipHash13(source, [magic, 0, 0, 0]);
  const hash = new Uint8Array(8);
  const view = new DataView(hash.buffer);
  view.setInt32(0, sipHashLow, true);
  view.setInt32(4, sipHashHigh, true);
  return hash;
}
