/**
 * Small Python functions written into the text of their callers: those that are one straight line of instructions without
 * an effect. What they work on is not made into objects for the call, and what they give is known better.
 *
 * Trap: whatever cannot go on in there leaves for the caller's own instruction, with the arguments on the stack: the
 * call is made again. So there may be nothing inside that has an effect, a call of compiled code included.
 */
import { OP, type RealOpName } from "../../bytecode/opcodes.ts";
import type { PyCode } from "../../objects/types/code.ts";
import type { PyFunction } from "../../objects/types/function.ts";
import { nextOf } from "../graph.ts";
import { type Abstract, copyState, type State, UNBOUND } from "../state.ts";
import { Refusal, type Unit } from "../unit.ts";
import type { Instruction } from "./handler.ts";
import { constantValue } from "./variables.ts";

const QUIET: readonly RealOpName[] = [
  "NOP",
  "RESUME",
  "EXTENDED_ARG",
  "LOAD_FAST",
  "LOAD_FAST_CHECK",
  "LOAD_CONST",
  "STORE_FAST",
  "LOAD_GLOBAL",
  "LOAD_ATTR",
  "BINARY_OP",
  "BINARY_SUBSCR",
  "COMPARE_OP",
  "CONTAINS_OP",
  "IS_OP",
  "UNARY_NEGATIVE",
  "UNARY_NOT",
  "COPY",
  "SWAP",
];
const IS_QUIET: ReadonlySet<number> = new Set(QUIET.map((name) => OP[name]));
const MOST_INSTRUCTIONS = 40;

/** The instructions of code that is one straight line, up to its end; undefined if it is not that, or too long. */
function straightLine(code: PyCode): Instruction[] | undefined {
  if (!code.isDecoded) return undefined;
  const line: Instruction[] = [];
  for (let pc = 0; line.length < MOST_INSTRUCTIONS; pc = nextOf(code, pc)) {
    const op = code.ops[pc];
    line.push({ pc, op, arg: code.args[pc], next: nextOf(code, pc) });
    if (op === OP.RETURN_VALUE || op === OP.RETURN_CONST) return line;
    if (!IS_QUIET.has(op) || (op === OP.LOAD_ATTR && (code.args[pc] & 1) !== 0)) return undefined;
  }
  return undefined;
}

/**
 * The value of a call of `func`, written in place; undefined if it has to be a call. `s` is as before the instruction;
 * under `condition` it is another function by now.
 */
export function inlined(
  u: Unit,
  s: State,
  at: Instruction,
  func: PyFunction,
  args: readonly Abstract[],
  condition: string,
): Abstract | undefined {
  const { code } = func;
  if (!u.assume.inlines || u.isInlining || code === u.code || code.plainArguments !== args.length) return undefined;
  if (func.globals !== u.assume.globals || !args.every((each) => PLAIN.has(each.kind))) return undefined;
  const line = straightLine(code);
  if (line === undefined) return undefined;
  const outside = u.beginInlined(code, { state: copyState(s), pc: at.pc });
  try {
    u.guard(s, at.pc, condition);
    // As deep as compiled calls go, it is a call, which is counted.
    u.guard(s, at.pc, "$d >= $T.nativeLimit", true);
    const locals = Array.from({ length: code.nlocalsplus }, (_, i) => args[i] ?? UNBOUND);
    const own: State = { locals, stack: [], clean: locals.map(() => false) };
    for (const each of line) {
      if (each.op === OP.RETURN_CONST) return constantValue(u, code.consts[each.arg]);
      if (each.op === OP.RETURN_VALUE) return own.stack[own.stack.length - 1];
      u.handle(u, own, each);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    u.dropInlined(outside);
  } finally {
    u.endInlined(outside);
  }
  return undefined;
}

/** Kinds of values that may be named twice: whatever stands for an object that is not made yet may not. */
const PLAIN: ReadonlySet<string> = new Set(["any", "int", "float", "bool", "str", "none", "list", "tuple", "dict"]);
