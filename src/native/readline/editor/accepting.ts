/** Commands that end a line or a block, or go on with its next line; and those of the shell. */
import { deleteForward } from "./changing.ts";
import type { Command, LineEditor } from "./line-editor.ts";
import { showEntry } from "./moving.ts";
import { lineEnd, lineStart } from "./text-steps.ts";

const INDENTATION = 4;

/** The indentation of the line that follows the one with the cursor. */
function nextIndentation(editor: LineEditor): string {
  const start = lineStart(editor.text, editor.cursor);
  const before = editor.text.slice(start, editor.cursor);
  const own = /^[ \t]*/.exec(before)?.[0] ?? "";
  if (before.trim() === "") return before;
  return /:\s*(#.*)?$/.test(before) ? own + " ".repeat(INDENTATION) : own;
}

function newline(editor: LineEditor): void {
  editor.insert(editor.pasteMode ? "\n" : `\n${nextIndentation(editor)}`);
}

/** The text without the blanks of a last line that holds nothing else: such a line ends a block. */
function withoutBlankEnd(text: string): string {
  return text.replace(/\n[ \t]+$/, "\n");
}

const accept: Command = (editor) => {
  if (!editor.options.isBlock) {
    editor.finish({ kind: "line", text: editor.text });
    return;
  }
  const text = withoutBlankEnd(editor.text);
  const isInside = lineEnd(editor.text, editor.cursor) < editor.text.length;
  if (isInside || editor.pasteMode || editor.services.needsMore(`${text}\n`)) newline(editor);
  else editor.finish({ kind: "line", text });
};

/** Take the line, and then show the entry after the one it came from. */
const operateAndGetNext: Command = (editor) => {
  accept(editor, 1);
  if (editor.outcome !== undefined) editor.options.memory.next = editor.historyIndex + 1;
};

function argumentKey(character: string): Command {
  return (editor) => {
    editor.argument = (editor.argument ?? "") + character;
  };
}

export const ACCEPTING: Readonly<Record<string, Command>> = {
  "accept-line": accept,
  newline,
  "operate-and-get-next": operateAndGetNext,
  "end-of-file": (editor, count) => {
    if (editor.text === "") editor.finish({ kind: "end" });
    else deleteForward(editor, count);
  },
  abort: (editor) => {
    editor.argument = undefined;
    editor.bell();
  },
  interrupt: (editor) => editor.finish({ kind: "interrupted" }),
  suspend: (editor) => void editor.effects.push({ kind: "suspend" }),
  "clear-screen": (editor) => void editor.effects.push({ kind: "clear" }),
  "redraw-current-line": (editor) => void editor.effects.push({ kind: "redraw" }),
  help: (editor) => shellKey(editor, "help"),
  "browse-history": (editor) => shellKey(editor, "browse"),
  "paste-mode": (editor) => togglePaste(editor),
  "do-nothing": () => undefined,
};

/** A key that only the shell knows. */
function shellKey(editor: LineEditor, kind: "help" | "browse"): void {
  if (editor.options.isBlock) editor.finish({ kind });
  else editor.bell();
}

/** F3 again: what was pasted is run, if it is complete. */
function togglePaste(editor: LineEditor): void {
  if (!editor.options.isBlock) return editor.bell();
  editor.pasteMode = !editor.pasteMode;
  if (editor.pasteMode || editor.text.trim() === "") return;
  editor.cursor = lineEnd(editor.text, editor.text.length);
  const text = editor.text.endsWith("\n") ? editor.text : `${editor.text}\n`;
  if (!editor.services.needsMore(`${text}\n`)) editor.finish({ kind: "line", text });
}

/** Begin with the entry that operate-and-get-next asked for. */
export function beginWithNext(editor: LineEditor): void {
  const { next } = editor.options.memory;
  editor.options.memory.next = undefined;
  if (next !== undefined) showEntry(editor, next);
}

/** M-0 to M-9 and M--: the number of times the next command is to be done. */
export const ARGUMENT_KEYS: readonly (readonly [key: string, command: Command])[] = [..."0123456789-"].map(
  (character) => [`M-${character}`, argumentKey(character)],
);
