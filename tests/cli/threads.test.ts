/** Threads below builtins, where Chaipy cannot do what CPython does: an error or an end, but no hang. */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { CLI } from "../../tools/oracle/interpreter.ts";

function run(source: string): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "-c", source], {
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

const CROSSED = `
import threading
from threading import Event, Thread
begun, going, over = Event(), Event(), Event()
results = []
def first(x): begun.set(); going.wait(); return x
def second(x): begun.wait(); going.set(); over.wait(); return x
def one():
    results.append(sorted([1], key=first))
    over.set()
def two():
    try: results.append(sorted([2], key=second))
    except RuntimeError as error: print(error)
threads = [Thread(target=one), Thread(target=two)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(results)
`;

const LEFT = `
import time
from threading import Event, Thread
def poll(x):
    while not Event().wait(0.01): pass
Thread(target=lambda: sorted([1], key=poll), daemon=True).start()
Thread(target=lambda: sorted([1], key=lambda x: Event().wait()), daemon=True).start()
time.sleep(0.05)
print("over")
`;

describe("threads below builtins", () => {
  it("that can only wait for each other end with an error", () => {
    expect(run(CROSSED)).toEqual({
      status: 0,
      stdout:
        "deadlock: the thread that this wait is for is inside a builtin function that cannot return before this thread's does\n[[1]]\n",
      stderr: "",
    });
  });

  it("are left behind by the end of the program if they are daemons", () => {
    expect(run(LEFT)).toEqual({ status: 0, stdout: "over\n", stderr: "" });
  });
});
