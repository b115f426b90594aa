/**
 * The control flow graph that one piece of compiled code is made of: blocks, dominators, loops.
 *
 * Compilation may enter a code object in the middle of nested loops (a running loop became hot). The graph is then
 * unrolled into "spaces", which keeps it reducible: space 0 is what is left of the innermost loop that is entered,
 * and an edge to the header of the k-th loop around the entry leads to space k, where that loop stands whole.
 * Trap: exception handlers are no part of the graph. Compiled code is left where something raises.
 */
import * as OP from "../bytecode/generated/op.ts";
import { CACHE_COUNTS, isJump, isScopeExit } from "../bytecode/opcode-properties.ts";
import type { PyCode } from "../objects/types/code.ts";

/** A straight run of instructions in one space. */
export class Block {
  successors: Block[] = [];
  predecessors: Block[] = [];
  /** Position in reverse postorder; the entry is 0. */
  order = -1;
  dominator: Block | null = null;
  /** The innermost loop around it, by its header; a header is in its own loop. */
  loop: Block | null = null;
  /** Of a loop's header: all blocks of the loop, and the header of the loop around it. */
  body: Set<Block> | null = null;
  outer: Block | null = null;
  /** Where the text of this block is put: a child of this block in the tree that is emitted. */
  parent: Block | null = null;
  children: Block[] = [];
  /** Outside the loop that the piece of code is: it is left here. */
  isOutside = false;
  /** Reached by more than one way, or placed behind a loop: its entry state is in variables. */
  isMerge = false;

  constructor(
    readonly start: number,
    readonly space: number,
  ) {}
}

export interface Graph {
  readonly entry: Block;
  /** In reverse postorder. */
  readonly blocks: readonly Block[];
  /** The block that a jump from `from` to the instruction `target` leads to. */
  find(from: Block, target: number): Block;
  /** Instruction indices at which blocks start. */
  readonly leaders: ReadonlySet<number>;
}

export const nextOf = (code: PyCode, pc: number): number => pc + 1 + CACHE_COUNTS[code.ops[pc]];

/** Where FOR_ITER goes at the end of its iterator: behind END_FOR. */
export const endOfLoop = (code: PyCode, pc: number): number => code.args[pc] + 1;

function targetsOf(code: PyCode, pc: number): number[] {
  const op = code.ops[pc];
  if (op === OP.FOR_ITER) return [nextOf(code, pc), endOfLoop(code, pc)];
  if (op === OP.JUMP_FORWARD || op === OP.JUMP_BACKWARD || op === OP.JUMP_BACKWARD_NO_INTERRUPT) return [code.args[pc]];
  if (isJump(op)) return [nextOf(code, pc), code.args[pc]];
  if (isScopeExit(op)) return [];
  return [nextOf(code, pc)];
}

const endsBlock = (op: number): boolean => isJump(op) || isScopeExit(op);

function findLeaders(code: PyCode, entry: number): Set<number> {
  const leaders = new Set<number>([entry]);
  const work = [entry];
  const seen = new Set<number>();
  while (work.length > 0) {
    let pc = work.pop() as number;
    while (!seen.has(pc) && pc < code.ops.length - 1) {
      seen.add(pc);
      const targets = targetsOf(code, pc);
      if (endsBlock(code.ops[pc])) {
        for (const target of targets) {
          leaders.add(target);
          work.push(target);
        }
        break;
      }
      pc = targets[0];
    }
  }
  return leaders;
}

/** The headers of the loops around `entry`, innermost first, by the backward jumps that enclose it. */
function enclosingHeaders(code: PyCode, entry: number): number[] {
  const ends = new Map<number, number>();
  for (let pc = 0; pc < code.ops.length - 1; pc = nextOf(code, pc)) {
    if (code.ops[pc] === OP.JUMP_BACKWARD || code.ops[pc] === OP.JUMP_BACKWARD_NO_INTERRUPT) {
      ends.set(code.args[pc], Math.max(pc, ends.get(code.args[pc]) ?? 0));
    }
  }
  return [...ends]
    .filter(([header, end]) => header < entry && entry <= end)
    .map(([header]) => header)
    .sort((a, b) => b - a);
}

/** The last backward jump to an instruction, or -1 if it begins no loop. */
function endOfLoopAt(code: PyCode, header: number): number {
  let end = -1;
  for (let pc = 0; pc < code.ops.length - 1; pc = nextOf(code, pc)) {
    if (code.ops[pc] === OP.JUMP_BACKWARD && code.args[pc] === header) end = pc;
  }
  return end;
}

/**
 * The graph from the instruction `start` on; undefined if its loops are not well nested. What begins with a loop is that
 * loop alone: short code is optimised sooner, and what stands around it is entered by itself when that is hot.
 */
