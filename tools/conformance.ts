/**
 * npm run conformance -- [module|area ...] [options]: CPython's own test suite, as installed on this machine, under Chaipy.
 *
 *   --native       run it under native CPython 3.12 instead, and change nothing
 *   --record       run it under native CPython 3.12 and write the yardstick (tests/conformance/native)
 *   --jobs N       modules at a time (1); what then took too long runs once more, alone
 *   --seconds N    for a module (600); --test-seconds N for a test (60), of the processor where the system tells
 *   --failures     show every test that native CPython passes and Chaipy does not, listed ones too
 *   --again        read the results of the last run instead of running
 *
 * Exit status 1: a test that native CPython passes fails here without being listed, or a listed one passes.
 */
import fs from "node:fs";
import path from "node:path";
import { DIST, ROOT } from "./build/paths.ts";
import { judgeModule, type Verdict } from "./conformance/judge.ts";
import type { TestResult } from "./conformance/results.ts";
import { endEverything, type ModuleResult, type Runner, runModule } from "./conformance/run.ts";
import { expandName, findNative, findSuite, lendSupport } from "./conformance/suite.ts";
import { readAreas, readKnownFailures, readSlowTests, readYardsticks, writeYardsticks } from "./conformance/tables.ts";

const options = { native: false, record: false, failures: false, again: false, jobs: 1, seconds: 600, testSeconds: 60 };
const names: string[] = [];
const args = process.argv.slice(2);
while (args.length > 0) {
  const arg = args.shift() as string;
  if (arg === "--native") options.native = true;
  else if (arg === "--record") options.native = options.record = true;
  else if (arg === "--failures") options.failures = true;
  else if (arg === "--again") options.again = true;
  else if (arg === "--jobs") options.jobs = Number(args.shift());
  else if (arg === "--seconds") options.seconds = Number(args.shift());
  else if (arg === "--test-seconds") options.testSeconds = Number(args.shift());
  else if (arg.startsWith("-")) {
    console.error(`conformance: unknown option ${arg}`);
    process.exit(2);
  } else names.push(arg);
}

const suite = findSuite();
const folder = path.join(ROOT, ".cache", "conformance", options.native ? "native" : "chaipy");
fs.mkdirSync(folder, { recursive: true });
const plainRunner: Runner = {
  command: options.native ? [findNative()] : [process.execPath, path.join(DIST, "cli.js")],
  suite,
  pycache: undefined,
  secondsPerTest: options.testSeconds,
  secondsPerModule: options.seconds,
  slowTests: readSlowTests(),
  folder,
};

/** Area -> modules, those asked for; a name may be an area, a module or a package, with or without "test_". */
function chooseModules(): Map<string, string[]> {
  const chosen = new Map<string, string[]>();
  for (const [area, entries] of readAreas()) {
    const modules = entries.flatMap((entry) => expandName(suite, entry));
    const isWanted = (module: string): boolean =>
      names.length === 0 ||
      names.includes(area) ||
      names.some((name) => [name, `test_${name}`].some((full) => module === full || module.startsWith(`${full}.`)));
    chosen.set(area, modules.filter(isWanted));
  }
  return chosen;
}

function lastResult(module: string): ModuleResult | undefined {
  const file = path.join(folder, `${module}.json`);
  if (!fs.existsSync(file)) return undefined;
  const saved = JSON.parse(fs.readFileSync(file, "utf8")) as Omit<ModuleResult, "tests"> & {
    tests: Record<string, TestResult>;
  };
  return { ...saved, tests: new Map(Object.entries(saved.tests)) };
}

const percent = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)}%`);

function printModule(result: ModuleResult, verdict: Verdict): void {
  const { passed, expected } = verdict;
  const parts = [percent(passed, expected).padStart(6), `${passed}/${expected}`.padStart(11), result.module];
  console.log(
    `${parts.join("  ")} (${result.seconds.toFixed(0)} s)${result.trouble === "" ? "" : `: ${result.trouble}`}`,
  );
  const shown = options.failures ? verdict.failures : verdict.unlisted;
  for (const { id, outcome, why } of shown) console.log(`        ${outcome} ${id}: ${why.split("\n", 1)[0]}`);
  for (const id of verdict.listedButPassing) console.log(`        LISTED BUT PASSES ${id}`);
}

/** Those that took longest the last time first, so that they do not run alone at the end. */
function longestFirst(modules: readonly string[]): string[] {
  const seconds = new Map(modules.map((module) => [module, lastResult(module)?.seconds ?? 0]));
  return [...modules].sort((one, other) => (seconds.get(other) ?? 0) - (seconds.get(one) ?? 0));
}

/** Was a test ended, or the module, that may go through on a machine that does nothing else? */
function tookTooLong({ unlisted }: Verdict, { trouble }: ModuleResult): boolean {
  return (
    unlisted.some(({ outcome }) => outcome === "timeout") || (unlisted.length > 0 && trouble.startsWith("out of time"))
  );
}

async function runArea(area: string, modules: readonly string[]): Promise<Verdict[]> {
  const known = readKnownFailures(area);
  const yardsticks = readYardsticks(area);
  const pycache = area === "import" ? undefined : path.join(folder, "pycache");
  const runner = { ...plainRunner, pycache };
  const verdicts: Verdict[] = [];
  const late: string[] = [];
  const isShared = options.jobs > 1 && !options.again && !options.record;
  const work = async (waiting: string[], again?: string[]): Promise<void> => {
    for (let module = waiting.shift(); module !== undefined; module = waiting.shift()) {
      const result = options.again ? lastResult(module) : await runModule(runner, module);
      if (result === undefined) continue;
      if (options.record) writeYardsticks(area, new Map([[module, result.tests]]));
      const verdict = judgeModule(result, yardsticks.get(module), options.native ? new Map() : known);
      printModule(result, verdict);
      if (again !== undefined && tookTooLong(verdict, result)) again.push(module);
      else verdicts.push(verdict);
    }
  };
  const waiting = options.jobs > 1 ? longestFirst(modules) : [...modules];
  await Promise.all(Array.from({ length: options.jobs }, () => work(waiting, isShared ? late : undefined)));
  await work(late);
  return verdicts;
}

const sum = (verdicts: readonly Verdict[], count: (verdict: Verdict) => number): number =>
  verdicts.reduce((total, verdict) => total + count(verdict), 0);

if (!options.native && !options.again) {
  process.on("exit", lendSupport(suite, path.join(DIST, "lib", "python3.12"), folder));
}
process.on("exit", endEverything);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

let isBad = false;
const summary: string[] = [];
for (const [area, modules] of chooseModules()) {
  if (modules.length === 0) continue;
  const verdicts = await runArea(area, modules);
  const passed = sum(verdicts, (verdict) => verdict.passed);
  const expected = sum(verdicts, (verdict) => verdict.expected);
  const unlisted = sum(verdicts, (verdict) => verdict.unlisted.length);
  const stale = sum(verdicts, (verdict) => verdict.listedButPassing.length);
  summary.push(
    `${area}: ${percent(passed, expected)} of what native CPython 3.12 passes (${passed} of ${expected}), ` +
      `${unlisted} failing and not listed, ${stale} listed and passing`,
  );
  if (!options.native && unlisted + stale > 0) isBad = true;
}
for (const line of summary) console.log(line);
process.exitCode = isBad ? 1 : 0;
