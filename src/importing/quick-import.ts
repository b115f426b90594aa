/**
 * What importlib does for a module whose source has a valid `.pyc`, or that is built in, without running importlib
 * (CPython Lib/importlib/_bootstrap.py and _bootstrap_external.py, which take some 90 calls for it).
 *
 * It only ever does what importlib would do, or leaves the module to importlib before it has changed anything: if a part of
 * importlib or `sys` is not as it was at the start, for whoever traces, beside other threads, for a package that is not
 * there yet, and for every file that is not simply a source with its `.pyc`.
 *
 * Traps: the effects come in importlib's order (what is in `sys.modules` and in the spec while the module runs shows). The
 * module's lock is not taken while there is one thread, so `lockAll` takes those of the modules that are being loaded
 * before there are two.
 */
import { CodeBlob } from "../bytecode/code.ts";
import { readUnchanging } from "../bytecode/marshalcode.ts";
import { MarshalError } from "../bytecode/marshalformat.ts";
import { PYC_HEADER_SIZE, parsePycHeader } from "../bytecode/pyc.ts";
import { S_IFDIR, S_IFMT, S_IFREG } from "../host/constants.ts";
import { host } from "../host/current.ts";
import { HostError, ifPossible, type Stat } from "../host/host.ts";
import { getAttr, ownAttribute, setAttr } from "../objects/kernel/attribute.ts";
import { call, callWith } from "../objects/kernel/call.ts";
import { MODULE, NONE, typeOf } from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { instantiate, type NativeModule } from "../objects/kernel/module.ts";
import { PyInstance, PyObject, type Value } from "../objects/kernel/object.ts";
import { PyFloat, PyList, PyModule, PyTuple } from "../objects/kernel/payload.ts";
import { keyError } from "../objects/kernel/raise.ts";
import { codeFromBlob, PyCode } from "../objects/types/code.ts";
import { valueOfConstant } from "../objects/types/constant-values.ts";
import { builtinsFor, PyFunction } from "../objects/types/function.ts";
import { PySet } from "../objects/types/set-table.ts";
import { floatSeconds } from "../util/nanoseconds.ts";
import { newFrame } from "../vm/calls.ts";
import { config } from "../vm/config.ts";
import { moduleNotFound, quickImport } from "../vm/imports.ts";
import type { Interpreter } from "../vm/interpreter.ts";
import { beforeThreads, hasOtherThreads } from "../vm/scheduler/scheduler.ts";
import { current, POLL_TRACE } from "../vm/thread.ts";
import { tiering } from "../vm/tiering.ts";
import type { FrozenModule } from "./frozen.ts";
import { LoadingFrames, type LoadingLocals } from "./loading-frames.ts";
import { Machinery } from "./machinery.ts";
import { renameCode } from "./rename-code.ts";
import { importState, usableFrozen } from "./state.ts";
import { CACHE_TAG } from "./tag.ts";

/** Modules that were executed before. */
export interface Prepared {
  /** Import the module, which is not in `sys.modules`; undefined if it has to be executed. */
  take(name: string): Value | undefined;
}

/** Import quickly from now on. Whoever wants to read what importlib does (-v) gets importlib. */
export function startQuickImport(interpreter: Interpreter, prepared?: Prepared): void {
  const { verbose, importTime } = config();
  if (verbose > 0 || importTime) return;
  const importer = new QuickImporter(interpreter, prepared);
  quickImport.load = (asking, name) => (asking === interpreter ? importer.load(name) : undefined);
  beforeThreads.prepare = () => importer.lockAll();
}

/** The package that a module is in. */
interface Parent {
  readonly module: PyModule;
  readonly path: readonly Value[];
  /** `__spec__._uninitialized_submodules` */
  readonly unfinished: Value[];
  readonly child: string;
}

/** A module that was found: its source, its `.pyc` and the code that is in that. */
interface Found {
  readonly origin: string;
  readonly cached: string;
  /** The folder of a package. */
  readonly folder: string | undefined;
  readonly code: PyCode;
}

/** A module that is being loaded. */
class Loading {
  lock: Value | undefined = undefined;

  constructor(
    readonly name: string,
    readonly spec: PyInstance,
    readonly parent: Parent | undefined,
  ) {}
}

class QuickImporter {
  private readonly machinery: Machinery;
  private frames: LoadingFrames | undefined = undefined;
  private readonly loading: Loading[] = [];

  constructor(
    private readonly interpreter: Interpreter,
    private readonly prepared: Prepared | undefined,
  ) {
    this.machinery = new Machinery(interpreter);
  }

