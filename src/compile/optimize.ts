/**
 * The passes over the whole flow graph up to the layout of cold blocks (CPython: `optimize_cfg`,
 * `remove_unused_consts` and `push_cold_blocks_to_end` in Python/flowgraph.c).
 *
 * Trap: order matters everywhere, and `predecessors` is counted once only, when unreachable blocks are removed.
 */
import type { Constant } from "../bytecode/constants.ts";
import { COPY, KW_NAMES, LOAD_CONST, NOP, POP_TOP, RETURN_CONST } from "../bytecode/generated/op.ts";
import { hasTarget, isJump, isUnconditionalJump } from "../bytecode/opcode-properties.ts";
import { bug } from "../util/assert.ts";
import type { ConstantCache } from "./constantcache.ts";
import { type BasicBlock, type FlowGraph, type FlowInstruction, insertJumpBehind } from "./flowgraph.ts";
import { NO_LOCATION } from "./instructions.ts";
import type { PassDone } from "./observe.ts";
import { optimizeBasicBlock } from "./optimizeblock.ts";

/** Exit blocks of at most this many instructions are copied in place of a jump to them. */
const MAX_COPY_SIZE = 4;

export function optimizeFlowGraph(graph: FlowGraph, consts: Constant[], cache: ConstantCache, done: PassDone): void {
  eliminateEmptyBlocks(graph);
  done("eliminate_empty_basic_blocks");
  inlineSmallExitBlocks(graph);
  done("inline_small_exit_blocks");
  for (const block of graph.blocks()) {
    optimizeBasicBlock(block, consts, cache);
  }
  done("optimize_basic_block");
  removeRedundantPairs(graph);
  done("remove_redundant_nops_and_pairs");
  inlineSmallExitBlocks(graph);
  done("inline_small_exit_blocks");
  removeUnreachable(graph);
  done("remove_unreachable");
  removeAllRedundantNops(graph);
  done("remove_redundant_nops");
  eliminateEmptyBlocks(graph);
  done("eliminate_empty_basic_blocks");
  removeRedundantJumps(graph);
  done("remove_redundant_jumps");
}

function eliminateEmptyBlocks(graph: FlowGraph): void {
  while (graph.entry.instructions.length === 0 && graph.entry.next !== null) {
    graph.entry = graph.entry.next;
  }
  for (const block of graph.blocks()) {
    block.next = skipEmpty(block.next);
  }
  let nextLabelId = graph.nextLabelId();
  for (const block of graph.blocks()) {
    for (const instruction of block.instructions) {
      if (!hasTarget(instruction.op)) {
        continue;
      }
      const target = skipEmpty(instruction.target) ?? bug("a jump goes behind the last block");
      if (target === instruction.target) {
        continue;
      }
      if (target.labelId < 0) {
        target.labelId = nextLabelId++;
      }
      instruction.target = target;
      instruction.arg = target.labelId;
    }
  }
}

function skipEmpty(block: BasicBlock | null): BasicBlock | null {
  let full = block;
  while (full !== null && full.instructions.length === 0) {
    full = full.next;
  }
  return full;
}

/** A jump to a short block that leaves the frame is replaced by a copy of the block. */
function inlineSmallExitBlocks(graph: FlowGraph): void {
  for (const block of graph.blocks()) {
    const last = block.last;
    if (last === undefined || !isUnconditionalJump(last.op)) {
      continue;
    }
    const target = last.target ?? bug("jump without a target");
    if (target.exitsScope && target.instructions.length <= MAX_COPY_SIZE) {
      last.set(NOP, 0);
      block.instructions.push(...target.instructions.map((instruction) => instruction.copy()));
    }
  }
}

/** Drops NOPs that no line number event needs. */
function removeRedundantNops(block: BasicBlock): void {
  const { instructions } = block;
  const kept: FlowInstruction[] = [];
  let previousLine = -1;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    const lineno = instruction.loc.lineno;
    if (instruction.op === NOP) {
      const next = instructions[i + 1];
      const nextLine = next === undefined ? firstLineOf(skipEmpty(block.next)) : next.loc.lineno;
      if (lineno < 0 || lineno === previousLine || lineno === nextLine) {
        continue;
      }
      if (next !== undefined && next.loc.lineno < 0) {
        next.loc = instruction.loc;
        continue;
      }
    }
    kept.push(instruction);
    previousLine = lineno;
  }
  if (kept.length < instructions.length) {
    block.instructions = kept;
  }
}

/** The line of a block's first instruction that is not a NOP without a line. */
function firstLineOf(block: BasicBlock | null): number | undefined {
  const first = block?.instructions.find(({ op, loc }) => op !== NOP || loc.lineno >= 0);
  return first === undefined ? undefined : first.loc.lineno;
}

export function removeAllRedundantNops(graph: FlowGraph): void {
  for (const block of graph.blocks()) {
    removeRedundantNops(block);
  }
}

