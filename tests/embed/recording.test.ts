/** Recorded runs: every state restored in both directions, what is seen of objects, ways through the run, and its limits. */
import { describe, expect, it } from "vitest";
import { tutorTrace } from "../../src/embed/recording/exports.ts";
import { findStep, type Target } from "../../src/embed/recording/navigate.ts";
import type { ObjectReport, StateReport } from "../../src/embed/recording/report.ts";
import { shortText, type TraceEntry, traceOf } from "../../src/embed/recording/trace.ts";
import { record } from "../support/recorded.ts";

const PROGRAM = `import heapq, sys

class Point:
    kind = "plane"
    def __init__(self, x, y):
        self.x = x
        self.y = y

def counter():
    count = 0
    def step():
        nonlocal count
        count += 1
        return count
    return step

def numbers(limit):
    for n in range(limit):
        yield n * n

p = Point(1, [2])
q = p
tick = counter()
tick(); tick()
heap = []
for n in numbers(4):
    heapq.heappush(heap, -n)
p.y.extend(heap)
table = {"p": p, 1: (p, heap)}
del table[1]
seen = {3, 1}
seen.add(2)
try:
    try:
        table["none"]
    finally:
        done = True
except KeyError as error:
    caught = str(error)
heap.sort(reverse=True)
text = "a" * 2000
print(heap, tick())
`;

const lines = (entries: Iterable<TraceEntry>): string[] =>
  [...entries].filter(({ event }) => event === "line").map(({ function: name, line }) => `${name}:${line}`);

describe("states", () => {
  const { recording, output } = record(PROGRAM);

  it("are the same in whatever order they are asked for, and from the end back to the start", () => {
    const forwards: string[] = [];
    for (let step = 0; step <= recording.length; step++) forwards.push(JSON.stringify(recording.stateAt(step)));
    for (let step = recording.length; step >= 0; step--) {
      expect(JSON.stringify(recording.stateAt(step))).toBe(forwards[step]);
    }
    let random = 1;
    for (let i = 0; i < 300; i++) {
      random = (random * 48271) % 2147483647;
      const step = random % (recording.length + 1);
      expect(JSON.stringify(recording.stateAt(step))).toBe(forwards[step]);
    }
    expect(recording.stateAt(0)).toMatchObject({ objects: [], written: 0, handling: null });
  });

  it("do not change what the program does", () => {
    expect(output).toBe("[0, -1, -4, -9] 3\n");
  });

  const end = recording.stateAt(recording.length);
  const variable = (state: StateReport, name: string): string => {
    const value = state.frames.at(0)?.variables.find((each) => each.name === name)?.value;
    return value?.kind === "reference" ? `#${value.id}` : value?.kind === "value" ? value.text : "";
  };
  const object = (state: StateReport, name: string): ObjectReport | undefined =>
    state.objects.find(({ id }) => variable(state, name) === `#${id}`);

  it("have what builtins did to objects", () => {
    expect(object(end, "heap")?.items.map((item) => "text" in item && item.text)).toEqual(["0", "-1", "-4", "-9"]);
    expect(object(end, "p")?.fields.map(([name]) => name)).toEqual(["x", "y"]);
    expect(variable(end, "q")).toBe(variable(end, "p"));
    expect(object(end, "table")).toMatchObject({ length: 1 });
    expect(object(end, "seen")).toMatchObject({ length: 3 });
    expect(variable(end, "text")).toBe(`'${"a".repeat(500)}'… (2000 characters)`);
    expect(variable(end, "caught")).toBe(`"'none'"`);
  });

  it("show cells, generators, value stacks, handlers and the exception in hand", () => {
    let sawCell = false;
    let sawGenerator = false;
    let sawHandled = false;
    for (let step = 0; step < recording.length; step++) {
      const state = recording.stateAt(step);
      const top = state.frames.at(-1);
      // COPY_FREE_VARS comes first.
      if (top?.function === "counter.<locals>.step" && top.variables.length > 0) {
        expect(top.variables).toMatchObject([{ name: "count", scope: "free", value: { kind: "reference" } }]);
        sawCell = true;
      }
      if (top?.isGenerator) {
        expect(state.frames.map(({ function: name }) => name)).toEqual(["<module>", "numbers"]);
        sawGenerator = true;
      }
      sawHandled ||= state.handling !== null && top !== undefined && top.handlers.length > 0;
    }
    expect([sawCell, sawGenerator, sawHandled]).toEqual([true, true, true]);
  });
});

describe("reference counts", () => {
  it("are those of sys.getrefcount, which adds its argument", () => {
    const { recording, output } = record(`import sys
a = []
b = a
c = [a, a, {"a": a}]
class C: pass
d = C()
d.own = d
d.a = a
print(sys.getrefcount(a) - 1, sys.getrefcount(c) - 1, sys.getrefcount(d) - 1)
`);
    const { objects, frames } = recording.stateAt(recording.length);
    const count = (name: string): number | undefined => {
      const value = frames[0]?.variables.find((each) => each.name === name)?.value;
      return objects.find(({ id }) => value?.kind === "reference" && value.id === id)?.references;
    };
    expect([count("a"), count("c"), count("d")].join(" ")).toBe(output.trim());
  });
});

