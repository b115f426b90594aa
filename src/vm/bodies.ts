/** Every instruction's body, by name and by number. An opcode without one does not type-check. */
import { OP, type RealOpName } from "../bytecode/opcodes.ts";
import { ATTRIBUTES } from "./ops/attributes.ts";
import type { OpBody } from "./ops/body.ts";
import { CALLS } from "./ops/calls.ts";
import { COLLECTIONS } from "./ops/collections.ts";
import { EXCEPTION_OPS } from "./ops/exceptions.ts";
import { FLOW } from "./ops/flow.ts";
import { GENERATORS } from "./ops/generators.ts";
import { IMPORTS } from "./ops/imports.ts";
import { NAMES } from "./ops/names.ts";
import { OPERATORS } from "./ops/operators.ts";
import { PATTERNS } from "./ops/patterns.ts";
import { STACK } from "./ops/stack.ts";

const ALL: Readonly<Record<RealOpName, OpBody>> = {
  ...STACK,
  ...NAMES,
  ...OPERATORS,
  ...COLLECTIONS,
  ...ATTRIBUTES,
  ...CALLS,
  ...FLOW,
  ...EXCEPTION_OPS,
  ...GENERATORS,
  ...IMPORTS,
  ...PATTERNS,
};

/** By opcode number; whatever is no real instruction is an unknown opcode. */
export const BODIES: readonly OpBody[] = (() => {
  const bodies = new Array<OpBody>(256).fill(ALL.RESERVED);
  for (const [name, body] of Object.entries(ALL)) bodies[OP[name as RealOpName]] = body;
  return bodies;
})();
