/**
 * From a code unit to its code object: runs all passes in CPython's order and writes out bytes and tables
 * (CPython: `optimize_and_assemble_code_unit` in compile.c, `_PyCfg_ResolveJumps` in flowgraph.c, assemble.c).
 *
 * Trap: a jump's size depends on its distance and the distance on sizes, so offsets are computed until they
 * settle. The first guess, the number of a label, can decide where they settle.
 */
import { CO_VARARGS, CO_VARKEYWORDS, CodeBlob } from "../bytecode/code.ts";
import { BytesConstant, type Constant, TupleConstant } from "../bytecode/constants.ts";
import { type ExceptionEntry, encodeExceptionTable } from "../bytecode/exceptiontable.ts";
import {
  EXTENDED_ARG,
  JUMP,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_FORWARD,
  JUMP_NO_INTERRUPT,
  NOP,
  POP_BLOCK,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  STORE_FAST,
  STORE_FAST_MAYBE_NULL,
} from "../bytecode/generated/op.ts";
import { LineTableWriter } from "../bytecode/linetable.ts";
import { CACHE_COUNTS, isBlockPush, isJump } from "../bytecode/opcode-properties.ts";
import { bug } from "../util/assert.ts";
import { type LocalsPlus, prepareLocalsPlus } from "./cells.ts";
import { labelExceptionTargets, markExceptionHandlers } from "./exceptiontargets.ts";
import {
  type BasicBlock,
  buildFlowGraph,
  type FlowGraph,
  type FlowInstruction,
  insertJumpBehind,
} from "./flowgraph.ts";
import { type CodeUnit, type Location, NO_LOCATION, sameLocation } from "./instructions.ts";
import { resolveLineNumbers } from "./linenumbers.ts";
import { type CompileObserver, watchPasses } from "./observe.ts";
import { optimizeFlowGraph, pushColdBlocksToEnd, removeAllRedundantNops, removeUnusedConsts } from "./optimize.ts";
import { computeStackDepth } from "./stackdepth.ts";
import { addChecksForUninitialized } from "./uninitialized.ts";

export function assembleCodeUnit(unit: CodeUnit, observer?: CompileObserver): CodeBlob {
  const graph = buildFlowGraph(unit.sequence);
  const done = watchPasses(unit, graph, observer);
  done("cfg_builder");
  const consts = [...unit.consts];
  markExceptionHandlers(graph);
  labelExceptionTargets(graph);
  done("label_exception_targets");
  optimizeFlowGraph(graph, consts, unit.cache, done);
  const usedConsts = removeUnusedConsts(graph, consts);
  done("remove_unused_consts");
  addChecksForUninitialized(graph, unit.varnames.length, parameterCount(unit));
  done("add_checks_for_loads_of_uninitialized_variables");
  pushColdBlocksToEnd(graph);
  done("push_cold_blocks_to_end");
  resolveLineNumbers(graph, unit.firstlineno);
  done("resolve_line_numbers");
  const localsPlus = prepareLocalsPlus(unit, graph);
  done("prepare_localsplus");
  const stackSize = computeStackDepth(graph, unit.flags);
  convertPseudoOps(graph);
  done("convert_pseudo_ops");
  normalizeJumps(graph);
  done("normalize_jumps");
  resolveJumpOffsets(graph);
  return makeCode(unit, graph, usedConsts, localsPlus, stackSize);
}

