/** What embed/stages says of each stage, held against the stages themselves. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { PYC_HEADER_SIZE } from "../../src/bytecode/pyc.ts";
import { compileToMarshal } from "../../src/embed/compiler.ts";
import type { CodeReport } from "../../src/embed/stages/code.ts";
import type { UnitFlow } from "../../src/embed/stages/flow.ts";
import { type Place, SourceLines } from "../../src/embed/stages/place.ts";
import { compileStages, type Stages } from "../../src/embed/stages/stages.ts";
import type { TreeReport, TreeValue } from "../../src/embed/stages/tree.ts";
import { ROOT } from "../../tools/build/paths.ts";

const stagesOf = (source: string): Stages => compileStages(new TextEncoder().encode(source), { filename: "x.py" });

function allCodes(code: CodeReport): CodeReport[] {
  return [code, ...code.nested.flatMap(allCodes)];
}

function names(code: CodeReport): string[] {
  return code.instructions.map(({ name }) => name).filter((name) => name !== "EXTENDED_ARG");
}

function lastNames({ passes }: UnitFlow): string[] {
  return passes.at(-1)?.blocks.flatMap((block) => block.instructions.map(({ name }) => name)) ?? [];
}

function nodes(value: TreeValue): TreeReport[] {
  if (value === null || typeof value === "string") return [];
  if ("kind" in value) return [value, ...value.fields.flatMap((field) => nodes(field.value))];
  return value.flatMap(nodes);
}

/** The text of a place, by its bytes. */
function textAt(source: string, place: Place | null): string {
  if (place === null) return "";
  const lines = source.split("\n").map((line) => new TextEncoder().encode(`${line}\n`));
  const part = lines.slice(place.lineno - 1, place.end_lineno).map((line, i, all) => {
    const start = i === 0 ? place.col_offset : 0;
    return line.slice(start, i === all.length - 1 ? place.end_col_offset : undefined);
  });
  return part.map((bytes) => new TextDecoder().decode(bytes)).join("");
}

describe("programs of tests/lang", () => {
  const folder = path.join(ROOT, "tests/lang/control");
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".py"));
  expect(files.length).toBeGreaterThan(5);

  it.each(files)("%s", (name) => {
    const source = fs.readFileSync(path.join(folder, name));
    const stages = compileStages(source, { filename: name, mtime: 7 });
    expect(stages.error).toBeNull();
    expect(stages.pyc?.bytes.subarray(PYC_HEADER_SIZE)).toEqual(compileToMarshal(source, name, 0));
    const spans = stages.pyc?.spans ?? [];
    expect(spans[0]?.start).toBe(PYC_HEADER_SIZE);
    expect(spans.at(-1)?.end).toBe(stages.pyc?.bytes.length);
    const codes = allCodes(stages.code as CodeReport);
    const flows = stages.flow.map((unit) => `${unit.qualname}: ${lastNames(unit).join(" ")}`);
    expect(new Set(codes.map((code) => `${code.qualname}: ${names(code).join(" ")}`))).toEqual(new Set(flows));
    for (const { string, place, type } of stages.tokens) {
      if (type === "NAME" || type === "NUMBER" || type === "OP") expect(textAt(stages.text, place)).toBe(string);
    }
  });
});

describe("a small program", () => {
  const source = "def f(ü):\n    return [ü * 2 for x in (1, 2 + 3)]\n";
  const stages = stagesOf(source);

  it("has places in bytes, for tokens and nodes alike", () => {
    const token = stages.tokens.find(({ string }) => string === "2");
    expect(token).toMatchObject({ start: [2, 16], place: { lineno: 2, col_offset: 17 } });
    const name = nodes(stages.tree).find(({ kind }) => kind === "Name");
    expect(textAt(source, name?.place ?? null)).toBe("ü");
    expect(new SourceLines(source).unitColumn(2, 17)).toBe(16);
    expect(new SourceLines("'🐍' x").unitColumn(1, 7)).toBe(5);
  });

  it("shows the tree before and behind constant folding", () => {
    const kinds = (tree: TreeReport | null): string[] => nodes(tree).map(({ kind }) => kind);
    expect(kinds(stages.tree).filter((kind) => kind === "BinOp")).toHaveLength(2);
    expect(kinds(stages.folded).filter((kind) => kind === "BinOp")).toHaveLength(1);
    expect(kinds(stages.folded)).not.toContain("Tuple");
  });

  it("resolves names", () => {
    const scope = stages.scopes?.children[0];
    expect(scope).toMatchObject({ name: "f", type: "function" });
    expect(scope?.symbols.map(({ name, scope: kind }) => `${name} ${kind}`)).toContain("ü local");
  });

  it("lists only passes that changed something, from the first graph to the code", () => {
    const passes = stages.flow.find(({ qualname }) => qualname === "f")?.passes.map(({ pass }) => pass) ?? [];
    expect(passes[0]).toBe("cfg_builder");
    expect(passes).toContain("convert_pseudo_ops");
    expect(passes.at(-1)).toBe("normalize_jumps");
  });

  it("gives each instruction its place", () => {
    const code = stages.code?.nested[0];
    const multiply = code?.instructions.find(({ name }) => name === "BINARY_OP");
    expect(multiply).toMatchObject({ argText: "*", caches: 1 });
    expect(textAt(source, multiply?.place ?? null)).toBe("ü * 2");
  });
});

describe("a source that is not valid", () => {
  it("keeps the stages before the error", () => {
    const stages = stagesOf("x = 1\nreturn x\n");
    expect(stages.error).toMatchObject({ type: "SyntaxError", message: "'return' outside function", lineno: 2 });
    expect(stages.tree).not.toBeNull();
    expect(stages.code).toBeNull();
  });

  it("has the parser's error and the tokens in front of it", () => {
    const stages = stagesOf("x = (1\n");
    expect(stages.error).toMatchObject({ message: "'(' was never closed", lineno: 1, offset: 5 });
    expect(stages.tokens.map(({ string }) => string).slice(0, 4)).toEqual(["x", "=", "(", "1"]);
    expect(stages.tree).toBeNull();
  });

  it("may be no text at all", () => {
    const stages = compileStages(Uint8Array.of(0x78, 0xff), { filename: "x.py" });
    expect(stages.error?.type).toBe("SyntaxError");
  });

  it("collects warnings", () => {
    expect(stagesOf("x = 1 is 1\n").warnings).toEqual([
      { category: "SyntaxWarning", message: '"is" with \'int\' literal. Did you mean "=="?', lineno: 1 },
    ]);
  });
});
