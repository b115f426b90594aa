/**
 * node tools/run.mjs golden-types: write tests/golden/types/builtins.json from the reference CPython 3.12.7.
 *
 * For every static type (no heap type) that a fresh interpreter knows: its bases, its doc, and of each attribute in
 * its `__dict__` the kind, `__text_signature__` and `__doc__`. tools/whats-left.ts compares our types with it.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./build/paths.ts";
import { Oracle } from "./oracle/client.ts";

const SOURCE = `
import json

HEAP_TYPE = 1 << 9
# Types of the host that the reference runs on.
FOREIGN = {"Buffer", "FutureDoneCallback", "Js2PyConverter", "JsFuncSignature", "Py2JsConverter"}

def full_name(cls):
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"

def text(value):
    return value if isinstance(value, str) else None

def describe(value):
    kind = type(value).__name__
    row = {"kind": kind}
    if kind == "staticmethod":
        value = value.__func__
    if kind in ("method_descriptor", "classmethod_descriptor", "wrapper_descriptor", "builtin_function_or_method", "staticmethod"):
        row["signature"] = value.__text_signature__
        row["doc"] = text(value.__doc__)
    elif kind in ("getset_descriptor", "member_descriptor"):
        row["doc"] = text(value.__doc__)
    elif value is None or kind in ("str", "int", "bool"):
        row["value"] = value
    return row

def describe_type(cls):
    attributes = {}
    for name, value in cls.__dict__.items():
        if name != "__doc__":
            attributes[name] = describe(value)
    return {
        "bases": [full_name(base) for base in cls.__bases__],
        "signature": cls.__text_signature__,
        "doc": text(cls.__doc__),
        "subclassable": bool(cls.__flags__ & 1 << 10),
        "attributes": attributes,
    }

found = {}

def walk(cls):
    if cls.__flags__ & HEAP_TYPE:
        return
    name = full_name(cls)
    if name in found or name in FOREIGN:
        return
    found[name] = describe_type(cls)
    for subclass in type.__subclasses__(cls):
        walk(subclass)

walk(object)
for iterator in (iter("a"), iter("\\u0100"), iter(()), iter(range(0)), iter(range(10**30)), {}.items(), iter({}.items())):
    walk(type(iterator))
json.dumps({name: found[name] for name in sorted(found)}, indent=1)
`;

const oracle = new Oracle();
const text = await oracle.runSource(SOURCE);
await oracle.close();
const file = path.join(ROOT, "tests", "golden", "types", "builtins.json");
fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(file, `${text}\n`);
console.log(`${Object.keys(JSON.parse(text)).length} types written to ${path.relative(ROOT, file)}`);
