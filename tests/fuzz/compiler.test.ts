/** A short run of tools/fuzz-compiler.ts: damaged marshal data and mutated sources end in a value or a Python error. */
import fs from "node:fs";
import { expect, test } from "vitest";
import { STDLIB_ARCHIVE } from "../../tools/build/paths.ts";
import { readZip } from "../../tools/build/zip.ts";
import { fuzzCase, runCase } from "../../tools/fuzz/compiler.ts";

const SEED = 312;
const CASES = 600;

test(`${CASES} cases`, { timeout: 60_000 }, () => {
  const files = [...readZip(fs.readFileSync(STDLIB_ARCHIVE))].filter(([name]) => name.endsWith(".py"));
  const sources = files.map(([, source]) => source).filter((source) => source.length > 0);
  const problems: string[] = [];
  for (let index = 0; index < CASES; index++) {
    const problem = runCase(fuzzCase(SEED, index, sources));
    if (problem !== undefined) problems.push(`case ${index}: ${problem}`);
  }
  expect(problems).toEqual([]);
});
