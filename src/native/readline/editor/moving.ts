/** Commands that move the cursor or go through the history. */
import type { Command, LineEditor } from "./line-editor.ts";
import { Search } from "./search.ts";
import { lineEnd, lineStart, wordEnd, wordStart } from "./text-steps.ts";
import { nextPosition, previousPosition, textWidth } from "./width.ts";

type Step = (text: string, at: number) => number;

/** Go `count` steps; with a negative count the other way. */
export function stepped(editor: LineEditor, count: number, forward: Step, backward: Step): number {
  const step = count < 0 ? backward : forward;
  let at = editor.cursor;
  for (let left = Math.abs(count); left > 0; left--) {
    const next = step(editor.text, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

function move(forward: Step, backward: Step): Command {
  return (editor, count) => {
    editor.cursor = stepped(editor, count, forward, backward);
    editor.goalColumn = undefined;
  };
}

/** The place in the line from `start` to `end` that is at most so many columns from its beginning. */
function atColumn(text: string, start: number, end: number, column: number): number {
  let at = start;
  for (let next = nextPosition(text, at); next <= end && at < end; next = nextPosition(text, next)) {
    if (textWidth(text.slice(start, next)) > column) break;
    at = next;
  }
  return at;
}

/** To the line above or below; false if there is none. */
function moveLine(editor: LineEditor, step: 1 | -1): boolean {
  const { text, cursor } = editor;
  const start = lineStart(text, cursor);
  const end = lineEnd(text, cursor);
  if (step < 0 ? start === 0 : end === text.length) return false;
  const goal = editor.goalColumn ?? textWidth(text.slice(start, cursor));
  const target = step < 0 ? lineStart(text, start - 1) : end + 1;
  editor.cursor = atColumn(text, target, lineEnd(text, target), goal);
  editor.goalColumn = goal;
  return true;
}

/** Show an entry of the history; what was typed is kept. */
export function showEntry(editor: LineEditor, index: number): boolean {
  const { items } = editor.services.history;
  if (index < 0 || index > items.length || index === editor.historyIndex) return false;
  editor.drafts.set(editor.historyIndex, editor.text);
  editor.historyIndex = index;
  editor.show(editor.drafts.get(index) ?? items[index] ?? "");
  return true;
}

function throughHistory(step: 1 | -1): Command {
  return (editor, count) => {
    const { length } = editor.services.history.items;
    const target = Math.max(0, Math.min(length, editor.historyIndex + step * count));
    if (!showEntry(editor, target)) editor.bell();
  };
}

const previousHistory = throughHistory(-1);
const nextHistory = throughHistory(1);

/** Up and down: in a block from line to line, beyond its ends through the history. */
function upOrDown(step: 1 | -1, beyond: Command): Command {
  return (editor, count) => {
    for (let left = count; left > 0; left--) if (!moveLine(editor, step)) beyond(editor, 1);
  };
}

/** Entries that begin with what is left of the cursor. */
function searchPrefix(step: 1 | -1): Command {
  return (editor) => {
    editor.nextTrace = "prefix-search";
    if (editor.trace !== "prefix-search") editor.searchPrefix = editor.text.slice(0, editor.cursor);
    const { items } = editor.services.history;
    const prefix = editor.searchPrefix;
    for (let index = editor.historyIndex + step; index >= 0 && index <= items.length; index += step) {
      const text = items[index] ?? editor.drafts.get(index) ?? "";
      if (!text.startsWith(prefix) || (text === editor.text && index < items.length)) continue;
      showEntry(editor, index);
      editor.cursor = prefix.length;
      return;
    }
    editor.bell();
  };
}

export const MOVING: Readonly<Record<string, Command>> = {
  "beginning-of-line": move(lineStart, lineStart),
  "end-of-line": move(lineEnd, lineEnd),
  "forward-char": move(nextPosition, previousPosition),
  "backward-char": move(previousPosition, nextPosition),
  "forward-word": move(wordEnd, wordStart),
  "backward-word": move(wordStart, wordEnd),
  "previous-line": upOrDown(-1, previousHistory),
  "next-line": upOrDown(1, nextHistory),
  "previous-history": previousHistory,
  "next-history": nextHistory,
  "beginning-of-history": (editor) => void showEntry(editor, 0),
  "end-of-history": (editor) => void showEntry(editor, editor.services.history.items.length),
  "history-search-backward": searchPrefix(-1),
  "history-search-forward": searchPrefix(1),
  "reverse-search-history": (editor) => {
    editor.search = new Search(editor, "reverse");
  },
  "forward-search-history": (editor) => {
    editor.search = new Search(editor, "forward");
  },
};
