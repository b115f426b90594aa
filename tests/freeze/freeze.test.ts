/** `chaipy freeze`: executables, pages and archives are made, and run. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALWAYS, BY_NAME, BY_NATIVE_MODULE } from "../../src/apps/freeze/needs.ts";
import { DIST } from "../../tools/build/paths.ts";
import { launchChromium } from "../support/chromium.ts";
import { type CommandResult, runCommand } from "../support/command-line.ts";
import { readSources } from "../support/source-files.ts";

const CLI = path.join(DIST, "cli.js");
const PROGRAM = {
  "app.py": `import sys
import cafe
from importlib import resources
import pkgutil

print(cafe.order("chai"), sys.frozen, __name__, sys.argv[1:])
menu = resources.files("cafe") / "data" / "menu.txt"
print(menu.read_text().strip(), menu.is_file(), [each.name for each in (menu / "..").iterdir()])
print(pkgutil.get_data("cafe", "data/menu.txt"))
print(input())
import cafe.kinds
cafe.kinds.fail()
`,
  "cafe/__init__.py": "from .kinds import order\n",
  "cafe/kinds.py":
    "import json\n\ndef order(what):\n    return json.dumps({'one': what})\n\ndef fail():\n    raise KeyError('tea')\n",
  "cafe/data/menu.txt": "green, black\n",
};
const OUTPUT = `{"one": "chai"} True __main__ ['1', '2']
green, black True ['menu.txt']
b'green, black\\n'
a line
`;
const ERROR = `Traceback (most recent call last):
  File "app.py", line 12, in <module>
  File "cafe/kinds.py", line 7, in fail
KeyError: 'tea'
`;

const OUTSIDE = `import socket, subprocess, sys, threading
print(subprocess.run(["echo", "child"], capture_output=True, text=True).stdout.strip())
server = socket.create_server(("127.0.0.1", 0))
def serve():
    connection, _ = server.accept()
    connection.sendall(b"hello " + connection.recv(100))
    connection.close()
thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(server.getsockname()) as client:
    client.sendall(b"tea")
    print(client.recv(100))
thread.join()
import sqlite3
print(sqlite3.connect(":memory:").execute("select 1 + 1").fetchone())
`;
const BUSY = `import time
print("go on", flush=True)
try:
    while True: pass
except KeyboardInterrupt:
    print("interrupted")
print("go to sleep", flush=True)
time.sleep(60)
`;

let folder: string;

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-freeze-test-")));
  for (const [name, content] of Object.entries(PROGRAM)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function freeze(...args: string[]): Promise<CommandResult> {
  return runCommand([process.execPath, CLI, "freeze", ...args], { cwd: folder });
}

const DATA = ["--add-data", "cafe/data:cafe/data"];
const SILENT = { stdout: "", stderr: "", code: 0 };

describe("an executable", () => {
  it("runs anywhere, with its modules and data, arguments, input and tracebacks", async () => {
    expect(await freeze("app.py", ...DATA, "-o", "app")).toEqual(SILENT);
    const elsewhere = fs.mkdtempSync(path.join(folder, "elsewhere-"));
    const run = await runCommand([path.join(folder, "app"), "1", "2"], { cwd: elsewhere, stdin: "a line\n" });
    expect(run).toEqual({ stdout: OUTPUT, stderr: ERROR, code: 1 });
    expect(fs.readdirSync(elsewhere)).toEqual([]);
  });

  it("has no data files that nobody added, which is said as for any missing file", async () => {
    fs.writeFileSync(
      path.join(folder, "missing.py"),
      "import cafe\nfrom importlib.resources import files\ntry: files('cafe').joinpath('data/menu.txt').read_text()\n" +
        "except FileNotFoundError as error: print(error)\nprint(files('cafe').joinpath('data').is_dir())\n",
    );
    expect(await freeze("missing.py", "-o", "missing")).toEqual(SILENT);
    expect(await runCommand([path.join(folder, "missing")], { cwd: folder })).toEqual({
      ...SILENT,
      stdout: "[Errno 2] No such file or directory: 'cafe/data/menu.txt'\nFalse\n",
    });
  });

  it("is the same each time, also when it is made twice at once", async () => {
    fs.writeFileSync(path.join(folder, "small.py"), "import random, cafe\nprint(cafe.order('x'))\n");
    const both = ["small1", "small2"].map((target) => freeze("small.py", "-o", target));
    expect(await Promise.all(both)).toEqual([SILENT, SILENT]);
    const made = fs.readFileSync(path.join(folder, "small1"));
    expect(made.equals(fs.readFileSync(path.join(folder, "small2")))).toBe(true);
  });

  it("starts children and talks over sockets", async () => {
    fs.writeFileSync(path.join(folder, "outside.py"), OUTSIDE);
    expect(await freeze("outside.py")).toEqual(SILENT);
    const run = await runCommand([path.join(folder, "outside")], { cwd: folder });
    expect(run).toEqual({ stdout: "child\nb'hello tea'\n(2,)\n", stderr: "", code: 0 });
  });

  it("is interrupted by Ctrl-C, and dies of it if it does not catch it", async () => {
    fs.writeFileSync(path.join(folder, "busy.py"), BUSY);
    expect(await freeze("busy.py")).toEqual(SILENT);
    const child = spawn(path.join(folder, "busy"), { cwd: folder });
    let stdout = "";
    let stderr = "";
    child.stderr.on("data", (part: Buffer) => {
      stderr += part.toString();
    });
    child.stdout.on("data", (part: Buffer) => {
      stdout += part.toString();
      if (part.toString().includes("go")) setTimeout(() => child.kill("SIGINT"), 200);
    });
    const signal = await new Promise((resolve) => child.on("close", (_code, how) => resolve(how)));
    expect([stdout, signal]).toEqual(["go on\ninterrupted\ngo to sleep\n", "SIGINT"]);
    expect(stderr).toMatch(/^Traceback .*line 8.*\nKeyboardInterrupt\n$/s);
  });

  it("knows its own process: environment, folder, time, exit status", async () => {
    fs.writeFileSync(
      path.join(folder, "world.py"),
      "import os, sys, time\nprint(os.environ['TEA'], os.getcwd(), os.getpid() > 1, time.time() > 1.7e9, sys.executable)\nsys.exit(9)\n",
    );
    expect(await freeze("world.py")).toEqual(SILENT);
    const run = await runCommand([path.join(folder, "world")], { cwd: folder, env: { TEA: "chai" } });
    expect(run).toEqual({ stdout: `chai ${folder} True True ${folder}/world\n`, stderr: "", code: 9 });
  });
});

describe("a page", () => {
  it("runs from a file in Chromium, and is the same each time", async () => {
    expect(await freeze("app.py", ...DATA, "--html")).toEqual(SILENT);
    expect(await freeze("app.py", ...DATA, "--html", "-o", "again.html")).toEqual(SILENT);
    const page = fs.readFileSync(path.join(folder, "app.html"));
    expect(page.equals(fs.readFileSync(path.join(folder, "again.html")))).toBe(true);
    const browser = await launchChromium();
    try {
      const tab = await browser.newPage();
      tab.on("dialog", (dialog) => void dialog.accept("a line"));
      await tab.goto(`file://${folder}/app.html`);
      await tab.waitForSelector("html[data-status]");
      expect(await tab.getAttribute("html", "data-status")).toBe("1");
      expect(await tab.textContent(".stdout")).toBe(OUTPUT.replace("['1', '2']", "[]"));
      expect(await tab.textContent(".stderr")).toBe(ERROR);
    } finally {
      await browser.close();
    }
  });
});

describe("an archive", () => {
  it("is run by python, without sources, and is the same each time", async () => {
    fs.writeFileSync(path.join(folder, "small.py"), "import cafe\nprint(cafe.order(__file__[-22:]))\n");
    expect(await freeze("small.py", "--zip", ...DATA)).toEqual(SILENT);
    expect(await freeze("small.py", "--zip", ...DATA, "-o", "again.pyz")).toEqual(SILENT);
    const archive = fs.readFileSync(path.join(folder, "small.pyz"));
    expect(archive.equals(fs.readFileSync(path.join(folder, "again.pyz")))).toBe(true);
    expect(archive.toString("latin1")).toMatch(/^#!\/usr\/bin\/env python3.12\n/);
    const run = await runCommand([process.execPath, CLI, "small.pyz"], { cwd: folder });
    expect(run).toEqual({
      stdout: '{"one": "small.pyz/__main__.pyc"}\n',
      stderr: "",
      code: 0,
    });
  });
});

describe("the report", () => {
  it("says why each module is in, what is missing and what was left out", async () => {
    fs.writeFileSync(path.join(folder, "why.py"), "import cafe\nimport absent\n\ndef late():\n    import csv\n");
    const { stdout, code } = await freeze("why.py", "--zip", "--exclude", "csv", "--include", "bisect", "--explain");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Modules of the program \(2\)\n {2}cafe +why\.py, line 1: import cafe \(and \d+ more\)\n/);
    expect(stdout).toMatch(/\n {2}cafe\.kinds +cafe, line 1: from \.kinds import order\n/);
    expect(stdout).toMatch(/\n {2}json +cafe\.kinds, line 1: import json/);
    expect(stdout).toMatch(/\n {2}bisect +--include/);
    expect(stdout).toMatch(/\nExcluded \(1\)\n {2}csv +why\.py, line 5: import csv\n/);
    expect(stdout).toMatch(/\n {2}absent +why\.py, line 2: import absent\n/);
  });

  it("leaves out what only an unused function of the library imports", async () => {
    fs.writeFileSync(path.join(folder, "plain.py"), "import os\nprint(os.sep)\n");
    expect((await freeze("plain.py", "--zip", "--explain")).stdout).not.toContain("subprocess");
    fs.writeFileSync(path.join(folder, "popen.py"), "import os\nos.popen('true')\n");
    expect((await freeze("popen.py", "--zip", "--explain")).stdout).toMatch(/\n {2}subprocess +os, line \d+: import/);
  });
});

describe("what cannot be done", () => {
  const refused = (message: string): CommandResult => ({ stdout: "", stderr: `chaipy freeze: ${message}\n`, code: 1 });

  it("is said, and leaves no file", async () => {
    fs.writeFileSync(path.join(folder, "wrong.py"), "x =\n");
    expect(await freeze("wrong.py", "-o", "no")).toEqual(refused("wrong.py, line 1: invalid syntax"));
    expect(await freeze("absent.py", "-o", "no")).toEqual(refused("[Errno 2] No such file or directory: 'absent.py'"));
    expect(await freeze("app.py", "--include", "nowhere", "-o", "no")).toEqual(refused("no module named 'nowhere'"));
    expect(await freeze("app.py", "--add-data", "cafe:../x", "-o", "no")).toEqual(
      refused("'cafe:../x' leads out of the program"),
    );
    expect((await freeze("app.py", "--html", "--zip")).code).toBe(2);
    const before = fs.readdirSync(folder);
    expect(await freeze("app.py", "--zip", "-o", "cafe")).toEqual(refused("[Errno 21] Is a directory: 'cafe'"));
    expect(await freeze("app.py", "--zip", "-o", "nowhere/no")).toEqual(
      refused("[Errno 2] No such file or directory: 'nowhere/no'"),
    );
    expect(fs.readdirSync(folder)).toEqual(before);
    expect(fs.existsSync(path.join(folder, "no"))).toBe(false);
  });
});

describe("modules that our own sources import", () => {
  it("are in the tables", () => {
    const listed = new Set([...ALWAYS, ...Object.values(BY_NATIVE_MODULE).flat(), ...Object.values(BY_NAME).flat()]);
    const imported = readSources("src")
      .filter(({ name }) => /^src\/(objects|vm|native)\//.test(name))
      .flatMap(({ text }) => [...text.matchAll(/importModule\("([\w.]+)"\)/g)].map(([, name]) => name ?? ""));
    const isPython = (name: string): boolean => {
      const file = path.join(DIST, "lib/python3.12", ...name.split("."));
      return fs.existsSync(`${file}.py`) || fs.existsSync(`${file}/__init__.py`);
    };
    expect(imported.length).toBeGreaterThan(10);
    expect([...new Set(imported)].filter((name) => isPython(name) && !listed.has(name))).toEqual([]);
  });
});
