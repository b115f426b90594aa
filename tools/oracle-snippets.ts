/**
 * node tools/run.mjs oracle-snippets: what CPython 3.12.7 makes of the snippets in tests/golden/snippets/sources.json.
 *
 * Writes tests/golden/snippets/results.json (digests of marshal data), tests/golden/compile-errors/errors.json and
 * trees.json (of tools/oracle/invalid_trees.py), and tests/golden/symtable/tables.json.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./build/paths.ts";
import { Oracle } from "./oracle/client.ts";

const golden = path.join(ROOT, "tests", "golden");
const sources = fs.readFileSync(path.join(golden, "snippets", "sources.json"), "utf8");
const programs = fs.readFileSync(path.join(golden, "symtable", "programs.json"), "utf8");

const invalidTrees = fs.readFileSync(path.join(ROOT, "tools", "oracle", "invalid_trees.py"), "utf8");

const RECORDER = `
import _symtable, hashlib, json, marshal, warnings

def scope(entry):
    return {
        "name": entry.name, "type": entry.type, "lineno": entry.lineno, "nested": bool(entry.nested),
        "symbols": dict(sorted(entry.symbols.items())), "varnames": entry.varnames,
        "children": [scope(child) for child in entry.children],
    }

def record(source, mode, flags, optimize):
    result = {}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            filename = "".join(["<snip", "pet>"])
            code = compile(source, filename, mode, flags=flags, dont_inherit=True, optimize=optimize)
            result["digest"] = hashlib.sha256(marshal.dumps(code)).hexdigest()[:24]
        except SyntaxError as error:
            place = [error.lineno, error.offset, error.end_lineno, error.end_offset]
            result["error"] = [type(error).__name__, error.msg, *place]
        except Exception as error:
            result["error"] = [type(error).__name__, str(error), None, None, None, None]
    # A warning of the operation itself is placed at the Python line that runs: here.
    at = lambda item: 0 if item.category is DeprecationWarning and "inversion" in str(item.message) else item.lineno
    if caught:
        result["warnings"] = [[item.category.__name__, str(item.message), at(item)] for item in caught]
    return result
`;

const oracle = new Oracle();
const text = await oracle.runSource(`${RECORDER}
space = {}
exec(${JSON.stringify(invalidTrees)}, space)
json.dumps({
    "trees": space["results"],
    "snippets": [record(*item) for item in json.loads(${JSON.stringify(sources)})],
    "tables": [scope(_symtable.symtable(source, "?", "exec")) for source in json.loads(${JSON.stringify(programs)})],
})
`);
await oracle.close();

interface Result {
  readonly digest?: string;
  readonly error?: readonly unknown[];
}
const { snippets, tables, trees } = JSON.parse(text) as { snippets: Result[]; tables: unknown[]; trees: unknown[] };
const lines = (rows: readonly unknown[]): string =>
  `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]\n`;
const cases = JSON.parse(sources) as unknown[];
fs.writeFileSync(path.join(golden, "snippets", "results.json"), lines(snippets));
const failing = snippets.flatMap((result, index) => (result.error === undefined ? [] : [[cases[index], result.error]]));
fs.writeFileSync(path.join(golden, "compile-errors", "errors.json"), lines(failing));
fs.writeFileSync(path.join(golden, "compile-errors", "trees.json"), lines(trees));
fs.writeFileSync(path.join(golden, "symtable", "tables.json"), lines(tables));
console.log(`${snippets.length} snippets, ${failing.length} errors, ${tables.length} symbol tables`);
