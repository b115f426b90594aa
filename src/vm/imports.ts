/**
 * `__import__` (CPython Python/import.c: PyImport_ImportModuleLevelObject). What is not in sys.modules yet
 * is found and loaded by importlib, as in CPython.
 *
 * Import statements run importlib in frames of their thread (`importInDriver`), so that a thread can stop in the middle of
 * an import: it may have to wait for a module that another thread, further down the JavaScript stack, is loading. Builtins
 * that import something have it nested (`importModuleLevel`).
 */
import { getAttr, lookupAttr } from "../objects/kernel/attribute.ts";
import { audit, auditing } from "../objects/kernel/audit.ts";
import { call } from "../objects/kernel/call.ts";
import { isSubtype, NONE, typeName } from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString, type PyBaseException, PyModule, PyTuple, strFromJs, textOf } from "../objects/kernel/payload.ts";
import { isEqual, reprText } from "../objects/kernel/protocol.ts";
import { keyError, newException, PyError, raise, typeError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { callValue } from "./calls.ts";
import { after } from "./deliver.ts";
import type { Action, Frame } from "./frame.ts";
import type { ImportTimes } from "./import-times.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Result } from "./outcome.ts";
import { current, POLL_SWITCH, POLL_TRACE, type Thread } from "./thread.ts";
import type { PyTraceback } from "./types/traceback.ts";

/** What importlib does for most modules, without importlib; undefined to leave a module to it. importing/ installs it. */
export const quickImport: {
  load: (interpreter: Interpreter, name: string) => Value | undefined;
  /** Told of all that is asked for, there or not. */
  watch: ((name: string, fromlist: Value) => void) | undefined;
  /** Of imports that importlib makes. */
  times: ImportTimes | undefined;
} = {
  load: () => undefined,
  watch: undefined,
  times: undefined,
};

/** What `__import__(name, globals, locals, fromlist, level)` is asked for. */
export interface ImportRequest {
  readonly name: Value;
  readonly globals: Value;
  readonly fromlist: Value;
  readonly level: number;
}

/** Import on the JavaScript stack. */
export function importModuleLevel(interpreter: Interpreter, request: ImportRequest): Value {
  const absolute = absoluteName(request);
  quickImport.watch?.(absolute, request.fromlist);
  let module = loadedModule(interpreter, absolute);
  if (module === undefined) module = findAndLoad(interpreter, absolute);
  else if (isInitializing(interpreter, module)) {
    withoutImportlibFrames(() => call(importlibFunction(interpreter, "_lock_unlock_module"), strFromJs(absolute)));
  }
  const { fromlist } = request;
  if (hasNames(fromlist)) {
    if (lookupAttr(module, "__path__") === undefined || hasAll(module, fromlist)) return module;
    const handle = importlibFunction(interpreter, "_handle_fromlist");
    return withoutImportlibFrames(() => call(handle, module as Value, fromlist, interpreter.importFunction));
  }
  const front = topRequest(request);
  return front === undefined ? topLevel(interpreter, module, request, absolute) : importModuleLevel(interpreter, front);
}

/** Import for the current instruction of `frame`. */
export function importInDriver(thread: Thread, frame: Frame, request: ImportRequest): Result {
  const { interpreter } = thread;
  const absolute = absoluteName(request);
  quickImport.watch?.(absolute, request.fromlist);
  const found = loadedModule(interpreter, absolute);
  if (found !== undefined && !isInitializing(interpreter, found)) {
    return chooseInDriver(thread, frame, request, absolute, found);
  }
  const loaded =
    found === undefined ? loadInDriver(thread, frame, absolute) : waitInDriver(thread, frame, found, absolute);
  return after(thread, frame, loaded, {
    apply: (ownThread, caller, module) => chooseInDriver(ownThread, caller, request, absolute, module),
  });
}

function loadInDriver(thread: Thread, frame: Frame, absolute: string): Result {
  const { interpreter } = thread;
  const quick = quickly(interpreter, absolute);
  if (quick !== undefined) return quick;
  const end = quickImport.times?.begin(absolute);
  const args = [strFromJs(absolute), interpreter.importFunction];
  const loaded = importlibInDriver(thread, frame, "_find_and_load", args);
  return end === undefined ? loaded : after(thread, frame, loaded, ending(end));
}

const ending = (end: () => void): Action => ({
  apply: (_thread, _caller, module) => {
    end();
    return module;
  },
  recover: () => {
    end();
    return undefined;
  },
});

/** A module that another import is still loading is waited for. */
function waitInDriver(thread: Thread, frame: Frame, module: Value, absolute: string): Result {
  const waited = importlibInDriver(thread, frame, "_lock_unlock_module", [strFromJs(absolute)]);
  return after(thread, frame, waited, { apply: () => module });
}

function importlibInDriver(thread: Thread, frame: Frame, name: string, args: Value[]): Result {
  const func = importlibFunction(thread.interpreter, name);
  return after(thread, frame, callValue(thread, frame, func, args, undefined), WITHOUT_IMPORTLIB_FRAMES);
}

const WITHOUT_IMPORTLIB_FRAMES: Action = {
  apply: (_thread, _caller, value) => value,
  recover: (_thread, _caller, exception) => {
    removeImportlibFrames(exception);
    return undefined;
  },
};

/** Which module is the value, now that the one that was named is there. */
function chooseInDriver(thread: Thread, frame: Frame, request: ImportRequest, absolute: string, module: Value): Result {
  const { interpreter } = thread;
  const { fromlist } = request;
  if (hasNames(fromlist)) {
    if (lookupAttr(module, "__path__") === undefined || hasAll(module, fromlist)) return module;
    return importlibInDriver(thread, frame, "_handle_fromlist", [module, fromlist, interpreter.importFunction]);
  }
  const front = topRequest(request);
  return front === undefined ? topLevel(interpreter, module, request, absolute) : importInDriver(thread, frame, front);
}

/** `name` without the dots of a relative import. */
function absoluteName({ name, globals, level }: ImportRequest): string {
  if (textOf(name) === undefined) throw typeError("module name must be a string");
  if (level < 0) throw valueError("level must be >= 0");
  const given = jsString(name) as string;
  if (level === 0 && given === "") throw valueError("Empty module name");
  return level > 0 ? resolveName(given, globals, level) : given;
}

function loadedModule(interpreter: Interpreter, absolute: string): Value | undefined {
  const module = interpreter.modules.get(strFromJs(absolute));
  if (module === NONE) throw haltedImport(absolute);
  return module;
}

const isTraced = (): boolean => (current.thread.poll & POLL_TRACE) !== 0;

const hasNames = (fromlist: Value): boolean => fromlist !== NONE && isTrue(fromlist);

/** Are all names there, so that `_handle_fromlist` would do nothing? Whoever traces sees it do that. */
function hasAll(module: Value, fromlist: Value): boolean {
  if (!(module instanceof PyModule && fromlist instanceof PyTuple) || isTraced()) return false;
  return fromlist.items.every((name) => typeof name === "string" && name !== "*" && module.dict.has(name));
}

/** `import a.b.c` binds `a`, which is asked for in turn; undefined if the module itself or `topLevel` is the value. */
function topRequest({ name, level }: ImportRequest): ImportRequest | undefined {
  const given = jsString(name) as string;
  const dot = given.indexOf(".");
  if (dot < 0 || level !== 0) return undefined;
  return { name: strFromJs(given.slice(0, dot)), globals: NONE, fromlist: NONE, level: 0 };
}

/** `__import__("a.b", level=1)` gives the package's `a`. */
function topLevel(interpreter: Interpreter, module: Value, { name }: ImportRequest, absolute: string): Value {
  const given = jsString(name) as string;
  const dot = given.indexOf(".");
  if (dot < 0) return module;
  const front = absolute.slice(0, absolute.length - (given.length - dot));
  const found = interpreter.modules.get(strFromJs(front));
  if (found === undefined) throw keyError(strFromJs(`${reprText(strFromJs(front))} not in sys.modules as expected`));
  return found;
}

const haltedImport = (name: string): PyError => moduleNotFound(name, `import of ${name} halted; None in sys.modules`);

/** As importlib raises it. */
export function moduleNotFound(name: string, message = `No module named ${reprText(strFromJs(name))}`): PyError {
  const exception = newException(EXCEPTIONS.ModuleNotFoundError, strFromJs(message));
  exception.fields = { msg: strFromJs(message), name: strFromJs(name), path: NONE, name_from: NONE };
  return new PyError(exception);
}

/** What importlib would be spared is done by it as soon as somebody listens: all its events are to be heard. */
function quickly(interpreter: Interpreter, absolute: string): Value | undefined {
  if (auditing.hooks.length === 0) return quickImport.load(interpreter, absolute);
  const places = ["path", "meta_path", "path_hooks"].map((name) => interpreter.sysDict.get(name) ?? NONE);
  audit("import", strFromJs(absolute), NONE, ...places);
  return undefined;
}

function findAndLoad(interpreter: Interpreter, absolute: string): Value {
  const quick = quickly(interpreter, absolute);
  if (quick !== undefined) return quick;
  const find = importlibFunction(interpreter, "_find_and_load");
  const end = quickImport.times?.begin(absolute);
  try {
    return withoutImportlibFrames(() => call(find, strFromJs(absolute), interpreter.importFunction));
  } finally {
    end?.();
  }
}

const importlibFunction = (interpreter: Interpreter, name: string): Value =>
  getAttr(interpreter.requireImportlib(), name);

/**
 * Is another import still loading it, perhaps in another thread, so that there may be something to wait for? Where there
 * is one thread only, taking the module's lock and giving it back would do nothing; whoever traces sees that done.
 */
function isInitializing(interpreter: Interpreter, module: Value): boolean {
  if ((current.thread.poll & (POLL_SWITCH | POLL_TRACE)) === 0) return false;
  const spec = module instanceof PyModule ? module.dict.get("__spec__") : lookupAttr(module, "__spec__");
  if (spec === undefined || spec === NONE) return false;
  const initializing = lookupAttr(spec, "_initializing");
  return initializing !== undefined && isTrue(initializing) && interpreter.importlib !== undefined;
}

/** The package that `from . import x` starts from (resolve_name, calc___package__). */
function resolveName(name: string, globals: Value, level: number): string {
  if (!(globals instanceof PyDict)) {
    throw globals === NONE ? raise("KeyError", "'__name__' not in globals") : typeError("globals must be a dict");
  }
  const packageName = packageOf(globals);
  if (packageName === "") throw raise("ImportError", "attempted relative import with no known parent package");
  let end = packageName.length;
  for (let up = 1; up < level; up++) {
    end = packageName.lastIndexOf(".", end - 1);
    if (end < 0) throw raise("ImportError", "attempted relative import beyond top-level package");
  }
  const base = packageName.slice(0, end);
  return name === "" ? base : `${base}.${name}`;
}

function packageOf(globals: PyDict): string {
  const declared = globals.get("__package__");
  const spec = globals.get("__spec__");
  if (declared !== undefined && declared !== NONE) {
    const text = jsString(declared);
    if (text === undefined) throw typeError("package must be a string");
    if (spec !== undefined && spec !== NONE) {
      const parent = getAttr(spec, "parent");
      if (!isEqual(declared, parent)) {
        hooks.warn(EXCEPTIONS.DeprecationWarning, "__package__ != __spec__.parent", 1);
      }
    }
    return text;
  }
  if (spec !== undefined && spec !== NONE) {
    const parent = jsString(getAttr(spec, "parent"));
    if (parent === undefined) throw typeError("__spec__.parent must be a string");
    return parent;
  }
  hooks.warn(
    EXCEPTIONS.ImportWarning,
    "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__",
    1,
  );
  const moduleName = globals.get("__name__");
  if (moduleName === undefined) throw raise("KeyError", "'__name__' not in globals");
  const text = jsString(moduleName);
  if (text === undefined) throw typeError(`__name__ must be a string, not ${typeName(moduleName)}`);
  if (globals.has("__path__")) return text;
  const dot = text.lastIndexOf(".");
  if (dot < 0) throw raise("ImportError", "attempted relative import with no known parent package");
  return text.slice(0, dot);
}

/** importlib's own frames do not belong in a traceback, unless something went wrong inside of it. */
function withoutImportlibFrames(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof PyError) removeImportlibFrames(error.exception);
    throw error;
  }
}

