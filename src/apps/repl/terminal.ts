/**
 * The shell on a terminal: whole blocks are edited, as in CPython 3.13's. F1 is help, F2 shows what was entered, F3 takes
 * lines as they are, and `exit`, `quit`, `help`, `copyright`, `credits`, `license` and `clear` need no parentheses.
 */
import type { Program } from "../../embed/program.ts";
import { host } from "../../host/current.ts";
import { type LineReader, lineReader } from "../../native/builtins/line-input.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { strFromJs } from "../../objects/kernel/payload.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { type Statement, writeTo } from "./statement.ts";
import { blockNeedsMore, cutStatements, isBlank } from "./statements.ts";

/** What is run in place of a name alone. */
const BARE_COMMANDS: Readonly<Record<string, string>> = {
  exit: "exit()",
  quit: "quit()",
  help: "help()",
  copyright: "copyright()",
  credits: "credits()",
  license: "license()",
};

const CLEAR = "clear";
const CLEAR_SCREEN = "\x1b[H\x1b[2J";
/** The colour of prompts in CPython 3.13. */
const COLOUR = "\x1b[1;35m";
const PLAIN = "\x1b[0m";

/** The editor, where blocks are to be edited. PYTHON_BASIC_REPL asks for the shell of lines. */
export function blockEditor(program: Program): LineReader | undefined {
  const { files } = host();
  if (!files.isatty(0) || !files.isatty(1) || variable(program, "PYTHON_BASIC_REPL") !== undefined) return undefined;
  // Without site nobody has asked for it yet.
  hooks.importModule("readline");
  return lineReader();
}

function variable(program: Program, name: string): string | undefined {
  const value = program.config.ignoreEnvironment ? undefined : host().process.environment.get(name);
  return value === "" ? undefined : value;
}

/** 3.12 has no colours: they must be asked for, by the variables of 3.13. */
function wantsColour(program: Program): boolean {
  if (variable(program, "PYTHON_COLORS") !== undefined) return variable(program, "PYTHON_COLORS") === "1";
  return variable(program, "NO_COLOR") === undefined && variable(program, "FORCE_COLOR") !== undefined;
}

export class TerminalReader {
  constructor(
    private readonly program: Program,
    private readonly reader: LineReader,
  ) {}

  read(): Statement {
    const block = this.reader.block({
      ps1: this.prompt("ps1"),
      ps2: this.prompt("ps2"),
      needsMore: blockNeedsMore,
    });
    switch (block.kind) {
      case "end":
        return { kind: "end" };
      case "interrupted":
        writeTo(this.program, "stderr", "KeyboardInterrupt\n");
        return { kind: "nothing" };
      case "help":
        return { kind: "sources", sources: ["help()\n"] };
      case "browse":
        this.browse();
        return { kind: "nothing" };
      case "line":
        return this.statement(block.text);
    }
  }

  private prompt(name: "ps1" | "ps2"): string {
    const text = strText(this.program.interpreter.sysDict.get(name) ?? "");
    return wantsColour(this.program) ? `${COLOUR}${text}${PLAIN}` : text;
  }

  private statement(text: string): Statement {
    if (isBlank(text)) return { kind: "nothing" };
    const name = text.trim();
    const isFree = !this.program.main.dict.has(name);
    if (isFree && name === CLEAR) {
      writeTo(this.program, "stdout", CLEAR_SCREEN);
      return { kind: "nothing" };
    }
    const command = isFree ? BARE_COMMANDS[name] : undefined;
    return { kind: "sources", sources: cutStatements(`${command ?? text}\n`) };
  }

  /** Show what was entered in a pager. */
  private browse(): void {
    const readline = hooks.importModule("readline");
    const count = Number(call(getAttr(readline, "get_current_history_length")));
    const entries = Array.from({ length: count }, (_, at) =>
      strText(call(getAttr(readline, "get_history_item"), at + 1)),
    );
    call(getAttr(hooks.importModule("pydoc"), "pager"), strFromJs(`${entries.join("\n")}\n`));
  }
}
