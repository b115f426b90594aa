/** The library for Node, as a package that imports it by name sees it: dist/embed.mjs. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { createPython } from "../../src/embed/node.ts";
import { DIST, ROOT } from "../../tools/build/paths.ts";

const library = (await import(path.join(DIST, "embed.mjs"))) as { createPython: typeof createPython };

let folder: string;
let output: string;
const write = (text: string): void => {
  output += text;
};

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-embed-"));
  output = "";
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("createPython", () => {
  it("runs a script on the machine's files", () => {
    fs.writeFileSync(path.join(folder, "tea.py"), "leaves = ['green', 'black']\n");
    fs.writeFileSync(path.join(folder, "main.py"), "import sys, tea\nprint(*sys.argv[1:], *tea.leaves)\nsys.exit(7)\n");
    const python = library.createPython({ stdout: write, stderr: write, cwd: folder });
    expect(python.runScript("main.py", ["two", "kinds:"])).toEqual({ status: 7 });
    expect(output).toBe("two kinds: green black\n");
    expect(fs.existsSync(path.join(folder, "__pycache__/tea.cpython-312.pyc"))).toBe(true);
  });

  it("keeps a session, until another interpreter starts", () => {
    const python = library.createPython({ stdout: write, stderr: write, stdin: "pot\n", environment: { CUPS: "3" } });
    expect(python.exec("import os; cups = int(os.environ['CUPS'])")).toEqual({ status: 0 });
    expect(python.exec("print(input(), cups + 1)")).toEqual({ status: 0 });
    expect(python.exec("cups /")).toEqual({ status: 1 });
    expect(output).toMatch(/^pot 4\n {2}File "<string>", line 1\n {4}cups \/\n/);
    library.createPython().exec("pass");
    expect(() => python.exec("pass")).toThrow("another interpreter");
  });

  it("starts afresh for each program", () => {
    const python = library.createPython({ stdout: write, stderr: write, cwd: folder });
    python.writeFile(
      path.join(folder, "a.py"),
      "import sys\nprint('marked' in sys.modules)\nsys.modules['marked'] = 1\n",
    );
    for (let i = 0; i < 3; i += 1) python.runScript("a.py");
    expect(output).toBe("False\n".repeat(3));
  });

  it("leaves nothing of one program to the collector of the next", () => {
    const python = library.createPython({ stdout: write, stderr: write, dontWriteBytecode: true });
    // The first has containers noted down, the second leaves a generator, the third collects.
    for (const name of ["gc_interface", "generators_that_die", "resurrected_cycles"]) {
      output = "";
      python.runScript(path.join(ROOT, "tests/lang/memory", `${name}.py`));
    }
    expect(output).toMatch(/^\['Node', 'Node'\] True\n/);
    const script = (source: string): string => {
      const file = path.join(folder, "settings.py");
      fs.writeFileSync(file, `import gc\n${source}\n`);
      return file;
    };
    python.runScript(script("gc.disable(); gc.set_threshold(5); gc.set_debug(32); gc.freeze()"));
    output = "";
    python.runScript(script("print(gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.get_freeze_count())"));
    expect(output).toBe("True (700, 10, 10) 0 0\n");
  });

  it("ends at os._exit and at sys.exit, and lets the process live", () => {
    const python = library.createPython({ stdout: write, stderr: write });
    expect(python.exec("import os; os._exit(5)")).toEqual({ status: 5 });
  });
});
