/** Every file of the standard library compiles to CPython 3.12.7's bytes, at each optimisation level. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { compileToCode, marshalCode } from "../../src/embed/compiler.ts";
import { STDLIB_ARCHIVE } from "../../tools/build/paths.ts";
import { readZip } from "../../tools/build/zip.ts";
import { digest, FILENAME_PREFIX, readDigests } from "../../tools/pyc/digests.ts";

const archive = readZip(fs.readFileSync(STDLIB_ARCHIVE));
const digests = readDigests();

describe("the compiled library", () => {
  it("is whole", () => {
    expect([...digests.keys()].sort()).toEqual([...archive.keys()].filter((name) => name.endsWith(".py")).sort());
  });

  for (const optimization of [0, 1, 2] as const) {
    it(`is CPython's byte for byte at optimisation ${optimization}`, () => {
      const different: string[] = [];
      for (const [name, { marshal }] of digests) {
        const code = compileToCode(archive.get(name) as Buffer, FILENAME_PREFIX + name, optimization);
        if (digest(marshalCode(code), 24) !== marshal[optimization]) different.push(name);
      }
      expect(different).toEqual([]);
    });
  }
});
