/**
 * The events of PEP 669 and which instruction each belongs to (CPython Python/instrumentation.c, Include/cpython/code.h).
 * An event's number is its bit in an event set.
 */
import * as OP from "../../bytecode/generated/op.ts";

/** In CPython's order: those that can be switched off at one instruction, the others, those that go with CALL. */
export const EVENT_NAMES = [
  "PY_START",
  "PY_RESUME",
  "PY_RETURN",
  "PY_YIELD",
  "CALL",
  "LINE",
  "INSTRUCTION",
  "JUMP",
  "BRANCH",
  "STOP_ITERATION",
  "RAISE",
  "EXCEPTION_HANDLED",
  "PY_UNWIND",
  "PY_THROW",
  "RERAISE",
  "C_RETURN",
  "C_RAISE",
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

const numbers: Partial<Record<EventName, number>> = {};
EVENT_NAMES.forEach((name, number) => {
  numbers[name] = number;
});
export const EVENT = numbers as Readonly<Record<EventName, number>>;

/** Events below this belong to an instruction and can be disabled there. */
export const INSTRUMENTED_EVENTS = EVENT.RAISE;
/** Events below this have tools of their own; C_RETURN and C_RAISE have those of CALL. */
export const UNGROUPED_EVENTS = EVENT.C_RETURN;

/** Tools of `sys.setprofile` and `sys.settrace`, behind the six of programs. A higher tool is called first. */
export const TOOL_COUNT = 6;
export const PROFILE_TOOL = 6;
export const TRACE_TOOL = 7;

/** The event of an instruction besides LINE and INSTRUCTION, or -1. RESUME has two, by its argument. */
export const EVENT_OF = new Int8Array(256).fill(-1);
for (const op of [OP.RETURN_VALUE, OP.RETURN_CONST]) EVENT_OF[op] = EVENT.PY_RETURN;
for (const op of [OP.CALL, OP.CALL_FUNCTION_EX, OP.LOAD_SUPER_ATTR]) EVENT_OF[op] = EVENT.CALL;
for (const op of [OP.JUMP_FORWARD, OP.JUMP_BACKWARD]) EVENT_OF[op] = EVENT.JUMP;
for (const op of [
  OP.POP_JUMP_IF_FALSE,
  OP.POP_JUMP_IF_TRUE,
  OP.POP_JUMP_IF_NONE,
  OP.POP_JUMP_IF_NOT_NONE,
  OP.FOR_ITER,
]) {
  EVENT_OF[op] = EVENT.BRANCH;
}
for (const op of [OP.END_FOR, OP.END_SEND]) EVENT_OF[op] = EVENT.STOP_ITERATION;
EVENT_OF[OP.YIELD_VALUE] = EVENT.PY_YIELD;
EVENT_OF[OP.RESUME] = EVENT.PY_START;
