/** Trees made by Python code: what the validation says to each, as `compile()` of CPython 3.12.7 does. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ComplexConstant, EllipsisConstant } from "../../../src/bytecode/constants.ts";
import { validateTree } from "../../../src/compile/validate.ts";
import type { Mod } from "../../../src/syntax/generated/ast.ts";
import { Problem } from "../../../src/util/problem.ts";

/** JSON writes `...` and complex numbers as objects of one key. */
function revive(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("ellipsis" in value) return EllipsisConstant.instance;
  if ("complex" in value) return new ComplexConstant(...(value.complex as [number, number]));
  return value;
}

const text = readFileSync(new URL("trees.json", import.meta.url), "utf8");
const trees = JSON.parse(text, revive) as [Mod, [kind: string, message: string] | null][];

function verdict(tree: Mod): unknown {
  try {
    validateTree(tree);
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.kind, error.message];
  }
}

describe("validation of trees", () => {
  for (const [index, [tree, expected]] of trees.entries()) {
    test(`${index}: ${expected?.[1] ?? "valid"}`, () => {
      expect(verdict(tree)).toEqual(expected);
    });
  }
});