function parameterCount({ argcount, kwonlyargcount, flags }: CodeUnit): number {
  const starred = ((flags & CO_VARARGS) !== 0 ? 1 : 0) + ((flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
  return argcount + kwonlyargcount + starred;
}

function convertPseudoOps(graph: FlowGraph): void {
  for (const block of graph.blocks()) {
    for (const instruction of block.instructions) {
      if (isBlockPush(instruction.op) || instruction.op === POP_BLOCK) {
        instruction.set(NOP, 0);
      } else if (instruction.op === STORE_FAST_MAYBE_NULL) {
        instruction.op = STORE_FAST;
      }
    }
  }
  removeAllRedundantNops(graph);
}

const REVERSED: ReadonlyMap<number, number> = new Map<number, number>([
  [POP_JUMP_IF_TRUE, POP_JUMP_IF_FALSE],
  [POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE],
  [POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE],
  [POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_NONE],
]);

/** Jumps get a direction; a conditional jump backwards becomes a reversed one over an unconditional one. */
function normalizeJumps(graph: FlowGraph): void {
  graph.clearVisited();
  for (const block of graph.blocks()) {
    block.visited = true;
    const last = block.last;
    if (last === undefined || !isJump(last.op)) {
      continue;
    }
    const target = last.target ?? bug("jump without a target");
    const isForward = !target.visited;
    if (last.op === JUMP) {
      last.op = isForward ? JUMP_FORWARD : JUMP_BACKWARD;
    } else if (last.op === JUMP_NO_INTERRUPT) {
      last.op = isForward ? JUMP_FORWARD : JUMP_BACKWARD_NO_INTERRUPT;
    } else if (!isForward) {
      last.op = REVERSED.get(last.op) ?? bug(`opcode ${last.op} cannot jump backwards`);
      const jump = insertJumpBehind(block, target, last.loc);
      last.target = jump.next;
    }
  }
}

function instructionSize({ op, arg }: FlowInstruction): number {
  return 1 + extensionCount(arg) + CACHE_COUNTS[op]!;
}

function extensionCount(arg: number): number {
  return (arg > 0xffffff ? 1 : 0) + (arg > 0xffff ? 1 : 0) + (arg > 0xff ? 1 : 0);
}

function resolveJumpOffsets(graph: FlowGraph): void {
  for (let settled = false; !settled; ) {
    settled = true;
    let offset = 0;
    for (const block of graph.blocks()) {
      block.offset = offset;
      for (const instruction of block.instructions) {
        offset += instructionSize(instruction);
      }
    }
    for (const block of graph.blocks()) {
      let end = block.offset;
      for (const instruction of block.instructions) {
        const size = instructionSize(instruction);
        end += size;
        if (isJump(instruction.op)) {
          const target = instruction.target?.offset ?? bug("jump without a target");
          instruction.arg = Math.abs(target - end);
          settled &&= instructionSize(instruction) === size;
        }
      }
    }
  }
}

function makeCode(
  unit: CodeUnit,
  graph: FlowGraph,
  consts: Constant[],
  localsPlus: LocalsPlus,
  stackSize: number,
): CodeBlob {
  const instructions: FlowInstruction[] = [];
  for (const block of graph.blocks()) for (const instruction of block.instructions) instructions.push(instruction);
  const { cache } = unit;
  return new CodeBlob({
    co_argcount: unit.argcount,
    co_posonlyargcount: unit.posonlyargcount,
    co_kwonlyargcount: unit.kwonlyargcount,
    co_stacksize: stackSize,
    co_flags: unit.flags,
    co_code: encodeInstructions(instructions),
    co_consts: (cache.merge(new TupleConstant(consts)) as TupleConstant).items as Constant[],
    co_names: [...unit.names],
    co_localsplusnames: localsPlus.names,
    co_localspluskinds: localsPlus.kinds,
    co_filename: unit.filename,
    co_name: unit.name,
    co_qualname: unit.qualname,
    co_firstlineno: unit.firstlineno,
    co_linetable: mergeBytes(unit, encodeLocations(instructions, unit.firstlineno)),
    co_exceptiontable: mergeBytes(unit, encodeExceptionTable(exceptionEntries(instructions))),
    internedTexts: cache.internedTexts,
  });
}

function mergeBytes(unit: CodeUnit, bytes: Uint8Array): Uint8Array {
  return (unit.cache.merge(new BytesConstant(bytes)) as BytesConstant).bytes;
}

function encodeInstructions(instructions: readonly FlowInstruction[]): Uint8Array {
  const bytes: number[] = [];
  for (const { op, arg } of instructions) {
    for (let extensions = extensionCount(arg); extensions > 0; extensions--) {
      bytes.push(EXTENDED_ARG, (arg >>> (8 * extensions)) & 0xff);
    }
    bytes.push(op, arg & 0xff);
    for (let caches = CACHE_COUNTS[op]!; caches > 0; caches--) {
      bytes.push(0, 0);
    }
  }
  return Uint8Array.from(bytes);
}

function encodeLocations(instructions: readonly FlowInstruction[], firstlineno: number): Uint8Array {
  const writer = new LineTableWriter(firstlineno);
  let loc: Location = NO_LOCATION;
  let units = 0;
  for (const instruction of instructions) {
    if (!sameLocation(loc, instruction.loc)) {
      writer.add(loc, units);
      loc = instruction.loc;
      units = 0;
    }
    units += instructionSize(instruction);
  }
  writer.add(loc, units);
  return writer.finish();
}

function* exceptionEntries(instructions: readonly FlowInstruction[]): Generator<ExceptionEntry> {
  let handler: BasicBlock | null = null;
  let start = 0;
  let offset = 0;
  for (const instruction of instructions) {
    if (instruction.handler !== handler) {
      if (handler !== null) {
        yield exceptionEntry(start, offset, handler);
      }
      start = offset;
      handler = instruction.handler;
    }
    offset += instructionSize(instruction);
  }
  if (handler !== null) {
    yield exceptionEntry(start, offset, handler);
  }
}

/** The handler's depth on entry counts the exception, and the offset if that is pushed too. */
function exceptionEntry(start: number, end: number, handler: BasicBlock): ExceptionEntry {
  const lasti = handler.preservesLasti;
  return {
    start: start * 2,
    end: end * 2,
    target: handler.offset * 2,
    depth: handler.startDepth - (lasti ? 2 : 1),
    lasti,
  };
}