  /** Import a module that is not in `sys.modules`; undefined if importlib has to. */
  load(name: string): Value | undefined {
    const { thread } = current;
    if ((thread.poll & POLL_TRACE) !== 0 || thread.tracer !== null || hasOtherThreads()) return undefined;
    if (!this.machinery.isUntouched) return undefined;
    const ready = this.prepared?.take(name);
    if (ready !== undefined) return ready;
    let parent: Parent | undefined;
    const dot = name.lastIndexOf(".");
    if (dot >= 0) {
      parent = this.parent(name.slice(0, dot), name.slice(dot + 1));
      if (parent === undefined) return undefined;
    }
    const native = importState().builtins.get(name);
    if (native !== undefined) return parent === undefined ? this.loadBuiltin(name, native) : undefined;
    const frozen = usableFrozen(name);
    if (frozen !== undefined) return this.loadFrozen(frozen, parent);
    const path = parent === undefined ? this.machinery.sys.get("path") : parent.path;
    const entries = path instanceof PyList ? path.items : path;
    if (!Array.isArray(entries)) return undefined;
    const found = this.find(entries as readonly Value[], parent?.child ?? name);
    if (found === "nowhere") throw moduleNotFound(name);
    return found === undefined ? undefined : this.loadSource(name, found, parent);
  }

  /** The locks that importlib would hold now. */
  lockAll(): void {
    const make = this.machinery.bootstrap.get("_get_module_lock") as Value;
    for (const each of this.loading) {
      if (each.lock !== undefined) continue;
      each.lock = call(make, each.name);
      call(getAttr(each.lock, "acquire"));
    }
  }

  private parent(name: string, child: string): Parent | undefined {
    const module = this.interpreter.modules.get(name);
    if (!(module instanceof PyModule) || module.cls !== MODULE) return undefined;
    const path = module.dict.get("__path__");
    const spec = module.dict.get("__spec__");
    if (!(path instanceof PyList) || !(spec instanceof PyObject) || spec.cls !== this.machinery.ModuleSpec) {
      return undefined;
    }
    const unfinished = ownAttribute(spec, "_uninitialized_submodules");
    return unfinished instanceof PyList ? { module, path: path.items, unfinished: unfinished.items, child } : undefined;
  }

  private loadBuiltin(name: string, native: NativeModule): Value {
    const { machinery, interpreter } = this;
    const spec = this.spec(name, machinery.BuiltinImporter, "built-in", NONE);
    const module = instantiate(native);
    module.dict.set("__loader__", machinery.BuiltinImporter);
    module.dict.set("__package__", "");
    module.dict.set("__spec__", spec);
    spec.$_initializing = true;
    interpreter.modules.set(name, module);
    spec.$_initializing = false;
    return module;
  }

  /** A frozen module or package under its own name. */
  private loadFrozen(frozen: FrozenModule, parent: Parent | undefined): Value | undefined {
    const { name, is_package, origname } = frozen;
    const { sys, implementation, FrozenImporter } = this.machinery;
    if (origname !== name) return undefined;
    let code: Value;
    try {
      code = valueOfConstant(importState().frozen.objectOf(frozen));
    } catch (error) {
      if (error instanceof MarshalError) return undefined;
      throw error;
    }
    if (!(code instanceof PyCode)) return undefined;
    const library = sys.get("_stdlib_dir");
    const place = typeof library === "string" && library !== "" ? `${library}/${name.replaceAll(".", "/")}` : undefined;
    const file = place === undefined ? NONE : `${place}${is_package ? "/__init__" : ""}.py`;
    const locations = is_package ? new PyList(place === undefined ? [] : [place]) : NONE;
    const spec = this.spec(name, FrozenImporter, "frozen", locations);
    spec.$loader_state = callWith(typeOf(implementation), [file, name], ["filename", "origname"]);
    const module = this.module(spec, is_package ? name : parentName(name));
    if (file !== NONE) module.dict.set("__file__", file);
    if (is_package) module.dict.set("__path__", locations);
    return this.execute(spec, module, code, parent);
  }

  /** The first entry of the path with such a module, if everything up to it is as usual. */
  private find(path: readonly Value[], tail: string): Found | "nowhere" | undefined {
    const finders = this.machinery.sys.get("path_importer_cache");
    if (!(finders instanceof PyDict)) return undefined;
    for (const entry of path) {
      const finder = typeof entry === "string" ? this.finderOf(finders, entry) : undefined;
      if (finder === NONE) continue;
      if (!(finder instanceof PyObject) || finder.cls !== this.machinery.FileFinder) return undefined;
      const folder = ownAttribute(finder, "path");
      if (typeof folder !== "string" || !folder.startsWith("/") || folder.endsWith("/")) return undefined;
      if (!this.isListed(finder, folder)) return undefined;
      const names = ownAttribute(finder, "_path_cache");
      if (!(names instanceof PySet)) return undefined;
      const file = `${folder}/${tail}`;
      if (names.has(tail)) {
        const init = statOf(`${file}/__init__.py`);
        if (init !== undefined)
          return (init.mode & S_IFMT) === S_IFREG ? this.read(file, "__init__", init, file) : undefined;
        // What is no package may be a part of a namespace.
        if (isFolder(file)) return undefined;
      }
      if (names.has(`${tail}.py`)) {
        const source = statOf(`${file}.py`);
        if (source === undefined || (source.mode & S_IFMT) !== S_IFREG) return undefined;
        return this.read(folder, tail, source, undefined);
      }
      if (names.has(`${tail}.pyc`)) return undefined;
    }
    return "nowhere";
  }

