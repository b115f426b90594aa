/**
 * npm run packages [-- name...]: programs that use pure-Python packages of Debian, under us, against what CPython printed.
 *
 * The packages are downloaded (`apt-get download`) and unpacked below .cache/packages, once; nothing is installed and
 * nothing of them is in the repository. `--record` writes the expectations with a native CPython 3.12.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "./build/paths.ts";
import { findNative } from "./conformance/suite.ts";
import { CLI } from "./oracle/interpreter.ts";
import type { ProgramResult } from "./oracle/messages.ts";
import { expectationOf, normalise, writeExpectation } from "./oracle/programs.ts";

const FOLDER = path.join(ROOT, "tests", "packages");
const CACHE = path.join(ROOT, ".cache", "packages");
const UNPACKED = path.join(CACHE, "root");
const MODULES = path.join(UNPACKED, "usr", "lib", "python3", "dist-packages");
const TIME_LIMIT_MILLISECONDS = 300_000;

/** Lines "name: Debian packages that its program needs". */
function readTable(): Map<string, string[]> {
  const lines = fs.readFileSync(path.join(FOLDER, "packages.txt"), "utf8").split("\n");
  const rows = lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split(":"));
  return new Map(rows.map(([name, packages]) => [name, packages.trim().split(/\s+/)]));
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr.trim()}`);
}

/** Download and unpack what is not there yet. A package's mark is written when all of it is there. */
function provide(packages: readonly string[]): void {
  const downloads = path.join(CACHE, "downloads");
  fs.mkdirSync(downloads, { recursive: true });
  for (const name of packages) {
    const mark = path.join(CACHE, `${name}.unpacked`);
    if (fs.existsSync(mark)) continue;
    run("apt-get", ["download", name], downloads);
    const file = fs.readdirSync(downloads).find((entry) => entry.startsWith(`${name}_`));
    if (file === undefined) throw new Error(`apt-get has not downloaded ${name}`);
    run("dpkg-deb", ["-x", file, UNPACKED], downloads);
    fs.writeFileSync(mark, `${file}\n`);
  }
}

/** The program in an empty folder, which is its home too. */
function runProgram(command: readonly string[], program: string): ProgramResult {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-package-"));
  const [file, ...args] = command;
  const { stdout, stderr, status } = spawnSync(file, [...args, program], {
    cwd,
    encoding: "utf8",
    timeout: TIME_LIMIT_MILLISECONDS,
    env: {
      PATH: process.env.PATH,
      HOME: cwd,
      LANG: "C.UTF-8",
      PYTHONHASHSEED: "0",
      PYTHONPATH: MODULES,
      COLUMNS: "80",
    },
  });
  fs.rmSync(cwd, { recursive: true });
  return { stdout, stderr, code: status ?? 128 };
}

const table = readTable();
const recording = process.argv.includes("--record");
const given = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = given.filter((name) => !table.has(name));
if (unknown.length > 0) throw new Error(`not in tests/packages/packages.txt: ${unknown.join(", ")}`);
const names = given.length > 0 ? given : [...table.keys()];
const command = recording ? [findNative()] : [process.execPath, CLI];
let failed = 0;
for (const name of names) {
  provide(table.get(name) ?? []);
  const program = path.join(FOLDER, `use_${name}.py`);
  const started = Date.now();
  const result = runProgram(command, program);
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  if (recording) {
    writeExpectation(program, result);
    console.log(`wrote ${name}${result.code === 0 ? "" : ` (exit code ${result.code})`}`);
    continue;
  }
  const same = JSON.stringify(normalise(result)) === JSON.stringify(expectationOf(program));
  if (!same) failed++;
  console.log(`${same ? "same   " : "differs"} ${name} (${seconds})`);
  if (!same) {
    const actual = path.join(CACHE, `${name}.actual`);
    fs.writeFileSync(actual, result.stdout + result.stderr);
    console.log(
      `        ${path.relative(ROOT, actual)} beside ${path.relative(ROOT, program).replace(/\.py$/, ".out")}`,
    );
  }
}
if (!recording) {
  console.log(`${names.length - failed} of ${names.length} programs print what CPython prints`);
  process.exitCode = failed === 0 ? 0 : 1;
}
