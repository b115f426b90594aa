/**
 * npm run bench -- startup: an empty program against bare Node, and against what other interpreters take for it.
 *
 * All commands run in turn, so a ratio holds although the times do not. Both the ratio of the medians and that of the best
 * times are shown: on a busy machine the second is the steadier one.
 */
import { CLI } from "../oracle/interpreter.ts";
import { markdownTable, median, show } from "./figures.ts";
import { type Interpreter, OURS } from "./interpreters.ts";
import { run } from "./run.ts";

/** What it is called in the table, and its words. */
export type NamedCommand = readonly [name: string, command: readonly string[]];

/** The same without the launcher and its snapshot. */
const SCRIPT = [process.execPath, CLI];

export const BARE_NODE: NamedCommand = ["node -e 0", [process.execPath, "-e", "0"]];

export async function benchStartup(others: readonly Interpreter[], rounds: number): Promise<void> {
  await compareCommands(
    [
      BARE_NODE,
      ["Chaipy -c pass", [...OURS.command, "-c", "pass"]],
      ["cli.js -c pass", [...SCRIPT, "-c", "pass"]],
      ["cli.js -I -S -c pass", [...SCRIPT, "-I", "-S", "-c", "pass"]],
      ...others.map(({ name, command }): NamedCommand => [`${name} -c pass`, [...command, "-c", "pass"]]),
    ],
    rounds,
  );
}

/** Run each in turn, and print a table of what they took beside the first. */
export async function compareCommands(commands: readonly NamedCommand[], rounds: number): Promise<void> {
  const times = new Map(commands.map(([name]) => [name, [] as number[]]));
  const memory = new Map(commands.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of commands) {
      const result = await run(command);
      if (result.status !== 0) throw new Error(`${name}: ${result.stderr}`);
      times.get(name)?.push(result.seconds * 1000);
      if (result.memory !== undefined) memory.get(name)?.push(result.memory);
    }
  }
  const figures = commands.map(([name]) => {
    const [all = [], peaks = []] = [times.get(name), memory.get(name)];
    return { name, median: median(all), best: Math.min(...all), memory: median(peaks) };
  });
  const [bare] = figures;
  if (bare === undefined) return;
  const rows = figures.map((each) => [
    each.name,
    show(each.median),
    show(each.best),
    show(each.median / bare.median),
    show(each.best / bare.best),
    show(each.memory),
    show(each.memory / bare.memory),
  ]);
  const head = ["command", "median, ms", "best, ms", "ratio", "ratio of best", "memory, MB", "memory ratio"];
  console.log(markdownTable([head, ...rows]));
}
