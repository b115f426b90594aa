/** Finds modules for a frozen program: builtin ones, those of the interpreter's own frozen table, files of the program and of the library. */
import { CodeBlob } from "../../bytecode/code.ts";
import { readMarshal } from "../../bytecode/marshalreader.ts";
import { parsePycHeader, readPycCode } from "../../bytecode/pyc.ts";
import { compileToCode, type Optimization } from "../../embed/compiler.ts";
import { S_IFDIR, S_IFMT, S_IFREG } from "../../host/constants.ts";
import { type Host, ifPossible } from "../../host/host.ts";
import type { FrozenTable } from "../../importing/frozen.ts";
import { CACHE_TAG } from "../../importing/tag.ts";
import { NATIVE_MODULES } from "../../native/index.ts";
import type { Finder, FoundModule } from "./graph.ts";
import { BY_NATIVE_MODULE } from "./needs.ts";
import { compileFile } from "./source.ts";

export interface FinderOptions {
  /** The folder of the main file. */
  readonly program: string;
  /** `lib/python3.12` */
  readonly library: string;
  readonly frozen: FrozenTable;
  readonly optimization: Optimization;
}

const PACKAGE = "__init__.py";

export class FileFinder implements Finder {
  constructor(
    private readonly world: Host,
    private readonly options: FinderOptions,
  ) {}

  find(name: string): FoundModule | null {
    if (NATIVE_MODULES.has(name) || name === "sys" || name === "builtins") {
      return { origin: "builtin", isPackage: false, path: "", code: null, alsoNeeds: BY_NATIVE_MODULE[name] ?? [] };
    }
    return this.findFrozen(name) ?? this.findFile(name, "program") ?? this.findFile(name, "library");
  }

  children(name: string): readonly string[] {
    const folder = `${this.options.program}/${name.replaceAll(".", "/")}`;
    if (!this.isFolder(folder)) return [];
    const names = this.world.files.readdir(folder).map((entry) => entry.name);
    return names
      .flatMap((entry) => (typeof entry !== "string" ? [] : entry.endsWith(".py") ? [entry.slice(0, -3)] : []))
      .filter((entry) => entry !== "__init__")
      .sort();
  }

  private findFrozen(name: string): FoundModule | null {
    const { frozen, optimization } = this.options;
    const entry = optimization === 0 || name.startsWith("_frozen_") ? frozen.find(name) : undefined;
    if (entry === undefined || name.startsWith("__")) return null;
    const { value } = readMarshal(frozen.codeOf(entry));
    const code = value instanceof CodeBlob ? value : null;
    return { origin: "library", isPackage: entry.is_package, path: "", code, alsoNeeds: [] };
  }

  private findFile(name: string, origin: "program" | "library"): FoundModule | null {
    const base = `${this.options[origin]}/${name.replaceAll(".", "/")}`;
    const found = { origin, alsoNeeds: [] };
    if (this.isFile(`${base}/${PACKAGE}`)) {
      return {
        ...found,
        isPackage: true,
        path: `${base}/${PACKAGE}`,
        code: this.compile(`${base}/${PACKAGE}`, origin),
      };
    }
    if (this.isFile(`${base}.py`)) {
      return { ...found, isPackage: false, path: `${base}.py`, code: this.compile(`${base}.py`, origin) };
    }
    // A folder without __init__.py is a namespace package; frozen, it is an empty one.
    if (origin === "library" || !this.isFolder(base)) return null;
    return { ...found, isPackage: true, path: base, code: compileToCode("", `${name.replaceAll(".", "/")}/`, 0) };
  }

  /** The file name in the code is the same on every machine. */
  private compile(path: string, origin: "program" | "library"): CodeBlob {
    const { library, optimization } = this.options;
    const relative = path.slice(this.options[origin].length + 1);
    const filename = origin === "program" ? relative : `lib/python3.12/${relative}`;
    const cached = origin === "library" && optimization === 0 ? this.readCached(`${library}/${relative}`) : undefined;
    return cached ?? compileFile(this.world.files.readFile(path), filename, optimization);
  }

  /** The library's own `.pyc`, as the build made it. */
  private readCached(path: string): CodeBlob | undefined {
    const slash = path.lastIndexOf("/") + 1;
    const file = `${path.slice(0, slash)}__pycache__/${path.slice(slash, -3)}.${CACHE_TAG}.pyc`;
    if (!this.isFile(file)) return undefined;
    const pyc = this.world.files.readFile(file);
    const header = parsePycHeader(pyc);
    const { size, mtimeNs } = this.world.files.stat(path);
    const fits =
      header.kind === "timestamp" && header.size === size && header.mtime === Number(mtimeNs / 1_000_000_000n);
    return fits ? readPycCode(pyc) : undefined;
  }

  private isFile(path: string): boolean {
    return this.type(path) === S_IFREG;
  }

  private isFolder(path: string): boolean {
    return this.type(path) === S_IFDIR;
  }

  private type(path: string): number {
    return ifPossible(() => this.world.files.stat(path).mode & S_IFMT) ?? 0;
  }
}
