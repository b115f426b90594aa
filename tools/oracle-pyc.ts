/** npm run oracle:pyc: tests/golden/pyc/digests.json, what CPython 3.12.7 compiles each library file to. */
import fs from "node:fs";
import path from "node:path";
import { ROOT, STDLIB_ARCHIVE } from "./build/paths.ts";
import { Oracle } from "./oracle/client.ts";
import { DIGEST_FILE, FILENAME_PREFIX, type FileDigest } from "./pyc/digests.ts";

const oracle = new Oracle();
const source = fs.readFileSync(path.join(ROOT, "tools", "oracle", "code_digests.py"), "utf8");
const archive = fs.readFileSync(STDLIB_ARCHIVE).toString("base64");
await oracle.runSource(`
import base64
with open("/tmp/python_stdlib.zip", "wb") as file:
    file.write(base64.b64decode("${archive}"))
""`);
const text = await oracle.runSource(`
import json
space = {"__name__": "code_digests"}
exec(${JSON.stringify(source)}, space)
json.dumps(space["archive_digests"](${JSON.stringify(FILENAME_PREFIX)}))
`);
await oracle.close();
const digests = JSON.parse(text) as Record<string, FileDigest>;
const rows = Object.entries(digests).map(([name, digest]) => `  ${JSON.stringify(name)}: ${JSON.stringify(digest)}`);
fs.mkdirSync(path.dirname(DIGEST_FILE), { recursive: true });
fs.writeFileSync(DIGEST_FILE, `{\n${rows.join(",\n")}\n}\n`);
console.log(`${rows.length} files`);
