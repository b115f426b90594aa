/**
 * The watcher: which events the stepper, the unwinder and calls cause (the INSTRUMENTED_ instructions of CPython
 * Python/bytecodes.c and the monitor_ functions of ceval.c).
 *
 * Trap: an event of a jump is told when the next instruction of its frame is about to run, with `frame.pc` already there
 * as CPython has it: `trace.jumped` remembers the jump until then. A callback that assigns `f_lineno` moves `frame.pc`.
 */
import * as OP from "../../bytecode/generated/op.ts";
import { COROUTINE, FUNCTION, GENERATOR, NONE } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { type PyBaseException, PyMethod } from "../../objects/kernel/payload.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { after } from "../deliver.ts";
import type { Action, Frame, FrameTrace } from "../frame.ts";
import { endOfGenerator } from "../generators.ts";
import type { Result } from "../outcome.ts";
import type { Thread, Tracer } from "../thread.ts";
import { traceOf } from "../types/frame.ts";
import { PyGenerator } from "../types/generator-object.ts";
import { EVENT, EVENT_OF } from "./events.ts";
import { fire, fireLine, fireProtected } from "./fire.ts";
import { type CodeMonitors, MISSING, monitorsOf } from "./monitors.ts";

/** The line at which an instruction is reached, unless it continues the line of the one before. */
function lineEvent(thread: Thread, frame: Frame, trace: FrameTrace, monitors: CodeMonitors): void {
  const { code, pc } = frame;
  const line = code.lineAt(pc);
  const { last } = trace;
  // RESUME has its line from the definition and never counts as the line before.
  if (last >= monitors.first && code.lineAt(last) === line && code.ops[last] !== OP.RESUME) return;
  fireLine(thread, frame, monitors, pc, line);
}

/** Has the callback of the event moved the frame? Then its instruction is not run. */
function moves(frame: Frame, run: () => void): boolean {
  const { pc } = frame;
  run();
  return frame.pc !== pc;
}

/** END_FOR and END_SEND: the end of a generator, as the StopIteration that it stands for. */
function endOfDelegate(thread: Thread, frame: Frame, pc: number): void {
  const receiver = frame.peek(2);
  if (!(receiver instanceof PyGenerator) || (receiver.cls !== GENERATOR && receiver.cls !== COROUTINE)) return;
  fire(thread, frame, EVENT.STOP_ITERATION, pc, endOfGenerator(frame.peek(1)).exception);
}

/** The events of the instruction itself. */
function ownEvents(thread: Thread, frame: Frame, trace: FrameTrace, monitors: CodeMonitors, event: number): void {
  const { code, pc } = frame;
  const { monitoring } = thread.interpreter;
  const arg = code.args[pc];
  switch (event) {
    case EVENT.PY_START:
      fire(thread, frame, arg > 0 ? EVENT.PY_RESUME : EVENT.PY_START, pc);
      return;
    case EVENT.PY_RETURN:
      fire(thread, frame, event, pc, code.ops[pc] === OP.RETURN_CONST ? code.consts[arg] : frame.peek(1));
      return;
    case EVENT.PY_YIELD: {
      const { sp } = frame;
      fire(thread, frame, event, pc, frame.peek(1));
      // A callback may assign f_lineno, but the value is yielded in any case.
      frame.pc = pc;
      frame.sp = sp;
      return;
    }
    case EVENT.STOP_ITERATION:
      endOfDelegate(thread, frame, pc);
      return;
    case EVENT.JUMP:
    case EVENT.BRANCH:
      if (monitors.toolsAt(monitoring, event, pc) !== 0) trace.jumped = pc;
      return;
    default:
  }
}

function instruction(thread: Thread, frame: Frame): void {
  const trace = traceOf(frame);
  const monitors = monitorsOf(frame.code);
  const { monitoring } = thread.interpreter;
  for (;;) {
    const { pc, code } = frame;
    if (trace.jumped >= 0) {
      const from = trace.jumped;
      trace.jumped = -1;
      if (moves(frame, () => fire(thread, frame, EVENT_OF[code.ops[from]], from, pc * 2))) continue;
    }
    if (pc >= monitors.first) {
      if (monitors.starts[pc] === 1 && monitors.toolsAt(monitoring, EVENT.LINE, pc) !== 0) {
        if (moves(frame, () => lineEvent(thread, frame, trace, monitors))) continue;
      }
      trace.last = pc;
      const op = code.ops[pc];
      if (op !== OP.RESUME && op !== OP.END_FOR) fire(thread, frame, EVENT.INSTRUCTION, pc);
      const event = EVENT_OF[op];
      if (event >= 0 && moves(frame, () => ownEvents(thread, frame, trace, monitors, event))) continue;
    }
    return;
  }
}

