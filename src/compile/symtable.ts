/**
 * The symbol table of a program: which names each block has, and where each of them lives (CPython:
 * `_PySymtable_Build` in Python/symtable.c).
 *
 * Two passes: symbols/statements.ts and symbols/expressions.ts record the use of names, block by block;
 * symbols/analyze.ts resolves them. The code generator looks scopes up by the node that opened them, so the
 * tree must not be rebuilt in between.
 */
import type { Mod } from "../syntax/generated/ast.ts";
import { unplacedSyntaxProblem } from "./problems.ts";
import { analyze } from "./symbols/analyze.ts";
import { Collector } from "./symbols/collector.ts";
import { collectExpression } from "./symbols/expressions.ts";
import type { SymbolTable } from "./symbols/scopes.ts";
import { collectStatements } from "./symbols/statements.ts";

export function buildSymbolTable(tree: Mod, futureAnnotations: boolean): SymbolTable {
  const collector = new Collector(futureAnnotations, tree);
  switch (tree.kind) {
    case "Module":
    case "Interactive":
      collectStatements(collector, tree.body);
      break;
    case "Expression":
      collectExpression(collector, tree.body);
      break;
    case "FunctionType":
      throw unplacedSyntaxProblem("this compiler does not handle FunctionTypes");
  }
  analyze(collector.table);
  return collector.table;
}
