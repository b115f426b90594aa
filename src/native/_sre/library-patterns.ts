/**
 * The patterns that modules of the library compile when they are imported, compiled in advance: `re._compiler.compile` runs
 * some 3,500 instructions for one, which is more than half of all that a program with thirty modules runs before its first line.
 *
 * The build writes the list (tools/build/patterns.ts) beside the code of `re`, whose results it holds. Whoever has changed
 * a file of `re`, or at run time anything of what its functions use, gets what the Python code makes of a pattern.
 */
import { S_IFMT, S_IFREG } from "../../host/constants.ts";
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import { Namespace } from "../../importing/namespace.ts";
import { BYTES, NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { PyBytes, PyModule, PyTuple } from "../../objects/kernel/payload.ts";
import { PyCode } from "../../objects/types/code.ts";
import { latin1Decoder } from "../../util/text/latin1.ts";
import { current } from "../../vm/thread.ts";
import { type CompiledPattern, PyPattern } from "./pattern-object.ts";
import { translate } from "./program.ts";

/** The first line of the list: the files of `re` it was made with, their sizes and times in seconds. */
type Sources = readonly (readonly [name: string, size: number, mtime: number])[];

/** A line of the list, behind its key: what is given to `_sre.compile`, the groups that have names in place of two maps. */
type Line = readonly [flags: number, groups: number, names: readonly (readonly [string, number])[], code: number[]];

/** Where the list is, seen from the folder of `re`. */
const LIST = "__pycache__/library-patterns";
const COMPILER = "/re/_compiler.py";
/** The modules that compiling a pattern uses, as `re._compiler` calls them. */
const USED = ["_parser", "_sre"];
const NANOSECONDS = 1_000_000_000n;

/** `_sre` is being imported: by the code of `re._compiler`, in which the function to be spared is still a constant? */
export function useLibraryPatterns(): void {
  const code = current.thread.frame?.code;
  if (code === undefined || code.name !== "<module>" || typeof code.filename !== "string") return;
  // The names of frozen files are relative: none of them is a file of the working folder.
  if (!code.filename.startsWith("/") || !code.filename.endsWith(COMPILER)) return;
  const compile = code.consts.find((each) => each instanceof PyCode && each.qualname === "compile");
  if (!(compile instanceof PyCode)) return;
  const patterns = new LibraryPatterns(code.filename.slice(0, code.filename.lastIndexOf("/")));
  compile.answerBy((globals, args) => patterns.compile(globals, args));
}

class LibraryPatterns {
  #list: string | undefined = undefined;
  #watched: Watched | undefined = undefined;

  constructor(private readonly folder: string) {}

  compile(globals: PyDict, args: readonly Value[]): Value | undefined {
    const [pattern, flags = 0] = args;
    if (args.length > 2 || typeof flags !== "number") return undefined;
    const key = keyOf(pattern, flags);
    if (key === undefined) return undefined;
    this.#list ??= readList(this.folder);
    const start = this.#list.indexOf(`\n${key}\t`);
    if (start < 0) return undefined;
    this.#watched ??= new Watched(globals);
    if (!this.#watched.isUntouched) return undefined;
    const from = start + key.length + 2;
    return patternOf(pattern as Value, this.#list.slice(from, this.#list.indexOf("\n", from)));
  }
}

/** How a pattern is called in the list; undefined for what is neither quite a str nor quite bytes. */
function keyOf(pattern: Value | undefined, flags: number): string | undefined {
  if (typeof pattern === "string") return JSON.stringify(["str", pattern, flags]);
  if (!(pattern instanceof PyBytes) || pattern.cls !== BYTES) return undefined;
  return JSON.stringify(["bytes", latin1Decoder.decode(pattern.bytes), flags]);
}

function patternOf(pattern: Value, text: string): PyPattern {
  const [flags, groups, names, code] = JSON.parse(text) as Line;
  const groupIndex = new PyDict();
  const indexGroup: Value[] = new Array(groups + 1).fill(NONE);
  for (const [name, index] of names) {
    groupIndex.set(name, index);
    indexGroup[index] = name;
  }
  const hasNames = names.length > 0;
  let compiled: CompiledPattern | undefined;
  return new PyPattern(
    pattern,
    flags,
    () => {
      compiled ??= { code, program: translate(code, groups) };
      return compiled;
    },
    groups,
    hasNames ? groupIndex : undefined,
    hasNames ? new PyTuple(indexGroup) : undefined,
    pattern instanceof PyBytes,
  );
}

/** The list, from the end of its first line; empty if there is none for these files. */
function readList(folder: string): string {
  const { files } = host();
  try {
    const list = new TextDecoder().decode(files.readFile(`${folder}/${LIST}`));
    const end = list.indexOf("\n");
    const sources = JSON.parse(list.slice(0, end)) as Sources;
    for (const [name, size, mtime] of sources) {
      const stat = files.stat(`${folder}/${name}`);
      const isSame = stat.size === size && stat.mtimeNs / NANOSECONDS === BigInt(mtime);
      if (!isSame || (stat.mode & S_IFMT) !== S_IFREG) return "";
    }
    return list.slice(end);
  } catch (error) {
    if (error instanceof HostError) return "";
    throw error;
  }
}

/** What the Python code of `re._compiler.compile` uses, as it was when the first pattern was compiled. */
class Watched {
  readonly #namespaces: readonly Namespace[];
  readonly #types: readonly (readonly [PyType, number])[];

  constructor(globals: PyDict) {
    const modules = USED.map((name) => globals.get(name)).filter((module) => module instanceof PyModule);
    const own = [globals, ...modules.map(({ dict }) => dict)];
    const values = own.flatMap((dict) => dict.values);
    // Builtins are one of the dicts in a namespace.
    const dicts = new Set([...own, ...values.filter((value) => value instanceof PyDict)]);
    this.#namespaces = [...dicts].map((dict) => new Namespace(dict));
    this.#types = values.filter((value) => value instanceof PyType).map((type) => [type, type.version]);
  }

  get isUntouched(): boolean {
    for (const namespace of this.#namespaces) if (!namespace.isUntouched) return false;
    for (const [type, version] of this.#types) if (type.version !== version) return false;
    return true;
  }
}
