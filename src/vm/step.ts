/**
 * The exact stepper: one instruction body after the other, with the recorder and the tracer called before each. It runs while
 * POLL_TRACE, POLL_WATCH or POLL_RECORD is set; the fast driver and it take over from one another between any two
 * instructions.
 */

import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS } from "../bytecode/opcode-properties.ts";
import type { Value } from "../objects/kernel/object.ts";
import { BODIES } from "./bodies.ts";
import type { Frame } from "./frame.ts";
import { checkIfDue, watched } from "./heap/lifetimes.ts";
import { LEAVE, NEXT, RAISE, RERAISE } from "./outcome.ts";
import { recording } from "./recording.ts";
import { POLL_RECORD, POLL_STEP, POLL_WATCH, type Thread } from "./thread.ts";
import { unwind } from "./unwind.ts";

/** Instructions that drop no reference, or only one to what they push. */
const KEEPS =
  /^(?!LOAD_ATTR|LOAD_SUPER_ATTR)(LOAD|COPY|SWAP|PUSH|JUMP|POP_JUMP|KW_NAMES|MAKE|NOP|RESUME|BUILD|GET|RETURN_GENERATOR)/;
const DROPS = new Uint8Array(256);
for (const [name, op] of Object.entries(OP)) DROPS[op] = KEEPS.test(name) ? 0 : 1;

/** As `execute` in loop.ts: the driver's value, or undefined. */
export function step(thread: Thread): Value | undefined {
  if (thread.pending !== null && unwind(thread, false) === LEAVE) return undefined;
  while ((thread.poll & POLL_STEP) !== 0) {
    if ((thread.poll & POLL_WATCH) !== 0) checkIfDue(thread);
    const frame = thread.frame as Frame;
    if ((thread.poll & POLL_RECORD) !== 0) recording.recorder?.instruction(thread, frame);
    thread.tracer?.instruction(thread, frame);
    const { ops, args } = frame.code;
    const op = ops[frame.pc];
    if ((thread.poll & POLL_WATCH) !== 0) watched(DROPS[op] === 1);
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
