/**
 * Checks of a tree that did not come from the parser but from Python code, before it is compiled (CPython:
 * `_PyAST_Validate` in Python/ast.c). Throws a Problem with Python's message.
 *
 * Trap: nulls where the types allow none are a mistake of the program that made the tree, and reported as such.
 */
import type { Mod } from "../syntax/generated/ast.ts";
import { guardRecursion } from "./problems.ts";
import { Depth } from "./validate/context.ts";
import { validateExpression, validateExpressions } from "./validate/expressions.ts";
import { validateStatements } from "./validate/statements.ts";

export function validateTree(tree: Mod): void {
  guardRecursion(() => validate(tree, new Depth()));
}

function validate(tree: Mod, depth: Depth): void {
  switch (tree.kind) {
    case "Module":
    case "Interactive":
      validateStatements(depth, tree.body);
      break;
    case "Expression":
      validateExpression(depth, tree.body);
      break;
    case "FunctionType":
      validateExpressions(depth, tree.argtypes);
      validateExpression(depth, tree.returns);
      break;
  }
}
