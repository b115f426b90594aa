/**
 * readline: line editing, history and completion (CPython Modules/readline.c), with an editor of our own in place of GNU
 * readline: Emacs keys only. The module's import makes it the reader of lines from the terminal.
 */
import type { HostPath } from "../../host/host.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule, makeFunction } from "../../objects/kernel/module.ts";
import type { PyObject, Value } from "../../objects/kernel/object.ts";
import { jsString, type PyModule, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import { newException, PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { addRoot } from "../../objects/kernel/roots.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { current } from "../../vm/thread.ts";
import { raiseInProgram, SIGINT } from "../_signal/state.ts";
import { type Block, installLineReader, type LineReader } from "../builtins/line-input.ts";
import { fspath, pathArgument, system } from "../posix/paths.ts";
import { appendHistory, historyFile, readHistory, readInitFile, writeHistory } from "./files.ts";
import { bindLine } from "./inputrc.ts";
import { isReading, readFromTerminal } from "./session.ts";
import { type HookName, ReadlineState } from "./state.ts";

/** The version of GNU readline whose functions are here. */
const VERSION = 0x802;

/** A text that GNU readline could hold. */
function textArgument(value: Value): string {
  if (textOf(value) === undefined) throw typeError("bad argument type for built-in operation");
  const text = jsString(value) ?? "";
  if (text.includes("\0")) throw valueError("embedded null character");
  return text;
}

function pathOf(value: Value, name: string): HostPath | undefined {
  return value === NONE ? undefined : pathArgument(fspath(value), name, "filename").host;
}

function setHook(state: ReadlineState, name: HookName, value: Value): void {
  if (value !== NONE && typeOf(value).slots.__call__ === undefined) {
    throw typeError(`set_${name}(func): argument not callable`);
  }
  state.hooks[name] = value;
}

/** The zero-based position of an entry that is there. */
function entryArgument(state: ReadlineState, value: Value): number {
  const position = intArgument(value);
  if (position < 0) throw valueError("History index cannot be negative");
  if (position >= state.history.items.length) throw valueError(`No history item at position ${position}`);
  return position;
}

function historyRows(state: ReadlineState): Record<string, MethodRow> {
  const { history } = state;
  return {
    read_history_file: [
      "($module, filename=None, /)",
      "Load a readline history file.\n\nThe default filename is ~/.history.",
      (path: Value) => system(() => readHistory(state, historyFile(pathOf(path, "read_history_file")))),
    ],
    write_history_file: [
      "($module, filename=None, /)",
      "Save a readline history file.\n\nThe default filename is ~/.history.",
      (path: Value) => system(() => writeHistory(state, historyFile(pathOf(path, "write_history_file")))),
    ],
    append_history_file: [
      "($module, nelements, filename=None, /)",
      "Append the last nelements items of the history list to file.\n\nThe default filename is ~/.history.",
      (count: Value, path: Value) =>
        system(() => appendHistory(state, intArgument(count), historyFile(pathOf(path, "append_history_file")))),
    ],
    set_history_length: [
      "($module, length, /)",
      "Set the maximal number of lines which will be written to the history file.\n\nA negative length is used to inhibit history truncation.",
      (length: Value) => {
        history.fileLimit = intArgument(length);
      },
    ],
    get_history_length: [
      "($module, /)",
      "Return the maximum number of lines that will be written to the history file.",
      () => history.fileLimit,
    ],
    get_current_history_length: [
      "($module, /)",
      "Return the current (not the maximum) length of history.",
      () => history.items.length,
    ],
    get_history_item: [
      "($module, index, /)",
      "Return the current contents of history item at one-based index.",
      (index: Value) => {
        const item = history.items[intArgument(index) - 1];
        return item === undefined ? NONE : strFromJs(item);
      },
    ],
    remove_history_item: [
      "($module, pos, /)",
      "Remove history item given by its zero-based position.",
      (position: Value) => void history.items.splice(entryArgument(state, position), 1),
    ],
    replace_history_item: [
      "($module, pos, line, /)",
      "Replaces history item given by its position with contents of line.\n\npos is zero-based.",
      (position: Value, line: Value) => {
        const text = textArgument(line);
        history.items[entryArgument(state, position)] = text;
      },
    ],
    add_history: [
      "($module, string, /)",
      "Add an item to the history buffer.",
      (text: Value) => history.add(textArgument(text)),
    ],
    set_auto_history: [
      "($module, enabled, /)",
      "Enables or disables automatic history.",
      (enabled: Value) => {
        state.autoHistory = isTrue(enabled);
      },
    ],
    clear_history: [
      "($module, /)",
      "Clear the current readline history.",
      () => {
        history.items.length = 0;
      },
    ],
  };
}

function completionRows(state: ReadlineState): Record<string, MethodRow> {
  return {
    set_completer: [
      "($module, function=None, /)",
      "Set or remove the completer function.\n\nThe function is called as function(text, state),\nfor state in 0, 1, 2, ..., until it returns a non-string.\nIt should return the next possible completion starting with 'text'.",
      (value: Value) => setHook(state, "completer", value),
    ],
    get_completer: ["($module, /)", "Get the current completer function.", () => state.hooks.completer],
    get_completion_type: ["($module, /)", "Get the type of completion being attempted.", () => state.completionType],
    get_begidx: ["($module, /)", "Get the beginning index of the completion scope.", () => state.beginIndex],
    get_endidx: ["($module, /)", "Get the ending index of the completion scope.", () => state.endIndex],
    set_completer_delims: [
      "($module, string, /)",
      "Set the word delimiters for completion.",
      (text: Value) => {
        state.delimiters = textArgument(text);
      },
    ],
    get_completer_delims: [
      "($module, /)",
      "Get the word delimiters for completion.",
      () => strFromJs(state.delimiters),
    ],
    set_completion_display_matches_hook: [
      "($module, function=None, /)",
      "Set or remove the completion display function.\n\nThe function is called as\n  function(substitution, [matches], longest_match_length)\nonce each time matches need to be displayed.",
      (value: Value) => setHook(state, "completion_display_matches_hook", value),
    ],
  };
}

function lineRows(state: ReadlineState): Record<string, MethodRow> {
  return {
    parse_and_bind: [
      "($module, string, /)",
      "Execute the init line provided in the string argument.",
      (text: Value) => bindLine(state, textArgument(text)),
    ],
    read_init_file: [
      "($module, filename=None, /)",
      "Execute a readline initialization file.\n\nThe default filename is the last filename used.",
      (path: Value) => system(() => readInitFile(state, pathOf(path, "read_init_file"))),
    ],
    get_line_buffer: [
      "($module, /)",
      "Return the current contents of the line buffer.",
      () => strFromJs(state.editor.text),
    ],
    insert_text: [
      "($module, string, /)",
      "Insert text into the line buffer at the cursor position.",
      (text: Value) => state.editor.insert(textArgument(text)),
    ],
    redisplay: [
      "($module, /)",
      "Change what's displayed on the screen to reflect contents of the line buffer.",
      () => state.redisplay(),
    ],
    set_startup_hook: [
      "($module, function=None, /)",
      "Set or remove the function invoked by the rl_startup_hook callback.\n\nThe function is called with no arguments just\nbefore readline prints the first prompt.",
      (value: Value) => setHook(state, "startup_hook", value),
    ],
    set_pre_input_hook: [
      "($module, function=None, /)",
      "Set or remove the function invoked by the rl_pre_input_hook callback.\n\nThe function is called with no arguments after the first prompt\nhas been printed and just before readline starts reading input\ncharacters.",
      (value: Value) => setHook(state, "pre_input_hook", value),
    ],
  };
}

/** Ctrl-C at a prompt is SIGINT: the program's handler runs, and the line is asked for again if it raised nothing. */
function readLine(state: ReadlineState, prompt: string): string | undefined {
  const start = prompt.lastIndexOf("\n") + 1;
  const last = prompt.slice(start);
  for (;;) {
    const request = { above: prompt.slice(0, start), isBlock: false, prompt: () => last, needsMore: () => false };
    const outcome = system(() => readFromTerminal(state, request));
    if (outcome === undefined) throw new PyError(newException(EXCEPTIONS.OSError, "the terminal is gone"));
    if (outcome.kind === "line") return outcome.text;
    if (outcome.kind !== "interrupted") return undefined;
    raiseInProgram(SIGINT);
  }
}

function readerOf(state: ReadlineState): LineReader {
  return {
    get isReading() {
      return isReading(state);
    },
    line: (prompt) => readLine(state, prompt),
    block: ({ ps1, ps2, needsMore }): Block =>
      readFromTerminal(state, { isBlock: true, prompt: (line) => (line === 0 ? ps1 : ps2), needsMore }) ?? {
        kind: "end",
      },
  };
}

const states = new WeakMap<PyObject, ReadlineState>();
addRoot(() => {
  const module = current.thread.interpreter.modules.get("readline");
  return module === undefined ? undefined : states.get(module as PyObject)?.hooks;
});

export default defineModule("readline", {
  doc: "Importing this module enables command line editing using GNU readline.",
  constants: {
    _READLINE_VERSION: VERSION,
    _READLINE_RUNTIME_VERSION: VERSION,
    _READLINE_LIBRARY_VERSION: "8.2",
  },
  setup: (module: PyModule) => {
    const state = new ReadlineState();
    states.set(module, state);
    const rows = { ...historyRows(state), ...completionRows(state), ...lineRows(state) };
    for (const [name, row] of Object.entries(rows)) module.dict.set(name, makeFunction("readline", name, row, module));
    installLineReader(current.thread.interpreter, readerOf(state));
  },
});
