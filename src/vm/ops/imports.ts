/** IMPORT_NAME and IMPORT_FROM (CPython Python/ceval.c: import_name, import_from). */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { isSubtype, NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyModule, strFromJs } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { newException, PyError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { moduleHook } from "../attributes.ts";
import { callValue } from "../calls.ts";
import { after, settle } from "../deliver.ts";
import type { Frame } from "../frame.ts";
import { importInDriver } from "../imports.ts";
import type { Result } from "../outcome.ts";
import type { Thread } from "../thread.ts";
import type { OpBody } from "./body.ts";
import { lookupIn } from "./names.ts";

function importName(thread: Thread, frame: Frame, name: Value): Result {
  const fromlist = frame.pop();
  const level = frame.pop();
  const { interpreter } = thread;
  const builtin = lookupIn(frame.builtins, "__import__");
  if (builtin === undefined) throw new PyError(newException(EXCEPTIONS.ImportError, "__import__ not found"));
  if (builtin === interpreter.importFunction) {
    return importInDriver(thread, frame, { name, globals: frame.globals, fromlist, level: level as number });
  }
  const locals = frame.isOptimized ? NONE : (frame.locals ?? NONE);
  return callValue(thread, frame, builtin, [name, frame.globals, locals, fromlist, level], undefined);
}

/**
 * `from module import name`: an attribute, or a submodule that is only in sys.modules yet. A module's `__getattr__` may
 * import something in turn, so it runs in a frame.
 */
function importFrom(thread: Thread, frame: Frame, module: Value, name: string): Result {
  const hook = moduleHook(module, name);
  if (hook === undefined) return lookupAttr(module, name) ?? submodule(thread, module, name);
  const found = callValue(thread, frame, hook, [strFromJs(name)], undefined);
  return after(thread, frame, found, {
    apply: (_thread, _caller, value) => value,
    recover: (ownThread, _caller, exception) => {
      if (!isSubtype(exception.cls, EXCEPTIONS.AttributeError)) return undefined;
      ownThread.pending = null;
      return submodule(ownThread, module, name);
    },
  });
}

function submodule(thread: Thread, module: Value, name: string): Value {
  const moduleName = lookupAttr(module, "__name__");
  const text = moduleName === undefined ? undefined : jsString(moduleName);
  if (text !== undefined) {
    const loaded = thread.interpreter.modules.get(strFromJs(`${text}.${name}`));
    if (loaded !== undefined) return loaded;
  }
  throw cannotImport(module, text, name);
}

function cannotImport(module: Value, moduleName: string | undefined, name: string): PyError {
  const known = moduleName ?? "<unknown module name>";
  const file = module instanceof PyModule ? module.dict.get("__file__") : undefined;
  const path = file === undefined ? undefined : jsString(file);
  const spec = module instanceof PyModule ? module.dict.get("__spec__") : undefined;
  let message: string;
  if (path === undefined)
    message = `cannot import name ${reprText(strFromJs(name))} from ${reprText(strFromJs(known))} (unknown location)`;
  else {
    const initializing = spec === undefined ? undefined : lookupAttr(spec, "_initializing");
    const partial = initializing !== undefined && isTrue(initializing);
    message = partial
      ? `cannot import name ${reprText(strFromJs(name))} from partially initialized module ${reprText(strFromJs(known))} (most likely due to a circular import) (${path})`
      : `cannot import name ${reprText(strFromJs(name))} from ${reprText(strFromJs(known))} (${path})`;
  }
  const exception = newException(EXCEPTIONS.ImportError, strFromJs(message));
  exception.fields = {
    msg: strFromJs(message),
    name: moduleName === undefined ? NONE : strFromJs(moduleName),
    path: path === undefined ? NONE : strFromJs(path),
    name_from: strFromJs(name),
  };
  return new PyError(exception);
}

export const IMPORTS = {
  IMPORT_NAME: (thread, frame, arg) => settle(frame, importName(thread, frame, frame.code.nameValues[arg])),
  IMPORT_FROM: (thread, frame, arg) => settle(frame, importFrom(thread, frame, frame.peek(1), frame.code.names[arg])),
} satisfies Record<string, OpBody>;
