/**
 * What code generation hands to the back end: a linear sequence of instructions with labels for each scope,
 * and around it everything else a code object needs (CPython: `instr_sequence` and `compiler_unit` in compile.c).
 *
 * Traps: an argument is the final one, flag bits included (LOAD_ATTR: index << 1 | method; LOAD_GLOBAL: index
 * << 1, the NULL bit is set by the optimiser from a PUSH_NULL in front; COMPARE_OP: `compareArgument`). Arguments
 * of the cell opcodes count cellvars and then freevars from 0: the back end turns them into slots. The prologue
 * (COPY_FREE_VARS, MAKE_CELL, RETURN_GENERATOR, POP_TOP) is the back end's; RESUME 0 is code generation's.
 */
import type { Constant, Text } from "../bytecode/constants.ts";
import { hasTarget } from "../bytecode/opcode-properties.ts";
import { bug } from "../util/assert.ts";
import type { ConstantCache } from "./constantcache.ts";

/** A source range: lines from 1, columns as UTF-8 byte offsets from 0; -1 where nothing is known. */
export interface Location {
  readonly lineno: number;
  readonly end_lineno: number;
  readonly col_offset: number;
  readonly end_col_offset: number;
}

export const NO_LOCATION: Location = { lineno: -1, end_lineno: -1, col_offset: -1, end_col_offset: -1 };

export function sameLocation(left: Location, right: Location): boolean {
  return (
    left === right ||
    (left.lineno === right.lineno &&
      left.end_lineno === right.end_lineno &&
      left.col_offset === right.col_offset &&
      left.end_col_offset === right.end_col_offset)
  );
}

/**
 * A jump target, made by `InstructionSequence.newLabel` and placed once by `useLabel`.
 *
 * Trap: a label's number is the first guess at the argument of a jump to it, and so decides close calls about
 * EXTENDED_ARG. Labels are to be made in CPython's order, those that are never used too.
 */
export class Label {
  constructor(readonly id: number) {}

  /** Index of the instruction in front of which the label stands; -1 while it is not placed. */
  position = -1;
}

export class Instruction {
  constructor(
    public op: number,
    public arg: number,
    /** For jumps and SETUP_*: where to. */
    public label: Label | null,
    public loc: Location,
  ) {}
}

export class InstructionSequence {
  readonly instructions: Instruction[] = [];
  readonly #labels: Label[] = [];
  #nextLabel = 0;

  get length(): number {
    return this.instructions.length;
  }

  newLabel(): Label {
    return new Label(this.#nextLabel++);
  }

  /** Places the label in front of whatever is appended next. Several labels may share a place. */
  useLabel(label: Label): void {
    if (label.position !== -1) {
      bug("a label was placed twice");
    }
    label.position = this.instructions.length;
    this.#labels.push(label);
  }

  append(op: number, arg: number, loc: Location): void {
    if (hasTarget(op)) {
      bug(`opcode ${op} needs a label`);
    }
    this.instructions.push(new Instruction(op, arg, null, loc));
  }

  appendJump(op: number, label: Label, loc: Location): void {
    if (!hasTarget(op)) {
      bug(`opcode ${op} takes no label`);
    }
    this.instructions.push(new Instruction(op, 0, label, loc));
  }

  /** Inserts in front of `position`; labels that stand there move behind the new instruction. */
  insert(position: number, op: number, arg: number, loc: Location): void {
    this.#insert(position, new Instruction(op, arg, null, loc));
  }

  insertJump(position: number, op: number, label: Label, loc: Location): void {
    this.#insert(position, new Instruction(op, 0, label, loc));
  }

  #insert(position: number, instruction: Instruction): void {
    this.instructions.splice(position, 0, instruction);
    for (const label of this.#labels) {
      if (label.position >= position) {
        label.position++;
      }
    }
  }

  /** All placed labels, in the order of placing. */
  get placedLabels(): readonly Label[] {
    return this.#labels;
  }
}

/** One scope, ready to be assembled. Lists of names are in the order of their indices. */
export interface CodeUnit {
  readonly name: string;
  readonly qualname: string;
  readonly filename: Text;
  readonly firstlineno: number;
  /** `co_argcount`: positional parameters, positional-only ones included. */
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  /** `co_flags`. */
  readonly flags: number;
  /** Merged by `cache`, first come first; the optimiser adds folded tuples and drops what is not used. */
  readonly consts: readonly Constant[];
  readonly names: readonly string[];
  /** Parameters first, `*args` and `**kwargs` last among them. */
  readonly varnames: readonly string[];
  readonly cellvars: readonly string[];
  readonly freevars: readonly string[];
  /** Variables of inlined comprehensions outside functions (CO_FAST_HIDDEN). */
  readonly fastHidden: ReadonlySet<string>;
  readonly sequence: InstructionSequence;
  /** One for the whole module. */
  readonly cache: ConstantCache;
}
