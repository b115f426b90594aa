/**
 * npm run bench -- cache: fifty generated modules of some 300 lines, imported cold (no .pyc file) and warm (all there).
 *
 * Each interpreter has a copy of its own, so each writes and reads its own __pycache__. The time is that of the imports
 * alone, taken by the program; that of the whole process stands beside it.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { markdownTable, median, show } from "./figures.ts";
import { type Interpreter, OURS } from "./interpreters.ts";
import { run, timesOf } from "./run.ts";

const COUNT = 50;
const CLASSES = 5;
const FUNCTIONS = 10;

function functionText(module: number, index: number): string {
  const name = `measure_${index}`;
  return `
def ${name}(values, factor=${module + 1}, *, limit=None, label="${name}"):
    """Sum what is in range, and say how much was left out.

    The values may be any iterable of numbers.
    """
    total, skipped = 0, []
    for position, value in enumerate(values):
        if limit is not None and value > limit:
            skipped.append((position, value))
            continue
        total += value * factor + ${index}
    if skipped:
        details = ", ".join(f"{at}: {value!r}" for at, value in skipped)
        return f"{label}: {total} without {details}"
    return f"{label}: {total:>{${index + 4}}}"
`;
}

function methodText(index: number): string {
  return `
    def update_${index}(self, key: str, value: float = ${index}.5, **options) -> "bool":
        """Replace the value of a key; tell whether it was known."""
        known = key in self.items
        try:
            self.items[key] = options.get("convert", float)(value)
        except (TypeError, ValueError) as error:
            self.errors.append((key, str(error)))
            raise RuntimeError(f"no number for {key!r} in update_${index}") from error
        finally:
            self.count += 1
        return known and not self.errors
`;
}

function classText(module: number, index: number): string {
  const methods = Array.from({ length: 4 }, (_, i) => methodText(i)).join("");
  return `

class Record${module}_${index}(${index === 0 ? "object" : `Record${module}_${index - 1}`}):
    """A collection of named numbers with a history of errors."""

    kind = "record ${index}"
    limits = (0, ${index + 1}, 10.25, None)

    def __init__(self, items=(), *, name="record"):
        self.items = dict(items)
        self.errors = []
        self.count = 0
        self.name = name

    @property
    def total(self):
        return sum(self.items.values())

    @staticmethod
    def parse(text, separator=":"):
        return [tuple(part.split(separator, 1)) for part in text.splitlines() if separator in part]

    def __repr__(self):
        return f"<{type(self).__name__} {self.name}: {len(self.items)} items>"
${methods}`;
}

function moduleText(module: number): string {
  const earlier = [module - 1, module >> 1].filter((other) => other >= 0 && other < module);
  const imports = [...new Set(earlier)].map((other) => `from . import module_${other}\n`).join("");
  const rows = Array.from(
    { length: 20 },
    (_, i) => `    "entry_${module}_${i}": (${i}, ${i * module}.25, "text ${i}"),\n`,
  );
  const classes = Array.from({ length: CLASSES }, (_, i) => classText(module, i)).join("");
  const functions = Array.from({ length: FUNCTIONS }, (_, i) => functionText(module, i)).join("\n");
  return `"""Module ${module} of a generated package."""
import os
import sys
${imports}
TABLE = {
${rows.join("")}}
NAMES = tuple(sorted(TABLE))
${classes}
${functions}`;
}

const PROGRAM = `
import sys
from time import perf_counter
sys.path.insert(0, sys.argv[1])
start = perf_counter()
for number in range(${COUNT}):
    __import__("generated.module_%d" % number)
print("TIME %.6f" % (perf_counter() - start))
`;

function writePackage(folder: string): void {
  const target = path.join(folder, "generated");
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, "__init__.py"), "");
  for (let i = 0; i < COUNT; i++) fs.writeFileSync(path.join(target, `module_${i}.py`), moduleText(i));
}

interface Times {
  readonly imports: number[];
  readonly whole: number[];
}

async function measure(interpreter: Interpreter, folder: string, times: Times): Promise<void> {
  const result = await run([...interpreter.command, path.join(folder, "main.py"), folder]);
  if (result.status !== 0) throw new Error(`${interpreter.name}: ${result.stderr}`);
  times.imports.push((timesOf(result)[0] ?? Number.NaN) * 1000);
  times.whole.push(result.seconds * 1000);
}

export async function benchCache(others: readonly Interpreter[], rounds: number): Promise<void> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "bench-cache-"));
  try {
    const sides = [OURS, ...others].map((interpreter, i) => ({
      interpreter,
      folder: path.join(root, String(i)),
      cold: { imports: [], whole: [] } as Times,
      warm: { imports: [], whole: [] } as Times,
    }));
    for (const { folder } of sides) {
      writePackage(folder);
      fs.writeFileSync(path.join(folder, "main.py"), PROGRAM);
    }
    for (let round = 0; round < rounds; round++) {
      for (const { interpreter, folder, cold, warm } of sides) {
        fs.rmSync(path.join(folder, "generated", "__pycache__"), { recursive: true, force: true });
        await measure(interpreter, folder, cold);
        await measure(interpreter, folder, warm);
      }
    }
    const figures = sides.map(({ interpreter, cold, warm }) => ({
      name: interpreter.name,
      cold: median(cold.imports),
      warm: median(warm.imports),
      coldWhole: median(cold.whole),
      warmWhole: median(warm.whole),
    }));
    const reference = figures[1] ?? figures[0];
    const rows = figures.map((each) => [
      each.name,
      ...[each.cold, each.warm, each.cold / each.warm, each.warm / (reference?.warm ?? Number.NaN)].map(show),
      ...[each.coldWhole, each.warmWhole].map(show),
    ]);
    const head = ["imports of 50 modules", "cold, ms", "warm, ms", "cold / warm", `warm / ${reference?.name}`];
    console.log(markdownTable([[...head, "process cold, ms", "process warm, ms"], ...rows]));
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}
