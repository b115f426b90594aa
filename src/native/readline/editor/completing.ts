/**
 * Completion (readline's complete.c): what all candidates begin with is inserted; if that is not enough, a second Tab shows
 * them all. In a block a Tab in the indentation indents.
 */
import type { Command, LineEditor } from "./line-editor.ts";
import { lineStart } from "./text-steps.ts";
import { textWidth } from "./width.ts";

/** More candidates than this are shown only if the user wants to see them (completion-query-items). */
const QUERY_ITEMS = 100;
const INDENTATION = 4;

function commonPrefix(words: readonly string[]): string {
  let prefix = words[0] ?? "";
  for (const word of words) while (!word.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

function wordBegin(editor: LineEditor): number {
  const { delimiters } = editor.services;
  let start = editor.cursor;
  while (start > 0 && !delimiters.includes(editor.text.charAt(start - 1))) start--;
  return start;
}

/** The candidates once each and in order, and the word they are for. */
function candidates(editor: LineEditor): { start: number; word: string; items: readonly string[] } {
  const start = wordBegin(editor);
  const word = editor.text.slice(start, editor.cursor);
  const found = editor.services.complete(editor, start, editor.cursor);
  return { start, word, items: [...new Set(found)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) };
}

function list(editor: LineEditor, items: readonly string[], word: string): void {
  const show = (): void => void editor.effects.push({ kind: "list", items, word });
  if (items.length < QUERY_ITEMS) return show();
  editor.question = {
    text: `Display all ${items.length} possibilities? (y or n)`,
    answer: (name) => {
      if (["y", "Y", " ", "tab"].includes(name)) show();
      return ["y", "Y", " ", "tab", "n", "N", "backspace", "C-g", "C-c"].includes(name);
    },
  };
}

const complete: Command = (editor) => {
  editor.nextTrace = "complete";
  if (indents(editor)) return;
  const { start, word, items } = candidates(editor);
  if (items.length === 0) return editor.bell();
  const prefix = commonPrefix(items);
  // A candidate need not begin with the word: what the word becomes is the completer's business.
  if (prefix !== word && (prefix !== "" || items.length === 1)) {
    editor.replace(start, start + word.length, prefix);
    if (items.length > 1) editor.bell();
    return;
  }
  if (items.length === 1) return;
  if (editor.trace === "complete" || editor.options.showAllIfAmbiguous) list(editor, items, word);
  else editor.bell();
};

function indents(editor: LineEditor): boolean {
  const before = editor.text.slice(lineStart(editor.text, editor.cursor), editor.cursor);
  if (!editor.options.isBlock || before.trim() !== "") return false;
  editor.insert(" ".repeat(INDENTATION - (before.length % INDENTATION)));
  editor.nextTrace = "other";
  return true;
}

export const COMPLETING: Readonly<Record<string, Command>> = {
  complete,
  "possible-completions": (editor) => {
    const { items, word } = candidates(editor);
    if (items.length === 0) editor.bell();
    else list(editor, items, word);
  },
  "insert-completions": (editor) => {
    const { start, word, items } = candidates(editor);
    if (items.length > 0) editor.replace(start, start + word.length, `${items.join(" ")} `);
  },
};

/** Candidates in columns, each filled from its top; lines without ends. */
export function inColumns(items: readonly string[], columns: number): string[] {
  const width = Math.max(...items.map(textWidth)) + 2;
  const perLine = Math.max(1, Math.floor(columns / width));
  const height = Math.ceil(items.length / perLine);
  return Array.from({ length: height }, (_, row) => {
    let line = "";
    for (let at = row; at < items.length; at += height) {
      const item = items[at] as string;
      line += at + height < items.length ? item + " ".repeat(width - textWidth(item)) : item;
    }
    return line;
  });
}
