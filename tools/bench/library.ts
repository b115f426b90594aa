/**
 * The compiler over the whole standard library, beside another Python: `npm run bench -- library`.
 *
 * Each side reads all sources, then compiles and marshals every file several times over in one process. The first pass
 * is cold, the best later one warm. The two run in turn, so that both see the same machine. Files that only one side
 * accepts (3.11 does not know `type`) are left out on both.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { COMPILER_FILE } from "../build/compiler.ts";
import { STDLIB_ARCHIVE } from "../build/paths.ts";
import { readZip } from "../build/zip.ts";

const PASSES = 6;
const TURNS = 2;

const OURS = `
import fs from "node:fs";
const { compileToMarshal } = await import(process.argv[2]);
const sources = JSON.parse(fs.readFileSync(0, "utf8")).map((name) => [name, fs.readFileSync(name)]);
for (let pass = 0; pass < ${PASSES}; pass++) {
  const start = performance.now();
  for (const [name, source] of sources) compileToMarshal(source, name, 0);
  console.log((performance.now() - start) / 1000);
}
`;

const THEIRS = `
import json, marshal, sys, time, warnings
warnings.simplefilter("ignore")
sources = []
for name in json.load(sys.stdin):
    with open(name, "rb") as file:
        sources.append((name, file.read()))
for _ in range(${PASSES}):
    start = time.perf_counter()
    for name, source in sources:
        marshal.dumps(compile(source, name, "exec", dont_inherit=True))
    print(time.perf_counter() - start)
`;

const ACCEPTED = `
import json, sys, warnings
warnings.simplefilter("ignore")
accepted = []
for name in json.load(sys.stdin):
    with open(name, "rb") as file:
        try:
            compile(file.read(), name, "exec", dont_inherit=True)
        except SyntaxError:
            continue
    accepted.append(name)
json.dump(accepted, sys.stdout)
`;

function run(command: readonly string[], input: string): string {
  const [executable = "", ...args] = command;
  const { stdout, stderr, status } = spawnSync(executable, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${executable}: ${stderr}`);
  return stdout;
}

interface Times {
  readonly cold: number;
  readonly warm: number;
}

function timesOf(output: string): Times {
  const [cold = Number.NaN, ...later] = output.trim().split("\n").map(Number);
  return { cold, warm: Math.min(...later) };
}

const best = (all: readonly Times[]): Times => ({
  cold: Math.min(...all.map((times) => times.cold)),
  warm: Math.min(...all.map((times) => times.warm)),
});

/** Prints the times of both sides and their ratio. */
export function benchLibrary(otherPython: string): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "library-"));
  try {
    const names: string[] = [];
    for (const [name, source] of readZip(fs.readFileSync(STDLIB_ARCHIVE))) {
      if (!name.endsWith(".py")) continue;
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, source);
      names.push(file);
    }
    const accepted = run([otherPython, "-c", ACCEPTED], JSON.stringify(names));
    const program = path.join(folder, "ours.mjs");
    fs.writeFileSync(program, OURS);
    const ours: Times[] = [];
    const theirs: Times[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      ours.push(timesOf(run([process.execPath, program, pathToFileURL(COMPILER_FILE).href], accepted)));
      theirs.push(timesOf(run([otherPython, "-c", THEIRS], accepted)));
    }
    const [a, b] = [best(ours), best(theirs)];
    const count = `${(JSON.parse(accepted) as string[]).length} of ${names.length} library files`;
    console.log(`${count}: cold ${a.cold.toFixed(2)} s, warm ${a.warm.toFixed(2)} s`);
    const ratios = `ratio cold ${(a.cold / b.cold).toFixed(2)}, warm ${(a.warm / b.warm).toFixed(2)}`;
    console.log(`  ${otherPython}: cold ${b.cold.toFixed(2)} s, warm ${b.warm.toFixed(2)} s; ${ratios}`);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
