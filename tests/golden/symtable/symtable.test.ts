/** Symbol tables against `_symtable` of CPython 3.12.7: blocks, flags of every name, parameters, order of children. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { futureFeatures } from "../../../src/compile/future.ts";
import type { Scope } from "../../../src/compile/symbols/scopes.ts";
import { buildSymbolTable } from "../../../src/compile/symtable.ts";
import { parse } from "../../../src/syntax/parse.ts";

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const programs = read("programs.json") as string[];
const tables = read("tables.json") as unknown[];

function describeScope(scope: Scope): unknown {
  return {
    name: scope.name,
    type: scope.type,
    lineno: scope.position.lineno,
    nested: scope.nested,
    symbols: Object.fromEntries(scope.symbols),
    varnames: scope.varnames,
    children: scope.children.map(describeScope),
  };
}

describe("symbol tables", () => {
  for (const [index, program] of programs.entries()) {
    test(JSON.stringify(program).slice(0, 100), () => {
      const tree = parse(program, { mode: "exec" });
      const { annotations } = futureFeatures(tree, 0);
      expect(describeScope(buildSymbolTable(tree, annotations).top)).toEqual(tables[index]);
    });
  }
});
