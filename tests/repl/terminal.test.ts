/** The shell on a pseudo-terminal: editing, history, completion, interrupts, pastes, and what else asks for lines. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { Terminal, type TerminalOptions } from "../support/terminal.ts";

const UP = "\x1b[A";
const LEFT = "\x1b[D";

/** A shell at its first prompt. */
async function shell(options?: TerminalOptions, ...args: string[]): Promise<Terminal> {
  const terminal = new Terminal([process.execPath, CLI, "-q", ...args], options);
  await terminal.shows(">>> ");
  return terminal;
}

async function leave(terminal: Terminal): Promise<void> {
  terminal.type("\x15\x04");
  await terminal.end();
}

describe("the shell on a terminal", () => {
  it("edits lines", async () => {
    const terminal = await shell();
    await terminal.enter(`print(1)${LEFT}2`, ">>> print(12)");
    await terminal.enter("\r", "12\n>>> ");
    await terminal.enter("x = 'one two'\x1bb\x0b\x01", ">>> x = 'one");
    await terminal.enter("\x05'\r", ">>> ");
    await terminal.enter("x\r", "'one '\n>>> ");
    // What was cut out comes back.
    await terminal.enter("\x19", ">>> two'");
    await terminal.enter("\x01'\r", "'two'\n>>> ");
    await leave(terminal);
  });

  it("edits blocks, indents them and brings them back whole", async () => {
    const terminal = await shell();
    await terminal.enter("def f():\r", ">>> def f():\n...     ");
    await terminal.enter("return 1\r", "return 1\n...     ");
    await terminal.enter("\r", ">>> ");
    await terminal.enter("f()\r", "\n1\n>>> ");
    await terminal.enter(`${UP}${UP}`, ">>> def f():\n...     return 1");
    await terminal.enter("\x7f2\r\r", ">>> ");
    await terminal.enter("f()\r", "\n2\n>>> ");
    await leave(terminal);
  });

  it("keeps its history in a file, and searches it", async () => {
    const terminal = await shell({ files: { ".python_history": "first = 1\nfor i in 'ab':\r\n    print(i)\n" } });
    await terminal.enter(UP, ">>> for i in 'ab':\n...     print(i)");
    await terminal.enter("\x1b<", ">>> first = 1");
    await terminal.enter("\x03", "KeyboardInterrupt\n>>> ");
    await terminal.enter("\x12rst", (d) => d.text.endsWith("(reverse-i-search)`rst': first = 1"));
    await terminal.enter("\x052", ">>> first = 12");
    await terminal.enter("\r", ">>> ");
    await terminal.enter("first\r", "12\n>>> ");
    terminal.type("\x04");
    await terminal.ended;
    const file = fs.readFileSync(path.join(terminal.folder, ".python_history"), "utf8");
    expect(file).toBe("first = 1\nfor i in 'ab':\r\n    print(i)\nfirst = 12\nfirst\n");
    await terminal.end();
  });

  it("completes names and attributes", async () => {
    const terminal = await shell();
    await terminal.enter("import sys\r", ">>> ");
    await terminal.enter("sys.getref\t", ">>> sys.getrefcount(");
    await terminal.enter("\x15sys.exc_i\t", ">>> sys.exc_info()");
    await terminal.enter("\x15wh\t", ">>> while ");
    await terminal.enter("\x15sys.set\t\t", "sys.setswitchinterval(\nsys.settrace(\n>>> sys.set");
    await leave(terminal);
  });

  it("is interrupted at the prompt and while it runs", async () => {
    const terminal = await shell();
    await terminal.enter("abc\x03", ">>> abc^C\nKeyboardInterrupt\n>>> ");
    await terminal.enter("while True:\r", "...     ");
    await terminal.enter("\x03", "KeyboardInterrupt\n>>> ");
    await terminal.enter(
      "for i in range(10**10): x = i == 0 and print('go')\r\r",
      (d) => d.text.includes("\ngo\n") || d.text.endsWith("\ngo"),
    );
    await terminal.enter("\x03", "KeyboardInterrupt\n>>> ");
    await terminal.enter("2 + 2\r", "4\n>>> ");
    await leave(terminal);
  });

  it("takes pastes whole", async () => {
    const terminal = await shell();
    await terminal.enter(
      "\x1b[200~def g(x):\r    if x:\r        return 1\r\r    return 2\r\rg(0)\r\x1b[201~",
      "g(0)\n... ",
    );
    await terminal.enter("\r", "\n2\n>>> ");
    await leave(terminal);
  });

  it("asks for more lines of brackets and strings", async () => {
    const terminal = await shell();
    await terminal.enter("[1,\r2,\r\r3]\r", "[1, 2, 3]\n>>> ");
    await terminal.enter("'''a\rb'''\r", "'a\\nb'\n>>> ");
    await leave(terminal);
  });

  it("gives input() the same editor, and its end", async () => {
    const terminal = await shell();
    await terminal.enter("x = input('name? ')\r", "name? ");
    await terminal.enter(`Ann${LEFT}${LEFT}n\r`, ">>> ");
    await terminal.enter("x\r", "'Annn'\n>>> ");
    // A prompt is shown when keys are taken: before, Ctrl-D would be the terminal's own.
    await terminal.enter("input('end? ')\r", "end? ");
    await terminal.enter("\x04", "EOFError: EOF when reading a line\n>>> ");
    await terminal.enter("input('? ')\r", "? ");
    await terminal.enter("ab\x03", "KeyboardInterrupt\n>>> ");
    await leave(terminal);
  });

  it("hides what getpass asks for", async () => {
    const terminal = await shell();
    await terminal.enter("import getpass\r", ">>> ");
    await terminal.enter("getpass.getpass()\r", "Password: ");
    await terminal.enter("secret\r", "Password:\n'secret'\n>>> ");
    await leave(terminal);
  });

  it("draws wide and combined characters", async () => {
    const terminal = await shell({ columns: 20 });
    await terminal.enter(`'日本語'${LEFT}${LEFT}!`, (d) => d.text === ">>> '日本!語'" && d.cursor.column === 10);
    await terminal.enter("\r", "'日本!語'\n>>> ");
    await terminal.enter(`'e\u0301a'${LEFT}${LEFT}${LEFT}`, (d) => d.cursor.column === 5);
    await terminal.enter("\x03", ">>> ");
    await terminal.enter("'a long line that is broken'", ">>> 'a long line tha\nt is broken'");
    await terminal.enter("\r", "'a long line that is\n broken'\n>>> ");
    await leave(terminal);
  });

  it("follows a change of the terminal's size", async () => {
    const terminal = await shell({ columns: 30, files: { "narrow.py": "import os; os.system('stty cols 16')" } });
    await terminal.enter("import narrow\r", ">>> ");
    await terminal.enter("'twelve signs'", ">>> 'twelve sign\ns'");
    await leave(terminal);
  });

  it("needs no parentheses to be left, and leaves names alone", async () => {
    const terminal = await shell();
    await terminal.enter("exit = 3\r", ">>> ");
    await terminal.enter("exit\r", "3\n>>> ");
    terminal.type("quit\r");
    await terminal.end();
  });

  it("has help on F1 and the history on F2", async () => {
    const terminal = await shell({ env: { PAGER: "cat" } });
    await terminal.enter("\x1bOP", "help> ");
    await terminal.enter("quit\r", ">>> ");
    await terminal.enter("'seen'\r", ">>> ");
    await terminal.enter("\x1bOQ", (d) => d.text.endsWith(">>>") && d.text.split("'seen'").length === 4);
    await leave(terminal);
  });
});

