/** `chaipy explain`: for each import the finders, the file, the cache and why, and what was written; a program for all. */
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportRecord } from "../../src/apps/explain/records.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { type CommandResult, runCommand, temporaryFolder } from "../support/command-line.ts";

/** Makes a module for each state that a cache can be in, then imports them all. */
const PROGRAM = `import importlib, os, py_compile, sys
HASH = py_compile.PycInvalidationMode
def write(name, text=''):
    with open(name, 'w') as f: f.write(text)
def module(name, damage=None, **options):
    write(name + '.py', 'x = 1\\n')
    os.utime(name + '.py', (1600000000, 1600000000))
    pyc = py_compile.compile(name + '.py', **options)
    if damage: damage(pyc)
def patch(at, data):
    def damage(pyc):
        with open(pyc, 'r+b') as f: f.seek(at); f.write(data)
    return damage
def folder(pyc): os.remove(pyc); os.mkdir(pyc)
module('fresh')
module('missing', os.remove)
module('magic', patch(0, b'\\xa7'))
module('flags', patch(4, b'\\x04'))
module('mtime', patch(8, b'\\x01\\x00\\x00\\x00'))
module('size', patch(12, b'\\x02'))
module('short', lambda pyc: os.truncate(pyc, 10))
module('unreadable', folder)
module('hash_same', invalidation_mode=HASH.CHECKED_HASH)
module('hash_other', patch(8, bytes(8)), invalidation_mode=HASH.CHECKED_HASH)
module('unchecked', invalidation_mode=HASH.UNCHECKED_HASH)
os.mkdir('blocked'); write('blocked/__pycache__'); write('blocked/inside.py')
os.mkdir('space')
write('fails.py', '1/0\\n'); write('syntax.py', 'x = = 1\\n')
os.rename(py_compile.compile('fresh.py', 'sourceless.pyc'), 'sourceless.pyc')
write('unwritten.py')
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == 'made_up': return importlib.machinery.ModuleSpec(name, importlib.machinery.NamespaceLoader(name, [], None))
sys.path.insert(0, 'blocked')
importlib.invalidate_caches()
import fresh, missing, magic, flags, mtime, size, short, unreadable, hash_same, hash_other, unchecked, inside, space
import sourceless, __hello__, _sha2
for name in 'fails', 'syntax', 'nowhere':
    try: importlib.import_module(name)
    except Exception as error: print(type(error).__name__)
sys.dont_write_bytecode = True
import unwritten
sys.meta_path.insert(0, Finder)
import made_up
importlib.reload(fresh)
print('_importstory' in sys.modules)
`;

const QUIET = "mtime and size are those of the source";
/** Module to why its cache was used or not, and what was written. */
const REASONS: Readonly<Record<string, readonly [boolean, string | RegExp | null, string | RegExp | null]>> = {
  fresh: [true, QUIET, null],
  missing: [false, "no file", "yes"],
  magic: [false, "magic: a7 0d 0d 0a != cb 0d 0d 0a", "yes"],
  flags: [false, "flags: 0x4 are not known", "yes"],
  mtime: [false, "mtime: 1 in the file != 1600000000 of the source", "yes"],
  size: [false, "size: 2 in the file != 6 of the source", "yes"],
  short: [false, "header: 10 bytes of 16", "yes"],
  unreadable: [false, "unreadable: Is a directory", /^no: .*unreadable\.cpython-312\.pyc: Is a directory$/],
  hash_same: [true, "the hash is that of the source", null],
  hash_other: [false, /^hash: 0{16} in the file != [0-9a-f]{16} of the source$/, "yes"],
  unchecked: [true, "its hash is not checked", null],
  inside: [false, "unreadable: Not a directory", /^no: .*__pycache__.*: (File exists|Not a directory)$/],
  unwritten: [false, "no file", "no: sys.dont_write_bytecode is set (-B, PYTHONDONTWRITEBYTECODE)"],
  sourceless: [true, "there is no source to compare it with", null],
};

let cwd = "";
let result: CommandResult;
let records: readonly ImportRecord[] = [];
const named = (name: string, kind = "import"): ImportRecord | undefined =>
  records.find((record) => record.name === name && record.kind === kind);

beforeAll(async () => {
  cwd = temporaryFolder();
  fs.writeFileSync(path.join(cwd, "app.py"), PROGRAM);
  result = await runCommand([process.execPath, CLI, "explain", "--json", "-o", "story.json", "app.py"], { cwd });
  records = JSON.parse(fs.readFileSync(path.join(cwd, "story.json"), "utf8"));
}, 90_000);

afterAll(() => {
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
});

describe("chaipy explain", () => {
  it("runs the program as it would run alone", () => {
    expect(result).toEqual({
      stdout: "ZeroDivisionError\nSyntaxError\nModuleNotFoundError\nFalse\n",
      stderr: "",
      code: 0,
    });
  });

  it.each(Object.entries(REASONS))("says about the cache of %s", (name, [used, reason, written]) => {
    const record = named(name);
    expect(record?.cache_used).toBe(used);
    for (const [text, wanted] of [
      [record?.cache_reason, reason],
      [record?.written, written],
    ] as const) {
      if (wanted instanceof RegExp) expect(text).toMatch(wanted);
      else expect(text).toBe(wanted);
    }
  });

  it("names the finders that were asked and the places that were searched", () => {
    expect(named("_sha2")).toMatchObject({ finders: [["BuiltinImporter", true]], loader: "BuiltinImporter" });
    expect(named("__hello__")).toMatchObject({
      finders: [
        ["BuiltinImporter", false],
        ["FrozenImporter", true],
      ],
      loader: "FrozenImporter",
    });
    expect(named("made_up")).toMatchObject({ finders: [["Finder", true]] });
    expect(named("nowhere")).toMatchObject({ loader: null, error: "ModuleNotFoundError: No module named 'nowhere'" });
    expect(named("fresh")?.searched.map(([, found]) => found)).toEqual([null, path.join(cwd, "fresh.py")]);
    expect(named("space")).toMatchObject({ loader: "NamespaceLoader" });
  });

  it("has the time of each step", () => {
    expect(Object.keys(named("missing")?.times ?? {})).toEqual(["find", "read", "compile", "write", "execute"]);
    expect(Object.keys(named("fresh")?.times ?? {})).toEqual(["find", "read", "unmarshal", "execute"]);
  });

  it("tells what failed, and of a reload", () => {
    expect(named("fails")).toMatchObject({ error: "ZeroDivisionError: division by zero", written: "yes" });
    expect(named("syntax")).toMatchObject({ cache_used: false, written: null });
    expect(named("syntax")?.error).toMatch(/^SyntaxError: invalid syntax/);
    expect(named("fresh", "reload")).toMatchObject({ cache_used: true });
  });

  it("prints a table and the story on standard error, behind the program's output", async () => {
    fs.writeFileSync(path.join(cwd, "small.py"), "import fresh\nprint('end')\n");
    const command = [process.execPath, CLI, "explain", "-O", "small.py"];
    const { stdout, stderr, code } = await runCommand(command, { cwd });
    expect([stdout, code]).toEqual(["end\n", 0]);
    expect(stderr).toMatch(/^fresh {7}SourceFileLoader {2}written +[\d.]+ /m);
    expect(stderr).toContain("\n  not used no file\n  written  yes\n");
    expect((await runCommand(command.slice(0, 3), { cwd })).code).toBe(2);
  });
});
