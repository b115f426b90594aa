/**
 * The programs of bench/ on our interpreter and on others: npm run bench [-- name...].
 *
 * Each round runs every interpreter once, in turn, on a program before it goes to the next program, so that all see the
 * same machine. Of one process the first repetition is cold and the best one warm; a figure is the median of the rounds.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../build/paths.ts";
import { geometricMean, markdownTable, median, show } from "./figures.ts";
import type { Interpreter } from "./interpreters.ts";
import { type Run, run, timesOf } from "./run.ts";

const FOLDER = path.join(ROOT, "bench");

export interface ProgramOptions {
  readonly wanted: readonly string[];
  readonly isSmall: boolean;
  readonly rounds: number;
  /** In one process. */
  readonly repetitions: number;
}

const ASPECTS = ["cold", "warm", "process", "memory"] as const;
type Aspect = (typeof ASPECTS)[number];
type Figures = Readonly<Record<Aspect, number>>;

export interface ProgramResult {
  readonly program: string;
  /** By the name of the interpreter; seconds, and MB. */
  readonly figures: Readonly<Record<string, Figures>>;
  /** What went wrong, or whose CHECK differs from the first interpreter's. */
  readonly problems: readonly string[];
}

/** The last assignment of SIZE or SMALL in the program's text. */
function sizeOf(program: string, name: "SIZE" | "SMALL"): string {
  return new RegExp(`^${name} = (\\d+)`, "m").exec(fs.readFileSync(program, "utf8"))?.[1] ?? "1";
}

function figuresOf(runs: readonly Run[]): Figures {
  const times = runs.map(timesOf).filter((each) => each.length > 0);
  const memory = runs.flatMap((each) => each.memory ?? []);
  return {
    cold: median(times.map(([first = Number.NaN]) => first)),
    warm: median(times.map((each) => Math.min(...each))),
    process: median(runs.map(({ seconds }) => seconds)),
    memory: median(memory),
  };
}

function checkOf({ stdout, stderr, status }: Run): string {
  const check = /^CHECK (.*)$/m.exec(stdout)?.[1];
  return check ?? `exit status ${status}: ${stderr.trimEnd().split("\n").at(-1) ?? ""}`;
}

async function measure(
  program: string,
  interpreters: readonly Interpreter[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  const file = path.join(FOLDER, `b_${program}.py`);
  const args = [file, sizeOf(file, options.isSmall ? "SMALL" : "SIZE"), String(options.repetitions)];
  const runs = new Map<string, Run[]>(interpreters.map(({ name }) => [name, []]));
  for (let round = 0; round < options.rounds; round++) {
    for (const { name, command } of interpreters) runs.get(name)?.push(await run([...command, ...args]));
  }
  const checks = new Map([...runs].map(([name, all]) => [name, [...new Set(all.map(checkOf))].join(" / ")]));
  const [[, expected] = ["", ""]] = checks;
  const problems = [...checks].filter(([, check]) => check !== expected || check.startsWith("exit status"));
  return {
    program,
    figures: Object.fromEntries([...runs].map(([name, all]) => [name, figuresOf(all)])),
    problems: problems.map(([name, check]) => `${name}: ${check}`),
  };
}

/** Measures and prints as it goes; the results, for whoever writes them down. */
export async function benchPrograms(
  interpreters: readonly Interpreter[],
  options: ProgramOptions,
): Promise<ProgramResult[]> {
  const programs = fs
    .readdirSync(FOLDER)
    .filter((file) => file.startsWith("b_"))
    .map((file) => file.slice(2, -3))
    .filter((name) => options.wanted.length === 0 || options.wanted.includes(name))
    .sort();
  const results: ProgramResult[] = [];
  for (const program of programs) {
    const result = await measure(program, interpreters, options);
    results.push(result);
    const texts = interpreters.map(({ name }) => {
      const { cold, warm, process: whole, memory } = result.figures[name] ?? figuresOf([]);
      return `${name}: cold ${show(cold)} warm ${show(warm)} process ${show(whole)} s, ${show(memory)} MB`;
    });
    console.log(`${program.padEnd(14)} ${[...texts, ...result.problems].join("; ")}`);
  }
  return results;
}

/** What says nothing: the times in an empty program, and the second time that the same modules are imported. */
const MEANINGLESS: Readonly<Record<string, readonly Aspect[]>> = { startup: ["cold", "warm"], imports: ["warm"] };

/** Ratios to the interpreter `reference`, with their geometric means. */
export function ratioTable(
  results: readonly ProgramResult[],
  interpreters: readonly Interpreter[],
  reference: Interpreter,
): string {
  const compared = interpreters.filter((each) => each !== reference);
  const ratio = (result: ProgramResult, name: string, aspect: Aspect): number | undefined => {
    if (MEANINGLESS[result.program]?.includes(aspect)) return undefined;
    return (result.figures[name]?.[aspect] ?? Number.NaN) / (result.figures[reference.name]?.[aspect] ?? Number.NaN);
  };
  const columns = compared.flatMap(({ name }) => ASPECTS.map((aspect) => ({ name, aspect })));
  const rows = results.map((result) => [
    result.program,
    show(result.figures[reference.name]?.warm),
    ...columns.map(({ name, aspect }) => show(ratio(result, name, aspect))),
  ]);
  const means = columns.map(({ name, aspect }) =>
    show(geometricMean(results.map((result) => ratio(result, name, aspect)))),
  );
  const head = columns.map(({ name, aspect }) => `${name} ${aspect}`);
  return markdownTable([["program", `${reference.name} warm, s`, ...head], ...rows, ["geometric mean", "", ...means]]);
}
