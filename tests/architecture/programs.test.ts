/** What test programs must be like, whatever they show. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../tools/build/paths.ts";
import { expectationOf, findPrograms, PROGRAM_FOLDERS, SYSTEM_FOLDER } from "../../tools/oracle/programs.ts";

const FOLDERS = [...PROGRAM_FOLDERS, SYSTEM_FOLDER];
const programs = FOLDERS.flatMap((folder) => findPrograms(path.join(ROOT, folder)));
const library = new Set(
  (JSON.parse(fs.readFileSync(path.join(ROOT, "tools/oracle/stdlib-modules.json"), "utf8")) as string[]).map(
    (name) => name.split(".")[0],
  ),
);

function relative(program: string): string {
  return path.relative(ROOT, program);
}

describe("test programs", () => {
  it("say in their first line what they show", () => {
    const silent = programs.filter((program) => !/^(#|""")/.test(fs.readFileSync(program, "utf8")));
    expect(silent.map(relative)).toEqual([]);
  });

  it("have an expectation", () => {
    expect(programs.filter((program) => expectationOf(program) === null).map(relative)).toEqual([]);
  });

  it("print no addresses", () => {
    const leaking = programs.filter((program) => {
      const { stdout = "", stderr = "" } = expectationOf(program) ?? {};
      return / at 0x[0-9a-f]+>/.test(stdout + stderr);
    });
    expect(leaking.map(relative)).toEqual([]);
  });

  it("do not hide a library module: their folder comes first on sys.path", () => {
    const hiding = programs.filter(
      (program) => program.includes("/lang/") && library.has(path.basename(program, ".py")),
    );
    expect(hiding.map(relative)).toEqual([]);
  });

  it("leave no expectation behind", () => {
    const known = new Set(programs.map((program) => program.replace(/\.py$/, "")));
    const orphans = FOLDERS.map((folder) => path.join(ROOT, folder))
      .filter((folder) => fs.existsSync(folder))
      .flatMap((folder) =>
        fs
          .readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((file) => /\.(out|err|code|in)$/.test(file))
          .map((file) => path.join(folder, file)),
      )
      .filter((file) => !known.has(file.replace(/\.\w+$/, "")));
    expect(orphans.map(relative)).toEqual([]);
  });
});
