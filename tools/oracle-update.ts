/**
 * npm run oracle:update -- [path...]: write the expectation files of test programs, from the reference alone.
 *
 * With `--check`, write nothing and fail when a file would change. With `--python=FILE`, a native CPython 3.12 is the
 * reference, as the programs of tests/system need.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "./build/paths.ts";
import { Oracle } from "./oracle/client.ts";
import type { ProgramResult } from "./oracle/messages.ts";
import {
  expectationOf,
  findPrograms,
  inputOf,
  normalise,
  PROGRAM_FOLDERS,
  writeExpectation,
} from "./oracle/programs.ts";

const checking = process.argv.includes("--check");
const paths = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const folders = (paths.length === 0 ? PROGRAM_FOLDERS : paths).map((name) => path.resolve(ROOT, name));
const programs = folders.flatMap(findPrograms);
const python = process.argv.find((arg) => arg.startsWith("--python="))?.slice("--python=".length);
const oracle = python === undefined ? new Oracle() : undefined;

/** The program in an empty folder, on the reference. */
async function run(program: string): Promise<ProgramResult> {
  if (oracle !== undefined) return oracle.runProgram(program, [], inputOf(program));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-"));
  const options = { cwd: folder, input: inputOf(program), encoding: "utf8", timeout: 60_000 } as const;
  const { stdout, stderr, status } = spawnSync(python as string, [program], options);
  fs.rmSync(folder, { recursive: true });
  if (status === null) throw new Error("did not end");
  return { stdout, stderr, code: status };
}

let changed = 0;
for (const program of programs) {
  const name = path.relative(ROOT, program);
  try {
    const result = await run(program);
    const differs = checking
      ? JSON.stringify(normalise(result)) !== JSON.stringify(expectationOf(program))
      : writeExpectation(program, result);
    if (!differs) continue;
    changed += 1;
    console.log(`${checking ? "differs" : "wrote"} ${name}${result.code === 0 ? "" : ` (exit code ${result.code})`}`);
  } catch (error) {
    changed += 1;
    process.exitCode = 1;
    console.log(`failed ${name}: ${(error as Error).message}`);
  }
}
await oracle?.close();
console.log(`${programs.length} programs, ${changed} ${checking ? "differ" : "written"}`);
if (checking && changed > 0) process.exitCode = 1;
