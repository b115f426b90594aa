/**
 * The recorder: watches a program from instruction to instruction (vm/step.ts) and writes down what changes.
 *
 * The method is recording, not execution anew: each state is restored from the changes, in either direction. What an
 * instruction can have changed is compared: the frame, the objects on its stack, its namespaces; everything that is followed
 * after a call of anything that is not recorded.
 * Limits, all in `Limits`, contents.ts and mirror.ts: so many instructions; code of the program's own files; 2,000 objects at a
 * time, 100 items of each; 500 characters of a text.
 */
import * as OP from "../../bytecode/generated/op.ts";
import type { PyBaseException } from "../../objects/kernel/payload.ts";
import { jsString } from "../../objects/kernel/payload.ts";
import type { PyCode } from "../../objects/types/code.ts";
import { InternalError } from "../../util/assert.ts";
import type { Frame } from "../../vm/frame.ts";
import type { Interpreter } from "../../vm/interpreter.ts";
import { monitorsOf } from "../../vm/monitoring/monitors.ts";
import { recording } from "../../vm/recording.ts";
import { POLL_RECORD, type Thread } from "../../vm/thread.ts";
import { ENTERED, LEAVING, LINE, Log, RAISED } from "./log.ts";
import { type MirrorFrame, Mirrors } from "./mirror.ts";
import { Recording } from "./recording.ts";

export interface Limits {
  /** As many instructions are recorded; then the program ends (RecordingFull). */
  readonly instructions: number;
  /** Is code of this file recorded? */
  accepts(file: string): boolean;
  /** How many characters the program has written. */
  written(): number;
}

/** The program is stopped here: there is no room for more. */
export class RecordingFull extends InternalError {}

export const INSTRUCTIONS = 200_000;

/** Instructions that can change nothing but their frame. */
const ONLY_FRAME =
  /^(LOAD_(FAST|CONST|NAME|GLOBAL|CLOSURE|DEREF|BUILD_CLASS|ASSERTION)|STORE_FAST|DELETE_FAST|PUSH|POP_TOP|COPY|SWAP|NOP|RESUME|JUMP|POP_JUMP|IS_OP|KW_NAMES|BUILD_(TUPLE|LIST|MAP|SET|SLICE|STRING|CONST_KEY_MAP)|MAKE_|COPY_FREE|EXTENDED_ARG|PUSH_EXC_INFO|POP_EXCEPT|CHECK_EXC_MATCH|RETURN_CONST|GET_LEN|END_FOR|UNPACK_SEQUENCE|CACHE)/;
/** Instructions that run functions which are not recorded, or may. */
const CALLS =
  /^(CALL|SEND|IMPORT|WITH_EXCEPT|BEFORE_|GET_(A?ITER|ANEXT|AWAITABLE)|END_ASYNC|FORMAT|DICT_|LIST_EXTEND|SET_UPDATE|CONTAINS|COMPARE)/;

const NOTHING = 0;
const NEARBY = 1;
const EVERYTHING = 2;
const EFFECTS = new Uint8Array(256).fill(NEARBY);
for (const [name, op] of Object.entries(OP)) {
  if (ONLY_FRAME.test(name)) EFFECTS[op] = NOTHING;
  else if (CALLS.test(name)) EFFECTS[op] = EVERYTHING;
}

const NO_FILE = "";

export class Recorder {
  private readonly log = new Log();
  private readonly mirrors = new Mirrors(this.log);
  /** The file of each code object; NO_FILE if it is not recorded. */
  private readonly files = new WeakMap<PyCode, string>();
  private last: MirrorFrame | undefined;
  private lastFrame: Frame | undefined;
  private lastOp = 0;
  private lastRaised: PyBaseException | undefined;
  /** Code ran that is not recorded. */
  private foreign = false;
  private isFull = false;

  constructor(
    private readonly interpreter: Interpreter,
    private readonly limits: Limits,
  ) {}

  start(): void {
    recording.recorder = this;
    this.interpreter.mainThread.poll |= POLL_RECORD;
  }

