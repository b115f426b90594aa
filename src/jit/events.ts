/**
 * What the compiler tells of its work, to whoever wants to know (`-X jit=log`, `chaipy jit`).
 *
 * `at` is the instruction at which a frame is taken over; undefined for a function that is called with its arguments.
 */
import type { PyCode } from "../objects/types/code.ts";

interface About {
  readonly code: PyCode;
  readonly at: number | undefined;
}

export type JitEvent = About &
  (
    | {
        readonly kind: "compiled";
        readonly text: string;
        /** Of each constant in the text (`k$0`, `k$1` and so on). */
        readonly constants: readonly unknown[];
      }
    | { readonly kind: "refused"; readonly reason: string }
    /** A guard failed at the instruction `pc`: the text of its condition, if the exit is a guard. */
    | { readonly kind: "left"; readonly pc: number; readonly condition: string | undefined }
    /** Too many guards failed: the next call or turn compiles anew. */
    | { readonly kind: "dropped"; readonly pc: number }
    | { readonly kind: "given up" }
  );

/** The line that marks where an instruction begins in a text with marks. */
export const markOf = (pc: number): string => `// @${pc}`;
