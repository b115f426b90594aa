/**
 * The control flow graph of one scope: basic blocks in layout order, made from an instruction sequence
 * (CPython: the data structures and "CFG construction" of Python/flowgraph.c).
 *
 * Trap: every label that was placed starts a block and gives it its number, jumped to or not; the removal of
 * redundant pairs stops at blocks with a label. Of several labels in one place the one made last counts.
 */
import { JUMP } from "../bytecode/generated/op.ts";
import { isJump, isScopeExit, isTerminator, isUnconditionalJump } from "../bytecode/opcode-properties.ts";
import { bug } from "../util/assert.ts";
import type { InstructionSequence, Label, Location } from "./instructions.ts";

export class FlowInstruction {
  /** For jumps and SETUP_*. */
  target: BasicBlock | null = null;
  /** The handler of what this instruction raises. */
  handler: BasicBlock | null = null;

  /** The argument of a jump is the number of a label, not always that of its target, until offsets are known. */
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
  /** Negative if the block has no label. */
  labelId = -1;
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

  /** A number above those of all labels. */
  nextLabelId(): number {
    let highest = -1;
    for (const block of this.blocks()) {
      highest = Math.max(highest, block.labelId);
    }
    return highest + 1;
  }

  clearVisited(): void {
    for (const block of this.blocks()) {
      block.visited = false;
    }
  }
}

/** Splits the sequence behind every terminator and in front of every label. */
export function buildFlowGraph(sequence: InstructionSequence): FlowGraph {
  const labelIds = new Map<number, number>();
  for (const { position, id } of sequence.placedLabels) {
    labelIds.set(position, Math.max(id, labelIds.get(position) ?? -1));
  }
  const graph = new FlowGraph(new BasicBlock());
  const blockAt = new Map<number, BasicBlock>();
  const pending: [FlowInstruction, Label][] = [];
  let block = graph.entry;
  for (let position = 0; position < sequence.instructions.length; position++) {
    const { op, arg, label, loc } = sequence.instructions[position]!;
    const labelId = labelIds.get(position);
    const last = block.last;
    if (last !== undefined && (labelId !== undefined || isTerminator(last.op))) {
      block = block.next = new BasicBlock();
    }
    if (labelId !== undefined) {
      block.labelId = labelId;
      blockAt.set(position, block);
    }
    const instruction = block.append(op, arg, loc);
    if (label !== null) {
      pending.push([instruction, label]);
    }
  }
  for (const [instruction, label] of pending) {
    const target = blockAt.get(label.position) ?? bug("a jump goes to a label that was not placed");
    instruction.target = target;
    instruction.arg = target.labelId;
  }
  return graph;
}

/** Puts a block that only jumps to `target` behind `block`. */
export function insertJumpBehind(block: BasicBlock, target: BasicBlock, loc: Location): BasicBlock {
  const jump = new BasicBlock();
  jump.append(JUMP, target.labelId, loc).target = target;
  jump.next = block.next;
  block.next = jump;
  return jump;
}

/** Whether the instruction is a jump and, if so, the block where it goes. */
export function jumpTarget(instruction: FlowInstruction | undefined): BasicBlock | undefined {
  return instruction !== undefined && isJump(instruction.op) ? (instruction.target ?? undefined) : undefined;
}
