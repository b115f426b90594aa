/** SyntaxWarnings about expressions that are surely mistakes (CPython: `check_compare`, `check_caller`, ...). */
import {
  BytesConstant,
  ComplexConstant,
  type Constant,
  EllipsisConstant,
  FloatConstant,
  FrozenSetConstant,
  TupleConstant,
  WideText,
} from "../../bytecode/constants.ts";
import type { CompareNode, Expr } from "../../syntax/generated/ast.ts";
import type { Codegen } from "./codegen.ts";

function typeOfConstant(value: Constant): string {
  if (value === null) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint") return "int";
  if (typeof value === "string" || value instanceof WideText) return "str";
  if (value instanceof FloatConstant) return "float";
  if (value instanceof ComplexConstant) return "complex";
  if (value instanceof BytesConstant) return "bytes";
  if (value instanceof TupleConstant) return "tuple";
  if (value instanceof FrozenSetConstant) return "frozenset";
  if (value instanceof EllipsisConstant) return "ellipsis";
  return "code";
}

/** The name of the type that an expression surely has. */
function inferType(e: Expr): string | null {
  switch (e.kind) {
    case "Tuple":
      return "tuple";
    case "List":
    case "ListComp":
      return "list";
    case "Dict":
    case "DictComp":
      return "dict";
    case "Set":
    case "SetComp":
      return "set";
    case "GeneratorExp":
      return "generator";
    case "Lambda":
      return "function";
    case "JoinedStr":
    case "FormattedValue":
      return "str";
    case "Constant":
      return typeOfConstant(e.value);
    default:
      return null;
  }
}

function isLiteral(e: Expr): boolean {
  if (e.kind !== "Constant") return false;
  return e.value !== null && typeof e.value !== "boolean" && !(e.value instanceof EllipsisConstant);
}

export function warnIdentityWithLiteral(c: Codegen, e: CompareNode): void {
  let left = e.left;
  for (const [index, operator] of e.ops.entries()) {
    const right = e.comparators[index]!;
    if ((operator === "Is" || operator === "IsNot") && (isLiteral(left) || isLiteral(right))) {
      const type = inferType(isLiteral(left) ? left : right);
      const [text, instead] = operator === "Is" ? ["is", "=="] : ["is not", "!="];
      c.warn(e, `"${text}" with '${type}' literal. Did you mean "${instead}"?`);
      return;
    }
    left = right;
  }
}

export function warnNotCallable(c: Codegen, e: Expr): void {
  const type = e.kind === "Lambda" ? null : inferType(e);
  if (type !== null) c.warn(e, `'${type}' object is not callable; perhaps you missed a comma?`);
}

const UNSUBSCRIPTABLE = new Set(["NoneType", "ellipsis", "int", "bool", "float", "complex", "frozenset"]);

export function warnNotSubscriptable(c: Codegen, e: Expr): void {
  const type = inferType(e);
  if (type === null) return;
  const surely = ["Set", "SetComp", "GeneratorExp", "Lambda"].includes(e.kind);
  if (!surely && !(e.kind === "Constant" && UNSUBSCRIPTABLE.has(type))) return;
  c.warn(e, `'${type}' object is not subscriptable; perhaps you missed a comma?`);
}

const SEQUENCES = new Set(["str", "bytes", "tuple", "list"]);

export function warnBadIndex(c: Codegen, e: Expr, index: Expr): void {
  const indexType = inferType(index);
  if (indexType === null || indexType === "int" || indexType === "bool") return;
  const type = inferType(e);
  if (type === null || !SEQUENCES.has(type)) return;
  c.warn(e, `${type} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`);
}
