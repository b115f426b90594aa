/**
 * `chaipy explain app.py`: runs a program and tells what each import did, and why: finders, files, the `.pyc`, times.
 *
 * The program's output stays where it is; the story comes on standard error when the program has ended, or in a file.
 * The record is made by lib/_importstory.py, which is as good a Python as any: native CPython runs it too.
 */
import { recordImports } from "../../embed/import-story.ts";
import { EXPLAIN_USAGE } from "../cli/command-usage.ts";
import type { Invocation } from "../cli/invocation.ts";
import { runPython } from "../cli/python.ts";
import { deliverReport } from "../cli/report-file.ts";
import type { ImportRecord } from "./records.ts";
import { storyText } from "./text.ts";

interface Options {
  readonly json: boolean;
  readonly output: string | undefined;
  readonly rest: readonly string[];
}

export function runExplain(invocation: Invocation): number {
  const options = readOptions(invocation.args);
  if (options === undefined || options.rest.length === 0) {
    invocation.printError(`usage: chaipy explain ${EXPLAIN_USAGE}\n`);
    return 2;
  }
  let story = "";
  const status = runPython(
    { ...invocation, args: options.rest },
    recordImports((json) => (story = json)),
  );
  if (story === "") return status;
  const text = options.json ? `${story}\n` : storyText(JSON.parse(story) as ImportRecord[]);
  return deliverReport(invocation, "explain", options.output, text) ? status : 1;
}

/** Ours come first; what is none of them belongs to Python. */
function readOptions(args: readonly string[]): Options | undefined {
  let json = false;
  let output: string | undefined;
  let at = 0;
  for (; at < args.length; at++) {
    if (args[at] === "--json") json = true;
    else if (args[at] === "-o") {
      output = args[++at];
      if (output === undefined) return undefined;
    } else break;
  }
  return { json, output, rest: args.slice(at) };
}
