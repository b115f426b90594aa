/**
 * What framed units call to have an instruction run by its body in vm/, and where their frame ends or is suspended.
 *
 * Invariant: before each of these all that the unit knows is in its frame. What runs above it (`runAbove`) is finished
 * when 0 comes back; after anything else the unit gives that back to the driver, which goes on wherever it is then.
 */
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS } from "../bytecode/opcode-properties.ts";
import { ASYNC_GENERATOR, GENERATOR } from "../objects/kernel/core-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { BODIES } from "../vm/bodies.ts";
import { returnFrom } from "../vm/deliver.ts";
import { runAbove } from "../vm/drive.ts";
import { resumeForLoop, resumeForSend, returnPlainly, yieldPlainly } from "../vm/fast-ends.ts";
import type { Frame } from "../vm/frame.ts";
import { yieldFrom } from "../vm/generators.ts";
import { JUMP, NEXT, type Outcome, SWITCH } from "../vm/outcome.ts";
import type { Thread } from "../vm/thread.ts";
import { PyGenerator } from "../vm/types/generator-object.ts";
import { attach } from "./landing.ts";

/** Run an instruction by its body. 0: it is done, its values are on the frame's stack. */
function run(thread: Thread, frame: Frame, pc: number, sp: number): Outcome {
  frame.pc = pc;
  frame.sp = sp;
  const { ops, args } = frame.code;
  const outcome = BODIES[ops[pc]](thread, frame, args[pc]);
  if (outcome === SWITCH) return runAbove(thread, frame);
  if (outcome !== NEXT || thread.poll === 0) return outcome;
  frame.pc = pc + 1 + CACHE_COUNTS[ops[pc]];
  return JUMP;
}

/** FOR_ITER has come to the end of its iterator. */
export const ENDED = 6;

function nextByBody(thread: Thread, frame: Frame, pc: number, sp: number): Outcome | typeof ENDED {
  const iterator = frame.stack[sp - 1];
  frame.pc = pc;
  frame.sp = sp;
  const isResumed = iterator instanceof PyGenerator && iterator.cls === GENERATOR;
  const outcome =
    isResumed && resumeForLoop(thread, frame, iterator) ? runAbove(thread, frame) : run(thread, frame, pc, sp);
  if (outcome !== JUMP && outcome !== SWITCH) return outcome;
  const isEnd = thread.frame === frame && frame.pc === frame.code.args[pc] + 1;
  return isEnd && thread.poll === 0 && thread.pending === null ? ENDED : outcome;
}

/** A function called at `pc` has landed, in a framed unit: finish the call, whose value is on the frame's stack then. */
function finishCall(thread: Thread, frame: Frame, pc: number, sp: number): Outcome {
  frame.pc = pc;
  frame.sp = sp;
  const outcome = attach(thread, frame);
  return thread.frame === frame ? outcome : runAbove(thread, frame);
}

/** RETURN_VALUE (or RETURN_CONST) of a framed unit. */
function returned(thread: Thread, frame: Frame, pc: number, value: Value): Outcome {
  frame.pc = pc;
  frame.sp = frame.code.nlocalsplus;
  if (thread.poll !== 0) {
    if (frame.code.ops[pc] === OP.RETURN_VALUE) frame.push(value);
    return JUMP;
  }
  return returnPlainly(thread, frame, value) ? SWITCH : returnFrom(thread, frame, value);
}

/** YIELD_VALUE of a framed unit, whose stack is stored without the value. */
function yielded(thread: Thread, frame: Frame, pc: number, sp: number, value: Value): Outcome {
  frame.pc = pc;
  frame.sp = sp;
  if (thread.poll !== 0) {
    frame.push(value);
    return JUMP;
  }
  return yieldPlainly(thread, frame, value) ? SWITCH : yieldFrom(thread, frame, value);
}

/** SEND: its value is on the stack; ENDED if what it was sent to has ended with it. */
function sendByBody(thread: Thread, frame: Frame, pc: number, sp: number): Outcome | typeof ENDED {
  const receiver = frame.stack[sp - 2];
  frame.pc = pc;
  frame.sp = sp - 1;
  const isResumed = receiver instanceof PyGenerator && receiver.cls !== ASYNC_GENERATOR;
  const outcome =
    isResumed && resumeForSend(thread, frame, receiver, frame.stack[sp - 1] as Value)
      ? runAbove(thread, frame)
      : run(thread, frame, pc, sp);
  if (outcome !== JUMP && outcome !== SWITCH) return outcome;
  const isEnd = thread.frame === frame && frame.pc === frame.code.args[pc];
  return isEnd && thread.poll === 0 && thread.pending === null ? ENDED : outcome;
}

export const RUNNING = { run, nextByBody, sendByBody, finishCall, returned, yielded };
