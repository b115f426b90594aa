/**
 * The frames of importlib that stand between an import statement and the code of the module (CPython: those of
 * Lib/importlib/_bootstrap.py), for whoever looks at the stack while quick-import.ts does their work.
 *
 * Trap: they never run. Their code has no exception table, so that an exception that passes through them (Ctrl-C is led
 * from frame to frame) finds no handler; what such a handler would do, `ended` does.
 */
import * as OP from "../bytecode/generated/op.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import type { Value } from "../objects/kernel/object.ts";
import type { PyBaseException } from "../objects/kernel/payload.ts";
import { PyStaticMethod } from "../objects/kernel/static-method.ts";
import { PyCode } from "../objects/types/code.ts";
import { PyFunction } from "../objects/types/function.ts";
import { bug } from "../util/assert.ts";
import { newFrame } from "../vm/calls.ts";
import { type Frame, type Slot, Then } from "../vm/frame.ts";
import type { Thread } from "../vm/thread.ts";
import { addTraceback } from "../vm/unwind.ts";
import type { Machinery } from "./machinery.ts";

/** A frame that waits for a call. */
interface Waiting {
  readonly func: PyFunction;
  readonly pc: number;
}

/** What the variables of importlib's functions hold, by their names. */
export type LoadingLocals = ReadonlyMap<string, Value>;

export class LoadingFrames {
  private readonly finding: readonly Waiting[];
  private readonly lastOfFinding: Waiting;
  private readonly ofSource: readonly Waiting[];
  private readonly ofFrozen: readonly Waiting[];

  constructor(machinery: Machinery) {
    const { bootstrap } = machinery;
    const executeSource = lookupInType(machinery.SourceFileLoader, "exec_module");
    const executeFrozen = lookupInType(machinery.FrozenImporter, "exec_module");
    this.finding = [
      waiting(bootstrap.get("_find_and_load"), "_find_and_load_unlocked"),
      waiting(bootstrap.get("_find_and_load_unlocked"), "_load_unlocked"),
      waiting(bootstrap.get("_load_unlocked"), "exec_module"),
    ];
    this.lastOfFinding = waiting(bootstrap.get("_load_unlocked"), "pop");
    this.ofSource = [
      waiting(executeSource, "_call_with_frames_removed"),
      waiting(bootstrap.get("_call_with_frames_removed"), undefined),
    ];
    this.ofFrozen = [waiting(executeFrozen instanceof PyStaticMethod ? executeFrozen.callable : undefined, "exec")];
  }

  /** Put them on top of the thread's frame; `ended` is called if they are unwound. */
  push(thread: Thread, isFrozen: boolean, locals: LoadingLocals, ended: () => undefined): Frame {
    let top = thread.frame;
    for (const row of [...this.finding, ...(isFrozen ? this.ofFrozen : this.ofSource)]) {
      const frame = frameOf(thread, row, locals, top);
      if (top === thread.frame) frame.then = new Then({ apply: () => bug("importlib went on"), recover: ended }, null);
      top = frame;
    }
    return top as Frame;
  }

  /** The traceback of an exception that importlib raises when it takes the module out of `sys.modules`. */
  blame(thread: Thread, exception: PyBaseException, locals: LoadingLocals): void {
    const frames: Frame[] = [];
    let top = thread.frame;
    for (const row of [...this.finding.slice(0, -1), this.lastOfFinding]) {
      top = frameOf(thread, row, locals, top);
      frames.push(top);
    }
    for (const frame of frames.reverse()) addTraceback(frame, exception, frame.pc);
  }
}

/** A frame of `row` on top of `back`. */
function frameOf(thread: Thread, { func, pc }: Waiting, locals: LoadingLocals, back: Frame | null): Frame {
  const { code } = func;
  const stack: Slot[] = new Array(code.nlocalsplus + code.stacksize);
  for (let i = 0; i < code.nlocalsplus; i++) stack[i] = locals.get(code.localsplusnames[i]);
  const frame = newFrame(thread, func, stack, back, null);
  frame.pc = pc;
  return frame;
}

/** The function at the call behind the place where it names `called`; at its last one if undefined. */
function waiting(value: Value | undefined, called: string | undefined): Waiting {
  if (!(value instanceof PyFunction)) return bug("importlib is incomplete");
  const code = withoutHandlers(value.code);
  code.decode();
  const { ops, args, names } = code;
  let isNamed = false;
  let pc = -1;
  for (let i = 0; i < ops.length; i++) {
    if (ops[i] === OP.LOAD_GLOBAL || ops[i] === OP.LOAD_ATTR) {
      if (names[args[i] >> 1] === called) isNamed = true;
    } else if (ops[i] === OP.CALL || ops[i] === OP.CALL_FUNCTION_EX) {
      if (called !== undefined && !isNamed) continue;
      pc = i;
      if (isNamed) break;
    }
  }
  if (pc < 0) bug(`importlib does not call ${called}`);
  return { func: new PyFunction(code, value.globals, value.builtins, value.closure), pc };
}

function withoutHandlers({ blob }: PyCode): PyCode {
  return new PyCode(blob.with({ co_exceptiontable: new Uint8Array(0) }));
}
