/** What the body of an instruction is. Bodies may throw PyError; `frame.pc` is the instruction's own index. */
import type { Frame } from "../frame.ts";
import type { Outcome } from "../outcome.ts";
import type { Thread } from "../thread.ts";

export type OpBody = (thread: Thread, frame: Frame, arg: number) => Outcome;