describe("the shell of lines", () => {
  it("is there when it is asked for, with the same keys", async () => {
    const terminal = await shell({ env: { PYTHON_BASIC_REPL: "1" } });
    await terminal.enter(`print(1)${LEFT}2\r`, "12\n>>> ");
    await terminal.enter("if True:\r", "... ");
    await terminal.enter("\tprint(3)\r", "print(3)\n... ");
    await terminal.enter("\r", "3\n>>> ");
    await terminal.enter(`${UP}${UP}`, ">>> if True:");
    await terminal.enter("\x03", "KeyboardInterrupt\n>>> ");
    await leave(terminal);
  });

  it("sends no escape sequences to a terminal that knows none", async () => {
    const terminal = await shell({ env: { TERM: "dumb" } });
    await terminal.enter("1 + 1\r", "2\n>>> ");
    await terminal.enter("input('? ')\r", "? ");
    await terminal.enter("a\r", "'a'\n>>> ");
    await leave(terminal);
  });
});

describe("readline in a program", () => {
  const program = [
    "import readline",
    "readline.add_history('from before')",
    "readline.parse_and_bind('tab: complete')",
    'readline.parse_and_bind(r\'"\\C-o": "typed"\')',
    "words = ['alpha', 'alphabet', 'beta']",
    "readline.set_completer(lambda text, n: ([w for w in words if w.startswith(text)] + [None])[n])",
    "readline.set_startup_hook(lambda: readline.insert_text('> '))",
    "while line := input('? '):",
    "    print(repr(line), readline.get_current_history_length())",
  ].join("\n");

  it("has its completer, history, hooks and bindings", async () => {
    const terminal = new Terminal([process.execPath, CLI, "-c", program]);
    await terminal.shows("? > ");
    await terminal.enter("b\t\r", "'> beta' 2\n? > ");
    await terminal.enter("al\t\t", "alpha     alphabet\n? > alpha");
    await terminal.enter(`${UP}${UP}`, "? from before");
    await terminal.enter("\x0f\r", "'from beforetyped' 3\n? > ");
    terminal.type("\x15\r");
    await terminal.end();
  });
});
