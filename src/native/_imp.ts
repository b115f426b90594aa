/**
 * _imp: what importlib needs of the interpreter (CPython Python/import.c).
 */

import { MarshalError } from "../bytecode/marshalformat.ts";
import { readMarshal } from "../bytecode/marshalreader.ts";
import type { FrozenModule } from "../importing/frozen.ts";
import { renameCode } from "../importing/rename-code.ts";
import { importState, usableFrozen } from "../importing/state.ts";
import { getAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { CODE, isInstance, MODULE, NONE, typeName } from "../objects/kernel/core-types.ts";
import { defineModule, instantiate } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString, PyBytes, PyList, PyModule, strFromJs, textOf, tuple } from "../objects/kernel/payload.ts";
import { expectStr } from "../objects/kernel/protocol.ts";
import { PyError, raise, runtimeError, typeError } from "../objects/kernel/raise.ts";
import { getBuffer, viewOfBytes } from "../objects/types/buffer.ts";
import { PyCode } from "../objects/types/code.ts";
import { valueOfConstant } from "../objects/types/constant-values.ts";
import { makeImportError } from "../objects/types/exceptions/simple.ts";
import { sipHash13, sipHashHigh, sipHashLow } from "../util/siphash.ts";
import { current } from "../vm/thread.ts";

/** `argument` is how messages call it: "is_frozen() argument". */
function nameArgument(name: Value, argument: string): string {
  return expectStr(name, `${argument} must be str, not ${typeName(name)}`);
}

function requireFrozen(name: Value, argument: string): FrozenModule {
  const text = nameArgument(name, argument);
  const found = usableFrozen(text);
  if (found !== undefined) return found;
  const excluded = importState().frozen.find(text) !== undefined;
  const reason = excluded
    ? `Frozen modules are disabled and the frozen object named '${text}' is not essential`
    : `No such frozen object named '${text}'`;
  throw new PyError(makeImportError("ImportError", reason, { name: text }));
}

function frozenCode(module: FrozenModule): PyCode {
  return valueOfConstant(importState().frozen.objectOf(module)) as PyCode;
}

/** (data, is_package, origname), or None. */
function findFrozen(name: Value, withData: Value): Value {
  const found = usableFrozen(nameArgument(name, "find_frozen() argument 1"));
  if (found === undefined) return NONE;
  const code = importState().frozen.codeOf(found);
  const data = withData === true ? viewOfBytes(new PyBytes(code), code, true) : NONE;
  return tuple([data, found.is_package, found.origname ?? NONE]);
}

function getFrozenObject(name: Value, data: Value): Value {
  const argument = "get_frozen_object() argument 1";
  if (data === NONE) return frozenCode(requireFrozen(name, argument));
  const text = nameArgument(name, argument);
  let code: Value;
  try {
    code = valueOfConstant(readMarshal(getBuffer(data)).value);
  } catch (error) {
    if (!(error instanceof MarshalError)) throw error;
    throw new PyError(makeImportError("ImportError", `Frozen object named '${text}' is invalid`, { name: text }));
  }
  if (!isInstance(code, CODE)) throw typeError(`frozen object '${text}' is not a code object`);
  return code;
}

/** Import a frozen module without a loader; None if there is none. */
function initFrozen(name: Value): Value {
  const found = usableFrozen(nameArgument(name, "init_frozen() argument"));
  if (found === undefined) return NONE;
  const { modules } = current.thread.interpreter;
  const module = modules.setDefault(name, modules.get(name) ?? call(MODULE, name));
  if (!(module instanceof PyModule)) throw typeError(`${typeName(module)} is no module`);
  const { dict } = module;
  if (found.is_package) dict.set("__path__", new PyList([]));
  current.thread.interpreter.run(frozenCode(found), dict);
  dict.set("__origname__", found.origname === null ? NONE : strFromJs(found.origname));
  return modules.get(name) ?? module;
}

/** Of `sys` and `builtins` there is only the one that the interpreter has made. */
function isBuiltin(name: Value): Value {
  const text = nameArgument(name, "is_builtin() argument");
  if (text === "sys" || text === "builtins") return -1;
  return importState().builtins.has(text) ? 1 : 0;
}

function createBuiltin(spec: Value): Value {
  const name = jsString(getAttr(spec, "name"));
  const table = name === undefined ? undefined : importState().builtins.get(name);
  if (table === undefined) return NONE;
  return instantiate(table);
}

function fixFilename(code: Value, path: Value): void {
  if (!(code instanceof PyCode)) throw typeError(`_fix_co_filename() argument 1 must be code, not ${typeName(code)}`);
  const text = textOf(path);
  if (text === undefined) throw typeError(`_fix_co_filename() argument 2 must be str, not ${typeName(path)}`);
  renameCode(code, text);
}

