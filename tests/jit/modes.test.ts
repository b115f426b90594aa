/** What `-X jit` says, and that nothing is compiled where JavaScript forbids it. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../tools/build/paths.ts";
import { CLI, runInterpreter } from "../../tools/oracle/interpreter.ts";
import { expectationOf } from "../../tools/oracle/programs.ts";

const PROGRAM = path.join(ROOT, "tests/lang/tiers/frames_seen.py");

it("compiles what is hot, and says so", async () => {
  const { stderr } = await runInterpreter([PROGRAM], "", "log,100");
  expect(stderr).toMatch(/^jit: peek \(.*\) compiled, \d+ characters$/m);
});

it("is on unless it is turned off", async () => {
  const count = "import sys\ndef f(n):\n  for i in range(n): pass\nf(1000)\nprint('ended')\n";
  const on = await runInterpreter(["-X", "jit=log", "-c", count], "");
  expect(on.stderr).toMatch(/^jit: f \(<string>:2\), loop at \d+ compiled/m);
  expect(await runInterpreter(["-X", "jit=off", "-c", count], "")).toMatchObject({ stderr: "", stdout: "ended\n" });
});

it("goes on in the interpreter where code must not be made from strings", () => {
  const args = ["--disallow-code-generation-from-strings", CLI, PROGRAM];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect({ stdout, stderr, code: status }).toEqual(expectationOf(PROGRAM));
});
