/**
 * The plain interactive shell: prompts, one statement at a time (CPython Python/pythonrun.c,
 * PyRun_InteractiveLoop). Statements that are not finished ask for more lines.
 */

import { compileSource } from "../../compile/compile.ts";
import { compileMain, handleException, type Program } from "../../embed/program.ts";
import { VERSION_TEXT } from "../../native/sys/version.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs } from "../../objects/kernel/payload.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";
import { PyCF_ALLOW_INCOMPLETE_INPUT, PyCF_DONT_IMPLY_DEDENT } from "../../syntax/parse.ts";

const BANNER_HINT = 'Type "help", "copyright", "credits" or "license" for more information.';

/** Read and run statements until the end of the input. */
export function runShell(program: Program, banner: boolean): number {
  const { sysDict } = program.interpreter;
  const stream = (name: string): Value => sysDict.get(name) ?? NONE;
  const write = (name: string, text: string): void => {
    call(getAttr(stream(name), "write"), strFromJs(text));
    call(getAttr(stream(name), "flush"));
  };
  if (banner && !program.config.quiet) write("stderr", `Python ${VERSION_TEXT} on linux\n${BANNER_HINT}\n`);
  sysDict.setDefault("ps1", ">>> ");
  sysDict.setDefault("ps2", "... ");
  /** A line with its newline, "" at the end of the input, undefined after Ctrl-C. */
  const readLine = (prompt: "ps1" | "ps2"): string | undefined => {
    write("stdout", strText(sysDict.get(prompt) ?? ""));
    try {
      return jsString(call(getAttr(stream("stdin"), "readline"))) ?? "";
    } catch (error) {
      if (!(error instanceof PyError) || !error.is(EXCEPTIONS.KeyboardInterrupt)) throw error;
      write("stderr", "\nKeyboardInterrupt\n");
      return undefined;
    }
  };
  for (;;) {
    const source = readStatement(readLine);
    if (source === undefined) continue;
    if (source === "") {
      write("stderr", "\n");
      return 0;
    }
    const status = runStatement(program, source);
    if (status !== undefined) return status;
  }
}

/** All lines of one statement; "" at the end of the input, undefined if it was given up. */
function readStatement(readLine: (prompt: "ps1" | "ps2") => string | undefined): string | undefined {
  let source = readLine("ps1");
  if (source === undefined || source === "") return source;
  while (needsMore(source)) {
    const line: string | undefined = readLine("ps2");
    if (line === undefined) return undefined;
    if (line === "") return source;
    source += line;
    if (line.trim() === "" && !needsMoreAfterBlank(source)) break;
  }
  return source;
}

const INCOMPLETE = PyCF_ALLOW_INCOMPLETE_INPUT | PyCF_DONT_IMPLY_DEDENT;

function isIncomplete(source: string, flags: number): boolean {
  try {
    compileSource(source, { mode: "single", filename: "<stdin>", optimize: 0, flags, onWarning: () => undefined });
    return false;
  } catch (error) {
    return error instanceof SyntaxProblem && error.msg === "incomplete input";
  }
}

const needsMore = (source: string): boolean => isIncomplete(source, INCOMPLETE);
/** A blank line ends a block, but not a bracket or a triple-quoted string. */
const needsMoreAfterBlank = (source: string): boolean => isIncomplete(source, PyCF_ALLOW_INCOMPLETE_INPUT);

/** Run one statement; a status if the shell is to end. */
function runStatement(program: Program, source: string): number | undefined {
  if (source.trim() === "") return undefined;
  try {
    const code = compileMain(program.config, source, "<stdin>", "single");
    program.interpreter.run(code, program.main.dict);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const status = handleException(program, error.exception);
    if (error.is(EXCEPTIONS.SystemExit)) return status;
  }
  return undefined;
}
