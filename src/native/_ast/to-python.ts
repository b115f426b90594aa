/**
 * From the parser's tree to `_ast` objects (CPython's generated ast2obj functions).
 *
 * Nodes wait in a list instead of on the host's stack: a chain of operators may be thousands deep.
 */

import type { Constant, Text } from "../../bytecode/constants.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { attributeKey, PyObject, type Value } from "../../objects/kernel/object.ts";
import { PyList, strFromJs, strFromText } from "../../objects/kernel/payload.ts";
import { recursionError } from "../../objects/kernel/raise.ts";
import { valueOfConstant } from "../../objects/types/constant-values.ts";
import { enumerations, type Field, type NodeType, nodeTypes } from "../../syntax/asdl.ts";
import type { Mod, Node } from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import { type AstTypes, ATTRIBUTES, astTypes } from "./types.ts";

/** Nesting at which CPython gives up (Py_C_RECURSION_LIMIT). */
const MAX_DEPTH = 10_000;

export function toPython(tree: Mod): Value {
  return new Builder(astTypes()).build(tree);
}

interface Waiting {
  readonly node: Node;
  readonly object: PyObject;
  readonly type: NodeType;
  readonly depth: number;
}

class Builder {
  private readonly waiting: Waiting[] = [];

  constructor(private readonly types: AstTypes) {}

  build(tree: Node): Value {
    const result = this.make(tree, 1);
    for (let each = this.waiting.pop(); each !== undefined; each = this.waiting.pop()) this.fill(each);
    return result;
  }

  /** The object of a node, whose attributes are set later. */
  private make(node: Node, depth: number): PyObject {
    if (depth > MAX_DEPTH) throw recursionError("maximum recursion depth exceeded during ast construction");
    const cls = this.types.byName.get(node.kind);
    const type = nodeTypes.get(node.kind);
    if (cls === undefined || type === undefined) return bug(`no class for the node ${node.kind}`);
    const object = new PyObject(cls);
    this.waiting.push({ node, object, type, depth });
    return object;
  }

  private fill({ node, object, type, depth }: Waiting): void {
    const properties = node as unknown as Record<string, unknown>;
    for (const field of type.fields) {
      const value = properties[field.property];
      object[attributeKey(field.name)] = Array.isArray(value)
        ? new PyList(value.map((item) => this.valueOf(item, field, depth)))
        : this.valueOf(value, field, depth);
    }
    if (!type.located) return;
    for (const name of ATTRIBUTES) object[attributeKey(name)] = properties[name] as number;
  }

  private valueOf(value: unknown, field: Field, depth: number): Value {
    if (field.type === "constant") return valueOfConstant(value as Constant);
    if (value === null) return NONE;
    switch (field.type) {
      case "identifier":
        return strFromJs(value as string);
      case "string":
        return strFromText(value as Text);
      case "int":
        return value as number;
    }
    if (field.type in enumerations) return this.types.singletons.get(value as string) ?? bug(`no singleton ${value}`);
    return this.make(value as Node, depth + 1);
  }
}
