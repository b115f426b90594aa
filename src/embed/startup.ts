/**
 * Starting an interpreter (CPython Python/pylifecycle.c): builtins and sys, the frozen import system, the
 * streams, `site`, and the hooks by which builtins reach compiler and VM.
 */
import { CO_FAST_FREE } from "../bytecode/code.ts";
import { host as currentHost, useHost } from "../host/current.ts";
import type { Host } from "../host/host.ts";
import type { FrozenTable } from "../importing/frozen.ts";
import { startQuickImport } from "../importing/quick-import.ts";
import { importState, useImportState } from "../importing/state.ts";
import { warn } from "../native/_warnings.ts";
import { builtinsHooks } from "../native/builtins/hooks.ts";
import builtinsModule from "../native/builtins/index.ts";
import { NATIVE_MODULES } from "../native/index.ts";
import { reportUnraisable } from "../native/sys/excepthook.ts";
import sysModule from "../native/sys/index.ts";
import "../objects/bootstrap.ts";
import { getAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { instantiate } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { type PyCell, PyList, PyModule } from "../objects/kernel/payload.ts";
import { systemError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { bytesWarning } from "../objects/types/bytes-warning.ts";
import { PyCode } from "../objects/types/code.ts";
import { codeObjects, valueOfConstant } from "../objects/types/constant-values.ts";
import { limits } from "../objects/types/int-limits.ts";
import { codecChecks } from "../objects/types/str-codecs.ts";
import { secrets } from "../objects/types/str-hash.ts";
import { bug } from "../util/assert.ts";
import { keyFromSeed } from "../util/hash.ts";
import type { SipKey } from "../util/siphash.ts";
import { buildClassNested } from "../vm/build-class.ts";
import { type Config, useConfig } from "../vm/config.ts";
import { ImportTimes } from "../vm/import-times.ts";
import { importModuleLevel, quickImport } from "../vm/imports.ts";
import { Interpreter } from "../vm/interpreter.ts";
import { current, typing } from "../vm/thread.ts";
import "../vm/types/all.ts";
import { frameLocals } from "../vm/types/frame.ts";
import { compileToPython, inheritedFlags, problemToError, withoutColumns, withTree } from "./compiling.ts";
import { startJit } from "./jit.ts";
import { addStreams } from "./streams.ts";

/** A descriptor: there are no streams yet. */
const STDERR = 2;

/** A new interpreter in the world `host`, ready to run a program. */
export function startInterpreter(config: Config, host: Host, frozen: FrozenTable): Interpreter {
  useHost(host);
  useConfig(config);
  useImportState({
    frozen,
    builtins: new Map([...NATIVE_MODULES, ["builtins", builtinsModule], ["sys", sysModule]]),
    useFrozen: config.useFrozenModules,
    frozenOverride: 0,
    checkHashBasedPycs: config.checkHashBasedPycs,
    lockDepth: 0,
  });
  codeObjects.make = config.debugRanges ? (blob) => new PyCode(blob) : (blob) => new PyCode(withoutColumns(blob));
  bytesWarning.level = config.bytesWarning;
  limits.maxStrDigits = config.intMaxStrDigits;
  secrets.key = hashKey(config, host);
  const interpreter = new Interpreter(instantiate(builtinsModule));
  interpreter.enter();
  installHooks(interpreter, config);
  const sys = instantiate(sysModule);
  interpreter.sysDict = sys.dict;
  interpreter.modules.set("sys", sys);
  sys.dict.set("modules", interpreter.modules);
  // What -v shows of the start goes to streams of its own.
  if (config.verbose > 0) addStreams(sys.dict, config);
  quickImport.times = config.importTime ? new ImportTimes() : undefined;
  startImportSystem(interpreter, sys);
  startQuickImport(interpreter);
  if (config.faulthandler) call(getAttr(hooks.importModule("faulthandler"), "enable"), STDERR);
  if (config.tracemalloc > 0) traceMemory(config.tracemalloc);
  interpreter.builtins.set("open", getAttr(hooks.importModule("_io"), "open"));
  addStreams(sys.dict, config);
  return interpreter;
}

export function hashKey({ hashSeed }: Config, host: Host): SipKey {
  return keyFromSeed(hashSeed ?? new DataView(host.randomBytes(4).buffer).getUint32(0));
}

/** Run `site`, make `__main__`, and read the warning options. */
export function finishStartup(interpreter: Interpreter, config: Config): PyModule {
  const main = makeMain(interpreter);
  if (config.warnOptions.length > 0) hooks.importModule("warnings");
  // Looking codecs up needs the import system.
  codecChecks.isOn = config.devMode;
  if (!config.noSite) hooks.importModule("site");
  // A start alone is no reason to load the compiler.
  startJit(config, currentHost());
  return main;
}

/** `__main__`, with nothing of a program. */
export function makeMain(interpreter: Interpreter): PyModule {
  const main = new PyModule(new PyDict());
  for (const [name, value] of Object.entries({ __name__: "__main__", __doc__: NONE, __package__: NONE })) {
    main.dict.set(name, value);
  }
  main.dict.set("__loader__", getAttr(interpreter.requireImportlib(), "BuiltinImporter"));
  main.dict.set("__spec__", NONE);
  main.dict.set("__annotations__", new PyDict());
  main.dict.set("__builtins__", interpreter.modules.get("builtins") as Value);
  interpreter.modules.set("__main__", main);
  return main;
}

/** Create `_frozen_importlib` from frozen code, and hand it sys and _imp (init_importlib). */
function startImportSystem(interpreter: Interpreter, sys: PyModule): void {
  const bootstrap = runFrozen(interpreter, "_frozen_importlib");
  interpreter.importlib = bootstrap;
  const native = NATIVE_MODULES.get("_imp");
  if (native === undefined) throw systemError("no _imp");
  const imp = instantiate(native);
  interpreter.modules.set("_imp", imp);
  call(getAttr(bootstrap, "_install"), sys, imp);
  call(getAttr(bootstrap, "_install_external_importers"));
  const pathHooks = sys.dict.get("path_hooks");
  if (pathHooks instanceof PyList) {
    pathHooks.items.unshift(getAttr(hooks.importModule("zipimport"), "zipimporter"));
  }
}

/** The program does not see the module before it imports it. */
function traceMemory(frames: number): void {
  const module = instantiate(NATIVE_MODULES.get("_tracemalloc") ?? bug("no _tracemalloc"));
  call(getAttr(module, "start"), frames);
}

function runFrozen(interpreter: Interpreter, name: string): PyModule {
  const { frozen } = importState();
  const found = frozen.find(name);
  if (found === undefined) throw systemError(`no frozen module ${name}`);
  const code = valueOfConstant(frozen.objectOf(found));
  const module = new PyModule(new PyDict());
  module.dict.set("__name__", name);
  // importlib takes this away when it adopts the module.
  module.dict.set("__origname__", found.origname ?? name);
  module.dict.set("__builtins__", interpreter.modules.get("builtins") as Value);
  interpreter.modules.set(name, module);
  interpreter.run(code as PyCode, module.dict);
  return module;
}

function installHooks(interpreter: Interpreter, config: Config): void {
  hooks.modules = () => interpreter.modules;
  // A table of native modules may load a module only when its own table is asked for.
  typing.load = () => void NATIVE_MODULES.get("_typing")?.table;
  hooks.warn = (category, message, stacklevel, source) => warn(message, category, stacklevel, source);
  hooks.unraisable = reportUnraisable;
  const settings = {
    optimize: config.optimize,
    maxIntDigits: () => limits.maxStrDigits,
    debugRanges: config.debugRanges,
  };
  builtinsHooks.current = {
    buildClass: (args, kwnames) => buildClassNested(current.thread, args, kwnames),
    importName: (name, globals, _locals, fromlist, level) =>
      importModuleLevel(interpreter, { name, globals, fromlist, level }),
    compile: (request) => compileToPython(request, settings),
    withTree: (request, use) => withTree(request, settings, use),
    syntaxError: problemToError,
    inheritedFlags: () => inheritedFlags(current.thread.frame?.code.flags ?? 0),
    freeVariableCount: (code) => (code instanceof PyCode ? code.namesOfKind(CO_FAST_FREE).length : 0),
    run: (code, globals, locals, closure) =>
      interpreter.run(code as PyCode, globals, locals, (closure?.items ?? []) as PyCell[]),
    locals: () => {
      const { frame } = current.thread;
      if (frame === null) throw systemError("frame does not exist");
      return frameLocals(frame);
    },
    sysAttribute: (name) => interpreter.sysDict.get(name),
  };
}
