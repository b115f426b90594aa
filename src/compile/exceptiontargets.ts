/**
 * Turns the nesting of SETUP_* and POP_BLOCK into a handler for each instruction (CPython: `mark_except_handlers`
 * and `label_exception_targets` in Python/flowgraph.c).
 *
 * Trap: blocks are walked last in, first out, and a block takes the handlers of the way on which it is met first.
 */
import { POP_BLOCK, SETUP_FINALLY, YIELD_VALUE } from "../bytecode/generated/op.ts";
import { isBlockPush, isJump } from "../bytecode/opcode-properties.ts";
import { bug } from "../util/assert.ts";
import type { BasicBlock, FlowGraph } from "./flowgraph.ts";

/** Handlers in force, as a linked list: sharing needs no copies. */
interface HandlerStack {
  readonly handler: BasicBlock;
  readonly outer: HandlerStack | null;
  readonly depth: number;
}

export function labelExceptionTargets(graph: FlowGraph): void {
  graph.clearVisited();
  graph.entry.visited = true;
  const todo: [BasicBlock, HandlerStack | null][] = [[graph.entry, null]];
  const visit = (block: BasicBlock, handlers: HandlerStack | null): void => {
    if (!block.visited) {
      block.visited = true;
      todo.push([block, handlers]);
    }
  };
  for (let work = todo.pop(); work !== undefined; work = todo.pop()) {
    const [block, startHandlers] = work;
    const handlers = labelBlock(block, startHandlers, visit);
    if (block.hasFallthrough && block.next !== null) {
      visit(block.next, handlers);
    }
  }
}

/** Labels one block and gives the handlers in force behind it. */
function labelBlock(
  block: BasicBlock,
  startHandlers: HandlerStack | null,
  visit: (block: BasicBlock, handlers: HandlerStack | null) => void,
): HandlerStack | null {
  let handlers = startHandlers;
  for (const instruction of block.instructions) {
    const { op, target } = instruction;
    if (isBlockPush(op)) {
      const handler = target ?? bug("SETUP without a handler");
      visit(handler, handlers);
      if (op !== SETUP_FINALLY) {
        handler.preservesLasti = true;
      }
      handlers = { handler, outer: handlers, depth: (handlers?.depth ?? 0) + 1 };
    } else if (op === POP_BLOCK) {
      handlers = handlers === null ? bug("POP_BLOCK without a SETUP") : handlers.outer;
    } else {
      instruction.handler = handlers?.handler ?? null;
      if (op === YIELD_VALUE) {
        instruction.arg = handlers?.depth ?? 0;
      } else if (isJump(op)) {
        visit(target ?? bug("jump without a target"), handlers);
      }
    }
  }
  return handlers;
}

/** Marks blocks behind SETUP_* in code that no path reaches too, as CPython does. */
export function markExceptionHandlers(graph: FlowGraph): void {
  for (const block of graph.blocks()) {
    for (const { op, target } of block.instructions) {
      if (isBlockPush(op) && target !== null) {
        target.isHandler = true;
      }
    }
  }
}
