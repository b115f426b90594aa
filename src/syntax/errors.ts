/**
 * What the front end throws when a source is not Python: the arguments of the exception that CPython 3.12 raises.
 *
 * The VM turns a SyntaxProblem into the Python exception. Trap: `offset` and `end_offset` are CPython's own values,
 * counted in code points from 1, and may be 0, -1 or null where CPython reports such values.
 */
import type { Text } from "../bytecode/constants.ts";

export type SyntaxProblemType =
  | "SyntaxError"
  | "IndentationError"
  | "TabError"
  | "ValueError"
  | "MemoryError"
  | "OverflowError"
  | "RecursionError"
  | "SystemError"
  | "UnicodeEncodeError";

export class SyntaxProblem extends Error {
  constructor(
    readonly type: SyntaxProblemType,
    readonly msg: string,
    readonly lineno: number | null = null,
    readonly offset: number | null = null,
    readonly end_lineno: number | null = null,
    readonly end_offset: number | null = null,
    readonly text: Text | null = null,
  ) {
    super(msg);
  }
}
