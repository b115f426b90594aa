/**
 * The plain interactive shell: prompts, one statement at a time (CPython Python/pythonrun.c,
 * PyRun_InteractiveLoop). Statements that are not finished ask for more lines.
 */

import { compileSource } from "../../compile/compile.ts";
import { compileMain, handleException, type Program } from "../../embed/program.ts";
import { host } from "../../host/current.ts";
import { VERSION_TEXT } from "../../native/sys/version.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { jsString, strFromJs } from "../../objects/kernel/payload.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";
import { PyCF_ALLOW_INCOMPLETE_INPUT, PyCF_DONT_IMPLY_DEDENT } from "../../syntax/parse.ts";

const BANNER_HINT = 'Type "help", "copyright", "credits" or "license" for more information.';

/** Read and run statements until the end of the input; the exit status. */
export function runShell(program: Program, banner: boolean): number {
  const { sysDict } = program.interpreter;
  if (banner && !program.config.quiet) writeTo(program, "stderr", `Python ${VERSION_TEXT} on linux\n${BANNER_HINT}\n`);
  sysDict.setDefault("ps1", ">>> ");
  sysDict.setDefault("ps2", "... ");
  for (;;) {
    const source = readStatement((prompt) => readLine(program, prompt));
    // The tokenizer looks for the rest of an unfinished line.
    if (source !== undefined && source !== "" && !source.endsWith("\n")) {
      readLine(program, "ps2");
      writeTo(program, "stderr", "\n");
    }
    if (source === undefined) continue;
    if (source === "") {
      writeTo(program, "stderr", "\n");
      return 0;
    }
    const status = runStatement(program, source);
    if (status !== undefined) return status;
  }
}

type ReadLine = (prompt: "ps1" | "ps2") => string | undefined;

function writeTo(program: Program, name: string, text: string): void {
  const stream = program.interpreter.sysDict.get(name) ?? NONE;
  call(getAttr(stream, "write"), strFromJs(text));
  call(getAttr(stream, "flush"));
}

/**
 * A line with its newline, "" at the end of the input, undefined after Ctrl-C. As in PyOS_StdioReadline the prompt goes
 * to standard error unless both ends are a terminal.
 */
function readLine(program: Program, prompt: "ps1" | "ps2"): string | undefined {
  const { sysDict } = program.interpreter;
  const { files } = host();
  const isTerminal = files.isatty(0) && files.isatty(1);
  writeTo(program, isTerminal ? "stdout" : "stderr", strText(sysDict.get(prompt) ?? ""));
  try {
    return jsString(call(getAttr(sysDict.get("stdin") ?? NONE, "readline"))) ?? "";
  } catch (error) {
    if (!(error instanceof PyError) || !error.is(EXCEPTIONS.KeyboardInterrupt)) throw error;
    writeTo(program, "stderr", "\nKeyboardInterrupt\n");
    return undefined;
  }
}

/** All lines of one statement; "" at the end of the input, undefined if it was given up or there is nothing in it. */
function readStatement(read: ReadLine): string | undefined {
  let source = read("ps1");
  if (source === undefined || source === "") return source;
  if (/^\s*(#.*)?\n?$/.test(source)) return undefined;
  while (needsMore(source)) {
    const line: string | undefined = read("ps2");
    if (line === undefined) return undefined;
    if (line === "") return source;
    source += line;
  }
  return source;
}

const INCOMPLETE = PyCF_ALLOW_INCOMPLETE_INPUT | PyCF_DONT_IMPLY_DEDENT;

/** What the parser says of a source: undefined if nothing is wrong with it. */
function complaint(source: string): string | undefined {
  const request = { mode: "single", filename: "<stdin>", optimize: 0, onWarning: () => undefined } as const;
  try {
    compileSource(source, { ...request, flags: INCOMPLETE });
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return error.msg;
  }
}

const WANTS_MORE = "incomplete input";

/**
 * As CPython's tokenizer asks for a line: never while the parser already fails. Without its last line end a block is complete
 * only after an empty line (the rule of codeop).
 */
function needsMore(source: string): boolean {
  if (!source.endsWith("\n")) return complaint(source) === WANTS_MORE;
  const problem = complaint(source);
  if (problem !== undefined && problem !== WANTS_MORE) return false;
  // A backslash joins the next line, whatever is in it.
  if (problem === WANTS_MORE && source.endsWith("\\\n")) return true;
  return complaint(source.slice(0, -1)) === WANTS_MORE;
}

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
