/** The shell with pipes for its ends: what a statement prints is there before the next one is read (CPython: flush_io). */
import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, expect, it } from "vitest";
import { CLI } from "../../tools/oracle/interpreter.ts";

let shell: ChildProcess | undefined;

afterEach(() => {
  shell?.kill("SIGKILL");
});

/** Resolves once the stream has given the text. */
function untilSeen(stream: NodeJS.ReadableStream | null | undefined, text: string): Promise<string> {
  return new Promise((resolve) => {
    let seen = "";
    stream?.on("data", (part) => {
      seen += part;
      if (seen.includes(text)) resolve(seen);
    });
  });
}

it("writes out what each statement has printed", async () => {
  shell = spawn(process.execPath, [CLI, "-E", "-q", "-i"]);
  const first = untilSeen(shell.stdout, "foo\n");
  shell.stdin?.write("print('foo')\n");
  expect(await first).toBe("foo\n");
  const traceback = untilSeen(shell.stderr, "ZeroDivisionError");
  // Which of the two pipes is read first is chance.
  const printed = untilSeen(shell.stdout, "bar\n");
  shell.stdin?.write("print('bar'); 1/0\n");
  expect(await printed).toBe("bar\n");
  expect(await traceback).toContain("Traceback (most recent call last)");
  const last = untilSeen(shell.stdout, "3\n");
  shell.stdin?.write("1 + 2\n");
  expect(await last).toBe("3\n");
});
