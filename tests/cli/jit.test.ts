/** `chaipy jit`: what was compiled, why something was not, which guards failed, and the JavaScript with its bytecode. */
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { UnitReport } from "../../src/apps/jit/history.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { type CommandResult, runCommand, temporaryFolder } from "../support/command-line.ts";

/** Functions without a branch would be written in place of their calls. */
const PROGRAM = `import sys
def add(a, b):
    if b is None:
        return a
    return a + b

class Box:
    def add(self, n):
        if n is None:
            return 0
        return n

def total(items, box):
    out = 0
    for item in items:
        out = add(out, box.add(item))
    return out

def gather(*rest):
    return [each for each in rest]

for i in range(300):
    total([i] * 3 + ([1.5] if i % 15 == 14 else []), Box())
    gather(i)
print("ended", sys.argv[1:])
sys.exit(3)
`;

let cwd = "";
const chaipy = (...args: string[]): Promise<CommandResult> => runCommand([process.execPath, CLI, ...args], { cwd });

beforeEach(() => {
  cwd = temporaryFolder();
  fs.writeFileSync(path.join(cwd, "app.py"), PROGRAM);
});

afterEach(() => {
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
});

it("tells of all that became hot, behind the program's own output", async () => {
  const { stdout, stderr, code } = await chaipy("jit", "app.py", "--json");
  expect({ stdout, code }).toEqual({ stdout: "ended ['--json']\n", code: 3 });
  expect(stderr).toMatch(/^add \(.*app\.py:2\): compiled \d+ times, \d+ characters$/m);
  expect(stderr).toMatch(/^ {2}line \d, \d+ \w+.*: guard failed: .*, \d+ times$/m);
  expect(stderr).toMatch(/^\d+ of \d+ pieces of code run as JavaScript\.$/m);
  expect(stderr).not.toContain("<frozen");
});

it("shows a function as its bytecode and the JavaScript made of it", async () => {
  const { stderr } = await chaipy("jit", "--function", "add", "app.py");
  expect(stderr).toMatch(/^Box\.add /m);
  expect(stderr).toMatch(/^ {4}function py_add\(/m);
  expect(stderr).toMatch(/\/\/ \d+ BINARY_OP 0 \(\+\)\n.*\n.*\$R\.add\(a, b, 0\);/);
  expect((await chaipy("jit", "--function", "Box.add", "app.py")).stderr).not.toMatch(/^add /m);
  expect((await chaipy("jit", "--function", "none", "app.py")).stderr).toBe(
    "Nothing of a function 'none' became hot.\n",
  );
});

it("writes JSON into a file", async () => {
  const { stderr } = await chaipy("jit", "--json", "-o", "report.json", "-X", "jit=on,20", "app.py");
  expect(stderr).toBe("");
  const units = JSON.parse(fs.readFileSync(path.join(cwd, "report.json"), "utf8")) as UnitReport[];
  const add = units.find(({ qualname, what }) => qualname === "add" && what === "function");
  expect(add).toMatchObject({ line: 2, reason: null });
  expect(add?.exits[0]).toMatchObject({
    line: 2,
    instruction: "RESUME 0",
    condition: expect.stringContaining("typeof b"),
  });
});

it("has nothing to tell without the JIT", async () => {
  expect((await chaipy("jit", "-X", "jit=off", "app.py")).stderr).toBe(
    "Nothing became hot: all of it ran in the interpreter.\n",
  );
});

it.each([[], ["--function"], ["--json"], ["-o"]])("asks for a program: %j", async (...args) => {
  const { stderr, code } = await chaipy("jit", ...args);
  expect({ stderr, code }).toEqual({ stderr: expect.stringMatching(/^usage: chaipy jit /), code: 2 });
});