/** C_RETURN or C_RAISE, when the called thing is done. */
class CallEnded implements Action {
  constructor(
    readonly pc: number,
    readonly callable: Value,
    readonly argument: Value,
  ) {}

  apply(thread: Thread, caller: Frame, value: Value): Result {
    if (thread.tracer !== null) fire(thread, caller, EVENT.C_RETURN, this.pc, this.callable, this.argument);
    return value;
  }

  recover(thread: Thread, caller: Frame, exception: PyBaseException): undefined {
    thread.pending = this.raised(thread, caller, exception);
    return undefined;
  }

  raised(thread: Thread, caller: Frame, exception: PyBaseException): PyBaseException {
    if (thread.tracer === null) return exception;
    return fireProtected(thread, caller, EVENT.C_RAISE, this.pc, exception, this.callable, this.argument);
  }
}

function call(thread: Thread, frame: Frame, callable: Value, argument: Value | undefined, run: () => Result): Result {
  const { monitoring } = thread.interpreter;
  const { pc, code } = frame;
  const isWatched = monitorsOf(code).toolsAt(monitoring, EVENT.CALL, pc) !== 0;
  if (isWatched) fire(thread, frame, EVENT.CALL, pc, callable, argument ?? MISSING);
  let target = callable;
  let first = argument ?? MISSING;
  if (callable instanceof PyMethod && code.ops[pc] === OP.CALL) {
    target = callable.func;
    first = callable.self;
  }
  const isPython =
    typeof target === "object" && (target.cls === FUNCTION || (target instanceof PyMethod && code.ops[pc] !== OP.CALL));
  if (!isWatched || isPython) return run();
  const ended = new CallEnded(pc, target, first);
  let result: Result;
  try {
    result = run();
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const exception = ended.raised(thread, frame, error.exception);
    if (exception === error.exception) throw error;
    throw new PyError(exception);
  }
  if (result === undefined && thread.frame === frame && thread.pending !== null) {
    thread.pending = ended.raised(thread, frame, thread.pending);
    return undefined;
  }
  return after(thread, frame, result, ended);
}

/** An event of an exception on its way: what a callback raises goes on instead. */
const ofException =
  (event: number) =>
  (thread: Thread, frame: Frame, index: number): void => {
    const exception = thread.pending as PyBaseException;
    thread.pending = fireProtected(thread, frame, event, index, exception, exception);
  };

const raised = ofException(EVENT.RAISE);
const reraised = ofException(EVENT.RERAISE);
const thrown = ofException(EVENT.PY_THROW);

export const WATCHER: Tracer = {
  instruction,
  call,
  raised: (thread, frame, index) => {
    traceOf(frame).jumped = -1;
    raised(thread, frame, index);
  },
  reraised: (thread, frame, index) => {
    // The handler continues the line of the first raise.
    traceOf(frame).last = frame.pc;
    reraised(thread, frame, index);
  },
  unwound: ofException(EVENT.PY_UNWIND),
  thrown: (thread, frame, index) => {
    traceOf(frame).last = frame.pc;
    thrown(thread, frame, index);
  },
  handled: (thread, frame, exception) => {
    traceOf(frame).jumped = -1;
    return fireProtected(thread, frame, EVENT.EXCEPTION_HANDLED, frame.pc, exception, exception);
  },
  stopped: (thread, frame, exception) => {
    const op = frame.code.ops[frame.pc];
    if (op !== OP.FOR_ITER && op !== OP.SEND) return;
    const told = fireProtected(thread, frame, EVENT.RAISE, frame.pc, exception, exception);
    if (told !== exception) throw new PyError(told);
  },
  generatorEnded: (thread, frame, value) => {
    const { pc } = frame;
    const { monitoring } = thread.interpreter;
    const monitors = monitorsOf(frame.code);
    const isBranch = monitors.toolsAt(monitoring, EVENT.BRANCH, pc) !== 0;
    if (isBranch && value === NONE) return;
    const exception = endOfGenerator(value).exception;
    // CPython runs a generator in the loop's own driver unless the loop itself is watched.
    if (isBranch) WATCHER.stopped(thread, frame, exception);
    else fire(thread, frame, EVENT.STOP_ITERATION, frame.code.args[pc], exception);
  },
};
