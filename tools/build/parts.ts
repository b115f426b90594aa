/**
 * Which files of src/ are in dist/main.js and which in its parts (dist/parts/*.js), each loaded when first needed.
 *
 * Whatever a start does not need is cut off at two kinds of places: the rows of the table of native modules, and the
 * files of AT_FIRST_CALL; OTHER_STARTS are reached from elsewhere. What can be reached without crossing such a cut is main.js. Of the rest, files that are reached
 * from the same set of cuts make one part, so no file is in two places, and a part only ever needs main.js and parts
 * that come before it. This rests on there being no import cycles (tests/architecture/layers.test.ts).
 */
import type { Metafile } from "esbuild";

export const NATIVE_TABLE = "src/native/index.ts";

/** The native modules that every start imports. */
const AT_START: readonly string[] = [
  "_abc",
  "_imp",
  "_io",
  "_stat",
  "_thread",
  "_warnings",
  "_weakref",
  "marshal",
  "posix",
  "time",
];

/** Files that export nothing but functions, which most programs never call: they are loaded by the first call. */
export const AT_FIRST_CALL: readonly string[] = [
  "src/apps/explain/main.ts",
  "src/apps/freeze/main.ts",
  "src/apps/inspect/main.ts",
  "src/apps/jit/main.ts",
  "src/apps/pyc/main.ts",
  "src/apps/repl/shell.ts",
  "src/apps/tour/main.ts",
  "src/compile/unparse.ts",
  "src/jit/install.ts",
  "src/syntax/diagnosis/diagnose.ts",
  "src/util/unicode/names.ts",
  "src/util/unicode/normalize.ts",
];

/** Files with which other scripts than the command line begin: host/snapshot.ts and host/command-snapshot.ts. */
export const OTHER_STARTS: readonly string[] = ["src/apps/cli/ahead.ts", "src/apps/freeze/executable.ts"];

export interface Part {
  readonly name: string;
  readonly files: readonly string[];
}

export interface Plan {
  /** Native modules of the table that are loaded when imported: name to file. */
  readonly natives: ReadonlyMap<string, string>;
  readonly parts: readonly Part[];
  /** The part of each file; a file without one is in main.js. */
  readonly partOf: ReadonlyMap<string, string>;
}

/** The name of a native module by the file that defines it: `src/native/math/index.ts`, `src/native/gc.ts`. */
function moduleName(file: string): string {
  return file.replace(/^src\/native\//, "").replace(/(\/index)?\.ts$/, "");
}

export function makePlan(inputs: Metafile["inputs"], entry: string): Plan {
  const importsOf = (file: string): string[] =>
    (inputs[file]?.imports ?? []).flatMap(({ path, external }) => (external ? [] : [path]));
  const lazy = importsOf(NATIVE_TABLE).filter(
    (file) => file.startsWith("src/native/") && !AT_START.includes(moduleName(file)),
  );
  const isCut = (from: string, to: string): boolean =>
    AT_FIRST_CALL.includes(to) || (from === NATIVE_TABLE && lazy.includes(to));
  const reach = (root: string): Set<string> => {
    const found = new Set([root]);
    for (const file of found) for (const next of importsOf(file)) if (!isCut(file, next)) found.add(next);
    return found;
  };
  const main = reach(entry);
  const roots = [...lazy, ...AT_FIRST_CALL, ...OTHER_STARTS].filter((file) => !main.has(file));
  const rootsOf = new Map<string, string[]>();
  for (const root of roots) {
    for (const file of reach(root)) if (!main.has(file)) rootsOf.set(file, [...(rootsOf.get(file) ?? []), root]);
  }
  const groups = new Map<string, string[]>();
  for (const [file, from] of rootsOf) groups.set(from.join(), [...(groups.get(from.join()) ?? []), file]);
  const parts = [...groups.values()].map((files) => ({ name: partName(files, roots), files: files.sort() }));
  const partOf = new Map(parts.flatMap(({ name, files }) => files.map((file) => [file, name] as const)));
  const natives = new Map(lazy.filter((file) => !main.has(file)).map((file) => [moduleName(file), file]));
  return { natives, parts, partOf };
}

/** A part is named after its cut, or its first file if several need it. */
function partName(files: readonly string[], roots: readonly string[]): string {
  const root = files.find((file) => roots.includes(file));
  if (root?.startsWith("src/native/")) return moduleName(root);
  const words = (root ?? [...files].sort()[0]).replace(/\.\w+$/, "").split("/");
  return words.filter((word) => word !== "src" && word !== "node_modules").join("-");
}
