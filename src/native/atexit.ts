/**
 * atexit: functions to run when the interpreter ends (CPython Modules/atexitmodule.c).
 */
import { callWith } from "../objects/kernel/call.ts";
import { typeOf } from "../objects/kernel/core-types.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString } from "../objects/kernel/payload.ts";
import { isEqual } from "../objects/kernel/protocol.ts";
import { PyError, typeError } from "../objects/kernel/raise.ts";
import { addRoot } from "../objects/kernel/roots.ts";
import { hooks } from "../objects/kernel/thread.ts";
import type { Interpreter } from "../vm/interpreter.ts";
import { current, type Thread } from "../vm/thread.ts";

/** A function with what it is called with. */
export interface ExitFunction {
  readonly callable: Value;
  readonly args: Value[];
  readonly kwnames: readonly string[];
}

/** The callbacks of each interpreter, whichever of its module objects they were given to. */
const registered = new WeakMap<Interpreter, ExitFunction[]>();

/** What is to be run; the list itself. */
export function exitFunctions(): ExitFunction[] {
  const { interpreter } = current.thread;
  let list = registered.get(interpreter);
  if (list === undefined) {
    list = [];
    registered.set(interpreter, list);
  }
  return list;
}
addRoot(() => ((current.thread as Thread | undefined) === undefined ? undefined : exitFunctions()));

function register(callable: Value, args: Value[], kwargs: PyDict): Value {
  if (typeOf(callable).slots.__call__ === undefined) throw typeError("the first argument must be callable");
  const kwnames = kwargs.keyArray().map((key) => jsString(key) as string);
  exitFunctions().push({ callable, args: [...args, ...kwargs.valueArray()], kwnames });
  return callable;
}

/** Run all callbacks, the last registered first; what they raise is reported, not passed on. */
export function runExitFunctions(): void {
  const list = exitFunctions();
  for (let last = list.pop(); last !== undefined; last = list.pop()) {
    try {
      callWith(last.callable, [...last.args], last.kwnames);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      hooks.unraisable(error.exception, "Exception ignored in atexit callback", last.callable);
    }
  }
}

export default defineModule("atexit", {
  doc: "allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n",
  functions: {
    register: [
      "~($module, func, /, *args, **kwargs)",
      "register(func, *args, **kwargs) -> func\n\nRegister a function to be executed upon normal program termination\n\n    func - function to be called at exit\n    args - optional arguments to pass to func\n    kwargs - optional keyword arguments to pass to func\n\n    func is returned to facilitate usage as a decorator.",
      register,
    ],
    unregister: [
      "~($module, func, /)",
      "unregister(func) -> None\n\nUnregister an exit function which was previously registered using\natexit.register\n\n    func - function to be unregistered",
      (callable: Value) => {
        const list = exitFunctions();
        for (let i = list.length - 1; i >= 0; i--) if (isEqual(list[i].callable, callable)) list.splice(i, 1);
      },
    ],
    _clear: [
      "~($module, /)",
      "_clear() -> None\n\nClear the list of previously registered exit functions.",
      () => {
        exitFunctions().length = 0;
      },
    ],
    _run_exitfuncs: [
      "~($module, /)",
      "_run_exitfuncs() -> None\n\nRun all registered exit functions.\n\nIf a callback raises an exception, it is logged with sys.unraisablehook.",
      runExitFunctions,
    ],
    _ncallbacks: [
      "~($module, /)",
      "_ncallbacks() -> int\n\nReturn the number of registered exit functions.",
      () => exitFunctions().length,
    ],
  },
});
