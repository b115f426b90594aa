/**
 * Finds reads of local variables that may be unbound and makes them LOAD_FAST_CHECK (CPython:
 * `add_checks_for_loads_of_uninitialized_variables` in Python/flowgraph.c).
 *
 * Trap: variables from the 65th on are looked at within one block only, so their reads are checked more often
 * than they need be; that is part of the bytecode.
 */
import {
  DELETE_FAST,
  LOAD_FAST,
  LOAD_FAST_AND_CLEAR,
  LOAD_FAST_CHECK,
  STORE_FAST,
  STORE_FAST_MAYBE_NULL,
} from "../bytecode/generated/op.ts";
import type { BasicBlock, FlowGraph, FlowInstruction } from "./flowgraph.ts";
import { jumpTarget } from "./flowgraph.ts";

const TRACKED_LOCALS = 64;

/** What an instruction does to the knowledge about a local: 1 it may be unbound now, -1 it is bound, 0 nothing. */
function bindingEffect(op: number): number {
  switch (op) {
    case DELETE_FAST:
    case LOAD_FAST_AND_CLEAR:
    case STORE_FAST_MAYBE_NULL:
      return 1;
    case STORE_FAST:
    case LOAD_FAST_CHECK:
    case LOAD_FAST:
      return -1;
  }
  return 0;
}

export function addChecksForUninitialized(graph: FlowGraph, localCount: number, parameterCount: number): void {
  if (localCount === 0) {
    return;
  }
  if (localCount > TRACKED_LOCALS) {
    checkUntrackedLocals(graph);
  }
  new UnboundLocals(graph).run(parameterCount, Math.min(localCount, TRACKED_LOCALS));
}

function checkUntrackedLocals(graph: FlowGraph): void {
  for (const block of graph.blocks()) {
    const bound = new Set<number>();
    for (const instruction of block.instructions) {
      const effect = instruction.arg < TRACKED_LOCALS ? 0 : bindingEffect(instruction.op);
      if (effect === 0 || instruction.op === LOAD_FAST_CHECK) {
        continue;
      }
      if (effect > 0) {
        bound.delete(instruction.arg);
        continue;
      }
      if (instruction.op === LOAD_FAST && !bound.has(instruction.arg)) {
        instruction.op = LOAD_FAST_CHECK;
      }
      bound.add(instruction.arg);
    }
  }
}

/** A forward analysis; a set of 64 locals is two 32-bit words. */
class UnboundLocals {
  readonly #low = new Map<BasicBlock, number>();
  readonly #high = new Map<BasicBlock, number>();
  readonly #todo: BasicBlock[] = [];

  constructor(readonly graph: FlowGraph) {}

  run(firstLocal: number, endLocal: number): void {
    let low = 0;
    let high = 0;
    for (let local = firstLocal; local < endLocal; local++) {
      low |= lowBit(local);
      high |= highBit(local);
    }
    this.graph.clearVisited();
    this.#reach(this.graph.entry, low, high);
    for (const block of this.graph.blocks()) {
      this.#scan(block);
    }
    for (let block = this.#todo.pop(); block !== undefined; block = this.#todo.pop()) {
      block.visited = false;
      this.#scan(block);
    }
  }

  #reach(block: BasicBlock, low: number, high: number): void {
    const oldLow = this.#low.get(block) ?? 0;
    const oldHigh = this.#high.get(block) ?? 0;
    const newLow = oldLow | low;
    const newHigh = oldHigh | high;
    if (newLow === oldLow && newHigh === oldHigh) {
      return;
    }
    this.#low.set(block, newLow);
    this.#high.set(block, newHigh);
    if (!block.visited) {
      block.visited = true;
      this.#todo.push(block);
    }
  }

  #scan(block: BasicBlock): void {
    let low = this.#low.get(block) ?? 0;
    let high = this.#high.get(block) ?? 0;
    for (const instruction of block.instructions) {
      if (instruction.handler !== null) {
        this.#reach(instruction.handler, low, high);
      }
      const effect = instruction.arg < TRACKED_LOCALS ? bindingEffect(instruction.op) : 0;
      if (effect === 0) {
        continue;
      }
      const bitLow = lowBit(instruction.arg);
      const bitHigh = highBit(instruction.arg);
      if (effect > 0) {
        low |= bitLow;
        high |= bitHigh;
        continue;
      }
      checkIfUnbound(instruction, (low & bitLow) | (high & bitHigh));
      low &= ~bitLow;
      high &= ~bitHigh;
    }
    if (block.next !== null && block.hasFallthrough) {
      this.#reach(block.next, low, high);
    }
    const target = jumpTarget(block.last);
    if (target !== undefined) {
      this.#reach(target, low, high);
    }
  }
}

function checkIfUnbound(instruction: FlowInstruction, unbound: number): void {
  if (instruction.op === LOAD_FAST && unbound !== 0) {
    instruction.op = LOAD_FAST_CHECK;
  }
}

function lowBit(local: number): number {
  return local < 32 ? 1 << local : 0;
}

function highBit(local: number): number {
  return local < 32 ? 0 : 1 << (local - 32);
}
