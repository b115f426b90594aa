/**
 * The compiler as a library, without the VM: source to code object to marshal data. dist/compiler.mjs is made of it.
 *
 * A source that is not valid throws a Problem with Python's message; warnings are dropped.
 */
import type { CodeBlob } from "../bytecode/code.ts";
import type { Text } from "../bytecode/constants.ts";
import { writeMarshal } from "../bytecode/marshalwriter.ts";
import { compileAst } from "../compile/compile.ts";
import { parse } from "../syntax/parse.ts";

export type Optimization = 0 | 1 | 2;

/** Compile a module, as `compile(source, filename, "exec", dont_inherit=True, optimize=optimization)`. */
export function compileToCode(source: Uint8Array | Text, filename: string, optimization: Optimization): CodeBlob {
  return compileAst(parse(source, { mode: "exec" }), { filename, optimize: optimization });
}

/** `marshal.dumps(code)` */
export function marshalCode(code: CodeBlob): Uint8Array {
  return writeMarshal(code);
}

export function compileToMarshal(source: Uint8Array | Text, filename: string, optimization: Optimization): Uint8Array {
  return writeMarshal(compileToCode(source, filename, optimization));
}
