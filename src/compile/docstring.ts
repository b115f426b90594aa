/** The docstring of a body: its first statement, if that is a str constant (CPython: `_PyAST_GetDocString`). */
import { type Text, WideText } from "../bytecode/constants.ts";
import type { Stmt } from "../syntax/generated/ast.ts";

export function docstringOf(body: readonly Stmt[]): Text | null {
  const first = body[0];
  if (first?.kind !== "Expr" || first.value.kind !== "Constant") return null;
  const { value } = first.value;
  return typeof value === "string" || value instanceof WideText ? value : null;
}
