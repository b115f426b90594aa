/** What every file must be like: its size, its head, what it may touch. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../tools/build/paths.ts";
import { readSources, type SourceFile } from "../support/source-files.ts";

const MAXIMUM_LINES = 1000;
const sources = readSources("src");
const all = [...sources, ...readSources("tools"), ...readSources("tests")];

/** `file:line: text` for every match in code, comments and strings left out. */
function findings(files: readonly SourceFile[], pattern: RegExp, where: (file: string) => boolean): string[] {
  return files
    .filter(({ name, isGenerated }) => where(name) && !isGenerated)
    .flatMap(({ name, code }) =>
      code.split("\n").flatMap((line, i) => (pattern.test(line) ? [`${name}:${i + 1}: ${line.trim()}`] : [])),
    );
}

describe("files", () => {
  it(`stay under ${MAXIMUM_LINES} lines`, () => {
    const long = all
      .filter(({ isGenerated }) => !isGenerated)
      .map(({ name, text }) => ({ name, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > MAXIMUM_LINES);
    expect(long).toEqual([]);
  });

  it("open with a comment that says what they are", () => {
    const bare = all.filter(({ text }) => !/^(#![^\n]*\n)?\/\*\*/.test(text)).map(({ name }) => name);
    expect(bare).toEqual([]);
  });

  it("name their generator when they are generated", () => {
    const nameless = all
      .filter(({ isGenerated, text }) => isGenerated && !text.slice(0, 600).includes("tools/"))
      .map(({ name }) => name);
    expect(nameless).toEqual([]);
  });

  it("are no barrels", () => {
    const barrels = sources
      .filter(({ code }) => /\bexport\b/.test(code))
      .filter(({ code }) => code.replace(/^\s*export\s+(type\s+)?(\*|\{[^}]*\})\s*from[^;]*;/gm, "").trim() === "")
      .map(({ name }) => name);
    expect(barrels).toEqual([]);
  });

  it("carry no unfinished marks", () => {
    const marks = new RegExp(`\\b(${["TO", "DO|FIX", "ME|XX", "X"].join("")})\\b`);
    const unfinished = all.filter(({ text, isGenerated }) => !isGenerated && marks.test(text));
    expect(unfinished.map(({ name }) => name)).toEqual([]);
  });

  it("export no default but native modules", () => {
    const wrong = findings(sources, /\bexport default\b/, (name) => !name.startsWith("src/native/"));
    expect(wrong).toEqual([]);
  });
});

describe("the world", () => {
  const outsideHost = (name: string): boolean => !name.startsWith("src/host/");

  it("is touched by the host alone: process and the page", () => {
    const pattern =
      /(?<![.\w$#])(process\.|document\.|window\.|navigator\.|localStorage\b|(?:await|return|=)\s+fetch\()/;
    expect(findings(sources, pattern, outsideHost)).toEqual([]);
  });

  it("is touched by the host alone: clock and randomness", () => {
    const pattern = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.getRandomValues\b/;
    expect(findings(sources, pattern, outsideHost)).toEqual([]);
  });

  it("is printed to by apps alone", () => {
    expect(findings(sources, /(?<![.\w$])console\./, (name) => !name.startsWith("src/apps/"))).toEqual([]);
  });
});

describe("package.json", () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };

  it("pins every version", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it("agrees with the lock file", () => {
    const lock = JSON.parse(fs.readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as {
      packages: Record<string, { version?: string }>;
    };
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });
});
