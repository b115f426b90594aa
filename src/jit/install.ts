/**
 * When to compile, and when to stop trying: the policy behind `vm/tiering.ts`.
 *
 * Code that is left by a failed guard too often is compiled again with what tier 0 has seen meanwhile; after some
 * generations without trusting that, and in the end not at all.
 */

import { CO_OPTIMIZED } from "../bytecode/code.ts";
import * as OP from "../bytecode/generated/op.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { PyFunction } from "../objects/types/function.ts";
import type { Frame, Slot } from "../vm/frame.ts";
import type { Outcome } from "../vm/outcome.ts";
import type { Thread } from "../vm/thread.ts";
import { ABSENT, type Tiering, tiering } from "../vm/tiering.ts";
import { type Compiled, compileDirect, compileFramed, type Framed, kindOf } from "./compile.ts";
import { Entry, entries, isDirect, landing } from "./entries.ts";
import type { JitEvent } from "./events.ts";
import type { Exit } from "./landing.ts";
import { isMakerCode } from "./makers.ts";
import type { Kind } from "./state.ts";
import { Refusal } from "./unit.ts";

export interface Options {
  readonly threshold: number;
  /** Leave compiled code at every exit, when it is first reached. */
  readonly stress: boolean;
  /** Told what was compiled, and why something was not. */
  readonly tell: ((event: JitEvent) => void) | undefined;
  /** The texts say which instruction each part belongs to. */
  readonly marks: boolean;
}

/** Generations in which small functions are written into their callers: what fails in there fails for the caller. */
const INLINING_GENERATIONS = 3;
/** Failed guards after which code is compiled anew, and generations after which nothing is assumed, and nothing tried. */
const MOST_FAILURES = 12;
const MOST_LANDINGS = 50;
const SPECULATIVE_GENERATIONS = 5;
const MOST_GENERATIONS = 7;
/** Entries that were refused, for what the variables hold, before it is compiled anew. */
const MOST_REFUSALS = 3;
/** Frames that may lie on the JavaScript stack one above the other. */
const NATIVE_DEPTH = 120;
/** The heat of code that cannot be compiled, and how much colder code is made whose loop is not worth it. */
const FROZEN = -(2 ** 30);
const COOLER = 1000;

/** A place where a frame of tier 0 is taken over: a loop, or a RESUME. */
class Loop {
  compiled: Compiled<Framed> | undefined = undefined;
  kinds: Kind[] | undefined = undefined;
  generation = 0;
  failures = 0;
  refused = 0;
  isHopeless = false;
}

class CodeTier {
  entry: Entry | undefined = undefined;
  /** By the instruction that they begin with. */
  readonly loops: (Loop | undefined)[];

  constructor(code: PyCode) {
    this.loops = new Array((code.blob.co_code.length >> 1) + 1).fill(undefined);
  }

  loopAt(pc: number): Loop {
    let loop = this.loops[pc];
    if (loop === undefined) {
      loop = new Loop();
      this.loops[pc] = loop;
    }
    return loop;
  }
}

function tierOf(code: PyCode): CodeTier {
  code.tier ??= new CodeTier(code);
  return code.tier as CodeTier;
}

/** What was always the same stays known. */
function mergeKinds(old: readonly Kind[] | undefined, values: readonly Slot[]): Kind[] {
  // Not map(): a frame's stack may have holes.
  return Array.from(values, (value, i) => {
    const kind = kindOf(value);
    return old === undefined || old[i] === kind ? kind : "any";
  });
}

/** Is the exit one that says nothing against the code? Callers land because of what they have called. */
function isHarmless(exit: Exit): boolean {
  if (!exit.waiting) landing.isForeseen = exit.isExpected;
  return landing.isForeseen;
}

