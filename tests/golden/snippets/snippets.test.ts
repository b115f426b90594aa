/** Snippets of every construct: marshal data and warnings are those of CPython 3.12.7, byte for byte. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readMarshal } from "../../../src/bytecode/marshalreader.ts";
import { writeMarshal } from "../../../src/bytecode/marshalwriter.ts";
import { compileSource } from "../../../src/compile/compile.ts";
import type { ParseMode } from "../../../src/syntax/parse.ts";

type Source = [source: string, mode: ParseMode, flags: number, optimize: number];
interface Result {
  readonly digest?: string;
  readonly warnings?: [category: string, message: string, lineno: number][];
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const sources = read("sources.json") as Source[];
const results = read("results.json") as Result[];

describe("snippets", () => {
  for (const [index, [source, mode, flags, optimize]] of sources.entries()) {
    const expected = results[index] as Result;
    if (expected.digest === undefined) continue;
    test(`${mode} ${flags} ${optimize} ${JSON.stringify(source).slice(0, 80)}`, () => {
      const warnings: [string, string, number][] = [];
      const onWarning = (...warning: [string, string, number]) => {
        warnings.push(warning);
        return undefined;
      };
      const code = compileSource(source, { filename: "<snippet>", mode, flags, optimize, onWarning });
      expect(warnings).toEqual(expected.warnings ?? []);
      const data = writeMarshal(code);
      expect(createHash("sha256").update(data).digest("hex").slice(0, 24)).toBe(expected.digest);
      expect(writeMarshal(readMarshal(data).value)).toEqual(data);
    });
  }
});
