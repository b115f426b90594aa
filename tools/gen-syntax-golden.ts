/**
 * node tools/run.mjs gen-syntax-golden: what CPython 3.12.7 says of sources, for the tests of src/syntax.
 *
 * Writes tests/golden/ast/digests.json and tests/golden/tokens/digests.json (of every file of the standard library:
 * ast.dump with attributes, and the tokens of `tokenize`), and tests/golden/errors/results.json: for each source of
 * sources.json beside it the digest of the dump, or the arguments of the exception, and the warnings.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT, STDLIB_ARCHIVE } from "./build/paths.ts";
import { readZip } from "./build/zip.ts";
import { Oracle } from "./oracle/client.ts";

const golden = path.join(ROOT, "tests", "golden");
const sources = fs.readFileSync(path.join(golden, "errors", "sources.json"), "utf8");

const RECORDER = `
import ast, hashlib, io, json, tokenize, warnings

def digest(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

def tree_digest(source, mode="exec"):
    return digest(ast.dump(compile(source, "<source>", mode, ast.PyCF_ONLY_AST), include_attributes=True))

def token_text(token):
    (line, column), (end_line, end_column) = token.start, token.end
    return f"{token.type} {line},{column}-{end_line},{end_column} {len(token.line)} {token.string}"

def token_digest(data):
    readline = io.StringIO(data.decode("utf-8"), newline="").readline
    return digest(chr(10).join(map(token_text, tokenize.generate_tokens(readline))))

def record(mode, source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = tree_digest(source, mode)
        except SyntaxError as error:
            place = [error.lineno, error.offset, error.end_lineno, error.end_offset]
            result = [type(error).__name__, error.msg, *place, error.text]
        except MemoryError as error:
            result = [type(error).__name__, str(error), None, None, None, None, None]
    return [result, sorted({(item.category.__name__, str(item.message), item.lineno) for item in caught})]
`;

const oracle = new Oracle();
const trees: Record<string, string> = {};
const tokens: Record<string, string> = {};
const files = [...readZip(fs.readFileSync(STDLIB_ARCHIVE))].filter(([name]) => name.endsWith(".py"));
for (let at = 0; at < files.length; at += 32) {
  const batch = files.slice(at, at + 32).map(([name, data]) => [name, data.toString("base64")]);
  const text = await oracle.runSource(`${RECORDER}
import base64
warnings.simplefilter("ignore")
files = [(name, base64.b64decode(data)) for name, data in json.loads(${JSON.stringify(JSON.stringify(batch))})]
json.dumps([[name, tree_digest(data), token_digest(data)] for name, data in files])
`);
  for (const [name, tree, token] of JSON.parse(text) as [string, string, string][]) {
    trees[name] = tree;
    tokens[name] = token;
  }
}
const results = await oracle.runSource(`${RECORDER}
json.dumps([record(*item) for item in json.loads(${JSON.stringify(sources)})])
`);
await oracle.close();

const write = (folder: string, name: string, text: string): void =>
  fs.writeFileSync(path.join(golden, folder, name), text);
write("ast", "digests.json", `${JSON.stringify(trees, null, 1)}\n`);
write("tokens", "digests.json", `${JSON.stringify(tokens, null, 1)}\n`);
const rows = (JSON.parse(results) as unknown[]).map((row) => `  ${JSON.stringify(row)}`);
write("errors", "results.json", `[\n${rows.join(",\n")}\n]\n`);
console.log(`${files.length} files, ${rows.length} sources`);
