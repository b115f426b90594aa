/** Instructions that only move values, and those that only mark (CPython Python/bytecodes.c). */
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { systemError } from "../../objects/kernel/raise.ts";
import { settle } from "../deliver.ts";
import { dropped } from "../dropped.ts";
import { NEXT } from "../outcome.ts";
import { PyGenerator } from "../types/generator-object.ts";
import type { OpBody } from "./body.ts";

const nothing: OpBody = () => NEXT;

const unknown: OpBody = () => {
  throw systemError("unknown opcode");
};

export const STACK = {
  CACHE: unknown,
  RESERVED: unknown,
  INTERPRETER_EXIT: unknown,
  NOP: nothing,
  EXTENDED_ARG: nothing,
  POP_TOP: (thread, frame) => {
    const value = frame.pop();
    return value instanceof PyGenerator ? settle(frame, dropped(thread, frame, value)) : NEXT;
  },
  PUSH_NULL: (_thread, frame) => {
    frame.push(null);
    return NEXT;
  },
  END_FOR: (_thread, frame) => {
    frame.sp -= 2;
    return NEXT;
  },
  END_SEND: (_thread, frame) => {
    const value = frame.pop();
    frame.top = value;
    return NEXT;
  },
  COPY: (_thread, frame, arg) => {
    frame.push(frame.peek(arg));
    return NEXT;
  },
  SWAP: (_thread, frame, arg) => {
    const { stack, sp } = frame;
    const top = stack[sp - 1];
    stack[sp - 1] = stack[sp - arg];
    stack[sp - arg] = top;
    return NEXT;
  },
  LOAD_CONST: (_thread, frame, arg) => {
    frame.push(frame.code.consts[arg]);
    return NEXT;
  },
  LOAD_ASSERTION_ERROR: (_thread, frame) => {
    frame.push(EXCEPTIONS.AssertionError);
    return NEXT;
  },
} satisfies Record<string, OpBody>;
