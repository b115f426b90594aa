/** The functions of `sys` that look at frames and handled exceptions, and that set tracing. */
import { audit } from "../../objects/kernel/audit.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { recursionError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import type { Frame } from "../../vm/frame.ts";
import { allThreads } from "../../vm/scheduler/scheduler.ts";
import { current, type Thread } from "../../vm/thread.ts";
import { rewatched } from "../../vm/tracing.ts";

function frameAt(depth: Value): Frame {
  let frame = current.thread.frame;
  for (let left = intArgument(depth); left > 0 && frame !== null; left--) frame = frame.back;
  if (frame === null) throw valueError("call stack is not deep enough");
  audit("sys._getframe", frame);
  return frame;
}

function excInfo(): Value {
  const exception = current.thread.handling;
  if (exception === null) return tuple([NONE, NONE, NONE]);
  return tuple([exception.cls, exception, exception.traceback ?? NONE]);
}

function setRecursionLimit(limit: Value): void {
  const { thread } = current;
  const wanted = Number(toIndex(limit));
  if (wanted < 1) throw valueError("recursion limit must be greater or equal than 1");
  const depth = thread.frame === null ? 0 : thread.frame.depth;
  if (depth >= wanted) {
    throw recursionError(
      `cannot set the recursion limit to ${wanted} at the recursion depth ${depth}: the limit is too low`,
    );
  }
  thread.recursionLimit = wanted;
  thread.nativeLimit = Math.min(thread.nativeLimit, wanted);
}

function ofThreads(value: (thread: Thread) => Value | null): PyDict {
  const dict = new PyDict();
  for (const thread of allThreads(current.thread.interpreter)) {
    const of = value(thread);
    if (of !== null) dict.set(thread.ident, of);
  }
  return dict;
}

function callTracing(callable: Value, args: Value): Value {
  if (!(args instanceof PyTuple)) throw typeError(`call_tracing() argument 2 must be tuple, not ${typeName(args)}`);
  return rewatched(current.thread, () => callWith(callable, [...args.items]));
}

export const frameFunctions: Record<string, MethodRow> = {
  _getframe: [
    "($module, depth=0, /)",
    "Return a frame object from the call stack.\n\nIf optional integer depth is given, return the frame object that many\ncalls below the top of the stack.  If that is deeper than the call\nstack, ValueError is raised.  The default for depth is zero, returning\nthe frame at the top of the call stack.\n\nThis function should be used for internal and specialized purposes\nonly.",
    frameAt,
  ],
  _getframemodulename: [
    "($module, /, depth=0)",
    "Return the name of the module for a calling frame.\n\nThe default depth returns the module containing the call to this API.\nA more typical use in a library will pass a depth of 1 to get the user's\nmodule rather than the library module.\n\nIf no frame, module, or name can be found, returns None.",
    (depth: Value) => {
      audit("sys._getframemodulename", depth);
      let frame = current.thread.frame;
      for (let left = Number(toIndex(depth)); left > 0 && frame !== null; left--) frame = frame.back;
      return frame === null ? NONE : frame.func.module;
    },
  ],
  exc_info: [
    "($module, /)",
    "Return current exception information: (type, value, traceback).\n\nReturn information about the most recent exception caught by an except\nclause in the current stack frame or in an older stack frame.",
    excInfo,
  ],
  exception: [
    "($module, /)",
    "Return the current exception.\n\nReturn the most recent exception caught by an except clause\nin the current stack frame or in an older stack frame, or None\nif no such exception exists.",
    () => current.thread.handling ?? NONE,
  ],
  getrecursionlimit: [
    "($module, /)",
    "Return the current value of the recursion limit.\n\nThe recursion limit is the maximum depth of the Python interpreter\nstack.  This limit prevents infinite recursion from causing an overflow\nof the C stack and crashing Python.",
    () => current.thread.recursionLimit,
  ],
  setrecursionlimit: [
    "($module, limit, /)",
    "Set the maximum depth of the Python interpreter stack to n.\n\nThis limit prevents infinite recursion from causing an overflow of the C\nstack and crashing Python.  The highest possible limit is platform-\ndependent.",
    setRecursionLimit,
  ],
  _current_frames: [
    "($module, /)",
    "Return a dict mapping each thread's thread id to its current stack frame.\n\nThis function should be used for specialized purposes only.",
    () => {
      audit("sys._current_frames");
      return ofThreads(({ frame }) => frame);
    },
  ],
  _current_exceptions: [
    "($module, /)",
    "Return a dict mapping each thread's identifier to its current raised exception.\n\nThis function should be used for specialized purposes only.",
    () => {
      audit("sys._current_exceptions");
      return ofThreads(({ handling }) => handling ?? NONE);
    },
  ],
  call_tracing: [
    "($module, func, args, /)",
    "Call func(*args), while tracing is enabled.\n\nThe tracing state is saved, and restored afterwards.  This is intended\nto be called from a debugger from a checkpoint, to recursively debug\nsome other code.",
    callTracing,
  ],
  gettrace: [
    "($module, /)",
    "Return the global debug tracing function set with sys.settrace.\n\nSee the debugger chapter in the library manual.",
    () => current.thread.traceFunction ?? NONE,
  ],
  getprofile: [
    "($module, /)",
    "Return the profiling function set with sys.setprofile.\n\nSee the profiler chapter in the library manual.",
    () => current.thread.profileFunction ?? NONE,
  ],
  set_coroutine_origin_tracking_depth: [
    "($module, /, depth)",
    "Enable or disable origin tracking for coroutine objects in this thread.\n\nCoroutine objects will track 'depth' frames of traceback information\nabout where they came from, available in their cr_origin attribute.\n\nSet a depth of 0 to disable.",
    (depth: Value) => {
      const frames = Number(toIndex(depth));
      if (frames < 0) throw valueError("depth must be >= 0");
      current.thread.coroutineOriginDepth = frames;
    },
  ],
  get_coroutine_origin_tracking_depth: [
    "($module, /)",
    "Check status of origin tracking for coroutine objects in this thread.",
    () => current.thread.coroutineOriginDepth,
  ],
};
