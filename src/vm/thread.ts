/**
 * Thread: the state of one line of execution (CPython PyThreadState).
 *
 * The whole of it is the chain `frame.back...` and the stack of handled exceptions: a thread that is not
 * inside a builtin can be stopped and resumed anywhere.
 */
import type { PyType, Value } from "../objects/kernel/object.ts";
import type { PyBaseException } from "../objects/kernel/payload.ts";
import type { PyError } from "../objects/kernel/raise.ts";
import type { KeywordNames } from "../objects/kernel/slots.ts";
import { bug } from "../util/assert.ts";
import type { Frame } from "./frame.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Outcome, Result } from "./outcome.ts";
import type { Parked, Reply } from "./scheduler/parking.ts";

/** The exception being handled in one stack of frames: a thread's, or a generator's own. */
export class HandledException {
  exception: PyBaseException | null = null;
  previous: HandledException | null;
  constructor(previous: HandledException | null) {
    this.previous = previous;
  }
}

/** Why `thread.poll` is set. */
export const POLL_TRACE = 1;
export const POLL_SIGNAL = 2;
export const POLL_SWITCH = 4;
export const POLL_METER = 8;
/** Objects are watched whose end a program can see (heap/lifetimes.ts). */
export const POLL_WATCH = 16;
/** A run is recorded (recording.ts). */
export const POLL_RECORD = 32;
/** The stepper runs while one of these is set. */
export const POLL_STEP = POLL_TRACE | POLL_WATCH | POLL_RECORD;

/** Who watches a thread while it is stepped; see monitoring/watcher.ts. Each of these may run Python code. */
export interface Tracer {
  /** Before each instruction; it may move `frame.pc`. */
  instruction(thread: Thread, frame: Frame): void;
  /** Run a call of the current instruction, with its events. */
  call(thread: Thread, frame: Frame, callable: Value, argument: Value | undefined, run: () => Result): Result;
  /** Of `thread.pending`, at the instruction `index`; they may put another exception in its place. */
  raised(thread: Thread, frame: Frame, index: number): void;
  reraised(thread: Thread, frame: Frame, index: number): void;
  unwound(thread: Thread, frame: Frame, index: number): void;
  thrown(thread: Thread, frame: Frame, index: number): void;
  /** `frame.pc` is the handler of `exception`; gives what is to be handled instead if a callback raised. */
  handled(thread: Thread, frame: Frame, exception: PyBaseException): PyBaseException;
  /** An iterator has ended by raising. */
  stopped(thread: Thread, frame: Frame, exception: PyBaseException): void;
  /** The generator of a `for` has returned. */
  generatorEnded(thread: Thread, frame: Frame, value: Value): void;
}

/**
 * What a driver is to run whose thread has left the JavaScript stack above it: whoever is on top of the stack can go on
 * with that. At its end only the driver can go on.
 */
export class Segment {
  outcome: { readonly value: Value } | { readonly error: PyError } | undefined = undefined;
  constructor(readonly entry: Frame) {}
}

/** The scheduler installs itself here. */
export const scheduling = {
  /** The thread has stopped in a driver that was to run `entry` to its end: see to it that it is. */
  settle: (_thread: Thread, _entry: Frame): Value => bug("a thread was stopped without a scheduler"),
};

export class Thread {
  /** The current frame; null outside Python code. */
  frame: Frame | null = null;
  /** The exception on its way. */
  pending: PyBaseException | null = null;
  /** The value with which the driver is left. */
  result: Value | undefined = undefined;
  handled = new HandledException(null);
  /** The names of KW_NAMES, taken by the CALL that follows. */
  kwnames: KeywordNames = undefined;
  /** For RERAISE: the instruction that raised first. */
  reraisePc = 0;
  /** One word that says there is something to look at, checked at calls and loops. */
  poll = 0;
  /** What is run when `poll` is set for other reasons than tracing. */
  onPoll: (thread: Thread, frame: Frame) => Outcome | undefined = () => undefined;
  recursionLimit = 1000;
  /** The nesting at which compiled code moves from the JavaScript stack to frames; never more than `recursionLimit`. */
  nativeLimit = 0;
  /** The builtin that wants the items of a generator, if one is driven for it, and the generator's frame. */
  collector: { readonly frame: Frame; readonly take: (item: Value) => boolean } | null = null;
  /** Drivers that compiled code has started for what it called. */
  nesting = 0;
  /** The outermost frame that compiled code has made while it landed: its `back` is where that was entered. */
  landed: Frame | null = null;
  traceFunction: Value | null = null;
  profileFunction: Value | null = null;
  /** Set while something is watched and no callback runs. */
  tracer: Tracer | null = null;
  /** As `tracer`, and while callbacks run too. */
  watched: Tracer | null = null;
  /** How many callbacks run. */
  isWatching = 0;
  /** The event whose callback runs (monitoring/events.ts), or -1. */
  watchedEvent = -1;
  asyncGenFirstIter: Value | null = null;
  asyncGenFinalizer: Value | null = null;
  coroutineOriginDepth = 0;
  /** The context of its variables (contextvars.Context); null until somebody asks. */
  context: Value | null = null;
  /** The frame that a thread began with; null in the main thread, and before the beginning. */
  base: Frame | null = null;
  /** What it begins with: held until its first frame has it. */
  held: readonly Value[] = [];
  /** Waiting, and on no JavaScript stack. */
  parked: Parked | null = null;
  /** The frame for which a builtin runs that may be left while it waits. */
  attempting: Frame | null = null;
  /** May it leave the JavaScript stack? The main thread need not while it is alone. */
  mayLeave = false;
  /** The innermost driver is to be left, with the frames above it on the heap. */
  isStopping = false;
  /** It runs, or waits in a builtin that cannot be left. Of no meaning in the main thread before it has left the stack. */
  isOnStack = false;
  /** What its innermost driver waits for, if that was left. */
  segment: Segment | null = null;
  /** What came of the call for which a builtin was left and is now called again. */
  reply: Reply | null = null;
  /** When the wait ends for which a builtin was left and is now called again. */
  deadline: number | undefined = undefined;
  /** What its wait throws when the builtin that was left is called again. */
  failure: unknown = null;

  constructor(
    readonly interpreter: Interpreter,
    readonly ident: number,
    /** Run `entry` (already current) to its end; throws what it raises. */
    readonly drive: (thread: Thread, entry: Frame) => Value,
  ) {}

  /** The innermost exception being handled, or null. */
  get handling(): PyBaseException | null {
    let info: HandledException | null = this.handled;
    while (info !== null && info.exception === null) info = info.previous;
    return info === null ? null : info.exception;
  }
}

/** The thread that runs. */
export const current: { thread: Thread } = { thread: undefined as unknown as Thread };

/** Types that Python code makes with syntax but that live in a native module (`_typing`); see intrinsics. */
export interface TypingHooks {
  typeVar(name: Value, bound: Value | undefined, constraints: Value | undefined): Value;
  paramSpec(name: Value): Value;
  typeVarTuple(name: Value): Value;
  typeAlias(name: Value, parameters: Value, compute: Value): Value;
  genericOf(parameters: Value): Value;
  generic: PyType;
}

/** `_typing` installs the hooks when it is loaded, which `load` sees to. */
export const typing: { hooks: TypingHooks | undefined; load: () => void } = {
  hooks: undefined,
  load: () => undefined,
};
