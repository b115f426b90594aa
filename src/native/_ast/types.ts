/**
 * The classes of the nodes, made from the table in syntax/asdl.ts as CPython's generated Python/Python-ast.c makes them.
 *
 * They are ordinary classes, whose attributes Python code may change (ast.py does), so every interpreter has its own.
 */
import {
  genericDelete,
  genericLookup,
  genericSet,
  getAttr,
  instanceDict,
  setAttr,
  setInstanceDict,
} from "../../objects/kernel/attribute.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { NONE, TYPE } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { contains, getItem, length } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { tuple } from "../../objects/kernel/payload.ts";
import { expectStr } from "../../objects/kernel/protocol.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { setTypeAttribute } from "../../objects/kernel/type-slots.ts";
import { enumerations, type NodeType, nodeTypes, products, sums } from "../../syntax/asdl.ts";

/** Attributes of the nodes that have a place. */
export const ATTRIBUTES = ["lineno", "col_offset", "end_lineno", "end_col_offset"] as const;

/** Only these types insist on the end of their place. */
const REQUIRED_END = new Set(["pattern", "type_param"]);

export function isEndOptional(typeName: string): boolean {
  return !REQUIRED_END.has(typeName);
}

/** The classes of one interpreter. */
export interface AstTypes {
  readonly base: PyType;
  /** Nodes, sum types and members of enumerations by name. */
  readonly byName: ReadonlyMap<string, PyType>;
  /** The one instance of each member of an enumeration that trees are made with. */
  readonly singletons: ReadonlyMap<string, PyObject>;
}

const typesOfInterpreter = new WeakMap<PyDict, AstTypes>();

/** The classes of the running interpreter. */
export function astTypes(): AstTypes {
  const key = hooks.modules();
  let types = typesOfInterpreter.get(key);
  if (types === undefined) {
    types = makeTypes();
    typesOfInterpreter.set(key, types);
  }
  return types;
}

function makeBase(): PyType {
  return defineType<PyObject>("ast.AST", {
    traits: { heap: true, basetype: true, instanceDict: true },
    allocate: (cls) => new PyObject(cls),
    slots: {
      __new__: (cls) => new PyObject(cls),
      __init__: (self, args, kwnames) => initialize(self as PyObject, args, kwnames ?? []),
      __getattribute__: genericLookup,
      __setattr__: genericSet,
      __delattr__: genericDelete,
    },
    methods: { __reduce__: ["~($self, /)", undefined, reduce] },
    getset: {
      __dict__: [
        (self) => instanceDict(self) ?? NONE,
        (self, value) => {
          if (value === undefined) throw typeError("cannot delete __dict__");
          setInstanceDict(self, value);
        },
      ],
    },
    attributes: { _fields: tuple([]), __match_args__: tuple([]), _attributes: tuple([]) },
  });
}

/** Every positional argument is a field, every keyword an attribute of whatever name. */
function initialize(self: PyObject, args: Value[], kwnames: readonly string[]): void {
  const count = args.length - kwnames.length;
  const fields = getAttr(self.cls, "_fields");
  const maximum = length(fields);
  const { name } = self.cls;
  if (count > maximum) {
    throw typeError(`${name} constructor takes at most ${maximum} positional argument${maximum === 1 ? "" : "s"}`);
  }
  const given: string[] = [];
  for (let i = 0; i < count; i++) {
    const field = expectStr(getItem(fields, i), "attribute name must be string");
    setAttr(self, field, args[i]);
    given.push(field);
  }
  kwnames.forEach((keyword, i) => {
    if (contains(fields, keyword) && given.includes(keyword)) {
      throw typeError(`${name} got multiple values for argument '${keyword}'`);
    }
    setAttr(self, keyword, args[count + i]);
  });
}

/** (type, (), attributes): how copy and pickle make the node anew. */
function reduce(self: PyObject): Value {
  return tuple([self.cls, tuple([]), instanceDict(self) ?? new PyDict()]);
}

function makeTypes(): AstTypes {
  const base = makeBase();
  const byName = new Map<string, PyType>();
  const singletons = new Map<string, PyObject>();
  const add = (type: PyType): PyType => {
    byName.set(type.name, type);
    return type;
  };
  for (const [name, { located, nodes }] of Object.entries(sums)) {
    const members = Object.keys(nodes).map((each) => nodeTypes.get(each) as NodeType);
    const separator = `\n${" ".repeat(name.length + 1)}| `;
    const sum = add(makeClass(name, base, [], `${name} = ${members.map(signatureOf).join(separator)}`));
    setAttributes(sum, located);
    if (isEndOptional(name)) setEndDefaults(sum, located);
    for (const member of members) setDefaults(add(makeNodeClass(sum, member)), member);
  }
  for (const [name, names] of Object.entries(enumerations)) {
    const sum = add(makeClass(name, base, [], `${name} = ${names.join(" | ")}`));
    setAttributes(sum, false);
    for (const each of names) singletons.set(each, new PyObject(add(makeClass(each, sum, [], each))));
  }
  for (const [name, { located }] of Object.entries(products)) {
    const node = nodeTypes.get(name) as NodeType;
    const type = add(makeNodeClass(base, node));
    setAttributes(type, located);
    setDefaults(type, node);
    setEndDefaults(type, located);
  }
  return { base, byName, singletons };
}

function setAttributes(type: PyType, located: boolean): void {
  setTypeAttribute(type, "_attributes", tuple(located ? [...ATTRIBUTES] : []));
}

/** What may be missing is None on the class. */
function setDefaults(type: PyType, node: NodeType): void {
  for (const field of node.fields) if (field.quantifier === "optional") setTypeAttribute(type, field.name, NONE);
}

function setEndDefaults(type: PyType, located: boolean): void {
  if (!located) return;
  setTypeAttribute(type, "end_lineno", NONE);
  setTypeAttribute(type, "end_col_offset", NONE);
}

/** "Name(identifier id, expr_context ctx)"; a node without fields is just its name. */
function signatureOf(node: NodeType): string {
  if (node.fields.length === 0) return node.name;
  const marks = { one: "", optional: "?", many: "*", manyOptional: "*" };
  const fields = node.fields.map((field) => `${field.type}${marks[field.quantifier]} ${field.name}`);
  return `${node.name}(${fields.join(", ")})`;
}

function makeNodeClass(parent: PyType, node: NodeType): PyType {
  const names = node.fields.map((field) => field.name);
  return makeClass(node.name, parent, names, signatureOf(node));
}

function makeClass(name: string, parent: PyType, fields: readonly string[], doc: string): PyType {
  const names = tuple([...fields]);
  const namespace = new PyDict();
  namespace.set("_fields", names);
  namespace.set("__match_args__", names);
  namespace.set("__module__", "ast");
  namespace.set("__doc__", doc);
  return callWith(TYPE, [name, tuple([parent]), namespace]) as PyType;
}
