/** npm run oracle -- file.py...: run programs under CPython 3.12.7 and under Chaipy, and show what differs. */
import path from "node:path";
import { Oracle } from "./oracle/client.ts";
import { diffLines } from "./oracle/diff.ts";
import { runInterpreter } from "./oracle/interpreter.ts";
import type { ProgramResult } from "./oracle/messages.ts";
import { findPrograms, inputOf, normalise } from "./oracle/programs.ts";

function show(name: string, theirs: ProgramResult, ours: ProgramResult): boolean {
  const differences: string[] = [];
  for (const part of ["stdout", "stderr"] as const) {
    if (theirs[part] !== ours[part])
      differences.push(`--- ${part} (- CPython, + Chaipy)`, ...diffLines(theirs[part], ours[part]));
  }
  if (theirs.code !== ours.code) differences.push(`--- exit code: CPython ${theirs.code}, Chaipy ${ours.code}`);
  console.log(`${differences.length === 0 ? "same   " : "DIFFERS"} ${name}`);
  for (const line of differences) console.log(`  ${line}`);
  return differences.length === 0;
}

const programs = process.argv.slice(2).flatMap((name) => findPrograms(path.resolve(name)));
if (programs.length === 0) {
  console.error("usage: npm run oracle -- file.py|folder...");
  process.exit(2);
}
const oracle = new Oracle();
let same = 0;
for (const program of programs) {
  const stdin = inputOf(program);
  const theirs = await oracle.runProgram(program, [], stdin);
  const ours = await runInterpreter([program], stdin);
  if (show(path.relative(process.cwd(), program), normalise(theirs), normalise(ours))) same += 1;
}
await oracle.close();
console.log(`${same} of ${programs.length} the same`);
process.exitCode = same === programs.length ? 0 : 1;
