/** The abstract syntax tree as plain data, with the field names of Python.asdl (CPython: Parser/Python.asdl, Lib/ast.py). */
import { constantRepr } from "../../bytecode/constantrepr.ts";
import type { Constant } from "../../bytecode/constants.ts";
import { nodeTypes } from "../../syntax/asdl.ts";
import type { Located, Node } from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import { type Place, placeOf } from "./place.ts";

export interface TreeReport {
  readonly kind: string;
  readonly place: Place | null;
  readonly fields: readonly TreeField[];
}

export interface TreeField {
  readonly name: string;
  readonly value: TreeValue;
}

/** A node, a list, or the `repr` of anything else; null is None. */
export type TreeValue = TreeReport | readonly TreeValue[] | string | null;

const LEAVES = new Set(["identifier", "string", "int", "constant"]);

export function reportTree(node: Node): TreeReport {
  const type = nodeTypes.get(node.kind) ?? bug(`no table entry for the node ${node.kind}`);
  const values = node as unknown as Record<string, unknown>;
  const fields = type.fields.map(({ name, property, type: fieldType }) => ({
    name,
    value: fieldValue(values[property], fieldType),
  }));
  return { kind: node.kind, place: type.located ? placeOf(values as unknown as Located) : null, fields };
}

function fieldValue(value: unknown, type: string): TreeValue {
  if (Array.isArray(value)) return value.map((item) => fieldValue(item, type));
  if (type === "constant") return constantRepr(value as Constant);
  if (value === null) return null;
  if (LEAVES.has(type)) return constantRepr(value as Constant);
  return typeof value === "string" ? value : reportTree(value as Node);
}