export function buildGraph(code: PyCode, start: number): Graph | undefined {
  const leaders = findLeaders(code, start);
  const end = start === 0 ? -1 : endOfLoopAt(code, start);
  const headers = start === 0 || end >= 0 ? [] : enclosingHeaders(code, start);
  const blocks = new Map<string, Block>();
  const find = (from: Block, target: number): Block => {
    const level = headers.indexOf(target) + 1;
    return at(target, level > from.space ? level : from.space);
  };
  const at = (pc: number, space: number): Block => {
    const key = `${space}:${pc}`;
    let block = blocks.get(key);
    if (block === undefined) {
      block = new Block(pc, space);
      block.isOutside = end >= 0 && (pc < start || pc > end);
      blocks.set(key, block);
    }
    return block;
  };
  const entry = at(start, 0);
  const order = walk(code, entry, leaders, find);
  findDominators(order);
  if (!findLoops(order)) return undefined;
  placeBlocks(order);
  return { entry, blocks: order, find, leaders };
}

/** The last instruction of a block. */
export function lastOf(code: PyCode, start: number, leaders: ReadonlySet<number>): number {
  let pc = start;
  while (!endsBlock(code.ops[pc]) && !leaders.has(nextOf(code, pc))) pc = nextOf(code, pc);
  return pc;
}

/** Depth first from the entry; fills in the edges. Gives the blocks in reverse postorder. */
function walk(
  code: PyCode,
  entry: Block,
  leaders: ReadonlySet<number>,
  find: (from: Block, target: number) => Block,
): Block[] {
  const finished: Block[] = [];
  const open: { block: Block; next: number }[] = [{ block: entry, next: 0 }];
  const seen = new Set<Block>([entry]);
  const connect = (block: Block): void => {
    if (block.isOutside) return;
    for (const target of targetsOf(code, lastOf(code, block.start, leaders))) {
      const successor = find(block, target);
      if (!block.successors.includes(successor)) block.successors.push(successor);
      successor.predecessors.push(block);
    }
  };
  connect(entry);
  while (open.length > 0) {
    const top = open[open.length - 1];
    const successor = top.block.successors[top.next++];
    if (successor === undefined) {
      finished.push(top.block);
      open.pop();
    } else if (!seen.has(successor)) {
      seen.add(successor);
      connect(successor);
      open.push({ block: successor, next: 0 });
    }
  }
  finished.reverse();
  for (let i = 0; i < finished.length; i++) finished[i].order = i;
  return finished;
}

/** Cooper, Harvey and Kennedy's iteration. */
function findDominators(blocks: readonly Block[]): void {
  const common = (a: Block, b: Block): Block => {
    let [left, right] = [a, b];
    while (left !== right) {
      while (left.order > right.order) left = left.dominator as Block;
      while (right.order > left.order) right = right.dominator as Block;
    }
    return left;
  };
  blocks[0].dominator = blocks[0];
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of blocks.slice(1)) {
      let dominator: Block | null = null;
      for (const each of block.predecessors) {
        if (each.dominator !== null) dominator = dominator === null ? each : common(each, dominator);
      }
      if (dominator !== block.dominator) {
        block.dominator = dominator;
        changed = true;
      }
    }
  }
  blocks[0].dominator = null;
}

export function dominates(a: Block, b: Block): boolean {
  let each: Block | null = b;
  while (each !== null && each.order > a.order) each = each.dominator;
  return each === a;
}

/** Mark the headers and say for each block which loop it is in; false if a loop has two entries. */
function findLoops(blocks: readonly Block[]): boolean {
  for (const block of blocks) {
    for (const header of block.successors) {
      if (header.order > block.order) continue;
      if (!dominates(header, block)) return false;
      header.body ??= new Set([header]);
      const { body } = header;
      const work = [block];
      for (let each = work.pop(); each !== undefined; each = work.pop()) {
        if (body.has(each)) continue;
        body.add(each);
        work.push(...each.predecessors);
      }
    }
  }
  // Inner loops have the later headers.
  for (const header of blocks) {
    if (header.body === null) continue;
    header.outer = header.loop;
    for (const block of header.body) block.loop = header;
  }
  return true;
}

/** Decide where each block's text goes: inside its dominator, or behind the outermost loop that it is left for. */
function placeBlocks(blocks: readonly Block[]): void {
  blocks[0].isMerge = blocks[0].body !== null;
  for (const block of blocks.slice(1)) {
    const forward = block.predecessors.filter((each) => each.order < block.order);
    block.isMerge = block.body !== null || forward.length > 1;
    let parent = block.dominator as Block;
    for (let header: Block | null = parent.loop; header !== null; header = header.outer) {
      if (header.body?.has(block)) break;
      parent = header;
      block.isMerge = true;
    }
    block.parent = parent;
    parent.children.push(block);
  }
}