/** Removes pushes of a constant or a copy that are popped at once, until there are none. */
function removeRedundantPairs(graph: FlowGraph): void {
  for (let changed = true; changed; ) {
    changed = false;
    let previous: FlowInstruction | null = null;
    for (const block of graph.blocks()) {
      removeRedundantNops(block);
      if (block.labelId >= 0) {
        previous = null;
      }
      for (const instruction of block.instructions) {
        if (instruction.op === POP_TOP && previous !== null && pushesOnly(previous)) {
          previous.set(NOP, 0);
          instruction.set(NOP, 0);
          changed = true;
        }
        previous = instruction;
      }
      if ((previous !== null && isJump(previous.op)) || !block.hasFallthrough) {
        previous = null;
      }
    }
  }
}

function pushesOnly({ op, arg }: FlowInstruction): boolean {
  return op === LOAD_CONST || (op === COPY && arg === 1);
}

/**
 * Counts predecessors of what can be reached from the entry and empties all other blocks. A block that waits
 * twice is counted from twice, as in CPython: all that matters is whether there are none, one or more.
 */
function removeUnreachable(graph: FlowGraph): void {
  graph.clearVisited();
  graph.entry.predecessors = 1;
  const todo = [graph.entry];
  const reach = (block: BasicBlock): void => {
    if (!block.visited) {
      todo.push(block);
    }
    block.predecessors++;
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    block.visited = true;
    if (block.next !== null && block.hasFallthrough) {
      reach(block.next);
    }
    for (const { op, target } of block.instructions) {
      if (hasTarget(op) && target !== null) {
        reach(target);
      }
    }
  }
  for (const block of graph.blocks()) {
    if (block.predecessors === 0) {
      block.instructions = [];
    }
  }
}

/** A jump to the block that follows becomes a NOP. */
function removeRedundantJumps(graph: FlowGraph): void {
  for (const block of graph.blocks()) {
    const last = block.last;
    if (last !== undefined && isUnconditionalJump(last.op) && last.target === block.next) {
      last.set(NOP, 0);
    }
  }
}

/** Renumbers the constants that instructions still use; the first one stays, it may be the docstring. */
export function removeUnusedConsts(graph: FlowGraph, consts: Constant[]): Constant[] {
  if (consts.length === 0) return consts;
  const users = constInstructions(graph);
  const isUsed = consts.map((_, index) => index === 0);
  for (const { arg } of users) isUsed[arg] = true;
  const kept = consts.filter((_, index) => isUsed[index]);
  if (kept.length === consts.length) return consts;
  let next = 0;
  const newIndices = isUsed.map((used) => (used ? next++ : -1));
  for (const instruction of users) instruction.arg = newIndices[instruction.arg]!;
  return kept;
}

function constInstructions(graph: FlowGraph): FlowInstruction[] {
  const users: FlowInstruction[] = [];
  for (const block of graph.blocks()) {
    for (const instruction of block.instructions) {
      const { op } = instruction;
      if (op === LOAD_CONST || op === RETURN_CONST || op === KW_NAMES) users.push(instruction);
    }
  }
  return users;
}

/** Moves blocks that are reached by exceptions only behind all others. */
export function pushColdBlocksToEnd(graph: FlowGraph): void {
  if (graph.entry.next === null) {
    return;
  }
  markWarm(graph);
  markCold(graph);
  let nextLabelId = graph.nextLabelId();
  for (const block of graph.blocks()) {
    if (block.isCold && block.hasFallthrough && block.next?.isWarm) {
      if (block.next.labelId < 0) {
        block.next.labelId = nextLabelId++;
      }
      insertJumpBehind(block, block.next, NO_LOCATION).isCold = true;
    }
  }
  const blocks = [...graph.blocks()];
  const cold = blocks.filter((block) => block.isCold);
  if (cold.length === 0) {
    return;
  }
  const order = [...blocks.filter((block) => !block.isCold), ...cold];
  for (const [index, block] of order.entries()) {
    block.next = order[index + 1] ?? null;
  }
  removeRedundantJumps(graph);
}

function markWarm(graph: FlowGraph): void {
  graph.clearVisited();
  graph.entry.visited = true;
  spread([graph.entry], (block) => {
    block.isWarm = true;
  });
}

function markCold(graph: FlowGraph): void {
  graph.clearVisited();
  const handlers = [...graph.blocks()].filter((block) => block.isHandler);
  for (const block of handlers) {
    block.visited = true;
  }
  spread(
    handlers,
    (block) => {
      block.isCold = true;
    },
    (block) => !block.isWarm,
  );
}

/** Visits all that is reached by jumps and fallthrough, through blocks that are allowed. */
function spread(
  start: BasicBlock[],
  visit: (block: BasicBlock) => void,
  allowed: (block: BasicBlock) => boolean = () => true,
): void {
  const todo = start;
  const reach = (block: BasicBlock): void => {
    if (!block.visited && allowed(block)) {
      block.visited = true;
      todo.push(block);
    }
  };
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    visit(block);
    if (block.next !== null && block.hasFallthrough) {
      reach(block.next);
    }
    const last = block.last;
    if (last !== undefined && isJump(last.op) && last.target !== null) {
      reach(last.target);
    }
  }
}
