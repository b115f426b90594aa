/** What became of each piece of code that the JIT took up, put together from what it told. */

import { constantRepr } from "../../bytecode/constantrepr.ts";
import { listInstructions } from "../../bytecode/dis.ts";
import type { JitEvent } from "../../jit/events.ts";
import type { PyBuiltinFunction } from "../../objects/kernel/builtin.ts";
import { BUILTIN_FUNCTION, FUNCTION, METHOD_DESCRIPTOR, MODULE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, PyType } from "../../objects/kernel/object.ts";
import { jsString } from "../../objects/kernel/payload.ts";
import type { PyCode } from "../../objects/types/code.ts";
import type { PyFunction } from "../../objects/types/function.ts";

/** A guard that failed, or another exit that was taken: where, and how often. */
export interface ExitReport {
  readonly line: number;
  readonly offset: number;
  readonly instruction: string;
  readonly condition: string | null;
  readonly times: number;
}

/** A whole function, or the loop (or the rest of a frame) that begins at an instruction. */
export interface UnitReport {
  readonly qualname: string;
  readonly filename: string;
  readonly line: number;
  /** What it is: "function", "loop" or "frame". */
  readonly what: string;
  readonly compiled: number;
  /** Why it is not compiled, or no more; null if it is. */
  readonly reason: string | null;
  readonly exits: readonly ExitReport[];
  /** The last text, with the instructions as comments before what was made of them. */
  readonly text: string | null;
  readonly constants: readonly string[];
}

class Unit {
  compiled = 0;
  reason: string | null = null;
  text: string | null = null;
  constants: readonly unknown[] = [];
  readonly exits = new Map<string, { pc: number; condition: string | undefined; times: number }>();

  constructor(
    readonly code: PyCode,
    readonly at: number | undefined,
  ) {}
}

export class History {
  readonly #units = new Map<PyCode, Map<number | undefined, Unit>>();

  note(event: JitEvent): void {
    const unit = this.#unitOf(event.code, event.at);
    switch (event.kind) {
      case "compiled":
        unit.compiled++;
        unit.reason = null;
        unit.text = event.text;
        unit.constants = event.constants;
        break;
      case "refused":
        unit.reason = event.reason;
        break;
      case "given up":
        unit.reason = "given up: its guards failed too often";
        break;
      case "left": {
        const key = `${event.pc} ${event.condition}`;
        const { pc, condition } = event;
        const exit = unit.exits.get(key) ?? { pc, condition, times: 0 };
        exit.times++;
        unit.exits.set(key, exit);
        break;
      }
      case "dropped":
    }
  }

  #unitOf(code: PyCode, at: number | undefined): Unit {
    let units = this.#units.get(code);
    if (units === undefined) {
      units = new Map();
      this.#units.set(code, units);
    }
    let unit = units.get(at);
    if (unit === undefined) {
      unit = new Unit(code, at);
      units.set(at, unit);
    }
    return unit;
  }

  /** The reports of the units in files that are wanted, in the order in which they were taken up. */
  units(isWanted: (filename: string) => boolean): UnitReport[] {
    const all = [...this.#units.values()].flatMap((units) => [...units.values()]);
    return all.filter(({ code }) => isWanted(jsString(code.filename) ?? "")).map(report);
  }
}

function report({ code, at, compiled, reason, exits, text, constants }: Unit): UnitReport {
  const names = instructionTexts(code);
  return {
    qualname: code.qualname,
    filename: jsString(code.filename) ?? "",
    line: at === undefined || at === 0 ? code.firstlineno : code.lineAt(at),
    what: at === undefined ? "function" : names.get(at)?.startsWith("FOR_ITER") || at > 0 ? "loop" : "frame",
    compiled,
    reason,
    exits: [...exits.values()].map(({ pc, condition, times }) => ({
      line: code.lineAt(pc),
      offset: pc * 2,
      instruction: names.get(pc) ?? "",
      condition: condition ?? null,
      times,
    })),
    text: text?.replace(/\/\/ @(\d+)$/gm, (_, pc) => `// ${Number(pc) * 2} ${names.get(Number(pc)) ?? ""}`) ?? null,
    constants: constants.map(describe),
  };
}

/** Each instruction as `dis` shows it, by its index. */
function instructionTexts(code: PyCode): Map<number, string> {
  const listed = listInstructions(code.blob, { repr: constantRepr, addressOf: () => "0x0" });
  return new Map(
    listed.map(({ offset, name, arg, argText }) => [
      offset / 2,
      [name, arg === undefined ? "" : String(arg), argText === "" ? "" : `(${argText})`]
        .filter((part) => part !== "")
        .join(" "),
    ]),
  );
}

/** What a constant of the text is, in a few words. */
function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "the body of a builtin";
  if (!(value instanceof PyObject)) return typeof value === "object" ? "a compiled function" : String(value);
  if (value instanceof PyType) return `class ${value.name}`;
  if (value.cls === FUNCTION) return `function ${(value as PyFunction).code.qualname}`;
  if (value.cls === BUILTIN_FUNCTION || value.cls === METHOD_DESCRIPTOR) {
    return `builtin ${(value as PyBuiltinFunction).definition.fullName}`;
  }
  if (value instanceof PyDict) return "a namespace";
  return `${value.cls === MODULE ? "a" : "an object:"} ${value.cls.name}`;
}
