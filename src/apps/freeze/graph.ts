/**
 * The modules that a program needs, found from its main file along the imports of their code (imports.ts).
 *
 * What the parent packages of a module import belongs to it too, as an import executes them first. A name in a `from`
 * import that is a module of the package counts; `from package import *` takes all modules of a package of the program.
 *
 * A function of the library counts from when its name is used (as an attribute, a variable or a string) by the program, by
 * its own module or by one that imports it: without that rule `os.popen` alone would bring half of the library along.
 * Functions of the program, and methods with a name like `__this__`, always count. What escapes this is a method of the
 * library that imports when it runs, called by a module that has its object through a third one; `--include` is for that.
 */
import type { CodeBlob } from "../../bytecode/code.ts";
import { codeRunWith, type ImportStatement, importsOf, namesUsed } from "./imports.ts";

/** Where a module comes from. */
export type Origin = "program" | "library" | "builtin";

export interface FoundModule {
  readonly origin: Origin;
  readonly isPackage: boolean;
  /** The file; "" for what has none. */
  readonly path: string;
  /** null for a builtin module. */
  readonly code: CodeBlob | null;
  /** Modules that it imports without an import statement. */
  readonly alsoNeeds: readonly string[];
}

export interface Reason {
  /** The module that imports; "" for the command line or the interpreter itself. */
  readonly importer: string;
  readonly line: number;
  readonly text: string;
}

export interface ModuleGraph {
  readonly modules: ReadonlyMap<string, FoundModule>;
  /** Why a module is in, or would be if it had been found: the first reason first. */
  readonly reasons: ReadonlyMap<string, readonly Reason[]>;
  /** Names that were imported and not found. */
  readonly missing: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
}

export interface Finder {
  /** null if there is no such module. */
  find(name: string): FoundModule | null;
  /** The modules in a package of the program, by their last name. */
  children(name: string): readonly string[];
}

export interface Roots {
  /** The main program's code, as `__main__`. */
  readonly main: CodeBlob;
  readonly always: readonly string[];
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  /** Names of functions that are called from outside Python. */
  readonly called: readonly string[];
  /** Modules that are needed once a name is used. */
  readonly byName: Readonly<Record<string, readonly string[]>>;
  /** Modules that are needed beside another. */
  readonly withModule: Readonly<Record<string, readonly string[]>>;
}

export function traceImports(finder: Finder, roots: Roots): ModuleGraph {
  const { main, always, included, excluded, called, byName, withModule } = roots;
  const search = new Search(finder, excluded, withModule);
  for (const [name, needed] of Object.entries(byName)) search.whenUsed(name, needed);
  for (const name of called) search.use(name);
  for (const name of always) search.want(name, { importer: "", line: 0, text: "the interpreter" });
  for (const name of included) search.want(name, { importer: "", line: 0, text: "--include" });
  search.scan({ name: "__main__", isPackage: false, isLibrary: false }, main);
  return search.finish();
}

interface Importer {
  readonly name: string;
  readonly isPackage: boolean;
  readonly isLibrary: boolean;
}

class Search {
  private readonly modules = new Map<string, FoundModule>();
  private readonly reasons = new Map<string, Reason[]>();
  private readonly missing = new Set<string>();
  private readonly excluded = new Set<string>();
  private readonly waiting: (() => void)[] = [];
  /** The names that a module uses; under "" those that count everywhere. */
  private readonly used = new Map<string, Set<string>>([["", new Set()]]);
  /** The modules that a module of the library imports. */
  private readonly imported = new Map<string, Set<string>>();
  /** Functions of the library by `module:name`, until that is used. */
  private readonly unused = new Map<string, (() => void)[]>();

  constructor(
    private readonly finder: Finder,
    private readonly unwanted: readonly string[],
    private readonly withModule: Readonly<Record<string, readonly string[]>>,
  ) {}

  /** Take a module in, its parents first; false if it is not to be had. */
  want(name: string, reason: Reason): boolean {
    const dot = name.lastIndexOf(".");
    if (dot > 0 && !this.want(name.slice(0, dot), reason)) return false;
    const known = this.reasons.get(name);
    if (known !== undefined) known.push(reason);
    else this.reasons.set(name, [reason]);
    if (this.modules.has(name)) return true;
    if (this.unwanted.some((each) => name === each || name.startsWith(`${each}.`))) {
      this.excluded.add(name);
      return false;
    }
    const found = this.missing.has(name) ? null : this.finder.find(name);
    if (found === null) {
      this.missing.add(name);
      return false;
    }
    this.modules.set(name, found);
    const { code, isPackage, origin } = found;
    const importer = { name, isPackage, isLibrary: origin === "library" };
    if (code !== null) this.waiting.push(() => this.scan(importer, code));
    for (const other of [...found.alsoNeeds, ...(this.withModule[name] ?? [])]) {
      this.waiting.push(() => void this.want(other, { importer: name, line: 0, text: "the module itself" }));
    }
    return true;
  }

