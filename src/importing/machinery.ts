/**
 * importlib as it was at the start, and whether it still is: a program may have put anything of its own in the place of any
 * part of it, and must then be asked (quick-import.ts).
 *
 * Trap: what is compared are identities and versions, so that something replaced and put back counts as untouched.
 */
import { lookupAttr } from "../objects/kernel/attribute.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { PyType, type Value } from "../objects/kernel/object.ts";
import { PyList, PyModule } from "../objects/kernel/payload.ts";
import { PyFunction } from "../objects/types/function.ts";
import { bug } from "../util/assert.ts";
import type { Interpreter } from "../vm/interpreter.ts";
import { Namespace } from "./namespace.ts";
import { CACHE_TAG } from "./tag.ts";

/** Functions of builtin modules that importlib calls. */
const CALLED: readonly (readonly [string, readonly string[]])[] = [
  ["posix", ["stat", "listdir", "fspath", "getcwd"]],
  ["marshal", ["loads"]],
  ["_io", ["open_code"]],
  ["builtins", ["exec", "__import__"]],
];

export class Machinery {
  readonly ModuleSpec: PyType;
  readonly BuiltinImporter: PyType;
  readonly FrozenImporter: PyType;
  readonly FileFinder: PyType;
  readonly SourceFileLoader: PyType;
  readonly PathFinder: PyType;
  readonly bootstrap: PyDict;
  readonly external: PyDict;
  readonly sys: PyDict;
  readonly implementation: Value;
  private readonly metaPath: readonly PyType[];
  private readonly versions: readonly (readonly [PyType, number])[];
  private readonly namespaces: readonly Namespace[];
  private readonly called: readonly (readonly [PyDict, string, Value | undefined])[];

  /** Taken when the import system has just started. */
  constructor(readonly interpreter: Interpreter) {
    const { modules } = interpreter;
    this.sys = interpreter.sysDict;
    this.bootstrap = dictOf(modules.get("_frozen_importlib"));
    this.external = dictOf(modules.get("_frozen_importlib_external"));
    this.ModuleSpec = typeIn(this.bootstrap, "ModuleSpec");
    this.BuiltinImporter = typeIn(this.bootstrap, "BuiltinImporter");
    this.FileFinder = typeIn(this.external, "FileFinder");
    this.SourceFileLoader = typeIn(this.external, "SourceFileLoader");
    this.PathFinder = typeIn(this.external, "PathFinder");
    this.FrozenImporter = typeIn(this.bootstrap, "FrozenImporter");
    this.metaPath = findersIn(this.sys.get("meta_path"));
    this.versions = [this.ModuleSpec, this.FileFinder, this.SourceFileLoader, ...this.metaPath].map(
      (type) => [type, type.version] as const,
    );
    this.namespaces = [this.bootstrap, this.external, dictOf(modules.get("_imp"))].map((dict) => new Namespace(dict));
    this.called = CALLED.flatMap(([name, functions]) => {
      const dict = dictOf(modules.get(name));
      return functions.map((each) => [dict, each, dict.get(each)] as const);
    });
    this.implementation = this.sys.get("implementation") ?? bug("sys has no implementation");
  }

  get isUntouched(): boolean {
    const { sys, metaPath } = this;
    const finders = sys.get("meta_path");
    if (!(finders instanceof PyList) || finders.items.length !== metaPath.length) return false;
    for (let i = 0; i < metaPath.length; i++) if (finders.items[i] !== metaPath[i]) return false;
    for (const [type, version] of this.versions) if (type.version !== version) return false;
    for (const [dict, name, value] of this.called) if (dict.get(name) !== value) return false;
    for (const namespace of this.namespaces) if (!namespace.isUntouched) return false;
    return this.hasUsualCache();
  }

  /** Are the hooks of the path zipimport's and FileFinder's? */
  get hasUsualHooks(): boolean {
    const hooks = this.sys.get("path_hooks");
    if (!(hooks instanceof PyList) || hooks.items.length !== 2) return false;
    const [zip, file] = hooks.items;
    const zipimport = this.interpreter.modules.get("zipimport");
    if (!(zipimport instanceof PyModule) || zip !== zipimport.dict.get("zipimporter")) return false;
    return file instanceof PyFunction && file.code.name === "path_hook_for_FileFinder";
  }

  private hasUsualCache(): boolean {
    const { sys, implementation, interpreter } = this;
    if (sys.get("modules") !== interpreter.modules || sys.get("pycache_prefix") !== NONE) return false;
    if (sys.get("implementation") !== implementation) return false;
    return lookupAttr(implementation, "cache_tag") === CACHE_TAG;
  }
}

function dictOf(module: Value | undefined): PyDict {
  return module instanceof PyModule ? module.dict : bug("a module of the start is missing");
}

/** The three of importlib; in a frozen program there is one more, for modules that have no original name. */
function findersIn(list: Value | undefined): PyType[] {
  return list instanceof PyList ? list.items.filter((finder) => finder instanceof PyType) : [];
}

function typeIn(dict: PyDict, name: string): PyType {
  const type = dict.get(name);
  return type instanceof PyType ? type : bug(`importlib has no ${name}`);
}
