/** A file `python._pth` beside the executable: under Chaipy, and under a native CPython 3.12 where one is installed. */
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { runCommand, temporaryFolder } from "../support/command-line.ts";
import { chaipy, findNative, native } from "../support/scenarios.ts";

const SHOW = `import sys
f = sys.flags
print(sys.path, sys.prefix, sys.base_exec_prefix, sys._stdlib_dir, sys.executable)
print(f.isolated, f.ignore_environment, f.no_site, f.safe_path, f.no_user_site, f.dont_write_bytecode)
print("site" in sys.modules, sys.pycache_prefix)
`;
/** What the file says behind the library's folder, and the options of the run. */
const CASES: Readonly<Record<string, readonly [lines: string, options: readonly string[]]>> = {
  "the library alone": ["", []],
  "relative folders, comments and empty lines": ["# nothing\n\n . # here\n..\nx/../y/./z\n/a//b/..\n", []],
  "import site": ["import site\n", []],
  "import site, whatever -S says": ["import site\n", ["-S"]],
  "another import": ["import os\nimport  site\n", []],
  "a line without an end": [".", []],
};
const ENVIRONMENT = { PYTHONPATH: "/nowhere", PYTHONDONTWRITEBYTECODE: "1", PYTHONNOUSERSITE: "", HOME: "/nobody" };
const python = findNative();

let cwd = "";
beforeAll(() => {
  cwd = temporaryFolder();
});
afterAll(() => fs.rmSync(path.dirname(cwd), { recursive: true, force: true }));

async function output(name: string, executable: string, library: string): Promise<unknown> {
  const [lines, options] = CASES[name] ?? ["", []];
  const link = path.join(cwd, "python");
  fs.rmSync(link, { force: true });
  fs.symlinkSync(executable, link);
  fs.writeFileSync(`${link}._pth`, `${library}\n${lines}`);
  const { stdout, stderr, code } = await runCommand([link, ...options, "-c", SHOW], { cwd, env: ENVIRONMENT });
  const tidy = (text: string): string => text.replaceAll(library, "<library>").replaceAll(cwd, "<folder>");
  return { stdout: tidy(stdout), stderr: tidy(stderr), code };
}

const LIBRARY = "['<library>'";
const ALONE = `${LIBRARY}] <folder> <folder> <folder>/lib/python3.12 <folder>/python\n1 1 1 True 0 1\nFalse None\n`;

describe("a ._pth file", () => {
  const own = chaipy(CLI);
  it("is all there is of sys.path, and its folder is the prefix", async () => {
    const expected = { stdout: ALONE, stderr: "", code: 0 };
    expect(await output("the library alone", CLI, own.stdlib)).toEqual(expected);
  });
  for (const name of Object.keys(CASES)) {
    it.skipIf(python === undefined)(`${name}: as CPython`, async () => {
      const { stdlib } = native(python ?? "");
      const expected = await output(name, python ?? "", stdlib);
      expect(await output(name, CLI, own.stdlib)).toEqual(expected);
    });
  }
});
