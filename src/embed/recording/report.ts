/** One state of a recording as plain data: frames with variables and value stacks, the objects they lead to, and the counts. */
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN } from "../../bytecode/code.ts";
import type { ExceptionEntry } from "../../bytecode/exceptiontable.ts";
import { decodeLineTable } from "../../bytecode/linetable.ts";
import { DIS_NAMES } from "../../bytecode/opcode-properties.ts";
import { typeName } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyModule } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import type { PyCode } from "../../objects/types/code.ts";
import { type Place, placeOf } from "../stages/place.ts";
import type { Kind } from "./contents.ts";
import { ABSENT, ENTERED, type Kept, LEAVING, LINE, type Moment, RAISED } from "./log.ts";
import { LongText, type MirrorFrame, MirrorObject } from "./mirror.ts";
import type { Recording } from "./recording.ts";

export type ValueReport =
  /** Shown in place; `text` is its repr. */
  | { readonly kind: "value"; readonly type: string; readonly text: string }
  | { readonly kind: "reference"; readonly id: number }
  /** CPython's NULL on the value stack. */
  | { readonly kind: "null" };

export interface VariableReport {
  readonly name: string;
  /** Of a cell: where the variable is shared with closures. */
  readonly scope: "local" | "cell" | "free" | "global";
  readonly value: ValueReport;
}

export interface FrameReport {
  readonly id: number;
  readonly function: string;
  readonly file: string;
  readonly firstlineno: number;
  readonly line: number;
  /** Of the instruction that is next, or waits; in bytes, as `dis` has it. */
  readonly offset: number;
  readonly isModule: boolean;
  readonly isGenerator: boolean;
  readonly variables: readonly VariableReport[];
  readonly stack: readonly ValueReport[];
  /** The entries of the exception table in force: 3.12's blocks. */
  readonly handlers: readonly ExceptionEntry[];
}

export interface ObjectReport {
  readonly id: number;
  readonly kind: Kind;
  readonly type: string;
  /** The name of a function or class. */
  readonly title: string;
  readonly length: number;
  readonly items: readonly ValueReport[];
  readonly fields: readonly (readonly [name: string, value: ValueReport])[];
  /** References from the frames and objects that are shown; CPython's count adds those that it holds itself. */
  readonly references: number;
}

export interface InstructionReference {
  readonly file: string;
  /** The code object, as in CodeReport. */
  readonly qualname: string;
  readonly firstlineno: number;
  readonly offset: number;
  readonly place: Place | null;
}

export type EventName = "call" | "return" | "line" | "exception";

export interface StateReport {
  /** The state before this instruction; the last one is the end. */
  readonly step: number;
  readonly length: number;
  readonly events: readonly EventName[];
  readonly opcode: string | null;
  /** What is executed next, and what was just now. */
  readonly next: InstructionReference | null;
  readonly executed: InstructionReference | null;
  /** The outermost first. */
  readonly frames: readonly FrameReport[];
  readonly objects: readonly ObjectReport[];
  /** The exception that is being handled. */
  readonly handling: ValueReport | null;
  /** How much of the output had been written. */
  readonly written: number;
}

const EVENTS: readonly (readonly [number, EventName])[] = [
  [ENTERED, "call"],
  [LINE, "line"],
  [LEAVING, "return"],
  [RAISED, "exception"],
];

export function eventsAt({ log }: Recording, step: number): EventName[] {
  return EVENTS.filter(([bit]) => (log.events[step] & bit) !== 0).map(([, name]) => name);
}

export function reportState(recording: Recording, step: number, { chain, handling }: Moment): StateReport {
  const { log, length } = recording;
  const isEnd = step === length;
  const top = chain.at(-1);
  const pcs = currentPcs(recording, step, chain);
  const heap = new Heap();
  const frames = chain.map((frame, i) => reportFrame(recording, frame, pcs[i], heap));
  const current = handling === null ? null : heap.value(handling);
  return {
    step,
    length,
    events: eventsAt(recording, step),
    opcode: isEnd || top === undefined ? null : (DIS_NAMES[top.code.ops[log.pcs[step]]] ?? null),
    next: isEnd ? null : referenceAt(recording, step),
    executed: step === 0 ? null : referenceAt(recording, step - 1),
    frames,
    handling: current,
    objects: heap.report(),
    written: log.outputs[step],
  };
}

function referenceAt(recording: Recording, step: number): InstructionReference {
  const { code, file } = recording.frameAt(step);
  const pc = recording.log.pcs[step];
  return { file, qualname: code.qualname, firstlineno: code.firstlineno, offset: 2 * pc, place: placeAt(code, pc) };
}

