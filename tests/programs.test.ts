/**
 * Every program under tests/lang, tests/types, tests/native and tests/system on our interpreter, against what CPython
 * 3.12.7 printed; some of them also in other modes of the compiler. `CHAIPY_MODES=all npx vitest run tests/programs` runs
 * all of them in all modes, `CHAIPY_MODES=stress` all in one.
 */
import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../tools/build/paths.ts";
import { CLI, runInterpreter } from "../tools/oracle/interpreter.ts";
import {
  expectationOf,
  findPrograms,
  inputOf,
  normalise,
  PROGRAM_FOLDERS,
  SYSTEM_FOLDER,
} from "../tools/oracle/programs.ts";

/** Values of `-X jit` beside the usual one, and which programs a usual run tries them on. */
const MODES: Readonly<Record<string, (program: string, index: number) => boolean>> = {
  off: (_program, index) => index % 20 === 0,
  // Everything is compiled at its second run.
  "on,1": (program, index) => isAboutControl(program) || index % 10 === 5,
  stress: (program, index) => isAboutControl(program) || index % 20 === 10,
};

const isAboutControl = (program: string): boolean =>
  /\blang\/(tiers|control|generators|closures|functions|comprehensions|with)\//.test(program);

const wanted = process.env.CHAIPY_MODES?.split(" ");

beforeAll(() => {
  if (!fs.existsSync(CLI)) throw new Error("dist/cli.js is not built: run npm run build");
});

async function check(program: string, mode: string | undefined): Promise<void> {
  const expected = expectationOf(program);
  if (expected === null) throw new Error("no expectation: run npm run oracle:update");
  expect(normalise(await runInterpreter([program], inputOf(program), mode))).toEqual(expected);
}

for (const folder of [...PROGRAM_FOLDERS, SYSTEM_FOLDER]) {
  const programs = findPrograms(path.join(ROOT, folder));
  const name = (program: string): string => path.relative(path.join(ROOT, folder), program);
  describe.concurrent(folder, () => {
    for (const program of programs) it(name(program), () => check(program, undefined));
  });
  for (const [mode, isUsual] of Object.entries(MODES)) {
    const isWanted = (program: string, index: number): boolean =>
      wanted === undefined ? isUsual(program, index) : wanted.includes(mode) || wanted.includes("all");
    const some = programs.filter(isWanted);
    if (some.length === 0) continue;
    describe.concurrent(`${folder}, jit=${mode}`, () => {
      for (const program of some) it(name(program), () => check(program, mode));
    });
  }
}
