/** Programs about leaving compiled code, with the compiler on: at once, and late, when loops are already running. */
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../../tools/build/paths.ts";
import { runInterpreter } from "../../tools/oracle/interpreter.ts";
import { expectationOf, findPrograms, inputOf, normalise } from "../../tools/oracle/programs.ts";

const programs = findPrograms(path.join(ROOT, "tests/lang/tiers"));
const before = process.env.CHAIPY_JIT;

afterAll(() => {
  if (before === undefined) delete process.env.CHAIPY_JIT;
  else process.env.CHAIPY_JIT = before;
});

for (const mode of ["on,1", "on,100"]) {
  describe(`CHAIPY_JIT=${mode}`, () => {
    for (const program of programs) {
      it(path.basename(program), async () => {
        process.env.CHAIPY_JIT = mode;
        const expected = expectationOf(program);
        if (expected === null) throw new Error("no expectation: run npm run oracle:update");
        expect(normalise(await runInterpreter([program], inputOf(program)))).toEqual(expected);
      });
    }
  });
}

it("compiles what is hot, and says so", async () => {
  process.env.CHAIPY_JIT = "log,100";
  const { stderr } = await runInterpreter([path.join(ROOT, "tests/lang/tiers/frames_seen.py")], "");
  expect(stderr).toMatch(/^jit: peek \(.*\) compiled, \d+ characters$/m);
});
