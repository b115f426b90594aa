/** The parsers of the conformance command: event lines, areas, yardsticks, lists of known failures, and the verdict. */
import { describe, expect, it } from "vitest";
import { judgeModule } from "../../tools/conformance/judge.ts";
import { parseEvents, type TestResult, testId } from "../../tools/conformance/results.ts";
import {
  formatYardstick,
  knownReason,
  parseAreas,
  parseKnownFailures,
  parseSlowTests,
  parseYardsticks,
} from "../../tools/conformance/tables.ts";

const ok: TestResult = { outcome: "ok", why: "", seconds: 0 };
const fail: TestResult = { outcome: "fail", why: "AssertionError: 1 != 2", seconds: 0 };

describe("events", () => {
  it("gives each test its outcome and names the one that was running", () => {
    const events = parseEvents(
      [
        '{"start": "test.test_a.C.test_x"}',
        '{"id": "test.test_a.C.test_x", "outcome": "ok", "why": "", "seconds": 0.5}',
        '{"start": "test.test_a.C.test_y"}',
        '{"id": "test.test_a.C.test_y", "outc',
      ].join("\n"),
    );
    expect([...events.tests]).toEqual([["test_a.C.test_x", { outcome: "ok", why: "", seconds: 0.5 }]]);
    expect(events.running).toBe("test.test_a.C.test_y");
    expect(events.end).toBeUndefined();
  });

  it("keeps the worse of two results under one id", () => {
    const line = (outcome: string): string => JSON.stringify({ id: "test.test_a.C.t", outcome, why: outcome });
    const events = parseEvents([line("ok"), line("error"), line("fail"), '{"module": "done"}'].join("\n"));
    expect(events.tests.get("test_a.C.t")?.outcome).toBe("error");
    expect(events.end).toEqual({ kind: "done", why: "" });
  });

  it("drops the package and addresses from ids", () => {
    expect(testId("setUpClass (test.test_a.C)")).toBe("setUpClass (test_a.C)");
    expect(testId("test.test_a.<lambda at 0x7f00>")).toBe("test_a.<lambda>");
  });
});

describe("tables", () => {
  it("reads the modules of each area once", () => {
    const areas = parseAreas("# head\n[one]\ntest_a test_b\ntest_a\n[two]\ntest_c.*\n");
    expect([...areas]).toEqual([
      ["one", ["test_a", "test_b"]],
      ["two", ["test_c.*"]],
    ]);
  });

  it("reads the time of slow tests, each with a reason", () => {
    expect([...parseSlowTests("# head\ntest_a.C.t: 120 starts many processes\n")]).toEqual([["test_a.C.t", 120]]);
    expect(() => parseSlowTests("test_a.C.t: 120\n")).toThrow("without seconds and a reason");
    expect(() => parseSlowTests("test_a.C.t: long\n")).toThrow("without seconds and a reason");
  });

  it("writes a yardstick and reads the same back", () => {
    const tests = new Map([
      ["test_a.C.test_x", ok],
      ["test_a.C.test_y", fail],
      ["test_a.doctests", ok],
      ["list_tests.D.test_z", ok],
      ["setUpClass (test_a.E)", fail],
    ]);
    const text = formatYardstick("test_a", tests);
    const yardstick = parseYardsticks(text).get("test_a");
    expect([...(yardstick?.passes ?? [])].sort()).toEqual([
      "list_tests.D.test_z",
      "test_a.C.test_x",
      "test_a.doctests",
    ]);
    expect([...(yardstick?.others ?? [])].sort()).toEqual(["setUpClass (test_a.E)", "test_a.C.test_y"]);
  });

  it("demands a reason for a known failure", () => {
    expect(() => parseKnownFailures("test_a.C.test_x\n")).toThrow("without a reason");
    const known = parseKnownFailures("# head\ntest_a.C.test_x: 3.12 changed it\ntest_b.*: needs a screen\n");
    expect(knownReason(known, "test_a.C.test_x")).toBe("3.12 changed it");
    expect(knownReason(known, "test_b.D.test_q")).toBe("needs a screen");
    expect(knownReason(known, "test_a.C.test_y")).toBeUndefined();
  });
});

describe("the verdict", () => {
  it("counts only what native CPython passes, and calls a listed test that passes an error", () => {
    const yardstick = { passes: new Set(["t.a", "t.b", "t.c"]), others: new Set(["t.d"]) };
    const tests = new Map([
      ["t.a", ok],
      ["t.b", fail],
      ["t.d", ok],
    ]);
    const known = new Map([
      ["t.a", "was broken"],
      ["t.b", "is broken"],
    ]);
    const verdict = judgeModule({ module: "t", tests, trouble: "out of time", seconds: 1 }, yardstick, known);
    expect(verdict.passed).toBe(1);
    expect(verdict.expected).toBe(3);
    expect(verdict.listedButPassing).toEqual(["t.a"]);
    expect(verdict.unlisted).toEqual([{ id: "t.c", outcome: "missing", why: "out of time" }]);
  });
});
