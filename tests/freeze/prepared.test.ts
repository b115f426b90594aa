/** Modules of the library that are executed when an executable is made: their imports look as if they ran when they are asked for. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEPRECATED } from "../../src/apps/freeze/prepare.ts";
import { DIST } from "../../tools/build/paths.ts";
import { type CommandResult, runCommand } from "../support/command-line.ts";

const CLI = path.join(DIST, "cli.js");

/** Each line's imports are reported: names that are new in `sys.modules`, in their order, and what packages have. */
const ORDER = `import sys
known = set(sys.modules)
def report(*names):
    new = [name for name in sys.modules if name not in known]
    known.update(new)
    print(*new)
    for name in names:
        package = sys.modules[name]
        print(name, [each for each in ("etree", "parse", "message", "abc", "util", "resources") if each in vars(package)])
import xml
report("xml")
import logging
report()
import xml.etree.ElementTree
report("xml", "xml.etree")
from email import message
report("email")
import json
report()
import importlib.util
report("importlib")
import urllib.parse
report("urllib")
import importlib.resources, os, shutil
report()
print(os.path.join("a", "b"), importlib.reload(shutil) is shutil)
import concurrent.futures
report("concurrent")
print(json.__spec__.name, json.decoder.__package__, json.__loader__ is json.__spec__.loader)
`;

const WORLD = `import atexit, os, sys
atexit.register(print, "registered first")
import logging, random, threading, time, platform
atexit.register(print, "registered last")
old = logging.shutdown
class Handler(logging.Handler):
    def flush(self): print("flushed at exit")
kept = Handler()
print(os.environ["TEA"], abs(logging._startTime - time.time()) < 60, threading.main_thread().native_id == os.getpid())
print(platform.node() == os.uname().nodename)
print("RANDOM", random.random())
`;

/** What the program did before an import is seen by what is imported. */
const CHANGED = `import sys, types
import functools
usual = functools.partial
class partial(usual): pass
functools.partial = partial
import operator
import textwrap
sys.modules["textwrap"].marked = True
del sys.modules["textwrap"]
import textwrap
print(hasattr(textwrap, "marked"))
fake = types.ModuleType("struct")
fake.Struct = fake.calcsize = fake.pack = fake.unpack = lambda *args: "fake"
fake.error = ValueError
sys.modules["struct"] = fake
import base64
print(base64.struct is fake)
import csv
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "difflib": raise ImportError("blocked")
sys.meta_path.insert(0, Finder)
try: import difflib
except ImportError as error: print(error)
sys.meta_path.remove(Finder)
lines = []
def trace(frame, event, arg):
    if event == "call" and frame.f_code.co_name == "<module>": lines.append(frame.f_globals["__name__"])
sys.settrace(trace)
import bisect
sys.settrace(None)
print(lines)
import queue
print(queue.Queue().maxsize, difflib if "difflib" in globals() else "no difflib")
import string
string.ascii_letters = "changed"
import random
print(random.Random(1).random())
`;

/** What is executed a second time leaves its classes beside those of the first. */
const ONCE = `import logging, random, platform
import asyncio
count = [each.__qualname__ for each in object.__subclasses__() if each.__module__ == "asyncio.events"].count("Handle")
print(count, asyncio.events.Handle.__module__)
`;

let folder: string;

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-prepared-test-")));
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function freeze(name: string, source: string): Promise<string> {
  fs.writeFileSync(path.join(folder, `${name}.py`), source);
  const made = await runCommand([process.execPath, CLI, "freeze", `${name}.py`], { cwd: folder });
  expect(made).toEqual({ stdout: "", stderr: "", code: 0 });
  return path.join(folder, name);
}

function runPlainly(name: string): Promise<CommandResult> {
  return runCommand([process.execPath, CLI, "-I", "-S", `${name}.py`], { cwd: folder });
}

describe("modules that were executed in advance", () => {
  it("come into sys.modules and their packages when, and in the order in which, they are imported", async () => {
    const frozen = await runCommand([await freeze("order", ORDER)], { cwd: folder });
    expect(frozen).toEqual(await runPlainly("order"));
  });

  it("know the world in which the program runs", async () => {
    const program = await freeze("world", WORLD);
    const run = (): Promise<CommandResult> => runCommand([program], { cwd: folder, env: { TEA: "chai" } });
    const [first, second] = [await run(), await run()];
    expect(first.stderr).toBe("");
    expect(first.stdout).toMatch(
      /^chai True True\nTrue\nRANDOM 0\.\d+\nregistered last\nflushed at exit\nregistered first\n$/,
    );
    expect(first.stdout).not.toBe(second.stdout);
  });

  it("are executed again if the program has changed what they would find", async () => {
    const frozen = await runCommand([await freeze("changed", CHANGED)], { cwd: folder });
    expect(frozen).toEqual(await runPlainly("changed"));
  });

  it("are not executed again because others have taken something of the world", async () => {
    const { stdout } = await runCommand([await freeze("once", ONCE)], { cwd: folder });
    expect(stdout).toBe("1 asyncio.events\n");
  });

  it("are named by --explain", async () => {
    fs.writeFileSync(path.join(folder, "short.py"), "import json\nfrom html import parser\n");
    const command = [process.execPath, CLI, "freeze", "short.py", "-o", "short", "--explain"];
    const { stdout } = await runCommand(command, { cwd: folder });
    expect(stdout).toMatch(/\nExecuted in advance, [^\n]+\n {2}json\n {2}html\n {2}html\.parser\n$/);
  });

  it("are none of those that warn", () => {
    const library = path.join(DIST, "lib", "python3.12");
    const names = fs.readdirSync(library).map((name) => name.replace(/\.py$/, ""));
    const warning = names.filter((name) => {
      const files = [`${name}.py`, `${name}/__init__.py`].map((file) => path.join(library, file));
      const file = files.find((each) => fs.existsSync(each));
      return file !== undefined && /^(import warnings\n)?warnings\._deprecated\(/m.test(fs.readFileSync(file, "utf8"));
    });
    expect(warning.length).toBeGreaterThan(10);
    expect(warning.filter((name) => !DEPRECATED.includes(name))).toEqual([]);
  });
});
