/**
 * `chaipy jit app.py`: runs a program and tells what the JIT made of it: which functions were compiled and how often,
 * why others were not, which guards failed. With `--function NAME` the bytecode and the JavaScript made of it.
 *
 * The program's output stays where it is; the report comes on standard error when the program has ended, or in a file.
 */
import { watchJit } from "../../embed/jit.ts";
import type { JitEvent } from "../../jit/events.ts";
import { JIT_USAGE } from "../cli/command-usage.ts";
import type { Invocation } from "../cli/invocation.ts";
import { runPython } from "../cli/python.ts";
import { deliverReport } from "../cli/report-file.ts";
import { History } from "./history.ts";
import { functionText, summaryText } from "./text.ts";

interface Options {
  readonly json: boolean;
  readonly all: boolean;
  readonly output: string | undefined;
  readonly function: string | undefined;
  readonly rest: readonly string[];
}

export function runJit(invocation: Invocation): number {
  const options = readOptions(invocation.args);
  if (options === undefined || options.rest.length === 0) {
    invocation.printError(`usage: chaipy jit ${JIT_USAGE}\n`);
    return 2;
  }
  const history = new History();
  watchJit((event: JitEvent) => history.note(event));
  const status = runPython({ ...invocation, args: options.rest });
  const units = history.units((filename) => options.all || !isLibrary(filename, invocation.prefix));
  const wanted = options.function;
  const shown = wanted === undefined ? units : units.filter(({ qualname }) => isNamed(qualname, wanted));
  const text = options.json
    ? `${JSON.stringify(shown, null, 2)}\n`
    : wanted === undefined
      ? summaryText(shown)
      : functionText(shown, wanted);
  return deliverReport(invocation, "jit", options.output, text) ? status : 1;
}

/** `f` names every function of that name, `A.f` the one of the class. */
function isNamed(qualname: string, wanted: string): boolean {
  return qualname === wanted || qualname.endsWith(`.${wanted}`);
}

function isLibrary(filename: string, prefix: string): boolean {
  return filename.startsWith("<frozen ") || filename.startsWith(`${prefix}/lib/`);
}

/** Ours come first; what is none of them belongs to Python. */
function readOptions(args: readonly string[]): Options | undefined {
  let [json, all] = [false, false];
  let output: string | undefined;
  let name: string | undefined;
  let at = 0;
  for (; at < args.length; at++) {
    const arg = args[at];
    if (arg === "--json") json = true;
    else if (arg === "--all") all = true;
    else if (arg === "-o" || arg === "--function") {
      const value = args[++at];
      if (value === undefined) return undefined;
      if (arg === "-o") output = value;
      else name = value;
    } else break;
  }
  return { json, all, output, function: name, rest: args.slice(at) };
}
