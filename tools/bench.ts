/**
 * npm run bench [-- --small] [--repeat=N] [--with=python3.12] [name...]: the programs of bench/ on our interpreter.
 *
 * Prints the first (cold) and the best in-process time and the checksum. `--with` runs another interpreter in turn with
 * ours, so that both see the same machine, and prints the ratio of the best times. Naming `compile` also times the
 * compiler over the whole library, beside `--with` or /usr/bin/python3.11.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { benchLibrary } from "./bench-library.ts";
import { ROOT } from "./build/paths.ts";
import { CLI } from "./oracle/interpreter.ts";

const FOLDER = path.join(ROOT, "bench");
const TIME_LIMIT_MILLISECONDS = 600_000;

interface Measurement {
  readonly times: readonly number[];
  readonly check: string;
}

function measure(command: readonly string[], program: string, size: string, repeat: number): Measurement {
  const [executable = "", ...rest] = command;
  const { stdout, stderr } = spawnSync(executable, [...rest, program, size, String(repeat)], {
    encoding: "utf8",
    timeout: TIME_LIMIT_MILLISECONDS,
  });
  const times = [...stdout.matchAll(/^TIME ([\d.]+)$/gm)].map((match) => Number(match[1]));
  const check = /^CHECK (.*)$/m.exec(stdout)?.[1];
  return { times, check: check ?? `failed: ${stderr.trimEnd().split("\n").at(-1) ?? ""}` };
}

/** The last assignment of SIZE or SMALL in the program's text. */
function sizeOf(program: string, name: "SIZE" | "SMALL"): string {
  return new RegExp(`^${name} = (\\d+)`, "m").exec(fs.readFileSync(program, "utf8"))?.[1] ?? "1";
}

const args = process.argv.slice(2);
const option = (name: string): string | undefined => args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
const repeat = Number(option("repeat") ?? "3");
const other = option("with");
const wanted = args.filter((arg) => !arg.startsWith("--"));
const programs = fs
  .readdirSync(FOLDER)
  .filter((file) => file.startsWith("b_") && (wanted.length === 0 || wanted.includes(file.slice(2, -3))))
  .sort();
const logRatios: number[] = [];
for (const file of programs) {
  const program = path.join(FOLDER, file);
  const size = sizeOf(program, args.includes("--small") ? "SMALL" : "SIZE");
  const ours = measure([process.execPath, CLI], program, size, repeat);
  const cold = ours.times[0] ?? Number.NaN;
  const best = Math.min(...ours.times);
  let line = `${file.slice(2, -3).padEnd(16)} cold ${cold.toFixed(3)}  best ${best.toFixed(3)}  ${ours.check}`;
  if (other !== undefined) {
    const theirs = measure([other], program, size, repeat);
    const ratio = best / Math.min(...theirs.times);
    line += `  ratio ${ratio.toFixed(2)}${theirs.check === ours.check ? "" : `  CHECK DIFFERS: ${theirs.check}`}`;
    if (Number.isFinite(ratio) && ratio > 0 && theirs.check === ours.check) logRatios.push(Math.log(ratio));
  }
  console.log(line);
}
if (logRatios.length > 0) {
  const mean = Math.exp(logRatios.reduce((sum, value) => sum + value, 0) / logRatios.length);
  console.log(`geometric mean of ${logRatios.length} ratios to ${other}: ${mean.toFixed(2)}`);
}
if (wanted.includes("compile")) benchLibrary(other ?? "/usr/bin/python3.11");
