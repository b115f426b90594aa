/**
 * One cache for two: CPython 3.12.7, in a process of its own, and Chaipy run what the other compiled, with the sources
 * gone, and with the sources there neither writes a file of the other's again.
 */
import fs from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { Oracle } from "../../tools/oracle/client.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { runCommand, temporaryFolder } from "../support/command-line.ts";

const FILES: Readonly<Record<string, string>> = {
  "tea/__init__.py": "from .leaves import brew, Pot\n__all__ = ['brew', 'Pot']\n",
  "tea/leaves.py": `"""Leaves."""
import dataclasses


@dataclasses.dataclass
class Pot:
    """A pot."""
    cups: int = 2
    thé: str = "é"

    def pour(self):
        try:
            while self.cups:
                self.cups -= 1
                yield f"{self.thé!a:>8}|{self.cups:02d}"
        finally:
            yield "empty"


def brew[T](x: T, *, sugar=1.5) -> list[T]:
    match x:
        case {"kind": str(kind), **rest} if kind in {"green", "black"}:
            return [kind, rest, sugar]
        case _:
            return [x, ..., -0.0, 2**70, b"\\xff", 1j, frozenset((1, 2)) == {1, 2}]
`,
  "program.py": `import tea
assert tea.brew(1)
print(tea.brew({"kind": "green", "hot": True}), tea.brew(b"x"))
print(list(tea.Pot().pour()), [y for x in range(3) if (y := x * x)])
`,
};
const MAIN = "import sys\nsys.dont_write_bytecode = False\nimport program\n";
const COMPILE = "import compileall\ncompileall.compile_dir(__file__.rsplit('/', 1)[0], legacy=True, quiet=1)\n";
const OUTPUT = `['green', {'hot': True}, 1.5] [b'x', Ellipsis, -0.0, 1180591620717411303424, b'\\xff', 1j, True]
["  '\\\\xe9'|01", "  '\\\\xe9'|00", 'empty'] [1, 4]
`;
const CPYTHON_LIMIT = { timeout: 120_000 };

const oracle = new Oracle();
let folder = "";
const at = (name: string): string => path.join(folder, name);

async function chaipy(program: string): Promise<string> {
  const { stdout, stderr } = await runCommand([process.execPath, CLI, program], { cwd: folder });
  return stdout + stderr;
}

async function cpython(program: string): Promise<string> {
  const { stdout, stderr } = await oracle.runProgram(at(program), [], "");
  return stdout + stderr;
}

function compiledFiles(): Map<string, { data: string; time: number }> {
  const names = fs.readdirSync(folder, { recursive: true }).map(String);
  const compiled = names.filter((name) => name.endsWith(".pyc")).sort();
  return new Map(
    compiled.map((name) => [
      name,
      { data: fs.readFileSync(at(name)).toString("hex"), time: fs.statSync(at(name)).mtimeMs },
    ]),
  );
}

beforeEach(() => {
  folder = temporaryFolder();
  for (const [name, content] of Object.entries({ ...FILES, "main.py": MAIN, "compile.py": COMPILE })) {
    fs.mkdirSync(path.dirname(at(name)), { recursive: true });
    fs.writeFileSync(at(name), content);
  }
});

afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));
afterAll(() => oracle.close());

describe("a program without its sources", () => {
  it.each([
    ["CPython runs what Chaipy compiled", chaipy, cpython],
    ["Chaipy runs what CPython compiled", cpython, chaipy],
  ])("%s", CPYTHON_LIMIT, async (_name, compiler, runner) => {
    expect(await compiler("compile.py")).toBe("");
    for (const name of Object.keys(FILES)) fs.rmSync(at(name));
    expect(compiledFiles().size).toBe(5);
    expect(await runner("main.py")).toBe(OUTPUT);
  });
});

describe("one __pycache__", () => {
  it.each([
    ["Chaipy, then CPython", chaipy, cpython],
    ["CPython, then Chaipy", cpython, chaipy],
  ])("%s", CPYTHON_LIMIT, async (_name, first, second) => {
    expect(await first("main.py")).toBe(OUTPUT);
    const written = compiledFiles();
    expect([...written.keys()]).toEqual([
      "__pycache__/program.cpython-312.pyc",
      "tea/__pycache__/__init__.cpython-312.pyc",
      "tea/__pycache__/leaves.cpython-312.pyc",
    ]);
    expect(await second("main.py")).toBe(OUTPUT);
    expect(compiledFiles()).toEqual(written);
    for (const name of written.keys()) fs.rmSync(at(name));
    expect(await second("main.py")).toBe(OUTPUT);
    for (const [name, { data }] of compiledFiles()) expect([name, data]).toEqual([name, written.get(name)?.data]);
  });
});
