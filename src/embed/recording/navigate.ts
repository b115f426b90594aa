/** From one state of a recording to another: the next line, call, return, exception, breakpoint or change of a variable. */
import { CO_FAST_CELL, CO_FAST_FREE } from "../../bytecode/code.ts";
import { ABSENT, ENTERED, type Kept, LEAVING, LINE, RAISED } from "./log.ts";
import { type MirrorFrame, MirrorObject } from "./mirror.ts";
import type { Recording } from "./recording.ts";
import { nameText } from "./report.ts";

export type Target =
  | { readonly kind: "instruction" | "line" | "over" | "out" | "call" | "return" | "exception" }
  | { readonly kind: "breakpoint"; readonly file: string; readonly lines: readonly number[] }
  /** A variable of a frame, by the frame's number. Also its object's own items count. */
  | { readonly kind: "variable"; readonly frame: number; readonly name: string };

/** The step where it is so next, in the direction; null if there is none. */
export function findStep(recording: Recording, from: number, direction: 1 | -1, target: Target): number | null {
  if (target.kind === "variable") return findChange(recording, from, direction, target.frame, target.name);
  const wanted = condition(recording, from, target);
  for (let step = from + direction; step >= 0 && step < recording.length; step += direction) {
    if (wanted(step)) return step;
  }
  return null;
}

function condition(
  recording: Recording,
  from: number,
  target: Exclude<Target, { kind: "variable" }>,
): (step: number) => boolean {
  const { events, depths } = recording.log;
  const depth = depths[from];
  const has = (bit: number) => (step: number) => (events[step] & bit) !== 0;
  switch (target.kind) {
    case "instruction":
      return () => true;
    case "line":
      return has(LINE);
    case "over":
      return (step) => (events[step] & LINE) !== 0 && depths[step] <= depth;
    case "out":
      return (step) => depths[step] < depth;
    case "call":
      return has(ENTERED);
    case "return":
      return has(LEAVING);
    case "exception":
      return has(RAISED);
    case "breakpoint": {
      const lines = new Set(target.lines);
      return (step) =>
        (events[step] & LINE) !== 0 &&
        recording.frameAt(step).file === target.file &&
        lines.has(recording.lineAt(step));
    }
  }
}

/** The next state in which the variable is another, or its object has other items, than in the state before. */
function findChange(recording: Recording, from: number, direction: 1 | -1, id: number, name: string): number | null {
  const frame = recording.frames[id];
  if (frame === undefined) return null;
  const { changesEnd } = recording.log;
  for (let step = direction === 1 ? from + 1 : from - 1; step > 0 && step <= recording.length; step += direction) {
    if (changesEnd[step] === changesEnd[step - 1]) continue;
    recording.moveTo(step - 1);
    const before = variableOf(frame, name);
    recording.moveTo(step);
    const now = variableOf(frame, name);
    if (before !== now || (now instanceof MirrorObject && recording.touches(step, now))) return step;
  }
  return null;
}

function variableOf(frame: MirrorFrame, name: string): Kept {
  for (const [each, value] of variablesIn(frame)) if (each === name) return value;
  return undefined;
}

/** The variables of a frame that are bound, with what they stand for: of a cell, its value. */
export function* variablesIn(frame: MirrorFrame): Generator<[string, Kept]> {
  const { code, namespace } = frame;
  for (let i = 0; i < code.nlocalsplus; i++) {
    const value = variableAt(frame, i);
    if (value !== undefined && value !== null && value !== ABSENT) yield [code.localsplusnames[i], value];
  }
  const entries = namespace?.parts[0] ?? [];
  for (let i = 0; i + 1 < entries.length; i += 2) yield [nameText(entries[i]), entries[i + 1]];
}

export function variableAt({ code, slots }: MirrorFrame, index: number): Kept {
  const value = slots[index];
  const isShared = (code.kinds[index] & (CO_FAST_CELL | CO_FAST_FREE)) !== 0;
  return isShared && value instanceof MirrorObject ? value.parts[1][1] : value;
}