describe("lines", () => {
  it("are those of sys.settrace", () => {
    const { recording, file } = record(PROGRAM);
    const traced = record(`import sys
source = ${JSON.stringify(PROGRAM)}
seen = []
def trace(frame, event, argument):
    if frame.f_code.co_filename != "traced": return None
    if event == "line": seen.append(f"{frame.f_code.co_qualname}:{frame.f_lineno}")
    return trace
code = compile(source, "traced", "exec")
sys.settrace(trace)
exec(code, {"__name__": "traced"})
sys.settrace(None)
print(*seen, sep="\\n")
`);
    expect(file).toContain("main.py");
    expect(lines(traceOf(recording, "lines"))).toEqual(traced.output.trim().split("\n").slice(1));
  });
});

describe("ways through a run", () => {
  const { recording, file } = record(`def double(x):
    y = x * 2
    return y

total = 0
for i in range(3):
    total += double(i)
try:
    [].pop()
except IndexError:
    total = -total
items = []
items.append(total)
`);
  const lineOf = (step: number | null): number | null => (step === null ? null : recording.lineAt(step));
  const walk = (target: Target, direction: 1 | -1): (number | null)[] => {
    const seen: (number | null)[] = [];
    let step: number | null = direction === 1 ? 0 : recording.length;
    while (step !== null && seen.length < 50) {
      step = findStep(recording, step, direction, target);
      if (step !== null) seen.push(lineOf(step));
    }
    return seen;
  };

  it.each<[Target, (number | null)[]]>([
    [{ kind: "line" }, [1, 5, 6, 7, 2, 3, 6, 7, 2, 3, 6, 7, 2, 3, 6, 8, 9, 10, 11, 12, 13]],
    [{ kind: "over" }, [1, 5, 6, 7, 6, 7, 6, 7, 6, 8, 9, 10, 11, 12, 13]],
    [{ kind: "call" }, [1, 1, 1]],
    [{ kind: "return" }, [3, 3, 3, 13]],
    [{ kind: "exception" }, [9]],
    [{ kind: "breakpoint", file, lines: [3, 12] }, [3, 3, 3, 12]],
  ])("$kind forwards, and the same backwards", (target, expected) => {
    expect(walk(target, 1)).toEqual(expected);
    if (target.kind !== "over") {
      const back = walk(target, -1).toReversed();
      expect(target.kind === "call" ? back.slice(1) : back).toEqual(expected);
    }
  });

  it("to the changes of a variable, and of the object that it names", () => {
    const values = (name: string, direction: 1 | -1): string[] => {
      const seen: string[] = [];
      let step: number | null = direction === 1 ? 0 : recording.length;
      while (step !== null) {
        step = findStep(recording, step, direction, { kind: "variable", frame: 0, name });
        if (step === null) break;
        recording.moveTo(step);
        const entries = recording.frames[0]?.namespace?.parts[0] ?? [];
        seen.push(shortText(entries[entries.indexOf(name) + 1]));
      }
      return seen;
    };
    expect(values("total", 1)).toEqual(["0", "2", "6", "-6"]);
    expect(values("total", -1)).toEqual(["-6", "6", "2", "0"]);
    expect(values("items", 1)).toEqual(["[]", "[-6]"]);
  });

  it("are written in Python Tutor's format", () => {
    const { trace } = tutorTrace(recording, "", "");
    expect(trace.map(({ event, line }) => `${event} ${line}`).slice(0, 8)).toEqual([
      "step_line 1",
      "step_line 5",
      "step_line 6",
      "step_line 7",
      "call 1",
      "step_line 2",
      "step_line 3",
      "return 3",
    ]);
    expect(trace[7]).toMatchObject({
      func_name: "double",
      globals: { total: 0, i: 0 },
      stack_to_render: [{ func_name: "double", encoded_locals: { x: 0, y: 0, __return__: 0 }, is_highlighted: true }],
    });
  });
});

describe("limits", () => {
  it("200,000 instructions stay under 200 MB, and the program is stopped", () => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const { recording } = record(`items, table = [], {}
i = 0
while True:
    i += 1
    items.append((i, str(i)))
    table[i % 50] = items[-1]
`);
    const used = (process.memoryUsage().heapUsed - before) / 1e6;
    expect(recording.isCut).toBe(true);
    expect(recording.length).toBe(200_000);
    expect(used).toBeLessThan(200);
    const start = performance.now();
    for (let i = 0; i < 100; i++) recording.stateAt(recording.length - i);
    for (let i = 100; i > 0; i--) recording.stateAt(recording.length - i);
    console.info(
      `200,000 instructions: ${used.toFixed(0)} MB; a step ${((performance.now() - start) / 200).toFixed(2)} ms`,
    );
  });

  it("deep recursion, deep nesting, long lists and cycles are taken", () => {
    const { recording, output } = record(`deep = []
for i in range(3000): deep = [deep]
long = list(range(100_000))
long.append(long)
def down(n): return n and down(n - 1)
print(down(900))
`);
    const { objects, frames } = recording.stateAt(recording.length);
    expect(output).toBe("0\n");
    expect(objects.length).toBeGreaterThan(500);
    const long = frames[0]?.variables.find(({ name }) => name === "long")?.value;
    expect(objects.find(({ id }) => long?.kind === "reference" && long.id === id)).toMatchObject({ length: 100_001 });
  });

  it("nothing of the program is called to show it", () => {
    const { recording, output } = record(`class Loud:
    def __repr__(self): print("repr"); return "loud"
    def __getattribute__(self, name): print("get", name); return object.__getattribute__(self, name)
    def __hash__(self): print("hash"); return 1
    def __eq__(self, other): print("eq"); return True
loud = Loud()
loud.x = {1: loud}
`);
    for (let step = 0; step <= recording.length; step++) recording.stateAt(step);
    expect(output).toBe("");
  });
});
