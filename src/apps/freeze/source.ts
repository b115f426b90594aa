/** The sources of a program that is frozen: compiled, or refused with the place of what is wrong. */
import type { CodeBlob } from "../../bytecode/code.ts";
import { compileToCode, type Optimization } from "../../embed/compiler.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";

/** A file of the program is no Python. */
export class SourceError extends Error {}

export function compileFile(source: Uint8Array, filename: string, optimization: Optimization): CodeBlob {
  try {
    return compileToCode(source, filename, optimization);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const place = error.lineno === null ? filename : `${filename}, line ${error.lineno}`;
    throw new SourceError(`${place}: ${error.msg}`);
  }
}
