/**
 * The peephole optimiser within one basic block (CPython: `optimize_basic_block`, `fold_tuple_on_constants`,
 * `swaptimize` and `apply_static_swaps` in Python/flowgraph.c).
 *
 * Trap: what is dropped becomes a NOP that keeps its line; passes that come later remove those NOPs whose line
 * nobody needs. COPY 1 behind a LOAD_CONST counts as that same LOAD_CONST.
 */
import {
  BytesConstant,
  ComplexConstant,
  type Constant,
  FloatConstant,
  FrozenSetConstant,
  TupleConstant,
  WideText,
} from "../bytecode/constants.ts";
import {
  BUILD_TUPLE,
  COPY,
  IS_OP,
  JUMP,
  LOAD_CONST,
  LOAD_GLOBAL,
  NOP,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PUSH_NULL,
  RETURN_CONST,
  RETURN_VALUE,
  STORE_FAST,
  STORE_FAST_MAYBE_NULL,
  SWAP,
  UNPACK_SEQUENCE,
} from "../bytecode/generated/op.ts";
import { bug } from "../util/assert.ts";
import type { ConstantCache } from "./constantcache.ts";
import type { BasicBlock, FlowInstruction } from "./flowgraph.ts";

export function optimizeBasicBlock(block: BasicBlock, consts: Constant[], cache: ConstantCache): void {
  const { instructions } = block;
  let op = 0;
  let arg = 0;
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!;
    const copiesConstant = op === LOAD_CONST && instruction.op === COPY && instruction.arg === 1;
    if (!copiesConstant) {
      op = instruction.op;
      arg = instruction.arg;
    }
    switch (op) {
      case LOAD_CONST:
        i += optimizeLoadConst(instructions, i, arg, consts);
        break;
      case BUILD_TUPLE:
        optimizeBuildTuple(instructions, i, consts, cache);
        break;
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE:
      case POP_JUMP_IF_NONE:
      case POP_JUMP_IF_NOT_NONE:
      case JUMP:
        if (threadJump(instruction)) {
          i--;
        }
        break;
      case SWAP:
        if (arg === 1) {
          instruction.set(NOP, 0);
        } else {
          i = shortenSwaps(instructions, i);
          applyStaticSwaps(instructions, i);
        }
        break;
      case PUSH_NULL: {
        const next = instructions[i + 1];
        if (next?.op === LOAD_GLOBAL) {
          instruction.set(NOP, 0);
          next.arg |= 1;
        }
        break;
      }
    }
  }
}

/** Joins a constant with the jump, `is None` test or return behind it; gives how many instructions to skip. */
function optimizeLoadConst(instructions: FlowInstruction[], i: number, index: number, consts: Constant[]): number {
  const instruction = instructions[i]!;
  const next = instructions[i + 1];
  switch (next?.op) {
    case POP_JUMP_IF_FALSE:
    case POP_JUMP_IF_TRUE: {
      const jumps = isTrue(constantAt(consts, index)) === (next.op === POP_JUMP_IF_TRUE);
      instruction.set(NOP, 0);
      if (jumps) {
        next.op = JUMP;
      } else {
        next.set(NOP, 0);
      }
      return 0;
    }
    case IS_OP: {
      const jump = instructions[i + 2];
      if (constantAt(consts, index) === null && (jump?.op === POP_JUMP_IF_FALSE || jump?.op === POP_JUMP_IF_TRUE)) {
        const jumpsIfNotNone = (next.arg !== 0) !== (jump.op === POP_JUMP_IF_FALSE);
        instruction.set(NOP, 0);
        next.set(NOP, 0);
        jump.op = jumpsIfNotNone ? POP_JUMP_IF_NOT_NONE : POP_JUMP_IF_NONE;
      }
      return 0;
    }
    case RETURN_VALUE:
      instruction.set(NOP, 0);
      next.set(RETURN_CONST, index);
      return 1;
  }
  return 0;
}

function constantAt(consts: Constant[], index: number): Constant {
  const constant = consts[index];
  return constant === undefined ? bug("LOAD_CONST of a constant that is not there") : constant;
}

/** `bool(constant)`. */
function isTrue(constant: Constant): boolean {
  if (constant instanceof FloatConstant) {
    return constant.value !== 0;
  }
  if (constant instanceof ComplexConstant) {
    return constant.real !== 0 || constant.imag !== 0;
  }
  if (constant instanceof BytesConstant) {
    return constant.bytes.length > 0;
  }
  if (constant instanceof TupleConstant || constant instanceof FrozenSetConstant) {
    return constant.items.length > 0;
  }
  if (constant instanceof WideText) {
    return constant.codePoints.length > 0;
  }
  return Boolean(constant);
}

function optimizeBuildTuple(
  instructions: FlowInstruction[],
  i: number,
  consts: Constant[],
  cache: ConstantCache,
): void {
  const instruction = instructions[i]!;
  const size = instruction.arg;
  const next = instructions[i + 1];
  if (next?.op === UNPACK_SEQUENCE && next.arg === size) {
    if (size === 1) {
      instruction.set(NOP, 0);
      next.set(NOP, 0);
      return;
    }
    if (size === 2 || size === 3) {
      instruction.set(NOP, 0);
      next.op = SWAP;
      return;
    }
  }
  if (i >= size) {
    foldTuple(instructions, i, consts, cache);
  }
}

