/**
 * npm run import-sweep [-- name...]: import each library module in a fresh interpreter of ours.
 *
 * The list holds the modules that CPython 3.12.7 can import; `--update-list` makes it anew from the reference.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT, STDLIB_ARCHIVE } from "./build/paths.ts";
import { readZip } from "./build/zip.ts";
import { Oracle } from "./oracle/client.ts";
import { runInterpreter } from "./oracle/interpreter.ts";

const LIST = path.join(ROOT, "tools", "oracle", "stdlib-modules.json");
const FOREIGN = /^(pyodide|_pyodide|webbrowser|_sysconfigdata_)/;
const PARALLEL = 2;

function candidates(): string[] {
  const files = [...readZip(fs.readFileSync(STDLIB_ARCHIVE)).keys()].filter((name) => name.endsWith(".py"));
  const names = files.map((file) => file.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."));
  return names.filter((name) => !FOREIGN.test(name) && !name.endsWith("__main__")).sort();
}

/** Imports happen in one process of the reference; its own standard output is of no interest. */
async function updateList(): Promise<void> {
  const oracle = new Oracle();
  const text = await oracle.runSource(`
import importlib, json
importable = []
for name in ${JSON.stringify(candidates())}:
    try:
        importlib.import_module(name)
    except BaseException:
        continue
    importable.append(name)
json.dumps(importable)
`);
  await oracle.close();
  const names = JSON.parse(text) as string[];
  fs.writeFileSync(LIST, `${JSON.stringify(names, null, 1)}\n`);
  console.log(`${names.length} of ${candidates().length} modules can be imported by CPython`);
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

async function sweep(names: readonly string[]): Promise<void> {
  const failures = new Map<string, string[]>();
  const queue = [...names];
  const worker = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const { code, stderr } = await runInterpreter(["-c", `import ${name}`], "");
      if (code === 0) continue;
      const reason = lastLine(stderr);
      failures.set(reason, [...(failures.get(reason) ?? []), name]);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  let failed = 0;
  for (const [reason, modules] of [...failures].sort((a, b) => b[1].length - a[1].length)) {
    failed += modules.length;
    console.log(`${String(modules.length).padStart(4)}  ${reason}\n      ${modules.sort().join(" ")}`);
  }
  console.log(`${names.length - failed} of ${names.length} modules import`);
  process.exitCode = failed === 0 ? 0 : 1;
}

const args = process.argv.slice(2);
if (args.includes("--update-list")) await updateList();
else await sweep(args.length > 0 ? args : (JSON.parse(fs.readFileSync(LIST, "utf8")) as string[]));
