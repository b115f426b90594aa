/**
 * The plain shell's statements: prompts, and lines from standard input until a statement is whole (CPython
 * Python/pythonrun.c with Parser/tokenizer.c).
 *
 * Trap: as in PyOS_Readline the prompt goes to standard error unless both ends are a terminal, and only then may a reader
 * of lines edit them.
 */
import type { Program } from "../../embed/program.ts";
import { host } from "../../host/current.ts";
import { lineReader } from "../../native/builtins/line-input.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { SyntaxProblem } from "../../syntax/errors.ts";
import { decodeUtf8, utf8Problem } from "../../syntax/source.ts";
import { StandardInput } from "./standard-input.ts";
import { type Statement, writeTo } from "./statement.ts";
import { needsMore } from "./statements.ts";

export class PlainReader {
  private readonly input: StandardInput;

  constructor(private readonly program: Program) {
    this.input = new StandardInput(program.config.unbuffered);
  }

  /** The next statement; throws a SyntaxProblem for bytes that are no UTF-8. */
  read(): Statement {
    let source = this.readLine("ps1", 1);
    if (source === undefined) return { kind: "nothing" };
    if (source === "") return { kind: "end" };
    if (/^\s*(#.*)?\n?$/.test(source)) return { kind: "nothing" };
    while (needsMore(source)) {
      const line = this.readLine("ps2", source.split("\n").length);
      if (line === undefined) return { kind: "nothing" };
      if (line === "") break;
      source += line;
    }
    // The tokenizer looks for the rest of an unfinished line.
    if (!source.endsWith("\n")) {
      this.readLine("ps2", 1);
      writeTo(this.program, "stderr", "\n");
    }
    return { kind: "sources", sources: [source] };
  }

  /** A line with its newline, "" at the end of the input, undefined after Ctrl-C. */
  private readLine(prompt: "ps1" | "ps2", number: number): string | undefined {
    const { files } = host();
    const isTerminal = files.isatty(0) && files.isatty(1);
    const text = strText(this.program.interpreter.sysDict.get(prompt) ?? "");
    try {
      const reader = isTerminal ? lineReader() : undefined;
      if (reader !== undefined) {
        const line = reader.line(text);
        return line === undefined ? "" : `${line}\n`;
      }
      writeTo(this.program, isTerminal ? "stdout" : "stderr", text);
      return decodeLine(this.input.readLine(), number);
    } catch (error) {
      if (!(error instanceof PyError) || !error.is(EXCEPTIONS.KeyboardInterrupt)) throw error;
      writeTo(this.program, "stderr", "\nKeyboardInterrupt\n");
      return undefined;
    }
  }
}

function decodeLine(bytes: Uint8Array, number: number): string {
  const text = decodeUtf8(bytes);
  const problem = utf8Problem(text);
  if (problem === null) return text;
  throw new SyntaxProblem("SyntaxError", `(unicode error) ${problem}`, number - 1, 0, 0, -1, "");
}
