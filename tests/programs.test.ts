/** Every program under tests/lang, tests/types, tests/native and tests/system on our interpreter, against what CPython 3.12.7 printed. */
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

beforeAll(() => {
  if (!fs.existsSync(CLI)) throw new Error("dist/cli.js is not built: run npm run build");
});

for (const folder of [...PROGRAM_FOLDERS, SYSTEM_FOLDER]) {
  const programs = findPrograms(path.join(ROOT, folder));
  if (programs.length === 0) continue;
  describe.concurrent(folder, () => {
    for (const program of programs) {
      it(path.relative(path.join(ROOT, folder), program), async () => {
        const expected = expectationOf(program);
        if (expected === null) throw new Error("no expectation: run npm run oracle:update");
        expect(normalise(await runInterpreter([program], inputOf(program)))).toEqual(expected);
      });
    }
  });
}
