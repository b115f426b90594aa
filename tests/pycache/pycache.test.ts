/** The cache of compiled modules: what an import writes, when it is used again, and when it is left alone. */
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../tools/build/paths.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { type CommandResult, runCommand, temporaryFolder } from "../support/command-line.ts";

const SOURCE =
  "print('compiled from', __file__.rsplit('/', 1)[-1], __cached__ is not None)\nvalue = 41\nassert value == 41\n";
const MAIN = "import hello_chai\nprint(hello_chai.value + 1)\n";
const OUTPUT = "compiled from hello_chai.py True\n42\n";
const HEADER_SIZE = 16;

let cwd = "";
const at = (...names: string[]): string => path.join(cwd, ...names);
const cacheFile = (suffix = ""): string => at("__pycache__", `hello_chai.cpython-312${suffix}.pyc`);
const python = (args: readonly string[], env: Record<string, string> = {}): Promise<CommandResult> =>
  runCommand([process.execPath, CLI, ...args], { cwd, env });
const runMain = (args: readonly string[] = [], env: Record<string, string> = {}): Promise<CommandResult> =>
  python([...args, "main.py"], env);
const cached = (): string[] => (fs.existsSync(at("__pycache__")) ? fs.readdirSync(at("__pycache__")).sort() : []);
/** Make a file look as if it was written at another time. */
const touch = (file: string, seconds: number): void => fs.utimesSync(file, seconds, seconds);
const LONG_AGO = 1_000_000_000;

beforeEach(() => {
  cwd = temporaryFolder();
  fs.writeFileSync(at("hello_chai.py"), SOURCE);
  fs.writeFileSync(at("main.py"), MAIN);
});

afterEach(() => {
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
});

