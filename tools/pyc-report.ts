/**
 * npm run pyc-report [-- file...]: compile the library with our compiler and compare with CPython's digests.
 *
 * Prints how many files are byte-exact at each optimisation level and, for the rest, the first aspect that differs at
 * level 0; "marshal" means that the code objects are equal and only the serialisation is not.
 */
import fs from "node:fs";
import { compileToCode, marshalCode } from "../src/embed/compiler.ts";
import { STDLIB_ARCHIVE } from "./build/paths.ts";
import { readZip } from "./build/zip.ts";
import { aspectDigests } from "./pyc/aspects.ts";
import { ASPECTS, digest, FILENAME_PREFIX, type FileDigest, readDigests } from "./pyc/digests.ts";

function firstDifference(source: Uint8Array, name: string, expected: FileDigest): string | null {
  const code = compileToCode(source, FILENAME_PREFIX + name, 0);
  const aspects = aspectDigests(code);
  const aspect = ASPECTS.find((key) => aspects[key] !== expected.aspects[key]);
  if (aspect !== undefined) return aspect;
  return digest(marshalCode(code), 24) === expected.marshal[0] ? null : "marshal";
}

function isExact(source: Uint8Array, name: string, expected: FileDigest, optimization: 0 | 1 | 2): boolean {
  try {
    const data = marshalCode(compileToCode(source, FILENAME_PREFIX + name, optimization));
    return digest(data, 24) === expected.marshal[optimization];
  } catch {
    return false;
  }
}

const wanted = process.argv.slice(2);
const archive = readZip(fs.readFileSync(STDLIB_ARCHIVE));
const exact = [0, 0, 0];
const reasons = new Map<string, string[]>();
let total = 0;
for (const [name, expected] of readDigests()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const source = archive.get(name);
  if (source === undefined) throw new Error(`${name} is not in the archive`);
  total += 1;
  let reason: string | null;
  try {
    reason = firstDifference(source, name, expected);
  } catch (error) {
    reason = `fails: ${(error as Error).message.split("\n")[0]}`;
  }
  if (reason === null) exact[0]! += 1;
  else reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
  for (const level of [1, 2] as const) if (isExact(source, name, expected, level)) exact[level]! += 1;
}
for (const [reason, names] of [...reasons].sort((a, b) => b[1].length - a[1].length)) {
  const shown = wanted.length > 0 ? names : names.slice(0, 8);
  console.log(
    `${String(names.length).padStart(4)}  ${reason}: ${shown.join(" ")}${shown.length < names.length ? " ..." : ""}`,
  );
}
console.log(`byte-exact of ${total}: -O0 ${exact[0]}, -O ${exact[1]}, -OO ${exact[2]}`);
process.exitCode = exact.every((count) => count === total) ? 0 : 1;