  /** A name is used by a module, or with "" by somebody who may mean any. */
  use(name: string, user = ""): void {
    const names = this.used.get(user) ?? new Set();
    this.used.set(user, names);
    if (names.has(name)) return;
    names.add(name);
    for (const module of user === "" ? this.modules.keys() : [user, ...(this.imported.get(user) ?? [])]) {
      this.wake(`${module}:${name}`);
    }
    if (user === "") this.wake(`:${name}`);
  }

  whenUsed(name: string, needed: readonly string[]): void {
    const reason = { importer: "", line: 0, text: `the program uses the name ${name}` };
    this.unused.set(`:${name}`, [() => needed.forEach((each) => this.want(each, reason))]);
  }

  private wake(key: string): void {
    this.waiting.push(...(this.unused.get(key) ?? []));
    this.unused.delete(key);
  }

  scan(importer: Importer, code: CodeBlob): void {
    const { name, isLibrary } = importer;
    for (const statement of importsOf(code)) this.follow(importer, statement);
    for (const used of namesUsed(code)) this.use(used, isLibrary ? name : "");
    const { atOnce, functions } = codeRunWith(code);
    for (const each of atOnce) this.scan(importer, each);
    for (const each of functions) {
      const { co_name } = each;
      if (!isLibrary || /^__\w+__$/.test(co_name) || this.isUsed(name, co_name)) {
        this.waiting.push(() => this.scan(importer, each));
        continue;
      }
      const key = `${name}:${co_name}`;
      this.unused.set(key, [...(this.unused.get(key) ?? []), () => this.scan(importer, each)]);
    }
  }

  /** Does anybody who counts use this name of that module? */
  private isUsed(module: string, name: string): boolean {
    const users = [...this.imported].filter(([, modules]) => modules.has(module)).map(([user]) => user);
    return ["", module, ...users].some((user) => this.used.get(user)?.has(name) === true);
  }

  /** What the importer has used so far may be of this module. */
  private connect(importer: string, module: string): void {
    const modules = this.imported.get(importer) ?? new Set();
    this.imported.set(importer, modules.add(module));
    for (const name of this.used.get(importer) ?? []) this.wake(`${module}:${name}`);
  }

  private follow(importer: Importer, { name, level, names, line }: ImportStatement): void {
    const base = level === 0 ? name : relativeName(importer.name, importer.isPackage, level, name);
    if (base === "" || base === "__main__") return;
    const text = names.length === 0 ? `import ${name}` : `from ${".".repeat(level)}${name} import ${names.join(", ")}`;
    const reason = { importer: importer.name, line, text };
    if (importer.isLibrary) this.connect(importer.name, base);
    if (!this.want(base, reason) || this.modules.get(base)?.isPackage !== true) return;
    for (const child of names.includes("*") ? this.finder.children(base) : names) {
      const full = `${base}.${child}`;
      // A name that is no module is an attribute of the package.
      if (!this.modules.has(full) && this.finder.find(full) === null) continue;
      this.want(full, reason);
      if (importer.isLibrary) this.connect(importer.name, full);
    }
  }

  finish(): ModuleGraph {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) next();
    const { modules, reasons, missing, excluded } = this;
    return { modules, reasons, missing, excluded };
  }
}

/** `from ..x import y`: the package that so many dots name, and x in it; "" where there are too many. */
function relativeName(importer: string, isPackage: boolean, level: number, name: string): string {
  const parts = importer.split(".");
  const up = isPackage ? level - 1 : level;
  if (up >= parts.length && up > 0) return "";
  const front = parts.slice(0, parts.length - up);
  return [...front, ...(name === "" ? [] : [name])].join(".");
}

/** The modules of the library that the program itself imports when its modules are executed, in the order of the imports. */
export function importedAtOnce({ modules }: ModuleGraph, main: CodeBlob): string[] {
  const names = new Set<string>();
  const scan = (importer: string, isPackage: boolean, code: CodeBlob): void => {
    for (const { name, level, names: children } of importsOf(code)) {
      const base = level === 0 ? name : relativeName(importer, isPackage, level, name);
      for (const each of [base, ...children.map((child) => `${base}.${child}`)]) {
        const found = modules.get(each);
        if (found !== undefined && found.origin !== "program") names.add(each);
      }
    }
    for (const each of codeRunWith(code).atOnce) scan(importer, isPackage, each);
  };
  scan("__main__", false, main);
  for (const [name, { origin, isPackage, code }] of modules) {
    if (origin === "program" && code !== null) scan(name, isPackage, code);
  }
  return [...names];
}
