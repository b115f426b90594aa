/** How long chains may be before CPython 3.12.7's parser gives up: measured with a host stack that is large enough. */
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/syntax/parse.ts";

const CHAINS: [name: string, longest: number, source: (length: number) => string][] = [
  ["lambda", 2983, (length) => `x = ${"lambda: ".repeat(length)}1\n`],
  ["lambda with a parameter", 2983, (length) => `x = ${"lambda a: ".repeat(length)}a\n`],
  ["not", 5967, (length) => `x = ${"not ".repeat(length)}a\n`],
  ["minus", 5967, (length) => `x = ${"-".repeat(length)}a\n`],
  ["power", 2984, (length) => `x = a${"**a".repeat(length - 1)}\n`],
  ["condition", 5967, (length) => `x = ${"a if b else ".repeat(length)}c\n`],
  ["lambda and condition", 1989, (length) => `x = ${"lambda: a if b else ".repeat(length)}c\n`],
];

const MESSAGE = "Parser stack overflowed - Python source too complex to parse";

describe("the longest chains", () => {
  for (const [name, longest, source] of CHAINS) {
    test(`${name}: ${longest}`, () => {
      expect(parse(source(longest), { mode: "exec" }).kind).toBe("Module");
      expect(() => parse(source(longest + 1), { mode: "exec" })).toThrow(MESSAGE);
    });
  }
});
