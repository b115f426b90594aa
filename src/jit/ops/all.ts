/** The handlers by opcode. An instruction without one is run by its body, or left for tier 0. */

import { OP_NAMES } from "../../bytecode/opcode-properties.ts";
import { OP, type RealOpName } from "../../bytecode/opcodes.ts";
import { ARITHMETIC } from "./arithmetic.ts";
import { ATTRIBUTES } from "./attributes.ts";
import { CALLS } from "./calls.ts";
import { CONTAINERS } from "./containers.ts";
import { generic, type Handler } from "./handler.ts";
import { VARIABLES } from "./variables.ts";

const ALL: Readonly<Record<string, Handler>> = { ...VARIABLES, ...ARITHMETIC, ...CONTAINERS, ...ATTRIBUTES, ...CALLS };

export const HANDLERS: readonly Handler[] = OP_NAMES.map((name) => ALL[name] ?? generic);

/** These leave for tier 0 in every unit: their bodies end the frame, suspend it, or raise. */
const FOR_TIER_0: readonly RealOpName[] = [
  "RETURN_GENERATOR",
  "YIELD_VALUE",
  "SEND",
  "RAISE_VARARGS",
  "RERAISE",
  "PUSH_EXC_INFO",
  "POP_EXCEPT",
  "CLEANUP_THROW",
  "END_ASYNC_FOR",
  "RESERVED",
  "CACHE",
  "INTERPRETER_EXIT",
];
export const LEAVES: ReadonlySet<number> = new Set(FOR_TIER_0.map((name) => OP[name]));
