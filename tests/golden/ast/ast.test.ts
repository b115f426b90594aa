/** The tree of every file of the standard library is CPython 3.12.7's, with all positions. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { dump } from "../../../src/syntax/dump.ts";
import { parse } from "../../../src/syntax/parse.ts";
import { STDLIB_ARCHIVE } from "../../../tools/build/paths.ts";
import { readZip } from "../../../tools/build/zip.ts";

const archive = readZip(fs.readFileSync(STDLIB_ARCHIVE));
const digests = JSON.parse(fs.readFileSync(new URL("digests.json", import.meta.url), "utf8")) as Record<string, string>;

describe("trees", () => {
  it("cover the library", () => {
    const names = [...archive.keys()].filter((name) => name.endsWith(".py"));
    expect(Object.keys(digests).sort()).toEqual(names.sort());
  });

  it("are CPython's", () => {
    const different: string[] = [];
    for (const [name, digest] of Object.entries(digests)) {
      const text = dump(parse(archive.get(name) as Buffer, { mode: "exec" }), { includeAttributes: true });
      if (createHash("sha256").update(text).digest("hex").slice(0, 16) !== digest) different.push(name);
    }
    expect(different).toEqual([]);
  });

  it("can be as deep as a program is long", () => {
    const sum = parse(`${"a + ".repeat(10_000)}a`, { mode: "eval" });
    expect(sum.kind).toBe("Expression");
    const arms = parse(`if a: pass\n${"elif a: pass\n".repeat(3000)}`, { mode: "exec" });
    expect(arms.kind).toBe("Module");
    const signs = parse(`${"-".repeat(5000)}1`, { mode: "eval" });
    expect(signs.kind).toBe("Expression");
  });

  it("are shown with indentation as ast.dump does", () => {
    const tree = parse("def f(a, *b): return a[1:]", { mode: "exec" });
    expect(dump(tree, { indent: 1 }).split("\n").slice(0, 12)).toEqual([
      "Module(",
      " body=[",
      "  FunctionDef(",
      "   name='f',",
      "   args=arguments(",
      "    posonlyargs=[],",
      "    args=[",
      "     arg(arg='a')],",
      "    vararg=arg(arg='b'),",
      "    kwonlyargs=[],",
      "    kw_defaults=[],",
      "    defaults=[]),",
    ]);
  });
});
