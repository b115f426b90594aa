/**
 * A recording as JSON for others: in Python Tutor's trace format, and in our
 * own, which has each instruction.
 *
 * Python Tutor's has an entry for each line, call, return and exception; a heap object is `["LIST", value, ...]`, and a
 * reference to it `["REF", id]`.
 */

import type { Recording } from "./recording.ts";
import type { FrameReport, ObjectReport, StateReport, ValueReport } from "./report.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface TutorTrace {
  readonly code: string;
  readonly trace: readonly TutorEntry[];
}

interface TutorFrame {
  readonly func_name: string;
  readonly encoded_locals: Readonly<Record<string, Json>>;
  readonly ordered_varnames: readonly string[];
  readonly frame_id: number;
  readonly unique_hash: string;
  readonly is_highlighted: boolean;
  readonly is_parent: boolean;
  readonly is_zombie: boolean;
  readonly parent_frame_id_list: readonly number[];
}

export interface TutorEntry {
  readonly event: "step_line" | "call" | "return" | "exception";
  readonly line: number;
  readonly func_name: string;
  readonly globals: Readonly<Record<string, Json>>;
  readonly ordered_globals: readonly string[];
  readonly stack_to_render: readonly TutorFrame[];
  readonly heap: Readonly<Record<string, Json>>;
  readonly stdout: string;
  readonly exception_msg?: string;
}

/** Entries beyond this many are left out: Python Tutor's page shows no more than a thousand. */
const TUTOR_ENTRIES = 1000;

export function tutorTrace(recording: Recording, code: string, written: string): TutorTrace {
  const trace: TutorEntry[] = [];
  for (let step = 0; step < recording.length && trace.length < TUTOR_ENTRIES; step++) {
    if (recording.log.events[step] !== 0) trace.push(...tutorEntries(recording.stateAt(step), written));
  }
  return { code, trace };
}

const TUTOR_EVENTS = { line: "step_line", call: "call", return: "return", exception: "exception" } as const;

function tutorEntries(state: StateReport, written: string): TutorEntry[] {
  const top = state.frames.at(-1);
  if (top === undefined) return [];
  const [module] = state.frames;
  const globals = module?.isModule ? tutorVariables(module) : {};
  const returned = top.stack.at(-1);
  const common = {
    line: top.line,
    func_name: functionName(top),
    globals,
    ordered_globals: Object.keys(globals),
    heap: Object.fromEntries(state.objects.map((object) => [String(object.id), tutorObject(object)])),
    stdout: written.slice(0, state.written),
  };
  return state.events
    .filter((event) => !(event === "call" && top.isModule))
    .map((event) => ({
      event: TUTOR_EVENTS[event],
      ...common,
      stack_to_render: state.frames
        .filter(({ isModule }) => !isModule)
        .map((frame) => tutorFrame(frame, frame === top, event === "return" ? returned : undefined)),
      ...(event === "exception" ? { exception_msg: "an exception" } : {}),
    }));
}

function functionName({ isModule, function: name }: FrameReport): string {
  return isModule ? "<module>" : name.slice(name.lastIndexOf(".") + 1);
}

function tutorFrame(frame: FrameReport, isTop: boolean, returned: ValueReport | undefined): TutorFrame {
  const locals = tutorVariables(frame);
  if (isTop && returned !== undefined) locals.__return__ = tutorValue(returned);
  return {
    func_name: functionName(frame),
    encoded_locals: locals,
    ordered_varnames: Object.keys(locals),
    frame_id: frame.id,
    unique_hash: `${functionName(frame)}_f${frame.id}`,
    is_highlighted: isTop,
    is_parent: false,
    is_zombie: false,
    parent_frame_id_list: [],
  };
}

function tutorVariables({ variables }: FrameReport): Record<string, Json> {
  return Object.fromEntries(variables.map(({ name, value }) => [name, tutorValue(value)]));
}

function tutorValue(value: ValueReport): Json {
  if (value.kind === "reference") return ["REF", value.id];
  if (value.kind === "null") return null;
  const { type, text } = value;
  switch (type) {
    case "int":
      return Number.isSafeInteger(Number(text)) ? Number(text) : ["IMPORTED_FAUX_PRIMITIVE", text];
    case "float":
      return ["SPECIAL_FLOAT", text];
    case "str":
      return text.slice(1, -1);
    case "bool":
      return text === "True";
    case "NoneType":
      return null;
    default:
      return ["IMPORTED_FAUX_PRIMITIVE", text];
  }
}

function tutorObject({ kind, type, title, items, fields }: ObjectReport): Json {
  const values = items.map(tutorValue);
  const named = fields.map(([name, value]): Json => [name, tutorValue(value)]);
  switch (kind) {
    case "list":
    case "tuple":
    case "set":
      return [kind.toUpperCase(), ...values];
    case "dict":
      return ["DICT", ...pairsOf(values)];
    case "function":
      return ["FUNCTION", `${title}()`, null];
    case "class":
      return ["CLASS", title, [], ...named];
    case "instance":
    case "exception":
      return ["INSTANCE", type, ...named];
    default:
      return ["INSTANCE", title === "" ? type : `${type} ${title}`, ...named];
  }
}

function pairsOf(values: readonly Json[]): Json[] {
  const pairs: Json[] = [];
  for (let i = 0; i + 1 < values.length; i += 2) pairs.push([values[i] as Json, values[i + 1] as Json]);
  return pairs;
}

export interface FullTrace {
  readonly format: "chaipy-trace";
  readonly version: 1;
  readonly code: string;
  readonly output: string;
  /** Instructions that were recorded; `states` may have fewer. */
  readonly length: number;
  readonly isCut: boolean;
  /** Before each instruction, and at the end. */
  readonly states: readonly StateReport[];
}

/** As many states are written out: each is whole. */
const FULL_STATES = 5000;

export function fullTrace(recording: Recording, code: string, output: string): FullTrace {
  const { length, isCut } = recording;
  const count = Math.min(length + 1, FULL_STATES);
  const states = Array.from({ length: count }, (_, step) => recording.stateAt(step));
  return { format: "chaipy-trace", version: 1, code, output, length, isCut, states };
}