function startCompiler(options: Options): Pick<Tiering, "enter" | "call"> {
  const { tell, stress, marks } = options;
  const refuse = (code: PyCode, at: number | undefined, error: unknown): string => {
    if (!(error instanceof Refusal) && !(error instanceof Error)) throw error;
    if (error instanceof EvalError) tiering.threshold = Number.POSITIVE_INFINITY;
    tell?.({
      kind: "refused",
      code,
      at,
      reason: (error instanceof Refusal ? undefined : error.stack) ?? error.message,
    });
    return error.message;
  };

  const compileEntry = (entry: Entry, args: readonly Slot[]): boolean => {
    const { code } = entry;
    if (entry.generation >= SPECULATIVE_GENERATIONS) {
      entry.isHopeless = true;
      code.compiled = undefined;
      tell?.({ kind: "given up", code, at: undefined });
      return false;
    }
    entry.generation++;
    entry.failures = 0;
    entry.landings = 0;
    entry.kinds = mergeKinds(entry.kinds, args.slice(0, code.parameters));
    const watcher = {
      left: (exit: Exit): void => {
        if (stress || isHarmless(exit)) return;
        tell?.({ kind: "left", code, at: undefined, pc: exit.pc, condition: exit.condition });
        if (exit.waiting ? ++entry.landings < MOST_LANDINGS : ++entry.failures < MOST_FAILURES) return;
        // What does not get better by what is seen meanwhile is better done in a frame.
        if (exit.needsFrame || entry.leftAt.has(exit.pc)) entry.generation = SPECULATIVE_GENERATIONS;
        entry.leftAt.add(exit.pc);
        tell?.({ kind: "dropped", code, at: undefined, pc: exit.pc });
        entry.run = entry.stub;
        code.compiled = undefined;
      },
    };
    try {
      const { globals, builtins } = entry;
      const inlines = entry.generation <= INLINING_GENERATIONS;
      const assume = { globals, builtins, speculate: true, inlines, stress, marks };
      const { run, text, constants } = compileDirect(code, entry.kinds, assume, watcher);
      entry.run = run;
      code.compiled = entry;
      tell?.({ kind: "compiled", code, at: undefined, text, constants });
      return true;
    } catch (error) {
      entry.reason = refuse(code, undefined, error);
      entry.isHopeless = true;
      return false;
    }
  };

  const makeEntry = (func: PyFunction): Entry | undefined => {
    const { code } = func;
    if (!isDirect(code) && !isMakerCode(code)) return undefined;
    const tier = tierOf(code);
    if (tier.entry === undefined) {
      tier.entry = new Entry(code, func.globals, func.builtins, compileEntry);
      if (tier.entry.isMaker) code.compiled = tier.entry;
    }
    return tier.entry;
  };
  entries.make = makeEntry;

  const compileLoop = (frame: Frame, loop: Loop): void => {
    const { code, pc, sp, func } = frame;
    if (loop.generation >= MOST_GENERATIONS) {
      loop.isHopeless = true;
      tell?.({ kind: "given up", code, at: pc });
      return;
    }
    loop.generation++;
    loop.failures = 0;
    loop.refused = 0;
    loop.kinds = mergeKinds(loop.kinds?.length === sp ? loop.kinds : undefined, frame.stack.slice(0, sp));
    const watcher = {
      left: (exit: Exit): void => {
        if (stress || exit.isExpected) return;
        tell?.({ kind: "left", code, at: pc, pc: exit.pc, condition: exit.condition });
        if (++loop.failures < MOST_FAILURES) return;
        loop.compiled = undefined;
        tell?.({ kind: "dropped", code, at: pc, pc: exit.pc });
      },
    };
    try {
      const assume = {
        globals: func.globals,
        builtins: func.builtins,
        speculate: loop.generation <= SPECULATIVE_GENERATIONS,
        inlines: loop.generation <= INLINING_GENERATIONS,
        stress,
        marks,
      };
      loop.compiled = compileFramed(code, pc, loop.kinds, assume, watcher);
      const { text, constants } = loop.compiled;
      tell?.({ kind: "compiled", code, at: pc, text, constants });
    } catch (error) {
      refuse(code, pc, error);
      loop.isHopeless = true;
    }
  };

  const takeOver: Tiering["enter"] = (thread, frame, from) => {
    const { code, pc } = frame;
    if ((code.flags & CO_OPTIMIZED) === 0) {
      code.heat = FROZEN;
      return ABSENT;
    }
    const loop = tierOf(code).loopAt(pc);
    if (loop.compiled === undefined && !loop.isHopeless) {
      compileLoop(frame, loop);
      if (isMakerCode(code)) makeEntry(frame.func);
    }
    if (loop.compiled !== undefined) return runLoop(thread, frame, loop, loop.compiled.run, from);
    code.heat = options.threshold - COOLER;
    return ABSENT;
  };

  return {
    enter: (thread, frame, from) => {
      const { code } = frame;
      const known = (code.tier as CodeTier | undefined)?.loops[frame.pc];
      if (known?.compiled !== undefined) return runLoop(thread, frame, known, known.compiled.run, from);
      if (code.ops[frame.pc] !== OP.RESUME || !isDirect(code)) return takeOver(thread, frame, from);
      if (code.compiled === undefined) {
        const entry = makeEntry(frame.func);
        if (entry !== undefined && !entry.isHopeless && entry.globals === frame.func.globals) {
          compileEntry(entry, argumentsOf(frame));
        }
      }
      if (code.compiled === undefined) return takeOver(thread, frame, from);
      code.heat = 0;
      return ABSENT;
    },
    call: (thread, outer, func, stack, from, count) => {
      const entry = func.code.compiled as Entry;
      const depth = outer + 1;
      if (entry.globals !== func.globals)
        return entry.stub(depth, func, ...(stack.slice(from, from + count) as never[]));
      limitDepth(thread, outer);
      const { run } = entry;
      switch (count) {
        case 0:
          return run(depth, func);
        case 1:
          return run(depth, func, stack[from] as never);
        case 2:
          return run(depth, func, stack[from] as never, stack[from + 1] as never);
        case 3:
          return run(depth, func, stack[from] as never, stack[from + 1] as never, stack[from + 2] as never);
        default:
          return run(depth, func, ...(stack.slice(from, from + count) as never[]));
      }
    },
  };
}

/** The arguments of a frame at its RESUME; one that became a cell is not known any more. */
const argumentsOf = (frame: Frame): Slot[] => frame.stack.slice(0, frame.code.parameters);

/** Go on with the frame in compiled code. */
function runLoop(thread: Thread, frame: Frame, loop: Loop, run: Framed, from: number): Outcome | typeof ABSENT {
  const { pc } = frame;
  limitDepth(thread, frame.depth);
  // Where it is if it never comes back, cut off by a signal.
  frame.pc = from;
  const outcome = run(thread, frame);
  if (outcome === ABSENT) {
    frame.pc = pc;
    if (++loop.refused >= MOST_REFUSALS) loop.compiled = undefined;
  }
  return outcome;
}

function limitDepth(thread: Thread, depth: number): void {
  const limit = depth + NATIVE_DEPTH;
  thread.nativeLimit = limit < thread.recursionLimit ? limit : thread.recursionLimit;
}

/** Let hot code be compiled from now on. */
export function installJit(options: Options): void {
  Object.assign(tiering, startCompiler(options));
}
