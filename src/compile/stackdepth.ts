/**
 * The deepest operand stack on any way through the flow graph (CPython: `_PyCfg_Stackdepth`).
 *
 * Trap: it also notes each block's depth on entry, which the exception table needs.
 */
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from "../bytecode/code.ts";
import { hasTarget, isScopeExit, isUnconditionalJump, knownStackEffect } from "../bytecode/opcode-properties.ts";
import type { BasicBlock, FlowGraph } from "./flowgraph.ts";

/** Blocks that were entered this deep are not looked at again. */
const MAX_REVISITED_DEPTH = 100;

export function computeStackDepth(graph: FlowGraph, codeFlags: number): number {
  for (const block of graph.blocks()) {
    block.startDepth = Number.MIN_SAFE_INTEGER;
  }
  const todo: BasicBlock[] = [];
  const reach = (block: BasicBlock, depth: number): void => {
    if (block.startDepth < depth && block.startDepth < MAX_REVISITED_DEPTH) {
      block.startDepth = depth;
      todo.push(block);
    }
  };
  // RETURN_GENERATOR leaves a value for the POP_TOP behind it, though its own effect is stated as 0.
  const isResumable = (codeFlags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0;
  reach(graph.entry, isResumable ? 1 : 0);
  let deepest = 0;
  for (let block = todo.pop(); block !== undefined; block = todo.pop()) {
    let depth = block.startDepth;
    let next = block.next;
    for (const { op, arg, target } of block.instructions) {
      if (hasTarget(op) && target !== null) {
        const targetDepth = depth + knownStackEffect(op, arg, true);
        deepest = Math.max(deepest, targetDepth);
        reach(target, targetDepth);
      }
      depth += knownStackEffect(op, arg, false);
      deepest = Math.max(deepest, depth);
      if (isUnconditionalJump(op) || isScopeExit(op)) {
        next = null;
        break;
      }
    }
    if (next !== null) {
      reach(next, depth);
    }
  }
  return deepest;
}
