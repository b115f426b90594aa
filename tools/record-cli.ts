/**
 * npm run record:cli -- <python3.12>: writes tests/cli/expectations.json, what a native CPython 3.12 does with the
 * command lines of tests/cli/cases.ts. The wasm build cannot: it has no command line.
 */
import fs from "node:fs";
import path from "node:path";
import { CASES } from "../tests/cli/cases.ts";
import { runCase } from "../tests/support/command-line.ts";
import { ROOT } from "./build/paths.ts";

const [python] = process.argv.slice(2);
if (python === undefined) throw new Error("usage: npm run record:cli -- <path of python3.12>");
const expectations: Record<string, Record<string, unknown>> = {};
for (const [group, cases] of Object.entries(CASES)) {
  expectations[group] = {};
  for (const each of cases) {
    if (each.name in expectations[group]) throw new Error(`two cases are called ${each.name}`);
    expectations[group][each.name] = await runCase([python], each);
  }
}
const target = path.join(ROOT, "tests", "cli", "expectations.json");
fs.writeFileSync(target, `${JSON.stringify(expectations, null, 1)}\n`);
