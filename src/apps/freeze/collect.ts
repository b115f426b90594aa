/**
 * What goes into a frozen program: the frozen table with its modules and data files, or the members of a `.pyz`.
 *
 * Both are functions of the files alone, in the order of the names: the same program gives the same bytes.
 */
import type { CodeBlob } from "../../bytecode/code.ts";
import { writeMarshal } from "../../bytecode/marshalwriter.ts";
import { buildPyc, sourceHash } from "../../bytecode/pyc.ts";
import { type FrozenContent, packFrozen } from "../../importing/frozen.ts";
import { FILES_OF_NATIVE_MODULES, frozenFileName } from "../../importing/library-files.ts";
import type { ModuleGraph } from "./graph.ts";
import { HELPER, MAIN, SETTINGS, type Settings } from "./program.ts";

/** Path from the root of the program to content. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

/** The entries of lib/_frozen_program.py. */
const DATA = "<data>";

const compareNames = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** `helper` is dist/worker.js, for where there may be children, sockets and signals. */
export function programTable(
  main: CodeBlob,
  graph: ModuleGraph,
  data: DataFiles,
  settings: Settings,
  helper: Uint8Array | undefined,
  readLibrary: (file: string) => Uint8Array,
): Uint8Array {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const contents: FrozenContent[] = [
    { name: SETTINGS, is_package: false, origname: null, code: encode(JSON.stringify(settings)) },
    { name: MAIN, is_package: false, origname: null, code: writeMarshal(main) },
  ];
  for (const [name, { code, isPackage, origin }] of [...graph.modules].sort(compareNames)) {
    if (code === null) continue;
    const origname = origin === "program" ? null : name;
    contents.push({ name, is_package: isPackage, origname, code: writeMarshal(code) });
  }
  const files = [...data].sort(compareNames);
  const names = files.map(([name]) => `${name}\n`).join("");
  const raw = (name: string, code: Uint8Array): FrozenContent => ({ name, is_package: false, origname: null, code });
  if (helper !== undefined) contents.push(raw(HELPER, helper));
  for (const [name, file] of Object.entries(FILES_OF_NATIVE_MODULES)) {
    if (graph.modules.has(name)) contents.push(raw(frozenFileName(file), readLibrary(file)));
  }
  contents.push(raw(DATA, encode(names)), ...files.map(([name, content]) => raw(`${DATA}/${name}`, content)));
  return packFrozen(contents);
}

/** The members of a `.pyz`: the program's own modules as `.pyc`, which any CPython 3.12 runs too, and its data. */
export function archiveMembers(
  main: CodeBlob,
  graph: ModuleGraph,
  data: DataFiles,
  readSource: (path: string) => Uint8Array,
  mainPath: string,
): [string, Uint8Array][] {
  const compiled = (code: CodeBlob, path: string): Uint8Array =>
    buildPyc(code, { kind: "uncheckedHash", hash: sourceHash(path === "" ? new Uint8Array(0) : readSource(path)) });
  const members: [string, Uint8Array][] = [["__main__.pyc", compiled(main, mainPath)]];
  for (const [name, { code, isPackage, origin, path }] of graph.modules) {
    if (code === null || origin !== "program") continue;
    const file = name.replaceAll(".", "/");
    members.push([
      isPackage ? `${file}/__init__.pyc` : `${file}.pyc`,
      compiled(code, path.endsWith(".py") ? path : ""),
    ]);
  }
  return [...members, ...data].sort(compareNames);
}
