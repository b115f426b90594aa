/**
 * `_imp._fix_co_filename`: a .pyc that was moved shows where its source is now (CPython
 * Python/import.c, update_compiled_module).
 *
 * Code objects are immutable to Python. This is the one change made to them, on code that was just
 * read and that nobody else holds.
 */
import type { CodeBlob } from "../bytecode/code.ts";
import { type Text, WideText } from "../bytecode/constants.ts";
import type { Value } from "../objects/kernel/object.ts";
import { strFromText } from "../objects/kernel/payload.ts";
import { PyCode } from "../objects/types/code.ts";

function isSameText(left: Text, right: Text): boolean {
  if (left instanceof WideText && right instanceof WideText) {
    return (
      left.codePoints.length === right.codePoints.length && left.codePoints.every((c, i) => c === right.codePoints[i])
    );
  }
  return left === right;
}

/** Set the file name of a code object and of all code inside it that had the same one. */
export function renameCode(code: PyCode, filename: Text): void {
  const before = code.blob.co_filename;
  if (isSameText(before, filename)) return;
  renameBlob(code.blob, before, filename);
  renameObject(code, strFromText(filename));
}

function renameBlob(blob: CodeBlob, before: Text, filename: Text): void {
  if (!isSameText(blob.co_filename, before) && !isSameText(blob.co_filename, filename)) return;
  blob.rename(filename, (nested) => renameBlob(nested, before, filename));
}

function renameObject(code: PyCode, filename: Value): void {
  (code as { filename: Value }).filename = filename;
  // Those that are not made yet will have the name from their blobs.
  for (const constant of code.madeConstants) if (constant instanceof PyCode) renameObject(constant, filename);
}