/** LOAD_CONST a, LOAD_CONST b, BUILD_TUPLE 2 becomes LOAD_CONST (a, b). */
function foldTuple(instructions: FlowInstruction[], i: number, consts: Constant[], cache: ConstantCache): void {
  const build = instructions[i]!;
  const loads = instructions.slice(i - build.arg, i);
  if (!loads.every((load) => load.op === LOAD_CONST)) {
    return;
  }
  const tuple = cache.merge(new TupleConstant(loads.map((load) => constantAt(consts, load.arg))));
  let index = consts.indexOf(tuple);
  if (index < 0) {
    index = consts.length;
    consts.push(tuple);
  }
  for (const load of loads) {
    load.set(NOP, 0);
  }
  build.set(LOAD_CONST, index);
}

/** Lets a jump to a jump on the same line, or on none, go to where the second one goes. */
function threadJump(jump: FlowInstruction): boolean {
  const first = jump.target?.instructions[0];
  if (first?.op !== JUMP || first.target === jump.target) {
    return false;
  }
  if (first.loc.lineno !== jump.loc.lineno && first.loc.lineno !== -1) {
    return false;
  }
  jump.target = first.target;
  return true;
}

/**
 * Replaces a run of SWAPs and NOPs by the shortest one with the same effect, and gives its last index. The
 * permutation is split into cycles; each is undone through the top of the stack, written from the end backwards.
 */
function shortenSwaps(instructions: FlowInstruction[], start: number): number {
  let end = start;
  let depth = 0;
  let swapCount = 0;
  for (; end < instructions.length; end++) {
    const { op, arg } = instructions[end]!;
    if (op === SWAP) {
      depth = Math.max(depth, arg);
      swapCount++;
    } else if (op !== NOP) {
      break;
    }
  }
  if (swapCount < 2) {
    return start;
  }
  const stack = Array.from({ length: depth }, (_value, index) => index);
  for (let i = start; i < end; i++) {
    const { op, arg } = instructions[i]!;
    if (op === SWAP) {
      [stack[0], stack[arg - 1]] = [stack[arg - 1]!, stack[0]!];
    }
  }
  let current = end - 1;
  const done = -1;
  for (let i = 0; i < depth; i++) {
    if (stack[i] === done || stack[i] === i) {
      continue;
    }
    for (let j = i; ; ) {
      if (j !== 0) {
        instructions[current--]!.set(SWAP, j + 1);
      }
      const next = stack[j]!;
      if (next === done) {
        break;
      }
      stack[j] = done;
      j = next;
    }
  }
  for (; current >= start; current--) {
    instructions[current]!.set(NOP, 0);
  }
  return end - 1;
}

function isSwappable(op: number): boolean {
  return op === STORE_FAST || op === STORE_FAST_MAYBE_NULL || op === POP_TOP;
}

function storedLocal({ op, arg }: FlowInstruction): number {
  return op === STORE_FAST || op === STORE_FAST_MAYBE_NULL ? arg : -1;
}

/** The next store or POP_TOP behind `i` with only NOPs between, on the given line if that is not negative; or -1. */
function nextSwappable(instructions: FlowInstruction[], i: number, lineno: number): number {
  for (let j = i + 1; j < instructions.length; j++) {
    const { op, loc } = instructions[j]!;
    if (lineno >= 0 && loc.lineno !== lineno) {
      return -1;
    }
    if (op !== NOP) {
      return isSwappable(op) ? j : -1;
    }
  }
  return -1;
}

/** Walks back from `last` and swaps the stores behind a SWAP in place of the values. */
function applyStaticSwaps(instructions: FlowInstruction[], last: number): void {
  for (let i = last; i >= 0; i--) {
    const swap = instructions[i]!;
    if (swap.op !== SWAP) {
      if (swap.op === NOP || isSwappable(swap.op)) {
        continue;
      }
      return;
    }
    const j = nextSwappable(instructions, i, -1);
    if (j < 0) {
      return;
    }
    let k = j;
    const lineno = instructions[j]!.loc.lineno;
    for (let count = swap.arg - 1; count > 0; count--) {
      k = nextSwappable(instructions, k, lineno);
      if (k < 0) {
        return;
      }
    }
    if (!mayReorder(instructions, j, k)) {
      return;
    }
    swap.set(NOP, 0);
    [instructions[j], instructions[k]] = [instructions[k]!, instructions[j]!];
  }
}

/** Whether no variable is stored twice among the two instructions and those between them. */
function mayReorder(instructions: FlowInstruction[], j: number, k: number): boolean {
  const first = storedLocal(instructions[j]!);
  const second = storedLocal(instructions[k]!);
  if (first < 0 && second < 0) {
    return true;
  }
  if (first === second) {
    return false;
  }
  for (let i = j + 1; i < k; i++) {
    const between = storedLocal(instructions[i]!);
    if (between >= 0 && (between === first || between === second)) {
      return false;
    }
  }
  return true;
}
