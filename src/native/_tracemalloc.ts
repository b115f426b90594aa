/**
 * _tracemalloc: tracing of memory allocations (CPython Modules/_tracemalloc.c).
 *
 * JavaScript does not tell what memory an object takes or when it was allocated: there are never any traces. Tracing
 * can be switched on, and then finds nothing.
 */
import { NONE } from "../objects/kernel/core-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyList, tuple } from "../objects/kernel/payload.ts";
import { valueError } from "../objects/kernel/raise.ts";

const LARGEST_LIMIT = 65535;

const state = { tracing: false, limit: 1 };

function start(frames: Value): void {
  const limit = toIndex(frames);
  if (limit < 1 || limit > LARGEST_LIMIT)
    throw valueError(`the number of frames must be in range [1; ${LARGEST_LIMIT}]`);
  if (state.tracing) return;
  state.tracing = true;
  state.limit = Number(limit);
}

export default defineModule("_tracemalloc", {
  doc: "Debug module to trace memory blocks allocated by Python.",
  functions: {
    is_tracing: [
      "($module, /)",
      "Return True if the tracemalloc module is tracing Python memory allocations.",
      () => state.tracing,
    ],
    clear_traces: ["($module, /)", "Clear traces of memory blocks allocated by Python.", () => NONE],
    _get_traces: [
      "($module, /)",
      "Get traces of all memory blocks allocated by Python.\n\nReturn a list of (size: int, traceback: tuple) tuples.\ntraceback is a tuple of (filename: str, lineno: int) tuples.\n\nReturn an empty list if the tracemalloc module is disabled.",
      () => new PyList([]),
    ],
    _get_object_traceback: [
      "($module, obj, /)",
      "Get the traceback where the Python object obj was allocated.\n\nReturn a tuple of (filename: str, lineno: int) tuples.\nReturn None if the tracemalloc module is disabled or did not\ntrace the allocation of the object.",
      (_object: Value) => NONE,
    ],
    start: [
      "($module, nframe=1, /)",
      "Start tracing Python memory allocations.\n\nAlso set the maximum number of frames stored in the traceback of a\ntrace to nframe.",
      start,
    ],
    stop: [
      "($module, /)",
      "Stop tracing Python memory allocations.\n\nAlso clear traces of memory blocks allocated by Python.",
      () => {
        state.tracing = false;
      },
    ],
    get_traceback_limit: [
      "($module, /)",
      "Get the maximum number of frames stored in the traceback of a trace.\n\nBy default, a trace of an allocated memory block only stores\nthe most recent frame: the limit is 1.",
      () => state.limit,
    ],
    get_tracemalloc_memory: [
      "($module, /)",
      "Get the memory usage in bytes of the tracemalloc module.\n\nThis memory is used internally to trace memory allocations.",
      () => 0,
    ],
    get_traced_memory: [
      "($module, /)",
      "Get the current size and peak size of memory blocks traced by tracemalloc.\n\nReturns a tuple: (current: int, peak: int).",
      () => tuple([0, 0]),
    ],
    reset_peak: [
      "($module, /)",
      "Set the peak size of memory blocks traced by tracemalloc to the current size.\n\nDo nothing if the tracemalloc module is not tracing memory allocations.",
      () => NONE,
    ],
  },
});
