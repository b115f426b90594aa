/**
 * What a code object imports and names, read off its instructions; nothing is executed.
 *
 * The compiler puts two constants in front of each IMPORT_NAME: the level (dots) and the names after `import`. So an
 * import in a branch that never runs counts too, and one by a computed name (`importlib.import_module(x)`) does not.
 */
import { CO_OPTIMIZED, CodeBlob } from "../../bytecode/code.ts";
import { TupleConstant } from "../../bytecode/constants.ts";
import { jumpTargetOffset, lineStarts, type RawInstruction, unpackInstructions } from "../../bytecode/dis.ts";
import {
  COMPARE_OP,
  EXTENDED_ARG,
  IMPORT_NAME,
  LOAD_CONST,
  LOAD_NAME,
  POP_JUMP_IF_FALSE,
} from "../../bytecode/generated/op.ts";
import { FACTS, OP_NAMES } from "../../bytecode/opcode-properties.ts";

export interface ImportStatement {
  /** "" in `from . import x`. */
  readonly name: string;
  /** The number of dots. */
  readonly level: number;
  /** The names behind `import` in a `from` import. */
  readonly names: readonly string[];
  readonly line: number;
}

/** The code that runs together with this one: its class bodies, lambdas and comprehensions; functions wait for a call. */
export function codeRunWith(code: CodeBlob): { readonly atOnce: CodeBlob[]; readonly functions: CodeBlob[] } {
  const inner = code.co_consts.filter((item) => item instanceof CodeBlob);
  const waits = ({ co_flags, co_name }: CodeBlob): boolean =>
    (co_flags & CO_OPTIMIZED) !== 0 && !co_name.startsWith("<");
  return { atOnce: inner.filter((each) => !waits(each)), functions: inner.filter(waits) };
}

/** The instructions of this code, but for those under a module's `if __name__ == "__main__":`, which an import skips. */
function* instructionsWhenImported(code: CodeBlob): Generator<RawInstruction> {
  const instructions = [...unpackInstructions(code.co_code)].filter(({ op }) => op !== EXTENDED_ARG);
  let skippedUntil = 0;
  for (const [i, instruction] of instructions.entries()) {
    if (instruction.offset < skippedUntil) continue;
    const [name, text, comparison] = instructions.slice(i - 3, i);
    const asksForMain =
      name?.op === LOAD_NAME &&
      code.co_names[name.arg ?? 0] === "__name__" &&
      text?.op === LOAD_CONST &&
      code.co_consts[text.arg ?? 0] === "__main__" &&
      comparison?.op === COMPARE_OP;
    if (asksForMain && instruction.op === POP_JUMP_IF_FALSE) skippedUntil = jumpTargetOffset(instruction) ?? 0;
    yield instruction;
  }
}

/** The imports of this code alone, in the order of the source. */
export function importsOf(code: CodeBlob): ImportStatement[] {
  const found: ImportStatement[] = [];
  const starts = lineStarts(code);
  const constants: unknown[] = [];
  let line = code.co_firstlineno;
  for (const { offset, op, arg = 0 } of instructionsWhenImported(code)) {
    line = starts.get(offset) ?? line;
    if (op === LOAD_CONST) constants.push(code.co_consts[arg]);
    if (op !== IMPORT_NAME) continue;
    const [level, names] = constants.slice(-2);
    const name = String(code.co_names[arg]);
    found.push({ name, level: typeof level === "number" ? level : 0, names: textsIn(names), line });
  }
  return found;
}

/** Every name that this code alone loads: variables, attributes, imported names; in a function its strings too. */
export function namesUsed(code: CodeBlob): Set<string> {
  const used = new Set<string>();
  for (const { op, arg = 0 } of instructionsWhenImported(code)) {
    const kind = FACTS[op]?.arg;
    const shift = kind === "name" ? 0 : kind === "name1" ? 1 : kind === "name2" ? 2 : -1;
    if (shift >= 0 && !/^(STORE|DELETE)_/.test(OP_NAMES[op] ?? "")) used.add(String(code.co_names[arg >> shift]));
  }
  // A module's own strings are its `__all__`, which names everything.
  if ((code.co_flags & CO_OPTIMIZED) !== 0) for (const text of code.co_consts.flatMap(textsIn)) used.add(text);
  return used;
}

function textsIn(constant: unknown): string[] {
  const items: readonly unknown[] = constant instanceof TupleConstant ? constant.items : [constant];
  return items.filter((item) => typeof item === "string");
}
