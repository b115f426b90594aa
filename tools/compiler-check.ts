/**
 * Compiles many sources with us and with CPython 3.12.7, and compares bytes, errors with all their positions, warnings.
 *
 *     node tools/run.mjs compiler-check files folder...          every .py file under the folders
 *     node tools/run.mjs compiler-check mutations [count] [seed]  library files, changed in one spot
 *     node tools/run.mjs compiler-check trees [count] [seed]      pieces of them with type comments, and feature versions
 *     node tools/run.mjs compiler-check caches    the library through py_compile: each level, each kind of header
 *     node tools/run.mjs compiler-check faces     the library through importlib, dis, ast, symtable and tokenize
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT, STDLIB_ARCHIVE } from "./build/paths.ts";
import { readZip } from "./build/zip.ts";
import { mutations, treeExamples } from "./check/mutations.ts";
import { type Answer, type Example, ourAnswer, ourTree, theirAnswers, theirTrees } from "./check/sides.ts";
import { Oracle } from "./oracle/client.ts";
import { CLI } from "./oracle/interpreter.ts";

const BATCH_BYTES = 2_000_000;
/** So that an answer of the reference comes within its time limit. */
const FILES_AT_A_TIME = 20;

function filesUnder(folder: string): Example[] {
  const names = fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)));
  const files = names.filter((name) => name.endsWith(".py") && fs.existsSync(name) && fs.statSync(name).isFile());
  return files.sort().map((name) => ({ name, source: fs.readFileSync(name) }));
}

function libraryFiles(): Example[] {
  const files = [...readZip(fs.readFileSync(STDLIB_ARCHIVE))].filter(([name]) => name.endsWith(".py"));
  return files.map(([name, source]) => ({ name, source }));
}

function* batches<Item extends Example>(examples: readonly Item[]): Generator<Item[]> {
  let batch: Item[] = [];
  let size = 0;
  for (const example of examples) {
    batch.push(example);
    size += example.source.length;
    if (size < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

const counts = { identical: 0, "same error": 0, different: 0, "other warnings": 0, "not compared": 0 };

function compare(name: string, ours: Answer, theirs: Answer | undefined): void {
  if (theirs === undefined) {
    counts["not compared"]++;
    console.log(`${name}: CPython itself gave no answer`);
    return;
  }
  const isSame = (key: keyof Answer): boolean => JSON.stringify(ours[key]) === JSON.stringify(theirs[key]);
  if (!isSame("digests") || !isSame("error")) {
    counts.different++;
    const shown = ({ digests, error }: Answer): string => JSON.stringify(error ?? digests);
    console.log(`${name}\n  CPython ${shown(theirs)}\n  Chaipy  ${shown(ours)}`);
  } else if (!isSame("warnings")) {
    counts["other warnings"]++;
    console.log(`${name}\n  CPython ${JSON.stringify(theirs.warnings)}\n  Chaipy  ${JSON.stringify(ours.warnings)}`);
  } else counts[theirs.error === undefined ? "identical" : "same error"]++;
}

/** A folder with the library's sources, for as long as `use` runs. */
function withLibrary<Result>(use: (folder: string) => Result): Result {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "library-"));
  for (const { name, source } of libraryFiles()) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), source);
  }
  try {
    return use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function ourReport(program: string, argv: readonly string[]): string[] {
  const env = { ...process.env, PYTHONHASHSEED: "0" };
  const result = spawnSync(process.execPath, [CLI, program, ...argv], { encoding: "utf8", maxBuffer: 1 << 28, env });
  process.stderr.write(result.stderr);
  return result.stdout.trim().split("\n");
}

/** What `report` of the program says in the reference: of the library, or of these files of it, some at a time. */
async function theirReport(program: string, names?: readonly string[]): Promise<string[]> {
  const oracle = new Oracle();
  const archive = fs.readFileSync(STDLIB_ARCHIVE).toString("base64");
  await oracle.runSource(`
import base64, io, zipfile
zipfile.ZipFile(io.BytesIO(base64.b64decode("${archive}"))).extractall("/tmp/library")
space = {"__name__": "checked"}
exec(${JSON.stringify(fs.readFileSync(program, "utf8"))}, space)
""`);
  const lines: string[] = [];
  const some = names === undefined ? 1 : FILES_AT_A_TIME;
  for (let at = 0; at < (names?.length ?? 1); at += some) {
    const list = JSON.stringify(names?.slice(at, at + some) ?? []);
    lines.push(...(await oracle.runSource(`space["report"]("/tmp/library", *${list})`)).split("\n"));
  }
  await oracle.close();
  return lines;
}

/** Prints the lines that only they have; true if both have the same ones. `shown` words of a line name it. */
function compareReports(what: string, ours: readonly string[], theirs: readonly string[], shown: number): boolean {
  const our = new Set(ours);
  const different = theirs.filter((line) => !our.has(line));
  for (const line of different) console.log(`${what}: ${line.split(" ").slice(0, shown).join(" ")}`);
  console.log(`${what}: ${theirs.length} compared, ${different.length} different`);
  return different.length === 0 && our.size === theirs.length;
}

/** Runs tools/check/faces.py on both sides; each line is a face and a file. */
async function checkFaces(): Promise<void> {
  const program = path.join(ROOT, "tools", "check", "faces.py");
  const ours = withLibrary((folder) => ourReport(program, [folder]));
  process.exit(compareReports("faces of files", ours, await theirReport(program), 2) ? 0 : 1);
}

/** Runs tools/check/caches.py on both sides, ours once for the whole library and once with a process for each file. */
async function checkCaches(): Promise<void> {
  const program = path.join(ROOT, "tools", "check", "caches.py");
  const names = libraryFiles().map(({ name }) => name);
  const theirs = await theirReport(program, names);
  const together = withLibrary((folder) => ourReport(program, [folder]));
  const isSame = compareReports("caches written by one process", together, theirs, 3);
  const alone = withLibrary((folder) => names.flatMap((name) => ourReport(program, [folder, name])));
  process.exit(compareReports("caches written by a process each", alone, theirs, 3) && isSame ? 0 : 1);
}

async function checkTrees(count: number, seed: number): Promise<never> {
  const oracle = new Oracle();
  const examples = treeExamples(libraryFiles(), count, seed);
  for (const batch of batches(examples)) {
    const theirs = await theirTrees(oracle, batch);
    batch.forEach((example, index) => compare(example.name, ourTree(example), theirs[index]));
  }
  await oracle.close();
  return report(examples.length);
}

function report(count: number): never {
  const parts = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  console.log(`${count} sources: ${parts.join(", ")}`);
  process.exit(counts.different + counts["other warnings"] === 0 ? 0 : 1);
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === "faces") await checkFaces();
if (mode === "caches") await checkCaches();
if (mode === "trees") await checkTrees(Number(rest[0] ?? "2000"), Number(rest[1] ?? "1"));
let examples: Example[];
if (mode === "files" && rest.length > 0) examples = rest.flatMap(filesUnder);
else if (mode === "mutations") examples = mutations(libraryFiles(), Number(rest[0] ?? "2000"), Number(rest[1] ?? "1"));
else {
  console.error(
    "usage: compiler-check files folder... | mutations [count] [seed] | trees [count] [seed] | faces | caches",
  );
  process.exit(2);
}
const oracle = new Oracle();
for (const batch of batches(examples)) {
  const sources = batch.map(({ source }) => source);
  const theirs = await theirAnswers(oracle, sources);
  batch.forEach(({ name, source }, index) => compare(name, ourAnswer(source), theirs[index]));
}
await oracle.close();
report(examples.length);
