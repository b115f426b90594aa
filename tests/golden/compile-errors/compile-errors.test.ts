/** Errors of the compiler, with type, message and place as in CPython 3.12.7. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileSource } from "../../../src/compile/compile.ts";
import { SyntaxProblem } from "../../../src/syntax/errors.ts";
import type { ParseMode } from "../../../src/syntax/parse.ts";

type Source = [source: string, mode: ParseMode, flags: number, optimize: number];
const errors = JSON.parse(readFileSync(new URL("errors.json", import.meta.url), "utf8")) as [Source, unknown[]][];

function problemOf([source, mode, flags, optimize]: Source): unknown {
  try {
    compileSource(source, { filename: "<snippet>", mode, flags, optimize });
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const { type, msg, lineno, offset, end_lineno, end_offset } = error;
    return [type, msg, lineno, offset, end_lineno, end_offset];
  }
}

describe("errors of the compiler", () => {
  for (const [source, expected] of errors) {
    test(JSON.stringify(source[0]).slice(0, 100), () => {
      expect(problemOf(source)).toEqual(expected);
    });
  }

  test("a warning can become an error", () => {
    const compile = () =>
      compileSource("x = 1\nx is 1\n", { filename: "?", mode: "exec", optimize: 0, onWarning: () => true });
    expect(compile).toThrow('"is" with \'int\' literal. Did you mean "=="?');
  });
});

describe("long chains", () => {
  const compile = (source: string) => compileSource(source, { filename: "?", mode: "exec", optimize: 0 });
  const count = 3000;
  const chains = {
    sum: `x = a${"+a".repeat(count)}\n`,
    constants: `x = 1${"+1".repeat(count)}\n`,
    elif: `if a: b\n${"elif c: d\n".repeat(count)}`,
    attributes: `x${".y".repeat(count)}\n`,
    methods: `x${".y()".repeat(count)}\n`,
    calls: `x${"()".repeat(count)}\n`,
    subscripts: `x${"[0]".repeat(count)}\n`,
    signs: `x = ${"-".repeat(count)}a\n`,
  };
  for (const [name, source] of Object.entries(chains)) {
    test(name, () => {
      expect(compile(source).co_code.length).toBeGreaterThan(0);
    });
  }

  test("endless ones are a RecursionError", () => {
    expect(() => compile(`x = a${"+a".repeat(100_000)}\n`)).toThrow("maximum recursion depth exceeded");
  });
});
