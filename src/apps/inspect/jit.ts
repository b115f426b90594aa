/**
 * `chaipy inspect --jit FILE`: the program is run, and the JavaScript that the JIT made of its own code is shown: each
 * instruction as a comment before what was made of it, and the guards that failed.
 */
import { watchJit } from "../../embed/jit.ts";
import type { Invocation } from "../cli/invocation.ts";
import { runPython } from "../cli/python.ts";
import { History } from "../jit/history.ts";
import { functionText } from "../jit/text.ts";
import { folderOf } from "./folder.ts";

export interface JitRequest {
  readonly file: string;
  readonly args: readonly string[];
  readonly json: boolean;
}

export function runJitView(invocation: Invocation, { file, args, json }: JitRequest): number {
  const history = new History();
  watchJit((event) => history.note(event));
  const folder = folderOf(invocation.world, file);
  const status = runPython({ ...invocation, args: [file, ...args] });
  const units = history.units((name) => name.startsWith(folder) || name === file);
  if (json) for (const unit of units) invocation.print(`${JSON.stringify({ stage: "jit", ...unit })}\n`);
  else if (units.length === 0) invocation.print("Nothing became hot: all of it ran in the interpreter.\n");
  else for (const unit of units) invocation.print(functionText([unit], unit.qualname));
  return status;
}
