/**
 * The build: src/ to dist/cli.js (with main.js and worker.js), dist/compiler.mjs and dist/browser, the standard library to dist/lib/python3.12, its .pyc files and
 * the frozen modules.
 *
 * Each part has its own stamp, so that a change of the VM does not compile the library again. tools/prepare.mjs decides
 * whether to come here at all.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { type BuildOptions, build } from "esbuild";
import { bundleBrowser, writeBrowserLibrary } from "./build/browser.ts";
import { bundleCommandLine } from "./build/command-line.ts";
import { COMPILER_FILE, loadCompiler } from "./build/compiler.ts";
import { bundleFreeze } from "./build/freeze.ts";
import { writeFrozen } from "./build/frozen.ts";
import { DIST, listFiles, ROOT, SQLITE_LIBRARY, STDLIB, STDLIB_ARCHIVE } from "./build/paths.ts";
import { writeLibraryPatterns } from "./build/patterns.ts";
import { precompile } from "./build/precompile.ts";
import { extractStdlib } from "./build/stdlib.ts";

/** The library bundles: name to entry; an entry that is not there yet is left out. */
const LIBRARIES: Record<string, string> = {
  compiler: "src/embed/compiler.ts",
  embed: "src/embed/node.ts",
};

/** The steps that make the library and its caches: a change of any other one does not make them again. */
const LIBRARY_STEPS = ["compiler.ts", "frozen.ts", "paths.ts", "patterns.ts", "precompile.ts", "stdlib.ts", "zip.ts"];

const SHARED: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: "node",
  target: "node20",
  // Said here because files that a plugin finds are otherwise compiled without it.
  tsconfig: path.join(ROOT, "tsconfig.json"),
  legalComments: "inline",
  logLevel: "warning",
};

async function bundleLibraries(): Promise<void> {
  const present = Object.entries(LIBRARIES).filter(([, file]) => fs.existsSync(path.join(ROOT, file)));
  fs.rmSync(path.join(DIST, "chunks"), { recursive: true, force: true });
  for (const name of Object.keys(LIBRARIES)) fs.rmSync(path.join(DIST, `${name}.mjs`), { force: true });
  await build({
    ...SHARED,
    entryPoints: Object.fromEntries(present),
    outdir: DIST,
    outExtension: { ".js": ".mjs" },
    splitting: true,
    format: "esm",
    chunkNames: "chunks/[name]-[hash]",
  });
}

/** Loads what a start does not load: the native modules, and what is loaded at its first call. */
const EVERY_PART = `
import sys
for name in sys.builtin_module_names: __import__(name)
from unicodedata import name, normalize
name(normalize("NFC", "e\\u0301"))
try: compile("(", "", "exec")
except SyntaxError: pass
class Point:
    def __init__(self, x): self.x = x
    def moved(self, by): return Point(self.x + by * 2.5)
def work(items, table):
    point, total = Point(0.5), 0
    for i in range(1000):
        if i % 3 == 0: items[i % 5] = i
        total += items[i % 5] - len(items)
        point = point.moved(0.25)
        table[i] = f"{total}"
    return total
for _ in range(300): work([0] * 5, {})
`;

/** Runs write V8's code caches: a start alone that of main.js, then one for each part. */
function warmUp(): void {
  for (const program of ["pass", EVERY_PART]) {
    const args = [path.join(DIST, "cli.js"), "-I", "-c", program];
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (status !== 0) console.error("dist/cli.js does not start");
  }
}

/** The snapshot from which dist/chaipy starts, for the Node that it will find. */
function makeStart(): void {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const node = folders.map((folder) => path.join(folder, "node")).find((file) => fs.existsSync(file));
  spawnSync(process.execPath, [path.join(DIST, "start", "make.js"), node ?? process.execPath], { stdio: "inherit" });
  const table = path.join(DIST, ".start", "table");
  if (process.platform === "linux" && !(fs.existsSync(table) && /^[\da-f]/m.test(fs.readFileSync(table, "utf8")))) {
    console.error("dist/chaipy has no snapshot to start from");
  }
}

function digest(parts: Iterable<string | Buffer>): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

function contentsOf(folder: string): Buffer[] {
  return listFiles(folder)
    .filter((name) => !name.includes("__pycache__"))
    .map((name) => fs.readFileSync(path.join(folder, name)));
}

/** Run `work` unless it was done with these very inputs; the stamp is removed first, so a failure is not forgotten. */
async function unlessDone(part: string, inputs: string, work: () => void | Promise<void>): Promise<void> {
  const stamp = path.join(DIST, `.stamp-${part}`);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === inputs) return;
  fs.rmSync(stamp, { force: true });
  await work();
  fs.writeFileSync(stamp, inputs);
}

function elapsed(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

async function compileLibrary(): Promise<void> {
  const compile = await loadCompiler();
  if (compile === null) return;
  const start = performance.now();
  const files = listFiles(STDLIB).filter((name) => name.endsWith(".py"));
  const { written, failures } = precompile(files, compile, 0);
  for (const { file, message } of failures) console.error(`  ${file}: ${message}`);
  const frozen = writeFrozen(path.join(DIST, "frozen.bin"), (source, filename) => compile(source, filename, 0));
  console.error(`compiled ${written} library files and ${frozen} frozen modules (${elapsed(start)})`);
  if (failures.length > 0) console.error(`${failures.length} library files do not compile`);
}

const start = performance.now();
fs.mkdirSync(DIST, { recursive: true });
await bundleLibraries();
await bundleCommandLine(SHARED);
await bundleBrowser();
fs.cpSync(path.join(ROOT, "src/apps/tour/lessons"), path.join(DIST, "tour"), { recursive: true });
await bundleFreeze();
console.error(`bundled (${elapsed(start)})`);

const ownSources = contentsOf(path.join(ROOT, "lib"));
const ownNames = listFiles(path.join(ROOT, "lib")).join("\n");
const archive = fs.readFileSync(STDLIB_ARCHIVE);
const sqlite = fs.readFileSync(SQLITE_LIBRARY);
const buildSources = LIBRARY_STEPS.map((name) => fs.readFileSync(path.join(ROOT, "tools/build", name)));
const libraryInputs = digest([archive, sqlite, ownNames, ...ownSources, ...buildSources]);
await unlessDone("stdlib", libraryInputs, () => {
  for (const part of ["pyc", "patterns"]) fs.rmSync(path.join(DIST, `.stamp-${part}`), { force: true });
  extractStdlib();
});

if (fs.existsSync(COMPILER_FILE)) {
  const chunks = contentsOf(path.join(DIST, "chunks"));
  await unlessDone("pyc", digest([libraryInputs, fs.readFileSync(COMPILER_FILE), ...chunks]), compileLibrary);
  const built = [
    libraryInputs,
    fs.readFileSync(path.join(DIST, "frozen.bin")),
    fs.readFileSync(COMPILER_FILE),
    fs.readFileSync(path.join(ROOT, "tools/build/browser.ts")),
    ...chunks,
  ];
  await unlessDone("browser", digest(built), writeBrowserLibrary);
  await unlessDone("patterns", libraryInputs, () => {
    const start = performance.now();
    console.error(`compiled ${writeLibraryPatterns()} patterns of the library (${elapsed(start)})`);
  });
}
warmUp();
makeStart();
