/** The list of the library's patterns that the build made: what is in it is what `re` makes, and who changes `re` is asked. */
import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { runCommand, temporaryFolder } from "../support/command-line.ts";

const LIST = path.join(path.dirname(CLI), "lib/python3.12/re/__pycache__/library-patterns");

const COMPARE = `
import json, re, re._compiler as compiler, sys
entries = [line.split("\\t") for line in open(sys.argv[1], encoding="utf-8").read().splitlines()[1:]]
keys = [json.loads(key) for key, _ in entries]
def everything():
    for kind, text, flags in keys:
        pattern = compiler.compile(text if kind == "str" else text.encode("latin-1"), flags)
        yield pattern, pattern.flags, pattern.groups, list(pattern.groupindex.items())
def counted(*args):
    calls.append(args)
    return code(*args)
calls = []
listed = list(everything())
code = compiler._code
compiler._code = counted
made = list(everything())
print(len(listed) > 100, len(calls) == len(made), [key for key, a, b in zip(keys, listed, made) if a != b])
compiler._code = code
`;

const CHANGES = `
import json, re, re._compiler as compiler, re._parser as parser, sys
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()[1:]
keys = [json.loads(line.split("\\t")[0]) for line in lines]
_, *listed = max(key for key in keys if key[0] == "str")
def is_asked(module, name):
    function = getattr(module, name)
    asked = []
    def called(*args):
        asked.append(name)
        return function(*args)
    setattr(module, name, called)
    compiler.compile(*listed)
    setattr(module, name, function)
    return bool(asked)
parts = [(parser, "parse"), (parser, "_parse_sub"), (compiler, "_compile_info"), (parser.Tokenizer, "get"), (compiler._sre, "compile")]
print([is_asked(*part) for part in parts])
`;

/** Too little room on the stack for the Python code: only the list can answer. */
const USE = `
import json, re, re._compiler as compiler, sys
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()[1:]
_, *listed = max(key for key in (json.loads(line.split("\\t")[0]) for line in lines) if key[0] == "str")
def answers(*args):
    try:
        sys.setrecursionlimit(5)
        compiler.compile(*args)
        return True
    except RecursionError:
        return False
    finally:
        sys.setrecursionlimit(1000)
print(answers(*listed), answers("not[ ]in the list", 0), answers(*listed[:1], 2 << 20), re.__file__.startswith(sys.argv[2]))
`;

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(path.dirname(folder), { recursive: true });
});

async function python(program: string, ...args: string[]): Promise<string> {
  const cwd = temporaryFolder();
  folders.push(cwd);
  const env = { PYTHONPATH: args[0] ?? "" };
  const { stdout, stderr } = await runCommand([process.execPath, CLI, "-c", program, LIST, ...args], { cwd, env });
  expect(stderr).toBe("");
  return stdout;
}

it("has of each pattern what the Python code makes", async () => {
  expect(await python(COMPARE)).toBe("True True []\n");
});

it("is not used once a part of re was replaced", async () => {
  expect(await python(CHANGES)).toBe("[True, True, True, True, True]\n");
});

it("is used, and only for the files that it was made of", async () => {
  expect(await python(USE, path.dirname(CLI))).toBe("True False False True\n");
  const folder = temporaryFolder();
  folders.push(folder);
  const copy = path.join(folder, "re");
  fs.cpSync(path.dirname(path.dirname(LIST)), copy, { recursive: true, preserveTimestamps: true });
  expect(await python(USE, folder)).toBe("True False False True\n");
  fs.utimesSync(path.join(copy, "_parser.py"), 1e9, 1e9);
  expect(await python(USE, folder)).toBe("False False False True\n");
});
