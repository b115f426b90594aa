/**
 * What CPython calls an expression in a message, and which part of a target cannot be assigned to.
 *
 * Follows `_PyPegen_get_expr_name` and `_PyPegen_get_invalid_target`.
 */
import { EllipsisConstant } from "../../bytecode/constants.ts";
import { bug } from "../../util/assert.ts";
import type { Comprehension, Expr } from "../generated/ast.ts";

const names: Readonly<Partial<Record<Expr["kind"], string>>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  JoinedStr: "f-string expression",
  FormattedValue: "f-string expression",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

export function expressionName(node: Expr): string {
  if (node.kind !== "Constant") return names[node.kind] ?? bug(`no name for the expression ${node.kind}`);
  const { value } = node;
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  return value instanceof EllipsisConstant ? "ellipsis" : "literal";
}

export type TargetKind = "star" | "for" | "del";

/** The first part of an expression that keeps it from being a target, or null. */
export function invalidTarget(node: Expr, kind: TargetKind): Expr | null {
  switch (node.kind) {
    case "List":
    case "Tuple":
      for (const element of node.elts) {
        const wrong = invalidTarget(element, kind);
        if (wrong !== null) return wrong;
      }
      return null;
    case "Starred":
      return kind === "del" ? node : invalidTarget(node.value, kind);
    case "Compare":
      if (kind !== "for") return node;
      return node.ops[0] === "In" ? invalidTarget(node.left, kind) : null;
    case "Name":
    case "Subscript":
    case "Attribute":
      return null;
    default:
      return node;
  }
}

/** Where a list of comprehension clauses ends, for the range of a message. */
export function lastItem(clauses: readonly Comprehension[]): Expr {
  const last = clauses.at(-1) ?? bug("a comprehension without clauses");
  return last.ifs.at(-1) ?? last.iter;
}

/** Whether an expression is the name of a statement of Python 2 that took no parentheses. */
export function isLegacyStatement(node: Expr): boolean {
  return node.kind === "Name" && (node.id === "print" || node.id === "exec");
}