  /** The end of the program, or of the recording. */
  stop(): Recording {
    recording.recorder = null;
    this.interpreter.mainThread.poll &= ~POLL_RECORD;
    this.compareLast(EVERYTHING);
    const { chain } = this.mirrors.moment;
    if (!this.isFull) this.mirrors.setChain(chain.slice(0, 1));
    const outermost = this.mirrors.moment.chain[0];
    const lastRow = outermost?.lastRow ?? -1;
    const pc = lastRow < 0 ? 0 : this.log.pcs[lastRow];
    this.log.add(outermost?.id ?? 0, pc, this.mirrors.moment.chain.length, 0, this.limits.written(), -1);
    this.mirrors.release();
    return new Recording(this.log, this.mirrors.frames, this.mirrors.moment, this.isFull);
  }

  /** `frame` is about to execute the instruction at its pc. */
  instruction(thread: Thread, frame: Frame): void {
    const file = this.fileOf(frame.code);
    if (file === NO_FILE) {
      this.foreign = true;
      return;
    }
    const { log, mirrors } = this;
    if (log.length >= this.limits.instructions) {
      this.isFull = true;
      throw new RecordingFull("the recording is full");
    }
    const mirror = mirrors.frame(frame, file);
    this.compareLast(this.foreign ? EVERYTHING : EFFECTS[this.lastOp]);
    this.foreign = false;
    if (frame !== this.lastFrame) {
      mirrors.compareFrame(mirror, frame);
      mirrors.setChain(this.chainOf(frame));
    }
    mirrors.setHandling(thread.handling);
    mirrors.pruneIfDue();
    const { pc } = frame;
    const op = frame.code.ops[pc];
    const { chain } = mirrors.moment;
    const caller = chain.at(-2)?.lastRow ?? -1;
    const events = eventsOf(frame, op, mirror.lastRow < 0 ? -1 : log.pcs[mirror.lastRow]);
    mirror.lastRow = log.length;
    log.add(mirror.id, pc, chain.length, events, this.limits.written(), caller);
    this.last = mirror;
    this.lastFrame = frame;
    this.lastOp = op;
  }

  /** An exception is on its way through a frame. */
  raised(frame: Frame, exception: PyBaseException): void {
    if (exception === this.lastRaised || frame !== this.lastFrame || this.log.length === 0) return;
    this.lastRaised = exception;
    this.log.events[this.log.length - 1] |= RAISED;
  }

  /** What the instruction before has changed. */
  private compareLast(effects: number): void {
    const { last, lastFrame, mirrors } = this;
    if (last === undefined || lastFrame === undefined) return;
    // Its operands are on the stack that was known, its result on the one that is there now.
    if (effects === NEARBY) mirrors.compareNearby(last);
    mirrors.compareFrame(last, lastFrame);
    if (effects === EVERYTHING) mirrors.compareAll();
  }

  private chainOf(frame: Frame): MirrorFrame[] {
    const chain: MirrorFrame[] = [];
    for (let each: Frame | null = frame; each !== null; each = each.back) {
      const file = this.fileOf(each.code);
      if (file !== NO_FILE) chain.push(this.mirrors.frame(each, file));
    }
    return chain.reverse();
  }

  private fileOf(code: PyCode): string {
    let file = this.files.get(code);
    if (file === undefined) {
      const name = jsString(code.filename) ?? NO_FILE;
      file = this.limits.accepts(name) ? name : NO_FILE;
      this.files.set(code, file);
    }
    return file;
  }
}

/** A line begins as `sys.settrace` has it. */
function eventsOf({ code, pc }: Frame, op: number, previous: number): number {
  if (op === OP.RESUME) return ENTERED;
  const leaves = op === OP.RETURN_VALUE || op === OP.RETURN_CONST || op === OP.YIELD_VALUE;
  const line = code.lineAt(pc);
  const isNewLine =
    line > 0 &&
    monitorsOf(code).starts[pc] === 1 &&
    (previous < 0 || previous >= pc || code.lineAt(previous) !== line || code.ops[previous] === OP.RESUME);
  return (leaves ? LEAVING : 0) | (isNewLine ? LINE : 0);
}
