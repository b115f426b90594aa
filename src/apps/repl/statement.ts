/** What the readers of a shell's statements give it, and what they share. */
import type { Program } from "../../embed/program.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { strFromJs } from "../../objects/kernel/payload.ts";

export type Statement =
  /** One after the other; the first that fails is the last. */
  | { readonly kind: "sources"; readonly sources: readonly string[] }
  /** Nothing was entered, or it was given up. */
  | { readonly kind: "nothing" }
  | { readonly kind: "end" };

export function writeTo(program: Program, name: "stdout" | "stderr", text: string): void {
  const stream = program.interpreter.sysDict.get(name) ?? NONE;
  call(getAttr(stream, "write"), strFromJs(text));
  call(getAttr(stream, "flush"));
}
