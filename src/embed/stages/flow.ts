/** The flow graph of each scope behind each pass of the back end, as plain data (CPython: Python/flowgraph.c). */
import { DIS_NAMES, hasArg, hasTarget } from "../../bytecode/opcode-properties.ts";
import type { BasicBlock, FlowGraph, FlowInstruction } from "../../compile/flowgraph.ts";
import type { CodeUnit } from "../../compile/instructions.ts";
import { type Place, placeOf } from "./place.ts";

export interface UnitFlow {
  readonly qualname: string;
  readonly firstlineno: number;
  /** In order; a pass that changed nothing is left out. */
  readonly passes: FlowPass[];
}

export interface FlowPass {
  /** CPython's name for it. */
  readonly pass: string;
  readonly blocks: readonly BlockReport[];
}

export interface BlockReport {
  /** The same block has the same number behind every pass of its unit. */
  readonly id: number;
  readonly handler: boolean;
  readonly cold: boolean;
  /** Where it goes on without a jump. */
  readonly next: number | null;
  readonly instructions: readonly FlowInstructionReport[];
}

export interface FlowInstructionReport {
  readonly name: string;
  readonly arg: number | null;
  /** The block that a jump or a SETUP_ instruction names. */
  readonly target: number | null;
  /** The block that handles what it raises. */
  readonly handler: number | null;
  readonly place: Place | null;
}

/** Collects what an observer of the compiler is told, unit by unit. */
export class FlowRecorder {
  readonly units: UnitFlow[] = [];
  #unit: CodeUnit | undefined;
  #ids = new Map<BasicBlock, number>();
  #last = "";

  record(unit: CodeUnit, pass: string, graph: FlowGraph): void {
    if (unit !== this.#unit) {
      this.#unit = unit;
      this.#ids = new Map();
      this.#last = "";
      this.units.push({ qualname: unit.qualname, firstlineno: unit.firstlineno, passes: [] });
    }
    const blocks = [...graph.blocks()].map((block) => this.#block(block));
    const text = JSON.stringify(blocks);
    if (text === this.#last) return;
    this.#last = text;
    this.units.at(-1)?.passes.push({ pass, blocks });
  }

  #id(block: BasicBlock | null): number | null {
    if (block === null) return null;
    const id = this.#ids.get(block) ?? this.#ids.size;
    this.#ids.set(block, id);
    return id;
  }

  #block(block: BasicBlock): BlockReport {
    return {
      id: this.#id(block) as number,
      handler: block.isHandler,
      cold: block.isCold,
      next: block.hasFallthrough ? this.#id(block.next) : null,
      instructions: block.instructions.map((instruction) => this.#instruction(instruction)),
    };
  }

  #instruction({ op, arg, loc, target, handler }: FlowInstruction): FlowInstructionReport {
    return {
      name: DIS_NAMES[op] ?? String(op),
      arg: hasArg(op) && !hasTarget(op) ? arg : null,
      target: hasTarget(op) ? this.#id(target) : null,
      handler: this.#id(handler),
      place: placeOf(loc),
    };
  }
}
