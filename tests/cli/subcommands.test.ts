/** Chaipy's own commands: when a word on the command line is one, and what `chaipy pyc` and `chaipy inspect` show. */
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { STDLIB } from "../../tools/build/paths.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { type CommandResult, runCommand, temporaryFolder } from "../support/command-line.ts";

let cwd = "";
const at = (name: string): string => path.join(cwd, name);
const chaipy = (...args: string[]): Promise<CommandResult> => runCommand([process.execPath, CLI, ...args], { cwd });

beforeEach(() => {
  cwd = temporaryFolder();
});

afterEach(() => {
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
});

describe("the name of a command", () => {
  it("is a script if a file of that name is there", async () => {
    fs.writeFileSync(at("pyc"), "import sys\nprint('script', sys.argv)\n");
    expect(await chaipy("pyc", "x")).toEqual({ stdout: "script ['pyc', 'x']\n", stderr: "", code: 0 });
  });

  it("is a script behind an option", async () => {
    const { stderr, code } = await chaipy("-B", "pyc");
    expect(stderr).toMatch(/can't open file '.*\/pyc': \[Errno 2\] No such file or directory\n$/);
    expect(code).toBe(2);
  });

  it("is in the help", async () => {
    expect((await chaipy("--help")).stdout).toMatch(/^chaipy pyc /m);
  });

  it.each(["explain", "freeze", "inspect", "jit", "pyc", "tour"])("has its own help: %s", async (name) => {
    const { stdout, stderr, code } = await chaipy(name, "--help");
    expect(stdout).toMatch(new RegExp(`^usage: chaipy ${name} [^]+\\.\\n$`));
    expect([stderr, code]).toEqual(["", 0]);
  });

  it.each(["toString", "constructor", "__proto__"])("is not %s", async (name) => {
    expect((await chaipy(name)).code).toBe(2);
  });
});

describe("chaipy pyc", () => {
  interface Report {
    readonly size: number;
    readonly header: readonly { name: string; meaning: string }[];
    readonly source: { verdict: string };
    readonly code: { names: string[]; nested: { qualname: string; disassembly: string }[] };
    readonly problem: string | null;
    readonly spans: readonly { start: number; end: number }[];
  }
  const json = async (file: string): Promise<Report> => JSON.parse((await chaipy("pyc", "--json", file)).stdout);

  it("says what is in the header and whether the source still fits", async () => {
    fs.writeFileSync(at("tea.py"), "def brew(cups):\n    return cups + 1\n");
    fs.utimesSync(at("tea.py"), 1_000_000_000, 1_000_000_000);
    await chaipy("-c", "import tea");
    const report = await json("tea.py");
    expect(report.header.map(({ name }) => name)).toEqual(["magic", "flags", "mtime", "size"]);
    expect(report.header[2]?.meaning).toBe("1000000000: 2001-09-09 01:46:40 UTC");
    expect(report.source.verdict).toBe("fits: same mtime and size");
    fs.appendFileSync(at("tea.py"), "#");
    fs.utimesSync(at("tea.py"), 1_000_000_000, 1_000_000_000);
    expect((await json("tea.py")).source.verdict).toBe("stale: its size is 37");
    fs.utimesSync(at("tea.py"), 1_000_000_001, 1_000_000_001);
    expect((await json("tea.py")).source.verdict).toBe("stale: its mtime is 1000000001");
    fs.rmSync(at("tea.py"));
    expect((await json("__pycache__/tea.cpython-312.pyc")).source.verdict).toBe("cannot be read");
  });

  it("disassembles as dis does", async () => {
    fs.writeFileSync(at("tea.py"), "def brew(cups):\n    try:\n        return cups + 1\n    except E:\n        pass\n");
    await chaipy("-c", "import tea");
    const report = await json("tea.py");
    const { stdout } = await chaipy("-c", "import tea, dis; dis.dis(tea.brew)");
    expect(`${report.code.nested[0]?.disassembly}\n`).toBe(stdout);
  });

  it("explains every byte", async () => {
    const file = path.join(STDLIB, "__pycache__", "difflib.cpython-312.pyc");
    const { spans, size, problem } = await json(file);
    expect(problem).toBeNull();
    expect(spans[0]?.start).toBe(16);
    spans.forEach((span, i) => {
      expect(span.end).toBe(spans[i + 1]?.start ?? size);
    });
  });

  it("shows the same as text", async () => {
    fs.writeFileSync(at("tea.py"), "cups = 2\n");
    await chaipy("-c", "import tea");
    const { stdout } = await chaipy("pyc", "__pycache__/tea.cpython-312.pyc");
    expect(stdout).toContain("000000  cb 0d 0d 0a             magic  3531: Python 3.12\n");
    expect(stdout).toMatch(/\n {4}1 {11}2 LOAD_CONST {15}0 \(2\)\n/);
    expect(stdout).toMatch(/co_names: small tuple of 1\n/);
    expect((await chaipy("pyc", "--no-hex", "tea.py")).stdout).toBe(stdout.slice(0, stdout.indexOf("\nBytes\n")));
  });

  it.each([
    ["no magic number", Buffer.from("hello world, this is text"), "bad magic number"],
    ["half a header", Buffer.from("cb0d0d0a0000", "hex"), "reached EOF while reading pyc header"],
    ["no code", Buffer.from(`cb0d0d0a${"00".repeat(12)}4e`, "hex"), "the object in it is no code"],
    ["garbage", Buffer.from(`cb0d0d0a${"00".repeat(12)}3f`, "hex"), "ValueError: bad marshal data (unknown type code)"],
    ["nothing", Buffer.alloc(0), "bad magic number"],
  ])("says why there is nothing to show: %s", async (_name, bytes, problem) => {
    fs.writeFileSync(at("bad.pyc"), bytes);
    expect((await json("bad.pyc")).problem).toBe(problem);
    const { stdout, code } = await chaipy("pyc", "bad.pyc");
    expect(stdout).toContain(`No code object: ${problem}\n`);
    expect(code).toBe(1);
  });

  it("needs a file that is there", async () => {
    expect(await chaipy("pyc")).toMatchObject({ stdout: "", code: 2 });
    expect(await chaipy("pyc", "no.pyc")).toEqual({
      stdout: "",
      stderr: "chaipy pyc: [Errno 2] No such file or directory: 'no.pyc'\n",
      code: 1,
    });
  });
});

describe("chaipy inspect", () => {
  const source = "def brew(cups):\n    return cups + 1 if cups else None\n";

  it("shows every stage, in order, or those that are named", async () => {
    fs.writeFileSync(at("tea.py"), source);
    const { stdout, stderr, code } = await chaipy("inspect", "tea.py");
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    const titles = [
      "Tokens",
      "Abstract syntax tree",
      "Symbol table",
      "Control flow graph",
      "Bytecode",
      "The .pyc file",
    ];
    expect(stdout.split("\n").filter((line) => titles.includes(line))).toEqual(titles);
    expect(stdout).toContain('2,4-2,10:           NAME           "return"\n');
    expect(stdout).toContain("  body[0]: FunctionDef name='brew' 1:0-2:37\n");
    expect(stdout).toContain("    cups  local             parameter, referenced\n");
    expect(stdout).toContain("brew, line 1, behind cfg_builder\n");
    expect((await chaipy("inspect", "--symtable", "tea.py")).stdout).toMatch(/^Symbol table\nmodule top\n {2}brew/);
    const passes = (await chaipy("inspect", "--cfg=all", "tea.py")).stdout;
    expect(passes).toContain("brew, line 1, behind inline_small_exit_blocks\n");
  });

  it("shows the .pyc that py_compile writes", async () => {
    fs.writeFileSync(at("tea.py"), source);
    const { stdout } = await chaipy("inspect", "--pyc", "tea.py");
    await chaipy("-m", "py_compile", "tea.py");
    expect(stdout).toBe(`The .pyc file\n${(await chaipy("pyc", "tea.py")).stdout}`);
  });

  it("prints JSON lines", async () => {
    fs.writeFileSync(at("tea.py"), source);
    const { stdout } = await chaipy("inspect", "--json", "tea.py");
    const records = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { stage: string; type?: string });
    expect([...new Set(records.map(({ stage }) => stage))]).toEqual([
      "tokens",
      "ast",
      "symtable",
      "cfg",
      "code",
      "pyc",
    ]);
    expect(records[0]).toMatchObject({ stage: "tokens", type: "NAME", string: "def", start: [1, 0] });
  });

  it("says where a source is wrong, behind the stages that it reached", async () => {
    fs.writeFileSync(at("bad.py"), "x = (1\n");
    const { stdout, stderr, code } = await chaipy("inspect", "bad.py");
    expect(stdout).toMatch(/^Tokens\n1,0-1,1: +NAME +"x"\n/);
    expect(stderr).toBe("bad.py:1: SyntaxError: '(' was never closed\n");
    expect(code).toBe(1);
    expect((await chaipy("inspect", "no.py")).code).toBe(1);
    expect((await chaipy("inspect", "--sky", "bad.py")).code).toBe(2);
  });

  it("tells a run by calls, lines or instructions, as text and as JSON", async () => {
    const program = "def double(x):\n    return x * 2\n\nprint(double(21))\nfor i in range(2): pass\n1 / 0\n";
    fs.writeFileSync(at("run.py"), program);
    const calls = await chaipy("inspect", "--trace=calls", "run.py");
    expect(calls.code).toBe(1);
    expect(calls.stderr).toBe("");
    expect(calls.stdout).toMatch(
      /^→ <module>\(\) line 0\n {2}→ double\(x=21\) line 1\n {2}← double 42\n {2}│ 42\n! exception <module>:6\n {2}│ Traceback [\s\S]*ZeroDivisionError: division by zero\n$/,
    );
    const { stdout } = await chaipy("inspect", "--trace=lines", "--json", "run.py", "argument");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ event }) => event === "line").map(({ line }) => line)).toEqual([1, 4, 2, 5, 5, 5, 6]);
    expect(lines.find(({ function: name }) => name === "double")).toMatchObject({ variables: { x: "21" }, depth: 2 });
    expect(lines.find(({ event }) => event === "output")).toEqual({ event: "output", text: "42\n" });
    const ops = (await chaipy("inspect", "--trace=ops", "run.py")).stdout;
    expect(ops).toMatch(/double:2 +6 BINARY_OP +\* +\[21, 2\]\n/);
    expect((await chaipy("inspect", "--trace=sky", "run.py")).code).toBe(2);
  });

  it("shows the JavaScript of a run, with its guards", async () => {
    const program =
      "def squares(n):\n    total = 0\n    for i in range(n):\n        total += i * i\n    return total\n\nfor _ in range(300):\n    squares(10)\nprint(squares(5000))\n";
    fs.writeFileSync(at("hot.py"), program);
    const { stdout, code } = await chaipy("inspect", "--jit", "hot.py");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^41654167500\nsquares/);
    expect(stdout).toMatch(/\/\/ \d+ BINARY_OP 5 \(\*\)\n/);
    const records = (await chaipy("inspect", "--jit", "--json", "hot.py")).stdout.trim().split("\n").slice(1);
    const units = records.map((line) => JSON.parse(line));
    expect(units.map(({ stage }) => stage)).toEqual(units.map(() => "jit"));
    const whole = units.find(({ qualname, what }) => qualname === "squares" && what === "function");
    expect(whole.text).toContain("function py_squares($d, $f, n)");
    expect(whole.exits).toContainEqual(expect.objectContaining({ line: 4, times: expect.any(Number) }));
  });
});
