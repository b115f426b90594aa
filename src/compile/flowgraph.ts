/**
 * The control flow graph of one scope: basic blocks in layout order, made from an instruction sequence
 * (CPython: the data structures and "CFG construction" of Python/flowgraph.c).
 *
 * Trap: every label that was placed starts a block and marks it as labelled, jumped to or not; the removal of
 * redundant pairs stops at labelled blocks.
 */
import { JUMP } from "../bytecode/generated/op.ts";
import { isJump, isScopeExit, isTerminator, isUnconditionalJump } from "../bytecode/opcodes.ts";
import { bug } from "../util/assert.ts";
import type { InstructionSequence, Label, Location } from "./instructions.ts";

export class FlowInstruction {
  /** For jumps and SETUP_*. */
  target: BasicBlock | null = null;
  /** The handler of what this instruction raises. */
  handler: BasicBlock | null = null;

  constructor(
    public op: number,
    public arg: number,
    public loc: Location,
  ) {}

  set(op: number, arg: number): void {
    this.op = op;
    this.arg = arg;
  }

  copy(): FlowInstruction {
    const copy = new FlowInstruction(this.op, this.arg, this.loc);
    copy.target = this.target;
    copy.handler = this.handler;
    return copy;
  }
}

export class BasicBlock {
  instructions: FlowInstruction[] = [];
  next: BasicBlock | null = null;
  isLabelled = false;
  /** The target of a SETUP_* instruction. */
  isHandler = false;
  /** The handler wants the offset of the raising instruction on the stack. */
  preservesLasti = false;
  isWarm = false;
  isCold = false;
  predecessors = 0;
  /** Stack depth on entry; negative while unknown. */
  startDepth = -1;
  /** Position in the final code, in code units. */
  offset = 0;
  /** Scratch of the pass that is running. */
  visited = false;

  get last(): FlowInstruction | undefined {
    return this.instructions[this.instructions.length - 1];
  }

  get hasFallthrough(): boolean {
    const last = this.last;
    return last === undefined || !(isScopeExit(last.op) || isUnconditionalJump(last.op));
  }

  get exitsScope(): boolean {
    const last = this.last;
    return last !== undefined && isScopeExit(last.op);
  }

  append(op: number, arg: number, loc: Location): FlowInstruction {
    const instruction = new FlowInstruction(op, arg, loc);
    this.instructions.push(instruction);
    return instruction;
  }
}

export class FlowGraph {
  constructor(public entry: BasicBlock) {}

  /** Blocks in layout order; the list may be changed behind the current block while it is walked. */
  *blocks(): Generator<BasicBlock> {
    for (let block: BasicBlock | null = this.entry; block !== null; block = block.next) {
      yield block;
    }
  }

  clearVisited(): void {
    for (const block of this.blocks()) {
      block.visited = false;
    }
  }
}

/** Splits the sequence behind every terminator and in front of every label. */
export function buildFlowGraph(sequence: InstructionSequence): FlowGraph {
  const labelledPositions = new Set<number>();
  for (const label of sequence.placedLabels) {
    labelledPositions.add(label.position);
  }
  const graph = new FlowGraph(new BasicBlock());
  const blockAt = new Map<number, BasicBlock>();
  const pending: [FlowInstruction, Label][] = [];
  let block = graph.entry;
  for (const [position, { op, arg, label, loc }] of sequence.instructions.entries()) {
    const isLabelled = labelledPositions.has(position);
    const last = block.last;
    if (last !== undefined && (isLabelled || isTerminator(last.op))) {
      block = block.next = new BasicBlock();
    }
    if (isLabelled) {
      block.isLabelled = true;
      blockAt.set(position, block);
    }
    const instruction = block.append(op, arg, loc);
    if (label !== null) {
      pending.push([instruction, label]);
    }
  }
  for (const [instruction, label] of pending) {
    instruction.target = blockAt.get(label.position) ?? bug("a jump goes to a label that was not placed");
  }
  return graph;
}

/** Puts a block that only jumps to `target` behind `block`. */
export function insertJumpBehind(block: BasicBlock, target: BasicBlock, loc: Location): BasicBlock {
  const jump = new BasicBlock();
  jump.append(JUMP, 0, loc).target = target;
  jump.next = block.next;
  block.next = jump;
  return jump;
}

/** Whether the instruction is a jump and, if so, the block where it goes. */
export function jumpTarget(instruction: FlowInstruction | undefined): BasicBlock | undefined {
  return instruction !== undefined && isJump(instruction.op) ? (instruction.target ?? undefined) : undefined;
}
