/** Plays a lesson of the tour with `chaipy tour --json`, for tests and tools. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { matchesOutput, type Part, parseLesson } from "../../src/apps/tour/lesson.ts";
import { ROOT } from "../../tools/build/paths.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";

export const LESSONS = path.join(ROOT, "src/apps/tour/lessons");

export interface PlayedCommand {
  readonly command: string;
  /** What the lesson says that it prints, and what it printed. */
  readonly told: string;
  readonly actual: string;
  readonly matches: boolean;
}

/** `number` counts from 1, in the order of the files. */
export function playLesson(number: number, markdown: string): PlayedCommand[] {
  const { stdout } = spawnSync(process.execPath, [CLI, "tour", "--json", String(number)], { encoding: "utf8" });
  const shown = stdout.split("\n").filter((line) => line !== "");
  const actual = shown.map((line) => JSON.parse(line) as Part).filter((part) => part.kind === "command");
  const told = parseLesson("", markdown).parts.filter((part) => part.kind === "command");
  return told.map(({ command, output }, i) => {
    const now = actual[i]?.output ?? "nothing: the lesson was cut off\n";
    return { command, told: output, actual: now, matches: matchesOutput(output, now) };
  });
}