function placeAt(code: PyCode, pc: number): Place | null {
  for (const range of decodeLineTable(code.blob.co_linetable, code.firstlineno)) {
    if (range.end > 2 * pc) return placeOf(range);
  }
  return null;
}

/** Where each frame of the chain is. */
function currentPcs({ log }: Recording, step: number, chain: readonly MirrorFrame[]): number[] {
  const pcs: number[] = new Array(chain.length).fill(0);
  let row = step;
  for (let i = chain.length - 1; i >= 0 && row >= 0; i--) {
    pcs[i] = log.pcs[row];
    row = log.callers[row];
  }
  return pcs;
}

function reportFrame(recording: Recording, frame: MirrorFrame, pc: number, heap: Heap): FrameReport {
  const { code, namespace, slots, id, file, isGenerator } = frame;
  const stack = slots.slice(code.nlocalsplus).filter((value) => value !== ABSENT);
  return {
    id,
    function: code.qualname,
    file,
    firstlineno: code.firstlineno,
    line: code.lineAt(pc),
    offset: 2 * pc,
    isModule: code.name === "<module>",
    isGenerator,
    variables: [...namesOf(namespace, heap), ...variablesOf(frame, heap)],
    stack: stack.map((value) => heap.value(value)),
    handlers: recording.handlersAt(code, pc),
  };
}

function variablesOf({ code, slots }: MirrorFrame, heap: Heap): VariableReport[] {
  return code.localsplusnames.flatMap((name, i): VariableReport[] => {
    const kind = code.kinds[i];
    const slot = i < slots.length ? slots[i] : undefined;
    const isShared = (kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0;
    if (slot === undefined || slot === ABSENT || ((kind & CO_FAST_HIDDEN) !== 0 && slot === null)) return [];
    const scope = (kind & CO_FAST_FREE) !== 0 ? "free" : isShared ? "cell" : "local";
    return [{ name, scope, value: heap.value(slot) }];
  });
}

function namesOf(namespace: MirrorObject | null, heap: Heap): VariableReport[] {
  const variables: VariableReport[] = [];
  const entries = namespace?.parts[0] ?? [];
  for (let i = 0; i + 1 < entries.length; i += 2) {
    variables.push({ name: String(entries[i]), scope: "global", value: heap.value(entries[i + 1]) });
  }
  return variables;
}

/** The objects that are met, and how often. */
class Heap {
  private readonly counts = new Map<MirrorObject, number>();
  private readonly waiting: MirrorObject[] = [];

  value(kept: Kept): ValueReport {
    if (kept instanceof MirrorObject) {
      const count = this.counts.get(kept);
      if (count === undefined) this.waiting.push(kept);
      this.counts.set(kept, (count ?? 0) + 1);
      return { kind: "reference", id: kept.id };
    }
    if (kept === null || kept === undefined || kept === ABSENT) return { kind: "null" };
    return { kind: "value", type: typeOfKept(kept), text: textOfKept(kept) };
  }

  report(): ObjectReport[] {
    const made: [MirrorObject, Omit<ObjectReport, "references">][] = [];
    for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop())
      made.push([next, this.object(next)]);
    return made
      .map(([mirror, report]) => ({ ...report, references: this.counts.get(mirror) ?? 0 }))
      .sort((a, b) => a.id - b.id);
  }

  private object({ id, kind, type, title, length, parts }: MirrorObject): Omit<ObjectReport, "references"> {
    const [items, fields] = parts;
    const named: [string, ValueReport][] = [];
    for (let i = 0; i + 1 < fields.length; i += 2) {
      // An unbound cell or variable has no value.
      if (fields[i + 1] !== undefined) named.push([String(fields[i]), this.value(fields[i + 1])]);
    }
    return { id, kind, type, title, length, items: items.map((item) => this.value(item)), fields: named };
  }
}

function typeOfKept(kept: Kept): string {
  return kept instanceof LongText ? "str" : typeName(kept as Value);
}

/** More bits than this are not written out. */
const WIDE = 4096n;

export function textOfKept(kept: Kept): string {
  if (kept instanceof LongText) return `${reprText(kept.head)}… (${kept.length} characters)`;
  const value = kept as Value;
  if (typeof value === "bigint" && (value < 0n ? -value : value) >> WIDE > 0n) return "an int of many digits";
  // The repr of a module runs Python code.
  if (value instanceof PyModule) return `<module ${reprText(value.dict.get("__name__") ?? "?")}>`;
  try {
    return reprText(value);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return `<${typeName(value)}>`;
  }
}

/** The text of a name or key. */
export function nameText(kept: Kept): string {
  return jsString(kept as Value) ?? textOfKept(kept);
}
