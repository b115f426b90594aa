/**
 * The exact stepper: one instruction body after the other, with the tracer called before each. It runs
 * while POLL_TRACE is set; the fast driver and it take over from one another between any two instructions.
 */

import { CACHE_COUNTS } from "../bytecode/opcodes.ts";
import type { Value } from "../objects/kernel/object.ts";
import { BODIES } from "./bodies.ts";
import type { Frame } from "./frame.ts";
import { LEAVE, NEXT, RAISE, RERAISE } from "./outcome.ts";
import { POLL_TRACE, type Thread } from "./thread.ts";
import { unwind } from "./unwind.ts";

/** As `execute` in loop.ts: the driver's value, or undefined. */
export function step(thread: Thread): Value | undefined {
  if (thread.pending !== null && unwind(thread, false) === LEAVE) return undefined;
  while ((thread.poll & POLL_TRACE) !== 0) {
    const frame = thread.frame as Frame;
    thread.tracer?.instruction(thread, frame);
    const { ops, args } = frame.code;
    const op = ops[frame.pc];
    switch (BODIES[op](thread, frame, args[frame.pc])) {
      case NEXT:
        frame.pc += 1 + CACHE_COUNTS[op];
        break;
      case LEAVE:
        return thread.result;
      case RAISE:
        if (unwind(thread, false) === LEAVE) return undefined;
        break;
      case RERAISE:
        if (unwind(thread, true) === LEAVE) return undefined;
        break;
      default:
    }
  }
  return undefined;
}
