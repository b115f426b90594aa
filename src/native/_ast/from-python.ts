/**
 * From `_ast` objects to the compiler's tree (CPython's generated obj2ast functions and PyAST_obj2mod).
 *
 * Anything may be in the attributes: every read is checked, with CPython's messages in its order. Open nodes are kept
 * in a list instead of on the host's stack.
 * Trap: None for a node is refused only when its owner is complete ("field 'x' is required for Y"), and inside a list
 * not here at all but by the validation.
 */
import type { Constant } from "../../bytecode/constants.ts";
import { validateTree } from "../../compile/validate.ts";
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import {
  BYTES,
  COMPLEX,
  ELLIPSIS,
  FLOAT,
  FROZENSET,
  isInstance,
  isSubtype,
  LIST,
  NONE,
  STR,
  TUPLE,
  typeOf,
} from "../../objects/kernel/core-types.ts";
import { toArray } from "../../objects/kernel/iterate.ts";
import type { PyObject, Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, type PyBytes, type PyList, textOf } from "../../objects/kernel/payload.ts";
import { raising } from "../../objects/kernel/problem.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import {
  overflowError,
  type PyError,
  recursionError,
  runtimeError,
  typeError,
  valueError,
} from "../../objects/kernel/raise.ts";
import { plainOfValue } from "../../objects/types/constant-values.ts";
import { enumerations, type Field, type NodeType, nodeTypes, products, sums } from "../../syntax/asdl.ts";
import type { Mod } from "../../syntax/generated/ast.ts";
import { bug } from "../../util/assert.ts";
import type { CompileRequest } from "../builtins/hooks.ts";
import { type AstTypes, ATTRIBUTES, astTypes, isEndOptional } from "./types.ts";

/** Nesting at which CPython gives up (Py_C_RECURSION_LIMIT). */
const MAX_DEPTH = 10_000;

const ROOTS: Record<CompileRequest["mode"], string> = {
  exec: "Module",
  eval: "Expression",
  single: "Interactive",
  func_type: "FunctionType",
};

/** The tree of an `_ast` object, checked. Throws PyError. */
export function fromPython(tree: PyObject, mode: CompileRequest["mode"]): Mod {
  const types = astTypes();
  const root = ROOTS[mode];
  const cls = types.byName.get(root) ?? bug(`no class ${root}`);
  if (!isInstance(tree, cls)) throw typeError(`expected ${root} node, got ${tree.cls.name}`);
  const reader = new Reader(types);
  const result = reader.read(tree) as Mod;
  if (reader.invalidConstant !== undefined) throw reader.invalidConstant;
  raising(() => validateTree(result));
  return result;
}

/** None in a list of these is not checked by CPython at all, and crashes it. */
const CRASHES_ON_NULL = new Set(["identifier", "excepthandler", "pattern", "type_param"]);

function nullInList(type: string): PyError {
  if (type === "identifier") return typeError("AST identifier must be of type str");
  return typeError(`expected some sort of ${type}, but got None`);
}

type Tree = Record<string, unknown>;

/** A node that is being read. */
interface Open {
  readonly source: Value;
  readonly type: NodeType;
  readonly node: Tree;
  /** The field that is next; beyond the last it is done. */
  next: number;
  list: { readonly field: Field; readonly source: PyList; readonly size: number; readonly items: unknown[] } | null;
}

class Reader {
  /** A constant of no constant's type: refused by the validation, which is after the reading. */
  invalidConstant: PyError | undefined;
  private readonly open: Open[] = [];
  private result: unknown;

  constructor(private readonly types: AstTypes) {}

  read(tree: Value): unknown {
    this.start(tree, "mod");
    for (let top = this.open.at(-1); top !== undefined; top = this.open.at(-1)) {
      if (top.list !== null) this.continueList(top, top.list);
      else if (top.next < top.type.fields.length) this.startField(top, top.type.fields[top.next]);
      else this.close(top);
    }
    return this.result;
  }

  /** Begin the node that `source` is, of a sum type or a product. */
  private start(source: Value, typeName: string): void {
    const sum = sums[typeName];
    if (sum === undefined) {
      this.push(source, nodeTypes.get(typeName) ?? bug(`no node type ${typeName}`), {});
      return;
    }
    if (source === NONE) {
      this.deliver(null);
      return;
    }
    const place: Tree = {};
    if (sum.located) readPlace(source, typeName, place);
    const type = this.memberOf(source, typeName);
    if (type === undefined) throw typeError(`expected some sort of ${typeName}, but got ${reprText(source)}`);
    this.push(source, type, place);
  }

  private memberOf(source: Value, sum: string): NodeType | undefined {
    const cls = typeOf(source);
    const known = nodeTypes.get(cls.name);
    if (known?.sum === sum && this.types.byName.get(cls.name) === cls) return known;
    for (const name of Object.keys(sums[sum].nodes)) {
      if (isSubtype(cls, this.types.byName.get(name) ?? bug(`no class ${name}`))) return nodeTypes.get(name);
    }
    return undefined;
  }

  private push(source: Value, type: NodeType, place: Tree): void {
    if (this.open.length >= MAX_DEPTH) {
      throw recursionError(`maximum recursion depth exceeded while traversing '${type.name}' node`);
    }
    this.open.push({ source, type, node: { kind: type.name, ...place }, next: 0, list: null });
  }

