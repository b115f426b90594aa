/**
 * What follows from the table of opcodes: names and facts by number, classes of instructions, stack effects.
 * CPython: Lib/opcode.py, opcode_metadata.h, and the dis module's view of them.
 */
import { bug } from "../util/assert.ts";
import { OPCODES, type OpFacts, type OpName } from "./opcodes.ts";

/** Opcodes below this number take no argument. */
export const HAVE_ARGUMENT = 90;
export const MIN_INSTRUMENTED_OPCODE = 237;
export const MAX_REAL_OPCODE = 254;
export const MIN_PSEUDO_OPCODE = 256;
export const MAX_PSEUDO_OPCODE = 266;
const OPCODE_SPACE = MAX_PSEUDO_OPCODE + 1;

/** Facts by number; `undefined` where 3.12 leaves a number free. */
export const FACTS: readonly (OpFacts | undefined)[] = byNumber<OpFacts | undefined>(
  undefined,
  (_name, facts) => facts,
);

/** Every name by number, specialised forms included; "" where 3.12 leaves a number free. */
export const OP_NAMES: readonly (OpName | "")[] = byNumber<OpName | "">("", (name) => name);

/** `dis.opname`: specialised forms and free numbers read "<n>". */
export const DIS_NAMES: readonly string[] = OP_NAMES.map((name, num) =>
  name === "" || OPCODES[name].specializes !== undefined ? `<${num}>` : name,
);

/** Code units of inline cache by number, 0 for specialised and instrumented forms (`_inline_cache_entries`). */
export const CACHE_COUNTS: Uint8Array = Uint8Array.from(FACTS, (facts) => facts?.caches ?? 0);

function byNumber<Value>(empty: Value, pick: (name: OpName, facts: OpFacts) => Value): Value[] {
  const values = new Array<Value>(OPCODE_SPACE).fill(empty);
  for (const [name, facts] of Object.entries(OPCODES)) {
    values[facts.num] = pick(name as OpName, facts);
  }
  return values;
}

const FLAG_ARG = 1;
const FLAG_JUMP = 2;
const FLAG_BLOCK_PUSH = 4;
const FLAG_SCOPE_EXIT = 8;
const FLAG_UNCONDITIONAL = 16;

const flags = Uint8Array.from(FACTS, (facts, num) => {
  if (facts === undefined || facts.specializes !== undefined) {
    return 0;
  }
  const takesArg =
    facts.pseudo === undefined ? num >= HAVE_ARGUMENT : facts.arg !== undefined && facts.arg !== "handler";
  return (
    (takesArg ? FLAG_ARG : 0) |
    (facts.arg === "jump" || facts.arg === "jumpBack" ? FLAG_JUMP : 0) |
    (facts.arg === "handler" ? FLAG_BLOCK_PUSH : 0) |
    (facts.exitsScope ? FLAG_SCOPE_EXIT : 0) |
    (facts.unconditional ? FLAG_UNCONDITIONAL : 0)
  );
});

/** `num in dis.hasarg`. */
export function hasArg(op: number): boolean {
  return (flags[op]! & FLAG_ARG) !== 0;
}

/** Jumps other than by exception: `num in dis.hasjrel`. */
export function isJump(op: number): boolean {
  return (flags[op]! & FLAG_JUMP) !== 0;
}

/** SETUP_FINALLY, SETUP_CLEANUP, SETUP_WITH. */
export function isBlockPush(op: number): boolean {
  return (flags[op]! & FLAG_BLOCK_PUSH) !== 0;
}

export function hasTarget(op: number): boolean {
  return (flags[op]! & (FLAG_JUMP | FLAG_BLOCK_PUSH)) !== 0;
}

export function isScopeExit(op: number): boolean {
  return (flags[op]! & FLAG_SCOPE_EXIT) !== 0;
}

export function isUnconditionalJump(op: number): boolean {
  return (flags[op]! & FLAG_UNCONDITIONAL) !== 0;
}

/** Opcodes that must stand last in a basic block. */
export function isTerminator(op: number): boolean {
  return (flags[op]! & (FLAG_JUMP | FLAG_SCOPE_EXIT)) !== 0;
}

export function isPseudo(op: number): boolean {
  return op >= MIN_PSEUDO_OPCODE && op <= MAX_PSEUDO_OPCODE;
}

/** Net growth by number where it depends on nothing, else NaN. */
const staticEffects: Float64Array = Float64Array.from(FACTS, (facts) =>
  facts?.effect === undefined || facts.net !== undefined ? Number.NaN : netOf(facts.effect),
);

function netOf(effect: string): number {
  const [popped, pushed] = effect.split("--").map((side) => side.split(" ").filter((word) => word !== "").length);
  return pushed! - popped!;
}

/**
 * `dis.stack_effect(op, oparg, jump=jump)`; `jump` undefined gives the larger of both ways. `undefined` for
 * numbers that are not an opcode or have no effect of their own (specialised forms, INSTRUMENTED_LINE).
 */
export function stackEffect(op: number, oparg: number, jump?: boolean): number | undefined {
  const known = staticEffects[op];
  if (known === undefined) {
    return undefined;
  }
  if (!Number.isNaN(known)) {
    return known;
  }
  const net = FACTS[op]?.net;
  if (net === undefined) {
    return undefined;
  }
  return jump === undefined ? Math.max(net(oparg, false), net(oparg, true)) : net(oparg, jump);
}

/** `stackEffect` for code that our own compiler made, where an unknown opcode is our mistake. */
export function knownStackEffect(op: number, oparg: number, jump: boolean): number {
  return stackEffect(op, oparg, jump) ?? bug(`opcode ${op} has no stack effect`);
}
