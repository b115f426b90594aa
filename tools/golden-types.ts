/**
 * node tools/run.mjs golden-types: write tests/golden/types/builtins.json, what the reference CPython 3.12.7 says of its
 * builtin types and native modules (golden/describe.py). tools/whats-left.ts compares ours with it.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./build/paths.ts";
import { DESCRIBE, GOLDEN } from "./golden/types.ts";
import { Oracle } from "./oracle/client.ts";

const oracle = new Oracle();
const { stdout, stderr, code } = await oracle.runProgram(DESCRIBE, [], "");
await oracle.close();
if (code !== 0) throw new Error(stderr);
fs.mkdirSync(path.dirname(GOLDEN), { recursive: true });
fs.writeFileSync(GOLDEN, stdout);
const { types, modules } = JSON.parse(stdout) as { types: object; modules: object };
console.log(
  `${Object.keys(types).length} types and ${Object.keys(modules).length} modules written to ${path.relative(ROOT, GOLDEN)}`,
);
