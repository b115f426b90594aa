/**
 * Gives every instruction that leaves a frame a line, and hands lines on to instructions without one (CPython:
 * `resolve_line_numbers` in Python/flowgraph.c; PEP 626).
 */
import { RETURN_VALUE } from "../bytecode/generated/op.ts";
import { BasicBlock, type FlowGraph, jumpTarget } from "./flowgraph.ts";
import { type Location, NO_LOCATION } from "./instructions.ts";

export function resolveLineNumbers(graph: FlowGraph, firstlineno: number): void {
  duplicateExitsWithoutLine(graph);
  propagateLineNumbers(graph);
  guaranteeLinesOfExits(graph, firstlineno);
}

function isExitWithoutLine(block: BasicBlock): boolean {
  return block.exitsScope && block.instructions.every((instruction) => instruction.loc.lineno < 0);
}

/** So that each such block has one predecessor, whose line it can take. */
function duplicateExitsWithoutLine(graph: FlowGraph): void {
  let nextLabelId = graph.nextLabelId();
  for (const block of graph.blocks()) {
    const last = block.last;
    const target = jumpTarget(last);
    if (last === undefined || target === undefined || !isExitWithoutLine(target) || target.predecessors <= 1) {
      continue;
    }
    const copy = new BasicBlock();
    copy.labelId = nextLabelId++;
    copy.instructions = target.instructions.map((instruction) => instruction.copy());
    copy.instructions[0]!.loc = last.loc;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    target.next = copy;
  }
  for (const block of graph.blocks()) {
    const last = block.last;
    if (last !== undefined && block.hasFallthrough && block.next !== null && isExitWithoutLine(block.next)) {
      block.next.instructions[0]!.loc = last.loc;
    }
  }
}

function propagateLineNumbers(graph: FlowGraph): void {
  for (const block of graph.blocks()) {
    let previous = NO_LOCATION;
    for (const instruction of block.instructions) {
      if (instruction.loc.lineno < 0) {
        instruction.loc = previous;
      } else {
        previous = instruction.loc;
      }
    }
    if (block.instructions.length === 0) {
      continue;
    }
    if (block.hasFallthrough && block.next !== null) {
      inherit(block.next, previous);
    }
    const target = jumpTarget(block.last);
    if (target !== undefined) {
      inherit(target, previous);
    }
  }
}

function inherit(block: BasicBlock, loc: Location): void {
  const first = block.instructions[0];
  if (block.predecessors === 1 && first !== undefined && first.loc.lineno < 0) {
    first.loc = loc;
  }
}

/** The last resort: a return without a line gets that of the block in front of it. */
function guaranteeLinesOfExits(graph: FlowGraph, firstlineno: number): void {
  let lineno = firstlineno;
  for (const block of graph.blocks()) {
    const last = block.last;
    if (last === undefined) {
      continue;
    }
    if (last.loc.lineno >= 0) {
      lineno = last.loc.lineno;
    } else if (last.op === RETURN_VALUE) {
      for (const instruction of block.instructions) {
        instruction.loc = { ...instruction.loc, lineno };
      }
    }
  }
}
