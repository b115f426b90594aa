/** The tour: every lesson's commands print what the lesson tells, and how a lesson is read. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { matchesOutput, parseLesson } from "../../src/apps/tour/lesson.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { runCommand, temporaryFolder } from "../support/command-line.ts";
import { LESSONS, playLesson } from "../support/tour.ts";
import { CLAIMS } from "./claims.ts";

const files = fs.readdirSync(LESSONS).sort();

describe("the lessons", () => {
  it.each(files.map((file, i) => [file, i + 1] as const))("%s", (file, number) => {
    const played = playLesson(number, fs.readFileSync(path.join(LESSONS, file), "utf8"));
    expect(played.length).toBeGreaterThan(0);
    for (const { command, told, actual, matches } of played) {
      if (!matches) expect(`$ ${command}\n${actual}`).toBe(`$ ${command}\n${told}`);
    }
  });
});

describe("what is said of Python's inside", () => {
  it.each(CLAIMS.map(({ claim, lesson, words }) => [claim, lesson, words] as const))(
    "%s: lesson %s answers",
    (_claim, lesson, words) => {
      const file = files.find((name) => name.startsWith(`${lesson}_`)) ?? "";
      expect(fs.readFileSync(path.join(LESSONS, file), "utf8")).toContain(words);
    },
  );
});

describe("a lesson", () => {
  it("has text, files and commands with their output", () => {
    const markdown = "# Tea\n\nSome text.\n\n```python a.py\nx = 1\n```\n```console\n$ ls\na.py\n$ true\n```\nEnd.\n";
    expect(parseLesson("01_tea", markdown)).toEqual({
      id: "01_tea",
      title: "Tea",
      parts: [
        { kind: "text", text: "Some text." },
        { kind: "file", name: "a.py", text: "x = 1\n" },
        { kind: "command", command: "ls", output: "a.py\n" },
        { kind: "command", command: "true", output: "" },
        { kind: "text", text: "End." },
      ],
    });
  });

  it.each([
    ["a\n", "a\n", true],
    ["a\n", "a\nb\n", false],
    ["at ...\n", "at 0x12 (x)\n", true],
    ["at ...\n", "at\n", false],
    ["a\n...\nz\n", "a\nb\nc\nz\n", true],
    ["a.c\n", "abc\n", false],
  ])("tells of %j: %j", (told, actual, expected) => {
    expect(matchesOutput(told, actual)).toBe(expected);
  });
});

describe("chaipy tour", () => {
  it("lists the lessons, shows one, and leaves its files in a folder", async () => {
    const cwd = temporaryFolder();
    const chaipy = (...args: string[]) => runCommand([process.execPath, CLI, "tour", ...args], { cwd });
    try {
      expect((await chaipy()).stdout.match(/^ +\d+ {2}\S.*$/gm)).toHaveLength(files.length);
      const { stdout, code } = await chaipy("2", "lesson");
      expect(stdout).toContain("\n$ python main.py\ntea\n");
      expect(code).toBe(0);
      expect(fs.readdirSync(path.join(cwd, "lesson")).sort()).toEqual([
        ".bin",
        "__pycache__",
        "main.py",
        "names.py",
        "tea.py",
      ]);
      expect((await chaipy("99")).code).toBe(2);
    } finally {
      fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
    }
  });
});
