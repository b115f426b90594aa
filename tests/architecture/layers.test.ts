/** Who may import whom: the tree is the pipeline, and every arrow points one way. */
import { describe, expect, it } from "vitest";
import { readSources, resolveImport } from "../support/source-files.ts";

/** Layer (first folder under src/) to the layers it may import besides itself. */
const BELOW: Record<string, readonly string[]> = {
  util: [],
  host: ["util"],
  bytecode: ["util"],
  syntax: ["util", "bytecode"],
  compile: ["util", "bytecode", "syntax"],
  objects: ["util", "bytecode"],
  vm: ["util", "host", "bytecode", "objects"],
  jit: ["util", "bytecode", "objects", "vm"],
  importing: ["util", "host", "bytecode", "syntax", "compile", "objects", "vm"],
  native: ["util", "host", "bytecode", "syntax", "compile", "objects", "vm", "importing"],
  embed: ["util", "host", "bytecode", "syntax", "compile", "objects", "vm", "jit", "importing", "native"],
  apps: ["util", "host", "bytecode", "syntax", "compile", "objects", "vm", "jit", "importing", "native", "embed"],
};

/** Who may import a native module itself: they put an interpreter together. */
const MAKERS = ["native", "embed", "apps"];

/** The packages that become part of what we ship. */
const BUNDLED_PACKAGES = /^(pako|@noble\/hashes)(\/|$)/;

/** What only the inspector's page is made of. */
const PAGE_PACKAGES = /^(preact|codemirror|@codemirror\/[\w-]+|@lezer\/highlight|@xterm\/[\w-]+)(\/|$)/;

const sources = readSources("src");

function layerOf(file: string): string {
  return file.split("/")[1] ?? "";
}

describe("layers", () => {
  it("are all known", () => {
    const unknown = sources.map(({ name }) => name).filter((name) => !(layerOf(name) in BELOW));
    expect(unknown).toEqual([]);
  });

  it("import only themselves and what is below them", () => {
    const wrong: string[] = [];
    for (const { name, imports } of sources) {
      const layer = layerOf(name);
      for (const { specifier } of imports) {
        if (!specifier.startsWith(".")) continue;
        const target = layerOf(resolveImport(name, specifier));
        if (target !== layer && !(BELOW[layer] ?? []).includes(target)) wrong.push(`${name} imports ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("name the file they import with its extension", () => {
    const wrong = sources.flatMap(({ name, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith(".") && !/\.(ts|tsx|json)$/.test(specifier))
        .map(({ specifier }) => `${name}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("use only the packages that we ship", () => {
    const wrong = sources.flatMap(({ name, imports }) =>
      imports
        .filter(({ specifier }) => !specifier.startsWith("."))
        .filter(({ specifier }) => !BUNDLED_PACKAGES.test(specifier))
        .filter(({ specifier }) => !(PAGE_PACKAGES.test(specifier) && name.startsWith("src/apps/inspector/")))
        .filter(({ specifier }) => !(specifier.startsWith("node:") && layerOf(name) === "host"))
        .map(({ specifier }) => `${name}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("below embed/ import no native module: they find it in the table", () => {
    const wrong: string[] = [];
    for (const { name, imports } of sources) {
      for (const { specifier, typeOnly } of imports) {
        if (!specifier.startsWith(".") || typeOnly || MAKERS.includes(layerOf(name))) continue;
        const target = resolveImport(name, specifier);
        if (layerOf(target) === "native" && target !== "src/native/index.ts")
          wrong.push(`${name} imports ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("cycles", () => {
  it("do not exist between files", () => {
    expect(findCycles()).toEqual([]);
  });
});

/** Groups of files that import each other, by values, at load time (strongly connected components, Tarjan). */
function findCycles(): string[][] {
  const edges = new Map<string, string[]>();
  for (const { name, imports } of sources) {
    const targets = imports.filter(({ specifier, typeOnly, lazy }) => specifier.startsWith(".") && !typeOnly && !lazy);
    edges.set(
      name,
      targets.map(({ specifier }) => resolveImport(name, specifier)),
    );
  }
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string): number => {
    const index = order.size;
    order.set(file, index);
    let lowest = index;
    stack.push(file);
    for (const target of edges.get(file) ?? []) {
      if (!order.has(target)) lowest = Math.min(lowest, visit(target));
      else if (stack.includes(target)) lowest = Math.min(lowest, order.get(target) as number);
    }
    low.set(file, lowest);
    if (lowest === index) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) cycles.push(group.sort());
    }
    return lowest;
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return cycles;
}
