/** "coroutine '...' was never awaited", where that is plain to see: the call's result is dropped at once. */
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS } from "../bytecode/opcodes.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { jsString, strFromJs } from "../objects/kernel/payload.ts";
import { PyError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import type { Frame } from "./frame.ts";
import type { Thread } from "./thread.ts";
import { CREATED, type PyGenerator } from "./types/generator-object.ts";

/** POP_TOP dropped the coroutine made last: warn if the CALL before it made it and nothing ran it. */
export function warnIfNeverAwaited(thread: Thread, frame: Frame): void {
  const coroutine = thread.lastCoroutine as PyGenerator;
  thread.lastCoroutine = null;
  const call = frame.pc - 1 - CACHE_COUNTS[OP.CALL];
  if (coroutine.state !== CREATED || frame.code.ops[call] !== OP.CALL) return;
  const name = jsString(coroutine.qualname) as string;
  try {
    hooks.warn(EXCEPTIONS.RuntimeWarning, strFromJs(`coroutine '${name}' was never awaited`), 1);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    hooks.unraisable(error.exception, undefined, coroutine);
  }
}
