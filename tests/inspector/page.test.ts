/** What the inspector's page computes by itself: which places belong together, and the program in its address. */
import { describe, expect, it } from "vitest";
import { actionOf } from "../../src/apps/inspector/lesson-actions.ts";
import { contains, parsePlace, placeKey } from "../../src/apps/inspector/link.ts";
import { SAMPLES } from "../../src/apps/inspector/programs.ts";
import { parseLesson } from "../../src/apps/tour/lesson.ts";
import { compileStages } from "../../src/embed/stages/stages.ts";
import { dedented } from "../../src/host/lab-element.ts";
import { decodeProgram, decodeShared, encodeProgram, encodeShared } from "../../src/host/page.ts";

describe("places", () => {
  it("are written into an element and read back", () => {
    const place = { lineno: 3, col_offset: 4, end_lineno: 5, end_col_offset: 0 };
    expect(parsePlace(placeKey(place) ?? "")).toEqual(place);
    expect(placeKey(null)).toBeUndefined();
  });

  it.each([
    ["1:0:9:0", "2:5:2:6", true],
    ["2:5:2:6", "2:5:2:6", true],
    ["2:5:2:6", "2:4:2:6", false],
    ["2:5:2:6", "2:5:2:7", false],
    ["2:5:3:0", "2:9:2:99", true],
    ["2:5:2:6", "3:5:3:6", false],
  ])("%s around %s: %s", (outer, inner, expected) => {
    expect(contains(parsePlace(outer), parsePlace(inner))).toBe(expected);
  });
});

describe("the program in the address", () => {
  it.each(["", "print('ü 🐍')\n", "\0\x7f\xff", ...SAMPLES.map(({ text }) => text)])("%j", (text) => {
    const code = encodeProgram(text);
    expect(code).toMatch(/^[\w-]*$/);
    expect(decodeProgram(code)).toBe(text);
  });

  it("comes with panes and a step", () => {
    const shared = { program: "x = 'ü'\n", panes: "tokens heap", step: 12 };
    expect(decodeShared(encodeShared(shared))).toEqual(shared);
    expect(decodeShared("")).toEqual({ program: null, panes: null, step: null });
    expect(decodeShared("#step=-1")).toMatchObject({ step: null });
  });

  it.each([
    ["\n    x = 1\n    if x:\n        y\n  ", "x = 1\nif x:\n    y\n"],
    ["x = 1", "x = 1\n"],
    ["", "\n"],
  ])("of an element %j", (text, program) => expect(dedented(text)).toBe(program));

  it("may be missing or no program", () => {
    expect(decodeProgram(null)).toBeNull();
    expect(decodeProgram("%")).toBeNull();
  });
});

describe("the samples", () => {
  it.each(SAMPLES)("$name is valid", ({ text }) => {
    expect(compileStages(new TextEncoder().encode(text), { filename: "program.py" }).error).toBeNull();
  });
});

describe("a command of a lesson", () => {
  const lesson = parseLesson("01_tea", "# Tea\n\n```python tea.py\nx = 1\n```\n");
  it.each([
    ["python tea.py", { text: "x = 1\n", optimize: 0, panes: [], runs: true }],
    ["python -OO tea.py", { text: "x = 1\n", optimize: 2, panes: [], runs: true }],
    ['python -c "print(\\"a\\")"', { text: 'print("a")\n', optimize: 0, panes: [], runs: true }],
    ["chaipy inspect --tokens -O tea.py", { text: "x = 1\n", optimize: 1, panes: ["tokens"], runs: false }],
    ["chaipy pyc --no-hex tea.py", { text: "x = 1\n", optimize: 0, panes: ["pyc"], runs: false }],
  ])("%j is on the page %j", (command, expected) => expect(actionOf(lesson, command)).toMatchObject(expected));

  it.each(["ls", "python other.py", "python tea.py | head", 'python -c "a" | wc'])("%j needs a shell", (command) =>
    expect(actionOf(lesson, command)).toBeNull(),
  );
});
