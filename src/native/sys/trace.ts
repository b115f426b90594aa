/** sys.settrace and sys.setprofile: the switch; what happens then is in vm/tracing.ts. */
import { NONE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { current } from "../../vm/thread.ts";
import { updateTracing } from "../../vm/tracing.ts";

export const traceFunctions: Record<string, MethodRow> = {
  settrace: [
    "~($module, function, /)",
    "settrace(function)\n\nSet the global debug tracing function.  It will be called on each\nfunction call.  See the debugger chapter in the library manual.",
    (func: Value) => {
      current.thread.traceFunction = func === NONE ? null : func;
      updateTracing(current.thread);
    },
  ],
  setprofile: [
    "~($module, function, /)",
    "setprofile(function)\n\nSet the profiling function.  It will be called on each function call\nand return.  See the profiler chapter in the library manual.",
    (func: Value) => {
      current.thread.profileFunction = func === NONE ? null : func;
      updateTracing(current.thread);
    },
  ],
};
