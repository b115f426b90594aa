/** sys.settrace, sys.setprofile and their kin: the switches; what happens then is in vm/tracing.ts. */
import { audit } from "../../objects/kernel/audit.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { textOf } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { allThreads } from "../../vm/scheduler/scheduler.ts";
import { current } from "../../vm/thread.ts";
import { setProfile, setTrace } from "../../vm/tracing.ts";

const given = (func: Value): Value | null => (func === NONE ? null : func);

function setAllTraces(func: Value): void {
  for (const thread of allThreads(current.thread.interpreter)) setTrace(thread, given(func));
}

function setAllProfiles(func: Value): void {
  for (const thread of allThreads(current.thread.interpreter)) setProfile(thread, given(func));
}

export const traceFunctions: Record<string, MethodRow> = {
  settrace: [
    "~($module, function, /)",
    "settrace(function)\n\nSet the global debug tracing function.  It will be called on each\nfunction call.  See the debugger chapter in the library manual.",
    (func: Value) => {
      audit("sys.settrace");
      setTrace(current.thread, given(func));
    },
  ],
  _settraceallthreads: [
    "($module, arg, /)",
    "Set the global debug tracing function in all running threads belonging to the current interpreter.\n\nIt will be called on each function call. See the debugger chapter\nin the library manual.",
    setAllTraces,
  ],
  setprofile: [
    "~($module, function, /)",
    "setprofile(function)\n\nSet the profiling function.  It will be called on each function call\nand return.  See the profiler chapter in the library manual.",
    (func: Value) => {
      audit("sys.setprofile");
      setProfile(current.thread, given(func));
    },
  ],
  _setprofileallthreads: [
    "($module, arg, /)",
    "Set the profiling function in all running threads belonging to the current interpreter.\n\nIt will be called on each function call and return.  See the profiler chapter\nin the library manual.",
    setAllProfiles,
  ],
  activate_stack_trampoline: [
    "($module, backend, /)",
    "Activate stack profiler trampoline *backend*.",
    (backend: Value) => {
      if (textOf(backend) === undefined) {
        throw typeError(`activate_stack_trampoline() argument must be str, not ${typeName(backend)}`);
      }
      throw valueError("perf trampoline not available");
    },
  ],
  deactivate_stack_trampoline: [
    "($module, /)",
    "Deactivate the current stack profiler trampoline backend.\n\nIf no stack profiler is activated, this function has no effect.",
    () => undefined,
  ],
};
