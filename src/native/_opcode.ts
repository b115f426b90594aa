/** _opcode: what `dis` and `opcode` ask of the compiler's table of opcodes (CPython Modules/_opcode.c). */
import { FACTS, HAVE_ARGUMENT, hasArg, isPseudo, stackEffect } from "../bytecode/opcode-properties.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { overflowError, valueError } from "../objects/kernel/raise.ts";
import { intArgument } from "../objects/types/arguments.ts";

/** A C long cut to an int, which is what CPython makes of the argument. */
function truncated(value: Value): number {
  const number = BigInt(toIndex(value));
  if (BigInt.asIntN(64, number) !== number) throw overflowError("Python int too large to convert to C long");
  return Number(BigInt.asIntN(32, number));
}

function effectOf(opcode: Value, oparg: Value, jump: Value): Value {
  const op = intArgument(opcode);
  let argument = 0;
  if (isPseudo(op) ? hasArg(op) : op >= HAVE_ARGUMENT) {
    if (oparg === NONE) throw valueError("stack_effect: opcode requires oparg but oparg was not specified");
    argument = truncated(oparg);
  } else if (oparg !== NONE) {
    throw valueError("stack_effect: opcode does not permit oparg but oparg was specified");
  }
  if (jump !== NONE && typeof jump !== "boolean") {
    throw valueError("stack_effect: jump must be False, True or None");
  }
  const effect =
    FACTS[op] === undefined ? undefined : stackEffect(op, argument, jump === NONE ? undefined : jump === true);
  if (effect === undefined) throw valueError("invalid opcode or oparg");
  return effect;
}

export default defineModule("_opcode", {
  doc: "Opcode support module.",
  functions: {
    stack_effect: [
      "($module, opcode, oparg=None, /, *, jump=None)",
      "Compute the stack effect of the opcode.",
      effectOf,
    ],
    get_specialization_stats: ["($module, /)", "Return the specialization stats", () => NONE],
  },
});
