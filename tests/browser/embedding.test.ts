/** The library for pages in a real Chromium: the same programs print the same, files and caches live in the page. */
import fs from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { createPython } from "../../src/embed/browser.ts";
import { BROWSER } from "../../tools/build/browser.ts";
import { ROOT } from "../../tools/build/paths.ts";
import { expectationOf, findPrograms, inputOf, normalise } from "../../tools/oracle/programs.ts";
import { type Server, serveFolder } from "../../tools/serve/static.ts";
import { launchChromium } from "../support/chromium.ts";

/** Every n-th program of the language's, which takes some of each topic. */
const STEP = 3;

/** The test runner rewrites imports in the functions it hands to the page, so the page itself does the import. */
const START = `<!doctype html><script type="module">
  import { createPython } from "./chaipy.js";
  const library = new Uint8Array(await (await fetch("./library.zip")).arrayBuffer());
  globalThis.createPython = (options) => createPython({ library, ...options });
</script>`;

interface TestPage {
  readonly createPython: typeof createPython;
}

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveFolder(BROWSER);
  browser = await launchChromium();
  page = await browser.newPage();
  await page.route("**/start.html", (route) => route.fulfill({ contentType: "text/html", body: START }));
  await page.goto(`${server.url}start.html`);
  await page.waitForFunction(() => "createPython" in globalThis);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Run {
  readonly files: Record<string, string>;
  readonly script: string;
  readonly stdin?: string;
}

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Run a script in the page, in a world of its own. */
function runInPage(run: Run): Promise<Outcome> {
  return page.evaluate(async ({ files, script, stdin }) => {
    const library = globalThis as unknown as TestPage;
    let stdout = "";
    let stderr = "";
    const python = await library.createPython({
      files,
      stdin: stdin ?? "",
      hashSeed: 0,
      dontWriteBytecode: true,
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
    });
    const { status } = python.runScript(script);
    return { stdout, stderr, code: status };
  }, run);
}

/** Modules and data beside a program. */
function neighbours(program: string): Record<string, string> {
  const folder = path.dirname(program);
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !file.includes("__pycache__"))
      .map((file) => [file, fs.readFileSync(file, "utf8")]),
  );
}

describe("programs of the language in Chromium", () => {
  const programs = findPrograms(path.join(ROOT, "tests/lang")).filter((_, i) => i % STEP === 0);

  it("are fifty or more", () => expect(programs.length).toBeGreaterThanOrEqual(50));

  for (const program of programs) {
    it(path.relative(path.join(ROOT, "tests/lang"), program), async () => {
      const stdin = inputOf(program);
      expect(normalise(await runInPage({ files: neighbours(program), script: program, stdin }))).toEqual(
        expectationOf(program),
      );
    });
  }
});

describe("a page's own world", () => {
  it("keeps a __pycache__ that a second run uses", async () => {
    const seen = await page.evaluate(async () => {
      const library = globalThis as unknown as TestPage;
      let stdout = "";
      const python = await library.createPython({
        files: { "/home/user/main.py": "import tea\nprint(tea.__cached__)\n", "/home/user/tea.py": "x = 1\n" },
        stdout: (text) => {
          stdout += text;
        },
      });
      const first = python.runScript("/home/user/main.py");
      const cached = "/home/user/__pycache__/tea.cpython-312.pyc";
      const bytes = [...python.readFile(cached)];
      python.runScript("/home/user/main.py");
      const names = python.listFolder("/home/user/__pycache__");
      python.writeFile("/home/user/tea.py", "x = 1; y = 22\n");
      python.runScript("/home/user/main.py");
      return {
        first,
        stdout,
        names,
        magic: bytes.slice(0, 4),
        changed: python.readFile(cached).length !== bytes.length,
      };
    });
    expect(seen).toEqual({
      first: { status: 0 },
      stdout: "/home/user/__pycache__/tea.cpython-312.pyc\n".repeat(3),
      names: ["tea.cpython-312.pyc"],
      magic: [0xcb, 0x0d, 0x0d, 0x0a],
      changed: true,
    });
  });

  it("keeps databases in its files", async () => {
    const seen = await page.evaluate(async () => {
      const library = globalThis as unknown as TestPage;
      let output = "";
      const write = (text: string): void => {
        output += text;
      };
      const python = await library.createPython({ stdout: write, stderr: write });
      const { status } = python.exec(`
import sqlite3
first = sqlite3.connect("/tmp/x.db", timeout=0)
with first: first.executescript("create table t(a); insert into t values('chai')")
second = sqlite3.connect("/tmp/x.db", timeout=0)
second.execute("begin immediate")
try: first.execute("insert into t values(2)")
except sqlite3.OperationalError as error: print(error)
print(second.execute("select * from t").fetchall())
`);
      const bytes = python.readFile("/tmp/x.db");
      return { status, output, header: String.fromCharCode(...bytes.slice(0, 15)) };
    });
    expect(seen).toEqual({ status: 0, output: "database is locked\n[('chai',)]\n", header: "SQLite format 3" });
  });

  it("holds a session, asks for input, and shows the library's source lines", async () => {
    const seen = await page.evaluate(async () => {
      const library = globalThis as unknown as TestPage;
      let output = "";
      const write = (text: string): void => {
        output += text;
      };
      const answers = ["green\n", null];
      const python = await library.createPython({ stdout: write, stderr: write, stdin: () => answers.shift() ?? null });
      const statuses = [
        python.exec("kind = input('tea? ')"),
        python.exec("print(kind.upper())"),
        python.exec("import json\njson.loads('{')"),
        python.exec("import sys; sys.exit(3)"),
        python.close(),
      ].map(({ status }) => status);
      return { statuses, output };
    });
    expect(seen.statuses).toEqual([0, 0, 1, 3, 0]);
    expect(seen.output).toContain("tea? GREEN\n");
    expect(seen.output).toContain('File "/usr/lib/python3.12/json/decoder.py"');
    expect(seen.output).toContain("    obj, end = self.raw_decode(s, idx=_w(s, 0).end())\n");
  });
});