describe("an import", () => {
  it("writes the module's code, with the time and size of its source, and not the program's", async () => {
    touch(at("hello_chai.py"), LONG_AGO);
    expect(await runMain()).toEqual({ stdout: OUTPUT, stderr: "", code: 0 });
    expect(cached()).toEqual(["hello_chai.cpython-312.pyc"]);
    const header = fs.readFileSync(cacheFile()).subarray(0, HEADER_SIZE);
    expect([...header.subarray(0, 8)]).toEqual([0xcb, 0x0d, 0x0d, 0x0a, 0, 0, 0, 0]);
    expect(header.readUInt32LE(8)).toBe(LONG_AGO);
    expect(header.readUInt32LE(12)).toBe(SOURCE.length);
  });

  it("uses what is there the second time", async () => {
    await runMain();
    touch(cacheFile(), LONG_AGO);
    expect((await runMain()).stdout).toBe(OUTPUT);
    expect(fs.statSync(cacheFile()).mtimeMs).toBe(LONG_AGO * 1000);
    const { stderr } = await runMain(["-v"]);
    expect(stderr).toMatch(/^# .*hello_chai\.cpython-312\.pyc matches .*hello_chai\.py$/m);
    expect(stderr).toMatch(/^# code object from '.*hello_chai\.cpython-312\.pyc'$/m);
  });

  it("runs the code that is there, not the source", async () => {
    await runMain();
    const { mtimeMs } = fs.statSync(at("hello_chai.py"));
    fs.writeFileSync(at("hello_chai.py"), SOURCE.replace("41\n", "99\n"));
    touch(at("hello_chai.py"), mtimeMs / 1000);
    expect((await runMain()).stdout).toBe(OUTPUT);
  });

  it("compiles again when the source has another time", async () => {
    await runMain();
    const before = fs.readFileSync(cacheFile());
    touch(cacheFile(), LONG_AGO);
    touch(at("hello_chai.py"), LONG_AGO);
    expect((await runMain()).stdout).toBe(OUTPUT);
    expect(fs.statSync(cacheFile()).mtimeMs).toBeGreaterThan(LONG_AGO * 1000);
    expect(fs.readFileSync(cacheFile()).subarray(HEADER_SIZE)).toEqual(before.subarray(HEADER_SIZE));
  });

  it("compiles again when the source has another size", async () => {
    await runMain();
    const { mtimeMs } = fs.statSync(at("hello_chai.py"));
    fs.writeFileSync(at("hello_chai.py"), SOURCE.replace("value = 41\nassert value == 41", "value = 100"));
    touch(at("hello_chai.py"), mtimeMs / 1000);
    expect((await runMain()).stdout).toBe(OUTPUT.replace("42", "101"));
  });

  it("makes the folder again when it is gone", async () => {
    await runMain();
    const before = fs.readFileSync(cacheFile());
    fs.rmSync(at("__pycache__"), { recursive: true });
    expect((await runMain()).stdout).toBe(OUTPUT);
    expect(fs.readFileSync(cacheFile())).toEqual(before);
  });

  it("leaves no temporary file and takes the permissions of the source", async () => {
    fs.chmodSync(at("hello_chai.py"), 0o640);
    await runMain();
    expect(cached()).toEqual(["hello_chai.cpython-312.pyc"]);
    expect(fs.statSync(cacheFile()).mode & 0o777).toBe(0o640);
  });

  it("of a package writes a file for each module", async () => {
    fs.mkdirSync(at("pack"));
    fs.writeFileSync(at("pack/__init__.py"), "from . import part\n");
    fs.writeFileSync(at("pack/part.py"), "x = 1\n");
    expect((await python(["-c", "import pack; print(pack.part.x)"])).stdout).toBe("1\n");
    expect(fs.readdirSync(at("pack/__pycache__")).sort()).toEqual(["__init__.cpython-312.pyc", "part.cpython-312.pyc"]);
  });

  it("of a module with a syntax error writes nothing", async () => {
    fs.writeFileSync(at("hello_chai.py"), "x = = 1\n");
    const { stderr, code } = await runMain();
    expect(stderr).toMatch(/SyntaxError: invalid syntax\n$/);
    expect(code).toBe(1);
    expect(cached()).toEqual([]);
  });

  it("of a module that fails when it runs writes its code all the same", async () => {
    fs.writeFileSync(at("hello_chai.py"), "1/0\n");
    expect((await runMain()).stderr).toMatch(/ZeroDivisionError: division by zero\n$/);
    expect(cached()).toEqual(["hello_chai.cpython-312.pyc"]);
  });
});

describe("nothing is written", () => {
  it("when a file is run directly", async () => {
    expect((await python(["hello_chai.py"])).stdout).toBe("compiled from hello_chai.py False\n");
    expect(cached()).toEqual([]);
  });

  it.each([
    ["-B", ["-B"], {}],
    ["PYTHONDONTWRITEBYTECODE=1", [], { PYTHONDONTWRITEBYTECODE: "1" }],
  ])("with %s", async (_name, args, env) => {
    expect((await runMain(args, env)).stdout).toBe(OUTPUT);
    expect(cached()).toEqual([]);
  });

  it("when __pycache__ cannot be made", async () => {
    fs.writeFileSync(at("__pycache__"), "a file in the way");
    expect(await runMain()).toEqual({ stdout: OUTPUT, stderr: "", code: 0 });
    expect(fs.readFileSync(at("__pycache__"), "utf8")).toBe("a file in the way");
  });

  it("when sys.dont_write_bytecode is set by the program", async () => {
    fs.writeFileSync(at("main.py"), `import sys\nsys.dont_write_bytecode = True\n${MAIN}`);
    expect((await runMain()).stdout).toBe(OUTPUT);
    expect(cached()).toEqual([]);
  });

  it("by -c for its own text", async () => {
    await python(["-c", "pass"]);
    expect(cached()).toEqual([]);
  });
});

describe("optimised code", () => {
  it.each([
    ["-O", ".opt-1"],
    ["-OO", ".opt-2"],
  ])("of %s has its own file", async (flag, suffix) => {
    fs.writeFileSync(at("hello_chai.py"), `${SOURCE}assert False\n`);
    expect((await runMain([flag])).stdout).toBe(OUTPUT);
    expect(cached()).toEqual([`hello_chai.cpython-312${suffix}.pyc`]);
    expect((await runMain()).stderr).toMatch(/AssertionError\n$/);
    expect(cached()).toHaveLength(2);
  });
});

describe("a cache file that is no good", () => {
  const broken: [string, (good: Buffer) => Buffer, RegExp | null][] = [
    ["with a bad magic number", (good) => Buffer.concat([Buffer.from("abcd"), good.subarray(4)]), null],
    ["of another version", (good) => Buffer.concat([Buffer.from([0x6f, 0x0d]), good.subarray(2)]), null],
    ["that is empty", () => Buffer.alloc(0), null],
    ["with half a header", (good) => good.subarray(0, 10), null],
    [
      "with unknown flags",
      (good) => Buffer.concat([good.subarray(0, 4), Buffer.from([4, 0, 0, 0]), good.subarray(8)]),
      null,
    ],
    ["with a header alone", (good) => good.subarray(0, HEADER_SIZE), /EOFError: EOF read where object expected\n$/],
    ["cut short", (good) => good.subarray(0, good.length - 20), /EOFError: .*\n$/],
    [
      "with garbage for code",
      (good) => Buffer.concat([good.subarray(0, HEADER_SIZE), Buffer.from("?garbage")]),
      /ValueError: bad marshal data \(unknown type code\)\n$/,
    ],
    [
      "with a value that is no code",
      (good) => Buffer.concat([good.subarray(0, HEADER_SIZE), Buffer.from("N")]),
      /ImportError: Non-code object in .*\n$/,
    ],
  ];
  it.each(broken)("%s", async (_name, breakIt, error) => {
    await runMain();
    const good = fs.readFileSync(cacheFile());
    fs.writeFileSync(cacheFile(), breakIt(good));
    const { stdout, stderr } = await runMain();
    if (error === null) {
      expect({ stdout, stderr }).toEqual({ stdout: OUTPUT, stderr: "" });
      expect(fs.readFileSync(cacheFile())).toEqual(good);
    } else {
      expect(stderr).toMatch(error);
    }
  });
});

describe("code without a source", () => {
  it("beside where the source was is imported", async () => {
    await runMain();
    fs.renameSync(cacheFile(), at("hello_chai.pyc"));
    fs.rmSync(at("hello_chai.py"));
    expect((await runMain()).stdout).toBe("compiled from hello_chai.pyc True\n42\n");
  });

  it("in __pycache__ is not", async () => {
    await runMain();
    fs.rmSync(at("hello_chai.py"));
    expect((await runMain()).stderr).toMatch(/ModuleNotFoundError: No module named 'hello_chai'\n$/);
  });

  it("is run as a program", async () => {
    await runMain();
    fs.renameSync(cacheFile(), at("program.pyc"));
    expect((await python(["program.pyc"])).stdout).toBe("compiled from program.pyc False\n");
  });
});

describe("hash-based files", () => {
  const compile = (mode: string): Promise<CommandResult> =>
    python([
      "-c",
      `import py_compile as p; p.compile('hello_chai.py', invalidation_mode=p.PycInvalidationMode.${mode})`,
    ]);
  const change = (): void => fs.writeFileSync(at("hello_chai.py"), SOURCE.replaceAll("41", "99"));

  it("that are checked follow the source", async () => {
    expect(await compile("CHECKED_HASH")).toEqual({ stdout: "", stderr: "", code: 0 });
    expect(fs.readFileSync(cacheFile()).readUInt32LE(4)).toBe(3);
    change();
    expect((await runMain()).stdout).toBe(OUTPUT.replace("42", "100"));
    expect(fs.readFileSync(cacheFile()).readUInt32LE(4)).toBe(3);
  });

  it("that are unchecked do not, unless asked to", async () => {
    await compile("UNCHECKED_HASH");
    expect(fs.readFileSync(cacheFile()).readUInt32LE(4)).toBe(1);
    change();
    expect((await runMain()).stdout).toBe(OUTPUT);
    expect((await runMain(["--check-hash-based-pycs", "always"])).stdout).toBe(OUTPUT.replace("42", "100"));
  });

  it("are never checked if told so", async () => {
    await compile("CHECKED_HASH");
    change();
    expect((await runMain(["--check-hash-based-pycs", "never"])).stdout).toBe(OUTPUT);
  });
});

describe("another place for the cache", () => {
  it.each([
    ["-X pycache_prefix", ["-X", "pycache_prefix=elsewhere"], {}],
    ["PYTHONPYCACHEPREFIX", [], { PYTHONPYCACHEPREFIX: "elsewhere" }],
  ])("by %s", async (_name, args, env) => {
    expect((await runMain(args, env)).stdout).toBe(OUTPUT);
    expect(cached()).toEqual([]);
    expect(
      fs.readdirSync(at("elsewhere"), { recursive: true }).filter((name) => `${name}`.endsWith(".pyc")),
    ).toHaveLength(1);
  });
});

describe("the example", () => {
  it("compiles, then reuses, then compiles what was changed", async () => {
    const example = path.join(ROOT, "examples", "hello_chai");
    fs.rmSync(cwd, { recursive: true });
    fs.cpSync(example, cwd, { recursive: true, filter: (name) => !name.includes("__pycache__") });
    const compiled = "compiled   hello_chai.py and wrote the .pyc\n";
    const first = await python(["main.py"]);
    expect(first).toMatchObject({ stderr: "", code: 0 });
    expect(first.stdout).toContain(compiled);
    expect(cached()).toEqual(["hello_chai.cpython-312.pyc"]);
    const { mtimeMs } = fs.statSync(cacheFile());
    const second = await python(["main.py"]);
    expect(second.stdout).toBe(first.stdout.replace(compiled, "reused     the .pyc; hello_chai.py was not compiled\n"));
    expect(fs.statSync(cacheFile()).mtimeMs).toBe(mtimeMs);
    fs.appendFileSync(at("hello_chai.py"), "# changed\n");
    expect((await python(["main.py"])).stdout).toContain("because the .pyc was stale, and wrote a new one");
  });
});
