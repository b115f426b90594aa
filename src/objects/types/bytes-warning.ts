/** -b and -bb: BytesWarning where bytes are taken for text (CPython Objects/bytesobject.c, bytearrayobject.c). */
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import type { Value } from "../kernel/object.ts";
import { intOf, textOf } from "../kernel/payload.ts";
import { hooks } from "../kernel/thread.ts";

/** `sys.flags.bytes_warning`. */
export const bytesWarning = { level: 0 };

/** `==` and `!=` of bytes with what is no bytes. */
export function warnOfComparison(type: "bytes" | "bytearray", other: Value): void {
  if (bytesWarning.level === 0) return;
  const kind = textOf(other) !== undefined ? "string" : intOf(other) !== undefined ? "int" : undefined;
  if (kind === undefined || (kind === "int" && type === "bytearray")) return;
  hooks.warn(EXCEPTIONS.BytesWarning, `Comparison between ${type} and ${kind}`, 1);
}

/** `str(b"...")` without an encoding. */
export function warnOfText(type: "bytes" | "bytearray"): void {
  if (bytesWarning.level > 0) hooks.warn(EXCEPTIONS.BytesWarning, `str() on a ${type} instance`, 1);
}
