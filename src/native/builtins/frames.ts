/**
 * exec(), eval() and __import__() called by Python code: what they run is a frame of the thread that calls them, without
 * a nested driver. So code in a module or in exec() can wait for other threads, and does not use up the JavaScript stack.
 */
import { PyBuiltinFunction } from "../../objects/kernel/builtin.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { Value } from "../../objects/kernel/object.ts";
import type { PyCell } from "../../objects/kernel/payload.ts";
import type { Argument } from "../../objects/kernel/signature.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import type { PyCode } from "../../objects/types/code.ts";
import type { DriverBody } from "../../vm/calls.ts";
import { after } from "../../vm/deliver.ts";
import type { Action, Frame } from "../../vm/frame.ts";
import { importInDriver } from "../../vm/imports.ts";
import { type Result, SWITCHED } from "../../vm/outcome.ts";
import type { Thread } from "../../vm/thread.ts";
import { type Execution, prepareEval, prepareExec } from "./code.ts";

/** The bound arguments of the builtin. */
type Body = (thread: Thread, frame: Frame, args: readonly Argument[]) => Result;

/** A frame with an action waits at the call itself, as one does for a builtin. */
const AS_BUILTIN: Action = { apply: (_thread, _caller, value) => value };
/** exec() gives None, whatever the code returned: it may be a function's. */
const WITHOUT_VALUE: Action = { apply: () => NONE };

function runInFrame(thread: Thread, frame: Frame, execution: Execution, action: Action): Result {
  const { code, globals, locals, closure } = execution;
  const cells = (closure?.items ?? []) as PyCell[];
  thread.frame = thread.interpreter.frameFor(code as PyCode, globals, locals, cells);
  return after(thread, frame, SWITCHED, action);
}

const BODIES: Readonly<Record<string, Body>> = {
  exec: (thread, frame, args) =>
    runInFrame(thread, frame, prepareExec(...(args as [Value, Value, Value, Value])), WITHOUT_VALUE),
  eval: (thread, frame, args) => runInFrame(thread, frame, prepareEval(...(args as [Value, Value, Value])), AS_BUILTIN),
  __import__: (thread, frame, args) => {
    const [name, globals, , fromlist, level] = args as [Value, Value, Value, Value, Value];
    return importInDriver(thread, frame, { name, globals, fromlist, level: intArgument(level) });
  },
};

export function installFrames(builtins: PyDict): void {
  for (const [name, body] of Object.entries(BODIES)) {
    const func = builtins.get(name);
    if (!(func instanceof PyBuiltinFunction)) continue;
    const { definition } = func;
    definition.inDriver = ((thread, frame, _self, args, kwnames) =>
      body(thread, frame, definition.signature.bind(name, name, args, kwnames))) satisfies DriverBody;
  }
}
