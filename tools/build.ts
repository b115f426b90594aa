/**
 * The build: src/ to dist/cli.js and dist/compiler.js, the standard library to dist/lib/python3.12, its .pyc files and
 * the frozen modules.
 *
 * Each part has its own stamp, so that a change of the VM does not compile the library again. tools/prepare.mjs decides
 * whether to come here at all.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { COMPILER_FILE, loadCompiler } from "./build/compiler.ts";
import { writeFrozen } from "./build/frozen.ts";
import { DIST, listFiles, ROOT, STDLIB, STDLIB_ARCHIVE } from "./build/paths.ts";
import { precompile } from "./build/precompile.ts";
import { extractStdlib } from "./build/stdlib.ts";

/** Bundle name to entry; an entry that is not there yet is left out. */
const ENTRIES: Record<string, string> = {
  cli: "src/apps/cli/main.ts",
  compiler: "src/embed/compiler.ts",
  embed: "src/embed/node.ts",
};

const HASHBANG = "#!/usr/bin/env node\n";

async function bundle(): Promise<string[]> {
  const present = Object.entries(ENTRIES).filter(([, file]) => fs.existsSync(path.join(ROOT, file)));
  fs.rmSync(path.join(DIST, "chunks"), { recursive: true, force: true });
  for (const name of Object.keys(ENTRIES)) fs.rmSync(path.join(DIST, `${name}.js`), { force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(present),
    outdir: DIST,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    chunkNames: "chunks/[name]-[hash]",
    // Constants of other modules become literals: without that the interpreter's switch is no jump table.
    minifySyntax: true,
    legalComments: "inline",
    logLevel: "warning",
  });
  const cli = path.join(DIST, "cli.js");
  if (fs.existsSync(cli)) {
    const code = fs.readFileSync(cli, "utf8");
    if (!code.startsWith("#!")) fs.writeFileSync(cli, HASHBANG + code);
    fs.chmodSync(cli, 0o755);
  }
  return present.map(([name]) => name);
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
const names = await bundle();
console.error(`bundled ${names.join(", ") || "nothing"} (${elapsed(start)})`);

const ownSources = contentsOf(path.join(ROOT, "lib"));
const ownNames = listFiles(path.join(ROOT, "lib")).join("\n");
const archive = fs.readFileSync(STDLIB_ARCHIVE);
const buildSources = contentsOf(path.join(ROOT, "tools", "build"));
const libraryInputs = digest([archive, ownNames, ...ownSources, ...buildSources]);
await unlessDone("stdlib", libraryInputs, () => {
  fs.rmSync(path.join(DIST, ".stamp-pyc"), { force: true });
  extractStdlib();
});

if (fs.existsSync(COMPILER_FILE)) {
  const chunks = contentsOf(path.join(DIST, "chunks"));
  await unlessDone("pyc", digest([libraryInputs, fs.readFileSync(COMPILER_FILE), ...chunks]), compileLibrary);
}