function acquireLock(): void {
  importState().lockDepth++;
}

function releaseLock(): void {
  const state = importState();
  if (state.lockDepth === 0) throw runtimeError("not holding the import lock");
  state.lockDepth--;
}

function sourceHash(key: Value, source: Value): Value {
  const number = BigInt.asUintN(64, BigInt(toIndex(key)));
  sipHash13(getBuffer(source), [Number(number & 0xffffffffn), Number(number >> 32n), 0, 0]);
  const hash = new Uint8Array(8);
  const view = new DataView(hash.buffer);
  view.setInt32(0, sipHashLow, true);
  view.setInt32(4, sipHashHigh, true);
  return new PyBytes(hash);
}

export default defineModule("_imp", {
  doc: "(Extremely) low-level import machinery bits as used by importlib.",
  functions: {
    extension_suffixes: [
      "($module, /)",
      "Returns the list of file suffixes used to identify extension modules.",
      () => new PyList([]),
    ],
    lock_held: [
      "($module, /)",
      "Return True if the import lock is currently held, else False.\n\nOn platforms without threads, return False.",
      () => importState().lockDepth > 0,
    ],
    acquire_lock: [
      "($module, /)",
      "Acquires the interpreter's import lock for the current thread.\n\nThis lock should be used by import hooks to ensure thread-safety when importing\nmodules. On platforms without threads, this function does nothing.",
      acquireLock,
    ],
    release_lock: [
      "($module, /)",
      "Release the interpreter's import lock.\n\nOn platforms without threads, this function does nothing.",
      releaseLock,
    ],
    find_frozen: [
      "($module, name, /, *, withdata=False)",
      "Return info about the corresponding frozen module (if there is one) or None.\n\nThe returned info (a 2-tuple):\n\n * data         the raw marshalled bytes\n * is_package   whether or not it is a package\n * origname     the originally frozen module's name, or None if not\n                a stdlib module (this will usually be the same as\n                the module's current name)",
      findFrozen,
    ],
    get_frozen_object: ["($module, name, data=None, /)", "Create a code object for a frozen module.", getFrozenObject],
    init_frozen: ["($module, name, /)", "Initializes a frozen module.", initFrozen],
    is_frozen_package: [
      "($module, name, /)",
      "Returns True if the module name is of a frozen package.",
      (name: Value) => requireFrozen(name, "is_frozen_package() argument").is_package,
    ],
    create_builtin: ["($module, spec, /)", "Create an extension module.", createBuiltin],
    is_builtin: ["($module, name, /)", "Returns True if the module name corresponds to a built-in module.", isBuiltin],
    is_frozen: [
      "($module, name, /)",
      "Returns True if the module name corresponds to a frozen module.",
      (name: Value) => usableFrozen(nameArgument(name, "is_frozen() argument")) !== undefined,
    ],
    _frozen_module_names: [
      "($module, /)",
      "Returns the list of available frozen modules.",
      () => new PyList(importState().frozen.names()),
    ],
    _override_frozen_modules_for_tests: [
      "($module, override, /)",
      '(internal-only) Override PyConfig.use_frozen_modules.\n\n(-1: "off", 1: "on", 0: no override)\nSee frozen_modules() in Lib/test/support/import_helper.py.',
      (override: Value) => {
        importState().frozenOverride = Number(toIndex(override));
      },
    ],
    _override_multi_interp_extensions_check: [
      "($module, override, /)",
      '(internal-only) Override PyInterpreterConfig.check_multi_interp_extensions.\n\n(-1: "never", 1: "always", 0: no override)',
      () => {
        throw runtimeError("_imp._override_multi_interp_extensions_check() cannot be used in the main interpreter");
      },
    ],
    create_dynamic: [
      "($module, spec, file=<unrepresentable>, /)",
      "Create an extension module.",
      (spec: Value) => {
        const name = jsString(getAttr(spec, "name")) ?? "?";
        throw raise("ImportError", `extension module '${name}': compiled extensions cannot be loaded`);
      },
    ],
    exec_dynamic: ["($module, mod, /)", "Initialize an extension module.", () => 0],
    exec_builtin: ["($module, mod, /)", "Initialize a built-in module.", () => 0],
    _fix_co_filename: [
      "($module, code, path, /)",
      "Changes code.co_filename to specify the passed-in path.\n\n  code\n    Code object to change.\n  path\n    File path to use.",
      fixFilename,
    ],
    source_hash: ["($module, /, key, source)", undefined, sourceHash],
  },
  setup: (module) => {
    module.dict.set("check_hash_based_pycs", importState().checkHashBasedPycs);
  },
});
