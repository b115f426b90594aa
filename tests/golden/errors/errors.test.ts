/** What CPython 3.12.7 says of wrong sources, and the warnings of right ones: type, message, place and line shown. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { type Text, WideText } from "../../../src/bytecode/constants.ts";
import { dump } from "../../../src/syntax/dump.ts";
import { SyntaxProblem } from "../../../src/syntax/errors.ts";
import { type ParseMode, parse } from "../../../src/syntax/parse.ts";
import { toText } from "../../../src/syntax/text.ts";

type Warning = [category: string, message: string, lineno: number];
type Result = [digestOrError: string | (string | number | null)[], warnings: Warning[]];

const read = (name: string) => JSON.parse(fs.readFileSync(new URL(name, import.meta.url), "utf8"));
const sources = read("sources.json") as [ParseMode, string][];
const results = read("results.json") as Result[];

function shown(text: Text | null): string | null {
  return text instanceof WideText ? String.fromCodePoint(...text.codePoints) : text;
}

function examine(mode: ParseMode, source: string): Result {
  const warnings = new Map<string, Warning>();
  const onWarning = (...warning: Warning): undefined => {
    warnings.set(JSON.stringify(warning), warning);
  };
  const sorted = (): Warning[] => [...warnings.keys()].sort().map((key) => warnings.get(key) as Warning);
  try {
    const text = dump(parse(toText(source), { mode, onWarning }), { includeAttributes: true });
    return [createHash("sha256").update(text).digest("hex").slice(0, 16), sorted()];
  } catch (problem) {
    if (!(problem instanceof SyntaxProblem)) throw problem;
    const { type, msg, lineno, offset, end_lineno, end_offset, text } = problem;
    return [[type, msg, lineno, offset, end_lineno, end_offset, shown(text)], sorted()];
  }
}

describe("sources", () => {
  for (const [index, [mode, source]] of sources.entries()) {
    test(`${mode} ${JSON.stringify(source).slice(0, 80)}`, () => {
      expect(examine(mode, source)).toEqual(results[index]);
    });
  }
});