  private startField(top: Open, field: Field): void {
    const { source, type } = top;
    const value = lookupAttr(source, field.name);
    if (field.quantifier === "optional" && (value === undefined || value === NONE)) {
      this.deliver(field.type === "int" ? 0 : null);
      return;
    }
    if (field.quantifier === "one" || field.quantifier === "optional") {
      if (value === undefined) throw typeError(`required field "${field.name}" missing from ${type.name}`);
      this.readValue(value, field, top);
      return;
    }
    if (value === undefined) {
      this.deliver([]);
      return;
    }
    if (!isInstance(value, LIST)) {
      throw typeError(`${type.name} field "${field.name}" must be a list, not a ${typeOf(value).name}`);
    }
    const list = value as PyList;
    top.list = { field, source: list, size: list.items.length, items: [] };
  }

  private continueList(top: Open, list: NonNullable<Open["list"]>): void {
    const { field, source, size, items } = list;
    if (source.items.length !== size) {
      throw runtimeError(`${top.type.name} field "${field.name}" changed size during iteration`);
    }
    if (items.length < size) {
      const item = source.items[items.length];
      if (item === NONE && CRASHES_ON_NULL.has(field.type)) throw nullInList(field.type);
      this.readValue(item, field, top);
      return;
    }
    top.list = null;
    this.deliver(items);
  }

  /** Read a value that is no list; a node is only begun. */
  private readValue(value: Value, field: Field, top: Open): void {
    switch (field.type) {
      case "constant":
        this.deliver(this.constantOf(value, top.type));
        break;
      case "identifier":
        this.deliver(identifierOf(value));
        break;
      case "string":
        this.deliver(stringOf(value));
        break;
      case "int":
        this.deliver(integerOf(value));
        break;
      default:
        if (field.type in enumerations) this.deliver(this.memberNameOf(value, field.type));
        else this.start(value, field.type);
    }
  }

  /** Give what has been read to the list or the field that waits for it. */
  private deliver(value: unknown): void {
    const top = this.open.at(-1);
    if (top === undefined) this.result = value;
    else if (top.list !== null) top.list.items.push(value);
    else {
      top.node[top.type.fields[top.next].property] = value;
      top.next++;
    }
  }

  private close({ source, type, node }: Open): void {
    if (type.name in products && type.located) readPlace(source, type.name, node);
    for (const field of type.fields) {
      if (field.quantifier === "one" && field.type !== "constant" && node[field.property] === null) {
        throw valueError(`field '${field.name}' is required for ${type.name}`);
      }
    }
    this.open.pop();
    this.deliver(node);
  }

  private memberNameOf(value: Value, enumeration: string): string {
    const cls = typeOf(value);
    for (const name of enumerations[enumeration as keyof typeof enumerations]) {
      if (isSubtype(cls, this.types.byName.get(name) ?? bug(`no class ${name}`))) return name;
    }
    throw typeError(`expected some sort of ${enumeration}, but got ${reprText(value)}`);
  }

  private constantOf(value: Value, owner: NodeType): Constant {
    const wrong = wrongConstant(value);
    if (wrong === undefined) return plainOfValue(value) as Constant;
    this.invalidConstant ??=
      owner.name === "Constant"
        ? typeError(`got an invalid type in Constant: ${typeOf(wrong).name}`)
        : valueError("MatchSingleton can only contain True, False and None");
    return null;
  }
}

function readPlace(source: Value, typeName: string, node: Tree): void {
  for (const name of ATTRIBUTES) {
    const value = lookupAttr(source, name);
    const isEnd = name.startsWith("end_") && isEndOptional(typeName);
    if (isEnd && (value === undefined || value === NONE)) node[name] = node[name.slice("end_".length)];
    else if (value === undefined) throw typeError(`required field "${name}" missing from ${typeName}`);
    else node[name] = integerOf(value);
  }
}

function identifierOf(value: Value): string | null {
  if (value === NONE) return null;
  if (typeOf(value) !== STR) throw typeError("AST identifier must be of type str");
  return jsString(value) as string;
}

function stringOf(value: Value): unknown {
  if (typeOf(value) === STR) return textOf(value);
  if (typeOf(value) !== BYTES) throw typeError("AST string must be of type str");
  return String.fromCharCode(...(value as PyBytes).bytes);
}

function integerOf(value: Value): number {
  const number = intOf(value);
  if (number === undefined) throw valueError(`invalid integer value: ${reprText(value)}`);
  if (typeof number === "bigint" || number !== (number | 0)) {
    throw overflowError("Python int too large to convert to C int");
  }
  return number;
}

/** The value itself or one in it that no constant can be; undefined if there is none. */
function wrongConstant(value: Value): Value | undefined {
  if (typeof value !== "object" || value === NONE || value === ELLIPSIS) return undefined;
  const { cls } = value;
  if (cls === FLOAT || cls === COMPLEX || cls === STR || cls === BYTES) return undefined;
  if (cls !== TUPLE && cls !== FROZENSET) return value;
  for (const item of toArray(value)) {
    const wrong = wrongConstant(item);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
