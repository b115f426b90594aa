/** A recording as a list of what happened: each instruction, each line with the variables that changed, or each call. */
import { CO_VARARGS, CO_VARKEYWORDS } from "../../bytecode/code.ts";
import type { PyCode } from "../../objects/types/code.ts";
import { reportCode } from "../stages/code.ts";
import { ABSENT, ENTERED, type Kept, LEAVING, LINE, RAISED } from "./log.ts";
import { type MirrorFrame, MirrorObject } from "./mirror.ts";
import { variableAt, variablesIn } from "./navigate.ts";
import type { Recording } from "./recording.ts";
import { nameText, textOfKept } from "./report.ts";

export type TraceLevel = "ops" | "lines" | "calls";

export interface TraceEntry {
  readonly event: "op" | "line" | "call" | "resume" | "return" | "yield" | "exception" | "end";
  readonly step: number;
  /** How many recorded frames there are. */
  readonly depth: number;
  readonly function: string;
  readonly file: string;
  readonly line: number;
  /** Of an op: where it is, what it is, and the value stack before it. */
  readonly offset?: number;
  readonly opcode?: string;
  readonly argument?: string;
  readonly stack?: readonly string[];
  /** Of a line: the variables that changed since the frame's last one. Of a call: the arguments. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Of a return or yield: the value. Of an exception: its text. */
  readonly value?: string;
  /** What had been written by then, in characters. */
  readonly written: number;
}

export function* traceOf(recording: Recording, level: TraceLevel): Generator<TraceEntry> {
  const known = new Map<MirrorFrame, Map<string, string>>();
  const { log } = recording;
  for (let step = 0; step < recording.length; step++) {
    const frame = recording.frameAt(step);
    const common = {
      step,
      depth: log.depths[step],
      function: frame.code.qualname,
      file: frame.file,
      line: recording.lineAt(step),
      written: log.outputs[step],
    };
    if (level === "ops") yield { event: "op", ...common, ...instructionAt(recording, frame, step) };
    else if (level === "lines" && (log.events[step] & LINE) !== 0) {
      recording.moveTo(step);
      yield { event: "line", ...common, variables: changedVariables(frame, known) };
    } else if (level === "calls") yield* callEvents(recording, frame, step, common);
    if (level !== "calls" && (log.events[step] & RAISED) !== 0) yield { event: "exception", ...common };
  }
  const last = recording.length;
  yield { event: "end", step: last, depth: 0, function: "", file: "", line: 0, written: log.outputs[last] };
}

type Common = Pick<TraceEntry, "step" | "depth" | "function" | "file" | "line" | "written">;

function* callEvents(recording: Recording, frame: MirrorFrame, step: number, common: Common): Generator<TraceEntry> {
  const event = recording.log.events[step];
  if ((event & ENTERED) !== 0) {
    recording.moveTo(step);
    if (frame.code.args[recording.log.pcs[step]] > 0) yield { event: "resume", ...common };
    else yield { event: "call", ...common, variables: argumentsOf(frame) };
  }
  if ((event & LEAVING) !== 0) {
    recording.moveTo(step);
    const isYield = recording.opcodeAt(step) === "YIELD_VALUE";
    yield { event: isYield ? "yield" : "return", ...common, value: leavingValue(recording, frame, step) };
  }
  if ((event & RAISED) !== 0) yield { event: "exception", ...common };
}

function argumentsOf(frame: MirrorFrame): Record<string, string> {
  const { argcount, flags, blob, localsplusnames } = frame.code;
  const starred = ((flags & CO_VARARGS) === 0 ? 0 : 1) + ((flags & CO_VARKEYWORDS) === 0 ? 0 : 1);
  const names = localsplusnames.slice(0, argcount + blob.co_kwonlyargcount + starred);
  return Object.fromEntries(names.map((name, i) => [name, shortText(variableAt(frame, i))]));
}

function leavingValue(recording: Recording, { code, slots }: MirrorFrame, step: number): string {
  if (recording.opcodeAt(step) === "RETURN_CONST") return shortText(code.consts[code.args[recording.log.pcs[step]]]);
  return shortText(slots.findLast((value) => value !== ABSENT));
}

function changedVariables(frame: MirrorFrame, known: Map<MirrorFrame, Map<string, string>>): Record<string, string> {
  const before = known.get(frame) ?? new Map<string, string>();
  known.set(frame, before);
  const changed: Record<string, string> = {};
  for (const [name, value] of variablesIn(frame)) {
    const text = shortText(value);
    if (before.get(name) === text) continue;
    before.set(name, text);
    changed[name] = text;
  }
  return changed;
}

const argumentTexts = new WeakMap<PyCode, Map<number, string>>();

function instructionAt(recording: Recording, { code, slots }: MirrorFrame, step: number): Partial<TraceEntry> {
  recording.moveTo(step);
  let texts = argumentTexts.get(code);
  if (texts === undefined) {
    texts = new Map(
      reportCode(code.blob).instructions.map(({ offset, arg, argText }) => [
        offset,
        argText === "" ? String(arg ?? "") : argText,
      ]),
    );
    argumentTexts.set(code, texts);
  }
  const offset = 2 * recording.log.pcs[step];
  const stack = slots.slice(code.nlocalsplus).filter((value) => value !== ABSENT);
  return {
    offset,
    opcode: recording.opcodeAt(step) ?? "",
    argument: texts.get(offset) ?? "",
    stack: stack.map((value) => shortText(value)),
  };
}

const DEEP = 3;
const MANY = 8;

/** A value as Python would show it, cut short. Instances show their attributes; nothing of the program is called. */
export function shortText(kept: Kept, depth = 0): string {
  if (kept === null) return "NULL";
  if (kept === undefined) return "unbound";
  if (!(kept instanceof MirrorObject)) {
    const text = textOfKept(kept);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
  }
  const { kind, type, title, parts, length } = kept;
  const [items, fields] = parts;
  if (depth === DEEP) return "...";
  const inner = (value: Kept): string => shortText(value, depth + 1);
  const shown = items.slice(0, MANY).map(inner);
  const rest = length > MANY ? ", ..." : "";
  switch (kind) {
    case "list":
      return `[${shown.join(", ")}${rest}]`;
    case "tuple":
      return length === 1 ? `(${shown[0]},)` : `(${shown.join(", ")}${rest})`;
    case "set":
      return length === 0 ? `${type}()` : `{${shown.join(", ")}${rest}}`;
    case "dict":
    case "namespace": {
      const pairs: string[] = [];
      for (let i = 0; i + 1 < items.length && i < 2 * MANY; i += 2)
        pairs.push(`${inner(items[i])}: ${inner(items[i + 1])}`);
      return `{${pairs.join(", ")}${rest}}`;
    }
    case "cell":
      return `cell(${inner(fields[1])})`;
    case "exception":
      return `${type}(${shown.join(", ")})`;
    case "function":
    case "class":
    case "generator":
      return `<${kind} ${title}>`;
    case "method":
      return `<method of ${inner(fields[1])}>`;
    default: {
      const pairs: string[] = [];
      for (let i = 0; i + 1 < fields.length && i < 2 * MANY; i += 2)
        pairs.push(`${nameText(fields[i])}=${inner(fields[i + 1])}`);
      return `<${type}${pairs.length > 0 ? ` ${pairs.join(" ")}` : ""}>`;
    }
  }
}