const IMPORTLIB = "<frozen importlib._bootstrap>";
const EXTERNAL = "<frozen importlib._bootstrap_external>";

function removeImportlibFrames(exception: PyBaseException): void {
  const always = isSubtype(exception.cls, EXCEPTIONS.ImportError);
  // The entry whose `next` (null: the exception itself) leads to the current chunk of importlib frames.
  let chunk: PyTraceback | null = null;
  let previous: PyTraceback | null = null;
  let inImportlib = false;
  for (let each = exception.traceback as PyTraceback | null; each !== null; each = each.next) {
    const { code } = each.frame;
    const file = jsString(code.filename);
    const now = file === IMPORTLIB || file === EXTERNAL;
    if (now && !inImportlib) chunk = previous;
    inImportlib = now;
    if (now && (always || code.name === "_call_with_frames_removed")) {
      if (chunk === null) exception.traceback = each.next;
      else chunk.next = each.next;
      previous = chunk;
    } else {
      previous = each;
    }
  }
}

/** `importlib.import_module`-like: the module named last, for the kernel. */
export function importNamed(interpreter: Interpreter, name: string): Value {
  const found = interpreter.modules.get(strFromJs(name));
  if (found !== undefined && found !== NONE) {
    quickImport.watch?.(name, NONE);
    return found;
  }
  importModuleLevel(interpreter, { name: strFromJs(name), globals: NONE, fromlist: NONE, level: 0 });
  return interpreter.modules.get(strFromJs(name)) ?? NONE;
}
