/**
 * Slots of cells and free variables, and the instructions that set a frame up (CPython: `prepare_localsplus`,
 * `build_cellfixedoffsets`, `insert_prefix_instructions` and `fix_cell_offsets` in compile.c).
 *
 * Trap: a parameter that inner functions use has one slot, as a local; the slots behind it move up.
 */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_GENERATOR,
} from "../bytecode/code.ts";
import { COPY_FREE_VARS, MAKE_CELL, POP_TOP, RETURN_GENERATOR } from "../bytecode/generated/op.ts";
import { FACTS } from "../bytecode/opcode-properties.ts";
import { type FlowGraph, FlowInstruction } from "./flowgraph.ts";
import { type CodeUnit, NO_LOCATION } from "./instructions.ts";

export interface LocalsPlus {
  readonly names: string[];
  readonly kinds: Uint8Array;
}

/** Lists all slots, rewrites the arguments of cell opcodes to them and inserts the prologue. */
export function prepareLocalsPlus(unit: CodeUnit, graph: FlowGraph): LocalsPlus {
  const names = [...unit.varnames];
  const kinds = unit.varnames.map((name) => CO_FAST_LOCAL | (unit.fastHidden.has(name) ? CO_FAST_HIDDEN : 0));
  const localIndices = new Map(unit.varnames.map((name, index) => [name, index]));
  const slots: number[] = [];
  for (const name of unit.cellvars) {
    const local = localIndices.get(name);
    if (local === undefined) {
      slots.push(names.length);
      names.push(name);
      kinds.push(CO_FAST_CELL);
    } else {
      slots.push(local);
      kinds[local]! |= CO_FAST_CELL;
    }
  }
  const cellSlots = slots.slice().sort((left, right) => left - right);
  for (const name of unit.freevars) {
    slots.push(names.length);
    names.push(name);
    kinds.push(CO_FAST_FREE);
  }
  for (const block of graph.blocks()) {
    for (const instruction of block.instructions) {
      if (FACTS[instruction.op]?.arg === "free") {
        instruction.arg = slots[instruction.arg]!;
      }
    }
  }
  graph.entry.instructions.unshift(...prologue(unit, cellSlots));
  return { names, kinds: Uint8Array.from(kinds) };
}

function prologue(unit: CodeUnit, cellSlots: number[]): FlowInstruction[] {
  const instructions: FlowInstruction[] = [];
  if (unit.freevars.length > 0) {
    instructions.push(new FlowInstruction(COPY_FREE_VARS, unit.freevars.length, NO_LOCATION));
  }
  for (const slot of cellSlots) {
    instructions.push(new FlowInstruction(MAKE_CELL, slot, NO_LOCATION));
  }
  if ((unit.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0) {
    const { firstlineno } = unit;
    const loc = { lineno: firstlineno, end_lineno: firstlineno, col_offset: -1, end_col_offset: -1 };
    instructions.push(new FlowInstruction(RETURN_GENERATOR, 0, loc), new FlowInstruction(POP_TOP, 0, NO_LOCATION));
  }
  return instructions;
}
