/** IMPORT_NAME and IMPORT_FROM (CPython Python/ceval.c: import_name, import_from). */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyModule, strFromJs } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { newException, PyError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { callValue } from "../calls.ts";
import { settle } from "../deliver.ts";
import type { Frame } from "../frame.ts";
import { importInDriver } from "../imports.ts";
import { NEXT, type Result } from "../outcome.ts";
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

/** `from module import name`: an attribute, or a submodule that is only in sys.modules yet. */
function importFrom(thread: Thread, module: Value, name: string): Value {
  const attribute = lookupAttr(module, name);
  if (attribute !== undefined) return attribute;
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
  IMPORT_FROM: (thread, frame, arg) => {
    frame.push(importFrom(thread, frame.peek(1), frame.code.names[arg]));
    return NEXT;
  },
} satisfies Record<string, OpBody>;