  /** The finder of an entry of the path, made as importlib makes it: by hooks of the path that are the usual ones. */
  private finderOf(finders: PyDict, entry: string): Value | undefined {
    const place = entry === "" ? currentFolder() : entry;
    const found = place === undefined ? undefined : finders.get(place);
    if (found !== undefined || place === undefined || !this.machinery.hasUsualHooks) return found;
    return call(getAttr(this.machinery.PathFinder, "_path_importer_cache"), place);
  }

  /** Does the finder look for sources, then for `.pyc` files? An old listing is made anew. */
  private isListed(finder: PyObject, folder: string): boolean {
    const mtime = ownAttribute(finder, "_path_mtime");
    const loaders = ownAttribute(finder, "_loaders");
    if (!(loaders instanceof PyList) || loaders.items.length !== 2) return false;
    const [source, bytecode] = loaders.items;
    if (!(source instanceof PyTuple && bytecode instanceof PyTuple)) return false;
    if (source.items[0] !== ".py" || source.items[1] !== this.machinery.SourceFileLoader) return false;
    if (bytecode.items[0] !== ".pyc") return false;
    const stat = statOf(folder);
    if (stat === undefined) return false;
    const now = floatSeconds(stat.mtimeNs);
    if (!(mtime instanceof PyFloat) || mtime.value !== now) {
      call(getAttr(finder, "_fill_cache"));
      setAttr(finder, "_path_mtime", new PyFloat(now));
    }
    return true;
  }

  /** The module of `folder/base.py`, if its `.pyc` is valid. */
  private read(folder: string, base: string, source: Stat, packageFolder: string | undefined): Found | undefined {
    const { optimize } = config();
    const suffix = optimize === 0 ? "" : `.opt-${optimize}`;
    const origin = `${folder}/${base}.py`;
    const cached = `${folder}/__pycache__/${base}.${CACHE_TAG}${suffix}.pyc`;
    let blob: unknown;
    try {
      const data = host().files.readFile(cached);
      const header = parsePycHeader(data);
      if (header.kind !== "timestamp") return undefined;
      if (header.mtime !== Math.trunc(floatSeconds(source.mtimeNs)) % WORD || header.size !== source.size % WORD) {
        return undefined;
      }
      blob = readUnchanging(data, PYC_HEADER_SIZE);
    } catch (error) {
      if (error instanceof HostError || error instanceof MarshalError) return undefined;
      throw error;
    }
    if (!(blob instanceof CodeBlob)) return undefined;
    const code = codeFromBlob(blob);
    renameCode(code, origin);
    return { origin, cached, folder: packageFolder, code };
  }

  /** As `ModuleSpec.__init__` sets them, and in its order. */
  private spec(name: string, loader: Value, origin: string, locations: Value): PyInstance {
    const spec = new PyInstance(this.machinery.ModuleSpec);
    spec.$name = name;
    spec.$loader = loader;
    spec.$origin = origin;
    spec.$loader_state = NONE;
    spec.$submodule_search_locations = locations;
    spec.$_uninitialized_submodules = new PyList([]);
    spec.$_set_fileattr = false;
    spec.$_cached = NONE;
    return spec;
  }

  private loadSource(name: string, found: Found, parent: Parent | undefined): Value {
    const { origin, cached, folder } = found;
    const loader = new PyInstance(this.machinery.SourceFileLoader);
    loader.$name = name;
    loader.$path = origin;
    const locations = folder === undefined ? NONE : new PyList([folder]);
    const spec = this.spec(name, loader, origin, locations);
    spec.$_set_fileattr = true;
    const module = this.module(spec, folder === undefined ? parentName(name) : name);
    if (folder !== undefined) module.dict.set("__path__", locations);
    module.dict.set("__file__", origin);
    spec.$_cached = cached;
    module.dict.set("__cached__", cached);
    return this.execute(spec, module, found.code, parent);
  }

