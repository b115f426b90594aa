/** Ctrl-C: SIGINT becomes KeyboardInterrupt in whatever Python code is running. */
import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { CLI } from "../../tools/oracle/interpreter.ts";

interface Ending {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: string | null;
}

/** Run a program, interrupt it when it has printed one of these lines, and wait for its end. */
function interrupted(source: string, when: readonly string[] = ["go"]): Promise<Ending> {
  const child = spawn(process.execPath, [CLI, "-u", "-c", source]);
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (part: Buffer) => {
    stderr += part.toString();
  });
  child.stdout.on("data", (part: Buffer) => {
    const lines = part.toString().split("\n");
    if (when.some((line) => lines.includes(line))) setTimeout(() => child.kill("SIGINT"), 200);
    stdout += part.toString();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ stdout, stderr, code, signal }));
  });
}

describe("an interrupt", () => {
  it("ends an endless loop with a traceback", async () => {
    expect(await interrupted("def f():\n  while True: pass\nprint('go')\nf()")).toEqual({
      stdout: "go\n",
      stderr:
        'Traceback (most recent call last):\n  File "<string>", line 4, in <module>\n  File "<string>", line 2, in f\nKeyboardInterrupt\n',
      code: null,
      signal: "SIGINT",
    });
  });

  it("finds a compiled loop at its line, with its variables", async () => {
    const source =
      "def f():\n  n = 0\n  try:\n    while True:\n      n += 1\n      if n < 0: break\n  except KeyboardInterrupt:\n    print(n > 100000)\n    raise\nprint('go')\nf()";
    expect(await interrupted(source)).toEqual({
      stdout: "go\nTrue\n",
      stderr: expect.stringMatching(
        /^Traceback \(most recent call last\):\n {2}File "<string>", line 11, in <module>\n {2}File "<string>", line [4-6], in f\nKeyboardInterrupt\n$/,
      ),
      code: null,
      signal: "SIGINT",
    });
  });

  it("finds a loop that compiled code has called", async () => {
    const source =
      "def work(n):\n  t = 0\n  for i in range(n):\n    t = (t + i) % 1000003\n  return t\ndef main():\n  for i in range(1000): work(10)\n  work(10**10)\nprint('go')\nmain()";
    expect(await interrupted(source)).toEqual({
      stdout: "go\n",
      stderr:
        'Traceback (most recent call last):\n  File "<string>", line 10, in <module>\n  File "<string>", line 8, in main\n  File "<string>", line 4, in work\nKeyboardInterrupt\n',
      code: null,
      signal: "SIGINT",
    });
  });

  it("wakes a program that sleeps, and its finally runs", async () => {
    const source = "import time\ntry:\n  print('go')\n  time.sleep(60)\nfinally:\n  print('cleaned')";
    expect(await interrupted(source)).toMatchObject({ stdout: "go\ncleaned\n", signal: "SIGINT" });
  });

  it("wakes a program that waits for input", async () => {
    const { stderr, signal } = await interrupted("print('go')\ninput()");
    expect(stderr).toMatch(/KeyboardInterrupt\n$/);
    expect(signal).toBe("SIGINT");
  });

  it("can be caught, also when a builtin had called Python", async () => {
    const source =
      "try:\n  print('go')\n  while True: sorted([3, 1, 2], key=lambda v: -v)\nexcept KeyboardInterrupt:\n  print('caught')\nprint('after')";
    expect(await interrupted(source)).toEqual({ stdout: "go\ncaught\nafter\n", stderr: "", code: 0, signal: null });
  });

  it("can come twice", async () => {
    const source =
      "import time\ntry:\n  print('go')\n  time.sleep(60)\nexcept KeyboardInterrupt:\n  print('caught')\ntime.sleep(60)";
    const { stdout, stderr, signal } = await interrupted(source, ["go", "caught"]);
    expect([stdout, signal]).toEqual(["go\ncaught\n", "SIGINT"]);
    expect(stderr).toMatch(/line 7, in <module>\nKeyboardInterrupt\n$/);
  });

  it("runs the functions of atexit", async () => {
    const source = "import atexit\natexit.register(print, 'bye')\nprint('go')\nwhile True: pass";
    expect(await interrupted(source)).toMatchObject({ stdout: "go\nbye\n", signal: "SIGINT" });
  });
});
