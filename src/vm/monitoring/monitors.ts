/**
 * Who watches what: the tools of an interpreter, their callbacks and event sets, and what each code object keeps of
 * them (CPython Python/instrumentation.c, without rewriting instructions: the stepper asks `toolsAt`).
 *
 * Trap: what a tool disabled at an instruction is enabled again when the tool's event is switched on anew for that code,
 * or by restart_events(). A code object finds that out by versions, when it is next asked.
 */
import { decodeExceptionTable } from "../../bytecode/exceptiontable.ts";
import * as OP from "../../bytecode/generated/op.ts";
import { CACHE_COUNTS, isJump } from "../../bytecode/opcode-properties.ts";
import { OBJECT } from "../../objects/kernel/core-types.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import type { PyCode } from "../../objects/types/code.ts";
import type { Frame } from "../frame.ts";
import type { Thread } from "../thread.ts";
import { EVENT, EVENT_NAMES, EVENT_OF, TOOL_COUNT, TRACE_TOOL, UNGROUPED_EVENTS } from "./events.ts";

/** `sys.monitoring.DISABLE` and `MISSING`. */
export const DISABLE = new PyObject(OBJECT);
export const MISSING = new PyObject(OBJECT);

/** A callback of sys.settrace and sys.setprofile; `args` are those of the event. */
export type LegacyCallback = (thread: Thread, frame: Frame, args: readonly Value[]) => void;

/** What an interpreter knows of its tools. */
export class Monitoring {
  /** `use_tool_id`: the names of the tools in use. */
  readonly names: (Value | null)[] = new Array(TOOL_COUNT).fill(null);
  /** By tool and event. */
  readonly callbacks: (Value | LegacyCallback | null)[][] = Array.from({ length: TRACE_TOOL + 1 }, () =>
    new Array(EVENT_NAMES.length).fill(null),
  );
  /** By event: the tools, a bit each, that watch it in all code. */
  readonly global = new Uint8Array(UNGROUPED_EVENTS);
  /** Code objects that are watched by themselves. */
  readonly local = new Set<CodeMonitors>();
  version = 0;
  restarted = 0;
  /** Some frame's `f_trace_opcodes` was set: the next sys.settrace() asks for instructions. */
  opcodesWanted = false;

  /** Does a tool of a program watch anything? */
  get isUsed(): boolean {
    const programs = (1 << TOOL_COUNT) - 1;
    return this.local.size > 0 || this.global.some((tools) => (tools & programs) !== 0);
  }

  setGlobal(tool: number, events: number): void {
    if (eventsOf(this.global, tool) === events) return;
    setTool(this.global, tool, events);
    this.version += 1;
  }

  setLocal(code: PyCode, tool: number, events: number): void {
    const monitors = monitorsOf(code);
    if (eventsOf(monitors.local, tool) === events) return;
    setTool(monitors.local, tool, events);
    monitors.version = -1;
    if (monitors.local.some((tools) => tools !== 0)) this.local.add(monitors);
    else this.local.delete(monitors);
  }

  restart(): void {
    this.restarted = this.version + 1;
    this.version = this.restarted + 1;
  }
}

/** The events, a bit each, of one tool. */
export function eventsOf(tools: Uint8Array, tool: number): number {
  return tools.reduce((events, each, event) => events | (((each >> tool) & 1) << event), 0);
}

function setTool(tools: Uint8Array, tool: number, events: number): void {
  for (let event = 0; event < UNGROUPED_EVENTS; event++) {
    tools[event] = (tools[event] & ~(1 << tool)) | (((events >> event) & 1) << tool);
  }
}

/** What is kept of a code object that was watched. */
export class CodeMonitors {
  version = -1;
  readonly local = new Uint8Array(UNGROUPED_EVENTS);
  private active: Uint8Array = new Uint8Array(UNGROUPED_EVENTS);
  /** Instructions before this one have no events: RESUME, or the end. */
  readonly first: number;
  /** Instructions that may begin a line. */
  readonly starts: Uint8Array;
  /** By instruction: tools that have disabled its own event, LINE, INSTRUCTION there. */
  private disabled: [Uint8Array, Uint8Array, Uint8Array] | null = null;
  private hadSeveralTools = false;

