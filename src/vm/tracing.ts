/**
 * sys.settrace and sys.setprofile (CPython Python/legacy_tracing.c, sysmodule.c: trace_trampoline).
 *
 * While a callback runs nothing is traced: POLL_TRACE is off, so the fast driver runs it.
 */

import { decodeExceptionTable } from "../bytecode/exceptiontable.ts";
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS, isJump } from "../bytecode/opcode-properties.ts";
import { PyBuiltinFunction, PyMethodDescriptor } from "../objects/kernel/builtin.ts";
import { callWith } from "../objects/kernel/call.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { type PyBaseException, tuple } from "../objects/kernel/payload.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { Frame } from "./frame.ts";
import type { Result } from "./outcome.ts";
import { POLL_TRACE, type Thread, type Tracer } from "./thread.ts";
import { frameLocals, localsToFast, traceOf } from "./types/frame.ts";

/** Which instructions may begin a line, by code object. */
const lineStarts = new WeakMap<PyCode, Uint8Array>();

function startsOf(code: PyCode): Uint8Array {
  let starts = lineStarts.get(code);
  if (starts === undefined) {
    starts = findLineStarts(code);
    lineStarts.set(code, starts);
  }
  return starts;
}

/** The first instruction of each run of one line, every jump target and every handler (CPython's initialize_lines). */
function findLineStarts(code: PyCode): Uint8Array {
  const { ops, args } = code;
  const count = ops.length - 1;
  const starts = new Uint8Array(count + 1);
  const never = (op: number): boolean =>
    op === OP.RESUME || op === OP.END_FOR || op === OP.END_SEND || op === OP.END_ASYNC_FOR;
  let line = -1;
  for (let i = 0; i < count; i += 1 + CACHE_COUNTS[ops[i]]) {
    if (never(ops[i])) continue;
    const own = code.lineAt(i);
    if (own !== line && own >= 0) starts[i] = 1;
    line = own;
  }
  const mark = (target: number): void => {
    if (target < count && !never(ops[target]) && code.lineAt(target) >= 0) starts[target] = 1;
  };
  for (let i = 0; i < count; i += 1 + CACHE_COUNTS[ops[i]]) {
    if (isJump(ops[i]) && ops[i] !== OP.SEND) mark(ops[i] === OP.FOR_ITER ? args[i] + 1 : args[i]);
  }
  for (const entry of decodeExceptionTable(code.blob.co_exceptiontable)) mark(entry.target >> 1);
  return starts;
}

/** Turn tracing on or off to match the functions that are set. */
export function updateTracing(thread: Thread): void {
  const on = thread.traceFunction !== null || thread.profileFunction !== null;
  thread.tracer = on ? TRACER : null;
  if (on) thread.poll |= POLL_TRACE;
  else thread.poll &= ~POLL_TRACE;
}

/** Call a trace or profile function with tracing off. */
function callback(thread: Thread, func: Value, frame: Frame, event: string, argument: Value): Value {
  const { pending } = thread;
  thread.tracer = null;
  thread.pending = null;
  thread.poll &= ~POLL_TRACE;
  if (frame.isOptimized) frameLocals(frame);
  try {
    const result = callWith(func, [frame, event, argument]);
    thread.pending = pending;
    return result;
  } finally {
    if (frame.isOptimized) localsToFast(frame);
    updateTracing(thread);
  }
}

/** A trace function that raises is unset. */
function traceEvent(thread: Thread, frame: Frame, event: string, argument: Value): void {
  const func = event === "call" ? thread.traceFunction : (frame.trace?.function ?? null);
  if (func === null || thread.traceFunction === null) return;
  let result: Value;
  try {
    result = callback(thread, func, frame, event, argument);
  } catch (error) {
    thread.traceFunction = null;
    if (frame.trace !== null) frame.trace.function = null;
    updateTracing(thread);
    throw error;
  }
  if (result !== NONE) traceOf(frame).function = result;
}

function profileEvent(thread: Thread, frame: Frame, event: string, argument: Value): void {
  const func = thread.profileFunction;
  if (func === null) return;
  try {
    callback(thread, func, frame, event, argument);
  } catch (error) {
    thread.profileFunction = null;
    updateTracing(thread);
    throw error;
  }
}

function instruction(thread: Thread, frame: Frame): void {
  const { code, pc } = frame;
  const op = code.ops[pc];
  if (op === OP.RESUME) {
    profileEvent(thread, frame, "call", NONE);
    traceEvent(thread, frame, "call", NONE);
  } else if (frame.trace !== null && frame.trace.function !== null) {
    lineEvents(thread, frame, pc);
  }
  if (frame.trace !== null) frame.trace.last = pc;
  if (frame.pc !== pc) return;
  if (op === OP.RETURN_VALUE || op === OP.YIELD_VALUE) TRACER.returned(thread, frame, frame.peek(1));
  else if (op === OP.RETURN_CONST) TRACER.returned(thread, frame, code.consts[code.args[pc]]);
}

function lineEvents(thread: Thread, frame: Frame, pc: number): void {
  const trace = traceOf(frame);
  const { code } = frame;
  const line = code.lineAt(pc);
  const previous = trace.last;
  // A jump back to the same line counts as reaching it again.
  const moved = previous < 0 || previous >= pc || code.lineAt(previous) !== line || code.ops[previous] === OP.RESUME;
  if (trace.lines && line >= 0 && moved && startsOf(code)[pc] === 1) traceEvent(thread, frame, "line", NONE);
  if (trace.opcodes) traceEvent(thread, frame, "opcode", NONE);
}

/** What a profiler is told a builtin call is: the function, or undefined for anything else. */
function profiledBuiltin(callable: Value): Value | undefined {
  return callable instanceof PyBuiltinFunction || callable instanceof PyMethodDescriptor ? callable : undefined;
}

const TRACER: Tracer = {
  instruction,
  returned: (thread, frame, value) => {
    traceEvent(thread, frame, "return", value ?? NONE);
    profileEvent(thread, frame, "return", value ?? NONE);
  },
  raised: (thread, frame, exception: PyBaseException) => {
    if (frame.trace === null || frame.trace.function === null) return;
    traceEvent(thread, frame, "exception", tuple([exception.cls, exception, exception.traceback ?? NONE]));
  },
  traceCall: (thread, frame, callable, run): Result => {
    const builtin = thread.profileFunction === null ? undefined : profiledBuiltin(callable);
    if (builtin === undefined) return run();
    profileEvent(thread, frame, "c_call", builtin);
    let result: Result;
    try {
      result = run();
    } catch (error) {
      profileEvent(thread, frame, "c_exception", builtin);
      throw error;
    }
    profileEvent(thread, frame, result === undefined ? "c_exception" : "c_return", builtin);
    return result;
  },
};
