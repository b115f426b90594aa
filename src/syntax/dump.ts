/**
 * The text of a tree as Python's `ast.dump` gives it, for tests and for people.
 *
 * Reads the table in asdl.ts. Trap: as in Python 3.12 a field that may be missing is left out when it is None, but
 * `Constant.value` is shown even if it is None.
 */
import { constantRepr } from "../bytecode/constantrepr.ts";
import type { Constant } from "../bytecode/constants.ts";
import { bug } from "../util/assert.ts";
import { type Field, nodeTypes } from "./asdl.ts";
import type { Node } from "./generated/ast.ts";

export interface DumpOptions {
  readonly includeAttributes?: boolean;
  /** Spaces of one level, or the text of one; none for a dump on one line. */
  readonly indent?: number | string;
}

const attributes: readonly Field[] = ["lineno", "col_offset", "end_lineno", "end_col_offset"].map((name) => ({
  name,
  property: name,
  type: "int",
  quantifier: "one",
}));

export function dump(tree: Node, options: DumpOptions = {}): string {
  const { indent, includeAttributes = false } = options;
  const unit = indent === undefined ? null : typeof indent === "number" ? " ".repeat(indent) : indent;
  return new Dumper(includeAttributes, unit).node(tree, 0)[0];
}

/** A piece of the dump, and whether it is short enough to share a line with others. */
type Piece = [text: string, simple: boolean];

class Dumper {
  constructor(
    private readonly includeAttributes: boolean,
    private readonly indent: string | null,
  ) {}

  node(node: Node, level: number): Piece {
    const type = nodeTypes.get(node.kind) ?? bug(`no table entry for the node ${node.kind}`);
    const fields = node as unknown as Record<string, unknown>;
    const parts: string[] = [];
    let simple = true;
    for (const field of type.fields) {
      const value = fields[field.property];
      if (value === null && field.quantifier === "optional") continue;
      const [text, isSimple] = this.value(value, field, level + 1);
      simple &&= isSimple;
      parts.push(`${field.name}=${text}`);
    }
    if (this.includeAttributes && type.located) {
      for (const field of attributes) parts.push(`${field.name}=${fields[field.property]}`);
    }
    if (simple && parts.length <= 3) return [`${node.kind}(${parts.join(", ")})`, parts.length === 0];
    return [`${node.kind}(${this.join(parts, level + 1)})`, false];
  }

  private join(parts: readonly string[], level: number): string {
    if (this.indent === null) return parts.join(", ");
    const prefix = `\n${this.indent.repeat(level)}`;
    return prefix + parts.join(`,${prefix}`);
  }

  private value(value: unknown, field: Field, level: number): Piece {
    if (Array.isArray(value)) {
      if (value.length === 0) return ["[]", true];
      const parts = value.map((item) => this.single(item, field, level + 1)[0]);
      return [`[${this.join(parts, level + 1)}]`, false];
    }
    return this.single(value, field, level);
  }

  private single(value: unknown, field: Field, level: number): Piece {
    switch (field.type) {
      case "constant":
      case "identifier":
      case "string":
      case "int":
        return [constantRepr(value as Constant), true];
      default:
        if (value === null) return ["None", true];
        return typeof value === "string" ? [`${value}()`, true] : this.node(value as Node, level);
    }
  }
}
