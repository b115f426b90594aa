/** A call of a compiled function by its entry, and what is to be done if it lands. */
import { type Abstract, anyValue, copyState, type State } from "../state.ts";
import { Refusal, type Unit } from "../unit.ts";
import type { Instruction } from "./handler.ts";

/** The statements behind a call of compiled code, which gave nothing if it has landed. */
export function afterCall(u: Unit, s: State, at: Instruction, slot: string, taken: number): void {
  if (!u.emitting) return;
  const waiting: State = { locals: s.locals, stack: s.stack.slice(0, s.stack.length - taken), clean: s.clean };
  if (!u.isFramed) {
    u.line(`if (${slot} === undefined) { ${u.leave(waiting, at.pc, true)} }`);
    return;
  }
  u.line(`if (${slot} === undefined) {`);
  u.indent++;
  u.spill(copyState(waiting));
  const sp = u.code.nlocalsplus + waiting.stack.length;
  u.line(`if (($o = $R.finishCall($T, $F, ${at.pc}, ${sp})) !== 0) return $o;`);
  u.line(`${slot} = $S[${sp}];`);
  u.indent--;
  u.line("}");
}

export function callEntry(
  u: Unit,
  s: State,
  at: Instruction,
  entry: object,
  func: string,
  args: readonly string[],
  taken: number,
): Abstract {
  if (u.isInlining) throw new Refusal("a call in a function written in place of one");
  const slot = u.slot();
  u.line(`${slot} = ${u.constant(entry)}.run(${["$d + 1", func, ...args].join(", ")});`);
  afterCall(u, s, at, slot, taken);
  return anyValue(slot);
}
