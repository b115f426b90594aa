/**
 * The interactive shell: a statement at a time is read and run (CPython Python/pythonrun.c, PyRun_InteractiveLoop). On a
 * terminal blocks are edited (terminal.ts); a pipe gets what CPython's tokenizer makes of it (plain.ts).
 */
import { compileMain, flushOutput, handleException, type Program } from "../../embed/program.ts";
import { interpreterHooks } from "../../native/builtins/hooks.ts";
import { VERSION_TEXT } from "../../native/sys/version.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import type { PyCode } from "../../objects/types/code.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";
import { PlainReader } from "./plain.ts";
import { type Statement, writeTo } from "./statement.ts";
import { blockEditor, TerminalReader } from "./terminal.ts";

const BANNER_HINT = 'Type "help", "copyright", "credits" or "license" for more information.';

class Shell {
  private readonly reader: Reader;

  constructor(private readonly program: Program) {
    this.reader = readerFor(program);
  }

  /** Read and run statements until the end of the input; the exit status. It may be called again after an interrupt. */
  run(): number {
    const { program } = this;
    for (;;) {
      const statement = readStatement(program, this.reader);
      if (typeof statement === "number") return statement;
      if (statement.kind === "end") {
        writeTo(program, "stderr", "\n");
        return 0;
      }
      const status = statement.kind === "nothing" ? undefined : runStatements(program, statement.sources);
      if (status !== undefined) return status;
    }
  }
}

export function newShell(program: Program): { run(): number } {
  return new Shell(program);
}

export function showBanner(program: Program): void {
  if (!program.config.quiet) writeTo(program, "stderr", `Python ${VERSION_TEXT} on linux\n${BANNER_HINT}\n`);
}

type Reader = PlainReader | TerminalReader;

/** Who reads the shell's statements. The prompts are there from then on. */
export function readerFor(program: Program): Reader {
  const { sysDict } = program.interpreter;
  sysDict.setDefault("ps1", ">>> ");
  sysDict.setDefault("ps2", "... ");
  const editor = blockEditor(program);
  return editor === undefined ? new PlainReader(program) : new TerminalReader(program, editor);
}

/** Read; what goes wrong is shown, and nothing was read. A status if the shell is to end. */
export function readStatement(program: Program, reader: Reader): Statement | number {
  try {
    return reader.read();
  } catch (error) {
    const isProblem = error instanceof SyntaxProblem;
    const { exception } = isProblem ? interpreterHooks().syntaxError(error, "<stdin>") : pythonError(error);
    const status = handleException(program, exception);
    return exception.cls.mro.includes(EXCEPTIONS.SystemExit) ? status : { kind: "nothing" };
  }
}

function pythonError(error: unknown): PyError {
  if (error instanceof PyError) return error;
  throw error;
}

/** Run them until one fails. A status if the shell is to end. */
function runStatements(program: Program, sources: readonly string[]): number | undefined {
  for (const statement of sources) {
    const result = runStatement(program, statement);
    if (result.kind === "exit") return result.status;
    if (result.kind === "failed") return undefined;
  }
  return undefined;
}

type Result = { readonly kind: "done" | "failed" } | { readonly kind: "exit"; readonly status: number };

function runStatement(program: Program, source: string): Result {
  try {
    program.interpreter.run(compileStatement(program, source), program.main.dict);
    flushOutput(program);
    return { kind: "done" };
  } catch (error) {
    return failure(program, error);
  }
}

export function compileStatement(program: Program, source: string): PyCode {
  return compileMain(program.config, source, "<stdin>", "single");
}

/** A statement raised: show that. */
export function failure(program: Program, error: unknown): Result {
  flushOutput(program);
  const status = handleException(program, pythonError(error).exception);
  return pythonError(error).is(EXCEPTIONS.SystemExit) ? { kind: "exit", status } : { kind: "failed" };
}
