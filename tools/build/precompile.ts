/** The stdlib's .pyc files, as an installed Python has them: timestamp files beside the sources, per optimisation. */
import fs from "node:fs";
import path from "node:path";
import { CACHE_TAG } from "../../src/importing/tag.ts";
import type { Compiler, Optimization } from "./compiler.ts";
import { STDLIB } from "./paths.ts";

/** 3531, "\r\n". */
const MAGIC = Uint8Array.of(0xcb, 0x0d, 0x0d, 0x0a);

export interface PrecompileResult {
  readonly written: number;
  readonly failures: { readonly file: string; readonly message: string }[];
}

/** `files` are relative to the stdlib folder. The code gets a file name that is the same on
 * every machine; the importer replaces it by the real one. */
export function precompile(files: readonly string[], compile: Compiler, optimization: Optimization): PrecompileResult {
  const failures: { file: string; message: string }[] = [];
  let written = 0;
  for (const file of files) {
    const source = path.join(STDLIB, file);
    try {
      const code = compile(fs.readFileSync(source), `lib/python3.12/${file}`, optimization);
      writePyc(source, code, optimization);
      written += 1;
    } catch (error) {
      failures.push({ file, message: (error as Error).message });
    }
  }
  return { written, failures };
}

function writePyc(source: string, code: Uint8Array, optimization: Optimization): void {
  const { mtimeMs, size } = fs.statSync(source);
  const header = Buffer.alloc(16);
  header.set(MAGIC);
  header.writeUInt32LE(Math.floor(mtimeMs / 1000) >>> 0, 8);
  header.writeUInt32LE(size >>> 0, 12);
  const folder = path.join(path.dirname(source), "__pycache__");
  const suffix = optimization === 0 ? "" : `.opt-${optimization}`;
  fs.mkdirSync(folder, { recursive: true });
  const target = path.join(folder, `${path.basename(source, ".py")}.${CACHE_TAG}${suffix}.pyc`);
  fs.writeFileSync(target, Buffer.concat([header, code]));
}
