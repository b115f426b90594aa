/** The project's own compiler as the tools use it: dist/compiler.mjs, which holds the stages up to marshal and no VM. */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { DIST } from "./paths.ts";

export type Optimization = 0 | 1 | 2;

/** Source bytes to a marshalled code object; throws an Error with Python's message when the source is wrong. */
export type Compiler = (source: Uint8Array, filename: string, optimization: Optimization) => Uint8Array;

export const COMPILER_FILE = path.join(DIST, "compiler.mjs");

/** null while the bundle does not exist. */
export async function loadCompiler(): Promise<Compiler | null> {
  if (!fs.existsSync(COMPILER_FILE)) return null;
  const { compileToMarshal } = (await import(pathToFileURL(COMPILER_FILE).href)) as { compileToMarshal: Compiler };
  return compileToMarshal;
}
