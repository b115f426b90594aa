/**
 * What a handler of an instruction is, and the two ways out that all of them share: the instruction's body in vm/ (in a
 * framed unit), or leaving.
 *
 * A handler works on the abstract stack and writes text. It gives DEAD if nothing behind it can be reached.
 */

import { OP_NAMES, stackEffect } from "../../bytecode/opcode-properties.ts";
import { OPCODES } from "../../bytecode/opcodes.ts";
import { type Abstract, anyValue, copyState, intValue, make, SAFE, type State } from "../state.ts";
import { Refusal, type Unit } from "../unit.ts";

export interface Instruction {
  readonly pc: number;
  readonly op: number;
  readonly arg: number;
  readonly next: number;
}

export const DEAD: unique symbol = Symbol("dead");
export type Handled = typeof DEAD | undefined;
export type Handler = (u: Unit, s: State, at: Instruction) => Handled;

/** What tier 0 has seen the instruction work on. */
export const seen = (u: Unit, at: Instruction): number => (u.assume.speculate ? u.code.seen[at.pc] : 0);

/** How many values the instruction pushes (or writes anew) on top of the stack. */
function pushedBy(op: number, arg: number): number {
  const name = OP_NAMES[op];
  switch (name) {
    case "UNPACK_SEQUENCE":
      return arg;
    case "UNPACK_EX":
      return (arg & 0xff) + 1 + (arg >> 8);
    case "LOAD_ATTR":
    case "LOAD_GLOBAL":
    case "LOAD_SUPER_ATTR":
      return 1 + (arg & 1);
    default: {
      const effect = name === "" ? undefined : OPCODES[name].effect;
      const right = effect?.split("--")[1] ?? "";
      return right.split(" ").filter((word) => word !== "").length;
    }
  }
}

/** Run the instruction by its body, or leave. */
export function generic(u: Unit, s: State, at: Instruction): Handled {
  if (!u.isFramed) {
    if (u.isStraight) throw new Refusal(`${OP_NAMES[at.op]} needs a frame`);
    if (u.emitting) u.line(u.leave(s, at.pc, false, false, true));
    return DEAD;
  }
  const { nlocalsplus } = u.code;
  u.spill(s);
  u.line(`if (($o = $R.run($T, $F, ${at.pc}, ${nlocalsplus + s.stack.length})) !== 0) return $o;`);
  const depth = s.stack.length + (stackEffect(at.op, at.arg, false) ?? 0);
  const pushed = pushedBy(at.op, at.arg);
  s.stack.length = Math.max(0, depth - pushed);
  while (s.stack.length < depth) s.stack.push(anyValue(u.temp(`$S[${nlocalsplus + s.stack.length}]`)));
  return undefined;
}

/** If `missing` holds, get the one value of the instruction by its body (or leave); it goes into `slot`. */
export function fallback(u: Unit, s: State, at: Instruction, slot: string, missing = `${slot} === undefined`): void {
  if (!u.isFramed) {
    u.guardResult(s, at.pc, missing);
    return;
  }
  if (!u.emitting) return;
  const { nlocalsplus } = u.code;
  u.line(`if (${missing}) {`);
  u.indent++;
  u.spill(copyState(s));
  u.line(`if (($o = $R.run($T, $F, ${at.pc}, ${nlocalsplus + s.stack.length})) !== 0) return $o;`);
  const depth = s.stack.length + (stackEffect(at.op, at.arg, false) ?? 0);
  if (slot !== "") u.line(`${slot} = $S[${nlocalsplus + depth - 1}];`);
  u.indent--;
  u.line("}");
}

export const top = (s: State, depth = 1): Abstract => s.stack[s.stack.length - depth];

/** Take `count` values off and push one. */
export function result(s: State, count: number, value: Abstract): void {
  s.stack.length -= count;
  s.stack.push(value);
}

/** The value as a JavaScript number that is an int; leaves if it is none. Undefined: it cannot be. */
export function asInt(u: Unit, s: State, at: Instruction, value: Abstract): Abstract | undefined {
  if (value.kind === "int") return value;
  if (value.kind !== "any" || value.known !== undefined) return undefined;
  u.guard(s, at.pc, `typeof ${value.ref} !== "number"`);
  const refined = intValue(value.ref, -SAFE, SAFE);
  u.replace(s, value, refined);
  return refined;
}

/** The value as a raw float; leaves if it is none. */
export function asFloat(u: Unit, s: State, at: Instruction, value: Abstract): Abstract | undefined {
  if (value.kind === "float") return value;
  if (value.kind !== "any" || value.known !== undefined) return undefined;
  u.guard(s, at.pc, `${value.ref}.cls !== $FLOAT`);
  const refined = make("float", u.temp(`${value.ref}.value`), { boxed: value.ref });
  u.replace(s, value, refined);
  return refined;
}
