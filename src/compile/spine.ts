/**
 * Chains that nest to the left as deep as they are long: `a + b + c`, `a.b().c[d]`, `- - -a`.
 *
 * Every pass walks them in a loop, for the host's stack is shorter than what Python programs (and programs that write
 * Python programs) put into one line.
 */
import type { AttributeNode, BinOpNode, CallNode, Expr, SubscriptNode, UnaryOpNode } from "../syntax/generated/ast.ts";

export type SpineNode = BinOpNode | UnaryOpNode | AttributeNode | CallNode | SubscriptNode;

/** The part that is evaluated first and may itself be such a chain, or null if the expression starts none. */
export function spineChild(e: Expr): Expr | null {
  switch (e.kind) {
    case "BinOp":
      return e.left;
    case "UnaryOp":
      return e.operand;
    case "Attribute":
    case "Subscript":
      return e.value;
    case "Call":
      return e.func;
    default:
      return null;
  }
}

/** The nodes of the chain from the outside in, and what it starts with. */
export function unrollSpine(top: SpineNode): { nodes: SpineNode[]; start: Expr } {
  const nodes: SpineNode[] = [];
  let e: Expr = top;
  for (let child = spineChild(e); child !== null; child = spineChild(e)) {
    nodes.push(e as SpineNode);
    e = child;
  }
  return { nodes, start: e };
}
