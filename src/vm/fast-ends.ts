/**
 * The ends of a frame that need no looking about: it returns to a Python caller that pushes the value, or it is a
 * generator that a `for` or a `yield from` resumed and that yields or returns; and that resumption. The driver has these cases in front of its
 * bodies, and compiled code has them too.
 *
 * Trap: `frame.pc` and `frame.sp` of a generator that yields must have been stored by the caller.
 */
import { CACHE_COUNTS } from "../bytecode/opcode-properties.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { Initialized } from "./calls.ts";
import { finishGenerator } from "./deliver.ts";
import { type Frame, Then } from "./frame.ts";
import { activate, SEND_SINK } from "./generators.ts";
import { FOR_GENERATOR_SINK } from "./ops/flow.ts";
import type { HandledException, Thread } from "./thread.ts";
import { CREATED, type PyGenerator, SUSPENDED } from "./types/generator-object.ts";

/** A generator resumed by FOR_ITER, and by nothing else. */
const FOR_THEN = new Then(FOR_GENERATOR_SINK, null);
/** The same by SEND. */
const SEND_THEN = new Then(SEND_SINK, null);

/** FOR_ITER, the iterator on top of the stack: the generator goes on as the current frame; false if it cannot. */
export const resumeForLoop = (thread: Thread, frame: Frame, generator: PyGenerator): boolean =>
  resumePlainly(thread, frame, generator, NONE, FOR_THEN);

/** SEND, the receiver on top of the stack and the value gone. */
export const resumeForSend = (thread: Thread, frame: Frame, generator: PyGenerator, value: Value): boolean =>
  resumePlainly(thread, frame, generator, value, SEND_THEN);

function resumePlainly(thread: Thread, frame: Frame, generator: PyGenerator, value: Value, then: Then): boolean {
  const canRun = generator.state === SUSPENDED || (generator.state === CREATED && value === NONE);
  if (!canRun || frame.depth >= thread.recursionLimit) return false;
  const own = activate(thread, frame, generator, then);
  own.stack[own.sp++] = value;
  own.pc++;
  return true;
}

/** Give `value` to the caller, which is current then; false if it is not as simple as that. */
export function returnPlainly(thread: Thread, frame: Frame, value: Value): boolean {
  const caller = frame.back;
  if (caller === null || frame.entry) return false;
  const { then } = frame;
  if (frame.generator !== null) return endPlainly(thread, frame.generator, then, caller, value);
  let result = value;
  if (then !== null) {
    if (!(then.action instanceof Initialized) || then.next !== null || value !== NONE) return false;
    result = then.action.instance;
  }
  caller.stack[caller.sp++] = result;
  caller.pc += 1 + CACHE_COUNTS[caller.code.ops[caller.pc]];
  thread.frame = caller;
  return true;
}

/** The generator returns to the FOR_ITER or SEND that resumed it, which jumps. */
function endPlainly(thread: Thread, generator: PyGenerator, then: Then | null, caller: Frame, value: Value): boolean {
  if ((then !== FOR_THEN && then !== SEND_THEN) || thread.tracer !== null) return false;
  finishGenerator(thread, generator);
  const target = caller.code.args[caller.pc];
  if (then === FOR_THEN) {
    caller.sp--;
    caller.pc = target + 1;
  } else {
    caller.stack[caller.sp++] = value;
    caller.pc = target;
  }
  thread.frame = caller;
  return true;
}

/** Suspend the generator and give `value` to the FOR_ITER or SEND that resumed it; false if something else did. */
export function yieldPlainly(thread: Thread, frame: Frame, value: Value): boolean {
  if ((frame.then !== FOR_THEN && frame.then !== SEND_THEN) || frame.entry) return false;
  const generator = frame.generator as PyGenerator;
  const caller = frame.back as Frame;
  generator.state = SUSPENDED;
  thread.handled = generator.handled.previous as HandledException;
  generator.handled.previous = null;
  frame.back = null;
  frame.then = null;
  caller.stack[caller.sp++] = value;
  caller.pc += 2;
  thread.frame = caller;
  return true;
}