  constructor(readonly code: PyCode) {
    if (!code.isDecoded) code.decode();
    const resume = code.ops.indexOf(OP.RESUME);
    this.first = resume < 0 ? code.ops.length - 1 : resume;
    this.starts = findLineStarts(code, this.first);
  }

  /** The tools that are to be told of an event at an instruction. */
  toolsAt(monitoring: Monitoring, event: number, index: number): number {
    if (this.version !== monitoring.version) this.update(monitoring);
    const own = event >= UNGROUPED_EVENTS ? EVENT.CALL : event;
    const tools = this.active[own];
    return this.disabled === null ? tools : tools & ~this.disabled[kindOf(own)][index];
  }

  disable(event: number, index: number, tool: number): void {
    const make = (): Uint8Array => new Uint8Array(this.code.ops.length);
    this.disabled ??= [make(), make(), make()];
    this.disabled[kindOf(event)][index] |= 1 << tool;
  }

  private update(monitoring: Monitoring): void {
    const active = monitoring.global.map((tools, event) => tools | this.local[event]);
    if (this.disabled !== null) {
      const all = monitoring.restarted > this.version && this.version >= 0;
      const added = active.map((tools, event) => (all ? tools : tools & ~this.active[event]));
      this.enable(added);
      // The first second tool makes CPython begin its notes on lines afresh.
      const hasSeveral = active[EVENT.LINE] !== 0 && active.some((tools) => (tools & (tools - 1)) !== 0);
      if (hasSeveral && !this.hadSeveralTools) this.disabled[1].fill(0);
      this.hadSeveralTools ||= hasSeveral;
    }
    this.active = active;
    this.version = monitoring.version;
  }

  private enable(added: Uint8Array): void {
    const [own, lines, instructions] = this.disabled as [Uint8Array, Uint8Array, Uint8Array];
    const { ops, args } = this.code;
    for (let i = 0; i < ops.length; i++) {
      const event = ops[i] === OP.RESUME && args[i] > 0 ? EVENT.PY_RESUME : EVENT_OF[ops[i]];
      if (event >= 0) own[i] &= ~added[event];
      lines[i] &= ~added[EVENT.LINE];
      instructions[i] &= ~added[EVENT.INSTRUCTION];
    }
  }
}

const kindOf = (event: number): 0 | 1 | 2 => (event === EVENT.LINE ? 1 : event === EVENT.INSTRUCTION ? 2 : 0);

const known = new WeakMap<PyCode, CodeMonitors>();

export function monitorsOf(code: PyCode): CodeMonitors {
  let monitors = known.get(code);
  if (monitors === undefined) {
    monitors = new CodeMonitors(code);
    known.set(code, monitors);
  }
  return monitors;
}

/** `get_local_events`, of code that may never have been watched. */
export function localEvents(code: PyCode, tool: number): number {
  const monitors = known.get(code);
  return monitors === undefined ? 0 : eventsOf(monitors.local, tool);
}

/** Never the first instruction of a line: they are skipped, or come before all events. */
const NEVER_STARTS = new Set<number>([OP.RESUME, OP.END_FOR, OP.END_SEND, OP.END_ASYNC_FOR]);

/** The first instruction of each run of one line, every jump target and every handler. */
function findLineStarts(code: PyCode, first: number): Uint8Array {
  const { ops, args } = code;
  const count = ops.length - 1;
  const starts = new Uint8Array(count + 1);
  let line = -1;
  for (let i = first; i < count; i += 1 + CACHE_COUNTS[ops[i]]) {
    if (NEVER_STARTS.has(ops[i])) continue;
    const own = code.lineAt(i);
    if (own !== line && own >= 0) starts[i] = 1;
    line = own;
  }
  const mark = (target: number): void => {
    if (target < count && code.lineAt(target) >= 0) starts[target] = 1;
  };
  for (let i = first; i < count; i += 1 + CACHE_COUNTS[ops[i]]) {
    // END_FOR and END_SEND are skipped.
    if (isJump(ops[i])) mark(ops[i] === OP.FOR_ITER || ops[i] === OP.SEND ? args[i] + 1 : args[i]);
  }
  for (const entry of decodeExceptionTable(code.blob.co_exceptiontable)) {
    const handler = entry.target >> 1;
    if (ops[handler] !== OP.END_ASYNC_FOR) mark(handler);
  }
  return starts;
}
