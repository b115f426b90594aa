/** Comparison of our builtin types with what the reference CPython says of its own (tests/golden/types/builtins.json). */
import fs from "node:fs";
import path from "node:path";
import {
  PyBuiltinFunction,
  PyClassMethodDescriptor,
  PyGetSetDescriptor,
  PyMemberDescriptor,
  PyMethodDescriptor,
  PyNewWrapper,
  PyWrapperDescriptor,
} from "../../src/objects/kernel/builtin.ts";
import { NONE, OBJECT, typeName } from "../../src/objects/kernel/core-types.ts";
import type { PyType, Value } from "../../src/objects/kernel/object.ts";
import { jsString } from "../../src/objects/kernel/payload.ts";
import { PyStaticMethod } from "../../src/objects/kernel/static-method.ts";
import { subclassesOf } from "../../src/objects/kernel/type-slots.ts";
import { ROOT } from "../build/paths.ts";

interface GoldenAttribute {
  readonly kind: string;
  readonly signature?: string | null;
  readonly doc?: string | null;
  readonly value?: string | number | boolean | null;
}

interface GoldenType {
  readonly bases: readonly string[];
  readonly doc: string | null;
  readonly subclassable: boolean;
  readonly attributes: Readonly<Record<string, GoldenAttribute>>;
}

const FILE = path.join(ROOT, "tests", "golden", "types", "builtins.json");

function readGolden(): Readonly<Record<string, GoldenType>> {
  return JSON.parse(fs.readFileSync(FILE, "utf8")) as Record<string, GoldenType>;
}

/** "collections.OrderedDict"; builtins without their module. */
function fullName(type: PyType): string {
  const module = jsString(type.attributes.get("__module__") ?? NONE);
  return module === undefined || module === "builtins" ? type.qualname : `${module}.${type.qualname}`;
}

/** All types that have been made, by full name. */
function knownTypes(): Map<string, PyType> {
  const types = new Map<string, PyType>();
  const walk = (type: PyType): void => {
    const name = fullName(type);
    if (types.get(name) === type) return;
    types.set(name, type);
    subclassesOf(type).forEach(walk);
  };
  walk(OBJECT);
  return types;
}

/** What the reference calls the type of our attribute. */
function describe(value: Value): GoldenAttribute {
  if (value instanceof PyStaticMethod) {
    const inner = value.callable instanceof PyBuiltinFunction ? describe(value.callable) : {};
    return { ...inner, kind: "staticmethod" };
  }
  if (value instanceof PyNewWrapper) {
    const doc = "Create and return a new object.  See help(type) for accurate signature.";
    return { kind: "builtin_function_or_method", signature: "($type, *args, **kwargs)", doc };
  }
  if (
    value instanceof PyMethodDescriptor ||
    value instanceof PyClassMethodDescriptor ||
    value instanceof PyBuiltinFunction
  ) {
    const { definition } = value;
    return { kind: typeName(value), signature: definition.signature.text ?? null, doc: definition.doc ?? null };
  }
  if (value instanceof PyWrapperDescriptor) {
    return { kind: typeName(value), signature: value.row.signature, doc: value.row.doc };
  }
  if (value instanceof PyGetSetDescriptor || value instanceof PyMemberDescriptor) {
    return { kind: typeName(value), doc: value.doc ?? null };
  }
  return { kind: typeName(value) };
}

const show = (text: string | null | undefined): string => (text === undefined ? "nothing" : JSON.stringify(text));

function compareAttribute(name: string, golden: GoldenAttribute, value: Value): string[] {
  const ours = describe(value);
  if (ours.kind !== golden.kind) return [`${name} is a ${ours.kind}, not a ${golden.kind}`];
  const lines: string[] = [];
  if (ours.signature !== golden.signature) {
    lines.push(`${name} has the signature ${show(ours.signature)}, not ${show(golden.signature)}`);
  }
  if (ours.doc !== golden.doc) lines.push(`${name} has the doc ${show(ours.doc)}, not ${show(golden.doc)}`);
  return lines;
}

/** Not compared: the doc apart, the module in the name, and what differs between builds of one CPython. */
const IGNORED = new Set(["__module__", "__doc__", "__dict__", "__weakref__", "__getattribute__"]);

function compareType(type: PyType, golden: GoldenType): string[] {
  const lines: string[] = [];
  const bases = type.bases.map(fullName).join(", ");
  if (bases !== golden.bases.join(", ")) lines.push(`has the bases ${bases}, not ${golden.bases.join(", ")}`);
  if (type.traits.basetype !== golden.subclassable) {
    lines.push(golden.subclassable ? "cannot be subclassed" : "can be subclassed");
  }
  const doc = type.attributes.get("__doc__");
  if (!(doc instanceof PyGetSetDescriptor)) {
    const text = doc === undefined ? null : (jsString(doc) ?? null);
    if (text !== golden.doc) lines.push(`has the doc ${show(text)}, not ${show(golden.doc)}`);
  }
  for (const [name, attribute] of Object.entries(golden.attributes)) {
    if (IGNORED.has(name)) continue;
    const value = type.attributes.get(name);
    if (value === undefined) lines.push(`lacks ${name}`);
    else lines.push(...compareAttribute(name, attribute, value));
  }
  for (const name of type.attributes.keys()) {
    if (!IGNORED.has(name) && golden.attributes[name] === undefined) lines.push(`has ${name}, which CPython has not`);
  }
  return lines;
}

/** For each type of the reference, in its order: the differences. A type that we do not have is one difference. */
export function compareAllTypes(): Map<string, string[]> {
  const ours = knownTypes();
  const differences = new Map<string, string[]>();
  for (const [name, golden] of Object.entries(readGolden())) {
    const type = ours.get(name);
    differences.set(name, type === undefined ? ["is missing"] : compareType(type, golden));
  }
  return differences;
}
