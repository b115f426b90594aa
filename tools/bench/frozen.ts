/**
 * npm run bench -- frozen: executables made by `chaipy freeze` against bare Node: one that prints a line, and one that
 * imports the thirty modules of bench/b_imports.py first. Beside them the same programs unfrozen.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "../build/paths.ts";
import { OURS } from "./interpreters.ts";
import { BARE_NODE, compareCommands, type NamedCommand } from "./startup.ts";

const HELLO = 'print("hello, world")\n';

/** The modules that b_imports names, as import statements: what is frozen is found by them. */
function importStatements(): string {
  const source = fs.readFileSync(path.join(ROOT, "bench", "b_imports.py"), "utf8");
  const names = /NAMES = \(([^)]*)\)/.exec(source)?.[1]?.match(/[\w.]+/g);
  if (names === undefined || names === null) throw new Error("bench/b_imports.py has no NAMES");
  return names.map((name) => `import ${name}\n`).join("");
}

function freeze(folder: string, name: string, source: string): NamedCommand[] {
  const file = path.join(folder, `${name}.py`);
  const target = path.join(folder, name);
  fs.writeFileSync(file, source);
  const [command = "", ...args] = [...OURS.command, "freeze", file, "-o", target];
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`chaipy freeze ${name}.py: ${stderr}`);
  return [
    [`${name}, frozen`, [target]],
    [`${name}.py`, [...OURS.command, file]],
  ];
}

export async function benchFrozen(rounds: number): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-bench-frozen-"));
  try {
    const hello = freeze(folder, "hello", HELLO);
    const imports = freeze(folder, "imports", importStatements() + HELLO);
    await compareCommands([BARE_NODE, ...hello, ...imports], rounds);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
