/** Where a recorder of runs hooks into the stepper (embed/recording): it is told each instruction of every thread. */
import type { PyBaseException } from "../objects/kernel/payload.ts";
import type { Frame } from "./frame.ts";
import type { Thread } from "./thread.ts";

export interface RunRecorder {
  /** `frame` is about to execute the instruction at its pc. */
  instruction(thread: Thread, frame: Frame): void;
  /** An exception has been raised in a frame, or has come to it. */
  raised(frame: Frame, exception: PyBaseException): void;
}

/** POLL_RECORD is set in every thread while there is one. */
export const recording: { recorder: RunRecorder | null } = { recorder: null };