  private module(spec: PyInstance, packageName: string): PyModule {
    const module = new PyModule(new PyDict());
    const { dict } = module;
    dict.set("__name__", spec.$name as Value);
    dict.set("__doc__", NONE);
    dict.set("__package__", packageName);
    dict.set("__loader__", spec.$loader as Value);
    dict.set("__spec__", spec);
    return module;
  }

  /** What importlib's `_load_unlocked` does, and what is done around it. */
  private execute(spec: PyInstance, module: PyModule, code: PyCode, parent: Parent | undefined): Value {
    const loading = new Loading(spec.$name as string, spec, parent);
    if (this.loading.push(loading) === 1) beginRunningOnce();
    parent?.unfinished.push(parent.child);
    spec.$_initializing = true;
    this.interpreter.modules.set(loading.name, module);
    const locals = this.locals(loading, code, module);
    this.run(loading, code, module, locals);
    return this.finish(loading, locals);
  }

  /** Run the code of the module below importlib's frames. */
  private run(loading: Loading, code: PyCode, module: PyModule, locals: LoadingLocals): void {
    const { thread } = current;
    const importer = thread.frame;
    let isDone = false;
    try {
      const isFrozen = loading.spec.$loader === this.machinery.FrozenImporter;
      const back = this.loadingFrames().push(thread, isFrozen, locals, () => this.fail(loading));
      const { dict } = module;
      dict.set("__builtins__", back.builtins);
      const func = new PyFunction(code, dict, builtinsFor(dict));
      const frame = newFrame(thread, func, new Array(code.nlocalsplus + code.stacksize), back, dict);
      frame.entry = true;
      thread.frame = frame;
      thread.drive(thread, frame);
      isDone = true;
    } finally {
      thread.frame = importer;
      if (!isDone) this.fail(loading);
    }
  }

  private loadingFrames(): LoadingFrames {
    this.frames ??= new LoadingFrames(this.machinery);
    return this.frames;
  }

  private locals({ name, spec, parent }: Loading, code: PyCode, module: PyModule): LoadingLocals {
    const locals = new Map<string, Value>([
      ["name", name],
      ["import_", this.interpreter.importFunction],
      ["spec", spec],
      ["self", spec.$loader as Value],
      ["module", module],
      ["code", code],
      ["f", this.interpreter.builtins.get("exec") ?? NONE],
      ["args", new PyTuple([code, module.dict])],
      ["kwds", new PyDict()],
      ["parent", parentName(name)],
      ["path", parent?.module.dict.get("__path__") ?? NONE],
      ["parent_spec", parent?.module.dict.get("__spec__") ?? NONE],
    ]);
    if (parent !== undefined) locals.set("child", parent.child).set("parent_module", parent.module);
    return locals;
  }

  /** The module raised something: it is as if it had not been there. */
  private fail(loading: Loading): undefined {
    if (!this.loading.includes(loading)) return undefined;
    this.interpreter.modules.delete(loading.name);
    this.end(loading);
    return undefined;
  }

  private finish(loading: Loading, locals: LoadingLocals): Value {
    const { name, parent } = loading;
    const { modules } = this.interpreter;
    const module = modules.delete(name);
    if (module !== undefined) modules.set(name, module);
    this.end(loading);
    if (module === undefined) {
      // It took itself away.
      const error = keyError(name);
      this.loadingFrames().blame(current.thread, error.exception, locals);
      throw error;
    }
    parent?.module.dict.set(parent.child, module);
    return module;
  }

  private end(loading: Loading): void {
    loading.spec.$_initializing = false;
    loading.parent?.unfinished.pop();
    this.loading.splice(this.loading.indexOf(loading));
    if (this.loading.length === 0) endRunningOnce();
    if (loading.lock !== undefined) call(getAttr(loading.lock, "release"));
  }
}

/** How much hotter code has to become while modules are imported: what they do then is seldom done again. */
const PATIENCE = 25;

function beginRunningOnce(): void {
  tiering.threshold *= PATIENCE;
  host().runsOnce?.(true);
}

function endRunningOnce(): void {
  tiering.threshold /= PATIENCE;
  host().runsOnce?.(false);
}

function parentName(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf("."), 0));
}

/** Times and sizes in a `.pyc` are modulo this. */
const WORD = 2 ** 32;

function statOf(path: string): Stat | undefined {
  return ifPossible(() => host().files.stat(path));
}

/** What importlib takes for an empty entry of the path; undefined if it is gone. */
function currentFolder(): string | undefined {
  const path = ifPossible(() => host().files.getcwd());
  return typeof path === "string" ? path : undefined;
}

function isFolder(path: string): boolean {
  const stat = statOf(path);
  return stat !== undefined && (stat.mode & S_IFMT) === S_IFDIR;
}
